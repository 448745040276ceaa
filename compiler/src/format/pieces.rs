//! The tokens of one line with the space between them, and where the line can be broken.

use std::borrow::Cow;
use std::ops::Range;

use super::trivia::{self, Trivia};
use crate::syntax::token::{Token, TokenKind};

/// A token, or two that are one sign, such as `<=`.
#[derive(Debug)]
pub(super) struct Piece<'a> {
    pub(super) text: Cow<'a, str>,
    /// Whether a space stands before it, unless it begins a line.
    pub(super) space: bool,
    /// Whether a line can begin with it.
    pub(super) soft: bool,
    /// Whether a line begins with it when not all fits on one.
    pub(super) eager: bool,
    /// What comes before it. Always empty for the first of a line.
    pub(super) trivia: Trivia<'a>,
}

impl<'a> Piece<'a> {
    /// One without comments.
    pub(super) fn new(text: impl Into<Cow<'a, str>>, space: bool, soft: bool) -> Self {
        Self {
            text: text.into(),
            space,
            soft,
            eager: false,
            trivia: Trivia::default(),
        }
    }
}

/// Columns of all pieces on one line.
pub(super) fn width(pieces: &[Piece<'_>]) -> usize {
    let widths = pieces.iter().enumerate();
    widths
        .map(|(i, p)| p.text.chars().count() + usize::from(p.space && i > 0))
        .sum()
}

/// The pieces of `range`. `block` says that a block follows, whose head has a space before its colon.
pub(super) fn pieces<'a>(
    text: &'a str,
    tokens: &[Token],
    range: Range<usize>,
    block: bool,
) -> Vec<Piece<'a>> {
    let mut spacing = Spacing {
        text,
        tokens,
        range: range.clone(),
        block,
        angles: 0,
        conditions: false,
    };
    let mut pieces = Vec::with_capacity(range.len());
    let mut at = range.start;
    while at < range.end {
        let end = spacing.sign(at);
        let (first, last) = (&tokens[at], &tokens[end - 1]);
        let eager = spacing.begins_conditions(at);
        spacing.conditions |= eager;
        let space = spacing.space(at);
        let soft = at > range.start && spacing.soft(at, space);
        let trivia = if at == range.start {
            Trivia::default()
        } else {
            trivia::before(text, first)
        };
        pieces.push(Piece {
            text: text[first.start as usize..last.end as usize]
                .trim_end()
                .into(),
            space,
            soft,
            eager,
            trivia,
        });
        spacing.enter(at, end);
        at = end;
    }
    pieces
}

struct Spacing<'a> {
    text: &'a str,
    tokens: &'a [Token],
    range: Range<usize>,
    block: bool,
    /// Open `<` of types.
    angles: usize,
    /// Behind `where`, `<` and `>` compare.
    conditions: bool,
}

impl Spacing<'_> {
    fn kind(&self, at: usize) -> TokenKind {
        if self.range.contains(&at) {
            self.tokens[at].kind
        } else {
            TokenKind::Eof
        }
    }

    fn word(&self, at: usize) -> &str {
        if self.kind(at) == TokenKind::Ident {
            &self.text[self.tokens[at].start as usize..self.tokens[at].end as usize]
        } else {
            ""
        }
    }

    fn previous(&self, at: usize) -> TokenKind {
        at.checked_sub(1).map_or(TokenKind::Eof, |i| self.kind(i))
    }

    /// Where the sign that begins at `at` ends. `<=` and the like are two tokens without anything between.
    fn sign(&self, at: usize) -> usize {
        let closes = self.kind(at) == TokenKind::Gt && self.angles > 0;
        let compares = matches!(
            self.kind(at),
            TokenKind::Lt | TokenKind::Gt | TokenKind::Eq | TokenKind::Other
        );
        let joined =
            self.kind(at + 1) == TokenKind::Eq && self.tokens[at].end == self.tokens[at + 1].start;
        if compares && joined && !closes {
            at + 2
        } else {
            at + 1
        }
    }

    /// True for the word `where` unless it is a name.
    fn begins_conditions(&self, at: usize) -> bool {
        let a_name = match self.kind(at + 1) {
            TokenKind::Colon | TokenKind::Semi | TokenKind::Dot | TokenKind::FatArrow => true,
            TokenKind::LParen | TokenKind::LBrace | TokenKind::Eof => true,
            TokenKind::Eq => self.sign(at + 1) == at + 2,
            _ => false,
        };
        self.word(at) == "where" && !a_name && self.previous(at) != TokenKind::Dot
    }

    fn enter(&mut self, at: usize, end: usize) {
        if self.conditions || end - at > 1 {
            return;
        }
        match self.kind(at) {
            TokenKind::Lt => self.angles += 1,
            TokenKind::Gt => self.angles = self.angles.saturating_sub(1),
            _ => {}
        }
    }

    /// Whether a space stands before the token at `at`.
    fn space(&self, at: usize) -> bool {
        use TokenKind::*;
        let (before, kind) = (self.previous(at), self.kind(at));
        let opens = matches!(before, LParen | LBracket | At | Hash | Dot | DotDotEq | Eof);
        let tight = matches!(kind, Semi | Comma | Question | RParen | RBracket | DotDotEq);
        if opens || tight {
            return false;
        }
        let compares = self.conditions;
        match kind {
            Colon => self.block,
            LParen => !matches!(before, Ident),
            LBracket => !matches!(before, Lt),
            LBrace | RBrace => false,
            Lt | Gt if !compares => false,
            Dot => before != Ident || self.word(at - 1) == "in",
            _ => match before {
                LBrace => false,
                Lt if !compares => false,
                Minus => !self.negates(at - 1),
                _ => true,
            },
        }
    }

    /// True for a `-` that has nothing to subtract from.
    fn negates(&self, at: usize) -> bool {
        use TokenKind::*;
        match self.previous(at) {
            Ident => matches!(self.word(at - 1), "in" | "reserved"),
            Int | Float | Duration | Str | ByteStr | RParen => false,
            _ => true,
        }
    }

    /// Whether a line can begin here: behind a comma, or before an operator.
    fn soft(&self, at: usize, space: bool) -> bool {
        use TokenKind::*;
        let after_comma = self.previous(at) == Comma && !matches!(self.kind(at), RBrace | RParen);
        let operator = matches!(self.kind(at), Pipe | Plus | Minus | Shl | Arrow | FatArrow)
            && space
            && !self.negates(at);
        let in_list = self.previous(at) == LBrace;
        let words = matches!(self.word(at), "throws") && self.previous(at) != Dot;
        after_comma || operator || in_list || words
    }
}
