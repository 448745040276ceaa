//! Writing a list of messages.

use super::super::flat::{put_end, put_list_head};
use super::super::sub::{put_ends, tail_is_empty};
use crate::error::EncodeError;
use crate::kind::Room;
use crate::message::{Encode, Message};
use crate::slot::{self, KindTree};
use crate::view::Shape;
use crate::wire;
use crate::writer::Writer;

/// Writes the elements, the last one first.
pub(super) fn put_list<M: Message, E: Encode<M>>(
    w: &mut Writer,
    elements: impl DoubleEndedIterator<Item = E> + ExactSizeIterator + Clone,
) {
    let count = elements.len();
    if count == 0 || !w.fits(count) || !w.enter() {
        return;
    }
    let mut first = elements.clone();
    if first.next().is_some_and(|row| row.fields(slot::IsFlat)) {
        put_flat_rows::<M, E>(w, elements);
    } else {
        let (scalars, slots) = largest::<M, E>(elements.clone());
        let longest = put_rows::<M, E>(w, elements, scalars, slots);
        M::hint().learn_row(longest);
    }
    w.leave();
}

/// Writes a list of rows whose slots know their lengths beforehand: a first pass measures, then everything is written to
/// where it stays, with one check for room.
#[inline(always)]
#[allow(clippy::as_conversions)] // sizes are the type's
fn put_flat_rows<M: Message, E: Encode<M>>(
    w: &mut Writer,
    rows: impl DoubleEndedIterator<Item = E> + ExactSizeIterator + Clone,
) {
    let count = rows.len();
    let (mut scalars, mut slots) = (0, 0);
    let (mut heap, mut longest) = (0usize, 0);
    let mut measured = rows.clone();
    for row in measured.by_ref() {
        let (room, count) = row.fields(slot::Measure);
        heap = heap.wrapping_add(room);
        longest |= room;
        scalars = row.extent().max(scalars).min(M::SCALARS);
        slots = count.max(slots);
        // Most often the first row needs all.
        if scalars == M::SCALARS && slots == M::Slots::LEN {
            break;
        }
    }
    for row in measured {
        let (room, _) = row.fields(slot::Measure);
        heap = heap.wrapping_add(room);
        longest |= room;
    }
    if slots == 0 {
        scalars = scalars.max(1);
    }
    let shape = Shape {
        scalars: scalars as u16,
        count: slots as u16,
        width: inner_width(slots, longest),
    };
    let width = wire::width(heap);
    let ends = if slots == 0 {
        0
    } else {
        count.saturating_mul(1 << width)
    };
    let sizes = [ends, heap, count.saturating_mul(shape.stride())];
    let full = w.parts(sizes, |parts| {
        let full = const { Shape::full::<M>() };
        if shape == full {
            // A loop of its own for lists that are long: the choice is made once.
            match width {
                2 => put_parts::<M, E>(rows, full, 2, parts),
                _ => put_parts::<M, E>(rows, full, width, parts),
            }
        } else {
            put_parts::<M, E>(rows, shape, width, parts)
        }
    });
    if !full {
        w.fail(EncodeError::Changed);
    }
    w.put(&shape.write());
    put_list_head(w, count, width);
}

/// The width code of inner ends, where all heap parts together have the bits `longest`.
#[inline(always)]
#[allow(clippy::as_conversions)] // a width code has two bits
fn inner_width(slots: usize, longest: usize) -> u8 {
    if slots > 1 {
        wire::width(longest) as u8
    } else {
        0
    }
}

