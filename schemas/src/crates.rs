//! The dependency graph of a Rust project.
//!
//! ```text
//!  cargo ──document──▶ metadata ──▶ graph: the schema's message ──▶ json, protobuf
//! ```

pub mod cargo;
mod forms;
pub mod graph;
pub mod json;
mod metadata;

pub use crate::schema::crates::v1 as still;
pub use crate::schema::protobuf::crates as protobuf;
pub use metadata::{Metadata, MetadataError};
