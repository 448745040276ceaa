//! What lanes tell their applications, and whether that is so.

use super::actions::PATHS;
use super::invariant::{Held, hold};
use super::model::{Over, Pair, Side};
use super::tap::cost;
use super::world::World;
use crate::lane::{CancelReason, Closure, Event, Violation};
use crate::{CallId, Code};

use bytes::Bytes;
use stillwire_codec::frame::FrameError;

impl World<'_> {
    /// Takes all that a lane has to say.
    pub(super) fn take_events(&mut self, p: usize, side: Side) -> Held {
        while let Some(event) = self.pairs[p].end_mut(side).lane.poll() {
            self.log(
                p,
                format_args!("  {} hears: {}", side.name(), Heard(&event)),
            );
            let closed = self.pairs[p].end(side).closed;
            hold!(
                !closed,
                Once,
                "{} hears more after the end: {event:?}",
                side.name()
            );
            self.event(p, side, event)?;
        }
        Ok(())
    }

    fn event(&mut self, p: usize, side: Side, event: Event) -> Held {
        match (side, event) {
            (_, Event::Messages { call, mut messages }) => {
                messages.try_for_each(|message| self.message_came(p, side, call, &message))
            }
            (_, Event::Writable { call }) => {
                let pair = &mut self.pairs[p];
                let end = &pair.ends[side.index()];
                let model = pair.calls.get_mut(&call);
                let Some(half) = model.map(|model| model.half_mut(side)) else {
                    hold!(false, Once, "{call} may go on, which there is not");
                    return Ok(());
                };
                hold!(half.over.is_none(), Once, "{call} may go on, and has ended");
                hold!(
                    end.credit(call, half) > 0,
                    Progress,
                    "{call} may go on, and has no credit"
                );
                half.waits = false;
                Ok(())
            }
            (_, Event::Pong(bytes)) => {
                let due = self.pairs[p].end_mut(side).pings.pop_front();
                hold!(
                    due == Some(bytes),
                    Rules,
                    "PONG {bytes:?}, and {due:?} was due"
                );
                Ok(())
            }
            (_, Event::Closed(closure)) => self.closed(p, side, &closure),
            (
                Side::Client,
                Event::Status {
                    call,
                    status,
                    message,
                    refused,
                },
            ) => self.told(p, call, (status.code, refused), message.as_ref()),
            (Side::Client, Event::Draining) => {
                let drained = self.pairs[p].end(Side::Server).drained;
                hold!(drained, Rules, "the server drains, and does not");
                self.pairs[p].end_mut(side).knows_of_drain = true;
                Ok(())
            }
            (Side::Client, Event::Head { call, .. }) => {
                let model = self.pairs[p].calls.get(&call);
                let fresh = model.is_some_and(|model| {
                    model.is_open(Side::Client) && model.half(Side::Client).got == 0
                });
                hold!(fresh, Prefix, "the head of {call} comes late");
                Ok(())
            }
            (Side::Server, event @ Event::Opened { .. }) => self.opened(p, event),
            (Side::Server, Event::End { call }) => {
                let Some(model) = self.pairs[p].calls.get_mut(&call) else {
                    hold!(false, Once, "the end of {call}, which there is not");
                    return Ok(());
                };
                let again = std::mem::replace(&mut model.half_mut(side).end_seen, true);
                hold!(!again, Prefix, "{call} ends a second time");
                hold!(
                    model.is_open(side),
                    Once,
                    "the end of {call}, which is over"
                );
                looks_complete(&self.pairs[p], call)
            }
            (Side::Server, Event::Cancelled { call, reason }) => self.stopped(p, call, reason),
            (_, event) => {
                hold!(false, Rules, "{} hears {event:?}", side.name());
                Ok(())
            }
        }
    }

    fn opened(&mut self, p: usize, event: Event) -> Held {
        let Event::Opened {
            call,
            path,
            metadata,
            deadline,
            message,
            end,
            ..
        } = event
        else {
            return Ok(());
        };
        let (clock, most) = (self.clock(Side::Server), self.limits[1].deadline_max);
        let allowed = self.limits[1].message_received_bytes;
        let Some(model) = self.pairs[p].calls.get_mut(&call) else {
            hold!(false, Once, "{call} begins, which nobody made");
            return Ok(());
        };
        hold!(!model.started, Once, "{call} begins a second time");
        model.started = true;
        let named = path.as_deref() == Some(PATHS[model.path]);
        hold!(
            named,
            Prefix,
            "{call} is one of {path:?}, and was sent to {}",
            PATHS[model.path]
        );
        hold!(
            metadata.get_text("k") == Some("v"),
            Prefix,
            "{call} has lost its metadata"
        );
        let due = model.time_left.map(|left| clock + left.min(most));
        hold!(
            deadline == due,
            Timers,
            "{call} has another deadline than the wire says"
        );
        let [client, server] = &mut model.halves;
        server.deadline = deadline;
        server.end_seen = end;
        if let Some(message) = message {
            let same = client.sent.first() == Some(&message);
            hold!(
                same,
                Prefix,
                "the first message of {call} is not the one that was sent"
            );
            hold!(
                message.len() <= allowed,
                Memory,
                "{call} begins with {} bytes",
                message.len()
            );
            server.got = 1;
        }
        if end {
            looks_complete(&self.pairs[p], call)?;
        }
        Ok(())
    }

    fn message_came(&mut self, p: usize, side: Side, call: CallId, message: &Bytes) -> Held {
        self.count("messages that came");
        let window = self.pairs[p].end(side).window();
        let allowed = self.limits[side.index()].message_received_bytes;
        let Some(model) = self.pairs[p].calls.get_mut(&call) else {
            hold!(false, Once, "a message of {call}, which there is not");
            return Ok(());
        };
        hold!(
            model.is_open(side) && !model.half(side).end_seen,
            Prefix,
            "{} gets a message of {call} after its end",
            side.name()
        );
        hold!(
            message.len() <= allowed,
            Memory,
            "{} gets {} bytes of {call}, {allowed} allowed",
            side.name(),
            message.len()
        );
        let at = model.half(side).got;
        let same = model.half(side.other()).sent.get(at) == Some(message);
        hold!(
            same,
            Prefix,
            "message {at} of {call} is not the one that was sent"
        );
        let half = model.half_mut(side);
        let unread = half.received - half.consumed;
        hold!(
            unread < window,
            Memory,
            "{} gets a message of {call}, with {unread} bytes unread and a window of {window}",
            side.name()
        );
        half.got += 1;
        half.received += cost(message.len());
        half.unread.push_back(message.len());
        Ok(())
    }

    /// A client's call has ended.
    fn told(&mut self, p: usize, call: CallId, how: (Code, bool), message: Option<&Bytes>) -> Held {
        let (code, refused) = how;
        let clock = self.clock(Side::Client);
        let pair = &mut self.pairs[p];
        let wire = pair
            .end(Side::Client)
            .read
            .flow(call)
            .and_then(|flow| flow.status);
        let acted_on = pair.end(Side::Client).read.last_acted_on;
        let allowed = pair.end(Side::Client).limits.message_received_bytes;
        let (cut, down_cut) = (pair.cut, pair.down_cut);
        let Some(model) = pair.calls.get_mut(&call) else {
            hold!(false, Once, "the end of {call}, which there is not");
            return Ok(());
        };
        let over = model.half(Side::Client).over;
        hold!(
            over.is_none(),
            Once,
            "{call} ends as {code}, and had ended as {over:?}"
        );
        let complete = model.said == Some((Code::Ok, false))
            && model.half(Side::Server).sent.len() == model.half(Side::Client).got
            && message == model.reply.as_ref();
        hold!(
            code != Code::Ok || complete,
            Prefix,
            "{call} looks complete, and is not"
        );
        hold!(
            code == Code::Ok || message.is_none(),
            Rules,
            "{call} ends as {code}, with a reply"
        );
        hold!(
            !refused || !model.started || model.said == Some((code, true)),
            Once,
            "{call} was refused, and its handler has begun"
        );
        let large = model
            .reply
            .as_ref()
            .is_some_and(|reply| reply.len() > allowed);
        let server = model.half(Side::Server);
        let stopped = server.over == Some(Over::Stopped(CancelReason::Lane));
        let starved = stopped && server.end_seen;
        let due = match wire {
            Some(wire) => wire == how || (large && code == Code::ResourceExhausted),
            None if refused => acted_on.is_some_and(|last| call.0 > last),
            None => match code {
                Code::DeadlineExceeded => model
                    .half(Side::Client)
                    .deadline
                    .is_some_and(|at| at <= clock),
                // What has no credit any more is answered, if the answer can come.
                Code::Unavailable => cut && (down_cut || !starved),
                Code::Internal => cut,
                _ => false,
            },
        };
        hold!(
            due,
            Once,
            "{call} ends as {code}, refused {refused}, for no reason"
        );
        model.half_mut(Side::Client).over = Some(Over::Told(code));
        let by_lane = wire.is_none() && !refused && code == Code::Unavailable;
        pair.end_mut(Side::Client).broke_calls |= by_lane;
        self.count(match code {
            Code::Ok => "calls that ended well",
            Code::DeadlineExceeded => "calls that met their deadline",
            _ if refused => "calls refused",
            _ => "calls that ended otherwise",
        });
        Ok(())
    }

    /// A handler was stopped.
    fn stopped(&mut self, p: usize, call: CallId, reason: CancelReason) -> Held {
        let clock = self.clock(Side::Server);
        let pair = &mut self.pairs[p];
        let allowed = pair.end(Side::Server).limits.message_received_bytes;
        let cut = pair.cut;
        let [_, end] = &pair.ends;
        let (eof, closed) = (end.eof, end.lane.is_closed());
        let Some(model) = pair.calls.get_mut(&call) else {
            hold!(false, Once, "{call} is stopped, which there is not");
            return Ok(());
        };
        hold!(
            model.is_open(Side::Server),
            Once,
            "{call} is stopped ({reason:?}), and is over as {:?}",
            model.half(Side::Server).over
        );
        let (client, server) = (model.half(Side::Client), model.half(Side::Server));
        let free = end.credit(call, server);
        let due = match reason {
            CancelReason::Caller => client.over == Some(Over::GaveUp),
            CancelReason::Deadline => {
                server.deadline.is_some_and(|at| at <= clock)
                    || client.over == Some(Over::Told(Code::DeadlineExceeded))
            }
            CancelReason::Lane => {
                let next = client.sent.get(server.got);
                let ended = if eof {
                    !server.end_seen || free <= 0
                } else {
                    cut && closed
                };
                ended || next.is_some_and(|message| message.len() > allowed)
            }
        };
        hold!(due, Once, "{call} is stopped for no reason: {reason:?}");
        model.half_mut(Side::Server).over = Some(Over::Stopped(reason));
        self.count("handlers stopped");
        Ok(())
    }

    fn closed(&mut self, p: usize, side: Side, closure: &Closure) -> Held {
        let pair = &mut self.pairs[p];
        let end = pair.end(side);
        let due = match closure {
            Closure::Done => !end.broke_calls && (end.is_ending() || pair.cut),
            Closure::Lost
            | Closure::Violation(Violation::Frame(FrameError::Truncated { .. }))
            | Closure::Peer { .. } => pair.cut,
            Closure::Violation(_) => false,
        };
        hold!(due, Rules, "{} closes the lane: {closure:?}", side.name());
        let says_so = end.lane.wants_transmit() || !matches!(closure, Closure::Violation(_));
        hold!(
            says_so,
            Rules,
            "{} accuses the other side, and does not tell it",
            side.name()
        );
        pair.end_mut(side).closed = true;
        Ok(())
    }
}

