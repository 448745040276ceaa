//! The scalars of a message as one value: where they end, and how they are written.

use super::{Fixed, Wire, is_set, put};
use crate::branchless;

/// Scalars that lie one behind the other: a value, an optional one, a [gap](Gap), or a tuple of such. Values are borrowed, so
/// that each is loaded where it is written: a tuple that held them would have to be full before the first one is.
pub trait PutScalars {
    /// Bytes that all of them take.
    const SIZE: usize;
    /// Where the last one that is not at its default ends, if all of them end at byte `end`; 0 where there is none.
    fn extent(&self, end: usize) -> usize;
    /// Writes those that `out` has room for, from byte `at` on. `out` is zero before.
    fn put(self, out: &mut [u8], at: usize);
}

impl<T: Fixed> PutScalars for &T {
    const SIZE: usize = T::Wire::SIZE;

    #[inline(always)]
    fn extent(&self, end: usize) -> usize {
        if is_set(**self) { end } else { 0 }
    }

    #[inline(always)]
    fn put(self, out: &mut [u8], at: usize) {
        put(out, at, *self);
    }
}

/// What its presence bit says is there, also where it is zero.
impl<T: Fixed> PutScalars for &Option<T> {
    const SIZE: usize = T::Wire::SIZE;

    #[inline(always)]
    fn extent(&self, end: usize) -> usize {
        if self.is_some() { end } else { 0 }
    }

    #[inline(always)]
    fn put(self, out: &mut [u8], at: usize) {
        let zero = T::from_wire(T::Wire::ZERO);
        put(out, at, branchless::or(|| self.as_ref(), zero));
    }
}

/// `N` bytes of a field that is no more: nothing is written there.
#[derive(Debug, Clone, Copy)]
pub struct Gap<const N: usize>;

impl<const N: usize> PutScalars for Gap<N> {
    const SIZE: usize = N;

    #[inline(always)]
    fn extent(&self, _: usize) -> usize {
        0
    }

    #[inline(always)]
    fn put(self, _: &mut [u8], _: usize) {}
}

impl PutScalars for () {
    const SIZE: usize = 0;

    #[inline(always)]
    fn extent(&self, _: usize) -> usize {
        0
    }

    #[inline(always)]
    fn put(self, _: &mut [u8], _: usize) {}
}

/// `scalars!(A 0, B 1; B 1, A 0)`: the members, and again from the last to the first.
macro_rules! scalars {
    ($($V:ident $k:tt),*; $($RV:ident $rk:tt),*) => {
        impl<$($V: PutScalars),*> PutScalars for ($($V,)*) {
            const SIZE: usize = 0usize $(.saturating_add($V::SIZE))*;

            #[inline(always)]
            fn extent(&self, end: usize) -> usize {
                let mut end = end;
                $(
                    let extent = self.$rk.extent(end);
                    if extent != 0 {
                        return extent;
                    }
                    end = end.saturating_sub($RV::SIZE);
                )*
                let _ = end;
                0
            }

            #[inline(always)]
            fn put(self, out: &mut [u8], at: usize) {
                let mut at = at;
                $(
                    self.$k.put(out, at);
                    at = at.saturating_add($V::SIZE);
                )*
                let _ = at;
            }
        }
    };
}
scalars!(A 0; A 0);
scalars!(A 0, B 1; B 1, A 0);
scalars!(A 0, B 1, C 2; C 2, B 1, A 0);
scalars!(A 0, B 1, C 2, D 3; D 3, C 2, B 1, A 0);
scalars!(A 0, B 1, C 2, D 3, E 4; E 4, D 3, C 2, B 1, A 0);
scalars!(A 0, B 1, C 2, D 3, E 4, F 5; F 5, E 4, D 3, C 2, B 1, A 0);
scalars!(A 0, B 1, C 2, D 3, E 4, F 5, G 6; G 6, F 5, E 4, D 3, C 2, B 1, A 0);
scalars!(A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7; H 7, G 6, F 5, E 4, D 3, C 2, B 1, A 0);
