//! What the encoder does with the values of fields.
//!
//! Each value that can be written has a tuple of other types for its scalars, and one for its slots. It hands these to a
//! sink and need not say what the tuples are: a hidden type in each implementation would cost a program's build more than
//! all that it holds. Nor does it say what becomes of them: where its scalars end, how they are written and how many slots
//! there are is worked out here, once for all types, from one list of the fields.

use super::{KindTree, PutSlots, put_slots};
use crate::fixed::PutScalars;
use crate::kind::Room;
use crate::message::Message;
use crate::view::RawView;
use crate::writer::Writer;
use std::ops::Range;

/// Takes the values of a message's fields.
pub trait Sink<M: Message> {
    /// What it makes of them.
    type Out;
    /// Takes them.
    fn take(self, scalars: impl PutScalars, slots: impl PutSlots<M::Slots>) -> Self::Out;
    /// Takes those of a view, to be copied.
    fn relay(self, view: &RawView<'_, M>) -> Self::Out;
}

type Marks<M> = <<M as Message>::Slots as KindTree>::Marks;

/// Writes all slots and gives their [count](PutSlots::count).
pub(crate) struct Write<'w, M: Message> {
    pub(crate) to: &'w mut Writer,
    pub(crate) marks: &'w mut Marks<M>,
}

impl<M: Message> Sink<M> for Write<'_, M> {
    type Out = usize;
    #[inline(always)]
    fn take(self, _: impl PutScalars, slots: impl PutSlots<M::Slots>) -> usize {
        let count = slots.count();
        put_slots(slots, self.to, self.marks);
        count
    }
    #[inline(always)]
    fn relay(self, view: &RawView<'_, M>) -> usize {
        let relay = view.relay();
        relay.put(self.to, self.marks);
        relay.count()
    }
}

/// Writes all slots, which are flat. Gives `None` where they are not, or do not fit: a value may say something else each
/// time that it is asked.
pub(crate) struct WriteFlat<'w, 'r, M: Message> {
    pub(crate) to: &'w mut Room<'r>,
    pub(crate) marks: &'w mut Marks<M>,
}

impl<M: Message> Sink<M> for WriteFlat<'_, '_, M> {
    type Out = Option<()>;
    #[inline(always)]
    fn take(self, _: impl PutScalars, slots: impl PutSlots<M::Slots>) -> Option<()> {
        if !is_flat::<M, _>(&slots) {
            return None;
        }
        slots.put_flat(self.to, self.marks)
    }
    #[inline(always)]
    fn relay(self, _: &RawView<'_, M>) -> Option<()> {
        None
    }
}

/// One more than the last slot that is not empty.
pub(crate) struct Count;

impl<M: Message> Sink<M> for Count {
    type Out = usize;
    #[inline(always)]
    fn take(self, _: impl PutScalars, slots: impl PutSlots<M::Slots>) -> usize {
        slots.count()
    }
    #[inline(always)]
    fn relay(self, view: &RawView<'_, M>) -> usize {
        view.relay().count()
    }
}

/// Bytes that all slots take, which are flat, and their [count](PutSlots::count).
pub(crate) struct Measure;

impl<M: Message> Sink<M> for Measure {
    type Out = (usize, usize);
    #[inline(always)]
    fn take(self, _: impl PutScalars, slots: impl PutSlots<M::Slots>) -> (usize, usize) {
        (slots.room(), slots.count())
    }
    /// A view is not flat, and [`WriteFlat`] refuses it.
    #[inline(always)]
    fn relay(self, _: &RawView<'_, M>) -> (usize, usize) {
        (0, 0)
    }
}

/// Bytes of scalars up to the last one that is not at its default.
pub(crate) struct Extent;

impl<M: Message> Sink<M> for Extent {
    type Out = usize;
    #[inline(always)]
    fn take(self, scalars: impl PutScalars, _: impl PutSlots<M::Slots>) -> usize {
        scalars.extent(M::SCALARS)
    }
    #[inline(always)]
    fn relay(self, view: &RawView<'_, M>) -> usize {
        view.extent()
    }
}

/// Writes the scalars that there is room for.
pub(crate) struct WriteScalars<'o>(pub(crate) &'o mut [u8]);

impl<M: Message> Sink<M> for WriteScalars<'_> {
    type Out = ();
    #[inline(always)]
    fn take(self, scalars: impl PutScalars, _: impl PutSlots<M::Slots>) {
        scalars.put(self.0, 0);
    }
    #[inline(always)]
    fn relay(self, view: &RawView<'_, M>) {
        view.put_scalars(self.0);
    }
}

/// Where a view lies in these bytes, if it does.
pub(crate) struct Position<'w>(pub(crate) &'w [u8]);

impl<M: Message> Sink<M> for Position<'_> {
    type Out = Option<Range<usize>>;
    #[inline(always)]
    fn take(self, _: impl PutScalars, _: impl PutSlots<M::Slots>) -> Option<Range<usize>> {
        None
    }
    #[inline(always)]
    fn relay(self, view: &RawView<'_, M>) -> Option<Range<usize>> {
        view.position(self.0)
    }
}

/// Whether all slots are flat; known when this is compiled.
pub(crate) struct IsFlat;

impl<M: Message> Sink<M> for IsFlat {
    type Out = bool;
    #[inline(always)]
    fn take(self, _: impl PutScalars, slots: impl PutSlots<M::Slots>) -> bool {
        is_flat::<M, _>(&slots)
    }
    #[inline(always)]
    fn relay(self, _: &RawView<'_, M>) -> bool {
        false
    }
}

#[inline(always)]
fn is_flat<M: Message, V: PutSlots<M::Slots>>(_: &V) -> bool {
    V::FLAT
}
