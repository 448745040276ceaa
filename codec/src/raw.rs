//! The one module with `unsafe`: what the type system cannot see that verification proved.
//!
//! Each function here is safe to call. What it needs is carried by its argument types, whose fields are
//! private to this module: a [`Proven`] range exists only where verification accepted it or the encoder
//! wrote it.

use std::marker::PhantomData;
use std::mem::MaybeUninit;

/// Bytes that verification accepted, or the encoder wrote, as a value of the kind they are read as.
///
/// Only this crate makes one. The trait methods that take a `Proven` can therefore be public.
#[derive(Debug, Clone, Copy)]
pub struct Proven<'a>(&'a [u8]);

impl<'a> Proven<'a> {
    /// What every kind reads as its empty or default value.
    pub(crate) const EMPTY: Self = Proven(&[]);

    /// To be called only on bytes of a message that was verified or encoded as a whole, cut where its
    /// own header and ends say.
    #[inline(always)]
    pub(crate) fn new(bytes: &'a [u8]) -> Self {
        Proven(bytes)
    }

    /// The bytes.
    #[inline(always)]
    pub fn bytes(self) -> &'a [u8] {
        self.0
    }

    /// Bytes `start..end` of it. To be called only with a range that the headers and ends of the verified bytes give.
    #[inline(always)]
    pub(crate) fn part(self, start: usize, end: usize) -> Self {
        debug_assert!(
            self.0.get(start..end).is_some(),
            "a range that nobody verified"
        );
        // SAFETY: verification accepted the whole only after it had found `start <= end <= len` for every range that headers
        // and ends give; the encoder writes only such.
        // Checked by: `parts_are_where_they_are_said_to_be` and the fuzz target `verify`.
        Proven(unsafe { self.0.get_unchecked(start..end) })
    }

    /// What lies before byte `at` and what behind. As [`part`](Self::part).
    #[inline(always)]
    pub(crate) fn split(self, at: usize) -> (Self, Self) {
        (self.part(0, at), self.part(at, self.0.len()))
    }

    /// As the ends of a list, end `k`, of width code `w`. To be called only with `k` below their number.
    #[inline(always)]
    pub(crate) fn end(self, w: u8, k: usize) -> usize {
        match w {
            0 => usize::from(u8::from_le_bytes(self.element(k))),
            1 => usize::from(u16::from_le_bytes(self.element(k))),
            #[allow(clippy::as_conversions)]
            // a usize has at least 32 bits where the format is used
            _ => u32::from_le_bytes(self.element(k)) as usize,
        }
    }

    /// Element `k` of those that it is cut into.
    #[inline(always)]
    fn element<W: Wire>(self, k: usize) -> W {
        let all = W::slice(self.0);
        debug_assert!(k < all.len(), "an element that nobody verified");
        // SAFETY: the caller's `k` is below the number of elements, which verification found there.
        // Checked by: `parts_are_where_they_are_said_to_be` and the fuzz target `verify`.
        *unsafe { all.get_unchecked(k) }
    }

    /// The text that the bytes hold, for a range of kind text.
    #[inline(always)]
    pub(crate) fn text(self) -> &'a str {
        debug_assert!(
            std::str::from_utf8(self.0).is_ok(),
            "text that nobody verified"
        );
        // SAFETY: a `Proven` read as text is a slot whose kind, in the type that the message was verified
        // or encoded as, is `Text`: `kind::Text::verify` accepted these very bytes as UTF-8, or
        // `Put<Text>` copied them from a `&str`. `At` ties the slot's position to that kind.
        // Checked by: `verified_text_is_utf8` and the fuzz target `verify`.
        unsafe { std::str::from_utf8_unchecked(self.0) }
    }
}

