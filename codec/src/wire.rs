//! Widths and ends: the few numbers that every layout shares.
//!
//! A width code `w` says how many bytes an end takes: `1 << w`, so 1, 2 or 4. Code 3 is reserved.

use crate::steps::tick;

/// The smallest width code whose ends reach `len`.
#[inline(always)]
pub(crate) const fn width(len: usize) -> u32 {
    if len > 0xFFFF {
        2
    } else if len > 0xFF {
        1
    } else {
        0
    }
}

/// The `k`th end of width code `w`; 0 where the bytes do not hold it.
#[inline(always)]
#[allow(clippy::as_conversions, clippy::arithmetic_side_effects)] // widening; `k << w` is below 2³²
pub(crate) fn end(ends: &[u8], w: u32, k: usize) -> usize {
    let at = k << w;
    match w {
        0 => ends.get(at).map_or(0, |b| usize::from(*b)),
        1 => ends
            .get(at..at + 2)
            .map_or(0, |b| usize::from(u16::from_le_bytes(fixed(b)))),
        _ => ends
            .get(at..at + 4)
            .map_or(0, |b| u32::from_le_bytes(fixed(b)) as usize),
    }
}

/// What `each` gives of `width`, in a copy of its own for each width: the choice is made once, and a loop within makes none.
#[inline(always)]
pub(crate) fn at_width<R>(width: u32, mut each: impl FnMut(u32) -> R) -> R {
    match width {
        0 => each(0),
        1 => each(1),
        _ => each(2),
    }
}

/// Writes the `k`th end of width code `w`. The caller chose `w` so that `value` fits.
#[inline(always)]
#[allow(clippy::as_conversions, clippy::arithmetic_side_effects)] // the truncation is the width's
pub(crate) fn put_end(ends: &mut [u8], w: u32, k: usize, value: usize) {
    let at = k << w;
    match w {
        0 => {
            if let Some(b) = ends.get_mut(at) {
                *b = value as u8;
            }
        }
        1 => {
            if let Some(b) = ends.get_mut(at..at + 2) {
                b.copy_from_slice(&(value as u16).to_le_bytes());
            }
        }
        _ => {
            if let Some(b) = ends.get_mut(at..at + 4) {
                b.copy_from_slice(&(value as u32).to_le_bytes());
            }
        }
    }
}

/// The first `N` bytes, or zeros where there are fewer.
#[inline(always)]
pub(crate) fn fixed<const N: usize>(bytes: &[u8]) -> [u8; N] {
    bytes.first_chunk().copied().unwrap_or([0; N])
}

/// The first `N` bytes, those that are not there being zero.
#[inline(always)]
pub(crate) fn padded<const N: usize>(bytes: &[u8]) -> [u8; N] {
    let mut all = [0; N];
    all.iter_mut().zip(bytes).for_each(|(to, from)| *to = *from);
    all
}

/// Ends never decrease, and the last one is `len`.
#[inline(always)]
pub(crate) fn ends_hold(ends: &[u8], w: u32, len: usize) -> bool {
    tick(ends.len() >> w);
    let bad = match w {
        0 => falls(ends, |a, b| a > b),
        1 => falls(ends.as_chunks::<2>().0, |a, b| {
            u16::from_le_bytes(*a) > u16::from_le_bytes(*b)
        }),
        _ => falls(ends.as_chunks::<4>().0, |a, b| {
            u32::from_le_bytes(*a) > u32::from_le_bytes(*b)
        }),
    };
    let count = ends.len() >> w;
    let last = if count == 0 {
        0
    } else {
        end(ends, w, count.wrapping_sub(1))
    };
    !bad && last == len
}

/// Whether some value is greater than the one behind it. Of many the last ones are looked at in a large piece, too, that overlaps
/// the one before it: how many would be left for a loop over them is what nobody can predict.
#[inline(always)]
fn falls<T>(values: &[T], greater: impl Fn(&T, &T) -> bool + Copy) -> bool {
    let before = values.split_last().map_or(values, |(_, before)| before);
    let behind = values.split_first().map_or(values, |(_, behind)| behind);
    match before.len() {
        0..8 => falls_in::<T, 1>(before, behind, greater),
        8..16 => falls_in::<T, 8>(before, behind, greater),
        _ => falls_in::<T, 16>(before, behind, greater),
    }
}

/// The same of at least `N` pairs.
#[inline(always)]
fn falls_in<T, const N: usize>(
    before: &[T],
    behind: &[T],
    greater: impl Fn(&T, &T) -> bool + Copy,
) -> bool {
    let any = |a: &[T; N], b: &[T; N]| {
        a.iter()
            .zip(b)
            .fold(false, |any, (a, b)| any | greater(a, b))
    };
    let (whole, _) = before.as_chunks::<N>();
    let (others, _) = behind.as_chunks::<N>();
    let many = whole
        .iter()
        .zip(others)
        .fold(false, |bad, (a, b)| bad | any(a, b));
    let last = before.last_chunk::<N>().zip(behind.last_chunk::<N>());
    many | last.is_some_and(|(a, b)| any(a, b))
}
