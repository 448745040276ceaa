//! Lists: packed numbers, bits, values of fixed size, items, and rows.
//!
//! A row's bytes lie behind the heap of all rows, but how many they are is known only when the last row is. So room is
//! left for what the rows' fields let expect, and fitted afterwards in the rare case that it was another size.

use super::message::{Frame, has_required};
use super::{Done, Reader, over, position, shape, short};
use crate::json::error::JsonError;
use crate::json::write::is_number;
use crate::kind::put_list_head;
use crate::limits::MAX_ELEMENTS;
use crate::protobuf::convert::{copy, size_of};
use crate::steps::tick;
use crate::table::{MessageDef, Schema, Ty, TypeRef};
use crate::view::Shape;
use crate::wire;
use std::ops::Range;

/// The elements of a list.
#[derive(Debug, Clone)]
pub(super) enum Elements {
    /// Those of an array that are one token each: the first, and how many.
    Tokens(usize, usize),
    /// Those of an array, on the stack of values.
    Array(Range<usize>),
    /// The values of a map, likewise. Each lies behind its key.
    Map(Range<usize>),
}

impl Elements {
    #[inline(always)]
    fn len(&self) -> usize {
        match self {
            Self::Tokens(_, count) => *count,
            Self::Array(range) | Self::Map(range) => range.len(),
        }
    }
}

/// A row on its way.
#[derive(Debug, Clone, Copy)]
pub(super) struct Row {
    frame: Frame,
    /// Its marks, last slot first.
    marks: u32,
    slots: u32,
    /// Where the writer stood behind it, and how much heap it has.
    mark: u32,
    heap: u32,
}

/// Whether a value of a type is one token.
fn is_simple(ty: Ty<'static>) -> bool {
    matches!(ty, Ty::String | Ty::Bytes) || is_number(ty) && !matches!(ty, Ty::Flags(_))
}

#[inline(always)]
fn token_of(values: &[u32], elements: &Elements, i: usize) -> usize {
    match elements {
        Elements::Tokens(first, _) => first.saturating_add(i),
        Elements::Array(range) | Elements::Map(range) => values
            .get(range.start.saturating_add(i))
            .map_or(0, |token| position(*token)),
    }
}

