//! From our encoding to protobuf, back to front.
//!
//! A length-delimited field needs its length in front of it. Written from the end, every length is known when it is
//! needed: no message is measured first, and nothing moves. Fields come out by ascending ordinal, the member of a `oneof`
//! where its first one would.

use super::convert::is_set;
use super::native::{Backwards, Element, List, Parts, union};
use super::plan::{Form, Number, Plan, Plans, Step, What};
use super::wire::{
    LEN, VARINT, bits, is_repeated, key, put_bytes, put_len, put_pair, put_varint, wire_of,
};
use crate::error::EncodeError;
use crate::kind::map_parts;
use crate::limits::{DEFAULT_DEPTH, MAX_MESSAGE_BYTES};
use crate::message::flag;
use crate::scalar::{Digits, Duration, Timestamp, hyphenated};
use crate::table::numbers::number_of;
use crate::table::verify::carried;
use crate::table::{FieldDef, MessageDef, Place, Presence, StructField, Tables, Ty, TypeRef};
use crate::wire::fixed;
use crate::writer::Writer;

/// Writes message `index` of `schema`, as its plans say where there are some.
///
/// What is carried as bytes has to be verified first, together with all that is carried within it. Few types have such
/// fields, so that one was met is what says that there is something to verify; then all is written again.
pub(super) fn encode<'s>(
    schema: &'s Tables<'s>,
    index: usize,
    plans: Option<&Plans<'s>>,
    bytes: &[u8],
) -> Result<Box<Writer>, EncodeError> {
    let room = match plans {
        Some(plans) => plans.room(bytes.len()),
        None => bytes.len().saturating_add(bytes.len() >> 2),
    };
    let mut out = Out {
        w: Writer::with_capacity(room.saturating_add(64)),
        plans,
    };
    let Some(def) = schema.messages.get(index) else {
        return Ok(Box::new(out.w));
    };
    out.message(schema, def, Parts::message(bytes));
    if out.w.has_failed() {
        carried(schema, index, bytes, DEFAULT_DEPTH).map_err(EncodeError::Unverified)?;
        out.w.clear();
        out.w.trust();
        out.message(schema, def, Parts::message(bytes));
    }
    out.w.check(MAX_MESSAGE_BYTES)?;
    if let Some(plans) = plans {
        plans.learn(bytes.len(), out.w.len());
    }
    Ok(Box::new(out.w))
}

/// What is being written.
struct Out<'p, 's> {
    w: Writer,
    plans: Option<&'p Plans<'s>>,
}

impl<'p, 's> Out<'p, 's> {
    fn message(&mut self, schema: &'s Tables<'s>, def: &'s MessageDef<'s>, parts: Parts<'_>) {
        match self.plans.and_then(|plans| plans.of(def)) {
            Some(plan) => self.planned(plan, parts),
            None => {
                for field in def.fields.iter().rev().filter(|field| !field.reserved) {
                    self.field(schema, field, parts);
                }
            }
        }
    }

