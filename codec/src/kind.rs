//! Kinds: what a range of bytes holds, and how it is verified, read and written.
//!
//! The schema's types map to kinds one to one. Values of fixed size that lie among a message's scalars have no
//! kind; those that lie in a slot, in a list or in a union do.
//!
//! | schema | kind |
//! |---|---|
//! | `string`, `bytes` | [`Text`], [`Blob`] |
//! | `M`, `U` (required) | [`Sub`], [`Choice`] |
//! | `encoded<M>` | [`Root`] |
//! | `M?`, `U?`, `encoded<M>?`, `uuid?` | [`Optional`] of [`Sub`], [`Choice`], [`Root`], [`One`] |
//! | `string?`, `list<T>?` | [`Flagged`] |
//! | `string = "…"`, `bytes = b"…"` | [`Defaulted`] |
//! | `list<u32>`, `list<bool>`, `list<M>`, other lists | [`Packed`], [`Bits`], [`Rows`], [`Items`] |
//! | `map<K, V>` | [`Map`] of the lists of keys and of values |
//! | `U` in a `U` | [`Nested`] |
//! | a tombstone; a variant without a payload | [`Hole`]; [`Nothing`] |
//!
//! The traits are sealed: a kind's `view` trusts what its `verify` accepted.

/// Double-ended, exact iteration over a view: `step` reads element `i`, which begins at `start`, and moves that on.
macro_rules! iterate {
    ($iter:ident, $view:ident, $p:ident: $bound:ident, $item:ty) => {
        impl<$p> std::fmt::Debug for $iter<'_, $p> {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.debug_struct(stringify!($iter))
                    .field("next", &self.next)
                    .field("end", &self.end)
                    .finish()
            }
        }

        impl<'a, $p: $bound> Iterator for $iter<'a, $p> {
            type Item = $item;

            #[inline(always)]
            fn next(&mut self) -> Option<$item> {
                if self.next >= self.end {
                    return None;
                }
                crate::steps::tick(1);
                let i = self.next;
                self.next = i.wrapping_add(1);
                Some(self.view.step(i, &mut self.start))
            }

            #[inline(always)]
            fn size_hint(&self) -> (usize, Option<usize>) {
                let left = self.end.saturating_sub(self.next);
                (left, Some(left))
            }

            #[inline(always)]
            fn nth(&mut self, n: usize) -> Option<$item> {
                if n > 0 {
                    self.next = self.next.saturating_add(n).min(self.end);
                    self.start = self.view.start_of(self.next);
                }
                self.next()
            }
        }

        impl<'a, $p: $bound> DoubleEndedIterator for $iter<'a, $p> {
            #[inline(always)]
            fn next_back(&mut self) -> Option<$item> {
                if self.next >= self.end {
                    return None;
                }
                self.end = self.end.wrapping_sub(1);
                self.view.get(self.end)
            }
        }

        impl<$p: $bound> ExactSizeIterator for $iter<'_, $p> {}

        impl<'a, $p: $bound> IntoIterator for $view<'a, $p> {
            type Item = $item;
            type IntoIter = $iter<'a, $p>;
            #[inline(always)]
            fn into_iter(self) -> $iter<'a, $p> {
                self.iter()
            }
        }
    };
}
use iterate;

