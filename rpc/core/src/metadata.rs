//! Metadata: what travels beside the messages of a call.
//!
//! The rules are those of gRPC's `PROTOCOL-HTTP2`, so that the same metadata fits every transport: keys of
//! `0-9 a-z _ - .`; a key that ends in `-bin` carries any bytes, any other key printable ASCII; one key may have many
//! values, and their order is kept. Names that a transport uses itself (`grpc-*`, pseudo-headers, the connection's own
//! headers) are refused, so that a caller cannot forge them.
//!
//! Size is bounded where an entry is added, so that metadata which exists always fits.

use bytes::Bytes;

use crate::limits::{
    METADATA_BYTES, METADATA_ENTRIES, METADATA_ENTRY_OVERHEAD_BYTES, METADATA_KEY_BYTES,
};

/// Headers that belong to HTTP or to the gRPC transport: never metadata of a call.
const RESERVED: [&str; 10] = [
    "connection",
    "content-length",
    "content-type",
    "host",
    "keep-alive",
    "proxy-connection",
    "te",
    "trailer",
    "transfer-encoding",
    "upgrade",
];

/// Why an entry was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum MetadataError {
    /// The key is empty.
    #[error("a metadata key is empty")]
    EmptyKey,
    /// The key is longer than the byte that holds its length on a lane.
    #[error("a metadata key of {len} bytes, {allowed} allowed")]
    LongKey {
        /// Its length in bytes.
        len: usize,
        /// The limit, [`METADATA_KEY_BYTES`].
        allowed: usize,
    },
    /// The key has a byte outside `0-9 a-z _ - .` (capitals are not folded).
    #[error("byte {byte:#04x} at {at} of a metadata key is none of 0-9 a-z _ - .")]
    KeyByte {
        /// Where in the key.
        at: usize,
        /// What stands there.
        byte: u8,
    },
    /// The key belongs to the transport: `grpc-*`, a pseudo-header, or one of HTTP's own headers.
    #[error("the metadata key is reserved for the transport")]
    ReservedKey,
    /// The value of a key without `-bin` has a byte outside printable ASCII.
    #[error(
        "byte {byte:#04x} at {at} of a metadata value is not printable ASCII; use a key that ends in -bin"
    )]
    ValueByte {
        /// Where in the value.
        at: usize,
        /// What stands there.
        byte: u8,
    },
    /// The value of a key without `-bin` begins or ends with a space, which HTTP would strip.
    #[error("a metadata value begins or ends with a space, which a transport may strip")]
    SurroundingSpace,
    /// One entry more than allowed.
    #[error("more than {allowed} metadata entries")]
    TooMany {
        /// The limit, [`METADATA_ENTRIES`].
        allowed: usize,
    },
    /// Keys, values and 32 bytes an entry are more than allowed.
    #[error("metadata of more than {allowed} bytes, counting 32 an entry")]
    TooLarge {
        /// The limit, [`METADATA_BYTES`].
        allowed: usize,
    },
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Entry {
    key: Box<str>,
    value: Bytes,
}

/// Keys with values, in the order in which they were added; at most [`METADATA_ENTRIES`] and [`METADATA_BYTES`].
///
/// ```
/// use stillwire_rpc_core::Metadata;
///
/// let mut metadata = Metadata::new();
/// metadata.append("tenant", "acme")?;
/// metadata.append("trace-bin", &b"\x00\xff"[..])?;
/// assert_eq!(metadata.get_text("tenant"), Some("acme"));
/// assert!(metadata.append("grpc-status", "0").is_err());
/// # Ok::<(), stillwire_rpc_core::MetadataError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Metadata(
    /// `None` without entries, as in most calls, which carry several of these from hand to hand.
    Option<Box<Entries>>,
);

/// At least one.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Entries {
    list: Vec<Entry>,
    bytes: usize,
}

impl Metadata {
    /// No entries, no allocation.
    #[must_use]
    pub const fn new() -> Self {
        Self(None)
    }

