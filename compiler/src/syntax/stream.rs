//! The token slice as an input of nom, with what the grammar needs to know beside it.

use std::cell::RefCell;
use std::iter::{Copied, Enumerate};
use std::slice::Iter;

use nom::{Input, Needed};

use crate::diagnostic::Diagnostic;
use crate::limits::MAX_ERRORS;
use crate::span::{FileId, Span};

use super::token::{Token, TokenKind};

/// What does not change while a file is parsed.
#[derive(Debug)]
pub(crate) struct File<'a> {
    pub(crate) id: FileId,
    pub(crate) text: &'a str,
    pub(crate) tokens: &'a [Token],
    /// Whether each `{` has its `}`: then a declaration in a place that is not for it was put there, and no `}` is missing
    /// before it.
    pub(crate) balanced: bool,
    /// What the grammar found wrong without having to stop.
    pub(crate) diagnostics: RefCell<Vec<Diagnostic>>,
}

/// Whether each `{` among `tokens` has its `}`.
pub(crate) fn balanced(tokens: &[Token]) -> bool {
    let mut depth = 0_usize;
    for token in tokens {
        match token.kind {
            TokenKind::LBrace => depth += 1,
            TokenKind::RBrace if depth == 0 => return false,
            TokenKind::RBrace => depth -= 1,
            _ => {}
        }
    }
    depth == 0
}

impl File<'_> {
    pub(crate) fn say(&self, diagnostic: Diagnostic) {
        let mut all = self.diagnostics.borrow_mut();
        if all.len() < MAX_ERRORS {
            all.push(diagnostic);
        }
    }

    /// True when there is no point in going on.
    pub(crate) fn full(&self) -> bool {
        self.diagnostics.borrow().len() >= MAX_ERRORS
    }

    /// The place of a token; past the end, the end.
    pub(crate) fn span(&self, token: usize) -> Span {
        let token = self.tokens[token.min(self.tokens.len() - 1)];
        Span::new(self.id, token.start, token.end)
    }

    /// The place of tokens `first..end`.
    pub(crate) fn span_of(&self, first: usize, end: usize) -> Span {
        if end > first {
            self.span(first).to(self.span(end - 1))
        } else {
            Span {
                end: self.span(first).start,
                ..self.span(first)
            }
        }
    }
}

/// Tokens `start..end` of a file. Copying it costs three words.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Stream<'a> {
    pub(crate) file: &'a File<'a>,
    pub(crate) start: usize,
    end: usize,
}

impl<'a> Stream<'a> {
    /// All tokens but the last, which is `Eof`.
    pub(crate) fn new(file: &'a File<'a>) -> Self {
        Self {
            file,
            start: 0,
            end: file.tokens.len() - 1,
        }
    }

    fn tokens(&self) -> &'a [Token] {
        &self.file.tokens[self.start..self.end]
    }

    /// The kind of the token `ahead` places on; `Eof` past the end.
    pub(crate) fn kind(&self, ahead: usize) -> TokenKind {
        self.tokens().get(ahead).map_or(TokenKind::Eof, |t| t.kind)
    }

    /// The text of the token `ahead` places on; empty past the end.
    pub(crate) fn text(&self, ahead: usize) -> &'a str {
        self.tokens()
            .get(ahead)
            .map_or("", |t| &self.file.text[t.start as usize..t.end as usize])
    }

    /// The place of the next token.
    pub(crate) fn span(&self) -> Span {
        self.file.span(self.start)
    }

    /// True if the token `ahead` places on is the word `word`.
    pub(crate) fn is_word(&self, ahead: usize, word: &str) -> bool {
        self.kind(ahead) == TokenKind::Ident && self.text(ahead) == word
    }

    /// True if the next token is the first of its line.
    pub(crate) fn on_new_line(&self) -> bool {
        self.tokens()
            .first()
            .is_none_or(|t| self.file.text[t.lead as usize..t.start as usize].contains('\n'))
    }
}

impl<'a> Input for Stream<'a> {
    type Item = Token;
    type Iter = Copied<Iter<'a, Token>>;
    type IterIndices = Enumerate<Self::Iter>;

    fn input_len(&self) -> usize {
        self.end - self.start
    }

    fn take(&self, index: usize) -> Self {
        Self {
            end: (self.start + index).min(self.end),
            ..*self
        }
    }

    fn take_from(&self, index: usize) -> Self {
        Self {
            start: (self.start + index).min(self.end),
            ..*self
        }
    }

    fn take_split(&self, index: usize) -> (Self, Self) {
        (self.take_from(index), self.take(index))
    }

    fn position<P>(&self, predicate: P) -> Option<usize>
    where
        P: Fn(Self::Item) -> bool,
    {
        self.iter_elements().position(predicate)
    }

    fn iter_elements(&self) -> Self::Iter {
        self.tokens().iter().copied()
    }

    fn iter_indices(&self) -> Self::IterIndices {
        self.iter_elements().enumerate()
    }

    fn slice_index(&self, count: usize) -> Result<usize, Needed> {
        if count <= self.input_len() {
            Ok(count)
        } else {
            Err(Needed::new(count - self.input_len()))
        }
    }
}
