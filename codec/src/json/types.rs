//! The types that a `google.protobuf.Any` may hold: found by the name at the end of its URL.
//!
//! An `Any` has the bytes of a message's protobuf form and says of which. To write what is in it as JSON, and to read that, the
//! type has to be known: it is looked for among the messages of the schema whose message is read or written, of all that it
//! uses, of those that the caller names, and protobuf's own.

use crate::error::{DecodeError, EncodeError};
use crate::limits::Limits;
use crate::protobuf;
use crate::protobuf::wire::{LEN, key, put_bytes};
use crate::steps::tick;
use crate::table::{
    FieldDef, MessageDef, MessageTable, Place, Presence, ProtoInt, Schema, Tables, Ty,
};
use crate::writer::Writer;
use bytes::Bytes;
use std::cell::OnceCell;
use std::collections::HashMap;
use std::{fmt, ptr};

/// Further schemas whose messages a `google.protobuf.Any` may hold in JSON, beside that of the message and those that it
/// uses.
///
/// ```
/// use stillwire_codec::json::{JsonOptions, JsonTypes};
/// use stillwire_codec::{Empty, Message};
///
/// const TYPES: JsonTypes = JsonTypes::new(&[Empty::TABLE]);
/// let options = JsonOptions { types: TYPES, ..Default::default() };
/// assert_eq!(format!("{:?}", options.types), r#"["google.protobuf"]"#);
/// ```
#[derive(Clone, Copy, Default)]
pub struct JsonTypes(&'static [MessageTable]);

impl JsonTypes {
    /// The messages of the schemas of these messages, each told by its [`TABLE`](crate::Message::TABLE), and of those that
    /// they use.
    #[must_use]
    pub const fn new(tables: &'static [MessageTable]) -> Self {
        Self(tables)
    }

    fn schemas(self) -> impl ExactSizeIterator<Item = &'static Schema> {
        self.0.iter().map(|table| table.get().0)
    }
}

impl fmt::Debug for JsonTypes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let packages = self.schemas().map(|schema| schema.package);
        f.debug_list().entries(packages).finish()
    }
}

/// Two are equal that name the same schemas.
impl PartialEq for JsonTypes {
    fn eq(&self, other: &Self) -> bool {
        let (mut own, mut others) = (self.schemas(), other.schemas());
        own.len() == others.len()
            && own.all(|schema| others.next().is_some_and(|other| ptr::eq(schema, other)))
    }
}

impl Eq for JsonTypes {}

/// The message with a name, and its schema.
pub(super) type Known<'s> = (&'s Tables<'s>, usize);

/// All types that may be met, indexed once the first is asked for.
pub(super) struct Types<'s> {
    root: &'s Tables<'s>,
    more: JsonTypes,
    index: OnceCell<HashMap<&'s str, Known<'s>>>,
}

impl<'s> Types<'s> {
    pub(super) fn new(root: &'s Tables<'s>, more: JsonTypes) -> Self {
        Self {
            root,
            more,
            index: OnceCell::new(),
        }
    }

    /// The type that a URL names behind its last slash.
    #[cold]
    pub(super) fn find(&self, url: &str) -> Option<Known<'s>> {
        let (_, name) = url.rsplit_once('/')?;
        let index = self.index.get_or_init(|| self.index());
        index.get(name).copied()
    }

    fn index(&self) -> HashMap<&'s str, Known<'s>> {
        let mut index = HashMap::new();
        let mut seen: Vec<*const Tables<'s>> = Vec::new();
        let more: Vec<&'static Schema> = self.more.schemas().collect();
        let mut left: Vec<&'s Tables<'s>> = more;
        left.extend([self.root, &OWN]);
        // The last comes first, and counts.
        while let Some(schema) = left.pop() {
            if seen.contains(&ptr::from_ref(schema)) {
                continue;
            }
            seen.push(schema);
            tick(schema.messages.len());
            for (i, message) in schema.messages.iter().enumerate() {
                index.entry(message.name).or_insert((schema, i));
            }
            left.extend(schema.imports);
        }
        index
    }
}

/// What a message in an `Any` is here, of the bytes that it has there.
pub(super) fn decode(
    (schema, index): Known<'_>,
    form: &[u8],
    limits: &Limits,
) -> Result<Bytes, DecodeError> {
    if !is_time(schema, index) {
        return protobuf::decode(schema, index, form, limits);
    }
    let mut held = Writer::with_capacity(form.len().saturating_add(16));
    put_bytes(&mut held, key(1, LEN), form);
    protobuf::decode(schema, index, held.written(), limits)
}

/// The other way round.
pub(super) fn encode((schema, index): Known<'_>, bytes: &[u8]) -> Result<Bytes, EncodeError> {
    let form = protobuf::encode(schema, index, bytes)?;
    // What holds a time has a tag and a length in front of it, each of a byte; or nothing, where it is zero.
    let own = if is_time(schema, index) { 2 } else { 0 };
    Ok(form.slice(own.min(form.len())..))
}

/// Whether a type is one of [`OWN`]'s that stand for what they hold.
fn is_time(schema: &Tables<'_>, index: usize) -> bool {
    let field = schema
        .messages
        .get(index)
        .and_then(|def| def.fields.first());
    let time = field.is_some_and(|field| matches!(field.ty, Ty::Timestamp | Ty::Duration));
    time && ptr::eq(schema.messages, OWN.messages)
}

const fn value(ty: Ty<'static>, place: Place) -> FieldDef<'static> {
    FieldDef::new(1, "value", ty, place, Presence::Always)
}

const SCALAR: Place = Place::Scalar { at: 0 };
const SLOT: Place = Place::Slot { index: 0 };

const fn one(
    name: &'static str,
    scalars: u16,
    slots: u16,
    fields: &'static [FieldDef<'static>],
) -> MessageDef<'static> {
    MessageDef {
        name,
        scalars,
        slots,
        fields,
        numbers: &[],
    }
}

macro_rules! own {
    ($($name:literal $scalars:literal $slots:literal [$($field:expr)?],)*) => {
        /// Protobuf's own messages of at most one field, which schemas need not import. A point or a span in time is a scalar
        /// here, so [its message](is_time) stands for one that holds it.
        static OWN: Schema = Schema {
            package: "google.protobuf",
            imports: &[],
            messages: &[$(one(concat!("google.protobuf.", $name), $scalars, $slots, &[$($field)?])),*],
            structs: &[],
            unions: &[],
            enums: &[],
            flags: &[],
        };
    };
}
own! {
    "Empty" 0 0 [],
    "Timestamp" 8 0 [value(Ty::Timestamp, SCALAR)],
    "Duration" 8 0 [value(Ty::Duration, SCALAR)],
    "DoubleValue" 8 0 [value(Ty::F64, SCALAR)],
    "FloatValue" 4 0 [value(Ty::F32, SCALAR)],
    "Int64Value" 8 0 [value(Ty::Proto(ProtoInt::Int64), SCALAR)],
    "UInt64Value" 8 0 [value(Ty::U64, SCALAR)],
    "Int32Value" 4 0 [value(Ty::Proto(ProtoInt::Int32), SCALAR)],
    "UInt32Value" 4 0 [value(Ty::U32, SCALAR)],
    "BoolValue" 1 0 [value(Ty::Bool, Place::Bit { byte: 0, mask: 1 })],
    "StringValue" 0 1 [value(Ty::String, SLOT)],
    "BytesValue" 0 1 [value(Ty::Bytes, SLOT)],
}
