//! Sets of named bits: what a `flags` type of a schema is in Rust.
//!
//! Generated code declares a newtype of the integer, with a constant for each flag; [`flags!`](crate::flags!) adds the
//! methods and operators, which are the same for all such types.
//!
//! Flags are open: a bit that the schema does not name is kept, and travels on.

use crate::fixed::Fixed;
use std::fmt;
use std::marker::PhantomData;
use std::slice;

/// A flag: its name, and its bits in the low ones of 64.
pub type Named = (&'static str, u64);

/// A set of flags of a schema.
pub trait Flags: Fixed + Eq {
    /// The flags that the schema names, in its order, in the case of Rust's constants.
    const NAMED: &'static [Named];

    /// Its bits, in the low ones of 64.
    fn bits64(self) -> u64;

    /// The low bits of 64.
    fn from_bits64(bits: u64) -> Self;
}

/// The named flags that a set of bits is made of. One that adds nothing to those before it is passed over.
#[derive(Debug, Clone)]
pub(crate) struct Names<'a> {
    set: u64,
    left: u64,
    named: slice::Iter<'a, (&'a str, u64)>,
}

impl<'a> Names<'a> {
    pub(crate) fn new(bits: u64, named: &'a [(&'a str, u64)]) -> Self {
        Self {
            set: bits,
            left: bits,
            named: named.iter(),
        }
    }

    /// The bits that are in none of those that came so far.
    pub(crate) fn left(&self) -> u64 {
        self.left
    }
}

impl<'a> Iterator for Names<'a> {
    type Item = (&'a str, u64);

    fn next(&mut self) -> Option<Self::Item> {
        let (set, left) = (self.set, self.left);
        let adds = |bits: u64| set & bits == bits && left & bits != 0;
        let (name, bits) = self.named.by_ref().find(|(_, bits)| adds(*bits))?;
        self.left &= !bits;
        Some((name, *bits))
    }
}

/// The flags that a set is made of, in the order of the schema, without bits that it does not name.
///
/// A flag of several bits is there where all of them are set; where those before it had all of its bits, it is left out.
#[derive(Clone)]
pub struct Iter<T>(Names<'static>, PhantomData<T>);

impl<T: Flags> Iter<T> {
    /// The flags of `set`.
    #[inline]
    pub fn new(set: T) -> Self {
        Self(Names::new(set.bits64(), T::NAMED), PhantomData)
    }
}

impl<T: Flags> Iterator for Iter<T> {
    type Item = T;

    #[inline]
    fn next(&mut self) -> Option<T> {
        self.0.next().map(|(_, bits)| T::from_bits64(bits))
    }
}

impl<T: Flags + fmt::Debug> fmt::Debug for Iter<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.clone()).finish()
    }
}

/// `A | B | 0x40`: the flags of a set, then the bits that have no name; `0x0` for none.
///
/// # Errors
/// Those of the formatter.
pub(crate) fn write(
    out: &mut impl fmt::Write,
    bits: u64,
    named: &[(&str, u64)],
    before: &str,
) -> fmt::Result {
    let mut names = Names::new(bits, named);
    let mut sign = "";
    for (name, _) in names.by_ref() {
        write!(out, "{sign}{before}{name}")?;
        sign = " | ";
    }
    match names.left() {
        0 if !sign.is_empty() => Ok(()),
        rest => write!(out, "{sign}{rest:#x}"),
    }
}

/// What `Debug` says of a set: `OrderFlags(POST_ONLY | HIDDEN | 0x40)`.
///
/// # Errors
/// Those of the formatter.
pub fn debug<T: Flags>(set: T, name: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    write!(f, "{name}(")?;
    write(f, set.bits64(), T::NAMED, "")?;
    f.write_str(")")
}

