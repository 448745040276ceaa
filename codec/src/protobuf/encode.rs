//! From our encoding to protobuf, back to front.
//!
//! A length-delimited field needs its length in front of it. Written from the end, every length is known when it is
//! needed: no message is measured first, and nothing moves. Fields come out by ascending ordinal, the member of a `oneof`
//! where its first one would.

use super::convert;
use super::native::{Element, List, Parts, union};
use super::wire::{
    FIXED32, LEN, VARINT, bits, is_repeated, put_len, put_pair, put_tag, put_varint, wire_of,
};
use crate::error::EncodeError;
use crate::kind::map_parts;
use crate::limits::{DEFAULT_DEPTH, MAX_MESSAGE_BYTES};
use crate::message::flag;
use crate::scalar::{Digits, Duration, Timestamp, hyphenated};
use crate::table::numbers::number_of;
use crate::table::verify::carried;
use crate::table::{FieldDef, MessageDef, Place, Presence, Tables, Ty, TypeRef};
use crate::wire::fixed;
use crate::writer::Writer;

/// Writes message `index` of `schema`.
///
/// What is carried as bytes has to be verified first, together with all that is carried within it. Few types have such
/// fields, so that one was met is what says that there is something to verify; then all is written again.
pub(super) fn encode<'s>(
    schema: &'s Tables<'s>,
    index: usize,
    bytes: &[u8],
) -> Result<Box<Writer>, EncodeError> {
    let mut w = Box::new(Writer::with_capacity(
        bytes
            .len()
            .saturating_add(bytes.len() >> 2)
            .saturating_add(64),
    ));
    let Some(def) = schema.messages.get(index) else {
        return Ok(w);
    };
    message(&mut w, schema, def, Parts::message(bytes));
    if w.has_failed() {
        carried(schema, index, bytes, DEFAULT_DEPTH).map_err(EncodeError::Unverified)?;
        w.clear();
        w.trust();
        message(&mut w, schema, def, Parts::message(bytes));
    }
    w.check(MAX_MESSAGE_BYTES)?;
    Ok(w)
}

fn message<'s>(w: &mut Writer, schema: &'s Tables<'s>, def: &'s MessageDef<'s>, parts: Parts<'_>) {
    // Most messages have the numbers of their ordinals.
    if def.numbers.is_empty() {
        for field in def.fields.iter().rev().filter(|field| !field.reserved) {
            put_field::<false>(w, schema, field, parts);
        }
    } else {
        for field in def.fields.iter().rev().filter(|field| !field.reserved) {
            put_field::<true>(w, schema, field, parts);
        }
    }
}

#[inline(always)]
fn put_field<'s, const MAPPED: bool>(
    w: &mut Writer,
    schema: &'s Tables<'s>,
    field: &FieldDef<'s>,
    parts: Parts<'_>,
) {
    let number = match MAPPED {
        true => field.number(),
        false => number_of(field.ordinal),
    };
    let present = match field.presence {
        Presence::Bit { byte, mask } => Some(flag(parts.scalars, usize::from(byte), mask)),
        _ => None,
    };
    if present == Some(false) {
        // Nobody there need know what the default is.
        if !field.preset.is_empty() {
            put_value(w, schema, field.ty, number, field.preset);
        }
        return;
    }
    // Written even where it is zero: absence would say something else.
    let explicit = present.is_some() || field.default != 0;
    match field.place {
        Place::Bit { byte, mask } => {
            let set = flag(parts.scalars, usize::from(byte), mask) != (field.default & 1 == 1);
            if set || explicit {
                put_number(w, number, VARINT, u64::from(set));
            }
        }
        Place::Scalar { at } => {
            let bytes = parts.scalars.get(usize::from(at)..).unwrap_or_default();
            put_scalar(w, schema, field, number, bytes, explicit, present.is_some());
        }
        Place::Slot { index } => {
            let range = parts.slot(usize::from(index));
            match present {
                Some(_) => put_single(w, schema, field.ty, number, range),
                None if range.is_empty() => {}
                None if field.presence == Presence::Range => {
                    put_single(w, schema, field.ty, number, range)
                }
                None if MAPPED && field.is_expanded() => {
                    put_each(w, schema, field.ty, number, range)
                }
                None => put_value(w, schema, field.ty, number, range),
            }
        }
        Place::Shared { .. } => {}
    }
}

