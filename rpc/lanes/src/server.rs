//! What a server does for one lane: frames become calls of the router, and what the calls give becomes frames.
//!
//! A call that has one reply is polled in place first: most end at once, and cost no task. One that does not is spawned, so that it
//! holds up nobody. A stream of replies is pulled from its handler only when the lane can send, so a slow reader makes the handler
//! wait.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use bytes::Bytes;
use futures_util::stream::{FuturesUnordered, StreamExt};
use futures_util::{FutureExt, future::poll_fn};
use stillwire_rpc::{
    Batch, BoxFuture, CallHead, Drain, Form, Input, Live, Outcome, OutputReceiver, Peer, Phase,
    Route, Router,
};
use stillwire_rpc_core::id::ById;
use stillwire_rpc_core::lane::{CancelReason, Closure, Event, SendError};
use stillwire_rpc_core::payload::Run;
use stillwire_rpc_core::{CallId, Lane, Limits, MethodId, Status};
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tokio::task::AbortHandle;

use crate::inbox::{Gauge, InboxSender, Reader, inbox};
use crate::io::LaneIo;
use crate::pipe::Pipe;

/// What all lanes of a connection share.
#[derive(Debug)]
pub struct Shared {
    /// The transport's name, which handlers see.
    pub transport: &'static str,
    /// The services.
    pub router: Router,
    /// The router's limits, or narrower ones.
    pub limits: Limits,
    /// The server's life.
    pub drain: Drain,
    /// Who calls.
    pub peer: Arc<Peer>,
    gauge: Arc<Gauge>,
    /// Calls that run on the connection.
    calls: Arc<AtomicUsize>,
}

impl Shared {
    /// A connection on which nothing has happened.
    pub fn new(transport: &'static str, router: Router, drain: Drain, peer: Peer) -> Self {
        Self {
            transport,
            limits: router.limits().clone(),
            router,
            drain,
            peer: Arc::new(peer),
            gauge: Arc::default(),
            calls: Arc::default(),
        }
    }

    /// The server's end of a lane over `pipe`.
    pub fn lane<P: Pipe>(&self, pipe: P) -> LaneIo<P> {
        LaneIo::new(
            Lane::server(self.limits.clone()),
            pipe,
            Arc::clone(&self.gauge),
            self.limits.connection_memory_bytes,
        )
        .counted([self.drain.gauges().lane()])
    }
}

/// Drives a lane until it is over.
pub async fn serve<P: Pipe>(shared: Arc<Shared>, io: LaneIo<P>) {
    let (drain, (taken, taken_by)) = (shared.drain.clone(), unbounded_channel());
    let mut lane = ServerLane {
        shared,
        io,
        calls: ById::default(),
        steps: FuturesUnordered::new(),
        taken,
        route: None,
    };
    tokio::select! {
        () = drain.reached(Phase::Cut) => {} // dropping the lane resets the stream
        closure = lane.run(taken_by, &drain) => lane.io.finish(closure.code()).await,
    }
}

/// A handler took messages that cost so much credit.
#[derive(Debug)]
struct Taken(CallId, usize);

/// Reports what a handler takes.
#[derive(Debug)]
struct HandlerReader {
    call: CallId,
    taken: UnboundedSender<Taken>,
}

impl Reader for HandlerReader {
    fn taken(&self, credit: usize) {
        let _ = self.taken.send(Taken(self.call, credit)); // the lane may be over
    }

    fn gone(&self) {} // what still comes is paid for by the window and dropped with the call
}

/// Something that a handler has produced.
enum Step {
    Outcome(Outcome),
    Replies(Batch, OutputReceiver),
}

/// A call that has not ended. Dropping it stops the handler.
struct Running {
    handler: AbortHandle,
    input: Option<InboxSender>,
    /// Replies that wait for the lane.
    stalled: Option<(Batch, OutputReceiver)>,
    calls: Arc<AtomicUsize>,
}

impl Drop for Running {
    fn drop(&mut self) {
        self.handler.abort();
        self.calls.fetch_sub(1, Ordering::Relaxed);
    }
}

struct ServerLane<P: Pipe> {
    shared: Arc<Shared>,
    io: LaneIo<P>,
    calls: ById<CallId, Running>,
    steps: FuturesUnordered<BoxFuture<'static, (CallId, Step)>>,
    taken: UnboundedSender<Taken>,
    /// That of the last call.
    route: Option<(MethodId, Route)>,
}

/// What an OPEN frame said.
struct Opened {
    call: CallId,
    head: CallHead,
    message: Option<Bytes>,
    end: bool,
}

