//! Drives lanes: what every transport that carries Stillwire's own protocol shares.
//!
//! ```text
//!  callers ── Command ──▶ client ──▶ LaneIo ──▶ Pipe ═══ bytes ═══ Pipe ──▶ LaneIo ──▶ server ──▶ Router
//! ```
//!
//! A [`Pipe`] is an ordered, reliable byte stream: a QUIC stream, a TCP or Unix connection, a pipe in memory. It moves bytes; what
//! they mean is decided by [`stillwire_rpc_core::Lane`], and what a call does by [`stillwire_rpc`]. A lane is driven by one task on
//! each side, which writes everything that is ready at once and reads everything that has come before it acts: wake-ups and
//! system calls are what small calls cost.
//!
//! What lies where: `io` (a lane and its bytes), `command`, `queue` and `slot` (what callers and a lane say to each other, and how), `client` and
//! `server` (what a lane's task does), `again` (calls that have one reply, and which of them are made once more), `busy` (how a lane waits for a
//! short time), `inbox` (what waits for the reader of a call), `window` (a client's calls by their numbers).
#![forbid(unsafe_code)]

mod again;
mod busy;
mod command;
mod inbox;
mod io;
mod pipe;
mod queue;
mod slot;
mod window;

pub mod client;
pub mod server;

pub use again::{ATTEMPTS, Lanes, call_one, try_one};
pub use command::{
    Answer, Answered, Asking, CallerReader, Command, Host, Opening, Place, SharedLane, Single,
    Ticket, Waiting, Way, What,
};
pub use inbox::{Gauge, Inbox, InboxSender, Reader, inbox};
pub use io::{LaneIo, Signs};
pub use pipe::{Lost, Pipe};
pub use queue::{Commanded, Commands, commands};
pub use slot::Giver;
