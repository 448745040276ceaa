//! Stillwire's services and clients, whatever transport carries them.
//!
//! ```text
//!   generated client              generated trait, implemented by the user
//!         │                                ▲
//!      Caller ── Prepared ──┐              │ Call, Encoded, Inbound, Outbound
//!                           │           Dispatch
//!       OutgoingCall        │              ▲ Exchange
//!         ▼                 │              │
//!     Transport ◀───────────┘   Router ── Route: panics, deadlines, spans, bounds
//!         │                                ▲
//!         └── an adapter's bytes ──────────┘ CallHead, Input
//! ```
//!
//! Adapters carry bytes and time, and decide nothing: they hand whole messages in as `Bytes`, take whole messages
//! out as `Bytes`, and this crate does the rest. So a service behaves the same on each of them.
//!
//! What lies where: `descriptor` (what a service is), `call` (what a handler sees), `exchange` and `dispatch` (what
//! generated code uses), `router` and `run` (what adapters use), `layer` (middleware), `client` (what callers use), `fault`, `thrown` and `details` (how calls fail), `queue` (the one bounded
//! queue), `lifecycle` (draining), `gauges` (what is open), `trace` and `span` (which trace a call belongs to), `admission` (who may connect), `tls`, `protobuf` (messages without a schema).
#![forbid(unsafe_code)]

mod call;
mod descriptor;
mod details;
mod dispatch;
mod event;
mod exchange;
mod fault;
mod form;
mod gauges;
mod inbound;
mod input;
mod layer;
mod lifecycle;
mod outbound;
mod queue;
mod reply;
mod router;
mod run;
mod span;
mod task;
mod trace;
mod waiters;

pub mod admission;
pub mod client;
pub mod limits;
pub mod memory;
#[doc(hidden)]
pub mod protobuf;
pub mod thrown;
#[doc(hidden)]
pub mod timer;
pub mod tls;

pub use call::{BoxCall, Call, CallHead, Peer};
pub use client::{
    Caller, ConnectionState, OutgoingCall, RetryPolicy, Streaming, Transport, Upload,
};
pub use descriptor::{FileDescriptors, Idempotency, MethodDescriptor, ServiceDescriptor};
pub use details::retry_delay;
pub use dispatch::{BoxFuture, Dispatch, Service};
pub use event::{Event, Events, Outcome};
pub use exchange::{Exchange, RawOutput};
pub use fault::{Fault, Gone, Never, Throws};
pub use form::Form;
pub use gauges::{Gauges, Live};
pub use http::Extensions;
pub use inbound::Inbound;
pub use input::{Input, InputSender, RawInput, input_channel};
pub use layer::{Handler, Stack};
pub use lifecycle::{Drain, Phase};
pub use limits::{Budget, Limits};
pub use outbound::{Outbound, SendError};
pub use queue::{Batch, OutputReceiver};
pub use reply::Reply;
pub use router::{MethodLimits, Route, Router, RouterError};
pub use run::Running;
pub use stillwire_codec as codec;
pub use stillwire_rpc_core::payload::Run;
pub use stillwire_rpc_core::{Code, Details, Metadata, MetadataError, MethodId, Status};
pub use task::Task;
pub use thrown::UnknownError;
pub use trace::TraceParent;
pub use waiters::Waiters;