impl<P: Pipe> ServerLane<P> {
    async fn run(&mut self, mut taken: UnboundedReceiver<Taken>, drain: &Drain) -> Closure {
        let mut closure = Closure::Lost;
        let draining = drain.reached(Phase::Draining);
        tokio::pin!(draining);
        let mut drains = false;
        loop {
            while let Some(event) = self.io.next_event() {
                if let Some(closed) = self.handle(event) {
                    closure = closed;
                }
            }
            if self.io.is_done() {
                return closure;
            }
            tokio::select! {
                biased;
                () = &mut draining, if !drains => {
                    drains = true;
                    self.io.lane.drain();
                }
                Some((call, step)) = self.steps.next(), if !self.io.is_congested() => {
                    self.step(call, step);
                    while !self.io.is_congested()
                        && let Some(Some((call, step))) = self.steps.next().now_or_never()
                    {
                        self.step(call, step);
                    }
                }
                Some(Taken(call, credit)) = taken.recv() => {
                    self.io.lane.consumed(call, credit);
                    while let Ok(Taken(call, credit)) = taken.try_recv() {
                        self.io.lane.consumed(call, credit);
                    }
                }
                () = self.io.advance() => {}
            }
        }
    }

    /// Does what an event asks for; gives what closed the lane.
    fn handle(&mut self, event: Event) -> Option<Closure> {
        match event {
            Event::Opened {
                call,
                method,
                path,
                metadata,
                deadline,
                message,
                end,
            } => {
                if !self.io.lane.is_open(call) {
                    return None; // given up in the same breath: it costs no handler
                }
                let peer = Arc::clone(&self.shared.peer);
                let mut head = CallHead::of(peer, self.shared.transport, Form::Native);
                head.metadata = metadata;
                head.deadline = deadline;
                head.came = Some(self.io.heard);
                let opened = Opened {
                    call,
                    head,
                    message,
                    end,
                };
                match self.route(method) {
                    Some(route) => {
                        self.open(&route, opened);
                        self.route = Some((method, route));
                    }
                    None => {
                        let name =
                            path.map_or_else(|| method.to_string(), |path| format!("/{path}"));
                        self.io
                            .lane
                            .finish(call, self.shared.router.unknown(&name), None);
                    }
                }
            }
            Event::Messages { call, messages } => {
                if self.io.is_overfull() {
                    self.shed(call);
                    return None;
                }
                let lane = &mut self.io.lane;
                match self
                    .calls
                    .get(&call)
                    .and_then(|running| running.input.as_ref())
                {
                    Some(input) => input.messages(messages),
                    None => lane.consumed(call, messages.credit()),
                }
            }
            Event::End { call } => {
                if let Some(input) = self.calls.get(&call).and_then(|call| call.input.as_ref()) {
                    input.end(Status::ok());
                }
            }
            Event::Cancelled { call, reason } => self.cancel(call, reason),
            Event::Writable { call } => self.resume(call),
            Event::Closed(closure) => {
                if let Closure::Violation(violation) = &closure {
                    let peer = self.shared.peer.address;
                    tracing::warn!(?peer, %violation, "a client broke the lane protocol");
                }
                return Some(closure);
            }
            _ => {}
        }
        None
    }

    /// The method's route. Calls of one method often follow each other.
    fn route(&mut self, method: MethodId) -> Option<Route> {
        match self.route.take() {
            Some((of, route)) if of == method => Some(route),
            _ => self.shared.router.find_id(method.to_u64()),
        }
    }

    fn open(&mut self, route: &Route, mut opened: Opened) {
        let call = opened.call;
        let live = match self.admit() {
            Ok(live) => live,
            Err(status) => return self.io.lane.refuse(call, status),
        };
        opened.head.live = Some(live);
        let method = route.method();
        let (input, sender) = match (method.client_streaming, opened.message, opened.end) {
            (true, message, end) => self.stream_of(call, message, end),
            (false, Some(message), true) => (Input::One(message), None),
            (false, ..) => {
                let status = Status::invalid_argument("the method takes one message, inside OPEN");
                return self.io.lane.finish(call, status, None);
            }
        };
        if method.server_streaming {
            let (run, output) = route.call_many(opened.head, input);
            self.keep(call, tokio::spawn(run).abort_handle(), sender);
            self.pull(call, Batch::default(), output);
            return;
        }
        let mut running = route.call_one(opened.head, input);
        if let Some(outcome) = (&mut running).now_or_never() {
            return self.finish(call, outcome);
        }
        let running = tokio::spawn(running);
        self.keep(call, running.abort_handle(), sender);
        self.steps.push(Box::pin(async move {
            // The runtime catches panics inside, so what fails here was aborted.
            let outcome = running
                .await
                .unwrap_or_else(|_| Status::cancelled("aborted").into());
            (call, Step::Outcome(outcome))
        }));
    }

