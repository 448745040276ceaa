//! Calling services: the same stub on every transport.
//!
//! A generated client's method gives a [`Prepared`] call: a builder that is a future. What it resolves to depends on its
//! kind.
//!
//! | kind | `.await` gives |
//! |---|---|
//! | [`UnaryCall`] | [`Reply`](crate::Reply) |
//! | [`ServerStreamingCall`] | [`Streaming`], once the server has begun to answer |
//! | [`ClientStreamingCall`] | [`Upload`], at once |
//! | [`StreamingCall`] | ([`Outbound`](crate::Outbound), [`Streaming`]), at once |
//!
//! A unary call gives an [`Answer`] where one asks for it by [`UnaryCall::answer`](Prepared::answer), an upload by [`Upload::answer`]: with the metadata of a call that
//! failed, too. Dropping any of these cancels the call.
//!
//! A unary call of a method that is `#[safe]` or `#[idempotent]` is made again where it ends as UNAVAILABLE: [`RetryPolicy`] says how often, and
//! [`Prepared::without_retries`] not to. What was never sent, or refused before any handler saw it, transports send elsewhere in any case.
//!
//! A call that finds no connection makes one, and fails as UNAVAILABLE where there is none to be had; [`Prepared::wait_for_ready`] lets it wait
//! instead. [`ConnectionState`] can be watched.

mod answer;
mod caller;
mod future;
mod kind;
mod link;
mod prepared;
mod retry;
mod streaming;
mod transport;
mod upload;

pub use answer::{Answer, Answering};
pub use caller::Caller;
pub use future::{Finishing, Replying, Starting};
pub use kind::{ClientStreaming, Duplex, Kind, ServerStreaming, Unary};
pub use link::{Alive, Connection, ConnectionState, Link, Patience};
pub use prepared::{ClientStreamingCall, Prepared, ServerStreamingCall, StreamingCall, UnaryCall};
pub use retry::RetryPolicy;
pub use streaming::Streaming;
pub use transport::{Ended, OutgoingCall, Transport, Unavailable};
pub use upload::Upload;
