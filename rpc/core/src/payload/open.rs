//! OPEN: how a call begins.
//!
//! ```text
//!  from a client
//!  0            4              12                  20
//! ┌────────────┬──────────────┬───────────────────┬───────────────┬──────────┬─────────┐
//! │ call (u32) │ method, 8 B  │ time left, u64 µs │ len, path     │ metadata │ message │
//! └────────────┴──────────────┴───────────────────┴───────────────┴──────────┴─────────┘
//!                                0: no deadline     if flag MORE    tag bytes  if flag MESSAGE
//!  from a server, before its first MESSAGE and at most once: leading metadata
//! ┌────────────┬──────────┐
//! │ call (u32) │ metadata │
//! └────────────┴──────────┘
//! ```

use std::time::Duration;

use bytes::{BufMut, Bytes, BytesMut};

use super::{
    Encoded, FrameKind, HEADER_BYTES, PayloadError, flags, frame_header, metadata, reader::Reader,
};
use crate::id::is_method_path;
use crate::{CallId, Metadata, MethodId};

/// A client opens a call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Open {
    /// The call's number.
    pub call: CallId,
    /// What is called.
    pub method: MethodId,
    /// The time left until the deadline; never zero, and whole microseconds on the wire.
    pub time_left: Option<Duration>,
    /// The method's path: with the first call of a method on a lane.
    pub path: Option<String>,
    /// Metadata.
    pub metadata: Metadata,
    /// The first message.
    pub message: Option<Bytes>,
    /// Whether the client sends no more messages.
    pub end: bool,
}

impl Open {
    pub(super) fn decode(flag: u8, tag: u16, mut body: Reader) -> Result<Self, PayloadError> {
        let call = body.call()?;
        let method = MethodId::from_bytes(body.array()?);
        let time_left = match body.u64()? {
            0 => None,
            micros => Some(Duration::from_micros(micros)),
        };
        let path = if flag & flags::MORE == 0 {
            None
        } else {
            Some(read_path(method, &mut body)?)
        };
        let metadata = metadata::decode(tag, &mut body)?;
        let message = if flag & flags::MESSAGE == 0 {
            body.finish()?;
            None
        } else {
            Some(body.rest())
        };
        let end = flag & flags::END != 0;
        Ok(Self {
            call,
            method,
            time_left,
            path,
            metadata,
            message,
            end,
        })
    }

    pub(super) fn encode(self, out: &mut BytesMut) -> Bytes {
        let has_message = self.message.is_some();
        let message = self.message.unwrap_or_default();
        OpenHead {
            call: self.call,
            method: self.method,
            time_left: self.time_left,
            path: self.path.as_deref(),
            metadata: &self.metadata,
            has_message,
            end: self.end,
        }
        .encode(message.len(), out);
        message
    }
}

/// What an OPEN frame says before its message, borrowed from whoever may have to say it again.
#[derive(Debug, Clone, Copy)]
pub(crate) struct OpenHead<'a> {
    pub(crate) call: CallId,
    pub(crate) method: MethodId,
    pub(crate) time_left: Option<Duration>,
    pub(crate) path: Option<&'a str>,
    pub(crate) metadata: &'a Metadata,
    pub(crate) has_message: bool,
    pub(crate) end: bool,
}

impl OpenHead<'_> {
    /// Appends the frame, but for its message of so many bytes.
    pub(crate) fn encode(&self, message_bytes: usize, out: &mut BytesMut) {
        const FIELDS_BYTES: usize = 20;
        let mut flags = if self.end { flags::END } else { 0 };
        if self.has_message {
            flags |= flags::MESSAGE;
        }
        let mut path_bytes = 0;
        if let Some(path) = self.path {
            flags |= flags::MORE;
            path_bytes = path.len().saturating_add(1);
        }
        let tag = metadata::encoded_bytes(self.metadata);
        let rest = path_bytes.saturating_add(usize::from(tag));
        let header = frame_header(
            (FrameKind::Open, flags, tag),
            FIELDS_BYTES
                .saturating_add(rest)
                .saturating_add(message_bytes),
        );
        let mut head = [0; HEADER_BYTES + FIELDS_BYTES];
        let mut room = &mut head[..];
        room.put_slice(&header);
        room.put_u32_le(self.call.0);
        room.put_slice(&self.method.to_bytes());
        room.put_u64_le(self.time_left.map_or(0, micros));
        out.put_slice(&head);
        if let Some(path) = self.path {
            out.put_u8(u8::try_from(path.len()).unwrap_or(u8::MAX));
            out.put_slice(path.as_bytes());
        }
        metadata::encode(self.metadata, out);
    }
}

/// Rounded up, so that a deadline that is about to pass does not turn into none.
fn micros(left: Duration) -> u64 {
    let seconds = left.as_secs().saturating_mul(1_000_000);
    let rest = u64::from(left.subsec_nanos().div_ceil(1_000));
    seconds.saturating_add(rest).max(1)
}

/// A path that belongs to the method: one that does not would name another method in logs.
fn read_path(method: MethodId, body: &mut Reader) -> Result<String, PayloadError> {
    let at = body.at();
    let len = usize::from(body.u8()?);
    let path = body.bytes(len)?;
    let path = std::str::from_utf8(&path)
        .ok()
        .filter(|path| is_method_path(path));
    let path = path.filter(|path| MethodId::of(path) == method);
    path.map(str::to_owned).ok_or(Reader::invalid("path", at))
}

/// A server's leading metadata.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// The call's number.
    pub call: CallId,
    /// Leading metadata.
    pub metadata: Metadata,
}

impl Head {
    pub(super) fn decode(tag: u16, mut body: Reader) -> Result<Self, PayloadError> {
        let call = body.call()?;
        let metadata = metadata::decode(tag, &mut body)?;
        body.finish()?;
        Ok(Self { call, metadata })
    }

    pub(super) fn encode(&self, out: &mut BytesMut) -> Encoded {
        out.put_u32_le(self.call.0);
        metadata::encode(&self.metadata, out);
        let tag = metadata::encoded_bytes(&self.metadata);
        (FrameKind::Open, 0, tag)
    }
}
