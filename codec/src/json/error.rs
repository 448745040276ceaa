//! What can be wrong with a text that should be a message in JSON.

use crate::error::REDACTED;
use std::fmt;

/// A text that is not a message of the expected type in JSON: where, what was found there, and what was expected.
///
/// Displays as `/legs/3/symbol: found 5, expected a string, at line 4, column 19`. What the schema marks as
/// `#[sensitive]` is in no part of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JsonError(Box<Fault>);

#[derive(Debug, Clone, PartialEq, Eq)]
struct Fault {
    kind: Kind,
    pointer: String,
    offset: usize,
    line: usize,
    column: usize,
    found: String,
    expected: String,
}

/// The sort of a [`JsonError`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Kind {
    /// The text is not JSON.
    Syntax,
    /// The text is not UTF-8.
    Utf8,
    /// A value is of another sort than its field, such as a number where a string is needed.
    Type,
    /// A value is of the right sort, but the field's type cannot hold it, or its text has another form.
    Value,
    /// A key is no field of the message.
    Unknown,
    /// A key stands twice in an object.
    Duplicate,
    /// A required field is not there.
    Missing,
    /// A `where` clause refuses the value.
    Rule,
    /// The text asks for more than the receiver allows.
    Limit,
}

/// The longest part of a value or a key that an error repeats, in bytes.
const SHOWN: usize = 64;

/// The start of a text, as long as errors show it.
pub(super) fn shown(text: &[u8]) -> String {
    match text.get(..SHOWN) {
        Some(start) if text.len() > SHOWN => format!("{}…", String::from_utf8_lossy(start)),
        _ => String::from_utf8_lossy(text).into_owned(),
    }
}

impl JsonError {
    #[cold]
    #[inline(never)]
    pub(super) fn new(
        kind: Kind,
        offset: usize,
        found: impl Into<String>,
        expected: impl Into<String>,
    ) -> Self {
        Self(Box::new(Fault {
            kind,
            pointer: String::new(),
            offset,
            line: 0,
            column: 0,
            found: found.into(),
            expected: expected.into(),
        }))
    }

    /// The sort of the error.
    pub fn kind(&self) -> Kind {
        self.0.kind
    }

    /// The value by its JSON pointer (RFC 6901), as `/legs/3/symbol`; empty for the message as a whole. Of what lies within
    /// a sensitive field, that field.
    pub fn pointer(&self) -> &str {
        &self.0.pointer
    }

    /// The byte, counted from 0.
    pub fn offset(&self) -> usize {
        self.0.offset
    }

    /// The line, counted from 1.
    pub fn line(&self) -> usize {
        self.0.line
    }

    /// The character in the line, counted from 1.
    pub fn column(&self) -> usize {
        self.0.column
    }

    /// What was found.
    pub fn found(&self) -> &str {
        &self.0.found
    }

    /// What was expected.
    pub fn expected(&self) -> &str {
        &self.0.expected
    }

    /// The same, seen from what holds the value.
    #[cold]
    pub(super) fn within(mut self, outer: &str) -> Self {
        let outer = outer.replace('~', "~0").replace('/', "~1");
        self.0.pointer.insert_str(0, &outer);
        self.0.pointer.insert(0, '/');
        self
    }

    /// The same, seen from a member of a type: of one that is sensitive nothing is said.
    #[cold]
    pub(super) fn within_member(mut self, name: &str, sensitive: bool) -> Self {
        if sensitive {
            self.redact();
        }
        self.within(name)
    }

    fn redact(&mut self) {
        self.0.pointer.clear();
        if !matches!(self.0.kind, Kind::Missing | Kind::Limit) {
            self.0.found = REDACTED.to_owned();
        }
        // A type's name or a condition tells nothing; what else is expected here is fixed text, too.
    }

    /// The same at a place that is known as a whole.
    #[cold]
    pub(super) fn at(mut self, pointer: String, offset: usize) -> Self {
        self.0.pointer = pointer;
        self.0.offset = offset;
        self
    }

    /// The same with line and column, counted from the start of `input`.
    #[cold]
    pub(super) fn placed(mut self, input: &[u8]) -> Self {
        let before = input.get(..self.0.offset).unwrap_or(input);
        let lines = before.iter().filter(|c| **c == b'\n').count();
        let line = before.rsplit(|c| *c == b'\n').next().unwrap_or_default();
        // What is not UTF-8 has bytes that begin no character, too.
        let characters = line.iter().filter(|c| **c & 0xC0 != 0x80).count();
        self.0.line = lines.saturating_add(1);
        self.0.column = characters.saturating_add(1);
        self
    }

    /// The same in a stream, of which `offset` bytes came before, with `line` line breaks, and `column` characters in
    /// the last line.
    #[cold]
    pub(super) fn behind(mut self, offset: usize, line: usize, column: usize) -> Self {
        self.0.offset = self.0.offset.saturating_add(offset);
        if self.0.line <= 1 {
            self.0.column = self.0.column.saturating_add(column);
        }
        self.0.line = self.0.line.saturating_add(line);
        self
    }
}

impl fmt::Display for JsonError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Fault {
            pointer,
            line,
            column,
            found,
            expected,
            ..
        } = &*self.0;
        if !pointer.is_empty() {
            write!(f, "{pointer}: ")?;
        }
        write!(
            f,
            "found {found}, expected {expected}, at line {line}, column {column}"
        )
    }
}

impl std::error::Error for JsonError {}