/// The server takes the request for complete.
fn looks_complete(pair: &Pair, call: CallId) -> Held {
    let model = &pair.calls[&call];
    let (client, server) = (model.half(Side::Client), model.half(Side::Server));
    let complete = client.end_sent && client.sent.len() == server.got;
    hold!(complete, Prefix, "{call} looks complete, and is not");
    Ok(())
}

/// An event in a line, without what differs from run to run.
struct Heard<'a>(&'a Event);

impl std::fmt::Display for Heard<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.0 {
            Event::Opened {
                call,
                path,
                message,
                end,
                ..
            } => {
                let len = message.as_ref().map(Bytes::len);
                write!(f, "{call} begins, {path:?}, message {len:?}, end {end}")
            }
            Event::Head { call, .. } => write!(f, "the head of {call}"),
            Event::Messages { call, messages } => {
                let lens: Vec<_> = messages.clone().map(|message| message.len()).collect();
                write!(f, "messages of {lens:?} bytes of {call}")
            }
            Event::End { call } => write!(f, "the end of {call}"),
            Event::Status {
                call,
                status,
                message,
                refused,
            } => {
                let len = message.as_ref().map(Bytes::len);
                write!(
                    f,
                    "{call} ends: {}, message {len:?}, refused {refused}",
                    status.code
                )
            }
            Event::Cancelled { call, reason } => write!(f, "{call} is stopped: {reason:?}"),
            Event::Writable { call } => write!(f, "{call} may go on"),
            Event::Pong(_) => write!(f, "a sign of life"),
            Event::Draining => write!(f, "the other side drains"),
            Event::Closed(closure) => write!(f, "the lane is over: {closure:?}"),
        }
    }
}
