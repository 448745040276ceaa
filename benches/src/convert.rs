//! Stillwire's owned messages as those of the peers.

use std::collections::BTreeMap;
use stillwire::{Decimal, Timestamp, Uuid};

/// The same value as a `T`.
pub(crate) trait To<T> {
    /// Copies it, each field by its own type.
    fn to(&self) -> T;
}

macro_rules! plain {
    ($($from:ty => $to:ty),* $(,)?) => {$(
        impl To<$to> for $from {
            fn to(&self) -> $to {
                self.clone().into()
            }
        }
    )*};
}
plain! {
    bool => bool,
    u8 => u8, u16 => u16, u32 => u32, u64 => u64,
    i8 => i8, i16 => i16, i32 => i32, i64 => i64,
    f32 => f32, f64 => f64,
    String => String,
    [u8; 4] => [u8; 4], [u8; 8] => [u8; 8], [u8; 16] => [u8; 16],
    // Protobuf has no smaller number, and no fixed arrays.
    u8 => u32, u16 => u32, i8 => i32, i16 => i32,
    [u8; 8] => Vec<u8>, [u8; 16] => Vec<u8>,
}

impl To<i64> for Timestamp {
    fn to(&self) -> i64 {
        self.0
    }
}

impl<const S: u8> To<i64> for Decimal<S> {
    fn to(&self) -> i64 {
        self.0
    }
}

impl<T, U: To<T>> To<Vec<T>> for Vec<U> {
    fn to(&self) -> Vec<T> {
        self.iter().map(To::to).collect()
    }
}

impl<T, U: To<T>> To<Box<T>> for U {
    fn to(&self) -> Box<T> {
        Box::new(self.to())
    }
}

impl<T, U: To<T>> To<Option<T>> for Option<U> {
    fn to(&self) -> Option<T> {
        self.as_ref().map(To::to)
    }
}

impl<T, U: To<T>> To<BTreeMap<String, T>> for BTreeMap<String, U> {
    fn to(&self) -> BTreeMap<String, T> {
        self.iter()
            .map(|(key, value)| (key.clone(), value.to()))
            .collect()
    }
}

/// The same value as borrows: what Stillwire's `…Init` holds. Lists of them are kept for good.
pub(crate) trait Lend<T> {
    /// Borrows it, each field by its own type.
    fn lend(&'static self) -> T;
}

macro_rules! lend_plain {
    ($($ty:ty),*) => {$(
        impl Lend<$ty> for $ty {
            fn lend(&'static self) -> $ty {
                *self
            }
        }
    )*};
}
lend_plain!(
    bool, u8, u16, u32, u64, i8, i16, i32, i64, f32, f64, [u8; 4], [u8; 8], [u8; 16], Timestamp,
    Uuid
);

impl<const S: u8> Lend<Self> for Decimal<S> {
    fn lend(&'static self) -> Self {
        *self
    }
}

impl Lend<&'static str> for String {
    fn lend(&'static self) -> &'static str {
        self
    }
}

impl<T, U: Lend<T>> Lend<&'static [T]> for Vec<U> {
    fn lend(&'static self) -> &'static [T] {
        let items: Vec<T> = self.iter().map(Lend::lend).collect();
        items.leak()
    }
}

impl<T, U: Lend<T>> Lend<Option<T>> for Option<U> {
    fn lend(&'static self) -> Option<T> {
        self.as_ref().map(Lend::lend)
    }
}

/// Sub-messages are behind a reference.
impl<T, U: Lend<T>> Lend<&'static T> for U {
    fn lend(&'static self) -> &'static T {
        Box::leak(Box::new(self.lend()))
    }
}

impl<T, U: Lend<T>> Lend<&'static [(&'static str, T)]> for BTreeMap<String, U> {
    fn lend(&'static self) -> &'static [(&'static str, T)] {
        let entries: Vec<_> = self.iter().map(|(k, v)| (k.as_str(), v.lend())).collect();
        entries.leak()
    }
}
