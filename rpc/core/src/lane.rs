//! A lane: many calls over one ordered, reliable byte stream.
//!
//! ```text
//!   adapter                        Lane                         adapter
//!  bytes that came ──handle──▶ frames ─▶ calls ──poll──▶ Event for a handler or a caller
//!  the time ──handle_timeout──▶ deadlines ──────poll──▶ Event
//!  a handler's or caller's doing ──open, send, finish, cancel──▶ frames ──transmit──▶ bytes to write
//! ```
//!
//! The adapter moves bytes and tells the time; the lane decides. It is driven so:
//!
//! 1. Give it what came ([`Lane::handle`]) while it [wants input](Lane::wants_input), and the time when
//!    [`Lane::poll_timeout`] has passed.
//! 2. Take events ([`Lane::poll`]) until there is none; [`Event::Closed`] is the last of a lane's life.
//! 3. When everything written before is out, take bytes ([`Lane::transmit`]) and write them.
//!
//! # What is bounded
//!
//! - Calls: [`Limits::calls_per_lane`]; a further one is refused with a status, which costs no state.
//! - Messages of a stream: by credit ([`Limits::call_credit_bytes`]), returned as their reader takes them
//!   ([`Lane::consumed`]). A message may be sent while there is any credit at all, and may take it below zero: so one larger
//!   than the window still passes, and a call holds at most a window and a message.
//! - Bytes to write: [`Limits::lane_send_buffer_bytes`]; above it streams wait, and a server [is congested](Lane::is_congested): it
//!   reads nothing and begins no calls, so a peer that asks and does not read costs a buffer and the replies of calls that run
//!   already. A client reads on, whatever it has to write: were both ends to wait for the other one to read, neither would.
//!   What it writes because of what it reads is one PONG for each PING, and those are bounded alike.
//! - Everything that one chunk of input can cause is linear in the chunk.
//!
//! # How a call ends
//!
//! Exactly once on each side. On the client: [`Event::Status`], or the caller's own [`Lane::cancel`]. On the server: its own
//! [`Lane::finish`], or [`Event::Cancelled`]. Frames that arrive for a call that has ended are skipped: the peer did
//! not know yet.

mod call;
mod deadlines;
mod error;
mod event;
mod fault;
mod outbox;
mod receive;
mod send;
mod sorted;

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::Arc;
use std::time::Instant;

use bytes::Bytes;
use stillwire_codec::frame::FrameDecoder;

pub use error::{Closure, OpenError, SendError, Violation};
pub use event::{CancelReason, Event, Input};
pub use send::Request;

use crate::limits::{FRAME_OVERHEAD_BYTES, Limits};
use crate::payload::{Payload, Role, Settings};
use crate::{CallId, MethodId};
use call::Call;
use deadlines::Deadlines;
use fault::broken;
use outbox::Outbox;
use sorted::Sorted;

/// One end of a lane. See the [module](self) for how it is driven.
#[derive(Debug)]
pub struct Lane {
    role: Role,
    limits: Limits,
    decoder: FrameDecoder,
    outbox: Outbox,
    events: VecDeque<Event>,
    calls: Sorted<CallId, Call>,
    deadlines: Deadlines,
    /// Calls that were told to wait for room in the outbox.
    waiting: BTreeSet<CallId>,
    /// Bytes of PONGs in the outbox.
    pong_bytes: usize,
    /// What the peer accepts, once it has said so.
    peer: Option<Settings>,
    /// What the peer is taken to accept until then.
    assumed: Settings,
    /// The last call that was opened: by us on a client, by the peer on a server.
    last_call: u32,
    /// Methods whose paths travelled on this lane; the server keeps the paths for its events.
    paths: BTreeMap<MethodId, Arc<str>>,
    phase: Phase,
    #[cfg(any(test, simulated))]
    fault: Option<fault::Fault>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Phase {
    /// Calls may be opened.
    Open,
    /// No new calls; running ones go on.
    Draining,
    /// Nothing comes any more, but calls whose requests are complete may still be answered.
    HalfClosed,
    /// Over.
    Closed,
}

impl Lane {
    /// The end that opens calls.
    #[must_use]
    pub fn client(limits: Limits) -> Self {
        Self::new(Role::Client, limits, Settings::default())
    }

