//! Maps: a message of two slots, the lists of keys and of values.
//!
//! Keys ascend strictly: integers by value, strings and UUIDs by bytes. So a key is found by binary search, no key
//! comes twice, and a map has one encoding. An empty map is an empty range.

use super::flat::{Bits, Packed, Text};
use super::items::{Items, ItemsView};
use super::{Cx, Kind, List, Put, PutList, seal};
use crate::error::EncodeError;
use crate::fixed::Fixed;
use crate::owned;
use crate::raw::Proven;
use crate::steps::tick;
use crate::view::Shape;
use crate::wire;
use crate::writer::Writer;
use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;

/// A map whose keys and values are lists of kinds `K` and `V`.
#[derive(Debug)]
pub struct Map<K, V>(PhantomData<(K, V)>);

/// A list kind whose elements can be keys.
pub trait Key: List {
    /// Whether each key is greater than the one before it.
    #[doc(hidden)]
    fn ascends(view: Self::View<'_>) -> bool;
}

fn ascend<T: Ord>(keys: impl Iterator<Item = T>) -> bool {
    keys.is_sorted_by(|a, b| a < b)
}

impl<T: Fixed + Ord> Key for Packed<T> {
    fn ascends(view: Self::View<'_>) -> bool {
        ascend(view.iter())
    }
}

impl Key for Bits {
    fn ascends(view: Self::View<'_>) -> bool {
        ascend(view.iter())
    }
}

impl Key for Items<Text> {
    fn ascends(view: ItemsView<'_, Text>) -> bool {
        // Most differ in their first byte: then nothing is called to compare them.
        view.iter()
            .is_sorted_by(|a, b| match (a.as_bytes(), b.as_bytes()) {
                ([a, ..], [b, ..]) if a != b => a < b,
                (a, b) => a < b,
            })
    }
}

/// A map, read in place.
pub struct MapView<'a, K: List, V: List> {
    keys: K::View<'a>,
    values: V::View<'a>,
}

impl<K: List, V: List> Clone for MapView<'_, K, V> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<K: List, V: List> Copy for MapView<'_, K, V> {}

impl<'a, K: List, V: List> MapView<'a, K, V> {
    /// The keys and the values.
    pub(super) fn lists(self) -> (K::View<'a>, V::View<'a>) {
        (self.keys, self.values)
    }
}

impl<'a, K: Key, V: List> MapView<'a, K, V> {
    /// Number of entries.
    #[inline(always)]
    pub fn len(self) -> usize {
        K::len(self.keys)
    }

    /// Whether there is none.
    #[inline(always)]
    pub fn is_empty(self) -> bool {
        self.len() == 0
    }

    /// The value of `key`, by binary search.
    #[inline]
    pub fn get<Q>(self, key: Q) -> Option<V::Item<'a>>
    where
        K::Item<'a>: PartialOrd<Q>,
    {
        find::<K, Q>(self.keys, &key).map(|at| V::get(self.values, at))
    }

    /// All entries, by ascending key.
    pub fn iter(self) -> MapIter<'a, K, V> {
        MapIter {
            view: self,
            next: 0,
            end: self.len(),
        }
    }

    /// All entries, as what the functions make of them: for generated code, where a closure for each map and an iterator of
    /// its own would have to be compiled.
    #[doc(hidden)]
    #[inline]
    pub fn to_map<OK: Ord, OV>(
        self,
        key: impl Fn(K::Item<'a>) -> OK,
        value: impl Fn(V::Item<'a>) -> OV,
    ) -> BTreeMap<OK, OV> {
        owned::map(&self, key, value)
    }
}

/// Where a key stands among keys that ascend, by binary search.
#[inline]
#[allow(clippy::arithmetic_side_effects)] // low <= high < len
pub(crate) fn find<'a, K: List, Q>(keys: K::View<'a>, key: &Q) -> Option<usize>
where
    K::Item<'a>: PartialOrd<Q>,
{
    use std::cmp::Ordering;
    let (mut low, mut high) = (0, K::len(keys));
    while low < high {
        let middle = low + (high - low) / 2;
        match K::get(keys, middle).partial_cmp(key)? {
            Ordering::Less => low = middle + 1,
            Ordering::Equal => return Some(middle),
            Ordering::Greater => high = middle,
        }
    }
    None
}

