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
            _ => kept.insert(self.first()),
        };
        Scalars {
            window,
            all: self.bytes.get(..self.scalars).unwrap_or_default(),
        }
    }

    /// The first of its scalars, and zeros behind them.
    #[inline(never)]
    fn first(&self) -> [u8; WINDOW] {
        let mut first = [0; WINDOW];
        let count = self.scalars.min(WINDOW);
        if let (Some(to), Some(from)) = (first.get_mut(..count), self.bytes.get(..count)) {
            to.copy_from_slice(from);
        }
        first
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

/// Bytes of scalars that are read without a look at where they end, and of one more number.
const WINDOW: usize = IN_WINDOW + 8;
const IN_WINDOW: usize = 64;

/// The scalars of a message.
#[derive(Clone, Copy)]
pub(super) struct Scalars<'w> {
    /// The first of them; behind them is what no step asks for, or zeros.
    window: &'w [u8; WINDOW],
    all: &'w [u8],
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
        match self.all.get(at..).and_then(|rest| rest.first_chunk()) {
            Some(chunk) => u64::from_le_bytes(*chunk),
            None => bits(self.all.get(at..end).unwrap_or_default()),
        }
    }

    /// Whether a bit of a byte is set.
    #[inline(always)]
    pub(super) fn flag(&self, (byte, mask): (u16, u8)) -> bool {
        let at = usize::from(byte);
        self.number(at, at.wrapping_add(1)) & u64::from(mask) != 0
    }

    /// The bytes from `at` to `end`; none where the scalars do not reach so far.
    #[inline(always)]
    pub(super) fn bytes(&self, at: usize, end: usize) -> &'w [u8] {
        self.all.get(at..end).unwrap_or_default()
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
        match (self.heap.get(..end), end.checked_sub(start)) {
            (Some(up_to), Some(len)) => Slot {
                up_to,
                len,
                heap: self.heap,
            },
            _ => Slot::EMPTY,
        }
    }
}

/// The elements of a list of variable size, from the last to the first.
pub(super) struct Elements<'a>(Slots<'a>);

impl<'a> Elements<'a> {
    #[inline(always)]
    pub(super) fn new(range: &'a [u8]) -> Self {
        let (count, width, rest) = list_head(range).unwrap_or_default();
        let heap = count << width;
        Self(Slots::new(rest, 0, width, count, rest, heap))
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
