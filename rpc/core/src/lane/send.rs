//! What callers and handlers do.

use std::mem;
use std::sync::Arc;
use std::time::Instant;

use bytes::Bytes;

use super::call::{Call, Receiving, Sending};
use super::fault::broken;
use super::outbox::Outbox;
use super::{Lane, OpenError, Phase, SendError};
use crate::id::is_method_path;
use crate::limits::PATHS_PER_LANE;
use crate::payload::{
    Cancel, Credit, ErrorCode, Goaway, Head, MESSAGE_OVERHEAD_BYTES, Message, OpenHead, Payload,
    Piece, Pieces, Reply, Role,
};
use crate::{CallId, Metadata, MethodId, Status};

/// A call to open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request<'a> {
    /// What to call: [`MethodId::of`] the path.
    pub method: MethodId,
    /// Its path, `package.Service/Method`.
    pub path: &'a str,
    /// Metadata.
    pub metadata: Metadata,
    /// When to give up.
    pub deadline: Option<Instant>,
    /// The first message, or the only one.
    pub message: Option<&'a Bytes>,
    /// Whether no more messages follow.
    pub end: bool,
}

impl Lane {
    /// Client: opens a call.
    ///
    /// # Errors
    /// See [`OpenError`]; nothing is sent then.
    pub fn open(&mut self, now: Instant, request: Request<'_>) -> Result<CallId, OpenError> {
        let call = self.check_open(now, &request)?;
        self.last_call = call.0;
        let time_left = request
            .deadline
            .map(|deadline| deadline.saturating_duration_since(now));
        if let Some(deadline) = request.deadline {
            self.deadlines.insert(deadline, call);
        }
        let send = Sending::new(self.peer().call_credit_bytes, request.end);
        let receive = Receiving::new(self.limits.call_credit_bytes, false);
        self.calls.insert(
            call,
            Call {
                deadline: request.deadline,
                send,
                receive,
            },
        );
        let head = OpenHead {
            call,
            method: request.method,
            time_left,
            path: self.path_to_send(request.method, request.path),
            metadata: &request.metadata,
            has_message: request.message.is_some(),
            end: request.end,
        };
        let none = Bytes::new();
        self.outbox
            .write_open(head, request.message.unwrap_or(&none));
        Ok(call)
    }

    fn check_open(&self, now: Instant, request: &Request<'_>) -> Result<CallId, OpenError> {
        if self.role == Role::Server {
            return Err(OpenError::Server);
        }
        let last = broken!(
            self,
            NumberReused,
            self.calls.keys().next_back().map_or(0, |call| call.0),
            self.last_call
        );
        let next = CallId(last).next().filter(|_| self.phase == Phase::Open);
        let call =
            broken!(self, NumberWraps, next.or(Some(CallId(1))), next).ok_or(OpenError::Closed)?;
        let allowed = self.limits.calls_per_lane.min(self.calls_of_peer());
        if self.calls.len() >= allowed {
            return Err(OpenError::TooManyCalls { allowed });
        }
        if request.deadline.is_some_and(|deadline| deadline <= now) {
            return Err(OpenError::DeadlinePassed);
        }
        let len = request.message.map_or(0, Bytes::len);
        let allowed = self.message_limit();
        if len > allowed {
            return Err(OpenError::TooLarge { len, allowed });
        }
        // One that travelled before was looked at then.
        if !self.paths.contains_key(&request.method) && !is_method_path(request.path) {
            return Err(OpenError::Path);
        }
        Ok(call)
    }

