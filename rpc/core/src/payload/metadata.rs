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

/// What an entry takes besides its key and its value.
const LENGTHS_BYTES: usize = size_of::<u8>() + size_of::<u16>();

/// Bytes that the entries take: what the tag holds.
pub(super) fn encoded_bytes(metadata: &Metadata) -> u16 {
    let lens = metadata.iter().map(|(key, value)| {
        let bytes = key.len().saturating_add(value.len());
        bytes.saturating_add(LENGTHS_BYTES)
    });
    // It fits: `Metadata` takes no more than 16 KiB.
    u16::try_from(lens.fold(0, usize::saturating_add)).unwrap_or(u16::MAX)
}

/// Appends the entries.
pub(super) fn encode(metadata: &Metadata, out: &mut BytesMut) {
    for (key, value) in metadata.iter() {
        // Both fit: `Metadata` takes no key over 255 bytes, and no more than 16 KiB altogether.
        out.put_u8(u8::try_from(key.len()).unwrap_or(u8::MAX));
        out.put_slice(key.as_bytes());
        out.put_u16_le(u16::try_from(value.len()).unwrap_or(u16::MAX));
        out.put_slice(value);
    }
}

/// Reads `len` bytes of entries.
pub(super) fn decode(len: u16, body: &mut Reader) -> Result<Metadata, PayloadError> {
    let mut metadata = Metadata::new();
    if len == 0 {
        return Ok(metadata); // as most of the time
    }
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
