//! Tokens to declarations, as coarse as a printer needs them.

use std::ops::Range;

use crate::syntax::token::{Token, TokenKind};

/// A declaration or member with what stands before it. Its tokens are those of `meta`, then `head`, then `block`.
#[derive(Debug)]
pub(super) struct Part {
    pub(super) meta: Vec<Meta>,
    /// Through its `;`, or up to the `{` of its block.
    pub(super) head: Range<usize>,
    pub(super) block: Option<Block>,
}

/// A doc comment or an attribute.
#[derive(Debug, Clone)]
pub(super) struct Meta {
    pub(super) tokens: Range<usize>,
    pub(super) doc: bool,
}

#[derive(Debug)]
pub(super) struct Block {
    /// The `{`.
    pub(super) open: usize,
    pub(super) members: Vec<Part>,
    /// The `}`.
    pub(super) close: usize,
}

impl Part {
    /// Its first token, and what comes after its last.
    pub(super) fn tokens(&self) -> Range<usize> {
        let first = self
            .meta
            .first()
            .map_or(self.head.start, |m| m.tokens.start);
        let end = self.block.as_ref().map_or(self.head.end, |b| b.close + 1);
        first..end
    }
}

/// All parts of a file. The grammar has accepted it, so brackets are balanced and not too deep.
pub(super) fn parts(tokens: &[Token]) -> Vec<Part> {
    let mut at = 0;
    let mut parts = Vec::new();
    while tokens[at].kind != TokenKind::Eof {
        let part;
        (part, at) = one(tokens, at);
        parts.push(part);
    }
    parts
}

/// The part that begins at `at`, and what follows it. Takes at least one token.
fn one(tokens: &[Token], first: usize) -> (Part, usize) {
    let (meta, start) = meta(tokens, first);
    let mut at = start;
    let mut depth = 0_usize;
    loop {
        match tokens[at].kind {
            TokenKind::Eof => break,
            TokenKind::LBracket | TokenKind::LParen => depth += 1,
            TokenKind::RBracket | TokenKind::RParen => depth = depth.saturating_sub(1),
            // The braces of a `use` are part of its line.
            TokenKind::LBrace if at > start && tokens[at - 1].kind == TokenKind::Dot => depth += 1,
            TokenKind::RBrace if depth > 0 => depth -= 1,
            TokenKind::RBrace if at > first => break,
            TokenKind::LBrace => {
                let (block, end) = block(tokens, at);
                let head = start..at;
                return (
                    Part {
                        meta,
                        head,
                        block: Some(block),
                    },
                    end,
                );
            }
            TokenKind::Semi if depth == 0 => {
                at += 1;
                break;
            }
            _ => {}
        }
        at += 1;
    }
    let head = start..at;
    (
        Part {
            meta,
            head,
            block: None,
        },
        at,
    )
}

fn block(tokens: &[Token], open: usize) -> (Block, usize) {
    let mut at = open + 1;
    let mut members = Vec::new();
    while !matches!(tokens[at].kind, TokenKind::RBrace | TokenKind::Eof) {
        let part;
        (part, at) = one(tokens, at);
        members.push(part);
    }
    let end = (at + 1).min(tokens.len() - 1);
    (
        Block {
            open,
            members,
            close: at,
        },
        end,
    )
}

/// Docs and attributes from `at` on.
fn meta(tokens: &[Token], mut at: usize) -> (Vec<Meta>, usize) {
    let mut meta = Vec::new();
    loop {
        let start = at;
        match tokens[at].kind {
            TokenKind::Doc | TokenKind::InnerDoc => at += 1,
            TokenKind::Hash => at = after_attribute(tokens, at),
            _ => return (meta, at),
        }
        let doc = tokens[start].kind != TokenKind::Hash;
        meta.push(Meta {
            tokens: start..at,
            doc,
        });
    }
}

/// Past the `]` that closes the `[` behind a `#`.
fn after_attribute(tokens: &[Token], hash: usize) -> usize {
    let mut depth = 0_usize;
    let mut at = hash + 1;
    loop {
        match tokens[at].kind {
            TokenKind::LBracket => depth += 1,
            TokenKind::RBracket => depth = depth.saturating_sub(1),
            TokenKind::Eof => return at,
            _ => {}
        }
        at += 1;
        if depth == 0 {
            return at;
        }
    }
}
