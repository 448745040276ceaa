//! A message read in place.

use crate::kind::{self, Blob, Cx, Kind, Text};
use crate::limits::{DEFAULT_ELEMENT_MEMORY_BYTES, MAX_SCALARS, MAX_SLOTS};
use crate::message::{Message, flag};
use crate::raw::{Cuts, Proven, Ranges};
use crate::slot::{At, KindTree, MessageRules, Walk};
use crate::{Fixed, fixed, owned};
use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;

/// A verified message: a root, a sub-message, or a row of a list. Generated views wrap it.
///
/// ```text
///  root, sub-message:  head = scalars │ ends, N * w     heap follows it
///  row of a list:      head = scalars │ ends, (N-1) * w heap lies before, in the list's heap
/// ```
pub struct RawView<'a, M> {
    parts: Parts<'a>,
    /// Invariant: a subtype of `M` can be another message.
    ///
    /// ```compile_fail
    /// # use stillwire_codec::view::RawView;
    /// fn cast(it: RawView<'_, fn(&u8)>) -> RawView<'_, fn(&'static u8)> {
    ///     it
    /// }
    /// ```
    message: PhantomData<fn(M) -> M>,
}

/// A view's parts, which need no type.
#[derive(Clone, Copy)]
struct Parts<'a> {
    scalars: &'a [u8],
    slots: Cuts<'a>,
    row: bool,
}

impl<'a> Parts<'a> {
    const EMPTY: Self = Self {
        scalars: &[],
        slots: Cuts::EMPTY,
        row: false,
    };

    /// Those of a verified message with its header.
    #[inline(always)]
    fn message(range: Proven<'a>) -> Self {
        let Some(header) = range.bytes().first_chunk::<{ Shape::BYTES }>() else {
            return Self::EMPTY;
        };
        let shape = Shape::read(*header);
        let head = usize::from(shape.scalars).wrapping_add(usize::from(shape.count) << shape.width);
        let (_, rest) = range.split(Shape::BYTES);
        let (head, heap) = rest.split(head);
        let (scalars, ends) = head.split(usize::from(shape.scalars));
        Self {
            scalars: scalars.bytes(),
            slots: Cuts::new(ends, heap, shape.count, shape.width),
            row: false,
        }
    }

    /// The same as a call.
    #[inline(never)]
    fn called(range: Proven<'a>) -> Self {
        Self::message(range)
    }
}

impl<M> Clone for RawView<'_, M> {
    #[inline(always)]
    fn clone(&self) -> Self {
        *self
    }
}
impl<M> Copy for RawView<'_, M> {}

impl<M> fmt::Debug for RawView<'_, M> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RawView")
            .field("scalars", &self.parts.scalars.len())
            .finish_non_exhaustive()
    }
}

/// The owned value of a view.
#[doc(hidden)]
#[inline]
pub fn owned<M: Message>(view: M::View<'_>) -> M {
    owned::message(&view)
}

/// The same on the heap, for what can contain itself.
#[doc(hidden)]
#[inline]
pub fn boxed<M: Message>(view: M::View<'_>) -> Box<M> {
    owned::boxed(&view)
}

/// Whether two members of owned values are equal: a call where the comparison itself would be copied into the body that asks.
#[doc(hidden)]
#[inline(never)]
pub fn same<T: PartialEq>(a: &T, b: &T) -> bool {
    a == b
}

/// [`Debug`](fmt::Debug) of generated views: that of the owned value, since code to show each field was most of what there
/// was to compile of a view. A value that would take more memory than is allowed to what a peer sent is not shown.
#[doc(hidden)]
pub fn debug<M: Message + fmt::Debug>(
    view: &RawView<'_, M>,
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    if kind::view_fits(view, DEFAULT_ELEMENT_MEMORY_BYTES) {
        return owned::<M>(M::view_of(*view)).fmt(f);
    }
    let (schema, index) = M::TABLE.get();
    let name = schema.messages.get(index).map_or("", |def| def.name);
    let name = name.rsplit('.').next().unwrap_or(name);
    f.debug_struct(name).finish_non_exhaustive()
}

/// Sizes of a message or of a list's rows: bytes of scalars, number of slots, width code of ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Shape {
    pub(crate) scalars: u16,
    pub(crate) count: u16,
    pub(crate) width: u8,
}

impl Shape {
    /// Bytes of a header.
    pub(crate) const BYTES: usize = 4;

    /// The shape of `header`, whatever it claims.
    #[inline(always)]
    #[allow(clippy::as_conversions)] // cut to the field's bits
    pub(crate) fn read(header: [u8; 4]) -> Self {
        let [s0, s1, n0, n1] = header;
        let count = u16::from_le_bytes([n0, n1]);
        Self {
            scalars: u16::from_le_bytes([s0, s1]),
            count: count & 0x3FFF,
            width: (count >> 14) as u8,
        }
    }

