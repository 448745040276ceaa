//! Stillwire services and clients over QUIC.
//!
//! ```text
//!   client                                         server
//!  QuicTransport ── connection, ALPN stillwire/1 ── Endpoint
//!    shared lane ══ many small unary calls ════════ lane task ─▶ Router
//!    own lane ═════ one stream or large message ═══ lane task ─▶ Router
//! ```
//!
//! This crate moves bytes and tells the time; what they mean is decided by [`stillwire_rpc_core::Lane`], and what a call does
//! by [`stillwire_rpc`]. A lane is one bidirectional stream, driven by one task on each side. Small unary calls share a few lanes,
//! so that many fit in one packet and one wake-up; a stream or a large message gets a lane of its own, so that a loss or a
//! slow reader holds up nobody else.
//!
//! What lies where: `config` (what quinn is told), `endpoint` and `connection` (the server's side), `transport` and `pool` (the
//! client's), `socket` (what both send and receive by), `pipe` (a stream, as [`stillwire_lanes`] drives it).
#![forbid(unsafe_code)]

mod config;
mod connection;
mod endpoint;
mod error;
mod pipe;
mod pool;
mod socket;
mod transport;

pub use config::{ALPN, Congestion};
pub use endpoint::Endpoint;
pub use error::QuicError;
pub use transport::QuicTransport;
