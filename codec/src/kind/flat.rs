//! Kinds without structure of their own: text, bytes, one fixed value, arrays of them, bits.

use super::{Cx, Kind, List, Put, PutList, Room, seal};
use crate::branchless::Zeros;
use crate::fixed::{Fixed, Le, Wire};
use crate::newtype::Borrowed;
use crate::raw::{self, Proven};
use crate::steps::tick;
use crate::writer::Writer;
use crate::{ascii, owned, wire};
use std::marker::PhantomData;

/// UTF-8.
#[derive(Debug, Clone, Copy)]
pub enum Text {}

impl seal::Kind for Text {}
impl Kind for Text {
    type View<'a> = &'a str;
    const TEXT: bool = true;

    #[inline(always)]
    fn verify(range: &[u8], _: Cx) -> bool {
        ascii::is_ascii(range) || ascii::is_utf8(range)
    }

    #[inline(always)]
    fn view(range: Proven<'_>) -> &str {
        range.text()
    }
}

impl seal::Put<Text> for &str {}
impl Put<Text> for &str {
    const FLAT: bool = true;

    #[inline(always)]
    fn is_empty(&self) -> bool {
        str::is_empty(self)
    }
    #[inline(always)]
    fn put(self, w: &mut Writer) {
        w.put_run(self.as_bytes());
    }
    #[inline(always)]
    fn room(&self) -> usize {
        self.len()
    }
    #[inline(always)]
    fn put_flat(self, room: &mut Room<'_>) -> Option<()> {
        room.put(self.as_bytes())
    }
}

/// Bytes.
#[derive(Debug, Clone, Copy)]
pub enum Blob {}

impl seal::Kind for Blob {}
impl Kind for Blob {
    type View<'a> = &'a [u8];

    #[inline(always)]
    fn verify(_: &[u8], _: Cx) -> bool {
        true
    }

    #[inline(always)]
    fn view(range: Proven<'_>) -> &[u8] {
        range.bytes()
    }
}

impl seal::Put<Blob> for &[u8] {}
impl Put<Blob> for &[u8] {
    const FLAT: bool = true;

    #[inline(always)]
    fn is_empty(&self) -> bool {
        <[u8]>::is_empty(self)
    }
    #[inline(always)]
    fn put(self, w: &mut Writer) {
        w.put_run(self);
    }
    #[inline(always)]
    fn room(&self) -> usize {
        self.len()
    }
    #[inline(always)]
    fn put_flat(self, room: &mut Room<'_>) -> Option<()> {
        room.put(self)
    }
}

/// Values that are handed over by a reference to what owns them.
macro_rules! by_reference {
    ($($kind:ty: $owned:ty => $borrowed:ty;)*) => {$(
        impl seal::Put<$kind> for &$owned {}
        impl Put<$kind> for &$owned {
            const FLAT: bool = true;

            #[inline(always)]
            fn is_empty(&self) -> bool {
                let borrowed: $borrowed = self;
                borrowed.is_empty()
            }
            #[inline(always)]
            fn put(self, w: &mut Writer) {
                let borrowed: $borrowed = self;
                Put::<$kind>::put(borrowed, w);
            }
            #[inline(always)]
            fn room(&self) -> usize {
                self.len()
            }
            #[inline(always)]
            fn put_flat(self, room: &mut Room<'_>) -> Option<()> {
                let borrowed: $borrowed = self;
                Put::<$kind>::put_flat(borrowed, room)
            }
        }
    )*};
}
by_reference! {
    Text: String => &str;
    Text: &str => &str;
    Blob: Vec<u8> => &[u8];
    Blob: &[u8] => &[u8];
    Blob: bytes::Bytes => &[u8];
}

/// Newtypes of text and of bytes.
macro_rules! newtypes {
    ($($kind:ty: $borrowed:ty;)*) => {$(
        impl<T: Borrowed<$borrowed>> seal::Put<$kind> for &T {}
        impl<T: Borrowed<$borrowed>> Put<$kind> for &T {
            const FLAT: bool = true;

            #[inline(always)]
            fn is_empty(&self) -> bool {
                self.borrowed().is_empty()
            }
            #[inline(always)]
            fn put(self, w: &mut Writer) {
                Put::<$kind>::put(self.borrowed(), w);
            }
            #[inline(always)]
            fn room(&self) -> usize {
                self.borrowed().len()
            }
            #[inline(always)]
            fn put_flat(self, room: &mut Room<'_>) -> Option<()> {
                Put::<$kind>::put_flat(self.borrowed(), room)
            }
        }
    )*};
}
newtypes! {
    Text: str;
    Blob: [u8];
}

