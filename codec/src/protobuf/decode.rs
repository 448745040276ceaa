//! From protobuf to our encoding: messages, unions, and values that fill a slot.
//!
//! ```text
//!  protobuf bytes ──scan──▶ scalars, occurrences of the rest ──write, last slot first──▶ Writer
//!       ▲                                  │
//!       └────── each sub-message ◀─────────┘
//! ```
//!
//! What is noted on the way lies on a few stacks that all messages share, so there is no allocation a field or a
//! message. The stacks are bounded by a small multiple of the input, and by `decoded_bytes` where the schema's sizes
//! decide.

mod fixed;
mod list;
mod map;
mod message;
mod scan;
mod swift;

use self::scan::{Occurrence, Pair, UnionFields};
use super::plan::Plans;
use super::wire::{Cursor, Depth, is_repeated, over};
use crate::assemble::{Row, position};
use crate::error::{DecodeError, Reason};
use crate::kind::put_ordinal;
use crate::limits::{Limits, MAX_MESSAGE_BYTES};
use crate::table::verify::carried;
use crate::table::{Tables, Ty, TypeRef};
use crate::writer::Writer;
use bytes::Bytes;
use std::ops::Range;

pub(super) fn decode<'s>(
    schema: &'s Tables<'s>,
    index: usize,
    plans: Option<&Plans<'_>>,
    bytes: &[u8],
    limits: &Limits,
    capacity: usize,
) -> Result<Bytes, DecodeError> {
    let allowed = limits.message_bytes.min(MAX_MESSAGE_BYTES);
    if bytes.len() > allowed {
        return over(
            "message_bytes",
            u64::try_from(allowed).unwrap_or(u64::MAX),
            allowed,
        );
    }
    let Some(def) = schema.messages.get(index) else {
        return Err(DecodeError::new(
            "",
            0,
            Reason::Invalid("no such message in the table".into()),
        ));
    };
    let whole = Occurrence {
        start: 0,
        end: u32::try_from(bytes.len()).unwrap_or(u32::MAX),
        ..Occurrence::NONE
    };
    let mut decoder = Decoder {
        input: bytes,
        plans,
        w: Box::new(Writer::with_capacity(capacity.saturating_add(64))),
        budget: limits.decoded_bytes.min(MAX_MESSAGE_BYTES),
        unknown_left: limits.unknown_fields,
        unknown_allowed: limits.unknown_fields,
        occurrences: vec![whole],
        scalars: Vec::new(),
        marks: Vec::new(),
        rows: Vec::new(),
        entries: Vec::new(),
        groups: Vec::new(),
        carries: false,
    };
    let depth = Depth {
        native: limits.depth,
        protobuf: limits.protobuf_depth,
        native_limit: limits.depth,
        protobuf_limit: limits.protobuf_depth,
    };
    decoder.message(schema, def, 0..1, depth)?;
    decoder.claim(0, bytes.len())?;
    // What was sent as a message is verified here, with its conditions: nobody does so later without being asked.
    if decoder.carries {
        carried(schema, index, decoder.w.written(), limits.depth)?;
    }
    Ok(decoder.w.into_bytes())
}

/// The state of one decoding. All `Vec`s are stacks: who pushes, truncates.
struct Decoder<'a> {
    input: &'a [u8],
    /// How types are read, where that was found out.
    plans: Option<&'a Plans<'a>>,
    w: Box<Writer>,
    /// Bytes that the result may have.
    budget: usize,
    unknown_left: usize,
    unknown_allowed: usize,
    occurrences: Vec<Occurrence>,
    /// Scalars of messages, and values of fixed size on their way.
    scalars: Vec<u8>,
    /// Where slots begin in the writer, last slot first.
    marks: Vec<u32>,
    rows: Vec<Row<message::Frame>>,
    entries: Vec<map::Entry>,
    /// Ranges of occurrences, one an element.
    groups: Vec<(u32, u32)>,
    /// Whether a message was met that is carried as bytes.
    carries: bool,
}

