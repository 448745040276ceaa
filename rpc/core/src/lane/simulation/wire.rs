//! Bytes on their way from one end of a lane to the other.

use std::time::{Duration, Instant};

use bytes::{BufMut, Bytes, BytesMut};
use stillwire_codec::frame::{HEADER_BYTES, encode_frame};

use super::actions::CALLS;
use super::invariant::{Held, hold};
use super::link::Item;
use super::model::{Over, Side};
use super::trouble::Trouble;
use super::world::World;
use crate::Code;
use crate::lane::{CancelReason, Input, Lane};
use crate::payload::{ErrorCode, Payload, Reply};

/// Of a kind that nobody knows, for extensions.
const UNKNOWN_KIND: u8 = 200;

/// What a piece of input may make a lane write, besides four times its length: what answers the frame that it completed.
const ANSWER_BYTES: usize = 512;

impl World<'_> {
    /// Takes what an end has to write and puts it on the link; says how many bytes that was.
    pub(super) fn transmit(&mut self, p: usize, side: Side) -> Held<usize> {
        let end = self.pairs[p].end_mut(side);
        let mut chunks = Vec::new();
        let len = end.lane.transmit(&mut chunks);
        let mut bytes = BytesMut::new();
        chunks
            .iter()
            .for_each(|chunk| bytes.extend_from_slice(chunk));
        hold!(
            bytes.len() == len && !end.lane.wants_transmit(),
            Memory,
            "{} says that it gave {len} bytes, gave {}",
            side.name(),
            bytes.len()
        );
        let frames = end.wrote.push(bytes.clone().freeze())?;
        if len > 0 {
            self.log(p, format_args!("{} writes {len} bytes", side.name()));
        }
        for frame in frames {
            self.log(p, format_args!("  {}", Shown(&frame)));
            self.wrote(p, side, frame)?;
        }
        if len > 0 && self.has(Trouble::Pings) && self.rng.one_in(20) {
            let mut frame = Vec::new();
            encode_frame(UNKNOWN_KIND, 0xF0, 7, b"later", &mut frame).expect("it is small");
            bytes.extend_from_slice(&frame);
        }
        self.send(p, side, bytes.freeze());
        let now = self.now;
        let end = self.pairs[p].end_mut(side);
        if end.closed && !end.link.is_ended() {
            end.link.push(now, Item::Eof);
        }
        self.take_events(p, side)?;
        Ok(len)
    }

    /// Sends bytes on their way, in pieces.
    fn send(&mut self, p: usize, side: Side, mut rest: Bytes) {
        let splits = self.troubles.has(Trouble::Splits);
        // Pieces within headers and small frames; a large message takes fewer.
        let mut fine = if self.rng.one_in(3) { 400 } else { 0 };
        let mut at = self.now;
        while !rest.is_empty() {
            let most = match (splits, fine > 0) {
                (false, _) => rest.len(),
                (true, true) => 1 + self.rng.size(12),
                (true, false) => 1 + self.rng.size(6_000),
            };
            fine -= fine.min(most);
            let piece = rest.split_to(rest.len().min(most));
            if piece.len() < HEADER_BYTES {
                self.count("pieces shorter than a header");
            }
            if self.troubles.has(Trouble::Delays) {
                at += Duration::from_micros(self.rng.below(4_000));
            }
            self.pairs[p]
                .end_mut(side)
                .link
                .push(at, Item::Bytes(piece));
        }
    }

    /// Gives what has arrived from one end to the other.
    pub(super) fn deliver(&mut self, p: usize, from: Side) -> Held {
        let to = from.other();
        let (now, clock) = (self.now, self.clock(to));
        let pauses = self.has(Trouble::Peers) && self.rng.one_in(3);
        let merge = self.rng.one_in(2);
        let pair = &mut self.pairs[p];
        if pauses && pair.end(to).lane.may_pause() {
            return Ok(()); // its readers are behind
        }
        let Some(item) = pair.end_mut(from).link.pop(now, merge) else {
            return Ok(());
        };
        let end = pair.end_mut(to);
        let before = end.lane.outbox.len();
        if end.lane.is_closed() {
            // Nobody reads any more; who does not know that changes nothing.
            end.lane.handle(clock, item.into());
            let after = end.lane.outbox.len();
            hold!(
                after == before,
                Rules,
                "{} answers when it is over",
                to.name()
            );
            return self.take_events(p, to);
        }
        match &item {
            Item::Bytes(bytes) => {
                end.longest = end.longest.max(bytes.len());
                end.read.push(bytes.clone())?;
            }
            Item::Eof => end.eof = !end.read.is_inside(),
            Item::Lost => {}
        }
        give(&mut end.lane, clock, item.clone());
        match item {
            Item::Bytes(bytes) => {
                let len = bytes.len();
                let grown = end.lane.outbox.len().saturating_sub(before);
                hold!(
                    grown <= 4 * len + ANSWER_BYTES,
                    Memory,
                    "{} answers {len} bytes with {grown}",
                    to.name()
                );
                self.log(p, format_args!("{} is given {len} bytes", to.name()));
            }
            Item::Eof => {
                hold!(
                    end.eof || end.lane.is_closed(),
                    Prefix,
                    "{} takes a stream that ended inside a frame for whole",
                    to.name()
                );
                self.log(
                    p,
                    format_args!("{} is given the end of the stream", to.name()),
                );
            }
            Item::Lost => {
                end.eof = false;
                self.log(p, format_args!("{} loses the transport", to.name()));
            }
        }
        self.take_events(p, to)
    }

    /// What was written is what the applications said, or what happened to them.
    fn wrote(&mut self, p: usize, side: Side, frame: Payload) -> Held {
        let pair = &self.pairs[p];
        match frame {
            Payload::Cancel(cancel) => {
                let over = pair
                    .calls
                    .get(&cancel.call)
                    .and_then(|model| model.half(side).over);
                let deadline = over == Some(Over::Told(Code::DeadlineExceeded));
                hold!(
                    over.is_some() && cancel.deadline == deadline,
                    Rules,
                    "{} was cancelled (for its deadline: {}), and is over as {over:?}",
                    cancel.call,
                    cancel.deadline
                );
            }
            Payload::Reply(reply) => self.replied(p, &reply)?,
            Payload::Goaway(goaway) => {
                let peaceful = goaway.code == ErrorCode::None && pair.end(side).drained;
                hold!(
                    peaceful || pair.cut,
                    Rules,
                    "{} says {:?}: {}",
                    side.name(),
                    goaway.code,
                    goaway.reason
                );
            }
            _ => {}
        }
        Ok(())
    }

    fn replied(&mut self, p: usize, reply: &Reply) -> Held {
        let call = reply.call;
        let Some(model) = self.pairs[p].calls.get(&call) else {
            hold!(false, Rules, "STATUS for {call}, which there is not");
            return Ok(());
        };
        let said = (reply.status.code, reply.refused);
        let due = match (model.said, model.half(Side::Server).over) {
            (Some(due), _) => said == due,
            (None, Some(Over::Stopped(CancelReason::Deadline))) => {
                said == (Code::DeadlineExceeded, false)
            }
            (None, Some(Over::Stopped(CancelReason::Lane))) => {
                matches!(said, (Code::ResourceExhausted | Code::Cancelled, false))
            }
            (None, None) if !model.started => {
                let server = self.pairs[p].end(Side::Server);
                let first = model.half(Side::Client).sent.first().map_or(0, Bytes::len);
                match said {
                    (Code::Unavailable, true) => server.is_ending(),
                    (Code::ResourceExhausted, true) => server.limits.calls_per_lane < CALLS,
                    (Code::ResourceExhausted, false) => {
                        first > server.limits.message_received_bytes
                    }
                    _ => false,
                }
            }
            _ => false,
        };
        hold!(
            due,
            Once,
            "{call} was answered {said:?}, and {:?} was due",
            model.said
        );
        if !model.started {
            self.count("calls that no handler saw");
        }
        Ok(())
    }
}