    /// Writes a message as its plan says.
    fn planned(&mut self, plan: &'p Plan<'s, FieldDef<'s>>, parts: Parts<'_>) {
        let mut slots = Backwards::new(parts);
        for step in &plan.steps {
            let (byte, mask) = step.flag;
            if mask != 0 && !flag(parts.scalars, usize::from(byte), mask) {
                // What has a default to be written instead is no step of its own.
                if let What::Other(index) = step.what {
                    self.other(plan, index, parts);
                }
                continue;
            }
            // Written even where it is zero: absence would say something else.
            let explicit = mask != 0 || step.default != 0;
            match step.what {
                What::Bit(mask) => {
                    let set = flag(parts.scalars, step.at, mask) != (step.default & 1 == 1);
                    if set || explicit {
                        put_pair(&mut self.w, step.key, u64::from(set));
                    }
                }
                What::Number(number) => {
                    let value = load(parts.scalars, step.at, number.size) ^ step.default;
                    if value != 0 || explicit {
                        self.number(step.key, number, value);
                    }
                }
                What::Struct(index, size) => {
                    let end = step.at.wrapping_add(size);
                    let range = parts.scalars.get(step.at..end).unwrap_or_default();
                    if explicit || is_set(range) {
                        self.structure(step.key, index, range);
                    }
                }
                What::Raw(size) => {
                    let end = step.at.wrapping_add(size);
                    let range = parts.scalars.get(step.at..end).unwrap_or_default();
                    if explicit || is_set(range) {
                        put_bytes(&mut self.w, step.key, range);
                    }
                }
                What::Text => {
                    let range = slots.slot(step.at);
                    if explicit || !range.is_empty() {
                        put_bytes(&mut self.w, step.key, range);
                    }
                }
                What::Message(index) => {
                    let range = slots.slot(step.at);
                    if explicit || !range.is_empty() {
                        self.submessage(step.key, index, range);
                    }
                }
                What::Rows(index) => self.rows(step.key, index, slots.slot(step.at)),
                What::Structs(index, size) => {
                    for range in slots.slot(step.at).rchunks_exact(size.max(1)) {
                        self.structure(step.key, index, range);
                    }
                }
                What::Other(index) => self.other(plan, index, parts),
            }
        }
    }

    /// Writes a field from the table.
    fn other(&mut self, plan: &'p Plan<'s, FieldDef<'s>>, index: usize, parts: Parts<'_>) {
        if let Some(field) = plan.fields.get(index) {
            self.field(plan.schema, field, parts);
        }
    }

    // Not inlined, like what follows: the loop over a message's steps keeps its values in registers then.
    #[inline(never)]
    fn submessage(&mut self, key: u32, index: usize, range: &[u8]) {
        self.part(key, index, Parts::message(range));
    }

    #[inline(never)]
    fn rows(&mut self, key: u32, index: usize, range: &[u8]) {
        let rows = List::rows(range).unwrap_or(List::Empty);
        for i in (0..rows.len()).rev() {
            if let Element::Row(parts) = rows.get(i) {
                self.part(key, index, parts);
            }
        }
    }

    /// A message within another.
    #[inline(always)]
    fn part(&mut self, key: u32, index: usize, parts: Parts<'_>) {
        let mark = self.w.len();
        if let Some(plan) = self.plans.and_then(|plans| plans.message(index)) {
            self.planned(plan, parts);
        }
        put_len(&mut self.w, key, mark);
    }

    /// A struct with its tag.
    #[inline(never)]
    fn structure(&mut self, key: u32, index: usize, range: &[u8]) {
        let mark = self.w.len();
        if let Some(plan) = self.plans.and_then(|plans| plans.structure(index)) {
            for step in &plan.steps {
                self.struct_step(plan, step, range);
            }
        }
        put_len(&mut self.w, key, mark);
    }

    #[inline(always)]
    fn struct_step(&mut self, plan: &'p Plan<'s, StructField<'s>>, step: &Step, range: &[u8]) {
        match step.what {
            What::Number(number) => {
                let value = load(range, step.at, number.size);
                if value != 0 {
                    self.number(step.key, number, value);
                }
            }
            What::Struct(index, size) => {
                let end = step.at.wrapping_add(size);
                let range = range.get(step.at..end).unwrap_or_default();
                if is_set(range) {
                    self.structure(step.key, index, range);
                }
            }
            What::Other(index) => {
                if let Some(field) = plan.fields.get(index) {
                    self.struct_field(plan.schema, field, step.key >> 3, range);
                }
            }
            // Nothing else is in a struct.
            _ => {}
        }
    }

    /// A tag and a number.
    #[inline(always)]
    fn number(&mut self, key: u32, number: Number, bits: u64) {
        let value = number.to_wire(bits);
        match number.form {
            Form::Fixed32 => self.w.put(&fixed::<4>(&value.to_le_bytes())),
            Form::Fixed64 => self.w.put(&value.to_le_bytes()),
            _ => return put_pair(&mut self.w, key, value),
        }
        put_varint(&mut self.w, u64::from(key));
    }
}

