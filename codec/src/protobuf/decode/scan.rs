//! One pass over a message's fields: which come, and where.
//!
//! Fields may come in any order, more than once, and for a sub-message in several parts. Our encoding is written from
//! the last field to the first. So a scan notes each occurrence, twelve bytes, without looking into it; the notes are
//! put in the order of the schema, which they nearly always have already; then fields are written from what was
//! noted. An occurrence that another one overrides is never looked into.

use super::Decoder;
use crate::assemble::{position, short};
use crate::error::DecodeError;
use crate::limits::MAX_VARINT_BYTES;
use crate::protobuf::convert::{from_wire, int32, is_number_set, is_set, put, size_of};
use crate::protobuf::plan::Plan;
use crate::protobuf::wire::{self, Cursor, Depth, LEN, is_repeated, wire_of};
use crate::table::numbers::index_of;
use crate::table::{FieldDef, MessageDef, Place, Presence, StructDef, Tables, Ty, UnionDef};
use std::ops::Range;

/// A field's occurrence in the input.
#[derive(Debug, Clone, Copy)]
pub(super) struct Occurrence {
    /// The index of the field in its type.
    pub(super) field: u16,
    pub(super) wire: u8,
    /// Where the payload begins and ends.
    pub(super) start: u32,
    pub(super) end: u32,
}

impl Occurrence {
    pub(super) const NONE: Self = Self {
        field: u16::MAX,
        wire: LEN,
        start: 0,
        end: 0,
    };

    /// Where the payload begins and ends.
    #[inline(always)]
    pub(super) fn new(field: u16, wire: u8, start: usize, end: usize) -> Self {
        Self {
            field,
            wire,
            start: short(start),
            end: short(end),
        }
    }

    #[inline(always)]
    pub(super) fn cursor(self, input: &[u8]) -> Cursor<'_> {
        Cursor::new(input, position(self.start), position(self.end))
    }
}

/// What is known of a message's scalars on the way.
#[derive(Clone, Copy, Default)]
pub(super) struct Progress {
    /// One past the last byte of what is known to be set.
    pub(super) extent: usize,
    /// Whether something that was set may no longer be.
    pub(super) cleared: bool,
    /// A bit for each field that came as text or as a message.
    came: u64,
    /// Whether one of these came again, so that all its occurrences are to be looked at together.
    pub(super) again: bool,
}

impl Progress {
    /// Takes note of a field that came as text or as a message, if it did.
    #[inline(always)]
    pub(super) fn came(&mut self, index: u16, did: bool) {
        let bit = u64::from(did) << (index & 63);
        self.again |= self.came & bit != 0;
        self.came |= bit;
    }

    /// Takes note of a value up to `end`, zero or not. Its presence is said by a bit of a byte where there is one.
    #[inline(always)]
    pub(super) fn extend(&mut self, (byte, mask): (u16, u8), end: usize, set: bool) {
        if mask != 0 {
            self.extent = self.extent.max(end).max(usize::from(byte).wrapping_add(1));
        } else if set {
            self.extent = self.extent.max(end);
        } else {
            self.cleared |= end <= self.extent;
        }
    }
}

/// Whether the fields that were noted came in the order of the schema.
#[derive(Clone, Copy)]
pub(super) struct Order {
    /// The index of the last.
    pub(super) last: u16,
    pub(super) sorted: bool,
}

impl Default for Order {
    fn default() -> Self {
        Self {
            last: 0,
            sorted: true,
        }
    }
}

impl Order {
    #[inline(always)]
    pub(super) fn follow(&mut self, index: u16) {
        self.sorted &= self.last <= index;
        self.last = index;
    }
}

