//! Numbers from their text: whole ones exactly, whatever their notation; floats to the nearest.

use super::scan;
use crate::assemble::short;
use crate::steps::tick;
use crate::table::Ty;

/// What a number's text says as a whole number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Whole {
    Is {
        negative: bool,
        magnitude: u64,
    },
    /// It has a fraction that is not zero.
    Fraction,
    /// It has more than 64 bits.
    Large,
}

/// A number's text, and what follows it in the input: so eight bytes of it are read at once wherever it ends.
#[derive(Clone, Copy)]
pub(super) struct Text<'a> {
    rest: &'a [u8],
    len: usize,
}

impl<'a> Text<'a> {
    /// The first `len` bytes of `rest`.
    #[inline(always)]
    pub(super) fn new(rest: &'a [u8], len: usize) -> Self {
        Self {
            rest,
            len: len.min(rest.len()),
        }
    }

    #[inline(always)]
    fn bytes(self) -> &'a [u8] {
        self.rest.get(..self.len).unwrap_or_default()
    }

    /// Whether it is digits, with a sign maybe, as an integer is written without more.
    #[inline(always)]
    pub(super) fn is_plain(self) -> bool {
        let (_, digits) = self.unsigned();
        let leads = digits.rest.first() == Some(&b'0');
        (!leads || digits.len == 1) && digits.len > 0 && scan::digits(digits.rest, 0) >= digits.len
    }

    /// Whether it has a sign, and what is behind it.
    #[inline(always)]
    fn unsigned(self) -> (bool, Self) {
        match self.rest {
            [b'-', rest @ ..] if self.len > 0 => (true, Self::new(rest, self.len.wrapping_sub(1))),
            _ => (false, self),
        }
    }
}

impl<'a> From<&'a [u8]> for Text<'a> {
    fn from(text: &'a [u8]) -> Self {
        Self::new(text, text.len())
    }
}

/// The number that eight digits say, the first of them in the lowest byte. Bytes that are zero are zeros.
#[inline(always)]
fn eight_digits(word: u64) -> u64 {
    // Neighbours together, twice as wide each time: ten, a hundred and ten thousand times the one before.
    let word = word & 0x0F0F_0F0F_0F0F_0F0F;
    let word = word.wrapping_mul(10 << 8 | 1) >> 8;
    let word = (word & 0x00FF_00FF_00FF_00FF).wrapping_mul(100 << 16 | 1) >> 16;
    (word & 0x0000_FFFF_0000_FFFF).wrapping_mul(10_000 << 32 | 1) >> 32
}

/// The number that up to 19 digits say.
#[inline(always)]
fn digits(text: Text) -> u64 {
    let (mut rest, mut len, mut n) = (text.rest, text.len, 0u64);
    while let Some((word, behind)) = rest.split_first_chunk::<8>() {
        let word = u64::from_le_bytes(*word);
        if len <= 8 {
            let Some(power) = POWERS_OF_TEN.get(len) else {
                break;
            };
            // Zeros before them, and nothing behind.
            let word = word.checked_shl(64u32.wrapping_sub(short(len << 3)));
            return n
                .wrapping_mul(*power)
                .wrapping_add(eight_digits(word.unwrap_or(0)));
        }
        n = n.wrapping_mul(100_000_000).wrapping_add(eight_digits(word));
        (rest, len) = (behind, len.wrapping_sub(8));
    }
    let digits = rest.get(..len).unwrap_or_default();
    digits
        .iter()
        .fold(n, |n, c| n.wrapping_mul(10).wrapping_add(u64::from(c & 15)))
}

/// The powers of ten by which a number grows for so many digits more.
pub(super) const POWERS_OF_TEN: [u64; 16] = [
    1,
    10,
    100,
    1_000,
    10_000,
    100_000,
    1_000_000,
    10_000_000,
    100_000_000,
    1_000_000_000,
    10_000_000_000,
    100_000_000_000,
    1_000_000_000_000,
    10_000_000_000_000,
    100_000_000_000_000,
    1_000_000_000_000_000,
];

