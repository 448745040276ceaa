//! Verification by table: slow, and able to say what is wrong and where.
//!
//! It checks what the fast path checks, in an order that a reader would: outside before inside, front before back.

mod lists;
mod reach;
mod rules;
mod scalars;

pub(crate) use scalars::extent;

use super::{EnumDef, FieldDef, MessageDef, Place, Presence, Tables, Ty};
use crate::error::{DecodeError, Reason};
use crate::limits::Limits;
use crate::steps::tick;
use crate::view::Shape;
use crate::wire;
use reach::Reach;
use std::collections::{HashMap, HashSet};
use std::fmt::Write;
use std::rc::Rc;

/// Verifies `bytes` as message `index` of `schema`.
///
/// # Errors
/// The first thing that is wrong.
pub fn verify<'s>(
    schema: &'s Tables<'s>,
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
    Walk::new(limits.depth).message(schema, def, Span { bytes, at: 0 })
}

/// Verifies `bytes` as message `index` of `schema`, and what is carried within them as well. What is carried counts its
/// levels on from where it stands, as if it were a sub-message: `depth` in all.
///
/// # Errors
/// The first thing that is wrong, seen from the outside.
#[cold]
pub(crate) fn carried<'s>(
    schema: &'s Tables<'s>,
    index: usize,
    bytes: &[u8],
    depth: u32,
) -> Result<(), DecodeError> {
    match schema.messages.get(index) {
        Some(def) => {
            let mut walk = Walk::new(depth);
            walk.carried = true;
            walk.message(schema, def, Span { bytes, at: 0 })
        }
        None => Ok(()),
    }
}

/// Why `bytes` were refused by the fast path.
#[cold]
pub(crate) fn explain<'s>(
    schema: &'s Tables<'s>,
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
struct Path {
    text: String,
    /// Where the way entered what is sensitive.
    hidden: Option<usize>,
}

impl Path {
    /// Into a member of a type; of one that is sensitive no value is said.
    fn member(&mut self, name: &str, ordinal: u32, sensitive: bool) -> usize {
        let before = self.field(name, ordinal);
        if sensitive && self.hidden.is_none() {
            self.hidden = Some(before);
        }
        before
    }

    fn field(&mut self, name: &str, ordinal: u32) -> usize {
        let before = self.text.len();
        if before > 0 {
            self.text.push('.');
        }
        if name.is_empty() {
            let _ = write!(self.text, "@{ordinal}");
        } else {
            self.text.push_str(name);
        }
        before
    }

    fn index(&mut self, i: usize) -> usize {
        let before = self.text.len();
        let _ = write!(self.text, "[{i}]");
        before
    }

    fn back(&mut self, to: usize) {
        self.hidden = self.hidden.filter(|at| *at < to);
        self.text.truncate(to);
    }
}

struct Walk<'s> {
    path: Path,
    depth: u32,
    limit: u32,
    /// What was found out about message types and closed enums, by their addresses: once a type, not once a value.
    reaches: HashMap<usize, Rc<Reach<'s>>>,
    numbers: HashMap<usize, HashSet<i64>>,
    /// Whether to look at what is carried as bytes, too.
    carried: bool,
}

type Verdict = Result<(), DecodeError>;

impl<'s> Walk<'s> {
    fn new(depth: u32) -> Self {
        Self {
            path: Path::default(),
            depth,
            limit: depth,
            reaches: HashMap::new(),
            numbers: HashMap::new(),
            carried: false,
        }
    }

