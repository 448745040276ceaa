//! Messages as trees of values: for tools that learn of a type only at run time.
//!
//! ```text
//!  encoded bytes ──read──▶ Fields ──write──▶ the same bytes
//! ```
//!
//! A tree names what the message says: fields at their default, and optional ones that are absent, are not in it. Text and bytes
//! are borrowed from where they lie, and names from the table.

mod error;
mod parts;
mod read;
mod write;

pub use error::ValueError;
pub use parts::{Part, parts};
pub use read::{read, read_field};
pub use write::write;

use crate::error::Redacted;
use crate::scalar::{Digits, Duration, Timestamp, Uuid};
use std::borrow::Cow;
use std::fmt;

/// A value of a type that is known only at run time.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub enum Value<'a> {
    /// `bool`.
    Bool(bool),
    /// `u8` to `u64`.
    Unsigned(u64),
    /// `i8` to `i64`.
    Signed(i64),
    /// `f32`.
    F32(f32),
    /// `f64`.
    F64(f64),
    /// `string`.
    String(Cow<'a, str>),
    /// `bytes`, and `[u8; N]`.
    Bytes(Cow<'a, [u8]>),
    /// `timestamp`.
    Timestamp(Timestamp),
    /// `duration`.
    Duration(Duration),
    /// `uuid`.
    Uuid(Uuid),
    /// `decimal<SCALE>`: `units` divided by ten to the power of `scale`.
    Decimal {
        /// The number without its point.
        units: i64,
        /// Decimal places.
        scale: u8,
    },
    /// An enum. [`write()`] goes by the number, and takes a name as a [`String`](Self::String), too.
    Enum {
        /// Its number.
        number: i64,
        /// Its name in the schema, if it has one there.
        name: Option<&'a str>,
    },
    /// A set of flags.
    Flags(u64),
    /// A list or an array.
    List(Vec<Self>),
    /// A map, by ascending key where it was read.
    Map(Vec<(Self, Self)>),
    /// A message, a struct, or a message carried as bytes.
    Message(Fields<'a>),
    /// A union.
    Variant(Variant<'a>),
    /// A variant of a union that the schema does not know. It has no form but these bytes, and [`write()`] does not take it.
    Unknown {
        /// Its ordinal.
        ordinal: u16,
        /// Its payload.
        payload: Cow<'a, [u8]>,
    },
}

/// The fields of a message or struct that say something, in the order of the schema. A member of a `oneof` is a field
/// like any other.
///
/// ```
/// use stillwire_codec::value::{Fields, Value};
///
/// let order = Fields::new().with("id", 7_u64).with("symbol", "AAPL");
/// assert_eq!(order.get("symbol"), Some(&Value::from("AAPL")));
/// assert_eq!(order.get("note"), None);
/// assert_eq!(format!("{order:?}"), r#"{"id": 7, "symbol": "AAPL"}"#);
/// ```
#[derive(Clone, PartialEq, Default)]
pub struct Fields<'a>(Vec<Field<'a>>);

#[derive(Clone)]
struct Field<'a> {
    name: Cow<'a, str>,
    value: Value<'a>,
    sensitive: bool,
}

/// Whether a value is kept out of logs is no part of it.
impl PartialEq for Field<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name && self.value == other.value
    }
}

/// The variant that a union is.
#[derive(Clone)]
pub struct Variant<'a> {
    name: Cow<'a, str>,
    payload: Option<Box<Value<'a>>>,
    sensitive: bool,
}

impl PartialEq for Variant<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name && self.payload == other.payload
    }
}

impl<'a> Fields<'a> {
    /// None.
    #[must_use]
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// The value of the field of this name, if it says something.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Value<'a>> {
        let field = self.0.iter().find(|field| field.name == name)?;
        Some(&field.value)
    }

    /// Sets a field, in place of the value that it has.
    pub fn set(&mut self, name: impl Into<Cow<'a, str>>, value: impl Into<Value<'a>>) {
        let (name, value) = (name.into(), value.into());
        match self.0.iter_mut().find(|field| field.name == name) {
            Some(field) => field.value = value,
            None => self.push(name, value, false),
        }
    }

    /// The same with a field set.
    #[must_use]
    pub fn with(mut self, name: impl Into<Cow<'a, str>>, value: impl Into<Value<'a>>) -> Self {
        self.set(name, value);
        self
    }

    /// Takes a field away, so that it is at its default, or absent.
    pub fn remove(&mut self, name: &str) -> Option<Value<'a>> {
        let at = self.0.iter().position(|field| field.name == name)?;
        Some(self.0.remove(at).value)
    }

    /// Names and values.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Value<'a>)> {
        self.0.iter().map(|field| (&*field.name, &field.value))
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    fn push(&mut self, name: impl Into<Cow<'a, str>>, value: Value<'a>, sensitive: bool) {
        let name = name.into();
        self.0.push(Field {
            name,
            value,
            sensitive,
        });
    }
}

