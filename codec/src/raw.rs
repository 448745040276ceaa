//! The one module with `unsafe`: what the type system cannot see that verification proved.
//!
//! Each function here is safe to call. What it needs is carried by its argument types, whose fields are
//! private to this module: a [`Proven`] range exists only where verification accepted it or the encoder
//! wrote it.
//!
//! It has three parts of its own: `wire`, values as bytes, `buffer`, what is being written, and `spare`, a faster way of
//! writing it.

mod buffer;
mod spare;
mod wire;

pub(crate) use buffer::Buffer;
pub use buffer::Room;
pub(crate) use spare::{Spare, Word};
pub use wire::{Plain, Wire, plain_size};
pub(crate) use wire::{plain_bytes, wire_bytes, wrap, wrap_mut};

use bytes::Bytes;
use std::marker::PhantomData;

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

    /// As bits, the first one lowest, bit `i`. To be called only with `i` below their number.
    #[inline(always)]
    pub(crate) fn bit(self, i: usize) -> bool {
        debug_assert!(i >> 3 < self.0.len(), "a bit that nobody verified");
        // SAFETY: the caller's `i` is below the number of bits, of which each byte has eight.
        // Checked by: `parts_are_where_they_are_said_to_be` and the fuzz target `verify`.
        let byte = *unsafe { self.0.get_unchecked(i >> 3) };
        // As 64 bits, which a machine has an instruction for: of eight it would take the number of the bit apart.
        u64::from(byte) >> (i & 7) & 1 == 1
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

/// All bytes of an `M` that verification accepted, or the encoder wrote. As [`Proven`]: only this crate makes one.
#[derive(Debug)]
pub struct Whole<M>(Bytes, PhantomData<fn(M) -> M>);

impl<M> Whole<M> {
    /// To be called only on such bytes.
    #[inline(always)]
    pub(crate) fn new(bytes: Bytes) -> Self {
        Self(bytes, PhantomData)
    }

    /// The bytes.
    #[inline(always)]
    pub(crate) fn into_bytes(self) -> Bytes {
        self.0
    }
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

    /// Slot `k < all` of a message of whose slots the schema knows `all`, at most 16,383. Most messages are short and have just
    /// those: then a slot is a load or two.
    #[inline(always)]
    pub(crate) fn slot_of(&self, k: usize, all: u16) -> Proven<'a> {
        // Both in one, as they lie in a header.
        if self.count | u16::from(self.width) << 14 != all {
            return self.slot(k);
        }
        let end = |k: usize| self.ends.end(0, k);
        let start = k.checked_sub(1).map_or(0, end);
        let last = k.wrapping_add(1) == usize::from(all);
        let end = if last {
            self.data.bytes().len()
        } else {
            end(k)
        };
        self.data.part(start, end)
    }

    /// The first `N` slots, to be read one after the other.
    #[inline(always)]
    #[allow(clippy::as_conversions)] // see `put_ends`
    pub(crate) fn ranges<const N: usize>(&self) -> Ranges<'a, N> {
        let mut ends = [0; N];
        if self.width == 0 && self.count() == N {
            // As most messages are. There are `N - 1` ends, and behind the last slot is nothing.
            let behind = self.data.bytes().len();
            for (k, end) in ends.iter_mut().enumerate() {
                let last = k.wrapping_add(1) == N;
                *end = if last { behind } else { self.ends.end(0, k) } as u32;
            }
        } else {
            put_any_ends(
                &mut ends,
                self.ends,
                self.data.bytes().len(),
                self.count,
                self.width,
            );
        }
        Ranges {
            ends,
            data: self.data,
        }
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

/// The ends of as many of `count` slots as `out` has room for. What it needs comes by value, so that whoever calls it need not
/// have it in memory.
#[inline(never)]
#[allow(clippy::as_conversions)] // an end has at most 4 bytes on the wire, and the last one is one of them
fn put_any_ends(out: &mut [u32], ends: Proven<'_>, len: usize, count: u16, width: u8) {
    let (ends, len) = (ends.bytes(), len as u32);
    let given = usize::from(count.saturating_sub(1));
    match width {
        0 => put_ends(out, ends.iter().take(given), len, |end| u32::from(*end)),
        1 => put_ends(out, <[u8; 2]>::slice(ends).iter().take(given), len, |end| {
            u16::from_le_bytes(*end).into()
        }),
        _ => put_ends(out, <[u8; 4]>::slice(ends).iter().take(given), len, |end| {
            u32::from_le_bytes(*end)
        }),
    }
}

/// Fills `out` with ends, and with `len` behind the last one.
#[inline(always)]
fn put_ends<'a, W: Wire>(
    out: &mut [u32],
    mut ends: impl Iterator<Item = &'a W>,
    len: u32,
    read: impl Fn(&W) -> u32,
) {
    for out in out {
        *out = ends.next().map_or(len, &read);
    }
}

/// The first slots of such a message, with their ends in one form: how wide they are on the wire, and how many, is looked at
/// once and not for each.
#[derive(Debug)]
pub(crate) struct Ranges<'a, const N: usize> {
    ends: [u32; N],
    data: Proven<'a>,
}

impl<'a, const N: usize> Ranges<'a, N> {
    /// Slot `k`.
    #[inline(always)]
    #[allow(clippy::as_conversions)] // a usize has at least 32 bits where the format is used
    pub(crate) fn slot(&self, k: usize) -> Proven<'a> {
        let end = |k: usize| self.ends.get(k).map_or(0, |end| *end as usize);
        // Both are ends of the message, in their order, or its length.
        self.data.part(k.checked_sub(1).map_or(0, end), end(k))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
        let bits: Vec<usize> = (0..16)
            .filter(|i| Proven::new(&[0x81, 0x40]).bit(*i))
            .collect();
        assert_eq!(bits, [0, 7, 14]);
    }

    #[test]
    fn cuts_are_where_the_ends_say() {
        let data = Proven::new(b"abcdef");
        let parts = |cuts: Cuts<'static>| {
            let one_by_one: Vec<_> = (0..4).map(|k| cuts.slot(k).bytes()).collect();
            let all = cuts.ranges::<4>();
            assert_eq!([0, 1, 2, 3].map(|k| all.slot(k).bytes()), *one_by_one);
            assert_eq!(cuts.ranges::<1>().slot(0).bytes(), one_by_one[0]);
            for (all, wanted) in [(1, 1), (2, 2), (3, 3), (4, 4)] {
                let known = (0..wanted).map(|k| cuts.slot_of(k, all).bytes());
                assert_eq!(known.collect::<Vec<_>>(), one_by_one[..wanted]);
            }
            one_by_one
        };
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
