//! Lists of numbers and of bits, one after the other in one field.

use super::Out;
use super::put::TAGS;
use crate::limits::MAX_VARINT_BYTES;
use crate::protobuf::plan::{Form, Number};
use crate::protobuf::wire::{Tag, bits, spare_varint};
use crate::raw::{Spare, Word};

/// Bytes of numbers that are written at a time.
pub(super) const BLOCK: usize = 256;

impl Out<'_, '_> {
    /// Numbers, however many, with their tag.
    #[inline(never)]
    pub(super) fn packed(&mut self, tag: &Tag, number: Number, bytes: &[u8]) {
        let mark = self.w.len();
        self.numbers(number, bytes);
        self.put_len(tag, mark);
    }

    /// Puts a tag and the length in front of what was written since `mark`.
    pub(super) fn put_len(&mut self, tag: &Tag, mark: usize) {
        let mut spare = self.w.spare(TAGS);
        tag.put_len(&mut spare, mark);
        let _written = spare.done();
    }

    /// Numbers, however many.
    pub(super) fn numbers(&mut self, number: Number, bytes: &[u8]) {
        if matches!(number.form, Form::Fixed32 | Form::Fixed64) {
            // They lie here as they do there.
            return self.w.put(bytes);
        }
        for block in bytes.rchunks(BLOCK) {
            let spare = self.w.spare(room_for_numbers(block));
            let _written = numbers_block(spare, number, block).done();
        }
    }

    /// Bits, however many.
    pub(super) fn bits(&mut self, range: &[u8]) {
        let spare = self.w.spare(room_for_bits(range));
        let _written = bits_block(spare, range).done();
    }
}

/// The most bytes that a block of numbers takes.
#[inline(always)]
pub(super) fn room_for_numbers(block: &[u8]) -> usize {
    block.len().wrapping_mul(MAX_VARINT_BYTES)
}

/// The numbers of a block.
// Not inlined, and given what it changes by value: so that stays in registers where it is called.
#[inline(never)]
pub(super) fn numbers_block<'b>(mut spare: Spare<'b>, number: Number, block: &[u8]) -> Spare<'b> {
    match (number.size, number.form) {
        (_, Form::Fixed32 | Form::Fixed64) => spare.put(block),
        (1, _) => varints::<1>(&mut spare, number, block),
        (2, _) => varints::<2>(&mut spare, number, block),
        (4, _) => varints::<4>(&mut spare, number, block),
        _ => varints::<8>(&mut spare, number, block),
    }
    spare
}

/// Those of so many bytes each.
#[inline(always)]
fn varints<const N: usize>(spare: &mut Spare<'_>, number: Number, block: &[u8]) {
    let number = Number { size: N, ..number };
    for bytes in block.as_rchunks::<N>().1.iter().rev() {
        spare_varint(spare, number.to_wire(bits(bytes)));
    }
}

/// The most bytes that a list of bits takes.
#[inline(always)]
pub(super) fn room_for_bits(range: &[u8]) -> usize {
    range.len().wrapping_mul(8)
}

/// Bits, each a byte, as they are varints: those below the highest of the last byte, and of the others all.
#[inline(always)]
pub(super) fn bits_block<'b>(mut spare: Spare<'b>, range: &[u8]) -> Spare<'b> {
    let Some((last, whole)) = range.split_last() else {
        return spare;
    };
    let top = usize::try_from(last.checked_ilog2().unwrap_or(0)).unwrap_or(0);
    spare.word(Word::new(spread_bits(*last), top));
    for byte in whole.iter().rev() {
        spare.word(Word::new(spread_bits(*byte), 8));
    }
    spare
}

/// The bits of a byte, each as a byte, the lowest first.
#[inline(always)]
fn spread_bits(byte: u8) -> u64 {
    // Bit `i` of byte `i` of eight copies: moved to the top of its byte by an addition, then down.
    let one = u64::from(byte).wrapping_mul(0x0101_0101_0101_0101) & 0x8040_2010_0804_0201;
    let top = one.wrapping_add(0x007F_7F7F_7F7F_7F7F) | one;
    top >> 7 & 0x0101_0101_0101_0101
}
