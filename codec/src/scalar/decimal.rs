//! Decimal numbers as text: exact, with one form for each value.
//!
//! `-?digits`, and `.digits` where there is a fraction. No sign but minus, no exponent, no separators.

use super::{Decimal, ScalarError};
use std::fmt;
use std::str::FromStr;

/// Bytes of the longest text: sign, `0.`, and 255 places.
const LONGEST: usize = 258;
/// Bytes of the longest text of a scale up to 18: sign, 19 digits, point.
const USUAL: usize = 21;

const FORM: ScalarError = ScalarError::Form {
    expected: "a decimal number such as -12.5",
};
const RANGE: ScalarError = ScalarError::Range {
    of: "a decimal, 64 bits of its last place",
};

/// The text of a number, on the stack.
pub(crate) enum Digits {
    Usual([u8; USUAL], usize),
    Long(Box<[u8; LONGEST]>, usize),
}

impl Digits {
    /// The text of `value` units of 10 to the power of minus `scale`.
    pub(crate) fn new(value: i64, scale: u8) -> Self {
        if scale <= 18 {
            let mut out = [0; USUAL];
            let start = write(value, scale, &mut out);
            Self::Usual(out, start)
        } else {
            let mut out = Box::new([0; LONGEST]);
            let start = write(value, scale, &mut *out);
            Self::Long(out, start)
        }
    }

    pub(crate) fn text(&self) -> &[u8] {
        match self {
            Self::Usual(out, start) => out.get(*start..).unwrap_or_default(),
            Self::Long(out, start) => out.get(*start..).unwrap_or_default(),
        }
    }
}

/// Writes the text to the end of `out`, last digit first; gives where it begins.
fn write(value: i64, scale: u8, out: &mut [u8]) -> usize {
    let mut rest = value.unsigned_abs();
    let mut at = out.len();
    let mut push = |byte: u8| {
        at = at.saturating_sub(1);
        if let Some(out) = out.get_mut(at) {
            *out = byte;
        }
    };
    let mut digit = || {
        let digit = rest % 10;
        rest /= 10;
        (u8::try_from(digit).unwrap_or(0) | b'0', rest == 0)
    };
    let mut fraction = false;
    for _ in 0..scale {
        let (digit, _) = digit();
        fraction |= digit != b'0';
        if fraction {
            push(digit);
        }
    }
    if fraction {
        push(b'.');
    }
    loop {
        let (digit, last) = digit();
        push(digit);
        if last {
            break;
        }
    }
    if value < 0 {
        push(b'-');
    }
    at
}

/// The value of `text` in units of 10 to the power of minus `scale`.
pub(crate) fn parse(text: &[u8], scale: u8) -> Result<i64, ScalarError> {
    let (negative, digits) = match text {
        [b'-', digits @ ..] => (true, digits),
        digits => (false, digits),
    };
    let mut parts = digits.splitn(2, |c| *c == b'.');
    let (whole, fraction) = (parts.next().unwrap_or_default(), parts.next());
    if whole.is_empty() || fraction.is_some_and(<[u8]>::is_empty) {
        return Err(FORM);
    }
    let fraction = fraction.unwrap_or_default();
    if !whole.iter().chain(fraction).all(u8::is_ascii_digit) {
        return Err(FORM);
    }
    let missing = usize::from(scale)
        .checked_sub(fraction.len())
        .ok_or(ScalarError::Places { places: scale })?;
    let zeros = std::iter::repeat_n(&b'0', missing);
    let mut value = 0i64;
    for digit in whole.iter().chain(fraction).chain(zeros) {
        let digit = i64::from(digit & 15);
        let next = value.checked_mul(10).and_then(|v| {
            if negative {
                v.checked_sub(digit)
            } else {
                v.checked_add(digit)
            }
        });
        value = next.ok_or(RANGE)?;
    }
    Ok(value)
}

impl<const S: u8> fmt::Display for Decimal<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(str::from_utf8(Digits::new(self.0, S).text()).unwrap_or_default())
    }
}

impl<const S: u8> FromStr for Decimal<S> {
    type Err = ScalarError;

    /// # Errors
    /// Where the text has another form, more than `S` places, or needs more than 64 bits.
    fn from_str(text: &str) -> Result<Self, ScalarError> {
        parse(text.as_bytes(), S).map(Self)
    }
}
