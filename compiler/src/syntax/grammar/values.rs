//! Values: literals, constants, and expressions of them.

use super::Parsed;
use super::basics::fatal;
use super::basics::name;
use super::basics::path;
use super::basics::token;
use crate::codes::Code;
use crate::diagnostic::Diagnostic;
use crate::limits::MAX_EXPRESSION_TERMS;
use crate::span::Span;
use crate::syntax::expect::Class;
use crate::syntax::expect::Expected;
use crate::syntax::scalar;
use crate::syntax::stream::Stream;
use crate::syntax::token::TokenKind;
use crate::syntax::tree::Expr;
use crate::syntax::tree::Number;
use crate::syntax::tree::Operator;
use crate::syntax::tree::Term;
use crate::syntax::tree::TermKind;
use crate::syntax::tree::Text;
use nom::Err;
use nom::Input;
use nom::Parser;
use nom::branch::alt;

pub(super) fn expr(input: Stream<'_>) -> Parsed<'_, Expr> {
    let (mut at, first) = term(input)?;
    let mut rest = Vec::new();
    while let Ok((after, operator)) = operator(at) {
        let next;
        (at, next) = term(after).map_err(fatal)?;
        rest.push((operator, next));
    }
    if rest.len() >= MAX_EXPRESSION_TERMS {
        let span = input.file.span_of(input.start, at.start);
        let message = format!("an expression of more than {MAX_EXPRESSION_TERMS} terms");
        input.file.say(
            Diagnostic::new(Code::OverLimit, message)
                .label(span, "")
                .help("split it into constants"),
        );
        return Ok((
            at,
            Expr {
                first: Term {
                    kind: TermKind::Bad,
                    span,
                },
                rest: Vec::new(),
            },
        ));
    }
    Ok((at, Expr { first, rest }))
}

pub(super) fn operator(input: Stream<'_>) -> Parsed<'_, Operator> {
    alt((
        token(TokenKind::Pipe).map(|_| Operator::Or),
        token(TokenKind::Shl).map(|_| Operator::Shift),
        token(TokenKind::Plus).map(|_| Operator::Add),
        token(TokenKind::Minus).map(|_| Operator::Subtract),
    ))
    .parse(input)
}

pub(super) fn term(input: Stream<'_>) -> Parsed<'_, Term> {
    if input.kind(0) == TokenKind::Minus {
        let (rest, term) = positive(input.take_from(1))?;
        let span = input.span().to(term.span);
        return match scalar::negate(term.kind) {
            Some(kind) => Ok((rest, Term { kind, span })),
            None => Err(Err::Failure(Expected::token(
                input.start + 1,
                TokenKind::Int,
            ))),
        };
    }
    positive(input)
}

pub(super) fn positive(input: Stream<'_>) -> Parsed<'_, Term> {
    let text = input.text(0);
    let flat = |e: &'static str| (0, e);
    let value = match input.kind(0) {
        TokenKind::Int => scalar::int(text).map(TermKind::Int).map_err(flat),
        TokenKind::Float => scalar::float(text).map(TermKind::Float).map_err(flat),
        TokenKind::Duration => scalar::duration(text).map(TermKind::Duration).map_err(flat),
        TokenKind::Str => scalar::string(text).map(TermKind::Str),
        TokenKind::ByteStr => scalar::byte_string(text).map(TermKind::Bytes),
        TokenKind::Ident if matches!(text, "true" | "false") => Ok(TermKind::Bool(text == "true")),
        TokenKind::Ident => {
            return path
                .map(|p| Term {
                    span: p.span(),
                    kind: TermKind::Path(p),
                })
                .parse(input);
        }
        TokenKind::Dot => {
            let (rest, name) = name(input.take_from(1)).map_err(fatal)?;
            return Ok((
                rest,
                Term {
                    span: input.span().to(name.span),
                    kind: TermKind::Value(name),
                },
            ));
        }
        _ => return Err(Err::Error(Expected::class(input.start, Class::Value))),
    };
    let kind = value.unwrap_or_else(|bad| bad_literal(input, bad));
    Ok((
        input.take_from(1),
        Term {
            kind,
            span: input.span(),
        },
    ))
}

pub(super) fn bad_literal(input: Stream<'_>, (offset, why): (usize, &str)) -> TermKind {
    let span = input.span();
    let start = if offset == 0 {
        span.start
    } else {
        span.start + u32::try_from(offset).unwrap_or(0)
    };
    let span = if offset == 0 {
        span
    } else {
        Span::new(
            span.file,
            start.min(span.end),
            start.min(span.end) + u32::from(start < span.end),
        )
    };
    input
        .file
        .say(Diagnostic::new(Code::InvalidLiteral, why).label(span, "not well-formed"));
    TermKind::Bad
}

/// A whole number without sign.
pub(super) fn number(input: Stream<'_>) -> Parsed<'_, Number> {
    if !matches!(input.kind(0), TokenKind::Int | TokenKind::Duration) {
        return Err(Err::Failure(Expected::token(input.start, TokenKind::Int)));
    }
    let value = match scalar::int(input.text(0)) {
        Ok(value) => Some(value),
        Err(why) => {
            bad_literal(input, (0, why));
            None
        }
    };
    Ok((
        input.take_from(1),
        Number {
            value,
            span: input.span(),
        },
    ))
}

pub(super) fn signed(input: Stream<'_>) -> Parsed<'_, Number> {
    if input.kind(0) != TokenKind::Minus {
        return number(input);
    }
    let (rest, number) = number(input.take_from(1))?;
    Ok((
        rest,
        Number {
            value: number.value.map(|n| -n),
            span: input.span().to(number.span),
        },
    ))
}

pub(super) fn text(input: Stream<'_>) -> Parsed<'_, Text> {
    let (rest, span) = token(TokenKind::Str)(input)?;
    match scalar::string(input.text(0)) {
        Ok(text) => Ok((rest, Text { text, span })),
        Err(bad) => {
            bad_literal(input, bad);
            Ok((
                rest,
                Text {
                    text: String::new(),
                    span,
                },
            ))
        }
    }
}