impl<'a> Decoder<'a> {
    #[inline(always)]
    fn occurrence(&self, i: usize) -> Occurrence {
        self.occurrences.get(i).copied().unwrap_or(Occurrence::NONE)
    }

    /// The last occurrence of a group.
    #[inline(always)]
    fn last(&self, group: &Range<usize>) -> Option<Occurrence> {
        self.occurrences.get(group.clone())?.last().copied()
    }

    /// Where a group's last occurrence begins.
    fn at(&self, group: &Range<usize>) -> usize {
        self.last(group).map_or(0, |o| position(o.start))
    }

    fn fault<T>(&self, at: usize, reason: Reason) -> Result<T, DecodeError> {
        Err(DecodeError::new("", at, reason))
    }

    #[cold]
    fn unknown_limit(&self) -> u64 {
        u64::try_from(self.unknown_allowed).unwrap_or(u64::MAX)
    }

    /// Whether the result may have `more` bytes beyond what is written.
    #[inline(always)]
    fn claim(&self, more: usize, at: usize) -> Result<(), DecodeError> {
        if self.w.len().saturating_add(more) > self.budget {
            return over(
                "decoded_bytes",
                u64::try_from(self.budget).unwrap_or(u64::MAX),
                at,
            );
        }
        Ok(())
    }

    /// `len` bytes at `at` of the scalars that begin at `base`, which grow to hold them.
    #[inline(always)]
    fn scalars_at(
        &mut self,
        base: usize,
        at: usize,
        len: usize,
    ) -> Result<Option<&mut [u8]>, DecodeError> {
        let start = base.saturating_add(at);
        let end = start.saturating_add(len);
        if end > self.scalars.len() {
            self.grow_scalars(end)?;
        }
        Ok(self.scalars.get_mut(start..end))
    }

    #[cold]
    fn grow_scalars(&mut self, end: usize) -> Result<(), DecodeError> {
        // What is set here is part of the result later, as often as it stands here or more often.
        if end > self.budget.saturating_add(message::SCALARS_AT_ONCE) {
            return over(
                "decoded_bytes",
                u64::try_from(self.budget).unwrap_or(u64::MAX),
                0,
            );
        }
        self.scalars.resize(end, 0);
        Ok(())
    }

    /// Whether the scalars that begin at `base` hold byte `at`.
    #[inline(always)]
    fn scalars_reach(&self, base: usize, at: usize) -> bool {
        base.saturating_add(at) < self.scalars.len()
    }

