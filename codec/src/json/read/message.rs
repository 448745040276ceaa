//! Messages: scalars up to the last that is set, slots from the last to the first, the header last.

use super::{Done, Members, Reader};
use crate::assemble::{head_len, position, put_head, shape, short};
use crate::json::read::Member;
use crate::json::wellknown::WellKnown;
use crate::protobuf::convert::{is_number_set, is_set, put, size_of};
use crate::protobuf::wire::is_repeated;
use crate::table::{FieldDef, MessageDef, Place, Presence, Tables, Ty};
use crate::wire;
use std::ops::Range;

/// Bytes of scalars that a message gets at once. Wider messages grow as their fields come.
pub(super) const SCALARS_AT_ONCE: usize = 64;

/// A message of which scalars were read and the rest was noted.
#[derive(Debug, Clone, Copy)]
pub(super) struct Frame {
    /// The message's token.
    pub(super) token: u32,
    /// Its part of the stack of scalars: up to the last that is set.
    pub(super) scalars: u32,
    pub(super) extent: u32,
    /// Its part of the members.
    pub(super) first: u32,
    pub(super) end: u32,
    /// Slots up to the last that has a member.
    pub(super) slots: u32,
}

/// What is found out about a message while its members come.
pub(super) struct Filling<'s> {
    pub(super) schema: &'s Tables<'s>,
    pub(super) def: &'s MessageDef<'s>,
    /// Where its scalars begin on the stack of scalars.
    base: usize,
    /// One past the last byte of what is set.
    pub(super) extent: usize,
    slots: usize,
}

impl<'s> Filling<'s> {
    pub(super) fn new(schema: &'s Tables<'s>, def: &'s MessageDef<'s>, base: usize) -> Self {
        Self {
            schema,
            def,
            base,
            extent: 0,
            slots: 0,
        }
    }

    /// Where the bytes of a field begin that lies among the scalars.
    pub(super) fn start_of(&self, field: &FieldDef<'s>) -> Option<usize> {
        match field.place {
            Place::Scalar { at } => Some(self.base.saturating_add(usize::from(at))),
            _ => None,
        }
    }

    /// What was found out, of the message that is a token and has these members.
    pub(super) fn frame(&self, token: usize, members: Range<usize>) -> Frame {
        Frame {
            token: short(token),
            scalars: short(self.base),
            extent: short(self.extent),
            first: short(members.start),
            end: short(members.end),
            slots: short(self.slots),
        }
    }
}

