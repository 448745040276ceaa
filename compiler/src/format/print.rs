//! Declarations to text.

use std::ops::Range;

use super::WIDTH;
use super::parts::{Block, Meta, Part};
use super::pieces::{Piece, pieces, width};
use super::trivia::{self, Trivia};
use super::uses;
use crate::syntax::token::Token;

/// Columns that a block is further in than what it belongs to.
const INDENT: usize = 2;
/// Columns that the second line of a declaration is further in than its first.
const HANG: usize = 4;
/// Members of a block that may stand on one line.
const FEW: usize = 3;
/// Columns of an attribute that may stand on the line of its field.
const SHORT: usize = 40;

/// The text of a file.
pub(super) fn print(text: &str, tokens: &[Token], parts: &[Part]) -> String {
    let mut printer = Printer {
        text,
        tokens,
        out: String::with_capacity(text.len() + text.len() / 4),
        gap: Gap::None,
    };
    printer.parts(parts, 0);
    printer.comments(tokens.len() - 1, 0);
    if !printer.out.is_empty() {
        printer.out.push('\n');
    }
    printer.out
}

/// The blank lines before what comes next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Gap {
    /// None: it is the first of its block.
    None,
    /// One if there was one.
    Keep,
    /// One.
    One,
}

struct Printer<'a> {
    text: &'a str,
    tokens: &'a [Token],
    /// Between parts it ends without a line break: a comment may follow on the same line.
    out: String,
    gap: Gap,
}

