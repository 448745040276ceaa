//! The encoder's memory, which is filled from its end to its start.

use super::Wire;
use std::marker::PhantomData;
use std::mem::MaybeUninit;

/// Memory that is filled from its end to its start. Only what was written is ever read.
pub(crate) struct Buffer {
    /// Empty as a vector: the bytes from `free` to its capacity are initialised.
    memory: Vec<u8>,
    free: usize,
    /// Whether something was lost since it was empty.
    spoiled: bool,
}

impl Buffer {
    /// The end is as aligned as the allocator makes the start: what is written to it in wide moves splits no cache line.
    pub(crate) fn with_capacity(capacity: usize) -> Self {
        let memory = Vec::with_capacity(capacity.checked_next_multiple_of(64).unwrap_or(capacity));
        Self {
            free: memory.capacity(),
            memory,
            spoiled: false,
        }
    }

    /// Forgets what was written.
    #[inline]
    pub(crate) fn clear(&mut self) {
        self.free = self.memory.capacity();
        self.spoiled = false;
    }

    /// Whether something was lost since it was empty, since it did not fit where room had been made.
    #[inline]
    pub(crate) fn is_spoiled(&self) -> bool {
        self.spoiled
    }

    /// Where it begins, how many bytes are free there, and how many there are in all.
    #[inline(always)]
    pub(super) fn bounds(&mut self) -> (*mut u8, usize, usize) {
        let capacity = self.memory.capacity();
        (self.memory.as_mut_ptr(), self.free, capacity)
    }

    /// Counts the last `len` bytes as written.
    ///
    /// # Safety
    /// They are within the buffer, and were written.
    #[inline(always)]
    pub(super) unsafe fn settle(&mut self, len: usize) {
        self.free = self.memory.capacity().wrapping_sub(len);
    }

    /// Notes that something was lost.
    #[cold]
    pub(super) fn spoil(&mut self) {
        self.spoiled = true;
    }

    /// Bytes written.
    #[inline(always)]
    pub(crate) fn len(&self) -> usize {
        self.memory.capacity().wrapping_sub(self.free)
    }

    /// Bytes in all.
    #[inline]
    pub(crate) fn capacity(&self) -> usize {
        self.memory.capacity()
    }

    /// Bytes that are not written yet.
    #[inline]
    pub(crate) fn free(&self) -> usize {
        self.free
    }

    /// What was written.
    #[inline]
    pub(crate) fn written(&self) -> &[u8] {
        // SAFETY: `free <= capacity` holds from `with_capacity` on, as every change of `free` keeps it.
        // Checked by: `a_buffer_holds_what_was_written`.
        let start = unsafe { self.memory.as_ptr().add(self.free) };
        // SAFETY: the bytes from `free` to the capacity were written, and are borrowed with `self`.
        // Checked by: `a_buffer_holds_what_was_written`.
        unsafe { std::slice::from_raw_parts(start, self.len()) }
    }