impl Reader<'_> {
    /// Reads a message's scalars and notes its slots; both stay on the stacks.
    pub(super) fn frame<'s>(
        &mut self,
        schema: &'s Tables<'s>,
        def: &'s MessageDef<'s>,
        i: usize,
    ) -> Done<Frame> {
        let base = self.scalars.len();
        let at_once = usize::from(def.scalars).min(SCALARS_AT_ONCE);
        self.scalars.resize(base.saturating_add(at_once), 0);
        let mut filling = Filling::new(schema, def, base);
        let of = Members::Message(schema, def);
        let take = |reader: &mut Self, index: usize, value| match def.fields.get(index) {
            Some(field) => reader.field(&mut filling, field, value),
            None => Ok(()),
        };
        let mut noted = match WellKnown::of(def) {
            None => self.members(of, i, take)?,
            Some(kind) => self.stands_for(kind, (schema, def), i, take)?,
        };
        if filling.slots == 0 {
            self.members.truncate(noted.start);
            noted.end = noted.start;
        }
        self.scalars.truncate(base.saturating_add(filling.extent));
        Ok(filling.frame(i, noted))
    }

    /// Notes a value that stands for the message around it: as the one field that it is of that.
    #[cold]
    fn stands_for<'s>(
        &mut self,
        kind: WellKnown,
        (schema, def): (&'s Tables<'s>, &'s MessageDef<'s>),
        i: usize,
        mut take: impl FnMut(&mut Self, usize, usize) -> Done,
    ) -> Done<Range<usize>> {
        let first = self.members.len();
        let sort = self.source.sort(i);
        if kind == WellKnown::Any {
            if let Some(ty) = self.type_of_any(i)? {
                for (index, value) in [(0, ty), (1, i)] {
                    self.members.push(Member {
                        index,
                        ahead: false,
                        value: short(value),
                    });
                    take(self, usize::from(index), value)?;
                }
            }
            return Ok(first..self.members.len());
        }
        if kind == WellKnown::FieldMask {
            self.source.expect(i, b'"', "paths, as a string")?;
        }
        if let Some(index) = kind.field(schema, def, sort) {
            self.members.push(Member {
                index: u16::try_from(index).unwrap_or(u16::MAX),
                ahead: false,
                value: short(i),
            });
            take(self, index, i)?;
        }
        Ok(first..self.members.len())
    }

    /// Takes a field as it comes: a scalar at once, of a slot that it is there.
    #[inline(always)]
    pub(super) fn field<'s>(
        &mut self,
        filling: &mut Filling<'s>,
        field: &'s FieldDef<'s>,
        value: usize,
    ) -> Done {
        match field.place {
            Place::Bit { byte, mask } => {
                let bits = self.source.number(filling.schema, Ty::Bool, value)?;
                self.bit(filling, field, (byte, mask), bits)
            }
            Place::Scalar { at } if field.ty.is_number() => {
                let bits = self.source.number(filling.schema, field.ty, value)?;
                self.number(filling, field, at, bits)
            }
            Place::Scalar { at } => self.wide(filling, field, usize::from(at), value),
            Place::Slot { index } => {
                filling.slots = filling.slots.max(usize::from(index).saturating_add(1));
                match field.presence {
                    Presence::Bit { .. } if !self.comes_as_preset(field, value) => {
                        self.written(filling, field, 0, false)
                    }
                    _ => Ok(()),
                }
            }
            Place::Shared { field } => {
                let first = filling.def.fields.get(usize::from(field));
                if let Some(Place::Slot { index }) = first.map(|first| first.place) {
                    filling.slots = filling.slots.max(usize::from(index).saturating_add(1));
                }
                Ok(())
            }
        }
    }

    /// Writes a number among the scalars.
    #[inline(always)]
    pub(super) fn number<'s>(
        &mut self,
        filling: &mut Filling<'s>,
        field: &'s FieldDef<'s>,
        at: u16,
        bits: u64,
    ) -> Done {
        let (at, size) = (usize::from(at), size_of(filling.schema, field.ty));
        let bits = bits ^ field.default;
        let set = is_number_set(bits, size);
        if set || matches!(field.presence, Presence::Bit { .. }) {
            let out = self.scalars_at(filling.base.saturating_add(at), size)?;
            put(out, bits);
        }
        self.written(filling, field, at.wrapping_add(size), set)
    }

    /// Writes a `bool` among the scalars.
    #[inline(always)]
    pub(super) fn bit<'s>(
        &mut self,
        filling: &mut Filling<'s>,
        field: &'s FieldDef<'s>,
        (byte, mask): (u16, u8),
        bits: u64,
    ) -> Done {
        let byte = usize::from(byte);
        let set = (bits ^ field.default) & 1 == 1;
        if set {
            self.flag(filling, byte, mask)?;
        }
        self.written(filling, field, byte.wrapping_add(1), set)
    }

    #[inline(always)]
    fn flag(&mut self, filling: &Filling<'_>, byte: usize, mask: u8) -> Done {
        if let [flags] = self.scalars_at(filling.base.saturating_add(byte), 1)? {
            *flags |= mask;
        }
        Ok(())
    }

    /// Says that a scalar's bytes were written, and whether there is something to say.
    #[inline(always)]
    fn written<'s>(
        &mut self,
        filling: &mut Filling<'s>,
        field: &FieldDef<'s>,
        end: usize,
        set: bool,
    ) -> Done {
        if let Presence::Bit { byte, mask } = field.presence {
            let byte = usize::from(byte);
            self.flag(filling, byte, mask)?;
            filling.extent = filling.extent.max(end).max(byte.wrapping_add(1));
        } else if set {
            filling.extent = filling.extent.max(end);
        }
        Ok(())
    }

    /// A scalar that is no number.
    fn wide<'s>(
        &mut self,
        filling: &mut Filling<'s>,
        field: &'s FieldDef<'s>,
        at: usize,
        value: usize,
    ) -> Done {
        let schema = filling.schema;
        let optional = !matches!(field.presence, Presence::Always);
        let unset = !optional && field.default == 0 && self.source.is_unset(field.ty, value);
        let size = schema.fixed_size(field.ty).unwrap_or(0);
        let start = filling.base.saturating_add(at);
        self.scalars_at(start, size)?;
        if optional {
            self.single_fixed(schema, field.ty, value, start)?;
        } else if !unset {
            self.fixed(schema, field.ty, value, start)?;
        }
        self.filled(filling, field, size)
    }

    /// Says that the `size` bytes of a scalar were filled that is no number.
    pub(super) fn filled<'s>(
        &mut self,
        filling: &mut Filling<'s>,
        field: &'s FieldDef<'s>,
        size: usize,
    ) -> Done {
        let Some(start) = filling.start_of(field) else {
            return Ok(());
        };
        let bytes = self.scalars_at(start, size)?;
        let default = field.default.to_le_bytes();
        bytes.iter_mut().zip(default).for_each(|(b, d)| *b ^= d);
        let set = is_set(bytes);
        let end = start.saturating_sub(filling.base).saturating_add(size);
        self.written(filling, field, end, set)
    }

    /// Whether text or bytes come as their default, which here is said by absence.
    #[inline(always)]
    fn comes_as_preset<'s>(&self, field: &FieldDef<'s>, value: usize) -> bool {
        !field.preset.is_empty() && self.says(field, value)
    }

    #[cold]
    fn says<'s>(&self, field: &FieldDef<'s>, value: usize) -> bool {
        if field.ty == Ty::String {
            return self.source.sort(value) == b'"' && field.is_preset(&self.source.text(value));
        }
        let said = self.source.bytes(value, |letters, len| {
            let mut bytes = vec![0; len];
            Ok(crate::json::base64::fill(letters, &mut bytes).map(|()| bytes))
        });
        said.is_ok_and(|bytes| field.is_preset(&bytes))
    }

    /// Writes a message.
    pub(super) fn message<'s>(
        &mut self,
        schema: &'s Tables<'s>,
        def: &'s MessageDef<'s>,
        i: usize,
        depth: u32,
    ) -> Done {
        let frame = self.frame(schema, def, i)?;
        self.framed(schema, def, frame, depth)?;
        self.members.truncate(position(frame.first));
        self.scalars.truncate(position(frame.scalars));
        Ok(())
    }

    /// Writes a message that was read.
    pub(super) fn framed<'s>(
        &mut self,
        schema: &'s Tables<'s>,
        def: &'s MessageDef<'s>,
        frame: Frame,
        depth: u32,
    ) -> Done {
        let (base, marks) = (self.w.len(), self.marks.len());
        let count = self.slots(schema, def, frame, depth)?;
        let width = wire::width(self.w.len().saturating_sub(base));
        let (first, extent) = (position(frame.scalars), position(frame.extent));
        let shape = shape(extent, count, width);
        self.claim(head_len(shape), position(frame.token))?;
        let scalars = first..first.saturating_add(extent);
        let scalars = self.scalars.get(scalars).unwrap_or_default();
        let written = self.marks.get(marks..).unwrap_or_default();
        put_head(&mut self.w, shape, scalars, written);
        self.marks.truncate(marks);
        Ok(())
    }

    /// Writes the slots of a message, the last one first, and leaves a mark for each; gives how many there are up to
    /// the last that is not empty.
    pub(super) fn slots<'s>(
        &mut self,
        schema: &'s Tables<'s>,
        def: &'s MessageDef<'s>,
        frame: Frame,
        depth: u32,
    ) -> Done<usize> {
        let base = self.w.len();
        let (first, mut end) = (position(frame.first), position(frame.end));
        let mut count = 0usize;
        crate::steps::tick(def.fields.len());
        for (index, field) in def.fields.iter().enumerate().rev() {
            let mut value = None;
            if end > first
                && let Some(member) = self.members.get(end.saturating_sub(1))
                && usize::from(member.index) == index
            {
                value = Some(*member);
                end = end.saturating_sub(1);
            }
            let Place::Slot { index: slot } = field.place else {
                continue;
            };
            let mark = short(self.w.len());
            if let Ty::Oneof(of) = field.ty {
                let all = first..position(frame.end);
                let there = self.oneof(schema, def, of, all, depth)?;
                if !there && field.is_required() {
                    let expected = format!("a member of `{}`", field.name);
                    return self.missing(position(frame.token), &expected);
                }
            } else {
                let ahead = value.is_some_and(|member| member.ahead);
                let done = match value.map(|member| position(member.value)) {
                    Some(_) if ahead => self.slot_of_frames(schema, field.ty, depth),
                    Some(value) if self.is_mask(def, field, value) => self.mask(value),
                    Some(value) if self.is_any(def, field, value) => self.any(value, depth),
                    Some(value) => self.slot(schema, field, value, depth),
                    None if field.is_required() => {
                        let expected = "a value: the field is required";
                        self.missing(position(frame.token), expected)
                    }
                    None => Ok(()),
                };
                done.map_err(|error| super::within(error, Members::Message(schema, def), index))?;
            }
            if self.w.len() != base {
                count = count.max(usize::from(slot).saturating_add(1));
                self.marks.push(mark);
            }
        }
        Ok(count)
    }

    /// Writes a slot's value that was read ahead.
    fn slot_of_frames<'s>(&mut self, schema: &'s Tables<'s>, ty: Ty<'s>, depth: u32) -> Done {
        match ty {
            Ty::Message(of) => {
                let depth = self.deeper(depth, 0)?;
                if let (Some((schema, def)), Some(frame)) = (schema.message(of), self.frames.pop())
                {
                    self.framed(schema, def, frame, depth)?;
                }
                Ok(())
            }
            Ty::List(Ty::Message(of)) => {
                let extent = self.ahead.lists.pop();
                self.rows_of_frames(schema, *of, extent.unwrap_or_default(), depth)
            }
            _ => self.values_of_scalars(),
        }
    }

    /// Whether a field is the paths of a field mask, which are a string. Elsewhere a list that comes as one is refused.
    #[inline(always)]
    fn is_mask(&self, def: &MessageDef<'_>, field: &FieldDef<'_>, value: usize) -> bool {
        matches!(field.ty, Ty::List(Ty::String))
            && self.source.sort(value) == b'"'
            && WellKnown::of(def) == Some(WellKnown::FieldMask)
    }

    /// Whether a field is what an `Any` holds, which comes as the object that the `Any` is. Elsewhere bytes that come as one
    /// are refused.
    #[inline(always)]
    fn is_any(&self, def: &MessageDef<'_>, field: &FieldDef<'_>, value: usize) -> bool {
        field.ty == Ty::Bytes
            && self.source.sort(value) == b'{'
            && WellKnown::of(def) == Some(WellKnown::Any)
    }

    /// Writes one slot.
    #[inline(always)]
    fn slot<'s>(
        &mut self,
        schema: &'s Tables<'s>,
        field: &FieldDef<'s>,
        value: usize,
        depth: u32,
    ) -> Done {
        let before = self.w.len();
        let optional = matches!(field.presence, Presence::Range | Presence::Bit { .. });
        if optional && is_repeated(field.ty) {
            self.single(schema, field.ty, value, depth)?;
        } else if !self.comes_as_preset(field, value) {
            self.value(schema, field.ty, value, depth)?;
        }
        if field.is_required() && self.w.len() == before {
            return self.missing(value, "a variant: the field is required");
        }
        Ok(())
    }
}