/// A frame in a line.
struct Shown<'a>(&'a Payload);

impl std::fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let len = |message: &Option<Bytes>| message.as_ref().map(Bytes::len);
        match self.0 {
            Payload::Open(open) => write!(
                f,
                "OPEN {}, left {:?}, path {:?}, message {:?}, end {}",
                open.call.0,
                open.time_left,
                open.path,
                len(&open.message),
                open.end
            ),
            Payload::Head(head) => write!(f, "OPEN {} from the server", head.call.0),
            Payload::Message(of) => {
                write!(
                    f,
                    "MESSAGE {}, {} bytes, end {}",
                    of.call.0,
                    of.message.len(),
                    of.end
                )
            }
            Payload::End(call) => write!(f, "END {}", call.0),
            Payload::Reply(reply) => write!(
                f,
                "STATUS {}, {}, message {:?}, refused {}",
                reply.call.0,
                reply.status.code,
                len(&reply.message),
                reply.refused
            ),
            Payload::Cancel(of) => write!(f, "CANCEL {}, deadline {}", of.call.0, of.deadline),
            Payload::Credit(credit) => {
                write!(f, "CREDIT {}, {} bytes", credit.call.0, credit.bytes)
            }
            Payload::Ping(_) => write!(f, "PING"),
            Payload::Pong(_) => write!(f, "PONG"),
            Payload::Settings(settings) => write!(
                f,
                "SETTINGS, messages {}, credit {}, calls {}",
                settings.message_bytes, settings.call_credit_bytes, settings.calls
            ),
            Payload::Goaway(goaway) => {
                write!(
                    f,
                    "GOAWAY {:?}, last call {}",
                    goaway.code, goaway.last_call
                )
            }
        }
    }
}

/// Gives a lane what has arrived: what belongs to a large message straight to where that is gathered.
fn give(lane: &mut Lane, clock: Instant, item: Item) {
    let Item::Bytes(mut bytes) = item else {
        return lane.handle(clock, item.into());
    };
    while !bytes.is_empty() {
        let filled = lane.fill(clock, |room| {
            let filled = bytes.split_to(bytes.len().min(room.remaining_mut()));
            room.put_slice(&filled);
        });
        if filled.is_none() {
            return lane.handle(clock, Input::Bytes(bytes));
        }
    }
}
