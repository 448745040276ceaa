//! One pass over the text: is it JSON, and where does each value begin and end?
//!
//! Our encoding is written from the last field to the first, and JSON has its fields in any order. So what is not read on the way
//! is first turned into a list of places, eight bytes a value and no value among them; where a container ends is then known
//! without reading it, and what nobody asks for is never read again. The list is no longer than four times the text:
//! a value takes a byte, and what parts it from the next another.
//!
//! The grammar is RFC 8259's. Nothing here recurses.

use super::error::{JsonError, Kind};
use crate::assemble::short;
use crate::steps::tick;

/// A value, or the key of a member, which lies before its value.
#[derive(Debug, Clone, Copy)]
pub(super) struct Token {
    /// Where it begins, and `MARK`.
    at: u32,
    /// Of an object or array: the index of the token behind it. Of a string: where the closing quote is. Of others:
    /// one past the last byte.
    pub(super) end: u32,
}

/// Of a string: it has escapes. Of a number: it has a fraction or an exponent. Inputs are shorter than this.
const MARK: u32 = 1 << 31;

impl Token {
    #[inline(always)]
    #[allow(clippy::as_conversions)] // 32 bits fit a `usize` wherever this format is of use
    pub(super) fn at(self) -> usize {
        (self.at & !MARK) as usize
    }

    #[inline(always)]
    #[allow(clippy::as_conversions)] // likewise
    pub(super) fn end(self) -> usize {
        self.end as usize
    }

    /// Whether a string has escapes, or a number a fraction or an exponent.
    #[inline(always)]
    pub(super) fn is_marked(self) -> bool {
        self.at & MARK != 0
    }
}

#[cold]
#[inline(never)]
fn fault<T>(at: usize, found: &str, expected: &str) -> Result<T, JsonError> {
    Err(JsonError::new(Kind::Syntax, at, found, expected))
}

/// What stands at a place, for errors. A letter or a digit may be one of what is to be kept secret, and is not said.
fn describe(input: &[u8], at: usize) -> &'static str {
    match input.get(at) {
        None => "the end of the text",
        Some(b'{') => "`{`",
        Some(b'}') => "`}`",
        Some(b'[') => "`[`",
        Some(b']') => "`]`",
        Some(b',') => "`,`",
        Some(b':') => "`:`",
        Some(b'"') => "a quote",
        Some(b'\'') => "a single quote",
        Some(b'/') => "a slash",
        Some(b'0'..=b'9') => "a digit",
        Some(b'a'..=b'z' | b'A'..=b'Z') => "a letter",
        Some(0x00..=0x1F | 0x7F) => "a control character",
        Some(_) => "another character",
    }
}

/// The first byte that is no white space.
#[inline(always)]
pub(super) fn blank(input: &[u8], mut at: usize) -> usize {
    while let Some(b' ' | b'\n' | b'\r' | b'\t') = input.get(at) {
        tick(1);
        at = at.wrapping_add(1);
    }
    at
}

const LOW: u64 = 0x0101_0101_0101_0101;
const HIGH: u64 = 0x8080_8080_8080_8080;

/// The highest bit of the first byte that is a quote, a backslash or a control character, and perhaps of some behind it.
#[inline(always)]
fn specials(chunk: [u8; 8]) -> u64 {
    let word = u64::from_le_bytes(chunk);
    // A byte that is zero or borrows from one that is: the lowest is right, and only that is asked for.
    let zero = |word: u64| word.wrapping_sub(LOW) & !word;
    let quote = zero(word ^ (LOW.wrapping_mul(0x22)));
    let slash = zero(word ^ (LOW.wrapping_mul(0x5C)));
    let control = word.wrapping_sub(LOW.wrapping_mul(0x20)) & !word;
    (quote | slash | control) & HIGH
}

/// The byte of the lowest bit that is set.
#[inline(always)]
fn first(found: u64) -> usize {
    usize::try_from(found.trailing_zeros() >> 3).unwrap_or(0)
}

