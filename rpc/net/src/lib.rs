//! Servers on many transports at once, and channels by URL.
//!
//! ```text
//!  Server ── add(service) ── quic(addr, tls) ── grpc(addr, tls) ── run_until(shutdown)
//!  Channel::connect("quic://host:port" | "grpc://host:port", tls) ──▶ Caller
//! ```
//!
//! This crate alone knows all transports; they do not know each other. Which of them there are is a matter of its features,
//! `grpc` and `quic`.
#![forbid(unsafe_code)]

mod channel;
mod server;
mod url;

pub use channel::{Channel, ChannelError};
pub use server::{BoundServer, Server, ServerError};
