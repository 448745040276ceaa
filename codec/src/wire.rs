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

/// Ends never decrease, and the last one is `len`. No branch in the loops, so that they vectorise.
#[inline(always)]
#[allow(clippy::indexing_slicing)] // windows of two have two
pub(crate) fn ends_hold(ends: &[u8], w: u32, len: usize) -> bool {
    tick(ends.len() >> w);
    let mut bad = false;
    match w {
        0 => {
            for p in ends.windows(2) {
                bad |= p[0] > p[1];
            }
        }
        1 => {
            for p in ends.as_chunks::<2>().0.windows(2) {
                bad |= u16::from_le_bytes(p[0]) > u16::from_le_bytes(p[1]);
            }
        }
        _ => {
            for p in ends.as_chunks::<4>().0.windows(2) {
                bad |= u32::from_le_bytes(p[0]) > u32::from_le_bytes(p[1]);
            }
        }
    }
    let count = ends.len() >> w;
    let last = if count == 0 {
        0
    } else {
        end(ends, w, count.wrapping_sub(1))
    };
    !bad && last == len
}
