//! A root message that is carried as bytes and not looked at.

use super::{Cx, Kind, Put, Room, seal};
use crate::message::Message;
use crate::raw::Proven;
use crate::unverified::{Unverified, UnverifiedView, is_long_enough};
use crate::writer::Writer;
use std::marker::PhantomData;

/// The bytes of a root message, verified when asked: `encoded<M>`. It must be there: a message has at least its header.
#[derive(Debug)]
pub struct Root<M>(PhantomData<M>);

impl<M: Message> seal::Kind for Root<M> {}
impl<M: Message> Kind for Root<M> {
    type View<'a> = UnverifiedView<'a, M>;
    const MAY_BE_EMPTY: bool = false;

    /// What lies within is not looked at, so it counts no level either.
    #[inline(always)]
    fn verify(range: &[u8], _: Cx) -> bool {
        is_long_enough(range)
    }

    #[inline(always)]
    fn view(range: Proven<'_>) -> UnverifiedView<'_, M> {
        UnverifiedView::of_range(range)
    }
}

macro_rules! put {
    ($($source:ty),*) => {$(
        impl<M: Message> seal::Put<Root<M>> for $source {}
        impl<M: Message> Put<Root<M>> for $source {
            const FLAT: bool = true;

            #[inline(always)]
            fn is_empty(&self) -> bool {
                false
            }
            #[inline(always)]
            fn put(self, w: &mut Writer) {
                w.put(self.as_bytes());
            }
            #[inline(always)]
            fn room(&self) -> usize {
                self.as_bytes().len()
            }
            #[inline(always)]
            fn put_flat(self, room: &mut Room<'_>) -> Option<()> {
                room.put(self.as_bytes())
            }
        }
    )*};
}
put!(
    &Unverified<M>,
    UnverifiedView<'_, M>,
    &UnverifiedView<'_, M>
);
