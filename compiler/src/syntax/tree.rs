//! The tree of one file. Parts cover the tokens without gap or overlap, broken ones included.

use std::ops::Range;
use std::time::Duration;

use crate::span::Span;

/// A file: a sequence of parts.
#[derive(Debug, Default)]
pub(crate) struct Tree {
    /// Together they cover all tokens but `Eof`.
    pub(crate) parts: Vec<Part>,
}

/// A declaration at the top of a file or a member of a body, with what stands before it.
#[derive(Debug)]
pub(crate) struct Part {
    /// Its tokens, docs and attributes included. What makes the tree lossless; the checker has no need of it.
    pub(crate) tokens: Range<usize>,
    pub(crate) meta: Meta,
    pub(crate) kind: PartKind,
}

/// Docs and attributes.
#[derive(Debug, Default)]
pub(crate) struct Meta {
    pub(crate) docs: Vec<Doc>,
    pub(crate) attrs: Vec<Attr>,
}

#[derive(Debug)]
pub(crate) struct Doc {
    /// The line without `///` and one space.
    pub(crate) text: String,
    pub(crate) inner: bool,
    pub(crate) span: Span,
}

#[derive(Debug)]
pub(crate) struct Attr {
    pub(crate) name: Name,
    /// `None` without parentheses.
    pub(crate) args: Option<Vec<Arg>>,
    pub(crate) span: Span,
}

#[derive(Debug)]
pub(crate) struct Arg {
    pub(crate) name: Option<Name>,
    pub(crate) value: Term,
}

#[derive(Debug)]
pub(crate) enum PartKind {
    Package(Path),
    Use(Use),
    Const {
        name: Name,
        ty: TypeExpr,
        value: Expr,
    },
    Alias {
        name: Name,
        ty: TypeExpr,
        rules: Vec<Predicate>,
    },
    Struct(Block),
    Message(Block),
    Union(Block),
    /// `oneof name? { … }` of a message.
    Oneof {
        /// Whether a `?` stands behind the name.
        optional: bool,
        block: Block,
    },
    Enum {
        repr: Option<Name>,
        block: Block,
    },
    Flags {
        repr: Option<Name>,
        block: Block,
    },
    Error(Block),
    Service(Block),
    /// Of a message, union, struct or error.
    Field(Field),
    /// Of an enum.
    Value {
        name: Name,
        number: Option<Number>,
    },
    /// Of a set of flags.
    Flag {
        name: Name,
        bits: Option<Expr>,
    },
    /// `reserved 5..=7 "why";` of an enum.
    ReservedNumbers {
        first: Number,
        last: Number,
        note: Option<Text>,
    },
    Rpc(Rpc),
    /// Not understood; said already.
    Broken(Remains),
}

/// What later passes must know of a part that they cannot use, lest they complain of its absence.
#[derive(Debug, Default)]
pub(crate) struct Remains {
    /// Names that it declares or seems to.
    pub(crate) names: Vec<String>,
    /// Ordinals that it uses or seems to.
    pub(crate) ordinals: Vec<u32>,
}

#[derive(Debug)]
pub(crate) struct Block {
    pub(crate) name: Name,
    /// Whether `closed` stands before it; only enums and unions can have that.
    pub(crate) closed: bool,
    /// Together they cover all tokens between the braces.
    pub(crate) members: Vec<Part>,
}

#[derive(Debug)]
pub(crate) struct Use {
    /// The path before `.{`, or all of it.
    pub(crate) path: Path,
    /// What stands in braces, if there are any.
    pub(crate) names: Option<Vec<UseName>>,
    /// `as` of a use without braces.
    pub(crate) rename: Option<Name>,
    /// From the word `use` through the `;`.
    pub(crate) span: Span,
}

#[derive(Debug, Clone)]
pub(crate) struct UseName {
    pub(crate) name: Name,
    pub(crate) rename: Option<Name>,
}

#[derive(Debug)]
pub(crate) struct Field {
    /// Absent in structs.
    pub(crate) ordinal: Option<Ordinal>,
    pub(crate) body: FieldBody,
    /// Of an error's variants alone.
    pub(crate) status: Option<Status>,
}

/// `=> not_found retryable` of an error's variant.
#[derive(Debug)]
pub(crate) struct Status {
    pub(crate) name: Name,
    pub(crate) retryable: bool,
}

