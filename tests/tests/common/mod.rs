//! Values of every generated type from a seed.
#![allow(dead_code, reason = "each test binary uses a part")]

mod ruled;
mod source;

pub(crate) use source::{Make, Source};
use stillwire_tests::test::every::v1 as every;
use stillwire_tests::test::shared::v1 as shared;

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
    every::Presets { a, b, c, d, e, f, h, i, j, k, l, m, n, o }
    every::Preset { k, v, w }
    every::Unset { a, b, c, d, e, f, g, h, gone, i, j, k, l, m, n, o }
    every::UnsetOne { k, v, w }
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
    every::House { front, back }
    every::Closed { a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q }
    every::Around { inner, all, cause }
    every::Grant { narrow, access, wide }
    every::Flagged { a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r }
    every::Tail { a, b, c, d, e, f, g, h, i, j, k, l, m }
    every::Odd { a, b, c }
    every::Even { a, b, c, d, e, f }
    every::OddIn { a, b, c, d }
    every::OddInner { a, b }
    every::OddInnermost { a, b }
    every::Carried { a, b, c, d, e, f, g, h, i }
    every::Owner { id, way, key, three }
    every::Newtypes { a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x, y, z, aa, ab, ac, ad, ae, af, ag, ah, ai, aj, ak, al }
    every::Record { at, body, live, cause, more, last }
    every::Mapped { a, b, c, d, e, f, g, h, i, j, k, l, the_name, odd_name, way, q, r, s, t, u, v }
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
    every::MappedKind: i32;
}

macro_rules! flags {
    ($($t:ty)*) => {$(
        impl Make for $t {
            fn make(source: &mut Source) -> Self {
                Self::from_bits_retain(Make::make(source))
            }
        }
    )*};
}
flags! { every::Access every::Narrow every::Rights every::FlaggedInner }

macro_rules! newtypes {
    ($($t:ident)*) => {$(
        impl Make for every::$t {
            fn make(source: &mut Source) -> Self {
                Self(Make::make(source))
            }
        }
    )*};
}
newtypes! { Id Ratio Precise Title Secret Key At Took Trace Cost Way May Outer OuterTitle Three }

impl Make for every::Score {
    fn make(source: &mut Source) -> Self {
        Self(i32::make(source).max(-100))
    }
}

impl Make for every::Named {
    fn make(s: &mut Source) -> Self {
        match s.below(6) {
            0 => Self::None,
            1 => Self::Id(Make::make(s)),
            2 => Self::Title(Make::make(s)),
            3 => Self::Secret(Make::make(s)),
            4 => Self::Titles(Make::make(s)),
            _ => Self::Cost(Make::make(s)),
        }
    }
}

impl Make for every::MappedWay {
    fn make(s: &mut Source) -> Self {
        match s.below(4) {
            0 => Self::M(Make::make(s)),
            1 => Self::N(Make::make(s)),
            2 => Self::O,
            _ => Self::P(Make::make(s)),
        }
    }
}

impl Make for every::MappedChoice {
    fn make(s: &mut Source) -> Self {
        match s.below(3) {
            0 => Self::A(Make::make(s)),
            1 => Self::B(Make::make(s)),
            _ => Self::C(Make::make(s)),
        }
    }
}

impl Make for every::RecordBody {
    fn make(s: &mut Source) -> Self {
        match s.below(6) {
            0 => Self::Text(Make::make(s)),
            1 => Self::Level(u8::make(s) % 200),
            2 => Self::Pair(Make::make(s)),
            3 => Self::Nothing,
            4 => Self::Lines(Make::make(s)),
            _ => Self::Secret("s".repeat(usize::from(u8::make(s) % 17))),
        }
    }
}

impl Make for every::RecordCause {
    fn make(s: &mut Source) -> Self {
        let shallow = s.depth == 0;
        s.deeper(|s| match s.below(if shallow { 3 } else { 6 }) {
            0 => Self::Table(Make::make(s)),
            1 => Self::Flag(Make::make(s)),
            2 => Self::Id(Make::make(s)),
            3 => Self::Inner(Make::make(s)),
            4 => Self::Choice(Make::make(s)),
            _ => Self::Carried(Make::make(s)),
        })
    }
}

impl Make for every::Right {
    fn make(s: &mut Source) -> Self {
        match s.below(4) {
            0 => Self::None,
            1 => Self::Access(Make::make(s)),
            2 => Self::Many(Make::make(s)),
            _ => Self::Grant(Make::make(s)),
        }
    }
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

impl Make for every::Door {
    fn make(s: &mut Source) -> Self {
        [Self::Shut, Self::Ajar, Self::Open][usize::try_from(s.below(3)).unwrap()]
    }
}

impl Make for every::Bare {
    fn make(s: &mut Source) -> Self {
        match s.below(3) {
            0 => Self::No,
            1 => Self::Yes(Make::make(s)),
            _ => Self::Other(Make::make(s)),
        }
    }
}

impl Make for every::Barer {
    fn make(s: &mut Source) -> Self {
        match s.below(3) {
            0 => Self::Number(Make::make(s)),
            1 => Self::None,
            _ => Self::At(Make::make(s)),
        }
    }
}

impl Make for every::Chain {
    fn make(s: &mut Source) -> Self {
        if s.depth == 0 || bool::make(s) {
            Self::End
        } else {
            Self::Next(s.deeper(Make::make))
        }
    }
}

impl Make for every::Answer {
    fn make(s: &mut Source) -> Self {
        match s.below(4) {
            0 => Self::Yes,
            1 => Self::No(Make::make(s)),
            2 => Self::Later(Make::make(s)),
            _ => Self::Leaf(Make::make(s)),
        }
    }
}

impl Make for every::Cargo {
    fn make(s: &mut Source) -> Self {
        match s.below(if s.depth == 0 { 1 } else { 3 }) {
            0 => Self::None,
            1 => Self::One(s.deeper(Make::make)),
            _ => Self::Many(Make::make(s)),
        }
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
