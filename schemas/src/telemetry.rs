//! Records of services, with maps of strings: the same for a seed on every machine.

mod generate;

pub use crate::schema::acme::telemetry::v1 as still;
pub use generate::generate;
