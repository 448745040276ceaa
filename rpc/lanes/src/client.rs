//! What a client does for one lane: calls become frames, and frames become what callers wait for.
//!
//! Callers talk to the lane's task by commands. Each call has a ticket, which its caller knows before the lane has given it a
//! number; so a caller may give up at any time.

use std::future::poll_fn;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use bytes::Bytes;
use futures_util::stream::{FuturesUnordered, StreamExt};
use stillwire_rpc::{Batch, BoxFuture, Input, Outcome, RawInput};
use stillwire_rpc_core::lane::{Closure, Event, OpenError, Request, SendError};
use stillwire_rpc_core::payload::ErrorCode;
use stillwire_rpc_core::{CallId, Code, Metadata, MethodId, Status};
use tokio::sync::OwnedSemaphorePermit;
use tokio::time::{Instant, MissedTickBehavior, interval_at};

use crate::command::{Answer, Command, Host, LaneState, Opening, Sink, Ticket};
use crate::io::LaneIo;
use crate::pipe::Pipe;
use crate::queue::Commanded;
use crate::timer;
use crate::window::Window;

/// Drives a lane that many calls share, until it is over or nobody can use it any more.
pub(crate) async fn drive_shared<P: Pipe>(
    io: LaneIo<P>,
    commands: Commanded,
    state: Arc<LaneState>,
    host: Arc<dyn Host>,
    quiet: Duration,
) {
    let mut lane = ClientLane::new(io, state, host, quiet, false);
    lane.run(commands).await;
    lane.finish().await;
}

/// Drives a lane for one call.
pub async fn drive_own<P: Pipe>(
    io: LaneIo<P>,
    opening: Opening,
    commands: Commanded,
    host: Arc<dyn Host>,
    quiet: Duration,
) {
    let state = Arc::new(LaneState {
        load: AtomicUsize::new(1),
        ..LaneState::default()
    });
    let mut lane = ClientLane::new(io, state, host, quiet, true);
    lane.open(timer::now(), Box::new(opening));
    lane.run(commands).await;
    lane.finish().await;
}

/// The next messages of a caller's stream, and the stream.
type Pulled = (CallId, Batch, Box<dyn RawInput>);

/// A call that is open.
struct Active {
    /// What opened it, which is too large to be moved.
    opening: Box<Opening>,
    /// Whether that is all of it, so that it can be sent again.
    whole: bool,
    leading: Metadata,
    /// Messages that wait for the lane.
    stalled: Option<Box<(Batch, Box<dyn RawInput>)>>,
}

struct ClientLane<P: Pipe> {
    io: LaneIo<P>,
    calls: Window<Active>,
    tickets: Window<CallId>,
    pulls: FuturesUnordered<BoxFuture<'static, Pulled>>,
    state: Arc<LaneState>,
    host: Arc<dyn Host>,
    quiet: Duration,
    /// For one call.
    own: bool,
    closure: Option<Closure>,
    told_settings: bool,
    /// The only call was given up: the stream is to be reset.
    broken_off: bool,
    /// Calls that have ended, and their places, to be given back together.
    ended: usize,
    freed: Option<OwnedSemaphorePermit>,
}

impl<P: Pipe> ClientLane<P> {
    fn new(
        io: LaneIo<P>,
        state: Arc<LaneState>,
        host: Arc<dyn Host>,
        quiet: Duration,
        own: bool,
    ) -> Self {
        Self {
            io,
            calls: Window::default(),
            tickets: Window::default(),
            pulls: FuturesUnordered::new(),
            state,
            host,
            quiet,
            own,
            closure: None,
            told_settings: false,
            broken_off: false,
            ended: 0,
            freed: None,
        }
    }

    async fn run(&mut self, mut commands: Commanded) {
        let mut alive = interval_at(Instant::now() + self.quiet, self.quiet);
        alive.set_missed_tick_behavior(MissedTickBehavior::Delay);
        let (mut callers, mut asked) = (true, Vec::new());
        loop {
            while let Some(event) = self.io.next_event() {
                self.handle(event);
            }
            self.settle();
            self.tell_settings();
            let unused =
                self.calls.is_empty() && (self.own || !callers) && !self.io.lane.wants_transmit();
            if self.io.is_done() || (unused && self.io.is_written()) || self.broken_off {
                break;
            }
            tokio::select! {
                biased;
                more = commands.wait(&mut asked), if callers => {
                    callers = more;
                    if self.calls.len() > 1 || asked.len() > 1 {
                        // Others are about to ask, too: what they want leaves in one write.
                        tokio::task::yield_now().await;
                        commands.take(&mut asked);
                    }
                    let now = timer::now();
                    for command in asked.drain(..) {
                        self.obey(now, command);
                    }
                },
                Some((call, batch, stream)) = self.pulls.next() => self.send(call, batch, stream),
                () = self.io.advance() => {}
                // Quiet calls keep the connection; quiet connections without calls may end.
                _ = alive.tick(), if !self.calls.is_empty() => self.io.lane.ping([0; 8]),
            }
        }
        self.close(commands);
    }

