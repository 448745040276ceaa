//! Varints, tags and lengths: protobuf's encoding guide, "Base 128 Varints" and "Message Structure".
//!
//! ```text
//!  tag = varint: number << 3 │ wire type      payload by wire type
//! ┌──────────────────────────┬───────────────────────────────────────────────┐
//! │ 0  varint                │ 1 to 10 bytes, 7 bits each, lowest first      │
//! │ 1  64 bits               │ 8 bytes, little-endian                        │
//! │ 2  length-delimited      │ varint: length, then as many bytes            │
//! │ 3  group, 4 its end      │ fields up to the end tag of the same number   │
//! │ 5  32 bits               │ 4 bytes, little-endian                        │
//! └──────────────────────────┴───────────────────────────────────────────────┘
//! ```

use crate::error::{DecodeError, Reason};
use crate::limits::MAX_VARINT_BYTES;
use crate::raw::{Spare, Word};
use crate::table::{ProtoInt, Ty, TypeRef};
use crate::wire::{fixed, padded};
use crate::writer::Writer;
use std::hint::select_unpredictable;

pub(crate) const VARINT: u8 = 0;
pub(crate) const FIXED64: u8 = 1;
pub(crate) const LEN: u8 = 2;
pub(super) const GROUP: u8 = 3;
pub(super) const END_GROUP: u8 = 4;
pub(crate) const FIXED32: u8 = 5;
/// Of what is no field itself: no wire type.
const NONE: u8 = u8::MAX;

/// The wire type of one value.
#[inline(always)]
pub(crate) fn wire_of<'s>(ty: Ty<'s>) -> u8 {
    match ty {
        Ty::Bool
        | Ty::U8
        | Ty::U16
        | Ty::U32
        | Ty::U64
        | Ty::I8
        | Ty::I16
        | Ty::I32
        | Ty::I64
        | Ty::Enum(_)
        | Ty::Flags(_) => VARINT,
        Ty::Proto(ProtoInt::Int32 | ProtoInt::Int64) => VARINT,
        Ty::F32 | Ty::Proto(ProtoInt::Fixed32 | ProtoInt::Sfixed32) => FIXED32,
        Ty::F64 | Ty::Proto(ProtoInt::Fixed64 | ProtoInt::Sfixed64) => FIXED64,
        Ty::Oneof(_) => NONE,
        _ => LEN,
    }
}

/// Whether a value of the type is a repeated field, which a message must wrap where a single one is asked for.
#[inline(always)]
pub(crate) fn is_repeated<'s>(ty: Ty<'s>) -> bool {
    matches!(ty, Ty::List(_) | Ty::Map(..))
        || matches!(ty, Ty::Array(element, _) if *element != Ty::U8)
}

/// The type that stands for "a message whose fields nobody asks for".
pub(super) const EMPTY: Ty<'static> = Ty::Struct(TypeRef {
    import: u16::MAX,
    index: u16::MAX,
});

/// The way through a part of the input.
///
/// What is called here is inlined, or takes a copy: so the one of a loop stays in registers.
#[derive(Clone, Copy)]
pub(super) struct Cursor<'a> {
    rest: &'a [u8],
    /// Where the part ends, counted from the start of the input.
    end: usize,
}

impl<'a> Cursor<'a> {
    /// The bytes from `start` to `end` of `input`.
    #[inline(always)]
    pub(super) fn new(input: &'a [u8], start: usize, end: usize) -> Self {
        Self {
            rest: input.get(start..end).unwrap_or_default(),
            end,
        }
    }

    #[inline(always)]
    pub(super) fn is_empty(&self) -> bool {
        self.rest.is_empty()
    }

    /// The next byte's place in the input.
    #[inline(always)]
    pub(super) fn at(&self) -> usize {
        self.end.wrapping_sub(self.rest.len())
    }

    /// Where the part ends.
    #[inline(always)]
    pub(super) fn end(&self) -> usize {
        self.end
    }