/// A field among the scalars, whose bytes begin `bytes`, or are missing there where they are zero.
#[inline(always)]
fn put_scalar<'s>(
    w: &mut Writer,
    schema: &'s Tables<'s>,
    field: &FieldDef<'s>,
    number: u32,
    bytes: &[u8],
    explicit: bool,
    optional: bool,
) {
    let wire = wire_of(field.ty);
    if wire != LEN {
        let size = convert::size_of(schema, field.ty);
        let value = bits(bytes.get(..size).unwrap_or_default()) ^ field.default;
        if value != 0 || explicit {
            put_number(w, number, wire, convert::to_wire(schema, field.ty, value));
        }
        return;
    }
    let size = schema.fixed_size(field.ty).unwrap_or(0);
    let bytes = bytes.get(..size).unwrap_or_default();
    if field.default != 0 {
        let value = bits(bytes) ^ field.default;
        return put_value(w, schema, field.ty, number, &value.to_le_bytes());
    }
    if optional {
        put_single(w, schema, field.ty, number, bytes);
    } else if bytes.iter().any(|b| *b != 0) {
        put_value(w, schema, field.ty, number, bytes);
    }
}

/// A tag and a number.
#[inline(always)]
fn put_number(w: &mut Writer, number: u32, wire: u8, value: u64) {
    match wire {
        VARINT => return put_pair(w, number, wire, value),
        FIXED32 => w.put(&fixed::<4>(&value.to_le_bytes())),
        _ => w.put(&value.to_le_bytes()),
    }
    put_tag(w, number, wire);
}

/// One value where protobuf has no place for what repeats, which is wrapped there.
fn put_single<'s>(w: &mut Writer, schema: &'s Tables<'s>, ty: Ty<'s>, number: u32, range: &[u8]) {
    if is_repeated(ty) {
        let mark = w.len();
        put_value(w, schema, ty, 1, range);
        put_len(w, number, mark);
    } else {
        put_value(w, schema, ty, number, range);
    }
}

/// The field or fields that say a value.
fn put_value<'s>(w: &mut Writer, schema: &'s Tables<'s>, ty: Ty<'s>, number: u32, range: &[u8]) {
    let mark = w.len();
    match ty {
        Ty::String | Ty::Bytes | Ty::Array(Ty::U8, _) => w.put(range),
        Ty::Message(of) => {
            if let Some((schema, def)) = schema.message(of) {
                message(w, schema, def, Parts::message(range));
            }
        }
        Ty::Encoded(of) => match schema.message(of) {
            Some((schema, def)) if w.trusts() => message(w, schema, def, Parts::message(range)),
            _ => w.fail(EncodeError::Changed),
        },
        Ty::Union(of) => put_union(w, schema, of, range),
        // Its member is a field of the message around it.
        Ty::Oneof(of) => return put_union(w, schema, of, range),
        Ty::Struct(of) => put_struct(w, schema, of, range),
        Ty::Timestamp => {
            let (seconds, nanos) = Timestamp(bits(range).cast_signed()).to_seconds_and_nanos();
            put_time(w, seconds, nanos);
        }
        Ty::Duration => {
            let (seconds, nanos) = Duration(bits(range).cast_signed()).to_seconds_and_nanos();
            put_time(w, seconds, nanos);
        }
        Ty::Uuid => w.put(&hyphenated(&fixed(range))),
        Ty::Decimal(scale) => w.put(Digits::new(bits(range).cast_signed(), scale).text()),
        Ty::List(element) => {
            return put_list(
                w,
                schema,
                *element,
                number,
                List::new(schema, *element, range),
            );
        }
        Ty::Array(element, _) => {
            let size = schema.fixed_size(*element).unwrap_or(0);
            return put_list(
                w,
                schema,
                *element,
                number,
                List::Packed { bytes: range, size },
            );
        }
        Ty::Map(key, value) => return put_map(w, schema, *key, *value, number, range),
        ty => {
            let value = convert::to_wire(schema, ty, bits(range));
            return put_number(w, number, wire_of(ty), value);
        }
    }
    put_len(w, number, mark);
}

/// Seconds and nanoseconds: both plain two's complement.
fn put_time(w: &mut Writer, seconds: i64, nanos: i32) {
    if nanos != 0 {
        put_number(w, 2, VARINT, i64::from(nanos).cast_unsigned());
    }
    if seconds != 0 {
        put_number(w, 1, VARINT, seconds.cast_unsigned());
    }
}

