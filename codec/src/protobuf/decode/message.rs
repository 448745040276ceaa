//! Messages: scalars up to the last that is set, slots from the last to the first, the header last.

use super::Decoder;
use super::scan::{MessageFields, Progress};
use crate::assemble::{head_len, position, put_head, shape, short};
use crate::error::{DecodeError, Reason};
use crate::protobuf::convert::is_set;
use crate::protobuf::plan::Plan;
use crate::protobuf::wire::{Depth, is_repeated};
use crate::table::{FieldDef, MessageDef, Place, Presence, Tables};
use crate::wire;
use std::ops::Range;

/// Bytes of scalars that a message gets at once. Wider messages grow as their fields come.
pub(super) const SCALARS_AT_ONCE: usize = 64;

/// A message that was scanned.
#[derive(Debug, Clone, Copy)]
pub(super) struct Frame {
    /// Where the message begins in the input.
    pub(super) at: u32,
    /// Its part of the stack of scalars: up to the last that is set.
    pub(super) scalars: u32,
    pub(super) extent: u32,
    /// Its part of the occurrences.
    pub(super) first: u32,
    pub(super) end: u32,
}

impl<'a> Decoder<'a> {
    /// How a message is read, where that was found out.
    #[inline(always)]
    pub(super) fn plan(&self, def: &MessageDef<'_>) -> Option<&'a Plan<'a, FieldDef<'a>>> {
        self.plans.and_then(|plans| plans.of(def))
    }

    /// Scans a message, which comes in the parts of `group`. Its scalars and occurrences stay on the stacks.
    #[inline(always)]
    pub(super) fn frame<'s>(
        &mut self,
        schema: &'s Tables<'s>,
        def: &'s MessageDef<'s>,
        plan: Option<&'a Plan<'a, FieldDef<'a>>>,
        group: Range<usize>,
        depth: Depth,
    ) -> Result<Frame, DecodeError> {
        let first = self
            .occurrences
            .get(group.start)
            .map_or(0, |part| part.start);
        let base = self.scalars.len();
        self.scalars.extend_from_slice(&[0; SCALARS_AT_ONCE]);
        let mut fields = MessageFields {
            schema,
            def,
            plan,
            base,
            progress: Progress::default(),
            noted_scalar: false,
        };
        let unknown_left = self.unknown_left;
        let noted = self.scan(&mut fields, group.clone(), depth)?;
        if plan.is_some() && fields.progress.again {
            self.occurrences.truncate(noted.start);
            self.scalars.truncate(base);
            self.unknown_left = unknown_left;
            return self.frame_closely(schema, def, group, depth);
        }
        if fields.noted_scalar {
            self.noted_scalars(&mut fields, noted.clone(), depth)?;
        }
        let mut extent = fields.progress.extent;
        if fields.progress.cleared {
            let scalars = self.scalars.get(base..).unwrap_or_default();
            extent = crate::table::verify::extent(schema, def.fields, scalars);
        }
        self.scalars.truncate(base.saturating_add(extent));
        Ok(Frame {
            at: first,
            scalars: short(base),
            extent: short(extent),
            first: short(noted.start),
            end: short(noted.end),
        })
    }

