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
use crate::json::{Source, put_json_string};
use crate::message::Message;
use serde::de::{DeserializeSeed, Error as _, MapAccess, SeqAccess, Visitor};
use serde::ser::{Error as _, SerializeMap, SerializeSeq};
use std::borrow::Cow;
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
        let source = Source::new(text.as_bytes(), usize::MAX).map_err(S::Error::custom)?;
        Part(&source, 0).serialize(serializer)
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

/// A value of a text of ours.
struct Part<'t>(&'t Source<'t>, usize);

impl Serialize for Part<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(source, i) = *self;
        let (mut next, end) = (i.saturating_add(1), source.behind(i));
        match source.sort(i) {
            b'{' => {
                let mut map = serializer.serialize_map(None)?;
                while next < end {
                    let value = next.saturating_add(1);
                    map.serialize_entry(&text(source, next), &Part(source, value))?;
                    next = source.behind(value);
                }
                map.end()
            }
            b'[' => {
                let mut list = serializer.serialize_seq(None)?;
                while next < end {
                    list.serialize_element(&Part(source, next))?;
                    next = source.behind(next);
                }
                list.end()
            }
            b'"' => serializer.serialize_str(&text(source, i)),
            b't' => serializer.serialize_bool(true),
            b'f' => serializer.serialize_bool(false),
            b'n' => serializer.serialize_unit(),
            _ => {
                let number = str::from_utf8(source.raw(i)).unwrap_or_default();
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

fn text<'t>(source: &Source<'t>, i: usize) -> Cow<'t, str> {
    // All strings of ours are UTF-8.
    match source.text(i) {
        Cow::Borrowed(text) => String::from_utf8_lossy(text),
        Cow::Owned(text) => Cow::Owned(String::from_utf8_lossy(&text).into_owned()),
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
