//! One frame, read at its place in a file.

use crate::error::{Damage, RecordError};
use crate::frames::{self, AROUND, HEADER, RECORD};
use crate::source::Source;
use bytes::{Buf, Bytes};
use stillwire_codec::frame::HEADER_BYTES;

/// A whole frame.
pub(crate) struct Frame {
    pub(crate) kind: u8,
    pub(crate) payload: Bytes,
    /// Where the next one begins.
    pub(crate) next: u64,
}

/// The kind of the frame at byte `at`, the header, and where the next one begins.
type Header = (u8, [u8; HEADER_BYTES], u64);

/// The header of the frame at byte `at`, which must end by byte `end`.
pub(crate) fn header(
    source: &impl Source,
    at: u64,
    end: u64,
) -> Result<Result<Header, Damage>, RecordError> {
    let room = end.saturating_sub(at);
    if room < HEADER {
        let missing = HEADER.saturating_sub(room);
        return Ok(Err(Damage::Cut { missing }));
    }
    let mut header = [0; HEADER_BYTES];
    source.read(at, header.len())?.copy_to_slice(&mut header);
    let Some((kind, len)) = frames::read(header, at) else {
        return Ok(Err(Damage::Header));
    };
    let needed = AROUND.saturating_add(len.into());
    if room < needed {
        let missing = needed.saturating_sub(room);
        return Ok(Err(Damage::Cut { missing }));
    }
    Ok(Ok((kind, header, at.saturating_add(needed))))
}

/// The frame at byte `at`, which must end by byte `end`. One longer than `limit` is not read.
pub(crate) fn frame(
    source: &impl Source,
    at: u64,
    end: u64,
    limit: u64,
) -> Result<Result<Frame, Damage>, RecordError> {
    let (kind, header, next) = match header(source, at, end)? {
        Ok(found) => found,
        Err(damage) => return Ok(Err(damage)),
    };
    let len = next.saturating_sub(at).saturating_sub(AROUND);
    let body = usize::try_from(next.saturating_sub(at).saturating_sub(HEADER));
    let Some(body) = body.ok().filter(|_| kind != RECORD || len <= limit) else {
        return Err(RecordError::TooLong { at, len, limit });
    };
    let mut payload = source.read(at.saturating_add(HEADER), body)?;
    Ok(match frames::payload(header, &payload) {
        Ok(len) => {
            payload.truncate(len);
            Ok(Frame {
                kind,
                payload,
                next,
            })
        }
        Err(damage) => Err(damage),
    })
}
