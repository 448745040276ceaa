//! What `where` clauses demand, as data: for errors, which have to say what was found and what was wanted.
//!
//! The fast path is generated code, [`Message::holds`](crate::Message::holds): plain comparisons. It decides; this names.

use crate::steps::tick;
use std::collections::HashSet;

/// One condition.
#[derive(Debug)]
pub struct Rule<'s> {
    /// The way from the member's value to the one that is tested.
    pub at: &'s [Step],
    /// The test.
    pub test: Test,
    /// As the schema says it: `len in 1..=16`.
    pub text: &'s str,
}

impl<'s> Rule<'s> {
    /// The condition that `text` says.
    pub const fn new(at: &'s [Step], test: Test, text: &'s str) -> Self {
        Self { at, test, text }
    }
}

/// From a value to those within it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// The elements of a list or array.
    Each,
    /// The keys of a map.
    Key,
    /// The values of a map.
    Value,
}

/// What a value is tested for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Test {
    /// A whole number within these bounds, both included. Enums count as their numbers, decimals and times in their units.
    Int {
        /// The least.
        low: i128,
        /// The greatest.
        high: i128,
    },
    /// Any whole number but this one.
    IntNot(i128),
    /// A float within these bounds. NaN is within none.
    Float {
        /// The lower bound.
        low: f64,
        /// The upper bound.
        high: f64,
        /// Whether `low` itself is within.
        low_in: bool,
        /// Whether `high` itself is within.
        high_in: bool,
    },
    /// Any float but this one.
    FloatNot(f64),
    /// A float that is neither infinite nor NaN.
    Finite,
    /// A value of fixed size that has a bit set.
    NonZero,
    /// A length within these bounds, both included: bytes of text, elements of a list, entries of a map.
    Len {
        /// The least.
        low: u64,
        /// The greatest.
        high: u64,
    },
    /// A list without equal elements.
    Unique,
    /// Bytes that are UTF-8.
    Utf8,
}

/// Whether no two items are the same bytes, in time linear in all of them: the hash is keyed anew in each process.
pub fn unique<'a>(items: impl Iterator<Item = &'a [u8]>) -> bool {
    repeated(items).is_none()
}

/// The index of the first item that was there before.
pub(crate) fn repeated<'a>(mut items: impl Iterator<Item = &'a [u8]>) -> Option<usize> {
    let mut seen = HashSet::new();
    items.position(|item| {
        tick(item.len().saturating_add(1));
        !seen.insert(item)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_item_that_repeats_is_found() {
        let items: [&[u8]; 4] = [b"a", b"", b"b", b""];
        assert_eq!(repeated(items.into_iter()), Some(3));
        assert!(unique(items.into_iter().take(3)));
        assert!(unique(std::iter::empty()));
    }
}