/// The first byte from `at` on that ends a run; or the end. Of eight bytes, `ends` sets the highest bit of the first such.
#[inline(always)]
fn run(
    input: &[u8],
    mut at: usize,
    ends: impl Fn([u8; 8]) -> u64,
    is_end: impl Fn(u8) -> bool,
) -> usize {
    while let Some(chunk) = input.get(at..).and_then(|rest| rest.first_chunk::<8>()) {
        tick(1);
        let found = ends(*chunk);
        if found != 0 {
            return at.wrapping_add(first(found));
        }
        at = at.wrapping_add(8);
    }
    while let Some(byte) = input.get(at) {
        tick(1);
        if is_end(*byte) {
            break;
        }
        at = at.wrapping_add(1);
    }
    at
}

/// The first byte from `at` on that is a quote, a backslash or a control character; or the end.
#[inline(always)]
pub(super) fn plain(input: &[u8], at: usize) -> usize {
    run(input, at, specials, |byte| {
        matches!(byte, b'"' | b'\\' | 0..0x20)
    })
}

/// The same from the start of a text that ends where the slice does: its last bytes are read at once, too.
#[inline(always)]
pub(super) fn plain_text(text: &[u8]) -> usize {
    let (chunks, rest) = text.as_chunks::<8>();
    tick(chunks.len());
    for (i, chunk) in chunks.iter().enumerate() {
        let found = specials(*chunk);
        if found != 0 {
            return (i << 3).wrapping_add(first(found));
        }
    }
    match text.last_chunk::<8>() {
        // With some of the bytes before it, which are none.
        Some(last) if !rest.is_empty() => match specials(*last) {
            0 => text.len(),
            found => text.len().wrapping_sub(8).wrapping_add(first(found)),
        },
        Some(_) => text.len(),
        None => plain(text, 0),
    }
}

/// Where a string ends whose first byte is at `at`, and whether it has escapes.
#[inline(always)]
fn string(input: &[u8], mut at: usize) -> Result<(usize, bool), JsonError> {
    let mut escaped = false;
    loop {
        at = plain(input, at);
        match input.get(at) {
            Some(b'"') => return Ok((at, escaped)),
            Some(b'\\') => {
                escaped = true;
                at = escape(input, at)?;
            }
            Some(_) => return fault(at, "a control character", "one written as an escape"),
            None => return fault(at, "the end of the text", "the end of a string"),
        }
    }
}

/// One past an escape.
fn escape(input: &[u8], at: usize) -> Result<usize, JsonError> {
    tick(1);
    let behind = at.saturating_add(2);
    match input.get(at.saturating_add(1)) {
        Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => Ok(behind),
        Some(b'u') => match unit(input, behind) {
            None => fault(at, "an escape without four digits", "one such as \\u00E9"),
            Some(0xDC00..=0xDFFF) => {
                fault(at, "half of a surrogate pair", "its first half before it")
            }
            Some(0xD800..=0xDBFF) => {
                let second = at.saturating_add(6);
                let follows = input.get(second..second.saturating_add(2)) == Some(b"\\u");
                match unit(input, second.saturating_add(2)).filter(|_| follows) {
                    Some(0xDC00..=0xDFFF) => Ok(at.saturating_add(12)),
                    _ => fault(at, "half of a surrogate pair", "its second half behind it"),
                }
            }
            Some(_) => Ok(at.saturating_add(6)),
        },
        None => fault(input.len(), "the end of the text", "the end of a string"),
        _ => fault(at, "an escape that JSON does not have", "one that it has"),
    }
}

/// Four hexadecimal digits.
fn unit(input: &[u8], at: usize) -> Option<u32> {
    let digits = input.get(at..)?.first_chunk::<4>()?;
    digits.iter().try_fold(0, |unit, digit| {
        Some(unit << 4 | char::from(*digit).to_digit(16)?)
    })
}

