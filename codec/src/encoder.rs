//! An encoder that keeps its memory.

use crate::encoded::{Rules, check_rules};
use crate::error::EncodeError;
use crate::kind;
use crate::limits::MAX_MESSAGE_BYTES;
use crate::message::{Encode, Message};
use crate::writer::Writer;

/// Encodes one value after the other into memory that it keeps.
///
/// For bytes that are used up before the next value comes: written to a file, copied into a buffer of somebody else.
/// What is to stay is made by `encode`, which takes fresh memory once.
///
/// ```
/// use stillwire_codec::{Empty, Encoded, Encoder};
///
/// let mut encoder = Encoder::new();
/// let bytes = encoder.encode(&Empty {})?;
/// assert_eq!(bytes, [0, 0, 0, 0]);
/// # Ok::<(), stillwire_codec::EncodeError>(())
/// ```
#[derive(Debug)]
pub struct Encoder {
    writer: Writer,
}

impl Encoder {
    /// An encoder without memory: it grows with the first value.
    pub fn new() -> Self {
        Self::with_capacity(0)
    }

    /// An encoder with room for `bytes` bytes.
    pub fn with_capacity(bytes: usize) -> Self {
        Self {
            writer: Writer::with_capacity(bytes),
        }
    }

    /// The encoding of `value`: the owned struct, its `…Init` of borrows, or a view. The next call overwrites it.
    ///
    /// # Errors
    /// Where the value is larger or deeper than a message may be, or a `where` clause refuses it.
    pub fn encode<M: Message>(&mut self, value: &impl Encode<M>) -> Result<&[u8], EncodeError> {
        self.writer.clear();
        kind::put_message::<M>(&mut self.writer, value);
        self.writer.check(MAX_MESSAGE_BYTES)?;
        check_rules(self.writer.written(), Rules::of::<M>())?;
        Ok(self.writer.written())
    }
}

impl Default for Encoder {
    fn default() -> Self {
        Self::new()
    }
}
