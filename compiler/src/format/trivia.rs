//! What stands between tokens: comments, and whether there was a blank line.

use crate::syntax::token::Token;

/// The trivia before one token.
#[derive(Debug, Default)]
pub(super) struct Trivia<'a> {
    /// A comment that begins on the line of the token before.
    pub(super) trailing: Option<&'a str>,
    /// The comments after it, each on a line of its own.
    pub(super) own: Vec<Comment<'a>>,
    /// Whether a blank line stands right before the token.
    pub(super) blank: bool,
    /// Whether the token is the first of its line.
    pub(super) new_line: bool,
}

#[derive(Debug)]
pub(super) struct Comment<'a> {
    /// From `//` to the end of the line, without white space there.
    pub(super) text: &'a str,
    /// Whether a blank line stands before it.
    pub(super) blank: bool,
}

impl Trivia<'_> {
    pub(super) fn has_comments(&self) -> bool {
        self.trailing.is_some() || !self.own.is_empty()
    }
}

/// The trivia before `token`.
pub(super) fn before<'a>(text: &'a str, token: &Token) -> Trivia<'a> {
    let mut rest = &text[token.lead as usize..token.start as usize];
    let mut trivia = Trivia::default();
    // The first line of the file is a new one, too.
    let mut lines = usize::from(token.lead == 0);
    while let Some(c) = rest.chars().next() {
        if !rest.starts_with("//") {
            lines += usize::from(c == '\n');
            rest = &rest[c.len_utf8()..];
            continue;
        }
        let (comment, after) = rest.split_at(rest.find('\n').unwrap_or(rest.len()));
        let comment = comment.trim_end();
        if lines == 0 {
            trivia.trailing = Some(comment);
        } else {
            let blank = lines > 1;
            trivia.own.push(Comment {
                text: comment,
                blank,
            });
        }
        trivia.new_line = true;
        lines = 0;
        rest = after;
    }
    trivia.blank = lines > 1;
    trivia.new_line |= lines > 0;
    trivia
}
