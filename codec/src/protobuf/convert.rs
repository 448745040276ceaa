//! Numbers and texts of one form as those of the other.
//!
//! Numbers travel as 64 bits: on protobuf's side what a varint or a fixed field says, on ours the little-endian bytes
//! of the value.

use super::wire::unzigzag;
use crate::error::Reason;
use crate::scalar::{self, Duration, ScalarError, Timestamp};
use crate::table::{ProtoInt, Tables, Ty};
use std::fmt::Display;

/// Bytes that a number takes among the scalars.
#[inline(always)]
pub(crate) fn size_of<'s>(schema: &'s Tables<'s>, ty: Ty<'s>) -> usize {
    match ty {
        Ty::Bool | Ty::U8 | Ty::I8 => 1,
        Ty::U16 | Ty::I16 => 2,
        Ty::U32 | Ty::I32 | Ty::F32 => 4,
        Ty::Proto(ProtoInt::Int32 | ProtoInt::Fixed32 | ProtoInt::Sfixed32) => 4,
        Ty::Enum(_) | Ty::Flags(_) => schema.fixed_size(ty).unwrap_or(0),
        _ => 8,
    }
}

#[cold]
#[inline(never)]
fn misfit<T>(value: impl Display, ty: &str) -> Result<T, Reason> {
    Err(Reason::Invalid(format!(
        "{value} is outside the range of {ty}"
    )))
}

/// The low 32 bits, as protobuf's parsers take a 32-bit number from a longer varint.
#[inline(always)]
#[allow(clippy::as_conversions)] // the truncation is the rule
fn low(raw: u64) -> u32 {
    raw as u32
}

/// What an `int32` says.
#[inline(always)]
pub(super) fn int32(raw: u64) -> i32 {
    low(raw).cast_signed()
}

/// A 32-bit signed number in zigzag.
#[inline(always)]
#[allow(clippy::as_conversions)] // fits: 32 bits came in
fn sint32(raw: u64) -> i32 {
    unzigzag(u64::from(low(raw))) as i32
}

/// What a field of number type `ty` that says `raw` is on our side.
#[inline(always)]
pub(crate) fn from_wire<'s>(schema: &'s Tables<'s>, ty: Ty<'s>, raw: u64) -> Result<u64, Reason> {
    Ok(match ty {
        Ty::Bool => u64::from(raw != 0),
        Ty::U8 => match u8::try_from(low(raw)) {
            Ok(n) => u64::from(n),
            Err(_) => return misfit(low(raw), "u8"),
        },
        Ty::U16 => match u16::try_from(low(raw)) {
            Ok(n) => u64::from(n),
            Err(_) => return misfit(low(raw), "u16"),
        },
        Ty::U32 => u64::from(low(raw)),
        Ty::I8 => match i8::try_from(sint32(raw)) {
            Ok(n) => i64::from(n).cast_unsigned(),
            Err(_) => return misfit(sint32(raw), "i8"),
        },
        Ty::I16 => match i16::try_from(sint32(raw)) {
            Ok(n) => i64::from(n).cast_unsigned(),
            Err(_) => return misfit(sint32(raw), "i16"),
        },
        Ty::I32 => i64::from(sint32(raw)).cast_unsigned(),
        Ty::I64 => unzigzag(raw).cast_unsigned(),
        Ty::Proto(ProtoInt::Int32 | ProtoInt::Sfixed32) => {
            i64::from(low(raw).cast_signed()).cast_unsigned()
        }
        Ty::Enum(of) => match schema.enumeration(of) {
            Some(def) => {
                let number = enumeration(def.repr, raw, def.name)?;
                if def.closed && !def.allows(number.cast_signed()) {
                    return no_value(number.cast_signed(), def.name);
                }
                return Ok(number);
            }
            None => 0,
        },
        Ty::Flags(of) => match schema.flags(of) {
            Some(def) => return flags(def.repr, raw),
            None => 0,
        },
        _ => raw,
    })
}