/// What a removed field left behind: whatever an older writer put there.
#[derive(Debug, Clone, Copy)]
pub enum Hole {}

impl seal::Kind for Hole {}
impl Kind for Hole {
    type View<'a> = ();

    #[inline(always)]
    fn verify(_: &[u8], _: Cx) -> bool {
        true
    }

    #[inline(always)]
    fn view(_: Proven<'_>) {}
}

impl seal::Put<Hole> for () {}
impl Put<Hole> for () {
    const FLAT: bool = true;

    #[inline(always)]
    fn is_empty(&self) -> bool {
        true
    }
    #[inline(always)]
    fn put(self, _: &mut Writer) {}
}

/// The payload of a variant that has none.
#[derive(Debug, Clone, Copy)]
pub enum Nothing {}

impl seal::Kind for Nothing {}
impl Kind for Nothing {
    type View<'a> = ();

    #[inline(always)]
    fn verify(range: &[u8], _: Cx) -> bool {
        range.is_empty()
    }

    #[inline(always)]
    fn view(_: Proven<'_>) {}
}

impl seal::Put<Nothing> for () {}
impl Put<Nothing> for () {
    const FLAT: bool = true;

    #[inline(always)]
    fn is_empty(&self) -> bool {
        true
    }
    #[inline(always)]
    fn put(self, _: &mut Writer) {}
}

/// One value of fixed size, in a range of just that size.
#[derive(Debug)]
pub struct One<T>(PhantomData<T>);

impl<T: Fixed> seal::Kind for One<T> {}
impl<T: Fixed> Kind for One<T> {
    type View<'a> = T;
    const MAY_BE_EMPTY: bool = false;

    #[inline(always)]
    fn verify(range: &[u8], _: Cx) -> bool {
        tick(range.len());
        range.len() == T::Wire::SIZE && T::Wire::read(range).is_some_and(T::is_canonical)
    }

    #[inline(always)]
    fn view(range: Proven<'_>) -> T {
        crate::fixed::get(range.bytes(), 0)
    }
}

impl<T: Fixed> seal::Put<One<T>> for T {}
impl<T: Fixed> Put<One<T>> for T {
    const FLAT: bool = true;

    #[inline(always)]
    fn is_empty(&self) -> bool {
        T::Wire::SIZE == 0
    }
    #[inline(always)]
    fn put(self, w: &mut Writer) {
        w.put(self.to_wire().bytes());
    }
    #[inline(always)]
    fn room(&self) -> usize {
        T::Wire::SIZE
    }
    #[inline(always)]
    fn put_flat(self, room: &mut Room<'_>) -> Option<()> {
        room.put(self.to_wire().bytes())
    }
}

/// Elements of fixed size, one behind the other.
#[derive(Debug)]
pub struct Packed<T>(PhantomData<T>);

/// A list of values of fixed size, read in place.
#[derive(Clone, Copy)]
pub struct PackedView<'a, T: Fixed>(&'a [Le<T>]);

impl<'a, T: Fixed> PackedView<'a, T> {
    /// The elements as they lie there.
    #[inline(always)]
    pub fn as_slice(self) -> &'a [Le<T>] {
        self.0
    }

    /// Number of elements.
    #[inline(always)]
    pub fn len(self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    #[inline(always)]
    pub fn is_empty(self) -> bool {
        self.0.is_empty()
    }

    /// Element `i`.
    #[inline(always)]
    pub fn get(self, i: usize) -> Option<T> {
        self.0.get(i).map(Le::get)
    }

    /// The bytes.
    #[inline(always)]
    pub(super) fn as_bytes(self) -> &'a [u8] {
        raw::wire_bytes(self.0)
    }

    /// All elements, owned.
    pub fn to_vec(self) -> Vec<T> {
        owned::values(self.0)
    }
}

impl<T: Fixed> seal::Kind for Packed<T> {}
impl<T: Fixed> Kind for Packed<T> {
    type View<'a> = PackedView<'a, T>;

    #[inline(always)]
    fn verify(range: &[u8], _: Cx) -> bool {
        tick(range.len());
        let wires = T::Wire::slice(range);
        size_of_val(wires) == range.len() && wires.iter().all(T::is_canonical)
    }

