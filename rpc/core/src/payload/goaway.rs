//! GOAWAY: the sender takes no more calls, in peace or because the peer broke a rule.
//!
//! ```text
//!  0            4                 8
//! ┌────────────┬─────────────────┬──────────────┐
//! │ code (u32) │ last call (u32) │ reason, text │
//! └────────────┴─────────────────┴──────────────┘
//! ```

use bytes::{BufMut, BytesMut};

use super::{Encoded, FrameKind, PayloadError, reader::Reader, status::cut};
use crate::limits::GOAWAY_REASON_BYTES;

/// Why a lane ends. The same numbers close a QUIC stream or connection.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
#[repr(u32)]
pub enum ErrorCode {
    /// In peace: running calls are finished.
    None = 0,
    /// A frame came where it may not come, or says what it may not say.
    Protocol = 1,
    /// A frame or message is larger than the receiver takes.
    TooLarge = 2,
    /// A stream sent more than it had credit for, or was given more than can be counted.
    Credit = 3,
    /// The header or the checksum of a frame is wrong.
    Frame = 4,
    /// The sender broke, not the receiver.
    Internal = 5,
    /// The caller lost interest; for streams that carry one call.
    Cancelled = 6,
}

impl ErrorCode {
    /// The code with this number; one that is not known is [`ErrorCode::Protocol`].
    #[must_use]
    pub const fn from_number(number: u32) -> Self {
        match number {
            0 => Self::None,
            2 => Self::TooLarge,
            3 => Self::Credit,
            4 => Self::Frame,
            5 => Self::Internal,
            6 => Self::Cancelled,
            _ => Self::Protocol,
        }
    }

    /// The number on the wire.
    #[must_use]
    #[allow(
        clippy::as_conversions,
        reason = "a field-less enum of `repr(u32)` has no other conversion"
    )]
    pub const fn number(self) -> u32 {
        self as u32
    }
}

/// The sender takes no more calls.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Goaway {
    /// Why.
    pub code: ErrorCode,
    /// The last call that the sender acted on, or 0; later ones may be sent again.
    pub last_call: u32,
    /// A text for logs.
    pub reason: String,
}

impl Goaway {
    pub(super) fn decode(mut body: Reader) -> Result<Self, PayloadError> {
        let code = ErrorCode::from_number(body.u32()?);
        let last_call = body.u32()?;
        let at = body.at();
        let reason = body.rest();
        if reason.len() > GOAWAY_REASON_BYTES {
            return Err(Reader::invalid("reason", at));
        }
        let reason = std::str::from_utf8(&reason).map_err(|_| Reader::invalid("reason", at))?;
        Ok(Self {
            code,
            last_call,
            reason: reason.to_owned(),
        })
    }

    pub(super) fn encode(self, out: &mut BytesMut) -> Encoded {
        out.put_u32_le(self.code.number());
        out.put_u32_le(self.last_call);
        out.put_slice(cut(&self.reason, GOAWAY_REASON_BYTES).as_bytes());
        (FrameKind::Goaway, 0, 0)
    }
}