/// Fills row ends, heap and rows side by side. `None` where an end would not say where its bytes are, as the rows are others
/// than those that were measured. (That a value which changes is canonical is not promised.)
#[inline(always)]
fn put_parts<M: Message, E: Encode<M>>(
    rows: impl DoubleEndedIterator<Item = E>,
    shape: Shape,
    width: u32,
    [ends, heap, block]: [&mut Room<'_>; 3],
) -> Option<()> {
    let slots = usize::from(shape.count);
    let mut longest = 0;
    for row in rows.rev() {
        if slots != 0 {
            put_end(ends, width, heap.left())?;
        }
        let before = heap.len();
        let mut marks = Default::default();
        row.fields(slot::WriteFlat {
            to: heap,
            marks: &mut marks,
        })?;
        let after = heap.len();
        let len = after.wrapping_sub(before);
        // Ends of one byte are the narrowest: what no row may exceed is all that there is to ask.
        if shape.width == 0 {
            if slots > 1 && wire::width(len) != 0 {
                return None;
            }
        } else {
            longest |= len;
        }
        if slots != M::Slots::LEN && !tail_is_empty::<M>(slots, &marks, before, len) {
            return None;
        }
        put_row::<M, E>(block.zeroed(shape.stride())?, shape, &row, &marks, after);
    }
    (shape.width == 0 || inner_width(slots, longest) == shape.width).then_some(())
}

/// Fills the row `out`, whose heap part begins at mark `after`.
#[inline(always)]
fn put_row<M: Message, E: Encode<M>>(
    out: &mut [u8],
    shape: Shape,
    row: &E,
    marks: &<M::Slots as KindTree>::Marks,
    after: usize,
) {
    if let Some((out, ends)) = out.split_at_mut_checked(shape.scalars.into()) {
        row.scalars(out);
        let inner = usize::from(shape.count).saturating_sub(1);
        put_ends::<M>(ends, shape.width.into(), inner, marks, after);
    }
}

/// The largest S and N that any row needs. Most often the first row needs all.
#[inline(always)]
fn largest<M: Message, E: Encode<M>>(rows: impl Iterator<Item = E>) -> (usize, usize) {
    let (mut scalars, mut slots) = (0, 0);
    for row in rows {
        scalars = row.extent().max(scalars).min(M::SCALARS);
        slots = row.fields(slot::Count).max(slots);
        if scalars == M::SCALARS && slots == M::Slots::LEN {
            break;
        }
    }
    (if slots == 0 { scalars.max(1) } else { scalars }, slots)
}

/// Writes the list with these sizes; gives a length that takes as many bytes as that of the longest row's heap.
///
/// How wide inner ends must be shows when all rows are written. The last list of the type gives a first guess; a row
/// that needs more widens those that are written already. Nothing is encoded twice, so work stays linear.
#[inline(always)]
#[allow(clippy::arithmetic_side_effects, clippy::as_conversions)] // positions grow; sizes are the type's
fn put_rows<M: Message, E: Encode<M>>(
    w: &mut Writer,
    rows: impl DoubleEndedIterator<Item = E> + ExactSizeIterator,
    scalars: usize,
    slots: usize,
) -> usize {
    let guess = if slots > 1 { M::hint().row_width() } else { 0 };
    let shape = Shape {
        scalars: scalars as u16,
        count: slots as u16,
        width: guess as u8,
    };
    let mut block = RowBlock {
        shape,
        start: w.len(),
        rows: rows.len(),
        done: 0,
        list: w.open_list(rows.len()),
    };
    // More than the address space holds is refused by the allocator.
    w.take(block.rows.saturating_mul(shape.stride()));
    let mut longest = 0;
    for row in rows.rev() {
        let before = w.len();
        let mut marks = Default::default();
        row.fields(slot::Write {
            to: w,
            marks: &mut marks,
        });
        let after = w.len();
        longest |= after - before;
        if slots != M::Slots::LEN && !tail_is_empty::<M>(slots, &marks, before, after - before) {
            w.fail(EncodeError::Changed);
        }
        w.mark_start();
        if slots > 1 && wire::width(after - before) > u32::from(block.shape.width) {
            block.respread(w, wire::width(after - before));
        }
        block.done += 1;
        let full = const { Shape::full::<M>() };
        if block.shape == full {
            put_row::<M, E>(block.row(w, full), full, &row, &marks, after);
        } else {
            put_row::<M, E>(block.row(w, block.shape), block.shape, &row, &marks, after);
        }
    }
    if slots > 1 && wire::width(longest) < u32::from(block.shape.width) {
        block.respread(w, wire::width(longest));
    }
    let list_width = if slots == 0 {
        w.abandon_list(block.list);
        0
    } else {
        w.close_list(block.list, block.start + block.rows * block.shape.stride())
    };
    w.put(&block.shape.write());
    put_list_head(w, block.rows, list_width);
    longest
}

/// The rows of a list that is being written: the last one lies at `start`, the others in front of it.
struct RowBlock {
    shape: Shape,
    start: usize,
    rows: usize,
    /// How many are written, the last one first.
    done: usize,
    list: usize,
}

impl RowBlock {
    /// The last row that was counted as done. `shape` is the block's, as a constant where it is one.
    #[inline(always)]
    #[allow(clippy::arithmetic_side_effects)] // sizes are the type's
    fn row<'w>(&self, w: &'w mut Writer, shape: Shape) -> &'w mut [u8] {
        let stride = shape.stride();
        w.region(self.start + self.done * stride, stride)
    }

    /// Gives the inner ends another width. What was written in front of the rows moves.
    #[cold]
    #[inline(never)]
    #[allow(clippy::arithmetic_side_effects, clippy::as_conversions)] // sizes are the type's; a width is 0, 1 or 2
    fn respread(&mut self, w: &mut Writer, width: u32) {
        let (from, to) = (
            self.shape,
            Shape {
                width: width as u8,
                ..self.shape
            },
        );
        let (old, new) = (
            self.rows.saturating_mul(from.stride()),
            self.rows.saturating_mul(to.stride()),
        );
        let done = self.done * from.stride();
        let written = w.region(self.start + done, done).to_vec();
        w.refit(self.start, old, new);
        w.move_starts(self.list, old, new);
        let block = w.region(self.start + new, new);
        block.fill(0);
        let scalars = usize::from(from.scalars);
        let rows = block
            .chunks_exact_mut(to.stride())
            .skip(self.rows - self.done);
        for (row, written) in rows.zip(written.chunks_exact(from.stride())) {
            let (Some(row), Some(written)) = (
                row.split_at_mut_checked(scalars),
                written.split_at_checked(scalars),
            ) else {
                continue;
            };
            row.0.copy_from_slice(written.0);
            for k in 0..usize::from(from.count).saturating_sub(1) {
                wire::put_end(row.1, width, k, wire::end(written.1, from.width.into(), k));
            }
        }
        self.shape = to;
    }
}