    fn admit(&self) -> Result<Live, Status> {
        if self.shared.calls.load(Ordering::Relaxed) >= self.shared.limits.calls_per_connection {
            return Err(Status::resource_exhausted(
                "too many calls are open on this connection",
            ));
        }
        self.shared.drain.enter()
    }

    fn stream_of(
        &self,
        call: CallId,
        first: Option<Bytes>,
        end: bool,
    ) -> (Input, Option<InboxSender>) {
        let reader = HandlerReader {
            call,
            taken: self.taken.clone(),
        };
        let window = self.shared.limits.call_credit_bytes;
        let (sender, mut receiver) = inbox(Arc::clone(&self.shared.gauge), reader, window);
        if let Some(message) = first {
            sender.messages(Run::One(message));
            receiver = receiver.with_unpaid_message();
        }
        if end {
            sender.end(Status::ok());
        }
        (Input::Many(Box::new(receiver)), Some(sender))
    }

    fn keep(&mut self, call: CallId, handler: AbortHandle, input: Option<InboxSender>) {
        let calls = Arc::clone(&self.shared.calls);
        calls.fetch_add(1, Ordering::Relaxed);
        self.calls.insert(
            call,
            Running {
                handler,
                input,
                stalled: None,
                calls,
            },
        );
    }

    /// Asks a handler for its next replies.
    fn pull(&mut self, call: CallId, mut replies: Batch, mut output: OutputReceiver) {
        self.steps.push(Box::pin(async move {
            poll_fn(|cx| output.poll_batch(cx, &mut replies)).await;
            (call, Step::Replies(replies, output))
        }));
    }

    fn step(&mut self, call: CallId, step: Step) {
        if !self.calls.contains_key(&call) {
            return; // it was cancelled meanwhile
        }
        match step {
            Step::Outcome(outcome) => {
                self.finish(call, outcome);
                self.calls.remove(&call);
            }
            Step::Replies(replies, output) => self.reply(call, replies, output),
        }
    }

    /// Sends replies of a stream now, or as soon as the lane can.
    fn reply(&mut self, call: CallId, mut replies: Batch, output: OutputReceiver) {
        // An empty one goes only where a client may wait for it.
        let alone = replies.messages.is_empty() && replies.end.is_none();
        if let Some(head) = replies.head.take().filter(|head| alone || !head.is_empty()) {
            let _ = self.io.lane.head(call, head); // fails only where the call is over
        }
        match self.io.lane.send_all(call, &mut replies.messages) {
            Ok(()) => {}
            Err(SendError::Blocked) => {
                if let Some(running) = self.calls.get_mut(&call) {
                    running.stalled = Some((replies, output));
                }
                return;
            }
            Err(error) => return self.end(call, Status::resource_exhausted(error.to_string())),
        }
        match replies.end.take() {
            Some(status) => self.end(call, *status),
            None => self.pull(call, replies, output),
        }
    }

    fn end(&mut self, call: CallId, status: Status) {
        self.io.lane.finish(call, status, None);
        self.calls.remove(&call);
    }

    fn resume(&mut self, call: CallId) {
        let stalled = self
            .calls
            .get_mut(&call)
            .and_then(|running| running.stalled.take());
        if let Some((replies, output)) = stalled {
            self.reply(call, replies, output);
        }
    }

    fn finish(&mut self, call: CallId, outcome: Outcome) {
        if !outcome.leading.is_empty() {
            let _ = self.io.lane.head(call, outcome.leading); // fails only where the call is over
        }
        self.io.lane.finish(call, outcome.status, outcome.message);
    }

    /// Ends a call whose messages cannot be kept: its lane is read on only because the client's credit is waited for.
    fn shed(&mut self, call: CallId) {
        let status = Status::resource_exhausted("too much waits for handlers on this connection");
        self.io.lane.finish(call, status, None);
        self.calls.remove(&call);
    }

    /// Stops a handler whose caller has gone.
    fn cancel(&mut self, call: CallId, reason: CancelReason) {
        let Some(running) = self.calls.remove(&call) else {
            return;
        };
        if let Some(input) = &running.input {
            input.end(match reason {
                CancelReason::Deadline => Status::deadline_exceeded("the deadline passed"),
                CancelReason::Caller => Status::cancelled("the caller gave the call up"),
                CancelReason::Lane => Status::cancelled("the connection was lost"),
            });
        }
    }
}
