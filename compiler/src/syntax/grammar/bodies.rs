//! The kinds of data, and what stands between their braces. The loop over members is where recovery happens.

use super::Parsed;
use super::basics::fatal;
use super::basics::must;
use super::basics::name;
use super::basics::path;
use super::basics::semi;
use super::basics::token;
use super::basics::word;
use super::broken;
use super::meta::meta;
use super::refused::unknown_item;
use super::rules::rules;
use super::types::type_expr;
use super::values::expr;
use super::values::number;
use super::values::signed;
use super::values::text;
use crate::codes::Code;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::quote;
use crate::limits::MAX_BLOCK_DEPTH;
use crate::span::Span;
use crate::syntax::expect::Class;
use crate::syntax::expect::Expected;
use crate::syntax::recover::begins_item;
use crate::syntax::recover::skip_part;
use crate::syntax::stream::File;
use crate::syntax::stream::Stream;
use crate::syntax::token::TokenKind;
use crate::syntax::tree::Block;
use crate::syntax::tree::Field;
use crate::syntax::tree::FieldBody;
use crate::syntax::tree::Meta;
use crate::syntax::tree::Ordinal;
use crate::syntax::tree::Part;
use crate::syntax::tree::PartKind;
use crate::syntax::tree::Remains;
use crate::syntax::tree::Rpc;
use crate::syntax::tree::Side;
use crate::syntax::tree::Status;
use nom::Err;
use nom::Input;
use nom::Parser;
use nom::combinator::opt;
use nom::sequence::delimited;
use nom::sequence::preceded;

/// Whose members are being read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Body {
    Struct,
    Message,
    Union,
    Oneof,
    Enum,
    Flags,
    Error,
    Service,
}

pub(super) fn block(input: Stream<'_>, depth: usize, kind: Body) -> Parsed<'_, Block> {
    let (rest, block_name) = name(input)?;
    let (rest, members) = body(rest, depth, kind, block_name.span)?;
    Ok((
        rest,
        Block {
            name: block_name,
            closed: false,
            members,
        },
    ))
}

/// `{…}`, whatever is in it. Only the `{` can be missed.
pub(super) fn body(
    input: Stream<'_>,
    depth: usize,
    kind: Body,
    owner: Span,
) -> Parsed<'_, Vec<Part>> {
    let (mut at, open) = must(TokenKind::LBrace)(input)?;
    if depth >= MAX_BLOCK_DEPTH {
        let found = Diagnostic::new(
            Code::TooDeep,
            format!("more than {MAX_BLOCK_DEPTH} messages within each other"),
        );
        input.file.say(
            found
                .label(owner, "one too many")
                .help("declare it at the top of the file"),
        );
        return Err(Err::Failure(Expected::class(input.start, Class::Said)));
    }
    let mut members = Vec::new();
    while !ends(at, kind) {
        let start = at;
        let (after, meta) = meta(start);
        let (after, part) = if after.kind(0) == TokenKind::RBrace && after.start > start.start {
            stray(&meta, at.file);
            (after, PartKind::Broken(Remains::default()))
        } else if at.file.balanced && begins_item(after) && ends_body(after, kind) {
            misplaced(after, kind)
        } else {
            match member(after, depth, kind) {
                Ok(done) => done,
                Err(error) => broken(after, start, error, false),
            }
        };
        members.push(Part {
            tokens: start.start..after.start,
            meta,
            kind: part,
        });
        at = after;
    }
    if at.kind(0) == TokenKind::RBrace {
        return Ok((at.take_from(1), members));
    }
    if !at.file.full() {
        let found =
            Diagnostic::new(Code::Syntax, "this `{` is not closed").label(open, "opened here");
        at.file.say(
            found
                .label(
                    at.file.span(at.start.saturating_sub(1)).after(),
                    "`}` expected",
                )
                .help("write `}` after the last member"),
        );
    }
    Ok((at, members))
}