/// The whole number that a JSON number says which has neither fraction nor exponent.
#[inline(always)]
pub(super) fn plain(text: Text) -> Whole {
    let (negative, text) = text.unsigned();
    tick(text.len);
    if text.len < 20 {
        // Nineteen digits always fit.
        let magnitude = digits(text);
        return Whole::Is {
            negative,
            magnitude,
        };
    }
    let magnitude = text.bytes().iter().try_fold(0u64, |n, c| {
        n.checked_mul(10)?.checked_add(u64::from(c & 15))
    });
    magnitude.map_or(Whole::Large, |magnitude| Whole::Is {
        negative,
        magnitude,
    })
}

/// The same of any JSON number: `1.0` and `25e1` are whole.
#[cold]
pub(super) fn exact(text: &[u8]) -> Whole {
    tick(text.len());
    let (negative, text) = match text {
        [b'-', rest @ ..] => (true, rest),
        rest => (false, rest),
    };
    let at = |c: fn(&u8) -> bool| text.iter().position(c);
    let exponent_at = at(|c| matches!(c, b'e' | b'E'));
    let (digits, exponent) = match exponent_at.and_then(|at| text.split_at_checked(at)) {
        Some((digits, exponent)) => (digits, exponent_of(exponent)),
        None => (text, 0),
    };
    let point = digits.iter().position(|c| *c == b'.');
    let places = point.map_or(0, |at| digits.len().saturating_sub(at).saturating_sub(1));
    // What the last digit counts, as a power of ten.
    let mut power = exponent.saturating_sub(i64::try_from(places).unwrap_or(i64::MAX));
    let digits = || digits.iter().filter(|c| **c != b'.');
    let zeros = digits().rev().take_while(|c| **c == b'0').count();
    let count = digits().count().saturating_sub(zeros);
    if count == 0 {
        return Whole::Is {
            negative,
            magnitude: 0,
        };
    }
    power = power.saturating_add(i64::try_from(zeros).unwrap_or(i64::MAX));
    if power < 0 {
        return Whole::Fraction;
    }
    let scaled = digits()
        .take(count)
        .try_fold(0u64, |n, c| {
            n.checked_mul(10)?.checked_add(u64::from(c & 15))
        })
        .zip(u32::try_from(power).ok())
        .and_then(|(n, power)| n.checked_mul(10u64.checked_pow(power)?));
    scaled.map_or(Whole::Large, |magnitude| Whole::Is {
        negative,
        magnitude,
    })
}

/// What `e-12` says; of one that is beyond all bounds, such a bound.
fn exponent_of(text: &[u8]) -> i64 {
    let (negative, digits) = match text {
        [_, b'-', digits @ ..] => (true, digits),
        [_, b'+', digits @ ..] | [_, digits @ ..] => (false, digits),
        [] => (false, text),
    };
    let size = digits.iter().fold(0i64, |n, c| {
        n.saturating_mul(10).saturating_add(i64::from(c & 15))
    });
    if negative { size.wrapping_neg() } else { size }
}

/// The bits of a whole number of this type, if it has the number.
#[inline(always)]
pub(super) fn fit<'s>(repr: Ty<'s>, negative: bool, magnitude: u64) -> Option<u64> {
    let signed = |least: u64| {
        if negative {
            (magnitude <= least).then_some(magnitude.wrapping_neg())
        } else {
            (magnitude < least).then_some(magnitude)
        }
    };
    let unsigned =
        |most: u64| (magnitude <= most && (!negative || magnitude == 0)).then_some(magnitude);
    match repr {
        Ty::U8 => unsigned(0xFF),
        Ty::U16 => unsigned(0xFFFF),
        Ty::U32 => unsigned(0xFFFF_FFFF),
        Ty::I8 => signed(0x80),
        Ty::I16 => signed(0x8000),
        Ty::I32 => signed(0x8000_0000),
        Ty::I64 => signed(1 << 63),
        _ => unsigned(u64::MAX),
    }
}

