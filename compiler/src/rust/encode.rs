//! How a message's fields become bytes: from the owned struct, from borrows, and from a view.
//!
//! The owned struct and the borrows say field by field what they hold, in the same words; what becomes of that is the
//! codec's. A view holds canonical bytes already, so the codec copies them.
//!
//! `fields` is always inlined: what takes the values is large, and the compiler would else not inline it.

use crate::layout::{Place, Presence, Unit};
use crate::model::{Type, Value};

use super::member::{Member, Writing};
use super::plain::fill_all;
use super::slots;
use super::template::fill;
use super::types::Face;

const ENCODE: &str = "
impl $codec::Encode<$name> for $face {
    #[inline(always)]
    fn fields<__Sink: $codec::slot::Sink<$name>>(&self, sink: __Sink) -> __Sink::Out { $fields }
}
";

const INHERENT: &str = "
impl $face {
    /// Encodes the value into one buffer.
    ///
    /// # Panics
    /// Where the value is larger, or nests deeper, than a message may$refused: `to_encoded` of [`ToEncoded`](::stillwire::codec::ToEncoded)
    /// gives an error instead.
    #[inline]
    pub fn encode(&self) -> $codec::Encoded<$name> { $codec::encoded::encode_or_panic::<$name>(self) }
}
";

/// All that encodes a message.
pub(super) fn encode(message: &Writing<'_>) -> String {
    let name = message.name();
    let view = message.cx.path(message.id, "View") + "<'_>";
    let refused = if message.cx.shapes.constrained(message.id) {
        ", or a condition of the schema refuses it"
    } else {
        ""
    };
    let mut out = String::new();
    for (face, ty) in [
        (Face::Owned, name.clone()),
        (Face::Init, message.init("<'_>")),
    ] {
        let holes = [
            ("name", name.clone()),
            ("face", ty.clone()),
            ("refused", refused.to_owned()),
        ];
        out.push_str(&fill_all(INHERENT, &holes));
        out.push_str(&by_fields(message, face, ty));
    }
    let holes = [
        ("name", name),
        ("face", view),
        ("fields", "sink.relay(&self.0)".to_owned()),
    ];
    out + &fill_all(ENCODE, &holes)
}

/// What encodes the owned value, and nothing else.
pub(super) fn owned(message: &Writing<'_>) -> String {
    by_fields(message, Face::Owned, message.name())
}

/// What encodes a value field by field; `ty` is its type.
fn by_fields(message: &Writing<'_>, face: Face, ty: String) -> String {
    let holes = [
        ("name", message.name()),
        ("face", ty),
        (
            "fields",
            format!("sink.take({}, {})", scalars(message), values(message, face)),
        ),
    ];
    fill_all(ENCODE, &holes)
}

/// The bits of an `f32` that a schema wrote.
#[expect(
    clippy::cast_possible_truncation,
    reason = "exact: the checker narrowed it"
)]
pub(super) fn bits32(value: f64) -> u32 {
    (value as f32).to_bits()
}

fn member<'a, 'm>(message: &'a Writing<'m>, unit: &Unit) -> Option<&'a Member<'m>> {
    let ordinal = message.body.fields.get(unit.field?)?.ordinal;
    message.members.iter().find(|m| m.field.ordinal == ordinal)
}

/// What the bits of a byte of flags say, with their places.
fn flags(message: &Writing<'_>, byte: u16) -> Vec<(String, u8)> {
    let mut out = Vec::new();
    for member in &message.members {
        let name = &member.name;
        if let Presence::Bit(bit) = member.presence
            && bit.byte == byte
        {
            let there = match &member.field.default {
                // A default of text or bytes is said by absence.
                Some(value) => {
                    format!(
                        "self.{name} != {}",
                        message.cx.value(&member.field.ty, value)
                    )
                }
                None => format!("self.{name}.is_some()"),
            };
            out.push((there, bit.shift));
        }
        if let Place::Bit(bit) = member.place
            && bit.byte == byte
        {
            let expr = match &member.field.default {
                _ if member.field.optional => format!("self.{name}.unwrap_or_default()"),
                Some(_) => format!("!self.{name}"),
                None => format!("self.{name}"),
            };
            out.push((expr, bit.shift));
        }
    }
    out
}