/// A fixed-size encoding: bytes and arrays of them, so alignment 1, no padding, every pattern valid.
///
/// # Safety
/// A type that implements it has alignment 1, no padding, and takes every bit pattern.
#[allow(unreachable_pub)]
pub unsafe trait Wire: Copy + Send + Sync + 'static {
    /// All bytes zero.
    const ZERO: Self;
    /// Its size in bytes.
    const SIZE: usize = size_of::<Self>();

    /// Its bytes.
    #[inline(always)]
    fn bytes(&self) -> &[u8] {
        let start = std::ptr::from_ref(self).cast::<u8>();
        // SAFETY: `Self` has no padding, so all its `SIZE` bytes are initialised, and they are borrowed
        // as long as `self`.
        // Checked by: `wire_types_are_their_bytes`.
        unsafe { std::slice::from_raw_parts(start, Self::SIZE) }
    }

    /// The value at the start of `bytes`; `None` where they are fewer.
    #[inline(always)]
    fn read(bytes: &[u8]) -> Option<&Self> {
        if bytes.len() < Self::SIZE {
            return None;
        }
        // SAFETY: `SIZE` bytes are there, any of their patterns is a `Self`, and alignment 1 fits any address.
        // Checked by: `wire_types_are_their_bytes`.
        Some(unsafe { &*bytes.as_ptr().cast::<Self>() })
    }

    /// `bytes` as values, without the tail that does not fill one.
    #[inline(always)]
    fn slice(bytes: &[u8]) -> &[Self] {
        let count = bytes.len().checked_div(Self::SIZE).unwrap_or(0);
        // SAFETY: `count * SIZE <= bytes.len()`, any pattern is a `Self`, and alignment 1 fits any address.
        // Checked by: `wire_types_are_their_bytes`.
        unsafe { std::slice::from_raw_parts(bytes.as_ptr().cast::<Self>(), count) }
    }

    /// The same, to be changed.
    #[inline(always)]
    fn slice_mut(bytes: &mut [u8]) -> &mut [Self] {
        let count = bytes.len().checked_div(Self::SIZE).unwrap_or(0);
        // SAFETY: as for `slice`; the bytes are borrowed mutably as long as the values, and a `Self` has no padding, so
        // what is written are bytes again.
        // Checked by: `wire_types_are_changed_where_they_lie`.
        unsafe { std::slice::from_raw_parts_mut(bytes.as_mut_ptr().cast::<Self>(), count) }
    }
}

// SAFETY: one byte.
unsafe impl Wire for u8 {
    const ZERO: Self = 0;
}

// SAFETY: an array has its element's alignment and no padding between elements.
unsafe impl<W: Wire, const N: usize> Wire for [W; N] {
    const ZERO: Self = [W::ZERO; N];
}

/// A number: no padding, and any of its bytes can be looked at.
///
/// # Safety
/// A type that implements it has no padding and no bytes that are not initialised.
pub(crate) unsafe trait Number: Copy {}

macro_rules! numbers {
    ($($t:ty),*) => {$(
        // SAFETY: a primitive number has no padding.
        unsafe impl Number for $t {}
    )*};
}
numbers!(u8, u16, u32, u64, i8, i16, i32, i64, f32, f64);

/// Numbers as they lie in memory.
#[inline(always)]
pub(crate) fn number_bytes<T: Number>(values: &[T]) -> &[u8] {
    // SAFETY: numbers have no padding, so all bytes of the slice are initialised; a byte has alignment 1; and they are
    // borrowed as long as the values.
    // Checked by: `numbers_are_their_bytes`.
    unsafe { std::slice::from_raw_parts(values.as_ptr().cast::<u8>(), size_of_val(values)) }
}

/// A slice of values as they lie on the wire, seen as `#[repr(transparent)]` wrappers.
#[inline(always)]
pub(crate) fn wrap<T: crate::fixed::Fixed>(wires: &[T::Wire]) -> &[crate::fixed::Le<T>] {
    let start = wires.as_ptr().cast::<crate::fixed::Le<T>>();
    // SAFETY: `Le<T>` is `repr(transparent)` over `T::Wire`, so the layouts are the same.
    // Checked by: `wire_types_are_their_bytes`.
    unsafe { std::slice::from_raw_parts(start, wires.len()) }
}

/// The bytes of such values.
#[inline(always)]
pub(crate) fn wire_bytes<T: crate::fixed::Fixed>(values: &[crate::fixed::Le<T>]) -> &[u8] {
    // SAFETY: `Le<T>` is `repr(transparent)` over `T::Wire`, which has no padding: all bytes of the slice are initialised,
    // and borrowed as long as the values.
    // Checked by: `wire_types_are_their_bytes`.
    unsafe { std::slice::from_raw_parts(values.as_ptr().cast::<u8>(), size_of_val(values)) }
}

