//! What is known of a message before any comes, for writing its protobuf form and for reading it.
//!
//! A table says what a field is in the terms of the schema: its type, perhaps an enum of another package, its place and how
//! its absence is said. What of that decides a byte is the same for each message. It is found out once a type, for the fields
//! that most are: numbers, text, structs, messages and lists of these. The others are written and read from the table.

mod step;
mod take;

pub(super) use self::step::{NESTED, Step, What};
use self::take::Takes;
pub(super) use self::take::{Take, Taken, Varint};
use super::convert::size_of;
use super::wire::{FIXED32, FIXED64, VARINT, wire_of};
use crate::steps::tick;
use crate::table::numbers::number_of;
use crate::table::{
    FieldDef, MessageDef, Place, ProtoInt, StructDef, StructField, Tables, Ty, TypeRef, UnionDef,
};
use std::sync::atomic::{AtomicUsize, Ordering};

/// The plans of a message and of all that it holds.
#[derive(Debug)]
pub(crate) struct Plans<'s> {
    /// The message's own is the first.
    messages: Vec<Plan<'s, FieldDef<'s>>>,
    structs: Vec<Plan<'s, StructField<'s>>>,
    choices: Vec<Choice<'s>>,
    /// Where the plans of messages are, by the addresses of their definitions.
    places: Vec<(usize, usize)>,
    /// How much longer the form is, in eighths: of what was written last, and some more. It saves work, and decides no byte.
    eighths: AtomicUsize,
    /// The most that a plan's steps ask for.
    most: usize,
}

/// How a message or a struct is written.
#[derive(Debug)]
pub(crate) struct Plan<'s, F> {
    /// What its types refer from.
    pub(crate) schema: &'s Tables<'s>,
    pub(crate) fields: &'s [F],
    /// What to write, the last field first.
    pub(super) steps: Vec<Step>,
    /// The most bytes that the steps write that need no room of their own, text not counted.
    pub(super) most: usize,
    /// How far scalars reach if all of them are there.
    pub(super) reach: usize,
    /// The indices of the fields that have a slot.
    slots: Vec<u16>,
    takes: Takes,
}

/// How the variants of a union are written.
#[derive(Debug)]
pub(super) struct Choice<'s> {
    /// What its type refers from, and the type.
    pub(super) schema: &'s Tables<'s>,
    pub(super) of: TypeRef,
    /// What is in the slot behind the ordinal, for each of these from 1. `None`: it needs the table.
    variants: Vec<Option<Step>>,
}

impl Choice<'_> {
    /// How the variant with this ordinal is written.
    pub(super) fn variant(&self, ordinal: u16) -> Option<&Step> {
        let index = usize::from(ordinal).checked_sub(1)?;
        self.variants.get(index)?.as_ref()
    }
}

/// How a number becomes one of protobuf.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Number {
    /// Its bytes here.
    pub(crate) size: usize,
    pub(crate) form: Form,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    Varint,
    /// With the sign at the top of its bytes.
    Signed,
    Zigzag,
    Fixed32,
    Fixed64,
}

impl Number {
    #[inline(always)]
    pub(crate) fn of<'s>(schema: &'s Tables<'s>, ty: Ty<'s>) -> Self {
        let form = match ty {
            Ty::I8 | Ty::I16 | Ty::I32 | Ty::I64 => Form::Zigzag,
            // A negative `int32` takes ten bytes, as if it were an `int64`.
            Ty::Proto(ProtoInt::Int32 | ProtoInt::Int64) => Form::Signed,
            Ty::Enum(of) => match schema.enumeration(of).map(|def| def.repr) {
                Some(Ty::I8 | Ty::I16 | Ty::I32 | Ty::I64) => Form::Signed,
                _ => Form::Varint,
            },
            ty => match wire_of(ty) {
                FIXED32 => Form::Fixed32,
                FIXED64 => Form::Fixed64,
                _ => Form::Varint,
            },
        };
        Self {
            size: size_of(schema, ty),
            form,
        }
    }

    /// The wire type that it comes with.
    pub(super) fn wire(self) -> u8 {
        match self.form {
            Form::Fixed32 => FIXED32,
            Form::Fixed64 => FIXED64,
            _ => VARINT,
        }
    }

    /// What protobuf says for `bits`, the bytes of such a number.
    #[inline(always)]
    pub(crate) fn to_wire(self, bits: u64) -> u64 {
        let signed = || {
            let above = 64u32.wrapping_sub(u32::try_from(self.size).unwrap_or(8) << 3) & 63;
            (bits << above).cast_signed() >> above
        };
        match self.form {
            // In 32 bits, as `sint32` has it.
            Form::Zigzag => super::wire::zigzag(signed()),
            Form::Signed => signed().cast_unsigned(),
            Form::Varint | Form::Fixed32 | Form::Fixed64 => bits,
        }
    }
}

