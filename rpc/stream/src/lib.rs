//! Stillwire services and clients over one ordered byte stream: TCP with TLS, Unix sockets, pipes in memory.
//!
//! ```text
//!   client                                                server
//!  StreamTransport ── TCP + TLS, ALPN stillwire/1 ──────── Endpoint
//!    the lane ═══════ a Unix socket ═══════════ lane task ─▶ Router
//!                     a pipe in this process
//! ```
//!
//! A connection is one lane, which all its calls share: credit for each call bounds what waits, and what is ready leaves in one
//! write. This is for networks without UDP, for processes on one machine, and for tests without a network; what a lane does is decided by
//! [`stillwire_lanes`], as over QUIC.
//!
//! What lies where: `endpoint`, `listener`, `accept` and `connection` (the server's side), `transport` and `connect` (the client's), `pipe` (a
//! socket as a lane's pipe), `memory` (pipes without a socket).
#![forbid(unsafe_code)]

mod accept;
mod connect;
mod connection;
mod endpoint;
mod error;
mod listener;
mod memory;
mod pipe;
mod transport;

use stillwire_rpc::Limits;

pub use endpoint::Endpoint;
pub use error::StreamError;
pub use transport::StreamTransport;

/// The protocol that both sides must name in the handshake of TLS.
pub const ALPN: &[u8] = b"stillwire/1";

/// Bytes that are read ahead of TLS: rustls asks for 4 KiB at a time, and each would be a system call. A whole record fits (RFC 8446,
/// section 5.2); more is memory that idle connections have.
const TLS_READ_BYTES: usize = 17 * 1024;

/// A connection is one lane, so a lane takes as many calls as a connection.
fn of_one_lane(limits: &Limits) -> Limits {
    Limits {
        calls_per_lane: limits.calls_per_connection,
        ..limits.clone()
    }
}
