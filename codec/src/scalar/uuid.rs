//! UUIDs as text: RFC 9562, section 4.

use super::{ScalarError, Uuid};
use std::fmt;
use std::str::FromStr;

/// Bytes of the hyphenated form.
const TEXT: usize = 36;

const FORM: ScalarError = ScalarError::Form {
    expected: "a UUID: 32 hexadecimal digits in groups of 8-4-4-4-12",
};

/// Where in the text each byte's two digits stand.
const PLACES: [usize; 16] = [0, 2, 4, 6, 9, 11, 14, 16, 19, 21, 24, 26, 28, 30, 32, 34];

/// The hyphenated form, lower case.
pub(crate) fn hyphenated(bytes: &[u8; 16]) -> [u8; TEXT] {
    let mut out = [b'-'; TEXT];
    for (byte, at) in bytes.iter().zip(PLACES) {
        if let Some([high, low]) = out.get_mut(at..).and_then(|rest| rest.first_chunk_mut()) {
            *high = digit(byte >> 4);
            *low = digit(byte & 15);
        }
    }
    out
}

/// The bytes of a hyphenated form in either case.
pub(crate) fn parse(text: &[u8]) -> Result<[u8; 16], ScalarError> {
    let text: &[u8; TEXT] = text.try_into().map_err(|_| FORM)?;
    if [8, 13, 18, 23]
        .iter()
        .any(|at: &usize| text.get(*at) != Some(&b'-'))
    {
        return Err(FORM);
    }
    let mut bytes = [0; 16];
    for (byte, at) in bytes.iter_mut().zip(PLACES) {
        let pair: &[u8; 2] = text
            .get(at..)
            .and_then(|rest| rest.first_chunk())
            .ok_or(FORM)?;
        let [high, low] = pair.map(|c| {
            char::from(c)
                .to_digit(16)
                .and_then(|d| u8::try_from(d).ok())
        });
        *byte = high.ok_or(FORM)? << 4 | low.ok_or(FORM)?;
    }
    Ok(bytes)
}

fn digit(value: u8) -> u8 {
    b"0123456789abcdef"
        .get(usize::from(value))
        .copied()
        .unwrap_or(b'0')
}

impl fmt::Display for Uuid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(str::from_utf8(&hyphenated(&self.0)).unwrap_or_default())
    }
}

impl FromStr for Uuid {
    type Err = ScalarError;
    fn from_str(text: &str) -> Result<Self, ScalarError> {
        parse(text.as_bytes()).map(Self)
    }
}