/// The scalars, one behind the other.
fn scalars(message: &Writing<'_>) -> String {
    let one = |unit: &Unit| {
        let value = match unit.field {
            None => byte_of_flags(message, unit.start),
            Some(_) => member(message, unit).map(|m| on_the_wire(message, m)),
        };
        value.unwrap_or_else(|| {
            let len = unit.end - unit.start;
            fill("$codec::fixed::Gap::<$len>", &[("len", &len.to_string())])
        })
    };
    let all: Vec<String> = message.layout.units.iter().map(one).collect();
    slots::tree(&all)
}

/// The byte of flags at `start`; `None` where no flag is left.
fn byte_of_flags(message: &Writing<'_>, start: u16) -> Option<String> {
    let bit = |(expr, shift): (String, u8)| match shift {
        0 => format!("u8::from({expr})"),
        _ => format!("u8::from({expr}) << {shift}"),
    };
    let bits: Vec<String> = flags(message, start).into_iter().map(bit).collect();
    (!bits.is_empty()).then(|| format!("&({})", bits.join(" | ")))
}

/// A scalar with its default taken off.
fn on_the_wire(message: &Writing<'_>, member: &Member<'_>) -> String {
    let name = format!("self.{}", member.name);
    if member.field.optional {
        return format!("&{name}");
    }
    let (ty, name) = match member.field.default {
        Some(_) => message.cx.unwrapped(&member.field.ty, &name),
        None => (member.field.ty.clone(), name),
    };
    let value = match (&ty, &member.field.default) {
        (_, None) => return format!("&{name}"),
        (Type::F32, Some(Value::Float(value))) => {
            format!("{name}.to_bits() ^ {:#x}", bits32(*value))
        }
        (_, Some(Value::Float(value))) => format!("{name}.to_bits() ^ {:#x}", value.to_bits()),
        (_, Some(Value::Enum { number, .. })) => format!("{name}.number() ^ {number}"),
        (_, Some(Value::Flags { bits, .. })) => format!("{name}.bits() ^ {bits:#x}"),
        (ty, Some(value)) => format!("{name} ^ {}", message.cx.value(ty, value)),
    };
    format!("&({value})")
}

/// The values of the slots.
fn values(message: &Writing<'_>, face: Face) -> String {
    let all = message.body.fields.iter().zip(&message.layout.places);
    let slots = all.filter(|(_, (place, _))| matches!(place, Place::Slot(_)));
    let value = |ordinal: u32| {
        let member = message.members.iter().find(|m| m.field.ordinal == ordinal);
        member.map_or_else(|| "()".to_owned(), |m| slot(message, face, m))
    };
    slots::tree(
        &slots
            .map(|(field, _)| value(field.ordinal))
            .collect::<Vec<_>>(),
    )
}

fn slot(message: &Writing<'_>, face: Face, member: &Member<'_>) -> String {
    let (cx, ty, name) = (
        &message.cx,
        &member.field.ty,
        format!("self.{}", member.name),
    );
    if cx.size(ty).is_some() {
        return name;
    }
    let whole = cx.is_message(ty) || cx.is_union(ty);
    match (member.field.optional, face) {
        (false, Face::Owned) if cx.text(ty).is_some() && member.field.default.is_some() => fill(
            "$codec::newtype::Borrowed::borrowed(&$name)",
            &[("name", &name)],
        ),
        (false, Face::Owned) if *ty == Type::String && member.field.default.is_some() => {
            format!("{name}.as_str()")
        }
        (false, Face::Owned) if *ty == Type::Bytes && member.field.default.is_some() => {
            format!("{name}.as_slice()")
        }
        (false, Face::Owned) => format!("&{name}"),
        (true, Face::Owned) if *ty == Type::Bytes || member.boxed => format!("{name}.as_deref()"),
        (true, Face::Owned) => format!("{name}.as_ref()"),
        (false, _) if whole => format!("&{name}"),
        (true, _) if whole && !member.boxed => format!("{name}.as_ref()"),
        _ => name,
    }
}
