//! Schema text to a lossless tree.
//!
//! ```text
//! text ──lexer──▶ tokens (each with the trivia before it) ──grammar──▶ tree (ranges of tokens)
//! ```
//!
//! Every byte of the text belongs to exactly one token or its leading trivia, and every token to
//! exactly one part of the tree, broken parts included. So what reads the tree, be it checker,
//! formatter or editor, never needs the text parsed again.

mod expect;
mod grammar;
mod lexer;
mod recover;
mod scalar;
mod stream;
#[cfg(test)]
mod tests;
pub(crate) mod token;
pub(crate) mod tree;

pub(crate) use grammar::parse;
pub(crate) use lexer::lex;
