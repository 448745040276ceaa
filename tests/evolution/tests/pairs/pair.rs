//! Values of two versions side by side: what has to hold between them, field by field.

use crate::source::{Make, Source};
use std::collections::BTreeMap;
use stillwire_evolution::test::evolution::{v1, v2};

/// A value of the newer version beside one of the older.
pub(crate) trait Pair {
    type Old;
    /// Whether both say the same, where both can say it.
    fn agrees(&self, old: &Self::Old) -> bool;
    /// Whether what only the newer version has is at its default.
    fn is_fresh(&self) -> bool;
    /// Whether what the newer version has removed is at its default in `old`, which agrees.
    fn is_bare(&self, old: &Self::Old) -> bool;
    /// Whether both say the same of what the older version knows, numbers and variants that it does not know included.
    fn keeps(&self, other: &Self) -> bool;
}

macro_rules! same {
    ($($t:ty),*) => {$(
        impl Pair for $t {
            type Old = Self;
            fn agrees(&self, old: &Self) -> bool {
                self == old
            }
            fn is_fresh(&self) -> bool {
                true
            }
            fn is_bare(&self, _: &Self) -> bool {
                true
            }
            fn keeps(&self, other: &Self) -> bool {
                self == other
            }
        }
    )*};
}
same!(bool, u8, u16, u32, String);

impl<T: Pair> Pair for Option<T> {
    type Old = Option<T::Old>;
    fn agrees(&self, old: &Self::Old) -> bool {
        match (self, old) {
            (Some(new), Some(old)) => new.agrees(old),
            (None, None) => true,
            _ => false,
        }
    }
    fn is_fresh(&self) -> bool {
        self.iter().all(T::is_fresh)
    }
    fn is_bare(&self, old: &Self::Old) -> bool {
        self.iter().zip(old).all(|(new, old)| new.is_bare(old))
    }
    fn keeps(&self, other: &Self) -> bool {
        self.is_some() == other.is_some() && self.iter().zip(other).all(|(a, b)| a.keeps(b))
    }
}

impl<T: Pair> Pair for Box<T> {
    type Old = Box<T::Old>;
    fn agrees(&self, old: &Self::Old) -> bool {
        T::agrees(self, old)
    }
    fn is_fresh(&self) -> bool {
        T::is_fresh(self)
    }
    fn is_bare(&self, old: &Self::Old) -> bool {
        T::is_bare(self, old)
    }
    fn keeps(&self, other: &Self) -> bool {
        T::keeps(self, other)
    }
}

impl<T: Pair> Pair for Vec<T> {
    type Old = Vec<T::Old>;
    fn agrees(&self, old: &Self::Old) -> bool {
        self.len() == old.len() && self.iter().zip(old).all(|(new, old)| new.agrees(old))
    }
    fn is_fresh(&self) -> bool {
        self.iter().all(T::is_fresh)
    }
    fn is_bare(&self, old: &Self::Old) -> bool {
        self.iter().zip(old).all(|(new, old)| new.is_bare(old))
    }
    fn keeps(&self, other: &Self) -> bool {
        self.len() == other.len() && self.iter().zip(other).all(|(a, b)| a.keeps(b))
    }
}

impl<K: Pair, V: Pair> Pair for BTreeMap<K, V> {
    type Old = BTreeMap<K::Old, V::Old>;
    fn agrees(&self, old: &Self::Old) -> bool {
        self.len() == old.len()
            && self
                .keys()
                .zip(old.keys())
                .all(|(new, old)| new.agrees(old))
            && self
                .values()
                .zip(old.values())
                .all(|(new, old)| new.agrees(old))
    }
    fn is_fresh(&self) -> bool {
        self.values().all(V::is_fresh)
    }
    fn is_bare(&self, old: &Self::Old) -> bool {
        self.values()
            .zip(old.values())
            .all(|(new, old)| new.is_bare(old))
    }
    fn keeps(&self, other: &Self) -> bool {
        self.len() == other.len()
            && self.keys().zip(other.keys()).all(|(a, b)| a.keeps(b))
            && self.values().zip(other.values()).all(|(a, b)| a.keeps(b))
    }
}