impl<'a, K: Key, V: List> fmt::Debug for MapView<'a, K, V>
where
    K::Item<'a>: fmt::Debug,
    V::Item<'a>: fmt::Debug,
{
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.iter()).finish()
    }
}

/// The entries of a [`MapView`].
pub struct MapIter<'a, K: List, V: List> {
    view: MapView<'a, K, V>,
    next: usize,
    end: usize,
}

impl<K: List, V: List> Clone for MapIter<'_, K, V> {
    fn clone(&self) -> Self {
        Self {
            view: self.view,
            ..*self
        }
    }
}

impl<K: List, V: List> fmt::Debug for MapIter<'_, K, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MapIter")
            .field("next", &self.next)
            .field("end", &self.end)
            .finish()
    }
}

impl<'a, K: Key, V: List> Iterator for MapIter<'a, K, V> {
    type Item = (K::Item<'a>, V::Item<'a>);

    fn next(&mut self) -> Option<Self::Item> {
        let i = self.next;
        if i >= self.end {
            return None;
        }
        tick(1);
        self.next = i.wrapping_add(1);
        Some((K::get(self.view.keys, i), V::get(self.view.values, i)))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = self.end.saturating_sub(self.next);
        (left, Some(left))
    }
}

impl<K: Key, V: List> DoubleEndedIterator for MapIter<'_, K, V> {
    fn next_back(&mut self) -> Option<Self::Item> {
        if self.next >= self.end {
            return None;
        }
        self.end = self.end.wrapping_sub(1);
        Some((
            K::get(self.view.keys, self.end),
            V::get(self.view.values, self.end),
        ))
    }
}

impl<K: Key, V: List> ExactSizeIterator for MapIter<'_, K, V> {}

/// The ranges of keys and values, as the headers of a map say.
pub(crate) fn parts(range: &[u8]) -> Option<(&[u8], &[u8])> {
    let (header, rest) = range.split_first_chunk::<{ Shape::BYTES }>()?;
    let shape = Shape::read(*header);
    let w = u32::from(shape.width);
    let (ends, heap) = rest.split_at_checked(2 << w)?;
    let holds = shape.scalars == 0 && shape.count == 2 && w == wire::width(heap.len());
    if !holds || wire::end(ends, w, 1) != heap.len() {
        return None;
    }
    heap.split_at_checked(wire::end(ends, w, 0))
}

impl<K: Key, V: List> seal::Kind for Map<K, V> {}
impl<K: Key, V: List> Kind for Map<K, V> {
    type View<'a> = MapView<'a, K, V>;

    fn verify(range: &[u8], cx: Cx) -> bool {
        tick(1);
        if range.is_empty() {
            return true;
        }
        let Some((keys, values)) = parts(range) else {
            return false;
        };
        if keys.is_empty() || !K::verify(keys, cx) || !V::verify(values, cx) {
            return false;
        }
        let keys = K::view(Proven::new(keys));
        K::len(keys) == V::len(V::view(Proven::new(values))) && K::ascends(keys)
    }

