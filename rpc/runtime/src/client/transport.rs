//! What a transport does for clients.

use super::link::ConnectionState;
use crate::descriptor::MethodDescriptor;
use crate::dispatch::BoxFuture;
use crate::event::{Events, Outcome};
use crate::form::Form;
use crate::gauges::Gauges;
use crate::input::Input;
use std::time::Instant;
use stillwire_rpc_core::{Metadata, Status};
use tokio::sync::watch;

/// A call, as a transport is to send it.
#[derive(Debug)]
pub struct OutgoingCall {
    /// The method.
    pub method: &'static MethodDescriptor,
    /// The caller's metadata.
    pub metadata: Metadata,
    /// When the caller stops waiting. The runtime does that by itself; a transport only tells the server the time that is
    /// left.
    pub deadline: Option<Instant>,
    /// Whether it waits where there is no connection, instead of failing.
    pub wait_for_ready: bool,
    /// The messages.
    pub input: Input,
}

/// Carries calls to a server.
///
/// Dropping what a call gives cancels the call, and the server never takes what was cancelled for complete. Where the
/// input is a stream, the transport moves it along even while nobody polls what comes back; where that stream ends in an
/// error, it cancels the call.
pub trait Transport: Send + Sync + 'static {
    /// The name, as `grpc` or `quic`.
    fn name(&self) -> &'static str;

    /// How messages are written.
    fn form(&self) -> Form;

    /// The state of the connection, to be looked at and waited for. A transport that has none is always ready.
    fn state(&self) -> watch::Receiver<ConnectionState> {
        watch::Sender::new(ConnectionState::Ready).subscribe()
    }

    /// What is open. A transport counts its lanes and connections, the runtime its calls.
    fn gauges(&self) -> &Gauges;

    /// Connects now, unless there is a connection.
    fn connect(&self) -> BoxFuture<'static, Result<(), Status>> {
        Box::pin(std::future::ready(Ok(())))
    }

    /// Starts a call that has one reply.
    fn call_one(&self, call: OutgoingCall) -> BoxFuture<'static, Outcome>;

    /// Starts a call that has a stream of replies.
    fn call_many(&self, call: OutgoingCall) -> Box<dyn Events>;
}
