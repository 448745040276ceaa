//! Going on after an error: where the next part probably begins.
//!
//! Every function here takes at least one token and looks at each token once, so that recovery
//! is linear however the text is broken.

use super::stream::Stream;
use super::token::{ITEM_KEYWORDS, TokenKind};
use super::tree::Remains;
use nom::Input;

/// Past the rest of a broken part: through its `;` or its balanced `{…}`, or up to what begins another part.
pub(crate) fn skip_part<'a>(input: Stream<'a>, top: bool) -> (Stream<'a>, Remains) {
    let mut remains = Remains::default();
    let mut at = input;
    loop {
        match at.kind(0) {
            TokenKind::Eof => break,
            TokenKind::RBrace if !top => break,
            TokenKind::Semi => {
                at = at.take_from(1);
                break;
            }
            TokenKind::LBrace => {
                at = skip_block(at, &mut remains);
                break;
            }
            TokenKind::At | TokenKind::Doc | TokenKind::Hash if at.start > input.start => break,
            TokenKind::Ident if at.start > input.start && begins_item(at) => break,
            _ => at = note(at, &mut remains),
        }
    }
    if at.start == input.start
        && at.kind(0) != TokenKind::Eof
        && (top || at.kind(0) != TokenKind::RBrace)
    {
        at = at.take_from(1);
    }
    (at, remains)
}

/// From `{` through its `}`, or to the end.
pub(crate) fn skip_block<'a>(input: Stream<'a>, remains: &mut Remains) -> Stream<'a> {
    let mut depth = 0_usize;
    let mut at = input;
    loop {
        match at.kind(0) {
            TokenKind::Eof => return at,
            TokenKind::LBrace => depth += 1,
            TokenKind::RBrace if depth <= 1 => return at.take_from(1),
            TokenKind::RBrace => depth -= 1,
            _ => {}
        }
        at = note(at, remains);
    }
}

/// One token on, remembering the ordinal or the declared name that begins there.
fn note<'a>(at: Stream<'a>, remains: &mut Remains) -> Stream<'a> {
    if at.kind(0) == TokenKind::At
        && let Ok(number) = super::scalar::int(at.text(1))
    {
        remains.ordinals.extend(u32::try_from(number));
    }
    if at.kind(0) == TokenKind::Ident && at.kind(1) == TokenKind::Ident {
        remains.names.push(at.text(1).to_owned());
    }
    at.take_from(1)
}

/// True where a keyword is followed by what a declaration has after it.
pub(crate) fn begins_item(at: Stream<'_>) -> bool {
    ITEM_KEYWORDS.contains(&at.text(0)) && at.kind(1) == TokenKind::Ident && {
        let after = at.kind(2);
        match at.text(0) {
            "package" | "use" => {
                matches!(after, TokenKind::Dot | TokenKind::Semi | TokenKind::Ident)
            }
            "const" => after == TokenKind::Colon,
            "type" => after == TokenKind::Eq,
            "closed" => matches!(at.text(1), "enum" | "union"),
            "enum" | "flags" => matches!(after, TokenKind::LBrace | TokenKind::Colon),
            _ => after == TokenKind::LBrace,
        }
    }
}