/// Docs or attributes that nothing follows.
pub(super) fn stray(meta: &Meta, file: &File<'_>) {
    let (what, span, help) = match (meta.docs.first(), meta.attrs.first()) {
        (Some(doc), _) => (
            "doc comment",
            doc.span,
            "write it before a declaration, or begin it with `//`",
        ),
        (None, Some(attr)) => ("attribute", attr.span, "write it before a declaration"),
        (None, None) => return,
    };
    let found = Diagnostic::new(Code::StrayDoc, format!("this {what} belongs to nothing"))
        .label(span, "nothing follows it");
    file.say(found.help(help));
}

/// True where a body ends, with or without its `}`.
pub(super) fn ends(at: Stream<'_>, kind: Body) -> bool {
    let closed = matches!(at.kind(0), TokenKind::RBrace | TokenKind::Eof);
    closed || at.file.full() || !at.file.balanced && begins_item(at) && ends_body(at, kind)
}

/// A declaration that was put where none of its sort can stand.
fn misplaced(input: Stream<'_>, kind: Body) -> (Stream<'_>, PartKind) {
    let closed = usize::from(input.is_word(0, "closed"));
    let word = input.text(closed);
    let (article, place) = match kind {
        Body::Message => ("a", "message"),
        Body::Struct => ("a", "struct"),
        Body::Union => ("a", "union"),
        Body::Oneof => ("a", "oneof"),
        Body::Enum => ("an", "enum"),
        Body::Flags => ("a set of", "flags"),
        Body::Error => ("an", "error"),
        Body::Service => ("a", "service"),
    };
    let message = format!("`{word}` cannot stand in {article} `{place}`");
    let help = match word {
        "message" | "struct" | "union" | "enum" | "flags" => {
            format!("write it before or behind the `{place}`, or in a message")
        }
        _ => format!("write it before or behind the `{place}`: it belongs to the package"),
    };
    let found = Diagnostic::new(Code::Syntax, message).label(input.span(), "not here");
    input.file.say(found.help(help));
    let (rest, remains) = skip_part(input.take_from(closed), false);
    (rest, PartKind::Broken(remains))
}

/// True for a declaration that cannot stand in this body: its `}` is missing.
pub(super) fn ends_body(at: Stream<'_>, kind: Body) -> bool {
    match kind {
        Body::Message => matches!(
            at.text(0),
            "package" | "use" | "const" | "type" | "service" | "error"
        ),
        Body::Struct | Body::Union | Body::Oneof | Body::Enum => true,
        Body::Flags | Body::Error | Body::Service => true,
    }
}

