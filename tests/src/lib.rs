//! The schemas of the tests, compiled, and what fuzz targets do. The tests are beside this crate, in `tests/`.
#![deny(unsafe_code, missing_docs, clippy::pedantic, rustdoc::all)]
#![allow(rustdoc::missing_crate_level_docs)]

pub mod fuzz;
pub mod pool;
pub mod steps;

stillwire::include_schema!();
