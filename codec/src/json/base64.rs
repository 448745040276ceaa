//! Base64 (RFC 4648): written in the standard alphabet with padding, read in both alphabets with or without.

use crate::steps::tick;

const LETTERS: [u8; 64] = *b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// What is no letter.
const NONE: u8 = 0xFF;

static VALUES: [u8; 256] = values();

#[allow(
    clippy::indexing_slicing,
    clippy::as_conversions,
    clippy::arithmetic_side_effects
)] // known when compiled
const fn values() -> [u8; 256] {
    let mut values = [NONE; 256];
    let mut i = 0;
    while i < 64 {
        values[LETTERS[i] as usize] = i as u8;
        i += 1;
    }
    values[b'-' as usize] = 62;
    values[b'_' as usize] = 63;
    values
}

fn letter(bits: u32) -> u8 {
    let index = usize::try_from(bits & 63).unwrap_or(0);
    LETTERS.get(index).copied().unwrap_or(b'A')
}

/// Appends the text of `bytes`.
pub(super) fn put(out: &mut Vec<u8>, bytes: &[u8]) {
    let (triples, rest) = bytes.as_chunks::<3>();
    out.reserve(triples.len().saturating_add(1) << 2);
    for [a, b, c] in triples {
        let bits = u32::from_be_bytes([0, *a, *b, *c]);
        out.extend_from_slice(&[
            letter(bits >> 18),
            letter(bits >> 12),
            letter(bits >> 6),
            letter(bits),
        ]);
    }
    match rest {
        [a] => {
            let bits = u32::from(*a) << 4;
            out.extend_from_slice(&[letter(bits >> 6), letter(bits), b'=', b'=']);
        }
        [a, b] => {
            let bits = u32::from_be_bytes([0, 0, *a, *b]) << 2;
            out.extend_from_slice(&[letter(bits >> 12), letter(bits >> 6), letter(bits), b'=']);
        }
        _ => {}
    }
}

/// The letters of a text without its padding, and how many bytes they say.
pub(super) fn measure(text: &[u8]) -> Option<(&[u8], usize)> {
    let letters = match text {
        [rest @ .., b'=', b'='] | [rest @ .., b'='] => rest,
        rest => rest,
    };
    let padded = letters.len() != text.len();
    if padded && text.len() & 3 != 0 || letters.len() & 3 == 1 {
        return None;
    }
    let bytes = (letters.len() >> 2)
        .saturating_mul(3)
        .saturating_add((letters.len() & 3).saturating_sub(1) & 3);
    let bytes = if letters.len() & 3 == 0 {
        (letters.len() >> 2).saturating_mul(3)
    } else {
        bytes
    };
    Some((letters, bytes))
}

fn value(letter: u8) -> u8 {
    VALUES.get(usize::from(letter)).copied().unwrap_or(NONE)
}

/// Fills `out`, which is as long as [`measure`] said, from its letters.
pub(super) fn fill(letters: &[u8], out: &mut [u8]) -> Option<()> {
    tick(letters.len());
    let (fours, rest) = letters.as_chunks::<4>();
    let (triples, last) = out.as_chunks_mut::<3>();
    let mut any = 0;
    for (four, triple) in fours.iter().zip(triples) {
        let [a, b, c, d] = four.map(value);
        any |= a | b | c | d;
        let bits = u32::from(a) << 18 | u32::from(b) << 12 | u32::from(c) << 6 | u32::from(d);
        let [_, x, y, z] = bits.to_be_bytes();
        *triple = [x, y, z];
    }
    match (rest, last) {
        ([], []) => {}
        ([a, b], [x]) => {
            let (a, b) = (value(*a), value(*b));
            any |= a | b;
            *x = a << 2 | b >> 4;
        }
        ([a, b, c], [x, y]) => {
            let (a, b, c) = (value(*a), value(*b), value(*c));
            any |= a | b | c;
            *x = a << 2 | b >> 4;
            *y = b << 4 | c >> 2;
        }
        _ => return None,
    }
    // No value of a letter has the high bit.
    (any & 0x80 == 0).then_some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<Vec<u8>> {
        let (letters, len) = measure(text.as_bytes())?;
        let mut out = vec![0; len];
        fill(letters, &mut out)?;
        Some(out)
    }

    #[test]
    fn bytes_come_back_from_either_alphabet_with_or_without_padding() {
        for len in 0..70u8 {
            let bytes: Vec<u8> = (0..len).map(|i| i.wrapping_mul(151) ^ len).collect();
            let mut text = Vec::new();
            put(&mut text, &bytes);
            let text = String::from_utf8(text).unwrap();
            assert_eq!(text.len() % 4, 0);
            let bare = text.trim_end_matches('=');
            for text in [text.clone(), bare.to_owned()] {
                assert_eq!(read(&text), Some(bytes.clone()), "{text}");
                let safe = text.replace('+', "-").replace('/', "_");
                assert_eq!(read(&safe), Some(bytes.clone()), "{safe}");
            }
        }
        let mut text = Vec::new();
        put(&mut text, b"foobar\xFF\xFE");
        assert_eq!(text, b"Zm9vYmFy//4=");
    }

    #[test]
    fn what_is_no_base64_is_refused() {
        for text in [
            "A", "AA=", "A===", "=", "==", "AAA==", "AAAA=", "AA==AA==", "AA A", "AAA!", "AAAé",
            "AA\n=", "A=AA",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
