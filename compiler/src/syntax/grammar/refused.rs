//! Declarations that are none: of a later version, or of no version at all.

use super::Parsed;
use super::basics::not_yet;
use crate::codes::Code;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::quote;
use crate::names::nearest;
use crate::syntax::expect::Class;
use crate::syntax::expect::Expected;
use crate::syntax::recover::skip_block;
use crate::syntax::stream::Stream;
use crate::syntax::token::ITEM_KEYWORDS;
use crate::syntax::token::TokenKind;
use crate::syntax::tree::PartKind;
use crate::syntax::tree::Remains;
use nom::Err;
use nom::Input;

/// Skips a whole declaration that is not of this version.
pub(super) fn later<'a>(
    input: Stream<'a>,
    code: Code,
    what: &str,
    help: &str,
) -> (Stream<'a>, PartKind) {
    let mut remains = Remains::default();
    let mut at = input;
    if at.kind(1) == TokenKind::Ident {
        remains.names.push(at.text(1).to_owned());
        at = at.take_from(1);
    }
    let span = input.file.span_of(input.start, at.start + 1);
    input.file.say(not_yet(code, what, span, help));
    while !matches!(
        at.kind(0),
        TokenKind::LBrace | TokenKind::Semi | TokenKind::RBrace | TokenKind::Eof
    ) {
        at = at.take_from(1);
    }
    let after = match at.kind(0) {
        TokenKind::LBrace => skip_block(at, &mut remains),
        TokenKind::Semi => at.take_from(1),
        _ => at,
    };
    (after, PartKind::Unsupported(remains))
}

pub(super) fn unknown_item(input: Stream<'_>) -> Parsed<'_, PartKind> {
    let class = Expected::class(input.start, Class::Item);
    if input.kind(1) != TokenKind::Ident || input.kind(2) == TokenKind::Eq {
        return Err(Err::Failure(class));
    }
    let found = quote(input.text(0));
    let near = nearest(input.text(0), ITEM_KEYWORDS.iter().copied());
    let diagnostic = Diagnostic::new(
        Code::UnknownKeyword,
        format!("`{found}` begins no declaration"),
    );
    let diagnostic = diagnostic.label(input.span(), "unknown word");
    let known = "declarations begin with package, use, const, type, struct, message, union, enum, flags, error or service";
    input.file.say(diagnostic.did_you_mean(near, known));
    Err(Err::Failure(Expected::class(input.start, Class::Said)))
}