impl<'a> Variant<'a> {
    /// The variant of this name, with a payload if it has one.
    pub fn new(name: impl Into<Cow<'a, str>>, payload: Option<Value<'a>>) -> Self {
        Self {
            name: name.into(),
            payload: payload.map(Box::new),
            sensitive: false,
        }
    }

    /// Its name in the schema.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Its payload.
    #[must_use]
    pub fn payload(&self) -> Option<&Value<'a>> {
        self.payload.as_deref()
    }
}

macro_rules! from {
    ($($of:ty => $variant:ident($via:ty);)*) => {$(
        impl<'a> From<$of> for Value<'a> {
            fn from(value: $of) -> Self {
                Self::$variant(<$via>::from(value))
            }
        }
    )*};
}

from! {
    bool => Bool(bool);
    u8 => Unsigned(u64);
    u16 => Unsigned(u64);
    u32 => Unsigned(u64);
    u64 => Unsigned(u64);
    i8 => Signed(i64);
    i16 => Signed(i64);
    i32 => Signed(i64);
    i64 => Signed(i64);
    f32 => F32(f32);
    f64 => F64(f64);
    &'a str => String(Cow<'a, str>);
    String => String(Cow<'a, str>);
    &'a [u8] => Bytes(Cow<'a, [u8]>);
    Timestamp => Timestamp(Timestamp);
    Duration => Duration(Duration);
    Uuid => Uuid(Uuid);
    Vec<Value<'a>> => List(Vec<Value<'a>>);
    Fields<'a> => Message(Fields<'a>);
    Variant<'a> => Variant(Variant<'a>);
}

impl fmt::Debug for Value<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Bool(value) => value.fmt(f),
            Self::Unsigned(value) => value.fmt(f),
            Self::Signed(value) => value.fmt(f),
            Self::F32(value) => value.fmt(f),
            Self::F64(value) => value.fmt(f),
            Self::String(value) => value.fmt(f),
            Self::Bytes(value) => value.fmt(f),
            Self::Timestamp(value) => value.fmt(f),
            Self::Duration(value) => value.fmt(f),
            Self::Uuid(value) => value.fmt(f),
            Self::Decimal { units, scale } => {
                let digits = Digits::new(*units, *scale);
                f.write_str(&String::from_utf8_lossy(digits.text()))
            }
            Self::Enum {
                name: Some(name), ..
            } => f.write_str(name),
            Self::Enum { number, .. } => number.fmt(f),
            Self::Flags(bits) => write!(f, "{bits:#b}"),
            Self::List(values) => values.fmt(f),
            Self::Map(entries) => f
                .debug_map()
                .entries(entries.iter().map(|(k, v)| (k, v)))
                .finish(),
            Self::Message(fields) => fields.fmt(f),
            Self::Variant(variant) => variant.fmt(f),
            Self::Unknown { ordinal, payload } => f
                .debug_tuple("Unknown")
                .field(ordinal)
                .field(payload)
                .finish(),
        }
    }
}

/// What is sensitive is not shown.
impl fmt::Debug for Fields<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut map = f.debug_map();
        for field in &self.0 {
            match field.sensitive {
                true => map.entry(&field.name, &Redacted),
                false => map.entry(&field.name, &field.value),
            };
        }
        map.finish()
    }
}

impl fmt::Debug for Variant<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut tuple = f.debug_tuple(&self.name);
        match &self.payload {
            Some(_) if self.sensitive => tuple.field(&Redacted),
            Some(payload) => tuple.field(payload),
            None => &mut tuple,
        };
        tuple.finish()
    }
}
