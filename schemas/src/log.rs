//! A web server's access log, generated: the same for a seed on every machine.

mod forms;
mod generate;
pub mod json;

pub use crate::schema::log::v1 as still;
pub use crate::schema::protobuf::log as protobuf;
pub use generate::generate;
