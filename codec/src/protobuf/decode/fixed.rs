//! Values of fixed size: structs, arrays, UUIDs, decimals, points and spans of time, and numbers in a list.
//!
//! They are made on top of the stack of scalars, where all bytes are zero before, and copied from there.

use super::Decoder;
use super::scan::{StructFields, TimeFields};
use crate::assemble::position;
use crate::error::{DecodeError, Reason};
use crate::protobuf::convert;
use crate::protobuf::wire::{Cursor, Depth, LEN, is_repeated, wire_of};
use crate::table::numbers::index_of;
use crate::table::{StructDef, StructField, Tables, Ty};
use std::ops::Range;

impl Decoder<'_> {
    /// Whether the field says what protobuf says of a field that is not set: its text or bytes are empty.
    pub(super) fn is_unset<'s>(&self, ty: Ty<'s>, group: &Range<usize>) -> bool {
        let textual = matches!(ty, Ty::Uuid | Ty::Decimal(_)) || matches!(ty, Ty::Array(Ty::U8, _));
        textual && self.last(group).is_none_or(|last| last.start == last.end)
    }

    /// Makes the value from all its occurrences at `start` of the stack of scalars, whose bytes there are zero.
    pub(super) fn fixed<'s>(
        &mut self,
        schema: &'s Tables<'s>,
        ty: Ty<'s>,
        group: Range<usize>,
        start: usize,
        depth: Depth,
    ) -> Result<(), DecodeError> {
        let Some(last) = self.last(&group) else {
            return Ok(());
        };
        let at = position(last.start);
        match ty {
            Ty::Struct(_) => self.structure(schema, ty, group, start, depth),
            Ty::Timestamp | Ty::Duration => self.time(ty, group, start, depth),
            Ty::Uuid | Ty::Decimal(_) => {
                let bytes = self.text(last)?;
                let mut value = [0; 16];
                convert::text(ty, bytes, &mut value)
                    .map_err(|reason| DecodeError::new("", at, reason))?;
                let size = if ty == Ty::Uuid { 16 } else { 8 };
                self.fill(start, value.get(..size).unwrap_or_default())
            }
            Ty::Array(Ty::U8, count) => {
                let bytes = self.input.get(at..position(last.end)).unwrap_or_default();
                if bytes.len() != position(count) {
                    return self.fault(
                        at,
                        Reason::Invalid(format!(
                            "{} bytes, where the type has {count}",
                            bytes.len()
                        )),
                    );
                }
                self.fill(start, bytes)
            }
            Ty::Array(element, count) => {
                self.array(schema, *element, position(count), group, start, depth)
            }
            number => {
                let raw = last.cursor(self.input).number(last.wire)?;
                let bits = convert::from_wire(schema, number, raw)
                    .map_err(|reason| DecodeError::new("", at, reason))?;
                let size = convert::size_of(schema, number);
                self.fill(start, bits.to_le_bytes().get(..size).unwrap_or_default())
            }
        }
    }

    /// The same, where an array is wrapped.
    pub(super) fn single_fixed<'s>(
        &mut self,
        schema: &'s Tables<'s>,
        ty: Ty<'s>,
        group: Range<usize>,
        start: usize,
        depth: Depth,
    ) -> Result<(), DecodeError> {
        if is_repeated(ty) {
            self.wrapped_fixed(schema, ty, group, start, depth)
        } else {
            self.fixed(schema, ty, group, start, depth)
        }
    }

    pub(super) fn wrapped_fixed<'s>(
        &mut self,
        schema: &'s Tables<'s>,
        ty: Ty<'s>,
        group: Range<usize>,
        start: usize,
        depth: Depth,
    ) -> Result<(), DecodeError> {
        let at = self.at(&group);
        let (items, depth) = self.unwrap(ty, group, depth)?;
        let first = items.start;
        match ty {
            // Without elements there is no occurrence that could say which array this is.
            Ty::Array(element, count) if items.is_empty() && *element != Ty::U8 => {
                let reason = Reason::Invalid(format!("0 elements, where the type has {count}"));
                if count != 0 {
                    return Err(DecodeError::new("items", at, reason));
                }
            }
            _ => self
                .fixed(schema, ty, items, start, depth)
                .map_err(|error| error.within("items"))?,
        }
        self.occurrences.truncate(first);
        Ok(())
    }

    fn fill(&mut self, start: usize, bytes: &[u8]) -> Result<(), DecodeError> {
        if let Some(out) = self.scalars_at(start, 0, bytes.len())? {
            out.copy_from_slice(bytes);
        }
        Ok(())
    }

    fn structure<'s>(
        &mut self,
        schema: &'s Tables<'s>,
        ty: Ty<'s>,
        group: Range<usize>,
        start: usize,
        depth: Depth,
    ) -> Result<(), DecodeError> {
        let Ty::Struct(of) = ty else { return Ok(()) };
        let Some((schema, def)) = schema.structure(of) else {
            return Ok(());
        };
        if def.is_plain(schema) {
            self.scalars_at(start, 0, position(def.size))?;
            for i in group {
                let part = self.occurrence(i);
                let span = (position(part.start), position(part.end));
                self.plain_struct(schema, def, start, span, depth)?;
            }
            return Ok(());
        }
        let depth = depth.deeper(self.at(&group))?;
        let noted = self.scan(
            &mut StructFields {
                schema,
                def,
                base: start,
            },
            group,
            depth,
        )?;
        let (first, mut from) = (noted.start, noted.start);
        while from < noted.end {
            let index = self.occurrence(from).field;
            let mut to = from;
            while to < noted.end && self.occurrence(to).field == index {
                to = to.saturating_add(1);
            }
            let part = from..to;
            from = to;
            let Some(field) = def.fields.get(usize::from(index)) else {
                continue;
            };
            if !self.is_unset(field.ty, &part) {
                let at = start.saturating_add(position(field.at));
                self.fixed(schema, field.ty, part, at, depth)
                    .map_err(|error| error.within_member(field.name, field.sensitive))?;
            }
        }
        self.occurrences.truncate(first);
        Ok(())
    }

    /// Fills a plain struct at `base` of the stack of scalars, which hold it, from what came for it. What came before and
    /// does not come again stays, as where messages are merged.
    pub(super) fn plain_struct<'s>(
        &mut self,
        schema: &'s Tables<'s>,
        def: &'s StructDef<'s>,
        base: usize,
        (start, end): (usize, usize),
        depth: Depth,
    ) -> Result<(), DecodeError> {
        let depth = depth.deeper(start)?;
        let mut cursor = Cursor::new(self.input, start, end);
        while !cursor.is_empty() {
            let (number, wire) = cursor.tag()?;
            let field = index_of(number).and_then(|index| def.fields.get(index));
            let Some(field) = field.filter(|field| wire == wire_of(field.ty)) else {
                cursor = self.unknown(cursor, number, wire, depth)?;
                continue;
            };
            self.plain_field(schema, field, base, &mut cursor, depth)
                .map_err(|error| error.within_member(field.name, field.sensitive))?;
        }
        Ok(())
    }

    #[inline(always)]
    fn plain_field<'s>(
        &mut self,
        schema: &'s Tables<'s>,
        field: &'s StructField<'s>,
        base: usize,
        cursor: &mut Cursor<'_>,
        depth: Depth,
    ) -> Result<(), DecodeError> {
        let start = base.saturating_add(position(field.at));
        if let Ty::Struct(of) = field.ty {
            let span = cursor.span()?;
            return match schema.structure(of) {
                Some((schema, def)) => self.plain_struct(schema, def, start, span, depth),
                None => Ok(()),
            };
        }
        let at = cursor.at();
        let raw = cursor.number(wire_of(field.ty))?;
        let bits = convert::from_wire(schema, field.ty, raw)
            .map_err(|reason| DecodeError::new("", at, reason))?;
        let end = start.saturating_add(convert::size_of(schema, field.ty));
        if let Some(out) = self.scalars.get_mut(start..end) {
            convert::put(out, bits);
        }
        Ok(())
    }

    /// Seconds and nanoseconds: `google/protobuf/timestamp.proto` and `duration.proto`.
    fn time<'s>(
        &mut self,
        ty: Ty<'s>,
        group: Range<usize>,
        start: usize,
        depth: Depth,
    ) -> Result<(), DecodeError> {
        let at = self.at(&group);
        let mut fields = TimeFields::default();
        self.scan(&mut fields, group, depth.deeper(at)?)?;
        match convert::time(ty, fields.seconds, fields.nanos) {
            Ok(value) => self.fill(start, &value.to_le_bytes()),
            Err(error) => self.fault(at, Reason::Invalid(error.to_string())),
        }
    }

    fn array<'s>(
        &mut self,
        schema: &'s Tables<'s>,
        element: Ty<'s>,
        count: usize,
        group: Range<usize>,
        start: usize,
        depth: Depth,
    ) -> Result<(), DecodeError> {
        let at = self.at(&group);
        let size = schema.fixed_size(element).unwrap_or(0);
        let number = wire_of(element) != LEN;
        let mut found = 0usize;
        for i in group {
            let occurrence = self.occurrence(i);
            if !number {
                if found < count {
                    let at = start.saturating_add(found.saturating_mul(size));
                    let done =
                        self.single_fixed(schema, element, i..i.saturating_add(1), at, depth);
                    done.map_err(|error| error.within(&format!("[{found}]")))?;
                }
                found = found.saturating_add(1);
                continue;
            }
            let mut cursor = occurrence.cursor(self.input);
            while !cursor.is_empty() {
                let bits = element_of(&mut cursor, schema, element)
                    .map_err(|e| e.within(&format!("[{found}]")))?;
                if found < count {
                    let at = start.saturating_add(found.saturating_mul(size));
                    self.fill(at, bits.to_le_bytes().get(..size).unwrap_or_default())?;
                }
                found = found.saturating_add(1);
            }
        }
        if found != count {
            let reason = Reason::Invalid(format!("{found} elements, where the type has {count}"));
            return self.fault(at, reason);
        }
        Ok(())
    }

    /// Writes a value of fixed size to the result.
    pub(super) fn fixed_to_writer<'s>(
        &mut self,
        schema: &'s Tables<'s>,
        ty: Ty<'s>,
        group: Range<usize>,
        depth: Depth,
    ) -> Result<(), DecodeError> {
        self.copied(schema, ty, |decoder, start| {
            decoder.fixed(schema, ty, group, start, depth)
        })
    }

    /// Makes a value on the stack of scalars and copies it to the result.
    pub(super) fn copied<'s>(
        &mut self,
        schema: &'s Tables<'s>,
        ty: Ty<'s>,
        make: impl FnOnce(&mut Self, usize) -> Result<(), DecodeError>,
    ) -> Result<(), DecodeError> {
        let start = self.scalars.len();
        let size = schema.fixed_size(ty).unwrap_or(0);
        self.claim(size, 0)?;
        self.scalars_at(start, 0, size)?;
        make(self, start)?;
        self.w.put(
            self.scalars
                .get(start..start.saturating_add(size))
                .unwrap_or_default(),
        );
        self.scalars.truncate(start);
        Ok(())
    }
}

/// The next element of packed numbers, as our bits.
#[inline(always)]
pub(super) fn element_of<'s>(
    cursor: &mut Cursor<'_>,
    schema: &'s Tables<'s>,
    ty: Ty<'s>,
) -> Result<u64, DecodeError> {
    let at = cursor.at();
    let raw = cursor.number(wire_of(ty))?;
    convert::from_wire(schema, ty, raw).map_err(|reason| DecodeError::new("", at, reason))
}
