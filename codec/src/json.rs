//! The JSON form: protobuf's canonical JSON of the emitted proto, straight between text and [`Encoded`].
//!
//! One service, two encodings, one JSON: what is written here is what any protobuf library writes for the protobuf form
//! of the same message, and what these write is read here. No tree of values lies between, and no owned value; [`Tables`]
//! drive it.
//!
//! | schema | JSON | read, too |
//! |---|---|---|
//! | `bool` | `true` | |
//! | `u8` … `u32`, `i8` … `i32` | `12` | `"12"`, `12.0`, `1.2e1` |
//! | `u64`, `i64` | `"12"` | `12`, likewise |
//! | `f32`, `f64` | `1.5`, `"NaN"`, `"Infinity"`, `"-Infinity"` | `"1.5"` |
//! | `string` | `"text"` | |
//! | `bytes`, `[u8; N]` | `"AAEC"`: Base64 with padding | without padding; with `-` and `_` |
//! | `timestamp` | `"2026-01-31T09:30:00.250Z"` | 1 to 9 digits of fraction, an offset |
//! | `duration` | `"1.500s"` | 1 to 9 digits of fraction |
//! | `uuid`, `decimal<S>` | their text in quotes | |
//! | `enum` | `"SIDE_BUY"`, the name in the emitted proto; the number of one without a name | `"buy"`, the number |
//! | `flags` | the integer, like `u32` or `u64` | `["post_only", "hidden"]` |
//! | `struct`, message, `encoded<T>` | an object, keys in `lowerCamel` | keys as in the schema |
//! | `union` | an object with the one variant; one without payload is `{}` | |
//! | `oneof` | its member among those of the message | |
//! | `list<T>`, `[T; N]` | an array | |
//! | `map<K, V>` | an object, keys ascending; of an enum the number | the name of an enum |
//! | those within one another, in a union, or optional | `{"items": …}` | |
//!
//! A field that is zero or empty is not written, unless it is optional or has a default. `null` says that a field is
//! absent. A key that comes twice is refused.
//!
//! The rules are those of protobuf's ProtoJSON, <https://protobuf.dev/programming-guides/json/>, on the JSON of RFC 8259.

mod base64;
mod error;
mod float;
mod names;
mod number;
mod options;
mod read;
mod scan;
mod source;
mod stream;
mod text;
mod types;
mod wellknown;
mod write;

#[cfg(feature = "serde")]
pub(crate) use source::Source;
#[cfg(feature = "serde")]
pub(crate) use text::put_string as put_json_string;

pub use error::{JsonError, Kind as JsonErrorKind};
pub use options::{JsonOptions, JsonStyle};
pub use stream::{JsonDecoder, JsonReader, JsonStreamError};
pub use types::JsonTypes;

use crate::encoded::Encoded;
use crate::error::EncodeError;
use crate::kind::{Cx, verify_message};
use crate::limits::Limits;
use crate::message::Message;
use crate::table::{self, Tables};
use bytes::{Bytes, BytesMut};
use std::io;

impl<M: Message> Encoded<M> {
    /// The JSON form, without white space.
    ///
    /// ```
    /// use stillwire_codec::{Empty, Encoded, ToEncoded};
    ///
    /// let text = Empty.to_encoded()?.to_json()?;
    /// assert_eq!(text, "{}");
    /// assert_eq!(Encoded::<Empty>::from_json(&text)?.to_json()?, text);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// Where a part that is carried as bytes (`encoded<T>`) is not what its type says: it is verified now, for in this form
    /// it is a sub-message like any other. Where a type has no such part, never.
    pub fn to_json(&self) -> Result<String, EncodeError> {
        self.to_json_with(&JsonStyle::default())
    }

    /// The same in another style.
    ///
    /// # Errors
    /// As [`to_json`](Self::to_json).
    pub fn to_json_with(&self, style: &JsonStyle) -> Result<String, EncodeError> {
        let mut out = Vec::new();
        self.put_json(style, &mut out)?;
        // All parts are ASCII, or were verified.
        Ok(String::from_utf8(out)
            .unwrap_or_else(|e| String::from_utf8_lossy(e.as_bytes()).into_owned()))
    }

