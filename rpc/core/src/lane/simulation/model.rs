//! What two applications and a link know of a lane, without asking it.

use std::collections::{BTreeMap, VecDeque};
use std::time::{Duration, Instant};

use bytes::Bytes;

use super::link::Link;
use super::tap::Tap;
use crate::lane::{CancelReason, Lane};
use crate::limits::{CALL_CREDIT_MAX_BYTES, Limits};
use crate::payload::{Role, Settings};
use crate::{CallId, Code};

/// An end of a lane.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Client,
    Server,
}

pub(super) const SIDES: [Side; 2] = [Side::Client, Side::Server];

impl Side {
    pub(super) const fn other(self) -> Self {
        match self {
            Self::Client => Self::Server,
            Self::Server => Self::Client,
        }
    }

    pub(super) const fn index(self) -> usize {
        match self {
            Self::Client => 0,
            Self::Server => 1,
        }
    }

    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Client => "client",
            Self::Server => "server",
        }
    }

    pub(super) const fn role(self) -> Role {
        match self {
            Self::Client => Role::Client,
            Self::Server => Role::Server,
        }
    }
}

/// How a call ended on one side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Over {
    /// A client was told.
    Told(Code),
    /// A client gave up.
    GaveUp,
    /// A server's handler said so.
    Finished(Code),
    /// A server's handler was stopped.
    Stopped(CancelReason),
}

/// One side's half of a call.
#[derive(Debug, Default)]
pub(super) struct Half {
    pub(super) sent: Vec<Bytes>,
    pub(super) to_send: usize,
    pub(super) end_sent: bool,
    /// How many of the other side's messages have come.
    pub(super) got: usize,
    pub(super) end_seen: bool,
    /// Lengths of messages that came and were not read.
    pub(super) unread: VecDeque<usize>,
    /// The lane said to wait, and has not said to go on.
    pub(super) waits: bool,
    pub(super) over: Option<Over>,
    /// Reads nothing while it need not.
    pub(super) lazy: bool,
    /// Costs of what was sent in a stream, came in one, and was read.
    pub(super) spent: i64,
    pub(super) received: i64,
    pub(super) consumed: i64,
    pub(super) deadline: Option<Instant>,
}

/// A call.
#[derive(Debug, Default)]
pub(super) struct Model {
    pub(super) halves: [Half; 2],
    pub(super) path: usize,
    /// Until the deadline, as the wire has it.
    pub(super) time_left: Option<Duration>,
    /// The server knows of it.
    pub(super) started: bool,
    /// What the handler said, whether it had refused, and what it replied.
    pub(super) said: Option<(Code, bool)>,
    pub(super) reply: Option<Bytes>,
}

impl Model {
    pub(super) const fn half(&self, side: Side) -> &Half {
        match side {
            Side::Client => &self.halves[0],
            Side::Server => &self.halves[1],
        }
    }

    pub(super) const fn half_mut(&mut self, side: Side) -> &mut Half {
        match side {
            Side::Client => &mut self.halves[0],
            Side::Server => &mut self.halves[1],
        }
    }

    /// Whether that side has the call and it has not ended there.
    pub(super) const fn is_open(&self, side: Side) -> bool {
        let known = match side {
            Side::Client => true,
            Side::Server => self.started,
        };
        known && self.half(side).over.is_none()
    }
}

/// A lane with what comes out of it.
#[derive(Debug)]
pub(super) struct End {
    pub(super) lane: Lane,
    pub(super) limits: Limits,
    /// What it has written, on the way to the other end.
    pub(super) link: Link,
    /// All that it has written, and all that it was given.
    pub(super) wrote: Tap,
    pub(super) read: Tap,
    pub(super) pings: VecDeque<[u8; 8]>,
    /// Its last event has come.
    pub(super) closed: bool,
    /// It was told that the server drains.
    pub(super) knows_of_drain: bool,
    /// It was given the end of the other half, between two frames.
    pub(super) eof: bool,
    /// Calls ended because it did.
    pub(super) broke_calls: bool,
    pub(super) drained: bool,
    /// The longest piece that it was given.
    pub(super) longest: usize,
}

impl End {
    pub(super) fn new(side: Side, lane: Lane, limits: Limits, before: u32) -> Self {
        Self {
            lane,
            limits,
            link: Link::default(),
            wrote: Tap::new(side.role(), before),
            read: Tap::new(side.other().role(), before),
            pings: VecDeque::new(),
            closed: false,
            knows_of_drain: false,
            eof: false,
            broke_calls: false,
            drained: false,
            longest: 0,
        }
    }

    /// Credit with which a call to this end begins.
    pub(super) fn window(&self) -> i64 {
        i64::from(self.limits.call_credit_bytes).clamp(1, CALL_CREDIT_MAX_BYTES)
    }

    /// Bytes that may wait to be written before streams do.
    pub(super) fn buffer(&self) -> usize {
        self.limits.lane_send_buffer_bytes.max(1)
    }

    /// What it may take the other side to accept: what that has said, or what was known before.
    pub(super) fn peer(&self) -> Settings {
        self.read.settings.unwrap_or(self.lane.assumed)
    }

    /// The largest message that it may send.
    pub(super) fn message_limit(&self) -> usize {
        let peer = usize::try_from(self.peer().message_bytes).expect("a u32 is a size");
        self.limits.message_sent_bytes.min(peer)
    }

    /// What this end may still send in a call, as the links have it.
    pub(super) fn credit(&self, call: CallId, half: &Half) -> i64 {
        i64::from(self.peer().call_credit_bytes) + self.read.credit(call) - half.spent
    }

    /// Whether no more calls begin here.
    pub(super) const fn is_ending(&self) -> bool {
        self.drained || self.read.drains || self.eof
    }

    /// Whether what is under way to this end would be taken.
    pub(super) fn takes(&self, bytes: bool) -> bool {
        !bytes || self.lane.is_closed() || self.lane.wants_input()
    }
}

/// Both ends of a lane, and its calls.
#[derive(Debug)]
pub(super) struct Pair {
    pub(super) ends: [End; 2],
    pub(super) calls: BTreeMap<CallId, Model>,
    /// The link was broken somewhere: calls may fail for it.
    pub(super) cut: bool,
    /// More than the client's half was broken.
    pub(super) down_cut: bool,
    /// The client needs it no more.
    pub(super) retired: bool,
}

impl Pair {
    pub(super) const fn end(&self, side: Side) -> &End {
        match side {
            Side::Client => &self.ends[0],
            Side::Server => &self.ends[1],
        }
    }

    pub(super) const fn end_mut(&mut self, side: Side) -> &mut End {
        match side {
            Side::Client => &mut self.ends[0],
            Side::Server => &mut self.ends[1],
        }
    }
}
