//! STATUS: the server's last word on a call, and the reply of a call that has one.
//!
//! ```text
//!  0            4      5
//! ┌────────────┬──────┬─────────────────────────┬──────────────────────────────┬──────────┬─────────┐
//! │ call (u32) │ code │ text length (u32), text │ details length (u32), details │ metadata │ message │
//! └────────────┴──────┴─────────────────────────┴──────────────────────────────┴──────────┴─────────┘
//!                       both if flag MORE                                        tag bytes  if flag MESSAGE
//! ```

use bytes::{BufMut, Bytes, BytesMut};

use super::{FrameKind, HEADER_BYTES, PayloadError, flags, frame_header, metadata, reader::Reader};
use crate::limits::{STATUS_DETAILS_BYTES, STATUS_TEXT_BYTES};
use crate::{CallId, Code, Status};

/// A call's status and, with it, a reply.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    /// The call's number.
    pub call: CallId,
    /// How it ended, with trailing metadata.
    pub status: Status,
    /// The reply.
    pub message: Option<Bytes>,
    /// Whether no handler has seen the call.
    pub refused: bool,
}

impl Reply {
    pub(super) fn decode(flag: u8, tag: u16, mut body: Reader) -> Result<Self, PayloadError> {
        let call = body.call()?;
        let at = body.at();
        let code = body.u8()?;
        if usize::from(code) >= Code::ALL.len() {
            return Err(Reader::invalid("code", at));
        }
        let mut status = Status::from(Code::from_number(u32::from(code)));
        // A failure with a reply, or a success that no handler has seen, says two things at once.
        let wrong = if status.is_ok() {
            flags::REFUSED
        } else {
            flags::MESSAGE
        };
        if flag & wrong != 0 {
            return Err(PayloadError::Flags {
                kind: FrameKind::Status,
                flags: flag,
            });
        }
        if flag & flags::MORE != 0 {
            let at = body.at();
            let text = read_bounded(&mut body, "text", STATUS_TEXT_BYTES)?;
            let text = std::str::from_utf8(&text).map_err(|_| Reader::invalid("text", at))?;
            status.message = text.to_owned();
            status.details = read_bounded(&mut body, "details", STATUS_DETAILS_BYTES)?.into();
        }
        status.metadata = metadata::decode(tag, &mut body)?;
        let message = if flag & flags::MESSAGE == 0 {
            body.finish()?;
            None
        } else {
            Some(body.rest())
        };
        Ok(Self {
            call,
            status,
            message,
            refused: flag & flags::REFUSED != 0,
        })
    }

    /// Appends the frame, but for its message, which is returned.
    pub(crate) fn encode(self, out: &mut BytesMut) -> Bytes {
        const FIELDS_BYTES: usize = 5;
        let mut flag = if self.refused { flags::REFUSED } else { 0 };
        if self.message.is_some() {
            flag |= flags::MESSAGE;
        }
        let details = &self.status.details[..];
        let details = if details.len() > STATUS_DETAILS_BYTES {
            &[]
        } else {
            details
        };
        let text = cut(&self.status.message, STATUS_TEXT_BYTES);
        let mut more_bytes = 0;
        if !text.is_empty() || !details.is_empty() {
            flag |= flags::MORE;
            let lengths = size_of::<[u32; 2]>();
            more_bytes = lengths.saturating_add(text.len().saturating_add(details.len()));
        }
        let tag = metadata::encoded_bytes(&self.status.metadata);
        let message = self.message.unwrap_or_default();
        let rest = more_bytes.saturating_add(usize::from(tag));
        let header = frame_header(
            (FrameKind::Status, flag, tag),
            FIELDS_BYTES
                .saturating_add(rest)
                .saturating_add(message.len()),
        );
        let mut head = [0; HEADER_BYTES + FIELDS_BYTES];
        let mut room = &mut head[..];
        room.put_slice(&header);
        room.put_u32_le(self.call.0);
        room.put_u8(self.status.code.number());
        out.put_slice(&head);
        if more_bytes > 0 {
            put_sized(text.as_bytes(), out);
            put_sized(details, out);
        }
        metadata::encode(&self.status.metadata, out);
        message
    }
}

fn read_bounded(
    body: &mut Reader,
    field: &'static str,
    limit: usize,
) -> Result<Bytes, PayloadError> {
    let at = body.at();
    let len = usize::try_from(body.u32()?).unwrap_or(usize::MAX);
    if len > limit {
        return Err(Reader::invalid(field, at));
    }
    body.bytes(len)
}

fn put_sized(bytes: &[u8], out: &mut BytesMut) {
    out.put_u32_le(u32::try_from(bytes.len()).unwrap_or(u32::MAX));
    out.put_slice(bytes);
}

/// The longest start of `text` that has at most `bytes` bytes and ends between two characters.
pub(super) fn cut(text: &str, bytes: usize) -> &str {
    if text.len() <= bytes {
        return text;
    }
    let end = (0..=bytes)
        .rev()
        .find(|&end| text.is_char_boundary(end))
        .unwrap_or(0);
    text.get(..end).unwrap_or_default()
}