/// The fields that a scan looks for.
pub(super) trait Fields<'s> {
    /// The index and the type of the field with a number.
    fn find(&self, number: u32) -> Option<(u16, Ty<'s>)>;

    /// What errors call a field, and whether they say no value of it.
    fn called(&self, index: u16) -> (&str, bool);

    /// An error in a field.
    #[cold]
    fn within(&self, index: u16, error: DecodeError) -> DecodeError {
        let (name, sensitive) = self.called(index);
        error.within_member(name, sensitive)
    }

    /// Takes a number that came for a field. `false`: the occurrence is to be noted.
    #[inline(always)]
    fn number(
        &mut self,
        d: &mut Decoder<'_>,
        index: u16,
        ty: Ty<'s>,
        raw: u64,
        at: usize,
    ) -> Result<bool, DecodeError> {
        let _ = (d, index, ty, raw, at);
        Ok(false)
    }

    /// Takes what came for a field with its length, from byte `start` to `end`. `false`: the occurrence is to be noted.
    #[inline(always)]
    fn span(
        &mut self,
        d: &mut Decoder<'_>,
        index: u16,
        ty: Ty<'s>,
        (start, end): (usize, usize),
        depth: Depth,
    ) -> Result<bool, DecodeError> {
        let _ = (d, index, ty, start, end, depth);
        Ok(false)
    }

    /// Takes what comes next as far as a plan says how.
    #[inline(always)]
    fn swift(
        &mut self,
        d: &mut Decoder<'_>,
        cursor: &mut Cursor<'_>,
        order: &mut Order,
        depth: Depth,
    ) {
        let _ = (d, cursor, order, depth);
    }

    /// The index of the field that is a `oneof`, if the field at `index` is that or a later member of it, and the member
    /// with this number is of this wire type.
    fn oneof_of(&self, index: u16, number: u32, wire: u8) -> Option<u16> {
        let _ = (index, number, wire);
        None
    }

    /// Hears that an occurrence is being noted; gives whether it makes those before it void.
    #[inline(always)]
    fn on_note(&mut self, index: u16) -> bool {
        let _ = index;
        false
    }
}

impl Decoder<'_> {
    /// Notes the fields of the messages in `group`, one message in parts, on top of the occurrences; gives their range.
    #[inline(always)]
    pub(super) fn scan<'s, F: Fields<'s>>(
        &mut self,
        fields: &mut F,
        group: Range<usize>,
        depth: Depth,
    ) -> Result<Range<usize>, DecodeError> {
        let base = self.occurrences.len();
        let mut order = Order::default();
        for i in group {
            let mut cursor = self.occurrence(i).cursor(self.input);
            fields.swift(self, &mut cursor, &mut order, depth);
            if !cursor.is_empty() {
                self.scan_closely(fields, cursor, base, &mut order, depth)?;
            }
        }
        let noted = self.occurrences.get_mut(base..).unwrap_or_default();
        if !order.sorted {
            // Stable: among the occurrences of one field, order says which overrides which.
            noted.sort_by_key(|o| o.field);
        }
        Ok(base..self.occurrences.len())
    }

    /// Notes what a part has from `cursor` on. The occurrences of the message begin at `base`.
    #[inline(never)]
    fn scan_closely<'s, F: Fields<'s>>(
        &mut self,
        fields: &mut F,
        mut cursor: Cursor<'_>,
        base: usize,
        order: &mut Order,
        depth: Depth,
    ) -> Result<(), DecodeError> {
        loop {
            fields.swift(self, &mut cursor, order, depth);
            if cursor.is_empty() {
                return Ok(());
            }
            let (number, wire) = cursor.tag()?;
            let Some((index, ty)) = fields.find(number) else {
                cursor = self.unknown(cursor, number, wire, depth)?;
                continue;
            };
            let whole = wire == wire_of(ty);
            if !whole && wire != element_wire(ty) {
                let Some(oneof) = fields.oneof_of(index, number, wire) else {
                    cursor = self.unknown(cursor, number, wire, depth)?;
                    continue;
                };
                let passed = self.member(cursor, oneof, number, wire, depth);
                cursor = passed.map_err(|error| fields.within(oneof, error))?;
                order.follow(oneof);
                continue;
            }
            let noted = if wire == LEN {
                self.span(fields, &mut cursor, index, ty, depth)
            } else {
                self.number(fields, &mut cursor, index, wire, whole.then_some(ty))
            };
            let noted = noted.map_err(|error| fields.within(index, error))?;
            let Some((start, end)) = noted else {
                continue;
            };
            if fields.on_note(index) {
                self.occurrences.truncate(base);
                order.last = index;
            }
            order.follow(index);
            self.note(index, wire, start, end);
        }
    }

    /// Reads a number; where `fields` does not take it as one of type `ty`, gives where it begins and ends.
    #[inline(always)]
    fn number<'s, F: Fields<'s>>(
        &mut self,
        fields: &mut F,
        cursor: &mut Cursor<'_>,
        index: u16,
        wire: u8,
        ty: Option<Ty<'s>>,
    ) -> Result<Option<(usize, usize)>, DecodeError> {
        let at = cursor.at();
        let raw = cursor.number(wire)?;
        let taken = match ty {
            Some(ty) => fields.number(self, index, ty, raw, at)?,
            None => false,
        };
        Ok((!taken).then_some((at, cursor.at())))
    }

    /// Reads a length and what it is of, likewise.
    #[inline(always)]
    fn span<'s, F: Fields<'s>>(
        &mut self,
        fields: &mut F,
        cursor: &mut Cursor<'_>,
        index: u16,
        ty: Ty<'s>,
        depth: Depth,
    ) -> Result<Option<(usize, usize)>, DecodeError> {
        let span = cursor.span()?;
        let taken = fields.span(self, index, ty, span, depth)?;
        Ok((!taken).then_some(span))
    }

    #[inline(always)]
    fn note(&mut self, field: u16, wire: u8, start: usize, end: usize) {
        self.occurrences
            .push(Occurrence::new(field, wire, start, end));
    }

    /// Notes a member of a `oneof` as a part of what the union would be as a message: with its tag. So all of them
    /// together say, in their order, what one message with these fields would.
    #[inline(never)]
    fn member<'i>(
        &mut self,
        payload: Cursor<'i>,
        oneof: u16,
        number: u32,
        wire: u8,
        depth: Depth,
    ) -> Result<Cursor<'i>, DecodeError> {
        let behind = payload.skip(number, wire, depth)?;
        let start = tag_before(self.input, payload.at(), (number, wire));
        self.note(oneof, LEN, start, behind.at());
        Ok(behind)
    }

    /// A field that the schema does not know, or that has another wire type than the schema's: skipped, and counted.
    #[cold]
    #[inline(never)]
    pub(super) fn unknown<'i>(
        &mut self,
        cursor: Cursor<'i>,
        number: u32,
        wire: u8,
        depth: Depth,
    ) -> Result<Cursor<'i>, DecodeError> {
        match self.unknown_left.checked_sub(1) {
            Some(left) => self.unknown_left = left,
            None => return wire::over("unknown_fields", self.unknown_limit(), cursor.at()),
        }
        cursor.skip(number, wire, depth)
    }

    /// Reads over a message of which nothing is wanted.
    pub(super) fn pass_over(
        &mut self,
        group: Range<usize>,
        depth: Depth,
    ) -> Result<(), DecodeError> {
        for i in group {
            let mut cursor = self.occurrence(i).cursor(self.input);
            while !cursor.is_empty() {
                let (number, wire) = cursor.tag()?;
                cursor = self.unknown(cursor, number, wire, depth)?;
            }
        }
        Ok(())
    }
}

