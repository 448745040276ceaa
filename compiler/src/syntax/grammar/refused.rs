//! Declarations that are none.

use super::Parsed;
use crate::codes::Code;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::quote;
use crate::names::nearest;
use crate::syntax::expect::Class;
use crate::syntax::expect::Expected;
use crate::syntax::stream::Stream;
use crate::syntax::token::ITEM_KEYWORDS;
use crate::syntax::token::TokenKind;
use crate::syntax::tree::PartKind;
use nom::Err;

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
