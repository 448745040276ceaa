//! How what a field says is written: with its tag, without a look at the table.

use super::{Form, Number, Survey};
use crate::assemble::position;
use crate::limits::MAX_VARINT_BYTES;
use crate::protobuf::wire::{LEN, Tag, VARINT, key, wire_of};
use crate::table::numbers::number_of;
use crate::table::{
    FieldDef, Place, Presence, StructDef, Tables, Ty, TypeRef, UnionDef, VariantDef,
};

/// The most bytes that a tag takes, or the length of a text.
const TAG: usize = 5;
/// How deep structs nest that are written with the message around them.
pub(in crate::protobuf) const NESTED: usize = 4;

/// A field, as it is written, or a part of one.
#[derive(Debug, Clone, Copy)]
pub(in crate::protobuf) struct Step {
    pub(in crate::protobuf) what: What,
    /// Its tag.
    pub(in crate::protobuf) tag: Tag,
    /// Its first byte among the scalars, or the index of its slot.
    pub(in crate::protobuf) at: usize,
    /// How far scalars reach if it is there.
    pub(in crate::protobuf) end: usize,
    /// Whether it is written even where it is zero: absence would say something else.
    pub(in crate::protobuf) explicit: bool,
    /// The bits of eight bytes that are the number's.
    pub(in crate::protobuf) mask: u64,
    /// The bits that are exclusive-or'ed onto a number.
    pub(in crate::protobuf) default: u64,
}

/// What a field is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::protobuf) enum What {
    /// The bit that says whether the next steps are there, so many of them.
    If(u16),
    /// One of a byte.
    Bit,
    Varint,
    /// With the sign so many bits below the top.
    Zigzag(u8),
    Signed(u8),
    Fixed32,
    Fixed64,
    Timestamp,
    Duration,
    /// Text, with so many digits behind the point.
    Decimal(u8),
    Uuid,
    /// So many bytes as they are, at most eight.
    Word(u8),
    /// Bytes as they are.
    Raw,
    /// The struct that the next steps write, so many of them, at this depth of structs.
    Open(u16, u8),
    /// The tag and the length of the struct at this depth.
    Close(u8),
    /// So many of the next steps are texts too, in the slots before it, and all are always there.
    Text(u16),
    /// From here on what needs more room than a plan can know. So many messages with this plan:
    Message(usize),
    Rows(usize),
    /// Structs with this plan, of so many bytes each.
    Structs(usize, usize),
    /// Numbers, one after the other.
    Numbers(Number),
    Bits,
    /// Texts, each with a tag.
    Texts,
    /// A map of texts to texts.
    TextMap,
    /// A map of texts to numbers.
    NumberMap(Number),
    /// A variant of this union: a field of the message around it if it is a `oneof`, else of a message of its own.
    Oneof(usize),
    Union(usize),
    /// A variant without a payload: a message without fields.
    Empty,
    /// Anything else: the field at this index.
    Other(usize),
}

impl Step {
    /// A field that is always there.
    fn new(what: What, key: u32, at: usize, size: usize) -> Self {
        let bits = u32::try_from(size << 3).unwrap_or(64).min(64);
        Self {
            what,
            tag: Tag::new(key),
            at,
            end: at.saturating_add(size),
            explicit: false,
            mask: u64::MAX
                .checked_shr(64u32.saturating_sub(bits))
                .unwrap_or(0),
            default: 0,
        }
    }

    /// The most bytes that it writes, those of text not counted.
    fn most(&self) -> usize {
        let value = match self.what {
            What::Timestamp | What::Duration => TAG + MAX_VARINT_BYTES + TAG + MAX_VARINT_BYTES,
            What::Decimal(_) => 21,
            What::Uuid => 36,
            What::Raw => self.end.saturating_sub(self.at),
            _ => MAX_VARINT_BYTES,
        };
        value.saturating_add(TAG + TAG)
    }
}

impl What {
    /// Whether it lies among the scalars, or is a part of what does.
    fn is_fixed(self) -> bool {
        !matches!(
            self,
            Self::Text(_)
                | Self::Message(_)
                | Self::Rows(_)
                | Self::Structs(..)
                | Self::Numbers(_)
                | Self::Bits
                | Self::Texts
                | Self::TextMap
                | Self::NumberMap(_)
                | Self::Oneof(_)
                | Self::Union(_)
                | Self::Empty
                | Self::Other(_)
        )
    }

    /// A number of so many bytes.
    fn number(Number { size, form }: Number) -> Self {
        let above = u8::try_from(64usize.saturating_sub(size << 3)).unwrap_or(0);
        match form {
            Form::Varint => Self::Varint,
            Form::Signed => Self::Signed(above),
            Form::Zigzag => Self::Zigzag(above),
            Form::Fixed32 => Self::Fixed32,
            Form::Fixed64 => Self::Fixed64,
        }
    }
}