/// Where the tag begins that ends at `end`. Of the bytes before `end` no fewer can be read as it: a tag that is
/// longer than it need be ends in zeros.
fn tag_before(input: &[u8], end: usize, tag: (u32, u8)) -> usize {
    let reads = |start: &usize| {
        let mut cursor = Cursor::new(input, *start, end);
        cursor.tag().is_ok_and(|found| found == tag) && cursor.is_empty()
    };
    let starts = (1..=MAX_VARINT_BYTES).filter_map(|len| end.checked_sub(len));
    let mut starts = starts.filter(reads);
    starts.next().unwrap_or(end)
}

/// The wire type of one element that is not packed, for a repeated number; none of the wire types otherwise.
#[inline(always)]
fn element_wire<'s>(ty: Ty<'s>) -> u8 {
    match ty {
        Ty::List(element) => wire_of(*element),
        Ty::Array(element, _) if *element != Ty::U8 => wire_of(*element),
        _ => u8::MAX,
    }
}

/// The fields of a message. Numbers go to the scalars at once.
pub(super) struct MessageFields<'p, 's> {
    pub(super) schema: &'s Tables<'s>,
    pub(super) def: &'s MessageDef<'s>,
    pub(super) plan: Option<&'p Plan<'p, FieldDef<'p>>>,
    /// Where the message's scalars begin on the stack of scalars.
    pub(super) base: usize,
    pub(super) progress: Progress,
    /// Whether something was noted that leaves its trace among the scalars: a scalar that comes as text or as a
    /// message, or a slot with a presence bit.
    pub(super) noted_scalar: bool,
}

