//! How a file ends, and what was stepped over on the way.

/// How a file ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// With an index: its writer finished it.
    Indexed,
    /// After a whole record: its writer is still at it, or was ended between two.
    Open,
    /// In bytes that are no whole record, or no whole index: its writer was cut off. Appending removes them.
    Torn {
        /// Where they begin.
        at: u64,
        /// How many there are.
        bytes: u64,
    },
}

/// Damage that was stepped over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gap {
    /// Where it begins.
    pub at: u64,
    /// Bytes to the next whole record.
    pub bytes: u64,
}
