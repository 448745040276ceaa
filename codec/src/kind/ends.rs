//! What all views of lists and maps have: a first and a last element, iteration by `for`, equality.
//!
//! One value has one encoding, so views are equal just when their bytes are; there is nothing to look at in them. That
//! makes `Eq` and `Hash` hold even of floats: NaN equals the NaN of the same bits, and `-0.0` is not `0.0`.

use super::flat::{Bits, BitsView, PackedView};
use super::items::ItemsView;
use super::map::{Key, MapIter, MapView};
use super::rows::RowsView;
use super::{Kind, List, NestedView, RawUnion, Union};
use crate::fixed::{Fixed, Le};
use crate::message::Message;
use crate::steps::tick;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::ops::Range;
use std::slice;

/// The values of a [`PackedView`].
pub struct PackedIter<'a, T: Fixed>(slice::Iter<'a, Le<T>>);

/// The values of a [`BitsView`].
#[derive(Debug, Clone)]
pub struct BitsIter<'a> {
    bits: BitsView<'a>,
    left: Range<usize>,
}

impl<T: Fixed> Clone for PackedIter<'_, T> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<T: Fixed + fmt::Debug> fmt::Debug for PackedIter<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.0.as_slice()).finish()
    }
}

impl<T: Fixed> Iterator for PackedIter<'_, T> {
    type Item = T;
    #[inline(always)]
    fn next(&mut self) -> Option<T> {
        tick(1);
        self.0.next().map(Le::get)
    }
    #[inline(always)]
    fn size_hint(&self) -> (usize, Option<usize>) {
        self.0.size_hint()
    }
    #[inline(always)]
    fn nth(&mut self, n: usize) -> Option<T> {
        self.0.nth(n).map(Le::get)
    }
    #[inline(always)]
    fn fold<B, F: FnMut(B, T) -> B>(self, init: B, f: F) -> B {
        tick(self.0.len());
        self.0.map(Le::get).fold(init, f)
    }
}

impl<T: Fixed> DoubleEndedIterator for PackedIter<'_, T> {
    #[inline(always)]
    fn next_back(&mut self) -> Option<T> {
        self.0.next_back().map(Le::get)
    }
}

impl<T: Fixed> ExactSizeIterator for PackedIter<'_, T> {}

impl Iterator for BitsIter<'_> {
    type Item = bool;
    #[inline(always)]
    fn next(&mut self) -> Option<bool> {
        tick(1);
        self.left.next().map(|i| self.bits.bit(i))
    }
    #[inline(always)]
    fn size_hint(&self) -> (usize, Option<usize>) {
        self.left.size_hint()
    }
    #[inline(always)]
    fn nth(&mut self, n: usize) -> Option<bool> {
        self.left.nth(n).map(|i| self.bits.bit(i))
    }
}

impl DoubleEndedIterator for BitsIter<'_> {
    #[inline(always)]
    fn next_back(&mut self) -> Option<bool> {
        self.left.next_back().map(|i| self.bits.bit(i))
    }
}

impl ExactSizeIterator for BitsIter<'_> {}

impl<'a, T: Fixed> PackedView<'a, T> {
    /// All elements.
    #[inline(always)]
    pub fn iter(self) -> PackedIter<'a, T> {
        PackedIter(self.as_slice().iter())
    }
}

impl<'a> BitsView<'a> {
    /// All elements.
    #[inline(always)]
    pub fn iter(self) -> BitsIter<'a> {
        BitsIter {
            bits: self,
            left: 0..self.len(),
        }
    }
}

impl<'a, T: Fixed> IntoIterator for PackedView<'a, T> {
    type Item = T;
    type IntoIter = PackedIter<'a, T>;
    #[inline(always)]
    fn into_iter(self) -> PackedIter<'a, T> {
        self.iter()
    }
}

impl<'a> IntoIterator for BitsView<'a> {
    type Item = bool;
    type IntoIter = BitsIter<'a>;
    fn into_iter(self) -> BitsIter<'a> {
        self.iter()
    }
}

impl<'a, K: Key, V: List> IntoIterator for MapView<'a, K, V> {
    type Item = (K::Item<'a>, V::Item<'a>);
    type IntoIter = MapIter<'a, K, V>;
    fn into_iter(self) -> MapIter<'a, K, V> {
        self.iter()
    }
}

/// The first and the last of what `get` finds.
macro_rules! ends {
    ($($view:ty, $item:ty, [$($p:tt)*];)*) => {$(
        impl<'a, $($p)*> $view {
            /// The first element.
            #[inline]
            pub fn first(self) -> Option<$item> {
                self.get(0)
            }

            /// The last element.
            #[inline]
            pub fn last(self) -> Option<$item> {
                self.get(self.len().checked_sub(1)?)
            }
        }
    )*};
}
ends! {
    RowsView<'a, M>, M::View<'a>, [M: Message];
    ItemsView<'a, K>, K::View<'a>, [K: Kind];
    PackedView<'a, T>, T, [T: Fixed];
    BitsView<'a>, bool, [];
}

impl<'a, K: Key, V: List> MapView<'a, K, V> {
    /// The entry with the least key.
    #[inline]
    pub fn first(self) -> Option<(K::Item<'a>, V::Item<'a>)> {
        self.iter().next()
    }

    /// The entry with the greatest key.
    #[inline]
    pub fn last(self) -> Option<(K::Item<'a>, V::Item<'a>)> {
        self.iter().next_back()
    }
}

