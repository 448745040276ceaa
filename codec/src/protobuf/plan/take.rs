//! How what comes for a field is read: by its tag, without a look at the table.

use super::{Plan, Survey};
use crate::assemble::{position, short};
use crate::protobuf::convert::size_of;
use crate::protobuf::wire::{FIXED32, FIXED64, LEN, VARINT, key, unzigzag, wire_of};
use crate::table::{FieldDef, Place, Presence, ProtoInt, Tables, Ty};

/// The fields of a type that are read without a look at the table, by their tags.
#[derive(Debug, Default)]
pub(super) struct Takes {
    /// For each tag up to the highest the index of its field, and one more; 0 for none.
    keys: Vec<u8>,
    fields: Vec<Take>,
}

/// A field, as it is read.
#[derive(Debug, Clone, Copy)]
pub(in crate::protobuf) struct Take {
    pub(in crate::protobuf) what: Taken,
    /// The index of the field in its type.
    pub(in crate::protobuf) index: u16,
    /// Its first byte among the scalars, and one past its last.
    pub(in crate::protobuf) at: u32,
    pub(in crate::protobuf) end: u32,
    /// Of a varint: up to here it is what the type holds, and nothing is to be checked.
    pub(in crate::protobuf) most: u64,
    /// The bits of eight bytes that are the number's.
    pub(in crate::protobuf) mask: u64,
    /// As a step has it.
    pub(in crate::protobuf) flag: (u16, u8),
    /// The bits that are exclusive-or'ed onto it.
    pub(in crate::protobuf) default: u64,
}

/// What comes for a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::protobuf) enum Taken {
    /// A bit of a byte.
    Bit,
    Varint,
    Zigzag,
    Fixed32,
    Fixed64,
    /// Seconds and nanoseconds.
    Timestamp,
    Duration,
    /// Text, with so many digits behind the point.
    Decimal(u8),
    /// Text, too.
    Uuid,
    /// Bytes as they are.
    Raw,
    /// A struct with this plan.
    Struct(u32),
    /// What is noted, and written later.
    Noted,
}

/// A number that comes as a varint.
#[derive(Debug, Clone, Copy)]
pub(in crate::protobuf) struct Varint {
    /// Up to here it is what the type holds, and nothing is to be checked.
    most: u64,
    zigzag: bool,
}

impl Varint {
    /// That of a number type that takes all numbers up to one.
    pub(in crate::protobuf) fn of<'s>(schema: &'s Tables<'s>, ty: Ty<'s>) -> Option<Self> {
        let bits = |bits: u32| u64::MAX >> 64u32.saturating_sub(bits);
        let (most, zigzag) = match ty {
            Ty::Bool => (1, false),
            Ty::U8 => (bits(8), false),
            Ty::U16 => (bits(16), false),
            Ty::U32 => (bits(32), false),
            Ty::U64 | Ty::Proto(ProtoInt::Int64) => (bits(64), false),
            Ty::I8 => (bits(8), true),
            Ty::I16 => (bits(16), true),
            Ty::I32 => (bits(32), true),
            Ty::I64 => (bits(64), true),
            Ty::Proto(ProtoInt::Int32) => (bits(31), false),
            Ty::Enum(of) => {
                let def = schema.enumeration(of).filter(|def| !def.closed)?;
                let size = size_of(schema, def.repr);
                // Seven bits are what a signed byte holds, too.
                (
                    bits(u32::try_from(size << 3).ok()?.saturating_sub(1)),
                    false,
                )
            }
            Ty::Flags(of) => return Self::of(schema, schema.flags(of)?.repr),
            _ => return None,
        };
        Some(Self { most, zigzag })
    }

    /// The bits of the number, where nothing is to be checked.
    #[inline(always)]
    pub(in crate::protobuf) fn bits(self, raw: u64) -> Option<u64> {
        let bits = if self.zigzag {
            unzigzag(raw).cast_unsigned()
        } else {
            raw
        };
        (raw <= self.most).then_some(bits)
    }
}

impl Take {
    /// One that is always there and has no default: so many bytes at `at`.
    fn new(what: Taken, index: u16, at: u32, size: u32) -> Self {
        Self {
            what,
            index,
            at,
            end: at.saturating_add(size),
            most: 0,
            mask: u64::MAX >> 64u32.saturating_sub(size << 3).min(63),
            flag: (0, 0),
            default: 0,
        }
    }