    /// The header.
    #[inline(always)]
    pub(crate) fn write(self) -> [u8; 4] {
        let [s0, s1] = self.scalars.to_le_bytes();
        let [n0, n1] = (self.count | u16::from(self.width) << 14).to_le_bytes();
        [s0, s1, n0, n1]
    }

    /// That of a message that uses all that its schema has, and is short. Most are: then sizes are known when this is
    /// compiled.
    ///
    /// A header has 16 bits for the bytes of scalars and 14 for the number of slots. In a constant, a type that exceeds them
    /// does not compile, as a header that was cut would say that other bytes are the ends.
    #[inline(always)]
    #[allow(clippy::as_conversions)] // asserted
    pub(crate) const fn full<M: Message>() -> Self {
        assert!(
            M::SCALARS <= MAX_SCALARS,
            "a message has at most 65,535 bytes of scalars"
        );
        assert!(
            M::Slots::LEN <= MAX_SLOTS,
            "a message has at most 16,383 slots"
        );
        Self {
            scalars: M::SCALARS as u16,
            count: M::Slots::LEN as u16,
            width: 0,
        }
    }

    /// Bytes of a row.
    #[inline(always)]
    pub(crate) fn stride(self) -> usize {
        usize::from(self.scalars)
            .wrapping_add(usize::from(self.count.saturating_sub(1)) << self.width)
    }
}

impl<'a, M: Message> RawView<'a, M> {
    /// A verified message with its header.
    #[inline(always)]
    pub(crate) fn message(range: Proven<'a>) -> Self {
        Self {
            parts: Parts::message(range),
            message: PhantomData,
        }
    }

    /// The same by a call, for the many places that make an owned value of it.
    #[inline(always)]
    pub(crate) fn called(range: Proven<'a>) -> Self {
        Self {
            parts: Parts::called(range),
            message: PhantomData,
        }
    }

    /// A verified row of a list.
    #[inline(always)]
    pub(crate) fn row(shape: Shape, row: Proven<'a>, heap: Proven<'a>) -> Self {
        Self::new(shape, row, heap, true)
    }

    #[inline(always)]
    fn new(shape: Shape, head: Proven<'a>, heap: Proven<'a>, row: bool) -> Self {
        let (scalars, ends) = head.split(usize::from(shape.scalars));
        Self::of_parts(shape, scalars, ends, heap, row)
    }

    /// A verified message, or a row of a list, from its parts.
    #[inline(always)]
    pub(crate) fn of_parts(
        shape: Shape,
        scalars: Proven<'a>,
        ends: Proven<'a>,
        heap: Proven<'a>,
        row: bool,
    ) -> Self {
        Self {
            parts: Parts {
                scalars: scalars.bytes(),
                slots: Cuts::new(ends, heap, shape.count, shape.width),
                row,
            },
            message: PhantomData,
        }
    }

    /// The bytes of the scalars, those of fields that this schema does not know included.
    #[inline(always)]
    pub fn scalars(&self) -> &'a [u8] {
        self.parts.scalars
    }

    /// The scalar at byte `at`; zero where the writer stopped before it.
    #[inline(always)]
    pub fn get<T: Fixed>(&self, at: usize) -> T {
        fixed::get(self.parts.scalars, at)
    }

    /// A bit among the scalars.
    #[inline(always)]
    pub fn flag(&self, at: usize, mask: u8) -> bool {
        flag(self.scalars(), at, mask)
    }

    /// An optional scalar.
    #[inline(always)]
    pub fn optional<T: Fixed>(&self, at: usize, byte: usize, mask: u8) -> Option<T> {
        self.flag(byte, mask).then(|| self.get(at))
    }

    /// The slot at position `P` of [`Message::Slots`], as its kind is read.
    #[inline]
    pub fn slot<P>(&self) -> <<M::Slots as At<P>>::Kind as Kind>::View<'a>
    where
        M::Slots: At<P>,
    {
        let k = <M::Slots as At<P>>::INDEX;
        <M::Slots as At<P>>::Kind::view_slot(
            self.parts
                .slots
                .slot_of(k, const { Shape::full::<M>().count }),
            self.parts.scalars,
        )
    }

    /// All slots, for who reads one after the other. `N` is their number.
    #[doc(hidden)]
    #[inline]
    pub fn slots<const N: usize>(&self) -> Slots<'a, M, N> {
        const { assert!(N == M::Slots::LEN, "so many slots the type has") };
        Slots {
            scalars: self.parts.scalars,
            ranges: self.parts.slots.ranges(),
            message: PhantomData,
        }
    }

    /// How many slots the writer had.
    #[inline(always)]
    pub(crate) fn slot_count(&self) -> usize {
        self.parts.slots.count()
    }

    /// The bytes of slot `k`.
    #[inline(always)]
    pub(crate) fn slot_bytes(&self, k: usize) -> &'a [u8] {
        self.parts.slots.slot(k).bytes()
    }

    /// Whether what the slots hold nests no deeper than `cx` allows.
    #[cold]
    pub(crate) fn nests_within(&self, cx: Cx) -> bool {
        let slots = &self.parts.slots;
        let (count, width) = (slots.count(), u32::from(slots.width()));
        Walk::new(self.parts.scalars, slots.ends(), slots.data(), count, width)
            .obeys(MessageRules::of::<M>(), cx)
    }

    /// The bytes of all slots.
    #[inline(always)]
    pub(crate) fn heap(&self) -> &'a [u8] {
        self.parts.slots.data()
    }

    /// Where the message lies in `whole`, header included; `None` for a row, and for a message elsewhere.
    pub(crate) fn position(&self, whole: &[u8]) -> Option<std::ops::Range<usize>> {
        if self.parts.row {
            return None;
        }
        let head = self
            .parts
            .scalars
            .as_ptr()
            .addr()
            .checked_sub(whole.as_ptr().addr())?;
        let start = head.checked_sub(Shape::BYTES)?;
        let slots = self
            .parts
            .slots
            .ends()
            .len()
            .checked_add(self.parts.slots.data().len())?;
        let end = head
            .checked_add(self.parts.scalars.len())?
            .checked_add(slots)?;
        (end <= whole.len()).then_some(start..end)
    }
}

