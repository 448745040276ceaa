//! Scalars with a meaning: points and spans of time, UUIDs, exact decimal numbers.
//!
//! Their text forms are those of protobuf's JSON, so that every world prints the same:
//!
//! | type | text | read, too |
//! |---|---|---|
//! | [`Timestamp`] | `2026-01-31T09:30:00.250Z` | 1 to 9 digits of fraction, an offset such as `+02:00` |
//! | [`Duration`] | `1.500s`, `-3s` | 1 to 9 digits of fraction |
//! | [`Uuid`] | `f81d4fae-7dec-11d0-a765-00a0c91e6bf6` | upper case |
//! | [`Decimal`] | `101.25`, `-0.5`, `7` | zeros behind the last digit, as far as the scale goes |

mod decimal;
mod time;
mod uuid;

use crate::fixed::{Fixed, in_memory};
use std::fmt;

pub(crate) use decimal::{Digits, parse as parse_decimal};
pub(crate) use time::date;
pub(crate) use uuid::{hyphenated, parse as parse_uuid};

macro_rules! wrappers {
    ($($(#[$doc:meta])* $name:ident$(<const $p:ident: $pt:ty>)? ($vis:vis $inner:ty);)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(transparent)]
        pub struct $name$(<const $p: $pt>)?($vis $inner);

        impl$(<const $p: $pt>)? Fixed for $name$(<$p>)? {
            type Wire = <$inner as Fixed>::Wire;
            #[inline(always)]
            fn to_wire(self) -> Self::Wire {
                self.0.to_wire()
            }
            #[inline(always)]
            fn from_wire(wire: Self::Wire) -> Self {
                Self(<$inner>::from_wire(wire))
            }
            #[inline(always)]
            fn in_memory(values: &[Self]) -> Option<&[u8]> {
                in_memory(values)
            }
        }

        impl$(<const $p: $pt>)? fmt::Debug for $name$(<$p>)? {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(self, f)
            }
        }
    )*};
}

wrappers! {
    /// A point in time: nanoseconds since 1970-01-01T00:00:00Z, without leap seconds; 1677 to 2262.
    ///
    /// ```
    /// # use stillwire_codec::Timestamp;
    /// let at: Timestamp = "2026-01-31T11:30:00.25+02:00".parse()?;
    /// assert_eq!(at.to_string(), "2026-01-31T09:30:00.250Z");
    /// # Ok::<(), stillwire_codec::scalar::ScalarError>(())
    /// ```
    Timestamp(pub i64);
    /// A span of time in nanoseconds, negative or not; 292 years each way.
    ///
    /// ```
    /// # use stillwire_codec::Duration;
    /// assert_eq!("1.5s".parse(), Ok(Duration(1_500_000_000)));
    /// assert_eq!(Duration(-500_000_000).to_string(), "-0.500s");
    /// ```
    Duration(pub i64);
    /// A UUID: its 16 bytes in the order in which RFC 9562 prints them.
    ///
    /// ```
    /// # use stillwire_codec::Uuid;
    /// let id: Uuid = "F81D4FAE-7DEC-11D0-A765-00A0C91E6BF6".parse()?;
    /// assert_eq!(id.to_string(), "f81d4fae-7dec-11d0-a765-00a0c91e6bf6");
    /// # Ok::<(), stillwire_codec::scalar::ScalarError>(())
    /// ```
    Uuid(pub [u8; 16]);
    /// An exact decimal number: `self.0` units of 10⁻ˢ. The scale is part of the type.
    ///
    /// Its text has no zero behind the last digit of the fraction, and no fraction that is zero.
    ///
    /// ```
    /// # use stillwire_codec::Decimal;
    /// let price: Decimal<8> = "101.250".parse()?;
    /// assert_eq!(price, Decimal(10_125_000_000));
    /// assert_eq!(price.to_string(), "101.25");
    /// # Ok::<(), stillwire_codec::scalar::ScalarError>(())
    /// ```
    Decimal<const S: u8>(pub i64);
}

/// Text or a number that is no value of a scalar type.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ScalarError {
    /// The text has another form.
    #[error("not {expected}")]
    Form {
        /// The form that it should have.
        expected: &'static str,
    },
    /// The value is well formed, but the type cannot hold it.
    #[error("outside the range of {of}")]
    Range {
        /// The type, with its bounds.
        of: &'static str,
    },
    /// A decimal number has more places behind the point than its type.
    #[error("more than {places} decimal places")]
    Places {
        /// Places of the type.
        places: u8,
    },
    /// Nanoseconds that are not a fraction of a second, or have another sign than the seconds.
    #[error("{nanos} ns is no fraction of these seconds")]
    Nanos {
        /// The nanoseconds.
        nanos: i32,
    },
}
