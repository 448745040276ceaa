//! The formats: each adds to a [`Subject`](crate::subject::Subject) what it can do.

pub mod bitcode;
pub mod capnp;
pub mod flatbuffers;
pub mod postcard;
pub mod prost;
pub mod rkyv;
pub mod serde_json;
pub mod simd_json;
pub mod stillwire;
pub mod wincode;
