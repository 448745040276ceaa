//! From a tree of values to our encoding.
//!
//! ```text
//!  Fields ──here──▶ protobuf form ──decode──▶ encoded bytes ──verify──▶ what the schema asks for
//! ```
//!
//! The protobuf form says all that a tree can, in any order; what makes of it the one encoding is what makes it of a peer's
//! message. What is checked here is what that form does not tell apart: types, ranges, and what is there twice.

use super::{Fields, Value, ValueError};
use crate::limits::Limits;
use crate::protobuf;
use crate::protobuf::plan::Number;
use crate::protobuf::wire::{FIXED32, FIXED64, LEN, VARINT, is_repeated, wire_of};
use crate::scalar::{Digits, hyphenated};
use crate::table::numbers::number_of;
use crate::table::{MessageDef, Presence, Tables, Ty, TypeRef, member_of};
use bytes::Bytes;
use std::collections::HashSet;

type Done<T = ()> = Result<T, ValueError>;

/// Writes message `index` of `schema`. What `fields` does not name is at its default, or absent.
///
/// An integer may be [`Value::Signed`] or [`Value::Unsigned`], whatever the field's type, if that holds it; an enum may be its
/// name or its number; an `f32` may stand for an `f64`.
///
/// # Errors
/// Where a name or type is not the schema's, a value is refused by it, or a required field is missing: which field, and why.
pub fn write(
    schema: &Tables<'_>,
    index: usize,
    fields: &Fields<'_>,
    limits: &Limits,
) -> Result<Bytes, ValueError> {
    let Some(def) = schema.messages.get(index) else {
        return Err(ValueError::new("no such message in the table"));
    };
    // Lists and maps stand between messages, and are messages there in part. How deep those nest here is checked behind them.
    let depth = limits.depth.saturating_mul(8);
    let mut form = Vec::new();
    message(&mut form, schema, def, fields, depth)?;
    let limits = Limits {
        message_bytes: limits.message_bytes.max(form.len()),
        decoded_bytes: limits.message_bytes,
        protobuf_depth: depth,
        ..*limits
    };
    Ok(protobuf::decode(schema, index, &form, &limits)?)
}

#[cold]
fn mismatch<T>(value: &Value<'_>, expected: impl AsRef<str>) -> Done<T> {
    let found = match value {
        Value::Bool(_) => "a bool",
        Value::Unsigned(_) | Value::Signed(_) => "an integer",
        Value::F32(_) | Value::F64(_) => "a float",
        Value::String(_) => "a string",
        Value::Bytes(_) => "bytes",
        Value::Timestamp(_) => "a timestamp",
        Value::Duration(_) => "a duration",
        Value::Uuid(_) => "a uuid",
        Value::Decimal { .. } => "a decimal",
        Value::Enum { .. } => "an enum",
        Value::Flags(_) => "flags",
        Value::List(_) => "a list",
        Value::Map(_) => "a map",
        Value::Message(_) => "a message",
        Value::Variant(_) => "a variant",
        Value::Unknown { .. } => "a variant that the schema does not know",
    };
    let expected = expected.as_ref();
    Err(ValueError::new(format!(
        "{found}, where {expected} is expected"
    )))
}

fn message<'s>(
    out: &mut Vec<u8>,
    schema: &'s Tables<'s>,
    def: &'s MessageDef<'s>,
    fields: &Fields<'_>,
    depth: u32,
) -> Done {
    let mut seen = HashSet::new();
    for (name, value) in fields.iter() {
        field(out, schema, def, name, value, depth, &mut seen)
            .map_err(|error| error.within(name))?;
    }
    Ok(())
}

fn field<'s>(
    out: &mut Vec<u8>,
    schema: &'s Tables<'s>,
    def: &'s MessageDef<'s>,
    name: &str,
    value: &Value<'_>,
    depth: u32,
    seen: &mut HashSet<usize>,
) -> Done {
    // By index; a member of a `oneof` has the name of its variant.
    let mut all = def
        .fields
        .iter()
        .enumerate()
        .filter(|(_, field)| !field.reserved);
    let found = all.find_map(|(index, field)| match field.ty {
        Ty::Oneof(of) => {
            let (_, variant) = member_of(schema, def, index)?;
            let (inner, union) = schema.union(of)?;
            let place = union.members.first().copied().unwrap_or(0);
            let first = usize::try_from(place).unwrap_or(usize::MAX);
            let sensitive = field.sensitive || variant.sensitive;
            (variant.name == name).then_some((first, inner, variant.ty, field, true, sensitive))
        }
        ty if field.name == name => {
            let optional = matches!(field.presence, Presence::Bit { .. } | Presence::Range);
            let place = index.saturating_add(1);
            Some((place, schema, Some(ty), field, optional, field.sensitive))
        }
        _ => None,
    });
    let Some((place, schema, ty, field, wrap, sensitive)) = found else {
        return Err(ValueError::new(format!("no field of {}", def.name)));
    };
    if !seen.insert(place) {
        let reason = match field.ty {
            Ty::Oneof(_) => "another member of a `oneof`, of which one is set",
            _ => "a field that is there twice",
        };
        return Err(ValueError::new(reason));
    }
    let number = field.number();
    let done = match ty {
        Some(ty) => single(out, schema, ty, number, value, wrap, depth),
        None => nothing(out, number, value),
    };
    done.map_err(|error| error.redacted(sensitive))
}

