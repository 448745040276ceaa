//! What a client does for one lane: calls become frames, and frames become what callers wait for.
//!
//! Callers talk to the lane's task by commands. Each call has a ticket, which its caller knows before the lane has given it a
//! number; so a caller may give up at any time.

use std::future::poll_fn;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use bytes::Bytes;
use futures_util::stream::{FuturesUnordered, StreamExt};
use stillwire_rpc::{Batch, BoxFuture, Input, Outcome, RawInput, timer};
use stillwire_rpc_core::lane::{Closure, Event, OpenError, SendError};
use stillwire_rpc_core::payload::ErrorCode;
use stillwire_rpc_core::{CallId, Code, Metadata, Status};
use tokio::sync::OwnedSemaphorePermit;
use tokio::time::{Instant, MissedTickBehavior, interval_at};

use crate::command::{Answer, Asking, Command, Host, LaneState, Opening, Place, Ticket, What};
use crate::inbox::InboxSender;
use crate::io::LaneIo;
use crate::pipe::Pipe;
use crate::queue::Commanded;
use crate::window::Window;

/// Events that are handled at once. Of more, at most as many as half of the calls: then it is their callers' turn, and what they ask for next is
/// written, before the rest is looked at. Were all calls answered at once, client and server would take turns, each idle while the other works.
const AT_ONCE: usize = 32;

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
    let mut lane = ClientLane::new(io, Arc::default(), host, quiet, true);
    lane.open(timer::now(), opening);
    lane.run(commands).await;
    lane.finish().await;
}

/// The next messages of a caller's stream, and the stream.
type Pulled = (CallId, Batch, Box<dyn RawInput>);

/// A call that is open.
struct Active {
    ticket: Ticket,
    place: Place,
    reply: Reply,
    /// Messages that wait for the lane.
    stalled: Option<Box<(Batch, Box<dyn RawInput>)>>,
}

/// Where what comes back goes.
enum Reply {
    One {
        to: Asking,
        /// Whether the call was sent as a whole, so that it can be sent again.
        whole: bool,
        leading: Metadata,
    },
    Many(InboxSender),
}

impl Reply {
    fn one(to: Asking, whole: bool) -> Self {
        Self::One {
            to,
            whole,
            leading: Metadata::new(),
        }
    }
}

