//! From our encoding to a tree of values, by table.

use super::{Fields, Value, Variant};
use crate::error::{DecodeError, Reason};
use crate::kind::map_parts;
use crate::limits::{Limits, MAX_SCALARS};
use crate::message::flag;
use crate::protobuf::native::{Element, List, Parts, union};
use crate::protobuf::wire::bits;
use crate::scalar::{Duration, Timestamp, Uuid};
use crate::table::verify::carried;
use crate::table::{FieldDef, MessageDef, Place, Presence, Tables, Ty, TypeRef, member_of};
use crate::wire::fixed;
use std::borrow::Cow;

/// Reads message `index` of `schema`. `bytes` must have been verified: what is not sound in them reads as absent.
///
/// # Errors
/// Where the tree would take more than [`Limits::element_memory_bytes`], and where what is carried as bytes is not the
/// message that it is said to be.
pub fn read<'a>(
    schema: &'a Tables<'a>,
    index: usize,
    bytes: &'a [u8],
    limits: &Limits,
) -> Result<Fields<'a>, DecodeError> {
    let Some(def) = schema.messages.get(index) else {
        return Ok(Fields::new());
    };
    with_carried(schema, index, bytes, limits, |reader| {
        reader.message(schema, def, Parts::message(bytes))
    })
}

/// Reads the field of this name alone: `None` where it says nothing.
///
/// # Errors
/// As [`read`].
pub fn read_field<'a>(
    schema: &'a Tables<'a>,
    index: usize,
    name: &str,
    bytes: &'a [u8],
    limits: &Limits,
) -> Result<Option<Value<'a>>, DecodeError> {
    let Some(def) = schema.messages.get(index) else {
        return Ok(None);
    };
    let is_named = |(index, field): (usize, &FieldDef<'_>)| match (field.ty, field.place) {
        (Ty::Oneof(_), place) => {
            let (_, variant) = member_of(schema, def, index)?;
            let first = match place {
                Place::Shared { field } => usize::from(field),
                _ => index,
            };
            (variant.name == name).then_some(first)
        }
        _ => (!field.reserved && field.name == name).then_some(index),
    };
    let found = def.fields.iter().enumerate().find_map(is_named);
    let Some(field) = found.and_then(|index| def.fields.get(index)) else {
        return Ok(None);
    };
    with_carried(schema, index, bytes, limits, |reader| {
        let mut fields = Fields::new();
        reader.field(schema, field, Parts::message(bytes), &mut fields)?;
        Ok(fields.remove(name))
    })
}

/// Reads twice where something is met that is carried as bytes: it is verified in between.
fn with_carried<'a, T>(
    schema: &'a Tables<'a>,
    index: usize,
    bytes: &'a [u8],
    limits: &Limits,
    read: impl Fn(&mut Reader) -> Done<T>,
) -> Done<T> {
    let mut reader = Reader {
        left: limits.element_memory_bytes,
        allowed: limits.element_memory_bytes,
        trusts: false,
        carries: false,
    };
    let done = read(&mut reader)?;
    if !reader.carries {
        return Ok(done);
    }
    drop(done);
    carried(schema, index, bytes, limits.depth)?;
    reader.left = reader.allowed;
    reader.trusts = true;
    read(&mut reader)
}

/// What scalars are that lie behind the last that is set.
static ZEROS: [u8; MAX_SCALARS] = [0; MAX_SCALARS];

type Done<T> = Result<T, DecodeError>;

struct Reader {
    /// Bytes of memory that may still be taken, and that might in all.
    left: usize,
    allowed: usize,
    /// Whether what is carried as bytes is known to be sound.
    trusts: bool,
    /// Whether some was met while it was not.
    carries: bool,
}

