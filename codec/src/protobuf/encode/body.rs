//! Our encoding, read from its end by a plan.
//!
//! As [`Parts`] has it, but what is read in wide moves has what lies behind it, and a slot what lies before it. The bytes were
//! verified; what is not as verification leaves it reads as empty, and nothing here can fail.

use crate::assemble::position;
use crate::kind::list_head;
use crate::protobuf::native::Parts;
use crate::protobuf::wire::bits;
use crate::view::Shape;
use crate::wire::{end, fixed};

/// A message, or a row of a list.
#[derive(Clone, Copy)]
pub(super) struct Body<'a> {
    /// The scalars, the ends of slots, and all that lies behind them.
    bytes: &'a [u8],
    /// Bytes of scalars.
    scalars: usize,
    /// The ends of slots: those of the last are the heap's.
    width: u32,
    count: usize,
    /// Up to where the last slot ends.
    heap: &'a [u8],
    /// Where in it the first slot begins.
    base: usize,
}

impl<'a> Body<'a> {
    /// What a table was followed to.
    pub(super) fn new(parts: Parts<'a>) -> Self {
        Self {
            bytes: parts.bytes(),
            scalars: parts.scalars.len(),
            width: parts.width(),
            count: parts.count(),
            heap: parts.heap(),
            base: 0,
        }
    }

    /// A message with its header.
    #[inline(always)]
    pub(super) fn message(slot: Slot<'a>) -> Self {
        let start = slot.start();
        let head = match slot.len {
            0 => None,
            _ => slot
                .heap
                .get(start..)
                .unwrap_or_default()
                .split_first_chunk(),
        };
        let (header, bytes) = head.unwrap_or((&[0; 4], &[]));
        let Shape {
            scalars,
            count,
            width,
        } = Shape::read(*header);
        let (scalars, count) = (usize::from(scalars), usize::from(count));
        let base = start.wrapping_add(Shape::BYTES).wrapping_add(scalars);
        Self {
            bytes,
            scalars,
            width: width.into(),
            count,
            heap: slot.up_to,
            base: base.wrapping_add(count << width),
        }
    }

    /// A struct of so many bytes, as the scalars of a message: it begins at `start` of a slot.
    #[inline(always)]
    pub(super) fn structure(slot: Slot<'a>, start: usize, size: usize) -> Self {
        let start = slot.start().wrapping_add(start);
        Self {
            bytes: slot.heap.get(start..).unwrap_or_default(),
            scalars: size,
            width: 0,
            count: 0,
            heap: &[],
            base: 0,
        }
    }

    /// The same for what follows a table.
    pub(super) fn parts(&self) -> Parts<'a> {
        let split = self.bytes.split_at_checked(self.scalars);
        let heap = self.heap.get(self.base..).unwrap_or_default();
        Parts::new(
            split.unwrap_or_default(),
            self.width,
            self.count,
            heap,
            self.bytes,
        )
    }

    /// Its scalars, which reach up to `reach` if all are there. Where they do not, or little lies behind them, the first are
    /// kept in `kept`.
    #[inline(always)]
    pub(super) fn scalars<'w>(
        &self,
        reach: usize,
        kept: &'w mut Option<[u8; WINDOW]>,
    ) -> Scalars<'w>
    where
        'a: 'w,
    {
        let window = match self.bytes.first_chunk() {
            Some(window) if reach <= self.scalars => window,
            _ => kept.insert(first(self.bytes, self.scalars)),
        };
        Scalars {
            window,
            bytes: self.bytes,
            len: self.scalars,
        }
    }

    /// Its slots.
    #[inline(always)]
    pub(super) fn slots(&self) -> Slots<'a> {
        let Self {
            bytes,
            scalars,
            width,
            ..
        } = *self;
        Slots::new(bytes, scalars, width, self.count, self.heap, self.base)
    }
}

/// The first of so many bytes of scalars, and zeros behind them.
#[inline(never)]
fn first(bytes: &[u8], scalars: usize) -> [u8; WINDOW] {
    let mut first = [0; WINDOW];
    let count = scalars.min(WINDOW);
    if let (Some(to), Some(from)) = (first.get_mut(..count), bytes.get(..count)) {
        to.copy_from_slice(from);
    }
    first
}

/// Bytes of scalars that are read without a look at where they end, and of one more number.
const WINDOW: usize = IN_WINDOW + 8;
const IN_WINDOW: usize = 64;

/// The scalars of a message.
#[derive(Clone, Copy)]
pub(super) struct Scalars<'w> {
    /// The first of them; behind them is what no step asks for, or zeros.
    window: &'w [u8; WINDOW],
    /// All of them, and what lies behind.
    bytes: &'w [u8],
    len: usize,
}

