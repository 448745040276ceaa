//! Lists and maps whose elements are changed in place. Their lengths stay, and so do keys.

use super::{Patch, PatchError, PatchKind, RawMut};
use crate::fixed::{Fixed, Le, Wire};
use crate::kind::{
    Bits, Items, Key, Kind, List, Map, Packed, Rows, list_head, map_parts, split_ends,
};
use crate::raw::{self, Proven};
use crate::view::Shape;
use crate::wire;
use std::fmt;
use std::marker::PhantomData;

/// Bytes of the count that a list opens with.
const HEAD: usize = 4;

/// A list of messages that are changed in place.
pub struct RowsMut<'a, M> {
    shape: Shape,
    width: u32,
    count: usize,
    ends: &'a [u8],
    heap: &'a mut [u8],
    rows: &'a mut [u8],
    /// See [`RawMut`].
    other: usize,
    message: PhantomData<fn(M) -> M>,
}

impl<M> fmt::Debug for RowsMut<'_, M> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RowsMut")
            .field("count", &self.count)
            .finish_non_exhaustive()
    }
}

impl<'a, M: Patch> RowsMut<'a, M> {
    /// Number of messages.
    pub fn len(&self) -> usize {
        self.count
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// Message `i`.
    #[inline(always)]
    pub fn get_mut(&mut self, i: usize) -> Option<M::ViewMut<'_>> {
        if i >= self.count {
            return None;
        }
        let range = if self.shape.count == 0 {
            0..0
        } else {
            let start = i
                .checked_sub(1)
                .map_or(0, |before| wire::end(self.ends, self.width, before));
            start..wire::end(self.ends, self.width, i)
        };
        Some(M::ViewMut::from(RawMut::row(
            self.shape,
            self.rows,
            i.wrapping_mul(self.shape.stride()),
            self.heap.get_mut(range).unwrap_or_default(),
            &mut self.other,
        )))
    }

    /// Calls `f` with each message in turn, until it gives an error.
    ///
    /// # Errors
    /// The first one that `f` gave.
    #[inline(always)]
    pub fn try_each<E>(
        &mut self,
        mut f: impl for<'r> FnMut(M::ViewMut<'r>) -> Result<(), E>,
    ) -> Result<(), E> {
        for i in 0..self.count {
            if let Some(row) = self.get_mut(i) {
                f(row)?;
            }
        }
        Ok(())
    }

    fn cut(range: &'a mut [u8]) -> Option<Self> {
        let (count, width, rest) = list_head(range)?;
        let shape = Shape::read(*rest.first_chunk()?);
        let row_ends = if shape.count == 0 { 0 } else { count };
        let (_, rest) = range.split_at_mut_checked(HEAD.checked_add(Shape::BYTES)?)?;
        let (ends, rest) = rest.split_at_mut_checked(row_ends.checked_mul(1 << width)?)?;
        let heap = rest.len().checked_sub(count.checked_mul(shape.stride())?)?;
        let (heap, rows) = rest.split_at_mut_checked(heap)?;
        Some(Self {
            shape,
            width,
            count,
            ends,
            heap,
            rows,
            other: 0,
            message: PhantomData,
        })
    }
}

impl<M: Patch> PatchKind for Rows<M> {
    type Mut<'a> = RowsMut<'a, M>;
    #[inline]
    fn open(range: &mut [u8]) -> RowsMut<'_, M> {
        RowsMut::cut(range).unwrap_or(RowsMut {
            shape: Shape::read([0; 4]),
            width: 0,
            count: 0,
            ends: &[],
            heap: &mut [],
            rows: &mut [],
            other: 0,
            message: PhantomData,
        })
    }
}

/// A list of values of fixed size that are changed in place.
#[derive(Debug)]
pub struct PackedMut<'a, T: Fixed>(&'a mut [Le<T>]);

impl<T: Fixed> PackedMut<'_, T> {
    /// Number of elements.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The elements as they lie there.
    #[inline(always)]
    pub fn as_mut_slice(&mut self) -> &mut [Le<T>] {
        self.0
    }

    /// Another element `i` in its place.
    ///
    /// # Errors
    /// Where there are fewer, or the value has another encoding than its own.
    #[inline(always)]
    pub fn set(&mut self, i: usize, value: T) -> Result<(), PatchError> {
        if !T::is_canonical(&value.to_wire()) {
            return Err(PatchError::Invalid);
        }
        self.0.get_mut(i).ok_or(PatchError::Absent)?.set(value);
        Ok(())
    }
}

