//! What an owned value takes in memory, counted before it is made.
//!
//! A few bytes on the wire can stand for many in memory: a row of one byte for a struct of hundreds. So what is read from
//! a peer into owned values has a budget of its own.
//!
//! What counts are the elements of lists and maps, text and bytes, and messages and unions that may stand behind a box.
//! The root itself counts too.

use super::flat::{Bits, Blob, Hole, Nothing, One, Packed, Text};
use super::{
    Choice, Defaulted, Flagged, Items, Kind, List, Map, Nested, Optional, Preset, Root, Rows, Run,
    Sub, Union, map_parts,
};
use crate::fixed::Fixed;
use crate::message::Message;
use crate::raw::Proven;
use crate::slot::KindTree;
use crate::unverified::Unverified;
use crate::view::RawView;

/// Memory that is left.
#[derive(Debug)]
pub struct Budget {
    left: usize,
}

impl Budget {
    pub(crate) fn new(bytes: usize) -> Self {
        Self { left: bytes }
    }

    /// Takes room for `count` values of `size` bytes; `false` where there is less.
    #[inline]
    fn take(&mut self, count: usize, size: usize) -> bool {
        match self.left.checked_sub(count.saturating_mul(size)) {
            Some(left) => {
                self.left = left;
                true
            }
            None => false,
        }
    }
}

/// A kind whose owned values can be weighed.
pub trait Weigh {
    /// Bytes of an owned value itself, where it is an element of a list.
    const OWNED: usize = size_of::<Vec<u8>>();

    /// Bytes of an element, where it is a list.
    const ELEMENT: usize = 0;

    /// Takes what the owned value of a verified range holds beyond itself; `false` where the budget is spent.
    fn weigh(range: &[u8], budget: &mut Budget) -> bool;

    /// The same for a slot that is empty.
    #[inline(always)]
    fn weigh_empty(budget: &mut Budget) -> bool {
        let _ = budget;
        true
    }
}

/// The same of all slots of a message.
pub trait WeighTree {
    /// Takes what the slots from `first` on hold, whose ranges `slot` gives.
    fn weigh_slots<'a>(
        slot: &impl Fn(usize) -> &'a [u8],
        first: usize,
        budget: &mut Budget,
    ) -> bool;

    /// Takes what a range of the kind at `index` holds.
    fn weigh_one(index: usize, range: &[u8], budget: &mut Budget) -> bool;
}

/// Whether a message, verified, fits into memory of so many bytes when it is owned.
pub(crate) fn fits<M: Message>(bytes: &[u8], budget: usize) -> bool {
    Sub::<M>::weigh(bytes, &mut Budget::new(budget))
}

/// The same for a message, or row of a list, that is read in place.
pub(crate) fn view_fits<M: Message>(view: &RawView<'_, M>, budget: usize) -> bool {
    slots(view, &mut Budget::new(budget))
}

fn slots<M: Message>(view: &RawView<'_, M>, budget: &mut Budget) -> bool {
    M::Slots::weigh_slots(&|k| view.slot_bytes(k), 0, budget)
}

macro_rules! weigh {
    ($($kind:ty, [$($p:tt)*], |$range:ident, $budget:ident| $body:expr;)*) => {$(
        impl<$($p)*> Weigh for $kind {
            fn weigh($range: &[u8], $budget: &mut Budget) -> bool {
                $body
            }
        }
    )*};
}
weigh! {
    Text, [], |range, budget| budget.take(range.len(), 1);
    Blob, [], |range, budget| budget.take(range.len(), 1);
    Hole, [], |_range, _budget| true;
    Nothing, [], |_range, _budget| true;
    One<T>, [T: Fixed], |_range, budget| budget.take(1, size_of::<T>());
    Sub<M>, [M: Message], |range, budget| {
        let view = RawView::<M>::message(Proven::new(range));
        budget.take(1, size_of::<M>()) && slots(&view, budget)
    };
    Optional<K>, [K: Kind], |range, budget| range.is_empty() || K::weigh(range, budget);
    Flagged<K, FLAG, MASK>, [K: Kind, const FLAG: usize, const MASK: u8], |range, budget| {
        range.is_empty() || K::weigh(range, budget)
    };
    Nested<U>, [U: Union], |range, budget| Choice::<U>::weigh(range, budget);
}

/// An empty slot counts as the default, which it may stand for.
impl<K: Run, M: Preset<K, O>, const O: u32, const FLAG: usize, const MASK: u8> Weigh
    for Defaulted<K, M, O, FLAG, MASK>
{
    fn weigh(range: &[u8], budget: &mut Budget) -> bool {
        K::weigh(range, budget)
    }

    fn weigh_empty(budget: &mut Budget) -> bool {
        budget.take(Self::default().len(), 1)
    }
}

