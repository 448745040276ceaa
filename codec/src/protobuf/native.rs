//! Our encoding, read by table: what views do by type.
//!
//! The bytes were verified. What is not as verification leaves it reads as empty, and nothing here can fail.

use crate::kind::{cut, list_head, split_ends, split_union};
use crate::table::{Tables, Ty};
use crate::view::Shape;
use crate::wire;

/// A message, or a row of a list.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Parts<'a> {
    pub(crate) scalars: &'a [u8],
    ends: &'a [u8],
    width: u32,
    count: usize,
    heap: &'a [u8],
    bytes: &'a [u8],
}

impl<'a> Parts<'a> {
    /// A message with its header.
    #[inline(always)]
    pub(crate) fn message(range: &'a [u8]) -> Self {
        let Some((header, bytes)) = range.split_first_chunk::<{ Shape::BYTES }>() else {
            return Self::EMPTY;
        };
        let shape = Shape::read(*header);
        let (scalars, rest) = bytes
            .split_at_checked(usize::from(shape.scalars))
            .unwrap_or_default();
        let (count, width) = (usize::from(shape.count), u32::from(shape.width));
        let (ends, heap) = rest.split_at_checked(count << width).unwrap_or_default();
        Self {
            scalars,
            ends,
            width,
            count,
            heap,
            bytes,
        }
    }

    /// The same bytes, looked at in another way.
    pub(super) fn new(
        (scalars, ends): (&'a [u8], &'a [u8]),
        width: u32,
        count: usize,
        heap: &'a [u8],
        bytes: &'a [u8],
    ) -> Self {
        Self {
            scalars,
            ends,
            width,
            count,
            heap,
            bytes,
        }
    }

    const EMPTY: Self = Self {
        scalars: &[],
        ends: &[],
        width: 0,
        count: 0,
        heap: &[],
        bytes: &[],
    };

    /// Its slots, one after the other.
    pub(super) fn heap(&self) -> &'a [u8] {
        self.heap
    }

    /// Its scalars, the ends of its slots, and what lies behind them.
    pub(super) fn bytes(&self) -> &'a [u8] {
        self.bytes
    }

    /// How wide the ends are.
    pub(super) fn width(&self) -> u32 {
        self.width
    }

    /// How many slots it has.
    pub(crate) fn count(&self) -> usize {
        self.count
    }

    /// The bytes that say where slots end.
    pub(crate) fn ends(&self) -> &'a [u8] {
        self.ends
    }

    /// Slot `k`.
    #[inline(always)]
    pub(crate) fn slot(&self, k: usize) -> &'a [u8] {
        if k >= self.count {
            return &[];
        }
        let start = k
            .checked_sub(1)
            .map_or(0, |before| wire::end(self.ends, self.width, before));
        let last = k.wrapping_add(1) == self.count;
        let end = if last {
            self.heap.len()
        } else {
            wire::end(self.ends, self.width, k)
        };
        self.heap.get(start..end).unwrap_or_default()
    }
}

/// A list.
#[derive(Debug, Clone, Copy)]
pub(crate) enum List<'a> {
    Empty,
    Bits {
        bytes: &'a [u8],
        count: usize,
    },
    Packed {
        bytes: &'a [u8],
        size: usize,
    },
    Items {
        data: &'a [u8],
        ends: &'a [u8],
        width: u32,
        count: usize,
    },
    Rows {
        shape: Shape,
        count: usize,
        width: u32,
        ends: &'a [u8],
        heap: &'a [u8],
        rows: &'a [u8],
    },
}

/// An element of a list.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Element<'a> {
    Bit(bool),
    Range(&'a [u8]),
    Row(Parts<'a>),
}

impl<'a> List<'a> {
    #[inline(always)]
    pub(crate) fn new<'s>(schema: &'s Tables<'s>, element: Ty<'s>, range: &'a [u8]) -> Self {
        if range.is_empty() {
            return Self::Empty;
        }
        match element {
            Ty::Bool => Self::bits(range),
            Ty::Message(_) => Self::rows(range).unwrap_or(Self::Empty),
            _ => match schema.fixed_size(element) {
                Some(size) => Self::Packed { bytes: range, size },
                None => Self::items(range).unwrap_or(Self::Empty),
            },
        }
    }

    fn bits(bytes: &'a [u8]) -> Self {
        let Some((last, whole)) = bytes.split_last() else {
            return Self::Empty;
        };
        let top = usize::try_from(last.checked_ilog2().unwrap_or(0)).unwrap_or(0);
        Self::Bits {
            bytes,
            count: whole.len().saturating_mul(8).saturating_add(top),
        }
    }

    fn items(range: &'a [u8]) -> Option<Self> {
        let (count, width, rest) = list_head(range)?;
        let (ends, data) = split_ends(rest, count, width)?;
        Some(Self::Items {
            data,
            ends,
            width,
            count,
        })
    }

    #[inline(always)]
    pub(super) fn rows(range: &'a [u8]) -> Option<Self> {
        let (count, width, rest) = list_head(range)?;
        let (shape, rest) = rest.split_first_chunk::<{ Shape::BYTES }>()?;
        let shape = Shape::read(*shape);
        let (ends, rest) = split_ends(rest, if shape.count == 0 { 0 } else { count }, width)?;
        let heap = rest.len().checked_sub(count.checked_mul(shape.stride())?)?;
        let (heap, rows) = rest.split_at_checked(heap)?;
        Some(Self::Rows {
            shape,
            count,
            width,
            ends,
            heap,
            rows,
        })
    }

    #[inline(always)]
    pub(crate) fn len(&self) -> usize {
        match *self {
            Self::Empty => 0,
            Self::Packed { bytes, size } => bytes.len().checked_div(size).unwrap_or(0),
            Self::Bits { count, .. } | Self::Items { count, .. } | Self::Rows { count, .. } => {
                count
            }
        }
    }

    #[inline(always)]
    pub(crate) fn get(&self, i: usize) -> Element<'a> {
        match *self {
            Self::Empty => Element::Range(&[]),
            Self::Bits { bytes, .. } => {
                Element::Bit(bytes.get(i >> 3).is_some_and(|b| b >> (i & 7) & 1 == 1))
            }
            Self::Packed { bytes, size } => {
                let at = i.wrapping_mul(size);
                Element::Range(bytes.get(at..at.wrapping_add(size)).unwrap_or_default())
            }
            Self::Items {
                data, ends, width, ..
            } => Element::Range(cut(data, ends, width, i)),
            Self::Rows {
                shape,
                width,
                ends,
                heap,
                rows,
                ..
            } => {
                let at = i.wrapping_mul(shape.stride());
                let bytes = rows.get(at..).unwrap_or_default();
                let row = bytes.get(..shape.stride()).unwrap_or_default();
                let (scalars, row_ends) = row
                    .split_at_checked(usize::from(shape.scalars))
                    .unwrap_or_default();
                let heap = if shape.count == 0 {
                    &[]
                } else {
                    cut(heap, ends, width, i)
                };
                Element::Row(Parts {
                    scalars,
                    ends: row_ends,
                    width: u32::from(shape.width),
                    count: usize::from(shape.count),
                    heap,
                    bytes,
                })
            }
        }
    }
}

/// A union's ordinal and payload.
#[inline(always)]
pub(crate) fn union(range: &[u8]) -> Option<(u16, &[u8])> {
    split_union(range)
}
