//! Verification's way through the slots of a message.

use super::KindTree;
use crate::kind::Cx;
use crate::message::{Message, Unit, is_tight_within};
use crate::steps::tick;
use crate::view::Shape;
use crate::{ascii, wire};
use std::cmp::Ordering;

/// What a slot must hold, as data.
///
/// Code for each type is for messages of the shape that most have, where places are known when it is compiled. All other
/// shapes, and text that is not ASCII, are walked by one loop over the rules: code of its own would be most of a program.
#[doc(hidden)]
#[derive(Debug, Clone, Copy)]
pub enum SlotRule {
    /// UTF-8.
    Text,
    /// What [`Kind::verify_slot`](crate::kind::Kind::verify_slot) accepts.
    Slot(fn(&[u8], &[u8], Cx) -> bool),
    /// Slots of a tree.
    Tree(&'static TreeRules),
}

impl SlotRule {
    /// Whether the kind at `index` accepts `range` without scalars, as the payload of a variant; `None` where there is none.
    pub(crate) fn accepts(&self, index: usize, range: &[u8], cx: Cx) -> Option<bool> {
        tick(1);
        let tree = match self {
            Self::Text => return Some(ascii::is_utf8(range)),
            Self::Slot(holds) => return Some(holds(range, &[], cx)),
            Self::Tree(tree) => tree,
        };
        let mut index = index;
        for rule in tree.rules {
            tick(1);
            let len = match rule {
                Self::Tree(tree) => tree.len,
                _ => 1,
            };
            if index < len {
                return rule.accepts(index, range, cx);
            }
            index = index.wrapping_sub(len);
        }
        None
    }
}

/// What the slots of a tree must hold.
#[doc(hidden)]
#[derive(Debug, Clone, Copy)]
pub struct TreeRules {
    /// Their number.
    pub(super) len: usize,
    /// Whether each may be empty.
    pub(super) may_be_empty: bool,
    pub(super) rules: &'static [SlotRule],
}

/// What a message must hold, as data.
pub(crate) struct MessageRules {
    full: Shape,
    units: &'static [Unit],
    pub(crate) check: fn(&[u8]) -> bool,
    pub(crate) slots: &'static [SlotRule],
}

impl MessageRules {
    pub(crate) const fn of<M: Message>() -> &'static Self {
        const {
            &Self {
                full: Shape::full::<M>(),
                units: M::UNITS,
                check: M::check,
                slots: match &M::Slots::RULE {
                    SlotRule::Tree(tree) => tree.rules,
                    one => std::slice::from_ref(one),
                },
            }
        }
    }

    /// Whether scalars end behind the last one that is not at its default, as far as the schema can tell. Most often that is the
    /// last one that it has.
    #[inline(always)]
    pub(crate) fn are_tight(&self, scalars: &[u8]) -> bool {
        match scalars.len().cmp(&self.full.scalars.into()) {
            Ordering::Greater => true,
            Ordering::Equal if self.last_is_set(scalars) => true,
            _ => is_tight_within(self.units, scalars),
        }
    }

    /// Whether a byte of the last scalar is not zero. Most often it is the first one.
    #[inline(always)]
    fn last_is_set(&self, scalars: &[u8]) -> bool {
        let start = self.units.last().map_or(0, |unit| usize::from(unit.start));
        let mut last = scalars.get(start..).unwrap_or_default().iter();
        last.any(|byte| *byte != 0)
    }

    /// Number of slots.
    pub(crate) fn len(&self) -> usize {
        usize::from(self.full.count)
    }

    /// Whether a message can be [fitted](Fitted).
    pub(crate) const fn fit(&self) -> bool {
        // Widening.
        #[allow(clippy::as_conversions)]
        let fit = self.full.scalars as usize <= FITTED_SCALARS
            && self.full.count as usize <= FITTED_SLOTS;
        fit
    }
}

