//! A message, as a root or in a slot.
//!
//! ```text
//!  0               2               4               4+S             4+S+N*w
//! ┌───────────────┬───────────────┬───────────────┬───────────────┬────────────────────┐
//! │ S (u16)       │ N (14) w (2)  │ scalars, S B  │ ends, N * w   │ heap               │
//! └───────────────┴───────────────┴───────────────┴───────────────┴────────────────────┘
//! ```

use super::{Cx, Kind, Put, seal};
use crate::error::EncodeError;
use crate::limits::{MAX_SCALARS, MAX_SLOTS};
use crate::message::{Encode, Message, is_tight};
use crate::raw::Proven;
use crate::slot::{self, KindTree, Walk};
use crate::steps::tick;
use crate::view::{RawView, Shape};
use crate::wire;
use crate::writer::Writer;
use std::marker::PhantomData;

/// A message that must be there.
#[derive(Debug)]
pub struct Sub<M>(PhantomData<M>);

impl<M: Message> seal::Kind for Sub<M> {}
impl<M: Message> Kind for Sub<M> {
    type View<'a> = M::View<'a>;
    const MAY_BE_EMPTY: bool = false;

    #[inline(always)]
    fn verify(range: &[u8], cx: Cx) -> bool {
        cx.deeper().is_some_and(|cx| verify_message::<M>(range, cx))
    }

    #[inline(always)]
    fn view(range: Proven<'_>) -> M::View<'_> {
        M::view_of(RawView::message(range))
    }
}

/// Verifies a message. Not inlined: messages can contain themselves.
pub(crate) fn verify_message<M: Message>(range: &[u8], cx: Cx) -> bool {
    tick(1);
    let Some((header, rest)) = range.split_first_chunk::<{ Shape::BYTES }>() else {
        return false;
    };
    let shape = Shape::read(*header);
    let full = const { Shape::full::<M>() };
    let sound = if shape == full {
        verify_parts::<M>(rest, full, cx)
    } else {
        verify_any::<M>(rest, shape, cx)
    };
    sound && (!M::CONSTRAINED || M::holds(M::view_of(RawView::message(Proven::new(range)))))
}

#[inline(never)]
fn verify_any<M: Message>(rest: &[u8], shape: Shape, cx: Cx) -> bool {
    verify_parts::<M>(rest, shape, cx)
}

/// Verifies what follows a header.
#[inline(always)]
fn verify_parts<M: Message>(rest: &[u8], shape: Shape, cx: Cx) -> bool {
    let (count, w) = (usize::from(shape.count), u32::from(shape.width));
    let Some((scalars, rest)) = rest.split_at_checked(usize::from(shape.scalars)) else {
        return false;
    };
    let Some((ends, heap)) = rest.split_at_checked(count << w) else {
        return false;
    };
    // The width is the smallest, so it is never 3; and the last slot is not empty, or N would be smaller.
    if w != wire::width(heap.len()) || !wire::ends_hold(ends, w, heap.len()) {
        return false;
    }
    if let Some(last) = count.checked_sub(1) {
        let before = last.checked_sub(1).map_or(0, |k| wire::end(ends, w, k));
        if before == heap.len() {
            return false;
        }
    }
    if scalars.len() <= M::SCALARS && !is_tight::<M>(scalars) {
        return false;
    }
    M::check(scalars) && Walk::new(scalars, ends, heap, count, w).holds::<M::Slots>(cx)
}

/// A header has 16 bits for the bytes of scalars and 14 for the number of slots. A type that exceeds them does not compile,
/// as a header that was cut would say that other bytes are the ends.
pub(super) const fn assert_fits<M: Message>() {
    assert!(
        M::SCALARS <= MAX_SCALARS,
        "a message has at most 65,535 bytes of scalars"
    );
    assert!(
        M::Slots::LEN <= MAX_SLOTS,
        "a message has at most 16,383 slots"
    );
}

/// Writes a message, header last.
#[inline]
#[allow(clippy::arithmetic_side_effects)] // positions grow
pub(crate) fn put_message<M: Message>(w: &mut Writer, value: &impl Encode<M>) {
    const { assert_fits::<M>() };
    if !w.enter() {
        return;
    }
    let base = w.len();
    let mut marks = Default::default();
    let count = value.fields(slot::Write {
        to: w,
        marks: &mut marks,
    });
    let heap = w.len() - base;
    let width = wire::width(heap);
    let scalars = value.extent().min(M::SCALARS);
    // Most messages use all that their schema has: then the head's size is known when this is compiled.
    if width == 0 && scalars == M::SCALARS && count == M::Slots::LEN {
        put_head::<M>(w, value, M::SCALARS, M::Slots::LEN, 0, &marks, base + heap);
    } else {
        put_head::<M>(w, value, scalars, count, width, &marks, base + heap);
        if !tail_is_empty::<M>(count, &marks, base, heap) {
            w.fail(EncodeError::Changed);
        }
    }
    w.leave();
}

/// Writes header, scalars and ends in front of a heap that begins at mark `start`.
#[inline(always)]
#[allow(clippy::arithmetic_side_effects, clippy::as_conversions)] // sizes are the type's
fn put_head<M: Message>(
    w: &mut Writer,
    value: &impl Encode<M>,
    scalars: usize,
    count: usize,
    width: u32,
    marks: &<M::Slots as KindTree>::Marks,
    start: usize,
) {
    let head = w.take(Shape::BYTES + scalars + (count << width));
    let Some((header, rest)) = head.split_first_chunk_mut::<{ Shape::BYTES }>() else {
        return;
    };
    *header = Shape {
        scalars: scalars as u16,
        count: count as u16,
        width: width as u8,
    }
    .write();
    if let Some((out, ends)) = rest.split_at_mut_checked(scalars) {
        value.scalars(out);
        put_ends::<M>(ends, width, count, marks, start);
    }
}

/// Writes the ends of the first `count` slots, which begin at mark `start`.
#[inline(always)]
pub(super) fn put_ends<M: Message>(
    ends: &mut [u8],
    width: u32,
    count: usize,
    marks: &<M::Slots as KindTree>::Marks,
    start: usize,
) {
    // One loop a width: the choice is made once.
    let mut each = |width: u32| {
        M::Slots::each(marks, 0, &mut |k, mark| {
            if k < count {
                wire::put_end(ends, width, k, start.wrapping_sub(mark));
            }
        });
    };
    match width {
        0 => each(0),
        1 => each(1),
        _ => each(2),
    }
}

/// Whether the slots from `count` on wrote nothing, as the value said before. Otherwise the ends would lie.
#[inline(always)]
pub(super) fn tail_is_empty<M: Message>(
    count: usize,
    marks: &<M::Slots as KindTree>::Marks,
    base: usize,
    heap: usize,
) -> bool {
    if count == M::Slots::LEN {
        return true;
    }
    let mut empty = count != 0 || heap == 0;
    M::Slots::each(marks, 0, &mut |k, mark| {
        // What slot `k + 1` writes lies behind the mark of slot `k`.
        empty &= k.wrapping_add(1) < count || mark == base;
    });
    empty
}

impl<M: Message, E: Encode<M> + ?Sized> seal::Put<Sub<M>> for &E {}
impl<M: Message, E: Encode<M> + ?Sized> Put<Sub<M>> for &E {
    #[inline(always)]
    fn is_empty(&self) -> bool {
        false
    }
    #[inline(always)]
    fn put(self, w: &mut Writer) {
        put_message::<M>(w, &self);
    }
}