impl Reader {
    fn claim(&mut self, values: usize) -> Done<()> {
        // What a vector holds it may hold room for once more.
        let room = values.saturating_mul(2);
        let bytes = room.saturating_mul(size_of::<super::Field<'_>>());
        match self.left.checked_sub(bytes) {
            Some(left) => self.left = left,
            None => {
                let reason = Reason::OverLimit {
                    limit: "element_memory_bytes",
                    allowed: u64::try_from(self.allowed).unwrap_or(u64::MAX),
                };
                return Err(DecodeError::new("", 0, reason));
            }
        }
        Ok(())
    }

    fn message<'a>(
        &mut self,
        schema: &'a Tables<'a>,
        def: &'a MessageDef<'a>,
        parts: Parts<'a>,
    ) -> Done<Fields<'a>> {
        let mut fields = Fields::new();
        for field in def.fields {
            if !field.reserved {
                self.field(schema, field, parts, &mut fields)?;
            }
        }
        Ok(fields)
    }

    fn field<'a>(
        &mut self,
        schema: &'a Tables<'a>,
        field: &'a FieldDef<'a>,
        parts: Parts<'a>,
        fields: &mut Fields<'a>,
    ) -> Done<()> {
        let present = match field.presence {
            Presence::Bit { byte, mask } => Some(flag(parts.scalars, usize::from(byte), mask)),
            _ => None,
        };
        if present == Some(false) {
            return Ok(()); // absent, or at its default
        }
        let value = match field.place {
            Place::Bit { byte, mask } => {
                let set = flag(parts.scalars, usize::from(byte), mask);
                (set || present.is_some()).then_some(Value::Bool(set != (field.default & 1 == 1)))
            }
            Place::Scalar { at } => {
                let size = schema.fixed_size(field.ty).unwrap_or(0);
                let bytes = parts.scalars.get(usize::from(at)..);
                let bytes = bytes.and_then(|bytes| bytes.get(..size));
                let set = bytes.is_some_and(|bytes| bytes.iter().any(|byte| *byte != 0));
                // Zeros at the end of a message are not written.
                let bytes = bytes.or_else(|| ZEROS.get(..size)).unwrap_or_default();
                match (set || present.is_some(), field.default) {
                    (false, _) => None,
                    (true, 0) => Some(self.value(schema, field.ty, bytes)?),
                    (true, default) => Some(scalar(schema, field.ty, bits(bytes) ^ default)),
                }
            }
            Place::Slot { index } => {
                let range = parts.slot(usize::from(index));
                if let Ty::Oneof(of) = field.ty {
                    return self.member(schema, of, range, field.sensitive, fields);
                }
                let there = !range.is_empty() || present.is_some();
                match there {
                    true => Some(self.value(schema, field.ty, range)?),
                    false => None,
                }
            }
            Place::Shared { .. } => None,
        };
        if let Some(value) = value {
            self.claim(1)?;
            fields.push(field.name, value, field.sensitive);
        }
        Ok(())
    }

    /// The member that a `oneof` is.
    fn member<'a>(
        &mut self,
        schema: &'a Tables<'a>,
        of: TypeRef,
        range: &'a [u8],
        sensitive: bool,
        fields: &mut Fields<'a>,
    ) -> Done<()> {
        if let Some(Value::Variant(variant)) = self.variant(schema, of, range)? {
            let value = variant
                .payload
                .map_or(Value::Message(Fields::new()), |value| *value);
            self.claim(1)?;
            fields.push(variant.name, value, sensitive || variant.sensitive);
        }
        Ok(())
    }

    fn value<'a>(
        &mut self,
        schema: &'a Tables<'a>,
        ty: Ty<'a>,
        range: &'a [u8],
    ) -> Done<Value<'a>> {
        Ok(match ty {
            Ty::String => Value::String(String::from_utf8_lossy(range)),
            Ty::Bytes | Ty::Array(Ty::U8, _) => Value::Bytes(Cow::Borrowed(range)),
            Ty::Message(of) => match schema.message(of) {
                Some((schema, def)) => {
                    Value::Message(self.message(schema, def, Parts::message(range))?)
                }
                None => Value::Message(Fields::new()),
            },
            Ty::Encoded(of) if self.trusts => self.value(schema, Ty::Message(of), range)?,
            Ty::Encoded(_) => {
                self.carries = true;
                Value::Message(Fields::new())
            }
            Ty::Union(of) | Ty::Oneof(of) => {
                let unknown = Value::Unknown {
                    ordinal: 0,
                    payload: Cow::Borrowed(&[]),
                };
                self.variant(schema, of, range)?.unwrap_or(unknown)
            }
            Ty::Struct(of) => Value::Message(self.structure(schema, of, range)?),
            Ty::Uuid => Value::Uuid(Uuid(fixed(range))),
            Ty::List(element) => {
                let list = List::new(schema, *element, range);
                Value::List(self.list(schema, *element, list)?)
            }
            Ty::Array(element, _) => {
                let size = schema.fixed_size(*element).unwrap_or(0);
                let list = List::Packed { bytes: range, size };
                Value::List(self.list(schema, *element, list)?)
            }
            Ty::Map(key, value) => Value::Map(self.map(schema, *key, *value, range)?),
            scalar_type => scalar(schema, scalar_type, bits(range)),
        })
    }

    /// The variant that a union is; `None` where it is none.
    fn variant<'a>(
        &mut self,
        schema: &'a Tables<'a>,
        of: TypeRef,
        range: &'a [u8],
    ) -> Done<Option<Value<'a>>> {
        let (Some((schema, def)), Some((ordinal, payload))) = (schema.union(of), union(range))
        else {
            return Ok(None);
        };
        let index = usize::from(ordinal).checked_sub(1);
        let variant = index.and_then(|index| def.variants.get(index));
        let Some(variant) = variant.filter(|variant| !variant.reserved) else {
            let payload = Cow::Borrowed(payload);
            return Ok(Some(Value::Unknown { ordinal, payload }));
        };
        self.claim(1)?;
        let payload = match variant.ty {
            Some(ty) => Some(Box::new(self.value(schema, ty, payload)?)),
            None => None,
        };
        Ok(Some(Value::Variant(Variant {
            name: Cow::Borrowed(variant.name),
            payload,
            sensitive: variant.sensitive,
        })))
    }

    fn structure<'a>(
        &mut self,
        schema: &'a Tables<'a>,
        of: TypeRef,
        range: &'a [u8],
    ) -> Done<Fields<'a>> {
        let mut fields = Fields::new();
        let Some((schema, def)) = schema.structure(of) else {
            return Ok(fields);
        };
        for field in def.fields {
            let size = schema.fixed_size(field.ty).unwrap_or(0);
            let at = usize::try_from(field.at).ok();
            let bytes = at.and_then(|at| range.get(at..)?.get(..size));
            if let Some(bytes) = bytes.filter(|bytes| bytes.iter().any(|byte| *byte != 0)) {
                let value = self.value(schema, field.ty, bytes)?;
                self.claim(1)?;
                fields.push(field.name, value, field.sensitive);
            }
        }
        Ok(fields)
    }

    fn element<'a>(
        &mut self,
        schema: &'a Tables<'a>,
        ty: Ty<'a>,
        element: Element<'a>,
    ) -> Done<Value<'a>> {
        match element {
            Element::Bit(bit) => Ok(Value::Bool(bit)),
            Element::Range(range) => self.value(schema, ty, range),
            Element::Row(parts) => match ty {
                Ty::Message(of) => match schema.message(of) {
                    Some((schema, def)) => Ok(Value::Message(self.message(schema, def, parts)?)),
                    None => Ok(Value::Message(Fields::new())),
                },
                _ => Ok(Value::Message(Fields::new())),
            },
        }
    }

    fn list<'a>(
        &mut self,
        schema: &'a Tables<'a>,
        ty: Ty<'a>,
        list: List<'a>,
    ) -> Done<Vec<Value<'a>>> {
        self.claim(list.len())?;
        (0..list.len())
            .map(|i| self.element(schema, ty, list.get(i)))
            .collect()
    }

    fn map<'a>(
        &mut self,
        schema: &'a Tables<'a>,
        key: Ty<'a>,
        value: Ty<'a>,
        range: &'a [u8],
    ) -> Done<Vec<(Value<'a>, Value<'a>)>> {
        let Some((keys, values)) = map_parts(range) else {
            return Ok(Vec::new());
        };
        let (keys, values) = (
            List::new(schema, key, keys),
            List::new(schema, value, values),
        );
        self.claim(keys.len().saturating_mul(2))?;
        let entry = |i| {
            let found = self.element(schema, key, keys.get(i))?;
            Ok((found, self.element(schema, value, values.get(i))?))
        };
        (0..keys.len()).map(entry).collect()
    }
}