/// `Name { fields that stay } + { fields that come } - { fields that go };`
macro_rules! pairs {
    ($($t:ident { $($kept:ident),* } + { $($added:ident),* } - { $($gone:ident),* };)*) => {$(
        impl Make for v1::$t {
            fn make(source: &mut Source) -> Self {
                let _ = &source;
                Self { $($kept: Make::make(source),)* $($gone: Make::make(source),)* }
            }
        }
        impl Make for v2::$t {
            fn make(source: &mut Source) -> Self {
                Self { $($kept: Make::make(source),)* $($added: Make::make(source),)* }
            }
        }
        impl Pair for v2::$t {
            type Old = v1::$t;
            fn agrees(&self, old: &v1::$t) -> bool {
                let _ = old;
                true $(&& self.$kept.agrees(&old.$kept))*
            }
            fn is_fresh(&self) -> bool {
                let default = Self::default();
                let _ = &default;
                true $(&& self.$kept.is_fresh())* $(&& self.$added == default.$added)*
            }
            fn is_bare(&self, old: &v1::$t) -> bool {
                let default = v1::$t::default();
                let _ = (old, &default);
                true $(&& self.$kept.is_bare(&old.$kept))* $(&& old.$gone == default.$gone)*
            }
            fn keeps(&self, other: &Self) -> bool {
                let _ = other;
                true $(&& self.$kept.keeps(&other.$kept))*
            }
        }
    )*};
}

/// Messages that hold each of the others, in the same way in both versions.
macro_rules! holders {
    ($all:tt $($t:ident)*) => {$( holders!(@ $t $all); )*};
    (@ $t:ident { $($all:ident),* }) => { pairs! { $t { $($all),*, after } + {} - {}; } };
}

/// A union with a variant for each of the messages.
macro_rules! any {
    ($($t:ident)*) => {
        any!(@ $crate::pair::v1::Any; $($t)*);
        any!(@ $crate::pair::v2::Any; $($t)*);
        impl Pair for v2::Any {
            type Old = v1::Any;
            fn agrees(&self, old: &v1::Any) -> bool {
                match (self, old) {
                    $((Self::$t(new), v1::Any::$t(old)) => new.agrees(old),)*
                    _ => false,
                }
            }
            fn is_fresh(&self) -> bool {
                match self {
                    $(Self::$t(new) => new.is_fresh(),)*
                    Self::Unknown(_) => false,
                }
            }
            fn is_bare(&self, old: &v1::Any) -> bool {
                match (self, old) {
                    $((Self::$t(new), v1::Any::$t(old)) => new.is_bare(old),)*
                    _ => false,
                }
            }
            fn keeps(&self, other: &Self) -> bool {
                match (self, other) {
                    $((Self::$t(a), Self::$t(b)) => a.keeps(b),)*
                    _ => false,
                }
            }
        }
    };
    (@ $any:path; $($t:ident)*) => {
        impl Make for $any {
            fn make(source: &mut Source) -> Self {
                let makers: &[fn(&mut Source) -> Self] = &[$(|source| Self::$t(Make::make(source))),*];
                let which = source.below(makers.len() as u64);
                makers[usize::try_from(which).unwrap()](source)
            }
        }
    };
}

pairs! {
    Part { name, size } + { colour, alias } - {};
    AppendScalars { id, name } + { a, b, c, d, e, f, g, h, i, j, k, l, m } - {};
    AppendScalar { id } + { size } - {};
    AppendToNothing {} + { id, name } - {};
    FlagInOpenByte { id, live } + { seen } - {};
    FlagOpensByte { b1, b2, b3, b4, b5, b6, b7, b8, id } + { b9 } - {};
    FirstFlag { id } + { live } - {};
    SmallOptional { id, live } + { size, sure, at, colour } - {};
    SmallOptionalOpensByte { b1, b2, b3, b4, b5, b6, b7, b8, id } + { size } - {};
    LargeOptional { id, name } + { trace, block, point } - {};
    Text { id, name } + { note } - {};
    FirstSlot { id } + { note } - {};
    Raw { id, name } + { raw } - {};
    Numbers { id, name } + { numbers, bits, points } - {};
    Texts { id, name } + { texts, nested } - {};
    Parts { id, name } + { parts } - {};
    Table { id, name } + { table, by_id } - {};
    Message { id, name } + { part } - {};
    Choice { id, name } + { kind } - {};
    Flagged { id, name, live } + { note, raw, numbers, table } - {};
    Defaults { id, live } + { seen, size, step, weight, colour, venue, magic } - {};
    DropScalar { id, size } + {} - { old };
    DropLastScalar { id } + {} - { old };
    DropBool { id, live } + {} - { old };
    DropOptional { id, size } + {} - { old };
    DropText { id, name } + {} - { old };
    DropFlagged { id, name } + {} - { old, venue, magic };
    DropParts { id, name } + {} - { old };
    DropMessage { id, kind, name } + {} - { old };
    DropAndAppend { id } + { size, note, live } - { old, gone };
    EnumGrows { id, colour, maybe, colours, by_colour, initial } + {} - {};
    UnionGrows { id, kind, maybe, kinds, by_name } + {} - {};
    OneofGrows { id, body, name, may } + { more } - {};
    FlagsGrow { id, access, maybe, all, by_id, initial, known } + {} - {};
    Known { access } + {} - {};
    Payloads { first, maybe, all, by_id } + {} - {};
    Deep { rows, subs, maps, inner } + {} - {};
}

