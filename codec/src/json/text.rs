//! Values as JSON has them, appended to the text: numbers, strings, points and spans of time.

use super::float::{self, Decimal};
use super::scan;
use crate::assemble::{position, short};
use crate::scalar::{Digits, Duration, Timestamp, date};

/// The eight digits of a number below 100 000 000: the first of them in the lowest byte.
#[inline(always)]
fn eight_digits(n: u64) -> u64 {
    // Halves, of which each lane has one: four digits, two, and one.
    let (high, low) = (n / 10_000, n % 10_000);
    let fours = high | low << 32;
    let high = (fours.wrapping_mul(10_486) >> 20) & 0x0000_007F_0000_007F;
    let twos = high | fours.wrapping_sub(high.wrapping_mul(100)) << 16;
    let high = (twos.wrapping_mul(103) >> 10) & 0x000F_000F_000F_000F;
    high | twos.wrapping_sub(high.wrapping_mul(10)) << 8
}

/// The least number of more than eight digits.
const EIGHT: u64 = 100_000_000;

/// What makes text of them.
const ZEROS: u64 = 0x3030_3030_3030_3030;

/// Eight digits as text.
#[inline(always)]
fn digits_of(n: u64) -> [u8; 8] {
    (eight_digits(n) | ZEROS).to_le_bytes()
}

/// Appends the lowest `len` bytes of a word: all of it, of which the rest is taken back.
#[inline(always)]
fn put_word<const N: usize>(out: &mut Vec<u8>, word: [u8; N], len: usize) {
    let end = out.len().wrapping_add(len);
    out.extend_from_slice(&word);
    out.truncate(end);
}

#[inline(always)]
pub(super) fn put_unsigned(out: &mut Vec<u8>, n: u64) {
    if n < EIGHT {
        return put_few_digits(out, n);
    }
    let (high, low) = (n / EIGHT, n % EIGHT);
    if high < EIGHT {
        put_few_digits(out, high);
    } else {
        put_few_digits(out, high / EIGHT);
        out.extend_from_slice(&digits_of(high % EIGHT));
    }
    out.extend_from_slice(&digits_of(low));
}

/// Appends a number of at most eight digits.
#[inline(always)]
fn put_few_digits(out: &mut Vec<u8>, n: u64) {
    let digits = eight_digits(n);
    // Zeros that lead, but not the last of all.
    let zeros = (digits | 1 << 56).trailing_zeros() >> 3;
    let text = (digits | ZEROS) >> (zeros << 3);
    put_word(out, text.to_le_bytes(), position(8u32.wrapping_sub(zeros)));
}

#[inline(always)]
pub(super) fn put_signed(out: &mut Vec<u8>, n: i64) {
    if n < 0 {
        out.push(b'-');
    }
    put_unsigned(out, n.unsigned_abs());
}

/// Appends a key as it is written, and a comma before it where one belongs there.
#[inline(always)]
pub(super) fn put_key(out: &mut Vec<u8>, key: &[u8], comma: bool) {
    if let Some(word) = word_of_few(key) {
        let (word, len) = match comma {
            true => (word << 8 | u64::from(b','), key.len().wrapping_add(1)),
            false => (word, key.len()),
        };
        return put_word(out, word.to_le_bytes(), len);
    }
    let Some(word) = word_of(key) else {
        if comma {
            out.push(b',');
        }
        return out.extend_from_slice(key);
    };
    let (word, len) = match comma {
        true => (word << 8 | u128::from(b','), key.len().wrapping_add(1)),
        false => (word, key.len()),
    };
    put_word(out, word.to_le_bytes(), len);
}

/// A text of 8 to 15 bytes: its first bytes and its last ones, over what both have.
#[inline(always)]
fn word_of(text: &[u8]) -> Option<u128> {
    let more = text.len().checked_sub(8).filter(|more| *more < 8)?;
    let (first, last) = (text.first_chunk::<8>()?, text.last_chunk::<8>()?);
    let last = u128::from(u64::from_le_bytes(*last)).checked_shl(short(more << 3))?;
    Some(last | u128::from(u64::from_le_bytes(*first)))
}

