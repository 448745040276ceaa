//! Lists and maps.

use super::{Span, Verdict, Walk, extent, used_slots};
use crate::error::{DecodeError, Reason};
use crate::kind::list_head;
use crate::steps::tick;
use crate::table::{Tables, Ty, TypeRef};
use crate::view::Shape;
use crate::wire;

impl<'s> Walk<'s> {
    pub(super) fn bits(&mut self, range: Span<'_>) -> Verdict {
        let holds = match range.bytes {
            [only] => *only > 1,
            bytes => bytes.last().is_some_and(|last| *last != 0),
        };
        self.require(holds, range.end_at().saturating_sub(1), || {
            Reason::NotCanonical("a list of bool ends in a sentinel bit")
        })
    }

    pub(super) fn packed(
        &mut self,
        schema: &'s Tables<'s>,
        element: Ty<'s>,
        size: usize,
        range: Span<'_>,
    ) -> Verdict {
        let extra = range.len().checked_rem(size).unwrap_or(range.len());
        self.require(extra == 0, range.end_at().saturating_sub(extra), || {
            Reason::Excess {
                what: "the last element that is whole",
                extra,
            }
        })?;
        if matches!(element, Ty::Struct(_) | Ty::Array(..) | Ty::Bool) {
            for (i, start) in (0..range.len()).step_by(size.max(1)).enumerate() {
                let Some(part) = range.part(start, start.saturating_add(size)) else {
                    break;
                };
                let before = self.path.index(i);
                self.fixed(schema, element, part)?;
                self.path.back(before);
            }
        }
        Ok(())
    }

    fn list_head<'a>(&self, range: Span<'a>) -> Result<(usize, u32, Span<'a>), DecodeError> {
        let (head, rest) = self.cut(range, 4, "a list's count")?;
        let (count, w, _) = list_head(head.bytes).unwrap_or_default();
        self.require(count > 0, head.at, || {
            Reason::NotCanonical("an empty list has no bytes")
        })?;
        self.require(w < 3, head.at.saturating_add(3), || Reason::Width {
            found: w,
            expected: 2,
        })?;
        Ok((count, w, rest))
    }

    pub(super) fn items(
        &mut self,
        schema: &'s Tables<'s>,
        element: Ty<'s>,
        range: Span<'_>,
    ) -> Verdict {
        let (count, w, rest) = self.list_head(range)?;
        let (ends, data) = self.cut(rest, count.saturating_mul(1 << w), "a list's ends")?;
        self.width(w, count, data.len(), range.at.saturating_add(3))?;
        self.ends(ends, w, data.len())?;
        let mut start = 0;
        for i in 0..count {
            tick(1);
            let end = wire::end(ends.bytes, w, i);
            let Some(item) = data.part(start, end) else {
                break;
            };
            let before = self.path.index(i);
            self.value(schema, element, item)?;
            self.path.back(before);
            start = end;
        }
        Ok(())
    }

    pub(super) fn rows(&mut self, schema: &'s Tables<'s>, of: TypeRef, range: Span<'_>) -> Verdict {
        let Some((schema, def)) = schema.message(of) else {
            return Ok(());
        };
        let (count, w2, rest) = self.list_head(range)?;
        let (shape, rest) = self.shape(rest, "a list's row header")?;
        let header = rest.at.saturating_sub(Shape::BYTES);
        let slots = usize::from(shape.count);
        let sized = slots > 0 || shape.scalars > 0;
        self.require(sized, header, || {
            Reason::NotCanonical("rows take at least a byte")
        })?;
        let row_ends = if slots == 0 { 0 } else { count };
        let (ends, rest) = self.cut(rest, row_ends.saturating_mul(1 << w2), "a list's row ends")?;
        let bytes = count.saturating_mul(shape.stride());
        let Some((heap, rows)) = rest.len().checked_sub(bytes).and_then(|at| rest.split(at)) else {
            return self.fault(
                rest.end_at(),
                Reason::Truncated {
                    what: "a list's rows",
                    needed: bytes,
                    had: rest.len(),
                },
            );
        };
        self.width(w2, row_ends, heap.len(), range.at.saturating_add(3))?;
        self.ends(ends, w2, heap.len())?;

        let inner = u32::from(shape.width);
        self.require(inner < 3, header.saturating_add(3), || Reason::Width {
            found: inner,
            expected: 2,
        })?;
        let (mut most_scalars, mut most_slots, mut longest) = (0, 0, 0);
        let (mut start, mut zero) = (0, true);
        // All rows reach the same fields.
        let reach = self.reach(schema, def);
        let fields = reach.fields(usize::from(shape.scalars), slots);
        for i in 0..count {
            tick(1);
            let at = i.saturating_mul(shape.stride());
            let Some(row) = rows.part(at, at.saturating_add(shape.stride())) else {
                break;
            };
            let (scalars, row_ends) = self.cut(row, usize::from(shape.scalars), "a row")?;
            let end = if slots == 0 {
                0
            } else {
                wire::end(ends.bytes, w2, i)
            };
            let Some(part) = heap.part(start, end) else {
                break;
            };
            start = end;
            let before = self.path.index(i);
            let mut last = 0;
            for k in 0..slots.saturating_sub(1) {
                tick(1);
                let end = wire::end(row_ends.bytes, inner, k);
                let reason = || Reason::End {
                    end,
                    start: last,
                    len: part.len(),
                };
                self.require(
                    last <= end && end <= part.len(),
                    row_ends.at.saturating_add(k << inner),
                    reason,
                )?;
                last = end;
            }
            let touching = reach.touching(usize::from(shape.scalars));
            let extent = extent(schema, touching, scalars.bytes);
            most_scalars = most_scalars.max(extent);
            most_slots = most_slots.max(used_slots(row_ends, inner, slots, part.len()));
            longest = longest.max(part.len());
            tick(scalars.len());
            zero &= scalars.bytes.iter().all(|b| *b == 0);
            self.fields(schema, &fields, scalars, row_ends, inner, slots, part)?;
            self.path.back(before);
        }
        self.width(
            inner,
            slots.saturating_sub(1),
            longest,
            header.saturating_add(3),
        )?;
        self.require(most_slots == slots, header.saturating_add(2), || {
            Reason::NotCanonical("no row uses the last slot")
        })?;
        let found = usize::from(shape.scalars);
        let tight = if most_scalars == 0 && slots == 0 {
            found == 1 && zero
        } else {
            found == most_scalars
        };
        self.require(tight || found > usize::from(def.scalars), header, || {
            Reason::NotCanonical("no row uses the last scalar")
        })
    }

    pub(super) fn map(
        &mut self,
        schema: &'s Tables<'s>,
        key: &'s Ty<'s>,
        value: &'s Ty<'s>,
        range: Span<'_>,
    ) -> Verdict {
        let (shape, rest) = self.shape(range, "a map's header")?;
        let two = shape.scalars == 0 && shape.count == 2;
        self.require(two, range.at, || {
            Reason::Invalid("a map has no scalars and two slots".into())
        })?;
        let w = u32::from(shape.width);
        self.require(w < 3, range.at.saturating_add(3), || Reason::Width {
            found: w,
            expected: 2,
        })?;
        let (ends, heap) = self.cut(rest, 2 << w, "a map's ends")?;
        self.width(w, 2, heap.len(), range.at.saturating_add(3))?;
        self.ends(ends, w, heap.len())?;
        let (keys, values) = self.cut(heap, wire::end(ends.bytes, w, 0), "a map's keys")?;
        self.require(!keys.is_empty(), keys.at, || {
            Reason::NotCanonical("an empty map has no bytes")
        })?;
        let before = self.path.field("keys", 0);
        self.list(schema, key, keys)?;
        let count = self.ascending(schema, key, keys)?;
        self.path.back(before);
        let before = self.path.field("values", 0);
        self.list(schema, value, values)?;
        let values_count = self.count(schema, value, values);
        self.require(count == values_count, values.at, || {
            Reason::Invalid(format!("{count} keys, but {values_count} values"))
        })?;
        self.path.back(before);
        Ok(())
    }

    fn list(&mut self, schema: &'s Tables<'s>, element: &'s Ty<'s>, range: Span<'_>) -> Verdict {
        self.value(schema, Ty::List(element), range)
    }

    /// Elements of a list that holds.
    fn count(&self, schema: &'s Tables<'s>, element: &Ty, range: Span<'_>) -> usize {
        match (element, schema.fixed_size(*element)) {
            (Ty::Bool, _) => bit_count(range.bytes),
            (_, Some(size)) => range.len().checked_div(size).unwrap_or(0),
            _ => list_head(range.bytes).map_or(0, |head| head.0),
        }
    }

    /// Keys of a list that holds ascend; gives their count.
    fn ascending(
        &self,
        schema: &'s Tables<'s>,
        key: &Ty,
        keys: Span<'_>,
    ) -> Result<usize, DecodeError> {
        let count = self.count(schema, key, keys);
        let mut last: Option<Vec<u8>> = None;
        for i in 0..count {
            let this = sort_key(schema, *key, keys.bytes, i);
            tick(this.len().saturating_add(1));
            let holds = last.is_none_or(|last| last < this);
            self.require(holds, keys.at, || {
                Reason::NotCanonical("keys do not ascend")
            })?;
            last = Some(this);
        }
        Ok(count)
    }
}