    /// The same without a plan: what came as text or as a message came more than once.
    #[cold]
    #[inline(never)]
    fn frame_closely<'s>(
        &mut self,
        schema: &'s Tables<'s>,
        def: &'s MessageDef<'s>,
        group: Range<usize>,
        depth: Depth,
    ) -> Result<Frame, DecodeError> {
        self.frame(schema, def, None, group, depth)
    }

    /// Scalars that come as text or as messages, now that all their occurrences are known.
    fn noted_scalars<'s>(
        &mut self,
        fields: &mut MessageFields<'_, 's>,
        noted: Range<usize>,
        depth: Depth,
    ) -> Result<(), DecodeError> {
        let mut start = noted.start;
        while start < noted.end {
            let index = self.occurrence(start).field;
            let mut end = start.saturating_add(1);
            while end < noted.end && self.occurrence(end).field == index {
                end = end.saturating_add(1);
            }
            let group = start..end;
            start = end;
            let Some(field) = fields.def.fields.get(usize::from(index)) else {
                continue;
            };
            match field.place {
                Place::Scalar { at } => {
                    let done = self.noted_scalar(fields, field, usize::from(at), group, depth);
                    done.map_err(|error| error.within_member(field.name, field.sensitive))?;
                }
                // Its bytes go to the slot later; that it is there may be said by a bit.
                _ if matches!(field.presence, Presence::Bit { .. })
                    && !self.comes_as_preset(field, &group) =>
                {
                    fields.written(self, field, 0, false)?;
                }
                _ => {}
            }
        }
        Ok(())
    }

    /// Whether text or bytes come as their default, which here is said by absence.
    #[inline(always)]
    fn comes_as_preset<'s>(&self, field: &FieldDef<'s>, group: &Range<usize>) -> bool {
        !field.preset.is_empty()
            && self.last(group).is_some_and(|last| {
                let range = position(last.start)..position(last.end);
                self.input
                    .get(range)
                    .is_some_and(|bytes| field.is_preset(bytes))
            })
    }

    fn noted_scalar<'s>(
        &mut self,
        fields: &mut MessageFields<'_, 's>,
        field: &FieldDef<'s>,
        at: usize,
        group: Range<usize>,
        depth: Depth,
    ) -> Result<(), DecodeError> {
        let (schema, base) = (fields.schema, fields.base);
        let optional = !matches!(field.presence, Presence::Always);
        let unset = !optional && field.default == 0 && self.is_unset(field.ty, &group);
        let size = schema.fixed_size(field.ty).unwrap_or(0);
        self.scalars_at(base, at, size)?;
        let start = base.saturating_add(at);
        if optional && is_repeated(field.ty) {
            self.wrapped_fixed(schema, field.ty, group, start, depth)?;
        } else if !unset {
            self.fixed(schema, field.ty, group, start, depth)?;
        }
        let end = at.saturating_add(size);
        if let Some(bytes) = self.scalars_at(base, at, size)? {
            let default = field.default.to_le_bytes();
            bytes.iter_mut().zip(default).for_each(|(b, d)| *b ^= d);
        }
        let set = self
            .scalars_at(base, at, size)?
            .is_some_and(|bytes| is_set(bytes));
        fields.written(self, field, end, set)
    }

    /// Writes a message that comes in the parts of `group`.
    pub(super) fn message<'s>(
        &mut self,
        schema: &'s Tables<'s>,
        def: &'s MessageDef<'s>,
        group: Range<usize>,
        depth: Depth,
    ) -> Result<(), DecodeError> {
        let at = self.at(&group);
        let plan = self.plan(def);
        let frame = self.frame(schema, def, plan, group, depth)?;
        let (base, marks) = (self.w.len(), self.marks.len());
        let count = self.slots(schema, def, plan, frame, depth)?;
        let width = wire::width(self.w.len().saturating_sub(base));
        let (first, extent) = (position(frame.scalars), position(frame.extent));
        let shape = shape(extent, count, width);
        self.claim(head_len(shape), at)?;
        let scalars = first..first.saturating_add(extent);
        let scalars = self.scalars.get(scalars).unwrap_or_default();
        let written = self.marks.get(marks..).unwrap_or_default();
        put_head(&mut self.w, shape, scalars, written);
        self.marks.truncate(marks);
        self.release(frame);
        Ok(())
    }

    /// Takes a frame off the stacks.
    #[inline(always)]
    pub(super) fn release(&mut self, frame: Frame) {
        self.occurrences.truncate(position(frame.first));
        self.scalars.truncate(position(frame.scalars));
    }

    /// Writes the slots of a scanned message, the last one first, and leaves a mark for each; gives how many there are
    /// up to the last that is not empty.
    pub(super) fn slots<'s>(
        &mut self,
        schema: &'s Tables<'s>,
        def: &'s MessageDef<'s>,
        plan: Option<&Plan<'_, FieldDef<'_>>>,
        frame: Frame,
        depth: Depth,
    ) -> Result<usize, DecodeError> {
        match plan {
            Some(plan) => self.slots_of(schema, def, plan.slots(), frame, depth),
            None => self.slots_of(schema, def, 0..def.fields.len(), frame, depth),
        }
    }

    /// The same of the fields with these indices, among which are all that have a slot.
    #[inline(always)]
    fn slots_of<'s>(
        &mut self,
        schema: &'s Tables<'s>,
        def: &'s MessageDef<'s>,
        indices: impl DoubleEndedIterator<Item = usize>,
        frame: Frame,
        depth: Depth,
    ) -> Result<usize, DecodeError> {
        let base = self.w.len();
        let (first, mut end) = (position(frame.first), position(frame.end));
        let mut count = 0usize;
        for index in indices.rev() {
            let Some(field) = def.fields.get(index) else {
                continue;
            };
            let noted = |decoder: &Self, end: usize| {
                let before = end.checked_sub(1).filter(|i| *i >= first)?;
                Some((before, usize::from(decoder.occurrence(before).field)))
            };
            while let Some((before, _)) = noted(self, end).filter(|(_, field)| *field > index) {
                end = before;
            }
            let mut start = end;
            while let Some((before, _)) = noted(self, start).filter(|(_, field)| *field == index) {
                start = before;
            }
            let group = start..end;
            end = start;
            let Place::Slot { index: slot } = field.place else {
                continue;
            };
            let mark = short(self.w.len());
            if !group.is_empty() || field.is_required() {
                self.slot(schema, field, group, position(frame.at), depth)
                    .map_err(|error| error.within_member(field.name, field.sensitive))?;
            }
            if self.w.len() != base {
                count = count.max(usize::from(slot).saturating_add(1));
                self.marks.push(mark);
            }
        }
        Ok(count)
    }

    /// Writes one slot of the message that begins at byte `message`.
    #[inline(always)]
    fn slot<'s>(
        &mut self,
        schema: &'s Tables<'s>,
        field: &FieldDef<'s>,
        group: Range<usize>,
        message: usize,
        depth: Depth,
    ) -> Result<(), DecodeError> {
        let before = self.w.len();
        let optional = matches!(field.presence, Presence::Range | Presence::Bit { .. });
        let at = if group.is_empty() {
            message
        } else {
            self.at(&group)
        };
        if optional && is_repeated(field.ty) {
            self.wrapped(schema, field.ty, group, depth)?;
        } else if !group.is_empty() && !self.comes_as_preset(field, &group) {
            self.value(schema, field.ty, group, depth)?;
        }
        if field.is_required() && self.w.len() == before {
            return self.fault(at, Reason::Missing);
        }
        Ok(())
    }
}
