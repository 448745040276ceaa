//! What comes from the peer, frame by frame, and what time brings.

use std::sync::Arc;
use std::time::Instant;

use bytes::BytesMut;
use bytes::buf::Limit;
use stillwire_codec::frame::Frame;

use super::call::{Call, Receiving, Sending};
use super::fault::broken;
use super::{CancelReason, Closure, Event, Input, Lane, Phase, Violation};
use crate::limits::PATHS_PER_LANE;
use crate::payload::{
    Cancel, Credit, ErrorCode, FrameKind, Goaway, Head, Message, Open, Payload, Reply, Role, Run,
    Settings,
};
use crate::{CallId, Code, MethodId, Status};

/// Bytes that a frame must miss so that they are read to where it is gathered: for fewer a copy costs less than a read of their own.
const FILLED_BYTES: usize = 4096;

impl Lane {
    /// Takes what the transport has to say; `now` turns time left into deadlines.
    pub fn handle(&mut self, now: Instant, input: Input) {
        if self.phase == Phase::Closed {
            return;
        }
        match input {
            Input::Bytes(bytes) => self.handle_bytes(now, bytes),
            Input::Eof => self.handle_eof(),
            Input::Lost => self.close(Closure::Lost, 0),
        }
    }

    /// Ends the calls whose deadlines are not after `now`.
    pub fn handle_timeout(&mut self, now: Instant) {
        let until = broken!(
            self,
            TimerLate,
            now.checked_sub(std::time::Duration::from_millis(2))
                .unwrap_or(now),
            now
        );
        while let Some(call) = self.deadlines.passed(until) {
            self.remove(call);
            let status = Status::deadline_exceeded("the deadline passed");
            match self.role {
                Role::Client => {
                    self.outbox.write(Payload::Cancel(Cancel {
                        call,
                        deadline: !broken!(self, DeadlineDisguised),
                    }));
                    self.events.push_back(Event::Status {
                        call,
                        status,
                        message: None,
                        refused: false,
                    });
                }
                Role::Server => {
                    let reply = Reply {
                        call,
                        status,
                        message: None,
                        refused: false,
                    };
                    self.outbox.write(Payload::Reply(reply));
                    let reason = CancelReason::Deadline;
                    if !broken!(self, DeadlineSilent) {
                        self.events.push_back(Event::Cancelled { call, reason });
                    }
                }
            }
        }
        self.close_if_done();
    }

    /// Lets `read` put bytes that come straight to where a large frame is gathered, if there is one; as much of it as is missing, and
    /// no more. To be used in place of [`handle`](Self::handle) with the same bytes.
    pub fn fill<R>(
        &mut self,
        now: Instant,
        read: impl FnOnce(&mut Limit<&mut BytesMut>) -> R,
    ) -> Option<R> {
        if self.phase == Phase::Closed {
            return None;
        }
        let filled = self.decoder.fill(FILLED_BYTES, read)?;
        self.handle_frames(now);
        Some(filled)
    }

    fn handle_bytes(&mut self, now: Instant, bytes: bytes::Bytes) {
        if broken!(self, HeaderSplit)
            && bytes.len() < stillwire_codec::frame::HEADER_BYTES
            && self.decoder.finish().is_ok()
        {
            return;
        }
        self.decoder.push(bytes);
        self.handle_frames(now);
    }

    fn handle_frames(&mut self, now: Instant) {
        while self.phase != Phase::Closed {
            if self.receive_run() {
                continue;
            }
            match self.decoder.next_frame() {
                Ok(Some(frame)) => {
                    if let Err(violation) = self.handle_frame(now, frame) {
                        self.violated(violation);
                    }
                }
                Ok(None) => break,
                Err(error) => self.violated(error.into()),
            }
        }
    }

    fn handle_eof(&mut self) {
        if let Err(error) = self.decoder.finish() {
            return self.violated(error.into());
        }
        if self.role == Role::Client {
            let closure = if self.calls.is_empty() {
                Closure::Done
            } else {
                Closure::Lost
            };
            return self.close(closure, 0);
        }
        // Requests that were complete are still answered; the others never will be.
        let broken = self.calls.iter().filter(|(_, state)| !state.receive.ended);
        for call in broken.map(|(call, _)| call).collect::<Vec<_>>() {
            if broken!(self, CutIsEnd) {
                self.events.push_back(Event::End { call });
                continue;
            }
            self.remove(call);
            self.events.push_back(Event::Cancelled {
                call,
                reason: CancelReason::Lane,
            });
        }
        self.phase = Phase::HalfClosed;
        let starved = self.calls.iter().filter(|(_, state)| state.send.blocked);
        for call in starved.map(|(call, _)| call).collect::<Vec<_>>() {
            self.starve(call);
        }
        self.close_if_done();
    }

