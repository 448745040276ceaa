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

use super::{Encoded, FrameKind, PayloadError, flags, metadata, reader::Reader};
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

    pub(super) fn encode(self, out: &mut BytesMut) -> Encoded {
        out.put_u32_le(self.call.0);
        out.put_slice(&self.method.to_bytes());
        // Rounded up, so that a deadline that is about to pass does not turn into none.
        let micros = self
            .time_left
            .map_or(0, |left| left.as_nanos().div_ceil(1000).max(1));
        out.put_u64_le(u64::try_from(micros).unwrap_or(u64::MAX));
        let mut flag = if self.end { flags::END } else { 0 };
        if let Some(path) = self.path {
            flag |= flags::MORE;
            out.put_u8(u8::try_from(path.len()).unwrap_or(u8::MAX));
            out.put_slice(path.as_bytes());
        }
        let tag = metadata::encode(&self.metadata, out);
        if self.message.is_some() {
            flag |= flags::MESSAGE;
        }
        (FrameKind::Open, flag, tag, self.message.unwrap_or_default())
    }
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
        let tag = metadata::encode(&self.metadata, out);
        (FrameKind::Open, 0, tag, Bytes::new())
    }
}
