//! Tokens: what the lexer yields and the grammar reads.

/// A token with the trivia (white space, comments, characters that are errors) before it.
///
/// ```text
/// …;  // why\n  @3 side: Side;
///    ▲            ▲▲
///    lead     start end          lead is the end of the token before
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Token {
    /// What it is.
    pub(crate) kind: TokenKind,
    /// Where its leading trivia begins.
    pub(crate) lead: u32,
    /// Where it begins.
    pub(crate) start: u32,
    /// One past its end.
    pub(crate) end: u32,
}

macro_rules! kinds {
    ($($name:ident $text:literal)*) => {
        /// What a token is. The discriminant is its bit in a set of expectations.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[repr(u8)]
        pub(crate) enum TokenKind { $($name),* }

        impl TokenKind {
            pub(crate) const ALL: &'static [Self] = &[$(Self::$name),*];

            /// As named in messages.
            pub(crate) fn title(self) -> &'static str {
                match self { $(Self::$name => $text),* }
            }
        }
    };
}

kinds! {
    Ident "a name"
    Int "a number"
    Float "a number with a point"
    Duration "a duration"
    Str "a string"
    ByteStr "a byte string"
    Doc "a doc comment"
    InnerDoc "a `//!` comment"
    At "`@`"
    Hash "`#`"
    LBrace "`{`"
    RBrace "`}`"
    LParen "`(`"
    RParen "`)`"
    LBracket "`[`"
    RBracket "`]`"
    Lt "`<`"
    Gt "`>`"
    Comma "`,`"
    Semi "`;`"
    Colon "`:`"
    Dot "`.`"
    DotDotEq "`..=`"
    Eq "`=`"
    Arrow "`->`"
    FatArrow "`=>`"
    Question "`?`"
    Pipe "`|`"
    Shl "`<<`"
    Plus "`+`"
    Minus "`-`"
    Other "a stray character"
    Eof "the end of the file"
}

/// Words that begin a declaration where one can stand. Anywhere else they are names.
pub(crate) const ITEM_KEYWORDS: &[&str] = &[
    "package", "use", "const", "type", "struct", "message", "union", "enum", "service", "closed",
    "flags", "error",
];