    /// Ends a call that waits for credit which can no longer come.
    pub(super) fn starve(&mut self, call: CallId) {
        let text =
            "the client ended the lane, and gave too little credit for the rest of the stream";
        self.abort(call, Status::cancelled(text));
    }

    fn violated(&mut self, violation: Violation) {
        let goaway = Goaway {
            code: violation.code(),
            last_call: self.last_call,
            reason: violation.to_string(),
        };
        self.outbox.write(Payload::Goaway(goaway));
        self.close(Closure::Violation(violation), 0);
    }

    fn handle_frame(&mut self, now: Instant, frame: Frame) -> Result<(), Violation> {
        let at = frame.at;
        let from = match self.role {
            Role::Client => Role::Server,
            Role::Server => Role::Client,
        };
        let decoded = Payload::decode(frame, from);
        let payload = decoded.map_err(|error| Violation::Payload { at, error })?;
        let is_first = self.peer.is_none();
        if is_first != matches!(payload, Some(Payload::Settings(_))) {
            return Err(Violation::Settings { at });
        }
        let Some(payload) = payload else {
            return Ok(());
        };
        match payload {
            Payload::Open(open) => self.receive_open(now, at, open),
            Payload::Head(head) => self.receive_head(at, head),
            Payload::Message(message) => self.receive_message(at, message),
            Payload::End(call) => self.receive_end(at, call),
            Payload::Reply(reply) => self.receive_reply(at, reply),
            Payload::Cancel(cancel) => self.receive_cancel(at, cancel),
            Payload::Credit(credit) => self.receive_credit(at, credit),
            Payload::Ping(bytes) => {
                let before = self.outbox.len();
                self.outbox.write(Payload::Pong(bytes));
                let written = self.outbox.len().saturating_sub(before);
                self.pong_bytes = self.pong_bytes.saturating_add(written);
                Ok(())
            }
            Payload::Pong(bytes) => {
                self.events.push_back(Event::Pong(bytes));
                Ok(())
            }
            Payload::Settings(settings) => self.receive_settings(at, settings),
            Payload::Goaway(goaway) => {
                self.receive_goaway(goaway);
                Ok(())
            }
        }
    }

    /// The call, if it is open; `None` if it was and has ended.
    fn find(&mut self, at: u64, call: CallId) -> Result<Option<&mut Call>, Violation> {
        if call.0 > self.last_call {
            return Err(Violation::UnknownCall { at, call });
        }
        Ok(self.calls.get_mut(call))
    }

    fn receive_open(&mut self, now: Instant, at: u64, open: Open) -> Result<(), Violation> {
        let call = open.call;
        if call.0 <= self.last_call {
            return Err(Violation::CallOrder { at, call });
        }
        self.last_call = call.0;
        if self.phase == Phase::Draining {
            self.refuse_open(
                call,
                Status::unavailable("the server is shutting down"),
                true,
            );
            return Ok(());
        }
        let path = self.learn_path(open.method, open.path);
        if self.calls.len() >= self.limits.calls_per_lane && !broken!(self, CallsUnbounded) {
            let status = Status::resource_exhausted("too many calls are open on this lane");
            self.refuse_open(call, status, true);
            return Ok(());
        }
        let len = open.message.as_ref().map_or(0, bytes::Bytes::len);
        if len > self.limits.message_received_bytes {
            self.refuse_open(call, self.too_large(len), false);
            return Ok(());
        }
        let deadline = open.time_left.map(|left| {
            let left = left.min(self.limits.deadline_max);
            now.checked_add(left).unwrap_or(now)
        });
        if let Some(deadline) = deadline
            && !broken!(self, TimerForgotten)
        {
            self.deadlines.insert(deadline, call);
        }
        let send = Sending::new(self.peer().call_credit_bytes, false);
        let receive = Receiving::new(self.limits.call_credit_bytes, open.end);
        self.calls.insert(
            call,
            Call {
                deadline,
                send,
                receive,
            },
        );
        self.events.push_back(Event::Opened {
            call,
            method: open.method,
            path,
            metadata: open.metadata,
            deadline,
            message: open.message,
            end: open.end,
        });
        Ok(())
    }

