//! The example data sets of Stillwire, in every form that it is compared with.
//!
//! The `demo` command and the benchmarks measure the same values in the same shapes, so both take them from here:
//!
//! | set | what it is | where it comes from |
//! |---|---|---|
//! | [`crates`] | the dependency graph of a Rust project | `cargo metadata` |
//! | [`log`] | a web server's access log | generated from a seed |
//! | [`market`] | changes of an order book | generated from a seed |
//! | [`mesh`] | triangles | generated from a seed |
//! | [`save`] | the players of a saved game | generated from a seed |
//! | [`telemetry`] | records of services, with maps | generated from a seed |
//! | [`updates`] | what a game server sends at each tick | generated from a seed |
//!
//! The first two are also a [`Sample`]: Stillwire's owned message, a serde type with the same fields for JSON, and what prost makes of
//! the schema's protobuf form. [`Copied`] makes one of another, [`checksum`] reads any of them to the last field, and
//! [`Subject`] holds one value in all forms with the work that is measured.
#![forbid(unsafe_code)]

mod copy;
pub mod crates;
mod forms;
mod json;
pub mod limits;
pub mod log;
pub mod market;
pub mod mesh;
mod random;
pub mod save;
mod schema;
mod subject;
pub mod telemetry;
mod touch;
pub mod updates;

pub use copy::Copied;
pub use subject::{Forms, Sample, Subject, SubjectError};
pub use touch::{Checksum, Sum, Touch, checksum};
