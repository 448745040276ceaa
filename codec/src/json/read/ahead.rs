//! Messages read while their text is looked through: the way that nearly all of a text goes.
//!
//! Whoever writes JSON by a schema has the members in its order. So each object is expected to go on with the next
//! member that its type has, whose key is compared as it stands, and then what follows is known: a scalar is read at
//! once, of a message and of a list of messages each part likewise, and of other values the tokens are kept.
//!
//! ```text
//!  text ──ahead──▶ scalars, frames, lists, tokens of slots ──write, last slot first──▶ Writer
//! ```
//!
//! A frame is pushed behind those of all that it holds, so the writer, which goes from the last to the first, takes one after
//! the other off the end. What is not as expected (another order, a key that has escapes, `null`) is read from tokens, that
//! object alone. Where that fails, too, all is read again from the tokens of the whole text: the error of that is the one that
//! counts. So nothing here says what is wrong.

use super::message::{Filling, Frame, SCALARS_AT_ONCE};
use super::{Member, Members, Reader};
use crate::assemble::{position, short};
use crate::json::scan;
use crate::json::wellknown::WellKnown;
use crate::protobuf::convert::{put, size_of};
use crate::steps::tick;
use crate::table::{FieldDef, MessageDef, Place, Presence, StructDef, Tables, Ty, TypeRef};
use std::ops::Range;

/// How many members may be passed over before the next that is there. Beyond that a search is better.
const PROBES: usize = 16;

/// What was read ahead and waits to be written.
#[derive(Debug, Default)]
pub(super) struct Ahead {
    /// Lists of messages, each behind what it holds.
    pub(super) lists: Vec<Extent>,
    /// Lists of values of fixed size, likewise: which scalars they are, and how many.
    pub(super) values: Vec<(Range<usize>, usize)>,
    /// Members of objects that are open.
    open: Vec<Member>,
    /// Bytes that may still be read from tokens after they were read in vain.
    spare: usize,
    /// Bytes that messages of many scalars may still take before it is known how many of these are set.
    room: usize,
}

/// What a list of messages lets expect.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Extent {
    pub(super) count: usize,
    /// The most scalars and slots of a message, and the longest text of one.
    pub(super) scalars: u32,
    pub(super) slots: u32,
    pub(super) longest: usize,
}

impl Extent {
    /// Notes one more message, whose text has `len` bytes.
    #[inline(always)]
    pub(super) fn add(&mut self, frame: &Frame, len: usize) {
        self.count = self.count.saturating_add(1);
        self.scalars = frame.extent.max(self.scalars);
        self.slots = frame.slots.max(self.slots);
        self.longest = len.max(self.longest);
    }
}

/// How much deeper it may go: messages, and brackets.
#[derive(Debug, Clone, Copy)]
pub(super) struct Left {
    pub(super) depth: u32,
    pub(super) nesting: usize,
}

impl Left {
    fn bracket(self) -> Option<Self> {
        let nesting = self.nesting.checked_sub(1)?;
        Some(Self { nesting, ..self })
    }

    fn message(self) -> Option<Self> {
        let depth = self.depth.checked_sub(1)?;
        Some(Self { depth, ..self })
    }
}

/// Whether the elements of a list lie one behind the other as they are.
fn is_packed<'s>(ty: Ty<'s>) -> bool {
    let scalar = ty != Ty::Bool && ty.scalar_size().is_some();
    scalar || matches!(ty, Ty::Struct(_) | Ty::Enum(_) | Ty::Flags(_))
}

/// How long the stacks are.
#[derive(Debug, Clone, Copy)]
struct Mark {
    tokens: usize,
    members: usize,
    scalars: usize,
    frames: usize,
    lists: usize,
    values: usize,
    open: usize,
}

/// What follows a value in brackets.
enum Next {
    /// Another one, from here on.
    More(usize),
    /// Nothing, and the brackets end before this.
    End(usize),
}