/// Such values, to be changed.
#[inline(always)]
pub(crate) fn wrap_mut<T: crate::fixed::Fixed>(
    wires: &mut [T::Wire],
) -> &mut [crate::fixed::Le<T>] {
    let start = wires.as_mut_ptr().cast::<crate::fixed::Le<T>>();
    // SAFETY: `Le<T>` is `repr(transparent)` over `T::Wire`, so the layouts are the same, and every `Le<T>` is a `T::Wire`.
    // Checked by: `wire_types_are_changed_where_they_lie`.
    unsafe { std::slice::from_raw_parts_mut(start, wires.len()) }
}

/// The slots of a message that verification accepted, or the encoder wrote: `data`, cut by ends.
///
/// The first `count - 1` ends never decrease and none passes the length of `data`; the last slot ends where `data` does.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Cuts<'a> {
    ends: Proven<'a>,
    data: Proven<'a>,
    count: u16,
    width: u8,
}

impl<'a> Cuts<'a> {
    pub(crate) const EMPTY: Self = Self {
        ends: Proven::EMPTY,
        data: Proven::EMPTY,
        count: 0,
        width: 0,
    };

    /// To be called only on parts of a [`Proven`] message, or of a row of a proven list, cut where its header says.
    #[inline(always)]
    pub(crate) fn new(ends: Proven<'a>, data: Proven<'a>, count: u16, width: u8) -> Self {
        debug_assert!(
            ends.bytes().len() >= usize::from(count.saturating_sub(1)) << width,
            "fewer ends than slots"
        );
        Self {
            ends,
            data,
            count,
            width,
        }
    }

    /// Slot `k`: empty where the writer had none.
    #[inline(always)]
    pub(crate) fn slot(&self, k: usize) -> Proven<'a> {
        let count = usize::from(self.count);
        if k >= count {
            return Proven::EMPTY;
        }
        // There are at least `count - 1` ends, and both are below that.
        let start = match k.checked_sub(1) {
            None => 0,
            Some(before) => self.ends.end(self.width, before),
        };
        let last = k.wrapping_add(1) == count;
        let end = if last {
            self.data.bytes().len()
        } else {
            self.ends.end(self.width, k)
        };
        self.data.part(start, end)
    }

    /// Number of slots.
    #[inline(always)]
    pub(crate) fn count(&self) -> usize {
        usize::from(self.count)
    }

    /// The width code of the ends.
    pub(crate) fn width(&self) -> u8 {
        self.width
    }

    /// The ends as they lie there.
    pub(crate) fn ends(&self) -> &'a [u8] {
        self.ends.bytes()
    }

    /// The bytes that they cut.
    pub(crate) fn data(&self) -> &'a [u8] {
        self.data.bytes()
    }
}

/// Memory that is filled from its end to its start. Only what was written is ever read.
pub(crate) struct Buffer {
    /// Empty as a vector: the bytes from `free` to its capacity are initialised.
    memory: Vec<u8>,
    free: usize,
}

impl Buffer {
    /// The end is as aligned as the allocator makes the start: what is written to it in wide moves splits no cache line.
    pub(crate) fn with_capacity(capacity: usize) -> Self {
        let memory = Vec::with_capacity(capacity.checked_next_multiple_of(64).unwrap_or(capacity));
        Self {
            free: memory.capacity(),
            memory,
        }
    }

    /// Forgets what was written.
    pub(crate) fn clear(&mut self) {
        self.free = self.memory.capacity();
    }

    /// Bytes written.
    #[inline(always)]
    pub(crate) fn len(&self) -> usize {
        self.memory.capacity().wrapping_sub(self.free)
    }

    /// Bytes in all.
    pub(crate) fn capacity(&self) -> usize {
        self.memory.capacity()
    }

    /// Bytes that are not written yet.
    pub(crate) fn free(&self) -> usize {
        self.free
    }

