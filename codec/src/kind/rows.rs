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

mod put;
mod verify;

use super::flat::{list_head, split_ends};
use super::{Cx, Kind, List, Put, PutList, seal};
use crate::message::{Encode, Message};
use crate::owned;
use crate::raw::Proven;
use crate::view::{RawView, Shape};
use crate::writer::Writer;
use std::fmt;
use std::marker::PhantomData;

/// A list of messages.
#[derive(Debug)]
pub struct Rows<M>(PhantomData<M>);

/// A list cut into its parts, as its headers say.
#[derive(Clone, Copy)]
struct Parts<'a> {
    /// Number of rows.
    count: usize,
    /// Width code of the row ends.
    width: u8,
    /// S, N and the width code of inner ends.
    shape: Shape,
    /// Row ends; none where N = 0.
    ends: &'a [u8],
    heap: &'a [u8],
    rows: &'a [u8],
}

impl<'a> Parts<'a> {
    /// `None` where the parts do not fit.
    #[inline(always)]
    #[allow(clippy::as_conversions)] // a width code has two bits
    fn cut(range: &'a [u8]) -> Option<Self> {
        let (count, width, rest) = list_head(range)?;
        let (shape, rest) = rest.split_first_chunk::<{ Shape::BYTES }>()?;
        let shape = Shape::read(*shape);
        let (ends, rest) = split_ends(rest, if shape.count == 0 { 0 } else { count }, width)?;
        let heap = rest.len().checked_sub(count.checked_mul(shape.stride())?)?;
        let (heap, rows) = rest.split_at_checked(heap)?;
        Some(Self {
            count,
            width: width as u8,
            shape,
            ends,
            heap,
            rows,
        })
    }

    const EMPTY: Self = Self {
        count: 0,
        width: 0,
        shape: Shape {
            scalars: 0,
            count: 0,
            width: 0,
        },
        ends: &[],
        heap: &[],
        rows: &[],
    };
}

/// [`Parts`] of a verified list.
#[derive(Clone, Copy)]
struct ProvenParts<'a> {
    count: usize,
    width: u8,
    shape: Shape,
    ends: Proven<'a>,
    heap: Proven<'a>,
    rows: Proven<'a>,
}

impl<'a> ProvenParts<'a> {
    #[inline(always)]
    fn cut(range: Proven<'a>) -> Self {
        let parts = Parts::cut(range.bytes()).unwrap_or(Parts::EMPTY);
        Self {
            count: parts.count,
            width: parts.width,
            shape: parts.shape,
            ends: Proven::new(parts.ends),
            heap: Proven::new(parts.heap),
            rows: Proven::new(parts.rows),
        }
    }

    /// The same as a call.
    #[inline(never)]
    fn called(range: Proven<'a>) -> Self {
        Self::cut(range)
    }
}

/// A list of messages, read in place.
pub struct RowsView<'a, M> {
    list: ProvenParts<'a>,
    message: PhantomData<fn(M) -> M>,
}

impl<M> Clone for RowsView<'_, M> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<M> Copy for RowsView<'_, M> {}

impl<'a, M: Message> RowsView<'a, M> {
    /// Its parts, which are equal just when the lists are.
    pub(super) fn parts_as_bytes(self) -> (usize, [u8; 4], [&'a [u8]; 3]) {
        (
            self.list.count,
            self.list.shape.write(),
            [self.list.ends, self.list.heap, self.list.rows].map(Proven::bytes),
        )
    }

    /// Number of messages.
    #[inline(always)]
    pub fn len(self) -> usize {
        self.list.count
    }

    /// Whether there is none.
    #[inline(always)]
    pub fn is_empty(self) -> bool {
        self.list.count == 0
    }

    /// Message `i`.
    #[inline(always)]
    pub fn get(self, i: usize) -> Option<M::View<'a>> {
        (i < self.list.count).then(|| self.step(i, &mut self.start_of(i)))
    }

    /// All messages.
    #[inline(always)]
    pub fn iter(self) -> RowsIter<'a, M> {
        RowsIter {
            view: self,
            next: 0,
            end: self.list.count,
            start: 0,
        }
    }

    /// All messages, owned.
    pub fn to_vec(self) -> Vec<M> {
        owned::rows(&self)
    }

    /// Message `i < count`, whose heap part begins at `start`; moves `start` to the next one's.
    #[inline(always)]
    pub(crate) fn step(self, i: usize, start: &mut usize) -> M::View<'a> {
        M::view_of(self.raw(i, start))
    }

    /// All messages, before their views are made.
    pub(crate) fn raws(self) -> impl Iterator<Item = RawView<'a, M>> {
        let mut start = 0;
        (0..self.list.count).map(move |i| self.raw(i, &mut start))
    }

    /// What [`step`](Self::step) makes a view of.
    #[inline(always)]
    fn raw(self, i: usize, start: &mut usize) -> RawView<'a, M> {
        let stride = self.list.shape.stride();
        let at = i.wrapping_mul(stride);
        let row = self.list.rows.part(at, at.wrapping_add(stride));
        let end = self.start_of(i.wrapping_add(1));
        let heap = self.list.heap.part(*start, end);
        *start = end;
        RawView::row(self.list.shape, row, heap)
    }

    /// Where the heap part of row `i <= count` begins.
    #[inline(always)]
    fn start_of(self, i: usize) -> usize {
        match i.checked_sub(1) {
            Some(before) if self.list.shape.count > 0 => {
                self.list.ends.end(self.list.width, before)
            }
            _ => 0,
        }
    }
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
        range.is_empty() || (verify::holds::<M>(range, cx) && obeys::<M>(range))
    }

    #[inline(always)]
    fn view(range: Proven<'_>) -> RowsView<'_, M> {
        RowsView {
            list: ProvenParts::cut(range),
            message: PhantomData,
        }
    }

    #[inline(always)]
    fn view_by_call(range: Proven<'_>) -> RowsView<'_, M> {
        RowsView {
            list: ProvenParts::called(range),
            message: PhantomData,
        }
    }
}

/// Whether rows that are known to be sound hold what `where` clauses allow.
#[inline(always)]
fn obeys<M: Message>(range: &[u8]) -> bool {
    !M::CONSTRAINED || Rows::<M>::view(Proven::new(range)).iter().all(M::holds)
}

impl<M: Message> List for Rows<M> {
    type Item<'a> = M::View<'a>;
    #[inline(always)]
    fn len(view: RowsView<'_, M>) -> usize {
        view.list.count
    }
    #[inline(always)]
    fn get<'a>(view: RowsView<'a, M>, i: usize) -> M::View<'a>
    where
        'a: 'a,
    {
        view.get(i)
            .unwrap_or_else(|| M::view_of(RawView::default()))
    }
}

impl<M: Message, E: Encode<M>> seal::PutList<E> for Rows<M> {}
impl<M: Message, E: Encode<M>> PutList<E> for Rows<M> {
    fn put_list<I>(w: &mut Writer, elements: I)
    where
        I: DoubleEndedIterator<Item = E> + ExactSizeIterator + Clone,
    {
        put::put_list::<M, E>(w, elements);
    }
}

super::put_slices!(Rows<M>, M: Message);

impl<M: Message> seal::Put<Rows<M>> for RowsView<'_, M> {}
impl<'a, M: Message> Put<Rows<M>> for RowsView<'a, M>
where
    M::View<'a>: Encode<M>,
{
    fn is_empty(&self) -> bool {
        self.list.count == 0
    }
    fn put(self, w: &mut Writer) {
        Rows::<M>::put_list(w, self.iter());
    }
}
