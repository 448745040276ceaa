//! The encoder's buffer: filled from its end to its start.
//!
//! The last field's bytes are written first and the header last. So every length is known when it is
//! written, nothing is measured twice, and a frame header goes in front without a copy.
//!
//! ```text
//!  ┌────────── free ──────────┬───────────── written ─────────────┐
//!  └──────────────────────────┴───────────────────────────────────┘
//!                             ▲ the next bytes end here           ▲ len() counts from here
//! ```

use crate::error::EncodeError;
use crate::limits::{DEFAULT_DEPTH, MAX_ELEMENTS, MAX_MESSAGE_BYTES};
use crate::message::Hint;
use crate::raw::{Buffer, Room, Spare, Wire};
use crate::wire;
use bytes::{Bytes, BytesMut};
use std::cell::Cell;

/// Bytes of the buffer that a thread keeps for its short messages.
const KEPT_BYTES: usize = 4096;

thread_local! {
    /// For one short message after the other: one allocation each, of just its size, is all that they cost.
    static KEPT: Cell<Option<Box<Writer>>> = const { Cell::new(None) };
}

/// The encoding of a message, as [`ToEncoded::lend`](crate::ToEncoded::lend) has it.
#[derive(Debug)]
pub enum Lent<'a> {
    /// In a buffer that other messages use after this one.
    Short(&'a [u8]),
    /// In a buffer of its own.
    Whole(Bytes),
}

impl Lent<'_> {
    /// The message.
    #[inline]
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        match self {
            Self::Short(bytes) => bytes,
            Self::Whole(bytes) => bytes,
        }
    }

    /// The message in a buffer of its own.
    #[must_use]
    pub fn into_bytes(self) -> Bytes {
        match self {
            Self::Short(bytes) => Bytes::copy_from_slice(bytes),
            Self::Whole(bytes) => bytes,
        }
    }
}

/// A buffer that is written back to front, by [`Put`](crate::kind::Put).
#[derive(Debug)]
pub struct Writer {
    buffer: Buffer,
    /// Starts of the elements of the lists that are being written: a stack, reused. A message that is too long for them
    /// is refused in the end.
    starts: Vec<u32>,
    /// How many messages may still nest, the root included.
    depth: u32,
    error: Option<EncodeError>,
    /// Whether what was carried as bytes is known to be sound. Only the protobuf form asks.
    trusts: bool,
}

impl Writer {
    pub(crate) fn with_capacity(capacity: usize) -> Self {
        Self {
            buffer: Buffer::with_capacity(capacity),
            starts: Vec::new(),
            depth: DEFAULT_DEPTH.saturating_add(1),
            error: None,
            trusts: false,
        }
    }

    /// Bytes written so far: positions are counted from the end, so that growth moves none.
    #[inline(always)]
    pub(crate) fn len(&self) -> usize {
        self.buffer.len()
    }

    /// What was written.
    pub(crate) fn written(&self) -> &[u8] {
        self.buffer.written()
    }

    /// Records the first error; the bytes will be thrown away.
    #[cold]
    pub(crate) fn fail(&mut self, error: EncodeError) {
        self.error.get_or_insert(error);
    }

    /// Whether an error was recorded.
    pub(crate) fn has_failed(&self) -> bool {
        self.error.is_some()
    }

    /// From here on what was carried as bytes is known to be sound.
    pub(crate) fn trust(&mut self) {
        self.trusts = true;
    }

    /// Whether that is so.
    pub(crate) fn trusts(&self) -> bool {
        self.trusts
    }

    /// Goes one message deeper. `false`: too deep, and that is recorded.
    #[inline(always)]
    pub(crate) fn enter(&mut self) -> bool {
        match self.depth.checked_sub(1) {
            Some(left) => {
                self.depth = left;
                true
            }
            None => {
                self.fail(EncodeError::TooDeep {
                    allowed: DEFAULT_DEPTH,
                });
                false
            }
        }
    }