    /// What was written.
    pub(crate) fn written(&self) -> &[u8] {
        // SAFETY: `free <= capacity` holds from `with_capacity` on, as every change of `free` keeps it.
        // Checked by: `a_buffer_holds_what_was_written`.
        let start = unsafe { self.memory.as_ptr().add(self.free) };
        // SAFETY: the bytes from `free` to the capacity were written, and are borrowed with `self`.
        // Checked by: `a_buffer_holds_what_was_written`.
        unsafe { std::slice::from_raw_parts(start, self.len()) }
    }

    /// Makes room for `n` bytes in front, once for all that `put` puts there. Counts them as written if it fills them to
    /// the last one, and says whether it did.
    #[inline(always)]
    pub(crate) fn room(&mut self, n: usize, put: impl FnOnce(&mut Room<'_>)) -> bool {
        self.parts([n], |[room]| put(room))
    }

    /// The same for a list's parts, which lie one behind the other and are filled side by side, each from its end.
    #[inline(always)]
    pub(crate) fn parts<const N: usize>(
        &mut self,
        sizes: [usize; N],
        put: impl FnOnce([&mut Room<'_>; N]),
    ) -> bool {
        let all = sizes.iter().fold(0, |sum: usize, n| sum.saturating_add(*n));
        self.reserve(all);
        let mut behind = all;
        // Disjoint: each ends where the next one begins.
        let mut rooms = sizes.map(|n| {
            behind = behind.wrapping_sub(n);
            self.space(behind, n)
        });
        let starts = rooms.each_ref().map(|room| room.start);
        put(rooms.each_mut());
        let full = rooms
            .iter()
            .zip(starts)
            .all(|(room, start)| room.at == start);
        if full {
            self.free = self.free.wrapping_sub(all);
        }
        full
    }

    /// The space of `n` bytes that ends `behind` bytes before what is written. There must be room for both. It borrows no
    /// buffer: nothing else is done with it while there are spaces.
    #[inline(always)]
    fn space(&mut self, behind: usize, n: usize) -> Room<'static> {
        debug_assert!(behind.saturating_add(n) <= self.free, "no room was made");
        let memory = self.memory.as_mut_ptr();
        let front = self.free.wrapping_sub(behind);
        // SAFETY: `behind + n <= free`, for which the callers make room, so `front` is within the allocation.
        // Checked by: `a_room_takes_what_it_was_made_for`.
        let at = unsafe { memory.add(front) };
        Room {
            at,
            // SAFETY: as above: `n <= front`.
            // Checked by: `a_room_takes_what_it_was_made_for`.
            start: unsafe { at.sub(n) },
            end: memory.addr().wrapping_add(self.memory.capacity()),
            buffer: PhantomData,
        }
    }

    /// Makes room for `n` bytes in front.
    #[inline(always)]
    pub(crate) fn reserve(&mut self, n: usize) {
        if self.free < n {
            self.grow(n);
        }
    }

    #[cold]
    #[inline(never)]
    fn grow(&mut self, n: usize) {
        let needed = self.len().saturating_add(n);
        let mut larger =
            Self::with_capacity(self.memory.capacity().saturating_mul(2).max(needed).max(64));
        larger.put(self.written());
        *self = larger;
    }

    /// Room for `n` bytes in front, now counted as written: the caller writes all of them.
    #[inline(always)]
    fn claim(&mut self, n: usize) -> *mut u8 {
        self.reserve(n);
        self.free = self.free.wrapping_sub(n);
        // SAFETY: `reserve` left at least `n` bytes free, so `free` is within the allocation.
        // Checked by: `a_buffer_holds_what_was_written`.
        unsafe { self.memory.as_mut_ptr().add(self.free) }
    }

    /// Writes `bytes` in front.
    #[inline(always)]
    pub(crate) fn put(&mut self, bytes: &[u8]) {
        let to = self.claim(bytes.len());
        // SAFETY: `claim` gave `bytes.len()` bytes of this buffer's own memory, which `bytes` cannot overlap
        // while the buffer is borrowed mutably.
        // Checked by: `a_buffer_holds_what_was_written`.
        unsafe { copy(bytes, to) }
    }

    /// Writes `n` zeros in front, and hands them out.
    #[inline(always)]
    pub(crate) fn zeroed(&mut self, n: usize) -> &mut [u8] {
        let to = self.claim(n);
        // SAFETY: `claim` gave `n` bytes.
        // Checked by: `a_buffer_holds_what_was_written`.
        unsafe { to.write_bytes(0, n) };
        // SAFETY: the `n` bytes were just initialised, and are borrowed with `self`.
        // Checked by: `a_buffer_holds_what_was_written`.
        unsafe { std::slice::from_raw_parts_mut(to, n) }
    }

    /// Writes `count` values in front, in order; zeros for those that `values` does not give.
    ///
    /// They count as written when all of them are: `values` may panic, and somebody may catch that.
    #[inline(always)]
    pub(crate) fn put_all<W: Wire>(&mut self, count: usize, values: impl Iterator<Item = W>) {
        self.room(count.saturating_mul(W::SIZE), |room| {
            room.put_all(count, values);
        });
    }

    /// The `len` bytes that were the front when [`len`](Self::len) was `mark`; none if they are not all written.
    #[inline(always)]
    pub(crate) fn region(&mut self, mark: usize, len: usize) -> &mut [u8] {
        if mark > self.len() || len > mark {
            return &mut [];
        }
        let start = self.memory.capacity().wrapping_sub(mark);
        // SAFETY: `mark <= len() <= capacity`, so `start` is within the allocation.
        // Checked by: `a_buffer_holds_what_was_written`.
        let start = unsafe { self.memory.as_mut_ptr().add(start) };
        // SAFETY: `start >= free`, and `len <= mark` bytes follow it, all written; borrowed with `self`.
        // Checked by: `a_buffer_holds_what_was_written`.
        unsafe { std::slice::from_raw_parts_mut(start, len) }
    }

    /// Forgets what was written after [`len`](Self::len) was `mark`.
    pub(crate) fn rewind(&mut self, mark: usize) {
        self.free = self.memory.capacity().saturating_sub(mark).max(self.free);
    }
}

/// What was written.
impl AsRef<[u8]> for Buffer {
    fn as_ref(&self) -> &[u8] {
        self.written()
    }
}

/// Room in a buffer that is being filled, from its end to its start.
pub struct Room<'b> {
    /// Where the next bytes end.
    at: *mut u8,
    /// Where the room begins; what lies between is this room's alone.
    start: *mut u8,
    /// The address of the buffer's end.
    end: usize,
    buffer: PhantomData<&'b mut Buffer>,
}

impl Room<'_> {
    /// Bytes from here to the buffer's end.
    #[inline(always)]
    pub(crate) fn len(&self) -> usize {
        self.end.wrapping_sub(self.at.addr())
    }

