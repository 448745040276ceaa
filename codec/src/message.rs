//! What generated code tells the codec of a message, and of a value that can be written as one.

use crate::protobuf::plan::Plans;
pub use crate::raw::Whole;
use crate::slot::{self, KindTree, Sink};
use crate::steps::tick;
use crate::table::MessageTable;
use crate::view::RawView;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, AtomicUsize, Ordering};

/// A message type: implemented by the compiler for the owned struct.
pub trait Message: Sized + Send + Sync + 'static {
    /// Its view: a small `Copy` value that reads fields in place.
    type View<'a>: Copy;
    /// The kinds of its slots.
    type Slots: KindTree;
    /// Bytes that all its scalars take.
    const SCALARS: usize;
    /// Its scalars, in the order in which they end, as [`Unit::in_order`] gives them.
    const UNITS: &'static [Unit];
    /// What it is called and what it holds, for errors, the protobuf form and tools.
    const TABLE: MessageTable;
    /// A number for what its bytes mean, for a handshake or the header of a file to compare: types with the same one have
    /// the same layout, all that they hold included. Where two differ, one may still read the other, as after a field was
    /// appended: that the schemas must say. Names and conditions do not count.
    const FINGERPRINT: u64;

    /// Whether a `where` clause refuses some values of the type, or of one that it holds.
    const CONSTRAINED: bool = false;

    /// Whether the scalars are canonical, beyond where they end: absent optionals are zero and closed
    /// values are known. `scalars` may be shorter than [`SCALARS`](Self::SCALARS), or longer.
    #[inline(always)]
    fn check(scalars: &[u8]) -> bool {
        let _ = scalars;
        true
    }

    /// Whether the values of its own fields are those that `where` clauses allow. Messages and unions within say so
    /// themselves.
    #[inline(always)]
    fn holds(view: Self::View<'_>) -> bool {
        let _ = view;
        true
    }

    /// The view of a verified message.
    fn view_of(raw: RawView<'_, Self>) -> Self::View<'_>;

    /// The owned value of a view.
    fn from_view(view: Self::View<'_>) -> Self;

    /// What the encoder remembers of the last values of this type.
    fn hint() -> &'static Hint;
}

/// A scalar, or a byte of flags, among a message's scalars.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unit {
    /// Its first byte.
    pub start: u16,
    /// One past its last byte.
    pub end: u16,
    /// The byte of flags that holds its presence bit, for an optional one.
    pub flag: u16,
    /// That bit; 0 where it is not optional.
    pub mask: u8,
    /// The byte of flags before it that holds presence bits of this unit or later ones. There is at most one: a byte of
    /// flags is opened when the one before it is full.
    later_flag: u16,
    /// Those bits.
    later: u8,
}

impl Unit {
    /// A scalar that is always there.
    pub const fn plain(start: u16, end: u16) -> Self {
        Self {
            start,
            end,
            flag: 0,
            mask: 0,
            later_flag: 0,
            later: 0,
        }
    }

    /// A scalar whose presence bit is `mask` in byte `flag`.
    pub const fn optional(start: u16, end: u16, flag: u16, mask: u8) -> Self {
        Self {
            start,
            end,
            flag,
            mask,
            later_flag: 0,
            later: 0,
        }
    }

    /// [`in_order`](Self::in_order) of `[start, end, flag, mask]` each.
    #[allow(
        clippy::indexing_slicing,
        clippy::arithmetic_side_effects,
        clippy::as_conversions
    )] // `i` is below N; a mask has eight bits
    pub const fn of<const N: usize>(numbers: [[u16; 4]; N]) -> [Self; N] {
        let mut units = [Self::plain(0, 0); N];
        let mut i = 0;
        while i < N {
            let [start, end, flag, mask] = numbers[i];
            units[i] = Self::optional(start, end, flag, mask as u8);
            i += 1;
        }
        Self::in_order(units)
    }

    /// The units of a message, in the order in which they end: each learns which bits before it speak of what is behind.
    #[allow(clippy::indexing_slicing, clippy::arithmetic_side_effects)] // `i` is below N
    pub const fn in_order<const N: usize>(mut units: [Self; N]) -> [Self; N] {
        let (mut flag, mut bits) = (0, 0);
        let mut i = N;
        while i > 0 {
            i -= 1;
            let unit = &mut units[i];
            if unit.mask != 0 {
                bits = unit.mask | if unit.flag == flag { bits } else { 0 };
                flag = unit.flag;
            }
            if flag >= unit.start {
                bits = 0;
            }
            unit.later_flag = flag;
            unit.later = bits;
        }
        units
    }

    /// Whether `scalars`, which end before this unit does, say that it or a later one is present.
    #[inline(always)]
    fn is_spoken_of(&self, scalars: &[u8]) -> bool {
        flag(scalars, usize::from(self.later_flag), self.later)
    }

    /// Whether it is present and not at its default.
    #[inline(always)]
    pub(crate) fn is_set(&self, scalars: &[u8]) -> bool {
        let (start, end) = (usize::from(self.start), usize::from(self.end));
        flag(scalars, usize::from(self.flag), self.mask)
            || !crate::fixed::is_zero(scalars, start, end.saturating_sub(start))
    }
}