    #[inline(always)]
    fn view(range: Proven<'_>) -> PackedView<'_, T> {
        PackedView(raw::wrap(T::Wire::slice(range.bytes())))
    }
}

impl<T: Fixed> List for Packed<T> {
    type Item<'a> = T;
    #[inline(always)]
    fn len(view: PackedView<'_, T>) -> usize {
        view.len()
    }
    #[inline(always)]
    fn get<'a>(view: PackedView<'a, T>, i: usize) -> T
    where
        'a: 'a,
    {
        view.get(i).unwrap_or_else(|| T::from_wire(T::Wire::ZERO))
    }
}

fn put_packed<T: Fixed>(w: &mut Writer, elements: impl ExactSizeIterator<Item = T>) {
    w.put_all(elements.len(), elements.map(T::to_wire));
}

/// The same from values that lie one behind the other. `in_memory` may be somebody else's: it is not believed.
#[inline(always)]
fn put_packed_slice<T: Fixed>(values: &[T], room: &mut Room<'_>) -> Option<()> {
    match T::in_memory(values) {
        Some(bytes) if bytes.len() == values.len().saturating_mul(T::Wire::SIZE) => {
            if bytes.len() < 8 {
                room.few(Zeros::new().few(bytes), bytes.len())
            } else {
                room.put(bytes)
            }
        }
        _ => room.put_all(values.len(), values.iter().copied().map(T::to_wire)),
    }
}

impl<T: Fixed> seal::PutList<T> for Packed<T> {}
impl<T: Fixed> PutList<T> for Packed<T> {
    fn put_list<I: DoubleEndedIterator<Item = T> + ExactSizeIterator + Clone>(
        w: &mut Writer,
        elements: I,
    ) {
        put_packed(w, elements);
    }
}

impl<T: Fixed> seal::PutList<&T> for Packed<T> {}
impl<'a, T: Fixed> PutList<&'a T> for Packed<T> {
    fn put_list<I: DoubleEndedIterator<Item = &'a T> + ExactSizeIterator + Clone>(
        w: &mut Writer,
        elements: I,
    ) {
        put_packed(w, elements.copied());
    }
}

macro_rules! put_packed {
    ($($source:ty),*) => {$(
        impl<T: Fixed> seal::Put<Packed<T>> for $source {}
        impl<T: Fixed> Put<Packed<T>> for $source {
            const FLAT: bool = true;

            #[inline(always)]
            fn is_empty(&self) -> bool {
                self.len() == 0
            }
            #[inline(always)]
            fn put(self, w: &mut Writer) {
                w.room(self.room(), |room| put_packed_slice(self, room));
            }
            #[inline(always)]
            fn room(&self) -> usize {
                self.len().saturating_mul(T::Wire::SIZE)
            }
            #[inline(always)]
            fn put_flat(self, room: &mut Room<'_>) -> Option<()> {
                put_packed_slice(self, room)
            }
        }
    )*};
}
put_packed!(&[T], &&[T], &Vec<T>);

impl<T: Fixed> seal::Put<Packed<T>> for PackedView<'_, T> {}
impl<T: Fixed> Put<Packed<T>> for PackedView<'_, T> {
    #[inline(always)]
    fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
    #[inline(always)]
    fn put(self, w: &mut Writer) {
        put_packed(w, self.iter());
    }
}

/// Bits, the first one lowest, then one sentinel bit, then zeros to the byte's end.
#[derive(Debug, Clone, Copy)]
pub enum Bits {}

/// A list of `bool`, read in place.
#[derive(Clone, Copy)]
pub struct BitsView<'a>(Proven<'a>);

impl<'a> BitsView<'a> {
    /// Number of elements.
    #[inline(always)]
    #[allow(clippy::arithmetic_side_effects, clippy::as_conversions)] // a logarithm below 8; fewer than 2⁶⁰ bytes
    pub fn len(self) -> usize {
        match self.0.bytes().split_last() {
            // A sentinel is there: the lowest bit makes no difference, but to the compiler, which asks whether there is none.
            Some((last, whole)) => whole.len() * 8 + (last | 1).ilog2() as usize,
            None => 0,
        }
    }

    /// Whether there is none.
    pub fn is_empty(self) -> bool {
        self.len() == 0
    }

