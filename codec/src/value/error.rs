//! Why a tree of values is no message.

use crate::error::{DecodeError, Reason};
use std::fmt;

/// A tree of values that cannot be a message: which field, and why.
///
/// Displays as `legs[3].symbol: a number, where string is expected`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ValueError {
    path: String,
    reason: String,
}

impl ValueError {
    pub(super) fn new(reason: impl Into<String>) -> Self {
        Self {
            path: String::new(),
            reason: reason.into(),
        }
    }

    /// The same error, seen from what holds the value.
    pub(super) fn within(mut self, outer: &str) -> Self {
        if !self.path.is_empty() && !self.path.starts_with('[') {
            self.path.insert(0, '.');
        }
        self.path.insert_str(0, outer);
        self
    }

    /// The same error of a value that is kept out of errors.
    pub(super) fn redacted(mut self, sensitive: bool) -> Self {
        if sensitive {
            self.reason = Reason::Invalid(self.reason).redacted().to_string();
        }
        self
    }

    /// The field, as `legs[3].symbol`; empty for the message as a whole.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// What is wrong there.
    #[must_use]
    pub fn reason(&self) -> &str {
        &self.reason
    }
}

/// What the encoding that a value would have breaks. Where it does so is told by the path.
impl From<DecodeError> for ValueError {
    fn from(error: DecodeError) -> Self {
        Self {
            path: error.path().to_owned(),
            reason: error.reason().to_string(),
        }
    }
}

impl fmt::Display for ValueError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.path.is_empty() {
            write!(f, "{}: ", self.path)?;
        }
        f.write_str(&self.reason)
    }
}

impl std::error::Error for ValueError {}