    /// A method's path travels with its first call; beyond what a server remembers, with every call.
    fn path_to_send<'a>(&mut self, method: MethodId, path: &'a str) -> Option<&'a str> {
        if self.paths.contains_key(&method) {
            return None;
        }
        if self.paths.len() < PATHS_PER_LANE {
            self.paths.insert(method, Arc::from(""));
        }
        Some(path)
    }

    /// Whether [`send`](Self::send) would take a message now. If not, and the call is open,
    /// [`Event::Writable`](super::Event::Writable) follows once it would.
    pub fn poll_ready(&mut self, call: CallId) -> bool {
        self.send_with(call, |_, _| Ok(())).is_ok()
    }

    /// Sends a message of a stream; with `end` the client's last one.
    ///
    /// # Errors
    /// See [`SendError`]; nothing is sent then.
    pub fn send(&mut self, call: CallId, message: Bytes, end: bool) -> Result<(), SendError> {
        let end = end && self.role == Role::Client;
        let cost = broken!(self, CreditUnpaid, 0, message.len());
        self.send_with(call, |turn, outbox| {
            turn.take(cost)?;
            turn.state.ended = end;
            outbox.write_message(Message { call, message, end });
            Ok(())
        })
    }

    /// Sends messages of a stream, from the first on, as far as there is room; takes from `pieces` what it has sent.
    ///
    /// # Errors
    /// Those of [`send`](Self::send), for the first message that is left.
    pub fn send_all(&mut self, call: CallId, pieces: &mut Pieces) -> Result<(), SendError> {
        if pieces.is_empty() {
            return Ok(()); // the end of a stream waits for no credit
        }
        self.send_with(call, |turn, outbox| {
            while let Some(next) = pieces.front_mut() {
                match next {
                    Piece::Run(run) => {
                        let mut waiting = outbox.len();
                        let (frames, sent) = run.address(call, |len| {
                            turn.check(waiting)?;
                            waiting =
                                waiting.saturating_add(MESSAGE_OVERHEAD_BYTES.saturating_add(len));
                            turn.take(len)
                        });
                        outbox.write_frames(frames);
                        sent?;
                    }
                    Piece::Whole(message) => {
                        turn.check(outbox.len())?;
                        turn.take(message.len())?;
                        let (message, end) = (mem::take(message), false);
                        outbox.write_message(Message { call, message, end });
                    }
                }
                pieces.pop_front();
            }
            Ok(())
        })
    }

    /// Lets a call that may send put messages into the outbox.
    fn send_with(
        &mut self,
        call: CallId,
        send: impl FnOnce(&mut Turn<'_>, &mut Outbox) -> Result<(), SendError>,
    ) -> Result<(), SendError> {
        let message_bytes = self.message_limit();
        let outbox_bytes = broken!(
            self,
            BufferUnbounded,
            usize::MAX,
            self.limits.lane_send_buffer_bytes
        );
        let state = self.calls.get_mut(call).ok_or(SendError::Ended)?;
        if broken!(self, SendAfterEnd) {
            state.send.ended = false;
        }
        let mut turn = Turn {
            state: &mut state.send,
            message_bytes,
            outbox_bytes,
        };
        let sent = turn
            .check(self.outbox.len())
            .and_then(|()| send(&mut turn, &mut self.outbox));
        if sent == Err(SendError::Blocked) {
            if !state.send.blocked {
                self.waiting.insert(call);
            } else if self.phase == Phase::HalfClosed {
                self.starve(call);
                return Err(SendError::Ended);
            }
        }
        sent
    }

    /// Client: sends no more messages of this call.
    ///
    /// # Errors
    /// [`SendError::Ended`] when that was said before, or the call is over.
    pub fn end(&mut self, call: CallId) -> Result<(), SendError> {
        let open = |state: &&mut Call| !state.send.ended;
        let state = self
            .calls
            .get_mut(call)
            .filter(open)
            .ok_or(SendError::Ended)?;
        if self.role == Role::Server {
            return Err(SendError::Ended);
        }
        state.send.ended = true;
        self.outbox.write(Payload::End(call));
        Ok(())
    }

    /// Client: gives a call up. No event follows. `false`: the call was over, and nothing happens.
    pub fn cancel(&mut self, call: CallId) -> bool {
        if self.role == Role::Server || self.remove(call).is_none() {
            return false;
        }
        self.outbox.write(Payload::Cancel(Cancel {
            call,
            deadline: false,
        }));
        self.close_if_done();
        true
    }

    /// Server: sends leading metadata, before any message.
    ///
    /// # Errors
    /// [`SendError::Ended`] when the call is over or past its beginning.
    pub fn head(&mut self, call: CallId, metadata: Metadata) -> Result<(), SendError> {
        let fresh = |state: &&mut Call| !state.send.begun;
        let state = self
            .calls
            .get_mut(call)
            .filter(fresh)
            .ok_or(SendError::Ended)?;
        if self.role == Role::Client {
            return Err(SendError::Ended);
        }
        state.send.begun = true;
        self.outbox.write(Payload::Head(Head { call, metadata }));
        Ok(())
    }

    /// Server: ends a call, with its reply if it has one. Nothing happens if the call is over. A reply that is too large turns the status
    /// into RESOURCE_EXHAUSTED.
    pub fn finish(&mut self, call: CallId, status: Status, message: Option<Bytes>) {
        self.reply(call, status, message, false);
    }

    /// Server: ends a call that no handler has seen, so that the client may send it again.
    pub fn refuse(&mut self, call: CallId, status: Status) {
        self.reply(call, status, None, true);
    }

    fn reply(&mut self, call: CallId, status: Status, message: Option<Bytes>, refused: bool) {
        if self.role == Role::Client || self.remove(call).is_none() {
            return;
        }
        let message = message.filter(|_| status.is_ok());
        let (len, allowed) = (message.as_ref().map_or(0, Bytes::len), self.message_limit());
        let reply = if len > allowed {
            let text = format!("a reply of {len} bytes, {allowed} allowed");
            Reply {
                call,
                status: Status::resource_exhausted(text),
                message: None,
                refused: false,
            }
        } else {
            Reply {
                call,
                status,
                message,
                refused,
            }
        };
        self.outbox.write_reply(reply);
        self.close_if_done();
    }

    /// Says that a call's reader took messages, so that the peer may send more. Each of
    /// [`Event::Messages`](super::Event::Messages) is to be reported once, with what it cost: its bytes and
    /// [`MESSAGE_OVERHEAD_BYTES`].
    pub fn consumed(&mut self, call: CallId, credit: usize) {
        let Some(state) = self.calls.get_mut(call) else {
            return;
        };
        if let Some(bytes) = state.receive.consume(credit)
            && !broken!(self, CreditKept)
        {
            self.outbox.write(Payload::Credit(Credit { call, bytes }));
        }
    }

    /// Asks the peer for a sign of life; [`Event::Pong`](super::Event::Pong) brings the same bytes back.
    pub fn ping(&mut self, bytes: [u8; 8]) {
        if self.phase != Phase::Closed {
            self.outbox.write(Payload::Ping(bytes));
        }
    }

    /// Takes no more calls, finishes those that run, then closes.
    pub fn drain(&mut self) {
        if self.phase != Phase::Open {
            return;
        }
        self.phase = Phase::Draining;
        if broken!(self, DrainForgets) {
            self.calls.clear();
        }
        let last_call = if self.role == Role::Server {
            self.last_call
        } else {
            0
        };
        let reason = "shutting down".to_owned();
        self.outbox.write(Payload::Goaway(Goaway {
            code: ErrorCode::None,
            last_call,
            reason,
        }));
        self.close_if_done();
    }

    /// The largest message that both sides allow.
    fn message_limit(&self) -> usize {
        let peer = usize::try_from(self.peer().message_bytes).unwrap_or(usize::MAX);
        self.limits.message_sent_bytes.min(peer)
    }
}

/// A call's turn to send.
struct Turn<'a> {
    state: &'a mut Sending,
    /// The largest message that both sides allow.
    message_bytes: usize,
    /// What may wait in the outbox.
    outbox_bytes: usize,
}

impl Turn<'_> {
    /// Whether the next message may be sent, whatever its size.
    #[inline]
    fn check(&mut self, waiting: usize) -> Result<(), SendError> {
        if self.state.ended {
            return Err(SendError::Ended);
        }
        if !self.state.poll_credit() || waiting >= self.outbox_bytes {
            return Err(SendError::Blocked);
        }
        Ok(())
    }

    /// Pays for a message.
    #[inline]
    fn take(&mut self, len: usize) -> Result<(), SendError> {
        let allowed = self.message_bytes;
        if len > allowed {
            return Err(SendError::TooLarge { len, allowed });
        }
        self.state.spend(len);
        self.state.begun = true;
        Ok(())
    }
}
