//! What can be wrong with bytes (the peer's fault) and with a value (the caller's fault).

use std::fmt;

/// Bytes that are not a message of the expected type: which field, which byte, and why.
///
/// Displays as `legs[3].symbol: invalid UTF-8 at byte 65`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecodeError(Box<Fault>);

#[derive(Debug, Clone, PartialEq, Eq)]
struct Fault {
    path: String,
    offset: usize,
    reason: Reason,
}

impl DecodeError {
    /// An error in the field at `path` (empty: the message itself), seen at byte `offset`.
    pub fn new(path: impl Into<String>, offset: usize, reason: Reason) -> Self {
        Self(Box::new(Fault {
            path: path.into(),
            offset,
            reason,
        }))
    }

    /// The field, as `legs[3].symbol`; empty for the message as a whole.
    pub fn path(&self) -> &str {
        &self.0.path
    }

    /// The byte, counted from the start of the input.
    pub fn offset(&self) -> usize {
        self.0.offset
    }

    /// The same, seen from a member of a type: of one that is sensitive no value is said.
    #[cold]
    pub(crate) fn within_member(mut self, name: &str, sensitive: bool) -> Self {
        if sensitive {
            self.0.reason = self.0.reason.redacted();
        }
        self.within(name)
    }

    /// The same error, seen from what holds the value: `outer` is a field, or an index such as `[3]`.
    #[cold]
    pub(crate) fn within(mut self, outer: &str) -> Self {
        let path = &mut self.0.path;
        if !path.is_empty() && !path.starts_with('[') {
            path.insert(0, '.');
        }
        path.insert_str(0, outer);
        self
    }

    /// What is wrong there.
    pub fn reason(&self) -> &Reason {
        &self.0.reason
    }
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Fault {
            path,
            offset,
            reason,
        } = &*self.0;
        if !path.is_empty() {
            write!(f, "{path}: ")?;
        }
        // A sentence with a clause of its own needs a comma after it.
        let comma = match reason {
            Reason::Rule { .. } => ",",
            _ => "",
        };
        write!(f, "{reason}{comma} at byte {offset}")
    }
}

impl std::error::Error for DecodeError {}

/// What is wrong at a byte.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Reason {
    /// The input ended inside a value.
    #[error("input ends inside {what}: {needed} bytes needed, {had} there")]
    Truncated {
        /// What was being read.
        what: &'static str,
        /// Bytes that it needs.
        needed: usize,
        /// Bytes that were there.
        had: usize,
    },
    /// Bytes follow the end of a value.
    #[error("{extra} bytes follow {what}")]
    Excess {
        /// The value that had ended.
        what: &'static str,
        /// How many bytes follow it.
        extra: usize,
    },
    /// A string is not UTF-8.
    #[error("invalid UTF-8")]
    Utf8,
    /// An end lies before its start, or beyond the data.
    #[error("end {end} is outside {start}..={len}")]
    End {
        /// The end as read.
        end: usize,
        /// Where the range starts.
        start: usize,
        /// The length of the data.
        len: usize,
    },
    /// Ends are wider than they need be, or of the reserved width.
    #[error("width code {found}, where {expected} is the smallest that fits")]
    Width {
        /// The code as read.
        found: u32,
        /// The code that the encoder writes.
        expected: u32,
    },
    /// A value has another, canonical encoding.
    #[error("not canonical: {0}")]
    NotCanonical(&'static str),
    /// A required field is not there.
    #[error("required, but absent")]
    Missing,
    /// A number that the field's type cannot hold, or text that is not in the type's form.
    #[error("{0}")]
    Invalid(String),
    /// A value that the schema refuses by a `where` clause.
    #[error("{found}, where {required} is required")]
    Rule {
        /// The value.
        found: String,
        /// The condition that it does not meet, as the schema says it.
        required: String,
    },
    /// The message asks for more than the receiver allows.
    #[error("over the limit of {allowed} for {limit}")]
    OverLimit {
        /// Which limit, by its name in [`Limits`](crate::Limits).
        limit: &'static str,
        /// The limit.
        allowed: u64,
    },
}

impl Reason {
    /// The same without words that may hold the value.
    pub(crate) fn redacted(self) -> Self {
        match self {
            Self::Invalid(_) => Self::Invalid(REDACTED.to_owned()),
            Self::Rule { required, .. } => Self::Rule {
                found: REDACTED.to_owned(),
                required,
            },
            other => other,
        }
    }
}

/// What stands in place of a sensitive value.
pub(crate) const REDACTED: &str = "[redacted]";

/// What `Debug` of generated types shows in place of a sensitive value.
#[doc(hidden)]
#[derive(Clone, Copy)]
pub struct Redacted;

impl fmt::Debug for Redacted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(REDACTED)
    }
}

/// A value that cannot be encoded.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum EncodeError {
    /// The encoding would be longer than a message may be.
    #[error("the encoded message would have {bytes} bytes, more than {allowed}")]
    TooLarge {
        /// Bytes of the encoding.
        bytes: usize,
        /// Bytes allowed.
        allowed: usize,
    },
    /// Messages nest deeper than a reader accepts.
    #[error("messages nest deeper than {allowed}")]
    TooDeep {
        /// Levels allowed.
        allowed: u32,
    },
    /// The value changed while it was being encoded.
    #[error("the value changed while it was being encoded")]
    Changed,
    /// A map has the same key twice.
    #[error("a map has the same key twice")]
    DuplicateKey,
    /// A value that the schema refuses by a `where` clause.
    #[error(transparent)]
    Rule(Box<BrokenRule>),
    /// A part that was carried as bytes, without having been verified, is not the message that it is said to be.
    #[error("{0}")]
    Unverified(DecodeError),
    /// A value that has no form in JSON.
    #[error("{0}")]
    Unsayable(&'static str),
    /// A `google.protobuf.Any` that is to be written as JSON holds a message of a type that is not known.
    #[error("a google.protobuf.Any holds {0:?}, and no message of this name is known")]
    UnknownType(Box<str>),
    /// A list has more elements than a count can say.
    #[error("a list of {count} elements, more than {allowed}")]
    TooMany {
        /// Elements in the list.
        count: usize,
        /// Elements allowed.
        allowed: usize,
    },
}

/// A value that breaks a rule of its schema, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{path}: {found}, where {required} is required")]
#[non_exhaustive]
pub struct BrokenRule {
    /// The field, as `legs[3].quantity`.
    pub path: String,
    /// The value.
    pub found: String,
    /// The condition that it does not meet, as the schema says it.
    pub required: String,
}

impl EncodeError {
    /// Why the encoding of a value was refused by verification. What is no rule's fault changed while it was written.
    #[cold]
    pub(crate) fn refused(error: &DecodeError) -> Self {
        match error.reason() {
            Reason::Rule { found, required } => Self::Rule(Box::new(BrokenRule {
                path: error.path().to_owned(),
                found: found.clone(),
                required: required.clone(),
            })),
            _ => Self::Changed,
        }
    }
}