/// The methods and operators of a newtype of an unsigned integer, given the names of its constants.
///
/// ```
/// #[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
/// pub struct OrderFlags(u16);
///
/// impl OrderFlags {
///     pub const POST_ONLY: Self = Self(0x1);
///     pub const HIDDEN: Self = Self(0x4);
/// }
///
/// stillwire_codec::flags!(OrderFlags: u16 { POST_ONLY, HIDDEN });
///
/// let mut flags = OrderFlags::POST_ONLY | OrderFlags::from_bits_retain(0x40);
/// flags.insert(OrderFlags::HIDDEN);
/// assert_eq!(format!("{flags:?}"), "OrderFlags(POST_ONLY | HIDDEN | 0x40)");
/// assert_eq!((flags - OrderFlags::POST_ONLY).bits(), 0x44);
/// ```
#[macro_export]
macro_rules! flags {
    ($name:ident: $repr:ident { $($flag:ident),* $(,)? }) => {
        impl $name {
            /// No flag.
            #[inline]
            pub const fn empty() -> Self {
                Self(0)
            }

            /// All flags that the schema names.
            #[inline]
            pub const fn all() -> Self {
                Self(0 $(| Self::$flag.0)*)
            }

            /// The integer that it is on the wire.
            #[inline]
            pub const fn bits(self) -> $repr {
                self.0
            }

            /// The flags of these bits; `None` where the schema does not name one of them.
            #[inline]
            pub const fn from_bits(bits: $repr) -> ::core::option::Option<Self> {
                if bits & !Self::all().0 == 0 {
                    ::core::option::Option::Some(Self(bits))
                } else {
                    ::core::option::Option::None
                }
            }

            /// These bits, with those that the schema does not name: what a reader makes of the wire.
            #[inline]
            pub const fn from_bits_retain(bits: $repr) -> Self {
                Self(bits)
            }

            /// These bits, without those that the schema does not name.
            #[inline]
            pub const fn from_bits_truncate(bits: $repr) -> Self {
                Self(bits & Self::all().0)
            }

            /// Whether no bit is set.
            #[inline]
            pub const fn is_empty(self) -> bool {
                self.0 == 0
            }

            /// Whether all bits of `other` are set.
            #[inline]
            pub const fn contains(self, other: Self) -> bool {
                self.0 & other.0 == other.0
            }

            /// Whether any bit of `other` is set.
            #[inline]
            pub const fn intersects(self, other: Self) -> bool {
                self.0 & other.0 != 0
            }

            /// The bits of both: `|`, also in constants.
            #[inline]
            pub const fn union(self, other: Self) -> Self {
                Self(self.0 | other.0)
            }

            /// Sets all bits of `other`.
            #[inline]
            pub const fn insert(&mut self, other: Self) {
                self.0 |= other.0;
            }

            /// Clears all bits of `other`.
            #[inline]
            pub const fn remove(&mut self, other: Self) {
                self.0 &= !other.0;
            }

            /// Turns all bits of `other`.
            #[inline]
            pub const fn toggle(&mut self, other: Self) {
                self.0 ^= other.0;
            }

            /// Sets all bits of `other`, or clears them.
            #[inline]
            pub const fn set(&mut self, other: Self, to: bool) {
                if to {
                    self.insert(other);
                } else {
                    self.remove(other);
                }
            }

            /// The flags that it is made of, in the order of the schema; bits without a name are left out.
            #[inline]
            pub fn iter(self) -> $crate::flags::Iter<Self> {
                $crate::flags::Iter::new(self)
            }
        }

        impl $crate::flags::Flags for $name {
            const NAMED: &'static [$crate::flags::Named] =
                &[$((::core::stringify!($flag), Self::$flag.0 as u64)),*];

            #[inline]
            fn bits64(self) -> u64 {
                ::core::convert::From::from(self.0)
            }

            #[inline]
            fn from_bits64(bits: u64) -> Self {
                Self(bits as $repr)
            }
        }

        impl $crate::Fixed for $name {
            type Wire = [u8; ::core::mem::size_of::<$repr>()];

            #[inline(always)]
            fn to_wire(self) -> Self::Wire {
                self.0.to_le_bytes()
            }

            #[inline(always)]
            fn from_wire(wire: Self::Wire) -> Self {
                Self($repr::from_le_bytes(wire))
            }
        }

        impl ::core::fmt::Debug for $name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                $crate::flags::debug(*self, ::core::stringify!($name), f)
            }
        }

        $crate::flags!(@operators $name
            BitOr bitor BitOrAssign bitor_assign "The bits of both." |left, right| left | right;
            BitAnd bitand BitAndAssign bitand_assign "The bits that both have." |left, right| left & right;
            BitXor bitxor BitXorAssign bitxor_assign "The bits that one of them has." |left, right| left ^ right;
            Sub sub SubAssign sub_assign "The bits that only the left one has." |left, right| left & !right;
        );

        impl ::core::ops::Not for $name {
            type Output = Self;

            /// All other bits, those without a name included: so `flags & !A` loses nothing but `A`.
            #[inline]
            fn not(self) -> Self {
                Self(!self.0)
            }
        }

        impl ::core::iter::IntoIterator for $name {
            type Item = Self;
            type IntoIter = $crate::flags::Iter<Self>;

            #[inline]
            fn into_iter(self) -> Self::IntoIter {
                self.iter()
            }
        }

        impl ::core::iter::Extend<$name> for $name {
            fn extend<I: ::core::iter::IntoIterator<Item = Self>>(&mut self, flags: I) {
                for flag in flags {
                    self.insert(flag);
                }
            }
        }

        impl ::core::iter::FromIterator<$name> for $name {
            fn from_iter<I: ::core::iter::IntoIterator<Item = Self>>(flags: I) -> Self {
                let mut all = Self::empty();
                ::core::iter::Extend::extend(&mut all, flags);
                all
            }
        }
    };
    (@operators $name:ident $(
        $operator:ident $method:ident $assign:ident $assign_method:ident $docs:literal
        |$left:ident, $right:ident| $result:expr;
    )*) => {$(
        impl ::core::ops::$operator for $name {
            type Output = Self;

            #[doc = $docs]
            #[inline]
            fn $method(self, other: Self) -> Self {
                let ($left, $right) = (self.0, other.0);
                Self($result)
            }
        }

        impl ::core::ops::$assign for $name {
            #[inline]
            fn $assign_method(&mut self, other: Self) {
                *self = ::core::ops::$operator::$method(*self, other);
            }
        }
    )*};
}