    /// Bytes that may still be put.
    #[inline(always)]
    pub(crate) fn left(&self) -> usize {
        self.at.addr().wrapping_sub(self.start.addr())
    }

    /// Room for `n` more bytes; `None` where there is less: the value is another than when it was measured.
    #[inline(always)]
    fn claim(&mut self, n: usize) -> Option<*mut u8> {
        if n > self.left() {
            self.spoil();
            return None;
        }
        // SAFETY: at least `n` bytes lie between `start` and `at`, within one allocation.
        // Checked by: `a_room_takes_what_it_was_made_for`.
        self.at = unsafe { self.at.sub(n) };
        Some(self.at)
    }

    /// Leaves no room, and no way to have filled it: what did not fit is not passed over.
    #[inline(always)]
    fn spoil(&mut self) {
        // Where it began is not behind where it is, so it never gets there any more.
        self.at = self.at.wrapping_add(1);
        self.start = self.at;
    }

    /// Writes `bytes` in front.
    #[inline(always)]
    pub(crate) fn put(&mut self, bytes: &[u8]) {
        if let Some(to) = self.claim(bytes.len()) {
            // SAFETY: `claim` gave `bytes.len()` bytes of the buffer's own memory, which `bytes` cannot overlap while the
            // buffer is borrowed mutably.
            // Checked by: `a_room_takes_what_it_was_made_for`.
            unsafe { copy(bytes, to) }
        }
    }

