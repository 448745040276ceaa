//! Verifying a list of messages.

use super::Parts;
use crate::kind::Cx;
use crate::message::{Message, is_tight, names_beyond, says_beyond};
use crate::slot::{Fitted, KindTree, MessageRules, Walk};
use crate::steps::tick;
use crate::view::Shape;
use crate::{ascii, wire};

/// Whether `range`, which is not empty, is one canonical list.
pub(super) fn holds<M: Message>(range: &[u8], cx: Cx) -> bool {
    tick(1);
    let (Some(cx), Some(list)) = (cx.deeper(), Parts::cut(range)) else {
        return false;
    };
    let Shape {
        scalars,
        count: slots,
        width,
    } = list.shape;
    // A row takes at least a byte, and the width of row ends is the smallest.
    let sound = list.count > 0
        && (slots > 0 || scalars > 0)
        && u32::from(list.width)
            == if slots == 0 {
                0
            } else {
                wire::width(list.heap.len())
            };
    if !sound || !list.scalars_are_tight::<M>() {
        return false;
    }
    // Text that a newer writer has in slots beyond is none of ours, but stands in the same heap.
    if M::Slots::TEXT && usize::from(slots) <= M::Slots::LEN {
        return list.text_rows_hold::<M>();
    }
    // Most rows use all that their schema has, and are short: then sizes are known when this is compiled.
    let rules = MessageRules::of::<M>();
    let (scalars, slots) = (usize::from(scalars), usize::from(slots));
    if scalars == M::SCALARS && slots == M::Slots::LEN && width == 0 {
        list.rows_hold(M::SCALARS, M::Slots::LEN, 0, M::Slots::LEN, |walk| {
            M::check(walk.scalars()) && walk.holds::<M>(cx)
        })
    } else if width <= 2 && rules.fit() {
        list.fitted_rows_hold(rules, row_holds::<M>, cx)
    } else {
        list.any_rows_hold(rules, cx)
    }
}

/// Whether a row that was fitted holds.
fn row_holds<M: Message>([scalars, ends, heap]: [&[u8]; 3], cx: Cx) -> bool {
    let inner = const { M::Slots::LEN.saturating_sub(1) };
    let (Some(scalars), Some(ends)) = (scalars.get(..M::SCALARS), ends.get(..inner << 2)) else {
        return false;
    };
    M::check(scalars) && Walk::new(scalars, ends, heap, M::Slots::LEN, 2).holds::<M>(cx)
}

impl<'a> Parts<'a> {
    /// Rows that do not have the sizes of their type, or are long.
    #[inline(never)]
    fn fitted_rows_hold(
        self,
        rules: &MessageRules,
        row_holds: fn([&[u8]; 3], Cx) -> bool,
        cx: Cx,
    ) -> bool {
        let mut room = Fitted::EMPTY;
        let Shape {
            scalars,
            count,
            width,
        } = self.shape;
        let known = rules.len();
        self.rows_hold(scalars.into(), count.into(), width.into(), known, |walk| {
            room.fit_row(walk, rules)
                .is_some_and(|row| row_holds(row, cx))
        })
    }

    /// S is the largest that a row needs, as far as this schema can tell. Most often the first row needs it.
    #[inline(always)]
    fn scalars_are_tight<M: Message>(self) -> bool {
        let found = usize::from(self.shape.scalars);
        if found == 0 || found > M::SCALARS {
            return true;
        }
        let rows = || {
            self.rows
                .chunks_exact(self.shape.stride().max(1))
                .inspect(|_| tick(1))
                .filter_map(|row| row.get(..found))
        };
        // A row that has more than S holds says so by the presence bit of a scalar beyond; most types have none such.
        if names_beyond(M::UNITS, found) && rows().any(|scalars| says_beyond(M::UNITS, scalars)) {
            return false;
        }
        rows().any(is_tight::<M>)
            || (found == 1 && self.shape.count == 0 && rows().all(|scalars| scalars == [0]))
    }

    /// Rows of sizes that only their header tells.
    #[inline(never)]
    fn any_rows_hold(self, rules: &MessageRules, cx: Cx) -> bool {
        self.rows_hold(
            self.shape.scalars.into(),
            self.shape.count.into(),
            self.shape.width.into(),
            rules.len(),
            |walk| (rules.check)(walk.scalars()) && walk.obeys(rules, cx),
        )
    }

