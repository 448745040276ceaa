//! Conditions of the checked model: what `where` clauses ask of values.

use crate::span::Span;

/// One condition of a `where` clause. It fits the type that it is for, and some value meets all of a field's.
#[derive(Debug, Clone, PartialEq)]
pub struct Rule {
    /// The way from the field's value to the one that is tested; empty for the value itself.
    pub at: Vec<Step>,
    /// The test.
    pub test: Test,
    /// As a schema writes it, constants replaced: `len in 1..=16`.
    pub text: String,
    /// Where it stands.
    pub span: Span,
}

/// From a value to those within it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Step {
    /// The elements of a list or array.
    Each,
    /// The keys of a map.
    Key,
    /// The values of a map.
    Value,
}

/// What a value is tested for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Test {
    /// A whole number within these bounds, both included. Enums count as their numbers, decimals and times in their units.
    Int {
        /// The least.
        low: i128,
        /// The greatest.
        high: i128,
    },
    /// Any whole number but this one.
    IntNot(i128),
    /// A float within these bounds. NaN is within none.
    Float {
        /// The lower bound.
        low: f64,
        /// The upper bound.
        high: f64,
        /// Whether `low` itself is within.
        low_in: bool,
        /// Whether `high` itself is within.
        high_in: bool,
    },
    /// Any float but this one.
    FloatNot(f64),
    /// A float that is neither infinite nor NaN.
    Finite,
    /// A `uuid` or array that has a bit set.
    NonZero,
    /// A length within these bounds, both included: bytes of text, elements of a list, entries of a map.
    Len {
        /// The least.
        low: u64,
        /// The greatest.
        high: u64,
    },
    /// A list without equal elements.
    Unique,
    /// Bytes that are UTF-8.
    Utf8,
}

impl Test {
    /// Whether a whole number passes. Tests of something else let it pass; so it is with the others.
    pub(crate) fn allows_int(self, n: i128) -> bool {
        match self {
            Self::Int { low, high } => (low..=high).contains(&n),
            Self::IntNot(not) => n != not,
            _ => true,
        }
    }

    /// Whether a float passes.
    pub(crate) fn allows_float(self, n: f64) -> bool {
        match self {
            Self::Float {
                low,
                high,
                low_in,
                high_in,
            } => (n > low || low_in && n == low) && (n < high || high_in && n == high),
            Self::FloatNot(not) => n != not,
            _ => true,
        }
    }

    /// Whether a length passes.
    pub(crate) fn allows_len(self, n: u64) -> bool {
        match self {
            Self::Len { low, high } => (low..=high).contains(&n),
            _ => true,
        }
    }
}
