//! What a transport does for clients.

use super::link::ConnectionState;
use crate::descriptor::MethodDescriptor;
use crate::dispatch::BoxFuture;
use crate::event::{Events, Outcome};
use crate::form::Form;
use crate::gauges::Gauges;
use crate::input::Input;
use bytes::Bytes;
use std::time::Instant;
use stillwire_rpc_core::{Code, Metadata, Status};
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

/// The largest message that is copied to be kept: that costs less than to begin to count who has it.
const COPIED_BYTES: usize = 256;

impl OutgoingCall {
    /// The same call, to be made again; `None` where its input is a stream.
    #[must_use]
    pub fn copied(&self) -> Option<Self> {
        let message = match &self.input {
            Input::One(message) if message.len() <= COPIED_BYTES => Bytes::copy_from_slice(message),
            Input::One(message) => message.clone(),
            Input::Many(_) => return None,
        };
        Some(Self {
            method: self.method,
            metadata: self.metadata.clone(),
            deadline: self.deadline,
            wait_for_ready: self.wait_for_ready,
            input: Input::One(message),
        })
    }
}

/// How a call ended, which comes back where it may be made again.
pub type Ended = Result<Outcome, Box<Unavailable>>;

/// A call that ended as UNAVAILABLE, and may be made again.
#[derive(Debug)]
pub struct Unavailable {
    /// The call.
    pub call: OutgoingCall,
    /// How it ended.
    pub outcome: Outcome,
}

impl Unavailable {
    /// The end of a `call`: as UNAVAILABLE it comes back.
    ///
    /// # Errors
    /// The call, then.
    pub fn or_outcome(call: OutgoingCall, outcome: impl Into<Outcome>) -> Ended {
        let outcome = outcome.into();
        if outcome.status.code == Code::Unavailable {
            Err(Box::new(Self { call, outcome }))
        } else {
            Ok(outcome)
        }
    }
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

    /// Makes a call that has one reply. Where its input is one message, it may begin when this is first polled.
    fn call_one(&self, call: OutgoingCall) -> BoxFuture<'static, Outcome>;

    /// The same for a call of one message that may be made again: where it ends as UNAVAILABLE, it comes back. A transport that has
    /// the call until its end does so without the copy that is taken here.
    fn try_one(&self, call: OutgoingCall) -> BoxFuture<'static, Ended> {
        let again = call.copied();
        let outcome = self.call_one(call);
        Box::pin(async move {
            let outcome = outcome.await;
            match again {
                Some(call) => Unavailable::or_outcome(call, outcome),
                None => Ok(outcome),
            }
        })
    }

    /// Starts a call that has a stream of replies.
    fn call_many(&self, call: OutgoingCall) -> Box<dyn Events>;
}