/// Equality and hash by what the canonical bytes are.
macro_rules! by_bytes {
    ($($view:ty, [$($p:tt)*], $it:ident => $bytes:expr;)*) => {$(
        impl<$($p)*> PartialEq for $view {
            fn eq(&self, other: &Self) -> bool {
                let parts = |$it: &Self| $bytes;
                parts(self) == parts(other)
            }
        }
        impl<$($p)*> Eq for $view {}
        impl<$($p)*> Hash for $view {
            fn hash<H: Hasher>(&self, state: &mut H) {
                let $it = self;
                ($bytes).hash(state);
            }
        }
    )*};
}
by_bytes! {
    RowsView<'a, M>, ['a, M: Message], it => it.parts_as_bytes();
    ItemsView<'a, K>, ['a, K: Kind], it => it.parts_as_bytes();
    PackedView<'a, T>, ['a, T: Fixed], it => it.as_bytes();
    BitsView<'a>, ['a], it => it.as_bytes();
    RawUnion<'a, U>, ['a, U: Union], it => it.parts_as_bytes();
    NestedView<'a, U>, ['a, U: Union], it => it.raw().parts_as_bytes();
}

impl<'a, K: List, V: List> PartialEq for MapView<'a, K, V>
where
    K::View<'a>: PartialEq,
    V::View<'a>: PartialEq,
{
    fn eq(&self, other: &Self) -> bool {
        self.lists() == other.lists()
    }
}

impl<'a, K: List, V: List> Eq for MapView<'a, K, V>
where
    K::View<'a>: Eq,
    V::View<'a>: Eq,
{
}

impl<'a, K: List, V: List> Hash for MapView<'a, K, V>
where
    K::View<'a>: Hash,
    V::View<'a>: Hash,
{
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.lists().hash(state);
    }
}

/// Equality with a slice of what elements can be compared with.
macro_rules! with_slices {
    ($($view:ty, [$($p:tt)*], $item:ty;)*) => {$(
        impl<'a, $($p)* E> PartialEq<[E]> for $view
        where
            $item: PartialEq<E>,
        {
            fn eq(&self, other: &[E]) -> bool {
                self.len() == other.len() && self.iter().zip(other).all(|(a, b)| a == *b)
            }
        }
        impl<'a, $($p)* E> PartialEq<&[E]> for $view
        where
            $item: PartialEq<E>,
        {
            fn eq(&self, other: &&[E]) -> bool {
                *self == **other
            }
        }
        impl<'a, $($p)* E, const N: usize> PartialEq<[E; N]> for $view
        where
            $item: PartialEq<E>,
        {
            fn eq(&self, other: &[E; N]) -> bool {
                *self == *other.as_slice()
            }
        }
        impl<'a, $($p)* E> PartialEq<Vec<E>> for $view
        where
            $item: PartialEq<E>,
        {
            fn eq(&self, other: &Vec<E>) -> bool {
                *self == *other.as_slice()
            }
        }
    )*};
}
with_slices! {
    RowsView<'a, M>, [M: Message,], M::View<'a>;
    ItemsView<'a, K>, [K: Kind,], K::View<'a>;
    PackedView<'a, T>, [T: Fixed,], T;
    BitsView<'a>, [], bool;
}

impl<T: Fixed + fmt::Debug> fmt::Debug for PackedView<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}

impl fmt::Debug for BitsView<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}

const _: () = {
    // A view of a list kind is all that a map of it needs to be compared.
    const fn holds<T: Eq + Hash>() {}
    holds::<MapView<'static, Bits, Bits>>();
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kind::{Put, Writer};
    use crate::raw::Proven;
    use proptest::prelude::*;

    #[derive(Debug, Clone, Copy)]
    enum Step {
        Next,
        Back,
        Nth(usize),
        NthBack(usize),
    }

    fn step() -> impl Strategy<Value = Step> {
        prop_oneof![
            4 => Just(Step::Next),
            4 => Just(Step::Back),
            1 => (0..90usize).prop_map(Step::Nth),
            1 => (0..20usize).prop_map(Step::NthBack),
        ]
    }

    proptest! {
        #[test]
        fn bits_are_taken_from_both_ends_as_from_a_slice(
            bools in prop::collection::vec(any::<bool>(), 0..300),
            steps in prop::collection::vec(step(), 0..400),
        ) {
            let mut w = Writer::with_capacity(0);
            Put::<Bits>::put(&bools, &mut w);
            let view = Bits::view(Proven::new(w.written()));
            let (mut ours, mut theirs) = (view.iter(), bools.iter().copied());
            prop_assert_eq!(ours.clone().collect::<Vec<_>>(), bools.clone());
            prop_assert_eq!(ours.clone().rev().collect::<Vec<_>>(), bools.iter().rev().copied().collect::<Vec<_>>());
            for step in steps {
                match step {
                    Step::Next => prop_assert_eq!(ours.next(), theirs.next()),
                    Step::Back => prop_assert_eq!(ours.next_back(), theirs.next_back()),
                    Step::Nth(n) => prop_assert_eq!(ours.nth(n), theirs.nth(n)),
                    Step::NthBack(n) => prop_assert_eq!(ours.nth_back(n), theirs.nth_back(n)),
                }
                prop_assert_eq!(ours.len(), theirs.len());
            }
        }
    }
}