/// A variant that has no payload.
fn nothing(out: &mut Vec<u8>, number: u32, value: &Value<'_>) -> Done {
    match value {
        Value::Message(fields) if fields.is_empty() => nested(out, number, |_| Ok(())),
        other => mismatch(other, "a message without fields"),
    }
}

fn varint(out: &mut Vec<u8>, mut value: u64) {
    while let (low, 1..) = (value & 0x7F, value >> 7) {
        out.push(u8::try_from(low).unwrap_or(0) | 0x80);
        value >>= 7;
    }
    out.push(u8::try_from(value).unwrap_or(0));
}

fn tag(out: &mut Vec<u8>, number: u32, wire: u8) {
    varint(out, u64::from(number) << 3 | u64::from(wire));
}

fn nested(out: &mut Vec<u8>, number: u32, fill: impl FnOnce(&mut Vec<u8>) -> Done) -> Done {
    let mut inner = Vec::new();
    fill(&mut inner)?;
    put(out, number, &inner);
    Ok(())
}

fn put(out: &mut Vec<u8>, number: u32, bytes: &[u8]) {
    tag(out, number, LEN);
    varint(out, u64::try_from(bytes.len()).unwrap_or(u64::MAX));
    out.extend_from_slice(bytes);
}

/// One value; where protobuf has no place for what repeats, which `wrap` tells, in a message.
fn single<'s>(
    out: &mut Vec<u8>,
    schema: &'s Tables<'s>,
    ty: Ty<'s>,
    number: u32,
    value: &Value<'_>,
    wrap: bool,
    depth: u32,
) -> Done {
    if wrap && is_repeated(ty) {
        return nested(out, number, |out| {
            put_value(out, schema, ty, 1, value, depth)
        });
    }
    put_value(out, schema, ty, number, value, depth)
}

fn put_value<'s>(
    out: &mut Vec<u8>,
    schema: &'s Tables<'s>,
    ty: Ty<'s>,
    number: u32,
    value: &Value<'_>,
    depth: u32,
) -> Done {
    let deeper = || {
        let depth = depth.checked_sub(1);
        depth.ok_or_else(|| ValueError::new("values nest deeper than a message may"))
    };
    match (ty, value) {
        (Ty::String, Value::String(text)) => put(out, number, text.as_bytes()),
        (Ty::Bytes, Value::Bytes(bytes)) => put(out, number, bytes),
        (Ty::Array(Ty::U8, count), Value::Bytes(bytes)) => {
            counted(bytes.len(), count)?;
            put(out, number, bytes);
        }
        (Ty::Message(of) | Ty::Encoded(of), Value::Message(fields)) => {
            let depth = deeper()?;
            if let Some((schema, def)) = schema.message(of) {
                nested(out, number, |out| message(out, schema, def, fields, depth))?;
            }
        }
        (Ty::Struct(of), Value::Message(fields)) => {
            let depth = deeper()?;
            nested(out, number, |out| structure(out, schema, of, fields, depth))?;
        }
        (Ty::Union(of), Value::Variant(variant)) => {
            let depth = deeper()?;
            nested(out, number, |out| {
                union(out, schema, of, variant, depth).map_err(|error| error.within(variant.name()))
            })?;
        }
        (Ty::Timestamp, Value::Timestamp(at)) => put_time(out, number, at.to_seconds_and_nanos()),
        (Ty::Duration, Value::Duration(span)) => put_time(out, number, span.to_seconds_and_nanos()),
        (Ty::Uuid, Value::Uuid(id)) => put(out, number, &hyphenated(&id.0)),
        (
            Ty::Decimal(scale),
            Value::Decimal {
                units,
                scale: given,
            },
        ) if *given == scale => {
            put(out, number, Digits::new(*units, scale).text());
        }
        (Ty::List(element), Value::List(values)) => {
            put_list(out, schema, *element, number, values, deeper()?)?;
        }
        (Ty::Array(element, count), Value::List(values)) => {
            counted(values.len(), count)?;
            put_list(out, schema, *element, number, values, deeper()?)?;
        }
        (Ty::Map(key, value), Value::Map(entries)) => {
            put_map(out, schema, (*key, *value), number, entries, deeper()?)?;
        }
        (ty, value) if wire_of(ty) != LEN => {
            let bits = number_bits(schema, ty, value)?;
            tag(out, number, wire_of(ty));
            put_number(out, schema, ty, bits);
        }
        (ty, value) => return mismatch(value, name(schema, ty)),
    }
    Ok(())
}

