//! Values as their bytes, and bytes as values: what has no padding and takes every pattern.

use crate::scalar::{Decimal, Duration, Timestamp, Uuid};

/// A fixed-size encoding: bytes and arrays of them, so alignment 1, no padding, every pattern valid.
///
/// # Safety
/// A type that implements it has alignment 1, no padding, and takes every bit pattern.
#[allow(unreachable_pub)]
pub unsafe trait Wire: Copy + Send + Sync + 'static {
    /// All bytes zero.
    const ZERO: Self;
    /// Its size in bytes.
    const SIZE: usize = size_of::<Self>();

    /// Its bytes.
    #[inline(always)]
    fn bytes(&self) -> &[u8] {
        let start = std::ptr::from_ref(self).cast::<u8>();
        // SAFETY: `Self` has no padding, so all its `SIZE` bytes are initialised, and they are borrowed
        // as long as `self`.
        // Checked by: `wire_types_are_their_bytes`.
        unsafe { std::slice::from_raw_parts(start, Self::SIZE) }
    }

    /// The value at the start of `bytes`; `None` where they are fewer.
    #[inline(always)]
    fn read(bytes: &[u8]) -> Option<&Self> {
        if bytes.len() < Self::SIZE {
            return None;
        }
        // SAFETY: `SIZE` bytes are there, any of their patterns is a `Self`, and alignment 1 fits any address.
        // Checked by: `wire_types_are_their_bytes`.
        Some(unsafe { &*bytes.as_ptr().cast::<Self>() })
    }

    /// `bytes` as values, without the tail that does not fill one.
    #[inline(always)]
    fn slice(bytes: &[u8]) -> &[Self] {
        let count = bytes.len().checked_div(Self::SIZE).unwrap_or(0);
        // SAFETY: `count * SIZE <= bytes.len()`, any pattern is a `Self`, and alignment 1 fits any address.
        // Checked by: `wire_types_are_their_bytes`.
        unsafe { std::slice::from_raw_parts(bytes.as_ptr().cast::<Self>(), count) }
    }

    /// The same, to be changed.
    #[inline(always)]
    fn slice_mut(bytes: &mut [u8]) -> &mut [Self] {
        let count = bytes.len().checked_div(Self::SIZE).unwrap_or(0);
        // SAFETY: as for `slice`; the bytes are borrowed mutably as long as the values, and a `Self` has no padding, so
        // what is written are bytes again.
        // Checked by: `wire_types_are_changed_where_they_lie`.
        unsafe { std::slice::from_raw_parts_mut(bytes.as_mut_ptr().cast::<Self>(), count) }
    }
}

// SAFETY: one byte.
unsafe impl Wire for u8 {
    const ZERO: Self = 0;
}

// SAFETY: an array has its element's alignment and no padding between elements.
unsafe impl<W: Wire, const N: usize> Wire for [W; N] {
    const ZERO: Self = [W::ZERO; N];
}

/// A value without padding, whose bytes on a machine that has the lowest byte first are those on the wire.
///
/// # Safety
/// A type that implements it has no padding and no bytes that are not initialised.
#[allow(unreachable_pub)]
pub unsafe trait Plain: Copy {}

macro_rules! plain {
    ($($t:ty),*) => {$(
        // SAFETY: a primitive has no padding, nor has a `repr(transparent)` type around one or around bytes.
        unsafe impl Plain for $t {}
    )*};
}
plain!(u8, u16, u32, u64, i8, i16, i32, i64, f32, f64, bool);
plain!(Timestamp, Duration, Uuid);

// SAFETY: it is `repr(transparent)` around a number.
unsafe impl<const SCALE: u8> Plain for Decimal<SCALE> {}

// SAFETY: an array has no padding between elements.
unsafe impl<T: Plain, const N: usize> Plain for [T; N] {}

/// Values as they lie in memory.
#[inline(always)]
pub(crate) fn plain_bytes<T: Plain>(values: &[T]) -> &[u8] {
    // SAFETY: the values have no padding, so all bytes of the slice are initialised; a byte has alignment 1; and they are
    // borrowed as long as the values.
    // Checked by: `plain_values_are_their_bytes`.
    unsafe { std::slice::from_raw_parts(values.as_ptr().cast::<u8>(), size_of_val(values)) }
}

/// The size of a field, whose type a function that reads it tells.
#[doc(hidden)]
pub const fn plain_size<S, T: Plain>(_: fn(S) -> T) -> usize {
    size_of::<T>()
}

/// Says that a `repr(C)` struct is [`Plain`]: all its fields are, and leave no gaps. Another struct does not compile:
///
/// ```compile_fail,E0080
/// #[derive(Clone, Copy)]
/// #[repr(C)]
/// struct Gap { flag: bool, number: u32 }
/// stillwire_codec::plain_struct!(Gap { flag, number });
/// ```
#[doc(hidden)]
#[macro_export]
macro_rules! plain_struct {
    ($name:ident { $($field:ident),* }) => {
        const _: () = {
            let mut at = 0;
            $(
                ::core::assert!(::core::mem::offset_of!($name, $field) == at);
                at += $crate::fixed::plain_size(|all: $name| all.$field);
            )*
            ::core::assert!(::core::mem::size_of::<$name>() == at);
        };
        // SAFETY: all fields are plain, and as many bytes as they have together has the struct: there is no padding.
        unsafe impl $crate::fixed::Plain for $name {}
    };
}