    /// Writes `n` zeros in front, and hands them out.
    #[inline(always)]
    pub(crate) fn zeroed(&mut self, n: usize) -> &mut [u8] {
        let Some(to) = self.claim(n) else {
            return &mut [];
        };
        // SAFETY: `claim` gave `n` bytes.
        // Checked by: `a_room_takes_what_it_was_made_for`.
        unsafe { to.write_bytes(0, n) };
        // SAFETY: the `n` bytes were just initialised, and are borrowed with `self`.
        // Checked by: `a_room_takes_what_it_was_made_for`.
        unsafe { std::slice::from_raw_parts_mut(to, n) }
    }

    /// Writes `count` values in front, in order; zeros for those that `values` does not give.
    #[inline(always)]
    pub(crate) fn put_all<W: Wire>(&mut self, count: usize, values: impl Iterator<Item = W>) {
        if let Some(to) = self.claim(count.saturating_mul(W::SIZE)) {
            // SAFETY: `claim` gave room for `count` values, which nobody else writes meanwhile.
            // Checked by: `a_room_takes_what_it_was_made_for`.
            unsafe { fill(to.cast(), count, values) }
        }
    }
}

/// Writes `count` values from `to` on, in order; zeros for those that `values` does not give.
///
/// # Safety
/// `to` is valid for `count` values, at any address.
#[inline(always)]
unsafe fn fill<W: Wire>(to: *mut W, count: usize, values: impl Iterator<Item = W>) {
    // SAFETY: the caller gave room for `count` values; they need not be initialised, and alignment 1 fits any address.
    // Checked by: `a_buffer_holds_what_was_written`.
    let out = unsafe { std::slice::from_raw_parts_mut(to.cast::<MaybeUninit<W>>(), count) };
    let mut given = 0usize;
    for (out, value) in out.iter_mut().zip(values) {
        out.write(value);
        given = given.wrapping_add(1);
    }
    for out in out.iter_mut().skip(given) {
        out.write(W::ZERO);
    }
}

impl std::fmt::Debug for Room<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Room")
            .field("left", &self.left())
            .finish_non_exhaustive()
    }
}

impl std::fmt::Debug for Buffer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Buffer").field(&self.written()).finish()
    }
}

/// Copies without a call where there is little to copy: two moves of 16, 8 or 4 bytes that overlap.
///
/// # Safety
/// `to` is valid for `from.len()` bytes and does not overlap `from`.
#[inline(always)]
unsafe fn copy(from: &[u8], to: *mut u8) {
    let len = from.len();
    match len {
        0 => {}
        // The first, the middle and the last byte: which of them are one shows nowhere.
        1..4 => {
            for i in [0, len >> 1, len.wrapping_sub(1)] {
                // SAFETY: `i < len`, as `len` is not 0.
                // Checked by: `copies_of_every_length`.
                let byte = unsafe { *from.get_unchecked(i) };
                // SAFETY: the caller gave room for `len` bytes.
                // Checked by: `copies_of_every_length`.
                let to = unsafe { to.add(i) };
                // SAFETY: as above.
                // Checked by: `copies_of_every_length`.
                unsafe { to.write(byte) };
            }
        }
        // SAFETY: the caller's promise; the arm's lengths are at least the chunk's and at most twice it.
        // Checked by: `copies_of_every_length`.
        4..8 => unsafe { copy_ends::<4>(from, to) },
        // SAFETY: as above.
        // Checked by: `copies_of_every_length`.
        8..16 => unsafe { copy_ends::<8>(from, to) },
        // SAFETY: as above.
        // Checked by: `copies_of_every_length`.
        16..=32 => unsafe { copy_ends::<16>(from, to) },
        // SAFETY: as above.
        // Checked by: `copies_of_every_length`.
        33..=64 => unsafe { copy_ends::<32>(from, to) },
        // SAFETY: the caller's promise.
        // Checked by: `copies_of_every_length`.
        _ => unsafe { to.copy_from_nonoverlapping(from.as_ptr(), len) },
    }
}

