//! Values as JSON has them, appended to the text: numbers, strings, points and spans of time.

use super::scan;
use crate::scalar::{Duration, Timestamp, date};

/// The two digits of each number below 100.
static PAIRS: [[u8; 2]; 100] = pairs();

#[allow(
    clippy::indexing_slicing,
    clippy::as_conversions,
    clippy::arithmetic_side_effects
)] // known when compiled
const fn pairs() -> [[u8; 2]; 100] {
    let mut pairs = [[0; 2]; 100];
    let mut i = 0;
    while i < 100 {
        pairs[i] = [b'0' + (i / 10) as u8, b'0' + (i % 10) as u8];
        i += 1;
    }
    pairs
}

/// Two digits.
#[inline(always)]
fn pair(n: u64) -> [u8; 2] {
    usize::try_from(n)
        .ok()
        .and_then(|n| PAIRS.get(n))
        .copied()
        .unwrap_or([b'0'; 2])
}

#[inline(always)]
pub(super) fn put_unsigned(out: &mut Vec<u8>, mut n: u64) {
    let mut digits = [0; 20];
    let mut at = digits.len();
    while n >= 100 {
        at = at.wrapping_sub(2);
        if let Some(place) = digits.get_mut(at..).and_then(|d| d.first_chunk_mut()) {
            *place = pair(n % 100);
        }
        n /= 100;
    }
    let [ten, one] = pair(n);
    at = at.wrapping_sub(1);
    if let Some(place) = digits.get_mut(at) {
        *place = one;
    }
    if n >= 10 {
        at = at.wrapping_sub(1);
        if let Some(place) = digits.get_mut(at) {
            *place = ten;
        }
    }
    out.extend_from_slice(digits.get(at..).unwrap_or_default());
}

#[inline(always)]
pub(super) fn put_signed(out: &mut Vec<u8>, n: i64) {
    if n < 0 {
        out.push(b'-');
    }
    put_unsigned(out, n.unsigned_abs());
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
float!(put_f32, f32);
float!(put_f64, f64);

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
    let nanos = u64::from(nanos);
    let mut digits = [b'0'; 10];
    let mut rest = nanos;
    for place in digits.iter_mut().rev() {
        *place = b'0' | u8::try_from(rest % 10).unwrap_or(0);
        rest /= 10;
    }
    digits[0] = b'.';
    let len = if nanos.is_multiple_of(1_000_000) {
        4
    } else if nanos.is_multiple_of(1_000) {
        7
    } else {
        10
    };
    out.extend_from_slice(digits.get(..len).unwrap_or_default());
}

/// `"2026-01-31T09:30:00.250Z"`, with its quotes.
pub(super) fn put_timestamp(out: &mut Vec<u8>, time: Timestamp) {
    let (seconds, nanos) = time.to_seconds_and_nanos();
    let (year, month, day) = date(seconds.div_euclid(86_400));
    let second = seconds.rem_euclid(86_400).unsigned_abs();
    let [year, month, day] = [year, month, day].map(i64::unsigned_abs);
    let ([a, b], [c, d]) = (pair(year / 100), pair(year % 100));
    let ([e, f], [g, h]) = (pair(month), pair(day));
    let [i, j] = pair(second / 3600);
    let [k, l] = pair(second / 60 % 60);
    let [m, n] = pair(second % 60);
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