impl Reader<'_> {
    /// Reads the text, which is a message and nothing more. `None`: not all is as expected.
    pub(super) fn ahead<'s>(
        &mut self,
        schema: &'s Tables<'s>,
        def: &'s MessageDef<'s>,
        left: Left,
    ) -> Option<Frame> {
        let input = self.source.input;
        self.ahead.spare = input.len() >> 2;
        self.ahead.room = input.len();
        let (frame, end) = self.message_ahead(schema, def, scan::blank(input, 0), left)?;
        (scan::blank(input, end) == input.len()).then_some(frame)
    }

    /// Reads a message that begins at `from`; gives where it ends.
    fn message_ahead<'s>(
        &mut self,
        schema: &'s Tables<'s>,
        def: &'s MessageDef<'s>,
        from: usize,
        left: Left,
    ) -> Option<(Frame, usize)> {
        let left = left.bracket()?;
        if WellKnown::of(def).is_some() {
            return None;
        }
        let scalars = usize::from(def.scalars);
        let more = scalars.saturating_sub(SCALARS_AT_ONCE);
        self.ahead.room = self.ahead.room.checked_sub(more)?;
        let base = self.scalars.len();
        let full = base.saturating_add(scalars);
        self.scalars.resize(full, 0);
        let open = self.ahead.open.len();
        let mut filling = Filling::new(schema, def, base);
        let end = self.object_ahead(&mut filling, from, left)?;
        if self.scalars.len() == full {
            self.scalars.truncate(base.saturating_add(filling.extent));
            self.ahead.room = self.ahead.room.saturating_add(more);
        }
        let first = self.members.len();
        let members = self.ahead.open.get(open..).unwrap_or_default();
        self.members.extend_from_slice(members);
        self.ahead.open.truncate(open);
        let frame = filling.frame(0, first..self.members.len());
        Some((frame, end))
    }

    fn object_ahead<'s>(
        &mut self,
        filling: &mut Filling<'s>,
        from: usize,
        left: Left,
    ) -> Option<usize> {
        let of = Members::Message(filling.schema, filling.def);
        let mut next = self.enter(from, b'{', b'}', b'"')?;
        let mut expected = 0usize;
        while let Next::More(at) = next {
            let (index, at) = self.key_ahead(of, at, expected)?;
            let end = self.field_ahead(filling, index, at, left)?;
            expected = index.saturating_add(1);
            next = self.next(end, b'}', b'"')?;
        }
        match next {
            Next::End(end) | Next::More(end) => Some(end),
        }
    }

    /// The member whose key begins at `at`, and where its value does; `expected` is asked first, then those behind it.
    #[inline(always)]
    fn key_ahead(&self, of: Members, at: usize, expected: usize) -> Option<(usize, usize)> {
        let text = self.source.input.get(at..)?;
        let mut index = expected;
        let len = loop {
            tick(1);
            match of.get(index).and_then(|called| called.begins(text)) {
                Some(len) => break len,
                None => index = index.saturating_add(1),
            }
            if index >= of.len() || index.saturating_sub(expected) > PROBES {
                return None;
            }
        };
        let value = scan::blank(self.source.input, at.saturating_add(len));
        // That is as if the member were not there.
        (self.source.input.get(value)? != &b'n').then_some((index, value))
    }

    /// Reads the value of a member; gives where it ends.
    #[inline]
    fn field_ahead<'s>(
        &mut self,
        filling: &mut Filling<'s>,
        index: usize,
        at: usize,
        left: Left,
    ) -> Option<usize> {
        let field = filling.def.fields.get(index)?;
        match (field.place, field.ty) {
            (Place::Scalar { .. }, Ty::Struct(of)) if field.presence == Presence::Always => {
                self.struct_ahead(filling, field, of, at, left)
            }
            (Place::Slot { .. }, Ty::Message(of)) => {
                let within = left.message()?;
                let (schema, def) = filling.schema.message(of)?;
                let read = |reader: &mut Self| {
                    let (frame, end) = reader.message_ahead(schema, def, at, within)?;
                    reader.frames.push(frame);
                    Some(end)
                };
                self.slot_ahead(filling, (index, field), at, left, read)
            }
            (Place::Slot { .. }, Ty::List(Ty::Message(of)))
                if field.presence == Presence::Always =>
            {
                let within = left.message()?;
                let schema = filling.schema;
                let read = |reader: &mut Self| reader.list_ahead(schema, *of, at, within);
                self.slot_ahead(filling, (index, field), at, left, read)
            }
            (Place::Slot { .. }, Ty::List(element))
                if field.presence == Presence::Always && is_packed(*element) =>
            {
                let schema = filling.schema;
                let read = |reader: &mut Self| reader.values_ahead(schema, *element, at, left);
                self.slot_ahead(filling, (index, field), at, left, read)
            }
            (Place::Slot { .. } | Place::Shared { .. }, _) => {
                self.slot_of_tokens(filling, (index, field), at, left)
            }
            _ => self.scalar_ahead(filling, field, at, left),
        }
    }

    /// Reads a scalar, whose tokens nobody needs later.
    #[inline]
    fn scalar_ahead<'s>(
        &mut self,
        filling: &mut Filling<'s>,
        field: &'s FieldDef<'s>,
        at: usize,
        left: Left,
    ) -> Option<usize> {
        let ty = if let Place::Bit { .. } = field.place {
            Ty::Bool
        } else {
            field.ty
        };
        let number = match ty.is_number() {
            true => self.source.number_ahead(filling.schema, ty, at),
            false => None,
        };
        match (field.place, number) {
            (Place::Bit { byte, mask }, Some((bits, end))) => {
                self.bit(filling, field, (byte, mask), bits).ok()?;
                Some(end)
            }
            (Place::Scalar { at }, Some((bits, end))) => {
                self.number(filling, field, at, bits).ok()?;
                Some(end)
            }
            _ => self.scalar_of_tokens(filling, field, at, left),
        }
    }

    /// Reads a slot's value with `read`, or keeps its tokens where it is not as expected.
    fn slot_ahead<'s>(
        &mut self,
        filling: &mut Filling<'s>,
        (index, field): (usize, &'s FieldDef<'s>),
        at: usize,
        left: Left,
        read: impl FnOnce(&mut Self) -> Option<usize>,
    ) -> Option<usize> {
        if self.ahead.spare == 0 {
            return self.slot_of_tokens(filling, (index, field), at, left);
        }
        let mark = self.mark();
        if let Some(end) = read(self) {
            self.note(filling, (index, field), mark.tokens, true)?;
            return Some(end);
        }
        self.rewind(mark)?;
        let end = self.slot_of_tokens(filling, (index, field), at, left);
        self.spend(at, end)
    }

    /// Keeps a slot's tokens.
    fn slot_of_tokens<'s>(
        &mut self,
        filling: &mut Filling<'s>,
        (index, field): (usize, &'s FieldDef<'s>),
        at: usize,
        left: Left,
    ) -> Option<usize> {
        let token = self.source.tokens.len();
        let end = self.scan_ahead(at, left)?;
        self.note(filling, (index, field), token, false)?;
        Some(end)
    }

    fn scalar_of_tokens<'s>(
        &mut self,
        filling: &mut Filling<'s>,
        field: &'s FieldDef<'s>,
        at: usize,
        left: Left,
    ) -> Option<usize> {
        let token = self.source.tokens.len();
        let end = self.scan_ahead(at, left)?;
        self.field(filling, field, token).ok()?;
        self.source.tokens.truncate(token);
        Some(end)
    }

    #[inline(always)]
    fn scan_ahead(&mut self, at: usize, left: Left) -> Option<usize> {
        let (input, tokens) = (self.source.input, &mut self.source.tokens);
        match input.get(at)? {
            b'"' => scan::string_token(input, at, tokens).ok(),
            b'-' | b'0'..=b'9' => scan::number_token(input, at, tokens).ok(),
            _ => scan::scan(input, at, left.nesting, tokens).ok(),
        }
    }

    fn struct_ahead<'s>(
        &mut self,
        filling: &mut Filling<'s>,
        field: &'s FieldDef<'s>,
        of: TypeRef,
        at: usize,
        left: Left,
    ) -> Option<usize> {
        let (schema, def) = filling.schema.structure(of)?;
        let start = filling.start_of(field)?;
        let mark = self.mark();
        match self.structure_ahead(schema, def, start, at, left) {
            Some(end) => {
                self.filled(filling, field, position(def.size)).ok()?;
                Some(end)
            }
            // What was filled is filled again with the same.
            None => {
                self.rewind(mark)?;
                let end = self.scalar_of_tokens(filling, field, at, left);
                self.spend(at, end)
            }
        }
    }

    /// Fills a struct.
    fn structure_ahead<'s>(
        &mut self,
        schema: &'s Tables<'s>,
        def: &'s StructDef<'s>,
        start: usize,
        at: usize,
        left: Left,
    ) -> Option<usize> {
        let left = left.bracket()?;
        let of = Members::Struct(def);
        let mut next = self.enter(at, b'{', b'}', b'"')?;
        let mut expected = 0usize;
        while let Next::More(at) = next {
            let (index, at) = self.key_ahead(of, at, expected)?;
            let field = def.fields.get(index)?;
            let place = start.saturating_add(position(field.at));
            let end = match field.ty {
                Ty::Struct(of) => {
                    let (schema, def) = schema.structure(of)?;
                    self.structure_ahead(schema, def, place, at, left)?
                }
                ty => match self.number_into(schema, ty, place, at) {
                    Some(end) => end,
                    None => {
                        let token = self.source.tokens.len();
                        let end = self.scan_ahead(at, left)?;
                        self.struct_field(schema, def, index, token, start).ok()?;
                        self.source.tokens.truncate(token);
                        end
                    }
                },
            };
            expected = index.saturating_add(1);
            next = self.next(end, b'}', b'"')?;
        }
        match next {
            Next::End(end) | Next::More(end) => Some(end),
        }
    }

    /// Reads a number to a place among the scalars, if it is one.
    #[inline(always)]
    fn number_into<'s>(
        &mut self,
        schema: &'s Tables<'s>,
        ty: Ty<'s>,
        place: usize,
        at: usize,
    ) -> Option<usize> {
        if !ty.is_number() {
            return None;
        }
        let (bits, end) = self.source.number_ahead(schema, ty, at)?;
        let out = self.scalars_at(place, size_of(schema, ty)).ok()?;
        put(out, bits);
        Some(end)
    }

    /// Reads a list of messages.
    fn list_ahead<'s>(
        &mut self,
        schema: &'s Tables<'s>,
        of: TypeRef,
        at: usize,
        left: Left,
    ) -> Option<usize> {
        let left = left.bracket()?;
        let (schema, def) = schema.message(of)?;
        let mut next = self.enter(at, b'[', b']', b'{')?;
        let mut extent = Extent::default();
        while let Next::More(at) = next {
            let (frame, end) = self.row_ahead(schema, def, at, left)?;
            extent.add(&frame, end.saturating_sub(at));
            self.frames.push(frame);
            next = self.next(end, b']', b'{')?;
        }
        self.ahead.lists.push(extent);
        match next {
            Next::End(end) | Next::More(end) => Some(end),
        }
    }

    /// Reads a list of values of fixed size.
    fn values_ahead<'s>(
        &mut self,
        schema: &'s Tables<'s>,
        ty: Ty<'s>,
        at: usize,
        left: Left,
    ) -> Option<usize> {
        let left = left.bracket()?;
        let size = schema.fixed_size(ty)?;
        let first = self.scalars.len();
        let mut next = self.enter(at, b'[', b']', b'{')?;
        let mut count = 0usize;
        while let Next::More(at) = next {
            tick(1);
            let start = self.scalars.len();
            self.scalars_at(start, size).ok()?;
            let end = match ty {
                Ty::Struct(of) => self.item_ahead(schema, of, start, at, left)?,
                _ => self.value_of_tokens(schema, ty, start, at, left)?,
            };
            count = count.saturating_add(1);
            next = self.next(end, b']', b'{')?;
        }
        let all = first..self.scalars.len();
        self.ahead.values.push((all, count));
        match next {
            Next::End(end) | Next::More(end) => Some(end),
        }
    }

    /// Reads a struct of a list, from its tokens where it is not as expected.
    fn item_ahead<'s>(
        &mut self,
        schema: &'s Tables<'s>,
        of: TypeRef,
        start: usize,
        at: usize,
        left: Left,
    ) -> Option<usize> {
        let (inner, def) = schema.structure(of)?;
        if self.ahead.spare == 0 {
            return self.value_of_tokens(schema, Ty::Struct(of), start, at, left);
        }
        let mark = self.mark();
        if let Some(end) = self.structure_ahead(inner, def, start, at, left) {
            return Some(end);
        }
        self.rewind(mark)?;
        let end = self.value_of_tokens(schema, Ty::Struct(of), start, at, left);
        self.spend(at, end)
    }

    fn value_of_tokens<'s>(
        &mut self,
        schema: &'s Tables<'s>,
        ty: Ty<'s>,
        start: usize,
        at: usize,
        left: Left,
    ) -> Option<usize> {
        if let Some(end) = self.number_into(schema, ty, start, at) {
            return Some(end);
        }
        let token = self.source.tokens.len();
        let end = self.scan_ahead(at, left)?;
        self.fixed(schema, ty, token, start).ok()?;
        self.source.tokens.truncate(token);
        Some(end)
    }

    /// Reads a message of a list, from its tokens where it is not as expected.
    #[inline]
    fn row_ahead<'s>(
        &mut self,
        schema: &'s Tables<'s>,
        def: &'s MessageDef<'s>,
        at: usize,
        left: Left,
    ) -> Option<(Frame, usize)> {
        tick(1);
        if self.ahead.spare == 0 {
            return self.row_of_tokens(schema, def, at, left);
        }
        let mark = self.mark();
        if let Some(done) = self.message_ahead(schema, def, at, left) {
            return Some(done);
        }
        self.rewind(mark)?;
        let row = self.row_of_tokens(schema, def, at, left);
        self.spend(at, row.map(|(_, end)| end))?;
        row
    }

    fn row_of_tokens<'s>(
        &mut self,
        schema: &'s Tables<'s>,
        def: &'s MessageDef<'s>,
        at: usize,
        left: Left,
    ) -> Option<(Frame, usize)> {
        let token = self.source.tokens.len();
        let end = self.scan_ahead(at, left)?;
        let frame = self.frame(schema, def, token).ok()?;
        if frame.slots == 0 {
            self.source.tokens.truncate(token);
        }
        Some((frame, end))
    }

    /// Counts what was read in vain first. Where it was in vain from the tokens, too, nothing is read twice any more.
    #[cold]
    fn spend(&mut self, at: usize, end: Option<usize>) -> Option<usize> {
        let spent = end.map_or(usize::MAX, |end| end.saturating_sub(at));
        self.ahead.spare = self.ahead.spare.saturating_sub(spent);
        end
    }

    /// Notes the value of a slot: a token, or what was read ahead.
    #[inline]
    fn note<'s>(
        &mut self,
        filling: &mut Filling<'s>,
        (index, field): (usize, &'s FieldDef<'s>),
        value: usize,
        ahead: bool,
    ) -> Option<()> {
        self.field(filling, field, value).ok()?;
        self.ahead.open.push(Member {
            index: u16::try_from(index).unwrap_or(u16::MAX),
            ahead,
            value: short(value),
        });
        Some(())
    }

    #[inline(always)]
    fn enter(&self, at: usize, bracket: u8, close: u8, first: u8) -> Option<Next> {
        let input = self.source.input;
        if input.get(at)? != &bracket {
            return None;
        }
        let at = scan::behind(input, at.saturating_add(1), first);
        match input.get(at)? {
            byte if *byte == close => Some(Next::End(at.saturating_add(1))),
            _ => Some(Next::More(at)),
        }
    }

    #[inline(always)]
    fn next(&self, at: usize, close: u8, first: u8) -> Option<Next> {
        let input = self.source.input;
        let at = scan::behind(input, at, b',');
        match input.get(at)? {
            b',' => Some(Next::More(scan::behind(input, at.saturating_add(1), first))),
            byte if *byte == close => Some(Next::End(at.saturating_add(1))),
            _ => None,
        }
    }

    #[inline(always)]
    fn mark(&self) -> Mark {
        Mark {
            tokens: self.source.tokens.len(),
            members: self.members.len(),
            scalars: self.scalars.len(),
            frames: self.frames.len(),
            lists: self.ahead.lists.len(),
            values: self.ahead.values.len(),
            open: self.ahead.open.len(),
        }
    }

    /// Forgets what was read in vain. `None`: that happened so often that all is in vain, or each object around would be read
    /// once more for each within it.
    #[cold]
    fn rewind(&mut self, mark: Mark) -> Option<()> {
        self.source.tokens.truncate(mark.tokens);
        self.members.truncate(mark.members);
        self.scalars.truncate(mark.scalars);
        self.frames.truncate(mark.frames);
        self.ahead.lists.truncate(mark.lists);
        self.ahead.values.truncate(mark.values);
        self.ahead.open.truncate(mark.open);
        (self.ahead.spare > 0).then_some(())
    }
}
