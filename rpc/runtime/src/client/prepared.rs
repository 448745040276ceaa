//! A call that was described and not yet made.

use super::answer::Answering;
use super::caller::Caller;
use super::future::Work;
use super::kind::{ClientStreaming, Duplex, Kind, ServerStreaming, Unary};
use super::retry::may_run_twice;
use super::streaming::Streaming;
use super::transport::OutgoingCall;
use crate::call::Call;
use crate::descriptor::MethodDescriptor;
use crate::fault::{Fault, Never, Throws};
use crate::gauges::Live;
use crate::input::{self, Input};
use crate::limits::Budget;
use crate::queue::Sender;
use crate::span::CallSpan;
use crate::{timer, trace};
use bytes::Bytes;
use std::fmt;
use std::marker::PhantomData;
use std::time::{Duration, Instant};
use stillwire_codec::Message;
use stillwire_rpc_core::{Metadata, Status};

/// A call with one message each way.
pub type UnaryCall<Res, E = Never> = Prepared<Unary<Res, E>>;
/// A call with one message out and a stream back.
pub type ServerStreamingCall<Res, E = Never> = Prepared<ServerStreaming<Res, E>>;
/// A call with a stream out and one message back.
pub type ClientStreamingCall<Req, Res, E = Never> = Prepared<ClientStreaming<Req, Res, E>>;
/// A call with a stream each way.
pub type StreamingCall<Req, Res, E = Never> = Prepared<Duplex<Req, Res, E>>;

/// A call, ready to be made: a builder that is a future.
#[must_use = "a call is made when it is awaited"]
pub struct Prepared<K> {
    caller: Caller,
    method: &'static MethodDescriptor,
    request: Request,
    metadata: Metadata,
    deadline: Option<Instant>,
    wait_for_ready: bool,
    /// Whether it may be made again.
    retries: bool,
    /// What was wrong with the message or an option: told when the call is awaited. In a box, since the builder moves often.
    wrong: Option<Box<Status>>,
    kind: PhantomData<fn() -> K>,
}

/// What goes out.
#[derive(Debug)]
pub(crate) enum Request {
    One(Bytes),
    Many,
}

impl<K: Kind> Prepared<K> {
    #[inline]
    pub(crate) fn new(
        caller: &Caller,
        method: &'static MethodDescriptor,
        request: Result<Request, Status>,
    ) -> Self {
        let (request, wrong) = match request {
            Ok(request) => (request, None),
            Err(status) => (Request::Many, Some(Box::new(status))),
        };
        Self {
            caller: caller.clone(),
            method,
            request,
            metadata: Metadata::new(),
            deadline: method.timeout.and_then(timer::from_now),
            wait_for_ready: false,
            retries: may_run_twice(method),
            wrong,
            kind: PhantomData,
        }
    }

    /// Gives the call this long, from now, instead of the method's own timeout. Where it passes, the call ends as
    /// DEADLINE_EXCEEDED, on both sides.
    #[inline]
    pub fn timeout(self, timeout: Duration) -> Self {
        Self {
            deadline: timer::from_now(timeout),
            ..self
        }
    }

    /// Gives the call until `deadline`.
    pub fn deadline(self, deadline: Instant) -> Self {
        Self {
            deadline: Some(deadline),
            ..self
        }
    }

    /// Makes the call on behalf of another one: it ends no later than that, and belongs to the same trace, which is that of
    /// `traceparent` and `tracestate` (W3C Trace Context) in the metadata. A `traceparent` that was added before stays.
    pub fn within(mut self, call: &Call) -> Self {
        let deadline = timer::earlier(self.deadline, call.deadline());
        trace::propagate(call.metadata(), &mut self.metadata);
        Self { deadline, ..self }
    }

    /// Adds metadata. A key that ends in `-bin` takes bytes, any other one text; what breaks the rules of
    /// [`Metadata`] fails the call when it is awaited.
    pub fn metadata(mut self, key: &str, value: impl Into<Bytes>) -> Self {
        if let Err(error) = self.metadata.append(key, value) {
            let text = format!("metadata {key:?}: {error}");
            self.wrong
                .get_or_insert_with(|| Box::new(Status::invalid_argument(text)));
        }
        self
    }

