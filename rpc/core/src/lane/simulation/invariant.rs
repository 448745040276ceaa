//! What must hold after every step.

use std::fmt;

/// A promise of the core.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Invariant {
    /// A call begins once, and ends once on each side, for a reason that there was.
    Once,
    /// What was delivered is a prefix of what was sent, and looks complete if its end was sent and only then.
    Prefix,
    /// Credit that was given is credit that was used and credit that is free, on both sides and on the wire.
    Credit,
    /// Nothing holds more than its limit, and nothing is held for what is over.
    Memory,
    /// No timer lies in the past, and the next one is the earliest deadline of an open call.
    Timers,
    /// Who waits has something to wait for; and once links are whole and both sides willing, every call ends and every lane closes.
    Progress,
    /// What a lane writes keeps to the protocol, so neither side accuses the other.
    Rules,
}

impl Invariant {
    /// The word for it in reports.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Once => "once",
            Self::Prefix => "prefix",
            Self::Credit => "credit",
            Self::Memory => "memory",
            Self::Timers => "timers",
            Self::Progress => "progress",
            Self::Rules => "rules",
        }
    }
}

impl fmt::Display for Invariant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// A promise that was not kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Broken {
    pub(super) invariant: Invariant,
    pub(super) what: String,
}

/// Whether all promises were kept.
pub(super) type Held<T = ()> = Result<T, Broken>;

macro_rules! hold {
    ($condition:expr, $invariant:ident, $($what:tt)+) => {
        if !$condition {
            return Err($crate::lane::simulation::invariant::Broken {
                invariant: $crate::lane::simulation::invariant::Invariant::$invariant,
                what: format!($($what)+),
            });
        }
    };
}

pub(super) use hold;
