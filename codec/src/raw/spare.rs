//! What is free of a buffer, filled from its end in moves that are as wide as they need not be.
//!
//! ```text
//!  ┌── free ──────────────┬── written ──┐      A short text is written as the 64 bytes that end with it: what came with it
//!  │       ░░░░░░░░│ text │             │      lies in what is free, and the next bytes take its place.
//!  └───────────────┴──────┴─────────────┘
//! ```

use super::buffer::{Buffer, copy};

/// Bytes of the widest move: what most texts have at most, for one of which nobody can say whether it is longer costs more than a
/// move that is wider.
const WIDE: usize = 64;
/// No address of a byte that others lie before.
const NEVER: usize = usize::MAX;

/// Up to eight bytes, to be written in one move.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Word {
    /// The bytes are the last ones, in the order in which they are written.
    bits: u64,
    /// How many there are: at most eight.
    len: usize,
}

impl Word {
    /// The first `len` bytes of `bits`, the low ones first; at most eight.
    #[inline(always)]
    pub(crate) const fn new(bits: u64, len: usize) -> Self {
        let len = if len < 8 { len } else { 8 };
        Self {
            bits: bits << (64usize.wrapping_sub(len << 3) & 63),
            len,
        }
    }

    /// The same bytes and one more; of eight bytes the first is lost.
    #[inline(always)]
    pub(crate) const fn then(self, byte: u8) -> Self {
        Self {
            bits: self.bits >> 8 | u64::from_le_bytes([0, 0, 0, 0, 0, 0, 0, byte]),
            len: if self.len < 8 {
                self.len.wrapping_add(1)
            } else {
                8
            },
        }
    }

    /// The same with `byte` as the last byte, which was 0.
    #[inline(always)]
    pub(crate) const fn ending(self, byte: u8) -> Self {
        let last = u64::from_le_bytes([0, 0, 0, 0, 0, 0, 0, byte]);
        Self {
            bits: self.bits | last,
            ..self
        }
    }
}

/// What is free of a buffer, while it is filled. What was put is the buffer's after [`done`](Self::done).
///
/// It has room for what it was asked for, and what is put beyond that fails: then all of it is lost, and the buffer says so.
#[must_use = "what was put is lost without `done`"]
pub(crate) struct Spare<'b> {
    /// Where the next bytes end.
    at: *mut u8,
    /// A wide move that ends here or behind is within the buffer. `NEVER` where something did not fit.
    low: usize,
    /// The address of the buffer's end.
    end: usize,
    buffer: &'b mut Buffer,
}

impl<'b> Spare<'b> {
    /// All that is free of `buffer`, which is at least `n` bytes.
    #[inline(always)]
    pub(crate) fn new(buffer: &'b mut Buffer, n: usize) -> Self {
        let (at, low, end) = room(buffer, n);
        Self {
            at,
            low,
            end,
            buffer,
        }
    }

    /// Bytes from here to the buffer's end.
    #[inline(always)]
    pub(crate) fn len(&self) -> usize {
        self.end.wrapping_sub(self.at.addr())
    }

    /// Whether `n` bytes may still be put.
    #[inline(always)]
    pub(crate) fn has(&self, n: usize) -> bool {
        let left = self.at.addr().checked_sub(self.low);
        left.is_some_and(|left| n <= left)
    }

    /// Notes that something did not fit. Nothing does from here on.
    #[cold]
    fn spoil(&mut self) {
        self.low = NEVER;
        self.buffer.spoil();
    }

    /// Writes a word.
    #[inline(always)]
    pub(crate) fn word(&mut self, word: Word) {
        if self.at.addr() < self.low {
            return self.spoil();
        }
        // SAFETY: `low <= at`, so at least `WIDE` free bytes lie before `at`.
        // Checked by: `what_is_put_is_the_buffers_when_it_is_done`.
        let to = unsafe { self.at.sub(8) };
        // SAFETY: as above; an array of bytes may be at any address.
        // Checked by: `what_is_put_is_the_buffers_when_it_is_done`.
        unsafe { to.cast::<[u8; 8]>().write(word.bits.to_le_bytes()) };
        // SAFETY: as above: a word has at most eight bytes. They were written, as it holds them at its end.
        // Checked by: `what_is_put_is_the_buffers_when_it_is_done`.
        self.at = unsafe { self.at.sub(word.len) };
    }

