//! Newtypes of a schema: types of their own in Rust, and what they wrap on the wire.
//!
//! Generated code declares the struct; [`newtype!`](crate::newtype!) adds what all of them have.

/// A newtype of text or bytes, as it is written: what owned values hold.
pub trait Borrowed<T: ?Sized> {
    /// What it wraps.
    fn borrowed(&self) -> &T;
}

/// The conversions of a newtype, and how it lies on the wire.
///
/// ```
/// #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
/// pub struct PlayerId(pub u64);
/// stillwire_codec::newtype!(fixed PlayerId(u64) = 0);
///
/// #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
/// pub struct Symbol(pub String);
/// stillwire_codec::newtype!(text Symbol(String));
/// stillwire_codec::newtype!(display Symbol);
///
/// assert_eq!(u64::from(PlayerId::from(7)), 7);
/// assert_eq!(Symbol::from("AAPL").to_string(), "AAPL");
/// ```
#[macro_export]
macro_rules! newtype {
    (fixed $name:ident($of:ty) = $zero:expr) => {
        impl ::core::default::Default for $name {
            #[inline]
            fn default() -> Self {
                Self($zero)
            }
        }

        impl $crate::Fixed for $name {
            type Wire = <$of as $crate::Fixed>::Wire;

            #[inline(always)]
            fn to_wire(self) -> Self::Wire {
                $crate::Fixed::to_wire(self.0)
            }

            #[inline(always)]
            fn from_wire(wire: Self::Wire) -> Self {
                Self($crate::Fixed::from_wire(wire))
            }

            #[inline(always)]
            fn is_canonical(wire: &Self::Wire) -> bool {
                <$of as $crate::Fixed>::is_canonical(wire)
            }
        }

        $crate::newtype!(@both $name($of));
    };
    (text $name:ident($of:ty)) => {
        $crate::newtype!(@borrowed $name($of) str);
        $crate::newtype!(@both $name($of));
    };
    (bytes $name:ident($of:ty)) => {
        $crate::newtype!(@borrowed $name($of) [u8]);

        impl<const N: usize> ::core::cmp::PartialEq<&[u8; N]> for $name {
            #[inline]
            fn eq(&self, other: &&[u8; N]) -> bool {
                let own: &[u8] = ::core::borrow::Borrow::borrow(&self.0);
                own == &other[..]
            }
        }

        $crate::newtype!(@both $name($of));
    };
    (display $name:ident) => {
        impl ::core::fmt::Display for $name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Display::fmt(&self.0, f)
            }
        }
    };
    (@borrowed $name:ident($of:ty) $borrowed:ty) => {
        impl ::core::default::Default for $name {
            #[inline]
            fn default() -> Self {
                Self(::core::default::Default::default())
            }
        }

        impl $crate::newtype::Borrowed<$borrowed> for $name {
            #[inline(always)]
            fn borrowed(&self) -> &$borrowed {
                ::core::borrow::Borrow::borrow(&self.0)
            }
        }

        // Equality, order and hash are those of what it wraps.
        impl ::core::borrow::Borrow<$borrowed> for $name {
            #[inline]
            fn borrow(&self) -> &$borrowed {
                ::core::borrow::Borrow::borrow(&self.0)
            }
        }

        impl ::core::convert::AsRef<$borrowed> for $name {
            #[inline]
            fn as_ref(&self) -> &$borrowed {
                ::core::borrow::Borrow::borrow(&self.0)
            }
        }

        impl ::core::cmp::PartialEq<$borrowed> for $name {
            #[inline]
            fn eq(&self, other: &$borrowed) -> bool {
                let own: &$borrowed = ::core::borrow::Borrow::borrow(&self.0);
                own == other
            }
        }

        impl ::core::cmp::PartialEq<&$borrowed> for $name {
            #[inline]
            fn eq(&self, other: &&$borrowed) -> bool {
                *self == **other
            }
        }

        impl ::core::convert::From<&$borrowed> for $name {
            #[inline]
            fn from(value: &$borrowed) -> Self {
                Self(::core::convert::From::from(value))
            }
        }
    };
    (@both $name:ident($of:ty)) => {
        impl ::core::convert::From<$of> for $name {
            #[inline]
            fn from(value: $of) -> Self {
                Self(value)
            }
        }

        impl ::core::convert::From<$name> for $of {
            #[inline]
            fn from(value: $name) -> Self {
                value.0
            }
        }
    };
}