/// Bytes of scalars, and slots, that can be fitted. Few enough for a message of some bytes to be walked through as if it had
/// all of them.
const FITTED_SCALARS: usize = 112;
const FITTED_SLOTS: usize = 16;

/// Room to bring what is short, and does not use just what its schema has, into the shape of what does: scalars behind the
/// last are zero, and slots behind the last are empty. So code of a type is for one shape, and most messages have that shape or
/// can be brought into it.
pub(crate) struct Fitted<const ENDS: usize> {
    scalars: [u8; FITTED_SCALARS],
    ends: [u8; ENDS],
}

impl<const ENDS: usize> Fitted<ENDS> {
    pub(crate) const EMPTY: Self = Self {
        scalars: [0; FITTED_SCALARS],
        ends: [0; ENDS],
    };
}

impl Fitted<FITTED_SLOTS> {
    /// The scalars, ends and heap that the rules' own shape has, of what follows the header of a message of this shape. `None`
    /// where its parts do not hold.
    #[inline(never)]
    pub(crate) fn fit<'a>(
        room: &'a mut Option<Self>,
        rest: &'a [u8],
        shape: Shape,
        rules: &MessageRules,
    ) -> Option<[&'a [u8]; 3]> {
        let room = room.insert(Self::EMPTY);
        let (scalars, behind) = rest.split_at_checked(shape.scalars.into())?;
        let (mut ends, mut heap) = behind.split_at_checked(shape.count.into())?;
        if !rules.are_tight(scalars) {
            return None;
        }
        if ends.len() > rules.len() {
            // Slots that only a newer writer knows lie behind.
            let walk = Walk::of_message(rest, Shape { width: 0, ..shape })?;
            heap = walk.known_heap(rules)?;
            ends = ends.get(..rules.len())?;
        }
        // Ends never decrease; the last one is that of the heap, and that slot is not empty.
        let len = u8::try_from(heap.len()).ok()?;
        room.ends = [len; FITTED_SLOTS];
        let (mut before, mut last, mut holds) = (0, 0, true);
        for (out, end) in room.ends.iter_mut().zip(ends) {
            tick(1);
            *out = *end;
            holds &= last <= *end;
            (before, last) = (last, *end);
        }
        holds &= last == len
            && (before < last || ends.len() < usize::from(shape.count) || ends.is_empty());
        let scalars = filled(&mut room.scalars, scalars, rules.full.scalars)?;
        holds.then_some([scalars, &room.ends, heap])
    }
}

impl Fitted<{ FITTED_SLOTS * 4 }> {
    /// The same of a row, with ends of four bytes each.
    #[inline(always)]
    pub(crate) fn fit_row<'a>(
        &'a mut self,
        walk: Walk<'a>,
        rules: &MessageRules,
    ) -> Option<[&'a [u8]; 3]> {
        let heap = walk.known_heap(rules)?;
        let scalars = filled(&mut self.scalars, walk.scalars, rules.full.scalars)?;
        let inner = rules.len().saturating_sub(1).saturating_mul(4);
        let ends = self.ends.get_mut(..inner)?;
        let len = u32::try_from(heap.len()).ok()?.to_le_bytes();
        let (out, _) = ends.as_chunks_mut::<4>();
        let (given, width) = (walk.ends, walk.width);
        match width {
            0 => spread(
                out,
                given.iter().map(|end| u32::from(*end).to_le_bytes()),
                len,
            ),
            1 => {
                let given = given.as_chunks::<2>().0.iter();
                let given = given.map(|end| u32::from(u16::from_le_bytes(*end)).to_le_bytes());
                spread(out, given, len);
            }
            _ => spread(out, given.as_chunks::<4>().0.iter().copied(), len),
        }
        Some([scalars, ends, heap])
    }
}

/// Fills `out` with ends, and with `len` behind the last one.
#[inline(always)]
fn spread(out: &mut [[u8; 4]], mut ends: impl Iterator<Item = [u8; 4]>, len: [u8; 4]) {
    for out in out {
        *out = ends.next().unwrap_or(len);
    }
}

