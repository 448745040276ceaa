//! What callers and a client's lane say to each other.

use std::fmt;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::task::{Context, Poll, ready};
use std::time::Duration;

use stillwire_rpc::{Outcome, OutgoingCall};
use stillwire_rpc_core::Status;
use stillwire_rpc_core::payload::Settings;
use tokio::sync::OwnedSemaphorePermit;

use crate::client;
use crate::inbox::{InboxSender, Reader};
use crate::io::LaneIo;
use crate::pipe::Pipe;
use crate::queue::{self, Commands};
use crate::slot::{Giver, Taker, slot};

/// Names a call between its caller and the lane's task.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Ticket(pub u64);

/// What a caller wants of a lane.
#[derive(Debug)]
pub enum Command {
    /// A call.
    Open(Box<Opening>),
    /// The caller has gone.
    Cancel(Ticket),
    /// The caller took messages that cost so much credit.
    Taken(Ticket, usize),
}

/// A call that is to be opened.
#[derive(Debug)]
pub struct Opening {
    /// Its name until it has a number.
    pub ticket: Ticket,
    /// The call.
    pub call: OutgoingCall,
    /// Where its answer goes.
    pub sink: Sink,
    /// One of the calls that the connection may have; given back with the call's end.
    pub place: OwnedSemaphorePermit,
}

impl Opening {
    /// Of a call that has one reply, and what waits for that. `way` leads to the lane that is to have it.
    pub fn of_one(
        ticket: Ticket,
        call: OutgoingCall,
        place: OwnedSemaphorePermit,
        way: Way,
    ) -> (Self, Waiting) {
        let (giver, answer) = slot();
        let opening = Self {
            ticket,
            call,
            sink: Sink::One(giver),
            place,
        };
        let waiting = Waiting {
            ticket,
            way: Some(way),
            answer,
        };
        (opening, waiting)
    }
}

/// Where the answer goes.
#[derive(Debug)]
pub enum Sink {
    /// One reply.
    One(Giver<Answer>),
    /// A stream.
    Many(InboxSender),
}

/// The answer to a call with one reply.
#[derive(Debug)]
pub enum Answer {
    /// It has ended.
    Outcome(Outcome),
    /// No handler has seen the call: the lane takes no more and nothing was sent, or the server takes no more, and said so.
    NotSeen(Box<(OutgoingCall, Option<Status>)>),
}

/// Reports what the reader of a stream of replies does.
#[derive(Debug)]
pub struct CallerReader(pub Ticket, pub Commands);

impl Reader for CallerReader {
    fn taken(&self, credit: usize) {
        let _ = self.1.send(Command::Taken(self.0, credit)); // the lane may be over
    }

    fn gone(&self) {
        let _ = self.1.send(Command::Cancel(self.0));
    }
}

/// What callers see of a lane's task.
#[derive(Debug, Default)]
pub(crate) struct LaneState {
    /// Calls that are open or about to be.
    pub(crate) load: AtomicUsize,
    /// No more calls.
    pub(crate) closed: AtomicBool,
}

/// What a lane tells its connection.
pub trait Host: Send + Sync {
    /// The server has said what it accepts.
    fn settings(&self, settings: Settings);
    /// The server takes no more calls.
    fn draining(&self);
    /// The lane is over.
    fn closed(&self) {}
}

/// A lane that many calls share. Clones share it; with the last one the lane ends, once its calls have.
#[derive(Debug, Clone)]
pub struct SharedLane(Arc<Handle>);

#[derive(Debug)]
struct Handle {
    commands: Commands,
    state: Arc<LaneState>,
}

/// How a caller reaches the lane that has its call.
#[derive(Debug)]
pub enum Way {
    /// One that others use, too.
    Shared(SharedLane),
    /// One of its own.
    Own(Commands),
}

impl Way {
    fn commands(&self) -> &Commands {
        match self {
            Self::Shared(lane) => lane.commands(),
            Self::Own(commands) => commands,
        }
    }
}

impl SharedLane {
    /// Starts to drive a lane. Calls that are quiet for `quiet` make it ask for a sign of life.
    pub fn start<P: Pipe>(io: LaneIo<P>, host: Arc<dyn Host>, quiet: Duration) -> Self {
        let (commands, commanded) = queue::commands();
        let state = Arc::new(LaneState::default());
        let lane = Self(Arc::new(Handle {
            commands,
            state: Arc::clone(&state),
        }));
        tokio::spawn(client::drive_shared(io, commanded, state, host, quiet));
        lane
    }

    /// Calls that are open or about to be.
    #[must_use]
    pub fn load(&self) -> usize {
        self.0.state.load.load(Ordering::Relaxed)
    }

    /// Whether it takes no more calls.
    #[must_use]
    pub fn is_closed(&self) -> bool {
        self.0.state.closed.load(Ordering::Acquire)
    }

    /// Hands a call to the lane's task. It comes back if that is over.
    ///
    /// # Errors
    /// The call.
    pub fn open(&self, opening: Opening) -> Result<(), Box<Opening>> {
        self.0.state.load.fetch_add(1, Ordering::Relaxed);
        self.commands()
            .send(Command::Open(Box::new(opening)))
            .map_err(|command| match command {
                Command::Open(opening) => opening,
                Command::Cancel(_) | Command::Taken(..) => unreachable!("an Open was sent"),
            })
    }

    /// The way to the lane's task, for what a call says after it was opened.
    #[must_use]
    pub fn commands(&self) -> &Commands {
        &self.0.commands
    }

    /// Hands a call that has one reply to the lane's task. It comes back as [`Answer::NotSeen`] if that is over.
    pub fn begin(self, ticket: Ticket, call: OutgoingCall, place: OwnedSemaphorePermit) -> Waiting {
        let (opening, waiting) = Opening::of_one(ticket, call, place, Way::Shared(self));
        if let Some(Way::Shared(lane)) = &waiting.way
            && let Err(back) = lane.open(opening)
            && let Sink::One(giver) = back.sink
        {
            giver.give(Answer::NotSeen(Box::new((back.call, None)))); // to the line below
        }
        waiting
    }
}

/// The answer to a call that was handed to a lane, to wait for. Dropped before that, it tells the lane that the caller has gone.
#[derive(Debug)]
#[must_use = "dropping it cancels the call"]
pub struct Waiting {
    ticket: Ticket,
    /// To the lane, until there is an answer.
    way: Option<Way>,
    answer: Taker<Answer>,
}

impl Future for Waiting {
    type Output = Answer;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Answer> {
        let answer = ready!(self.answer.poll_take(cx));
        self.way = None;
        let lost = || Answer::Outcome(Status::unavailable("the connection was lost").into());
        Poll::Ready(answer.unwrap_or_else(lost))
    }
}

impl Drop for Waiting {
    fn drop(&mut self) {
        if let Some(way) = &self.way {
            let _ = way.commands().send(Command::Cancel(self.ticket)); // the lane may be over
        }
    }
}

impl fmt::Debug for dyn Host {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Host")
    }
}