/// The same of 4 to 7 bytes.
#[inline(always)]
fn word_of_few(text: &[u8]) -> Option<u64> {
    let more = text.len().checked_sub(4).filter(|more| *more < 4)?;
    let (first, last) = (text.first_chunk::<4>()?, text.last_chunk::<4>()?);
    let last = u64::from(u32::from_le_bytes(*last)).checked_shl(short(more << 3))?;
    Some(last | u64::from(u32::from_le_bytes(*first)))
}

/// Appends what has at most some bytes, without a call: its first bytes, then its last ones, over what both have.
#[inline(always)]
pub(super) fn put_short(out: &mut Vec<u8>, text: &[u8]) {
    let end = out.len().wrapping_add(text.len());
    match text.len() {
        8..=16 => put_ends::<8>(out, text, end),
        4..8 => put_ends::<4>(out, text, end),
        _ => out.extend_from_slice(text),
    }
}

#[inline(always)]
fn put_ends<const N: usize>(out: &mut Vec<u8>, text: &[u8], end: usize) {
    if let (Some(first), Some(last)) = (text.first_chunk::<N>(), text.last_chunk::<N>()) {
        out.extend_from_slice(first);
        out.truncate(end.wrapping_sub(N));
        out.extend_from_slice(last);
    }
}

/// The shortest text that is read as the same float.
macro_rules! float {
    ($name:ident, $t:ty) => {
        #[allow(clippy::as_conversions)] // saturates, and is compared with what it was
        #[inline]
        pub(super) fn $name(out: &mut Vec<u8>, value: $t) {
            if value.is_finite() {
                let mut buffer = zmij::Buffer::new();
                let text = buffer.format_finite(value).as_bytes();
                // What is that large is whole, too. `fract` would be a call.
                let whole = value.abs() >= 1e9 || value as i32 as $t == value;
                let text = match whole {
                    true => text.strip_suffix(b".0").unwrap_or(text),
                    false => text,
                };
                put_short(out, text);
            } else if value.is_nan() {
                out.extend_from_slice(b"\"NaN\"");
            } else if value > 0.0 {
                out.extend_from_slice(b"\"Infinity\"");
            } else {
                out.extend_from_slice(b"\"-Infinity\"");
            }
        }
    };
}
float!(put_other_f32, f32);
float!(put_f64, f64);

/// A decimal number, in quotes: so many units of ten to the power of minus `scale`.
pub(super) fn put_scaled(out: &mut Vec<u8>, value: i64, scale: u8) {
    out.push(b'"');
    match Decimal::scaled(value.unsigned_abs(), scale) {
        Some(number) => {
            if value < 0 {
                out.push(b'-');
            }
            put_decimal(out, number);
        }
        None => out.extend_from_slice(Digits::new(value, scale).text()),
    }
    out.push(b'"');
}

/// The same as [`put_other_f32`], where most need no library.
#[inline]
pub(super) fn put_f32(out: &mut Vec<u8>, value: f32) {
    match float::shortest(value) {
        Some(number) => {
            if value.is_sign_negative() {
                out.push(b'-');
            }
            put_decimal(out, number);
        }
        None => put_other_f32(out, value),
    }
}

#[inline(always)]
fn put_decimal(out: &mut Vec<u8>, number: Decimal) {
    let Decimal {
        whole,
        fraction,
        places,
    } = number;
    if places == 0 {
        return put_unsigned(out, whole);
    }
    let (high, low) = (
        eight_digits(fraction / EIGHT),
        eight_digits(fraction % EIGHT),
    );
    let digits = u128::from(low | ZEROS) << 64 | u128::from(high | ZEROS);
    // Of sixteen digits the last, as many as there are places, of which there are eleven at most.
    let digits = digits >> (short(16usize.wrapping_sub(places) << 3) & 127);
    let text = digits << 8 | u128::from(b'.');
    if whole < 10 {
        let text = text << 8 | u128::from(b'0') | u128::from(whole);
        return put_word(out, text.to_le_bytes(), places.wrapping_add(2));
    }
    put_unsigned(out, whole);
    put_word(out, text.to_le_bytes(), places.wrapping_add(1));
}

