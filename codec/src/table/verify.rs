//! Verification by table: slow, and able to say what is wrong and where.
//!
//! It checks what the fast path checks, in an order that a reader would: outside before inside, front before back.

mod rules;

use super::{FieldDef, MessageDef, Place, Presence, Schema, Ty};
use crate::error::{DecodeError, Reason};
use crate::kind::list_head;
use crate::limits::Limits;
use crate::view::Shape;
use crate::wire;
use std::fmt::Write;

/// Verifies `bytes` as message `index` of `schema`.
///
/// # Errors
/// The first thing that is wrong.
pub fn verify(
    schema: &'static Schema,
    index: usize,
    bytes: &[u8],
    limits: &Limits,
) -> Result<(), DecodeError> {
    if bytes.len() > limits.message_bytes {
        let allowed = u64::try_from(limits.message_bytes).unwrap_or(u64::MAX);
        let reason = Reason::OverLimit {
            limit: "message_bytes",
            allowed,
        };
        return Err(DecodeError::new("", limits.message_bytes, reason));
    }
    let Some(def) = schema.messages.get(index) else {
        return Err(DecodeError::new(
            "",
            0,
            Reason::Invalid("no such message in the table".into()),
        ));
    };
    let mut walk = Walk {
        path: Path::default(),
        depth: limits.depth,
        limit: limits.depth,
    };
    walk.message(schema, def, Span { bytes, at: 0 })
}

/// Why `bytes` were refused by the fast path.
#[cold]
pub(crate) fn explain(
    schema: &'static Schema,
    index: usize,
    bytes: &[u8],
    limits: &Limits,
) -> DecodeError {
    match verify(schema, index, bytes, limits) {
        Err(error) => error,
        // Unreachable while both paths agree, which tests and fuzzing hold.
        Ok(()) => DecodeError::new(
            "",
            0,
            Reason::NotCanonical("refused for a reason that nobody can name"),
        ),
    }
}

/// A range of the input and where it begins there.
#[derive(Clone, Copy)]
struct Span<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Span<'a> {
    fn len(self) -> usize {
        self.bytes.len()
    }

    fn is_empty(self) -> bool {
        self.bytes.is_empty()
    }

    /// The part from `start` to `end`.
    fn part(self, start: usize, end: usize) -> Option<Self> {
        Some(Self {
            bytes: self.bytes.get(start..end)?,
            at: self.at.saturating_add(start),
        })
    }

    fn split(self, at: usize) -> Option<(Self, Self)> {
        Some((self.part(0, at)?, self.part(at, self.len())?))
    }

    fn end_at(self) -> usize {
        self.at.saturating_add(self.len())
    }
}

/// The way to the value that is being looked at.
#[derive(Default)]
struct Path(String);

impl Path {
    fn field(&mut self, name: &str, ordinal: u32) -> usize {
        let before = self.0.len();
        if before > 0 {
            self.0.push('.');
        }
        if name.is_empty() {
            let _ = write!(self.0, "@{ordinal}");
        } else {
            self.0.push_str(name);
        }
        before
    }

    fn index(&mut self, i: usize) -> usize {
        let before = self.0.len();
        let _ = write!(self.0, "[{i}]");
        before
    }

    fn back(&mut self, to: usize) {
        self.0.truncate(to);
    }
}

struct Walk {
    path: Path,
    depth: u32,
    limit: u32,
}

type Verdict = Result<(), DecodeError>;

impl Walk {
    fn fault<T>(&self, at: usize, reason: Reason) -> Result<T, DecodeError> {
        Err(DecodeError::new(self.path.0.clone(), at, reason))
    }

    fn require(&self, holds: bool, at: usize, reason: impl FnOnce() -> Reason) -> Verdict {
        if holds {
            Ok(())
        } else {
            self.fault(at, reason())
        }
    }

