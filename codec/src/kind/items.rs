//! Lists of strings, bytes, lists, maps and unions.
//!
//! ```text
//!  0                          4                4+count*w
//! ┌──────────────────────────┬────────────────┬──────────┐
//! │ u32: count 30 │ w 2      │ ends, count*w  │ data     │
//! └──────────────────────────┴────────────────┴──────────┘
//! ```
//!
//! Item `i` is `data[end(i-1)..end(i)]`. An empty list is an empty range.

use super::flat::{Text, list_head, put_end, put_list_head, split_ends};
use super::{Cx, Kind, List, Put, PutList, seal};
use crate::error::EncodeError;
use crate::raw::Proven;
use crate::steps::tick;
use crate::writer::Writer;
use crate::{ascii, wire};
use std::fmt;
use std::marker::PhantomData;

/// A list of elements of kind `K`, each as long as it is.
#[derive(Debug)]
pub struct Items<K>(PhantomData<K>);

/// A list of variable-size elements, read in place.
pub struct ItemsView<'a, K> {
    ends: Proven<'a>,
    data: Proven<'a>,
    count: usize,
    width: u8,
    kind: PhantomData<fn(K) -> K>,
}

impl<K> Clone for ItemsView<'_, K> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<K> Copy for ItemsView<'_, K> {}

impl<'a, K: Kind> ItemsView<'a, K> {
    /// Its parts, which are equal just when the lists are.
    pub(super) fn parts_as_bytes(self) -> [&'a [u8]; 2] {
        [self.ends, self.data].map(Proven::bytes)
    }

    /// Number of elements.
    #[inline(always)]
    pub fn len(self) -> usize {
        self.count
    }

    /// Whether there is none.
    #[inline(always)]
    pub fn is_empty(self) -> bool {
        self.count == 0
    }

    /// Element `i`.
    #[inline(always)]
    pub fn get(self, i: usize) -> Option<K::View<'a>> {
        (i < self.count).then(|| self.step(i, &mut self.start_of(i)))
    }

    /// Item `i < count`, which begins at `start`; moves `start` to the next one.
    #[inline(always)]
    fn step(self, i: usize, start: &mut usize) -> K::View<'a> {
        let end = self.ends.end(self.width, i);
        let item = self.data.part(*start, end);
        *start = end;
        K::view(item)
    }

    /// Where item `i <= count` begins.
    #[inline(always)]
    fn start_of(self, i: usize) -> usize {
        i.checked_sub(1)
            .map_or(0, |before| self.ends.end(self.width, before))
    }

    /// The ranges of all elements.
    pub(super) fn ranges(self) -> impl Iterator<Item = &'a [u8]> {
        let mut start = 0;
        (0..self.count).map(move |i| {
            let end = self.ends.end(self.width, i);
            let range = self.data.part(start, end);
            start = end;
            range.bytes()
        })
    }

    /// All elements.
    #[inline(always)]
    pub fn iter(self) -> ItemsIter<'a, K> {
        ItemsIter {
            view: self,
            next: 0,
            end: self.count,
            start: 0,
        }
    }
}

impl ItemsView<'_, Text> {
    /// All texts, owned.
    pub fn to_vec(self) -> Vec<String> {
        self.iter().map(String::from).collect()
    }
}

impl<'a, K: Kind> fmt::Debug for ItemsView<'a, K>
where
    K::View<'a>: fmt::Debug,
{
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}

/// The elements of an [`ItemsView`].
pub struct ItemsIter<'a, K> {
    view: ItemsView<'a, K>,
    next: usize,
    end: usize,
    /// Where item `next` begins.
    start: usize,
}

impl<K> Clone for ItemsIter<'_, K> {
    fn clone(&self) -> Self {
        Self {
            view: self.view,
            ..*self
        }
    }
}

