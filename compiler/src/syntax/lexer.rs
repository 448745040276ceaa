//! Text to tokens. Never fails: what is no token becomes trivia with a diagnostic.

use crate::codes::Code;
use crate::diagnostic::{Diagnostic, quote, steers};
use crate::limits::{MAX_ERRORS, MAX_IDENTIFIER_BYTES};
use crate::span::{FileId, Span};

use super::token::{Token, TokenKind};

/// All tokens of `text`, the last one `Eof`, and what is wrong with them.
pub(crate) fn lex(file: FileId, text: &str) -> (Vec<Token>, Vec<Diagnostic>) {
    let mut lexer = Lexer {
        file,
        text,
        at: 0,
        diagnostics: Vec::new(),
    };
    let mut tokens = Vec::with_capacity(text.len() / 4 + 1);
    loop {
        let lead = lexer.at;
        lexer.trivia();
        let start = lexer.at;
        let kind = lexer.token();
        tokens.push(Token {
            kind,
            lead: index(lead),
            start: index(start),
            end: index(lexer.at),
        });
        if kind == TokenKind::Eof {
            return (tokens, lexer.diagnostics);
        }
    }
}

/// Offsets fit 32 bits because files are at most 1 MiB.
fn index(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

struct Lexer<'a> {
    file: FileId,
    text: &'a str,
    at: usize,
    diagnostics: Vec<Diagnostic>,
}

