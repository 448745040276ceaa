//! What callers and a client's lane say to each other.

use std::fmt;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::task::{Context, Poll, Waker, ready};
use std::time::{Duration, Instant};

use bytes::Bytes;
use stillwire_rpc::client::{Ended, Unavailable};
use stillwire_rpc::{Input, MethodDescriptor, Outcome, OutgoingCall};
use stillwire_rpc_core::lane::Request;
use stillwire_rpc_core::payload::Settings;
use stillwire_rpc_core::{Code, Metadata, MethodId, Status};
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
    Open(Opening),
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
    /// The call and where its answer goes.
    pub what: What,
    /// One of the calls that the connection may have; given back with the call's end.
    pub place: Place,
}

/// A call by how it is answered.
#[derive(Debug)]
pub enum What {
    /// One message each way. The call lies where the answer goes.
    One(Asking),
    /// A stream out and one message back.
    Upload(Box<OutgoingCall>, Asking),
    /// A stream back.
    Many(Box<OutgoingCall>, InboxSender),
}

impl What {
    /// What a lane is to send first; `None` once it was answered.
    #[inline]
    pub(crate) fn request(&self) -> Option<Request<'_>> {
        let (method, metadata, deadline, message) = match self {
            Self::One(asking) => {
                let call = asking.question()?.as_ref()?;
                (
                    call.method,
                    &call.metadata,
                    call.deadline,
                    Some(&call.message),
                )
            }
            Self::Upload(call, _) | Self::Many(call, _) => {
                let message = match &call.input {
                    Input::One(message) => Some(message),
                    Input::Many(_) => None,
                };
                (call.method, &call.metadata, call.deadline, message)
            }
        };
        Some(Request {
            method: MethodId::from_bytes(method.id.to_le_bytes()),
            path: method.path.trim_start_matches('/'),
            metadata: metadata.clone(),
            deadline,
            end: message.is_some(),
            message,
        })
    }
}

/// Where the one answer goes.
pub type Asking = Giver<Option<Single>, Answer>;

/// A call with one message each way, as its caller and the lane share it.
#[derive(Debug)]
pub struct Single {
    pub(crate) method: &'static MethodDescriptor,
    pub(crate) metadata: Metadata,
    pub(crate) deadline: Option<Instant>,
    wait_for_ready: bool,
    pub(crate) message: Bytes,
}

impl Single {
    /// `call`, if it has one message.
    #[inline]
    fn of(call: OutgoingCall) -> Result<Self, Box<OutgoingCall>> {
        match call.input {
            Input::One(message) => Ok(Self {
                method: call.method,
                metadata: call.metadata,
                deadline: call.deadline,
                wait_for_ready: call.wait_for_ready,
                message,
            }),
            Input::Many(_) => Err(Box::new(call)),
        }
    }

    #[inline]
    fn into_call(self) -> OutgoingCall {
        OutgoingCall {
            method: self.method,
            metadata: self.metadata,
            deadline: self.deadline,
            wait_for_ready: self.wait_for_ready,
            input: Input::One(self.message),
        }
    }
}

/// One of the calls that a connection may have.
#[derive(Debug)]
pub enum Place {
    /// It counts by itself.
    Permit(OwnedSemaphorePermit),
    /// Its lane says to its [`Host`] when it is free.
    OfLane,
}

/// What a lane says to a call that has one reply.
#[derive(Debug)]
pub enum Answer {
    /// It has ended.
    Outcome(Outcome),
    /// No handler has seen the call: the lane takes no more and nothing was sent, or the server takes no more, and said so. What the caller
    /// has not, comes back.
    NotSeen(Option<Box<OutgoingCall>>, Option<Box<Status>>),
}

/// What a call that has one reply came to.
#[derive(Debug)]
pub enum Answered {
    /// It has ended. One of a single message comes back where that was as UNAVAILABLE.
    Ended(Ended),
    /// No handler has seen it; and what the server said, if it did.
    NotSeen(OutgoingCall, Option<Box<Status>>),
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
    /// Calls that have ended. Only the lane's task writes it.
    pub(crate) ended: AtomicUsize,
    /// No more calls.
    pub(crate) closed: AtomicBool,
}

