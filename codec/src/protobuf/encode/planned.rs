//! What a plan says: without a look at the table, in memory that was made sure of for a message at a time.

use super::Out;
use super::body::{Body, Elements, Rows, Scalars, Slot};
use super::packed::{BLOCK, bits_block, numbers_block, room_for_bits, room_for_numbers};
use super::put::{TAGS, put_bytes, put_number, put_text, put_time};
use crate::protobuf::convert::is_set;
use crate::protobuf::native::union;
use crate::protobuf::plan::{NESTED, Number, Plan, Step, What};
use crate::protobuf::wire::{LEN, Tag, bits, key, zigzag};
use crate::raw::{Spare, Word};
use crate::scalar::{Digits, Duration, Timestamp, hyphenated};
use crate::table::{FieldDef, StructField};
use crate::wire::fixed;

/// The tags of an entry of a map that has texts.
const KEY: Tag = Tag::new(key(1, LEN));
const VALUE: Tag = Tag::new(key(2, LEN));

/// Where the structs begin that are being written, the outermost first.
type Marks = [usize; NESTED];

/// What is to be done after a step was looked at.
enum Next {
    /// Nothing: it is written.
    Step,
    /// Nothing, and so many of the next steps are parts of it.
    Skip(usize),
    /// And so many of the next steps are texts too.
    Text(u16),
    Numbers(Number),
    Bits,
    /// What makes sure of room for itself, in a slot.
    Slot,
    /// What the table has at this index.
    Other(usize),
}

impl<'p, 's> Out<'p, 's> {
    /// Writes a message as its plan says, with a tag and its length if there is a tag.
    pub(super) fn planned(
        &mut self,
        plan: &'p Plan<'s, FieldDef<'s>>,
        body: Body<'_>,
        tag: Option<Tag>,
    ) {
        self.write(plan, body, tag);
    }