/// Whether one of the bits of `mask` is set in byte `at`; false where `scalars` ends before it.
#[inline(always)]
pub fn flag(scalars: &[u8], at: usize, mask: u8) -> bool {
    scalars.get(at).is_some_and(|byte| byte & mask != 0)
}

/// Where `scalars` would end if it were canonical: behind the last unit that is not at its default.
#[inline(always)]
pub(crate) fn extent(units: &[Unit], scalars: &[u8]) -> usize {
    units
        .iter()
        .rev()
        .find(|u| u.is_set(scalars))
        .map_or(0, |u| usize::from(u.end))
}

/// Whether `scalars` end behind the last unit that is not at its default. Most often that is the last one that the
/// schema has, and its place is known when this is compiled.
#[inline(always)]
pub(crate) fn is_tight<M: Message>(scalars: &[u8]) -> bool {
    let last = const { M::UNITS.last().copied() };
    let full = last.is_some_and(|unit| scalars.len() == M::SCALARS && unit.is_set(scalars));
    full || is_tight_within(M::UNITS, scalars)
}

/// Where `scalars`, which are all that the schema has, would end if they were canonical.
#[inline(always)]
pub(crate) fn tight_len<M: Message>(scalars: &[u8]) -> usize {
    let last = const { M::UNITS.last().copied() };
    if last.is_some_and(|unit| unit.is_set(scalars)) {
        return M::SCALARS;
    }
    extent_within(M::UNITS, scalars)
}

#[inline(never)]
fn extent_within(units: &[Unit], scalars: &[u8]) -> usize {
    extent(units, scalars)
}

#[inline(never)]
pub(crate) fn is_tight_within(units: &[Unit], scalars: &[u8]) -> bool {
    let len = scalars.len();
    let (within, beyond) = split_units(units, len);
    let cut = |next: &Unit| usize::from(next.start) < len || next.is_spoken_of(scalars);
    if len == 0 || beyond.first().is_some_and(cut) {
        return len == 0;
    }
    let ends = |last: &Unit| usize::from(last.end) == len && last.is_set(scalars);
    within.last().is_some_and(ends)
}

/// The units that end within `len` bytes, and the others: found without a look at each, since a message of few bytes can
/// be of a type of thousands.
#[inline(always)]
fn split_units(units: &[Unit], len: usize) -> (&[Unit], &[Unit]) {
    let at = units.partition_point(|unit| {
        tick(1);
        usize::from(unit.end) <= len
    });
    units.split_at_checked(at).unwrap_or((units, &[]))
}

/// Whether a unit that ends behind byte `len` has its presence bit before it.
#[inline(always)]
pub(crate) fn names_beyond(units: &[Unit], len: usize) -> bool {
    let (_, beyond) = split_units(units, len);
    beyond
        .first()
        .is_some_and(|u| u.later != 0 && usize::from(u.later_flag) < len)
}

/// Whether a unit that ends behind `scalars` is said to be present there.
#[inline(always)]
pub(crate) fn says_beyond(units: &[Unit], scalars: &[u8]) -> bool {
    let (_, beyond) = split_units(units, scalars.len());
    beyond.first().is_some_and(|u| u.is_spoken_of(scalars))
}

/// A value that can be written as an `M`: the owned struct, its `…Init` of borrows, or its view.
pub trait Encode<M: Message> {
    /// Hands its scalars and the values of its slots to `sink`.
    fn fields<S: Sink<M>>(&self, sink: S) -> S::Out;

    /// Bytes of scalars up to the last one that is not at its default.
    #[inline]
    fn extent(&self) -> usize {
        self.fields(slot::Extent)
    }

    /// Writes the scalars that `out` has room for. `out` is zero before.
    #[inline]
    fn scalars(&self, out: &mut [u8]) {
        self.fields(slot::WriteScalars(out));
    }

    /// Its bytes, where it is encoded already.
    #[doc(hidden)]
    #[inline(always)]
    fn whole(&self) -> Option<Whole<M>> {
        None
    }
}

impl<M: Message, E: Encode<M> + ?Sized> Encode<M> for &E {
    #[inline(always)]
    fn fields<S: Sink<M>>(&self, sink: S) -> S::Out {
        (**self).fields(sink)
    }
    #[inline(always)]
    fn extent(&self) -> usize {
        (**self).extent()
    }
    #[inline(always)]
    fn scalars(&self, out: &mut [u8]) {
        (**self).scalars(out);
    }
    #[inline(always)]
    fn whole(&self) -> Option<Whole<M>> {
        (**self).whole()
    }
}

