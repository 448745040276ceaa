//! Stillwire services and clients over gRPC.
//!
//! ```text
//!  socket ─ TLS ─ preface ─ hyper (HTTP/2) ─ service ─ frame ─ Route     server
//!  Caller ─ GrpcTransport ─ frame ─ hyper (HTTP/2) ─ TLS ─ socket        client
//! ```
//!
//! HTTP/2 is hyper's. The five bytes ahead of a message, statuses and metadata are this crate's own, because what stands in
//! their place elsewhere reserves memory for a length that was only claimed, takes a cancelled request for a complete one,
//! and panics on a peer's bad base64. Health and reflection are tonic's; no other crate depends on it.
//!
//! Browsers call by gRPC-Web, where [`Options::web`] lets them.
//!
//! Messages travel as protobuf (`application/grpc`, `application/grpc+proto`), or in Stillwire's own form for a peer
//! that asks for `application/grpc+stillwire`. Those of a peer may be compressed by gzip or zstd, ours are where one wants it.
#![forbid(unsafe_code)]

mod accept;
mod body;
mod client;
mod compression;
mod connect;
mod connection;
mod extras;
mod frame;
mod headers;
mod incoming;
mod options;
mod preface;
mod request;
mod server;
mod service;
mod source;
mod status;
mod timeout;
mod web;

pub mod limits;

#[doc(hidden)]
#[cfg(any(test, feature = "fuzzing"))]
pub mod fuzz;

pub use client::{GrpcTransport, TransportError};
pub use compression::Compression;
pub use options::Options;
pub use server::{BindError, Endpoint};
pub use web::Origins;

/// The name of this transport.
pub const NAME: &str = "grpc";