    /// Tells everybody who still waits for this lane that it is over.
    fn close(&mut self, mut commands: Commanded) {
        self.state.closed.store(true, Ordering::Release);
        self.host.closed();
        for command in commands.close() {
            if let Command::Open(opening) = command {
                not_opened(*opening, OpenError::Closed);
            }
        }
    }

    async fn finish(mut self) {
        if self.broken_off {
            self.io.reset(ErrorCode::Cancelled);
        }
        let code = self.closure.as_ref().map_or(ErrorCode::None, Closure::code);
        self.io.finish(code).await;
    }

    fn tell_settings(&mut self) {
        if !self.told_settings
            && let Some(settings) = self.io.lane.peer_settings()
        {
            self.told_settings = true;
            self.host.settings(settings);
        }
    }

    fn obey(&mut self, now: std::time::Instant, command: Command) {
        match command {
            Command::Open(opening) => self.open(now, opening),
            Command::Cancel(ticket) => self.cancel(now, ticket),
            Command::Taken(ticket, credit) => {
                if let Some(call) = self.tickets.get(ticket.0) {
                    self.io.lane.consumed(*call, credit);
                }
            }
        }
    }

    fn open(&mut self, now: std::time::Instant, mut opening: Box<Opening>) {
        let outgoing = &opening.call;
        let message = match &outgoing.input {
            Input::One(message) => Some(message),
            Input::Many(_) => None,
        };
        let request = Request {
            method: MethodId::from_bytes(outgoing.method.id.to_le_bytes()),
            path: outgoing.method.path.trim_start_matches('/'),
            metadata: outgoing.metadata.clone(),
            deadline: outgoing.deadline,
            end: message.is_some(),
            message,
        };
        let call = match self.io.lane.open(now, request) {
            Ok(call) => call,
            Err(error) => {
                self.state.load.fetch_sub(1, Ordering::Relaxed);
                if error == OpenError::Closed {
                    // It drains, or its numbers are used up: the next call is to have another lane.
                    self.state.closed.store(true, Ordering::Release);
                }
                return not_opened(*opening, error);
            }
        };
        let whole = matches!(opening.call.input, Input::One(_));
        if !whole {
            let nothing = Input::One(Bytes::new());
            let input = std::mem::replace(&mut opening.call.input, nothing);
            self.pull(call, Batch::default(), input.into_stream());
        }
        self.tickets.insert(opening.ticket.0, call);
        let active = Active {
            opening,
            whole,
            leading: Metadata::new(),
            stalled: None,
        };
        self.calls.insert(call.into(), active);
    }

    /// Asks a caller for its next messages.
    fn pull(&mut self, call: CallId, mut batch: Batch, mut stream: Box<dyn RawInput>) {
        self.pulls.push(Box::pin(async move {
            poll_fn(|cx| stream.poll_batch(cx, &mut batch)).await;
            (call, batch, stream)
        }));
    }

    /// Sends messages of a caller's stream now, or as soon as the lane can.
    fn send(&mut self, call: CallId, mut batch: Batch, stream: Box<dyn RawInput>) {
        match self.io.lane.send_all(call, &mut batch.messages) {
            Ok(()) => {}
            Err(SendError::Blocked) => {
                if let Some(active) = self.calls.get_mut(call.into()) {
                    active.stalled = Some(Box::new((batch, stream)));
                }
                return;
            }
            Err(SendError::Ended) => return,
            Err(error) => {
                return self.break_off(call, Status::resource_exhausted(error.to_string()));
            }
        }
        match batch.end.take() {
            None => self.pull(call, batch, stream),
            Some(status) if status.is_ok() => {
                let _ = self.io.lane.end(call); // fails only where the call is over
            }
            Some(status) => self.break_off(call, *status),
        }
    }

    /// Gives a call up because its own input failed.
    fn break_off(&mut self, call: CallId, status: Status) {
        self.io.lane.cancel(call);
        self.broken_off = self.own;
        self.end(call, status, None);
    }

    fn cancel(&mut self, now: std::time::Instant, ticket: Ticket) {
        let Some(&call) = self.tickets.get(ticket.0) else {
            return;
        };
        // A caller that goes at its deadline goes because of it, and the server is to hear so.
        self.io.lane.handle_timeout(now);
        self.broken_off |= self.io.lane.cancel(call) && self.own;
        self.forget(call);
    }

