//! Docs and attributes.

use super::Parsed;
use super::basics::must;
use super::basics::name;
use super::basics::path;
use super::basics::token;
use super::values::term;
use crate::syntax::stream::Stream;
use crate::syntax::token::TokenKind;
use crate::syntax::tree::Arg;
use crate::syntax::tree::Attr;
use crate::syntax::tree::Doc;
use crate::syntax::tree::Meta;
use crate::syntax::tree::Name;
use nom::Err;
use nom::Input;
use nom::Parser;
use nom::combinator::opt;
use nom::multi::separated_list1;
use nom::sequence::delimited;

/// Docs and attributes; those that do not parse are reported and skipped.
pub(super) fn meta(input: Stream<'_>) -> (Stream<'_>, Meta) {
    let mut meta = Meta::default();
    let mut at = input;
    loop {
        match at.kind(0) {
            TokenKind::Doc | TokenKind::InnerDoc => {
                let text = at.text(0).get(3..).unwrap_or("");
                let text = text.strip_prefix(' ').unwrap_or(text).trim_end().to_owned();
                meta.docs.push(Doc {
                    text,
                    inner: at.kind(0) == TokenKind::InnerDoc,
                    span: at.span(),
                });
                at = at.take_from(1);
            }
            TokenKind::Hash => match attribute(at) {
                Ok((rest, attr)) => {
                    meta.attrs.push(attr);
                    at = rest;
                }
                Err(Err::Error(e) | Err::Failure(e)) => {
                    if let Some(found) = e.diagnostic(at.file) {
                        at.file.say(found);
                    }
                    at = skip_attribute(at);
                }
                Err(Err::Incomplete(_)) => at = skip_attribute(at),
            },
            _ => return (at, meta),
        }
        if at.file.full() {
            return (at, meta);
        }
    }
}

/// Through the `]`, if it is near, else just the `#`.
pub(super) fn skip_attribute(at: Stream<'_>) -> Stream<'_> {
    let stop = at.position(|t| {
        matches!(
            t.kind,
            TokenKind::RBracket
                | TokenKind::Semi
                | TokenKind::LBrace
                | TokenKind::RBrace
                | TokenKind::At
        )
    });
    match stop {
        Some(n) if at.kind(n) == TokenKind::RBracket => at.take_from(n + 1),
        _ => at.take_from(1),
    }
}

pub(super) fn attribute(input: Stream<'_>) -> Parsed<'_, Attr> {
    let (rest, (_, _, path)) =
        (token(TokenKind::Hash), must(TokenKind::LBracket), path).parse(input)?;
    let args = opt(delimited(
        token(TokenKind::LParen),
        arguments,
        must(TokenKind::RParen),
    ));
    let (rest, (args, _)) = (args, must(TokenKind::RBracket)).parse(rest)?;
    let span = input.file.span_of(input.start, rest.start);
    Ok((
        rest,
        Attr {
            name: Name {
                text: path.text(),
                span: path.span(),
            },
            args,
            span,
        },
    ))
}

pub(super) fn arguments(input: Stream<'_>) -> Parsed<'_, Vec<Arg>> {
    if input.kind(0) == TokenKind::RParen {
        return Ok((input, Vec::new()));
    }
    separated_list1(token(TokenKind::Comma), argument).parse(input)
}

pub(super) fn argument(input: Stream<'_>) -> Parsed<'_, Arg> {
    let named = input.kind(0) == TokenKind::Ident && input.kind(1) == TokenKind::Eq;
    if !named {
        return term.map(|value| Arg { name: None, value }).parse(input);
    }
    let (rest, (name, _, value)) = (name, token(TokenKind::Eq), term).parse(input)?;
    Ok((
        rest,
        Arg {
            name: Some(name),
            value,
        },
    ))
}
