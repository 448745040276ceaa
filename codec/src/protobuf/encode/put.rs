//! Values with their tags, where there is room for them.

use super::body::Slot;
use crate::protobuf::plan::{Form, Number};
use crate::protobuf::wire::{Tag, VARINT, key};
use crate::raw::{Spare, Word};

/// The most bytes that a number or a time takes with its tag, or the tags and lengths of an element or of an entry of a map.
pub(super) const TAGS: usize = 32;

/// A text with its tag.
#[inline(always)]
pub(super) fn put_text(spare: &mut Spare<'_>, tag: &Tag, slot: Slot<'_>) {
    spare.tail(slot.up_to, slot.len);
    tag.put_pair(spare, u64::try_from(slot.len).unwrap_or(u64::MAX));
}

/// A number with its tag.
#[inline(always)]
pub(super) fn put_number(spare: &mut Spare<'_>, tag: &Tag, number: Number, bits: u64) {
    let value = number.to_wire(bits);
    match number.form {
        Form::Fixed32 | Form::Fixed64 => {
            spare.word(Word::new(value, number.size));
            tag.put(spare);
        }
        _ => tag.put_pair(spare, value),
    }
}

/// Bytes with their tag.
#[inline(always)]
pub(super) fn put_bytes(spare: &mut Spare<'_>, tag: &Tag, bytes: &[u8]) {
    spare.put(bytes);
    tag.put_pair(spare, u64::try_from(bytes.len()).unwrap_or(u64::MAX));
}

/// Seconds and nanoseconds: both plain two's complement.
#[inline(always)]
pub(super) fn put_time(spare: &mut Spare<'_>, tag: &Tag, (seconds, nanos): (i64, i32)) {
    let mark = spare.len();
    if nanos != 0 {
        const { Tag::new(key(2, VARINT)) }.put_pair(spare, i64::from(nanos).cast_unsigned());
    }
    if seconds != 0 {
        const { Tag::new(key(1, VARINT)) }.put_pair(spare, seconds.cast_unsigned());
    }
    tag.put_len(spare, mark);
}
