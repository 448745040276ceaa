//! `where` clauses: what a value must be, beyond its type.

use super::Parsed;
use super::basics::fatal;
use super::basics::must;
use super::basics::name;
use super::basics::token;
use super::basics::word;
use super::values::expr;
use crate::syntax::expect::Class;
use crate::syntax::expect::Expected;
use crate::syntax::stream::Stream;
use crate::syntax::token::TokenKind;
use crate::syntax::tree::Compare;
use crate::syntax::tree::Name;
use crate::syntax::tree::Predicate;
use crate::syntax::tree::Test;
use nom::Err;
use nom::Input;
use nom::Parser;
use nom::combinator::opt;
use nom::multi::separated_list1;

/// The conditions of a `where` clause; none where there is no clause.
pub(super) fn rules(input: Stream<'_>) -> Parsed<'_, Vec<Predicate>> {
    match word("where")(input) {
        Ok((rest, _)) => separated_list1(token(TokenKind::Comma), predicate)
            .parse(rest)
            .map_err(fatal),
        Err(_) => Ok((input, Vec::new())),
    }
}

fn predicate(input: Stream<'_>) -> Parsed<'_, Predicate> {
    let (rest, part) = opt(part).parse(input)?;
    let (rest, len) = opt(word("len")).parse(rest)?;
    let (rest, test) = test(rest)?;
    Ok((
        rest,
        Predicate {
            part,
            len: len.is_some(),
            test,
            span: input.file.span_of(input.start, rest.start),
        },
    ))
}

fn part(input: Stream<'_>) -> Parsed<'_, Name> {
    if ["each", "key", "value"].contains(&input.text(0)) {
        name(input)
    } else {
        Err(Err::Error(Expected::class(input.start, Class::Condition)))
    }
}

fn test(input: Stream<'_>) -> Parsed<'_, Test> {
    if let Some((compare, tokens)) = comparison(input) {
        let (rest, operand) = expr(input.take_from(tokens)).map_err(fatal)?;
        return Ok((rest, Test::Compare(compare, operand)));
    }
    if input.is_word(0, "in") {
        let (rest, (first, _, last)) = (expr, must(TokenKind::DotDotEq), expr)
            .parse(input.take_from(1))
            .map_err(fatal)?;
        return Ok((rest, Test::Range(first, last)));
    }
    match name(input) {
        Ok((rest, name)) => Ok((rest, Test::Word(name))),
        Err(_) => Err(Err::Error(Expected::class(input.start, Class::Condition))),
    }
}

/// The operator that stands here, and its tokens. `<=` is two, since `>` also closes a list of types.
fn comparison(input: Stream<'_>) -> Option<(Compare, usize)> {
    let equal =
        input.kind(1) == TokenKind::Eq && input.span().end == input.take_from(1).span().start;
    Some(match (input.kind(0), equal) {
        (TokenKind::Lt, true) => (Compare::AtMost, 2),
        (TokenKind::Lt, false) => (Compare::Less, 1),
        (TokenKind::Gt, true) => (Compare::AtLeast, 2),
        (TokenKind::Gt, false) => (Compare::More, 1),
        (TokenKind::Eq, true) => (Compare::Equal, 2),
        (TokenKind::Other, true) if input.text(0) == "!" => (Compare::NotEqual, 2),
        _ => return None,
    })
}