/// Appends what a string says whose escapes were found to be sound.
pub(super) fn unescape(text: &[u8], out: &mut Vec<u8>) {
    let mut at = 0;
    loop {
        let end = plain(text, at);
        out.extend_from_slice(text.get(at..end).unwrap_or_default());
        let Some(letter) = text.get(end.saturating_add(1)) else {
            return;
        };
        at = end.saturating_add(2);
        let byte = match letter {
            b'b' => 0x08,
            b'f' => 0x0C,
            b'n' => b'\n',
            b'r' => b'\r',
            b't' => b'\t',
            b'u' => {
                let mut code = unit(text, at).unwrap_or(0);
                at = at.saturating_add(4);
                if code & 0xFC00 == 0xD800 {
                    let low = unit(text, at.saturating_add(2)).unwrap_or(0);
                    code = ((code & 0x3FF) << 10 | low & 0x3FF).saturating_add(0x1_0000);
                    at = at.saturating_add(6);
                }
                let c = char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER);
                out.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
                continue;
            }
            other => *other,
        };
        out.push(byte);
    }
}

/// The highest bit of each byte that is no digit.
#[inline(always)]
fn others(chunk: [u8; 8]) -> u64 {
    let word = u64::from_le_bytes(chunk) ^ LOW.wrapping_mul(0x30);
    // Digits are now 0 to 9, and what is more has the highest bit, or gets it.
    let low = word & LOW.wrapping_mul(0x7F);
    (low.wrapping_add(LOW.wrapping_mul(0x7F - 9)) | word) & HIGH
}

/// How many digits there are before another byte.
#[inline(always)]
pub(super) fn digits_of(chunk: [u8; 8]) -> usize {
    first(others(chunk))
}

/// The first byte from `at` on that is no digit; or the end.
#[inline(always)]
pub(super) fn digits(input: &[u8], at: usize) -> usize {
    run(input, at, others, |byte| !byte.is_ascii_digit())
}

/// How long the number is that begins here without a sign, and whether it has a fraction. `None`: it is long, has an exponent,
/// or is not sound.
#[inline(always)]
fn short_number(rest: &[u8]) -> Option<(usize, bool)> {
    let chunk = rest.first_chunk::<16>()?;
    let whole = others(*chunk.first_chunk()?);
    let len = usize::try_from(whole.trailing_zeros() >> 3).ok()?;
    if len == 0 || (chunk[0] == b'0' && len > 1) {
        return None;
    }
    match chunk.get(len)? {
        b'.' => {}
        b'0'..=b'9' | b'e' | b'E' => return None,
        _ => return Some((len, false)),
    }
    // Behind the point, which is the first of those that are no digits.
    let [.., high] = chunk.as_chunks::<8>().0 else {
        return None;
    };
    let both = u128::from(whole) | u128::from(others(*high)) << 64;
    let end = usize::try_from((both & both.wrapping_sub(1)).trailing_zeros() >> 3).ok()?;
    let sound = end > len.wrapping_add(1) && !matches!(chunk.get(end)?, b'e' | b'E');
    sound.then_some((end, true))
}

/// Where a number ends, and whether it has a fraction or an exponent.
#[inline(always)]
pub(super) fn number(input: &[u8], from: usize) -> Result<(usize, bool), JsonError> {
    let start = from.saturating_add(usize::from(input.get(from) == Some(&b'-')));
    if let Some((len, marked)) = input.get(start..).and_then(short_number) {
        return Ok((start.wrapping_add(len), marked));
    }
    let mut at = digits(input, start);
    if at == start {
        return fault(at, describe(input, at), "a digit");
    }
    if input.get(start) == Some(&b'0') && at > start.saturating_add(1) {
        return fault(start, "a number that begins with 0", "no digit behind that");
    }
    let mut marked = false;
    if input.get(at) == Some(&b'.') {
        let first = at.saturating_add(1);
        at = digits(input, first);
        if at == first {
            return fault(at, describe(input, at), "a digit");
        }
        marked = true;
    }
    if let Some(b'e' | b'E') = input.get(at) {
        let sign = at.saturating_add(1);
        let signed = matches!(input.get(sign), Some(b'+' | b'-'));
        let first = sign.saturating_add(usize::from(signed));
        at = digits(input, first);
        if at == first {
            return fault(at, describe(input, at), "a digit");
        }
        marked = true;
    }
    Ok((at, marked))
}