    /// Writes the last `len` bytes of `bits`, the low ones first; at most seven.
    #[inline(always)]
    pub(crate) fn few(&mut self, bits: u64, len: usize) {
        self.word(Word { bits, len: len & 7 });
    }

    /// Writes the last `n` bytes of `from`, of which more can be read: so a short text is one move.
    #[inline(always)]
    pub(crate) fn tail(&mut self, from: &[u8], n: usize) {
        match from.last_chunk::<WIDE>() {
            Some(last) if n <= WIDE && self.at.addr() >= self.low => {
                // SAFETY: `low <= at`, so at least `WIDE` free bytes lie before `at`.
                // Checked by: `what_is_put_is_the_buffers_when_it_is_done`.
                let to = unsafe { self.at.sub(WIDE) };
                // SAFETY: as above; an array of bytes may be at any address, and `last` is not the buffer's own while that
                // is borrowed.
                // Checked by: `what_is_put_is_the_buffers_when_it_is_done`.
                unsafe { to.cast::<[u8; WIDE]>().write(*last) };
                // SAFETY: as above: `n <= WIDE`.
                // Checked by: `what_is_put_is_the_buffers_when_it_is_done`.
                self.at = unsafe { self.at.sub(n) };
            }
            _ => match from.get(from.len().wrapping_sub(n)..) {
                Some(bytes) => self.put(bytes),
                None => self.spoil(),
            },
        }
    }

    /// Writes `bytes` in front.
    #[inline(always)]
    pub(crate) fn put(&mut self, bytes: &[u8]) {
        if !self.has(bytes.len()) {
            return self.spoil();
        }
        // SAFETY: so many bytes and `WIDE` more are free before `at`.
        // Checked by: `what_is_put_is_the_buffers_when_it_is_done`.
        self.at = unsafe { self.at.sub(bytes.len()) };
        // SAFETY: these are the bytes that were just left, and `bytes` is not the buffer's own while that is borrowed.
        // Checked by: `what_is_put_is_the_buffers_when_it_is_done`.
        unsafe { copy(bytes, self.at) };
    }

    /// Makes room for `n` bytes. What was put before is the buffer's then.
    #[inline(always)]
    pub(crate) fn reserve(&mut self, n: usize) {
        if !self.has(n) && self.low != NEVER {
            let len = self.len();
            // SAFETY: as in `done`.
            // Checked by: `more_room_keeps_what_was_put`.
            unsafe { self.buffer.settle(len) };
            // What this is made of is given and taken by value: so it stays in registers where it is filled.
            (self.at, self.low, self.end) = more(self.buffer, n);
        }
    }

    /// Hands over what was put.
    #[inline(always)]
    pub(crate) fn done(self) -> &'b mut Buffer {
        let len = self.len();
        if self.low != NEVER {
            // SAFETY: `at` began where what was written does, and went back only over bytes that were written.
            // Checked by: `what_is_put_is_the_buffers_when_it_is_done`.
            unsafe { self.buffer.settle(len) };
        }
        self.buffer
    }
}

/// What is free of a buffer, at least `n` bytes: where it ends, where wide moves may end at least, and where the buffer ends.
#[inline(always)]
fn room(buffer: &mut Buffer, n: usize) -> (*mut u8, usize, usize) {
    buffer.reserve(n.saturating_add(WIDE));
    let (start, free, capacity) = buffer.bounds();
    // SAFETY: `free <= capacity`, so it is within the allocation.
    // Checked by: `what_is_put_is_the_buffers_when_it_is_done`.
    let at = unsafe { start.add(free) };
    let start = start.addr();
    (at, start.wrapping_add(WIDE), start.wrapping_add(capacity))
}