impl<'s> MessageFields<'_, 's> {
    fn field(&self, index: u16) -> Option<&'s FieldDef<'s>> {
        self.def.fields.get(usize::from(index))
    }

    /// Says that a scalar's bytes were written, and whether there is something to say.
    pub(super) fn written(
        &mut self,
        d: &mut Decoder<'_>,
        field: &FieldDef<'s>,
        end: usize,
        set: bool,
    ) -> Result<(), DecodeError> {
        let (byte, mask) = field.presence.flag();
        if mask != 0
            && let Some([flags]) = d.scalars_at(self.base, usize::from(byte), 1)?
        {
            *flags |= mask;
        }
        self.progress.extend((byte, mask), end, set);
        Ok(())
    }
}

impl<'p, 's> Fields<'s> for MessageFields<'p, 's> {
    #[inline(always)]
    fn find(&self, number: u32) -> Option<(u16, Ty<'s>)> {
        let index = self.def.index_of(number)?;
        let field = self.def.fields.get(index).filter(|field| !field.reserved)?;
        Some((u16::try_from(index).ok()?, field.ty))
    }

    fn called(&self, index: u16) -> (&str, bool) {
        let field = self.field(index);
        field.map_or(("", false), |field| (field.name, field.sensitive))
    }

    #[inline(always)]
    fn swift(
        &mut self,
        d: &mut Decoder<'_>,
        cursor: &mut Cursor<'_>,
        order: &mut Order,
        depth: Depth,
    ) {
        if let Some(plan) = self.plan {
            let progress = &mut self.progress;
            d.swift(plan, cursor, self.base, (progress, order), depth);
        }
    }

    #[inline(always)]
    fn number(
        &mut self,
        d: &mut Decoder<'_>,
        index: u16,
        ty: Ty<'s>,
        raw: u64,
        at: usize,
    ) -> Result<bool, DecodeError> {
        let Some(field) = self.field(index) else {
            return Ok(false);
        };
        let bits =
            from_wire(self.schema, ty, raw).map_err(|reason| DecodeError::new("", at, reason))?;
        let bits = bits ^ field.default;
        match field.place {
            Place::Scalar { at } => {
                let (at, size) = (usize::from(at), size_of(self.schema, ty));
                let set = is_number_set(bits, size);
                // A zero beyond what is set is there already, unless a bit says that it is there.
                let there = set || matches!(field.presence, Presence::Bit { .. });
                if (there || d.scalars_reach(self.base, at))
                    && let Some(out) = d.scalars_at(self.base, at, size)?
                {
                    put(out, bits);
                }
                self.written(d, field, at.wrapping_add(size), set)?;
            }
            Place::Bit { byte, mask } => {
                let (byte, set) = (usize::from(byte), bits & 1 == 1);
                if let Some([flags]) = d.scalars_at(self.base, byte, 1)? {
                    *flags = if set { *flags | mask } else { *flags & !mask };
                }
                self.written(d, field, byte.wrapping_add(1), set)?;
            }
            Place::Slot { .. } | Place::Shared { .. } => return Ok(false),
        }
        Ok(true)
    }

    #[inline(always)]
    fn span(
        &mut self,
        d: &mut Decoder<'_>,
        index: u16,
        ty: Ty<'s>,
        span: (usize, usize),
        depth: Depth,
    ) -> Result<bool, DecodeError> {
        let Ty::Struct(of) = ty else {
            return Ok(false);
        };
        let (Some(field), Some((schema, def))) = (self.field(index), self.schema.structure(of))
        else {
            return Ok(false);
        };
        let Place::Scalar { at } = field.place else {
            return Ok(false);
        };
        if field.default != 0 || !def.is_plain(schema) {
            return Ok(false);
        }
        let (at, size) = (usize::from(at), position(def.size));
        d.scalars_at(self.base, at, size)?;
        d.plain_struct(schema, def, self.base.saturating_add(at), span, depth)?;
        let bytes = d.scalars_at(self.base, at, size)?;
        let set = bytes.is_some_and(|bytes| is_set(bytes));
        self.written(d, field, at.wrapping_add(size), set)?;
        Ok(true)
    }

    fn oneof_of(&self, index: u16, number: u32, wire: u8) -> Option<u16> {
        let field = self.field(index)?;
        let Ty::Oneof(of) = field.ty else {
            return None;
        };
        let (_, def) = self.schema.union(of)?;
        let (_, ty) = UnionFields { def, current: None }.find(number)?;
        if wire_of(ty) != wire {
            return None;
        }
        match field.place {
            Place::Shared { field } => Some(field),
            _ => Some(index),
        }
    }

    #[inline(always)]
    fn on_note(&mut self, index: u16) -> bool {
        let Some(field) = self.field(index) else {
            return false;
        };
        let scalar = !matches!(field.place, Place::Slot { .. });
        self.noted_scalar |= scalar || matches!(field.presence, Presence::Bit { .. });
        self.progress.came(index, scalar && !is_repeated(field.ty));
        false
    }
}