/// The `oneof`'s member, also where it is zero. Of a variant that the schema does not know, nothing.
fn put_union<'s>(w: &mut Writer, schema: &'s Tables<'s>, of: TypeRef, range: &[u8]) {
    let (Some((schema, def)), Some((ordinal, payload))) = (schema.union(of), union(range)) else {
        return;
    };
    let variant = usize::from(ordinal)
        .checked_sub(1)
        .and_then(|index| def.variants.get(index));
    let Some(variant) = variant.filter(|variant| !variant.reserved) else {
        return;
    };
    let number = def.number(usize::from(ordinal).saturating_sub(1));
    match variant.ty {
        Some(ty) => put_single(w, schema, ty, number, payload),
        None => put_len(w, number, w.len()),
    }
}

fn put_struct<'s>(w: &mut Writer, schema: &'s Tables<'s>, of: TypeRef, range: &[u8]) {
    let Some((schema, def)) = schema.structure(of) else {
        return;
    };
    let mut number = u32::try_from(def.fields.len()).unwrap_or(0);
    for field in def.fields.iter().rev() {
        let bytes = usize::try_from(field.at)
            .ok()
            .and_then(|at| range.get(at..))
            .unwrap_or_default();
        let wire = wire_of(field.ty);
        if wire != LEN {
            let size = convert::size_of(schema, field.ty);
            let value = bits(bytes.get(..size).unwrap_or_default());
            if value != 0 {
                put_number(
                    w,
                    number_of(number),
                    wire,
                    convert::to_wire(schema, field.ty, value),
                );
            }
        } else {
            let size = schema.fixed_size(field.ty).unwrap_or(0);
            let bytes = bytes.get(..size).unwrap_or_default();
            if bytes.iter().any(|b| *b != 0) {
                put_value(w, schema, field.ty, number_of(number), bytes);
            }
        }
        number = number.saturating_sub(1);
    }
}

/// An element of a list, a key or a value of a map.
#[inline(always)]
fn put_element<'s>(
    w: &mut Writer,
    schema: &'s Tables<'s>,
    ty: Ty<'s>,
    number: u32,
    element: Element<'_>,
) {
    match element {
        Element::Bit(bit) => put_number(w, number, VARINT, u64::from(bit)),
        Element::Range(range) => put_single(w, schema, ty, number, range),
        Element::Row(parts) => {
            let mark = w.len();
            if let Ty::Message(of) = ty
                && let Some((schema, def)) = schema.message(of)
            {
                message(w, schema, def, parts);
            }
            put_len(w, number, mark);
        }
    }
}

/// Repeated fields; numbers packed into one.
fn put_list<'s>(w: &mut Writer, schema: &'s Tables<'s>, ty: Ty<'s>, number: u32, list: List<'_>) {
    let count = list.len();
    let wire = wire_of(ty);
    if wire == LEN {
        for i in (0..count).rev() {
            put_element(w, schema, ty, number, list.get(i));
        }
        return;
    }
    if count == 0 {
        return;
    }
    let mark = w.len();
    match list {
        // Floats lie here as they do there.
        List::Packed { bytes, .. } if wire != VARINT => w.put(bytes),
        _ => {
            for i in (0..count).rev() {
                let value = match list.get(i) {
                    Element::Bit(bit) => u64::from(bit),
                    Element::Range(range) => convert::to_wire(schema, ty, bits(range)),
                    Element::Row(_) => 0,
                };
                put_varint(w, value);
            }
        }
    }
    put_len(w, number, mark);
}

/// Elements of a list, each with its tag.
#[cold]
fn put_each<'s>(w: &mut Writer, schema: &'s Tables<'s>, ty: Ty<'s>, number: u32, range: &[u8]) {
    let Ty::List(element) = ty else {
        return put_value(w, schema, ty, number, range);
    };
    let list = List::new(schema, *element, range);
    for i in (0..list.len()).rev() {
        put_element(w, schema, *element, number, list.get(i));
    }
}

/// Entries by ascending key, each with key and value, as protobuf's own encoders write them.
fn put_map<'s>(
    w: &mut Writer,
    schema: &'s Tables<'s>,
    key: Ty<'s>,
    value: Ty<'s>,
    number: u32,
    range: &[u8],
) {
    let Some((keys, values)) = map_parts(range) else {
        return;
    };
    let (keys, values) = (
        List::new(schema, key, keys),
        List::new(schema, value, values),
    );
    for i in (0..keys.len()).rev() {
        let mark = w.len();
        put_element(w, schema, value, 2, values.get(i));
        put_element(w, schema, key, 1, keys.get(i));
        put_len(w, number, mark);
    }
}
