//! Stillwire's wire format: bytes that stay where they land.
//!
//! This crate writes, verifies and reads messages. It knows no schema text, no file and no socket: the
//! compiler describes a message to it as types (what the generated code uses) and as a table (what errors,
//! the protobuf and JSON forms and tools use).
//!
//! ```text
//!  owned value ──encode──▶ Encoded<T> ──view──▶ accessors that cannot fail
//!                            ▲   │
//!               bytes ─parse─┘   └─to_message──▶ owned value
//! ```
//!
//! The crate proves what accessors later assume. [`Encoded::parse`] verifies once, in time linear in the
//! input; [`Encoded`] holds the proof, and nothing that is read from it afterwards can fail.
#![deny(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::as_conversions,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic
)]

mod ascii;
mod assemble;
mod branchless;
mod owned;
mod raw;
pub mod relay;

pub mod empty;
pub mod encoded;
pub mod encoder;
pub mod error;
pub mod fixed;
pub mod flags;
pub mod frame;
pub mod json;
pub mod kind;
pub mod limits;
pub mod message;
pub mod newtype;
pub mod patch;
pub mod protobuf;
pub mod scalar;
#[cfg(feature = "serde")]
pub mod serde;
pub mod slot;
#[doc(hidden)]
pub mod steps;
pub mod table;
pub mod unverified;
pub mod value;
pub mod view;
mod wire;
mod writer;

pub use empty::{Empty, EmptyView};
pub use encoded::{Encoded, ToEncoded};
pub use encoder::Encoder;
pub use error::{DecodeError, EncodeError};
pub use fixed::Fixed;
pub use json::{JsonError, JsonOptions, JsonStyle};
pub use limits::Limits;
pub use message::{Encode, Message};
pub use patch::{Patch, PatchError};
pub use scalar::{Decimal, Duration, Timestamp, Uuid};
pub use unverified::{Unverified, UnverifiedView};
pub use writer::Lent;