    /// What was not read.
    #[inline(always)]
    pub(super) fn rest(&self) -> &'a [u8] {
        self.rest
    }

    /// Passes over all but `rest`, which is the end of what was not read.
    #[inline(always)]
    pub(super) fn keep(&mut self, rest: &'a [u8]) {
        self.rest = rest;
    }

    #[cold]
    pub(super) fn fault<T>(self, reason: Reason) -> Result<T, DecodeError> {
        Err(DecodeError::new("", self.at(), reason))
    }

    #[cold]
    #[inline(never)]
    fn truncated<T>(self, what: &'static str, needed: usize) -> Result<T, DecodeError> {
        let had = self.rest.len();
        Err(DecodeError::new(
            "",
            self.end,
            Reason::Truncated { what, needed, had },
        ))
    }

    #[inline(always)]
    pub(super) fn varint(&mut self) -> Result<u64, DecodeError> {
        match leading_varint(self.rest) {
            Some((value, rest)) => {
                self.rest = rest;
                Ok(value)
            }
            None => self.bad_varint(),
        }
    }

    #[cold]
    #[inline(never)]
    fn bad_varint<T>(self) -> Result<T, DecodeError> {
        if self.rest.len() < MAX_VARINT_BYTES {
            return self.truncated("a varint", self.rest.len().wrapping_add(1));
        }
        self.fault(Reason::Invalid(
            "a varint of more than 10 bytes or 64 bits".into(),
        ))
    }

    /// The number and the wire type of the next field.
    #[inline(always)]
    pub(super) fn tag(&mut self) -> Result<(u32, u8), DecodeError> {
        let before = *self;
        let tag = self.varint()?;
        let (number, wire) = (tag >> 3, (tag & 7).to_le_bytes()[0]);
        match u32::try_from(number) {
            Ok(number) if number != 0 && number < 1 << 29 && wire <= FIXED32 => Ok((number, wire)),
            _ => before.bad_tag(tag),
        }
    }

    #[cold]
    #[inline(never)]
    fn bad_tag<T>(self, tag: u64) -> Result<T, DecodeError> {
        self.fault(Reason::Invalid(format!(
            "no tag: field number {}, wire type {}",
            tag >> 3,
            tag & 7
        )))
    }

    #[inline(always)]
    pub(super) fn fixed<const N: usize>(&mut self) -> Result<[u8; N], DecodeError> {
        match self.rest.split_first_chunk::<N>() {
            Some((bytes, rest)) => {
                self.rest = rest;
                Ok(*bytes)
            }
            None => self.truncated("a number of fixed size", N),
        }
    }

    /// A number of one of the wire types that are no length, as 64 bits.
    #[inline(always)]
    pub(super) fn number(&mut self, wire: u8) -> Result<u64, DecodeError> {
        match wire {
            VARINT => self.varint(),
            FIXED64 => self.fixed().map(u64::from_le_bytes),
            _ => self
                .fixed()
                .map(|bytes| u64::from(u32::from_le_bytes(bytes))),
        }
    }

    /// A length and as many bytes: where these begin and end.
    #[inline(always)]
    pub(super) fn span(&mut self) -> Result<(usize, usize), DecodeError> {
        let len = self.varint()?;
        let len = usize::try_from(len).unwrap_or(usize::MAX);
        match self.rest.get(len..) {
            Some(rest) => {
                let start = self.at();
                self.rest = rest;
                Ok((start, self.at()))
            }
            None => self.truncated("a length-delimited field", len),
        }
    }

    /// Passes over a field whose tag was just read. Groups nest within `depth`.
    #[inline(never)]
    pub(super) fn skip(mut self, number: u32, wire: u8, depth: Depth) -> Result<Self, DecodeError> {
        match wire {
            VARINT => drop(self.varint()?),
            FIXED64 => drop(self.fixed::<8>()?),
            LEN => drop(self.span()?),
            FIXED32 => drop(self.fixed::<4>()?),
            GROUP => return self.skip_group(number, depth),
            _ => {
                let reason = format!("end of group {number}, which did not begin");
                return self.fault(Reason::Invalid(reason));
            }
        }
        Ok(self)
    }

    fn skip_group(mut self, number: u32, depth: Depth) -> Result<Self, DecodeError> {
        let depth = depth.deeper(self.at())?;
        loop {
            if self.is_empty() {
                return self.truncated("a group", 1);
            }
            let (inner, wire) = self.tag()?;
            if wire == END_GROUP && inner == number {
                return Ok(self);
            }
            self = self.skip(inner, wire, depth)?;
        }
    }
}