impl Lexer<'_> {
    fn rest(&self) -> &str {
        &self.text[self.at..]
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    /// Advances while `keep` holds.
    fn eat(&mut self, keep: impl Fn(char) -> bool) {
        let rest = self.rest();
        self.at += rest.find(|c| !keep(c)).unwrap_or(rest.len());
    }

    fn say(&mut self, diagnostic: Diagnostic) {
        if self.diagnostics.len() < MAX_ERRORS {
            self.diagnostics.push(diagnostic);
        }
    }

    fn span(&self, start: usize) -> Span {
        Span::new(self.file, index(start), index(self.at))
    }

    /// White space, comments that are no docs, and characters that belong nowhere.
    fn trivia(&mut self) {
        if self.at == 0 && self.text.starts_with('\u{feff}') {
            self.at = '\u{feff}'.len_utf8();
        }
        while let Some(c) = self.peek() {
            if matches!(c, ' ' | '\t' | '\r' | '\n') {
                self.eat(|c| matches!(c, ' ' | '\t' | '\r' | '\n'));
            } else if self.rest().starts_with("//") && !is_doc(self.rest()) {
                self.comment();
            } else if !is_token(c) || c == '/' && !is_doc(self.rest()) {
                self.invalid();
            } else {
                return;
            }
        }
    }

    /// To the end of the line; complains about characters that would make it read as something else.
    fn comment(&mut self) {
        let start = self.at;
        self.eat(|c| c != '\n');
        self.check_text(start);
    }

    fn invalid(&mut self) {
        let start = self.at;
        self.at += self.peek().map_or(0, char::len_utf8);
        if self.text[start..].starts_with("/*") {
            // The whole of what looks like a block comment, so that its words are not read as schema.
            let rest = self.rest();
            let end = rest.find("*/").map(|i| i + 2).or_else(|| rest.find('\n'));
            self.at += end.unwrap_or(rest.len());
        } else {
            self.eat(|c| !is_token(c) && !c.is_ascii_whitespace());
        }
        let text = &self.text[start..self.at];
        let help = if text.starts_with(['“', '”', '‘', '’']) {
            "strings are written in plain double quotes: \"…\""
        } else if text.starts_with('/') {
            "comments begin with `//` and end with their line; block comments do not exist"
        } else {
            "remove it"
        };
        let message = format!("`{}` cannot stand here", quote(text));
        let found = Diagnostic::new(Code::InvalidCharacter, message)
            .label(self.span(start), "not part of the language");
        self.say(found.help(help));
    }

    fn check_text(&mut self, start: usize) {
        let text = &self.text[start..self.at];
        let Some((offset, c)) = text
            .char_indices()
            .find(|(_, c)| steers(*c) && !matches!(c, '\t' | '\r'))
        else {
            return;
        };
        let span = Span::new(
            self.file,
            index(start + offset),
            index(start + offset + c.len_utf8()),
        );
        let found = Diagnostic::new(
            Code::InvalidCharacter,
            format!("invisible character {}", c.escape_unicode()),
        );
        self.say(
            found
                .label(
                    span,
                    "this can make the text around it look like something else",
                )
                .help("remove it; in a string, write it as an escape"),
        );
    }

    fn token(&mut self) -> TokenKind {
        let Some(c) = self.peek() else {
            return TokenKind::Eof;
        };
        if c.is_ascii_digit() {
            return self.number();
        }
        if self.rest().starts_with("b\"") {
            self.at += 1;
            self.string();
            return TokenKind::ByteStr;
        }
        if c.is_alphabetic() || c == '_' {
            return self.ident();
        }
        if c == '\'' {
            return self.single_quoted();
        }
        if c == '"' {
            self.string();
            return TokenKind::Str;
        }
        if is_doc(self.rest()) {
            let kind = if self.rest().starts_with("//!") {
                TokenKind::InnerDoc
            } else {
                TokenKind::Doc
            };
            self.comment();
            return kind;
        }
        self.punctuation(c)
    }

    fn ident(&mut self) -> TokenKind {
        let start = self.at;
        self.eat(|c| c.is_alphanumeric() || c == '_');
        self.check_letters(start);
        if self.at - start > MAX_IDENTIFIER_BYTES {
            let message = format!(
                "a name of {} bytes; at most {MAX_IDENTIFIER_BYTES} are allowed",
                self.at - start
            );
            self.say(
                Diagnostic::new(Code::OverLimit, message)
                    .label(self.span(start), "")
                    .help("shorten it"),
            );
        }
        TokenKind::Ident
    }

    /// Letters of other scripts are kept in the name, so that it is wrong once.
    fn check_letters(&mut self, start: usize) {
        let text = &self.text[start..self.at];
        let Some((offset, c)) = text.char_indices().find(|(_, c)| !c.is_ascii()) else {
            return;
        };
        let span = Span::new(
            self.file,
            index(start + offset),
            index(start + offset + c.len_utf8()),
        );
        let found = Diagnostic::new(
            Code::InvalidCharacter,
            format!("`{c}` cannot be part of a name"),
        )
        .label(span, "");
        self.say(found.help("names are made of the letters a to z, digits and `_`; other letters belong in strings and comments"));
    }

    /// What would be a string elsewhere is taken for one.
    fn single_quoted(&mut self) -> TokenKind {
        let start = self.at;
        self.at += 1;
        self.eat(|c| !matches!(c, '\'' | '\n'));
        if self.peek() == Some('\'') {
            self.at += 1;
        }
        let found = Diagnostic::new(Code::InvalidCharacter, "`'` begins nothing")
            .label(self.span(start), "");
        self.say(found.help("strings are written in plain double quotes: \"…\""));
        self.check_text(start);
        TokenKind::Str
    }

    /// Digits with a base, point, exponent or unit. Whether they make sense is seen when they are read.
    fn number(&mut self) -> TokenKind {
        let start = self.at;
        self.eat(|c| c.is_ascii_alphanumeric() || c == '_');
        let based = self.text[start..].starts_with("0x") || self.text[start..].starts_with("0b");
        let mut float = false;
        let point = self
            .rest()
            .strip_prefix('.')
            .is_some_and(|r| r.starts_with(|c: char| c.is_ascii_digit()));
        if point && !based {
            float = true;
            self.at += 1;
            self.eat(|c| c.is_ascii_alphanumeric() || c == '_');
        }
        let exponent = self.text[start..self.at].ends_with(['e', 'E']) && !based;
        if exponent && self.rest().starts_with(['+', '-']) {
            self.at += 1;
            self.eat(|c| c.is_ascii_digit() || c == '_');
        }
        let body = &self.text[start..self.at];
        let letter = (!based)
            .then(|| body.find(|c: char| c.is_ascii_alphabetic()))
            .flatten();
        match letter.map(|i| body.as_bytes()[i]) {
            Some(b'e' | b'E') => TokenKind::Float,
            Some(_) => TokenKind::Duration,
            None if float => TokenKind::Float,
            None => TokenKind::Int,
        }
    }

    /// From quote to quote, or to the end of the line.
    fn string(&mut self) {
        let start = self.at;
        self.at += 1;
        loop {
            match self.peek() {
                Some('"') => {
                    self.at += 1;
                    break;
                }
                Some('\\') => {
                    self.at += 1;
                    if let Some(c) = self.peek().filter(|c| *c != '\n') {
                        self.at += c.len_utf8();
                    }
                }
                Some('\n') | None => {
                    let found =
                        Diagnostic::new(Code::UnterminatedLiteral, "this string does not end");
                    let span = Span::new(self.file, index(start), index(start + 1));
                    self.say(
                        found
                            .label(span, "begins here")
                            .help("end it with `\"` on the same line"),
                    );
                    break;
                }
                Some(c) => self.at += c.len_utf8(),
            }
        }
        self.check_text(start);
    }

    fn punctuation(&mut self, c: char) -> TokenKind {
        const LONG: [(&str, TokenKind); 4] = [
            ("..=", TokenKind::DotDotEq),
            ("->", TokenKind::Arrow),
            ("=>", TokenKind::FatArrow),
            ("<<", TokenKind::Shl),
        ];
        for (text, kind) in LONG {
            if self.rest().starts_with(text) {
                self.at += text.len();
                return kind;
            }
        }
        self.at += c.len_utf8();
        match c {
            '@' => TokenKind::At,
            '#' => TokenKind::Hash,
            '{' => TokenKind::LBrace,
            '}' => TokenKind::RBrace,
            '(' => TokenKind::LParen,
            ')' => TokenKind::RParen,
            '[' => TokenKind::LBracket,
            ']' => TokenKind::RBracket,
            '<' => TokenKind::Lt,
            '>' => TokenKind::Gt,
            ',' => TokenKind::Comma,
            ';' => TokenKind::Semi,
            ':' => TokenKind::Colon,
            '.' => TokenKind::Dot,
            '=' => TokenKind::Eq,
            '?' => TokenKind::Question,
            '|' => TokenKind::Pipe,
            '+' => TokenKind::Plus,
            '-' => TokenKind::Minus,
            _ => TokenKind::Other,
        }
    }
}

/// `///` and `//!`, but not `////`, which is how rulers are drawn.
fn is_doc(rest: &str) -> bool {
    rest.starts_with("//!") || rest.starts_with("///") && !rest.starts_with("////")
}

/// True for characters that a token can begin with. A `/` can: of a doc comment, which was looked for before.
fn is_token(c: char) -> bool {
    c.is_ascii_digit() || c.is_alphabetic() || "_\"'@#{}()[]<>,;:.=?|+-!&*".contains(c) || c == '/'
}
