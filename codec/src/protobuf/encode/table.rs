//! From the table: what has no step of its own in a plan, and all of a type that generated code does not know.

use super::Out;
use super::put::{TAGS, put_number, put_time};
use crate::error::EncodeError;
use crate::kind::map_parts;
use crate::message::flag;
use crate::protobuf::convert::is_set;
use crate::protobuf::native::{Element, List, Parts, union};
use crate::protobuf::plan::Number;
use crate::protobuf::wire::{
    LEN, Tag, VARINT, bits, is_repeated, key, put_bytes, put_len, put_pair, wire_of,
};
use crate::scalar::{Digits, Duration, Timestamp, hyphenated};
use crate::table::numbers::number_of;
use crate::table::{FieldDef, Place, Presence, StructField, Tables, Ty, TypeRef};
use crate::wire::fixed;

impl<'s> Out<'_, 's> {
    pub(super) fn field(&mut self, schema: &'s Tables<'s>, field: &FieldDef<'s>, parts: Parts<'_>) {
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
                let time = Timestamp(bits(range).cast_signed()).to_seconds_and_nanos();
                return self.time(key(number, LEN), time);
            }
            Ty::Duration => {
                let time = Duration(bits(range).cast_signed()).to_seconds_and_nanos();
                return self.time(key(number, LEN), time);
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

    /// A number with its tag.
    fn number(&mut self, key: u32, number: Number, bits: u64) {
        let mut spare = self.w.spare(TAGS);
        put_number(&mut spare, &Tag::new(key), number, bits);
        let _written = spare.done();
    }

    /// Seconds and nanoseconds with their tag.
    fn time(&mut self, key: u32, time: (i64, i32)) {
        let mut spare = self.w.spare(TAGS);
        put_time(&mut spare, &Tag::new(key), time);
        let _written = spare.done();
    }

    /// The `oneof`'s member, also where it is zero. Of a variant that the schema does not know, nothing.
    pub(super) fn union(&mut self, schema: &'s Tables<'s>, of: TypeRef, range: &[u8]) {
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
            List::Packed { bytes, .. } => self.numbers(Number::of(schema, ty), bytes),
            List::Bits { bytes, .. } => self.bits(bytes),
            _ => return,
        }
        put_len(&mut self.w, key(number, LEN), mark);
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