struct ClientLane<P: Pipe> {
    io: LaneIo<P>,
    calls: Window<Active>,
    /// Those that have a stream of replies, by their tickets.
    streams: Window<CallId>,
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
    /// Calls that have ended, and their places, to be given back together: to do so takes a lock each time.
    ended: usize,
    permits: Option<OwnedSemaphorePermit>,
    freed: usize,
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
            streams: Window::default(),
            pulls: FuturesUnordered::new(),
            state,
            host,
            quiet,
            own,
            closure: None,
            told_settings: false,
            broken_off: false,
            ended: 0,
            permits: None,
            freed: 0,
        }
    }

    async fn run(&mut self, mut commands: Commanded) {
        let mut alive = interval_at(Instant::now() + self.quiet, self.quiet);
        alive.set_missed_tick_behavior(MissedTickBehavior::Delay);
        let (mut callers, mut asked) = (true, Vec::new());
        loop {
            let (most, mut handled) = (AT_ONCE.max(self.calls.len() / 2), 0);
            // Who is given an answer is to know that the lane takes no more calls, if it does not.
            while (handled < most || self.io.lane.is_ending())
                && let Some(event) = self.io.next_event()
            {
                self.handle(event);
                handled += 1;
            }
            let rest = handled == most && !self.io.lane.is_ending();
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
                    if rest {
                        self.io.write_now().await;
                    }
                },
                Some((call, batch, stream)) = self.pulls.next() => self.send(call, batch, stream),
                () = self.io.advance(), if !rest => {}
                () = tokio::task::yield_now(), if rest => {}
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
                not_opened(opening.what, &OpenError::Closed);
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
                if let Some(&call) = self.streams.get(ticket.0) {
                    self.io.lane.consumed(call, credit);
                }
            }
        }
    }

    fn open(&mut self, now: std::time::Instant, opening: Opening) {
        let Opening {
            ticket,
            what,
            place,
        } = opening;
        let Some(request) = what.request() else {
            return self.over(place);
        };
        let call = match self.io.lane.open(now, request) {
            Ok(call) => call,
            Err(error) => {
                if error == OpenError::Closed {
                    // It drains, or its numbers are used up: the next call is to have another lane.
                    self.state.closed.store(true, Ordering::Release);
                }
                self.over(place);
                return not_opened(what, &error);
            }
        };
        let (reply, input) = match what {
            What::One(to) => (Reply::one(to, true), None),
            What::Upload(call, to) => (Reply::one(to, false), Some(call.input)),
            What::Many(call, inbox) => (Reply::Many(inbox), Some(call.input)),
        };
        if let Some(input @ Input::Many(_)) = input {
            self.pull(call, Batch::default(), input.into_stream());
        }
        if matches!(reply, Reply::Many(_)) {
            self.streams.insert(ticket.0, call);
        }
        let active = Active {
            ticket,
            place,
            reply,
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
        let Some(call) = self.call_of(ticket) else {
            return; // it has ended
        };
        // A caller that goes at its deadline goes because of it, and the server is to hear so.
        self.io.lane.handle_timeout(now);
        self.broken_off |= self.io.lane.cancel(call) && self.own;
        self.forget(call);
    }

    /// The call that has a ticket. That of one with a single reply is looked for: such calls are many, and few are cancelled.
    fn call_of(&self, ticket: Ticket) -> Option<CallId> {
        let stream = self.streams.get(ticket.0).copied();
        stream.or_else(|| {
            let mut calls = self.calls.iter();
            let (number, _) = calls.find(|(_, active)| active.ticket == ticket)?;
            u32::try_from(number).ok().map(CallId)
        })
    }

    fn forget(&mut self, call: CallId) -> Option<Reply> {
        let active = self.calls.remove(call.into())?;
        if matches!(active.reply, Reply::Many(_)) {
            self.streams.remove(active.ticket.0);
        }
        self.over(active.place);
        Some(active.reply)
    }

    /// A call that had this place is over.
    fn over(&mut self, place: Place) {
        self.ended += 1;
        match (place, &mut self.permits) {
            (Place::OfLane, _) => self.freed += 1,
            (Place::Permit(one), Some(all)) if Arc::ptr_eq(all.semaphore(), one.semaphore()) => {
                all.merge(one);
            }
            (Place::Permit(one), all) => *all = Some(one),
        }
    }

    /// Makes room for as many calls as have ended.
    fn settle(&mut self) {
        if self.ended > 0 {
            let ended = std::mem::take(&mut self.ended);
            let before = self.state.ended.load(Ordering::Relaxed);
            let ended = before.wrapping_add(ended);
            self.state.ended.store(ended, Ordering::Release);
            self.permits = None;
            self.host.freed(std::mem::take(&mut self.freed));
        }
    }

    fn end(&mut self, call: CallId, status: Status, message: Option<Bytes>) {
        match self.forget(call) {
            Some(Reply::One { to, leading, .. }) => {
                let status = if status.is_ok() && message.is_none() {
                    Status::internal("the server ended the call well, without a reply")
                } else {
                    status
                };
                to.give(Answer::Outcome(Outcome {
                    leading,
                    message,
                    status,
                }));
            }
            Some(Reply::Many(inbox)) => inbox.end(status),
            None => {}
        }
    }

    /// The server drains: the call may be made elsewhere, unless it is a stream, of which one end has seen the beginning.
    fn refused(&mut self, call: CallId, status: Status) {
        match self.forget(call) {
            Some(Reply::One {
                to, whole: true, ..
            }) => to.give(Answer::NotSeen(None, Some(Box::new(status)))),
            Some(Reply::One { to, .. }) => to.give(Answer::Outcome(status.into())),
            Some(Reply::Many(inbox)) => inbox.end(status),
            None => {}
        }
    }

    fn handle(&mut self, event: Event) {
        match event {
            Event::Head { call, metadata } => {
                let active = self.calls.get_mut(call.into());
                match active.map(|active| &mut active.reply) {
                    Some(Reply::One { leading, .. }) => *leading = metadata,
                    Some(Reply::Many(inbox)) => inbox.head(metadata),
                    None => {}
                }
            }
            Event::Messages { call, .. } if self.io.is_overfull() => {
                let status = Status::resource_exhausted("too much waits to be read");
                self.break_off(call, status);
            }
            Event::Messages { call, messages } => {
                let active = self.calls.get(call.into());
                match active.map(|active| &active.reply) {
                    Some(Reply::Many(inbox)) => inbox.messages(messages),
                    Some(Reply::One { .. }) => {
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

/// Tells a caller why its call was not opened; one that another lane may take goes back to it.
fn not_opened(what: What, error: &OpenError) {
    let elsewhere = matches!(error, OpenError::Closed | OpenError::TooManyCalls { .. });
    let status = match error {
        OpenError::DeadlinePassed => Status::deadline_exceeded(error.to_string()),
        OpenError::TooLarge { .. } => Status::resource_exhausted(error.to_string()),
        OpenError::Path | OpenError::Server => Status::internal(error.to_string()),
        _ => Status::unavailable(error.to_string()),
    };
    match what {
        What::Many(_, inbox) => inbox.end(status),
        What::One(to) if elsewhere => to.give(Answer::NotSeen(None, None)),
        What::Upload(call, to) if elsewhere => to.give(Answer::NotSeen(Some(call), None)),
        What::One(to) | What::Upload(_, to) => to.give(Answer::Outcome(status.into())),
    }
}