/// Copies the first and the last `N` bytes.
///
/// # Safety
/// `from` has `N` to `2 * N` bytes; `to` is valid for as many and does not overlap `from`.
#[inline(always)]
unsafe fn copy_ends<const N: usize>(from: &[u8], to: *mut u8) {
    if let (Some(first), Some(last)) = (from.first_chunk::<N>(), from.last_chunk::<N>()) {
        let rest = from.len().wrapping_sub(N);
        // SAFETY: `N <= from.len()` bytes fit at `to`.
        // Checked by: `copies_of_every_length`.
        unsafe { to.cast::<[u8; N]>().write(*first) };
        // SAFETY: `rest + N` is `from.len()`.
        // Checked by: `copies_of_every_length`.
        let to = unsafe { to.add(rest) };
        // SAFETY: as above.
        // Checked by: `copies_of_every_length`.
        unsafe { to.cast::<[u8; N]>().write(*last) };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wire_types_are_their_bytes() {
        let bytes = [1u8, 2, 3, 4, 5, 6, 7];
        assert_eq!(<[u8; 4]>::read(&bytes), Some(&[1, 2, 3, 4]));
        assert_eq!(<[u8; 8]>::read(&bytes), None);
        assert_eq!(<[[u8; 2]; 2]>::read(&bytes), Some(&[[1, 2], [3, 4]]));
        assert_eq!([[1u8, 2], [3, 4]].bytes(), &[1, 2, 3, 4]);
        assert_eq!(<[u8; 2]>::slice(&bytes), &[[1, 2], [3, 4], [5, 6]]);
        assert_eq!(<[u8; 0]>::slice(&bytes).len(), 0);
        let le = wrap::<u16>(<[u8; 2]>::slice(&bytes));
        assert_eq!(
            le.iter().map(|x| x.get()).collect::<Vec<_>>(),
            [0x0201, 0x0403, 0x0605]
        );
        assert_eq!(wire_bytes(le), &bytes[..6]);
    }

    #[test]
    fn wire_types_are_changed_where_they_lie() {
        let mut bytes = [1u8, 2, 3, 4, 5, 6, 7];
        let values = wrap_mut::<u16>(<[u8; 2]>::slice_mut(&mut bytes));
        values[1].set(0x0A0B);
        values[2] = 0x0C0D_u16.into();
        assert_eq!(values.len(), 3);
        assert_eq!(bytes, [1, 2, 0x0B, 0x0A, 0x0D, 0x0C, 7]);
        assert_eq!(<[u8; 0]>::slice_mut(&mut bytes).len(), 0);
    }

    #[test]
    fn numbers_are_their_bytes() {
        assert_eq!(
            number_bytes(&[0x0102u16, 3]),
            [0x0102u16, 3].map(u16::to_ne_bytes).as_flattened()
        );
        assert_eq!(number_bytes(&[1.5f64]), 1.5f64.to_ne_bytes());
        assert_eq!(number_bytes::<u32>(&[]), []);
    }

    #[test]
    fn copies_of_every_length() {
        let source: Vec<u8> = (0..200u8).map(|i| i ^ 0x5A).collect();
        for len in 0..source.len() {
            let mut buffer = Buffer::with_capacity(len);
            buffer.put(&source[..len]);
            assert_eq!(buffer.written(), &source[..len]);
        }
    }

    #[test]
    fn a_buffer_holds_what_was_written() {
        for capacity in [0, 1, 7, 64, 1000] {
            let mut buffer = Buffer::with_capacity(capacity);
            buffer.put(b"tail");
            buffer.put_all(3, [[1u8, 0], [2, 0]].into_iter());
            assert_eq!(buffer.written(), b"\x01\0\x02\0\0\0tail");
            buffer.zeroed(5)[0] = 9;
            let mark = buffer.len();
            buffer.put(&[7; 90]);
            buffer.region(mark, 5)[4] = 8;
            assert_eq!(buffer.region(mark, 1 + mark).len(), 0);
            assert_eq!(buffer.region(500, 1).len(), 0);
            buffer.rewind(mark);
            buffer.rewind(1000);
            assert_eq!(buffer.written(), b"\x09\0\0\0\x08\x01\0\x02\0\0\0tail");
            assert_eq!(
                bytes::Bytes::from_owner(buffer),
                b"\x09\0\0\0\x08\x01\0\x02\0\0\0tail"[..]
            );
        }
    }

    #[test]
    fn a_room_takes_what_it_was_made_for() {
        for capacity in [0, 9, 64] {
            let mut buffer = Buffer::with_capacity(capacity);
            buffer.put(b"tail");
            let full = buffer.room(9, |room| {
                room.put(b"abc");
                assert_eq!((room.len(), room.left()), (7, 6));
                room.put_all(3, [[1u8, 0], [2, 0]].into_iter());
                room.put(b"");
                assert_eq!(room.left(), 0);
            });
            assert!(full);
            assert_eq!(buffer.written(), b"\x01\0\x02\0\0\0abctail");
            assert!(buffer.room(2, |room| room.zeroed(2)[1] = 9));
            assert_eq!(buffer.written(), b"\0\x09\x01\0\x02\0\0\0abctail");
            let full = buffer.room(9, |room| room.put(b"abc"));
            assert!(!full, "what was not written cannot be read");
            assert_eq!(buffer.len(), 15);
            let caught = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
                buffer.room(9, |room| {
                    room.put(b"abc");
                    panic!("as a value's iterator may");
                });
            }));
            assert!(caught.is_err());
            assert_eq!(buffer.len(), 15, "what was not done was not written");
        }
    }

    #[test]
    fn parts_are_filled_side_by_side() {
        for capacity in [0, 9, 64] {
            let mut buffer = Buffer::with_capacity(capacity);
            buffer.put(b"tail");
            let full = buffer.parts([2, 0, 3], |[a, b, c]| {
                c.put(b"z");
                a.put(b"b");
                c.put(b"xy");
                assert_eq!(b.left(), 0);
                a.put(b"a");
                assert_eq!((a.len(), c.len()), (9, 7));
            });
            assert!(full);
            assert_eq!(buffer.written(), b"abxyztail");
            assert!(!buffer.parts([2, 2], |[_, b]| b.put(b"cd")));
            let left_out = buffer.parts([1, 2], |[a, b]| {
                b.put(b"too long");
                b.put(b"cd");
                a.put(b"e");
            });
            assert!(!left_out, "what did not fit is not passed over");
            assert_eq!(buffer.written(), b"abxyztail");
        }
    }

    #[test]
    fn a_room_takes_no_more_than_it_was_made_for() {
        let mut buffer = Buffer::with_capacity(64);
        let full = buffer.room(2, |room| {
            room.put(b"abc");
            room.put(b"ab");
            room.put(b"");
        });
        assert!(!full);
        assert_eq!(buffer.written(), b"");
    }

    #[test]
    fn parts_are_where_they_are_said_to_be() {
        let bytes = Proven::new(b"abcdef");
        assert_eq!(bytes.part(1, 3).bytes(), b"bc");
        assert_eq!(bytes.part(6, 6).bytes(), b"");
        let (before, behind) = bytes.split(2);
        assert_eq!((before.bytes(), behind.bytes()), (&b"ab"[..], &b"cdef"[..]));
        let ends = Proven::new(&[1, 2, 3, 4, 5, 6, 7, 8]);
        assert_eq!(ends.end(0, 7), 8);
        assert_eq!(ends.end(1, 3), 0x0807);
        assert_eq!(ends.end(2, 1), 0x0807_0605);
    }

    #[test]
    fn cuts_are_where_the_ends_say() {
        let data = Proven::new(b"abcdef");
        let parts = |cuts: Cuts<'static>| (0..4).map(|k| cuts.slot(k).bytes()).collect::<Vec<_>>();
        let expected: [&[u8]; 4] = [b"ab", b"", b"cdef", b""];
        assert_eq!(parts(Cuts::new(Proven::new(&[2, 2]), data, 3, 0)), expected);
        assert_eq!(
            parts(Cuts::new(Proven::new(&[2, 2, 6]), data, 3, 0)),
            expected
        );
        assert_eq!(
            parts(Cuts::new(Proven::new(&[2, 0, 2, 0]), data, 3, 1)),
            expected
        );
        assert_eq!(
            parts(Cuts::new(
                Proven::new(&[2, 0, 0, 0, 2, 0, 0, 0]),
                data,
                3,
                2
            )),
            expected
        );
        assert_eq!(parts(Cuts::EMPTY), [b""; 4]);
    }
}