/// A string, in quotes.
#[inline(always)]
pub(crate) fn put_string(out: &mut Vec<u8>, text: &[u8]) {
    out.reserve(text.len().saturating_add(2));
    out.push(b'"');
    let end = scan::plain_text(text);
    if end == text.len() {
        out.extend_from_slice(text);
    } else {
        put_escaped(out, text, end);
    }
    out.push(b'"');
}

#[cold]
fn put_escaped(out: &mut Vec<u8>, text: &[u8], mut end: usize) {
    let mut at = 0;
    loop {
        out.extend_from_slice(text.get(at..end).unwrap_or_default());
        let Some(byte) = text.get(end) else {
            return;
        };
        match byte {
            b'"' => out.extend_from_slice(b"\\\""),
            b'\\' => out.extend_from_slice(b"\\\\"),
            b'\n' => out.extend_from_slice(b"\\n"),
            b'\r' => out.extend_from_slice(b"\\r"),
            b'\t' => out.extend_from_slice(b"\\t"),
            0x08 => out.extend_from_slice(b"\\b"),
            0x0C => out.extend_from_slice(b"\\f"),
            other => {
                out.extend_from_slice(b"\\u00");
                let digit = |n: u8| {
                    if n < 10 {
                        b'0' | n
                    } else {
                        n.wrapping_add(b'a' - 10)
                    }
                };
                out.extend_from_slice(&[digit(other >> 4), digit(other & 15)]);
            }
        }
        at = end.saturating_add(1);
        end = scan::plain(text, at);
    }
}

/// A fraction of a second: nothing, or 3, 6 or 9 digits.
fn put_fraction(out: &mut Vec<u8>, nanos: u32) {
    if nanos == 0 {
        return;
    }
    let (eight, ninth) = (eight_digits(u64::from(nanos / 10)), nanos % 10);
    let len = if nanos.is_multiple_of(1_000_000) {
        4
    } else if nanos.is_multiple_of(1_000) {
        7
    } else {
        10
    };
    let digits = u128::from(eight | ZEROS) << 8 | u128::from(ninth) << 72 | 0x30 << 72;
    put_word(out, (digits | u128::from(b'.')).to_le_bytes(), len);
}

/// `"2026-01-31T09:30:00.250Z"`, with its quotes.
pub(super) fn put_timestamp(out: &mut Vec<u8>, time: Timestamp) {
    let (seconds, nanos) = time.to_seconds_and_nanos();
    let (year, month, day) = date(seconds.div_euclid(86_400));
    let second = seconds.rem_euclid(86_400).unsigned_abs();
    let [year, month, day] = [year, month, day].map(i64::unsigned_abs);
    // Years of a time in 64 bits of nanoseconds have four digits.
    let day = digits_of(
        year.wrapping_mul(10_000)
            .wrapping_add(month.wrapping_mul(100))
            .wrapping_add(day),
    );
    let (hours, minutes, seconds) = (second / 3600, second / 60 % 60, second % 60);
    let time = digits_of(
        hours
            .wrapping_mul(10_000)
            .wrapping_add(minutes.wrapping_mul(100))
            .wrapping_add(seconds),
    );
    let [a, b, c, d, e, f, g, h] = day;
    let [_, _, i, j, k, l, m, n] = time;
    out.extend_from_slice(&[
        b'"', a, b, c, d, b'-', e, f, b'-', g, h, b'T', i, j, b':', k, l, b':', m, n,
    ]);
    put_fraction(out, nanos.unsigned_abs());
    out.extend_from_slice(b"Z\"");
}

