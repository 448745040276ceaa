//! Two versions of a schema, compiled: each message of `v2` is one of `v1`, changed in one way that is safe. What holds
//! between them is in `tests/`.
#![deny(unsafe_code, missing_docs, clippy::pedantic, rustdoc::all)]
#![allow(rustdoc::missing_crate_level_docs)]

stillwire::include_schema!();
