//! Declarations: what stands at the top of a file.

use super::Parsed;
use super::basics::fatal;
use super::basics::must;
use super::basics::name;
use super::basics::path;
use super::basics::semi;
use super::basics::token;
use super::basics::word;
use super::bodies::Body;
use super::bodies::block;
use super::bodies::data;
use super::rules::rules;
use super::types::type_expr;
use super::values::expr;
use crate::syntax::expect::Class;
use crate::syntax::expect::Expected;
use crate::syntax::stream::Stream;
use crate::syntax::token::TokenKind;
use crate::syntax::tree::Name;
use crate::syntax::tree::PartKind;
use crate::syntax::tree::Path;
use crate::syntax::tree::Use;
use crate::syntax::tree::UseName;
use nom::Err;
use nom::Input;
use nom::Parser;
use nom::combinator::opt;
use nom::multi::separated_list1;
use nom::sequence::preceded;

/// What stands at the top of a file.
pub(super) fn item(input: Stream<'_>, depth: usize) -> Parsed<'_, PartKind> {
    if input.kind(0) != TokenKind::Ident {
        return Err(Err::Error(Expected::class(input.start, Class::Item)));
    }
    let rest = input.take_from(1);
    match input.text(0) {
        "package" => (path, semi)
            .map(|(path, ())| PartKind::Package(path))
            .parse(rest)
            .map_err(fatal),
        "use" => import(input).map_err(fatal),
        "const" => constant(rest).map_err(fatal),
        "type" => alias(rest).map_err(fatal),
        "service" => block(rest, depth, Body::Service)
            .map(|(rest, block)| (rest, PartKind::Service(block)))
            .map_err(fatal),
        _ => data(input, depth),
    }
}

pub(super) fn import(input: Stream<'_>) -> Parsed<'_, PartKind> {
    let (mut rest, first) = name(input.take_from(1))?;
    let mut names = vec![first];
    let mut braces = None;
    while rest.kind(0) == TokenKind::Dot {
        rest = rest.take_from(1);
        if rest.kind(0) == TokenKind::LBrace {
            let listed;
            (rest, listed) = use_names(rest)?;
            braces = Some(listed);
            break;
        }
        let next;
        (rest, next) = name(rest)?;
        names.push(next);
    }
    let (rest, (rename, ())) = (rename, semi).parse(rest)?;
    let span = input.file.span_of(input.start, rest.start);
    Ok((
        rest,
        PartKind::Use(Use {
            path: Path { names },
            names: braces,
            rename,
            span,
        }),
    ))
}

pub(super) fn rename(input: Stream<'_>) -> Parsed<'_, Option<Name>> {
    opt(preceded(word("as"), name)).parse(input)
}

/// `{X, Y as Z,}`
pub(super) fn use_names(input: Stream<'_>) -> Parsed<'_, Vec<UseName>> {
    let one = (name, rename).map(|(name, rename)| UseName { name, rename });
    let list = separated_list1(token(TokenKind::Comma), one);
    let (rest, (_, names, _, _)) = (
        token(TokenKind::LBrace),
        list,
        opt(token(TokenKind::Comma)),
        must(TokenKind::RBrace),
    )
        .parse(input)?;
    Ok((rest, names))
}

pub(super) fn constant(input: Stream<'_>) -> Parsed<'_, PartKind> {
    let (rest, (name, _, ty, _, value)) = (
        name,
        must(TokenKind::Colon),
        type_expr,
        must(TokenKind::Eq),
        expr,
    )
        .parse(input)?;
    let (rest, ()) = semi(rest)?;
    Ok((rest, PartKind::Const { name, ty, value }))
}

pub(super) fn alias(input: Stream<'_>) -> Parsed<'_, PartKind> {
    let (rest, (name, _, ty)) = (name, must(TokenKind::Eq), type_expr).parse(input)?;
    let (rest, rules) = rules(rest)?;
    let (rest, ()) = semi(rest)?;
    Ok((rest, PartKind::Alias { name, ty, rules }))
}
