//! Metadata inside OPEN and STATUS.
//!
//! ```text
//!  per entry: key length (u8) │ key │ value length (u16, LE) │ value
//! ```
//!
//! The header's tag holds the length of all entries together. Text and binary values are written alike: the key says
//! which it is.

use bytes::{BufMut, BytesMut};

use super::{PayloadError, reader::Reader};
use crate::Metadata;

/// Appends the entries; the number of bytes is what the tag holds.
pub(super) fn encode(metadata: &Metadata, out: &mut BytesMut) -> u16 {
    let start = out.len();
    for (key, value) in metadata.iter() {
        // Both fit: `Metadata` takes no key over 255 bytes, and no more than 16 KiB altogether.
        out.put_u8(u8::try_from(key.len()).unwrap_or(u8::MAX));
        out.put_slice(key.as_bytes());
        out.put_u16_le(u16::try_from(value.len()).unwrap_or(u16::MAX));
        out.put_slice(value);
    }
    u16::try_from(out.len().saturating_sub(start)).unwrap_or(u16::MAX)
}

/// Reads `len` bytes of entries.
pub(super) fn decode(len: u16, body: &mut Reader) -> Result<Metadata, PayloadError> {
    let mut metadata = Metadata::new();
    let mut entries = body.part(usize::from(len))?;
    while !entries.is_empty() {
        let at = entries.at();
        let key_len = usize::from(entries.u8()?);
        let key = entries.bytes(key_len)?;
        let value_len = usize::from(entries.u16()?);
        let value = entries.bytes(value_len)?;
        let key = std::str::from_utf8(&key).map_err(|_| Reader::invalid("metadata key", at))?;
        metadata
            .append(key, value)
            .map_err(|error| PayloadError::Metadata { at, error })?;
    }
    Ok(metadata)
}
