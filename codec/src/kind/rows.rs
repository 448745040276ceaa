//! Lists of messages: strided, so that a scan is a stride and one header serves all rows.
//!
//! ```text
//! ┌──────────────────────┬──────────────────────────────┬─────────────────────┬──────────────────┬────────────────┐
//! │ u32: count 30 │ w2 2 │ u32: S 16 │ N 14 │ w1 2      │ row ends, count*w2  │ heap of all rows │ rows           │
//! └──────────────────────┴──────────────────────────────┴─────────────────────┴──────────────────┴────────────────┘
//!   a row: scalars, S bytes │ ends of its slots but the last, (N-1)*w1, relative to its own heap part
//! ```
//!
//! Row `i` owns `heap[rowend(i-1)..rowend(i)]`; with N = 0 there are neither row ends nor a heap. S and N are the
//! largest that any row needs; where none needs anything, S is 1, so that every row takes a byte. Rows come last
//! so that one pass from the back writes rows and heap in place.

use super::flat::{list_head, put_list_head, split_ends};
use super::sub::{assert_fits, put_ends, tail_is_empty};
use super::{Cx, Kind, List, Put, PutList, seal};
use crate::error::EncodeError;
use crate::message::{Encode, Message, extent, names_beyond, says_beyond};
use crate::raw::Proven;
use crate::slot::{KindTree, PutSlots, Walk};
use crate::view::{RawView, Shape};
use crate::writer::Writer;
use crate::{ascii, wire};
use std::fmt;
use std::marker::PhantomData;

/// A list of messages.
#[derive(Debug)]
pub struct Rows<M>(PhantomData<M>);

/// A list of messages, read in place.
pub struct RowsView<'a, M> {
    shape: Shape,
    width: u32,
    count: usize,
    ends: &'a [u8],
    heap: &'a [u8],
    rows: &'a [u8],
    message: PhantomData<fn(M) -> M>,
}

impl<M> Clone for RowsView<'_, M> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<M> Copy for RowsView<'_, M> {}

impl<'a, M: Message> RowsView<'a, M> {
    /// Cuts a list into its parts; `None` where the parts do not fit.
    #[inline(always)]
    fn cut(range: &'a [u8]) -> Option<Self> {
        let (count, width, rest) = list_head(range)?;
        let (shape, rest) = rest.split_first_chunk::<{ Shape::BYTES }>()?;
        let shape = Shape::read(*shape);
        let (ends, rest) = split_ends(rest, if shape.count == 0 { 0 } else { count }, width)?;
        let heap = rest.len().checked_sub(count.checked_mul(shape.stride())?)?;
        let (heap, rows) = rest.split_at_checked(heap)?;
        Some(Self {
            shape,
            width,
            count,
            ends,
            heap,
            rows,
            message: PhantomData,
        })
    }

    const EMPTY: Self = Self {
        shape: Shape {
            scalars: 0,
            count: 0,
            width: 0,
        },
        width: 0,
        count: 0,
        ends: &[],
        heap: &[],
        rows: &[],
        message: PhantomData,
    };

    /// Its parts, which are equal just when the lists are.
    pub(super) fn parts_as_bytes(self) -> (usize, [u8; 4], [&'a [u8]; 3]) {
        (
            self.count,
            self.shape.write(),
            [self.ends, self.heap, self.rows],
        )
    }

    /// Number of messages.
    #[inline(always)]
    pub fn len(self) -> usize {
        self.count
    }

    /// Whether there is none.
    #[inline(always)]
    pub fn is_empty(self) -> bool {
        self.count == 0
    }

    /// Message `i`.
    #[inline(always)]
    pub fn get(self, i: usize) -> Option<M::View<'a>> {
        (i < self.count).then(|| M::View::from(self.row(i)))
    }