/// A slice of values as they lie on the wire, seen as `#[repr(transparent)]` wrappers.
#[inline(always)]
pub(crate) fn wrap<T: crate::fixed::Fixed>(wires: &[T::Wire]) -> &[crate::fixed::Le<T>] {
    let start = wires.as_ptr().cast::<crate::fixed::Le<T>>();
    // SAFETY: `Le<T>` is `repr(transparent)` over `T::Wire`, so the layouts are the same.
    // Checked by: `wire_types_are_their_bytes`.
    unsafe { std::slice::from_raw_parts(start, wires.len()) }
}

/// The bytes of such values.
#[inline(always)]
pub(crate) fn wire_bytes<T: crate::fixed::Fixed>(values: &[crate::fixed::Le<T>]) -> &[u8] {
    // SAFETY: `Le<T>` is `repr(transparent)` over `T::Wire`, which has no padding: all bytes of the slice are initialised,
    // and borrowed as long as the values.
    // Checked by: `wire_types_are_their_bytes`.
    unsafe { std::slice::from_raw_parts(values.as_ptr().cast::<u8>(), size_of_val(values)) }
}

/// Such values, to be changed.
#[inline(always)]
pub(crate) fn wrap_mut<T: crate::fixed::Fixed>(
    wires: &mut [T::Wire],
) -> &mut [crate::fixed::Le<T>] {
    let start = wires.as_mut_ptr().cast::<crate::fixed::Le<T>>();
    // SAFETY: `Le<T>` is `repr(transparent)` over `T::Wire`, so the layouts are the same, and every `Le<T>` is a `T::Wire`.
    // Checked by: `wire_types_are_changed_where_they_lie`.
    unsafe { std::slice::from_raw_parts_mut(start, wires.len()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixed::{Fixed, get, in_memory, put};

    #[derive(Clone, Copy)]
    #[repr(C)]
    struct Fill {
        at: Timestamp,
        price: Decimal<2>,
        id: Uuid,
        flags: [bool; 2],
        venue: [u16; 3],
        size: f64,
    }

    impl Fixed for Fill {
        type Wire = [u8; 48];
        fn to_wire(self) -> [u8; 48] {
            let mut wire = [0; 48];
            put(&mut wire, 0, self.at);
            put(&mut wire, 8, self.price);
            put(&mut wire, 16, self.id);
            put(&mut wire, 32, self.flags);
            put(&mut wire, 34, self.venue);
            put(&mut wire, 40, self.size);
            wire
        }
        fn from_wire(wire: [u8; 48]) -> Self {
            Self {
                at: get(&wire, 0),
                price: get(&wire, 8),
                id: get(&wire, 16),
                flags: get(&wire, 32),
                venue: get(&wire, 34),
                size: get(&wire, 40),
            }
        }
        fn in_memory(values: &[Self]) -> Option<&[u8]> {
            in_memory(values)
        }
    }

    plain_struct!(Fill {
        at,
        price,
        id,
        flags,
        venue,
        size
    });

    #[test]
    fn structs_without_gaps_lie_in_memory_as_on_the_wire() {
        let wires: [[u8; 48]; 2] = [0, 100].map(|first: u8| {
            let mut wire = std::array::from_fn(|i| u8::try_from(i).unwrap().wrapping_add(first));
            wire[32..34].copy_from_slice(&[1, 0]);
            wire
        });
        let fills = wires.map(Fill::from_wire);
        assert_eq!(fills.map(Fill::to_wire), wires);
        if cfg!(target_endian = "little") {
            assert_eq!(Fill::in_memory(&fills), Some(wires.as_flattened()));
            assert_eq!(Fill::in_memory(&[]), Some(&[][..]));
        }
    }

    #[test]
    fn wire_types_are_their_bytes() {
        let bytes = [1u8, 2, 3, 4, 5, 6, 7];
        assert_eq!(<[u8; 4]>::read(&bytes), Some(&[1, 2, 3, 4]));
        assert_eq!(<[u8; 8]>::read(&bytes), None);
        assert_eq!(<[[u8; 2]; 2]>::read(&bytes), Some(&[[1, 2], [3, 4]]));
        assert_eq!([[1u8, 2], [3, 4]].bytes(), &[1, 2, 3, 4]);
        assert_eq!(<[u8; 2]>::slice(&bytes), &[[1, 2], [3, 4], [5, 6]]);
        assert_eq!(<[u8; 0]>::slice(&bytes).len(), 0);
        let le = wrap::<u16>(<[u8; 2]>::slice(&bytes));
        assert_eq!(
            le.iter().map(|x| x.get()).collect::<Vec<_>>(),
            [0x0201, 0x0403, 0x0605]
        );
        assert_eq!(wire_bytes(le), &bytes[..6]);
    }

    #[test]
    fn wire_types_are_changed_where_they_lie() {
        let mut bytes = [1u8, 2, 3, 4, 5, 6, 7];
        let values = wrap_mut::<u16>(<[u8; 2]>::slice_mut(&mut bytes));
        values[1].set(0x0A0B);
        values[2] = 0x0C0D_u16.into();
        assert_eq!(values.len(), 3);
        assert_eq!(bytes, [1, 2, 0x0B, 0x0A, 0x0D, 0x0C, 7]);
        assert_eq!(<[u8; 0]>::slice_mut(&mut bytes).len(), 0);
    }

    #[test]
    fn plain_values_are_their_bytes() {
        assert_eq!(
            plain_bytes(&[0x0102u16, 3]),
            [0x0102u16, 3].map(u16::to_ne_bytes).as_flattened()
        );
        assert_eq!(plain_bytes(&[1.5f64]), 1.5f64.to_ne_bytes());
        assert_eq!(plain_bytes(&[[true, false]]), [1, 0]);
        assert_eq!(plain_bytes(&[Decimal::<2>(5)]), 5i64.to_ne_bytes());
        assert_eq!(plain_bytes::<u32>(&[]), []);
    }
}