    /// As [`client`](Self::client), for a peer whose settings were learnt on another lane of the same connection: they are the same on
    /// all of them, so streams need not wait for them again.
    #[must_use]
    pub fn client_knowing(limits: Limits, peer: Settings) -> Self {
        Self::new(Role::Client, limits, peer)
    }

    /// The end that answers calls.
    #[must_use]
    pub fn server(limits: Limits) -> Self {
        Self::new(Role::Server, limits, Settings::default())
    }

    fn new(role: Role, mut limits: Limits, assumed: Settings) -> Self {
        let settings = Settings::of(&limits);
        // The peer counts what was announced, so this side does; and a lane with room for nothing would never read.
        limits.call_credit_bytes = settings.call_credit_bytes;
        limits.lane_send_buffer_bytes = limits.lane_send_buffer_bytes.max(1);
        let mut outbox = Outbox::default();
        outbox.write(Payload::Settings(settings));
        let max_frame = limits
            .message_received_bytes
            .saturating_add(FRAME_OVERHEAD_BYTES);
        Self {
            role,
            limits,
            decoder: FrameDecoder::new(max_frame),
            outbox,
            events: VecDeque::new(),
            calls: Sorted::default(),
            deadlines: Deadlines::default(),
            waiting: BTreeSet::new(),
            pong_bytes: 0,
            peer: None,
            assumed,
            last_call: 0,
            paths: BTreeMap::new(),
            phase: Phase::Open,
            #[cfg(any(test, simulated))]
            fault: None,
        }
    }

    /// What the lane is bounded by.
    #[must_use]
    pub const fn limits(&self) -> &Limits {
        &self.limits
    }

    /// The next event.
    #[inline]
    pub fn poll(&mut self) -> Option<Event> {
        self.events.pop_front()
    }

    /// Moves everything that is ready to be written to the end of `chunks`; says how many bytes that is. Take it when
    /// the last bytes are written, and [`poll`](Self::poll) again: streams that waited for room may go on.
    pub fn transmit(&mut self, chunks: &mut Vec<Bytes>) -> usize {
        let len = self.outbox.take(chunks);
        self.pong_bytes = 0;
        if self.phase != Phase::Closed {
            for call in std::mem::take(&mut self.waiting) {
                if self
                    .calls
                    .get(call)
                    .is_some_and(|state| state.send.has_credit())
                    && !broken!(self, WakeUpLost)
                {
                    self.events.push_back(Event::Writable { call });
                }
            }
        }
        len
    }

    /// When [`handle_timeout`](Self::handle_timeout) is due: the earliest deadline of a call.
    #[must_use]
    pub fn poll_timeout(&self) -> Option<Instant> {
        self.deadlines.first()
    }

    /// Whether to read on. `false` while the peer does not read what it asked for, and when the lane is over.
    #[must_use]
    pub fn wants_input(&self) -> bool {
        let is_full = match self.role {
            Role::Client => {
                self.pong_bytes >= self.limits.lane_send_buffer_bytes
                    && !broken!(self, PongsUnbounded)
            }
            Role::Server => self.is_outbox_full(),
        };
        self.phase != Phase::Closed && !is_full
    }

    /// Server: whether the peer does not read what it asked for. Events are to be left where they are then, so that no more calls
    /// begin; [`poll`](Self::poll) gives them all the same.
    #[must_use]
    pub fn is_congested(&self) -> bool {
        self.role == Role::Server && self.phase != Phase::Closed && self.is_outbox_full()
    }