impl<'s> Plans<'s> {
    /// Those of message `index` of `schema`.
    pub(crate) fn new(schema: &'s Tables<'s>, index: usize) -> Self {
        let mut survey = Survey::default();
        if let Some(def) = schema.messages.get(index) {
            survey.message(schema, def);
        }
        let (mut messages, mut structs, mut choices) = (Vec::new(), Vec::new(), Vec::new());
        loop {
            // Each may bring others.
            if let Some((schema, def)) = survey.messages.get(messages.len()).copied() {
                messages.push(survey.plan(schema, def));
            } else if let Some((schema, def)) = survey.structs.get(structs.len()).copied() {
                structs.push(survey.struct_plan(schema, def));
            } else if let Some((schema, of, def)) = survey.choices.get(choices.len()).copied() {
                let variants = survey.variants(schema, of, def);
                choices.push(Choice {
                    schema,
                    of,
                    variants,
                });
            } else {
                break;
            }
        }
        let mut places = survey.places;
        places.sort_unstable();
        let most = messages.iter().map(|plan| plan.most).max();
        Self {
            messages,
            structs,
            choices,
            places,
            eighths: AtomicUsize::new(10),
            most: most.unwrap_or(0),
        }
    }

    /// Bytes that the form of so many bytes is likely to have.
    pub(crate) fn room(&self, bytes: usize) -> usize {
        let eighths = self.eighths.load(Ordering::Relaxed);
        (bytes.saturating_mul(eighths) >> 3).saturating_add(self.most)
    }

    /// Takes note of a form of so many bytes, of a message of so many.
    pub(crate) fn learn(&self, bytes: usize, form: usize) {
        let eighths = form.saturating_mul(8).checked_div(bytes).unwrap_or(0);
        let eighths = eighths.saturating_add(1).clamp(8, 64);
        if self.eighths.load(Ordering::Relaxed) != eighths {
            self.eighths.store(eighths, Ordering::Relaxed);
        }
    }

    /// The plan of a message, if it is among them.
    pub(crate) fn of(&self, def: &MessageDef<'_>) -> Option<&Plan<'s, FieldDef<'s>>> {
        let address = std::ptr::from_ref(def).addr();
        let found = self.places.binary_search_by_key(&address, |place| place.0);
        let (_, index) = self.places.get(found.ok()?)?;
        self.message(*index)
    }

    /// The plan of a struct, if it is among them and all of it is read by plan.
    pub(crate) fn of_struct(
        &self,
        schema: &Tables<'_>,
        def: &StructDef<'_>,
    ) -> Option<&Plan<'s, StructField<'s>>> {
        self.structs.iter().find(|plan| {
            std::ptr::addr_eq(plan.schema, schema) && std::ptr::addr_eq(plan.fields, def.fields)
        })
    }

    #[inline(always)]
    pub(crate) fn message(&self, index: usize) -> Option<&Plan<'s, FieldDef<'s>>> {
        self.messages.get(index)
    }

    pub(super) fn choice(&self, index: usize) -> Option<&Choice<'s>> {
        self.choices.get(index)
    }

    #[inline(always)]
    pub(crate) fn structure(&self, index: usize) -> Option<&Plan<'s, StructField<'s>>> {
        self.structs.get(index)
    }
}

impl<F> Plan<'_, F> {
    /// The indices of the fields that have a slot, in order.
    #[inline(always)]
    pub(super) fn slots(&self) -> impl DoubleEndedIterator<Item = usize> {
        self.slots.iter().map(|index| usize::from(*index))
    }
}