#[cold]
#[inline(never)]
fn no_value<T>(number: i64, name: &str) -> Result<T, Reason> {
    Err(Reason::Invalid(format!("{number} is no value of {name}")))
}

/// The bits of flags: what the integer holds.
fn flags<'s>(repr: Ty<'s>, raw: u64) -> Result<u64, Reason> {
    match repr {
        Ty::U8 if low(raw) > u32::from(u8::MAX) => misfit(low(raw), "u8"),
        Ty::U16 if low(raw) > u32::from(u16::MAX) => misfit(low(raw), "u16"),
        Ty::U8 | Ty::U16 | Ty::U32 => Ok(u64::from(low(raw))),
        _ => Ok(raw),
    }
}

/// A number of an enum: what the representation holds; a longer varint is first cut to 32 bits, as protobuf's parsers
/// do.
fn enumeration<'s>(repr: Ty<'s>, raw: u64, name: &str) -> Result<u64, Reason> {
    let holds = |n: i64| match repr {
        Ty::U8 => u8::try_from(n).is_ok(),
        Ty::U16 => u16::try_from(n).is_ok(),
        Ty::U32 => u32::try_from(n).is_ok(),
        Ty::U64 => n >= 0,
        Ty::I8 => i8::try_from(n).is_ok(),
        Ty::I16 => i16::try_from(n).is_ok(),
        Ty::I32 => i32::try_from(n).is_ok(),
        _ => true,
    };
    let (whole, cut) = (raw.cast_signed(), i64::from(low(raw).cast_signed()));
    if holds(whole) {
        Ok(raw)
    } else if holds(cut) {
        Ok(cut.cast_unsigned())
    } else {
        misfit(whole, name)
    }
}

/// The bytes of a UUID or of a decimal number from its text.
pub(crate) fn text<'s>(ty: Ty<'s>, text: &[u8], out: &mut [u8]) -> Result<(), Reason> {
    let invalid = |error: ScalarError| Reason::Invalid(error.to_string());
    match ty {
        Ty::Uuid => copy(out, &scalar::parse_uuid(text).map_err(invalid)?),
        Ty::Decimal(scale) => copy(
            out,
            &scalar::parse_decimal(text, scale)
                .map_err(invalid)?
                .to_le_bytes(),
        ),
        _ => {}
    }
    Ok(())
}

/// A point in time, or of another type a span, from seconds and nanoseconds.
pub(super) fn time<'s>(ty: Ty<'s>, seconds: i64, nanos: i32) -> Result<i64, ScalarError> {
    match ty {
        Ty::Timestamp => Timestamp::from_seconds_and_nanos(seconds, nanos).map(|time| time.0),
        _ => Duration::from_seconds_and_nanos(seconds, nanos).map(|span| span.0),
    }
}

/// Whether a byte is not zero.
#[inline(always)]
pub(crate) fn is_set(bytes: &[u8]) -> bool {
    let (words, rest) = bytes.as_chunks::<8>();
    words.iter().any(|word| *word != [0; 8]) || rest.iter().fold(0, |all, b| all | b) != 0
}

/// Whether one of the low `size` bytes of a number is not zero.
#[inline(always)]
pub(crate) fn is_number_set(bits: u64, size: usize) -> bool {
    bits << (64usize.wrapping_sub(size << 3) & 63) != 0
}

/// Writes the bytes of a number, as many as `out` has.
#[inline(always)]
pub(crate) fn put(out: &mut [u8], bits: u64) {
    let [a, b, c, d, e, f, g, h] = bits.to_le_bytes();
    match out {
        [one] => *one = a,
        [x, y] => [*x, *y] = [a, b],
        [w, x, y, z] => [*w, *x, *y, *z] = [a, b, c, d],
        out => copy(out, &[a, b, c, d, e, f, g, h]),
    }
}

#[inline(always)]
pub(crate) fn copy(out: &mut [u8], bytes: &[u8]) {
    out.iter_mut()
        .zip(bytes)
        .for_each(|(out, byte)| *out = *byte);
}