#[derive(Debug)]
pub(crate) enum FieldBody {
    /// `name: type = value`; only variants and members of a `oneof` do without a type.
    Live {
        name: Name,
        ty: Option<TypeExpr>,
        default: Option<Expr>,
        rules: Vec<Predicate>,
    },
    /// `reserved type "name"`; of a union the type is optional.
    Tombstone {
        word: Span,
        ty: Option<TypeExpr>,
        name: Option<Text>,
    },
}

/// One condition of a `where` clause.
#[derive(Debug)]
pub(crate) struct Predicate {
    /// `each`, `key` or `value` before it.
    pub(crate) part: Option<Name>,
    /// `len` before it.
    pub(crate) len: bool,
    pub(crate) test: Test,
    pub(crate) span: Span,
}

#[derive(Debug)]
pub(crate) enum Test {
    Compare(Compare, Expr),
    /// `in first ..= last`
    Range(Expr, Expr),
    /// `nonzero`, `finite`, `unique`, `utf8`, or what is none of these.
    Word(Name),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Compare {
    Equal,
    NotEqual,
    Less,
    AtMost,
    More,
    AtLeast,
}

#[derive(Debug, Clone, Copy)]
pub(crate) struct Ordinal {
    /// `None` when the number is no number; said already.
    pub(crate) value: Option<i128>,
    /// With the `@`.
    pub(crate) span: Span,
}

#[derive(Debug)]
pub(crate) struct Rpc {
    pub(crate) name: Name,
    pub(crate) input: Side,
    pub(crate) output: Side,
    /// The path after `throws`.
    pub(crate) throws: Option<Path>,
}

/// One side of an rpc. Without a type it is empty.
#[derive(Debug, Default)]
pub(crate) struct Side {
    pub(crate) stream: bool,
    pub(crate) ty: Option<Path>,
}

#[derive(Debug, Clone)]
pub(crate) struct Name {
    pub(crate) text: String,
    pub(crate) span: Span,
}

/// At least one name.
#[derive(Debug, Clone)]
pub(crate) struct Path {
    pub(crate) names: Vec<Name>,
}

impl Path {
    pub(crate) fn span(&self) -> Span {
        match self.names.as_slice() {
            [first, .., last] => first.span.to(last.span),
            [only] => only.span,
            [] => unreachable!("the grammar gives a path at least one name"),
        }
    }

    pub(crate) fn text(&self) -> String {
        let names: Vec<&str> = self.names.iter().map(|n| n.text.as_str()).collect();
        names.join(".")
    }
}

#[derive(Debug, Clone)]
pub(crate) struct Text {
    pub(crate) text: String,
    pub(crate) span: Span,
}

#[derive(Debug, Clone, Copy)]
pub(crate) struct Number {
    /// `None` when it is no number; said already.
    pub(crate) value: Option<i128>,
    pub(crate) span: Span,
}

#[derive(Debug)]
pub(crate) struct TypeExpr {
    pub(crate) kind: TypeKind,
    /// The `?` behind it.
    pub(crate) optional: Option<Span>,
    /// Without the `?`.
    pub(crate) span: Span,
}

#[derive(Debug)]
pub(crate) enum TypeKind {
    /// A scalar or a declared type.
    Path(Path),
    List(Box<TypeExpr>),
    Encoded(Box<TypeExpr>),
    Map(Box<TypeExpr>, Box<TypeExpr>),
    Array(Box<TypeExpr>, Expr),
    Decimal(Number),
}

/// Terms joined by operators, flat, so that a long one is no deep one.
#[derive(Debug)]
pub(crate) struct Expr {
    pub(crate) first: Term,
    pub(crate) rest: Vec<(Operator, Term)>,
}

impl Expr {
    pub(crate) fn span(&self) -> Span {
        self.rest
            .last()
            .map_or(self.first.span, |(_, last)| self.first.span.to(last.span))
    }
}

/// Operators; those further down bind tighter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Operator {
    Or,
    Shift,
    Add,
    Subtract,
}

impl Operator {
    pub(crate) fn binding(self) -> u8 {
        match self {
            Self::Or => 0,
            Self::Shift => 1,
            Self::Add | Self::Subtract => 2,
        }
    }
}

#[derive(Debug)]
pub(crate) struct Term {
    pub(crate) kind: TermKind,
    pub(crate) span: Span,
}

#[derive(Debug)]
pub(crate) enum TermKind {
    Int(i128),
    Float(f64),
    Bool(bool),
    Str(String),
    Bytes(Vec<u8>),
    Duration(Duration),
    /// A constant.
    Path(Path),
    /// `.name`: a value of the enum that the place asks for.
    Value(Name),
    /// Not well-formed; said already.
    Bad,
}