/// The types that are met, in the order in which they are.
#[derive(Default)]
struct Survey<'s> {
    messages: Vec<(&'s Tables<'s>, &'s MessageDef<'s>)>,
    structs: Vec<(&'s Tables<'s>, &'s StructDef<'s>)>,
    /// Unions, as their types are referred to.
    choices: Vec<(&'s Tables<'s>, TypeRef, &'s UnionDef<'s>)>,
    /// The addresses of messages' definitions, and where their plans are.
    places: Vec<(usize, usize)>,
}

impl<'s> Survey<'s> {
    /// The place of a message's plan.
    fn message(&mut self, schema: &'s Tables<'s>, def: &'s MessageDef<'s>) -> usize {
        let address = std::ptr::from_ref(def).addr();
        // As many look-ups as fields, once a type: a list is enough.
        tick(self.places.len());
        if let Some((_, index)) = self.places.iter().find(|place| place.0 == address) {
            return *index;
        }
        let index = self.messages.len();
        self.messages.push((schema, def));
        self.places.push((address, index));
        index
    }

    /// The place of a struct's plan.
    fn structure(&mut self, schema: &'s Tables<'s>, def: &'s StructDef<'s>) -> usize {
        let known = self
            .structs
            .iter()
            .position(|(_, it)| std::ptr::eq(*it, def));
        known.unwrap_or_else(|| {
            self.structs.push((schema, def));
            self.structs.len().saturating_sub(1)
        })
    }

    /// The place of what is known of a union.
    fn choice(&mut self, schema: &'s Tables<'s>, of: TypeRef, def: &'s UnionDef<'s>) -> usize {
        let known = self
            .choices
            .iter()
            .position(|(_, _, it)| std::ptr::eq(*it, def));
        known.unwrap_or_else(|| {
            self.choices.push((schema, of, def));
            self.choices.len().saturating_sub(1)
        })
    }

    fn plan(&mut self, schema: &'s Tables<'s>, def: &'s MessageDef<'s>) -> Plan<'s, FieldDef<'s>> {
        let mut steps = Vec::new();
        for (index, field) in def.fields.iter().enumerate().rev() {
            if !field.reserved && !matches!(field.place, Place::Shared { .. }) {
                self.steps(schema, index, field, &mut steps);
            }
        }
        step::join_texts(&mut steps);
        let mut takes = Takes::default();
        for (index, field) in (0..).zip(def.fields) {
            if let Some(take) = self.take(schema, index, field) {
                takes.push(field.number(), take);
            }
        }
        let slots = (0..).zip(def.fields);
        let slots = slots.filter(|(_, field)| matches!(field.place, Place::Slot { .. }));
        Plan {
            schema,
            fields: def.fields,
            most: step::most(&steps),
            reach: step::reach(&steps),
            steps,
            slots: slots.map(|(index, _)| index).collect(),
            takes,
        }
    }

    /// Sees to it that there are plans for the messages that a value holds.
    fn visit(&mut self, schema: &'s Tables<'s>, ty: Ty<'s>) {
        match ty {
            Ty::Message(of) | Ty::Encoded(of) => {
                if let Some((schema, def)) = schema.message(of) {
                    self.message(schema, def);
                }
            }
            Ty::Union(of) | Ty::Oneof(of) => {
                if let Some((_, def)) = schema.union(of) {
                    self.choice(schema, of, def);
                }
            }
            Ty::List(element) | Ty::Array(element, _) => self.visit(schema, *element),
            Ty::Map(_, value) => self.visit(schema, *value),
            _ => {}
        }
    }

    fn struct_plan(
        &mut self,
        schema: &'s Tables<'s>,
        def: &'s StructDef<'s>,
    ) -> Plan<'s, StructField<'s>> {
        // What needs the table is not asked for its steps.
        let steps = step::of_struct(schema, def).unwrap_or_default();
        let mut takes = Takes::default();
        for (index, field) in (0..).zip(def.fields) {
            if let Some(take) = self.value(schema, field.ty, index, field.at) {
                takes.push(number_of(u32::from(index).saturating_add(1)), take);
            }
        }
        Plan {
            schema,
            fields: def.fields,
            most: step::most(&steps),
            reach: step::reach(&steps),
            steps,
            slots: Vec::new(),
            takes,
        }
    }
}