    /// Makes room for `n` bytes in front, once for all that `put` puts there. Counts them as written if it fills them to
    /// the last one, and says whether it did. `put` gives `None` where something did not fit.
    #[inline(always)]
    pub(crate) fn room(&mut self, n: usize, put: impl FnOnce(&mut Room<'_>) -> Option<()>) -> bool {
        self.parts([n], |[room]| put(room))
    }

    /// The same for a list's parts, which lie one behind the other and are filled side by side, each from its end.
    #[inline(always)]
    pub(crate) fn parts<const N: usize>(
        &mut self,
        sizes: [usize; N],
        put: impl FnOnce([&mut Room<'_>; N]) -> Option<()>,
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
        let fits = put(rooms.each_mut()).is_some();
        let mut ended = rooms.iter().zip(starts);
        let full = fits && ended.all(|(room, start)| room.start == start && room.left == 0);
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
        let start = self.free.wrapping_sub(behind).wrapping_sub(n);
        Room {
            // SAFETY: `behind + n <= free`, for which the callers make room, so `start` is within the allocation.
            // Checked by: `a_room_takes_what_it_was_made_for`.
            start: unsafe { self.memory.as_mut_ptr().add(start) },
            left: n,
            to_end: self.memory.capacity().wrapping_sub(start),
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
        let mut larger = Self::with_capacity(
            self.memory
                .capacity()
                .saturating_mul(2)
                .max(needed.saturating_add(64)),
        );
        larger.put(self.written());
        larger.spoiled = self.spoiled;
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
            room.put_all(count, values)
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
    /// Where the room begins.
    start: *mut u8,
    /// How many bytes from there are this room's alone, to be written: the next bytes end behind them. A length instead of
    /// an address, so that one subtraction says whether something fits and where it goes.
    left: usize,
    /// Bytes from the start to the buffer's end.
    to_end: usize,
    buffer: PhantomData<&'b mut Buffer>,
}

impl Room<'_> {
    /// Bytes from here to the buffer's end.
    #[inline(always)]
    pub(crate) fn len(&self) -> usize {
        self.to_end.wrapping_sub(self.left)
    }

    /// Bytes that may still be put.
    #[inline(always)]
    pub(crate) fn left(&self) -> usize {
        self.left
    }

    /// Room for `n` more bytes; `None` where there is less: the value is another than when it was measured.
    #[inline(always)]
    fn claim(&mut self, n: usize) -> Option<*mut u8> {
        self.left = self.left.checked_sub(n)?;
        // SAFETY: as many bytes as were left are this room's, so that is within the allocation.
        // Checked by: `a_room_takes_what_it_was_made_for`.
        Some(unsafe { self.start.add(self.left) })
    }

    /// Writes `bytes` in front; `None` where they do not fit.
    #[inline(always)]
    #[must_use]
    pub(crate) fn put(&mut self, bytes: &[u8]) -> Option<()> {
        let to = self.claim(bytes.len())?;
        // SAFETY: `claim` gave `bytes.len()` bytes of the buffer's own memory, which `bytes` cannot overlap while the
        // buffer is borrowed mutably.
        // Checked by: `a_room_takes_what_it_was_made_for`.
        unsafe { copy(bytes, to) };
        Some(())
    }

    /// Writes the first `n` bytes of `word` in front, the low ones first, in a move of all eight where there is room for that:
    /// nothing branches on `n`. `None` where they do not fit; of more than eight there are eight.
    #[inline(always)]
    #[must_use]
    pub(crate) fn few(&mut self, word: u64, n: usize) -> Option<()> {
        let n = n.min(8);
        let Some(wide) = self.left.checked_sub(8) else {
            return self.put(word.to_le_bytes().get(..n)?);
        };
        // SAFETY: eight bytes are left from here on, and this room's.
        // Checked by: `a_room_takes_a_few_bytes_in_one_move`.
        let to = unsafe { self.start.add(wide) };
        // The bytes lie at the end of the eight. What comes with them is written over by what is put next.
        let last = word << (64usize.wrapping_sub(n << 3) & 63);
        // SAFETY: as above; an array of bytes may be at any address.
        // Checked by: `a_room_takes_a_few_bytes_in_one_move`.
        unsafe { to.cast::<[u8; 8]>().write(last.to_le_bytes()) };
        self.left = self.left.wrapping_sub(n);
        Some(())
    }

    /// Writes `n` zeros in front, and hands them out; `None` where they do not fit.
    #[inline(always)]
    #[must_use]
    pub(crate) fn zeroed(&mut self, n: usize) -> Option<&mut [u8]> {
        let to = self.claim(n)?;
        // SAFETY: `claim` gave `n` bytes.
        // Checked by: `a_room_takes_what_it_was_made_for`.
        unsafe { to.write_bytes(0, n) };
        // SAFETY: the `n` bytes were just initialised, and are borrowed with `self`.
        // Checked by: `a_room_takes_what_it_was_made_for`.
        Some(unsafe { std::slice::from_raw_parts_mut(to, n) })
    }

    /// Writes `count` values in front, in order; zeros for those that `values` does not give. `None` where so many do not
    /// fit.
    #[inline(always)]
    #[must_use]
    pub(crate) fn put_all<W: Wire>(
        &mut self,
        count: usize,
        values: impl Iterator<Item = W>,
    ) -> Option<()> {
        let to = self.claim(count.saturating_mul(W::SIZE))?;
        // SAFETY: `claim` gave room for `count` values, which nobody else writes meanwhile.
        // Checked by: `a_room_takes_what_it_was_made_for`.
        unsafe { fill(to.cast(), count, values) };
        Some(())
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
        f.debug_tuple("Buffer")
            .field(&self.written().len())
            .finish()
    }
}

/// Copies without a call where there is little to copy: two moves of 32 bytes or less that overlap.
///
/// # Safety
/// `to` is valid for `from.len()` bytes and does not overlap `from`.
#[inline(always)]
pub(super) unsafe fn copy(from: &[u8], to: *mut u8) {
    let len = from.len();
    // No length is found by more than five questions, and those of most texts by three.
    if len >= 16 {
        if len <= 32 {
            // SAFETY: the caller's promise; the length is at least the chunk's and at most twice it.
            // Checked by: `copies_of_every_length`.
            unsafe { copy_ends::<16>(from, to) }
        } else if len <= 64 {
            // SAFETY: as above.
            // Checked by: `copies_of_every_length`.
            unsafe { copy_ends::<32>(from, to) }
        } else {
            // SAFETY: the caller's promise.
            // Checked by: `copies_of_every_length`.
            unsafe { to.copy_from_nonoverlapping(from.as_ptr(), len) }
        }
    } else if len >= 8 {
        // SAFETY: as above.
        // Checked by: `copies_of_every_length`.
        unsafe { copy_ends::<8>(from, to) }
    } else if len >= 4 {
        // SAFETY: as above.
        // Checked by: `copies_of_every_length`.
        unsafe { copy_ends::<4>(from, to) }
    } else if len >= 2 {
        // SAFETY: as above.
        // Checked by: `copies_of_every_length`.
        unsafe { copy_ends::<2>(from, to) }
    } else if len == 1 {
        // SAFETY: as above.
        // Checked by: `copies_of_every_length`.
        unsafe { copy_ends::<1>(from, to) }
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
                room.put(b"abc")?;
                assert_eq!((room.len(), room.left()), (7, 6));
                room.put_all(3, [[1u8, 0], [2, 0]].into_iter())?;
                room.put(b"")?;
                assert_eq!(room.left(), 0);
                Some(())
            });
            assert!(full);
            assert_eq!(buffer.written(), b"\x01\0\x02\0\0\0abctail");
            assert!(buffer.room(2, |room| {
                room.zeroed(2)?[1] = 9;
                Some(())
            }));
            assert_eq!(buffer.written(), b"\0\x09\x01\0\x02\0\0\0abctail");
            let full = buffer.room(9, |room| room.put(b"abc"));
            assert!(!full, "what was not written cannot be read");
            assert_eq!(buffer.len(), 15);
            let caught = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
                buffer.room(9, |room| {
                    room.put(b"abc")?;
                    panic!("as a value's iterator may");
                });
            }));
            assert!(caught.is_err());
            assert_eq!(buffer.len(), 15, "what was not done was not written");
        }
    }

    #[test]
    fn a_room_takes_a_few_bytes_in_one_move() {
        for (room, n) in (0..20).flat_map(|room| (0..11).map(move |n| (room, n))) {
            let mut buffer = Buffer::with_capacity(64);
            buffer.put(b"tail");
            // What stands before the room, and is there already, stays.
            let full = buffer.parts([8, room], |[before, room]| {
                before.put(b"12345678")?;
                room.few(u64::from_le_bytes(*b"abcdefgh"), n)?;
                room.zeroed(room.left())?;
                Some(())
            });
            // Of more than eight there are eight.
            let n = n.min(8);
            assert_eq!(full, n <= room);
            if full {
                let zeros = vec![0; room - n];
                let written = [b"12345678", &zeros[..], &b"abcdefgh"[..n], b"tail"].concat();
                assert_eq!(buffer.written(), written);
            }
        }
    }

    #[test]
    fn parts_are_filled_side_by_side() {
        for capacity in [0, 9, 64] {
            let mut buffer = Buffer::with_capacity(capacity);
            buffer.put(b"tail");
            let full = buffer.parts([2, 0, 3], |[a, b, c]| {
                c.put(b"z")?;
                a.put(b"b")?;
                c.put(b"xy")?;
                assert_eq!(b.left(), 0);
                a.put(b"a")?;
                assert_eq!((a.len(), c.len()), (9, 7));
                Some(())
            });
            assert!(full);
            assert_eq!(buffer.written(), b"abxyztail");
            assert!(!buffer.parts([2, 2], |[_, b]| b.put(b"cd")));
            let left_out = buffer.parts([1, 2], |[a, b]| {
                let fits = b.put(b"too long");
                b.put(b"cd")?;
                a.put(b"e")?;
                fits
            });
            assert!(!left_out, "what did not fit is not passed over");
            assert_eq!(buffer.written(), b"abxyztail");
        }
    }

    #[test]
    fn a_room_takes_no_more_than_it_was_made_for() {
        let mut buffer = Buffer::with_capacity(64);
        let full = buffer.room(2, |room| {
            let fits = room.put(b"abc");
            room.put(b"ab")?;
            room.put(b"")?;
            fits
        });
        assert!(!full);
        assert_eq!(buffer.written(), b"");
    }
}