/// What a lane tells its connection.
pub trait Host: Send + Sync {
    /// The server has said what it accepts.
    fn settings(&self, settings: Settings);
    /// The server takes no more calls.
    fn draining(&self);
    /// So many calls have ended that had a [`Place::OfLane`]. For who hands out such places.
    fn freed(&self, calls: usize) {
        let _ = calls;
    }
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
    #[inline]
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
        // First, so that no call has ended that is not known to have been opened.
        let ended = self.0.state.ended.load(Ordering::Acquire);
        self.commands().opened().wrapping_sub(ended)
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
    #[inline]
    pub fn open(&self, opening: Opening) -> Result<(), Opening> {
        self.commands()
            .send(Command::Open(opening))
            .map_err(|command| match command {
                Command::Open(opening) => opening,
                Command::Cancel(_) | Command::Taken(..) => unreachable!("an Open was sent"),
            })
    }

    /// The way to the lane's task, for what a call says after it was opened.
    #[must_use]
    #[inline]
    pub fn commands(&self) -> &Commands {
        &self.0.commands
    }

    /// Hands a call that has one reply to the lane's task. `waits` is woken by the answer, unless somebody else waits by then.
    #[inline]
    pub fn begin(
        self,
        ticket: Ticket,
        call: OutgoingCall,
        place: Place,
        waits: Option<Waker>,
    ) -> Waiting {
        let (opening, waiting) = Opening::of_one(ticket, call, place, Way::Shared(self), waits);
        if let Some(Way::Shared(lane)) = &waiting.way
            && let Err(back) = lane.open(opening)
        {
            match back.what {
                What::One(asking) => asking.give(Answer::NotSeen(None, None)), // to the line below
                What::Upload(call, asking) => asking.give(Answer::NotSeen(Some(call), None)),
                What::Many(..) => {}
            }
        }
        waiting
    }
}

impl Opening {
    /// Of a call that has one reply, and what waits for that: `waits`, until somebody else does. `way` leads to the lane that is to have it.
    #[inline]
    pub fn of_one(
        ticket: Ticket,
        call: OutgoingCall,
        place: Place,
        way: Way,
        waits: Option<Waker>,
    ) -> (Self, Waiting) {
        let (what, answer) = match Single::of(call) {
            Ok(call) => {
                let (asking, answer) = slot(Some(call), waits);
                (What::One(asking), answer)
            }
            Err(call) => {
                let (asking, answer) = slot(None, waits);
                (What::Upload(call, asking), answer)
            }
        };
        let way = Some(way);
        (
            Self {
                ticket,
                what,
                place,
            },
            Waiting {
                ticket,
                way,
                answer,
            },
        )
    }
}

/// The answer to a call that was handed to a lane, to wait for. Dropped before that, it tells the lane that the caller has gone.
#[derive(Debug)]
#[must_use = "dropping it cancels the call"]
pub struct Waiting {
    ticket: Ticket,
    /// To the lane, until there is an answer.
    way: Option<Way>,
    answer: Taker<Option<Single>, Answer>,
}

impl Future for Waiting {
    type Output = Answered;

    #[inline]
    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Answered> {
        let (call, answer) = ready!(self.answer.poll_take(cx));
        self.way = None;
        let lost = || Status::unavailable("the connection was lost").into();
        Poll::Ready(match answer {
            Some(Answer::Outcome(outcome)) => Answered::Ended(ended(call, outcome)),
            Some(Answer::NotSeen(back, status)) => {
                match back.map(|back| *back).or(call.map(Single::into_call)) {
                    Some(call) => Answered::NotSeen(call, status),
                    None => {
                        Answered::Ended(Ok(status.map_or_else(lost, |status| (*status).into())))
                    }
                }
            }
            None => Answered::Ended(ended(call, lost())),
        })
    }
}

/// The end of a call, which comes back if it had one message and ended as UNAVAILABLE.
#[inline]
fn ended(call: Option<Single>, outcome: Outcome) -> Ended {
    match call {
        Some(call) if outcome.status.code == Code::Unavailable => {
            Unavailable::or_outcome(call.into_call(), outcome)
        }
        _ => Ok(outcome),
    }
}

impl Drop for Waiting {
    #[inline]
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