/// The varint at the start of `rest`, and what is behind it.
#[inline(always)]
pub(super) fn leading_varint(rest: &[u8]) -> Option<(u64, &[u8])> {
    match rest {
        [a, behind @ ..] if *a < 0x80 => Some((u64::from(*a), behind)),
        [a, b, behind @ ..] if *b < 0x80 => {
            Some((u64::from(*a & 0x7F) | u64::from(*b) << 7, behind))
        }
        [a, b, c, behind @ ..] if *c < 0x80 => {
            let low = u64::from(*a & 0x7F) | u64::from(*b & 0x7F) << 7;
            Some((low | u64::from(*c) << 14, behind))
        }
        _ => {
            let (value, len) = long_varint(rest)?;
            Some((value, rest.get(len..)?))
        }
    }
}

/// The same of a number whose length nobody can predict: up to four bytes are read without a branch on it.
#[inline(always)]
pub(super) fn leading_number(rest: &[u8]) -> Option<(u64, &[u8])> {
    let stop = match rest.first_chunk() {
        Some(bytes) => !u32::from_le_bytes(*bytes) & 0x8080_8080,
        None => 0,
    };
    if stop == 0 {
        return leading_varint(rest);
    }
    let bytes = u32::from_le_bytes(*rest.first_chunk()?) & (stop ^ stop.wrapping_sub(1));
    let n = bytes & 0x007F_007F | (bytes & 0x7F00_7F00) >> 1;
    let n = n & 0x3FFF | (n & 0x3FFF_0000) >> 2;
    let len = usize::try_from(stop.trailing_zeros() >> 3).unwrap_or(3);
    Some((u64::from(n), rest.get(len.wrapping_add(1)..)?))
}

/// The varint at the start of `rest`, and how many bytes it takes.
#[inline(never)]
fn long_varint(rest: &[u8]) -> Option<(u64, usize)> {
    // Up to eight bytes at once: those up to the first without a high bit, then the seven bits of each together.
    if let Some(bytes) = rest.first_chunk::<8>() {
        let bytes = u64::from_le_bytes(*bytes);
        let stop = !bytes & 0x8080_8080_8080_8080;
        if stop != 0 {
            let n = bytes & (stop ^ stop.wrapping_sub(1));
            let n = n & 0x007F_007F_007F_007F | (n & 0x7F00_7F00_7F00_7F00) >> 1;
            let n = n & 0x0000_3FFF_0000_3FFF | (n & 0x3FFF_0000_3FFF_0000) >> 2;
            let n = n & 0x0FFF_FFFF | (n & 0x0FFF_FFFF_0000_0000) >> 4;
            let len = usize::try_from(stop.trailing_zeros() >> 3).unwrap_or(7);
            return Some((n, len.wrapping_add(1)));
        }
    }
    let mut value = 0u64;
    for (i, byte) in rest.iter().take(MAX_VARINT_BYTES).enumerate() {
        let bits = u64::from(*byte & 0x7F);
        // The tenth byte holds the 64th bit and no more.
        if i == MAX_VARINT_BYTES.wrapping_sub(1) && *byte > 1 {
            return None;
        }
        value |= bits << (i.wrapping_mul(7) & 63);
        if *byte < 0x80 {
            return Some((value, i.wrapping_add(1)));
        }
    }
    None
}

/// How much deeper messages may nest, on each of the two sides.
#[derive(Clone, Copy)]
pub(super) struct Depth {
    /// Messages, unions and lists of messages, as verification counts them.
    pub(super) native: u32,
    /// Messages and groups of the protobuf form.
    pub(super) protobuf: u32,
    pub(super) native_limit: u32,
    pub(super) protobuf_limit: u32,
}

impl Depth {
    /// One protobuf message deeper.
    #[inline(always)]
    pub(super) fn deeper(self, at: usize) -> Result<Self, DecodeError> {
        match self.protobuf.checked_sub(1) {
            Some(protobuf) => Ok(Self { protobuf, ..self }),
            None => over("protobuf_depth", u64::from(self.protobuf_limit), at),
        }
    }

    /// One encoded message deeper.
    #[inline(always)]
    pub(super) fn native_deeper(self, at: usize) -> Result<Self, DecodeError> {
        match self.native.checked_sub(1) {
            Some(native) => Ok(Self { native, ..self }),
            None => over("depth", u64::from(self.native_limit), at),
        }
    }
}

#[cold]
#[inline(never)]
pub(super) fn over<T>(limit: &'static str, allowed: u64, at: usize) -> Result<T, DecodeError> {
    Err(DecodeError::new(
        "",
        at,
        Reason::OverLimit { limit, allowed },
    ))
}

