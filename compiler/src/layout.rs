//! Where each field of a message lies on the wire.
//!
//! Fields are placed in ordinal order and each place depends only on the fields before it, so a field that is
//! appended moves nothing.
//!
//! ```text
//!  scalars: | u64 | flags: live, size? | side | u32 (size) | ...      slots: | symbol | legs | ...
//! ```
//!
//! `bool`, and the presence bit of a `T?`, take the next free bit of the current byte of flags; where there is
//! none, or it is full, a new byte is opened at the current offset. A presence bit is placed before its value.

use crate::codes::Code;
use crate::diagnostic::Diagnostic;
use crate::limits::{MAX_FIXED_BYTES, MAX_SLOTS};
use crate::model::{Field, Message, Model, Type, TypeBody, Value};
use crate::span::Span;

/// Optional values of fixed size up to this many bytes lie among the scalars; larger ones take a slot, so that
/// their absence costs nothing.
pub const MAX_INLINE_OPTIONAL: u64 = 8;

/// A message's fields on the wire.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Layout {
    /// Bytes of all scalars.
    pub scalars: u16,
    /// Number of slots.
    pub slots: u16,
    /// The places of the fields, in ordinal order, tombstones included.
    pub places: Vec<(Place, Presence)>,
    /// Bytes of flags and scalars, in the order in which they lie.
    pub units: Vec<Unit>,
}

/// Where a value lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// A bit of a byte of flags.
    Bit(Bit),
    /// `len` bytes from byte `at` of the scalars.
    Scalar {
        /// The first byte.
        at: u16,
        /// Its bytes.
        len: u16,
    },
    /// A slot of the heap.
    Slot(u16),
}

/// How absence is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Presence {
    /// Never absent: zero or empty is a value.
    Always,
    /// It must be there.
    Required,
    /// By an empty slot.
    Range,
    /// By a bit that is not set.
    Bit(Bit),
}

/// One bit of a byte of flags.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bit {
    /// Its offset among the scalars.
    pub byte: u16,
    /// 0 to 7, the lowest first.
    pub shift: u8,
}

impl Bit {
    /// The bit alone.
    #[must_use]
    pub fn mask(self) -> u8 {
        1 << self.shift
    }
}

/// A byte of flags, or a scalar, among the scalars.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unit {
    /// Its first byte.
    pub start: u16,
    /// The byte after its last.
    pub end: u16,
    /// The presence bit of an optional scalar.
    pub flag: Option<Bit>,
    /// The index of the scalar's field; `None` for a byte of flags.
    pub field: Option<usize>,
}

/// The layout of `message`.
///
/// # Errors
/// Where the message does not fit the format.
pub fn layout(model: &Model, message: &Message) -> Result<Layout, Box<Diagnostic>> {
    let mut placer = Placer::default();
    for (index, field) in message.fields.iter().enumerate() {
        placer.place(model, index, field)?;
    }
    Ok(placer.layout)
}

/// What of a model does not fit the format.
pub(crate) fn check(model: &Model) -> Vec<Diagnostic> {
    let placed = model.types.iter().filter_map(|def| match &def.body {
        TypeBody::Message(message) => Some(layout(model, message)),
        TypeBody::Error(error) => Some(layout(model, &error.as_message())),
        _ => None,
    });
    placed
        .filter_map(|placed| placed.err().map(|found| *found))
        .collect()
}

/// Bytes that a value of this type takes, where that is fixed.
#[must_use]
pub fn fixed_size(model: &Model, ty: &Type) -> Option<u64> {
    Some(match ty {
        Type::Bool | Type::U8 | Type::I8 => 1,
        Type::U16 | Type::I16 => 2,
        Type::U32 | Type::I32 | Type::F32 => 4,
        Type::U64 | Type::I64 | Type::F64 | Type::Timestamp | Type::Duration | Type::Decimal(_) => {
            8
        }
        Type::Proto(proto) => u64::from(proto.int().bytes()),
        Type::Uuid => 16,
        Type::Array(element, count) => {
            fixed_size(model, element)?.saturating_mul(u64::from(*count))
        }
        Type::Named(id) => match &model.get(*id).body {
            TypeBody::Enum(body) => u64::from(body.repr.bytes()),
            TypeBody::Flags(body) => u64::from(body.repr.bytes()),
            TypeBody::Struct(body) => {
                let mut sizes = body.fields.iter().map(|f| fixed_size(model, &f.ty));
                sizes.try_fold(0_u64, |sum, size| Some(sum.saturating_add(size?)))?
            }
            TypeBody::Newtype(body) => return fixed_size(model, &body.ty),
            TypeBody::Message(_) | TypeBody::Union(_) | TypeBody::Error(_) => return None,
        },
        Type::String | Type::Bytes | Type::Encoded(_) | Type::List(_) | Type::Map(..) => {
            return None;
        }
    })
}