holders! {
    {
            append_scalars, append_scalar, append_to_nothing, flag_in_open_byte, flag_opens_byte, first_flag,
            small_optional, small_optional_opens_byte, large_optional, text, first_slot, raw, numbers, texts,
            parts, table, message, choice, flagged, defaults, drop_scalar, drop_last_scalar, drop_bool,
            drop_optional, drop_text, drop_flagged, drop_parts, drop_message, drop_and_append, enum_grows,
            union_grows, flags_grow
    }
    Subs Optionals Rows Maps
}

any! {
    AppendScalars AppendScalar AppendToNothing FlagInOpenByte FlagOpensByte FirstFlag SmallOptional SmallOptionalOpensByte LargeOptional Text FirstSlot Raw Numbers Texts Parts Table Message Choice Flagged Defaults DropScalar DropLastScalar DropBool DropOptional DropText DropFlagged DropParts DropMessage DropAndAppend EnumGrows UnionGrows FlagsGrow Rows
}

macro_rules! colours {
    ($($t:ty),*) => {$(
        impl Make for $t {
            fn make(source: &mut Source) -> Self {
                let number = u8::make(source);
                Self::from_number(if bool::make(source) { number % 4 } else { number })
            }
        }
    )*};
}
colours!(v1::Colour, v2::Colour);

impl Pair for v2::Colour {
    type Old = v1::Colour;
    fn agrees(&self, old: &v1::Colour) -> bool {
        // A value that only the newer version names is a number to the older one.
        let named = matches!(self, Self::Blue | Self::Grey);
        self.number() == old.number() && (!named || matches!(old, v1::Colour::Unknown(_)))
    }
    fn is_fresh(&self) -> bool {
        true
    }
    fn is_bare(&self, _: &v1::Colour) -> bool {
        true
    }
    fn keeps(&self, other: &Self) -> bool {
        self == other
    }
}

macro_rules! flags {
    ($($t:ty),*) => {$(
        impl Make for $t {
            fn make(source: &mut Source) -> Self {
                Self::from_bits_retain(Make::make(source))
            }
        }
    )*};
}
flags!(v1::Access, v2::Access);

impl Pair for v2::Access {
    type Old = v1::Access;
    fn agrees(&self, old: &v1::Access) -> bool {
        // Bits that only the newer version names are bits without a name to the older one.
        let named = v1::Access::from_bits(self.bits()).is_some();
        self.bits() == old.bits() && (named || self.bits() & !v1::Access::all().bits() != 0)
    }
    fn is_fresh(&self) -> bool {
        true
    }
    fn is_bare(&self, _: &v1::Access) -> bool {
        true
    }
    fn keeps(&self, other: &Self) -> bool {
        self == other
    }
}

impl Make for v2::Point {
    fn make(source: &mut Source) -> Self {
        Self {
            x: Make::make(source),
            y: Make::make(source),
        }
    }
}

impl Make for v2::Wide {
    fn make(source: &mut Source) -> Self {
        Self {
            id: Make::make(source),
            at: Make::make(source),
            on: Make::make(source),
        }
    }
}

impl Make for v1::OneofGrowsBody {
    fn make(source: &mut Source) -> Self {
        match source.below(2) {
            0 => Self::Code(Make::make(source)),
            _ => Self::Part(Make::make(source)),
        }
    }
}

impl Make for v2::OneofGrowsBody {
    fn make(source: &mut Source) -> Self {
        match source.below(5) {
            0 => Self::Code(Make::make(source)),
            1 => Self::Part(Make::make(source)),
            2 => Self::Text(Make::make(source)),
            3 => Self::Nothing,
            _ => Self::Parts(Make::make(source)),
        }
    }
}

