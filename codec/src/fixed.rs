//! Values of fixed size: how they lie on the wire, and how a list of them is a slice.
//!
//! Everything is little-endian and unaligned. A `struct` of the schema implements [`Fixed`] in generated code.

mod scalars;

use std::fmt;

pub use crate::raw::Wire;
use crate::raw::plain_bytes;
#[doc(hidden)]
pub use crate::raw::{Plain, plain_size};
pub use scalars::{Gap, PutScalars};

/// A value that always takes the same number of bytes.
pub trait Fixed: Copy + Send + Sync + 'static {
    /// Its bytes: `[u8; N]`, or an array of such.
    type Wire: Wire;

    /// The bytes of the value.
    fn to_wire(self) -> Self::Wire;

    /// The value of the bytes. All bytes zero is the type's zero.
    fn from_wire(wire: Self::Wire) -> Self;

    /// The bytes of many values as they lie in memory already, where that is how they lie on the wire: numbers, and
    /// structs of such without gaps, on a machine that has the lowest byte first.
    #[doc(hidden)]
    #[inline(always)]
    fn in_memory(_values: &[Self]) -> Option<&[u8]> {
        None
    }

    /// Whether the bytes are the only encoding of a value. `bool` refuses all but 0 and 1.
    #[inline(always)]
    fn is_canonical(_wire: &Self::Wire) -> bool {
        true
    }
}

/// A value as it lies on the wire, at any address: what the slice of a list holds.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
#[repr(transparent)]
pub struct Le<T: Fixed>(T::Wire);

impl<T: Fixed> Le<T> {
    /// The value.
    #[inline(always)]
    pub fn get(&self) -> T {
        T::from_wire(self.0)
    }

    /// The bytes.
    #[inline(always)]
    pub fn wire(&self) -> &T::Wire {
        &self.0
    }

    /// Another value in its place.
    #[inline(always)]
    pub fn set(&mut self, value: T) {
        self.0 = value.to_wire();
    }
}

impl<T: Fixed> From<T> for Le<T> {
    fn from(value: T) -> Self {
        Self(value.to_wire())
    }
}

impl<T: Fixed + fmt::Debug> fmt::Debug for Le<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.get().fmt(f)
    }
}

/// The value at byte `at`; zero where `bytes` ends before it does.
#[inline(always)]
pub fn get<T: Fixed>(bytes: &[u8], at: usize) -> T {
    let wire = bytes.get(at..).and_then(T::Wire::read);
    T::from_wire(wire.copied().unwrap_or(T::Wire::ZERO))
}

/// Writes a value at byte `at`; nothing where `bytes` ends before it would.
#[inline(always)]
pub fn put<T: Fixed>(bytes: &mut [u8], at: usize, value: T) {
    if let Some(out) = bytes.get_mut(at..at.saturating_add(T::Wire::SIZE)) {
        out.copy_from_slice(value.to_wire().bytes());
    }
}

/// Whether a value has a bit that is not zero.
#[inline(always)]
pub fn is_set<T: Fixed>(value: T) -> bool {
    value.to_wire().bytes().iter().fold(0, |any, b| any | b) != 0
}

/// Whether the value at byte `at` is canonical; true where `bytes` ends before it does.
#[inline(always)]
pub fn is_canonical<T: Fixed>(bytes: &[u8], at: usize) -> bool {
    bytes
        .get(at..)
        .and_then(T::Wire::read)
        .is_none_or(T::is_canonical)
}

/// Whether the `len` bytes at `at` are all zero, as far as `bytes` reaches.
#[inline(always)]
pub fn is_zero(bytes: &[u8], at: usize, len: usize) -> bool {
    let end = at.saturating_add(len).min(bytes.len());
    let Some(bytes) = bytes.get(at..end) else {
        return true;
    };
    // As one number, if there are as many: most often the size is known when this is compiled.
    if let Ok(bytes) = <[u8; 8]>::try_from(bytes) {
        return u64::from_le_bytes(bytes) == 0;
    }
    bytes.iter().fold(0, |any, b| any | b) == 0
}

/// [`Fixed::in_memory`] of plain values.
#[doc(hidden)]
#[inline(always)]
pub fn in_memory<T: Plain>(values: &[T]) -> Option<&[u8]> {
    cfg!(target_endian = "little").then(|| plain_bytes(values))
}

macro_rules! numbers {
    ($($t:ty),*) => {$(
        impl Fixed for $t {
            type Wire = [u8; size_of::<$t>()];
            #[inline(always)]
            fn to_wire(self) -> Self::Wire {
                self.to_le_bytes()
            }
            #[inline(always)]
            fn from_wire(wire: Self::Wire) -> Self {
                Self::from_le_bytes(wire)
            }
            #[inline(always)]
            fn in_memory(values: &[Self]) -> Option<&[u8]> {
                in_memory(values)
            }
        }
    )*};
}
numbers!(u8, u16, u32, u64, i8, i16, i32, i64, f32, f64);

impl Fixed for bool {
    type Wire = [u8; 1];
    #[inline(always)]
    fn to_wire(self) -> [u8; 1] {
        [u8::from(self)]
    }
    #[inline(always)]
    fn from_wire(wire: [u8; 1]) -> Self {
        wire != [0]
    }
    #[inline(always)]
    fn in_memory(values: &[Self]) -> Option<&[u8]> {
        in_memory(values)
    }
    #[inline(always)]
    fn is_canonical(wire: &[u8; 1]) -> bool {
        matches!(wire, [0 | 1])
    }
}

impl<T: Fixed, const N: usize> Fixed for [T; N] {
    type Wire = [T::Wire; N];
    #[inline(always)]
    fn to_wire(self) -> Self::Wire {
        self.map(T::to_wire)
    }
    #[inline(always)]
    fn from_wire(wire: Self::Wire) -> Self {
        wire.map(T::from_wire)
    }
    #[inline(always)]
    fn in_memory(values: &[Self]) -> Option<&[u8]> {
        T::in_memory(values.as_flattened())
    }
    #[inline(always)]
    fn is_canonical(wire: &Self::Wire) -> bool {
        wire.iter().all(T::is_canonical)
    }
}