    /// Whether the lane may be left unread for a while, because its readers are behind: a stream of the peer's is open, and none of
    /// ours waits for credit, which would never come then.
    #[must_use]
    pub fn may_pause(&self) -> bool {
        self.calls.values().any(|call| !call.receive.ended)
            && self.calls.values().all(|call| !call.send.blocked)
    }

    /// Whether a call has not ended. A call whose [`Event::Opened`] comes out may have, by what came behind it.
    #[must_use]
    pub fn is_open(&self, call: CallId) -> bool {
        self.calls.contains(call)
    }

    /// Whether there are bytes to [`transmit`](Self::transmit).
    #[must_use]
    pub const fn wants_transmit(&self) -> bool {
        self.outbox.len() > 0
    }

    /// How many calls are open.
    #[must_use]
    pub fn calls(&self) -> usize {
        self.calls.len()
    }

    /// The last call that was opened, by either end; 0 before the first.
    #[must_use]
    pub const fn last_call(&self) -> u32 {
        self.last_call
    }

    /// Whether [`Event::Closed`] has been or will be given.
    #[must_use]
    pub fn is_closed(&self) -> bool {
        self.phase == Phase::Closed
    }

    /// Whether it takes no calls ever again: it drains, or is over.
    #[must_use]
    pub fn is_ending(&self) -> bool {
        self.phase != Phase::Open
    }

    /// Whether [`open`](Self::open) may succeed.
    #[must_use]
    pub fn accepts_calls(&self) -> bool {
        self.phase == Phase::Open
            && self.calls.len() < self.limits.calls_per_lane.min(self.calls_of_peer())
            && self.last_call < u32::MAX
    }

    /// What the peer accepts, once it has said so.
    #[must_use]
    pub const fn peer_settings(&self) -> Option<Settings> {
        self.peer
    }

    /// Bytes that this lane holds: to be written, and of a frame in progress.
    #[must_use]
    pub fn held_bytes(&self) -> usize {
        self.outbox
            .len()
            .saturating_add(self.decoder.reserved_bytes())
    }

    fn is_outbox_full(&self) -> bool {
        self.outbox.len() >= self.limits.lane_send_buffer_bytes
    }

    fn peer(&self) -> Settings {
        self.peer.unwrap_or(self.assumed)
    }

    fn calls_of_peer(&self) -> usize {
        usize::try_from(self.peer().calls).unwrap_or(usize::MAX)
    }

    /// Forgets a call that has ended.
    fn remove(&mut self, call: CallId) -> Option<Call> {
        let state = self.calls.remove(call)?;
        self.waiting.remove(&call);
        if let Some(deadline) = state.deadline {
            self.deadlines.remove(deadline, call);
        }
        Some(state)
    }

    /// Closes in peace a lane that has nothing left to do.
    fn close_if_done(&mut self) {
        let ending = matches!(self.phase, Phase::Draining | Phase::HalfClosed);
        if ending && self.calls.is_empty() {
            self.close(Closure::Done, 0);
        }
    }

    /// Ends the lane and every call on it; calls above `acted_on` were never acted on, if that is known (not 0).
    fn close(&mut self, closure: Closure, acted_on: u32) {
        if self.phase == Phase::Closed {
            return;
        }
        self.phase = Phase::Closed;
        self.deadlines = Deadlines::default();
        self.waiting.clear();
        for call in std::mem::take(&mut self.calls).keys() {
            self.events.push_back(match self.role {
                Role::Server => Event::Cancelled {
                    call,
                    reason: CancelReason::Lane,
                },
                Role::Client => {
                    let refused = acted_on > 0 && call.0 > acted_on;
                    Event::Status {
                        call,
                        status: broken!(self, CutIsSuccess, crate::Status::ok(), closure.status()),
                        message: None,
                        refused,
                    }
                }
            });
        }
        self.events.push_back(Event::Closed(closure));
    }
}

#[cfg(any(test, simulated))]
#[allow(
    clippy::arithmetic_side_effects,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "the simulation's sums are small, and what it fails for is its own defect"
)]
pub mod simulation;
#[cfg(test)]
mod tests;