    /// Writes the bytes of a value from all its occurrences. A union of which no variant is there writes none.
    fn value<'s>(
        &mut self,
        schema: &'s Tables<'s>,
        ty: Ty<'s>,
        group: Range<usize>,
        depth: Depth,
    ) -> Result<(), DecodeError> {
        match ty {
            Ty::String => {
                let Some(last) = self.last(&group) else {
                    return Ok(());
                };
                let bytes = self.text(last)?;
                self.claim(bytes.len(), position(last.start))?;
                self.w.put(bytes);
                Ok(())
            }
            Ty::Bytes => {
                let Some(last) = self.last(&group) else {
                    return Ok(());
                };
                let bytes = self
                    .input
                    .get(position(last.start)..position(last.end))
                    .unwrap_or_default();
                self.claim(bytes.len(), position(last.start))?;
                self.w.put(bytes);
                Ok(())
            }
            Ty::Message(of) => {
                let at = self.at(&group);
                let depth = depth.deeper(at)?.native_deeper(at)?;
                match schema.message(of) {
                    Some((schema, def)) => self.message(schema, def, group, depth),
                    None => Ok(()),
                }
            }
            Ty::Encoded(of) => {
                self.carries = true;
                self.value(schema, Ty::Message(of), group, depth)
            }
            Ty::Union(of) => {
                let depth = depth.deeper(self.at(&group))?;
                self.union(schema, of, group, depth)
            }
            // Its members are no message of their own: they came as fields of the one around them.
            Ty::Oneof(of) => self.union(schema, of, group, depth),
            Ty::List(element) => self.list(schema, *element, list::Elements::Each(group), depth),
            Ty::Map(key, value) => self.map(schema, *key, *value, group, depth),
            fixed => self.fixed_to_writer(schema, fixed, group, depth),
        }
    }

    /// The text of an occurrence, if it is some.
    #[inline(always)]
    fn text(&self, of: Occurrence) -> Result<&'a [u8], DecodeError> {
        let start = position(of.start);
        let input = self.input;
        let bytes = input.get(start..position(of.end)).unwrap_or_default();
        if crate::ascii::is_ascii(bytes) {
            return Ok(bytes);
        }
        match std::str::from_utf8(bytes) {
            Ok(_) => Ok(bytes),
            Err(error) => self.fault(start.saturating_add(error.valid_up_to()), Reason::Utf8),
        }
    }

    /// Opens the messages that wrap what repeats; gives the occurrences of their `items`, to be truncated later.
    fn unwrap<'s>(
        &mut self,
        ty: Ty<'s>,
        group: Range<usize>,
        depth: Depth,
    ) -> Result<(Range<usize>, Depth), DecodeError> {
        let depth = depth.deeper(self.at(&group))?;
        Ok((self.scan(&mut Pair(ty, None), group, depth)?, depth))
    }

    fn wrapped<'s>(
        &mut self,
        schema: &'s Tables<'s>,
        ty: Ty<'s>,
        group: Range<usize>,
        depth: Depth,
    ) -> Result<(), DecodeError> {
        if let Ty::Array(..) = ty {
            return self.copied(schema, ty, |decoder, start| {
                decoder.wrapped_fixed(schema, ty, group, start, depth)
            });
        }
        let (items, depth) = self.unwrap(ty, group, depth)?;
        let first = items.start;
        self.value(schema, ty, items, depth)
            .map_err(|error| error.within("items"))?;
        self.occurrences.truncate(first);
        Ok(())
    }

    /// One value where protobuf has no place for what repeats: an element, a variant, a value of a map.
    fn single<'s>(
        &mut self,
        schema: &'s Tables<'s>,
        ty: Ty<'s>,
        group: Range<usize>,
        depth: Depth,
    ) -> Result<(), DecodeError> {
        if is_repeated(ty) {
            self.wrapped(schema, ty, group, depth)
        } else {
            self.value(schema, ty, group, depth)
        }
    }

    /// The parts of `group` are messages with the variants as fields, or each a variant with its tag.
    fn union<'s>(
        &mut self,
        schema: &'s Tables<'s>,
        of: TypeRef,
        group: Range<usize>,
        depth: Depth,
    ) -> Result<(), DecodeError> {
        let at = self.at(&group);
        let depth = depth.native_deeper(at)?;
        let Some((schema, def)) = schema.union(of) else {
            return Ok(());
        };
        let present = !group.is_empty();
        let mut fields = UnionFields { def, current: None };
        let noted = self.scan(&mut fields, group, depth)?;
        let first = noted.start;
        if def.closed && present && fields.current.is_none() {
            let reason = format!("no variant of {}", def.name);
            return self.fault(at, Reason::Invalid(reason));
        }
        if let Some(variant) = fields
            .current
            .and_then(|index| def.variants.get(usize::from(index)))
        {
            match variant.ty {
                Some(ty) => self.single(schema, ty, noted, depth),
                None => depth
                    .deeper(at)
                    .and_then(|depth| self.pass_over(noted, depth)),
            }
            .map_err(|error| error.within_member(variant.name, variant.sensitive))?;
            self.claim(3, at)?;
            put_ordinal(
                &mut self.w,
                usize::from(fields.current.unwrap_or(0)).saturating_add(1),
            );
        }
        self.occurrences.truncate(first);
        Ok(())
    }
}