    /// Appends the JSON form to `out`.
    ///
    /// # Errors
    /// As [`to_json`](Self::to_json); then `out` is as before.
    pub fn append_json(&self, style: &JsonStyle, out: &mut BytesMut) -> Result<(), EncodeError> {
        let mut text = Vec::new();
        self.put_json(style, &mut text)?;
        out.extend_from_slice(&text);
        Ok(())
    }

    /// Appends the JSON form to `out`, without a copy.
    ///
    /// # Errors
    /// As [`to_json`](Self::to_json); then `out` is as before.
    pub fn put_json(&self, style: &JsonStyle, out: &mut Vec<u8>) -> Result<(), EncodeError> {
        let (schema, index) = M::TABLE.get();
        write::write(schema, index, self.as_bytes(), style, out)
    }

    /// Writes the JSON form to a file, a socket or standard output.
    ///
    /// # Errors
    /// Those of the writer; [`InvalidData`](io::ErrorKind::InvalidData) where [`to_json`](Self::to_json) has one, and then
    /// nothing was written.
    pub fn write_json(&self, style: &JsonStyle, out: &mut impl io::Write) -> io::Result<()> {
        let mut text = Vec::new();
        self.put_json(style, &mut text)
            .map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error))?;
        out.write_all(&text)
    }

    /// Reads the JSON form of an `M`, within the default [`Limits`]. A key that the schema does not know is an error.
    ///
    /// ```
    /// use stillwire_codec::{Empty, Encoded};
    ///
    /// let error = Encoded::<Empty>::from_json(r#"{"price": 1}"#).unwrap_err();
    /// assert_eq!(
    ///     error.to_string(),
    ///     "found the key \"price\", expected a member of google.protobuf.Empty, at line 1, column 2"
    /// );
    /// ```
    ///
    /// # Errors
    /// Where the text is not JSON, does not make an `M`, or asks for more than the limits allow: the value, the place, what
    /// was found and what was expected.
    pub fn from_json(text: impl AsRef<[u8]>) -> Result<Self, JsonError> {
        Self::from_json_with(text, &JsonOptions::default(), &Limits::default())
    }

    /// The same with options and limits. Of these, [`Limits::message_bytes`] bounds the text and [`Limits::decoded_bytes`]
    /// the message; beside them reading takes memory of at most a small multiple of the text.
    ///
    /// # Errors
    /// As [`from_json`](Self::from_json).
    pub fn from_json_with(
        text: impl AsRef<[u8]>,
        options: &JsonOptions,
        limits: &Limits,
    ) -> Result<Self, JsonError> {
        let (schema, index) = M::TABLE.get();
        let text = text.as_ref();
        let hint = M::hint().capacity().min(text.len().saturating_mul(4));
        let depth = limits.depth;
        let bytes = read::read(schema, index, text, options, limits, hint, |bytes| {
            // The table and the types are two descriptions. Accessors trust the types, so these have the last word.
            if verify_message::<M>(bytes, Cx { depth }) {
                return Ok(());
            }
            let limits = Limits {
                message_bytes: limits.decoded_bytes,
                ..*limits
            };
            Err(table::verify::explain(schema, index, bytes, &limits))
        })?;
        M::hint().learn(bytes.len());
        Ok(Self::proven(bytes))
    }
}

/// Turns the JSON form of message `index` of `schema` into its encoding, which is canonical.
///
/// # Errors
/// Where the text is not JSON, does not make such a message, or asks for more than `limits` allow.
pub fn decode<'s>(
    schema: &'s Tables<'s>,
    index: usize,
    text: &[u8],
    options: &JsonOptions,
    limits: &Limits,
) -> Result<Bytes, JsonError> {
    let decoded = Limits {
        message_bytes: limits.decoded_bytes,
        ..*limits
    };
    read::read(schema, index, text, options, limits, text.len(), |bytes| {
        table::verify::verify(schema, index, bytes, &decoded)
    })
}

/// Appends the JSON form of an encoded message `index` of `schema` to `out`.
///
/// `bytes` must have been verified, or come from [`decode`] or the encoder: how deep they nest is not checked again.
/// What is not sound in them reads as absent.
///
/// # Errors
/// Where a part that is carried as bytes is not what its type says; then `out` is as before.
pub fn encode<'s>(
    schema: &'s Tables<'s>,
    index: usize,
    bytes: &[u8],
    style: &JsonStyle,
    out: &mut Vec<u8>,
) -> Result<(), EncodeError> {
    write::write(schema, index, bytes, style, out)
}