impl<'w> Scalars<'w> {
    /// The eight bytes at `at`. Those that lie behind the value, which is zero where the scalars do not reach up to its `end`, are
    /// the caller's to cut off. Verified scalars end where a value does.
    #[inline(always)]
    pub(super) fn number(&self, at: usize, end: usize) -> u64 {
        if at < IN_WINDOW
            && let Some(chunk) = self.window.get(at..at.wrapping_add(8))
        {
            return u64::from_le_bytes(fixed(chunk));
        }
        self.far(at, end)
    }

    #[inline(never)]
    fn far(&self, at: usize, end: usize) -> u64 {
        match self.bytes(at, at.wrapping_add(8)).first_chunk() {
            Some(chunk) => u64::from_le_bytes(*chunk),
            None => bits(self.bytes(at, end)),
        }
    }

    /// The bytes from `at` to `end`; none where the scalars do not reach so far.
    #[inline(always)]
    pub(super) fn bytes(&self, at: usize, end: usize) -> &'w [u8] {
        let end = Some(end).filter(|end| *end <= self.len);
        end.and_then(|end| self.bytes.get(at..end))
            .unwrap_or_default()
    }
}

/// The slots of a message, from the last to the first: where one begins, the one before it ends.
pub(super) struct Slots<'a> {
    /// What holds their ends, and where these begin.
    bytes: &'a [u8],
    ends: usize,
    width: u32,
    /// The bits of four bytes that are an end's.
    mask: u32,
    count: usize,
    heap: &'a [u8],
    base: usize,
    /// The slot that was asked for last, and where it begins.
    last: usize,
    start: usize,
}

/// A slot: the last `len` of these bytes.
#[derive(Clone, Copy)]
pub(super) struct Slot<'a> {
    pub(super) up_to: &'a [u8],
    pub(super) len: usize,
    /// The same, and what lies behind it.
    heap: &'a [u8],
}

impl<'a> Slot<'a> {
    const EMPTY: Self = Self {
        up_to: &[],
        len: 0,
        heap: &[],
    };

    /// The bytes from `start` to `end` of `heap`.
    #[inline(always)]
    fn between(heap: &'a [u8], start: usize, end: usize) -> Self {
        match (heap.get(..end), end.checked_sub(start)) {
            (Some(up_to), Some(len)) => Self { up_to, len, heap },
            _ => Self::EMPTY,
        }
    }

    /// Where it begins.
    #[inline(always)]
    fn start(self) -> usize {
        self.up_to.len().wrapping_sub(self.len)
    }

    /// Its bytes alone.
    #[inline(always)]
    pub(super) fn bytes(self) -> &'a [u8] {
        self.up_to.get(self.start()..).unwrap_or_default()
    }

    /// Its last bytes, so many.
    pub(super) fn last(self, len: usize) -> Self {
        Self {
            len: len.min(self.len),
            ..self
        }
    }

    /// The keys and the values, where it is a map: they lie in it as two slots do in a message.
    #[inline(always)]
    pub(super) fn map_parts(self) -> (Self, Self) {
        let mut slots = Body::message(self).slots();
        let values = slots.slot(1);
        (slots.slot(0), values)
    }
}

impl<'a> Slots<'a> {
    /// So many, whose ends of that width begin at byte `ends` of `bytes`, and whose bytes at `base` of `heap`.
    #[inline(always)]
    fn new(
        bytes: &'a [u8],
        ends: usize,
        width: u32,
        count: usize,
        heap: &'a [u8],
        base: usize,
    ) -> Self {
        Self {
            bytes,
            ends,
            width,
            mask: u32::MAX >> (32u32.wrapping_sub(8 << (width & 3)) & 31),
            count,
            heap,
            base,
            last: count,
            start: heap.len(),
        }
    }

    #[inline(always)]
    fn end(&self, k: usize) -> usize {
        let at = self.ends.wrapping_add(k << self.width);
        let end = match self.bytes.get(at..at.wrapping_add(4)) {
            Some(chunk) => position(u32::from_le_bytes(fixed(chunk)) & self.mask),
            None => end(self.bytes.get(at..).unwrap_or_default(), self.width, 0),
        };
        self.base.wrapping_add(end)
    }

