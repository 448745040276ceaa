//! Lists: packed numbers, bits, values of fixed size, items, and rows.

use super::swift;
use super::{Decoder, Range};
use crate::assemble::{Row, Rows, position, row_shape};
use crate::error::{DecodeError, Reason};
use crate::kind::{bits_room, put_list_head, put_many_bits};
use crate::limits::MAX_ELEMENTS;
use crate::protobuf::convert;
use crate::protobuf::plan::{Plan, Varint};
use crate::protobuf::wire::{Depth, FIXED32, FIXED64, LEN, over, wire_of};
use crate::table::{FieldDef, MessageDef, Place, Tables, Ty, TypeRef};
use crate::view::Shape;

/// The elements of a list.
#[derive(Debug, Clone)]
pub(super) enum Elements {
    /// One an occurrence; where these are packed numbers, all that is in it.
    Each(Range<usize>),
    /// One a group of occurrences: the values of a map, which may come in parts or not at all.
    Groups(Range<usize>),
}

impl Elements {
    fn len(&self) -> usize {
        let (Self::Each(range) | Self::Groups(range)) = self;
        range.len()
    }
}

impl<'a> Decoder<'a> {
    fn group(&self, of: &Elements, i: usize) -> Range<usize> {
        match of {
            Elements::Each(range) => {
                let at = range.start.saturating_add(i);
                at..at.saturating_add(1)
            }
            Elements::Groups(range) => {
                let (start, end) = self
                    .groups
                    .get(range.start.saturating_add(i))
                    .copied()
                    .unwrap_or_default();
                position(start)..position(end)
            }
        }
    }

    fn element_at(&self, of: &Elements, i: usize) -> usize {
        self.at(&self.group(of, i))
    }