/// The bits of a default of fixed size, as the value itself has them on the wire; 0 for text and bytes.
#[must_use]
pub fn default_bits(model: &Model, ty: &Type, value: &Value) -> u64 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "cut to the bytes of the type, which the checker found to hold it"
    )]
    let width = |number: i128| {
        let bytes = fixed_size(model, ty).unwrap_or(8);
        (number as u64) & (u64::MAX >> (64 - 8 * bytes.clamp(1, 8)))
    };
    #[expect(
        clippy::cast_possible_truncation,
        reason = "exact: the checker narrowed it"
    )]
    match value {
        Value::Bool(value) => u64::from(*value),
        Value::Int(value) => width(*value),
        Value::Enum { number, .. } => width(i128::from(*number)),
        Value::Flags { bits, .. } => *bits,
        Value::Float(value) if model.underlying(ty) == Type::F32 => {
            u64::from((*value as f32).to_bits())
        }
        Value::Float(value) => value.to_bits(),
        Value::String(_) | Value::Bytes(_) => 0,
    }
}

#[derive(Default)]
struct Placer {
    layout: Layout,
    at: u64,
    /// The byte of flags that has room, and its next free bit.
    flags: Option<Bit>,
}

impl Placer {
    fn place(&mut self, model: &Model, index: usize, field: &Field) -> Result<(), Box<Diagnostic>> {
        let (place, presence) = match fixed_size(model, &field.ty) {
            Some(_) if field.ty == Type::Bool => {
                let presence = if field.optional {
                    Presence::Bit(self.bit(field.span)?)
                } else {
                    Presence::Always
                };
                (Place::Bit(self.bit(field.span)?), presence)
            }
            Some(size) if field.optional && size > MAX_INLINE_OPTIONAL => {
                (self.slot(field.span)?, Presence::Range)
            }
            Some(size) => {
                let flag = if field.optional {
                    Some(self.bit(field.span)?)
                } else {
                    None
                };
                let place = self.scalar(size, flag, Some(index), field.span)?;
                (place, flag.map_or(Presence::Always, Presence::Bit))
            }
            None => {
                let whole = matches!(
                    model.underlying(&field.ty),
                    Type::Named(_) | Type::Encoded(_)
                );
                let presence = match (whole, field.optional) {
                    (true, true) => Presence::Range,
                    (true, false) => Presence::Required,
                    // A default of text or bytes is said by absence.
                    (false, optional) if optional || field.default.is_some() => {
                        Presence::Bit(self.bit(field.span)?)
                    }
                    (false, _) => Presence::Always,
                };
                (self.slot(field.span)?, presence)
            }
        };
        self.layout.places.push((place, presence));
        Ok(())
    }

    fn bit(&mut self, span: Span) -> Result<Bit, Box<Diagnostic>> {
        let bit = match self.flags {
            Some(bit) => bit,
            None => match self.scalar(1, None, None, span)? {
                Place::Scalar { at, .. } => Bit { byte: at, shift: 0 },
                Place::Bit(bit) => bit,
                Place::Slot(_) => Bit { byte: 0, shift: 0 },
            },
        };
        self.flags = (bit.shift < 7).then_some(Bit {
            shift: bit.shift + 1,
            ..bit
        });
        Ok(bit)
    }

    fn scalar(
        &mut self,
        size: u64,
        flag: Option<Bit>,
        field: Option<usize>,
        span: Span,
    ) -> Result<Place, Box<Diagnostic>> {
        let end = self.at.saturating_add(size);
        let (Ok(start), Ok(len), Ok(end16)) = (
            u16::try_from(self.at),
            u16::try_from(size),
            u16::try_from(end),
        ) else {
            let message =
                format!("the scalars of this message take more than {MAX_FIXED_BYTES} bytes");
            let help = "put large arrays into `bytes` or a `list`, or some fields into a message of their own";
            let found =
                Diagnostic::new(Code::TooLarge, message).label(span, "this one no longer fits");
            return Err(Box::new(found.help(help)));
        };
        self.at = end;
        self.layout.scalars = end16;
        self.layout.units.push(Unit {
            start,
            end: end16,
            flag,
            field,
        });
        Ok(Place::Scalar { at: start, len })
    }

    fn slot(&mut self, span: Span) -> Result<Place, Box<Diagnostic>> {
        let slot = self.layout.slots;
        if slot >= MAX_SLOTS {
            let message = format!("this message has more than {MAX_SLOTS} fields of variable size");
            let found =
                Diagnostic::new(Code::TooLarge, message).label(span, "this one no longer fits");
            return Err(Box::new(
                found.help("put some of the fields into a message of their own"),
            ));
        }
        self.layout.slots = slot + 1;
        Ok(Place::Slot(slot))
    }
}

#[cfg(test)]
#[path = "layout_tests.rs"]
mod tests;
