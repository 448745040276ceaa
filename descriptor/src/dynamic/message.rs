//! A message of a type that is known only at run time.

use super::{Fields, MessageType, Value, ValueError};
use bytes::Bytes;
use std::fmt;
use std::hash::{Hash, Hasher};
use stillwire_codec::json::{self, JsonError, JsonOptions, JsonStyle};
use stillwire_codec::value::Part;
use stillwire_codec::{DecodeError, EncodeError, Limits, protobuf, value};

/// An encoded message: bytes that were verified by its type, or written by it. A clone shares them.
///
/// ```
/// # use stillwire_descriptor::dynamic::{Arena, Pool, PoolError};
/// # use stillwire_descriptor::v1::{Body, Descriptor, Field, Int, MessageDef, Place, Presence, Type, TypeDef};
/// use stillwire_codec::Limits;
/// use stillwire_codec::json::JsonStyle;
/// use stillwire_descriptor::dynamic::{Fields, Value};
///
/// # let id = Field {
/// #     ordinal: 1, name: "id".into(), ty: Type::Int(Int::U32), place: Place::Scalar(0), presence: Presence::Always,
/// #     ..Field::default()
/// # };
/// # let symbol = Field {
/// #     ordinal: 2, name: "symbol".into(), ty: Type::String, place: Place::Slot(0), presence: Presence::Always,
/// #     ..Field::default()
/// # };
/// # let body = Body::Message(MessageDef { scalars: 4, slots: 1, fields: vec![id, symbol] });
/// # let order = TypeDef { name: "acme.v1.Order".into(), body, ..TypeDef::default() };
/// # let descriptor = Descriptor { types: vec![order], ..Descriptor::default() }.encode().into_bytes();
/// let arena = Arena::new();
/// let pool = Pool::new(&arena, descriptor)?; // message Order { @1 id: u32; @2 symbol: string; }
/// let order = pool.message("acme.v1.Order").expect("it is in the descriptor");
///
/// let limits = Limits::default();
/// let message = order.encode(&Fields::new().with("id", 7_u32).with("symbol", "AAPL"), &limits)?;
/// assert_eq!(message.get("symbol")?, Some(Value::from("AAPL")));
/// assert_eq!(message.to_json(&JsonStyle::default())?, r#"{"id":7,"symbol":"AAPL"}"#);
///
/// let error = order.encode(&Fields::new().with("symbol", 7_u32), &limits).unwrap_err();
/// assert_eq!(error.to_string(), "symbol: an integer, where string is expected");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone)]
pub struct DynamicMessage<'p> {
    of: MessageType<'p>,
    bytes: Bytes,
}

impl<'p> MessageType<'p> {
    /// Verifies `bytes` as such a message, within `limits`.
    ///
    /// # Errors
    /// Where they are not its canonical encoding: the field, the byte and the reason.
    pub fn parse(
        self,
        bytes: impl Into<Bytes>,
        limits: &Limits,
    ) -> Result<DynamicMessage<'p>, DecodeError> {
        let bytes = bytes.into();
        self.verify(&bytes, limits)?;
        Ok(DynamicMessage { of: self, bytes })
    }

    /// The message with these fields; what is not named is at its default, or absent.
    ///
    /// # Errors
    /// Where a name or a type is not the schema's, a value is refused by it, or a required field is missing: which field,
    /// and why.
    pub fn encode(
        self,
        fields: &Fields<'_>,
        limits: &Limits,
    ) -> Result<DynamicMessage<'p>, ValueError> {
        let bytes = value::write(self.tables, self.index, fields, limits)?;
        Ok(DynamicMessage { of: self, bytes })
    }

    /// Reads the JSON form of such a message.
    ///
    /// # Errors
    /// Where the text is not JSON, does not make such a message, or asks for more than `limits` allow.
    pub fn from_json(
        self,
        text: &[u8],
        options: &JsonOptions,
        limits: &Limits,
    ) -> Result<DynamicMessage<'p>, JsonError> {
        let bytes = json::decode(self.tables, self.index, text, options, limits)?;
        Ok(DynamicMessage { of: self, bytes })
    }

    /// Reads the protobuf form of such a message.
    ///
    /// # Errors
    /// Where the bytes are not protobuf, do not make such a message, or ask for more than `limits` allow.
    pub fn from_protobuf(
        self,
        bytes: &[u8],
        limits: &Limits,
    ) -> Result<DynamicMessage<'p>, DecodeError> {
        let bytes = protobuf::decode(self.tables, self.index, bytes, limits)?;
        Ok(DynamicMessage { of: self, bytes })
    }
}