impl<'s> Survey<'s> {
    /// Appends the steps of a field.
    pub(super) fn steps(
        &mut self,
        schema: &'s Tables<'s>,
        index: usize,
        field: &'s FieldDef<'s>,
        steps: &mut Vec<Step>,
    ) {
        let begin = steps.len();
        if let Place::Scalar { at } = field.place
            && field.preset.is_empty()
            && self.value_steps(schema, field, at.into(), steps).is_none()
        {
            steps.truncate(begin);
        }
        if steps.len() == begin {
            let (what, at) = match field.place {
                _ if !field.preset.is_empty() => (None, 0),
                Place::Bit { byte, .. } => (Some(What::Bit), byte),
                Place::Slot { index } => (self.slot(schema, field), index),
                Place::Scalar { .. } | Place::Shared { .. } => (None, 0),
            };
            if what.is_none() {
                self.visit(schema, field.ty);
            }
            let wire = match field.place {
                Place::Bit { .. } => VARINT,
                _ => LEN,
            };
            let what = what.unwrap_or(What::Other(index));
            let size = usize::from(what == What::Bit);
            steps.push(Step::new(what, key(field.number(), wire), at.into(), size));
        }
        let (byte, flag) = field.presence.flag();
        let parts = steps.len().saturating_sub(begin);
        if let Some(first) = steps.get_mut(begin) {
            first.default = field.default;
            first.explicit = flag != 0 || field.default != 0;
            if let Place::Bit { mask, .. } = field.place {
                first.mask = mask.into();
                first.default = first.mask.wrapping_mul(field.default & 1);
            }
            // What is not there may have a default to be written instead: of that the table knows.
            if flag != 0 && !matches!(first.what, What::Other(_)) {
                let parts = u16::try_from(parts).unwrap_or(u16::MAX);
                let mut there = Step::new(What::If(parts), 0, byte.into(), 1);
                there.mask = flag.into();
                steps.insert(begin, there);
            }
        }
    }

    fn value_steps(
        &mut self,
        schema: &'s Tables<'s>,
        field: &'s FieldDef<'s>,
        at: usize,
        steps: &mut Vec<Step>,
    ) -> Option<()> {
        // These are stored as they come.
        let whole = matches!(field.ty, Ty::Struct(_) | Ty::Uuid | Ty::Array(..));
        if whole && field.default != 0 {
            return None;
        }
        fixed(schema, field.ty, field.number(), at, 0, steps)
    }

    /// What is in a slot.
    fn slot(&mut self, schema: &'s Tables<'s>, field: &'s FieldDef<'s>) -> Option<What> {
        if field.is_expanded() {
            return None;
        }
        // A list or a map that is optional is wrapped.
        let always = field.presence == Presence::Always;
        Some(match field.ty {
            Ty::String | Ty::Bytes => What::Text(0),
            Ty::Message(of) => {
                let (schema, def) = schema.message(of)?;
                What::Message(self.message(schema, def))
            }
            Ty::Union(of) | Ty::Oneof(of) if !matches!(field.presence, Presence::Bit { .. }) => {
                let (_, def) = schema.union(of)?;
                let index = self.choice(schema, of, def);
                match field.ty {
                    Ty::Oneof(_) => What::Oneof(index),
                    _ => What::Union(index),
                }
            }
            Ty::List(element) if always => match *element {
                Ty::Message(of) => {
                    let (schema, def) = schema.message(of)?;
                    What::Rows(self.message(schema, def))
                }
                Ty::Struct(of) => {
                    let (schema, def) = schema.structure(of)?;
                    // Made again for its plan.
                    of_struct(schema, def)?;
                    What::Structs(self.structure(schema, def), position(def.size))
                }
                Ty::String | Ty::Bytes => What::Texts,
                Ty::Bool => What::Bits,
                ty if ty.is_number() => What::Numbers(Number::of(schema, ty)),
                _ => return None,
            },
            Ty::Map(Ty::String, value) if always => match *value {
                Ty::String | Ty::Bytes => What::TextMap,
                // A bit is no number of a list.
                ty if ty.is_number() && ty != Ty::Bool => What::NumberMap(Number::of(schema, ty)),
                _ => return None,
            },
            _ => return None,
        })
    }
}