    /// Which fields the headers of a message type reach.
    fn reach(&mut self, schema: &'s Tables<'s>, def: &'s MessageDef<'s>) -> Rc<Reach<'s>> {
        let key = std::ptr::from_ref(def).addr();
        let known = self.reaches.entry(key);
        Rc::clone(known.or_insert_with(|| Rc::new(Reach::new(schema, def))))
    }

    /// Whether a closed enum has a value with this number.
    fn allows(&mut self, def: &'s EnumDef<'s>, number: i64) -> bool {
        let numbers = || {
            tick(def.values.len());
            def.values.iter().map(|(number, _, _)| *number).collect()
        };
        let key = std::ptr::from_ref(def).addr();
        let known = self.numbers.entry(key).or_insert_with(numbers);
        known.contains(&number)
    }

    fn fault<T>(&self, at: usize, reason: Reason) -> Result<T, DecodeError> {
        let reason = match self.path.hidden {
            Some(_) => reason.redacted(),
            None => reason,
        };
        Err(DecodeError::new(self.path.text.clone(), at, reason))
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
            tick(1);
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
        schema: &'s Tables<'s>,
        def: &'s MessageDef<'s>,
        span: Span<'_>,
    ) -> Verdict {
        tick(1);
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
        let reach = self.reach(schema, def);
        if scalars.len() <= usize::from(def.scalars) {
            let tight =
                extent(schema, reach.touching(scalars.len()), scalars.bytes) == scalars.len();
            self.require(tight, span.at, || {
                Reason::NotCanonical("scalars do not end behind the last one that is set")
            })?;
        }
        let fields = reach.fields(scalars.len(), count);
        self.fields(schema, &fields, scalars, inner, w, count, heap)
    }

    #[allow(clippy::too_many_arguments)] // a message's parts
    fn fields(
        &mut self,
        schema: &'s Tables<'s>,
        fields: &[&'s FieldDef<'s>],
        scalars: Span<'_>,
        ends: Span<'_>,
        w: u32,
        count: usize,
        heap: Span<'_>,
    ) -> Verdict {
        for &field in fields {
            tick(1);
            if is_left_out(field, scalars.len(), count) {
                self.left_out(schema, field, heap.end_at().max(scalars.end_at()))?;
                continue;
            }
            let before = self.path.member(field.name, field.ordinal, field.sensitive);
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
                Place::Shared { .. } => {}
            }
            self.path.back(before);
        }
        Ok(())
    }

    fn slot(
        &mut self,
        schema: &'s Tables<'s>,
        field: &'s FieldDef<'s>,
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
                self.require(!field.is_preset(range.bytes), range.at, || {
                    Reason::NotCanonical("a default is not written")
                })?;
                self.value(schema, field.ty, range)?;
                self.field(schema, field, range)
            }
        }
    }

    /// A value that fills a range of its own.
    fn value(&mut self, schema: &'s Tables<'s>, ty: Ty<'s>, range: Span<'_>) -> Verdict {
        match ty {
            Ty::String => {
                tick(range.len());
                match std::str::from_utf8(range.bytes) {
                    Ok(_) => Ok(()),
                    Err(e) => self.fault(range.at.saturating_add(e.valid_up_to()), Reason::Utf8),
                }
            }
            Ty::Bytes => Ok(()),
            Ty::Message(of) => match schema.message(of) {
                Some((schema, def)) => {
                    self.deeper(range.at, |walk| walk.message(schema, def, range))
                }
                None => Ok(()),
            },
            Ty::Union(of) | Ty::Oneof(of) => {
                self.deeper(range.at, |walk| walk.choice(schema, of, range))
            }
            Ty::Encoded(of) if self.carried => self.value(schema, Ty::Message(of), range),
            Ty::Encoded(_) => self.shape(range, "a message's header").map(|_| ()),
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

    fn choice(&mut self, schema: &'s Tables<'s>, of: super::TypeRef, range: Span<'_>) -> Verdict {
        tick(1);
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
        let before = self
            .path
            .member(variant.name, u32::from(ordinal), variant.sensitive);
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
}

/// One more than the last slot that is not empty, given all ends but the last.
fn used_slots(ends: Span<'_>, w: u32, count: usize, heap: usize) -> usize {
    let start = |k: usize| {
        k.checked_sub(1)
            .map_or(0, |before| wire::end(ends.bytes, w, before))
    };
    (0..count)
        .rev()
        .inspect(|_| tick(1))
        .find(|k| start(*k) < heap)
        .map_or(0, |k| k.saturating_add(1))
}

/// Whether a message with so many bytes of scalars and so many slots has nothing of a field that it need not have.
fn is_left_out(field: &FieldDef, scalars: usize, slots: usize) -> bool {
    match field.place {
        Place::Bit { byte, .. } => usize::from(byte) >= scalars,
        Place::Scalar { at } => usize::from(at) >= scalars,
        Place::Slot { index } => {
            let there = match field.presence {
                Presence::Required => true,
                // Present and empty, maybe: then no slot need be there.
                Presence::Bit { byte, .. } => usize::from(byte) < scalars,
                Presence::Always | Presence::Range => false,
            };
            usize::from(index) >= slots && !there
        }
        Place::Shared { .. } => true,
    }
}