/// A value that is neither message nor union, whose bytes these are; a scalar's are told by their difference to its default.
pub(super) fn leaf<'a>(
    schema: &'a Tables<'a>,
    ty: Ty<'a>,
    range: &'a [u8],
    default: u64,
) -> Value<'a> {
    if default != 0 {
        return scalar(schema, ty, bits(range) ^ default);
    }
    let mut reader = Reader {
        left: usize::MAX,
        allowed: usize::MAX,
        trusts: false,
        carries: false,
    };
    let value = reader.value(schema, ty, range);
    value.unwrap_or(Value::Bytes(Cow::Borrowed(range)))
}

/// A scalar of at most 64 bits.
#[allow(clippy::as_conversions)] // the bits are those of the type
fn scalar<'a>(schema: &'a Tables<'a>, ty: Ty<'a>, bits: u64) -> Value<'a> {
    match ty.plain() {
        Ty::Bool => Value::Bool(bits & 1 == 1),
        Ty::I8 | Ty::I16 | Ty::I32 | Ty::I64 => Value::Signed(ty.signed(bits)),
        Ty::F32 => Value::F32(f32::from_bits(bits as u32)),
        Ty::F64 => Value::F64(f64::from_bits(bits)),
        Ty::Enum(of) => {
            let def = schema.enumeration(of);
            let number = def.map_or(0, |def| def.repr.signed(bits));
            let named =
                def.and_then(|def| def.values.iter().find(|(known, _, _)| *known == number));
            Value::Enum {
                number,
                name: named.map(|(_, name, _)| *name),
            }
        }
        Ty::Flags(_) => Value::Flags(bits),
        Ty::Timestamp => Value::Timestamp(Timestamp(bits.cast_signed())),
        Ty::Duration => Value::Duration(Duration(bits.cast_signed())),
        Ty::Decimal(scale) => Value::Decimal {
            units: bits.cast_signed(),
            scale,
        },
        _ => Value::Unsigned(bits),
    }
}
