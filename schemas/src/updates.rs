//! What a game server sends at each tick: the same for a seed on every machine.

mod generate;

pub use crate::schema::updates::v1 as still;
pub use generate::generate;
