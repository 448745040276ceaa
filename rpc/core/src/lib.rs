//! Stillwire's RPC protocol as a value.
//!
//! Nothing here opens a socket, reads a clock, starts a task or draws a random number: bytes and time go in,
//! bytes and events come out, so a whole conversation between two peers runs in a test from one seed.
//!
//! ```text
//!            open send finish cancel
//!                     │
//!  bytes in ─▶ frames ─▶ Lane ─▶ events for calls
//!                     │
//!                     └─▶ bytes out
//! ```
//!
//! The ground floor is what every transport shares: [`Code`], [`Status`], [`Metadata`] and [`Limits`]. Above it
//! stands the lane protocol that Stillwire speaks natively; gRPC has its own and uses the ground floor alone.
#![forbid(unsafe_code)]
#![deny(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::as_conversions,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic
)]

pub mod code;
pub mod id;
pub mod lane;
pub mod limits;
pub mod metadata;
pub mod payload;
pub mod status;

pub use code::Code;
pub use id::{CallId, MethodId};
pub use lane::{Event, Input, Lane};
pub use limits::Limits;
pub use metadata::{Metadata, MetadataError};
pub use status::{Details, Status};
