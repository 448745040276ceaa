//! The short payloads: MESSAGE, END, CANCEL, CREDIT, PING and PONG.
//!
//! ```text
//!  MESSAGE     call (u32) │ message            flag END: the last one
//!  END         call (u32)
//!  CANCEL      call (u32)                      tag: 0 given up, 1 deadline passed
//!  CREDIT      call (u32) │ bytes (u32)        never 0
//!  PING, PONG  8 bytes
//! ```

use super::{Encoded, FrameKind, PayloadError, flags, reader::Reader, run};
use crate::CallId;
use bytes::{BufMut, Bytes, BytesMut};

/// A message of a stream.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// The call's number.
    pub call: CallId,
    /// The message.
    pub message: Bytes,
    /// Whether the client sends no more.
    pub end: bool,
}

impl Message {
    pub(super) fn decode(flag: u8, mut body: Reader) -> Result<Self, PayloadError> {
        let call = body.call()?;
        Ok(Self {
            call,
            message: body.rest(),
            end: flag & flags::END != 0,
        })
    }

    /// As [`Payload::encode`](super::Payload::encode), which most frames of a stream are spared.
    #[must_use = "the frame is not whole without the message"]
    pub(crate) fn encode_frame(self, out: &mut BytesMut) -> Bytes {
        let flags = if self.end { flags::END } else { 0 };
        out.put_slice(&run::head(self.message.len(), flags, self.call));
        self.message
    }
}

pub(super) fn decode_end(mut body: Reader) -> Result<CallId, PayloadError> {
    let call = body.call()?;
    body.finish()?;
    Ok(call)
}

pub(super) fn encode_end(call: CallId, out: &mut BytesMut) -> Encoded {
    out.put_u32_le(call.0);
    (FrameKind::End, 0, 0)
}

/// The client gives a call up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cancel {
    /// The call's number.
    pub call: CallId,
    /// Whether its deadline passed; otherwise its caller lost interest.
    pub deadline: bool,
}

impl Cancel {
    pub(super) fn decode(tag: u16, mut body: Reader) -> Result<Self, PayloadError> {
        if tag > 1 {
            return Err(PayloadError::Tag {
                kind: FrameKind::Cancel,
                tag,
            });
        }
        let call = body.call()?;
        body.finish()?;
        Ok(Self {
            call,
            deadline: tag == 1,
        })
    }

    pub(super) fn encode(self, out: &mut BytesMut) -> Encoded {
        out.put_u32_le(self.call.0);
        (FrameKind::Cancel, 0, u16::from(self.deadline))
    }
}

/// The receiver of a stream has room for more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Credit {
    /// The call's number.
    pub call: CallId,
    /// How many bytes more; not 0.
    pub bytes: u32,
}

impl Credit {
    pub(super) fn decode(mut body: Reader) -> Result<Self, PayloadError> {
        let call = body.call()?;
        let at = body.at();
        let bytes = body.u32()?;
        if bytes == 0 {
            return Err(Reader::invalid("credit", at));
        }
        body.finish()?;
        Ok(Self { call, bytes })
    }

    pub(super) fn encode(self, out: &mut BytesMut) -> Encoded {
        out.put_u32_le(self.call.0);
        out.put_u32_le(self.bytes);
        (FrameKind::Credit, 0, 0)
    }
}

pub(super) fn decode_ping(mut body: Reader) -> Result<[u8; 8], PayloadError> {
    let bytes = body.array()?;
    body.finish()?;
    Ok(bytes)
}

pub(super) fn encode_ping(kind: FrameKind, bytes: [u8; 8], out: &mut BytesMut) -> Encoded {
    out.put_slice(&bytes);
    (kind, 0, 0)
}