    /// Element `i`.
    pub fn get(self, i: usize) -> Option<bool> {
        (i < self.len()).then(|| self.bit(i))
    }

    /// The bytes.
    pub(super) fn as_bytes(self) -> &'a [u8] {
        self.0.bytes()
    }

    /// Bit `i < len()`.
    #[inline(always)]
    pub(super) fn bit(self, i: usize) -> bool {
        self.0.bit(i)
    }

    /// All elements, owned.
    pub fn to_vec(self) -> Vec<bool> {
        self.iter().collect()
    }
}

impl seal::Kind for Bits {}
impl Kind for Bits {
    type View<'a> = BitsView<'a>;

    #[inline(always)]
    fn verify(range: &[u8], _: Cx) -> bool {
        // Whether there are bits is a coin's toss for every message of a list, so nothing branches on it.
        let range = if range.is_empty() { &[2] } else { range };
        let least = u8::from(range.len() == 1);
        range.last().is_some_and(|last| *last > least)
    }

    #[inline(always)]
    fn view(range: Proven<'_>) -> BitsView<'_> {
        BitsView(range)
    }
}

impl List for Bits {
    type Item<'a> = bool;
    fn len(view: BitsView<'_>) -> usize {
        view.len()
    }
    fn get<'a>(view: BitsView<'a>, i: usize) -> bool
    where
        'a: 'a,
    {
        view.get(i).unwrap_or_default()
    }
}

fn put_bits(w: &mut Writer, elements: impl ExactSizeIterator<Item = bool>) {
    let count = elements.len();
    if count == 0 {
        return;
    }
    let out = w.take((count >> 3).wrapping_add(1));
    for (i, bit) in elements.chain([true]).enumerate() {
        if let Some(byte) = out.get_mut(i >> 3) {
            *byte |= u8::from(bit) << (i & 7);
        }
    }
}

/// Bytes that `count` bits take.
#[inline(always)]
pub(crate) fn bits_room(count: usize) -> usize {
    if count == 0 {
        0
    } else {
        (count >> 3).wrapping_add(1)
    }
}

/// Eight bytes that are 0 or 1 as the bits of one, the first one lowest.
#[inline(always)]
fn gather(bytes: u64) -> u8 {
    // Byte `i` is moved to bit `i` of the highest byte; where others go, none adds up to a bit there.
    bytes.wrapping_mul(0x0102_0408_1020_4080).to_be_bytes()[0]
}

/// Writes bits and sentinel. What is short has no loop: its length is a coin's toss too.
#[inline(always)]
#[allow(clippy::arithmetic_side_effects)] // shifts by less than 32; there are `last + 8` bools
fn put_bools(bools: &[bool], room: &mut Room<'_>) -> Option<()> {
    let n = bools.len();
    let (bytes, zeros) = (raw::plain_bytes(bools), Zeros::new());
    // The bits of eight bools, from `at` on.
    let eight = |at: usize| {
        let eight = zeros.first(bytes.get(at..).unwrap_or_default());
        u32::from(gather(u64::from_le_bytes(eight))) << at
    };
    if n < 16 {
        let rest = zeros.few(bytes.get(n & 8..).unwrap_or_default());
        let bits = eight(0) | u32::from(gather(rest)) << (n & 8) | 1 << n;
        return room.few(bits.into(), bits_room(n));
    }
    if n < 32 {
        // A bit may come from two of these.
        let last = n - 8;
        let bits = 1 << n | eight(0) | eight(8.min(last)) | eight(16.min(last)) | eight(last);
        return room.few(bits.into(), bits_room(n));
    }
    put_many_bits(bytes, room.zeroed(bits_room(n))?);
    Some(())
}

/// Fills `out` with the bits of bytes that are 0 or 1, as many as there may be, and the sentinel. Not inlined: it would crowd what
/// is short.
#[inline(never)]
pub(crate) fn put_many_bits(bytes: &[u8], out: &mut [u8]) {
    let (whole, rest) = bytes.as_chunks::<8>();
    for (out, bytes) in out.iter_mut().zip(whole) {
        *out = gather(u64::from_le_bytes(*bytes));
    }
    if let Some(last) = out.last_mut() {
        *last = gather(Zeros::new().few(rest)) | 1 << rest.len();
    }
}

impl seal::PutList<bool> for Bits {}
impl PutList<bool> for Bits {
    fn put_list<I: DoubleEndedIterator<Item = bool> + ExactSizeIterator + Clone>(
        w: &mut Writer,
        elements: I,
    ) {
        put_bits(w, elements);
    }
}