/// `"-1.500s"`, with its quotes.
pub(super) fn put_duration(out: &mut Vec<u8>, span: Duration) {
    let (seconds, nanos) = span.to_seconds_and_nanos();
    out.extend_from_slice(if span.0 < 0 { b"\"-" } else { b"\"" });
    put_unsigned(out, seconds.unsigned_abs());
    put_fraction(out, nanos.unsigned_abs());
    out.extend_from_slice(b"s\"");
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(put: impl FnOnce(&mut Vec<u8>)) -> String {
        let mut out = Vec::new();
        put(&mut out);
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn whole_numbers_are_as_the_standard_library_has_them() {
        let powers = (0..20).map(|power| 10u64.pow(power));
        let near = powers.flat_map(|n| [n - 1, n, n + 1, n.wrapping_mul(7)]);
        for n in near.chain([u64::MAX, u64::MAX - 1, 1 << 63]) {
            assert_eq!(text(|out| put_unsigned(out, n)), n.to_string());
            let n = n.cast_signed();
            assert_eq!(text(|out| put_signed(out, n)), n.to_string());
        }
    }

    #[test]
    fn floats_are_short_and_come_back() {
        for (value, expected) in [
            (0.0, "0"),
            (-0.0, "-0"),
            (1.0, "1"),
            (-2.5, "-2.5"),
            (0.1, "0.1"),
            (f64::NAN, "\"NaN\""),
            (f64::INFINITY, "\"Infinity\""),
            (f64::NEG_INFINITY, "\"-Infinity\""),
        ] {
            assert_eq!(text(|out| put_f64(out, value)), expected);
        }
        for value in [
            f64::MAX,
            f64::MIN_POSITIVE,
            5e-324,
            1e21,
            1e16,
            123_456_789_012_345_680.0,
        ] {
            let text = text(|out| put_f64(out, value));
            assert_eq!(text.parse(), Ok(value), "{text}");
            assert!(text.len() < 26, "{text}");
        }
        assert_eq!(text(|out| put_f32(out, 0.1)), "0.1");
        for value in [f32::MAX, f32::MIN_POSITIVE, 1e-45, 16_777_216.0] {
            assert_eq!(text(|out| put_f32(out, value)).parse(), Ok(value));
        }
    }

    #[test]
    fn texts_of_every_length_are_appended() {
        let source: Vec<u8> = (0..40).collect();
        for len in 0..source.len() {
            let mut out = b"before".to_vec();
            put_short(&mut out, &source[..len]);
            assert_eq!(out, [b"before", &source[..len]].concat());
        }
    }

    #[test]
    fn keys_of_every_length_are_appended_with_their_comma() {
        let source: Vec<u8> = (0..40).collect();
        for len in 0..source.len() {
            for (comma, before) in [(false, &b"{"[..]), (true, b"{,")] {
                let mut out = b"{".to_vec();
                put_key(&mut out, &source[..len], comma);
                assert_eq!(out, [before, &source[..len]].concat());
            }
        }
    }

    #[test]
    fn decimals_are_as_their_type_prints_them() {
        for scale in [0, 1, 2, 4, 9, 11, 12, 18, 30] {
            for value in [
                0,
                1,
                10,
                99,
                100,
                12_500,
                -1,
                -12_500,
                123_456_789_000,
                i64::MAX,
                i64::MIN,
            ] {
                let expected = Digits::new(value, scale);
                assert_eq!(
                    text(|out| put_scaled(out, value, scale)).as_bytes(),
                    [b"\"", expected.text(), b"\""].concat()
                );
            }
        }
    }

    #[test]
    fn strings_are_escaped_where_they_must_be() {
        assert_eq!(text(|out| put_string(out, b"")), "\"\"");
        assert_eq!(
            text(|out| put_string(out, "é\u{7F}/".as_bytes())),
            "\"é\u{7F}/\""
        );
        assert_eq!(
            text(|out| put_string(out, b"a\"b\\c\n\r\t\x08\x0C\x00\x1Fz, and a tail without")),
            r#""a\"b\\c\n\r\t\b\f\u0000\u001fz, and a tail without""#
        );
    }

    #[test]
    fn times_are_as_their_types_print_them() {
        let nanos = [
            0,
            1,
            -1,
            999,
            1_000,
            1_500_000,
            1_500_000_000,
            -250_000_000,
            i64::MIN,
            i64::MAX,
        ];
        for n in nanos
            .into_iter()
            .chain((0..99).map(|i| i * 93_000_000_000_000_007))
        {
            assert_eq!(
                text(|out| put_timestamp(out, Timestamp(n))),
                format!("\"{}\"", Timestamp(n))
            );
            assert_eq!(
                text(|out| put_duration(out, Duration(n))),
                format!("\"{}\"", Duration(n))
            );
        }
    }
}
