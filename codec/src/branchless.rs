//! Choices that nobody can predict, made without a branch: whether a field is there, or how long a short list is, is a coin's
//! toss for every message of a list, and each toss that is guessed wrong costs more than all else that is done for the field.
//!
//! Both sides are read where they lie, by a pointer that is chosen. Of a side that the compiler knew there would be nothing to
//! read, and it would make a branch to leave out the read of the other one: so `black_box` keeps it from knowing.

use std::hint::{black_box, select_unpredictable};

/// What `find` finds, or `other`.
#[inline(always)]
pub(crate) fn or<'a, T: Copy + 'a>(find: impl FnOnce() -> Option<&'a T>, other: T) -> T {
    let other = black_box(&other);
    let found = find();
    *select_unpredictable(found.is_some(), found.unwrap_or(other), other)
}

/// What is read in place of bytes that are not there.
#[derive(Clone, Copy)]
pub(crate) struct Zeros(&'static [u8; 8]);

impl Zeros {
    /// Zeros of which the compiler does not know.
    #[inline(always)]
    pub(crate) fn new() -> Self {
        Self(black_box(&[0; 8]))
    }

    /// The first `N` of at most eight bytes, or zeros where there are fewer.
    #[inline(always)]
    pub(crate) fn first<const N: usize>(self, bytes: &[u8]) -> [u8; N] {
        let zeros = self.0.first_chunk().unwrap_or(&[0; N]);
        let found = bytes.first_chunk();
        *select_unpredictable(found.is_some(), found.unwrap_or(zeros), zeros)
    }

    /// Up to seven bytes as a number, the first one lowest.
    #[inline(always)]
    pub(crate) fn few(self, bytes: &[u8]) -> u64 {
        let n = bytes.len() & 7;
        let from = |at: usize| bytes.get(at..).unwrap_or_default();
        u64::from(u32::from_le_bytes(self.first(bytes)))
            | u64::from(u16::from_le_bytes(self.first(from(n & 4)))) << ((n & 4) << 3)
            | u64::from(u8::from_le_bytes(self.first(from(n & 6)))) << ((n & 6) << 3)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_that_are_not_there_are_zeros() {
        let bytes = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
        for n in 0..=bytes.len() {
            let there = &bytes[..n];
            let zeros = Zeros::new();
            assert_eq!(
                zeros.first::<1>(there)[0],
                there.first().copied().unwrap_or(0)
            );
            let eight = zeros.first::<8>(there);
            assert_eq!(eight, there.first_chunk().copied().unwrap_or([0; 8]));
            if n < 8 {
                let mut padded = [0; 8];
                padded[..n].copy_from_slice(there);
                assert_eq!(zeros.few(there), u64::from_le_bytes(padded));
            }
        }
    }

    #[test]
    fn what_is_found_comes_before_what_is_not() {
        assert_eq!(or(|| Some(&1), 2), 1);
        assert_eq!(or(|| None, 2), 2);
    }
}