/// What errors call a type.
pub(super) fn name<'s>(repr: Ty<'s>) -> &'static str {
    match repr {
        Ty::U8 => "a whole number from 0 to 255",
        Ty::U16 => "a whole number from 0 to 65535",
        Ty::U32 => "a whole number from 0 to 4294967295",
        Ty::I8 => "a whole number from -128 to 127",
        Ty::I16 => "a whole number from -32768 to 32767",
        Ty::I32 => "a whole number from -2147483648 to 2147483647",
        Ty::I64 => "a whole number from -9223372036854775808 to 9223372036854775807",
        Ty::F32 => "a number that 32 bits of floating point hold",
        Ty::F64 => "a number that 64 bits of floating point hold",
        _ => "a whole number from 0 to 18446744073709551615",
    }
}

/// The bits of a float; none for what is larger than all that are finite.
#[inline(always)]
pub(super) fn float<'s>(ty: Ty<'s>, text: Text) -> Option<u64> {
    tick(text.len);
    let short = short_float(text);
    if matches!(ty, Ty::F32) {
        let value = short.and_then(narrowed);
        let value = value.or_else(|| parsed::<f32>(text.bytes()).filter(|v| v.is_finite()))?;
        Some(u64::from(value.to_bits()))
    } else {
        let value = short.or_else(|| parsed::<f64>(text.bytes()).filter(|v| v.is_finite()))?;
        Some(value.to_bits())
    }
}

/// By the standard library, which reads any text right.
#[inline(never)]
fn parsed<F: std::str::FromStr>(text: &[u8]) -> Option<F> {
    str::from_utf8(text).ok()?.parse().ok()
}

/// The powers of ten that a float holds exactly.
const POWERS: [f64; 23] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
];

/// The nearest float, where the text is up to 15 digits with a point among them: they and the power of ten that the point
/// divides them by are exact, so their quotient is rounded once (Clinger, "How to Read Floating Point Numbers Accurately").
#[inline(always)]
#[allow(clippy::as_conversions)] // below 2⁵³
fn short_float(text: Text) -> Option<f64> {
    const DIGITS: usize = 15;
    let (negative, text) = text.unsigned();
    let (whole, places) = match text.rest.first_chunk::<16>() {
        Some(chunk) if text.len <= 16 => parts(u128::from_le_bytes(*chunk), text.len)?,
        _ => parts_of_few(text.bytes())?,
    };
    let count = text.len.wrapping_sub(usize::from(places.is_some()));
    if count > DIGITS {
        return None;
    }
    let value = whole as f64 / POWERS.get(places.unwrap_or(0))?;
    Some(if negative { -value } else { value })
}

/// Up to eight digits from the start of a text on, and how many they are. Others may follow eight.
#[inline(always)]
fn few_digits(chunk: [u8; 8]) -> (u64, usize) {
    let word = u64::from_le_bytes(chunk);
    let count = scan::digits_of(chunk);
    // Zeros before them.
    let shift = 64u32.wrapping_sub(short(count << 3));
    (eight_digits(word.checked_shl(shift).unwrap_or(0)), count)
}

/// Up to 15 digits from the start of a text on, and how many they are. `None`: they are more, or may be near the end of the input.
#[inline(always)]
fn some_digits(text: &[u8]) -> Option<(u64, usize)> {
    let (high, count) = few_digits(*text.first_chunk()?);
    if count < 8 {
        return Some((high, count));
    }
    let (low, more) = few_digits(*text.get(8..)?.first_chunk()?);
    let power = POWERS_OF_TEN.get(more).filter(|_| more < 8)?;
    Some((
        high.wrapping_mul(*power).wrapping_add(low),
        more.wrapping_add(8),
    ))
}

/// The sign of the number that `text` begins with, and what is behind it: digits, of which the first is no zero that
/// others follow.
#[inline(always)]
fn sign(text: &[u8]) -> Option<(bool, &[u8])> {
    let (negative, rest) = match text {
        [b'-', rest @ ..] => (true, rest),
        _ => (false, text),
    };
    match rest {
        [b'0', b'0'..=b'9', ..] => None,
        [b'0'..=b'9', ..] => Some((negative, rest)),
        _ => None,
    }
}