impl<'p> DynamicMessage<'p> {
    /// Its type.
    #[must_use]
    pub fn message_type(&self) -> MessageType<'p> {
        self.of
    }

    /// The bytes.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The bytes, taken.
    #[must_use]
    pub fn into_bytes(self) -> Bytes {
        self.bytes
    }

    /// The field of this name, if it says something: one that is at its default, or absent, does not.
    ///
    /// # Errors
    /// As [`fields`](Self::fields).
    pub fn get(&self, name: &str) -> Result<Option<Value<'_>>, DecodeError> {
        let MessageType { tables, index, .. } = self.of;
        value::read_field(tables, index, name, &self.bytes, &Limits::default())
    }

    /// All fields that say something, within the default [`Limits`].
    ///
    /// # Errors
    /// As [`fields_with`](Self::fields_with).
    pub fn fields(&self) -> Result<Fields<'_>, DecodeError> {
        self.fields_with(&Limits::default())
    }

    /// All fields that say something.
    ///
    /// # Errors
    /// Where they would take more than [`Limits::element_memory_bytes`], and where what is carried as bytes is not the message
    /// that it is said to be.
    pub fn fields_with(&self, limits: &Limits) -> Result<Fields<'_>, DecodeError> {
        value::read(self.of.tables, self.of.index, &self.bytes, limits)
    }

    /// What each byte is, from the first to the last, each once.
    pub fn parts<'a>(&'a self, tell: impl FnMut(Part<'a>)) {
        value::parts(self.of.tables, self.of.index, &self.bytes, tell);
    }

    /// The JSON form.
    ///
    /// # Errors
    /// Where what is carried as bytes is not the message that it is said to be.
    pub fn to_json(&self, style: &JsonStyle) -> Result<String, EncodeError> {
        let mut out = Vec::new();
        self.append_json(style, &mut out)?;
        // It is UTF-8: strings were verified, and the rest is ASCII.
        Ok(String::from_utf8(out).unwrap_or_default())
    }

    /// Appends the JSON form to `out`.
    ///
    /// # Errors
    /// As [`to_json`](Self::to_json); then `out` is as before.
    pub fn append_json(&self, style: &JsonStyle, out: &mut Vec<u8>) -> Result<(), EncodeError> {
        json::encode(self.of.tables, self.of.index, &self.bytes, style, out)
    }

    /// The protobuf form.
    ///
    /// # Errors
    /// As [`to_json`](Self::to_json), and where it would be larger than 2 GiB.
    pub fn to_protobuf(&self) -> Result<Bytes, EncodeError> {
        protobuf::encode(self.of.tables, self.of.index, &self.bytes)
    }
}

/// Two are equal that have the same type and the same bytes: one value has one encoding.
impl PartialEq for DynamicMessage<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.of.name() == other.of.name() && self.bytes == other.bytes
    }
}

impl Eq for DynamicMessage<'_> {}

impl Hash for DynamicMessage<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.of.name().hash(state);
        self.bytes.hash(state);
    }
}

impl fmt::Debug for DynamicMessage<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ", self.of.name())?;
        match self.fields() {
            Ok(fields) => fields.fmt(f),
            Err(error) => write!(f, "({error})"),
        }
    }
}