    /// Lets the call wait, until its deadline, where no connection is to be had, instead of failing as UNAVAILABLE (gRPC's wait-for-ready). One
    /// that was lost after the call was sent ends it all the same.
    pub fn wait_for_ready(self) -> Self {
        Self {
            wait_for_ready: true,
            ..self
        }
    }

    /// Makes the call once, whatever its method promises.
    pub fn without_retries(mut self) -> Self {
        self.retries = false;
        self
    }

    /// What the transport gets, and what the kind needs.
    #[inline]
    pub(crate) fn launch(self) -> Result<(Launch, OutgoingCall), Status> {
        if let Some(wrong) = self.wrong {
            return Err(*wrong);
        }
        let (input, sender) = match self.request {
            Request::One(message) => (Input::One(message), None),
            Request::Many => {
                let (sender, input) = input::channel(Budget::DEFAULT);
                (input, Some(sender))
            }
        };
        let launch = Launch {
            method: self.method,
            deadline: self.deadline,
            caller: self.caller,
            retries: self.retries,
            sender,
        };
        let call = OutgoingCall {
            method: self.method,
            metadata: self.metadata,
            deadline: self.deadline,
            wait_for_ready: self.wait_for_ready,
            input,
        };
        Ok((launch, call))
    }
}

impl<Res: Message, E: Throws> Prepared<Unary<Res, E>> {
    /// Makes the call, and tells how it ended with all that came along: `.await` alone leaves out the metadata of a call that
    /// failed with a declared error.
    pub fn answer(self) -> Answering<Res, E> {
        Answering(Unary::start(self))
    }
}

impl<Res: Message, E: Throws> Prepared<ServerStreaming<Res, E>> {
    /// Makes the call, and gives its stream at once: `.await` waits until the server begins to answer. Where the call fails before that, the stream
    /// does, and has what came along in [`trailing`](Streaming::trailing).
    ///
    /// # Errors
    /// Where an option of the call is wrong.
    pub fn start(self) -> Result<Streaming<Res, E>, Fault<E>> {
        Ok(self.stream()?)
    }

    pub(crate) fn stream(self) -> Result<Streaming<Res, E>, Status> {
        let (launch, call) = self.launch()?;
        let events = launch.caller.0.transport.call_many(call);
        Ok(Streaming::new(events, &launch))
    }
}

/// What is left of a [`Prepared`] call when it is made.
pub(crate) struct Launch {
    method: &'static MethodDescriptor,
    pub(crate) deadline: Option<Instant>,
    pub(crate) caller: Caller,
    /// Whether the call may be made again.
    pub(crate) retries: bool,
    pub(crate) sender: Option<Sender>,
}

impl Launch {
    /// The call on the channel's gauges.
    pub(crate) fn live(&self) -> Live {
        self.caller.0.transport.gauges().call()
    }

    /// What a `call` with one message each way waits for.
    #[inline]
    pub(crate) fn work(&self, call: OutgoingCall) -> Work {
        let caller = &self.caller.0;
        if self.retries && caller.retries.is_some() {
            Work::Attempt(caller.transport.try_one(call))
        } else {
            Work::Rest(caller.transport.call_one(call))
        }
    }

    #[inline]
    pub(crate) fn span(&self) -> CallSpan {
        CallSpan::client(self.method, self.caller.0.transport.name())
    }

    /// The sender of a call that streams out.
    pub(crate) fn take_sender(&mut self) -> Result<Sender, Status> {
        self.sender
            .take()
            .ok_or_else(|| Status::internal("the call has no stream to send on"))
    }
}

impl<K: Kind> IntoFuture for Prepared<K> {
    type Output = K::Output;
    type IntoFuture = K::Future;

    #[inline]
    fn into_future(self) -> K::Future {
        K::start(self)
    }
}

impl<K> fmt::Debug for Prepared<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Prepared")
            .field("method", &self.method.path)
            .field("metadata", &self.metadata)
            .field("deadline", &self.deadline)
            .finish_non_exhaustive()
    }
}
