//! Kinds that may be absent.

use super::{Cx, Kind, Put, Room, seal};
use crate::message::flag;
use crate::raw::Proven;
use crate::writer::Writer;
use std::marker::PhantomData;

/// A kind whose values are never empty, so that an empty range says absent: messages, carried ones too, unions, large scalars.
#[derive(Debug)]
pub struct Optional<K>(PhantomData<K>);

impl<K: Kind> seal::Kind for Optional<K> {}
impl<K: Kind> Kind for Optional<K> {
    type View<'a> = Option<K::View<'a>>;

    #[inline(always)]
    fn verify(range: &[u8], cx: Cx) -> bool {
        range.is_empty() || K::verify(range, cx)
    }

    #[inline(always)]
    fn view(range: Proven<'_>) -> Option<K::View<'_>> {
        (!range.bytes().is_empty()).then(|| K::view(range))
    }

    #[inline(always)]
    fn view_by_call(range: Proven<'_>) -> Option<K::View<'_>> {
        (!range.bytes().is_empty()).then(|| K::view_by_call(range))
    }
}

impl<K: Kind, V: Put<K>> seal::Put<Optional<K>> for Option<V> {}
impl<K: Kind, V: Put<K>> Put<Optional<K>> for Option<V> {
    const FLAT: bool = V::FLAT;

    #[inline(always)]
    fn is_empty(&self) -> bool {
        self.is_none()
    }
    #[inline(always)]
    fn put(self, w: &mut Writer) {
        if let Some(value) = self {
            value.put(w);
        }
    }

    #[inline(always)]
    fn room(&self) -> usize {
        self.as_ref().map_or(0, Put::room)
    }
    #[inline(always)]
    fn put_flat(self, room: &mut Room<'_>) -> Option<()> {
        self.map_or(Some(()), |value| value.put_flat(room))
    }
}

/// A kind whose values may be empty: presence is bit `MASK` of byte `FLAG` among the scalars.
#[derive(Debug)]
pub struct Flagged<K, const FLAG: usize, const MASK: u8>(PhantomData<K>);

impl<K: Kind, const FLAG: usize, const MASK: u8> seal::Kind for Flagged<K, FLAG, MASK> {}
impl<K: Kind, const FLAG: usize, const MASK: u8> Kind for Flagged<K, FLAG, MASK> {
    type View<'a> = Option<K::View<'a>>;

    /// Without scalars there is no presence bit: only a slot can be of this kind.
    fn verify(_: &[u8], _: Cx) -> bool {
        false
    }

    #[inline(always)]
    fn verify_slot(range: &[u8], scalars: &[u8], cx: Cx) -> bool {
        // Every kind that may be empty takes an empty range, so nothing has to branch on the bit.
        (flag(scalars, FLAG, MASK) | range.is_empty()) && K::verify(range, cx)
    }

    fn view(_: Proven<'_>) -> Option<K::View<'_>> {
        None
    }

    #[inline(always)]
    fn view_slot<'a>(range: Proven<'a>, scalars: &'a [u8]) -> Option<K::View<'a>> {
        flag(scalars, FLAG, MASK).then(|| K::view(range))
    }

    #[inline(always)]
    fn slot_by_call<'a>(range: Proven<'a>, scalars: &'a [u8]) -> Option<K::View<'a>> {
        flag(scalars, FLAG, MASK).then(|| K::view_by_call(range))
    }
}

impl<K: Kind, V: Put<K>, const F: usize, const M: u8> seal::Put<Flagged<K, F, M>> for Option<V> {}
impl<K: Kind, V: Put<K>, const F: usize, const M: u8> Put<Flagged<K, F, M>> for Option<V> {
    const FLAT: bool = V::FLAT;

    #[inline(always)]
    fn is_empty(&self) -> bool {
        self.as_ref().is_none_or(Put::is_empty)
    }
    #[inline(always)]
    fn put(self, w: &mut Writer) {
        if let Some(value) = self {
            value.put(w);
        }
    }

    #[inline(always)]
    fn room(&self) -> usize {
        self.as_ref().map_or(0, Put::room)
    }
    #[inline(always)]
    fn put_flat(self, room: &mut Room<'_>) -> Option<()> {
        self.map_or(Some(()), |value| value.put_flat(room))
    }
}