    /// Adds a value to those that the key has.
    ///
    /// # Errors
    /// The key or the value breaks a rule of the module, or the metadata would pass a limit; nothing is added then.
    pub fn append(&mut self, key: &str, value: impl Into<Bytes>) -> Result<(), MetadataError> {
        let value = value.into();
        check_key(key)?;
        if !is_binary(key) {
            check_text(&value)?;
        }
        let bytes = self
            .counted_bytes()
            .saturating_add(key.len())
            .saturating_add(value.len())
            .saturating_add(METADATA_ENTRY_OVERHEAD_BYTES);
        if self.len() >= METADATA_ENTRIES {
            return Err(MetadataError::TooMany {
                allowed: METADATA_ENTRIES,
            });
        }
        if bytes > METADATA_BYTES {
            return Err(MetadataError::TooLarge {
                allowed: METADATA_BYTES,
            });
        }
        let entries = self.0.get_or_insert_default();
        entries.bytes = bytes;
        entries.list.push(Entry {
            key: key.into(),
            value,
        });
        Ok(())
    }

    /// Puts this value in the place of all that the key had.
    ///
    /// # Errors
    /// As [`append`](Self::append); the key has lost its old values then.
    pub fn set(&mut self, key: &str, value: impl Into<Bytes>) -> Result<(), MetadataError> {
        self.remove(key);
        self.append(key, value)
    }

    /// Takes all values of the key away; says how many there were.
    pub fn remove(&mut self, key: &str) -> usize {
        let Some(entries) = &mut self.0 else {
            return 0;
        };
        let before = entries.list.len();
        let mut freed = 0_usize;
        entries.list.retain(|entry| {
            let keep = &*entry.key != key;
            if !keep {
                freed = freed.saturating_add(cost(entry));
            }
            keep
        });
        entries.bytes = entries.bytes.saturating_sub(freed);
        let removed = before.saturating_sub(entries.list.len());
        if removed == before {
            self.0 = None;
        }
        removed
    }

    /// The first value of the key.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Bytes> {
        self.entries()
            .iter()
            .find(|entry| &*entry.key == key)
            .map(|entry| &entry.value)
    }

    /// The first value of the key as text; `None` as well when its bytes are not UTF-8.
    #[must_use]
    pub fn get_text(&self, key: &str) -> Option<&str> {
        self.get(key)
            .and_then(|value| std::str::from_utf8(value).ok())
    }

    /// All values of the key, in order.
    pub fn get_all<'a>(&'a self, key: &'a str) -> impl Iterator<Item = &'a Bytes> + 'a {
        self.entries()
            .iter()
            .filter(move |entry| &*entry.key == key)
            .map(|entry| &entry.value)
    }

    /// All entries, in order.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (&str, &Bytes)> {
        let entries = self.entries().iter();
        entries.map(|entry| (&*entry.key, &entry.value))
    }

    /// How many entries there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.entries().len()
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_none()
    }

    /// Keys, values and [`METADATA_ENTRY_OVERHEAD_BYTES`] an entry: what counts against [`METADATA_BYTES`].
    #[must_use]
    pub fn counted_bytes(&self) -> usize {
        self.0.as_ref().map_or(0, |entries| entries.bytes)
    }

    fn entries(&self) -> &[Entry] {
        self.0.as_ref().map_or(&[], |entries| &entries.list)
    }
}

/// Whether values of this key are bytes (it ends in `-bin`) and not text.
#[must_use]
pub fn is_binary(key: &str) -> bool {
    key.ends_with("-bin")
}

fn cost(entry: &Entry) -> usize {
    entry
        .key
        .len()
        .saturating_add(entry.value.len())
        .saturating_add(METADATA_ENTRY_OVERHEAD_BYTES)
}

fn check_key(key: &str) -> Result<(), MetadataError> {
    if key.is_empty() {
        return Err(MetadataError::EmptyKey);
    }
    if key.len() > METADATA_KEY_BYTES {
        return Err(MetadataError::LongKey {
            len: key.len(),
            allowed: METADATA_KEY_BYTES,
        });
    }
    if key.starts_with(':') || key.starts_with("grpc-") || RESERVED.contains(&key) {
        return Err(MetadataError::ReservedKey);
    }
    let allowed = |byte: u8| matches!(byte, b'0'..=b'9' | b'a'..=b'z' | b'_' | b'-' | b'.');
    match key.bytes().enumerate().find(|&(_, byte)| !allowed(byte)) {
        Some((at, byte)) => Err(MetadataError::KeyByte { at, byte }),
        None => Ok(()),
    }
}