/// A signed number as an unsigned one, so that small ones of either sign are short: the guide's "Signed Integers".
#[inline(always)]
pub(super) fn zigzag(n: i64) -> u64 {
    ((n << 1) ^ (n >> 63)).cast_unsigned()
}

#[inline(always)]
pub(super) fn unzigzag(n: u64) -> i64 {
    (n >> 1).cast_signed() ^ (n & 1).cast_signed().wrapping_neg()
}

/// Bytes that a varint takes.
#[inline(always)]
const fn varint_len(value: u64) -> usize {
    len_behind(0, value)
}

/// Bytes that a varint takes behind so many others, at most five.
#[inline(always)]
#[allow(clippy::as_conversions, clippy::arithmetic_side_effects)] // at most 63 * 9 + 73 bits, and five bytes
const fn len_behind(others: u32, value: u64) -> usize {
    // One addition where `others` is known.
    (((63 - (value | 1).leading_zeros()) * 9 + (others * 64 + 73)) / 64) as usize
}

/// The low 56 bits, seven in each byte.
#[inline(always)]
const fn spread(n: u64) -> u64 {
    let n = n & 0x0FFF_FFFF | (n & 0x00FF_FFFF_F000_0000) << 4;
    let n = n & 0x0000_3FFF_0000_3FFF | (n & 0x0FFF_C000_0FFF_C000) << 2;
    n & 0x007F_007F_007F_007F | (n & 0x3F80_3F80_3F80_3F80) << 1
}

/// The low 28 bits of a number that has no others, seven in each byte.
#[inline(always)]
const fn spread_short(n: u64) -> u64 {
    let n = n & 0x3FFF | n << 2 & 0x3FFF_0000;
    n & 0x007F_007F | n << 1 & 0x7F00_7F00
}

/// The bytes of a varint of `len` bytes, at most eight.
#[inline(always)]
const fn varint_bits(value: u64, len: usize) -> u64 {
    // All bytes but the last have the high bit.
    let more = u64::MAX >> 8 >> (64usize.wrapping_sub(len << 3) & 63);
    spread(value) | more & 0x8080_8080_8080_8080
}

/// A tag.
#[inline(always)]
#[allow(clippy::as_conversions)] // `from` is not const
pub(crate) const fn key(number: u32, wire: u8) -> u32 {
    number << 3 | wire as u32
}

/// A tag, as it is written.
#[derive(Debug, Clone, Copy)]
pub(super) struct Tag {
    word: Word,
    /// The same, and a byte of 0.
    short: Word,
    /// The same, the first byte lowest, and how many there are.
    first: u64,
    len: u32,
    /// The highest number that makes seven bytes with it, and has not more than four itself.
    most: u64,
}

impl Tag {
    #[allow(clippy::as_conversions)] // `from` is not const
    pub(super) const fn new(key: u32) -> Self {
        let len = varint_len(key as u64);
        let word = word(key as u64, len);
        let left = if len <= 3 {
            4
        } else {
            7usize.wrapping_sub(len)
        };
        Self {
            word,
            short: word.then(0),
            first: varint_bits(key as u64, len),
            len: len as u32,
            most: u64::MAX >> (64usize.wrapping_sub(left.wrapping_mul(7)) & 63),
        }
    }

    /// Writes it and a varint if that is `there`. Neither that nor how long it is makes a branch: they are what nobody can predict
    /// of the numbers of a message.
    #[inline(always)]
    pub(super) fn put_if(&self, spare: &mut Spare<'_>, there: bool, value: u64) {
        if value <= self.most {
            let (bits, len) = self.with(value);
            spare.few(bits, select_unpredictable(there, len, 0));
        } else if there {
            spare_long(spare, value);
            spare.word(self.word);
        }
    }

    /// It and a varint, at the top of eight bytes, and how many these are. The number is at most `most`.
    #[inline(always)]
    fn with(&self, value: u64) -> (u64, usize) {
        let len = len_behind(self.len, value);
        // All bytes have the high bit; those that are too many go with the shift, and the last one's is cleared.
        let varint = spread_short(value) | 0x0080_8080;
        let bits = varint << (self.len << 3 & 63) | self.first;
        let bits = bits << (64usize.wrapping_sub(len << 3) & 63);
        (bits & (u64::MAX >> 1), len)
    }

    /// Writes it where there is room for it.
    #[inline(always)]
    pub(super) fn put(&self, spare: &mut Spare<'_>) {
        spare.word(self.word);
    }