#[cold]
#[inline(never)]
fn more(buffer: &mut Buffer, n: usize) -> (*mut u8, usize, usize) {
    room(buffer, n)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_its_bytes() {
        let bits = u64::from_le_bytes(*b"abcdefgh");
        for len in 0..=9 {
            let mut buffer = Buffer::with_capacity(0);
            let mut spare = Spare::new(&mut buffer, 16);
            spare.word(Word::new(bits, len));
            let _ = spare.done();
            assert_eq!(buffer.written(), &b"abcdefgh"[..len.min(8)]);
        }
        for len in 0..=7 {
            let mut buffer = Buffer::with_capacity(0);
            let mut spare = Spare::new(&mut buffer, 16);
            spare.few(bits, len);
            let _ = spare.done();
            assert_eq!(buffer.written(), &b"abcdefgh"[8 - len..]);
        }
        let mut buffer = Buffer::with_capacity(0);
        let mut spare = Spare::new(&mut buffer, 16);
        spare.word(Word::new(bits, 2).then(b'!').then(b'?'));
        spare.word(Word::new(bits, 8).then(b'!'));
        let _ = spare.done();
        assert_eq!(buffer.written(), b"bcdefgh!ab!?");
        let mut spare = Spare::new(&mut buffer, 16);
        spare.word(Word::new(bits, 2).then(0).ending(b'.'));
        let _ = spare.done();
        assert_eq!(buffer.written(), b"ab.bcdefgh!ab!?");
    }

    #[test]
    fn what_is_put_is_the_buffers_when_it_is_done() {
        let source: Vec<u8> = (0..200u8).map(|i| i ^ 0x5A).collect();
        for capacity in [0, 7, 64, 1000] {
            for end in [0, 1, 5, 31, 33, 63, 64, 65, 100, 200] {
                for n in 0..=end {
                    let mut buffer = Buffer::with_capacity(capacity);
                    buffer.put(b"tail");
                    let mut spare = Spare::new(&mut buffer, end + 3);
                    assert!(spare.has(end + 3));
                    spare.tail(&source[..end], n);
                    spare.word(Word::new(0x0201, 2));
                    assert_eq!(spare.len(), 4 + n + 2);
                    spare.put(b"x");
                    let _ = spare.done();
                    let wanted = [b"x\x01\x02", &source[end - n..end], b"tail"].concat();
                    assert_eq!(buffer.written(), wanted);
                    assert!(!buffer.is_spoiled());
                }
            }
        }
    }

    #[test]
    fn what_does_not_fit_spoils_all_of_it() {
        for fill in [
            |spare: &mut Spare<'_>| spare.put(&[7; 300]),
            |spare: &mut Spare<'_>| spare.tail(&[7; 300], 300),
            |spare: &mut Spare<'_>| spare.tail(&[7; 3], 5),
            |spare: &mut Spare<'_>| (0..80).for_each(|_| spare.word(Word::new(7, 4))),
            |spare: &mut Spare<'_>| (0..80).for_each(|_| spare.few(7, 4)),
            |spare: &mut Spare<'_>| (0..40).for_each(|_| spare.tail(&[7; WIDE], 8)),
        ] {
            let mut buffer = Buffer::with_capacity(64);
            buffer.put(b"tail");
            let mut spare = Spare::new(&mut buffer, 8);
            fill(&mut spare);
            spare.put(b"more");
            let _ = spare.done();
            assert!(buffer.is_spoiled());
            assert_eq!(buffer.written(), b"tail");
            buffer.clear();
            assert!(!buffer.is_spoiled());
        }
    }

    #[test]
    fn more_room_keeps_what_was_put() {
        let mut buffer = Buffer::with_capacity(64);
        let mut spare = Spare::new(&mut buffer, 8);
        spare.put(b"first");
        spare.reserve(200);
        spare.put(&[7; 200]);
        let _ = spare.done();
        assert_eq!(buffer.written(), [&[7; 200][..], b"first"].concat());
    }
}
