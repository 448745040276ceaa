//! The players of a saved game: the same for a seed on every machine.

mod generate;

pub use crate::schema::save::v1 as still;
pub use generate::generate;
