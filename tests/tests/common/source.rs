//! Where test values come from: a seed, and what each type of fixed shape makes of it.
#![allow(dead_code, reason = "each test binary uses a part")]

use std::collections::BTreeMap;
use stillwire::codec::{Decimal, Duration, Message, Timestamp, ToEncoded, Unverified, Uuid};

/// SplitMix64, and how deep a value may still nest.
#[derive(Debug)]
pub(crate) struct Source {
    state: u64,
    pub(crate) depth: u32,
}

impl Source {
    pub(crate) fn new(seed: u64) -> Self {
        Self {
            state: seed,
            depth: 5,
        }
    }

    pub(crate) fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.state;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    pub(crate) fn below(&mut self, n: u64) -> u64 {
        self.next() % n
    }

    /// A short length, now and then a long one; none where values would nest too deep.
    fn len(&mut self) -> usize {
        let longest = match (self.depth, self.below(24)) {
            (0, _) => 1,
            (4.., 0) => 200,
            (5, _) => 6,
            _ => 3,
        };
        usize::try_from(self.below(longest)).unwrap()
    }

    pub(crate) fn deeper<T>(&mut self, f: impl FnOnce(&mut Self) -> T) -> T {
        let before = self.depth;
        self.depth = before.saturating_sub(1);
        let made = f(self);
        self.depth = before;
        made
    }
}

/// A value from a seed; half of all are zero, since zeros are what encodings leave out.
pub(crate) trait Make: Sized {
    fn make(source: &mut Source) -> Self;
}

macro_rules! numbers {
    ($($t:ty),*) => {$(
        impl Make for $t {
            #[allow(clippy::cast_possible_truncation, clippy::cast_possible_wrap)]
            fn make(source: &mut Source) -> Self {
                match source.below(4) {
                    0 | 1 => 0,
                    2 => source.below(100) as Self,
                    _ => source.next() as Self,
                }
            }
        }
    )*};
}
numbers!(u8, u16, u32, u64, i8, i16, i32, i64);

macro_rules! floats {
    ($($t:ident $bits:ident),*) => {$(
        impl Make for $t {
            fn make(source: &mut Source) -> Self {
                let value = $t::from_bits($bits::make(source));
                if value.is_nan() { -0.0 } else { value }
            }
        }
    )*};
}
floats!(f32 u32, f64 u64);

impl Make for bool {
    fn make(source: &mut Source) -> Self {
        source.below(2) == 1
    }
}

impl Make for String {
    fn make(source: &mut Source) -> Self {
        const LETTERS: [char; 8] = ['a', 'b', 'z', ' ', '\0', 'ü', '€', '𝄞'];
        let ascii = source.below(2) == 0;
        let letters = if ascii { 4 } else { 8 };
        (0..source.len())
            .map(|_| LETTERS[usize::try_from(source.below(letters)).unwrap()])
            .collect()
    }
}

macro_rules! wrappers {
    ($($t:ident),*) => {$(
        impl Make for $t {
            fn make(source: &mut Source) -> Self {
                Self(Make::make(source))
            }
        }
    )*};
}
wrappers!(Timestamp, Duration, Uuid);

impl<const S: u8> Make for Decimal<S> {
    fn make(source: &mut Source) -> Self {
        Self(Make::make(source))
    }
}

impl<T: Make, const N: usize> Make for [T; N] {
    fn make(source: &mut Source) -> Self {
        std::array::from_fn(|_| T::make(source))
    }
}

impl<T: Make> Make for Option<T> {
    fn make(source: &mut Source) -> Self {
        (source.depth > 0 && bool::make(source)).then(|| source.deeper(T::make))
    }
}

impl<T: Make + Message + ToEncoded<T>> Make for Unverified<T> {
    fn make(source: &mut Source) -> Self {
        source.deeper(T::make).to_encoded().unwrap().into()
    }
}

impl<T: Make> Make for Box<T> {
    fn make(source: &mut Source) -> Self {
        Self::new(T::make(source))
    }
}

impl<T: Make> Make for Vec<T> {
    fn make(source: &mut Source) -> Self {
        let len = source.len();
        (0..len).map(|_| source.deeper(T::make)).collect()
    }
}

impl<K: Make + Ord, V: Make> Make for BTreeMap<K, V> {
    fn make(source: &mut Source) -> Self {
        let len = source.len();
        (0..len)
            .map(|_| source.deeper(|s| (K::make(s), V::make(s))))
            .collect()
    }
}
