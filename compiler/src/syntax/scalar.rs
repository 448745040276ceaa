//! Literals: from the text of a token to its value.

use std::time::Duration;

use super::tree::TermKind;

/// Why a literal is none, for the user.
type Bad = &'static str;

/// Decimal, `0x` or `0b`, with `_` between digits.
pub(crate) fn int(text: &str) -> Result<i128, Bad> {
    let (digits, radix) = match text.get(..2) {
        Some("0x") => (&text[2..], 16),
        Some("0b") => (&text[2..], 2),
        _ => (text, 10),
    };
    if radix == 10 && digits.len() > 1 && digits.starts_with('0') {
        return Err("a number does not begin with 0; octal does not exist");
    }
    let bare = bare(digits)?;
    if bare.is_empty() || !bare.chars().all(|c| c.is_digit(radix)) {
        return Err("not a digit of this number");
    }
    i128::from_str_radix(&bare, radix).map_err(|_| "this number is too large")
}

pub(crate) fn float(text: &str) -> Result<f64, Bad> {
    let value: f64 = bare(text)?
        .parse()
        .map_err(|_| "this is no number; write it like `1.5` or `1.5e3`")?;
    if value.is_finite() {
        Ok(value)
    } else {
        Err("this number is too large")
    }
}

/// `_` only between digits.
fn bare(digits: &str) -> Result<String, Bad> {
    if digits.starts_with('_') || digits.ends_with('_') || digits.contains("__") {
        return Err("`_` stands between two digits");
    }
    Ok(digits.replace('_', ""))
}

/// `250ms`: ns, us, ms, s, m, h; whole numbers.
pub(crate) fn duration(text: &str) -> Result<Duration, Bad> {
    const UNITS: [(&str, u64); 6] = [
        ("ns", 1),
        ("us", 1_000),
        ("ms", 1_000_000),
        ("s", 1_000_000_000),
        ("m", 60_000_000_000),
        ("h", 3_600_000_000_000),
    ];
    let split = text
        .find(|c: char| c.is_ascii_alphabetic())
        .unwrap_or(text.len());
    let (number, unit) = text.split_at(split);
    let Some((_, nanos)) = UNITS.iter().find(|(name, _)| *name == unit) else {
        return Err(
            "a duration is a whole number and one of the units ns, us, ms, s, m, h: `250ms`",
        );
    };
    let number = int(number)?;
    let total = u64::try_from(number)
        .ok()
        .and_then(|n| n.checked_mul(*nanos));
    total
        .filter(|n| i64::try_from(*n).is_ok())
        .map(Duration::from_nanos)
        .ok_or("this duration is too long")
}

/// The inside of a string, escapes replaced. On error also the offset within `text`.
pub(crate) fn string(text: &str) -> Result<String, (usize, Bad)> {
    let bytes = unescape(text, 1)?;
    String::from_utf8(bytes).map_err(|_| {
        (
            0,
            "`\\x80` to `\\xff` are no text; use `\\u{…}`, or a byte string b\"…\"",
        )
    })
}

/// The inside of `b"…"`.
pub(crate) fn byte_string(text: &str) -> Result<Vec<u8>, (usize, Bad)> {
    unescape(text, 2)
}

fn unescape(text: &str, open: usize) -> Result<Vec<u8>, (usize, Bad)> {
    let inside = text.get(open..).unwrap_or("");
    let inside = inside.strip_suffix('"').unwrap_or(inside);
    let mut out = Vec::with_capacity(inside.len());
    let mut rest = inside;
    while let Some(at) = rest.find('\\') {
        out.extend_from_slice(&rest.as_bytes()[..at]);
        let offset =
            text.len() - rest.len() + at - usize::from(text.len() > open && text.ends_with('"'));
        let (bytes, after) =
            escape(&rest[at + 1..]).map_err(|bad| (offset.min(text.len()), bad))?;
        out.extend_from_slice(&bytes);
        rest = after;
    }
    out.extend_from_slice(rest.as_bytes());
    Ok(out)
}

/// One escape without its backslash; also what follows it.
fn escape(text: &str) -> Result<(Vec<u8>, &str), Bad> {
    let mut chars = text.chars();
    let simple = match chars.next() {
        Some('n') => b'\n',
        Some('r') => b'\r',
        Some('t') => b'\t',
        Some('0') => 0,
        Some('\\') => b'\\',
        Some('"') => b'"',
        Some('x') => {
            let digits = text.get(1..3).ok_or("`\\x` takes two digits")?;
            let byte =
                u8::from_str_radix(digits, 16).map_err(|_| "`\\x` takes two hexadecimal digits")?;
            return Ok((vec![byte], &text[3..]));
        }
        Some('u') => return unicode(text),
        _ => return Err("unknown escape; these exist: \\n \\r \\t \\0 \\\\ \\\" \\x41 \\u{1f600}"),
    };
    Ok((vec![simple], chars.as_str()))
}

fn unicode(text: &str) -> Result<(Vec<u8>, &str), Bad> {
    const BAD: Bad = "`\\u{…}` takes one to six hexadecimal digits of a character";
    let (digits, after) = text
        .strip_prefix("u{")
        .and_then(|t| t.split_once('}'))
        .ok_or(BAD)?;
    let number = if digits.len() <= 6 {
        u32::from_str_radix(digits, 16).map_err(|_| BAD)?
    } else {
        return Err(BAD);
    };
    let c = char::from_u32(number).ok_or(BAD)?;
    Ok((c.to_string().into_bytes(), after))
}

/// The value negated, if it is a number.
pub(crate) fn negate(kind: TermKind) -> Option<TermKind> {
    match kind {
        TermKind::Int(n) => Some(TermKind::Int(-n)),
        TermKind::Float(n) => Some(TermKind::Float(-n)),
        TermKind::Bad => Some(TermKind::Bad),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_bases_and_separators() {
        assert_eq!(int("65_536"), Ok(65_536));
        assert_eq!(int("0xff"), Ok(255));
        assert_eq!(int("0b10"), Ok(2));
        for bad in [
            "007",
            "1__0",
            "1_",
            "0x",
            "0xg",
            "0b2",
            "999999999999999999999999999999999999999999",
        ] {
            assert!(int(bad).is_err(), "{bad}");
        }
        assert_eq!(float("1.5e3"), Ok(1500.0));
        assert!(float("1e999").is_err());
        assert_eq!(duration("250ms"), Ok(Duration::from_millis(250)));
        assert!(duration("5y").is_err() && duration("99999999999h").is_err());
    }

    #[test]
    fn escapes_become_bytes() {
        assert_eq!(string(r#""a\n\u{e9}\x41""#).unwrap(), "a\néA");
        assert_eq!(byte_string(r#"b"\xff""#).unwrap(), [0xff]);
        for bad in [
            r#""\q""#,
            r#""\u{110000}""#,
            r#""\xff""#,
            r#""\x4""#,
            r#""\u{1""#,
        ] {
            assert!(string(bad).is_err(), "{bad}");
        }
    }
}