fn check_text(value: &[u8]) -> Result<(), MetadataError> {
    if value.first() == Some(&b' ') || value.last() == Some(&b' ') {
        return Err(MetadataError::SurroundingSpace);
    }
    match value
        .iter()
        .copied()
        .enumerate()
        .find(|(_, byte)| !matches!(byte, 0x20..=0x7e))
    {
        Some((at, byte)) => Err(MetadataError::ValueByte { at, byte }),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_keeps_many_values_in_order() {
        let mut metadata = Metadata::new();
        metadata.append("a", "1").unwrap();
        metadata.append("b", "2").unwrap();
        metadata.append("a", "3").unwrap();
        assert_eq!(metadata.get_all("a").collect::<Vec<_>>(), ["1", "3"]);
        assert_eq!(
            metadata.iter().map(|(key, _)| key).collect::<Vec<_>>(),
            ["a", "b", "a"]
        );
        metadata.set("a", "4").unwrap();
        assert_eq!(metadata.get_all("a").collect::<Vec<_>>(), ["4"]);
        assert_eq!(metadata.counted_bytes(), 2 * (2 + 32));
    }

    #[test]
    fn keys_of_the_transport_are_refused() {
        let mut metadata = Metadata::new();
        for key in [
            "grpc-timeout",
            "grpc-x",
            ":path",
            "te",
            "content-type",
            "host",
        ] {
            assert_eq!(
                metadata.append(key, "x"),
                Err(MetadataError::ReservedKey),
                "{key}"
            );
        }
        assert_eq!(metadata.append("", "x"), Err(MetadataError::EmptyKey));
        assert_eq!(
            metadata.append("aB", "x"),
            Err(MetadataError::KeyByte { at: 1, byte: b'B' })
        );
        let long = "k".repeat(METADATA_KEY_BYTES + 1);
        assert!(matches!(
            metadata.append(&long, "x"),
            Err(MetadataError::LongKey { .. })
        ));
        assert!(metadata.is_empty());
        metadata.append(&long[1..], "x").unwrap();
    }

    #[test]
    fn text_is_printable_and_only_bin_keys_carry_bytes() {
        let mut metadata = Metadata::new();
        assert_eq!(
            metadata.append("k", "a\nb"),
            Err(MetadataError::ValueByte { at: 1, byte: b'\n' })
        );
        assert_eq!(
            metadata.append("k", "é"),
            Err(MetadataError::ValueByte { at: 0, byte: 0xc3 })
        );
        assert_eq!(
            metadata.append("k", " a"),
            Err(MetadataError::SurroundingSpace)
        );
        metadata.append("k-bin", &b"\x00\xff "[..]).unwrap();
        metadata.append("k", "").unwrap();
        assert_eq!(metadata.get("k-bin").unwrap().len(), 3);
    }

    #[test]
    fn entries_stop_at_their_limit() {
        let mut metadata = Metadata::new();
        for _ in 0..METADATA_ENTRIES {
            metadata.append("k", "v").unwrap();
        }
        assert_eq!(
            metadata.append("k", "v"),
            Err(MetadataError::TooMany {
                allowed: METADATA_ENTRIES
            })
        );
    }

    #[test]
    fn bytes_stop_at_their_limit() {
        let mut metadata = Metadata::new();
        let room = METADATA_BYTES - METADATA_ENTRY_OVERHEAD_BYTES - "k".len();
        assert!(metadata.clone().append("k", "v".repeat(room + 1)).is_err());
        metadata.append("k", "v".repeat(room)).unwrap();
        assert_eq!(
            metadata.append("k", ""),
            Err(MetadataError::TooLarge {
                allowed: METADATA_BYTES
            })
        );
        metadata.remove("k");
        metadata.append("k", "v".repeat(room)).unwrap();
    }
}
