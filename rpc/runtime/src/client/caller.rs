//! The handle that generated clients hold.

use super::future::within;
use super::kind::{ClientStreaming, Duplex, ServerStreaming, Unary};
use super::link::ConnectionState;
use super::prepared::{Prepared, Request};
use super::retry::{Retries, RetryPolicy};
use super::transport::{OutgoingCall, Transport};
use crate::descriptor::MethodDescriptor;
use crate::dispatch::BoxFuture;
use crate::event::{Event, Events, Outcome};
use crate::fault::Throws;
use crate::form::{self, Form};
use crate::gauges::{Gauges, Live};
use crate::input::Input;
use crate::timer;
use bytes::Bytes;
use std::fmt;
use std::sync::Arc;
use std::task::{Context, Poll, ready};
use stillwire_codec::{Limits, Message, ToEncoded};
use stillwire_rpc_core::{Metadata, Status};
use tokio::sync::watch;

/// A transport without its type. Clones share it.
#[derive(Clone)]
pub struct Caller(pub(crate) Arc<Calling>);

/// What each call has of its caller: one count of references.
pub(crate) struct Calling {
    pub(crate) transport: Arc<dyn Transport>,
    pub(crate) limits: Limits,
    /// Shared by all clones, so that they have one budget.
    pub(crate) retries: Option<Arc<Retries>>,
}

impl Caller {
    /// Calls over `transport`.
    pub fn new(transport: impl Transport) -> Self {
        Self(Arc::new(Calling {
            transport: Arc::new(transport),
            limits: form::decoding(&crate::Limits::default()),
            retries: Some(Arc::new(Retries::new(RetryPolicy::default()))),
        }))
    }

    /// The same with calls made again by another policy than the default, or never, and with a budget of its own.
    #[must_use]
    pub fn with_retries(self, policy: impl Into<Option<RetryPolicy>>) -> Self {
        let retries = policy.into().map(|policy| Arc::new(Retries::new(policy)));
        Self(Arc::new(Calling {
            transport: Arc::clone(&self.0.transport),
            limits: self.0.limits,
            retries,
        }))
    }

    /// The same with other bounds on what servers answer.
    pub fn with_limits(self, limits: &crate::Limits) -> Self {
        Self(Arc::new(Calling {
            transport: Arc::clone(&self.0.transport),
            limits: form::decoding(limits),
            retries: self.0.retries.clone(),
        }))
    }

    /// Calls a method with a message that is already written in the transport's form, and takes the reply as it comes: for
    /// whoever knows the types by other means. Without metadata; the method's own timeout is the deadline.
    pub async fn call_raw(&self, method: &'static MethodDescriptor, request: Bytes) -> Outcome {
        let call = OutgoingCall {
            method,
            metadata: Metadata::new(),
            deadline: method.timeout.and_then(timer::from_now),
            wait_for_ready: false,
            input: Input::One(request),
        };
        self.start_one(call).await
    }

    /// The state of the connection, to be looked at and waited for.
    #[must_use]
    pub fn state(&self) -> watch::Receiver<ConnectionState> {
        self.0.transport.state()
    }

    /// What is open: calls that wait for an answer, and the lanes and connections under them.
    #[must_use]
    pub fn gauges(&self) -> Gauges {
        self.0.transport.gauges().clone()
    }

    /// Connects now, unless there is a connection. Calls do that by themselves: this is for who wants to know before.
    ///
    /// # Errors
    /// UNAVAILABLE where nobody answers.
    pub async fn connect(&self) -> Result<(), Status> {
        self.0.transport.connect().await
    }

    /// How the transport writes messages: what [`start_one`](Self::start_one) and [`start_many`](Self::start_many) take and
    /// give.
    #[must_use]
    pub fn form(&self) -> Form {
        self.0.transport.form()
    }

    /// Starts a call that has one reply, of messages that the caller writes and reads by itself. Dropping it cancels the call.
    pub fn start_one(&self, call: OutgoingCall) -> BoxFuture<'static, Outcome> {
        let live = self.0.transport.gauges().call();
        let deadline = call.deadline;
        let outcome = self.0.transport.call_one(call);
        Box::pin(async move {
            let _live = live;
            within(outcome, deadline).await
        })
    }

    /// The same for a stream of replies. That the deadline ends it is for the caller to see to.
    #[must_use]
    pub fn start_many(&self, call: OutgoingCall) -> Box<dyn Events> {
        let live = self.0.transport.gauges().call();
        Box::new(Counted(self.0.transport.call_many(call), Some(live)))
    }

    /// Prepares a call with one message each way. For generated code.
    pub fn unary<Req, Res, E>(
        &self,
        method: &'static MethodDescriptor,
        request: impl ToEncoded<Req>,
    ) -> Prepared<Unary<Res, E>>
    where
        Req: Message,
        Res: Message,
        E: Throws,
    {
        Prepared::new(
            self,
            method,
            self.0.transport.form().encode(&request).map(Request::One),
        )
    }

    /// Prepares a call with one message out and a stream back. For generated code.
    pub fn server_streaming<Req, Res, E>(
        &self,
        method: &'static MethodDescriptor,
        request: impl ToEncoded<Req>,
    ) -> Prepared<ServerStreaming<Res, E>>
    where
        Req: Message,
        Res: Message,
        E: Throws,
    {
        Prepared::new(
            self,
            method,
            self.0.transport.form().encode(&request).map(Request::One),
        )
    }

    /// Prepares a call with a stream out and one message back. For generated code.
    pub fn client_streaming<Req, Res, E>(
        &self,
        method: &'static MethodDescriptor,
    ) -> Prepared<ClientStreaming<Req, Res, E>>
    where
        Req: Message,
        Res: Message,
        E: Throws,
    {
        Prepared::new(self, method, Ok(Request::Many))
    }

    /// Prepares a call with a stream each way. For generated code.
    pub fn streaming<Req, Res, E>(
        &self,
        method: &'static MethodDescriptor,
    ) -> Prepared<Duplex<Req, Res, E>>
    where
        Req: Message,
        Res: Message,
        E: Throws,
    {
        Prepared::new(self, method, Ok(Request::Many))
    }
}

/// A stream of replies that is a call on the gauges until it has ended.
struct Counted(Box<dyn Events>, Option<Live>);

impl Events for Counted {
    fn poll_event(&mut self, cx: &mut Context<'_>) -> Poll<Event> {
        let event = ready!(self.0.poll_event(cx));
        if matches!(event, Event::End(_)) {
            self.1 = None;
        }
        Poll::Ready(event)
    }
}

impl fmt::Debug for Caller {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Caller")
            .field(&self.0.transport.name())
            .finish()
    }
}
