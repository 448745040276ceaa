//! Stillwire beside its peers: the same data and the same work, in one run.
// But for what generators wrote.
#![deny(unsafe_code)]
#![allow(
    missing_docs,
    missing_debug_implementations,
    unnameable_types,
    reason = "types for many formats, whose names are those of the schemas, and what their generators add"
)]

#[macro_use]
mod forms;
pub mod chart;
mod convert;
pub mod flatbuffers;
pub mod peers;
pub mod proto;
pub mod report;
pub mod run;
pub mod sets;
pub mod subject;
pub mod targets;
pub mod time;
pub mod touch;