/// The fields of a struct. Numbers go to their bytes at once.
pub(super) struct StructFields<'s> {
    pub(super) schema: &'s Tables<'s>,
    pub(super) def: &'s StructDef<'s>,
    /// Where the struct begins on the stack of scalars.
    pub(super) base: usize,
}

impl<'s> Fields<'s> for StructFields<'s> {
    fn find(&self, number: u32) -> Option<(u16, Ty<'s>)> {
        let index = index_of(number)?;
        Some((u16::try_from(index).ok()?, self.def.fields.get(index)?.ty))
    }

    fn called(&self, index: u16) -> (&str, bool) {
        let field = self.def.fields.get(usize::from(index));
        field.map_or(("", false), |field| (field.name, field.sensitive))
    }

    fn number(
        &mut self,
        d: &mut Decoder<'_>,
        index: u16,
        ty: Ty<'s>,
        raw: u64,
        at: usize,
    ) -> Result<bool, DecodeError> {
        let Some(field) = self.def.fields.get(usize::from(index)) else {
            return Ok(false);
        };
        let bits =
            from_wire(self.schema, ty, raw).map_err(|reason| DecodeError::new("", at, reason))?;
        let size = size_of(self.schema, ty);
        if let Some(out) = d.scalars_at(self.base, position(field.at), size)? {
            put(out, bits);
        }
        Ok(true)
    }
}

/// The variants of a union: protobuf's `oneof`, of which the last one counts.
pub(super) struct UnionFields<'s> {
    pub(super) def: &'s UnionDef<'s>,
    pub(super) current: Option<u16>,
}

impl<'s> Fields<'s> for UnionFields<'s> {
    fn find(&self, number: u32) -> Option<(u16, Ty<'s>)> {
        let index = self.def.index_of(number)?;
        let variant = self
            .def
            .variants
            .get(index)
            .filter(|variant| !variant.reserved)?;
        Some((
            u16::try_from(index).ok()?,
            variant.ty.map_or(wire::EMPTY, single),
        ))
    }

    fn called(&self, index: u16) -> (&str, bool) {
        let variant = self.def.variants.get(usize::from(index));
        variant.map_or(("", false), |variant| (variant.name, variant.sensitive))
    }

    fn on_note(&mut self, index: u16) -> bool {
        self.current
            .replace(index)
            .is_some_and(|before| before != index)
    }
}

/// The fields of a map's entry, or, without the second, of the message that wraps what repeats.
pub(super) struct Pair<'s>(pub(super) Ty<'s>, pub(super) Option<Ty<'s>>);

impl<'s> Fields<'s> for Pair<'s> {
    fn find(&self, number: u32) -> Option<(u16, Ty<'s>)> {
        match number {
            1 => Some((0, self.0)),
            2 => self.1.map(|value| (1, value)),
            _ => None,
        }
    }

    fn called(&self, index: u16) -> (&str, bool) {
        let name = match (self.1, index) {
            (None, _) => "items",
            (_, 0) => "key",
            _ => "value",
        };
        (name, false)
    }
}

/// The type of a field that holds one value: what repeats is wrapped.
pub(super) fn single<'s>(ty: Ty<'s>) -> Ty<'s> {
    if is_repeated(ty) { wire::EMPTY } else { ty }
}

/// Seconds and nanoseconds of a point or a span in time.
#[derive(Default)]
pub(super) struct TimeFields {
    pub(super) seconds: i64,
    pub(super) nanos: i32,
}

impl<'s> Fields<'s> for TimeFields {
    fn find(&self, number: u32) -> Option<(u16, Ty<'s>)> {
        // Both are plain two's complement on the wire, as `uint64` is.
        matches!(number, 1 | 2).then(|| (u16::from(number == 2), Ty::U64))
    }

    fn called(&self, index: u16) -> (&str, bool) {
        (if index == 0 { "seconds" } else { "nanos" }, false)
    }

    fn number(
        &mut self,
        _: &mut Decoder<'_>,
        index: u16,
        _: Ty<'s>,
        raw: u64,
        _: usize,
    ) -> Result<bool, DecodeError> {
        match index {
            0 => self.seconds = raw.cast_signed(),
            _ => self.nanos = int32(raw),
        }
        Ok(true)
    }
}