impl<'a> Printer<'a> {
    fn before(&self, token: usize) -> Trivia<'a> {
        trivia::before(self.text, &self.tokens[token])
    }

    fn pieces(&self, range: Range<usize>, block: bool) -> Vec<Piece<'a>> {
        pieces(self.text, self.tokens, range, block)
    }

    fn line(&mut self, indent: usize, blank: bool) {
        if !self.out.is_empty() {
            self.out.push_str(if blank { "\n\n" } else { "\n" });
        }
        self.out.extend(std::iter::repeat_n(' ', indent));
    }

    /// The comments before `token`, and whether a blank line follows them.
    fn comments(&mut self, token: usize, indent: usize) -> bool {
        let trivia = self.before(token);
        if let Some(comment) = trivia.trailing {
            self.out.push(' ');
            self.out.push_str(comment);
        }
        for comment in &trivia.own {
            let blank = self.blank(comment.blank);
            self.line(indent, blank);
            self.out.push_str(comment.text);
        }
        trivia.blank
    }

    fn blank(&mut self, was: bool) -> bool {
        let blank = self.gap == Gap::One || self.gap == Gap::Keep && was;
        self.gap = Gap::Keep;
        blank
    }

    /// Begins the line of `token`, with the comments that belong before it.
    fn begin(&mut self, token: usize, indent: usize) {
        let was = self.comments(token, indent);
        let blank = self.blank(was);
        self.line(indent, blank);
    }

    fn parts(&mut self, parts: &[Part], indent: usize) {
        let mut rest = parts;
        while let [part, after @ ..] = rest {
            let import = indent == 0 && uses::is_use(self.text, self.tokens, part);
            let group = if import {
                uses::group(self.text, self.tokens, rest)
            } else {
                0
            };
            if group == 0 {
                self.part(part, indent);
                rest = after;
            } else {
                let lines = uses::lines(self.text, self.tokens, &rest[..group]);
                self.begin(part.tokens().start, indent);
                for (i, pieces) in lines.iter().enumerate() {
                    if i > 0 {
                        self.line(indent, false);
                    }
                    self.statement(pieces, indent, 0);
                }
                rest = &rest[group..];
            }
            let more = rest
                .first()
                .is_some_and(|next| uses::is_use(self.text, self.tokens, next));
            let package = indent == 0 && uses::is_word(self.text, self.tokens, part, "package");
            if package || import && !more {
                self.gap = Gap::One;
            }
        }
    }

    fn part(&mut self, part: &Part, indent: usize) {
        let pieces = self.pieces(part.head.clone(), part.block.is_some());
        let first = part.tokens().start;
        let meta = self.ordered(part);
        self.begin(first, indent);
        let mut joined = false;
        for (i, item) in meta.iter().enumerate() {
            if i > 0 {
                self.gap = Gap::None;
                self.begin_kept(item.tokens.start, part, indent);
            }
            let printed = self.pieces(item.tokens.clone(), false);
            joined = i + 1 == meta.len() && self.joins(part, &meta, &printed, &pieces, indent);
            self.statement(&printed, indent, 0);
        }
        if part.head.is_empty() && part.block.is_none() {
            return;
        }
        if joined {
            self.out.push(' ');
        } else if !meta.is_empty() {
            self.gap = Gap::None;
            self.begin(part.head.start, indent);
        }
        let room = if part.block.is_some() { 2 } else { 0 };
        match &part.block {
            Some(block) if self.fits(&pieces, block, indent) => {
                self.statement(&pieces, indent, room);
                self.one_line(block);
            }
            Some(block) => {
                self.statement(&pieces, indent, room);
                self.block(block, !pieces.is_empty(), indent);
            }
            None => self.statement(&pieces, indent, room),
        }
        self.gap = Gap::Keep;
    }

    /// Docs before attributes, unless there are comments among them, which must stay where they are.
    fn ordered(&self, part: &Part) -> Vec<Meta> {
        let mut meta = part.meta.clone();
        if !self.comments_in_meta(part) {
            meta.sort_by_key(|item| !item.doc);
        }
        meta
    }

    fn comments_in_meta(&self, part: &Part) -> bool {
        let starts = part.meta.iter().skip(1).map(|item| item.tokens.start);
        let mut all = starts.chain([part.head.start]);
        all.any(|token| self.before(token).has_comments())
    }

    /// Begins a line of meta. Where the order has changed there are no comments to print.
    fn begin_kept(&mut self, token: usize, part: &Part, indent: usize) {
        if token == part.tokens().start {
            self.line(indent, false);
        } else {
            self.begin(token, indent);
        }
    }

    /// Whether the attribute `printed`, the last of `meta`, stands on the line of what follows: as it was, if it is the
    /// only one and short.
    fn joins(
        &self,
        part: &Part,
        meta: &[Meta],
        printed: &[Piece<'_>],
        head: &[Piece<'_>],
        indent: usize,
    ) -> bool {
        let single = meta.iter().filter(|item| !item.doc).count() == 1;
        let last_doc = part.meta.last().is_none_or(|item| item.doc);
        let plain = |pieces: &[Piece<'_>]| pieces.iter().all(|p| !p.trivia.has_comments());
        single
            && !last_doc
            && part.block.is_none()
            && !part.head.is_empty()
            && !self.before(part.head.start).new_line
            && plain(printed)
            && plain(head)
            && width(printed) <= SHORT
            && indent + width(printed) + 1 + width(head) <= WIDTH
    }

    /// Whether a block stays on one line: it was, and it is short.
    fn fits(&self, head: &[Piece<'_>], block: &Block, indent: usize) -> bool {
        let simple = |part: &Part| part.meta.is_empty() && part.block.is_none();
        let few = block.members.len() <= FEW && block.members.iter().all(simple);
        let bare = |pieces: &[Piece<'_>]| pieces.iter().all(|p| !p.trivia.has_comments());
        let written = |at: usize| self.before(at).new_line;
        if block.members.is_empty() || !few || !bare(head) {
            return false;
        }
        if written(block.open) || (block.open + 1..=block.close).any(written) {
            return false;
        }
        let members = block
            .members
            .iter()
            .map(|m| width(&self.pieces(m.head.clone(), false)) + 1);
        indent + width(head) + " {".len() + members.sum::<usize>() + " }".len() <= WIDTH
    }

    fn one_line(&mut self, block: &Block) {
        self.out.push_str(" {");
        for member in &block.members {
            self.out.push(' ');
            self.statement(&self.pieces(member.head.clone(), false), 0, 0);
        }
        self.out.push_str(" }");
    }

    fn block(&mut self, block: &Block, space: bool, indent: usize) {
        let opening = self.before(block.open);
        if opening.has_comments() && space {
            self.gap = Gap::None;
            self.begin(block.open, indent);
            self.out.push('{');
        } else {
            self.out.push_str(if space { " {" } else { "{" });
        }
        let lonely = self.before(block.close).has_comments();
        if block.members.is_empty() && !lonely {
            self.out.push('}');
            return;
        }
        self.gap = Gap::None;
        self.parts(&block.members, indent + INDENT);
        self.comments(block.close, indent + INDENT);
        self.line(indent, false);
        self.out.push('}');
    }

    /// One declaration from where the line begins: on one line if it fits with `room` to spare, else broken where it
    /// must be.
    fn statement(&mut self, pieces: &[Piece<'_>], indent: usize, room: usize) {
        let commented = pieces.iter().any(|p| p.trivia.has_comments());
        let broken = commented || indent + width(pieces) + room > WIDTH;
        let hang = indent + HANG;
        let mut column = indent;
        let mut rest = pieces;
        while let Some(piece) = rest.first() {
            // What stays together with this piece.
            let unit = 1 + rest[1..]
                .iter()
                .take_while(|p| !p.soft && !p.eager && !p.trivia.has_comments())
                .count();
            let first = rest.len() == pieces.len();
            let needed = width(&rest[..unit]) + usize::from(piece.space);
            let full = piece.soft && column > hang && column + needed > WIDTH;
            if piece.trivia.has_comments() {
                self.inner_comments(&piece.trivia, hang);
                column = hang;
            } else if !first && broken && (piece.eager || full) {
                self.line(hang, false);
                column = hang;
            } else if !first && piece.space {
                self.out.push(' ');
                column += 1;
            }
            column += width(&rest[..unit]);
            for (i, piece) in rest[..unit].iter().enumerate() {
                if i > 0 && piece.space {
                    self.out.push(' ');
                }
                self.out.push_str(&piece.text);
            }
            rest = &rest[unit..];
        }
    }

    /// Comments within a declaration, and the line that goes on after them.
    fn inner_comments(&mut self, trivia: &Trivia<'_>, indent: usize) {
        if let Some(comment) = trivia.trailing {
            self.out.push(' ');
            self.out.push_str(comment);
        }
        for comment in &trivia.own {
            self.line(indent, false);
            self.out.push_str(comment.text);
        }
        self.line(indent, false);
    }
}