    /// Cuts `needed` bytes off the front.
    fn cut<'a>(
        &self,
        from: Span<'a>,
        needed: usize,
        what: &'static str,
    ) -> Result<(Span<'a>, Span<'a>), DecodeError> {
        match from.split(needed) {
            Some(parts) => Ok(parts),
            None => self.fault(
                from.end_at(),
                Reason::Truncated {
                    what,
                    needed,
                    had: from.len(),
                },
            ),
        }
    }

    fn deeper(&mut self, at: usize, f: impl FnOnce(&mut Self) -> Verdict) -> Verdict {
        let Some(left) = self.depth.checked_sub(1) else {
            return self.fault(
                at,
                Reason::OverLimit {
                    limit: "depth",
                    allowed: u64::from(self.limit),
                },
            );
        };
        let before = std::mem::replace(&mut self.depth, left);
        let verdict = f(self);
        self.depth = before;
        verdict
    }

    fn shape<'a>(
        &self,
        span: Span<'a>,
        what: &'static str,
    ) -> Result<(Shape, Span<'a>), DecodeError> {
        let (header, rest) = self.cut(span, Shape::BYTES, what)?;
        Ok((Shape::read(wire::fixed(header.bytes)), rest))
    }

    /// The smallest width for `len` bytes, or 0 where there is no end to write.
    fn width(&self, found: u32, ends: usize, len: usize, at: usize) -> Verdict {
        let expected = if ends == 0 { 0 } else { wire::width(len) };
        self.require(found == expected, at, || Reason::Width { found, expected })
    }

    /// Ends never decrease and the last one is `len`.
    fn ends(&self, ends: Span<'_>, w: u32, len: usize) -> Verdict {
        let mut start = 0;
        for k in 0..ends.len() >> w {
            let end = wire::end(ends.bytes, w, k);
            let at = ends.at.saturating_add(k << w);
            self.require(start <= end && end <= len, at, || Reason::End {
                end,
                start,
                len,
            })?;
            start = end;
        }
        self.require(start == len, ends.end_at(), || Reason::Excess {
            what: "the last end",
            extra: len.saturating_sub(start),
        })
    }

    fn message(
        &mut self,
        schema: &'static Schema,
        def: &'static MessageDef,
        span: Span<'_>,
    ) -> Verdict {
        let (shape, rest) = self.shape(span, "a message's header")?;
        let count = usize::from(shape.count);
        let w = u32::from(shape.width);
        self.require(w < 3, span.at.saturating_add(3), || Reason::Width {
            found: w,
            expected: 2,
        })?;
        let (scalars, rest) = self.cut(rest, usize::from(shape.scalars), "a message's scalars")?;
        let (ends, heap) = self.cut(rest, count << w, "a message's ends")?;
        self.width(w, count, heap.len(), span.at.saturating_add(3))?;
        self.ends(ends, w, heap.len())?;
        let inner = ends
            .part(0, ends.len().saturating_sub(1 << w))
            .unwrap_or(ends);
        let most = used_slots(inner, w, count, heap.len());
        self.require(most == count, span.at.saturating_add(2), || {
            Reason::NotCanonical("the last slot is empty")
        })?;
        if scalars.len() <= usize::from(def.scalars) {
            let tight = extent(schema, def.fields, scalars.bytes) == scalars.len();
            self.require(tight, span.at, || {
                Reason::NotCanonical("scalars do not end behind the last one that is set")
            })?;
        }
        self.fields(schema, def.fields, scalars, inner, w, count, heap)
    }

    #[allow(clippy::too_many_arguments)] // a message's parts
    fn fields(
        &mut self,
        schema: &'static Schema,
        fields: impl IntoIterator<Item = &'static FieldDef>,
        scalars: Span<'_>,
        ends: Span<'_>,
        w: u32,
        count: usize,
        heap: Span<'_>,
    ) -> Verdict {
        for field in fields {
            if is_left_out(field, scalars.len(), count) {
                self.left_out(schema, field, heap.end_at().max(scalars.end_at()))?;
                continue;
            }
            let before = self.path.field(field.name, field.ordinal);
            match field.place {
                Place::Bit { byte, mask } => {
                    let set = |byte: u16, mask| {
                        crate::message::flag(scalars.bytes, usize::from(byte), mask)
                    };
                    let absent =
                        matches!(field.presence, Presence::Bit { byte, mask } if !set(byte, mask));
                    let at = scalars.at.saturating_add(usize::from(byte));
                    let holds = !absent || !set(byte, mask);
                    self.require(holds, at, || {
                        Reason::NotCanonical("an absent value is not zero")
                    })?;
                }
                Place::Scalar { at } => self.scalar(schema, field, scalars, usize::from(at))?,
                Place::Slot { index } => {
                    let k = usize::from(index);
                    let end = |k: usize| {
                        if k.saturating_add(1) < count {
                            wire::end(ends.bytes, w, k)
                        } else {
                            heap.len()
                        }
                    };
                    let start = if k < count {
                        k.checked_sub(1).map_or(0, end)
                    } else {
                        heap.len()
                    };
                    let Some(range) = heap.part(start, end(k)) else {
                        let reason = Reason::End {
                            end: end(k),
                            start,
                            len: heap.len(),
                        };
                        return self.fault(ends.at.saturating_add(k << w), reason);
                    };
                    self.slot(schema, field, scalars.bytes, range)?;
                }
            }
            self.path.back(before);
        }
        Ok(())
    }

    fn scalar(
        &mut self,
        schema: &'static Schema,
        field: &'static FieldDef,
        scalars: Span<'_>,
        at: usize,
    ) -> Verdict {
        let Some(size) = schema.fixed_size(field.ty) else {
            return Ok(());
        };
        let Some(bytes) = scalars.part(at, at.saturating_add(size)) else {
            // Only rows of nothing end within a scalar.
            return self.at_default(schema, field, scalars.end_at());
        };
        if let Presence::Bit { byte, mask } = field.presence {
            let present = crate::message::flag(scalars.bytes, usize::from(byte), mask);
            let holds = present || bytes.bytes.iter().all(|b| *b == 0);
            self.require(holds, bytes.at, || {
                Reason::NotCanonical("an absent value is not zero")
            })?;
            if !present {
                return Ok(());
            }
        }
        if field.reserved {
            Ok(())
        } else {
            self.fixed(schema, field.ty, bytes)?;
            self.field(schema, field, bytes)
        }
    }

    /// Whether fixed-size bytes are canonical: a `bool` that has a byte of its own is 0 or 1.
    fn fixed(&mut self, schema: &'static Schema, ty: Ty, span: Span<'_>) -> Verdict {
        match ty {
            Ty::Bool => self.require(matches!(span.bytes, [0 | 1]), span.at, || {
                Reason::NotCanonical("a bool is 0 or 1")
            }),
            Ty::Array(element, _) => {
                let size = schema.fixed_size(*element).unwrap_or(1).max(1);
                for i in 0..span.len().checked_div(size).unwrap_or(0) {
                    let start = i.saturating_mul(size);
                    let Some(part) = span.part(start, start.saturating_add(size)) else {
                        break;
                    };
                    let before = self.path.index(i);
                    self.fixed(schema, *element, part)?;
                    self.path.back(before);
                }
                Ok(())
            }
            Ty::Struct(of) => {
                let Some((schema, def)) = schema.structure(of) else {
                    return Ok(());
                };
                for field in def.fields {
                    let start = usize::try_from(field.at).unwrap_or(usize::MAX);
                    let size = schema.fixed_size(field.ty).unwrap_or(0);
                    let Some(part) = span.part(start, start.saturating_add(size)) else {
                        break;
                    };
                    let before = self.path.field(field.name, 0);
                    self.fixed(schema, field.ty, part)?;
                    self.path.back(before);
                }
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn slot(
        &mut self,
        schema: &'static Schema,
        field: &'static FieldDef,
        scalars: &[u8],
        range: Span<'_>,
    ) -> Verdict {
        if field.reserved {
            return Ok(());
        }
        match field.presence {
            Presence::Range if range.is_empty() => Ok(()),
            Presence::Bit { byte, mask }
                if !crate::message::flag(scalars, usize::from(byte), mask) =>
            {
                self.require(range.is_empty(), range.at, || {
                    Reason::NotCanonical("an absent value is not empty")
                })
            }
            Presence::Required if range.is_empty() => self.fault(range.at, Reason::Missing),
            _ => {
                self.value(schema, field.ty, range)?;
                self.field(schema, field, range)
            }
        }
    }

    /// A value that fills a range of its own.
    fn value(&mut self, schema: &'static Schema, ty: Ty, range: Span<'_>) -> Verdict {
        match ty {
            Ty::String => match std::str::from_utf8(range.bytes) {
                Ok(_) => Ok(()),
                Err(e) => self.fault(range.at.saturating_add(e.valid_up_to()), Reason::Utf8),
            },
            Ty::Bytes => Ok(()),
            Ty::Message(of) => match schema.message(of) {
                Some((schema, def)) => {
                    self.deeper(range.at, |walk| walk.message(schema, def, range))
                }
                None => Ok(()),
            },
            Ty::Union(of) => self.deeper(range.at, |walk| walk.choice(schema, of, range)),
            Ty::List(_) if range.is_empty() => Ok(()),
            Ty::List(Ty::Bool) => self.bits(range),
            Ty::List(Ty::Message(of)) => {
                self.deeper(range.at, |walk| walk.rows(schema, *of, range))
            }
            Ty::List(element) => match schema.fixed_size(*element) {
                Some(size) => self.packed(schema, *element, size, range),
                None => self.items(schema, *element, range),
            },
            Ty::Map(..) if range.is_empty() => Ok(()),
            Ty::Map(key, value) => self.map(schema, key, value, range),
            fixed => {
                let needed = schema.fixed_size(fixed).unwrap_or(0);
                let (bytes, rest) = self.cut(range, needed, "a value of fixed size")?;
                self.end_of("a value of fixed size", rest)?;
                self.fixed(schema, fixed, bytes)
            }
        }
    }

    fn end_of(&self, what: &'static str, rest: Span<'_>) -> Verdict {
        self.require(rest.is_empty(), rest.at, || Reason::Excess {
            what,
            extra: rest.len(),
        })
    }

    fn choice(&mut self, schema: &'static Schema, of: super::TypeRef, range: Span<'_>) -> Verdict {
        let (head, rest) = self.cut(range, 1, "a union's ordinal")?;
        let (ordinal, payload) = match head.bytes {
            [0] => {
                return self.fault(
                    head.at,
                    Reason::Invalid("a union's ordinal is never 0".into()),
                );
            }
            [255] => {
                let (wide, payload) = self.cut(rest, 2, "a union's ordinal")?;
                let ordinal = u16::from_le_bytes(wire::fixed(wide.bytes));
                self.require(ordinal >= 255, wide.at, || {
                    Reason::NotCanonical("an ordinal below 255 takes one byte")
                })?;
                (ordinal, payload)
            }
            bytes => (u16::from(bytes.first().copied().unwrap_or(0)), rest),
        };
        let Some((schema, def)) = schema.union(of) else {
            return Ok(());
        };
        self.require(def.allows(ordinal), head.at, || {
            Reason::Invalid(format!("{ordinal} is no variant of {}", def.name))
        })?;
        let Some(variant) = def.variants.get(usize::from(ordinal).saturating_sub(1)) else {
            return Ok(());
        };
        if variant.reserved {
            return Ok(());
        }
        let before = self.path.field(variant.name, u32::from(ordinal));
        match variant.ty {
            None => self.end_of("a variant without a payload", payload)?,
            Some(ty) => {
                self.value(schema, ty, payload)?;
                self.obeys(schema, ty, &rules::parts(variant.rules), payload)?;
            }
        }
        self.path.back(before);
        Ok(())
    }

    fn bits(&mut self, range: Span<'_>) -> Verdict {
        let holds = match range.bytes {
            [only] => *only > 1,
            bytes => bytes.last().is_some_and(|last| *last != 0),
        };
        self.require(holds, range.end_at().saturating_sub(1), || {
            Reason::NotCanonical("a list of bool ends in a sentinel bit")
        })
    }

    fn packed(
        &mut self,
        schema: &'static Schema,
        element: Ty,
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

    fn items(&mut self, schema: &'static Schema, element: Ty, range: Span<'_>) -> Verdict {
        let (count, w, rest) = self.list_head(range)?;
        let (ends, data) = self.cut(rest, count.saturating_mul(1 << w), "a list's ends")?;
        self.width(w, count, data.len(), range.at.saturating_add(3))?;
        self.ends(ends, w, data.len())?;
        let mut start = 0;
        for i in 0..count {
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

    fn rows(&mut self, schema: &'static Schema, of: super::TypeRef, range: Span<'_>) -> Verdict {
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
        // All rows leave out the same fields. The first one shows whether it may; the others are looked at for what they
        // have, or work would be rows times fields, and a row of one byte can leave out thousands.
        let in_scalars = fields_of(def, |field| touches(field, usize::from(shape.scalars)));
        let there = fields_of(def, |field| {
            !is_left_out(field, usize::from(shape.scalars), slots)
        });
        for i in 0..count {
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
            let extent = extent(schema, in_scalars.iter().copied(), scalars.bytes);
            most_scalars = most_scalars.max(extent);
            most_slots = most_slots.max(used_slots(row_ends, inner, slots, part.len()));
            longest = longest.max(part.len());
            zero &= scalars.bytes.iter().all(|b| *b == 0);
            if i == 0 {
                self.fields(schema, def.fields, scalars, row_ends, inner, slots, part)?;
            } else {
                let there = there.iter().copied();
                self.fields(schema, there, scalars, row_ends, inner, slots, part)?;
            }
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

    fn map(
        &mut self,
        schema: &'static Schema,
        key: &'static Ty,
        value: &'static Ty,
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

    fn list(&mut self, schema: &'static Schema, element: &'static Ty, range: Span<'_>) -> Verdict {
        self.value(schema, Ty::List(element), range)
    }

    /// Elements of a list that holds.
    fn count(&self, schema: &'static Schema, element: &Ty, range: Span<'_>) -> usize {
        match (element, schema.fixed_size(*element)) {
            (Ty::Bool, _) => bit_count(range.bytes),
            (_, Some(size)) => range.len().checked_div(size).unwrap_or(0),
            _ => list_head(range.bytes).map_or(0, |head| head.0),
        }
    }

    /// Keys of a list that holds ascend; gives their count.
    fn ascending(
        &self,
        schema: &'static Schema,
        key: &Ty,
        keys: Span<'_>,
    ) -> Result<usize, DecodeError> {
        let count = self.count(schema, key, keys);
        let mut last: Option<Vec<u8>> = None;
        for i in 0..count {
            let this = sort_key(schema, *key, keys.bytes, i);
            let holds = last.is_none_or(|last| last < this);
            self.require(holds, keys.at, || {
                Reason::NotCanonical("keys do not ascend")
            })?;
            last = Some(this);
        }
        Ok(count)
    }
}

fn bit_count(bytes: &[u8]) -> usize {
    let (Some(last), Some(whole)) = (bytes.last(), bytes.len().checked_sub(1)) else {
        return 0;
    };
    let top = usize::try_from(last.checked_ilog2().unwrap_or(0)).unwrap_or(0);
    whole.saturating_mul(8).saturating_add(top)
}

/// Key `i` of a list, as bytes that order as the keys do.
fn sort_key(schema: &'static Schema, key: Ty, keys: &[u8], i: usize) -> Vec<u8> {
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
            let signed = matches!(key, Ty::I8 | Ty::I16 | Ty::I32 | Ty::I64);
            if let (true, Some(top)) = (signed, bytes.first_mut()) {
                *top ^= 0x80;
            }
            bytes
        }
    }
}

/// One more than the last slot that is not empty, given all ends but the last.
fn used_slots(ends: Span<'_>, w: u32, count: usize, heap: usize) -> usize {
    let start = |k: usize| {
        k.checked_sub(1)
            .map_or(0, |before| wire::end(ends.bytes, w, before))
    };
    (0..count)
        .rev()
        .find(|k| start(*k) < heap)
        .map_or(0, |k| k.saturating_add(1))
}

/// The fields of a message that `keep` keeps.
fn fields_of(def: &'static MessageDef, keep: impl Fn(&FieldDef) -> bool) -> Vec<&'static FieldDef> {
    def.fields.iter().filter(|field| keep(field)).collect()
}

/// Whether a message with so many bytes of scalars and so many slots has nothing of a field that it need not have.
fn is_left_out(field: &FieldDef, scalars: usize, slots: usize) -> bool {
    match field.place {
        Place::Bit { byte, .. } => usize::from(byte) >= scalars,
        Place::Scalar { at } => usize::from(at) >= scalars,
        Place::Slot { index } => {
            usize::from(index) >= slots && field.presence != Presence::Required
        }
    }
}

/// Whether a field has a bit or a byte among the first `scalars` bytes.
fn touches(field: &FieldDef, scalars: usize) -> bool {
    let place = match field.place {
        Place::Bit { byte: at, .. } | Place::Scalar { at } => usize::from(at) < scalars,
        Place::Slot { .. } => false,
    };
    place || matches!(field.presence, Presence::Bit { byte, .. } if usize::from(byte) < scalars)
}

/// Where the scalars would end if they were canonical, as far as the schema knows them.
pub(crate) fn extent(
    schema: &'static Schema,
    fields: impl IntoIterator<Item = &'static FieldDef>,
    scalars: &[u8],
) -> usize {
    let set = |start: usize, end: usize| {
        scalars
            .get(start..end.min(scalars.len()))
            .is_some_and(|b| b.iter().any(|b| *b != 0))
    };
    let mut extent = 0;
    for field in fields {
        // A byte of flags, whatever bits of it the schema knows.
        let flag = match (field.place, field.presence) {
            (Place::Bit { byte, .. }, _) | (_, Presence::Bit { byte, .. }) => {
                Some(usize::from(byte))
            }
            _ => None,
        };
        if let Some(byte) = flag.filter(|byte| set(*byte, byte.saturating_add(1))) {
            extent = extent.max(byte.saturating_add(1));
        }
        let Place::Scalar { at } = field.place else {
            continue;
        };
        let at = usize::from(at);
        let end = at.saturating_add(schema.fixed_size(field.ty).unwrap_or(0));
        let present = match field.presence {
            Presence::Bit { byte, mask } => crate::message::flag(scalars, usize::from(byte), mask),
            _ => false,
        };
        if present || set(at, end) {
            extent = extent.max(end);
        }
    }
    extent
}
