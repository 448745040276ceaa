//! Reads a payload field by field, and says where it is wrong.

use bytes::{Buf, Bytes};

use super::{FrameKind, Role};
use crate::{CallId, MetadataError};

/// Why a payload was refused. Offsets count from the start of the payload.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum PayloadError {
    /// The kind is none of the protocol, and not one to skip.
    #[error("frame kind {kind} is unknown")]
    Kind {
        /// The kind's number.
        kind: u8,
    },
    /// This side may not send this kind.
    #[error("a {from:?} may not send {kind:?}")]
    Sender {
        /// The kind.
        kind: FrameKind,
        /// The side that sent it.
        from: Role,
    },
    /// A flag is set that this kind does not have.
    #[error("flags {flags:#04x} of {kind:?} are not all known")]
    Flags {
        /// The kind.
        kind: FrameKind,
        /// The high four bits of its flags.
        flags: u8,
    },
    /// The header's tag must be 0 for this kind.
    #[error("tag {tag} of {kind:?} is not 0")]
    Tag {
        /// The kind.
        kind: FrameKind,
        /// The tag.
        tag: u16,
    },
    /// The payload ends inside a field.
    #[error("payload ends at byte {at}, {needed} more needed")]
    Truncated {
        /// Where the field begins.
        at: usize,
        /// Bytes that it still needs.
        needed: usize,
    },
    /// Bytes follow after the last field.
    #[error("{extra} bytes too many at byte {at} of the payload")]
    Trailing {
        /// Where they begin.
        at: usize,
        /// How many.
        extra: usize,
    },
    /// A field has a value that it may not have.
    #[error("{field} at byte {at} of the payload is not valid")]
    Field {
        /// Which field.
        field: &'static str,
        /// Where it begins.
        at: usize,
    },
    /// A metadata entry is not valid.
    #[error("metadata at byte {at} of the payload: {error}")]
    Metadata {
        /// Where the entry begins.
        at: usize,
        /// What is wrong with it.
        error: MetadataError,
    },
}

/// A payload and how far it has been read. What is taken as bytes shares the payload's buffer; a number is copied out of it.
#[derive(Debug)]
pub(super) struct Reader {
    payload: Bytes,
    /// Bytes of the payload that were read.
    read: usize,
    /// Where the payload begins in the one that it is a part of.
    base: usize,
}

impl Reader {
    pub(super) const fn new(payload: Bytes) -> Self {
        Self {
            payload,
            read: 0,
            base: 0,
        }
    }

    /// Where the next field begins.
    pub(super) const fn at(&self) -> usize {
        self.base.saturating_add(self.read)
    }

    pub(super) const fn is_empty(&self) -> bool {
        self.left() == 0
    }

    const fn left(&self) -> usize {
        self.payload.len().saturating_sub(self.read)
    }

    /// The error of a field that begins at `at` and has a value that it may not have.
    pub(super) const fn invalid(field: &'static str, at: usize) -> PayloadError {
        PayloadError::Field { field, at }
    }

    pub(super) fn bytes(&mut self, len: usize) -> Result<Bytes, PayloadError> {
        if len > self.left() {
            return Err(self.truncated(len));
        }
        let end = self.read.saturating_add(len);
        let bytes = self.payload.slice(self.read..end);
        self.read = end;
        Ok(bytes)
    }

    #[inline]
    pub(super) fn array<const N: usize>(&mut self) -> Result<[u8; N], PayloadError> {
        let rest = self.payload.get(self.read..).unwrap_or_default();
        let Some(array) = rest.first_chunk() else {
            return Err(self.truncated(N));
        };
        self.read = self.read.saturating_add(N);
        Ok(*array)
    }

    #[cold]
    const fn truncated(&self, len: usize) -> PayloadError {
        PayloadError::Truncated {
            at: self.at(),
            needed: len.saturating_sub(self.left()),
        }
    }

    pub(super) fn u8(&mut self) -> Result<u8, PayloadError> {
        self.array().map(|[byte]| byte)
    }

    pub(super) fn u16(&mut self) -> Result<u16, PayloadError> {
        self.array().map(u16::from_le_bytes)
    }

    pub(super) fn u32(&mut self) -> Result<u32, PayloadError> {
        self.array().map(u32::from_le_bytes)
    }

    pub(super) fn u64(&mut self) -> Result<u64, PayloadError> {
        self.array().map(u64::from_le_bytes)
    }

    /// A call's number, which is never 0.
    pub(super) fn call(&mut self) -> Result<CallId, PayloadError> {
        let at = self.at();
        match self.u32()? {
            0 => Err(Self::invalid("call", at)),
            number => Ok(CallId(number)),
        }
    }

    /// The next `len` bytes as a payload of their own; its offsets go on where these stand.
    pub(super) fn part(&mut self, len: usize) -> Result<Self, PayloadError> {
        let base = self.at();
        Ok(Self {
            payload: self.bytes(len)?,
            read: 0,
            base,
        })
    }

    /// All that is left.
    pub(super) fn rest(mut self) -> Bytes {
        self.payload.advance(self.read);
        self.payload
    }

    /// Says that nothing may be left.
    pub(super) fn finish(self) -> Result<(), PayloadError> {
        match self.left() {
            0 => Ok(()),
            extra => Err(PayloadError::Trailing {
                at: self.at(),
                extra,
            }),
        }
    }
}
