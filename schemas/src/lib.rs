//! The example data sets of Stillwire, in every form that it is compared with.
//!
//! The `demo` command and the benchmarks measure the same values in the same shapes, so both take them from here:
//!
//! | set | what it is | where it comes from |
//! |---|---|---|
//! | [`crates`] | the dependency graph of a Rust project | `cargo metadata` |
//! | [`log`] | a web server's access log | generated from a seed |
//!
//! Each is a [`Sample`]: Stillwire's owned message, a serde type with the same fields for JSON, and what prost makes of
//! the schema's protobuf form. [`Copied`] makes one of another, [`checksum`] reads any of them to the last field, and
//! [`Subject`] holds one value in all forms with the work that is measured.
#![forbid(unsafe_code)]

mod copy;
pub mod crates;
mod forms;
mod json;
pub mod limits;
pub mod log;
mod schema;
mod subject;
mod touch;

pub use copy::Copied;
pub use subject::{Forms, Sample, Subject, SubjectError};
pub use touch::{Checksum, Sum, Touch, checksum};