/// The first byte that is no white space, where `expected` is what there is nearly always, with none before it.
#[inline(always)]
pub(super) fn behind(input: &[u8], at: usize, expected: u8) -> usize {
    match input.get(at) {
        Some(byte) if *byte == expected => at,
        _ => blank(input, at),
    }
}

/// Notes the key that begins at `at`, behind white space, and gives where its value may begin.
#[inline(always)]
fn key(input: &[u8], at: usize, tokens: &mut Vec<Token>) -> Result<usize, JsonError> {
    let at = behind(input, at, b'"');
    if input.get(at) != Some(&b'"') {
        return fault(at, describe(input, at), "a key in quotes");
    }
    let (end, escaped) = string(input, at.saturating_add(1))?;
    push(tokens, at, end, escaped);
    let colon = behind(input, end.saturating_add(1), b':');
    if input.get(colon) != Some(&b':') {
        return fault(colon, describe(input, colon), "`:`");
    }
    Ok(colon.saturating_add(1))
}

#[inline(always)]
fn push(tokens: &mut Vec<Token>, at: usize, end: usize, marked: bool) {
    let mark = if marked { MARK } else { 0 };
    tokens.push(Token {
        at: short(at) | mark,
        end: short(end),
    });
}

/// Notes the string that begins at `at`; gives where it ends.
#[inline(always)]
pub(super) fn string_token(
    input: &[u8],
    at: usize,
    tokens: &mut Vec<Token>,
) -> Result<usize, JsonError> {
    let (end, escaped) = string(input, at.saturating_add(1))?;
    push(tokens, at, end, escaped);
    Ok(end.saturating_add(1))
}

/// The same of a number.
#[inline(always)]
pub(super) fn number_token(
    input: &[u8],
    at: usize,
    tokens: &mut Vec<Token>,
) -> Result<usize, JsonError> {
    let (end, marked) = number(input, at)?;
    push(tokens, at, end, marked);
    Ok(end)
}

/// Notes the tokens of the value that begins at `from`, behind white space; gives where it ends. Brackets may nest
/// `nesting` deep.
pub(super) fn scan(
    input: &[u8],
    from: usize,
    nesting: usize,
    tokens: &mut Vec<Token>,
) -> Result<usize, JsonError> {
    let mut at = from;
    // The containers around, and whether each is an object.
    let mut open: Vec<(u32, bool)> = Vec::new();
    loop {
        tick(1);
        match input.get(at) {
            Some(b' ' | b'\n' | b'\r' | b'\t') => {
                at = blank(input, at);
                continue;
            }
            Some(b'"') => at = string_token(input, at, tokens)?,
            Some(b'-' | b'0'..=b'9') => at = number_token(input, at, tokens)?,
            Some(bracket @ (b'{' | b'[')) => {
                let object = *bracket == b'{';
                if open.len() >= nesting {
                    let expected = format!("brackets that nest {nesting} deep at most");
                    return Err(JsonError::new(Kind::Limit, at, "another bracket", expected));
                }
                let index = short(tokens.len());
                push(tokens, at, tokens.len().saturating_add(1), false);
                let (close, inner) = if object { (b'}', b'"') } else { (b']', b'{') };
                at = behind(input, at.saturating_add(1), inner);
                if input.get(at) == Some(&close) {
                    at = at.saturating_add(1);
                } else {
                    open.push((index, object));
                    if object {
                        at = key(input, at, tokens)?;
                    }
                    continue;
                }
            }
            Some(b't') => at = word(input, at, b"true", tokens)?,
            Some(b'f') => at = word(input, at, b"false", tokens)?,
            Some(b'n') => at = word(input, at, b"null", tokens)?,
            _ => return fault(at, describe(input, at), "a value"),
        }
        loop {
            let Some((index, object)) = open.last().copied() else {
                return Ok(at);
            };
            match (input.get(at), object) {
                (Some(b','), object) => {
                    at = at.saturating_add(1);
                    if object {
                        at = key(input, at, tokens)?;
                    }
                    break;
                }
                (Some(b' ' | b'\n' | b'\r' | b'\t'), _) => at = blank(input, at),
                (Some(b'}'), true) | (Some(b']'), false) => {
                    let behind = short(tokens.len());
                    if let Some(token) = usize::try_from(index).ok().and_then(|i| tokens.get_mut(i))
                    {
                        token.end = behind;
                    }
                    open.pop();
                    at = at.saturating_add(1);
                }
                (_, true) => return fault(at, describe(input, at), "`,` or `}`"),
                (_, false) => return fault(at, describe(input, at), "`,` or `]`"),
            }
        }
    }
}