fn counted(found: usize, count: u32) -> Done {
    if usize::try_from(count) == Ok(found) {
        return Ok(());
    }
    Err(ValueError::new(format!(
        "{found} elements, where {count} are expected"
    )))
}

fn structure<'s>(
    out: &mut Vec<u8>,
    schema: &'s Tables<'s>,
    of: TypeRef,
    fields: &Fields<'_>,
    depth: u32,
) -> Done {
    let Some((schema, def)) = schema.structure(of) else {
        return Ok(());
    };
    let mut seen = HashSet::new();
    for (name, value) in fields.iter() {
        let found = def.fields.iter().position(|field| field.name == name);
        let Some((index, field)) = found.and_then(|index| Some((index, def.fields.get(index)?)))
        else {
            return Err(ValueError::new(format!("no field of {}", def.name)).within(name));
        };
        if !seen.insert(index) {
            return Err(ValueError::new("a field that is there twice").within(name));
        }
        let number = u32::try_from(index.saturating_add(1)).unwrap_or(u32::MAX);
        put_value(out, schema, field.ty, number_of(number), value, depth)
            .map_err(|error| error.redacted(field.sensitive).within(name))?;
    }
    Ok(())
}

fn union<'s>(
    out: &mut Vec<u8>,
    schema: &'s Tables<'s>,
    of: TypeRef,
    given: &super::Variant<'_>,
    depth: u32,
) -> Done {
    let Some((schema, def)) = schema.union(of) else {
        return Ok(());
    };
    let mut all = def.variants.iter().enumerate();
    let found = all.find(|(_, variant)| !variant.reserved && variant.name == given.name());
    let Some((index, variant)) = found else {
        return Err(ValueError::new(format!("no variant of {}", def.name)));
    };
    let number = def.number(index);
    let empty = Value::Message(Fields::new());
    let done = match (variant.ty, given.payload()) {
        (Some(ty), Some(payload)) => single(out, schema, ty, number, payload, true, depth),
        (Some(ty), None) => Err(ValueError::new(format!(
            "no payload, where {} is expected",
            name(schema, ty)
        ))),
        (None, payload) => nothing(out, number, payload.unwrap_or(&empty)),
    };
    done.map_err(|error| error.redacted(variant.sensitive))
}

/// Seconds and nanoseconds: both plain two's complement.
fn put_time(out: &mut Vec<u8>, number: u32, (seconds, nanos): (i64, i32)) {
    let mut inner = Vec::new();
    tag(&mut inner, 1, VARINT);
    varint(&mut inner, seconds.cast_unsigned());
    tag(&mut inner, 2, VARINT);
    varint(&mut inner, i64::from(nanos).cast_unsigned());
    put(out, number, &inner);
}

fn put_list<'s>(
    out: &mut Vec<u8>,
    schema: &'s Tables<'s>,
    element: Ty<'s>,
    number: u32,
    values: &[Value<'_>],
    depth: u32,
) -> Done {
    let mut packed = Vec::new();
    for (i, value) in values.iter().enumerate() {
        let done = if wire_of(element) == LEN {
            single(out, schema, element, number, value, true, depth)
        } else {
            number_bits(schema, element, value)
                .map(|bits| put_number(&mut packed, schema, element, bits))
        };
        done.map_err(|error| error.within(&format!("[{i}]")))?;
    }
    if !packed.is_empty() {
        put(out, number, &packed);
    }
    Ok(())
}

fn put_map<'s>(
    out: &mut Vec<u8>,
    schema: &'s Tables<'s>,
    (key, value): (Ty<'s>, Ty<'s>),
    number: u32,
    entries: &[(Value<'_>, Value<'_>)],
    depth: u32,
) -> Done {
    let mut seen = HashSet::new();
    for (i, (of_key, of_value)) in entries.iter().enumerate() {
        let mut entry = Vec::new();
        let done = put_value(&mut entry, schema, key, 1, of_key, depth);
        let done = done.and_then(|()| match seen.insert(entry.clone()) {
            true => single(&mut entry, schema, value, 2, of_value, true, depth),
            false => Err(ValueError::new("a key that is there twice")),
        });
        done.map_err(|error| error.within(&format!("[{i}]")))?;
        put(out, number, &entry);
    }
    Ok(())
}