    /// One pass: each row's heap part and inner ends lie where they may, each slot holds what it should, some row uses
    /// the last slot, and the width of inner ends is the smallest.
    #[inline(always)]
    fn rows_hold(
        self,
        scalars: usize,
        slots: usize,
        w: u32,
        known: usize,
        mut row_holds: impl FnMut(Walk<'_>) -> bool,
    ) -> bool {
        let inner = slots.saturating_sub(1);
        let stride = scalars.wrapping_add(inner << w);
        let (mut at, mut start, mut longest, mut last_slot_is_used) = (0usize, 0, 0, false);
        for i in 0..self.count {
            tick(1);
            let end = if slots == 0 {
                0
            } else {
                wire::end(self.ends, self.width.into(), i)
            };
            // With one slot and no scalars a row takes no bytes here.
            let (Some(heap), Some(row)) = (
                self.heap.get(start..end),
                self.rows.get(at..at.wrapping_add(stride)),
            ) else {
                return false;
            };
            let Some((scalars, ends)) = row.split_at_checked(scalars) else {
                return false;
            };
            (at, start) = (at.wrapping_add(stride), end);
            longest |= heap.len();
            let last = match inner.checked_sub(1) {
                None => 0,
                Some(k) => wire::end(ends, w, k),
            };
            last_slot_is_used |= last < heap.len();
            // The walk looks at the ends of the slots that this schema knows; a newer writer has more.
            let beyond = slots <= known || inner_ends_hold(ends, w, heap.len());
            if !beyond || !row_holds(Walk::new(scalars, ends, heap, slots, w)) {
                return false;
            }
        }
        start == self.heap.len()
            && (slots == 0 || last_slot_is_used)
            && w == if slots < 2 { 0 } else { wire::width(longest) }
    }

    /// The same where every slot is text: what can be seen without a branch is looked at first, then the text of all
    /// rows at once.
    fn text_rows_hold<M: Message>(self) -> bool {
        let scalars = usize::from(self.shape.scalars);
        if self.shape.count == 0 {
            if !self.heap.is_empty() || self.shape.width != 0 {
                return false;
            }
        } else if !wire::ends_hold(self.ends, self.width.into(), self.heap.len())
            || !self.all_inner_ends_hold::<M>()
        {
            return false;
        }
        let stride = self.shape.stride();
        tick(self.count);
        // By index: where `check` has nothing to check, no loop is left of this.
        let checked = (0..self.count).all(|i| {
            let at = i.wrapping_mul(stride);
            let scalars = self.rows.get(at..at.wrapping_add(scalars));
            scalars.is_none_or(M::check)
        });
        checked && self.text_holds::<M>()
    }

    /// Some row uses the last slot; the inner ends hold, and their width is the smallest.
    #[inline(always)]
    fn all_inner_ends_hold<M: Message>(self) -> bool {
        let Shape {
            scalars,
            count,
            width,
        } = self.shape;
        let (slots, w) = (usize::from(count), u32::from(width));
        if slots < 2 {
            return width == 0 && !self.heap.is_empty();
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
            tick(inner.wrapping_add(1));
            let end = wire::end(self.ends, self.width.into(), i);
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

    /// Where the heap part of row `i` begins, where ends are known to hold.
    #[inline(always)]
    fn start(self, i: usize) -> usize {
        match i.checked_sub(1) {
            Some(before) if self.shape.count > 0 => wire::end(self.ends, self.width.into(), before),
            _ => 0,
        }
    }

    /// Every slot is text: the heap is looked at as a whole, and a row by itself only where something in it is not ASCII.
    fn text_holds<M: Message>(self) -> bool {
        let (mut row, mut at) = (0, 0);
        while let Some(found) = self.heap.get(at..).and_then(ascii::first_wide) {
            let wide = at.saturating_add(found);
            row = self.row_behind(row, wide);
            // Where one is, the next may be, too.
            while let Some(heap) = self
                .row_heap(row)
                .filter(|heap| !ascii::is_ascii_here(heap))
            {
                if !self.row_text_holds::<M>(row, heap) {
                    return false;
                }
                row = row.wrapping_add(1);
            }
            at = self.start(row).max(wide.saturating_add(1));
        }
        true
    }

    /// The heap part of row `i`, where ends are known to hold; `None` behind the last row.
    #[inline(always)]
    fn row_heap(self, i: usize) -> Option<&'a [u8]> {
        let range = self.start(i)..self.start(i.wrapping_add(1));
        self.heap.get(range).filter(|_| i < self.count)
    }

    /// The row whose heap part has byte `at`, from row `first` on. Ends are known to hold. What it takes is no more than the rows
    /// that are passed, however far they are.
    fn row_behind(self, first: usize, at: usize) -> usize {
        let ends = |row: usize| wire::end(self.ends, self.width.into(), row);
        let (mut low, mut step) = (first, 1_usize);
        // `low` is at most the row; it is found within a range that doubles.
        while low.saturating_add(step) < self.count && ends(low.saturating_add(step)) <= at {
            tick(1);
            low = low.saturating_add(step);
            step = step.saturating_mul(2);
        }
        let mut high = low.saturating_add(step).min(self.count.saturating_sub(1));
        while low < high {
            tick(1);
            let middle = low.saturating_add(high) / 2;
            if ends(middle) <= at {
                low = middle.saturating_add(1);
            } else {
                high = middle;
            }
        }
        low
    }

    /// Whether the text of row `i`, whose heap part this is, is UTF-8.
    fn row_text_holds<M: Message>(self, i: usize, heap: &'a [u8]) -> bool {
        tick(1);
        let stride = self.shape.stride();
        let at = i.wrapping_mul(stride);
        let row = self.rows.get(at..at.wrapping_add(stride));
        row.and_then(|row| row.split_at_checked(self.shape.scalars.into()))
            .is_some_and(|(scalars, ends)| {
                self.walk(scalars, ends, heap).text_holds_as::<M::Slots>()
            })
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

/// What [`Parts::inner_ends`] saw.
struct InnerEnds {
    ends_hold: bool,
    last_slot_is_used: bool,
    /// As many bits as the longest row's heap part.
    longest: usize,
}

/// Whether a row's inner ends never decrease, and none passes the end of its heap part.
#[inline(always)]
fn inner_ends_hold(ends: &[u8], w: u32, len: usize) -> bool {
    tick(ends.len() >> w);
    let mut last = 0;
    (0..ends.len() >> w).all(|k| {
        let end = wire::end(ends, w, k);
        let holds = last <= end && end <= len;
        last = end;
        holds
    })
}