    fn refuse_open(&mut self, call: CallId, status: Status, refused: bool) {
        self.outbox.write(Payload::Reply(Reply {
            call,
            status,
            message: None,
            refused,
        }));
    }

    fn too_large(&self, len: usize) -> Status {
        let allowed = self.limits.message_received_bytes;
        let text = format!("a message of {len} bytes, {allowed} allowed");
        Status::new(Code::ResourceExhausted, text)
    }

    /// The path of a method, remembered from an earlier call if this one does not bring it.
    fn learn_path(&mut self, method: MethodId, path: Option<String>) -> Option<Arc<str>> {
        let Some(path) = path else {
            return self.paths.get(&method).cloned();
        };
        let path: Arc<str> = path.into();
        let paths = broken!(
            self,
            PathForgotten,
            PATHS_PER_LANE.saturating_sub(1),
            PATHS_PER_LANE
        );
        if self.paths.len() < paths {
            self.paths.insert(method, Arc::clone(&path));
        }
        Some(path)
    }

    fn receive_head(&mut self, at: u64, head: Head) -> Result<(), Violation> {
        let Some(state) = self.find(at, head.call)? else {
            return Ok(());
        };
        if std::mem::replace(&mut state.receive.begun, true) {
            let kind = FrameKind::Open;
            return Err(Violation::TooLate {
                at,
                call: head.call,
                kind,
            });
        }
        self.events.push_back(Event::Head {
            call: head.call,
            metadata: head.metadata,
        });
        Ok(())
    }

    fn receive_message(&mut self, at: u64, message: Message) -> Result<(), Violation> {
        let Message { call, message, end } = message;
        let limit = self.limits.message_received_bytes;
        let Some(state) = self.find(at, call)? else {
            return Ok(());
        };
        if state.receive.ended {
            return Err(Violation::TooLate {
                at,
                call,
                kind: FrameKind::Message,
            });
        }
        if !state.receive.receive(message.len()) {
            return Err(Violation::NoCredit { at, call });
        }
        state.receive.begun = true;
        state.receive.ended = end;
        if message.len() > limit {
            let status = self.too_large(message.len());
            self.abort(call, status);
            return Ok(());
        }
        let messages = Run::One(message);
        self.events.push_back(Event::Messages { call, messages });
        if end {
            self.events.push_back(Event::End { call });
        }
        Ok(())
    }

    /// Takes the messages of one call that come next, as far as there is nothing to say about them: an end, a violation or a message
    /// that is too large is left to [`receive_message`](Self::receive_message). Says whether there were any.
    fn receive_run(&mut self) -> bool {
        if self.peer.is_none() {
            return false;
        }
        let (limit, mut calls) = (self.limits.message_received_bytes, Some(&mut self.calls));
        let mut run: Option<(CallId, &mut Receiving)> = None;
        let frames = self.decoder.take_run(|header, payload| {
            let is_plain =
                header.kind == FrameKind::Message.number() && header.flags == 0 && header.tag == 0;
            let Some((call, message)) = payload.split_first_chunk().filter(|_| is_plain) else {
                return false;
            };
            let call = CallId(u32::from_le_bytes(*call));
            if let Some(calls) = calls.take() {
                run = calls.get_mut(call).map(|state| (call, &mut state.receive));
            }
            match &mut run {
                Some((of, receive)) => {
                    *of == call
                        && !receive.ended
                        && message.len() <= limit
                        && receive.receive(message.len())
                }
                None => false,
            }
        });
        let (Some(frames), Some((call, receive))) = (frames, run) else {
            return false;
        };
        receive.begun = true;
        let messages = Run::Frames(frames);
        self.events.push_back(Event::Messages { call, messages });
        true
    }

