//! Unions whose payload is changed in place. The variant stays.

use super::PatchKind;
use crate::kind::{Choice, Nested, Union, split_union};
use crate::slot::At;
use std::fmt;
use std::marker::PhantomData;

/// A union whose payloads can be changed in place: implemented by the compiler.
pub trait PatchUnion: Union {
    /// Its view that opens payloads.
    type ViewMut<'a>: From<RawUnionMut<'a, Self>>;
}

/// A union whose payload is changed in place. Generated `…ViewMut`s wrap it.
pub struct RawUnionMut<'a, U> {
    ordinal: u16,
    payload: &'a mut [u8],
    union: PhantomData<fn(U) -> U>,
}

impl<U> fmt::Debug for RawUnionMut<'_, U> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RawUnionMut")
            .field("ordinal", &self.ordinal)
            .field("payload", &self.payload.len())
            .finish()
    }
}

impl<'a, U: PatchUnion> RawUnionMut<'a, U> {
    fn of(range: &'a mut [u8]) -> Self {
        let (ordinal, payload) = split_union(range).map_or((1, 0), |(o, p)| (o, p.len()));
        let start = range.len().saturating_sub(payload);
        Self {
            ordinal,
            payload: range.get_mut(start..).unwrap_or_default(),
            union: PhantomData,
        }
    }

    /// The ordinal of the variant.
    pub fn ordinal(&self) -> u16 {
        self.ordinal
    }

    /// The payload of the variant at position `P`; `None` if it is another.
    pub fn payload<P>(&mut self) -> Option<<<U::Variants as At<P>>::Kind as PatchKind>::Mut<'_>>
    where
        U::Variants: At<P, Kind: PatchKind>,
    {
        let same = usize::from(self.ordinal) == <U::Variants as At<P>>::INDEX.wrapping_add(1);
        same.then(|| <U::Variants as At<P>>::Kind::open(self.payload))
    }
}

impl<U: PatchUnion> PatchKind for Choice<U> {
    type Mut<'a> = U::ViewMut<'a>;
    fn open(range: &mut [u8]) -> U::ViewMut<'_> {
        U::ViewMut::from(RawUnionMut::of(range))
    }
}

impl<U: PatchUnion> PatchKind for Nested<U> {
    type Mut<'a> = U::ViewMut<'a>;
    fn open(range: &mut [u8]) -> U::ViewMut<'_> {
        U::ViewMut::from(RawUnionMut::of(range))
    }
}
