//! Stillwire schemas, described as Stillwire messages: packages, types and where their fields lie, conditions, services,
//! docs.
//!
//! ```text
//! schema text ──compiler──▶ Model ──describe──▶ Encoded<Descriptor> ──▶ bytes in a file, or in an answer
//!                                                     ▲    │
//!                                           bytes ─parse   └─view──▶ tools
//! ```
//!
//! The messages are those of `schemas/stillwire/descriptor.still`, so any reader of Stillwire reads them. Their code is
//! committed, in `src/generated`: this crate is built without the compiler, and the compiler without this crate. That the
//! code is what the schema says, a test of the compiler holds (`cargo test -p stillwire-compiler --test descriptor`).
//!
//! With the feature `compiler`, `describe` makes a descriptor of a checked model; [`describe_type`] makes one of a type of
//! generated code.
#![forbid(unsafe_code)]

// Generated code names the face, of which it needs the codec alone.
extern crate self as stillwire;

mod conditions;
#[cfg(feature = "compiler")]
mod describe;
pub mod dynamic;
mod of_type;

mod generated {
    include!("generated/stillwire.descriptor.v1.rs");
}

#[doc(hidden)]
pub use stillwire_codec as codec;

pub use generated::stillwire::descriptor::v1;

#[cfg(feature = "compiler")]
pub use describe::describe;
pub use of_type::{describe_tables, describe_type};
pub use stillwire_codec::Encoded;
pub use v1::Descriptor;