impl<T: Fixed> PatchKind for Packed<T> {
    type Mut<'a> = PackedMut<'a, T>;
    #[inline(always)]
    fn open(range: &mut [u8]) -> PackedMut<'_, T> {
        PackedMut(raw::wrap_mut(T::Wire::slice_mut(range)))
    }
}

/// A list of `bool` that are changed in place.
#[derive(Debug)]
pub struct BitsMut<'a>(&'a mut [u8]);

impl BitsMut<'_> {
    /// Number of elements.
    pub fn len(&self) -> usize {
        Bits::view(Proven::new(self.0)).len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Another element `i` in its place.
    ///
    /// # Errors
    /// Where there are fewer, or the value has another encoding than its own.
    pub fn set(&mut self, i: usize, value: bool) -> Result<(), PatchError> {
        if i >= self.len() {
            return Err(PatchError::Absent);
        }
        if let Some(byte) = self.0.get_mut(i >> 3) {
            let mask = 1 << (i & 7);
            *byte = if value { *byte | mask } else { *byte & !mask };
        }
        Ok(())
    }
}

impl PatchKind for Bits {
    type Mut<'a> = BitsMut<'a>;
    fn open(range: &mut [u8]) -> BitsMut<'_> {
        BitsMut(range)
    }
}

/// A list of elements of kind `K` that are changed in place.
pub struct ItemsMut<'a, K> {
    ends: &'a [u8],
    data: &'a mut [u8],
    count: usize,
    width: u32,
    kind: PhantomData<fn(K) -> K>,
}

impl<K> fmt::Debug for ItemsMut<'_, K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ItemsMut")
            .field("count", &self.count)
            .finish_non_exhaustive()
    }
}

impl<K: PatchKind> ItemsMut<'_, K> {
    /// Number of elements.
    pub fn len(&self) -> usize {
        self.count
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// Element `i`.
    pub fn get_mut(&mut self, i: usize) -> Option<K::Mut<'_>> {
        if i >= self.count {
            return None;
        }
        let start = i
            .checked_sub(1)
            .map_or(0, |before| wire::end(self.ends, self.width, before));
        let end = wire::end(self.ends, self.width, i);
        Some(K::open(self.data.get_mut(start..end).unwrap_or_default()))
    }
}

impl<K: PatchKind> PatchKind for Items<K> {
    type Mut<'a> = ItemsMut<'a, K>;
    fn open(range: &mut [u8]) -> ItemsMut<'_, K> {
        let (count, width, rest) = list_head(range).unwrap_or((0, 0, &[]));
        let ends = split_ends(rest, count, width).map_or(0, |(ends, _)| ends.len());
        let (_, rest) = range.split_at_mut_checked(HEAD).unwrap_or_default();
        let (ends, data) = rest.split_at_mut_checked(ends).unwrap_or_default();
        ItemsMut {
            ends,
            data,
            count,
            width,
            kind: PhantomData,
        }
    }
}

/// A map whose values are changed in place.
pub struct MapMut<'a, K, V> {
    keys: &'a [u8],
    values: &'a mut [u8],
    kinds: PhantomData<fn(K, V)>,
}

impl<K, V> fmt::Debug for MapMut<'_, K, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MapMut").finish_non_exhaustive()
    }
}

impl<K: Key, V: PatchKind> MapMut<'_, K, V> {
    /// Number of entries.
    pub fn len(&self) -> usize {
        K::len(K::view(Proven::new(self.keys)))
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.keys.is_empty()
    }

    /// The keys, in the order of the values.
    pub fn keys(&self) -> K::View<'_> {
        K::view(Proven::new(self.keys))
    }

    /// The values, in the order of the keys.
    pub fn values_mut(&mut self) -> V::Mut<'_> {
        V::open(self.values)
    }

    /// The place of the value of `key`, by binary search.
    pub fn position<Q>(&self, key: Q) -> Option<usize>
    where
        for<'k> K::Item<'k>: PartialOrd<Q>,
    {
        crate::kind::find::<K, Q>(self.keys(), &key)
    }
}

impl<K: Key, V: List + PatchKind> PatchKind for Map<K, V> {
    type Mut<'a> = MapMut<'a, K, V>;
    fn open(range: &mut [u8]) -> MapMut<'_, K, V> {
        let (keys, values) = map_parts(range).map_or((0, 0), |(k, v)| (k.len(), v.len()));
        let start = range.len().saturating_sub(keys.saturating_add(values));
        let (_, lists) = range.split_at_mut_checked(start).unwrap_or_default();
        let (keys, values) = lists.split_at_mut_checked(keys).unwrap_or_default();
        MapMut {
            keys,
            values,
            kinds: PhantomData,
        }
    }
}