    /// How many messages may still nest here.
    pub(crate) fn depth(&self) -> u32 {
        self.depth
    }

    /// Comes back from [`enter`](Self::enter).
    #[inline(always)]
    pub(crate) fn leave(&mut self) {
        self.depth = self.depth.wrapping_add(1);
    }

    /// Whether a list may have `count` elements; if not, that is recorded.
    #[inline(always)]
    pub(crate) fn fits(&mut self, count: usize) -> bool {
        if count > MAX_ELEMENTS {
            self.fail(EncodeError::TooMany {
                count,
                allowed: MAX_ELEMENTS,
            });
            return false;
        }
        true
    }

    /// The next `n` bytes, all zero, to be filled by the caller.
    #[inline(always)]
    pub(crate) fn take(&mut self, n: usize) -> &mut [u8] {
        self.buffer.zeroed(n)
    }

    /// Makes room for `n` bytes, once for all that `put` puts there.
    #[inline(always)]
    pub(crate) fn room(&mut self, n: usize, put: impl FnOnce(&mut Room<'_>) -> Option<()>) {
        if !self.buffer.room(n, put) {
            self.fail(EncodeError::Changed);
        }
    }

    /// What is free, with room for `n` bytes, to be filled without a look at the buffer.
    #[inline(always)]
    pub(crate) fn spare(&mut self, n: usize) -> Spare<'_> {
        Spare::new(&mut self.buffer, n)
    }