fn word(
    input: &[u8],
    at: usize,
    expected: &[u8],
    tokens: &mut Vec<Token>,
) -> Result<usize, JsonError> {
    let end = at.saturating_add(expected.len());
    if input.get(at..end) != Some(expected) {
        return fault(at, describe(input, at), "a value");
    }
    push(tokens, at, end, false);
    Ok(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_ends_a_run_is_found_at_every_place() {
        for len in 0..40 {
            for special in [b'"', b'\\', 0, 0x1F] {
                for at in 0..len {
                    for before in [b'a', 0xC3, 0x7F, b' ', b'!', b'#', b'[', b']'] {
                        let mut text = vec![before; len];
                        text[at] = special;
                        assert_eq!(plain(&text, 0), at);
                        assert_eq!(plain_text(&text), at);
                        assert_eq!(plain(&text, at.saturating_sub(3)), at);
                    }
                }
            }
            assert_eq!(plain(&vec![0xFF; len], 0), len);
            assert_eq!(plain_text(&vec![0xFF; len]), len);
        }
    }

    #[test]
    fn texts_are_json_or_not() {
        let is = |text: &str| {
            let mut tokens = Vec::new();
            let end = scan(text.as_bytes(), 0, 8, &mut tokens);
            end.is_ok_and(|end| blank(text.as_bytes(), end) == text.len())
        };
        for text in [
            "{}",
            "[]",
            "[[]]",
            "null",
            "true",
            "false",
            "0",
            "-0",
            "1.5e+3",
            "1E9",
            "\"\"",
            " [ 1 , { \"a\" : [ ] } ] ",
            r#""\u00e9\ud83d\ude00\n\/""#,
            "[[[[[[[[]]]]]]]]",
        ] {
            assert!(is(text), "{text}");
        }
        for text in [
            "",
            " ",
            "{",
            "[",
            "[1",
            "[1,",
            "[1,]",
            "[,1]",
            "{,}",
            "{\"a\"}",
            "{\"a\":}",
            "{\"a\":1,}",
            "{a:1}",
            "{'a':1}",
            "01",
            "-",
            "+1",
            ".5",
            "1.",
            "1e",
            "1e+",
            "0x1",
            "NaN",
            "Infinity",
            "tru",
            "nul",
            "True",
            "\"",
            "\"\\",
            "\"\\x\"",
            "\"\\u12\"",
            "\"\\ud800\"",
            "\"\\ud800\\u0041\"",
            "\"\\udc00\"",
            "\"\u{1}\"",
            "\"\n\"",
            "{}}",
            "[]]",
            "1 2",
            "[1 2]",
            "{\"a\":1 \"b\":2}",
            "[}",
            "{]",
            "// c\n1",
            "[[[[[[[[[]]]]]]]]]",
            "-01",
            "--1",
            "1-",
            "[1-]",
        ] {
            assert!(!is(text), "{text}");
        }
    }

    #[test]
    fn escapes_say_what_they_stand_for() {
        let mut out = Vec::new();
        unescape(
            br#"a\"\\\/\b\f\n\r\t\u0041\u00e9\u20AC\uD83D\uDE00z"#,
            &mut out,
        );
        assert_eq!(out, "a\"\\/\u{8}\u{c}\n\r\tAé€😀z".as_bytes());
    }
}