    /// Ends a call on both sides because of what the peer sent in it.
    fn abort(&mut self, call: CallId, status: Status) {
        self.remove(call);
        match self.role {
            Role::Client => {
                self.outbox.write(Payload::Cancel(Cancel {
                    call,
                    deadline: false,
                }));
                let event = Event::Status {
                    call,
                    status,
                    message: None,
                    refused: false,
                };
                self.events.push_back(event);
            }
            Role::Server => {
                let reply = Reply {
                    call,
                    status,
                    message: None,
                    refused: false,
                };
                self.outbox.write(Payload::Reply(reply));
                self.events.push_back(Event::Cancelled {
                    call,
                    reason: CancelReason::Lane,
                });
            }
        }
        self.close_if_done();
    }

    fn receive_end(&mut self, at: u64, call: CallId) -> Result<(), Violation> {
        let Some(state) = self.find(at, call)? else {
            return Ok(());
        };
        if std::mem::replace(&mut state.receive.ended, true) {
            return Err(Violation::TooLate {
                at,
                call,
                kind: FrameKind::End,
            });
        }
        self.events.push_back(Event::End { call });
        Ok(())
    }

    fn receive_reply(&mut self, at: u64, reply: Reply) -> Result<(), Violation> {
        let Reply {
            call,
            mut status,
            mut message,
            refused,
        } = reply;
        if self.find(at, call)?.is_none() && !broken!(self, StatusTwice) {
            return Ok(());
        }
        let len = message.as_ref().map_or(0, bytes::Bytes::len);
        if len > self.limits.message_received_bytes {
            (status, message) = (self.too_large(len), None);
        }
        self.remove(call);
        self.events.push_back(Event::Status {
            call,
            status,
            message,
            refused,
        });
        self.close_if_done();
        Ok(())
    }

    fn receive_cancel(&mut self, at: u64, cancel: Cancel) -> Result<(), Violation> {
        let call = cancel.call;
        if self.find(at, call)?.is_none() {
            return Ok(());
        }
        if !broken!(self, CancelKeeps) {
            self.remove(call);
        }
        let reason = if cancel.deadline {
            CancelReason::Deadline
        } else {
            CancelReason::Caller
        };
        self.events.push_back(Event::Cancelled { call, reason });
        self.close_if_done();
        Ok(())
    }

    fn receive_credit(&mut self, at: u64, credit: Credit) -> Result<(), Violation> {
        let call = credit.call;
        let bytes = i64::from(broken!(
            self,
            CreditTwice,
            credit.bytes.saturating_mul(2),
            credit.bytes
        ));
        let Some(state) = self.find(at, call)? else {
            return Ok(());
        };
        if !state.send.receive_credit(bytes) {
            return Err(Violation::CreditOverflow { at, call });
        }
        if state.send.unblock() {
            self.events.push_back(Event::Writable { call });
        }
        Ok(())
    }

    /// The peer's settings take the place of the assumed ones, also for calls that are open already.
    fn receive_settings(&mut self, at: u64, settings: Settings) -> Result<(), Violation> {
        let assumed = i64::from(broken!(
            self,
            SettingsTwice,
            0,
            self.assumed.call_credit_bytes
        ));
        let more = i64::from(settings.call_credit_bytes).saturating_sub(assumed);
        self.peer = Some(settings);
        if broken!(self, SettingsLate) {
            return Ok(());
        }
        for (call, state) in self.calls.iter_mut() {
            if !state.send.receive_credit(more) {
                return Err(Violation::CreditOverflow { at, call });
            }
            if state.send.unblock() {
                self.events.push_back(Event::Writable { call });
            }
        }
        Ok(())
    }

    fn receive_goaway(&mut self, goaway: Goaway) {
        if goaway.code != ErrorCode::None {
            let closure = Closure::Peer {
                code: goaway.code,
                reason: goaway.reason,
            };
            return self.close(closure, goaway.last_call);
        }
        if self.phase == Phase::Open {
            self.phase = Phase::Draining;
        }
        if self.role == Role::Client {
            self.events.push_back(Event::Draining);
            self.end_refused(broken!(self, DrainRefusesAll, 0, goaway.last_call));
        }
        self.close_if_done();
    }

    /// Ends the calls that a draining server will never act on.
    fn end_refused(&mut self, last_call: u32) {
        let refused = self.calls.keys().filter(|call| call.0 > last_call);
        for call in refused.collect::<Vec<_>>() {
            self.remove(call);
            let status = Status::unavailable("the server is shutting down");
            self.events.push_back(Event::Status {
                call,
                status,
                message: None,
                refused: true,
            });
        }
    }
}