pub(super) fn bit_count(bytes: &[u8]) -> usize {
    let (Some(last), Some(whole)) = (bytes.last(), bytes.len().checked_sub(1)) else {
        return 0;
    };
    let top = usize::try_from(last.checked_ilog2().unwrap_or(0)).unwrap_or(0);
    whole.saturating_mul(8).saturating_add(top)
}

/// Key `i` of a list, as bytes that order as the keys do.
fn sort_key<'s>(schema: &'s Tables<'s>, key: Ty<'s>, keys: &[u8], i: usize) -> Vec<u8> {
    let fixed = |size: usize| {
        let at = i.saturating_mul(size);
        keys.get(at..at.saturating_add(size)).unwrap_or_default()
    };
    match key {
        Ty::String => {
            let Some((count, w, rest)) = list_head(keys) else {
                return Vec::new();
            };
            let Some((ends, data)) = rest.split_at_checked(count << w) else {
                return Vec::new();
            };
            let start = i
                .checked_sub(1)
                .map_or(0, |before| wire::end(ends, w, before));
            data.get(start..wire::end(ends, w, i))
                .unwrap_or_default()
                .to_vec()
        }
        Ty::Bool => vec![keys.get(i >> 3).copied().unwrap_or(0) >> (i & 7) & 1],
        Ty::Enum(of) => match schema.enumeration(of) {
            Some(def) => sort_key(schema, def.repr, keys, i),
            None => Vec::new(),
        },
        Ty::Uuid => fixed(16).to_vec(),
        _ => {
            let size = schema.fixed_size(key).unwrap_or(1);
            let mut bytes: Vec<u8> = fixed(size).iter().rev().copied().collect();
            let signed = matches!(key.plain(), Ty::I8 | Ty::I16 | Ty::I32 | Ty::I64);
            if let (true, Some(top)) = (signed, bytes.first_mut()) {
                *top ^= 0x80;
            }
            bytes
        }
    }
}