    /// All messages.
    #[inline(always)]
    pub fn iter(self) -> RowsIter<'a, M> {
        RowsIter {
            view: self,
            next: 0,
            end: self.count,
            start: 0,
        }
    }

    #[inline(always)]
    fn row(self, i: usize) -> RawView<'a, M> {
        self.row_from(i, &mut self.start_of(i))
    }

    /// Row `i`, whose heap part begins at `start`; moves `start` to the next one's.
    #[inline(always)]
    fn row_from(self, i: usize, start: &mut usize) -> RawView<'a, M> {
        let stride = self.shape.stride();
        let at = i.wrapping_mul(stride);
        let row = self
            .rows
            .get(at..at.wrapping_add(stride))
            .unwrap_or_default();
        let end = self.start_of(i.wrapping_add(1));
        let heap = self.heap.get(*start..end).unwrap_or_default();
        *start = end;
        RawView::row(self.shape, row, heap)
    }

    #[inline(always)]
    fn step(self, i: usize, start: &mut usize) -> M::View<'a> {
        M::View::from(self.row_from(i, start))
    }

    /// Where the heap part of row `i` begins.
    #[inline(always)]
    fn start_of(self, i: usize) -> usize {
        match i.checked_sub(1) {
            Some(before) if self.shape.count > 0 => wire::end(self.ends, self.width, before),
            _ => 0,
        }
    }

    /// The rows as verification meets them: scalars, inner ends and heap of each.
    #[inline(always)]
    fn parts(self) -> impl Iterator<Item = Option<(&'a [u8], &'a [u8], &'a [u8])>> {
        let mut start = 0;
        let scalars = usize::from(self.shape.scalars);
        // Rows of one slot and no scalars take no bytes, and are rows all the same.
        let bare = if self.shape.stride() == 0 {
            self.count
        } else {
            0
        };
        let rows = self
            .rows
            .chunks_exact(self.shape.stride().max(1))
            .chain(std::iter::repeat_n(&[][..], bare));
        (0..self.count).zip(rows).map(move |(i, row)| {
            let end = if self.shape.count == 0 {
                0
            } else {
                wire::end(self.ends, self.width, i)
            };
            let heap = self.heap.get(start..end)?;
            start = end;
            let (scalars, ends) = row.split_at_checked(scalars)?;
            Some((scalars, ends, heap))
        })
    }

    /// S is the largest that a row needs, as far as this schema can tell. Most often the first row needs it.
    #[inline(always)]
    fn scalars_are_tight(self) -> bool {
        let found = usize::from(self.shape.scalars);
        if found == 0 || found > M::SCALARS {
            return true;
        }
        let rows = || {
            self.rows
                .chunks_exact(self.shape.stride().max(1))
                .filter_map(|row| row.get(..found))
        };
        // A row that has more than S holds says so by the presence bit of a scalar beyond; most types have none such.
        if names_beyond(M::UNITS, found) && rows().any(|scalars| says_beyond(M::UNITS, scalars)) {
            return false;
        }
        rows().any(|scalars| extent(M::UNITS, scalars) == found)
            || (found == 1 && self.shape.count == 0 && rows().all(|scalars| scalars == [0]))
    }

    /// Some row uses the last slot; the inner ends hold, and their width is the smallest.
    #[inline(always)]
    fn inner_ends_hold(self) -> bool {
        let Shape {
            scalars,
            count,
            width,
        } = self.shape;
        let (slots, w) = (usize::from(count), u32::from(width));
        if slots < 2 {
            return width == 0 && (slots == 0 || !self.heap.is_empty());
        }
        let scalars = usize::from(scalars);
        let facts = match (slots == M::Slots::LEN, w) {
            // The number of inner ends is known when this is compiled: the loop over them unrolls.
            (true, 0) => self.inner_ends(scalars, M::Slots::LEN.wrapping_sub(1), 0),
            (true, 1) => self.inner_ends(scalars, M::Slots::LEN.wrapping_sub(1), 1),
            _ => self.inner_ends(scalars, slots.wrapping_sub(1), w),
        };
        facts.ends_hold && facts.last_slot_is_used && w == wire::width(facts.longest)
    }

    /// What one pass over the inner ends tells. No branch depends on what it sees.
    #[inline(always)]
    fn inner_ends(self, scalars: usize, inner: usize, w: u32) -> InnerEnds {
        let mut facts = InnerEnds {
            ends_hold: true,
            last_slot_is_used: false,
            longest: 0,
        };
        let mut start = 0;
        for (i, row) in self
            .rows
            .chunks_exact(self.shape.stride().max(1))
            .enumerate()
        {
            let end = wire::end(self.ends, self.width, i);
            let len = end.wrapping_sub(start);
            start = end;
            let ends = row.get(scalars..).unwrap_or_default();
            let mut last = 0;
            for k in 0..inner {
                let end = wire::end(ends, w, k);
                facts.ends_hold &= last <= end;
                last = end;
            }
            facts.ends_hold &= last <= len;
            facts.last_slot_is_used |= last < len;
            facts.longest |= len;
        }
        facts
    }

    /// Every slot is text: the heap is looked at as a whole, and where it is not ASCII, by blocks of rows.
    fn text_holds(self) -> bool {
        if self.heap.is_ascii() {
            return true;
        }
        let mut parts = self.parts();
        let mut start = 0;
        for block in (0..self.count).step_by(TEXT_BLOCK) {
            let rows = TEXT_BLOCK.min(self.count.wrapping_sub(block));
            let end = wire::end(
                self.ends,
                self.width,
                block.wrapping_add(rows).wrapping_sub(1),
            );
            let ascii = self.heap.get(start..end).is_some_and(<[u8]>::is_ascii);
            start = end;
            let mut block = parts.by_ref().take(rows);
            let holds = if ascii {
                block.by_ref().for_each(drop);
                true
            } else {
                block.all(|row| self.row_text_holds(row))
            };
            if !holds {
                return false;
            }
        }
        true
    }

    /// Whether rows that are known to be sound hold what `where` clauses allow.
    #[inline(always)]
    fn obeys(self) -> bool {
        !M::CONSTRAINED || self.iter().all(M::holds)
    }

    #[inline(always)]
    fn row_text_holds(self, part: Option<(&'a [u8], &'a [u8], &'a [u8])>) -> bool {
        let Some((scalars, ends, heap)) = part else {
            return false;
        };
        ascii::is_ascii(heap) || self.walk(scalars, ends, heap).text_holds::<M::Slots>()
    }

    #[inline(always)]
    fn walk(self, scalars: &'a [u8], ends: &'a [u8], heap: &'a [u8]) -> Walk<'a> {
        Walk::new(
            scalars,
            ends,
            heap,
            usize::from(self.shape.count),
            u32::from(self.shape.width),
        )
    }
}

/// Rows that are looked at together where a list of text is not all ASCII.
const TEXT_BLOCK: usize = 64;

/// What [`RowsView::inner_ends`] saw.
struct InnerEnds {
    ends_hold: bool,
    last_slot_is_used: bool,
    /// As many bits as the longest row's heap part.
    longest: usize,
}

impl<'a, M: Message> fmt::Debug for RowsView<'a, M>
where
    M::View<'a>: fmt::Debug,
{
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}

/// The messages of a [`RowsView`].
pub struct RowsIter<'a, M> {
    view: RowsView<'a, M>,
    next: usize,
    end: usize,
    /// Where the heap part of row `next` begins.
    start: usize,
}

