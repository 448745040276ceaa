//! What is inside a lane's frames: one small file a payload, each with its bytes drawn and its inverse tested.
//!
//! ```text
//!  frame header: len │ kind │ flags │ tag      payload of a call: call (u32, LE) │ the kind's own bytes
//! ```
//!
//! Decoding takes what a peer sent and says where it is wrong; encoding takes what this side made and cannot fail.
//! A message is always last in its frame, so it is sliced out of the read buffer and written without being copied.

mod call;
mod goaway;
mod kind;
mod metadata;
mod open;
mod reader;
mod run;
mod settings;
mod status;

use bytes::{BufMut, Bytes, BytesMut};
use stillwire_codec::frame::{Frame, FrameHeader, HEADER_BYTES, OWN_FLAGS};

pub use call::{Cancel, Credit, Message};
pub use goaway::{ErrorCode, Goaway};
pub use kind::{FrameKind, flags};
pub(crate) use open::OpenHead;
pub use open::{Head, Open};
pub use reader::PayloadError;
pub use run::{MESSAGE_OVERHEAD_BYTES, Pieces, Run};
pub(crate) use run::{Piece, RUN_BYTES, RUN_MESSAGE_BYTES};
pub use settings::{Settings, VERSION};
pub use status::Reply;

use crate::CallId;
use reader::Reader;

/// Which end of a lane. The client opened it and opens its calls.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Opens calls.
    Client,
    /// Answers calls.
    Server,
}

/// What one frame says.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Payload {
    /// A client opens a call.
    Open(Open),
    /// A server's leading metadata.
    Head(Head),
    /// A message of a stream.
    Message(Message),
    /// The client sends no more messages of this call.
    End(CallId),
    /// The server's last word on a call.
    Reply(Reply),
    /// The client gives a call up.
    Cancel(Cancel),
    /// The receiver of a stream has room for more.
    Credit(Credit),
    /// Asks for a sign of life.
    Ping([u8; 8]),
    /// Gives it, with the same bytes.
    Pong([u8; 8]),
    /// What the sender accepts: the first frame each way.
    Settings(Settings),
    /// The sender takes no more calls.
    Goaway(Goaway),
}

impl Payload {
    /// Reads a frame that `from` sent; `None` for a kind that may be skipped.
    ///
    /// # Errors
    /// The payload breaks a rule of its kind.
    pub fn decode(frame: Frame, from: Role) -> Result<Option<Self>, PayloadError> {
        let Some(kind) = FrameKind::from_number(frame.header.kind) else {
            if FrameKind::is_skippable(frame.header.kind) {
                return Ok(None);
            }
            return Err(PayloadError::Kind {
                kind: frame.header.kind,
            });
        };
        let allowed = kind
            .allowed_flags(from)
            .ok_or(PayloadError::Sender { kind, from })?;
        let flags = frame.header.flags & !OWN_FLAGS;
        if flags & !allowed != 0 {
            return Err(PayloadError::Flags { kind, flags });
        }
        if frame.header.tag != 0 && !kind.has_tag() {
            return Err(PayloadError::Tag {
                kind,
                tag: frame.header.tag,
            });
        }
        let (tag, body) = (frame.header.tag, Reader::new(frame.payload));
        Ok(Some(match (kind, from) {
            (FrameKind::Open, Role::Client) => Self::Open(Open::decode(flags, tag, body)?),
            (FrameKind::Open, Role::Server) => Self::Head(Head::decode(tag, body)?),
            (FrameKind::Message, _) => Self::Message(Message::decode(flags, body)?),
            (FrameKind::End, _) => Self::End(call::decode_end(body)?),
            (FrameKind::Status, _) => Self::Reply(Reply::decode(flags, tag, body)?),
            (FrameKind::Cancel, _) => Self::Cancel(Cancel::decode(tag, body)?),
            (FrameKind::Credit, _) => Self::Credit(Credit::decode(body)?),
            (FrameKind::Ping, _) => Self::Ping(call::decode_ping(body)?),
            (FrameKind::Pong, _) => Self::Pong(call::decode_ping(body)?),
            (FrameKind::Settings, _) => Self::Settings(Settings::decode(body)?),
            (FrameKind::Goaway, _) => Self::Goaway(Goaway::decode(body)?),
        }))
    }

    /// Appends the frame to `out`, but for the message that ends it, which is returned: it may be written from where it lies.
    #[must_use = "the frame is not whole without the message"]
    pub fn encode(self, out: &mut BytesMut) -> Bytes {
        match self {
            Self::Open(open) => open.encode(out),
            Self::Head(head) => framed(out, |out| head.encode(out)),
            Self::Message(message) => message.encode_frame(out),
            Self::End(call) => framed(out, |out| call::encode_end(call, out)),
            Self::Reply(reply) => reply.encode(out),
            Self::Cancel(cancel) => framed(out, |out| cancel.encode(out)),
            Self::Credit(credit) => framed(out, |out| credit.encode(out)),
            Self::Ping(bytes) => framed(out, |out| call::encode_ping(FrameKind::Ping, bytes, out)),
            Self::Pong(bytes) => framed(out, |out| call::encode_ping(FrameKind::Pong, bytes, out)),
            Self::Settings(settings) => framed(out, |out| settings.encode(out)),
            Self::Goaway(goaway) => framed(out, |out| goaway.encode(out)),
        }
    }
}

/// Puts the header in front of what `encode` appends, which is a frame without a message.
fn framed(out: &mut BytesMut, encode: impl FnOnce(&mut BytesMut) -> Encoded) -> Bytes {
    let start = out.len();
    out.put_bytes(0, HEADER_BYTES);
    let encoded = encode(out);
    let payload_bytes = out.len().saturating_sub(start).saturating_sub(HEADER_BYTES);
    if let Some(room) = out.get_mut(start..start.saturating_add(HEADER_BYTES)) {
        room.copy_from_slice(&frame_header(encoded, payload_bytes));
    }
    Bytes::new()
}

/// The header of a frame with so many bytes behind it.
fn frame_header((kind, flags, tag): Encoded, payload_bytes: usize) -> [u8; HEADER_BYTES] {
    FrameHeader {
        payload_len: u32::try_from(payload_bytes).unwrap_or(u32::MAX),
        kind: kind.number(),
        flags,
        tag,
    }
    .encode()
}

/// What is said of a payload in its header: kind, flags and tag.
type Encoded = (FrameKind, u8, u16);

#[cfg(test)]
mod tests;
