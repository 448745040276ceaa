//! Is it all ASCII, is it UTF-8? The first is asked of every string, so it has to cost next to nothing.

use crate::steps::tick;

const HIGH: u64 = 0x8080_8080_8080_8080;
/// Up to so many bytes are looked at in place. Of more, the standard library's way costs less.
const IN_PLACE: usize = 128;

/// Whether every byte is below 0x80.
#[inline(always)]
pub(crate) fn is_ascii(bytes: &[u8]) -> bool {
    // A program asks in many places.
    #[inline(never)]
    fn outlined(bytes: &[u8]) -> bool {
        is_long_ascii(bytes)
    }
    match is_short_ascii(bytes) {
        Some(ascii) => ascii,
        None => outlined(bytes),
    }
}

/// The same without a call: for who asks in one place.
#[inline(always)]
pub(crate) fn is_ascii_here(bytes: &[u8]) -> bool {
    match is_short_ascii(bytes) {
        Some(ascii) => ascii,
        None => is_long_ascii(bytes),
    }
}

/// Of up to 16 bytes.
#[inline(always)]
fn is_short_ascii(bytes: &[u8]) -> Option<bool> {
    tick(bytes.len());
    Some(match bytes.len() {
        0..4 => few(bytes) < 0x80,
        4..8 => both(bytes, |b: &[u8; 4]| u64::from(u32::from_le_bytes(*b))) & HIGH == 0,
        8..=16 => both(bytes, |b: &[u8; 8]| u64::from_le_bytes(*b)) & HIGH == 0,
        _ => return None,
    })
}

/// The bits of up to three bytes: the first, the last, and the one between.
#[inline(always)]
fn few(bytes: &[u8]) -> u8 {
    let at = |i: usize| bytes.get(i).copied().unwrap_or_default();
    at(0) | at(bytes.len() >> 1) | at(bytes.len().wrapping_sub(1))
}

/// Of more than 16 bytes.
#[inline(always)]
fn is_long_ascii(bytes: &[u8]) -> bool {
    match bytes.len() {
        0..=IN_PLACE => {
            let (chunks, _) = bytes.as_chunks::<16>();
            let wide = chunks
                .iter()
                .fold(0, |any, b| any | u128::from_le_bytes(*b));
            let last = bytes
                .last_chunk::<16>()
                .map_or(0, |b| u128::from_le_bytes(*b));
            (wide | last) & (u128::from_le_bytes([0x80; 16])) == 0
        }
        _ => bytes.is_ascii(),
    }
}

/// The first byte that is not below 0x80.
pub(crate) fn first_wide(bytes: &[u8]) -> Option<usize> {
    const LARGE: usize = 1024;
    const SMALL: usize = 64;
    if bytes.len() <= IN_PLACE && is_ascii_here(bytes) {
        return None;
    }
    // From large pieces to small ones: most are ASCII, and the fewer they are the faster that is seen.
    let large = bytes.chunks(LARGE).position(|piece| !piece.is_ascii());
    let mut at = large?.saturating_mul(LARGE);
    tick(at.saturating_add(LARGE).min(bytes.len()));
    let rest = bytes.get(at..)?;
    let small = rest.chunks(SMALL).position(|piece| !is_ascii(piece))?;
    at = at.saturating_add(small.saturating_mul(SMALL));
    let (words, rest) = bytes.get(at..)?.as_chunks::<8>();
    let word = words
        .iter()
        .position(|word| u64::from_le_bytes(*word) & HIGH != 0);
    let (before, rest) = match word {
        Some(i) => (i << 3, words.get(i)?.as_slice()),
        None => (words.len() << 3, rest),
    };
    let wide = rest.iter().position(|byte| *byte >= 0x80)?;
    Some(at.saturating_add(before).saturating_add(wide))
}

/// Whether bytes are UTF-8.
#[inline(always)]
pub(crate) fn is_utf8(bytes: &[u8]) -> bool {
    tick(bytes.len());
    std::str::from_utf8(bytes).is_ok()
}

/// The first and the last `N` bytes, or-ed; they overlap.
#[inline(always)]
fn both<const N: usize>(bytes: &[u8], load: impl Fn(&[u8; N]) -> u64) -> u64 {
    bytes.first_chunk().map_or(HIGH, &load) | bytes.last_chunk().map_or(HIGH, &load)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_wide_byte_is_found_wherever_it_is() {
        for len in [0, 1, 63, 64, 65, 128, 129, 200, 1023, 1024, 1025, 2500] {
            let mut bytes = vec![0x7F; len];
            assert_eq!(first_wide(&bytes), None, "{len}");
            for at in (0..len).rev() {
                bytes[at] = 0xC3;
                assert_eq!(first_wide(&bytes), Some(at), "of {len}");
            }
        }
    }

    #[test]
    fn agrees_with_the_standard_library_at_every_length_and_place() {
        for len in 0..300 {
            let mut bytes = vec![0x7F; len];
            assert!(is_ascii(&bytes), "{len}");
            for at in 0..len {
                bytes[at] = 0x80;
                assert!(!is_ascii(&bytes), "{at} of {len}");
                bytes[at] = 0x7F;
            }
        }
    }
}
