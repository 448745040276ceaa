//! SETTINGS: what the sender accepts. The first frame each way, and the only one of its kind.
//!
//! ```text
//!  0               2          4             8
//! ┌───────────────┬──────────┬─────────────┬─────
//! │ version (u16) │ id (u16) │ value (u32) │ ...     ids ascend; an unknown id is skipped
//! └───────────────┴──────────┴─────────────┴─────
//! ```

use bytes::{BufMut, BytesMut};

use super::{Encoded, FrameKind, PayloadError, reader::Reader};
use crate::limits::{Limits, SETTINGS_ENTRIES};

/// The version of the protocol that this crate speaks.
pub const VERSION: u16 = 1;

const MESSAGE_BYTES: u16 = 1;
const CALL_CREDIT_BYTES: u16 = 2;
const CALLS: u16 = 3;

/// What a peer accepts. The default is what a peer is taken to accept before its SETTINGS are there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Settings {
    /// The protocol's version.
    pub version: u16,
    /// Bytes of the largest message that is accepted. Id 1; 4 MiB when not given.
    pub message_bytes: u32,
    /// Bytes of stream messages that a call may send before it gets CREDIT. Id 2; 0 when not given.
    pub call_credit_bytes: u32,
    /// Calls that may be open at once on this lane. Id 3; 256 when not given.
    pub calls: u32,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            version: VERSION,
            message_bytes: 4 << 20,
            call_credit_bytes: 0,
            calls: 256,
        }
    }
}

impl Settings {
    /// The settings that announce these limits.
    #[must_use]
    pub fn of(limits: &Limits) -> Self {
        let u32_of = |value: usize| u32::try_from(value).unwrap_or(u32::MAX);
        Self {
            version: VERSION,
            message_bytes: u32_of(limits.message_received_bytes),
            call_credit_bytes: limits.call_credit_bytes.clamp(1, 0x7fff_ffff),
            calls: u32_of(limits.calls_per_lane),
        }
    }

    pub(super) fn decode(mut body: Reader) -> Result<Self, PayloadError> {
        let version = body.u16()?;
        if version != VERSION {
            return Err(Reader::invalid("version", 0));
        }
        let mut settings = Self::default();
        let mut last = None;
        for _ in 0..SETTINGS_ENTRIES {
            if body.is_empty() {
                return Ok(settings);
            }
            let at = body.at();
            let (id, value) = (body.u16()?, body.u32()?);
            if last.is_some_and(|last| last >= id) {
                return Err(Reader::invalid("setting", at));
            }
            last = Some(id);
            match id {
                MESSAGE_BYTES => settings.message_bytes = value,
                CALL_CREDIT_BYTES if value > 0x7fff_ffff => {
                    return Err(Reader::invalid("credit", at));
                }
                CALL_CREDIT_BYTES => settings.call_credit_bytes = value,
                CALLS => settings.calls = value,
                _ => {}
            }
        }
        body.finish()?;
        Ok(settings)
    }

    pub(super) fn encode(self, out: &mut BytesMut) -> Encoded {
        out.put_u16_le(self.version);
        let entries = [
            (MESSAGE_BYTES, self.message_bytes),
            (CALL_CREDIT_BYTES, self.call_credit_bytes),
            (CALLS, self.calls),
        ];
        for (id, value) in entries {
            out.put_u16_le(id);
            out.put_u32_le(value);
        }
        (FrameKind::Settings, 0, 0)
    }
}
