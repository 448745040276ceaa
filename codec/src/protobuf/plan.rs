//! What is known of a message before any comes, for writing its protobuf form and for reading it.
//!
//! A table says what a field is in the terms of the schema: its type, perhaps an enum of another package, its place and how
//! its absence is said. What of that decides a byte is the same for each message. It is found out once a type, for the fields
//! that most are: numbers, text, structs, messages and lists of these. The others are written and read from the table.

mod take;

use self::take::Takes;
pub(super) use self::take::{Take, Taken, Varint};
use super::convert::size_of;
use super::wire::{FIXED32, FIXED64, LEN, VARINT, key, wire_of};
use crate::assemble::position;
use crate::steps::tick;
use crate::table::numbers::number_of;
use crate::table::{
    FieldDef, MessageDef, Place, Presence, ProtoInt, StructDef, StructField, Tables, Ty,
};
use std::sync::atomic::{AtomicUsize, Ordering};

/// The plans of a message and of all that it holds.
#[derive(Debug)]
pub(crate) struct Plans<'s> {
    /// The message's own is the first.
    messages: Vec<Plan<'s, FieldDef<'s>>>,
    structs: Vec<Plan<'s, StructField<'s>>>,
    /// Where the plans of messages are, by the addresses of their definitions.
    places: Vec<(usize, usize)>,
    /// How much longer the form is, in eighths: of what was written last, and some more. It saves work, and decides no byte.
    eighths: AtomicUsize,
}

/// How a message or a struct is written.
#[derive(Debug)]
pub(crate) struct Plan<'s, F> {
    /// What its types refer from.
    pub(crate) schema: &'s Tables<'s>,
    pub(crate) fields: &'s [F],
    /// What to write, the last field first.
    pub(crate) steps: Vec<Step>,
    takes: Takes,
}

/// A field, as it is written.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Step {
    pub(crate) what: What,
    /// Its tag.
    pub(crate) key: u32,
    /// Its first byte among the scalars, or the index of its slot.
    pub(crate) at: usize,
    /// The bit that says whether it is there: its byte, and its mask there; of no bit the mask is 0.
    pub(crate) flag: (u16, u8),
    /// The bits that are exclusive-or'ed onto a number.
    pub(crate) default: u64,
}

/// What a field is.
#[derive(Debug, Clone, Copy)]
pub(crate) enum What {
    /// A bit of a byte, as a mask.
    Bit(u8),
    Number(Number),
    /// So many bytes that are a struct with this plan.
    Struct(usize, usize),
    /// So many bytes as they are.
    Raw(usize),
    Text,
    Message(usize),
    Structs(usize, usize),
    Rows(usize),
    /// Anything else: the field at this index.
    Other(usize),
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
        let (mut messages, mut structs) = (Vec::new(), Vec::new());
        loop {
            // Each may bring others.
            if let Some((schema, def)) = survey.messages.get(messages.len()).copied() {
                messages.push(survey.plan(schema, def));
            } else if let Some((schema, def)) = survey.structs.get(structs.len()).copied() {
                structs.push(survey.struct_plan(schema, def));
            } else {
                break;
            }
        }
        let mut places = survey.places;
        places.sort_unstable();
        Self {
            messages,
            structs,
            places,
            eighths: AtomicUsize::new(10),
        }
    }

    /// Bytes that the form of so many bytes is likely to have.
    pub(crate) fn room(&self, bytes: usize) -> usize {
        let eighths = self.eighths.load(Ordering::Relaxed);
        bytes.saturating_mul(eighths) >> 3
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

    #[inline(always)]
    pub(crate) fn message(&self, index: usize) -> Option<&Plan<'s, FieldDef<'s>>> {
        self.messages.get(index)
    }

    #[inline(always)]
    pub(crate) fn structure(&self, index: usize) -> Option<&Plan<'s, StructField<'s>>> {
        self.structs.get(index)
    }
}

