//! Types.

use super::Parsed;
use super::basics::fatal;
use super::basics::must;
use super::basics::path;
use super::basics::token;
use super::values::expr;
use super::values::number;
use crate::codes::Code;
use crate::diagnostic::Diagnostic;
use crate::limits::MAX_TYPE_DEPTH;
use crate::syntax::expect::Class;
use crate::syntax::expect::Expected;
use crate::syntax::stream::Stream;
use crate::syntax::token::TokenKind;
use crate::syntax::tree::TypeExpr;
use crate::syntax::tree::TypeKind;
use nom::Err;
use nom::Input;
use nom::Parser;
use nom::combinator::opt;
use nom::sequence::delimited;

pub(super) fn type_expr(input: Stream<'_>) -> Parsed<'_, TypeExpr> {
    type_at(input, 0)
}

pub(super) fn type_at(input: Stream<'_>, depth: usize) -> Parsed<'_, TypeExpr> {
    if depth > MAX_TYPE_DEPTH {
        let found = Diagnostic::new(
            Code::TooDeep,
            format!("a type of more than {MAX_TYPE_DEPTH} levels"),
        );
        input.file.say(
            found
                .label(input.span(), "one level too many")
                .help("declare a message for the inner part"),
        );
        return Err(Err::Failure(Expected::class(input.start, Class::Said)));
    }
    let (rest, kind) = type_kind(input, depth)?;
    let span = input.file.span_of(input.start, rest.start);
    let (rest, optional) = opt(token(TokenKind::Question)).parse(rest)?;
    Ok((
        rest,
        TypeExpr {
            kind,
            optional,
            span,
        },
    ))
}

pub(super) fn type_kind(input: Stream<'_>, depth: usize) -> Parsed<'_, TypeKind> {
    let inner = |input| type_at(input, depth + 1).map(|(rest, ty)| (rest, Box::new(ty)));
    if input.kind(0) == TokenKind::LBracket {
        let (rest, (ty, _, length, _)) = (
            inner,
            must(TokenKind::Semi),
            expr,
            must(TokenKind::RBracket),
        )
            .parse(input.take_from(1))
            .map_err(fatal)?;
        return Ok((rest, TypeKind::Array(ty, length)));
    }
    if input.kind(0) != TokenKind::Ident {
        return Err(Err::Error(Expected::class(input.start, Class::Type)));
    }
    let (open, close) = (must(TokenKind::Lt), must(TokenKind::Gt));
    let after = input.take_from(1);
    match input.text(0) {
        "list" => delimited(open, inner, close)
            .map(TypeKind::List)
            .parse(after)
            .map_err(fatal),
        "encoded" => delimited(open, inner, close)
            .map(TypeKind::Encoded)
            .parse(after)
            .map_err(fatal),
        "map" => {
            let pair = (inner, must(TokenKind::Comma), inner)
                .map(|(key, _, value)| TypeKind::Map(key, value));
            delimited(open, pair, close).parse(after).map_err(fatal)
        }
        "decimal" => delimited(open, number, close)
            .map(TypeKind::Decimal)
            .parse(after)
            .map_err(fatal),
        _ => path.map(TypeKind::Path).parse(input),
    }
}
