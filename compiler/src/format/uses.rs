//! `use` declarations, sorted and merged.
//!
//! A comment is about what follows it or what it ends the line of, so nothing is moved past one: imports are sorted
//! between comments, and a comment heads the group that it stands before.

use std::ops::Range;

use super::parts::Part;
use super::pieces::Piece;
use super::trivia;
use crate::syntax::token::{Token, TokenKind};

/// What one declaration imports.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Import<'a> {
    package: Vec<&'a str>,
    /// `None` for the package itself.
    name: Option<&'a str>,
    rename: Option<&'a str>,
}

/// True for a `use`, whatever stands before it.
pub(super) fn is_use(text: &str, tokens: &[Token], part: &Part) -> bool {
    is_word(text, tokens, part, "use")
}

/// True if `part` begins with this word, and is not a member of that name.
pub(super) fn is_word(text: &str, tokens: &[Token], part: &Part, word: &str) -> bool {
    let begins = |at: usize| &text[tokens[at].start as usize..tokens[at].end as usize] == word;
    let mut head = part.head.clone();
    let named = tokens.get(part.head.start + 1).map(|t| t.kind) == Some(TokenKind::Ident);
    part.block.is_none() && named && head.next().is_some_and(begins)
}

/// How many of `parts`, which begins with a `use`, are sorted together. Zero if it stays as it is.
pub(super) fn group(text: &str, tokens: &[Token], parts: &[Part]) -> usize {
    let plain = |(i, part): (usize, &Part)| {
        let tokens_of = part.tokens();
        // Of the first one the comments before it do not matter.
        let inner = Range {
            start: tokens_of.start + usize::from(i == 0),
            ..tokens_of
        };
        part.meta.is_empty()
            && is_use(text, tokens, part)
            && read(text, tokens, part).is_some()
            && inner
                .into_iter()
                .all(|at| !trivia::before(text, &tokens[at]).has_comments())
    };
    parts.iter().enumerate().take_while(|p| plain(*p)).count()
}

/// The lines of a group, in order.
pub(super) fn lines<'a>(text: &'a str, tokens: &[Token], group: &[Part]) -> Vec<Vec<Piece<'a>>> {
    let mut imports: Vec<Import<'a>> = group
        .iter()
        .filter_map(|part| read(text, tokens, part))
        .flatten()
        .collect();
    imports.sort();
    let same = |a: &Import<'a>, b: &Import<'a>| {
        a.package == b.package && a.name.is_some() && b.name.is_some()
    };
    imports.chunk_by(same).map(line).collect()
}

fn line<'a>(imports: &[Import<'a>]) -> Vec<Piece<'a>> {
    let mut pieces = vec![Piece::new("use", false, false)];
    for (i, name) in imports[0].package.iter().enumerate() {
        if i > 0 {
            pieces.push(Piece::new(".", false, false));
        }
        pieces.push(Piece::new(*name, i == 0, false));
    }
    let rename = |pieces: &mut Vec<Piece<'a>>, import: &Import<'a>| {
        if let Some(name) = import.rename {
            pieces.push(Piece::new("as", true, false));
            pieces.push(Piece::new(name, true, false));
        }
    };
    match imports {
        // Only a name that is no part of a package can stand without braces.
        [one]
            if one
                .name
                .is_none_or(|n| n.starts_with(|c: char| c.is_ascii_uppercase())) =>
        {
            if let Some(name) = one.name {
                pieces.push(Piece::new(".", false, false));
                pieces.push(Piece::new(name, false, false));
            }
            rename(&mut pieces, one);
        }
        many => {
            pieces.push(Piece::new(".", false, false));
            pieces.push(Piece::new("{", false, false));
            for (i, import) in many.iter().enumerate() {
                if i > 0 {
                    pieces.push(Piece::new(",", false, false));
                }
                pieces.push(Piece::new(import.name.unwrap_or_default(), i > 0, true));
                rename(&mut pieces, import);
            }
            pieces.push(Piece::new("}", false, false));
        }
    }
    pieces.push(Piece::new(";", false, false));
    pieces
}

/// What a `use` imports; `None` if it is written in a way that is not known here.
fn read<'a>(text: &'a str, tokens: &[Token], part: &Part) -> Option<Vec<Import<'a>>> {
    let mut words = part.head.clone().skip(1).map(|at| {
        let token = &tokens[at];
        (token.kind, &text[token.start as usize..token.end as usize])
    });
    let mut path = Vec::new();
    let mut listed = Vec::new();
    let mut rename = None;
    let mut next = words.next()?;
    while next.0 == TokenKind::Ident {
        path.push(next.1);
        next = words.next()?;
        if next.0 != TokenKind::Dot {
            break;
        }
        next = words.next()?;
    }
    if next.0 == TokenKind::LBrace {
        next = words.next()?;
        while next.0 == TokenKind::Ident {
            let name = next.1;
            next = words.next()?;
            let renamed = if next.1 == "as" {
                Some(words.next()?.1)
            } else {
                None
            };
            if renamed.is_some() {
                next = words.next()?;
            }
            listed.push((name, renamed));
            if next.0 == TokenKind::Comma {
                next = words.next()?;
            }
        }
        if next.0 != TokenKind::RBrace {
            return None;
        }
        next = words.next()?;
    } else if next.1 == "as" {
        rename = Some(words.next()?.1);
        next = words.next()?;
    }
    if next.0 != TokenKind::Semi || path.is_empty() || words.next().is_some() {
        return None;
    }
    if !listed.is_empty() {
        let import = |(name, rename)| Import {
            package: path.clone(),
            name: Some(name),
            rename,
        };
        return Some(listed.into_iter().map(import).collect());
    }
    let name = (path.len() > 1)
        .then(|| path.last().copied())
        .flatten()
        .filter(|name| name.starts_with(|c: char| c.is_ascii_uppercase()));
    if name.is_some() {
        path.pop();
    }
    Some(vec![Import {
        package: path,
        name,
        rename,
    }])
}