    /// The wire type that it comes with.
    fn wire(&self) -> u8 {
        match self.what {
            Taken::Bit | Taken::Varint | Taken::Zigzag => VARINT,
            Taken::Fixed32 => FIXED32,
            Taken::Fixed64 => FIXED64,
            _ => LEN,
        }
    }
}

impl Takes {
    /// Those of most fields have a tag of two bytes at most, and so few bits.
    const KEYS: usize = 1 << 11;

    pub(super) fn push(&mut self, number: u32, take: Take) {
        let tag = position(key(number, take.wire()));
        let Ok(place) = u8::try_from(self.fields.len().saturating_add(1)) else {
            return;
        };
        if tag >= Self::KEYS {
            return;
        }
        if self.keys.len() <= tag {
            self.keys.resize(tag.saturating_add(1), 0);
        }
        if let Some(key) = self.keys.get_mut(tag) {
            *key = place;
            self.fields.push(take);
        }
    }
}

impl<F> Plan<'_, F> {
    /// How a field with this tag is read.
    #[inline(always)]
    pub(in crate::protobuf) fn take(&self, tag: u64) -> Option<&Take> {
        let place = self.takes.keys.get(usize::try_from(tag).ok()?)?;
        self.takes.fields.get(usize::from(*place).checked_sub(1)?)
    }
}

impl<'s> Survey<'s> {
    /// How a field is read, if its table is not needed for that.
    pub(super) fn take(
        &mut self,
        schema: &'s Tables<'s>,
        index: u16,
        field: &'s FieldDef<'s>,
    ) -> Option<Take> {
        if field.reserved {
            return None;
        }
        let take = match (field.place, field.ty) {
            (Place::Bit { byte, mask }, _) => {
                let mask = u64::from(mask);
                Take {
                    mask,
                    flag: field.presence.flag(),
                    default: mask.wrapping_mul(field.default & 1),
                    ..Take::new(Taken::Bit, index, byte.into(), 1)
                }
            }
            (Place::Scalar { at }, ty) => Take {
                flag: field.presence.flag(),
                default: field.default,
                ..self.value(schema, ty, index, at.into())?
            },
            // A bit that says that a slot is there is set once it was read.
            (Place::Slot { .. }, ty)
                if wire_of(ty) == LEN && !matches!(field.presence, Presence::Bit { .. }) =>
            {
                Take::new(Taken::Noted, index, 0, 0)
            }
            _ => return None,
        };
        // These are stored as they come.
        let whole = matches!(take.what, Taken::Struct(_) | Taken::Uuid | Taken::Raw);
        (take.default == 0 || !whole).then_some(take)
    }

    /// How a value of fixed size is read that lies at `at`.
    pub(super) fn value(
        &mut self,
        schema: &'s Tables<'s>,
        ty: Ty<'s>,
        index: u16,
        at: u32,
    ) -> Option<Take> {
        let take = |what, size| Take::new(what, index, at, size);
        let number = |what| take(what, short(size_of(schema, ty)));
        Some(match (ty, wire_of(ty)) {
            (Ty::Struct(of), _) => {
                let (inner, def) = schema.structure(of).filter(|(s, def)| def.is_plain(s))?;
                take(Taken::Struct(short(self.structure(inner, def))), def.size)
            }
            (_, VARINT) => {
                let Varint { most, zigzag } = Varint::of(schema, ty)?;
                let what = if zigzag { Taken::Zigzag } else { Taken::Varint };
                Take {
                    most,
                    ..number(what)
                }
            }
            (_, FIXED32) => number(Taken::Fixed32),
            (_, FIXED64) => number(Taken::Fixed64),
            (Ty::Timestamp, _) => take(Taken::Timestamp, 8),
            (Ty::Duration, _) => take(Taken::Duration, 8),
            (Ty::Decimal(scale), _) => take(Taken::Decimal(scale), 8),
            (Ty::Uuid, _) => take(Taken::Uuid, 16),
            (Ty::Array(Ty::U8, size), _) => take(Taken::Raw, size),
            _ => return None,
        })
    }
}