impl seal::PutList<&bool> for Bits {}
impl<'a> PutList<&'a bool> for Bits {
    fn put_list<I: DoubleEndedIterator<Item = &'a bool> + ExactSizeIterator + Clone>(
        w: &mut Writer,
        elements: I,
    ) {
        put_bits(w, elements.copied());
    }
}

macro_rules! put_bits {
    ($($source:ty),*) => {$(
        impl seal::Put<Bits> for $source {}
        impl Put<Bits> for $source {
            const FLAT: bool = true;

            #[inline(always)]
            fn is_empty(&self) -> bool {
                self.len() == 0
            }
            #[inline(always)]
            fn put(self, w: &mut Writer) {
                w.room(bits_room(self.len()), |room| put_bools(self, room));
            }
            #[inline(always)]
            fn room(&self) -> usize {
                bits_room(self.len())
            }
            #[inline(always)]
            fn put_flat(self, room: &mut Room<'_>) -> Option<()> {
                put_bools(self, room)
            }
        }
    )*};
}
put_bits!(&[bool], &&[bool], &Vec<bool>);

impl seal::Put<Bits> for BitsView<'_> {}
impl Put<Bits> for BitsView<'_> {
    fn is_empty(&self) -> bool {
        BitsView::is_empty(*self)
    }
    fn put(self, w: &mut Writer) {
        put_bits(w, self.iter());
    }
}

/// The count and width code that a list of variable-size elements opens with, and what follows.
#[inline(always)]
pub(crate) fn list_head(range: &[u8]) -> Option<(usize, u32, &[u8])> {
    let (head, rest) = range.split_first_chunk::<4>()?;
    let head = u32::from_le_bytes(*head);
    let count = usize::try_from(head & 0x3FFF_FFFF).ok()?;
    Some((count, head >> 30, rest))
}

/// Writes that head.
#[inline(always)]
pub(crate) fn put_list_head(w: &mut Writer, count: usize, width: u32) {
    let count = u32::try_from(count).unwrap_or(u32::MAX) & 0x3FFF_FFFF;
    w.put(&(count | width << 30).to_le_bytes());
}

/// Writes an end of width code `w` in front of those behind it.
#[inline(always)]
#[allow(clippy::as_conversions)] // the width was chosen for the largest end
pub(crate) fn put_end(ends: &mut Room<'_>, w: u32, end: usize) -> Option<()> {
    match w {
        0 => ends.put(&[end as u8]),
        1 => ends.put(&(end as u16).to_le_bytes()),
        _ => ends.put(&(end as u32).to_le_bytes()),
    }
}

/// Splits `rest` into `count` ends of width code `w` and what follows them.
#[inline(always)]
pub(crate) fn split_ends(rest: &[u8], count: usize, w: u32) -> Option<(&[u8], &[u8])> {
    rest.split_at_checked(count.checked_mul(1 << w)?)
}

/// Element `k` among `ends` of width code `w`, cut from `data`.
#[inline(always)]
pub(crate) fn cut<'a>(data: &'a [u8], ends: &[u8], w: u32, k: usize) -> &'a [u8] {
    let start = k
        .checked_sub(1)
        .map_or(0, |before| wire::end(ends, w, before));
    data.get(start..wire::end(ends, w, k)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bits_are_gathered_from_bytes_in_order() {
        for byte in 0..=u8::MAX {
            let bits: [u8; 8] = std::array::from_fn(|i| byte >> i & 1);
            assert_eq!(gather(u64::from_le_bytes(bits)), byte);
        }
    }

    #[test]
    fn bools_of_every_length_are_the_same_bits_one_by_one_and_at_once() {
        let bools: Vec<bool> = (0..100u32).map(|i| i * i % 7 < 3).collect();
        for bools in (0..bools.len()).flat_map(|n| [&bools[..n], &bools[bools.len() - n..]]) {
            let [mut one_by_one, mut at_once] = [0, 0].map(Writer::with_capacity);
            put_bits(&mut one_by_one, bools.iter().copied());
            Put::<Bits>::put(bools, &mut at_once);
            assert_eq!(one_by_one.written(), at_once.written(), "{bools:?}");
            assert_eq!(Bits::view(Proven::new(at_once.written())).to_vec(), bools);
        }
    }
}