impl<M: Message, E: Encode<M> + ?Sized> Encode<M> for Box<E> {
    #[inline(always)]
    fn fields<S: Sink<M>>(&self, sink: S) -> S::Out {
        (**self).fields(sink)
    }
    #[inline(always)]
    fn extent(&self) -> usize {
        (**self).extent()
    }
    #[inline(always)]
    fn scalars(&self, out: &mut [u8]) {
        (**self).scalars(out);
    }
    #[inline(always)]
    fn whole(&self) -> Option<Whole<M>> {
        (**self).whole()
    }
}

/// What the encoder remembers of a type: a statistic that only saves work, never decides a byte.
#[derive(Debug)]
pub struct Hint {
    capacity: AtomicUsize,
    row_width: AtomicUsize,
    /// One more than the levels that values of the type can nest; 0 while nobody has asked.
    depth: AtomicU32,
    /// How its protobuf form is written, once some was.
    plans: OnceLock<Box<Plans<'static>>>,
}

impl Hint {
    /// Nothing remembered.
    #[expect(clippy::new_without_default, reason = "statics need const")]
    pub const fn new() -> Self {
        Self {
            capacity: AtomicUsize::new(128),
            row_width: AtomicUsize::new(0),
            depth: AtomicU32::new(0),
            plans: OnceLock::new(),
        }
    }

    #[inline]
    pub(crate) fn capacity(&self) -> usize {
        self.capacity.load(Ordering::Relaxed)
    }

    /// How many levels lie within a value of the type, at most; `u32::MAX` where it can contain itself. Found once.
    pub(crate) fn depth(&self, find: impl FnOnce() -> u32) -> u32 {
        match self.depth.load(Ordering::Relaxed).checked_sub(1) {
            Some(depth) => depth,
            None => {
                let depth = find();
                self.depth.store(depth.saturating_add(1), Ordering::Relaxed);
                depth
            }
        }
    }

    /// How the type's protobuf form is written. Found once.
    pub(crate) fn plans(&self, find: impl FnOnce() -> Plans<'static>) -> &Plans<'static> {
        self.plans.get_or_init(|| Box::new(find()))
    }

    /// Grows at once and shrinks slowly, so that values of mixed sizes seldom meet a buffer too small.
    #[inline]
    pub(crate) fn learn(&self, len: usize) {
        let before = self.capacity();
        let wanted = len.saturating_add(len >> 3).saturating_add(16);
        if wanted > before {
            self.capacity.store(wanted, Ordering::Relaxed);
        } else if wanted < before >> 1 {
            self.capacity
                .store(before.saturating_sub(before >> 4), Ordering::Relaxed);
        }
    }

    /// The width code of the ends in the last list of this message.
    #[inline(always)]
    pub(crate) fn row_width(&self) -> u32 {
        if self.row_width.load(Ordering::Relaxed) > 0xFF {
            1
        } else {
            0
        }
    }

    #[inline(always)]
    pub(crate) fn learn_row(&self, longest: usize) {
        if self.row_width.load(Ordering::Relaxed) != longest {
            self.row_width.store(longest, Ordering::Relaxed);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A plain scalar; 20 more of them; a byte of flags and optionals that use all of it; another one, right behind.
    const UNITS: [Unit; 32] = {
        let mut units = [Unit::plain(0, 2); 32];
        let (mut i, mut at) = (1, 2);
        while i < 32 {
            units[i] = match i {
                1 | 21 => Unit::plain(at, at + 1),
                3..12 if i != 7 => {
                    let bit = if i < 7 { i - 3 } else { i - 4 };
                    Unit::optional(at, at + 1, 2, 1 << bit)
                }
                24 | 31 => Unit::optional(at, at + 1, 24, if i == 24 { 1 } else { 128 }),
                _ => Unit::plain(at, at + 1),
            };
            at += 1;
            i += 1;
        }
        // Where the flags of 24 and 31 stand.
        units[23] = Unit::plain(24, 25);
        Unit::in_order(units)
    };

    #[test]
    fn what_lies_beyond_is_found_as_by_a_look_at_each_unit() {
        let total = usize::from(UNITS[31].end);
        let naive = |scalars: &[u8]| {
            let beyond = UNITS.iter().filter(|u| usize::from(u.end) > scalars.len());
            let mut said = beyond.map(|u| flag(scalars, usize::from(u.flag), u.mask));
            said.any(|said| said)
        };
        for len in 0..=total {
            for at in 0..len {
                for value in [0, 1, 2, 4, 8, 16, 32, 64, 128, 255] {
                    for last in [0, 1] {
                        let mut scalars = vec![0; len];
                        scalars[len - 1] = last;
                        scalars[at] = value;
                        assert_eq!(
                            says_beyond(&UNITS, &scalars),
                            naive(&scalars),
                            "{scalars:?}"
                        );
                        if naive(&scalars) {
                            assert!(names_beyond(&UNITS, len), "{scalars:?}");
                        }
                        let tight = extent(&UNITS, &scalars) == len;
                        assert_eq!(is_tight_within(&UNITS, &scalars), tight, "{scalars:?}");
                    }
                }
            }
        }
        assert!(is_tight_within(&UNITS, &[]));
    }
}
