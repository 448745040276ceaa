//! One style for schemas, and no options.
//!
//! ```text
//! text ──lex──▶ tokens with trivia ──parts──▶ declarations ──print──▶ text
//! ```
//!
//! The printer reads tokens, not the tree: a declaration is what ends in `;` or in a block, whatever stands in it.
//! So it needs no change when the language learns a new one, and what it prints are the tokens that it was given. The
//! grammar is asked first, and what has errors is not touched: of broken text nobody knows what it was meant to be.
//!
//! Only four things of the white space matter: where comments stand, whether a blank line was there, whether a short
//! block was on one line, and whether an attribute was on the line of its field. All four are as before in what is
//! printed, which is why formatting twice is formatting once.

mod parts;
mod pieces;
mod print;
#[cfg(test)]
mod tests;
mod trivia;
mod uses;

use crate::codes::{Code, Severity};
use crate::diagnostic::Diagnostic;
use crate::limits::MAX_FILE_BYTES;
use crate::report::{Error, Sources};
use crate::syntax::{lex, parse};

/// Columns of a line. Longer ones are broken where they can be.
const WIDTH: usize = 100;

/// Formats a schema.
///
/// The result compiles to the same as `text`, has the same comments in the same order, and is its own formatting.
///
/// ```
/// let tidy = stillwire_compiler::format("package a.v1;message Ack{@1  id :u64 ;}").unwrap();
/// assert_eq!(tidy, "package a.v1;\n\nmessage Ack { @1 id: u64; }\n");
/// ```
///
/// # Errors
/// When the text does not follow the grammar. Names and types are not looked at, so nothing else is read.
pub fn format(text: &str) -> Result<String, Error> {
    format_source("schema.still", text)
}

/// The same, for a text that has a name in reports.
///
/// # Errors
/// When the text does not follow the grammar.
pub fn format_source(name: &str, text: &str) -> Result<String, Error> {
    if text.len() > MAX_FILE_BYTES {
        return Err(too_long(name, "has", text.len()));
    }
    let mut sources = Sources::default();
    let id = sources.add(name.to_owned(), text.to_owned());
    let (tokens, mut found) = lex(id, text);
    found.extend(parse(id, text, &tokens).1);
    if found.iter().any(|d| d.severity == Severity::Error) {
        return Err(Error::new(found, sources));
    }
    let printed = print::print(text, &tokens, &parts::parts(&tokens));
    if printed.len() > MAX_FILE_BYTES {
        return Err(too_long(name, "would have", printed.len()));
    }
    Ok(printed)
}

fn too_long(name: &str, has: &str, bytes: usize) -> Error {
    let message = format!("`{name}` {has} {bytes} bytes; at most {MAX_FILE_BYTES} are allowed");
    Error::one(Diagnostic::new(Code::OverLimit, message).help("split it"))
}
