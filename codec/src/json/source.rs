//! The text and its tokens: what values say, without a place for them yet.

use super::base64;
use super::error::{JsonError, Kind, shown};
use super::number::{self, Text};
use super::scan::{self, Token};
use crate::scalar::{Duration, ScalarError, Timestamp, parse_decimal, parse_uuid};
use crate::steps::tick;
use crate::table::{EnumDef, FlagsDef, Tables, Ty};
use std::borrow::Cow;
use std::ops::Range;

type Done<T = ()> = Result<T, JsonError>;

pub(crate) struct Source<'a> {
    pub(super) input: &'a [u8],
    pub(super) tokens: Vec<Token>,
}

const NOTHING: &str = "nothing";

impl<'a> Source<'a> {
    /// A text whose tokens are made by whoever reads it.
    pub(super) fn ahead(input: &'a [u8]) -> Self {
        let tokens = Vec::new();
        Self { input, tokens }
    }

    /// The tokens of a text, which is one value. Brackets may nest `nesting` deep.
    pub(crate) fn new(input: &'a [u8], nesting: usize) -> Done<Self> {
        let mut tokens = Vec::with_capacity((input.len() >> 2).saturating_add(8));
        let end = scan::blank(input, scan::scan(input, 0, nesting, &mut tokens)?);
        if end != input.len() {
            return Err(JsonError::new(
                Kind::Syntax,
                end,
                "more behind the value",
                "the end of the text",
            ));
        }
        Ok(Self { input, tokens })
    }

    #[inline(always)]
    pub(super) fn token(&self, i: usize) -> Option<Token> {
        self.tokens.get(i).copied()
    }

    /// Where a value begins.
    pub(super) fn at(&self, i: usize) -> usize {
        self.token(i).map_or(self.input.len(), Token::at)
    }

    /// The first byte of a value, which says its sort.
    #[inline(always)]
    pub(crate) fn sort(&self, i: usize) -> u8 {
        let at = self.token(i).map(Token::at);
        at.and_then(|at| self.input.get(at)).copied().unwrap_or(0)
    }

    #[inline(always)]
    pub(super) fn is_null(&self, i: usize) -> bool {
        self.sort(i) == b'n'
    }

    /// The token behind a value.
    #[inline(always)]
    pub(crate) fn behind(&self, i: usize) -> usize {
        match self.token(i) {
            Some(token) if matches!(self.input.get(token.at()), Some(b'{' | b'[')) => token.end(),
            _ => i.saturating_add(1),
        }
    }

    /// Where a string, a number or a word is in the text; of a string without its quotes.
    #[inline(always)]
    fn range(&self, i: usize) -> Range<usize> {
        let Some(token) = self.token(i) else {
            return 0..0;
        };
        let quoted = self.input.get(token.at()) == Some(&b'"');
        token.at().saturating_add(usize::from(quoted))..token.end()
    }