/// From the table: what has no step of its own.
impl<'s> Out<'_, 's> {
    fn field(&mut self, schema: &'s Tables<'s>, field: &FieldDef<'s>, parts: Parts<'_>) {
        let number = field.number();
        let present = match field.presence {
            Presence::Bit { byte, mask } => Some(flag(parts.scalars, usize::from(byte), mask)),
            _ => None,
        };
        if present == Some(false) {
            // Nobody there need know what the default is.
            if !field.preset.is_empty() {
                self.value(schema, field.ty, number, field.preset);
            }
            return;
        }
        // Written even where it is zero: absence would say something else.
        let explicit = present.is_some() || field.default != 0;
        match field.place {
            Place::Bit { byte, mask } => {
                let set = flag(parts.scalars, usize::from(byte), mask) != (field.default & 1 == 1);
                if set || explicit {
                    put_pair(&mut self.w, key(number, VARINT), u64::from(set));
                }
            }
            Place::Scalar { at } => {
                let bytes = parts.scalars.get(usize::from(at)..).unwrap_or_default();
                self.scalar(schema, field, number, bytes, explicit, present.is_some());
            }
            Place::Slot { index } => {
                let range = parts.slot(usize::from(index));
                match present {
                    Some(_) => self.single(schema, field.ty, number, range),
                    None if range.is_empty() => {}
                    None if field.presence == Presence::Range => {
                        self.single(schema, field.ty, number, range)
                    }
                    None if field.is_expanded() => self.each(schema, field.ty, number, range),
                    None => self.value(schema, field.ty, number, range),
                }
            }
            Place::Shared { .. } => {}
        }
    }

    /// A field among the scalars, whose bytes begin `bytes`, or are missing there where they are zero.
    fn scalar(
        &mut self,
        schema: &'s Tables<'s>,
        field: &FieldDef<'s>,
        number: u32,
        bytes: &[u8],
        explicit: bool,
        optional: bool,
    ) {
        let wire = wire_of(field.ty);
        if wire != LEN {
            let of = Number::of(schema, field.ty);
            let value = bits(bytes.get(..of.size).unwrap_or_default()) ^ field.default;
            if value != 0 || explicit {
                self.number(key(number, wire), of, value);
            }
            return;
        }
        let size = schema.fixed_size(field.ty).unwrap_or(0);
        let bytes = bytes.get(..size).unwrap_or_default();
        if field.default != 0 {
            let value = bits(bytes) ^ field.default;
            return self.value(schema, field.ty, number, &value.to_le_bytes());
        }
        if optional {
            self.single(schema, field.ty, number, bytes);
        } else if is_set(bytes) {
            self.value(schema, field.ty, number, bytes);
        }
    }

    /// One value where protobuf has no place for what repeats, which is wrapped there.
    fn single(&mut self, schema: &'s Tables<'s>, ty: Ty<'s>, number: u32, range: &[u8]) {
        if is_repeated(ty) {
            let mark = self.w.len();
            self.value(schema, ty, 1, range);
            put_len(&mut self.w, key(number, LEN), mark);
        } else {
            self.value(schema, ty, number, range);
        }
    }

    /// The field or fields that say a value.
    fn value(&mut self, schema: &'s Tables<'s>, ty: Ty<'s>, number: u32, range: &[u8]) {
        let mark = self.w.len();
        match ty {
            Ty::String | Ty::Bytes | Ty::Array(Ty::U8, _) => {
                return put_bytes(&mut self.w, key(number, LEN), range);
            }
            Ty::Message(of) => {
                if let Some((schema, def)) = schema.message(of) {
                    self.message(schema, def, Parts::message(range));
                }
            }
            Ty::Encoded(of) => match schema.message(of) {
                Some((schema, def)) if self.w.trusts() => {
                    self.message(schema, def, Parts::message(range));
                }
                _ => self.w.fail(EncodeError::Changed),
            },
            Ty::Union(of) => self.union(schema, of, range),
            // Its member is a field of the message around it.
            Ty::Oneof(of) => return self.union(schema, of, range),
            Ty::Struct(of) => self.struct_fields(schema, of, range),
            Ty::Timestamp => {
                let (seconds, nanos) = Timestamp(bits(range).cast_signed()).to_seconds_and_nanos();
                self.time(seconds, nanos);
            }
            Ty::Duration => {
                let (seconds, nanos) = Duration(bits(range).cast_signed()).to_seconds_and_nanos();
                self.time(seconds, nanos);
            }
            Ty::Uuid => self.w.put(&hyphenated(&fixed(range))),
            Ty::Decimal(scale) => {
                let digits = Digits::new(bits(range).cast_signed(), scale);
                self.w.put(digits.text());
            }
            Ty::List(element) => {
                let list = List::new(schema, *element, range);
                return self.list(schema, *element, number, list);
            }
            Ty::Array(element, _) => {
                let size = schema.fixed_size(*element).unwrap_or(0);
                let list = List::Packed { bytes: range, size };
                return self.list(schema, *element, number, list);
            }
            Ty::Map(key, value) => return self.map(schema, *key, *value, number, range),
            ty => {
                let of = Number::of(schema, ty);
                return self.number(key(number, wire_of(ty)), of, bits(range));
            }
        }
        put_len(&mut self.w, key(number, LEN), mark);
    }

    /// Seconds and nanoseconds: both plain two's complement.
    fn time(&mut self, seconds: i64, nanos: i32) {
        if nanos != 0 {
            put_pair(
                &mut self.w,
                key(2, VARINT),
                i64::from(nanos).cast_unsigned(),
            );
        }
        if seconds != 0 {
            put_pair(&mut self.w, key(1, VARINT), seconds.cast_unsigned());
        }
    }

    /// The `oneof`'s member, also where it is zero. Of a variant that the schema does not know, nothing.
    fn union(&mut self, schema: &'s Tables<'s>, of: TypeRef, range: &[u8]) {
        let (Some((schema, def)), Some((ordinal, payload))) = (schema.union(of), union(range))
        else {
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
            Some(ty) => self.single(schema, ty, number, payload),
            None => {
                let mark = self.w.len();
                put_len(&mut self.w, key(number, LEN), mark);
            }
        }
    }

    fn struct_fields(&mut self, schema: &'s Tables<'s>, of: TypeRef, range: &[u8]) {
        let Some((schema, def)) = schema.structure(of) else {
            return;
        };
        let mut number = u32::try_from(def.fields.len()).unwrap_or(0);
        for field in def.fields.iter().rev() {
            self.struct_field(schema, field, number_of(number), range);
            number = number.saturating_sub(1);
        }
    }

    /// A field of the struct whose bytes are `range`.
    fn struct_field(
        &mut self,
        schema: &'s Tables<'s>,
        field: &StructField<'s>,
        number: u32,
        range: &[u8],
    ) {
        let size = schema.fixed_size(field.ty).unwrap_or(0);
        let bytes = usize::try_from(field.at)
            .ok()
            .and_then(|at| range.get(at..)?.get(..size))
            .unwrap_or_default();
        if is_set(bytes) {
            self.value(schema, field.ty, number, bytes);
        }
    }

    /// An element of a list, a key or a value of a map.
    #[inline(always)]
    fn element(&mut self, schema: &'s Tables<'s>, ty: Ty<'s>, number: u32, element: Element<'_>) {
        match element {
            Element::Bit(bit) => put_pair(&mut self.w, key(number, VARINT), u64::from(bit)),
            Element::Range(range) => self.single(schema, ty, number, range),
            Element::Row(parts) => {
                let mark = self.w.len();
                if let Ty::Message(of) = ty
                    && let Some((schema, def)) = schema.message(of)
                {
                    self.message(schema, def, parts);
                }
                put_len(&mut self.w, key(number, LEN), mark);
            }
        }
    }

    /// Repeated fields; numbers packed into one.
    fn list(&mut self, schema: &'s Tables<'s>, ty: Ty<'s>, number: u32, list: List<'_>) {
        let count = list.len();
        let wire = wire_of(ty);
        if wire == LEN {
            for i in (0..count).rev() {
                self.element(schema, ty, number, list.get(i));
            }
            return;
        }
        let mark = self.w.len();
        match list {
            List::Packed { bytes, size } => self.packed(Number::of(schema, ty), bytes, size),
            // Each a byte, as bits are varints.
            List::Bits { bytes, count } => {
                let whole = count >> 3;
                let (last, first) = (bytes.get(whole), bytes.get(..whole).unwrap_or_default());
                let last = spread_bits(last.copied().unwrap_or(0));
                self.w.put(last.get(..count & 7).unwrap_or_default());
                self.w
                    .put_all(whole, first.iter().copied().map(spread_bits));
            }
            _ => return,
        }
        put_len(&mut self.w, key(number, LEN), mark);
    }

    /// Numbers one after the other.
    fn packed(&mut self, number: Number, bytes: &[u8], size: usize) {
        match number.form {
            // They lie here as they do there.
            Form::Fixed32 | Form::Fixed64 => self.w.put(bytes),
            _ => {
                for range in bytes.rchunks_exact(size.max(1)) {
                    put_varint(&mut self.w, number.to_wire(bits(range)));
                }
            }
        }
    }

    /// Elements of a list, each with its tag.
    #[cold]
    fn each(&mut self, schema: &'s Tables<'s>, ty: Ty<'s>, number: u32, range: &[u8]) {
        let Ty::List(element) = ty else {
            return self.value(schema, ty, number, range);
        };
        let list = List::new(schema, *element, range);
        for i in (0..list.len()).rev() {
            self.element(schema, *element, number, list.get(i));
        }
    }

    /// Entries by ascending key, each with key and value, as protobuf's own encoders write them.
    fn map(
        &mut self,
        schema: &'s Tables<'s>,
        key_ty: Ty<'s>,
        value_ty: Ty<'s>,
        number: u32,
        range: &[u8],
    ) {
        let Some((keys, values)) = map_parts(range) else {
            return;
        };
        let keys = List::new(schema, key_ty, keys);
        let values = List::new(schema, value_ty, values);
        for i in (0..keys.len()).rev() {
            let mark = self.w.len();
            self.element(schema, value_ty, 2, values.get(i));
            self.element(schema, key_ty, 1, keys.get(i));
            put_len(&mut self.w, key(number, LEN), mark);
        }
    }
}

/// The bits of a byte, each as a byte.
#[inline(always)]
fn spread_bits(byte: u8) -> [u8; 8] {
    // Bit `i` of byte `i` of eight copies: moved to the top of its byte by an addition, then down.
    let one = u64::from(byte).wrapping_mul(0x0101_0101_0101_0101) & 0x8040_2010_0804_0201;
    let top = one.wrapping_add(0x007F_7F7F_7F7F_7F7F) | one;
    (top >> 7 & 0x0101_0101_0101_0101).to_le_bytes()
}

/// The number of `size` bytes at `at`; what lies beyond the end is zero.
#[inline(always)]
fn load(bytes: &[u8], at: usize, size: usize) -> u64 {
    match bytes.get(at..).and_then(|rest| rest.first_chunk::<8>()) {
        Some(chunk) => {
            let above = 64usize.wrapping_sub(size << 3) & 63;
            u64::from_le_bytes(*chunk) << above >> above
        }
        None => bits(bytes.get(at..at.wrapping_add(size)).unwrap_or_default()),
    }
}