impl<'s> Survey<'s> {
    /// How the variants of a union are written.
    pub(super) fn variants(
        &mut self,
        schema: &'s Tables<'s>,
        of: TypeRef,
        def: &'s UnionDef<'s>,
    ) -> Vec<Option<Step>> {
        let (home, _) = schema.union(of).unwrap_or((schema, def));
        let variants = def.variants.iter().enumerate();
        let step = |(index, variant): (usize, &'s VariantDef<'s>)| {
            let what = match variant.ty {
                _ if variant.reserved => return None,
                None => What::Empty,
                Some(Ty::String | Ty::Bytes) => What::Text(0),
                Some(Ty::Message(of)) => {
                    let (schema, def) = home.message(of)?;
                    What::Message(self.message(schema, def))
                }
                Some(Ty::Struct(of)) => {
                    let (schema, def) = home.structure(of)?;
                    // Made again for its plan.
                    of_struct(schema, def)?;
                    What::Structs(self.structure(schema, def), position(def.size))
                }
                Some(ty) => {
                    self.visit(home, ty);
                    return None;
                }
            };
            // What is chosen is said, whatever it holds.
            Some(Step {
                explicit: true,
                ..Step::new(what, key(def.number(index), LEN), 0, 0)
            })
        };
        variants.map(step).collect()
    }
}

/// Says of texts how many follow.
pub(super) fn join_texts(steps: &mut [Step]) {
    let mut behind: Option<(usize, u16)> = None;
    for step in steps.iter_mut().rev() {
        behind = match &mut step.what {
            What::Text(more) if !step.explicit => {
                if let Some((at, others)) = behind
                    && at.checked_add(1) == Some(step.at)
                {
                    *more = others.saturating_add(1);
                }
                Some((step.at, *more))
            }
            _ => None,
        };
    }
}

/// How far scalars reach if all of them are there, and the bits that say so.
pub(super) fn reach(steps: &[Step]) -> usize {
    let fixed = steps.iter().filter(|step| step.what.is_fixed());
    fixed.map(|step| step.end).max().unwrap_or(0)
}

/// The most bytes that steps write that make sure of no room for themselves, those of text not counted, and a tag and a length.
pub(super) fn most(steps: &[Step]) -> usize {
    let fixed = steps.iter().filter(|step| step.what.is_fixed());
    let most = fixed.map(Step::most).fold(0, usize::saturating_add);
    most.saturating_add(TAG + TAG + TAG + TAG)
}

/// The steps of a struct alone, as an element of a list. `None`: it needs the table.
pub(super) fn of_struct<'s>(schema: &'s Tables<'s>, def: &'s StructDef<'s>) -> Option<Vec<Step>> {
    let mut steps = Vec::new();
    struct_steps(schema, def, 0, 0, &mut steps)?;
    Some(steps)
}

/// Appends the steps of a value of fixed size that lies at `at`, within so many structs. `None`: it needs the table.
fn fixed<'s>(
    schema: &'s Tables<'s>,
    ty: Ty<'s>,
    number: u32,
    at: usize,
    depth: usize,
    steps: &mut Vec<Step>,
) -> Option<()> {
    let size = schema.fixed_size(ty)?;
    let what = match ty {
        Ty::Struct(of) => {
            let (schema, def) = schema.structure(of)?;
            if depth >= NESTED {
                return None;
            }
            let level = u8::try_from(depth).ok()?;
            let key = key(number, LEN);
            let open = steps.len();
            steps.push(Step::new(What::Open(0, level), key, at, size));
            struct_steps(schema, def, at, depth.saturating_add(1), steps)?;
            steps.push(Step::new(What::Close(level), key, at, size));
            let behind = steps.len().saturating_sub(open).saturating_sub(1);
            if let Some(step) = steps.get_mut(open) {
                step.what = What::Open(u16::try_from(behind).ok()?, level);
            }
            return Some(());
        }
        Ty::Timestamp => What::Timestamp,
        Ty::Duration => What::Duration,
        Ty::Decimal(scale) if scale <= 18 => What::Decimal(scale),
        Ty::Uuid => What::Uuid,
        Ty::Array(Ty::U8, size @ ..=8) => What::Word(u8::try_from(size).ok()?),
        Ty::Array(Ty::U8, _) => What::Raw,
        ty if wire_of(ty) != LEN => What::number(Number::of(schema, ty)),
        _ => return None,
    };
    steps.push(Step::new(what, key(number, wire_of(ty)), at, size));
    Some(())
}

/// Appends the steps of a struct's fields, the last one first.
fn struct_steps<'s>(
    schema: &'s Tables<'s>,
    def: &'s StructDef<'s>,
    at: usize,
    depth: usize,
    steps: &mut Vec<Step>,
) -> Option<()> {
    for (index, field) in def.fields.iter().enumerate().rev() {
        let number = number_of(u32::try_from(index.checked_add(1)?).ok()?);
        let at = at.checked_add(position(field.at))?;
        fixed(schema, field.ty, number, at, depth, steps)?;
    }
    Some(())
}