/// Lists: so many elements of `ELEMENT` bytes, and what these hold.
macro_rules! lists {
    ($($kind:ty, [$($p:tt)*], $element:expr, |$list:ident, $budget:ident| $inner:expr;)*) => {$(
        impl<$($p)*> Weigh for $kind {
            const ELEMENT: usize = $element;

            fn weigh(range: &[u8], $budget: &mut Budget) -> bool {
                let $list = Self::view(Proven::new(range));
                $budget.take($list.len(), Self::ELEMENT) && $inner
            }
        }
    )*};
}
lists! {
    Packed<T>, [T: Fixed], size_of::<T>(), |list, budget| true;
    Bits, [], size_of::<bool>(), |list, budget| true;
    Items<K>, [K: Kind], K::OWNED, |list, budget| list.ranges().all(|item| K::weigh(item, budget));
    Rows<M>, [M: Message], size_of::<M>(), |list, budget| {
        list.raws().all(|row| slots(&row, budget))
    };
}

/// Entries are collected, and then put into nodes of eleven, of which half may be full.
impl<K: super::Key, V: List> Weigh for Map<K, V> {
    fn weigh(range: &[u8], budget: &mut Budget) -> bool {
        const ENTRIES: usize = 11;
        const LINKS: usize = 16 * size_of::<usize>();
        let (keys, values) = map_parts(range).unwrap_or_default();
        let nodes = K::len(K::view(Proven::new(keys))) / 5;
        let entry = K::ELEMENT
            .saturating_add(V::ELEMENT)
            .saturating_add(size_of::<u64>());
        let node = entry.saturating_mul(ENTRIES).saturating_add(LINKS);
        K::weigh(keys, budget)
            && V::weigh(values, budget)
            && budget.take(nodes.saturating_add(1), node)
    }
}

impl<M: Message> Weigh for Root<M> {
    const OWNED: usize = size_of::<Unverified<M>>();

    fn weigh(range: &[u8], budget: &mut Budget) -> bool {
        budget.take(range.len(), 1)
    }
}

impl<U: Union> Weigh for Choice<U> {
    const OWNED: usize = size_of::<U>();

    fn weigh(range: &[u8], budget: &mut Budget) -> bool {
        let Some((ordinal, payload)) = super::split_union(range) else {
            return true;
        };
        if !budget.take(1, size_of::<U>()) {
            return false;
        }
        let index = usize::from(ordinal).wrapping_sub(1);
        if index < U::Variants::LEN {
            U::Variants::weigh_one(index, payload, budget)
        } else {
            budget.take(payload.len(), 1)
        }
    }
}

impl<K: Kind> WeighTree for K {
    #[inline]
    fn weigh_slots<'a>(
        slot: &impl Fn(usize) -> &'a [u8],
        first: usize,
        budget: &mut Budget,
    ) -> bool {
        let range = slot(first);
        if range.is_empty() {
            K::weigh_empty(budget)
        } else {
            K::weigh(range, budget)
        }
    }

    fn weigh_one(_: usize, range: &[u8], budget: &mut Budget) -> bool {
        K::weigh(range, budget)
    }
}

macro_rules! tuple {
    ($($T:ident)*) => {
        impl<$($T: KindTree),*> WeighTree for ($($T,)*) {
            #[inline]
            #[allow(unused_variables, unused_mut, unused_assignments)]
            fn weigh_slots<'a>(
                slot: &impl Fn(usize) -> &'a [u8],
                first: usize,
                budget: &mut Budget,
            ) -> bool {
                let mut first = first;
                $(
                    if !$T::weigh_slots(slot, first, budget) {
                        return false;
                    }
                    first = first.wrapping_add($T::LEN);
                )*
                true
            }

            #[allow(unused_variables, unused_mut, unused_assignments)]
            fn weigh_one(index: usize, range: &[u8], budget: &mut Budget) -> bool {
                let mut index = index;
                $(
                    if index < $T::LEN {
                        return $T::weigh_one(index, range, budget);
                    }
                    index = index.wrapping_sub($T::LEN);
                )*
                true
            }
        }
    };
}
tuple!();
tuple!(A);
tuple!(A B);
tuple!(A B C);
tuple!(A B C D);
tuple!(A B C D E);
tuple!(A B C D E F);
tuple!(A B C D E F G);
tuple!(A B C D E F G H);