impl<M> Clone for RowsIter<'_, M> {
    fn clone(&self) -> Self {
        Self {
            view: self.view,
            ..*self
        }
    }
}

super::iterate!(RowsIter, RowsView, M: Message, M::View<'a>);

impl<M: Message> seal::Kind for Rows<M> {}
impl<M: Message> Kind for Rows<M> {
    type View<'a> = RowsView<'a, M>;

    fn verify(range: &[u8], cx: Cx) -> bool {
        if range.is_empty() {
            return true;
        }
        let Some(cx) = cx.deeper() else { return false };
        let Some(list) = RowsView::<M>::cut(range) else {
            return false;
        };
        let shape = list.shape;
        let slots = usize::from(shape.count);
        if list.count == 0 || (slots == 0 && shape.scalars == 0) {
            return false;
        }
        let ends_hold = if slots == 0 {
            list.heap.is_empty() && list.width == 0
        } else {
            list.width == wire::width(list.heap.len())
                && wire::ends_hold(list.ends, list.width, list.heap.len())
        };
        if !ends_hold || !list.scalars_are_tight() || !list.inner_ends_hold() {
            return false;
        }
        // Text that a newer writer has in slots beyond is none of ours, but stands in the same heap.
        if M::Slots::TEXT && slots <= M::Slots::LEN {
            let scalars = usize::from(shape.scalars);
            let mut rows = list.rows.chunks_exact(shape.stride().max(1));
            // Where `check` has nothing to check, no loop is left of this.
            return rows.all(|row| row.get(..scalars).is_none_or(M::check))
                && list.text_holds()
                && list.obeys();
        }
        list.parts().all(|part| {
            let Some((scalars, ends, heap)) = part else {
                return false;
            };
            M::check(scalars) && list.walk(scalars, ends, heap).holds::<M::Slots>(cx)
        }) && list.obeys()
    }

    #[inline(always)]
    fn view(range: Proven<'_>) -> RowsView<'_, M> {
        RowsView::cut(range.bytes()).unwrap_or(RowsView::EMPTY)
    }
}

impl<M: Message> List for Rows<M> {
    type Item<'a> = M::View<'a>;
    #[inline(always)]
    fn len(view: RowsView<'_, M>) -> usize {
        view.count
    }
    #[inline(always)]
    fn get<'a>(view: RowsView<'a, M>, i: usize) -> M::View<'a>
    where
        'a: 'a,
    {
        view.get(i)
            .unwrap_or_else(|| M::View::from(RawView::default()))
    }
}

impl<M: Message, E: Encode<M>> seal::PutList<E> for Rows<M> {}
impl<M: Message, E: Encode<M>> PutList<E> for Rows<M> {
    fn put_list<I>(w: &mut Writer, elements: I)
    where
        I: DoubleEndedIterator<Item = E> + ExactSizeIterator + Clone,
    {
        let count = elements.len();
        if count == 0 || !w.fits(count) || !w.enter() {
            return;
        }
        let (scalars, slots) = largest::<M, E>(elements.clone());
        let longest = put_rows::<M, E>(w, elements, scalars, slots);
        M::hint().learn_row(longest);
        w.leave();
    }
}

/// The largest S and N that any row needs. Most often the first row needs all.
#[inline(always)]
fn largest<M: Message, E: Encode<M>>(rows: impl Iterator<Item = E>) -> (usize, usize) {
    let (mut scalars, mut slots) = (0, 0);
    for row in rows {
        scalars = row.extent().max(scalars).min(M::SCALARS);
        slots = row.slots().count().max(slots);
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
    const { assert_fits::<M>() };
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
        row.slots().put(w, &mut marks);
        let after = w.len();
        longest |= after - before;
        if !tail_is_empty::<M>(slots, &marks, before, after - before) {
            w.fail(EncodeError::Changed);
        }
        w.mark_start();
        if slots > 1 && wire::width(after - before) > u32::from(block.shape.width) {
            block.respread(w, wire::width(after - before));
        }
        block.done += 1;
        let stride = block.shape.stride();
        if let Some((out, ends)) = w
            .region(block.start + block.done * stride, stride)
            .split_at_mut_checked(scalars)
        {
            row.scalars(out);
            put_ends::<M>(
                ends,
                block.shape.width.into(),
                slots.saturating_sub(1),
                &marks,
                after,
            );
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

super::put_slices!(Rows<M>, M: Message);

impl<M: Message> seal::Put<Rows<M>> for RowsView<'_, M> {}
impl<'a, M: Message> Put<Rows<M>> for RowsView<'a, M>
where
    M::View<'a>: Encode<M>,
{
    fn is_empty(&self) -> bool {
        self.count == 0
    }
    fn put(self, w: &mut Writer) {
        Rows::<M>::put_list(w, self.iter());
    }
}
