//! Values of every generated type from a seed.
#![allow(dead_code, reason = "each test binary uses a part")]

use std::collections::BTreeMap;
use stillwire::codec::{Decimal, Duration, Timestamp, Uuid};
use stillwire_tests::test::every::v1 as every;
use stillwire_tests::test::shared::v1 as shared;

/// SplitMix64, and how deep a value may still nest.
#[derive(Debug)]
pub(crate) struct Source {
    state: u64,
    depth: u32,
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

    fn deeper<T>(&mut self, f: impl FnOnce(&mut Self) -> T) -> T {
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

macro_rules! structs {
    ($($module:ident::$t:ident { $($field:ident),* })*) => {$(
        impl Make for $module::$t {
            #[allow(clippy::needless_update)]
            fn make(source: &mut Source) -> Self {
                let _ = &source;
                Self { $($field: Make::make(source),)* ..Default::default() }
            }
        }
    )*};
}

structs! {
    shared::Point { x, y }
    shared::Mixed { at, on, colour, flags, id }
    shared::Wide { block, points }
    shared::Pair { left, right }
    shared::Scalars { a, b }
    every::Plain { a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x }
    every::Optional { a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w }
    every::Defaults { a, b, c, d, e, f, g, h, i, j, k }
    every::Lists { a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r }
    every::Maps { a, b, c, d, e, f, g, h, i, j }
    every::Tree { value, left, children, by_name, other, name }
    every::Negated { of, note }
    every::Note { text, about }
    every::Tombs { a, b, c }
    every::Names { r#type, self_, crate_, r#match, to_message, encode, r#fn, clone, r#async, string, value, view }
    every::Option { some }
    every::String { text }
    every::Vec { r#box, ok }
    every::Some { x }
    every::Nested { legs, first, kind }
    every::NestedLeg { kind, name }
    every::Empty {}
    every::Default { x }
    every::One { only }
    every::OnlyLists { items, flags, more }
    every::Many { s1, s7, s8, s9, s19 }
    every::Hundred { s1, s2, s3, s4, s5, s8, s9, s33, s62, s63, s64, s65, s66, s71, s99, s100 }
    every::Bits { b1, b2, b3, b6, b8, b9, b12, b15, b18, b20 }
}

macro_rules! enums {
    ($($t:ty: $repr:ty;)*) => {$(
        impl Make for $t {
            fn make(source: &mut Source) -> Self {
                let number = <$repr>::make(source);
                Self::from_number(if bool::make(source) { number % 4 } else { number })
            }
        }
    )*};
}
enums! {
    shared::Colour: u8;
    shared::Level: i16;
    every::Result: u32;
    every::NestedLegKind: u8;
}

impl Make for every::Choice {
    fn make(s: &mut Source) -> Self {
        let shallow = s.depth == 0;
        s.deeper(|s| match s.below(if shallow { 4 } else { 17 }) {
            0 => Self::Nothing,
            1 => Self::Flag(Make::make(s)),
            2 => Self::Number(Make::make(s)),
            3 => Self::Text(Make::make(s)),
            4 => Self::Raw(Make::make(s)),
            5 => Self::Pair(Make::make(s)),
            6 => Self::Inner(Make::make(s)),
            7 => Self::Numbers(Make::make(s)),
            8 => Self::Names(Make::make(s)),
            9 => Self::Pairs(Make::make(s)),
            10 => Self::Table(Make::make(s)),
            11 => Self::Mixed(Make::make(s)),
            12 => Self::Colour(Make::make(s)),
            13 => Self::Again(Make::make(s)),
            14 => Self::Tree(Make::make(s)),
            15 => Self::Bits(Make::make(s)),
            _ => Self::Type(Make::make(s)),
        })
    }
}

impl Make for every::Inner {
    fn make(s: &mut Source) -> Self {
        if bool::make(s) {
            Self::Pair(Make::make(s))
        } else {
            Self::Code(Make::make(s))
        }
    }
}

impl Make for every::Expr {
    fn make(s: &mut Source) -> Self {
        let shallow = s.depth == 0;
        s.deeper(|s| match s.below(if shallow { 1 } else { 3 }) {
            0 => Self::Literal(Make::make(s)),
            1 => Self::Negated(Make::make(s)),
            _ => Self::Tree(Make::make(s)),
        })
    }
}
