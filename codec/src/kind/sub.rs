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
use crate::message::{Encode, Message, is_tight, tight_len};
use crate::raw::Proven;
use crate::slot::{self, Fitted, KindTree, MessageRules, Walk};
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

    #[inline(always)]
    fn view_by_call(range: Proven<'_>) -> M::View<'_> {
        M::view_of(RawView::called(range))
    }
}

/// Whether `range` is a message of a type without slots, with all the scalars that its schema has, as most are. `false` says
/// nothing: [`verify_message`] does. Inlined: it is less than a call.
#[inline(always)]
pub(crate) fn is_plain_message<M: Message>(range: &[u8]) -> bool {
    let full = const { Shape::full::<M>() }.write();
    M::Slots::LEN == 0
        && !M::CONSTRAINED
        && range.len() == Shape::BYTES.wrapping_add(M::SCALARS)
        && range.split_first_chunk().is_some_and(|(header, scalars)| {
            *header == full && is_tight::<M>(scalars) && M::check(scalars)
        })
}

/// Verifies a message. Not inlined: messages can contain themselves.
pub(crate) fn verify_message<M: Message>(range: &[u8], cx: Cx) -> bool {
    tick(1);
    let Some((header, rest)) = range.split_first_chunk::<{ Shape::BYTES }>() else {
        return false;
    };
    let shape = Shape::read(*header);
    let full = const { Shape::full::<M>() };
    let rules = const { MessageRules::of::<M>() };
    let mut room = None;
    let walk = if shape == full {
        Walk::of_message(rest, full).filter(|walk| is_tight::<M>(walk.scalars()))
    } else if shape.width == 0 && rules.fit() {
        Fitted::fit(&mut room, rest, shape, rules).and_then(|[scalars, ends, heap]| {
            // Sizes are the type's again.
            let (scalars, ends) = (scalars.get(..M::SCALARS)?, ends.get(..M::Slots::LEN)?);
            Some(Walk::new(scalars, ends, heap, M::Slots::LEN, 0))
        })
    } else {
        return verify_any(rest, shape, rules, cx) && obeys::<M>(range);
    };
    walk.is_some_and(|walk| M::check(walk.scalars()) && walk.holds::<M>(cx)) && obeys::<M>(range)
}

/// Whether a message that is known to be sound holds what `where` clauses allow.
#[inline(always)]
fn obeys<M: Message>(range: &[u8]) -> bool {
    !M::CONSTRAINED || M::holds(M::view_of(RawView::message(Proven::new(range))))
}

/// Verifies what follows a header of any shape.
#[inline(never)]
fn verify_any(rest: &[u8], shape: Shape, rules: &MessageRules, cx: Cx) -> bool {
    Walk::of_message(rest, shape).is_some_and(|walk| {
        let scalars = walk.scalars();
        rules.are_tight(scalars) && (rules.check)(scalars) && walk.obeys(rules, cx)
    })
}

/// Writes a message, header last.
#[inline(never)]
#[allow(clippy::arithmetic_side_effects, clippy::as_conversions)] // positions grow; sizes are the type's
pub(crate) fn put_message<M: Message>(w: &mut Writer, value: &(impl Encode<M> + ?Sized)) {
    let full = const { Shape::full::<M>() };
    if !w.enter() {
        return;
    }
    let base = w.len();
    let mut marks = Default::default();
    let count = value.fields(slot::Write {
        to: w,
        marks: &mut marks,
    });
    let start = w.len();
    let mut width = wire::width(start - base);
    let before = Shape::BYTES + M::SCALARS;
    // Most messages use all that their schema has: then all places in the head are known when this is compiled.
    let head = if width == 0 && count == usize::from(full.count) {
        let head = w.take(before + M::Slots::LEN);
        let (head, ends) = head.split_at_mut_checked(before).unwrap_or_default();
        M::Slots::each(&marks, 0, &mut |k, mark| {
            wire::put_end(ends, 0, k, start.wrapping_sub(mark));
        });
        head
    } else {
        width = put_any_ends::<M>(w, &marks, base, count);
        w.take(before)
    };
    if let Some((header, out)) = head.split_first_chunk_mut::<{ Shape::BYTES }>() {
        value.scalars(out);
        let scalars = tight_len::<M>(out);
        *header = Shape {
            scalars: scalars as u16,
            count: count as u16,
            width: width as u8,
        }
        .write();
        if scalars != M::SCALARS {
            w.shorten(Shape::BYTES + scalars, M::SCALARS - scalars);
        }
    }
    w.leave();
}

/// Writes the ends of slots that begin at `marks`, and of which `count` are used; gives their width code.
#[inline(always)]
fn put_any_ends<M: Message>(
    w: &mut Writer,
    marks: &<M::Slots as KindTree>::Marks,
    base: usize,
    count: usize,
) -> u32 {
    match M::Slots::LEN {
        0..=4 => return put_gathered_ends::<M, 4>(w, marks, base, count),
        5..=8 => return put_gathered_ends::<M, 8>(w, marks, base, count),
        9..=16 => return put_gathered_ends::<M, 16>(w, marks, base, count),
        _ => {}
    }
    let start = w.len();
    let ends = w.take(M::Slots::LEN.saturating_mul(4));
    M::Slots::each(marks, 0, &mut |k, mark| {
        wire::put_end(ends, 2, k, start.wrapping_sub(mark));
    });
    w.pack_ends(M::Slots::LEN, count, start.wrapping_sub(base))
}

/// The same of up to `N` slots: their marks are gathered, and the rest is no code of the type.
#[inline(always)]
fn put_gathered_ends<M: Message, const N: usize>(
    w: &mut Writer,
    marks: &<M::Slots as KindTree>::Marks,
    base: usize,
    count: usize,
) -> u32 {
    let all = gathered::<M, N>(marks);
    let all = all.get(..M::Slots::LEN).unwrap_or_default();
    put_few_ends(w, all, base, count)
}

/// The same of slots whose marks are gathered.
#[inline(never)]
fn put_few_ends(w: &mut Writer, marks: &[usize], base: usize, count: usize) -> u32 {
    let start = w.len();
    let heap = start.wrapping_sub(base);
    let width = wire::width(heap);
    let ends = marks.iter().map(|mark| start.wrapping_sub(*mark));
    w.put_ends(width, count, ends);
    // The slots from `count` on wrote nothing, as the value said before. Otherwise the ends would lie. What slot `k + 1` writes
    // lies behind the mark of slot `k`.
    let mut behind = marks.iter().skip(count.saturating_sub(1));
    let empty = (count != 0 || heap == 0) && behind.all(|mark| *mark == base);
    if !empty {
        w.fail(EncodeError::Changed);
    }
    width
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
    // As `wire::at_width` does, through which other bodies are inlined here: a message costs 3 % more then.
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

/// The marks of up to `N` slots, in order.
#[inline(always)]
fn gathered<M: Message, const N: usize>(marks: &<M::Slots as KindTree>::Marks) -> [usize; N] {
    let mut all = [0; N];
    M::Slots::each(marks, 0, &mut |k, mark| {
        if let Some(to) = all.get_mut(k) {
            *to = mark;
        }
    });
    all
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
        put_message::<M>(w, self);
    }
}
