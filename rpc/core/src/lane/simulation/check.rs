//! What must hold after every step, of lanes as they are.

use super::invariant::{Held, hold};
use super::model::{End, Model, Pair, SIDES, Side};
use super::world::World;
use crate::CallId;
use crate::limits::{FRAME_OVERHEAD_BYTES, PATHS_PER_LANE};
use stillwire_codec::frame::RESERVE_AHEAD_BYTES;

/// Bytes of a PING or PONG frame.
const PING_BYTES: usize = 16;

impl World<'_> {
    pub(super) fn check(&self) -> Held {
        for (p, pair) in self.pairs.iter().enumerate() {
            check(pair).map_err(|mut broken| {
                broken.what = format!("lane {p}: {}", broken.what);
                broken
            })?;
        }
        Ok(())
    }
}

fn check(pair: &Pair) -> Held {
    for side in SIDES {
        let end = pair.end(side);
        table_is_what_applications_know(pair, side)?;
        next_timer_is_the_earliest_deadline(pair, side)?;
        nothing_exceeds_its_limit(end, side)?;
        if end.closed {
            continue;
        }
        for (&call, model) in pair.calls.iter().filter(|(_, model)| model.is_open(side)) {
            receiver_counts_its_window(end, side, call, model)?;
            sender_counts_what_it_was_given(pair, side, call, model)?;
            who_waits_has_a_reason(end, side, call, model)?;
        }
    }
    Ok(())
}

fn table_is_what_applications_know(pair: &Pair, side: Side) -> Held {
    let lane = &pair.end(side).lane;
    let mut open = 0;
    for (call, _) in pair.calls.iter().filter(|(_, model)| model.is_open(side)) {
        open += 1;
        hold!(
            lane.calls.contains(*call),
            Once,
            "the {} has forgotten {call}, and nobody was told of its end",
            side.name()
        );
    }
    hold!(
        lane.calls.len() == open,
        Memory,
        "the {} keeps {} calls, and {open} are open",
        side.name(),
        lane.calls.len()
    );
    Ok(())
}

fn next_timer_is_the_earliest_deadline(pair: &Pair, side: Side) -> Held {
    let lane = &pair.end(side).lane;
    let open = pair.calls.values().filter(|model| model.is_open(side));
    let due = open.filter_map(|model| model.half(side).deadline).min();
    hold!(
        lane.poll_timeout() == due,
        Timers,
        "the {}'s next timer is not the earliest deadline of an open call",
        side.name()
    );
    hold!(
        lane.deadlines.len() <= lane.calls.len(),
        Memory,
        "the {} keeps {} deadlines of {} calls",
        side.name(),
        lane.deadlines.len(),
        lane.calls.len()
    );
    Ok(())
}

fn nothing_exceeds_its_limit(end: &End, side: Side) -> Held {
    let (lane, limits, name) = (&end.lane, &end.limits, side.name());
    hold!(
        lane.calls.len() <= limits.calls_per_lane,
        Memory,
        "the {name} has {} calls, {} allowed",
        lane.calls.len(),
        limits.calls_per_lane
    );
    hold!(
        lane.waiting.iter().all(|call| lane.calls.contains(*call)),
        Memory,
        "the {name} keeps calls that are over among those that wait"
    );
    hold!(
        lane.paths.len() <= PATHS_PER_LANE,
        Memory,
        "the {name} keeps {} paths",
        lane.paths.len()
    );
    // A client stops reading once as many wait; a piece and a frame in progress may take it past that.
    let owed = end.read.pings.saturating_sub(end.wrote.pongs) * PING_BYTES;
    hold!(
        side == Side::Server
            || lane.is_closed()
            || owed < end.buffer() + end.longest + 2 * PING_BYTES,
        Memory,
        "the {name} has {owed} bytes of PONGs to write, {} allowed",
        end.buffer()
    );
    hold!(
        side == Side::Client || !lane.wants_input() || lane.outbox.len() < end.buffer(),
        Memory,
        "the {name} reads on, with {} bytes to be written, {} allowed",
        lane.outbox.len(),
        end.buffer()
    );
    let frame = limits
        .message_received_bytes
        .saturating_add(FRAME_OVERHEAD_BYTES);
    hold!(
        lane.decoder.reserved_bytes() <= frame.saturating_add(RESERVE_AHEAD_BYTES),
        Memory,
        "the {name} holds {} bytes of a frame",
        lane.decoder.reserved_bytes()
    );
    hold!(
        lane.is_closed() || lane.wants_input() || lane.wants_transmit(),
        Progress,
        "the {name} reads nothing, and has nothing to write"
    );
    hold!(
        lane.is_closed() || lane.calls() > 0 || !end.is_ending(),
        Progress,
        "the {name} takes no more calls and has none, and is not over"
    );
    hold!(
        lane.is_closed() || side == Side::Server || !end.read.drains || end.knows_of_drain,
        Progress,
        "the {name} was not told that the other side drains"
    );
    hold!(
        lane.waiting.is_empty() || lane.wants_transmit(),
        Progress,
        "calls of the {name} wait for room, and nothing is to be written"
    );
    Ok(())
}

/// A receiver's credit: given and unused, read and not given back, and unread are the window together.
fn receiver_counts_its_window(end: &End, side: Side, call: CallId, model: &Model) -> Held {
    let Some(state) = end.lane.calls.get(call) else {
        return Ok(());
    };
    let half = model.half(side);
    let (free, read) = state.receive.balance();
    let (unread, window) = (half.received - half.consumed, end.window());
    hold!(
        free + read + unread == window,
        Credit,
        "{call}: the {} has given {free} that is not used, keeps {read}, and {unread} is unread; its window is {window}",
        side.name()
    );
    hold!(
        unread > 0 || free > 0 || half.end_seen,
        Progress,
        "{call}: the {} has read everything, and gives no credit",
        side.name()
    );
    let given = end.wrote.credit(call);
    hold!(
        end.lane.wants_transmit() || given == half.consumed - read,
        Credit,
        "{call}: the {} has written CREDIT of {given}, and given back {}",
        side.name(),
        half.consumed - read
    );
    Ok(())
}

/// A sender's credit: what SETTINGS and CREDIT brought, less what it sent.
fn sender_counts_what_it_was_given(pair: &Pair, side: Side, call: CallId, model: &Model) -> Held {
    let (end, reader) = (pair.end(side), pair.end(side.other()));
    let Some(state) = end.lane.calls.get(call) else {
        return Ok(());
    };
    let first = i64::from(end.peer().call_credit_bytes);
    let window = reader.window();
    hold!(
        end.read.settings.is_none() || first == window,
        Credit,
        "the {} takes {first} for the credit of a call, and it is {window}",
        side.name()
    );
    let due = end.credit(call, model.half(side));
    hold!(
        state.send.balance() == due,
        Credit,
        "{call}: the {} counts credit of {}, and has {due}",
        side.name(),
        state.send.balance()
    );
    Ok(())
}

fn who_waits_has_a_reason(end: &End, side: Side, call: CallId, model: &Model) -> Held {
    let Some(state) = end.lane.calls.get(call) else {
        return Ok(());
    };
    let for_credit = state.send.blocked && !state.send.has_credit();
    let for_room = end.lane.waiting.contains(&call);
    hold!(
        !model.half(side).waits || for_credit || for_room,
        Progress,
        "{call}: the {} was told to wait, and will not be told to go on",
        side.name()
    );
    Ok(())
}