    // Where nothing is optimized, what is inlined makes each level of a message as large as all of it.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn write(&mut self, plan: &'p Plan<'s, FieldDef<'s>>, body: Body<'_>, tag: Option<Tag>) {
        let mut kept = None;
        let scalars = body.scalars(plan.reach, &mut kept);
        let mut slots = body.slots();
        let mut marks = Marks::default();
        let mut spare = self.w.spare(plan.most);
        let mark = spare.len();
        let mut steps = plan.steps.iter();
        while let Some(step) = steps.next() {
            match value(&mut spare, step, &scalars, &mut marks) {
                Next::Step => {}
                Next::Skip(parts) => skip(&mut steps, parts),
                Next::Text(more) => {
                    let (mut run, mut more) = slots.run(step.at, more);
                    let room = usize::from(more).wrapping_mul(TAGS).wrapping_add(plan.most);
                    spare.reserve(run.bytes().wrapping_add(room));
                    let mut step = step;
                    loop {
                        let slot = run.slot();
                        if step.explicit || slot.len != 0 {
                            put_text(&mut spare, &step.tag, slot);
                        }
                        match (more, steps.as_slice()) {
                            (1.., [next, ..]) => step = next,
                            _ => break,
                        }
                        (more, _) = (more.wrapping_sub(1), steps.next());
                    }
                    slots.after(&run);
                }
                Next::Bits => {
                    let range = slots.slot(step.at).bytes();
                    if !range.is_empty() {
                        let room = room_for_bits(range);
                        spare.reserve(room.wrapping_add(plan.most));
                        let mark = spare.len();
                        spare = bits_block(spare, range);
                        step.tag.put_len(&mut spare, mark);
                    }
                }
                Next::Numbers(number) => {
                    let slot = slots.slot(step.at);
                    if slot.len > BLOCK {
                        let _written = spare.done();
                        self.packed(&step.tag, number, slot.bytes());
                        spare = self.w.spare(plan.most);
                    } else if slot.len != 0 {
                        let block = slot.bytes();
                        let room = room_for_numbers(block);
                        spare.reserve(room.wrapping_add(plan.most));
                        let mark = spare.len();
                        spare = numbers_block(spare, number, block);
                        step.tag.put_len(&mut spare, mark);
                    }
                }
                Next::Slot => {
                    let slot = slots.slot(step.at);
                    let _written = spare.done();
                    self.nested(step, slot);
                    spare = self.w.spare(plan.most);
                }
                Next::Other(index) => {
                    let _written = spare.done();
                    self.other(plan, index, body);
                    spare = self.w.spare(plan.most);
                }
            }
        }
        if let Some(tag) = tag {
            tag.put_len(&mut spare, mark);
        }
        let _written = spare.done();
    }

    /// What only the table can say.
    // Not inlined, and given a copy: what it is made of would be worked out for each message, whether it is asked for or not.
    #[inline(never)]
    fn other(&mut self, plan: &'p Plan<'s, FieldDef<'s>>, index: usize, body: Body<'_>) {
        if let Some(field) = plan.fields.get(index) {
            self.field(plan.schema, field, body.parts());
        }
    }

    /// What makes sure of room for itself.
    // Not inlined: the loop over a message's steps keeps its values in registers then.
    #[inline(never)]
    fn nested(&mut self, step: &Step, slot: Slot<'_>) {
        match step.what {
            What::Message(index) => {
                let plan = self.plans.and_then(|plans| plans.message(index));
                if let Some(plan) = plan
                    && (step.explicit || slot.len != 0)
                {
                    self.planned(plan, Body::message(slot), Some(step.tag));
                }
            }
            What::Rows(index) => {
                let plan = self.plans.and_then(|plans| plans.message(index));
                if let (Some(plan), Some(rows)) = (plan, Rows::new(slot)) {
                    self.rows(plan, rows, step.tag);
                }
            }
            What::Structs(index, size) => {
                if let Some(plan) = self.plans.and_then(|plans| plans.structure(index)) {
                    self.structs(&step.tag, plan, slot, size);
                }
            }
            What::Texts => self.texts(&step.tag, slot),
            What::TextMap => self.text_map(&step.tag, slot),
            What::NumberMap(number) => self.number_map(&step.tag, number, slot),
            What::Oneof(index) => self.choice(index, slot),
            What::Union(index) => {
                let mark = self.w.len();
                self.choice(index, slot);
                if slot.len != 0 {
                    self.put_len(&step.tag, mark);
                }
            }
            What::Empty => self.put_len(&step.tag, self.w.len()),
            What::Text(_) => {
                let mut spare = self.w.spare(slot.len.wrapping_add(TAGS));
                put_text(&mut spare, &step.tag, slot);
                let _written = spare.done();
            }
            _ => {}
        }
    }

    /// The variant of a union that its slot says. Of one that the schema does not know, nothing.
    fn choice(&mut self, index: usize, slot: Slot<'_>) {
        let Some(choice) = self.plans.and_then(|plans| plans.choice(index)) else {
            return;
        };
        let Some((ordinal, payload)) = union(slot.bytes()) else {
            return;
        };
        match choice.variant(ordinal) {
            Some(step) => self.nested(step, slot.last(payload.len())),
            None => self.union(choice.schema, choice.of, slot.bytes()),
        }
    }

    /// Messages of a list, each with its tag.
    #[inline(never)]
    fn rows(&mut self, plan: &'p Plan<'s, FieldDef<'s>>, rows: Rows<'_>, tag: Tag) {
        for row in rows {
            self.write(plan, row, Some(tag));
        }
    }

    /// Structs, each with its tag.
    #[inline(never)]
    fn structs(
        &mut self,
        tag: &Tag,
        plan: &'p Plan<'s, StructField<'s>>,
        slot: Slot<'_>,
        size: usize,
    ) {
        let mut marks = Marks::default();
        let mut spare = self.w.spare(plan.most);
        let mut end = slot.len;
        while let Some(start) = end.checked_sub(size.max(1)) {
            end = start;
            let mut kept = None;
            let body = Body::structure(slot, start, size);
            let scalars = body.scalars(size, &mut kept);
            spare.reserve(plan.most);
            let mark = spare.len();
            let mut steps = plan.steps.iter();
            while let Some(step) = steps.next() {
                if let Next::Skip(parts) = value(&mut spare, step, &scalars, &mut marks) {
                    skip(&mut steps, parts);
                }
            }
            tag.put_len(&mut spare, mark);
        }
        let _written = spare.done();
    }

    /// Texts, each with its tag.
    #[inline(never)]
    fn texts(&mut self, tag: &Tag, list: Slot<'_>) {
        let mut spare = self.w.spare(TAGS);
        for slot in Elements::new(list) {
            spare.reserve(slot.len.wrapping_add(TAGS));
            put_text(&mut spare, tag, slot);
        }
        let _written = spare.done();
    }

    /// Entries by ascending key, each with key and value, as protobuf's own encoders write them.
    #[inline(never)]
    fn text_map(&mut self, tag: &Tag, map: Slot<'_>) {
        let (keys, values) = map.map_parts();
        let mut spare = self.w.spare(TAGS);
        for (name, value) in Elements::new(keys).zip(Elements::new(values)) {
            let bytes = name.len.wrapping_add(value.len);
            spare.reserve(bytes.wrapping_add(TAGS));
            let mark = spare.len();
            put_text(&mut spare, &VALUE, value);
            put_text(&mut spare, &KEY, name);
            tag.put_len(&mut spare, mark);
        }
        let _written = spare.done();
    }

    /// The same of numbers.
    #[inline(never)]
    fn number_map(&mut self, tag: &Tag, number: Number, map: Slot<'_>) {
        let (keys, values) = map.map_parts();
        let value_tag = Tag::new(key(2, number.wire()));
        let mut spare = self.w.spare(TAGS);
        let values = values.bytes().rchunks_exact(number.size.max(1));
        for (name, value) in Elements::new(keys).zip(values) {
            spare.reserve(name.len.wrapping_add(TAGS));
            let mark = spare.len();
            put_number(&mut spare, &value_tag, number, bits(value));
            put_text(&mut spare, &KEY, name);
            tag.put_len(&mut spare, mark);
        }
        let _written = spare.done();
    }
}