/// The types that are met, in the order in which they are.
#[derive(Default)]
struct Survey<'s> {
    messages: Vec<(&'s Tables<'s>, &'s MessageDef<'s>)>,
    structs: Vec<(&'s Tables<'s>, &'s StructDef<'s>)>,
    /// The addresses of messages' definitions, and where their plans are.
    places: Vec<(usize, usize)>,
    /// The addresses of unions that were seen.
    unions: Vec<usize>,
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

    fn plan(&mut self, schema: &'s Tables<'s>, def: &'s MessageDef<'s>) -> Plan<'s, FieldDef<'s>> {
        let there =
            |field: &FieldDef<'s>| !field.reserved && !matches!(field.place, Place::Shared { .. });
        let fields = def.fields.iter().enumerate().rev();
        let steps = fields
            .filter(|(_, field)| there(field))
            .map(|(index, field)| self.step(schema, index, field))
            .collect();
        let mut takes = Takes::default();
        for (index, field) in (0..).zip(def.fields) {
            if let Some(take) = self.take(schema, index, field) {
                takes.push(field.number(), take);
            }
        }
        Plan {
            schema,
            fields: def.fields,
            steps,
            takes,
        }
    }

    fn step(&mut self, schema: &'s Tables<'s>, index: usize, field: &'s FieldDef<'s>) -> Step {
        let number = field.number();
        let what = self.what(schema, field).unwrap_or(What::Other(index));
        let (at, wire) = match field.place {
            Place::Bit { byte, .. } => (byte, VARINT),
            Place::Scalar { at } => (at, wire_of(field.ty)),
            Place::Slot { index } => (index, LEN),
            Place::Shared { .. } => (0, LEN),
        };
        Step {
            what,
            key: key(number, wire),
            at: usize::from(at),
            flag: field.presence.flag(),
            default: field.default,
        }
    }

    /// What is written without a look at the table.
    fn what(&mut self, schema: &'s Tables<'s>, field: &'s FieldDef<'s>) -> Option<What> {
        if !field.preset.is_empty() || field.is_expanded() {
            return None;
        }
        Some(match (field.place, field.ty) {
            (Place::Bit { mask, .. }, _) => What::Bit(mask),
            (Place::Scalar { .. }, Ty::Struct(of)) if field.default == 0 => {
                let (schema, def) = schema.structure(of)?;
                What::Struct(self.structure(schema, def), position(def.size))
            }
            (Place::Scalar { .. }, Ty::Array(Ty::U8, size)) if field.default == 0 => {
                What::Raw(usize::try_from(size).ok()?)
            }
            (Place::Scalar { .. }, ty) if wire_of(ty) != LEN => {
                What::Number(Number::of(schema, ty))
            }
            (Place::Slot { .. }, Ty::String | Ty::Bytes) => What::Text,
            (Place::Slot { .. }, Ty::Message(of)) => {
                let (schema, def) = schema.message(of)?;
                What::Message(self.message(schema, def))
            }
            // What is optional is wrapped.
            (Place::Slot { .. }, Ty::List(element)) if field.presence == Presence::Always => {
                match *element {
                    Ty::Message(of) => {
                        let (schema, def) = schema.message(of)?;
                        What::Rows(self.message(schema, def))
                    }
                    Ty::Struct(of) => {
                        let (schema, def) = schema.structure(of)?;
                        What::Structs(self.structure(schema, def), position(def.size))
                    }
                    _ => return None,
                }
            }
            _ => {
                self.visit(schema, field.ty);
                return None;
            }
        })
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
                if let Some((schema, def)) = schema.union(of)
                    && !self.unions.contains(&std::ptr::from_ref(def).addr())
                {
                    self.unions.push(std::ptr::from_ref(def).addr());
                    let payloads = def.variants.iter().filter_map(|variant| variant.ty);
                    payloads.for_each(|ty| self.visit(schema, ty));
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
        let fields = def.fields.iter().enumerate().rev();
        let steps = fields.map(|(index, field)| {
            let what = match field.ty {
                Ty::Struct(of) => schema.structure(of).map(|(schema, def)| {
                    What::Struct(self.structure(schema, def), position(def.size))
                }),
                ty if wire_of(ty) != LEN => Some(What::Number(Number::of(schema, ty))),
                _ => None,
            };
            let number = u32::try_from(index.saturating_add(1)).map_or(0, number_of);
            Step {
                what: what.unwrap_or(What::Other(index)),
                key: key(number, wire_of(field.ty)),
                at: usize::try_from(field.at).unwrap_or(usize::MAX),
                flag: (0, 0),
                default: 0,
            }
        });
        let steps = steps.collect();
        let mut takes = Takes::default();
        for (index, field) in (0..).zip(def.fields) {
            if let Some(take) = self.value(schema, field.ty, index, field.at) {
                takes.push(number_of(u32::from(index).saturating_add(1)), take);
            }
        }
        Plan {
            schema,
            fields: def.fields,
            steps,
            takes,
        }
    }
}