/// The whole number that `text` begins with, as its sign, its magnitude and its length, where it is short and written plainly.
#[inline(always)]
pub(super) fn whole_ahead(text: &[u8]) -> Option<(bool, u64, usize)> {
    let (negative, rest) = sign(text)?;
    let (magnitude, count) = some_digits(rest)?;
    tick(count);
    match rest.get(count)? {
        b'.' | b'e' | b'E' => None,
        _ => Some((
            negative,
            magnitude,
            count.wrapping_add(usize::from(negative)),
        )),
    }
}

/// The bits of the float that `text` begins with, and its length, where it is short and written plainly.
#[inline(always)]
#[allow(clippy::as_conversions)] // below 2⁵³
pub(super) fn float_ahead<'s>(ty: Ty<'s>, text: &[u8]) -> Option<(u64, usize)> {
    let (negative, rest) = sign(text)?;
    let (whole, before) = few_digits(*rest.first_chunk()?);
    let (mut digits, mut places, mut len) = (whole, 0, before);
    if before < 8 && rest.get(before)? == &b'.' {
        let (fraction, count) = some_digits(rest.get(before.wrapping_add(1)..)?)?;
        places = count;
        len = before.wrapping_add(count).wrapping_add(1);
        digits = whole
            .checked_mul(*POWERS_OF_TEN.get(count).filter(|_| count > 0)?)?
            .checked_add(fraction)?;
    }
    tick(len);
    let plain = digits < 1 << 53 && !matches!(rest.get(len)?, b'0'..=b'9' | b'.' | b'e' | b'E');
    if !plain {
        return None;
    }
    let value = digits as f64 / POWERS.get(places)?;
    let value = if negative { -value } else { value };
    let bits = match ty {
        Ty::F32 => u64::from(narrowed(value)?.to_bits()),
        _ => value.to_bits(),
    };
    Some((bits, len.wrapping_add(usize::from(negative))))
}

/// What the first `len` bytes say as digits, and how many of these are behind a point, if there is one. `None`: it has an
/// exponent.
#[inline(always)]
#[allow(clippy::as_conversions)] // halves, and an index of a byte
fn parts(text: u128, len: usize) -> Option<(u64, Option<usize>)> {
    const EACH: u128 = u128::MAX / 255;
    let text = text & u128::MAX.checked_shr(128u32.wrapping_sub(short(len << 3)))?;
    // Of digits, a point and an exponent, the letter of the exponent alone has this bit.
    if text & EACH.wrapping_mul(0x40) != 0 {
        return None;
    }
    // A byte that is zero, or borrows from one that is: the lowest is right, and there is one point at most.
    let points = text ^ EACH.wrapping_mul(u128::from(b'.'));
    let points = points.wrapping_sub(EACH) & !points & EACH.wrapping_mul(0x80);
    let at = points.trailing_zeros() & !7;
    let (digits, count, places) = if points == 0 {
        (text, len, None)
    } else {
        let before = text & (1u128.checked_shl(at)?).wrapping_sub(1);
        let behind = (text >> 8) & u128::MAX.checked_shl(at)?;
        let count = len.wrapping_sub(1);
        let places = count.wrapping_sub(usize::try_from(at >> 3).ok()?);
        (before | behind, count, Some(places))
    };
    // Zeros before them.
    let digits = digits.checked_shl(128u32.wrapping_sub(short(count << 3)))?;
    let high = eight_digits(digits as u64).wrapping_mul(100_000_000);
    let whole = high.wrapping_add(eight_digits((digits >> 64) as u64));
    Some((whole, places))
}

/// The same near the end of the input.
#[cold]
fn parts_of_few(text: &[u8]) -> Option<(u64, Option<usize>)> {
    let (mut whole, mut point) = (0u64, None);
    for (i, c) in text.iter().enumerate() {
        match c {
            b'0'..=b'9' => whole = whole.wrapping_mul(10).wrapping_add(u64::from(c & 15)),
            b'.' => point = Some(i),
            _ => return None,
        }
    }
    let places = point.map(|at| text.len().wrapping_sub(at).wrapping_sub(1));
    Some((whole, places))
}