/// Passes over so many steps.
#[inline(always)]
fn skip(steps: &mut std::slice::Iter<'_, Step>, parts: usize) {
    if let Some(last) = parts.checked_sub(1) {
        steps.nth(last);
    }
}

/// Writes what lies among the scalars.
#[cfg_attr(not(debug_assertions), inline(always))]
fn value(spare: &mut Spare<'_>, step: &Step, scalars: &Scalars<'_>, marks: &mut Marks) -> Next {
    let bits = || (scalars.number(step.at, step.end) & step.mask) ^ step.default;
    let tag = &step.tag;
    let (bits, value) = match step.what {
        What::Varint => {
            let bits = bits();
            (bits, bits)
        }
        What::Zigzag(above) => {
            let bits = bits();
            (bits, zigzag(signed(bits, above)))
        }
        What::Signed(above) => {
            let bits = bits();
            (bits, signed(bits, above).cast_unsigned())
        }
        What::Bit => {
            let bits = bits();
            (bits, u64::from(bits != 0))
        }
        _ => return rare(spare, step, scalars, marks),
    };
    tag.put_if(spare, (bits != 0) | step.explicit, value);
    Next::Step
}

/// Writes what is no varint.
#[cfg_attr(not(debug_assertions), inline(always))]
fn rare(spare: &mut Spare<'_>, step: &Step, scalars: &Scalars<'_>, marks: &mut Marks) -> Next {
    let bits = || (scalars.number(step.at, step.end) & step.mask) ^ step.default;
    let tag = &step.tag;
    match step.what {
        What::If(parts) => {
            if scalars.number(step.at, step.end) & step.mask == 0 {
                return Next::Skip(parts.into());
            }
        }
        What::Varint | What::Zigzag(_) | What::Signed(_) | What::Bit => {}
        What::Fixed32 => fixed_number(spare, step, bits(), 4),
        What::Fixed64 => fixed_number(spare, step, bits(), 8),
        What::Word(size) => {
            let bits = bits();
            if bits != 0 || step.explicit {
                spare.word(Word::new(bits, size.into()));
                tag.put_pair(spare, size.into());
            }
        }
        What::Open(parts, level) => {
            let all = || is_set(scalars.bytes(step.at, step.end));
            if !step.explicit && bits() == 0 && !all() {
                return Next::Skip(parts.into());
            }
            if let Some(mark) = marks.get_mut(usize::from(level) % NESTED) {
                *mark = spare.len();
            }
        }
        What::Close(level) => {
            let mark = marks.get(usize::from(level) % NESTED).copied().unwrap_or(0);
            tag.put_len(spare, mark);
        }
        What::Timestamp => {
            let bits = bits();
            if bits != 0 || step.explicit {
                let time = Timestamp(bits.cast_signed()).to_seconds_and_nanos();
                put_time(spare, tag, time);
            }
        }
        What::Duration => {
            let bits = bits();
            if bits != 0 || step.explicit {
                let time = Duration(bits.cast_signed()).to_seconds_and_nanos();
                put_time(spare, tag, time);
            }
        }
        What::Decimal(scale) => {
            let bits = bits();
            if bits != 0 || step.explicit {
                let digits = Digits::new(bits.cast_signed(), scale);
                put_bytes(spare, tag, digits.text());
            }
        }
        What::Uuid => {
            let bytes = scalars.bytes(step.at, step.end);
            if step.explicit || is_set(bytes) {
                put_bytes(spare, tag, &hyphenated(&fixed(bytes)));
            }
        }
        What::Raw => {
            let bytes = scalars.bytes(step.at, step.end);
            if step.explicit || is_set(bytes) {
                put_bytes(spare, tag, bytes);
            }
        }
        What::Text(more) => return Next::Text(more),
        What::Numbers(number) => return Next::Numbers(number),
        What::Bits => return Next::Bits,
        What::Message(_)
        | What::Rows(_)
        | What::Structs(..)
        | What::Texts
        | What::TextMap
        | What::NumberMap(_)
        | What::Oneof(_)
        | What::Union(_)
        | What::Empty => return Next::Slot,
        What::Other(index) => return Next::Other(index),
    }
    Next::Step
}

/// A number with the sign so many bits below the top.
#[inline(always)]
fn signed(bits: u64, above: u8) -> i64 {
    (bits << (above & 63)).cast_signed() >> (above & 63)
}

/// A number of fixed size with its tag.
#[inline(always)]
fn fixed_number(spare: &mut Spare<'_>, step: &Step, bits: u64, size: usize) {
    if bits != 0 || step.explicit {
        spare.word(Word::new(bits, size));
        step.tag.put(spare);
    }
}