super::iterate!(ItemsIter, ItemsView, K: Kind, K::View<'a>);

impl<K: Kind> seal::Kind for Items<K> {}
impl<K: Kind> Kind for Items<K> {
    type View<'a> = ItemsView<'a, K>;

    fn verify(range: &[u8], cx: Cx) -> bool {
        tick(1);
        if range.is_empty() {
            return true;
        }
        let Some((count, w, rest)) = list_head(range) else {
            return false;
        };
        if count == 0 || w > 2 {
            return false;
        }
        let Some((ends, data)) = split_ends(rest, count, w) else {
            return false;
        };
        if w != wire::width(data.len()) || !wire::ends_hold(ends, w, data.len()) {
            return false;
        }
        // Ends that hold cut ASCII into ASCII.
        if K::TEXT && ascii::is_ascii_here(data) {
            return true;
        }
        let mut start = 0;
        for i in 0..count {
            tick(1);
            let end = wire::end(ends, w, i);
            if !data.get(start..end).is_some_and(|item| K::verify(item, cx)) {
                return false;
            }
            start = end;
        }
        true
    }

    #[inline(always)]
    #[allow(clippy::as_conversions)] // a width code has two bits
    fn view(range: Proven<'_>) -> ItemsView<'_, K> {
        let (count, width, rest) = list_head(range.bytes()).unwrap_or((0, 0, &[]));
        let (ends, data) = split_ends(rest, count, width).unwrap_or_default();
        ItemsView {
            ends: Proven::new(ends),
            data: Proven::new(data),
            count,
            width: width as u8,
            kind: PhantomData,
        }
    }
}

impl<K: Kind> List for Items<K> {
    type Item<'a> = K::View<'a>;
    #[inline(always)]
    fn len(view: ItemsView<'_, K>) -> usize {
        view.count
    }
    #[inline(always)]
    fn get<'a>(view: ItemsView<'a, K>, i: usize) -> K::View<'a>
    where
        'a: 'a,
    {
        view.get(i).unwrap_or_else(|| K::view(Proven::EMPTY))
    }
}

impl<K: Kind, E: Put<K>> seal::PutList<E> for Items<K> {}
impl<K: Kind, E: Put<K>> PutList<E> for Items<K> {
    #[inline]
    fn put_list<I>(w: &mut Writer, elements: I)
    where
        I: DoubleEndedIterator<Item = E> + ExactSizeIterator + Clone,
    {
        let count = elements.len();
        if count == 0 || !w.fits(count) {
            return;
        }
        let width = if E::FLAT {
            put_flat_items(w, elements)
        } else {
            let list = w.open_list(count);
            let base = w.len();
            for element in elements.rev() {
                element.put(w);
                w.mark_start();
            }
            w.close_list(list, base)
        };
        put_list_head(w, count, width);
    }
}

/// Writes elements whose lengths are known beforehand, and their ends: a first pass measures, then everything is written
/// to where it stays. Gives the width code of the ends.
#[inline(always)]
fn put_flat_items<K: Kind, E: Put<K>>(
    w: &mut Writer,
    elements: impl DoubleEndedIterator<Item = E> + ExactSizeIterator + Clone,
) -> u32 {
    let room = |sum: usize, element: E| sum.wrapping_add(element.room());
    let data = elements.clone().fold(0, room);
    let width = wire::width(data);
    let ends = elements.len().saturating_mul(1 << width);
    let full = w.parts([ends, data], |[ends, out]| {
        wire::at_width(width, |width| {
            elements.clone().rev().try_for_each(|element| {
                put_end(ends, width, out.left())?;
                element.put_flat(out)
            })
        })
    });
    if !full {
        w.fail(EncodeError::Changed);
    }
    width
}

super::put_slices!(Items<K>, K: Kind);

impl<K: Kind> seal::Put<Items<K>> for ItemsView<'_, K> {}
impl<'a, K: Kind> Put<Items<K>> for ItemsView<'a, K>
where
    K::View<'a>: Put<K>,
{
    fn is_empty(&self) -> bool {
        self.count == 0
    }
    fn put(self, w: &mut Writer) {
        Items::<K>::put_list(w, self.iter());
    }
}