/// The first `len` of some bytes, with the zeros of `room` for those that are not there.
#[inline(always)]
fn filled<'a>(room: &'a mut [u8], bytes: &'a [u8], len: u16) -> Option<&'a [u8]> {
    let len = usize::from(len);
    if let Some(bytes) = bytes.get(..len) {
        return Some(bytes);
    }
    room.get_mut(..bytes.len())?.copy_from_slice(bytes);
    room.get(..len)
}

/// Verifies the text among the slots of a message or row. What it needs comes by value: a walk whose address nobody takes is
/// kept in registers.
#[cold]
#[inline(never)]
fn texts_hold(heap: &[u8], ends: &[u8], count: usize, width: u32, rules: &MessageRules) -> bool {
    Walk::new(&[], ends, heap, count, width).text_holds(rules)
}

/// Verification's way through a heap, slot by slot.
///
/// Strings that stand next to each other are one run, which is looked at once: most often it is ASCII.
#[derive(Debug, Clone)]
pub struct Walk<'a> {
    heap: &'a [u8],
    ends: &'a [u8],
    scalars: &'a [u8],
    /// How many slots the writer had: a reader may know more, or fewer.
    count: usize,
    width: u32,
    /// Where the next slot begins.
    start: usize,
    /// Where the run of text that ends there began.
    run: usize,
    /// Whether a run was not ASCII.
    wide: bool,
}

impl<'a> Walk<'a> {
    #[inline(always)]
    pub(crate) fn new(
        scalars: &'a [u8],
        ends: &'a [u8],
        heap: &'a [u8],
        count: usize,
        width: u32,
    ) -> Self {
        Self {
            heap,
            ends,
            scalars,
            count,
            width,
            start: 0,
            run: 0,
            wide: false,
        }
    }

    /// The way through a message, from what follows its header. `None` where its parts do not fit, or another header would
    /// be the canonical one.
    #[inline(always)]
    pub(crate) fn of_message(rest: &'a [u8], shape: Shape) -> Option<Self> {
        let (count, w) = (usize::from(shape.count), u32::from(shape.width));
        let (scalars, rest) = rest.split_at_checked(usize::from(shape.scalars))?;
        let (ends, heap) = rest.split_at_checked(count << w)?;
        // The width is the smallest, so it is never 3; and the last slot is not empty, or N would be smaller.
        if w != wire::width(heap.len()) || !wire::ends_hold(ends, w, heap.len()) {
            return None;
        }
        if let Some(last) = count.checked_sub(1) {
            let before = match last.checked_sub(1) {
                None => 0,
                Some(before) => wire::end(ends, w, before),
            };
            if before == heap.len() {
                return None;
            }
        }
        Some(Self::new(scalars, ends, heap, count, w))
    }