impl Pair for v2::OneofGrowsBody {
    type Old = v1::OneofGrowsBody;
    fn agrees(&self, old: &v1::OneofGrowsBody) -> bool {
        use v1::OneofGrowsBody as Old;
        match (self, old) {
            (Self::Code(new), Old::Code(old)) => new == old,
            (Self::Part(new), Old::Part(old)) => new.agrees(old),
            // Positions, whatever ordinals of the message they have.
            (Self::Text(text), Old::Unknown(old)) => {
                old.ordinal() == 3 && old.payload() == text.as_bytes()
            }
            (Self::Nothing, Old::Unknown(old)) => old.ordinal() == 4 && old.payload().is_empty(),
            (Self::Parts(parts), Old::Unknown(old)) => {
                old.ordinal() == 5 && old.payload().is_empty() == parts.is_empty()
            }
            _ => false,
        }
    }
    fn is_fresh(&self) -> bool {
        match self {
            Self::Part(part) => part.is_fresh(),
            _ => true,
        }
    }
    fn is_bare(&self, _: &v1::OneofGrowsBody) -> bool {
        true
    }
    fn keeps(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Part(a), Self::Part(b)) => a.keeps(b),
            _ => self == other,
        }
    }
}

impl Make for v1::OneofGrowsMay {
    fn make(source: &mut Source) -> Self {
        Self::One(Make::make(source))
    }
}

impl Make for v2::OneofGrowsMay {
    fn make(source: &mut Source) -> Self {
        match source.below(2) {
            0 => Self::One(Make::make(source)),
            _ => Self::Two(Make::make(source)),
        }
    }
}

impl Pair for v2::OneofGrowsMay {
    type Old = v1::OneofGrowsMay;
    fn agrees(&self, old: &v1::OneofGrowsMay) -> bool {
        match (self, old) {
            (Self::One(new), v1::OneofGrowsMay::One(old)) => new == old,
            (Self::Two(new), v1::OneofGrowsMay::Unknown(old)) => {
                old.ordinal() == 2 && old.payload() == new.to_le_bytes()
            }
            _ => false,
        }
    }
    fn is_fresh(&self) -> bool {
        true
    }
    fn is_bare(&self, _: &v1::OneofGrowsMay) -> bool {
        true
    }
    fn keeps(&self, other: &Self) -> bool {
        self == other
    }
}

impl Make for v1::Kind {
    fn make(source: &mut Source) -> Self {
        match source.below(3) {
            0 => Self::None,
            1 => Self::Code(Make::make(source)),
            _ => Self::Part(Make::make(source)),
        }
    }
}

impl Make for v2::Kind {
    fn make(source: &mut Source) -> Self {
        match source.below(8) {
            0 => Self::None,
            1 => Self::Code(Make::make(source)),
            2 => Self::Part(Make::make(source)),
            3 => Self::Nothing,
            4 => Self::Text(Make::make(source)),
            5 => Self::Other(Make::make(source)),
            6 => Self::Numbers(Make::make(source)),
            _ => Self::Parts(Make::make(source)),
        }
    }
}

impl Pair for v2::Kind {
    type Old = v1::Kind;
    fn agrees(&self, old: &v1::Kind) -> bool {
        let ordinal = match (self, old) {
            (Self::None, v1::Kind::None) => return true,
            (Self::Code(new), v1::Kind::Code(old)) => return new == old,
            (Self::Part(new), v1::Kind::Part(old)) => return new.agrees(old),
            (Self::Nothing, _) => 4,
            (Self::Text(_), _) => 5,
            (Self::Other(_), _) => 6,
            (Self::Numbers(_), _) => 7,
            (Self::Parts(_), _) => 8,
            _ => return false,
        };
        let v1::Kind::Unknown(unknown) = old else {
            return false;
        };
        // The only slot of such a message is the union, which is its last bytes.
        let whole = v2::UnionGrows {
            kind: self.clone(),
            ..v2::UnionGrows::default()
        }
        .encode();
        let ends = if whole.as_bytes()[3] >> 6 == 0 { 1 } else { 2 };
        let union = &whole.as_bytes()[4 + ends..];
        unknown.ordinal() == ordinal
            && union == [&[u8::try_from(ordinal).unwrap()], unknown.payload()].concat()
    }
    fn is_fresh(&self) -> bool {
        match self {
            Self::Part(part) => part.is_fresh(),
            _ => true,
        }
    }
    fn is_bare(&self, _: &v1::Kind) -> bool {
        true
    }
    fn keeps(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Part(a), Self::Part(b)) => a.keeps(b),
            _ => self == other,
        }
    }
}