    /// Writes the elements.
    pub(super) fn list<'s>(
        &mut self,
        schema: &'s Tables<'s>,
        element: Ty<'s>,
        elements: Elements,
        depth: Depth,
    ) -> Result<(), DecodeError> {
        if elements.len() > MAX_ELEMENTS {
            return over(
                "decoded_bytes",
                u64::try_from(self.budget).unwrap_or(u64::MAX),
                0,
            );
        }
        match element {
            Ty::Bool => self.bits(&elements),
            Ty::Message(of) => self.rows(schema, of, &elements, depth),
            _ if wire_of(element) != LEN => self.numbers(schema, element, &elements),
            _ if schema.fixed_size(element).is_some() => {
                self.values(schema, element, &elements, depth)
            }
            _ => self.items(schema, element, &elements, depth),
        }
    }

    /// Numbers, one behind the other.
    fn numbers<'s>(
        &mut self,
        schema: &'s Tables<'s>,
        ty: Ty<'s>,
        elements: &Elements,
    ) -> Result<(), DecodeError> {
        let size = convert::size_of(schema, ty);
        for i in (0..elements.len()).rev() {
            let group = self.group(elements, i);
            let Some(last) = self.last(&group) else {
                self.claim(size, 0)?;
                self.w.take(size).fill(0);
                continue;
            };
            if last.wire == LEN {
                self.packed(schema, ty, size, position(last.start), position(last.end))?;
                continue;
            }
            let at = position(last.start);
            let raw = last.cursor(self.input).number(last.wire)?;
            let bits = convert::from_wire(schema, ty, raw)
                .map_err(|reason| DecodeError::new(format!("[{i}]"), at, reason))?;
            self.claim(size, at)?;
            self.w
                .put(bits.to_le_bytes().get(..size).unwrap_or_default());
        }
        Ok(())
    }

    fn packed<'s>(
        &mut self,
        schema: &'s Tables<'s>,
        ty: Ty<'s>,
        size: usize,
        start: usize,
        end: usize,
    ) -> Result<(), DecodeError> {
        let input = self.input;
        let bytes = input.get(start..end).unwrap_or_default();
        let wire = wire_of(ty);
        if wire == FIXED32 || wire == FIXED64 {
            let extra = bytes.len().checked_rem(size).unwrap_or(0);
            if extra != 0 {
                let reason = Reason::Truncated {
                    what: "a packed number",
                    needed: size,
                    had: extra,
                };
                return self.fault(end, reason);
            }
            self.claim(bytes.len(), start)?;
            self.w.put(bytes);
            return Ok(());
        }
        // Each varint ends in the one byte of it that has no high bit.
        let count = bytes.iter().filter(|b| **b < 0x80).count();
        self.claim(count.saturating_mul(size), start)?;
        let out = self.w.take(count.saturating_mul(size));
        let varint = Varint::of(schema, ty);
        if varint.is_some_and(|varint| swift::packed(varint, bytes, out, size)) {
            return Ok(());
        }
        let mut cursor = super::Cursor::new(input, start, end);
        for (i, out) in out.chunks_exact_mut(size.max(1)).enumerate() {
            let bits = super::fixed::element_of(&mut cursor, schema, ty)
                .map_err(|e| e.within(&format!("[{i}]")))?;
            convert::put(out, bits);
        }
        if !cursor.is_empty() {
            return cursor
                .varint()
                .map(drop)
                .map_err(|e| e.within(&format!("[{count}]")));
        }
        Ok(())
    }

    /// Bits, the first one lowest, then a sentinel bit.
    fn bits(&mut self, elements: &Elements) -> Result<(), DecodeError> {
        if let Some(bytes) = self.plain_bits(elements) {
            return self.packed_bits(bytes);
        }
        let mut out = Vec::new();
        let mut bit = 8u32;
        let mut push = |set: bool| {
            if bit == 8 {
                out.push(0u8);
                bit = 0;
            }
            if let Some(last) = out.last_mut() {
                *last |= u8::from(set) << (bit & 7);
            }
            bit = bit.wrapping_add(1);
        };
        let mut any = false;
        for k in 0..elements.len() {
            let Some(last) = self.last(&self.group(elements, k)) else {
                push(false);
                any = true;
                continue;
            };
            let mut cursor = last.cursor(self.input);
            while !cursor.is_empty() {
                push(cursor.varint()? != 0);
                any = true;
            }
        }
        if any {
            push(true);
            self.claim(out.len(), self.element_at(elements, 0))?;
            self.w.put(&out);
        }
        Ok(())
    }

    /// The bytes of bits that come as everybody writes them: all in one, each a byte that is 0 or 1.
    #[inline(always)]
    fn plain_bits(&self, elements: &Elements) -> Option<&'a [u8]> {
        let only = Some(self.group(elements, 0)).filter(|_| elements.len() == 1)?;
        let packed = self.last(&only).filter(|last| last.wire == LEN)?;
        let range = position(packed.start)..position(packed.end);
        let input = self.input;
        let bytes = input.get(range).filter(|bytes| !bytes.is_empty())?;
        (bytes.iter().fold(0, |all, byte| all | byte) <= 1).then_some(bytes)
    }

    fn packed_bits(&mut self, bytes: &[u8]) -> Result<(), DecodeError> {
        let size = bits_room(bytes.len());
        self.claim(size, 0)?;
        put_many_bits(bytes, self.w.take(size));
        Ok(())
    }

    /// Values of fixed size that are text or messages in protobuf.
    fn values<'s>(
        &mut self,
        schema: &'s Tables<'s>,
        ty: Ty<'s>,
        elements: &Elements,
        depth: Depth,
    ) -> Result<(), DecodeError> {
        if let (Ty::Struct(of), Elements::Each(range)) = (ty, elements) {
            return self.structs(schema, of, range.clone(), depth);
        }
        // What a map leaves out is zero, also where that is a text.
        let in_map = matches!(elements, Elements::Groups(_));
        for i in (0..elements.len()).rev() {
            let group = self.group(elements, i);
            let unset = in_map && self.is_unset(ty, &group);
            self.copied(schema, ty, |decoder, start| match unset {
                true => Ok(()),
                false => decoder.single_fixed(schema, ty, group, start, depth),
            })
            .map_err(|error| error.within(&format!("[{i}]")))?;
        }
        Ok(())
    }

    /// Structs, each from what came for it.
    fn structs<'s>(
        &mut self,
        schema: &'s Tables<'s>,
        of: TypeRef,
        range: Range<usize>,
        depth: Depth,
    ) -> Result<(), DecodeError> {
        let ty = Ty::Struct(of);
        let size = schema.fixed_size(ty).unwrap_or(0);
        let plan = schema
            .structure(of)
            .and_then(|(schema, def)| self.plans?.of_struct(schema, def));
        for (nth, i) in range.enumerate().rev() {
            let part = self.occurrence(i);
            self.claim(size, position(part.start))
                .map_err(|error| error.within(&format!("[{nth}]")))?;
            let body = self.input.get(position(part.start)..position(part.end));
            let mark = self.w.len();
            let filled = match (self.plans, plan, body) {
                (Some(plans), Some(plan), Some(body)) => {
                    swift::fill(plans, plan, body, self.w.take(size), depth.protobuf)
                }
                _ => None,
            };
            if filled.is_some() {
                continue;
            }
            self.w.rewind(mark);
            let group = i..i.saturating_add(1);
            self.copied(schema, ty, |decoder, start| {
                decoder.single_fixed(schema, ty, group, start, depth)
            })
            .map_err(|error| error.within(&format!("[{nth}]")))?;
        }
        Ok(())
    }

    /// Elements as long as they are.
    fn items<'s>(
        &mut self,
        schema: &'s Tables<'s>,
        ty: Ty<'s>,
        elements: &Elements,
        depth: Depth,
    ) -> Result<(), DecodeError> {
        let count = elements.len();
        if count == 0 {
            return Ok(());
        }
        let list = self.w.open_list(0);
        let base = self.w.len();
        for i in (0..count).rev() {
            let before = self.w.len();
            let group = self.group(elements, i);
            let at = self.at(&group);
            let missing = matches!(ty, Ty::Union(_));
            // A message that is left out is one without fields.
            let whole = matches!(ty, Ty::Encoded(_));
            let done = match group.is_empty() && !whole {
                true => Ok(()),
                false => self.single(schema, ty, group, depth),
            };
            let done = match done {
                Ok(()) if missing && self.w.len() == before => self.fault(at, Reason::Missing),
                done => done,
            };
            done.map_err(|error| error.within(&format!("[{i}]")))?;
            self.w.mark_start();
        }
        self.claim((count << 2).saturating_add(4), self.element_at(elements, 0))?;
        let width = self.w.close_list(list, base);
        put_list_head(&mut self.w, count, width);
        Ok(())
    }

    fn rows<'s>(
        &mut self,
        schema: &'s Tables<'s>,
        of: TypeRef,
        elements: &Elements,
        depth: Depth,
    ) -> Result<(), DecodeError> {
        let count = elements.len();
        let Some((schema, def)) = schema.message(of).filter(|_| count > 0) else {
            return Ok(());
        };
        let at = self.element_at(elements, 0);
        let depth = depth.deeper(at)?.native_deeper(at)?;
        let first = self.rows.len();
        let plan = self.plan(def);
        let (scalars, room) = self.scan_rows(schema, def, plan, elements, depth)?;
        let marks = self.marks.len();
        let reserved = count.saturating_mul(room.stride());
        self.claim(reserved, at)?;
        let list = Rows::open(&mut self.w, count, reserved);
        let (slots, longest) = self.row_heaps(schema, def, plan, first, depth)?;
        let fit = row_shape(scalars, slots, longest);
        self.claim(list.more(fit), at)?;
        let rows = self.rows.get(first..).unwrap_or_default();
        list.close(&mut self.w, fit, rows, &self.scalars, &self.marks);

        self.marks.truncate(marks);
        if let Some(row) = self.rows.get(first).copied() {
            self.release(row.frame);
        }
        self.rows.truncate(first);
        Ok(())
    }

    /// Scans all rows; gives how far their scalars reach, and the shape that they let expect.
    fn scan_rows<'s>(
        &mut self,
        schema: &'s Tables<'s>,
        def: &'s MessageDef<'s>,
        plan: Option<&'a Plan<'a, FieldDef<'a>>>,
        elements: &Elements,
        depth: Depth,
    ) -> Result<(usize, Shape), DecodeError> {
        let (mut scalars, mut slots, mut longest) = (0, 0, 0);
        for i in 0..elements.len() {
            let group = self.group(elements, i);
            let parts = self.occurrences.get(group.clone()).unwrap_or_default();
            longest |= parts
                .iter()
                .map(|o| o.end.wrapping_sub(o.start))
                .max()
                .unwrap_or(0);
            let frame = self
                .frame(schema, def, plan, group, depth)
                .map_err(|error| error.within(&format!("[{i}]")))?;
            scalars = frame.extent.max(scalars);
            if frame.first < frame.end {
                let last = self.occurrence(position(frame.end).saturating_sub(1)).field;
                slots = slots.max(def.fields.get(usize::from(last)).map_or(0, slots_up_to));
            }
            self.rows.push(Row::new(frame, frame.scalars, frame.extent));
        }
        let scalars = position(scalars);
        Ok((scalars, row_shape(scalars, slots, position(longest))))
    }

    /// Writes the heaps of all rows, the last one first; gives how many slots they need, and a length that takes as
    /// many bytes as that of the longest.
    fn row_heaps<'s>(
        &mut self,
        schema: &'s Tables<'s>,
        def: &'s MessageDef<'s>,
        plan: Option<&'a Plan<'a, FieldDef<'a>>>,
        first: usize,
        depth: Depth,
    ) -> Result<(usize, usize), DecodeError> {
        let required = def.has_required();
        let (mut most, mut longest) = (0, 0);
        for i in (first..self.rows.len()).rev() {
            let Some(frame) = self.rows.get(i).map(|row| row.frame) else {
                break;
            };
            let (before, marks) = (self.w.len(), self.marks.len());
            let slots = if required || frame.first < frame.end {
                let done = self.slots(schema, def, plan, frame, depth);
                done.map_err(|error| error.within(&format!("[{}]", i.saturating_sub(first))))?
            } else {
                0
            };
            let heap = self.w.len().saturating_sub(before);
            most = slots.max(most);
            longest |= heap;
            self.w.mark_start();
            if let Some(row) = self.rows.get_mut(i) {
                row.written(&self.w, marks, slots, heap);
            }
        }
        Ok((most, longest))
    }
}

/// Slots up to that of a field.
fn slots_up_to(field: &FieldDef) -> usize {
    match field.place {
        Place::Slot { index } => usize::from(index).saturating_add(1),
        _ => 0,
    }
}