/// All slots of a message.
#[doc(hidden)]
#[derive(Debug)]
pub struct Slots<'a, M, const N: usize> {
    scalars: &'a [u8],
    ranges: Ranges<'a, N>,
    message: PhantomData<fn(M) -> M>,
}

impl<'a, M: Message, const N: usize> Slots<'a, M, N> {
    /// The slot at position `P` of [`Message::Slots`], as its kind is read.
    pub fn get<P>(&self) -> <<M::Slots as At<P>>::Kind as Kind>::View<'a>
    where
        M::Slots: At<P>,
    {
        <M::Slots as At<P>>::Kind::slot_by_call(self.range::<P>(), self.scalars)
    }

    /// The same of a text that may be absent, owned.
    #[inline]
    pub fn optional_text<P>(&self) -> Option<String>
    where
        M::Slots: At<P>,
        <M::Slots as At<P>>::Kind: Kind<View<'a> = Option<&'a str>>,
    {
        self.get::<P>().map(|text| owned::text(text))
    }

    /// The text of the slot at position `P`, owned. As a function of its own it is one call in the body that asks for each
    /// field, which is kept in a library of types, where `String::from` would be copied into it.
    #[inline]
    pub fn text<P>(&self) -> String
    where
        M::Slots: At<P, Kind = Text>,
    {
        owned::text(Text::view(self.range::<P>()))
    }

    /// The same of bytes.
    #[inline]
    pub fn bytes<P>(&self) -> Vec<u8>
    where
        M::Slots: At<P, Kind = Blob>,
    {
        owned::run(self.range::<P>().bytes())
    }

    #[inline(always)]
    fn range<P>(&self) -> Proven<'a>
    where
        M::Slots: At<P>,
    {
        self.ranges.slot(<M::Slots as At<P>>::INDEX)
    }
}

/// Canonical bytes are equal just when values are. Rows of a list have zeros behind their last scalar, and slots behind
/// their last one, which say nothing.
impl<M: Message> PartialEq for RawView<'_, M> {
    fn eq(&self, other: &Self) -> bool {
        let slots = self.slot_count().max(other.slot_count());
        self.trimmed() == other.trimmed()
            && (0..slots).all(|k| self.slot_bytes(k) == other.slot_bytes(k))
    }
}

impl<M: Message> Eq for RawView<'_, M> {}

impl<M: Message> Hash for RawView<'_, M> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.trimmed().hash(state);
        let used = |k: &usize| !self.slot_bytes(*k).is_empty();
        for k in (0..self.slot_count()).filter(used) {
            (k, self.slot_bytes(k)).hash(state);
        }
    }
}

impl<'a, M: Message> RawView<'a, M> {
    /// The scalars up to the last byte that is not zero.
    fn trimmed(&self) -> &'a [u8] {
        let len = self.parts.scalars.iter().rposition(|byte| *byte != 0);
        let len = len.map_or(0, |at| at.saturating_add(1));
        self.parts.scalars.get(..len).unwrap_or_default()
    }
}

impl<M: Message> Default for RawView<'_, M> {
    /// The message with every field at its default.
    fn default() -> Self {
        Self {
            parts: Parts::EMPTY,
            message: PhantomData,
        }
    }
}
