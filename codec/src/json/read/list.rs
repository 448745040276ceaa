//! Lists: packed numbers, bits, values of fixed size, items, and rows.

use super::ahead::Extent;
use super::{Done, Reader, over};
use crate::assemble::{Row, Rows, position, row_shape, short};
use crate::json::error::{JsonError, Kind};
use crate::json::wellknown::path_from_json;
use crate::kind::put_list_head;
use crate::limits::MAX_ELEMENTS;
use crate::protobuf::convert::{put, size_of};
use crate::steps::tick;
use crate::table::{MessageDef, Tables, Ty, TypeRef};
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

/// Whether a value of a type is one token.
fn is_simple<'s>(ty: Ty<'s>) -> bool {
    matches!(ty, Ty::String | Ty::Bytes) || ty.is_number() && !matches!(ty, Ty::Flags(_))
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
    pub(super) fn array<'s>(
        &mut self,
        schema: &'s Tables<'s>,
        element: Ty<'s>,
        i: usize,
        depth: u32,
    ) -> Done {
        self.source.expect(i, b'[', "an array")?;
        let first = i.saturating_add(1);
        let passes = self.options.ignore_unknown_fields && matches!(element, Ty::Enum(_));
        if is_simple(element) && !passes {
            let elements = Elements::Tokens(first, self.source.count_of_simple(i));
            return self.list(schema, element, elements, depth);
        }
        let from = self.values.len();
        let mut token = first;
        while token < self.source.behind(i) {
            tick(1);
            if passes && self.source.names_nothing(schema, element, token) {
                self.pass_over(token)?;
            } else {
                self.values.push(short(token));
            }
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

    /// Writes the paths of a field mask, which come as one string.
    #[cold]
    pub(super) fn mask(&mut self, i: usize) -> Done {
        let text = self.source.text(i).into_owned();
        tick(text.len());
        let text = String::from_utf8_lossy(&text);
        if text.is_empty() {
            return Ok(());
        }
        let list = self.w.open_list(0);
        let base = self.w.len();
        let mut count = 0usize;
        for path in text.split(',').rev() {
            let Some(path) = path_from_json(path) else {
                return self.source.wrong(Kind::Value, i, "paths in lowerCamel");
            };
            self.claim(path.len().saturating_add(4), i)?;
            self.w.put(path.as_bytes());
            self.w.mark_start();
            count = count.saturating_add(1);
        }
        let width = self.w.close_list(list, base);
        put_list_head(&mut self.w, count, width);
        Ok(())
    }

    /// Writes the elements.
    pub(super) fn list<'s>(
        &mut self,
        schema: &'s Tables<'s>,
        element: Ty<'s>,
        elements: Elements,
        depth: u32,
    ) -> Done {
        if elements.len() > MAX_ELEMENTS {
            return over("decoded_bytes", self.budget, 0);
        }
        match element {
            Ty::Bool => self.bits(schema, &elements),
            Ty::Message(of) => self.rows(schema, of, &elements, depth),
            _ if element.is_number() => self.numbers(schema, element, &elements),
            _ => match schema.fixed_size(element) {
                Some(size) => self.fixed_values(schema, element, size, &elements),
                None => self.item_values(schema, element, &elements, depth),
            },
        }
    }

    /// Numbers, one behind the other.
    fn numbers<'s>(&mut self, schema: &'s Tables<'s>, ty: Ty<'s>, elements: &Elements) -> Done {
        let (size, count) = (size_of(schema, ty), elements.len());
        self.claim(count.saturating_mul(size), self.element(elements, 0))?;
        tick(count);
        let out = self.w.take(count.saturating_mul(size));
        for (i, out) in out.chunks_exact_mut(size.max(1)).enumerate() {
            let token = token_of(&self.values, elements, i);
            match self.source.number(schema, ty, token) {
                Ok(bits) => put(out, bits),
                Err(error) => return Err(self.within_element(elements, i, error)),
            }
        }
        Ok(())
    }

    /// Bits, the first one lowest, then a sentinel bit.
    fn bits<'s>(&mut self, schema: &'s Tables<'s>, elements: &Elements) -> Done {
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
    fn fixed_values<'s>(
        &mut self,
        schema: &'s Tables<'s>,
        ty: Ty<'s>,
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
    fn item_values<'s>(
        &mut self,
        schema: &'s Tables<'s>,
        ty: Ty<'s>,
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

    fn rows<'s>(
        &mut self,
        schema: &'s Tables<'s>,
        of: TypeRef,
        elements: &Elements,
        depth: u32,
    ) -> Done {
        let (members, scalars) = (self.members.len(), self.scalars.len());
        let extent = self.scan_rows(schema, of, elements, depth)?;
        self.write_rows(schema, of, elements, extent, depth)?;
        self.members.truncate(members);
        self.scalars.truncate(scalars);
        Ok(())
    }

    /// Writes a list whose messages were read ahead.
    pub(super) fn rows_of_frames<'s>(
        &mut self,
        schema: &'s Tables<'s>,
        of: TypeRef,
        extent: Extent,
        depth: u32,
    ) -> Done {
        if extent.count > MAX_ELEMENTS {
            return over("decoded_bytes", self.budget, 0);
        }
        // What is said of these in an error is not used.
        let elements = Elements::Tokens(0, extent.count);
        self.write_rows(schema, of, &elements, extent, depth)
    }

    /// Writes a list of values of fixed size that were read ahead.
    pub(super) fn values_of_scalars(&mut self) -> Done {
        let (all, count) = self.ahead.values.pop().unwrap_or_default();
        if count > MAX_ELEMENTS {
            return over("decoded_bytes", self.budget, 0);
        }
        self.claim(all.len(), 0)?;
        self.w.put(self.scalars.get(all).unwrap_or_default());
        Ok(())
    }

    /// Reads the scalars of all rows.
    fn scan_rows<'s>(
        &mut self,
        schema: &'s Tables<'s>,
        of: TypeRef,
        elements: &Elements,
        depth: u32,
    ) -> Done<Extent> {
        let mut extent = Extent::default();
        let count = elements.len();
        let Some((schema, def)) = schema.message(of).filter(|_| count > 0) else {
            return Ok(extent);
        };
        self.deeper(depth, self.element(elements, 0))?;
        for i in 0..count {
            let token = self.element(elements, i);
            let frame = self
                .frame(schema, def, token)
                .map_err(|error| self.within_element(elements, i, error))?;
            let behind = self.source.at(self.source.behind(token));
            extent.add(&frame, behind.saturating_sub(self.source.at(token)));
            self.frames.push(frame);
        }
        Ok(extent)
    }

    /// Writes rows whose frames were pushed.
    fn write_rows<'s>(
        &mut self,
        schema: &'s Tables<'s>,
        of: TypeRef,
        elements: &Elements,
        extent: Extent,
        depth: u32,
    ) -> Done {
        let count = extent.count;
        let Some((schema, def)) = schema.message(of).filter(|_| count > 0) else {
            return Ok(());
        };
        let at = self.element(elements, 0);
        let depth = self.deeper(depth, at)?;
        let (first, marks) = (self.rows.len(), self.marks.len());
        let scalars = position(extent.scalars);
        // The scalars are known, and the rest is a guess: about half of a text is what is not in the heap.
        let room = row_shape(scalars, position(extent.slots), extent.longest >> 1);
        let reserved = count.saturating_mul(room.stride());
        self.claim(reserved, at)?;
        let list = Rows::open(&mut self.w, count, reserved);
        let (slots, longest) = self.row_heaps(schema, def, elements, depth)?;
        let fit = row_shape(scalars, slots, longest);
        self.claim(list.more(fit), at)?;
        let rows = self.rows.get_mut(first..).unwrap_or_default();
        rows.reverse();
        list.close(&mut self.w, fit, rows, &self.scalars, &self.marks);
        self.marks.truncate(marks);
        self.rows.truncate(first);
        Ok(())
    }

    /// Writes the heaps of all rows, the last one first, and notes them in that order; gives how many slots they need, and a
    /// length that takes as many bytes as that of the longest.
    fn row_heaps<'s>(
        &mut self,
        schema: &'s Tables<'s>,
        def: &'s MessageDef<'s>,
        elements: &Elements,
        depth: u32,
    ) -> Done<(usize, usize)> {
        let required = def.has_required();
        let (mut most, mut longest) = (0, 0);
        self.rows.reserve(elements.len());
        for i in (0..elements.len()).rev() {
            let Some(frame) = self.frames.pop() else {
                break;
            };
            tick(1);
            let (before, marks) = (self.w.len(), self.marks.len());
            let slots = if required || frame.first < frame.end {
                let done = self.slots(schema, def, frame, depth);
                done.map_err(|error| self.within_element(elements, i, error))?
            } else {
                0
            };
            let heap = self.w.len().saturating_sub(before);
            most = slots.max(most);
            longest |= heap;
            self.w.mark_start();
            let mut row = Row::new((), frame.scalars, frame.extent);
            row.written(&self.w, marks, slots, heap);
            self.rows.push(row);
        }
        Ok((most, longest))
    }
}