impl Reader<'_> {
    #[inline(always)]
    fn element(&self, elements: &Elements, i: usize) -> usize {
        token_of(&self.values, elements, i)
    }

    /// The error, seen from a list or a map.
    #[cold]
    fn within_element(&self, elements: &Elements, i: usize, error: JsonError) -> JsonError {
        match elements {
            Elements::Map(_) => {
                let key = self.element(elements, i).saturating_sub(1);
                self.within_key(key, error)
            }
            _ => error.within(&i.to_string()),
        }
    }

    #[cold]
    pub(super) fn within_key(&self, key: usize, error: JsonError) -> JsonError {
        error.within(&crate::json::error::shown(&self.source.text(key)))
    }

    /// Writes a list that comes as an array.
    pub(super) fn array(
        &mut self,
        schema: &'static Schema,
        element: Ty<'static>,
        i: usize,
        depth: u32,
    ) -> Done {
        self.source.expect(i, b'[', "an array")?;
        let first = i.saturating_add(1);
        if is_simple(element) {
            let elements = Elements::Tokens(first, self.source.count_of_simple(i));
            return self.list(schema, element, elements, depth);
        }
        let from = self.values.len();
        let mut token = first;
        while token < self.source.behind(i) {
            tick(1);
            self.values.push(short(token));
            token = self.source.behind(token);
        }
        self.list(
            schema,
            element,
            Elements::Array(from..self.values.len()),
            depth,
        )?;
        self.values.truncate(from);
        Ok(())
    }

    /// Writes the elements.
    pub(super) fn list(
        &mut self,
        schema: &'static Schema,
        element: Ty<'static>,
        elements: Elements,
        depth: u32,
    ) -> Done {
        if elements.len() > MAX_ELEMENTS {
            return over("decoded_bytes", self.budget, 0);
        }
        match element {
            Ty::Bool => self.bits(schema, &elements),
            Ty::Message(of) => self.rows(schema, of, &elements, depth),
            _ if is_number(element) => self.numbers(schema, element, &elements),
            _ => match schema.fixed_size(element) {
                Some(size) => self.fixed_values(schema, element, size, &elements),
                None => self.item_values(schema, element, &elements, depth),
            },
        }
    }

    /// Numbers, one behind the other.
    fn numbers(&mut self, schema: &'static Schema, ty: Ty<'static>, elements: &Elements) -> Done {
        let (size, count) = (size_of(schema, ty), elements.len());
        self.claim(count.saturating_mul(size), self.element(elements, 0))?;
        tick(count);
        let out = self.w.take(count.saturating_mul(size));
        for (i, out) in out.chunks_exact_mut(size.max(1)).enumerate() {
            let token = token_of(&self.values, elements, i);
            match self.source.number(schema, ty, token) {
                Ok(bits) => copy(out, &bits.to_le_bytes()),
                Err(error) => return Err(self.within_element(elements, i, error)),
            }
        }
        Ok(())
    }

    /// Bits, the first one lowest, then a sentinel bit.
    fn bits(&mut self, schema: &'static Schema, elements: &Elements) -> Done {
        let count = elements.len();
        if count == 0 {
            return Ok(());
        }
        let bytes = (count >> 3).saturating_add(1);
        self.claim(bytes, self.element(elements, 0))?;
        tick(count);
        let out = self.w.take(bytes);
        for i in 0..count {
            let token = token_of(&self.values, elements, i);
            match self.source.number(schema, Ty::Bool, token) {
                Ok(bit) => {
                    if let Some(out) = out.get_mut(i >> 3) {
                        *out |= u8::from(bit != 0) << (i & 7);
                    }
                }
                Err(error) => return Err(self.within_element(elements, i, error)),
            }
        }
        if let Some(last) = out.last_mut() {
            *last |= 1 << (count & 7);
        }
        Ok(())
    }

    /// Values of fixed size that are no numbers.
    fn fixed_values(
        &mut self,
        schema: &'static Schema,
        ty: Ty<'static>,
        size: usize,
        elements: &Elements,
    ) -> Done {
        // What a map leaves out is zero, also where that is a text.
        let in_map = matches!(elements, Elements::Map(_));
        let wrapped = crate::protobuf::wire::is_repeated(ty);
        let (start, count) = (self.scalars.len(), elements.len());
        let all = count.saturating_mul(size);
        self.claim(all, self.element(elements, 0))?;
        self.scalars_at(start, all)?;
        for i in 0..count {
            let token = self.element(elements, i);
            if in_map && !wrapped && self.source.is_unset(ty, token) {
                continue;
            }
            let at = start.saturating_add(i.saturating_mul(size));
            let done = self.single_fixed(schema, ty, token, at);
            done.map_err(|error| self.within_element(elements, i, error))?;
        }
        let end = start.saturating_add(all);
        self.w.put(self.scalars.get(start..end).unwrap_or_default());
        self.scalars.truncate(start);
        Ok(())
    }

    /// Elements as long as they are.
    fn item_values(
        &mut self,
        schema: &'static Schema,
        ty: Ty<'static>,
        elements: &Elements,
        depth: u32,
    ) -> Done {
        let count = elements.len();
        if count == 0 {
            return Ok(());
        }
        let list = self.w.open_list(0);
        let base = self.w.len();
        for i in (0..count).rev() {
            tick(1);
            let before = self.w.len();
            let token = self.element(elements, i);
            let mut done = match ty {
                Ty::String => self.string(token),
                _ => self.single(schema, ty, token, depth),
            };
            if matches!(ty, Ty::Union(_)) && done.is_ok() && self.w.len() == before {
                done = self.missing(token, "a variant");
            }
            done.map_err(|error| self.within_element(elements, i, error))?;
            self.w.mark_start();
        }
        self.claim((count << 2).saturating_add(4), self.element(elements, 0))?;
        let width = self.w.close_list(list, base);
        put_list_head(&mut self.w, count, width);
        Ok(())
    }

    fn rows(
        &mut self,
        schema: &'static Schema,
        of: TypeRef,
        elements: &Elements,
        depth: u32,
    ) -> Done {
        let count = elements.len();
        let Some((schema, def)) = schema.message(of).filter(|_| count > 0) else {
            return Ok(());
        };
        let at = self.element(elements, 0);
        let depth = self.deeper(depth, at)?;
        let first = self.rows.len();
        let room = self.scan_rows(schema, def, elements)?;
        let (base, marks) = (self.w.len(), self.marks.len());
        let reserved = count.saturating_mul(room.stride());
        self.claim(reserved, at)?;
        self.w.take(reserved);
        let list = self.w.open_list(0);
        let heap = self.w.len();
        let (slots, longest) = self.row_heaps(schema, def, elements, first, depth)?;

        let inner = if slots > 1 { wire::width(longest) } else { 0 };
        let scalars = usize::from(room.scalars);
        let fit = shape(
            if slots == 0 { scalars.max(1) } else { scalars },
            slots,
            inner,
        );
        let needed = count.saturating_mul(fit.stride());
        let more = needed.saturating_sub(reserved).saturating_add(count << 2);
        self.claim(more.saturating_add(8), at)?;
        let width = if slots == 0 {
            self.w.abandon_list(list);
            0
        } else {
            self.w.close_list(list, heap)
        };
        self.w.put(&fit.write());
        put_list_head(&mut self.w, count, width);
        self.w.refit(base, reserved, needed);
        self.fill_rows(first, base, fit);

        self.marks.truncate(marks);
        if let Some(row) = self.rows.get(first).copied() {
            self.release(row.frame);
        }
        self.rows.truncate(first);
        Ok(())
    }

    /// Reads the scalars of all rows; gives the shape that they let expect, of which the scalars are known and the rest
    /// is a guess.
    fn scan_rows(
        &mut self,
        schema: &'static Schema,
        def: &'static MessageDef<'static>,
        elements: &Elements,
    ) -> Done<Shape> {
        let (mut scalars, mut slots, mut longest) = (0, 0, 0);
        for i in 0..elements.len() {
            let token = self.element(elements, i);
            let frame = self
                .frame(schema, def, token)
                .map_err(|error| self.within_element(elements, i, error))?;
            scalars = frame.extent.max(scalars);
            slots = frame.slots.max(slots);
            let behind = self.source.at(self.source.behind(token));
            longest = behind.saturating_sub(self.source.at(token)).max(longest);
            self.rows.push(Row {
                frame,
                marks: 0,
                slots: 0,
                mark: 0,
                heap: 0,
            });
        }
        // About half of a text is what is not in the heap.
        let width = if slots > 1 {
            wire::width(longest >> 1)
        } else {
            0
        };
        let (scalars, slots) = (position(scalars), position(slots));
        let scalars = if slots == 0 { scalars.max(1) } else { scalars };
        Ok(shape(scalars, slots, width))
    }

    /// Writes the heaps of all rows, the last one first; gives how many slots they need, and a length that takes as
    /// many bytes as that of the longest.
    fn row_heaps(
        &mut self,
        schema: &'static Schema,
        def: &'static MessageDef<'static>,
        elements: &Elements,
        first: usize,
        depth: u32,
    ) -> Done<(usize, usize)> {
        let required = has_required(def);
        let (mut most, mut longest) = (0, 0);
        for i in (first..self.rows.len()).rev() {
            let Some(frame) = self.rows.get(i).map(|row| row.frame) else {
                break;
            };
            tick(1);
            let (before, marks) = (self.w.len(), self.marks.len());
            let slots = if required || frame.first < frame.end {
                let done = self.slots(schema, def, frame, depth);
                done.map_err(|error| self.within_element(elements, i.saturating_sub(first), error))?
            } else {
                0
            };
            let heap = self.w.len().saturating_sub(before);
            most = slots.max(most);
            longest |= heap;
            self.w.mark_start();
            if let Some(row) = self.rows.get_mut(i) {
                row.marks = short(marks);
                row.slots = short(slots);
                row.mark = short(self.w.len());
                row.heap = short(heap);
            }
        }
        Ok((most, longest))
    }

    /// Fills the rows themselves: scalars, and the ends of all slots but the last.
    fn fill_rows(&mut self, first: usize, base: usize, fit: Shape) {
        let (stride, count) = (fit.stride(), self.rows.len().saturating_sub(first));
        let len = count.saturating_mul(stride);
        let out = self.w.region(base.saturating_add(len), len);
        let rows = self.rows.get(first..).unwrap_or_default();
        for (row, out) in rows.iter().zip(out.chunks_exact_mut(stride.max(1))) {
            let Some((out, ends)) = out.split_at_mut_checked(usize::from(fit.scalars)) else {
                continue;
            };
            let (start, extent) = (position(row.frame.scalars), position(row.frame.extent));
            let scalars = self
                .scalars
                .get(start..start.saturating_add(extent))
                .unwrap_or_default();
            if let Some((set, rest)) = out.split_at_mut_checked(extent) {
                set.copy_from_slice(scalars);
                rest.fill(0);
            }
            let width = u32::from(fit.width);
            let marks = position(row.marks)..position(row.marks.wrapping_add(row.slots));
            let marks = self.marks.get(marks).unwrap_or_default();
            for k in 0..usize::from(fit.count.saturating_sub(1)) {
                // The marks lie in reverse. Slots that the row has not are empty, at its end.
                let mark = marks
                    .len()
                    .checked_sub(k.wrapping_add(1))
                    .and_then(|at| marks.get(at));
                let end = mark.map_or(row.heap, |mark| row.mark.wrapping_sub(*mark));
                wire::put_end(ends, width, k, position(end));
            }
        }
    }
}