/// The float of 32 bits that is nearest to what `value` is the nearest to of 64 bits; none where `value` lies in the middle
/// between two, so that it does not say which of them is, and none beyond what is normal.
#[inline(always)]
#[allow(clippy::as_conversions)] // the rounding is meant
fn narrowed(value: f64) -> Option<f32> {
    /// The bits of a float's fraction that are beyond those of 32 bits, and of these the highest.
    const BEYOND: u64 = (1 << 29) - 1;
    const HALF: u64 = 1 << 28;
    let normal = value == 0.0 || (1e-30..1e30).contains(&value.abs());
    (normal && value.to_bits() & BEYOND != HALF).then_some(value as f32)
}

/// The bits of what has no notation as a JSON number.
pub(super) fn special<'s>(ty: Ty<'s>, text: &[u8]) -> Option<u64> {
    let (single, double) = match text {
        b"NaN" => (f32::NAN, f64::NAN),
        b"Infinity" => (f32::INFINITY, f64::INFINITY),
        b"-Infinity" => (f32::NEG_INFINITY, f64::NEG_INFINITY),
        _ => return None,
    };
    Some(match ty {
        Ty::F32 => u64::from(single.to_bits()),
        _ => double.to_bits(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is(negative: bool, magnitude: u64) -> Whole {
        Whole::Is {
            negative,
            magnitude,
        }
    }

    /// What is read of a text is the same wherever the input ends.
    fn read<T: PartialEq + std::fmt::Debug>(text: &str, read: impl Fn(Text) -> T) -> T {
        let alone = read(text.as_bytes().into());
        for behind in ["}", ",1", ",\"1234567890123456\""] {
            let input = format!("{text}{behind}");
            let within = read(Text::new(input.as_bytes(), text.len()));
            assert_eq!(within, alone, "{text} before {behind}");
        }
        alone
    }

    #[test]
    fn whole_numbers_are_exact_in_every_notation() {
        for (text, expected) in [
            ("0", is(false, 0)),
            ("-0", is(true, 0)),
            ("0.000", is(false, 0)),
            ("0e999999999999999999999", is(false, 0)),
            ("1.0", is(false, 1)),
            ("1e2", is(false, 100)),
            ("-25E+1", is(true, 250)),
            ("1200e-2", is(false, 12)),
            ("1.5e1", is(false, 15)),
            ("18446744073709551615", is(false, u64::MAX)),
            ("1844674407370955161.5e1", is(false, u64::MAX)),
            ("18446744073709551616", Whole::Large),
            ("184467440737095516150", Whole::Large),
            ("1e19", is(false, 10_000_000_000_000_000_000)),
            ("1e20", Whole::Large),
            ("1e999999", Whole::Large),
            ("1e99999999999999999999", Whole::Large),
            ("1.5", Whole::Fraction),
            ("1e-1", Whole::Fraction),
            ("1e-999999999999999999999", Whole::Fraction),
            ("120e-2", Whole::Fraction),
        ] {
            assert_eq!(exact(text.as_bytes()), expected, "{text}");
            if !text.contains(['.', 'e', 'E']) {
                assert_eq!(read(text, plain), expected, "{text}");
            }
        }
    }

    #[test]
    fn floats_are_those_of_the_standard_library() {
        let mut texts: Vec<String> = [
            "0",
            "-0",
            "0.0",
            "-0.0",
            "1",
            "1.5",
            "-2.25",
            "0.1",
            "123456789012345",
            "1234567890123456",
            "12345678901234.5",
            "0.000000000001",
            "0.00000000000001",
            "9007199254740993",
            "1e3",
            "1E-7",
            "3.4e38",
            "16777217",
            "16777217.0",
            // In the middle between two floats of 32 bits, and near it.
            "8388608.5",
            "8388609.5",
            "1.00000005960464",
            "1.000000059604645",
            "33554435",
            "0.00390625023283",
        ]
        .map(str::to_owned)
        .into();
        let mut seed = 1u64;
        for _ in 0..200_000 {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            let digits = seed >> 33;
            let places = usize::try_from(seed % 13).unwrap();
            texts.push(format!(
                "{}",
                f32::from_bits(u32::try_from(seed >> 33).unwrap())
            ));
            texts.push(format!("{}.{:0places$}", digits >> 20, digits & 0xF_FFFF));
        }
        for text in texts {
            let single = text.parse::<f32>().ok().filter(|v| v.is_finite());
            let double = text.parse::<f64>().ok().filter(|v| v.is_finite());
            if text.contains(['N', 'i']) {
                continue;
            }
            assert_eq!(
                read(&text, |text| float(Ty::F32, text)),
                single.map(|v| u64::from(v.to_bits())),
                "{text}"
            );
            assert_eq!(
                read(&text, |text| float(Ty::F64, text)),
                double.map(f64::to_bits),
                "{text}"
            );
            let input = format!("{text},\"1234567890123456\"");
            for (ty, bits) in [
                (Ty::F32, single.map(|v| u64::from(v.to_bits()))),
                (Ty::F64, double.map(f64::to_bits)),
            ] {
                let ahead = float_ahead(ty, input.as_bytes());
                assert!(ahead.is_none_or(|read| Some(read) == bits.map(|bits| (bits, text.len()))));
            }
        }
    }

    #[test]
    fn what_is_read_ahead_is_a_number_that_is_short_and_plain() {
        const BEHIND: &str = ",\"1234567890123456\"";
        for (text, whole, float) in [
            ("0", Some((false, 0)), Some(0.0)),
            ("-0", Some((true, 0)), Some(-0.0)),
            ("7", Some((false, 7)), Some(7.0)),
            ("-12345678", Some((true, 12_345_678)), Some(-12_345_678.0)),
            ("123456789012345", Some((false, 123_456_789_012_345)), None),
            ("1234567890123456", None, None),
            ("1.5", None, Some(1.5)),
            ("-0.25", None, Some(-0.25)),
            ("1234567.12345678", None, Some(1_234_567.123_456_78)),
            ("0.123456789012345", None, Some(0.123_456_789_012_345)),
            ("0.1234567890123456", None, None),
            ("00", None, None),
            ("01", None, None),
            ("-", None, None),
            ("", None, None),
            ("+1", None, None),
            (".5", None, None),
            ("1.", None, None),
            ("1e3", None, None),
            ("1.5e3", None, None),
            ("1.5.5", None, None),
            ("NaN", None, None),
        ] {
            let input = format!("{text}{BEHIND}");
            let expected = whole.map(|(negative, n)| (negative, n, text.len()));
            assert_eq!(whole_ahead(input.as_bytes()), expected, "{text}");
            let expected = float.map(|value: f64| (value.to_bits(), text.len()));
            assert_eq!(float_ahead(Ty::F64, input.as_bytes()), expected, "{text}");
            // Near the end of the input nothing is.
            assert_eq!(whole_ahead(text.as_bytes()), None, "{text}");
            assert_eq!(float_ahead(Ty::F64, text.as_bytes()), None, "{text}");
        }
    }

    #[test]
    fn each_type_holds_its_bounds_and_nothing_beyond() {
        for (ty, low, high) in [
            (Ty::U8, 0i128, 0xFF),
            (Ty::U16, 0, 0xFFFF),
            (Ty::U32, 0, 0xFFFF_FFFF),
            (Ty::U64, 0, i128::from(u64::MAX)),
            (Ty::I8, -0x80, 0x7F),
            (Ty::I16, -0x8000, 0x7FFF),
            (Ty::I32, -0x8000_0000, 0x7FFF_FFFF),
            (Ty::I64, i128::from(i64::MIN), i128::from(i64::MAX)),
        ] {
            let holds = |n: i128| match read(&n.to_string(), plain) {
                Whole::Is {
                    negative,
                    magnitude,
                } => fit(ty, negative, magnitude),
                _ => None,
            };
            for n in [low, high, 0] {
                assert_eq!(
                    holds(n).map(u64::cast_signed),
                    i64::try_from(n).ok().or(Some(-1)),
                    "{n}"
                );
            }
            assert_eq!(holds(low - 1), None);
            assert_eq!(holds(high + 1), None);
        }
    }
}
