//! What applications do with their calls.

use std::iter;
use std::time::Duration;

use bytes::Bytes;
use stillwire_codec::Lent;

use super::invariant::{Held, hold};
use super::model::{Half, Model, Over, Side};
use super::tap::cost;
use super::trouble::Trouble;
use super::world::World;
use crate::lane::{OpenError, Request, SendError};
use crate::payload::{MESSAGE_OVERHEAD_BYTES, Pieces};
use crate::{CallId, Code, Metadata, MethodId, Status};

/// Calls on a lane: many enough to meet each other, few enough to be followed.
pub(super) const CALLS: usize = 14;

pub(super) const PATHS: [&str; 3] = ["sim.A/One", "sim.A/Two", "sim.B/Three"];

impl World<'_> {
    /// A message that is like no other, if it is not empty.
    fn message(&mut self) -> Bytes {
        let len = if self.rng.one_in(30) {
            20_000
        } else {
            self.rng.pick(&[0, 1, 30, 300, 590, 1_500])
        };
        self.messages += 1;
        let pattern = self.messages.to_le_bytes();
        pattern.into_iter().cycle().take(len).collect()
    }

    pub(super) fn open(&mut self, p: usize) -> Held {
        if self.pairs[p].calls.len() >= CALLS || self.pairs[p].retired {
            return Ok(());
        }
        let clock = self.clock(Side::Client);
        let path = self.rng.size(PATHS.len());
        let most = self.rng.pick(&[1, 1_000, 50_000, 60_000_000]);
        let passed = self.rng.one_in(12);
        let time_left = Duration::from_nanos(self.rng.below(most) * 1_000 + self.rng.below(1_000));
        let time_left = if passed { Duration::ZERO } else { time_left };
        let time_left = self.rng.one_in(3).then_some(time_left);
        let message = if self.rng.one_in(2) {
            Some(self.message())
        } else {
            None
        };
        let lazy = [0, 1].map(|_| self.has(Trouble::Peers) && self.rng.one_in(12));
        let to_send = [self.rng.size(6), self.rng.size(6)];
        let mut metadata = Metadata::new();
        metadata.append("k", "v").expect("it is metadata");
        let request = Request {
            method: MethodId::of(PATHS[path]),
            path: PATHS[path],
            metadata,
            deadline: time_left.map(|left| clock + left),
            message: message.as_ref(),
            end: to_send[0] == 0,
        };
        let pair = &mut self.pairs[p];
        let allowed = pair.end(Side::Client).message_limit();
        let lane = &mut pair.end_mut(Side::Client).lane;
        let (accepts, before) = (lane.accepts_calls(), lane.outbox.len());
        let result = lane.open(clock, request);
        let len = message.as_ref().map_or(0, Bytes::len);
        let due = match result {
            Ok(_) => accepts && len <= allowed && time_left != Some(Duration::ZERO),
            Err(OpenError::Closed | OpenError::TooManyCalls { .. }) => !accepts,
            Err(OpenError::TooLarge { .. }) => len > allowed,
            Err(OpenError::DeadlinePassed) => time_left == Some(Duration::ZERO),
            Err(_) => false,
        };
        hold!(
            due,
            Rules,
            "open gave {result:?}, and calls were accepted: {accepts}"
        );
        let Ok(call) = result else {
            hold!(
                lane.outbox.len() == before,
                Rules,
                "a call that was not opened was written"
            );
            return Ok(());
        };
        let client = Half {
            sent: message.into_iter().collect(),
            to_send: to_send[0],
            end_sent: to_send[0] == 0,
            lazy: lazy[0],
            deadline: time_left.map(|left| clock + left),
            ..Half::default()
        };
        let server = Half {
            to_send: to_send[1],
            lazy: lazy[1],
            ..Half::default()
        };
        // The wire has whole microseconds, rounded up, and 0 for none.
        let micros = |left: Duration| left.as_nanos().div_ceil(1_000).max(1);
        let micros = |left| u64::try_from(micros(left)).expect("it is a minute at most");
        let model = Model {
            halves: [client, server],
            path,
            time_left: time_left.map(|left| Duration::from_micros(micros(left))),
            ..Model::default()
        };
        let known = pair.calls.insert(call, model).is_some();
        hold!(!known && call.0 > 0, Once, "{call} begins a second time");
        self.count("calls");
        self.log(
            p,
            format_args!(
                "client opens {call}, {len} bytes, {} to follow, time left {time_left:?}",
                to_send[0]
            ),
        );
        Ok(())
    }

    /// Does the next thing that is to be done in a call, if there is one.
    pub(super) fn act(&mut self, p: usize, call: CallId, side: Side) -> Held<bool> {
        let model = &self.pairs[p].calls[&call];
        let half = model.half(side);
        if !model.is_open(side) || half.waits || half.end_sent {
            return Ok(false);
        }
        let (to_send, end_seen, fresh) = (half.to_send, half.end_seen, half.sent.is_empty());
        if side == Side::Client {
            if to_send == 0 {
                return self.end(p, call);
            }
            return self.send_one(p, call, side);
        }
        let congested = self.pairs[p].end(side).lane.is_congested();
        if congested && !self.settling && !self.rng.one_in(4) {
            return Ok(false);
        }
        if self.has(Trouble::Peers) && self.rng.one_in(60) {
            self.finish(p, call, true)?;
        } else if fresh && to_send > 0 && self.rng.one_in(3) {
            let head = self.pairs[p].end_mut(side).lane.head(call, Metadata::new());
            self.log(p, format_args!("server sends the head of {call}: {head:?}"));
            return self.send_one(p, call, side);
        } else if to_send > 1 && self.rng.one_in(3) {
            return self.send_some(p, call, to_send);
        } else if to_send > 0 {
            return self.send_one(p, call, side);
        } else if end_seen {
            self.finish(p, call, false)?;
        } else {
            return Ok(false);
        }
        Ok(true)
    }

    fn end(&mut self, p: usize, call: CallId) -> Held<bool> {
        let pair = &mut self.pairs[p];
        let result = pair.end_mut(Side::Client).lane.end(call);
        hold!(result.is_ok(), Rules, "{call} cannot be ended: {result:?}");
        if let Some(model) = pair.calls.get_mut(&call) {
            model.half_mut(Side::Client).end_sent = true;
        }
        self.log(p, format_args!("client ends {call}"));
        Ok(true)
    }

    fn send_one(&mut self, p: usize, call: CallId, side: Side) -> Held<bool> {
        let message = self.message();
        let asks = self.rng.one_in(4);
        let end = self.rng.one_in(2) && side == Side::Client;
        let pair = &mut self.pairs[p];
        let last = pair.calls[&call].half(side).to_send == 1;
        let lane = &mut pair.end_mut(side).lane;
        let before = lane.outbox.len();
        let free = lane.calls.get(call).map_or(0, |state| state.send.balance());
        let ready = asks.then(|| lane.poll_ready(call));
        let result = if ready == Some(false) && lane.is_open(call) {
            Err(SendError::Blocked)
        } else {
            lane.send(call, message.clone(), end && last)
        };
        self.sent(p, call, side, result, &[message], (before, free))?;
        if result.is_ok()
            && end
            && last
            && let Some(model) = self.pairs[p].calls.get_mut(&call)
        {
            model.half_mut(side).end_sent = true;
        }
        Ok(!matches!(result, Err(SendError::Blocked)))
    }

    fn send_some(&mut self, p: usize, call: CallId, most: usize) -> Held<bool> {
        let messages: Vec<_> = (0..1 + self.rng.size(most))
            .map(|_| self.message())
            .collect();
        let lane = &mut self.pairs[p].end_mut(Side::Server).lane;
        let before = lane.outbox.len();
        let free = lane.calls.get(call).map_or(0, |state| state.send.balance());
        let mut pieces = Pieces::default();
        messages
            .iter()
            .cloned()
            .for_each(|message| pieces.push(Lent::Whole(message)));
        let result = lane.send_all(call, &mut pieces);
        let left: Vec<_> = iter::from_fn(|| pieces.pop()).collect();
        let (sent, rest) = messages.split_at(messages.len().saturating_sub(left.len()));
        hold!(
            result.is_ok() == left.is_empty() && rest == left,
            Rules,
            "send_all gave {result:?} and left {left:?}"
        );
        if !sent.is_empty() {
            self.sent(p, call, Side::Server, Ok(()), sent, (before, free))?;
        }
        if let (Err(error), Some(next)) = (result, left.into_iter().next()) {
            let lane = &self.pairs[p].end(Side::Server).lane;
            let free = lane.calls.get(call).map_or(0, |state| state.send.balance());
            let now = (lane.outbox.len(), free);
            self.sent(p, call, Side::Server, Err(error), &[next], now)?;
        }
        Ok(!sent.is_empty() || !matches!(result, Err(SendError::Blocked)))
    }

    /// Notes what came of sending; `before` it were so many bytes to be written, and so much credit.
    fn sent(
        &mut self,
        p: usize,
        call: CallId,
        side: Side,
        result: Result<(), SendError>,
        messages: &[Bytes],
        before: (usize, i64),
    ) -> Held {
        let len: usize = messages.iter().map(Bytes::len).sum();
        self.log(
            p,
            format_args!("{} sends {len} bytes in {call}: {result:?}", side.name()),
        );
        let pair = &mut self.pairs[p];
        let end = pair.end(side);
        let (buffer, allowed) = (end.buffer(), end.message_limit());
        let is_open = end.lane.is_open(call);
        let Some(model) = pair.calls.get_mut(&call) else {
            return Ok(());
        };
        let half = model.half_mut(side);
        match result {
            Ok(()) => {
                hold!(
                    before.1 > 0,
                    Credit,
                    "{} sent in {call} without credit",
                    side.name()
                );
                hold!(
                    before.0 < buffer,
                    Memory,
                    "{} sent in {call} with {} bytes to be written, {buffer} allowed",
                    side.name(),
                    before.0
                );
                for message in messages {
                    half.spent += cost(message.len());
                    half.to_send -= 1;
                    half.sent.push(message.clone());
                }
                self.count("messages");
            }
            Err(SendError::Blocked) => {
                half.waits = is_open;
                hold!(
                    before.1 <= 0 || before.0 >= buffer,
                    Progress,
                    "{} has to wait in {call}, with credit and room",
                    side.name()
                );
                self.count("times that a sender had to wait");
            }
            Err(SendError::TooLarge { .. }) => {
                hold!(
                    len > allowed,
                    Rules,
                    "{len} bytes are too large, and {allowed} are allowed"
                );
                half.to_send -= 1;
            }
            Err(SendError::Ended) => {
                hold!(!is_open, Rules, "{call} has ended, and is open");
            }
        }
        self.take_events(p, side)
    }

    /// The handler ends its call; `early`, before it has done what it should.
    fn finish(&mut self, p: usize, call: CallId, early: bool) -> Held {
        let reply = if self.rng.one_in(2) {
            Some(self.message())
        } else {
            None
        };
        let mut code = Code::Ok;
        if early {
            code = self
                .rng
                .pick(&[Code::Ok, Code::Aborted, Code::NotFound, Code::Unavailable]);
        }
        let pair = &mut self.pairs[p];
        let fresh = pair.calls[&call].half(Side::Server).sent.is_empty();
        let refuses = code == Code::Unavailable && fresh;
        let allowed = pair.end(Side::Server).message_limit();
        let too_large = reply.as_ref().is_some_and(|reply| reply.len() > allowed);
        let lane = &mut pair.end_mut(Side::Server).lane;
        if refuses {
            lane.refuse(call, Status::from(code));
        } else {
            lane.finish(call, Status::from(code), reply.clone());
        }
        if code == Code::Ok && too_large {
            code = Code::ResourceExhausted;
        }
        if let Some(model) = pair.calls.get_mut(&call) {
            model.said = Some((code, refuses));
            model.reply = reply.filter(|_| code == Code::Ok);
            model.half_mut(Side::Server).over = Some(Over::Finished(code));
        }
        self.log(
            p,
            format_args!("server ends {call}: {code}, refused {refuses}"),
        );
        self.take_events(p, Side::Server)
    }

    /// Takes a message that has come; says whether there was one.
    pub(super) fn read(&mut self, p: usize, call: CallId, side: Side) -> bool {
        let lazy = !self.settling;
        let pair = &mut self.pairs[p];
        let Some(model) = pair.calls.get_mut(&call) else {
            return false;
        };
        let half = model.half_mut(side);
        if lazy && half.lazy {
            return false;
        }
        let Some(len) = half.unread.pop_front() else {
            return false;
        };
        half.consumed += cost(len);
        pair.end_mut(side)
            .lane
            .consumed(call, len + MESSAGE_OVERHEAD_BYTES);
        self.log(
            p,
            format_args!("{} reads {len} bytes of {call}", side.name()),
        );
        true
    }

    pub(super) fn give_up(&mut self, p: usize, call: CallId) -> Held {
        let pair = &mut self.pairs[p];
        let Some(model) = pair.calls.get_mut(&call) else {
            return Ok(());
        };
        let open = model.is_open(Side::Client);
        let result = pair.ends[0].lane.cancel(call);
        hold!(
            result == open,
            Once,
            "{call} was given up: {result}, and was open: {open}"
        );
        if open {
            model.half_mut(Side::Client).over = Some(Over::GaveUp);
            self.count("calls given up");
            self.log(p, format_args!("client gives {call} up"));
        }
        self.take_events(p, Side::Client)
    }

    pub(super) fn ping(&mut self, p: usize, side: Side) -> Held {
        let times = self.rng.pick(&[1, 2, 100]);
        for _ in 0..times {
            self.messages += 1;
            let bytes = (u64::from(self.messages) << 8).to_be_bytes();
            let end = self.pairs[p].end_mut(side);
            let before = end.lane.outbox.len();
            end.lane.ping(bytes);
            if !end.lane.is_closed() {
                end.pings.push_back(bytes);
                continue;
            }
            let after = end.lane.outbox.len();
            hold!(
                after == before,
                Rules,
                "{} asks when it is over",
                side.name()
            );
        }
        self.count("pings");
        self.log(
            p,
            format_args!("{} asks {times} times for a sign of life", side.name()),
        );
        Ok(())
    }

    /// What a lane must refuse, and must not write.
    pub(super) fn misuse(&mut self, p: usize, call: CallId) -> Held {
        let clock = self.clock(Side::Server);
        let pair = &mut self.pairs[p];
        let model = &pair.calls[&call];
        let done = |side| !model.is_open(side) || model.half(side).end_sent;
        let [client, server] = &mut pair.ends;
        let before = (client.lane.outbox.len(), server.lane.outbox.len());
        if done(Side::Client) {
            let result = client.lane.send(call, Bytes::from_static(b"late"), true);
            hold!(
                result == Err(SendError::Ended),
                Prefix,
                "sending in {call} after its end: {result:?}"
            );
            let result = client.lane.end(call);
            hold!(
                result == Err(SendError::Ended),
                Prefix,
                "ending {call} again: {result:?}"
            );
        }
        if done(Side::Server) {
            let result = server.lane.send(call, Bytes::from_static(b"late"), false);
            hold!(
                result == Err(SendError::Ended),
                Prefix,
                "replying in {call} after its end: {result:?}"
            );
            server.lane.finish(call, Status::ok(), None);
        }
        if !model.is_open(Side::Server) || !model.half(Side::Server).sent.is_empty() {
            let head = server.lane.head(call, Metadata::new());
            hold!(
                head.is_err(),
                Prefix,
                "leading metadata of {call} after its messages"
            );
        }
        let head = client.lane.head(call, Metadata::new());
        hold!(
            head.is_err(),
            Rules,
            "a client sent leading metadata of {call}"
        );
        hold!(
            server.lane.end(call).is_err(),
            Rules,
            "a server ended the messages of {call}"
        );
        hold!(!server.lane.cancel(call), Rules, "a server gave {call} up");
        client.lane.finish(call, Status::ok(), None);
        let request = Request {
            method: MethodId::of(PATHS[0]),
            path: PATHS[0],
            metadata: Metadata::new(),
            deadline: None,
            message: None,
            end: true,
        };
        let opened = server.lane.open(clock, request);
        hold!(
            opened == Err(OpenError::Server),
            Rules,
            "a server opened a call: {opened:?}"
        );
        let after = (client.lane.outbox.len(), server.lane.outbox.len());
        hold!(before == after, Rules, "what was refused was written");
        Ok(())
    }
}
