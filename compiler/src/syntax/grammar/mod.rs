//! Tokens to tree, by nom.
//!
//! The language is decided by the next token or two, so alternatives are chosen by looking, and an
//! error after the choice is final. Bodies are loops of our own: a member that does not parse is
//! reported, skipped (see `recover`) and kept as a broken part, and the next one is tried.

mod basics;
mod bodies;
mod items;
mod meta;
mod refused;
mod rules;
mod types;
mod values;

use crate::diagnostic::Diagnostic;
use crate::diagnostic::quote;
use crate::syntax::expect::Expected;
use crate::syntax::recover::skip_part;
use crate::syntax::stream::File;
use crate::syntax::stream::Stream;
use crate::syntax::stream::balanced;
use crate::syntax::token::Token;
use crate::syntax::token::TokenKind;
use crate::syntax::tree::Meta;
use crate::syntax::tree::Part;
use crate::syntax::tree::PartKind;
use crate::syntax::tree::Remains;
use crate::syntax::tree::Tree;
use bodies::stray;
use items::item;
use meta::meta;
use nom::Err;
use nom::IResult;
use nom::Input;

pub(super) type Parsed<'a, T> = IResult<Stream<'a>, T, Expected>;

/// The tree of `tokens`, and what is wrong with it. Never fails and never panics.
pub(crate) fn parse(
    id: crate::span::FileId,
    text: &str,
    tokens: &[Token],
) -> (Tree, Vec<Diagnostic>) {
    let file = File {
        id,
        text,
        tokens,
        balanced: balanced(tokens),
        diagnostics: Vec::new().into(),
    };
    let mut tree = Tree::default();
    let mut rest = Stream::new(&file);
    while rest.kind(0) != TokenKind::Eof {
        let start = rest;
        let (after, meta) = meta(start);
        let (after, kind) = if after.kind(0) == TokenKind::Eof {
            stray(&meta, &file);
            (after, PartKind::Broken(Remains::default()))
        } else {
            match item(after, 0) {
                Ok(done) => done,
                Err(error) => broken(after, start, error, true),
            }
        };
        tree.parts.push(Part {
            tokens: start.start..after.start,
            meta,
            kind,
        });
        rest = after;
        if file.full() {
            tree.parts.push(Part {
                tokens: rest.start..tokens.len() - 1,
                meta: Meta::default(),
                kind: PartKind::Broken(Remains::default()),
            });
            break;
        }
    }
    (tree, file.diagnostics.into_inner())
}

/// Reports `error` and skips the part that has it.
pub(super) fn broken<'a>(
    at: Stream<'a>,
    start: Stream<'a>,
    error: Err<Expected>,
    top: bool,
) -> (Stream<'a>, PartKind) {
    let expected = match error {
        Err::Error(e) | Err::Failure(e) => e,
        Err::Incomplete(_) => Expected::token(at.start, TokenKind::Semi),
    };
    if let Some(diagnostic) = expected.diagnostic(at.file) {
        at.file.say(with_advice(diagnostic, at));
    }
    let (after, remains) = skip_part(at, top);
    // Docs before a `}` are a part of their own; else at least one token must go.
    let after = if after.start == start.start {
        after.take_from(1)
    } else {
        after
    };
    (after, PartKind::Broken(remains))
}

/// Tokens of a member that advice depends on.
const LOOK_AHEAD: usize = 16;

/// What people mean who write as in other languages.
fn with_advice(diagnostic: Diagnostic, at: Stream<'_>) -> Diagnostic {
    if let Some(field) = proto_field(at) {
        return field.advise(diagnostic, at);
    }
    let mut ahead = (0..=LOOK_AHEAD).map(|n| at.kind(n));
    let declaration = |kind: &TokenKind| !matches!(kind, TokenKind::Semi | TokenKind::RBrace);
    if ahead
        .by_ref()
        .take_while(declaration)
        .any(|kind| kind == TokenKind::FatArrow)
    {
        return diagnostic.help("an error's variant is written `@1 name: type => not_found;`, with `retryable` before the `;` where that is so");
    }
    if at.kind(0) == TokenKind::At
        && at.kind(2) == TokenKind::Ident
        && at.kind(3) != TokenKind::Colon
    {
        return diagnostic.help("a field is written `@1 name: type;`");
    }
    diagnostic
}

/// A field as protobuf has it, `repeated int32 id = 1`: where it has its type, and how that is written here.
struct ProtoField {
    ty: usize,
    around: (&'static str, &'static str),
}

fn proto_field(at: Stream<'_>) -> Option<ProtoField> {
    let plain = |ty: usize| {
        at.kind(ty) == TokenKind::Ident
            && at.kind(ty + 1) == TokenKind::Ident
            && at.kind(ty + 2) == TokenKind::Eq
    };
    let labels = [
        ("repeated", ("list<", ">")),
        ("optional", ("", "?")),
        ("required", ("", "")),
    ];
    let label = labels.iter().find(|(word, _)| at.is_word(0, word));
    match label {
        Some((_, around)) if plain(1) => Some(ProtoField {
            ty: 1,
            around: *around,
        }),
        _ => plain(0).then_some(ProtoField {
            ty: 0,
            around: ("", ""),
        }),
    }
}

impl ProtoField {
    fn advise(&self, diagnostic: Diagnostic, at: Stream<'_>) -> Diagnostic {
        let (ty, name) = (at.text(self.ty), at.text(self.ty + 1));
        let number = at.text(self.ty + 3);
        let (open, close) = self.around;
        let diagnostic = diagnostic.help(format!(
            "write the ordinal first and the type last: `@{} {}: {open}{}{close};`",
            quote(number),
            quote(name),
            quote(ty)
        ));
        let whole =
            at.kind(self.ty + 3) == TokenKind::Int && at.kind(self.ty + 4) == TokenKind::Semi;
        if !whole {
            return diagnostic;
        }
        let span = at.file.span_of(at.start, at.start + self.ty + 4);
        diagnostic.fix(span, format!("@{number} {name}: {open}{ty}{close}"))
    }
}