    #[inline(always)]
    pub(crate) fn scalars(&self) -> &'a [u8] {
        self.scalars
    }

    /// The heap without slots that only a newer writer knows.
    #[inline(always)]
    fn known_heap(&self, rules: &MessageRules) -> Option<&'a [u8]> {
        match rules.len().checked_sub(1) {
            Some(last) if rules.len() < self.count => {
                self.heap.get(..wire::end(self.ends, self.width, last))
            }
            Some(_) => Some(self.heap),
            None => Some(&[]),
        }
    }

    /// Verifies the slots of a message or row, whose ends are known to hold.
    #[inline(always)]
    pub(crate) fn holds<M: Message>(mut self, cx: Cx) -> bool {
        if !M::Slots::verify(&mut self, 0, cx) {
            return false;
        }
        self.end_run();
        let rules = MessageRules::of::<M>();
        !self.wide || texts_hold(self.heap, self.ends, self.count, self.width, rules)
    }

    /// The same by rules.
    pub(crate) fn obeys(mut self, rules: &MessageRules, cx: Cx) -> bool {
        if !self.slots_obey(rules.slots, 0, cx) {
            return false;
        }
        self.end_run();
        !self.wide || self.text_holds(rules)
    }

    /// Verifies the slots from `first` on, which have these rules. Text is left to the run.
    fn slots_obey(&mut self, rules: &[SlotRule], first: usize, cx: Cx) -> bool {
        let mut first = first;
        for rule in rules {
            tick(1);
            let holds = match rule {
                SlotRule::Text => self.next(first).is_some(),
                SlotRule::Slot(holds) => self
                    .leave_text(first)
                    .is_some_and(|range| holds(range, self.scalars, cx)),
                SlotRule::Tree(tree) => {
                    let holds = if self.ends_before(tree.len, first) {
                        tree.may_be_empty
                    } else {
                        self.slots_obey(tree.rules, first, cx)
                    };
                    if !holds {
                        return false;
                    }
                    first = first.wrapping_add(tree.len);
                    continue;
                }
            };
            if !holds {
                return false;
            }
            first = first.wrapping_add(1);
        }
        true
    }

    /// Verifies the text among the slots.
    #[cold]
    pub(crate) fn text_holds(mut self, rules: &MessageRules) -> bool {
        self.start = 0;
        self.texts_hold(rules.slots, 0)
    }

    /// The same where the slots are known when this is compiled: lists of text are looked at row by row.
    #[cold]
    pub(crate) fn text_holds_as<S: KindTree>(mut self) -> bool {
        S::verify_text(&mut self, 0)
    }

    /// Verifies the text among the slots from `first` on, one by one.
    fn texts_hold(&mut self, rules: &[SlotRule], first: usize) -> bool {
        let mut first = first;
        for rule in rules {
            tick(1);
            let (holds, len) = match rule {
                SlotRule::Text => (self.next(first).is_some_and(ascii::is_utf8), 1),
                SlotRule::Slot(_) => {
                    self.next(first);
                    (true, 1)
                }
                SlotRule::Tree(tree) => (
                    self.ends_before(tree.len, first) || self.texts_hold(tree.rules, first),
                    tree.len,
                ),
            };
            if !holds {
                return false;
            }
            first = first.wrapping_add(len);
        }
        true
    }

    /// Whether the writer had none of the `len` slots of a tree within a tree: then nobody walks through it, or a message of
    /// few bytes would cost as many steps as its type has slots.
    #[inline(always)]
    pub(super) fn ends_before(&self, len: usize, first: usize) -> bool {
        len > 1 && self.count <= first
    }

    #[inline(always)]
    fn end_run(&mut self) {
        if self.run < self.start {
            self.wide |= !self
                .heap
                .get(self.run..self.start)
                .is_some_and(ascii::is_ascii);
        }
    }

    /// The range of slot `k`, which is the next one and not text.
    #[inline(always)]
    pub(super) fn leave_text(&mut self, k: usize) -> Option<&'a [u8]> {
        self.end_run();
        let range = self.next(k)?;
        self.run = self.start;
        Some(range)
    }

    /// The range of slot `k`, which is the next one. Empty where the writer had no such slot.
    #[inline(always)]
    pub(super) fn next(&mut self, k: usize) -> Option<&'a [u8]> {
        if k >= self.count {
            return Some(&[]);
        }
        let last = k.wrapping_add(1) == self.count;
        let end = if last {
            self.heap.len()
        } else {
            wire::end(self.ends, self.width, k)
        };
        let range = self.heap.get(self.start..end)?;
        self.start = end;
        Some(range)
    }
}

#[cfg(test)]
#[allow(clippy::as_conversions, clippy::arithmetic_side_effects)] // numbers are small
mod tests {
    use super::*;

    const UNITS: [Unit; 3] =
        Unit::in_order([Unit::plain(0, 1), Unit::plain(1, 2), Unit::plain(2, 3)]);