    /// Makes room for parts that lie one behind the other and are filled side by side; says whether they are full.
    #[inline(always)]
    pub(crate) fn parts<const N: usize>(
        &mut self,
        sizes: [usize; N],
        put: impl FnOnce([&mut Room<'_>; N]) -> Option<()>,
    ) -> bool {
        self.buffer.parts(sizes, put)
    }

    /// [`put`](Self::put) as a call, for the many places that write a text or bytes.
    #[inline(never)]
    pub(crate) fn put_run(&mut self, bytes: &[u8]) {
        self.put(bytes);
    }

    /// Writes `bytes` in front of what is there.
    #[inline(always)]
    pub(crate) fn put(&mut self, bytes: &[u8]) {
        self.buffer.put(bytes);
    }

    /// Writes `count` values of fixed size, in order.
    #[inline(always)]
    pub(crate) fn put_all<W: Wire>(&mut self, count: usize, values: impl Iterator<Item = W>) {
        self.buffer.put_all(count, values);
    }

    /// Writes `count` ends of width code `width`, in order. The width was chosen for the largest.
    #[inline(always)]
    #[allow(clippy::as_conversions)] // the truncation is the width's
    pub(crate) fn put_ends(&mut self, width: u32, count: usize, ends: impl Iterator<Item = usize>) {
        match width {
            0 => self.put_all(count, ends.map(|end| [end as u8])),
            1 => self.put_all(count, ends.map(|end| (end as u16).to_le_bytes())),
            _ => self.put_all(count, ends.map(|end| (end as u32).to_le_bytes())),
        }
    }

    /// The `len` bytes that begin where [`len`](Self::len) was `mark` after they were taken.
    #[inline(always)]
    pub(crate) fn region(&mut self, mark: usize, len: usize) -> &mut [u8] {
        self.buffer.region(mark, len)
    }

    /// Makes the `old` bytes that were taken where [`len`](Self::len) was `mark` into `new` bytes, whose content is
    /// not defined; what was written since then moves.
    pub(crate) fn refit(&mut self, mark: usize, old: usize, new: usize) {
        if old == new {
            return;
        }
        let later = self.len().saturating_sub(mark).saturating_sub(old);
        let (wider, narrower) = (new.saturating_sub(old), old.saturating_sub(new));
        self.take(wider);
        let front = self.len();
        let whole = self.region(front, later.saturating_add(old.max(new)));
        if wider.saturating_add(later) <= whole.len()
            && narrower.saturating_add(later) <= whole.len()
        {
            whole.copy_within(wider..wider.saturating_add(later), narrower);
        }
        self.rewind(front.saturating_sub(narrower));
    }

    /// Takes `gap` bytes out behind the first `len`.
    #[inline(never)]
    pub(crate) fn shorten(&mut self, len: usize, gap: usize) {
        let front = self.len();
        let whole = self.region(front, len.saturating_add(gap));
        if len.saturating_add(gap) <= whole.len() {
            whole.copy_within(..len, gap);
        }
        self.rewind(front.saturating_sub(gap));
    }

    /// Makes what stands in front, the ends of `slots` slots in four bytes each, into those of the first `count`, of the width
    /// code of their heap of `heap` bytes, which it gives.
    #[inline(never)]
    #[allow(clippy::arithmetic_side_effects)] // sizes are the type's
    pub(crate) fn pack_ends(&mut self, slots: usize, count: usize, heap: usize) -> u32 {
        let front = self.len();
        let ends = self.region(front, slots << 2);
        // The slots from `count` on wrote nothing, as the value said before. Otherwise the ends would lie.
        let mut behind = count.saturating_sub(1)..slots;
        let holds = (count != 0 || heap == 0) && behind.all(|k| wire::end(ends, 2, k) == heap);
        let width = wire::width(heap);
        let gap = (slots << 2) - (count << width);
        // From the last one on, each is moved back, or stays: none lies where another is still to be read.
        for k in (0..count).rev() {
            let end = wire::end(ends, 2, k);
            wire::put_end(ends.get_mut(gap..).unwrap_or_default(), width, k, end);
        }
        self.rewind(front - gap);
        if !holds {
            self.fail(EncodeError::Changed);
        }
        width
    }

    /// Forgets what was written since [`len`](Self::len) was `mark`.
    pub(crate) fn rewind(&mut self, mark: usize) {
        self.buffer.rewind(mark);
    }

    /// Where a list's stack of starts begins.
    #[inline(always)]
    pub(crate) fn open_list(&mut self, count: usize) -> usize {
        self.starts.reserve(count);
        self.starts.len()
    }

    /// Notes that the next element, written from the last to the first, begins here.
    #[inline(always)]
    #[allow(clippy::as_conversions)] // see the field
    pub(crate) fn mark_start(&mut self) {
        self.starts.push(self.len() as u32);
    }

    /// Follows a [`refit`](Self::refit) of what lies behind a list's elements.
    #[allow(clippy::as_conversions)] // see the field
    pub(crate) fn move_starts(&mut self, list: usize, old: usize, new: usize) {
        for start in self.starts.get_mut(list..).unwrap_or_default() {
            *start = start.wrapping_add(new as u32).wrapping_sub(old as u32);
        }
    }

    /// Drops the starts from `list` on.
    pub(crate) fn abandon_list(&mut self, list: usize) {
        self.starts.truncate(list);
    }

    /// Writes the ends of a list whose starts were marked since `list` and whose data began at mark
    /// `base`; gives the width code that they took.
    #[inline(never)]
    #[allow(clippy::arithmetic_side_effects, clippy::as_conversions)] // positions grow; the width fits every end
    pub(crate) fn close_list(&mut self, list: usize, base: usize) -> u32 {
        let here = self.len();
        let w = wire::width(here - base);
        let starts = self.starts.get(list..).unwrap_or_default();
        // The start of element i + 1 is the end of element i, and the last one ends where the data does; starts lie in
        // reverse.
        let before = starts.split_last().map_or(starts, |(_first, later)| later);
        let (count, here) = (before.len(), here as u32);
        let ends = before.iter().rev().map(|start| here.wrapping_sub(*start));
        let last = if starts.is_empty() {
            None
        } else {
            Some(here.wrapping_sub(base as u32))
        };
        match w {
            0 => {
                self.buffer
                    .put_all(last.iter().len(), last.map(|e| [e as u8]).into_iter());
                self.buffer.put_all(count, ends.map(|e| [e as u8]));
            }
            1 => {
                let wire = |e: u32| (e as u16).to_le_bytes();
                self.buffer
                    .put_all(last.iter().len(), last.map(wire).into_iter());
                self.buffer.put_all(count, ends.map(wire));
            }
            _ => {
                self.buffer
                    .put_all(last.iter().len(), last.map(u32::to_le_bytes).into_iter());
                self.buffer.put_all(count, ends.map(u32::to_le_bytes));
            }
        }
        self.starts.truncate(list);
        w
    }

    /// A writer for a message of about `bytes` bytes. For a short one it is this thread's, which has its memory already:
    /// [`into_bytes`](Self::into_bytes) copies what was written and gives it back.
    #[inline]
    pub(crate) fn for_about(bytes: usize) -> Box<Self> {
        let kept = if bytes <= KEPT_BYTES {
            KEPT.try_with(Cell::take).ok().flatten()
        } else {
            None
        };
        kept.unwrap_or_else(|| Self::fresh(bytes.max(KEPT_BYTES)))
    }

    /// A writer for a message of about as many bytes as those of its type had before.
    #[inline(never)]
    pub(crate) fn for_hint(hint: &Hint) -> Box<Self> {
        Self::for_about(hint.capacity())
    }

    #[cold]
    fn fresh(capacity: usize) -> Box<Self> {
        Box::new(Self::with_capacity(capacity))
    }

    /// Gives what was written to `take`, from this thread's buffer if it lies there.
    #[inline]
    pub(crate) fn lend<R>(self: Box<Self>, take: impl FnOnce(Lent<'_>) -> R) -> R {
        if self.buffer.capacity() != KEPT_BYTES {
            return take(Lent::Whole(self.into_bytes()));
        }
        let taken = take(Lent::Short(self.buffer.written()));
        self.give_back();
        taken
    }

    /// Keeps this thread's buffer for the next message.
    #[inline]
    fn give_back(mut self: Box<Self>) {
        if self.buffer.capacity() == KEPT_BYTES {
            self.clear();
            // A thread that is going away keeps nothing.
            let _gone = KEPT.try_with(|kept| kept.set(Some(self)));
        }
    }

    /// Appends what was written to `out`.
    pub(crate) fn append_to(self: Box<Self>, out: &mut BytesMut) {
        out.extend_from_slice(self.written());
        self.give_back();
    }

    /// The bytes.
    #[inline]
    pub(crate) fn into_bytes(self: Box<Self>) -> Bytes {
        if self.buffer.capacity() == KEPT_BYTES {
            return self.lend(|lent| lent.into_bytes());
        }
        (*self).into_own_bytes()
    }

    fn into_own_bytes(self) -> Bytes {
        // A buffer that is mostly free would keep that memory as long as the message lives.
        if self.buffer.free() > self.len().max(128) {
            return Bytes::copy_from_slice(self.buffer.written());
        }
        Bytes::from_owner(self.buffer)
    }

    /// The first error, if there was one; or that there are more bytes than `allowed`.
    #[inline]
    pub(crate) fn check(&self, allowed: usize) -> Result<(), EncodeError> {
        let allowed = allowed.min(MAX_MESSAGE_BYTES);
        if self.error.is_none() && self.len() <= allowed && !self.buffer.is_spoiled() {
            return Ok(());
        }
        Err(self.failure(allowed))
    }

    #[cold]
    fn failure(&self, allowed: usize) -> EncodeError {
        let bytes = self.len();
        let other = if self.buffer.is_spoiled() {
            EncodeError::Changed
        } else {
            EncodeError::TooLarge { bytes, allowed }
        };
        self.error.clone().unwrap_or(other)
    }

    /// Forgets everything but the memory.
    #[inline]
    pub(crate) fn clear(&mut self) {
        self.buffer.clear();
        self.starts.clear();
        self.depth = DEFAULT_DEPTH.saturating_add(1);
        self.error = None;
        self.trusts = false;
    }
}