/// Slices and vectors, written as a list of what they hold.
macro_rules! put_slices {
    ($kind:ty, $p:ident: $bound:ident) => {
        super::put_slices!($kind, $p: $bound, &'a [E]);
        super::put_slices!($kind, $p: $bound, &'a &[E]);
        super::put_slices!($kind, $p: $bound, &'a Vec<E>);
    };
    ($kind:ty, $p:ident: $bound:ident, $source:ty) => {
        impl<'a, $p: $bound, E> seal::Put<$kind> for $source {}
        impl<'a, $p: $bound, E> Put<$kind> for $source
        where
            $kind: PutList<&'a E>,
        {
            #[inline(always)]
            fn is_empty(&self) -> bool {
                self.len() == 0
            }
            #[inline(always)]
            fn put(self, w: &mut Writer) {
                <$kind>::put_list(w, self.iter());
            }
        }
    };
}
use put_slices;

mod choice;
mod defaulted;
mod ends;
mod flat;
mod items;
mod map;
mod optional;
mod root;
mod rows;
mod sub;
mod weigh;

pub use crate::raw::Proven;
#[doc(hidden)]
pub use crate::raw::Room;
pub use crate::writer::Writer;
pub use choice::{
    Choice, EncodeUnion, Nested, NestedView, RawUnion, Union, Unknown, VariantWriter,
};
pub(crate) use choice::{put_ordinal, split as split_union};
pub use defaulted::{Defaulted, Preset, Run};
pub use ends::{BitsIter, PackedIter};
pub use flat::{Bits, BitsView, Blob, Hole, Nothing, One, Packed, PackedView, Text};
pub(crate) use flat::{bits_room, cut, list_head, put_list_head, put_many_bits, split_ends};
pub use items::{Items, ItemsIter, ItemsView};
pub use map::{Key, Map, MapIter, MapView};
pub(crate) use map::{MAP_HEAD, find, parts as map_parts, put_map_head};
pub use optional::{Flagged, Optional};
pub use root::Root;
pub use rows::{Rows, RowsIter, RowsView};
pub use sub::Sub;
pub(crate) use sub::{is_plain_message, put_message, verify_message};
#[doc(hidden)]
pub use weigh::{Budget, Weigh, WeighTree};
pub(crate) use weigh::{fits, view_fits};

/// How much verification may still do.
#[derive(Debug, Clone, Copy)]
pub struct Cx {
    pub(crate) depth: u32,
}

impl Cx {
    /// One message deeper; `None` at the limit.
    #[inline(always)]
    pub(crate) fn deeper(self) -> Option<Self> {
        self.depth.checked_sub(1).map(|depth| Self { depth })
    }
}

#[expect(unnameable_types, reason = "sealed: nobody else may name them")]
pub(crate) mod seal {
    /// Kinds are this crate's: `view` trusts `verify`.
    pub trait Kind {}
    /// So are the ways to write one.
    pub trait Put<K> {}
    /// So are the ways to write a list: whoever writes one could write anything.
    ///
    /// ```compile_fail,E0277
    /// use stillwire_codec::kind::{Blob, Items, Put, PutList, Text, Writer};
    /// struct Mine;
    /// impl<'a> PutList<&'a Mine> for Items<Text> {
    ///     fn put_list<I>(w: &mut Writer, _: I)
    ///     where
    ///         I: DoubleEndedIterator<Item = &'a Mine> + ExactSizeIterator + Clone,
    ///     {
    ///         Put::<Blob>::put(&b"\x01\0\0\0\x01\xFF"[..], w);
    ///     }
    /// }
    /// ```
    pub trait PutList<E> {}
}

/// What a range of bytes holds.
pub trait Kind: seal::Kind + Weigh + 'static {
    /// What a reader gets.
    type View<'a>: Copy;

    /// Whether this is [`Text`].
    #[doc(hidden)]
    const TEXT: bool = false;

    /// Whether an empty range is a value.
    #[doc(hidden)]
    const MAY_BE_EMPTY: bool = true;

    /// Whether `range` is one canonical value.
    #[doc(hidden)]
    fn verify(range: &[u8], cx: Cx) -> bool;

    /// The same for a slot of a message with these scalars, where a presence bit may lie.
    #[doc(hidden)]
    #[inline(always)]
    fn verify_slot(range: &[u8], _scalars: &[u8], cx: Cx) -> bool {
        Self::verify(range, cx)
    }

    /// Reads a verified range. An empty one is the kind's default.
    #[doc(hidden)]
    fn view(range: Proven<'_>) -> Self::View<'_>;

    /// The same for a slot.
    #[doc(hidden)]
    #[inline(always)]
    fn view_slot<'a>(range: Proven<'a>, _scalars: &'a [u8]) -> Self::View<'a> {
        Self::view(range)
    }

    /// [`view`](Self::view) where that is much code and many places want it: a call, if it needs no type.
    #[doc(hidden)]
    #[inline(always)]
    fn view_by_call(range: Proven<'_>) -> Self::View<'_> {
        Self::view(range)
    }

    /// The same for a slot. A kind with a [`view_slot`](Self::view_slot) of its own has this one, too.
    #[doc(hidden)]
    #[inline(always)]
    fn slot_by_call<'a>(range: Proven<'a>, _scalars: &'a [u8]) -> Self::View<'a> {
        Self::view_by_call(range)
    }
}

/// A value that fills a slot of kind `K`.
pub trait Put<K: Kind>: seal::Put<K> {
    /// Whether it is a run of bytes whose length is known before it is written: then the slots of a message can share
    /// one check for room.
    #[doc(hidden)]
    const FLAT: bool = false;
    /// Whether it takes no bytes.
    fn is_empty(&self) -> bool;
    /// Writes it in front of what `w` holds.
    fn put(self, w: &mut Writer);
    /// Bytes that it takes, where it is flat.
    #[doc(hidden)]
    #[inline(always)]
    fn room(&self) -> usize {
        0
    }
    /// Writes it, where it is flat; `None` where it does not fit.
    #[doc(hidden)]
    #[inline(always)]
    fn put_flat(self, _room: &mut Room<'_>) -> Option<()>
    where
        Self: Sized,
    {
        Some(())
    }
}

/// A list kind: what map keys and values are.
pub trait List: Kind {
    /// An element, as read.
    type Item<'a>: Copy;
    /// Number of elements.
    fn len(view: Self::View<'_>) -> usize;
    /// Element `i`; the default where there are fewer.
    fn get<'a>(view: Self::View<'a>, i: usize) -> Self::Item<'a>
    where
        'a: 'a;
}

/// A list kind that can be written from elements of type `E`.
pub trait PutList<E>: List + seal::PutList<E> {
    /// Writes the elements, the last one first.
    #[doc(hidden)]
    fn put_list<I>(w: &mut Writer, elements: I)
    where
        I: DoubleEndedIterator<Item = E> + ExactSizeIterator + Clone;
}