    fn view(range: Proven<'_>) -> MapView<'_, K, V> {
        let (keys, values) = parts(range.bytes()).unwrap_or_default();
        MapView {
            keys: K::view(Proven::new(keys)),
            values: V::view(Proven::new(values)),
        }
    }

    #[inline(never)]
    fn view_by_call(range: Proven<'_>) -> MapView<'_, K, V> {
        Self::view(range)
    }
}

/// The most that the head of a map takes.
pub(crate) const MAP_HEAD: usize = 16;

/// Writes the head of a map in front of its keys and values, which are `keys` of its `heap` bytes and the rest.
#[inline(always)]
#[allow(clippy::as_conversions)] // a width is 0, 1 or 2
pub(crate) fn put_map_head(w: &mut Writer, keys: usize, heap: usize) {
    let width = wire::width(heap);
    w.put_ends(width, 2, [keys, heap].into_iter());
    let shape = Shape {
        scalars: 0,
        count: 2,
        width: width as u8,
    };
    w.put(&shape.write());
}

/// Writes a map whose keys ascend.
#[allow(clippy::arithmetic_side_effects)] // positions grow
#[inline]
fn put_map<K, V, EK, EV>(
    w: &mut Writer,
    keys: impl DoubleEndedIterator<Item = EK> + ExactSizeIterator + Clone,
    values: impl DoubleEndedIterator<Item = EV> + ExactSizeIterator + Clone,
) where
    K: PutList<EK>,
    V: PutList<EV>,
{
    let base = w.len();
    V::put_list(w, values);
    let values = w.len() - base;
    K::put_list(w, keys);
    let heap = w.len() - base;
    put_map_head(w, heap - values, heap);
}

impl<K: Key, V: List, OK, OV> seal::Put<Map<K, V>> for &BTreeMap<OK, OV> {}
impl<'a, K, V, OK, OV> Put<Map<K, V>> for &'a BTreeMap<OK, OV>
where
    K: Key + PutList<&'a OK>,
    V: PutList<&'a OV>,
{
    #[inline(always)]
    fn is_empty(&self) -> bool {
        BTreeMap::is_empty(self)
    }

    fn put(self, w: &mut Writer) {
        if !self.is_empty() {
            put_map::<K, V, _, _>(w, self.keys(), self.values());
        }
    }
}

impl<K: Key, V: List, OK, OV> seal::Put<Map<K, V>> for &[(OK, OV)] {}
impl<'a, K, V, OK, OV> Put<Map<K, V>> for &'a [(OK, OV)]
where
    K: Key + PutList<&'a OK>,
    V: PutList<&'a OV>,
    OK: Ord,
{
    #[inline(always)]
    fn is_empty(&self) -> bool {
        <[(OK, OV)]>::is_empty(self)
    }

    /// Entries in any order are sorted here; ascending ones, the common case, are written as they stand.
    fn put(self, w: &mut Writer) {
        if self.is_empty() {
            return;
        }
        if ascend(self.iter().map(|entry| &entry.0)) {
            put_map::<K, V, _, _>(
                w,
                self.iter().map(|entry| &entry.0),
                self.iter().map(|entry| &entry.1),
            );
            return;
        }
        let mut entries: Vec<&(OK, OV)> = self.iter().collect();
        entries.sort_by(|a, b| a.0.cmp(&b.0));
        if !ascend(entries.iter().map(|entry| &entry.0)) {
            w.fail(EncodeError::DuplicateKey);
        }
        put_map::<K, V, _, _>(
            w,
            entries.iter().map(|entry| &entry.0),
            entries.iter().map(|entry| &entry.1),
        );
    }
}

impl<K: Key, V: List, OK, OV> seal::Put<Map<K, V>> for &&[(OK, OV)] {}
impl<'a, K, V, OK, OV> Put<Map<K, V>> for &'a &[(OK, OV)]
where
    K: Key + PutList<&'a OK>,
    V: PutList<&'a OV>,
    OK: Ord,
{
    #[inline(always)]
    fn is_empty(&self) -> bool {
        <[(OK, OV)]>::is_empty(self)
    }

    fn put(self, w: &mut Writer) {
        let entries: &'a [(OK, OV)] = self;
        Put::<Map<K, V>>::put(entries, w);
    }
}

impl<K: List, V: List> seal::Put<Map<K, V>> for MapView<'_, K, V> {}
impl<'a, K, V> Put<Map<K, V>> for MapView<'a, K, V>
where
    K: Key + PutList<<K as List>::Item<'a>>,
    V: List + PutList<<V as List>::Item<'a>>,
{
    fn is_empty(&self) -> bool {
        K::len(self.keys) == 0
    }

    fn put(self, w: &mut Writer) {
        if !self.is_empty() {
            let (keys, values) = (
                self.iter().map(|entry| entry.0),
                self.iter().map(|entry| entry.1),
            );
            put_map::<K, V, _, _>(w, keys, values);
        }
    }
}
