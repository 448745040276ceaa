//! Why there is no pool.

use stillwire_codec::DecodeError;

/// What is wrong with a descriptor.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum PoolError {
    /// The bytes are no descriptor.
    #[error("no descriptor: {0}")]
    Bytes(#[from] DecodeError),
    /// What it says of a type makes no sense.
    #[error("the type {name}: {what}")]
    Type {
        /// The type, as the descriptor names it.
        name: String,
        /// What is wrong with it.
        what: &'static str,
    },
    /// The descriptor has more types than a table.
    #[error("more than 65,536 types of a kind")]
    TooMany,
    /// There is a pool in the arena.
    #[error("the arena is in use")]
    InUse,
}