    fn forget(&mut self, call: CallId) -> Option<Active> {
        let active = self.calls.remove(call.into())?;
        self.tickets.remove(active.opening.ticket.0);
        self.ended += 1;
        Some(active)
    }

    /// Makes room for as many calls as have ended.
    fn settle(&mut self) {
        if self.ended > 0 {
            let ended = std::mem::take(&mut self.ended);
            self.state.load.fetch_sub(ended, Ordering::Relaxed);
            self.freed = None;
        }
    }

    /// Gives a place back, later and together with others: to do so takes a lock each time.
    fn free(&mut self, place: OwnedSemaphorePermit) {
        match &mut self.freed {
            Some(freed) if Arc::ptr_eq(freed.semaphore(), place.semaphore()) => freed.merge(place),
            freed => *freed = Some(place),
        }
    }

    fn end(&mut self, call: CallId, status: Status, message: Option<Bytes>) {
        let Some(active) = self.forget(call) else {
            return;
        };
        let Opening { sink, place, .. } = *active.opening;
        match sink {
            Sink::One(sink) => {
                let outcome = Outcome {
                    leading: active.leading,
                    message,
                    status,
                };
                sink.give(Answer::Outcome(checked(outcome)));
            }
            Sink::Many(inbox) => inbox.end(status),
        }
        self.free(place);
    }

    /// The server drains: the call may be made elsewhere, unless it is a stream, of which the caller has seen the beginning.
    fn refused(&mut self, call: CallId, status: Status) {
        let Some(active) = self.forget(call) else {
            return;
        };
        let Opening { call, sink, .. } = *active.opening;
        match sink {
            Sink::Many(inbox) => inbox.end(status),
            Sink::One(sink) if active.whole => {
                sink.give(Answer::NotSeen(Box::new((call, Some(status)))))
            }
            Sink::One(sink) => sink.give(Answer::Outcome(status.into())),
        }
    }

    fn handle(&mut self, event: Event) {
        match event {
            Event::Head { call, metadata } => {
                if let Some(active) = self.calls.get_mut(call.into()) {
                    match &active.opening.sink {
                        Sink::One(_) => active.leading = metadata,
                        Sink::Many(inbox) => inbox.head(metadata),
                    }
                }
            }
            Event::Messages { call, .. } if self.io.is_overfull() => {
                let status = Status::resource_exhausted("too much waits to be read");
                self.break_off(call, status);
            }
            Event::Messages { call, messages } => {
                let active = self.calls.get(call.into());
                match active.map(|active| &active.opening.sink) {
                    Some(Sink::Many(inbox)) => inbox.messages(messages),
                    Some(Sink::One(_)) => {
                        let status =
                            Status::internal("the server sent a stream where one reply was due");
                        self.break_off(call, status);
                    }
                    None => {}
                }
            }
            Event::Status {
                call,
                status,
                refused: true,
                ..
            } if status.code == Code::Unavailable => self.refused(call, status),
            Event::Status {
                call,
                status,
                message,
                ..
            } => self.end(call, status, message),
            Event::Writable { call } => {
                let stalled = self
                    .calls
                    .get_mut(call.into())
                    .and_then(|active| active.stalled.take());
                if let Some((batch, stream)) = stalled.map(|stalled| *stalled) {
                    self.send(call, batch, stream);
                }
            }
            Event::Draining => {
                self.state.closed.store(true, Ordering::Release);
                self.host.draining();
            }
            Event::Closed(closure) => {
                if let Closure::Violation(violation) = &closure {
                    tracing::warn!(%violation, "a server broke the lane protocol");
                }
                self.state.closed.store(true, Ordering::Release);
                self.closure = Some(closure);
            }
            _ => {}
        }
    }
}

/// An OK without its reply is not one.
fn checked(outcome: Outcome) -> Outcome {
    if outcome.status.is_ok() && outcome.message.is_none() {
        return Status::internal("the server ended the call well, without a reply").into();
    }
    outcome
}

/// Tells a caller why its call was not opened; one that another lane may take goes back to it.
fn not_opened(opening: Opening, error: OpenError) {
    let elsewhere = matches!(error, OpenError::Closed | OpenError::TooManyCalls { .. });
    let status = match error {
        OpenError::DeadlinePassed => Status::deadline_exceeded(error.to_string()),
        OpenError::TooLarge { .. } => Status::resource_exhausted(error.to_string()),
        OpenError::Path | OpenError::Server => Status::internal(error.to_string()),
        _ => Status::unavailable(error.to_string()),
    };
    match opening.sink {
        Sink::Many(inbox) => inbox.end(status),
        Sink::One(sink) => {
            sink.give(if elsewhere {
                Answer::NotSeen(Box::new((opening.call, None)))
            } else {
                Answer::Outcome(status.into())
            });
        }
    }
}
