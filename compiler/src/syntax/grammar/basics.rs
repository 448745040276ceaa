//! Tokens, names, and the `;` that is forgiven when it is missing.

use super::Parsed;
use crate::span::Span;
use crate::syntax::expect::Expected;
use crate::syntax::stream::Stream;
use crate::syntax::token::TokenKind;
use crate::syntax::tree::Name;
use crate::syntax::tree::Path;
use nom::Err;
use nom::Input;
use nom::Parser;
use nom::multi::separated_list1;

pub(super) fn token<'a>(kind: TokenKind) -> impl Fn(Stream<'a>) -> Parsed<'a, Span> {
    move |input| {
        if input.kind(0) == kind {
            Ok((input.take_from(1), input.span()))
        } else {
            Err(Err::Error(Expected::token(input.start, kind)))
        }
    }
}

pub(super) fn must<'a>(kind: TokenKind) -> impl Fn(Stream<'a>) -> Parsed<'a, Span> {
    move |input| token(kind)(input).map_err(fatal)
}

pub(super) fn fatal(error: Err<Expected>) -> Err<Expected> {
    match error {
        Err::Error(e) => Err::Failure(e),
        other => other,
    }
}

pub(super) fn word<'a>(word: &'static str) -> impl Fn(Stream<'a>) -> Parsed<'a, Span> {
    move |input| {
        if input.is_word(0, word) {
            Ok((input.take_from(1), input.span()))
        } else {
            Err(Err::Error(Expected::token(input.start, TokenKind::Ident)))
        }
    }
}

pub(super) fn name(input: Stream<'_>) -> Parsed<'_, Name> {
    let (rest, span) = token(TokenKind::Ident)(input)?;
    Ok((
        rest,
        Name {
            text: input.text(0).to_owned(),
            span,
        },
    ))
}

pub(super) fn path(input: Stream<'_>) -> Parsed<'_, Path> {
    separated_list1(token(TokenKind::Dot), name)
        .map(|names| Path { names })
        .parse(input)
}

/// A `;`. One that is missing at the end of a line is reported and then taken as written.
pub(super) fn semi(input: Stream<'_>) -> Parsed<'_, ()> {
    if let Ok((rest, _)) = token(TokenKind::Semi)(input) {
        return Ok((rest, ()));
    }
    let expected = Expected::token(input.start, TokenKind::Semi);
    if !input.on_new_line()
        && !matches!(
            input.kind(0),
            TokenKind::RBrace | TokenKind::At | TokenKind::Eof
        )
    {
        return Err(Err::Failure(expected));
    }
    if let Some(diagnostic) = expected.diagnostic(input.file) {
        let end = input.file.span(input.start.saturating_sub(1)).after();
        input.file.say(diagnostic.fix(end, ";"));
    }
    Ok((input, ()))
}