#[cfg(test)]
// What the macro writes is for generated code.
#[allow(
    unreachable_pub,
    clippy::as_conversions,
    clippy::arithmetic_side_effects
)]
mod tests {
    use proptest::prelude::*;

    #[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
    struct Access(u8);

    impl Access {
        const NONE: Self = Self(0);
        const READ: Self = Self(1);
        const WRITE: Self = Self(2);
        const BOTH: Self = Self(3);
        const TOP: Self = Self(0x80);
    }
    crate::flags!(Access: u8 { NONE, READ, WRITE, BOTH, TOP });

    #[test]
    fn a_set_is_shown_by_the_names_of_its_flags_and_the_bits_that_have_none() {
        let shown = |bits| format!("{:?}", Access::from_bits_retain(bits));
        assert_eq!(shown(0), "Access(0x0)");
        assert_eq!(shown(1), "Access(READ)");
        assert_eq!(shown(3), "Access(READ | WRITE)");
        assert_eq!(shown(0x40), "Access(0x40)");
        assert_eq!(shown(0xC1), "Access(READ | TOP | 0x40)");
    }

    #[test]
    fn what_the_schema_names_is_told_from_what_it_does_not() {
        assert_eq!(Access::all().bits(), 0x83);
        assert_eq!(Access::from_bits(0x83), Some(Access::all()));
        assert_eq!(Access::from_bits(0x84), None);
        assert_eq!(Access::from_bits_truncate(0xFF), Access::all());
        assert_eq!(Access::default(), Access::empty());
        assert!(Access::NONE.is_empty() && !Access::READ.is_empty());
        // Nothing is a part of everything, and has nothing in common with it.
        assert!(Access::READ.contains(Access::NONE) && !Access::READ.intersects(Access::NONE));
        assert!(!Access::READ.contains(Access::BOTH) && Access::READ.intersects(Access::BOTH));
    }

    proptest! {
        #[test]
        fn methods_and_operators_say_the_same(a: u8, b: u8) {
            let (left, right) = (Access::from_bits_retain(a), Access::from_bits_retain(b));
            let changed = |f: fn(&mut Access, Access)| {
                let mut left = left;
                f(&mut left, right);
                left
            };
            prop_assert_eq!(left | right, changed(Access::insert));
            prop_assert_eq!(left | right, left.union(right));
            prop_assert_eq!(left | right, changed(|l, r| l.set(r, true)));
            prop_assert_eq!(left | right, changed(|l, r| *l |= r));
            prop_assert_eq!(left - right, changed(Access::remove));
            prop_assert_eq!(left - right, changed(|l, r| l.set(r, false)));
            prop_assert_eq!(left - right, changed(|l, r| *l -= r));
            prop_assert_eq!(left - right, left & !right);
            prop_assert_eq!(left ^ right, changed(Access::toggle));
            prop_assert_eq!(left ^ right, changed(|l, r| *l ^= r));
            prop_assert_eq!(left & right, changed(|l, r| *l &= r));
            prop_assert_eq!((left & right).bits(), a & b);
            prop_assert_eq!(left.contains(right), a & b == b);
            prop_assert_eq!(left.intersects(right), a & b != 0);
            prop_assert_eq!(left.cmp(&right), a.cmp(&b));
        }

        #[test]
        fn a_set_is_the_union_of_its_flags_and_of_what_has_no_name(bits: u8) {
            let set = Access::from_bits_retain(bits);
            let named: Access = set.iter().collect();
            prop_assert_eq!(named, Access::from_bits_truncate(bits));
            prop_assert!(set.into_iter().all(|flag| set.contains(flag) && !flag.is_empty()));
        }
    }
}
