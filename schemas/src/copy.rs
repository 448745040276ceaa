//! The same values in the other shapes: Stillwire's owned messages as those of serde and of prost.

use std::collections::BTreeMap;

/// The same value as a `T`.
pub trait Copied<T> {
    /// Copies it, each field by its own type.
    fn copied_as(&self) -> T;
}

macro_rules! copy_plain {
    ($($plain:ty),*) => {$(
        impl Copied<$plain> for $plain {
            fn copied_as(&self) -> $plain {
                self.clone()
            }
        }
    )*};
}
copy_plain!(String, Option<String>, bool, u16, u32, u64, [u8; 4]);

impl<T, U: Copied<T>> Copied<Vec<T>> for Vec<U> {
    fn copied_as(&self) -> Vec<T> {
        self.iter().map(Copied::copied_as).collect()
    }
}

impl<T, U: Copied<T>> Copied<BTreeMap<String, T>> for BTreeMap<String, U> {
    fn copied_as(&self) -> BTreeMap<String, T> {
        self.iter()
            .map(|(key, value)| (key.clone(), value.copied_as()))
            .collect()
    }
}

/// Protobuf has no smaller number.
impl Copied<u32> for u16 {
    fn copied_as(&self) -> u32 {
        (*self).into()
    }
}

/// Protobuf has no fixed arrays.
impl Copied<Vec<u8>> for [u8; 4] {
    fn copied_as(&self) -> Vec<u8> {
        self.to_vec()
    }
}
