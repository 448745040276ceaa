//! The error type of the grammar: the furthest token reached, and what could have stood there.

use nom::error::{ErrorKind, ParseError};

use crate::codes::Code;
use crate::diagnostic::{Diagnostic, quote};

use super::stream::{File, Stream};
use super::token::TokenKind;

/// Sixteen bytes: the token, and a bit for each kind expected there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Expected {
    /// Index of the token.
    pub(crate) at: usize,
    set: u64,
}

/// Expectations that are no token kind, above the bits of those.
#[derive(Debug, Clone, Copy)]
#[repr(u8)]
pub(crate) enum Class {
    Type = 48,
    Value,
    Item,
    Member,
    Method,
    StructField,
    EnumValue,
    Flag,
    Variant,
    ErrorVariant,
    Status,
    Condition,
    /// Nothing more is to be said: a diagnostic exists.
    Said,
}

const CLASSES: [(Class, &str); 12] = [
    (Class::Type, "a type"),
    (Class::Value, "a value"),
    (
        Class::Item,
        "a declaration such as `message`, `enum` or `service`",
    ),
    (
        Class::Member,
        "a field such as `@1 name: type;` or a nested declaration",
    ),
    (
        Class::Method,
        "a method such as `rpc name(Request) -> Response;`",
    ),
    (Class::StructField, "a field such as `name: type;`"),
    (Class::EnumValue, "a value such as `name = 1;`"),
    (Class::Flag, "a flag such as `name = 1 << 0;`"),
    (Class::Variant, "a variant such as `@1 name: type;`"),
    (
        Class::ErrorVariant,
        "a variant such as `@1 name => not_found;`",
    ),
    (Class::Status, "a status such as `not_found`"),
    (
        Class::Condition,
        "a condition such as `> 0`, `in 1..=9`, `len <= 9` or `nonzero`",
    ),
];

impl Expected {
    pub(crate) fn token(at: usize, kind: TokenKind) -> Self {
        Self {
            at,
            set: 1 << kind as u8,
        }
    }

    pub(crate) fn class(at: usize, class: Class) -> Self {
        Self {
            at,
            set: 1 << class as u8,
        }
    }

    /// What to say, unless it has been said. `help` depends on what stands there.
    pub(crate) fn diagnostic(self, file: &File<'_>) -> Option<Diagnostic> {
        if self.set & (1 << Class::Said as u8) != 0 {
            return None;
        }
        let token = file.tokens[self.at.min(file.tokens.len() - 1)];
        let found = match token.kind {
            TokenKind::Eof => "the end of the file".to_owned(),
            _ => format!(
                "`{}`",
                quote(&file.text[token.start as usize..token.end as usize])
            ),
        };
        let wanted = self.wanted();
        let missing_end = wanted == "`;`" && self.at > 0;
        let span = if missing_end {
            file.span(self.at - 1).after()
        } else {
            file.span(self.at)
        };
        let label = if missing_end {
            "write `;` here".to_owned()
        } else {
            format!("expected {wanted}")
        };
        Some(
            Diagnostic::new(Code::Syntax, format!("expected {wanted}, found {found}"))
                .label(span, label),
        )
    }

    fn wanted(self) -> String {
        let kinds = TokenKind::ALL
            .iter()
            .filter(|k| self.set & (1 << **k as u8) != 0)
            .map(|k| k.title());
        let classes = CLASSES
            .iter()
            .filter(|(c, _)| self.set & (1 << *c as u8) != 0)
            .map(|(_, text)| *text);
        let all: Vec<&str> = classes.chain(kinds).collect();
        match all.as_slice() {
            [] => "something else".to_owned(),
            [one] => (*one).to_owned(),
            [most @ .., last] => format!("{} or {last}", most.join(", ")),
        }
    }
}

impl ParseError<Stream<'_>> for Expected {
    fn from_error_kind(input: Stream<'_>, _: ErrorKind) -> Self {
        Self {
            at: input.start,
            set: 0,
        }
    }

    fn append(_: Stream<'_>, _: ErrorKind, other: Self) -> Self {
        other
    }

    /// The further one wins; at the same token either could have stood.
    fn or(self, other: Self) -> Self {
        match self.at.cmp(&other.at) {
            std::cmp::Ordering::Less => other,
            std::cmp::Ordering::Greater => self,
            std::cmp::Ordering::Equal => Self {
                at: self.at,
                set: self.set | other.set,
            },
        }
    }
}