    /// Slot `k`, which is before the one that was asked for last.
    #[inline(always)]
    pub(super) fn slot(&mut self, k: usize) -> Slot<'a> {
        let end = if k.wrapping_add(1) == self.last {
            self.start
        } else if k < self.count {
            self.end(k)
        } else {
            return Slot::EMPTY;
        };
        let start = match k.checked_sub(1) {
            Some(before) => self.end(before),
            None => self.base,
        };
        (self.last, self.start) = (k, start);
        Slot::between(self.heap, start, end)
    }

    /// Slot `k`, which is before the one that was asked for last, and so many before it: `more`, if their ends are read at once,
    /// or none. Then [`after`](Self::after) has to be told how far it went.
    #[inline(always)]
    pub(super) fn run(&mut self, k: usize, more: u16) -> (Run<'a>, u16) {
        let Self {
            width,
            mask,
            heap,
            base,
            ..
        } = *self;
        let known = k.wrapping_add(1) == self.last;
        let behind = self.ends.wrapping_add(k << width);
        let word = { self.bytes.get(..behind) }.and_then(<[u8]>::last_chunk);
        if usize::from(more) < 8usize >> (width & 3)
            && let Some(word) = word
            && (known || k < self.count)
        {
            let end = if known { self.start } else { self.end(k) };
            // Before the first slot's end lies something else.
            let others = u64::MAX.checked_shr(u32::try_from(k << width << 3).unwrap_or(64));
            let ends = u64::from_le_bytes(*word) & !others.unwrap_or(0);
            let run = Run {
                ends,
                width,
                mask,
                heap,
                base,
                end,
            };
            self.last = k.wrapping_sub(more.into());
            return (run, more);
        }
        let slot = self.slot(k);
        let run = Run {
            ends: 0,
            width,
            mask,
            heap,
            base: self.start,
            end: self.start.wrapping_add(slot.len),
        };
        (run, 0)
    }

    /// Goes on before a run, all of which was asked for.
    #[inline(always)]
    pub(super) fn after(&mut self, run: &Run<'a>) {
        self.start = run.end;
    }
}

/// Slots that lie side by side, from the last to the first: their ends were read at once.
pub(super) struct Run<'a> {
    /// The ends of those before the one that is next, the latest at the top.
    ends: u64,
    width: u32,
    mask: u32,
    heap: &'a [u8],
    base: usize,
    /// Where the next one ends.
    end: usize,
}

impl<'a> Run<'a> {
    /// Bytes of the slots that are left, and of all before them.
    #[inline(always)]
    pub(super) fn bytes(&self) -> usize {
        self.end.min(self.heap.len()).saturating_sub(self.base)
    }

    /// The next slot.
    #[inline(always)]
    pub(super) fn slot(&mut self) -> Slot<'a> {
        self.ends = self.ends.rotate_left(8 << (self.width & 3));
        let [a, b, c, d, ..] = self.ends.to_le_bytes();
        let before = u32::from_le_bytes([a, b, c, d]) & self.mask;
        let start = self.base.wrapping_add(position(before));
        let end = std::mem::replace(&mut self.end, start);
        Slot::between(self.heap, start, end)
    }
}

/// The elements of a list of variable size, from the last to the first.
pub(super) struct Elements<'a>(Slots<'a>);

impl<'a> Elements<'a> {
    #[inline(always)]
    pub(super) fn new(slot: Slot<'a>) -> Self {
        let head = list_head(slot.bytes());
        let (count, width, rest) = head.unwrap_or_default();
        let ends = slot.up_to.len().wrapping_sub(rest.len());
        let base = ends.wrapping_add(count << width);
        Self(Slots::new(slot.up_to, ends, width, count, slot.up_to, base))
    }
}

impl<'a> Iterator for Elements<'a> {
    type Item = Slot<'a>;

    #[inline(always)]
    fn next(&mut self) -> Option<Slot<'a>> {
        let k = self.0.last.checked_sub(1)?;
        Some(self.0.slot(k))
    }
}

/// The rows of a list, from the last to the first.
pub(super) struct Rows<'a> {
    shape: Shape,
    /// Bytes of a row.
    stride: usize,
    /// What the rows have on the heap.
    heaps: Slots<'a>,
    /// The rows that are left.
    rows: &'a [u8],
    left: usize,
}

impl<'a> Rows<'a> {
    #[inline(always)]
    pub(super) fn new(slot: Slot<'a>) -> Option<Self> {
        let (left, width, rest) = list_head(slot.bytes())?;
        let (shape, rest) = rest.split_first_chunk::<{ Shape::BYTES }>()?;
        let shape = Shape::read(*shape);
        let stride = shape.stride();
        let bytes = left.checked_mul(stride)?;
        let heap = rest.get(..rest.len().checked_sub(bytes)?)?;
        let count = if shape.count == 0 { 0 } else { left };
        Some(Self {
            shape,
            stride,
            heaps: Slots::new(heap, 0, width, count, heap, count << width),
            // They are the last bytes of the list.
            rows: slot.heap.get(slot.up_to.len().wrapping_sub(bytes)..)?,
            left,
        })
    }
}

impl<'a> Iterator for Rows<'a> {
    type Item = Body<'a>;

    #[inline(always)]
    fn next(&mut self) -> Option<Body<'a>> {
        self.left = self.left.checked_sub(1)?;
        let at = self.left.wrapping_mul(self.stride);
        let heap = self.heaps.slot(self.left);
        Some(Body {
            bytes: self.rows.get(at..).unwrap_or_default(),
            scalars: self.shape.scalars.into(),
            width: self.shape.width.into(),
            count: self.shape.count.into(),
            heap: heap.up_to,
            base: heap.up_to.len().wrapping_sub(heap.len),
        })
    }
}
