//! Text and bytes with a default.
//!
//! They lie as a `string?` does: a presence bit and a slot. Where the bit is clear, the slot is empty and the value is the
//! default; where it is set, the slot is the value, which may be empty. The default itself is never in a slot, so that a
//! value has one encoding.

use super::{Blob, Cx, Kind, Put, Room, Text, seal};
use crate::message::flag;
use crate::raw::Proven;
use crate::steps::tick;
use crate::writer::Writer;
use std::marker::PhantomData;

/// What the field with an ordinal is in a message that says nothing of it: implemented by the compiler for messages.
pub trait Preset<K: Kind, const ORDINAL: u32>: Send + Sync + 'static {
    /// The default.
    const VALUE: K::View<'static>;
}

/// Kinds that are a run of bytes.
pub trait Run: Kind {
    /// The bytes.
    #[doc(hidden)]
    fn bytes<'a>(view: Self::View<'a>) -> &'a [u8]
    where
        'a: 'a;
    /// What lives for ever lives long enough.
    #[doc(hidden)]
    fn shorten<'a>(view: Self::View<'static>) -> Self::View<'a>;
}

impl Run for Text {
    #[inline(always)]
    fn bytes<'a>(view: &'a str) -> &'a [u8]
    where
        'a: 'a,
    {
        view.as_bytes()
    }
    #[inline(always)]
    fn shorten<'a>(view: &'static str) -> &'a str {
        view
    }
}

impl Run for Blob {
    #[inline(always)]
    fn bytes<'a>(view: &'a [u8]) -> &'a [u8]
    where
        'a: 'a,
    {
        view
    }
    #[inline(always)]
    fn shorten<'a>(view: &'static [u8]) -> &'a [u8] {
        view
    }
}

/// A kind whose absence means the [`Preset`] that `M` has for field `ORDINAL`: presence is bit `MASK` of byte `FLAG` among
/// the scalars.
#[derive(Debug)]
pub struct Defaulted<K, M, const ORDINAL: u32, const FLAG: usize, const MASK: u8>(
    PhantomData<K>,
    PhantomData<M>,
);

impl<K: Run, M: Preset<K, O>, const O: u32, const FLAG: usize, const MASK: u8>
    Defaulted<K, M, O, FLAG, MASK>
{
    /// The default, as bytes.
    #[inline(always)]
    pub(super) fn default() -> &'static [u8] {
        K::bytes(M::VALUE)
    }
}

impl<K: Run, M: Preset<K, O>, const O: u32, const FLAG: usize, const MASK: u8> seal::Kind
    for Defaulted<K, M, O, FLAG, MASK>
{
}
impl<K: Run, M: Preset<K, O>, const O: u32, const FLAG: usize, const MASK: u8> Kind
    for Defaulted<K, M, O, FLAG, MASK>
{
    type View<'a> = K::View<'a>;

    /// Without scalars there is no presence bit: only a slot can be of this kind.
    fn verify(_: &[u8], _: Cx) -> bool {
        false
    }

    #[inline(always)]
    fn verify_slot(range: &[u8], scalars: &[u8], cx: Cx) -> bool {
        tick(range.len());
        if flag(scalars, FLAG, MASK) {
            range != Self::default() && K::verify(range, cx)
        } else {
            range.is_empty()
        }
    }

    fn view(_: Proven<'_>) -> K::View<'_> {
        K::shorten(M::VALUE)
    }

    #[inline(always)]
    fn view_slot<'a>(range: Proven<'a>, scalars: &'a [u8]) -> K::View<'a> {
        if flag(scalars, FLAG, MASK) {
            K::view(range)
        } else {
            K::shorten(M::VALUE)
        }
    }

    #[inline(always)]
    fn slot_by_call<'a>(range: Proven<'a>, scalars: &'a [u8]) -> K::View<'a> {
        Self::view_slot(range, scalars)
    }
}

/// Values as they are; the default takes no bytes.
macro_rules! put {
    ($($kind:ty: $source:ty;)*) => {$(
        impl<M: Preset<$kind, O>, const O: u32, const F: usize, const B: u8>
            seal::Put<Defaulted<$kind, M, O, F, B>> for $source
        {
        }
        impl<M: Preset<$kind, O>, const O: u32, const F: usize, const B: u8>
            Put<Defaulted<$kind, M, O, F, B>> for $source
        {
            const FLAT: bool = true;

            #[inline(always)]
            fn is_empty(&self) -> bool {
                self.len() == 0 || *self == M::VALUE
            }
            #[inline(always)]
            fn put(self, w: &mut Writer) {
                if self != M::VALUE {
                    Put::<$kind>::put(self, w);
                }
            }
            #[inline(always)]
            fn room(&self) -> usize {
                if *self == M::VALUE { 0 } else { self.len() }
            }
            #[inline(always)]
            fn put_flat(self, room: &mut Room<'_>) -> Option<()> {
                if self == M::VALUE {
                    return Some(());
                }
                Put::<$kind>::put_flat(self, room)
            }
        }
    )*};
}
put! {
    Text: &str;
    Blob: &[u8];
}