    /// Writes it and a varint.
    #[inline(always)]
    pub(super) fn put_pair(&self, spare: &mut Spare<'_>, value: u64) {
        match u8::try_from(value) {
            // As most are.
            Ok(value @ 0..0x80) => spare.word(self.short.ending(value)),
            _ => self.put_if(spare, true, value),
        }
    }

    /// Writes it and the length of what was written since `mark`.
    #[inline(always)]
    pub(super) fn put_len(&self, spare: &mut Spare<'_>, mark: usize) {
        let len = spare.len().wrapping_sub(mark);
        self.put_pair(spare, u64::try_from(len).unwrap_or(u64::MAX));
    }
}

/// A varint of `len` bytes, at most eight.
#[inline(always)]
const fn word(value: u64, len: usize) -> Word {
    Word::new(varint_bits(value, len), len)
}

/// Writes a varint where there is room for it.
#[inline(always)]
pub(super) fn spare_varint(spare: &mut Spare<'_>, value: u64) {
    match varint_len(value) {
        len @ 0..=4 => {
            let bits = spread_short(value) | 0x0080_8080;
            let bits = bits << (64usize.wrapping_sub(len << 3) & 63);
            spare.few(bits & (u64::MAX >> 1), len);
        }
        _ => spare_long(spare, value),
    }
}

/// The same, of a long one.
#[inline(always)]
fn spare_long(spare: &mut Spare<'_>, value: u64) {
    let len = varint_len(value);
    if len <= 8 {
        return spare.word(word(value, len));
    }
    let [first, last] = longest(value);
    spare.word(last);
    spare.word(first);
}

/// The first eight bytes of a varint of more than 56 bits, and those behind them.
#[inline(never)]
fn longest(value: u64) -> [Word; 2] {
    let first = Word::new(spread(value) | 0x8080_8080_8080_8080, 8);
    let rest = value >> 56;
    let last = if rest > 0x7F {
        Word::new(rest | 0x180, 2)
    } else {
        Word::new(rest, 1)
    };
    [first, last]
}

/// Writes a tag and a varint.
pub(super) fn put_pair(w: &mut Writer, key: u32, value: u64) {
    let mut spare = w.spare(MAX_VARINT_BYTES.wrapping_mul(2));
    Tag::new(key).put_pair(&mut spare, value);
    let _written = spare.done();
}

/// Writes bytes with their tag and their length.
#[inline(always)]
pub(crate) fn put_bytes(w: &mut Writer, key: u32, bytes: &[u8]) {
    w.put(bytes);
    put_pair(w, key, u64::try_from(bytes.len()).unwrap_or(u64::MAX));
}

/// Writes the tag and the length of what was written since `mark`.
#[inline(always)]
pub(super) fn put_len(w: &mut Writer, key: u32, mark: usize) {
    let len = w.len().wrapping_sub(mark);
    put_pair(w, key, u64::try_from(len).unwrap_or(u64::MAX));
}

/// The first eight bytes as a number, those that are not there being zero.
#[inline(always)]
pub(crate) fn bits(bytes: &[u8]) -> u64 {
    match bytes.len() {
        1 => bytes.first().map_or(0, |b| u64::from(*b)),
        2 => u64::from(u16::from_le_bytes(fixed(bytes))),
        4 => u64::from(u32::from_le_bytes(fixed(bytes))),
        8.. => u64::from_le_bytes(fixed(bytes)),
        _ => u64::from_le_bytes(padded(bytes)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn varints_of_every_length_come_back() {
        for shift in 0..64 {
            for value in [
                1u64 << shift,
                (1u64 << shift) - 1,
                u64::MAX >> shift,
                0xA5A5_A5A5_A5A5_A5A5 >> shift,
            ] {
                let mut w = Writer::with_capacity(0);
                let mut spare = w.spare(MAX_VARINT_BYTES);
                spare_varint(&mut spare, value);
                let _written = spare.done();
                let bytes = w.written();
                assert_eq!(bytes.len(), varint_len(value), "{value:#x}");
                // With and without bytes behind it, which choose another way through the reader.
                for tail in 0..10 {
                    let input = [bytes, &[0xFF; 10][..tail]].concat();
                    let mut cursor = Cursor::new(&input, 0, input.len());
                    assert_eq!(cursor.varint(), Ok(value));
                    assert_eq!(cursor.at(), bytes.len());
                }
                assert_eq!(unzigzag(zigzag(value.cast_signed())), value.cast_signed());
            }
        }
    }
}