fn put_number<'s>(out: &mut Vec<u8>, schema: &'s Tables<'s>, ty: Ty<'s>, bits: u64) {
    let value = Number::of(schema, ty).to_wire(bits);
    let [a, b, c, d, ..] = value.to_le_bytes();
    match wire_of(ty) {
        FIXED32 => out.extend_from_slice(&[a, b, c, d]),
        FIXED64 => out.extend_from_slice(&value.to_le_bytes()),
        _ => varint(out, value),
    }
}

/// The bits of a number, an enum or flags.
fn number_bits<'s>(schema: &'s Tables<'s>, ty: Ty<'s>, value: &Value<'_>) -> Done<u64> {
    match (ty, value) {
        (Ty::Bool, Value::Bool(value)) => Ok(u64::from(*value)),
        (Ty::F32, Value::F32(value)) => Ok(u64::from(value.to_bits())),
        (Ty::F64, Value::F64(value)) => Ok(value.to_bits()),
        (Ty::F64, Value::F32(value)) => Ok(f64::from(*value).to_bits()),
        (Ty::Bool | Ty::F32 | Ty::F64, other) => mismatch(other, name(schema, ty)),
        (Ty::Flags(of), Value::Flags(bits) | Value::Unsigned(bits)) => {
            let repr = schema.flags(of).map_or(Ty::U64, |def| def.repr);
            integer(repr, i128::from(*bits), name(schema, ty))
        }
        (Ty::Flags(_), other) => mismatch(other, name(schema, ty)),
        (Ty::Enum(of), value) => {
            let Some(def) = schema.enumeration(of) else {
                return Ok(0);
            };
            let number = match value {
                Value::Enum { number, .. } if def.repr == Ty::U64 => {
                    i128::from(number.cast_unsigned())
                }
                Value::Enum { number, .. } | Value::Signed(number) => i128::from(*number),
                Value::Unsigned(number) => i128::from(*number),
                Value::String(text) => match def.number_of(text.as_bytes()) {
                    Some(number) => i128::from(number),
                    None => {
                        return Err(ValueError::new(format!(
                            "{text:?} is no value of {}",
                            def.name
                        )));
                    }
                },
                other => return mismatch(other, def.name),
            };
            integer(def.repr, number, def.name)
        }
        (ty, Value::Unsigned(number)) => integer(ty, i128::from(*number), name(schema, ty)),
        (ty, Value::Signed(number)) => integer(ty, i128::from(*number), name(schema, ty)),
        (ty, other) => mismatch(other, name(schema, ty)),
    }
}

/// The bits of an integer, if the type holds it.
fn integer(ty: Ty<'_>, number: i128, name: impl AsRef<str>) -> Done<u64> {
    let bits = match ty.plain() {
        Ty::U8 => u8::try_from(number).ok().map(u64::from),
        Ty::U16 => u16::try_from(number).ok().map(u64::from),
        Ty::U32 => u32::try_from(number).ok().map(u64::from),
        Ty::I8 => i8::try_from(number)
            .ok()
            .map(|n| i64::from(n).cast_unsigned()),
        Ty::I16 => i16::try_from(number)
            .ok()
            .map(|n| i64::from(n).cast_unsigned()),
        Ty::I32 => i32::try_from(number)
            .ok()
            .map(|n| i64::from(n).cast_unsigned()),
        Ty::I64 => i64::try_from(number).ok().map(i64::cast_unsigned),
        _ => u64::try_from(number).ok(),
    };
    bits.ok_or_else(|| {
        ValueError::new(format!(
            "{number} is outside the range of {}",
            name.as_ref()
        ))
    })
}

/// What the schema calls a type.
pub(super) fn name<'s>(schema: &'s Tables<'s>, ty: Ty<'s>) -> String {
    let named = match ty {
        Ty::Message(of) => schema.message(of).map(|(_, def)| def.name),
        Ty::Struct(of) => schema.structure(of).map(|(_, def)| def.name),
        Ty::Union(of) | Ty::Oneof(of) => schema.union(of).map(|(_, def)| def.name),
        Ty::Enum(of) => schema.enumeration(of).map(|def| def.name),
        Ty::Flags(of) => schema.flags(of).map(|def| def.name),
        _ => None,
    };
    if let Some(named) = named {
        return named.to_owned();
    }
    match ty {
        Ty::Decimal(scale) => format!("decimal<{scale}>"),
        Ty::Array(element, count) => format!("[{}; {count}]", name(schema, *element)),
        Ty::List(element) => format!("list<{}>", name(schema, *element)),
        Ty::Map(key, value) => format!("map<{}, {}>", name(schema, *key), name(schema, *value)),
        Ty::Encoded(of) => format!("encoded<{}>", name(schema, Ty::Message(of))),
        Ty::Proto(int) => format!("{int:?}").to_lowercase(),
        scalar => format!("{scalar:?}").to_lowercase(),
    }
}