    fn rules(scalars: u16, count: u16) -> MessageRules {
        MessageRules {
            full: Shape {
                scalars,
                count,
                width: 0,
            },
            units: &UNITS,
            check: |_| true,
            slots: &[SlotRule::Text],
        }
    }

    /// The ranges of slots, if each is one.
    fn ranges(mut walk: Walk<'_>, known: usize) -> Option<Vec<&[u8]>> {
        (0..known).map(|k| walk.next(k)).collect()
    }

    fn padded(scalars: &[u8]) -> [u8; 3] {
        wire::padded(scalars)
    }

    /// Numbers that look random.
    fn numbers() -> impl FnMut(u64) -> usize {
        let mut state = 1u64;
        move |below| {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1);
            usize::try_from((state >> 33) % below).unwrap()
        }
    }

    #[test]
    fn a_message_that_is_fitted_has_the_slots_that_it_had() {
        let mut next = numbers();
        let mut accepted = 0;
        for _ in 0..100_000 {
            let known = [0, 1, 2, 3, 8, 16][next(6)];
            let (scalars, count, heap) = (next(5), next(known as u64 + 3), next(4));
            let mut rest: Vec<u8> = (0..scalars).map(|_| next(2) as u8).collect();
            let mut ends: Vec<u8> = (0..count).map(|_| next(4) as u8).collect();
            if next(4) > 0 {
                ends.sort_unstable();
            }
            rest.extend(ends);
            rest.extend((0..heap).map(|at| at as u8));
            let shape = Shape {
                scalars: scalars as u16,
                count: count as u16,
                width: 0,
            };
            let rules = rules(3, known as u16);
            let whole = Walk::of_message(&rest, shape).filter(|w| rules.are_tight(w.scalars));
            let mut room = None;
            let fitted = Fitted::fit(&mut room, &rest, shape, &rules);
            assert_eq!(whole.is_some(), fitted.is_some(), "{shape:?} {rest:?}");
            if let (Some(walk), Some([scalars, ends, heap])) = (whole, fitted) {
                accepted += 1;
                assert_eq!(padded(scalars), padded(walk.scalars));
                let fitted = Walk::new(&scalars[..3], &ends[..known], heap, known, 0);
                assert_eq!(ranges(fitted, known), ranges(walk, known), "{rest:?}");
            }
        }
        assert!(accepted > 1000, "{accepted}");
    }

    #[test]
    fn a_row_that_is_fitted_has_the_slots_that_it_had() {
        let mut next = numbers();
        for _ in 0..100_000 {
            let known = [0, 1, 2, 3, 8, 16][next(6)];
            let (count, width) = (next(known as u64 + 3), next(3) as u32);
            let scalars: Vec<u8> = (0..next(5)).map(|_| next(2) as u8).collect();
            let mut values: Vec<usize> = (1..count).map(|_| next(5)).collect();
            if next(4) > 0 {
                values.sort_unstable();
            }
            let mut ends = vec![0; values.len() << width];
            for (k, end) in values.iter().enumerate() {
                wire::put_end(&mut ends, width, k, *end);
            }
            let heap = vec![7; if count == 0 { 0 } else { next(5) }];
            let walk = Walk::new(&scalars, &ends, &heap, count, width);
            let expected = ranges(walk.clone(), known);
            let mut room = Fitted::EMPTY;
            let fitted = room.fit_row(walk, &rules(3, known as u16));
            let fitted = fitted.and_then(|[scalars_, ends, heap]| {
                assert_eq!(padded(scalars_), padded(&scalars));
                let inner = known.saturating_sub(1) * 4;
                let walk = Walk::new(&scalars_[..3], &ends[..inner], heap, known, 2);
                ranges(walk, known)
            });
            assert_eq!(fitted, expected, "{known} {count} {values:?}");
        }
    }

    #[test]
    fn what_has_more_than_there_is_room_for_is_not_fitted() {
        assert!(rules(112, 16).fit());
        assert!(!rules(113, 16).fit());
        assert!(!rules(112, 17).fit());
    }
}
