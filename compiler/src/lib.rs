//! Stillwire's schema compiler: schema text to Rust, proto3 and JSON Schema.
//!
//! ```text
//! text ──syntax──▶ tree ──check──▶ model ──┬─ rust        ▶ code for a `build.rs`
//!                                          ├─ proto       ▶ `.proto` text
//!                                          ├─ descriptor  ▶ `FileDescriptorSet`
//!                                          └─ json_schema ▶ JSON Schema
//! ```
//!
//! A `build.rs` is one line:
//!
//! ```no_run
//! fn main() -> Result<(), stillwire_compiler::Error> {
//!     stillwire_compiler::build("schemas/orders.still")
//! }
//! ```
//!
//! What is wrong with a schema comes as a list of [`Diagnostic`]s with stable [`Code`]s; printing an
//! [`Error`] draws them. No text makes the compiler panic, and work is bounded by the limits of
//! its `limits` module.

#![forbid(unsafe_code)]

pub mod breaking;
mod builder;
mod check;
mod checked;
mod codes;
mod condition;
pub mod descriptor;
mod diagnostic;
pub mod edit;
mod files;
mod fingerprint;
mod fitting;
mod fix;
mod format;
pub mod json_schema;
pub mod layout;
pub mod limits;
mod lint;
mod load;
pub mod model;
pub mod names;
mod pages;
pub mod proto;
mod report;
mod rust;
mod span;
mod syntax;

pub use builder::{Builder, Output, build, check_source};
pub use checked::Checked;
pub use codes::{Code, Severity};
pub use diagnostic::{Diagnostic, Fix, Label, steers};
pub use files::{Bundle, BundleError};
pub use fingerprint::fingerprints;
pub use fix::{Applied, Fixed};
pub use format::{format, format_source};
pub use lint::{Level, Lint};
pub use model::Model;
pub use proto::ProtoFile;
pub use report::{Error, Report, Sources};
pub use span::{FileId, Span};
