//! Protobuf's field numbers: ordinals, stepping over what protobuf keeps for itself, unless a member has another.

use super::{FieldDef, MessageDef, UnionDef};

/// The number of the field with an ordinal.
#[inline(always)]
pub fn number_of(ordinal: u32) -> u32 {
    if ordinal < 19_000 {
        ordinal
    } else {
        ordinal.saturating_add(1_000)
    }
}

/// The ordinal of the field with a number, as an index from 0.
#[inline(always)]
pub(crate) fn index_of(number: u32) -> Option<usize> {
    let ordinal = match number {
        0..19_000 => number,
        19_000..20_000 => return None,
        _ => number.saturating_sub(1_000),
    };
    usize::try_from(ordinal.checked_sub(1)?).ok()
}

impl FieldDef<'_> {
    /// Its number in protobuf.
    #[inline(always)]
    pub fn number(&self) -> u32 {
        match self.mapping {
            Some(mapping) => mapping.number,
            None => number_of(self.ordinal),
        }
    }
}

impl MessageDef<'_> {
    /// The index of the field with a number.
    #[inline(always)]
    pub(crate) fn index_of(&self, number: u32) -> Option<usize> {
        match self.numbers {
            [] => index_of(number),
            numbers => search(numbers, number),
        }
    }
}

impl UnionDef<'_> {
    /// The number of a variant in protobuf; of a `oneof`, in its message.
    #[inline(always)]
    pub fn number(&self, index: usize) -> u32 {
        match self.variants.get(index).and_then(|variant| variant.mapping) {
            Some(mapping) => mapping.number,
            None => number_of(self.ordinal(index)),
        }
    }

    /// The index of the variant with a number.
    #[inline(always)]
    pub(crate) fn index_of(&self, number: u32) -> Option<usize> {
        match self.numbers {
            [] => self.find(index_of(number)?),
            numbers => search(numbers, number),
        }
    }
}

fn search(numbers: &[(u32, u16)], number: u32) -> Option<usize> {
    let at = numbers.binary_search_by_key(&number, |(known, _)| *known);
    let (_, index) = numbers.get(at.ok()?)?;
    Some(usize::from(*index))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_step_over_what_protobuf_keeps() {
        for ordinal in [1, 18_999, 19_000, 65_535] {
            assert_eq!(
                index_of(number_of(ordinal)),
                usize::try_from(ordinal - 1).ok()
            );
        }
        assert_eq!(number_of(19_000), 20_000);
        assert_eq!(
            (index_of(0), index_of(19_000), index_of(19_999)),
            (None, None, None)
        );
    }
}