pub(super) fn member(input: Stream<'_>, depth: usize, kind: Body) -> Parsed<'_, PartKind> {
    let oneof = input.is_word(0, "oneof")
        && input.kind(1) == TokenKind::Ident
        && matches!(input.kind(2), TokenKind::LBrace | TokenKind::Question);
    match kind {
        Body::Message if oneof => self::oneof(input, depth),
        _ if oneof => misplaced_oneof(input, depth),
        Body::Message if input.kind(0) == TokenKind::Ident && input.kind(1) != TokenKind::Colon => {
            nested(input, depth)
        }
        Body::Message | Body::Union | Body::Oneof | Body::Struct | Body::Error => {
            field(input, kind)
        }
        Body::Enum => enum_member(input),
        Body::Flags => flag(input),
        Body::Service => rpc(input),
    }
}

pub(super) fn nested(input: Stream<'_>, depth: usize) -> Parsed<'_, PartKind> {
    let reserved = input.is_word(0, "reserved");
    if reserved || (1..4).any(|ahead| input.kind(ahead) == TokenKind::Eq) {
        return Err(Err::Failure(Expected::class(input.start, Class::Member)));
    }
    data(input, depth + 1)
}

/// A field, a variant or a tombstone, complete with what this version does not support.
pub(super) fn field(input: Stream<'_>, kind: Body) -> Parsed<'_, PartKind> {
    let class = match kind {
        Body::Struct => Class::StructField,
        Body::Union | Body::Oneof => Class::Variant,
        Body::Error => Class::ErrorVariant,
        _ => Class::Member,
    };
    if !matches!(input.kind(0), TokenKind::At | TokenKind::Ident) {
        return Err(Err::Error(Expected::class(input.start, class)));
    }
    let (rest, ordinal) = opt(ordinal).parse(input)?;
    if kind == Body::Struct
        && let Some(ordinal) = ordinal
    {
        let found = Diagnostic::new(Code::BadOrdinal, "fields of a struct have no ordinals")
            .label(ordinal.span, "remove this");
        let found =
            found.help("a struct is frozen and laid out as written; what must grow is a `message`");
        let with_space = ordinal.span.to(rest.span().before());
        input.file.say(found.fix(with_space, ""));
    }
    let tombstone =
        rest.is_word(0, "reserved") && rest.kind(1) != TokenKind::Colon && ordinal.is_some();
    let (rest, body) = if tombstone {
        tombstone_body(rest, kind)
    } else {
        field_body(rest, kind)
    }
    .map_err(fatal)?;
    let (rest, status) = if kind == Body::Error && !tombstone {
        status(rest, &body)?
    } else {
        (rest, None)
    };
    let (rest, ()) = semi(rest)?;
    let field = Field {
        ordinal,
        body,
        status,
    };
    Ok((rest, PartKind::Field(field)))
}

/// `=> not_found retryable`. Where nothing of the kind stands before the `;`, that is said, and all else is as written.
fn status<'a>(input: Stream<'a>, body: &FieldBody) -> Parsed<'a, Option<Status>> {
    if let (TokenKind::Semi, FieldBody::Live { name, .. }) = (input.kind(0), body) {
        let variant = quote(&name.text);
        let message = format!("error `{variant}` has no status");
        let found = Diagnostic::new(Code::Syntax, message);
        let found = found.label(name.span, "expected `=> status`");
        let help = format!("say which status carries it: `{variant} => failed_precondition;`");
        input.file.say(found.help(help));
        return Ok((input, None));
    }
    let (rest, _) = must(TokenKind::FatArrow)(input)?;
    let Ok((rest, name)) = name(rest) else {
        return Err(Err::Failure(Expected::class(rest.start, Class::Status)));
    };
    let (rest, retryable) = opt(word("retryable")).parse(rest)?;
    let status = Status {
        name,
        retryable: retryable.is_some(),
    };
    Ok((rest, Some(status)))
}

pub(super) fn ordinal(input: Stream<'_>) -> Parsed<'_, Ordinal> {
    let (rest, (at, number)) = (token(TokenKind::At), number).parse(input)?;
    Ok((
        rest,
        Ordinal {
            value: number.value,
            span: at.to(number.span),
        },
    ))
}

pub(super) fn field_body(input: Stream<'_>, kind: Body) -> Parsed<'_, FieldBody> {
    let (rest, field_name) = name(input)?;
    if matches!(kind, Body::Union | Body::Oneof | Body::Error) && rest.kind(0) != TokenKind::Colon {
        return Ok((
            rest,
            FieldBody::Live {
                name: field_name,
                ty: None,
                default: None,
                rules: Vec::new(),
            },
        ));
    }
    let default = opt(preceded(token(TokenKind::Eq), expr));
    let (rest, (_, ty, default, rules)) =
        (must(TokenKind::Colon), type_expr, default, rules).parse(rest)?;
    Ok((
        rest,
        FieldBody::Live {
            name: field_name,
            ty: Some(ty),
            default,
            rules,
        },
    ))
}

pub(super) fn tombstone_body(input: Stream<'_>, kind: Body) -> Parsed<'_, FieldBody> {
    let (mut rest, word) = word("reserved")(input)?;
    let mut ty = None;
    let union = matches!(kind, Body::Union | Body::Oneof | Body::Error);
    if !union || !matches!(rest.kind(0), TokenKind::Str | TokenKind::Semi) {
        let parsed;
        (rest, parsed) = type_expr(rest)?;
        ty = Some(parsed);
    }
    let (rest, name) = opt(text).parse(rest)?;
    Ok((rest, FieldBody::Tombstone { word, ty, name }))
}

pub(super) fn enum_member(input: Stream<'_>) -> Parsed<'_, PartKind> {
    if input.is_word(0, "reserved") && input.kind(1) != TokenKind::Eq {
        let (rest, first) = signed(input.take_from(1)).map_err(fatal)?;
        let (rest, (last, note)) =
            (opt(preceded(token(TokenKind::DotDotEq), signed)), opt(text)).parse(rest)?;
        let (rest, ()) = semi(rest)?;
        return Ok((
            rest,
            PartKind::ReservedNumbers {
                first,
                last: last.unwrap_or(first),
                note,
            },
        ));
    }
    if input.kind(0) != TokenKind::Ident {
        return Err(Err::Error(Expected::class(input.start, Class::EnumValue)));
    }
    let (rest, (value_name, number)) = (name, opt(preceded(token(TokenKind::Eq), signed)))
        .parse(input)
        .map_err(fatal)?;
    if number.is_none() {
        let found = Diagnostic::new(
            Code::Syntax,
            format!("enum value `{}` has no number", quote(&value_name.text)),
        );
        input.file.say(
            found
                .label(value_name.span, "expected `= number`")
                .help(format!("write `{} = 1;`", quote(&value_name.text))),
        );
    }
    let (rest, ()) = semi(rest)?;
    Ok((
        rest,
        PartKind::Value {
            name: value_name,
            number,
        },
    ))
}

fn flag(input: Stream<'_>) -> Parsed<'_, PartKind> {
    if input.kind(0) != TokenKind::Ident {
        return Err(Err::Error(Expected::class(input.start, Class::Flag)));
    }
    let (rest, (name, bits)) = (name, opt(preceded(token(TokenKind::Eq), expr)))
        .parse(input)
        .map_err(fatal)?;
    if bits.is_none() {
        let message = format!("flag `{}` has no bits", quote(&name.text));
        let found = Diagnostic::new(Code::Syntax, message);
        let found = found.label(name.span, "expected `= 1 << …`");
        let help = format!("write `{} = 1 << 0;`", quote(&name.text));
        input.file.say(found.help(help));
    }
    let (rest, ()) = semi(rest)?;
    Ok((rest, PartKind::Flag { name, bits }))
}

pub(super) fn rpc(input: Stream<'_>) -> Parsed<'_, PartKind> {
    if !input.is_word(0, "rpc") {
        return Err(Err::Error(Expected::class(input.start, Class::Method)));
    }
    let (rest, (name, _, taken, _)) =
        (name, must(TokenKind::LParen), side, must(TokenKind::RParen))
            .parse(input.take_from(1))
            .map_err(fatal)?;
    let (rest, output) = opt(preceded(token(TokenKind::Arrow), returned))
        .parse(rest)
        .map_err(fatal)?;
    let (rest, throws) = if rest.is_word(0, "throws") {
        path.map(Some).parse(rest.take_from(1)).map_err(fatal)?
    } else {
        (rest, None)
    };
    let (rest, ()) = semi(rest)?;
    Ok((
        rest,
        PartKind::Rpc(Rpc {
            name,
            input: taken,
            output: output.unwrap_or_default(),
            throws,
        }),
    ))
}

/// `()` or as between the parentheses.
pub(super) fn returned(input: Stream<'_>) -> Parsed<'_, Side> {
    if input.kind(0) == TokenKind::LParen {
        return delimited(token(TokenKind::LParen), side, must(TokenKind::RParen)).parse(input);
    }
    let (rest, side) = side(input)?;
    if side.ty.is_none() {
        Err(Err::Failure(Expected::class(input.start, Class::Type)))
    } else {
        Ok((rest, side))
    }
}

pub(super) fn side(input: Stream<'_>) -> Parsed<'_, Side> {
    let stream = input.is_word(0, "stream") && input.kind(1) == TokenKind::Ident;
    let rest = if stream { input.take_from(1) } else { input };
    let (rest, ty) = opt(path).parse(rest)?;
    Ok((rest, Side { stream, ty }))
}

/// The kinds of data: at the top or within a message.
pub(super) fn data(input: Stream<'_>, depth: usize) -> Parsed<'_, PartKind> {
    let rest = input.take_from(1);
    match input.text(0) {
        "struct" => block(rest, depth, Body::Struct)
            .map(|(rest, block)| (rest, PartKind::Struct(block)))
            .map_err(fatal),
        "message" => block(rest, depth, Body::Message)
            .map(|(rest, block)| (rest, PartKind::Message(block)))
            .map_err(fatal),
        "union" => block(rest, depth, Body::Union)
            .map(|(rest, block)| (rest, PartKind::Union(block)))
            .map_err(fatal),
        "enum" => enumeration(rest, depth).map_err(fatal),
        "closed" if matches!(rest.text(0), "enum" | "union") => {
            let (rest, mut kind) = data(rest, depth)?;
            if let PartKind::Enum { block, .. } | PartKind::Union(block) = &mut kind {
                block.closed = true;
            }
            Ok((rest, kind))
        }
        "closed" if rest.kind(0) == TokenKind::Ident => {
            let message = "`closed` is for enums and unions";
            let help = "remove it: only enums and unions grow in a way that can be forbidden";
            let found = Diagnostic::new(Code::MisplacedClosed, message).label(input.span(), "");
            input.file.say(found.help(help));
            if matches!(
                rest.text(0),
                "struct" | "message" | "flags" | "error" | "oneof"
            ) {
                data(rest, depth)
            } else {
                unknown_item(rest)
            }
        }
        "flags" => flags(rest, depth).map_err(fatal),
        "error" => block(rest, depth, Body::Error)
            .map(|(rest, block)| (rest, PartKind::Error(block)))
            .map_err(fatal),
        // Members of a message come here behind a `closed` that does not belong there.
        "oneof" if rest.kind(0) == TokenKind::Ident => match depth.checked_sub(1) {
            Some(around) => oneof(input, around),
            None => misplaced_oneof(input, depth),
        }
        .map_err(fatal),
        _ => unknown_item(input),
    }
}

/// A `oneof` of a message: what its members are is as in a union, and it takes the depth of its message.
fn oneof(input: Stream<'_>, depth: usize) -> Parsed<'_, PartKind> {
    let (rest, (block_name, optional)) = (name, opt(token(TokenKind::Question)))
        .parse(input.take_from(1))
        .map_err(fatal)?;
    let (rest, members) = body(rest, depth, Body::Oneof, block_name.span)?;
    let block = Block {
        name: block_name,
        closed: false,
        members,
    };
    let optional = optional.is_some();
    Ok((rest, PartKind::Oneof { optional, block }))
}

/// One that stands in no message. In one another can stand, so each counts as a level.
fn misplaced_oneof(input: Stream<'_>, depth: usize) -> Parsed<'_, PartKind> {
    let found = Diagnostic::new(Code::MisplacedOneof, "a `oneof` stands in a message")
        .label(input.span(), "not in one");
    let help =
        "its members are members of the message around it; what stands by itself is a `union`";
    input.file.say(found.help(help));
    let mut remains = Remains::default();
    remains.names.push(input.text(1).to_owned());
    let (rest, _) = oneof(input, depth + 1)?;
    Ok((rest, PartKind::Broken(remains)))
}

fn flags(input: Stream<'_>, depth: usize) -> Parsed<'_, PartKind> {
    let (rest, (flags_name, repr)) =
        (name, opt(preceded(token(TokenKind::Colon), name))).parse(input)?;
    let (rest, members) = body(rest, depth, Body::Flags, flags_name.span)?;
    let block = Block {
        name: flags_name,
        closed: false,
        members,
    };
    Ok((rest, PartKind::Flags { repr, block }))
}

fn enumeration(input: Stream<'_>, depth: usize) -> Parsed<'_, PartKind> {
    let (rest, (enum_name, repr)) =
        (name, opt(preceded(token(TokenKind::Colon), name))).parse(input)?;
    let (rest, members) = body(rest, depth, Body::Enum, enum_name.span)?;
    Ok((
        rest,
        PartKind::Enum {
            repr,
            block: Block {
                name: enum_name,
                closed: false,
                members,
            },
        },
    ))
}
