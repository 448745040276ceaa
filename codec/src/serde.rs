//! With the feature `serde`: messages in whatever speaks [serde], in the form that [JSON](crate::json) has.
//!
//! A format that people read (`serde_json`, YAML, TOML) gets the canonical form: `lowerCamel` keys, enums by name, 64-bit
//! integers as strings, bytes in Base64, times by RFC 3339. What is read may be in every form that [`Encoded::from_json`]
//! takes. Another format (postcard, CBOR, MessagePack) gets the bytes of the encoding, which are verified when they come back.
//!
//! [`Encoded`] has both traits; the owned types of a schema have them where `Builder::serde(true)` says so.

#[doc(hidden)]
pub use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::encoded::{Encoded, ToEncoded};
use crate::json::{put_json_string, unescape};
use crate::message::Message;
use serde::de::{DeserializeSeed, Error as _, MapAccess, SeqAccess, Visitor};
use serde::ser::{Error as _, SerializeMap, SerializeSeq};
use std::borrow::Cow;
use std::cell::Cell;
use std::fmt;
use std::marker::PhantomData;

/// Brackets within brackets that are taken from a format.
const DEPTH: u32 = 512;

impl<M: Message> Serialize for Encoded<M> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if !serializer.is_human_readable() {
            return serializer.serialize_bytes(self.as_bytes());
        }
        let text = self.to_json().map_err(S::Error::custom)?;
        Part(&Text {
            bytes: text.as_bytes(),
            at: Cell::new(0),
        })
        .serialize(serializer)
    }
}

impl<'de, M: Message> Deserialize<'de> for Encoded<M> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if !deserializer.is_human_readable() {
            return deserializer.deserialize_byte_buf(Bytes(PhantomData));
        }
        let mut text = Vec::new();
        let seed = Seed {
            out: &mut text,
            depth: DEPTH,
        };
        seed.deserialize(deserializer)?;
        // The places that an error names are those of this text, which nobody sees.
        Self::from_json(&text).map_err(|error| {
            let (found, expected) = (error.found(), error.expected());
            D::Error::custom(format_args!(
                "{}: found {found}, expected {expected}",
                error.pointer()
            ))
        })
    }
}

/// Serialises an owned value, as generated code does.
///
/// # Errors
/// Those of the format; or where the value breaks a condition of its schema.
pub fn serialize<M: Message + ToEncoded<M>, S: Serializer>(
    value: &M,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let encoded = value.to_encoded().map_err(S::Error::custom)?;
    encoded.serialize(serializer)
}

/// Deserialises an owned value, as generated code does.
///
/// # Errors
/// Those of the format; or where what it says makes no `M`.
pub fn deserialize<'de, M: Message, D: Deserializer<'de>>(deserializer: D) -> Result<M, D::Error> {
    Encoded::<M>::deserialize(deserializer).map(|encoded| encoded.to_message())
}

/// A canonical text, and how far it was told.
struct Text<'t> {
    bytes: &'t [u8],
    at: Cell<usize>,
}

impl<'t> Text<'t> {
    fn peek(&self) -> u8 {
        self.bytes.get(self.at.get()).copied().unwrap_or(0)
    }

    fn step(&self, by: usize) {
        self.at.set(self.at.get().saturating_add(by));
    }

    /// What comes before one of these.
    fn until(&self, stops: &[u8]) -> &'t [u8] {
        let rest = self.bytes.get(self.at.get()..).unwrap_or_default();
        let len = rest.iter().position(|b| stops.contains(b));
        let len = len.unwrap_or(rest.len());
        self.step(len);
        rest.get(..len).unwrap_or_default()
    }

    /// The next string.
    fn string(&self) -> Cow<'t, str> {
        self.step(1);
        let rest = self.bytes.get(self.at.get()..).unwrap_or_default();
        let (mut len, mut escaped) = (0usize, false);
        while let Some(b) = rest.get(len).filter(|b| **b != b'"') {
            escaped |= *b == b'\\';
            len = len.saturating_add(if *b == b'\\' { 2 } else { 1 });
        }
        self.step(len.saturating_add(1));
        let raw = rest.get(..len).unwrap_or_default();
        if !escaped {
            return String::from_utf8_lossy(raw);
        }
        let mut out = Vec::new();
        unescape(raw, &mut out);
        Cow::Owned(String::from_utf8_lossy(&out).into_owned())
    }

    /// Whether there is another value before the bracket that closes, which is passed over.
    fn more(&self, close: u8) -> bool {
        if self.peek() == b',' {
            self.step(1);
        }
        let more = self.peek() != close && self.at.get() < self.bytes.len();
        if !more {
            self.step(1);
        }
        more
    }
}

/// The next value of a text.
struct Part<'t>(&'t Text<'t>);

