//! Servers on many transports at once, and channels by URL.
//!
//! ```text
//!  Server ── add(service) ── quic(addr, tls) ── tcp(addr, tls) ── unix(path) ── grpc(addr, tls) ── run_until(shutdown)
//!  Channel::connect("quic://host:port" | "tcp://host:port" | "unix:///path" | "grpc://host:port", tls) ──▶ Caller
//! ```
//!
//! This crate alone knows all transports; they do not know each other. Which of them there are is a matter of its features,
//! `grpc`, `quic` and `stream`.
#![forbid(unsafe_code)]

mod channel;
#[cfg(all(feature = "quic", feature = "stream"))]
mod either;
mod server;
mod url;

pub use channel::{Channel, ChannelError};
pub use server::{BoundServer, Server, ServerError};
#[cfg(feature = "grpc")]
pub use stillwire_grpc as grpc;
#[cfg(feature = "quic")]
pub use stillwire_quic as quic;
pub use stillwire_standard as standard;