    /// What stands there.
    #[inline(always)]
    pub(crate) fn raw(&self, i: usize) -> &'a [u8] {
        self.input.get(self.range(i)).unwrap_or_default()
    }

    /// The same of a number, with what follows it in the input.
    #[inline(always)]
    fn number_text(&self, i: usize) -> Text<'a> {
        let range = self.range(i);
        let rest = self.input.get(range.start..).unwrap_or_default();
        Text::new(rest, range.len())
    }

    /// What a string says.
    #[inline(always)]
    pub(crate) fn text(&self, i: usize) -> Cow<'a, [u8]> {
        let raw = self.raw(i);
        if self.token(i).is_some_and(Token::is_marked) {
            let mut text = Vec::with_capacity(raw.len());
            scan::unescape(raw, &mut text);
            return Cow::Owned(text);
        }
        Cow::Borrowed(raw)
    }

    /// What errors call a value: of a string or a number also what it says.
    #[cold]
    pub(super) fn describe(&self, i: usize) -> String {
        match self.sort(i) {
            b'{' => "an object".to_owned(),
            b'[' => "an array".to_owned(),
            b'"' => format!("\"{}\"", shown(self.raw(i))),
            0 => NOTHING.to_owned(),
            _ => shown(self.raw(i)),
        }
    }

    #[cold]
    #[inline(never)]
    pub(super) fn wrong<T>(&self, kind: Kind, i: usize, expected: impl Into<String>) -> Done<T> {
        Err(JsonError::new(kind, self.at(i), self.describe(i), expected))
    }

    #[inline(always)]
    pub(super) fn expect(&self, i: usize, sort: u8, expected: &str) -> Done {
        if self.sort(i) == sort {
            return Ok(());
        }
        self.wrong(Kind::Type, i, expected)
    }

    /// How many values an array has of which each is one token; more, where one is not.
    #[inline(always)]
    pub(super) fn count_of_simple(&self, array: usize) -> usize {
        self.behind(array).saturating_sub(array).saturating_sub(1)
    }

    /// The bits of a number type.
    #[inline(always)]
    pub(super) fn number<'s>(&self, schema: &'s Tables<'s>, ty: Ty<'s>, i: usize) -> Done<u64> {
        match ty {
            Ty::Bool => match self.sort(i) {
                b't' => Ok(1),
                b'f' => Ok(0),
                _ => self.wrong(Kind::Type, i, "true or false"),
            },
            Ty::F32 | Ty::F64 => self.float(ty, i),
            Ty::Enum(of) => match schema.enumeration(of) {
                Some(def) => self.enumeration(def, i),
                None => Ok(0),
            },
            Ty::Flags(of) => match schema.flags(of) {
                Some(def) if self.sort(i) == b'[' => self.flags(def, i),
                Some(def) => self.integer(def.repr, i),
                None => Ok(0),
            },
            Ty::Proto(int) => self.integer(int.plain(), i),
            _ => self.integer(ty, i),
        }
    }

    /// The bits of a number that begins at `at` as it nearly always does, and where it ends.
    #[inline(always)]
    pub(super) fn number_ahead<'s>(
        &self,
        schema: &'s Tables<'s>,
        ty: Ty<'s>,
        at: usize,
    ) -> Option<(u64, usize)> {
        let text = self.input.get(at..)?;
        let (bits, len) = match ty {
            Ty::F32 | Ty::F64 => number::float_ahead(ty, text)?,
            Ty::Bool => match text {
                [b't', b'r', b'u', b'e', ..] => (1, 4),
                [b'f', b'a', b'l', b's', b'e', ..] => (0, 5),
                _ => return None,
            },
            Ty::Enum(_) => return None,
            Ty::Flags(of) => self.whole_ahead(schema.flags(of)?.repr, text)?,
            _ => self.whole_ahead(ty.plain(), text)?,
        };
        Some((bits, at.saturating_add(len)))
    }

    #[inline(always)]
    fn whole_ahead<'s>(&self, repr: Ty<'s>, text: &[u8]) -> Option<(u64, usize)> {
        let (quotes, digits) = match text {
            [b'"', digits @ ..] => (1, digits),
            _ => (0, text),
        };
        let (negative, magnitude, len) = number::whole_ahead(digits)?;
        let closed = quotes == 0 || digits.get(len)? == &b'"';
        let len = len.saturating_add(quotes << 1);
        let bits = number::fit(repr, negative, magnitude).filter(|_| closed)?;
        Some((bits, len))
    }

    #[inline(always)]
    fn integer<'s>(&self, repr: Ty<'s>, i: usize) -> Done<u64> {
        let marked = self.token(i).is_some_and(Token::is_marked);
        let text = self.number_text(i);
        match self.sort(i) {
            b'-' | b'0'..=b'9' if !marked => self.whole(repr, i, number::plain(text)),
            b'-' | b'0'..=b'9' => self.whole(repr, i, number::exact(self.raw(i))),
            b'"' if text.is_plain() => self.whole(repr, i, number::plain(text)),
            b'"' => self.quoted(repr, i),
            _ => self.wrong(Kind::Type, i, number::name(repr)),
        }
    }

    /// An integer in quotes that is not digits alone.
    #[cold]
    fn quoted<'s>(&self, repr: Ty<'s>, i: usize) -> Done<u64> {
        let text = self.text(i);
        match scan::number(&text, 0) {
            Ok((end, _)) if end == text.len() => self.whole(repr, i, number::exact(&text)),
            _ => self.wrong(Kind::Value, i, number::name(repr)),
        }
    }

    #[inline(always)]
    fn whole<'s>(&self, repr: Ty<'s>, i: usize, number: number::Whole) -> Done<u64> {
        let bits = match number {
            number::Whole::Is {
                negative,
                magnitude,
            } => number::fit(repr, negative, magnitude),
            _ => None,
        };
        match bits {
            Some(bits) => Ok(bits),
            None => self.wrong(Kind::Value, i, number::name(repr)),
        }
    }

    fn float<'s>(&self, ty: Ty<'s>, i: usize) -> Done<u64> {
        let bits = match self.sort(i) {
            b'-' | b'0'..=b'9' => number::float(ty, self.number_text(i)),
            b'"' => {
                let text = self.text(i);
                number::special(ty, &text).or_else(|| {
                    let (end, _) = scan::number(&text, 0).ok()?;
                    (end == text.len()).then(|| number::float(ty, text.as_ref().into()))?
                })
            }
            _ => return self.wrong(Kind::Type, i, number::name(ty)),
        };
        match bits {
            Some(bits) => Ok(bits),
            None => self.wrong(Kind::Value, i, number::name(ty)),
        }
    }

    /// A value by its name in the emitted proto or in the schema, or by its number.
    fn enumeration<'s>(&self, def: &'s EnumDef<'s>, i: usize) -> Done<u64> {
        let expected = || format!("a value of {}", def.name);
        match self.sort(i) {
            b'n' if super::wellknown::is_null_value(def) => Ok(0),
            b'"' => {
                let text = self.text(i);
                match self.enum_named(def, &text) {
                    Some(number) => Ok(number),
                    None => self.wrong(Kind::Value, i, expected()),
                }
            }
            b'-' | b'0'..=b'9' => {
                let number = self.enum_number(def, i)?;
                match def.allows(number.cast_signed()) {
                    true => Ok(number),
                    false => self.wrong(Kind::Value, i, expected()),
                }
            }
            _ => self.wrong(Kind::Type, i, expected()),
        }
    }

    /// Protobuf's enums have 32 bits and a sign: there a number above 2³¹ is negative.
    fn enum_number<'s>(&self, def: &'s EnumDef<'s>, i: usize) -> Done<u64> {
        match def.repr {
            Ty::U32 if self.raw(i).first() == Some(&b'-') => {
                Ok(self.integer(Ty::I32, i)? & u64::from(u32::MAX))
            }
            repr => self.integer(repr, i),
        }
    }

    /// Whether something is a string that names no value of an enum.
    pub(super) fn names_nothing<'s>(&self, schema: &'s Tables<'s>, ty: Ty<'s>, i: usize) -> bool {
        let Ty::Enum(of) = ty else {
            return false;
        };
        let def = schema.enumeration(of);
        self.sort(i) == b'"' && def.is_some_and(|def| self.enum_named(def, &self.text(i)).is_none())
    }

    fn enum_named<'s>(&self, def: &'s EnumDef<'s>, text: &[u8]) -> Option<u64> {
        tick(def.values.len().saturating_add(def.aliases.len()));
        def.number_of(text).map(i64::cast_unsigned)
    }

    /// The flags that an array names.
    #[cold]
    fn flags<'s>(&self, def: &'s FlagsDef<'s>, array: usize) -> Done<u64> {
        let mut bits = 0;
        let mut i = array.saturating_add(1);
        while i < self.behind(array) {
            tick(def.flags.len());
            let expected = || format!("the name of a flag of {}", def.name);
            if self.sort(i) != b'"' {
                return self.wrong(Kind::Type, i, expected());
            }
            let text = self.text(i);
            let mut flags = def.flags.iter();
            match flags.find(|(name, _)| name.as_bytes().eq_ignore_ascii_case(&text)) {
                Some((_, flag)) => bits |= flag,
                None => return self.wrong(Kind::Value, i, expected()),
            }
            i = self.behind(i);
        }
        Ok(bits)
    }

    /// The letters of a string in Base64, and how many bytes they say; `use_them` puts these somewhere.
    #[inline(always)]
    pub(super) fn bytes<T>(
        &self,
        i: usize,
        use_them: impl FnOnce(&[u8], usize) -> Done<Option<T>>,
    ) -> Done<T> {
        const EXPECTED: &str = "bytes in Base64";
        self.expect(i, b'"', EXPECTED)?;
        let text = self.text(i);
        let used = match base64::measure(&text) {
            Some((letters, len)) => use_them(letters, len)?,
            None => None,
        };
        match used {
            Some(used) => Ok(used),
            None => self.wrong(Kind::Value, i, EXPECTED),
        }
    }

    /// Fills the bytes of a point or a span of time, a UUID or a decimal number.
    pub(super) fn scalar<'s>(&self, ty: Ty<'s>, i: usize, out: &mut [u8]) -> Done {
        let expected = match ty {
            Ty::Timestamp => "a time such as \"2026-01-31T09:30:00Z\"",
            Ty::Duration => "a duration such as \"1.5s\"",
            Ty::Uuid => "a UUID in quotes",
            _ => "a decimal number in quotes",
        };
        self.expect(i, b'"', expected)?;
        let text = self.text(i);
        tick(text.len());
        let words = || str::from_utf8(&text).unwrap_or_default();
        let number = match ty {
            Ty::Timestamp => words().parse::<Timestamp>().map(|time| time.0),
            Ty::Duration => words().parse::<Duration>().map(|span| span.0),
            Ty::Uuid => match parse_uuid(&text) {
                Ok(bytes) => {
                    crate::protobuf::convert::copy(out, &bytes);
                    return Ok(());
                }
                Err(error) => Err(error),
            },
            Ty::Decimal(scale) => parse_decimal(&text, scale),
            _ => Ok(0),
        };
        match number {
            Ok(number) => {
                crate::protobuf::convert::copy(out, &number.to_le_bytes());
                Ok(())
            }
            Err(error) => self.wrong(Kind::Value, i, wanted(error)),
        }
    }

    /// Whether a member says what its absence would: empty text where a value of fixed size is text in protobuf, or an
    /// array without elements.
    #[inline(always)]
    pub(super) fn is_unset<'s>(&self, ty: Ty<'s>, i: usize) -> bool {
        match ty {
            Ty::Uuid | Ty::Decimal(_) | Ty::Array(Ty::U8, _) => {
                self.sort(i) == b'"' && self.raw(i).is_empty()
            }
            Ty::Array(..) => self.sort(i) == b'[' && self.count_of_simple(i) == 0,
            _ => false,
        }
    }

    /// The bits of a key that is a number.
    pub(super) fn key_number<'s>(&self, schema: &'s Tables<'s>, ty: Ty<'s>, i: usize) -> Done<u64> {
        match ty {
            Ty::Bool => match self.text(i).as_ref() {
                b"true" => Ok(1),
                b"false" => Ok(0),
                _ => self.wrong(Kind::Value, i, "\"true\" or \"false\""),
            },
            Ty::Enum(of) => match schema.enumeration(of) {
                Some(def) => {
                    if let Some(number) = self.enum_named(def, &self.text(i)) {
                        return Ok(number);
                    }
                    let number = self.enum_number(def, i)?;
                    match def.allows(number.cast_signed()) {
                        true => Ok(number),
                        false => self.wrong(Kind::Value, i, format!("a value of {}", def.name)),
                    }
                }
                None => Ok(0),
            },
            _ if ty.is_number() => self.integer(ty.plain(), i),
            _ => Ok(0),
        }
    }
}

/// What would have been right, in the place of what is wrong.
fn wanted(error: ScalarError) -> String {
    match error {
        ScalarError::Form { expected } => expected.to_owned(),
        ScalarError::Range { of } => format!("one within the range of {of}"),
        ScalarError::Places { places } => format!("no more than {places} decimal places"),
        ScalarError::Nanos { .. } => "nanoseconds that are a fraction of the seconds".to_owned(),
    }
}