impl Serialize for Part<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let text = self.0;
        match text.peek() {
            b'{' => {
                text.step(1);
                let mut map = serializer.serialize_map(None)?;
                while text.more(b'}') {
                    let key = text.string();
                    text.step(1);
                    map.serialize_entry(&key, &Part(text))?;
                }
                map.end()
            }
            b'[' => {
                text.step(1);
                let mut list = serializer.serialize_seq(None)?;
                while text.more(b']') {
                    list.serialize_element(&Part(text))?;
                }
                list.end()
            }
            b'"' => serializer.serialize_str(&text.string()),
            _ => {
                let word = str::from_utf8(text.until(b",]}")).unwrap_or_default();
                match word {
                    "true" => serializer.serialize_bool(true),
                    "false" => serializer.serialize_bool(false),
                    "null" => serializer.serialize_unit(),
                    number => {
                        if let Ok(n) = number.parse() {
                            return serializer.serialize_u64(n);
                        }
                        // A zero with a sign is a float.
                        if let Some(n) = number.parse().ok().filter(|n| *n != 0) {
                            return serializer.serialize_i64(n);
                        }
                        serializer.serialize_f64(number.parse().unwrap_or(f64::NAN))
                    }
                }
            }
        }
    }
}

/// Writes what a format says as text.
struct Seed<'o> {
    out: &'o mut Vec<u8>,
    depth: u32,
}

impl Seed<'_> {
    fn deeper<E: serde::de::Error>(&mut self) -> Result<Seed<'_>, E> {
        match self.depth.checked_sub(1) {
            Some(depth) => Ok(Seed {
                out: self.out,
                depth,
            }),
            None => Err(E::custom("nested too deeply")),
        }
    }

    fn word<E>(self, word: impl fmt::Display) -> Result<(), E> {
        self.out.extend_from_slice(word.to_string().as_bytes());
        Ok(())
    }
}

impl<'de> DeserializeSeed<'de> for Seed<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Seed<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value that JSON has, too")
    }

    fn visit_bool<E>(self, value: bool) -> Result<(), E> {
        self.word(value)
    }

    fn visit_i64<E>(self, value: i64) -> Result<(), E> {
        self.word(value)
    }

    fn visit_u64<E>(self, value: u64) -> Result<(), E> {
        self.word(value)
    }

    fn visit_f64<E>(self, value: f64) -> Result<(), E> {
        match value {
            value if value.is_nan() => self.word("\"NaN\""),
            f64::INFINITY => self.word("\"Infinity\""),
            f64::NEG_INFINITY => self.word("\"-Infinity\""),
            value => self.word(format_args!("{value:?}")),
        }
    }

    fn visit_str<E>(self, value: &str) -> Result<(), E> {
        put_json_string(self.out, value.as_bytes());
        Ok(())
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        self.word("null")
    }

    fn visit_none<E>(self) -> Result<(), E> {
        self.word("null")
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        self.deserialize(deserializer)
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut seq: A) -> Result<(), A::Error> {
        self.out.push(b'[');
        let mut first = true;
        loop {
            let before = self.out.len();
            if !first {
                self.out.push(b',');
            }
            if seq.next_element_seed(self.deeper()?)?.is_none() {
                self.out.truncate(before);
                break;
            }
            first = false;
        }
        self.out.push(b']');
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut map: A) -> Result<(), A::Error> {
        self.out.push(b'{');
        let mut first = true;
        while let Some(key) = map.next_key::<Key>()? {
            if !first {
                self.out.push(b',');
            }
            first = false;
            put_json_string(self.out, key.0.as_bytes());
            self.out.push(b':');
            map.next_value_seed(self.deeper()?)?;
        }
        self.out.push(b'}');
        Ok(())
    }
}

/// A key: in JSON a string, elsewhere perhaps a number or a truth value.
struct Key(String);

impl<'de> Deserialize<'de> for Key {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(KeyVisitor)
    }
}

struct KeyVisitor;

impl Visitor<'_> for KeyVisitor {
    type Value = Key;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_str<E>(self, value: &str) -> Result<Key, E> {
        Ok(Key(value.to_owned()))
    }

    fn visit_bool<E>(self, value: bool) -> Result<Key, E> {
        Ok(Key(value.to_string()))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Key, E> {
        Ok(Key(value.to_string()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Key, E> {
        Ok(Key(value.to_string()))
    }
}

/// The encoding as bytes.
struct Bytes<M>(PhantomData<M>);

impl<'de, M: Message> Visitor<'de> for Bytes<M> {
    type Value = Encoded<M>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the bytes of a message")
    }

    fn visit_bytes<E: serde::de::Error>(self, bytes: &[u8]) -> Result<Encoded<M>, E> {
        self.visit_byte_buf(bytes.to_vec())
    }

    fn visit_byte_buf<E: serde::de::Error>(self, bytes: Vec<u8>) -> Result<Encoded<M>, E> {
        Encoded::parse(bytes).map_err(E::custom)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Encoded<M>, A::Error> {
        let mut bytes = Vec::new();
        while let Some(byte) = seq.next_element()? {
            bytes.push(byte);
        }
        self.visit_byte_buf(bytes)
    }
}
