//! Two peers, the lanes between them and the time: what is done at each step.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use super::invariant::{Held, hold};
use super::link::Item;
use super::model::{End, Pair, SIDES, Side};
use super::rng::Rng;
use super::trace::{Sink, Trace};
use super::trouble::{Trouble, Troubles};
use crate::lane::Lane;
use crate::lane::fault::Fault;
use crate::limits::{Limits, PATHS_PER_LANE};
use crate::{CallId, MethodId};

const LANES: usize = 5;

/// Moves that calls may take to end once nothing is in their way. A byte at a time, the largest messages need most.
const SETTLING_MOVES: usize = 1_000_000;

pub(super) struct World<'a> {
    pub(super) rng: Rng,
    pub(super) start: Instant,
    pub(super) now: Duration,
    /// How far each side's clock is ahead.
    pub(super) skew: [Duration; 2],
    pub(super) limits: [Limits; 2],
    pub(super) pairs: Vec<Pair>,
    pub(super) troubles: Troubles,
    pub(super) fault: Option<Fault>,
    pub(super) trace: Trace<'a>,
    pub(super) step: usize,
    /// Links are whole and both sides willing.
    pub(super) settling: bool,
    /// So that no two messages are alike.
    pub(super) messages: u32,
    pub(super) tally: BTreeMap<&'static str, u64>,
}

fn limits(rng: &mut Rng, small: bool) -> Limits {
    let drawn = Limits {
        call_credit_bytes: rng.pick(&[0, 1, 20, 200, 2_000, 65_536, u32::MAX]),
        lane_send_buffer_bytes: rng.pick(&[0, 1, 100, 2_000, 65_536]),
        calls_per_lane: rng.pick(&[1, 3, 100]),
        message_received_bytes: rng.pick(&[600, 2_000, 4 << 20]),
        message_sent_bytes: rng.pick(&[600, 4 << 20]),
        deadline_max: rng.pick(&[Duration::from_millis(50), Duration::from_secs(3_600)]),
        ..Limits::default()
    };
    if small { drawn } else { Limits::default() }
}

impl<'a> World<'a> {
    pub(super) fn new(
        seed: u64,
        troubles: &Troubles,
        fault: Option<Fault>,
        sink: Option<Sink<'a>>,
    ) -> Self {
        let mut rng = Rng::new(seed);
        // Each seed has some of the troubles: what one of them hides, another seed shows.
        let mut here = troubles.clone();
        for (_, trouble) in Trouble::ALL {
            if rng.one_in(5) {
                here = here.without(trouble);
            }
        }
        let small = here.has(Trouble::Limits);
        let limits = [limits(&mut rng, small), limits(&mut rng, small)];
        let mut world = Self {
            rng,
            start: Instant::now(), // a time has no other beginning; runs have only what lies between two
            now: Duration::ZERO,
            skew: [Duration::ZERO; 2],
            limits,
            pairs: Vec::new(),
            troubles: here,
            fault,
            trace: Trace::new(sink),
            step: 0,
            settling: false,
            messages: 0,
            tally: BTreeMap::new(),
        };
        world.connect();
        world
    }

    pub(super) fn log(&mut self, p: usize, what: std::fmt::Arguments<'_>) {
        self.trace.log(self.step, self.now, p, what);
    }

    pub(super) fn count(&mut self, what: &'static str) {
        *self.tally.entry(what).or_default() += 1;
    }

    /// What that side takes the time to be.
    pub(super) fn clock(&self, side: Side) -> Instant {
        self.start + self.now + self.skew[side.index()]
    }

    /// Whether this trouble is to be had now.
    pub(super) fn has(&self, trouble: Trouble) -> bool {
        !self.settling && self.troubles.has(trouble)
    }

    /// A lane more.
    fn connect(&mut self) {
        let known = self
            .pairs
            .iter()
            .find_map(|pair| pair.ends[0].lane.peer_settings());
        let known = known.filter(|_| self.rng.one_in(2));
        let [for_client, for_server] = self.limits.clone();
        let mut client = match known {
            Some(settings) => Lane::client_knowing(for_client.clone(), settings),
            None => Lane::client(for_client.clone()),
        };
        let mut server = Lane::server(for_server.clone());
        let mut before = 0;
        if self.troubles.has(Trouble::Limits) && self.rng.one_in(4) {
            before = u32::MAX - 1 - u32::try_from(self.rng.below(6)).expect("it is small");
            self.count("lanes whose numbers are nearly used up");
        }
        let paths = self.troubles.has(Trouble::Limits) && self.rng.one_in(4);
        for lane in [&mut client, &mut server] {
            lane.last_call = before;
            lane.fault = self.fault;
            lane.outbox.fault = self.fault;
            for n in 1..PATHS_PER_LANE {
                if paths {
                    let method =
                        MethodId::from_bytes(u64::try_from(n).expect("it is small").to_le_bytes());
                    lane.paths.insert(method, "".into());
                }
            }
        }
        let p = self.pairs.len();
        self.pairs.push(Pair {
            ends: [
                End::new(Side::Client, client, for_client, before),
                End::new(Side::Server, server, for_server, before),
            ],
            calls: BTreeMap::new(),
            cut: false,
            down_cut: false,
            retired: false,
        });
        self.count("lanes");
        self.log(
            p,
            format_args!(
                "begins after call {before}, settings known: {}",
                known.is_some()
            ),
        );
    }

    fn any_call(&mut self, p: usize) -> Option<CallId> {
        let known: Vec<_> = self.pairs[p].calls.keys().copied().collect();
        (!known.is_empty()).then(|| self.rng.pick(&known))
    }

    /// Something happens, and everything still holds.
    pub(super) fn step(&mut self) -> Held {
        self.step += 1;
        let p = self.rng.size(self.pairs.len());
        let side = self.rng.pick(&SIDES);
        let call = self.any_call(p);
        match (self.rng.below(100), call) {
            (0..9, _) => self.open(p)?,
            (9..26, Some(call)) => _ = self.act(p, call, Side::Client)?,
            (26..34, Some(call)) => _ = self.read(p, call, Side::Client),
            (34..52, Some(call)) => _ = self.act(p, call, Side::Server)?,
            (52..61, Some(call)) => _ = self.read(p, call, Side::Server),
            (61..75, _) => _ = self.transmit(p, side)?,
            (75..92, _) => self.tick()?,
            (92, Some(call)) if self.has(Trouble::Peers) => self.give_up(p, call)?,
            (93, _) if self.has(Trouble::Stalls) => self.stall(p, side),
            (94, _) if self.has(Trouble::Jumps) => self.jump(side),
            (95, _) if self.has(Trouble::Pings) => self.ping(p, side)?,
            (96, Some(call)) => self.misuse(p, call)?,
            (97, _) if self.has(Trouble::Drains) && self.rng.one_in(8) => self.drain(p, side)?,
            (98, _) if self.has(Trouble::Cuts) && self.rng.one_in(10) => self.cut(p),
            (99, _) if self.rng.one_in(2) => self.retire(p),
            (99, _) if self.has(Trouble::Lanes) && self.pairs.len() < LANES => self.connect(),
            _ => {}
        }
        self.check()
    }

    fn stall(&mut self, p: usize, side: Side) {
        let all = self.rng.one_in(4);
        self.count("stalls");
        for q in 0..self.pairs.len() {
            for from in SIDES {
                if all || (q, from) == (p, side) {
                    let until = self.now + Duration::from_millis(self.rng.below(300));
                    self.pairs[q].end_mut(from).link.stall(until);
                    self.log(
                        q,
                        format_args!("{} link stalls until {until:?}", from.name()),
                    );
                }
            }
        }
    }

    fn jump(&mut self, side: Side) {
        let by = match self.rng.below(8) {
            0 => Duration::from_secs(self.rng.below(90)),
            _ => Duration::from_millis(self.rng.below(1_500)),
        };
        self.count("jumps of a clock");
        if self.rng.one_in(2) {
            self.now += by;
            self.log(0, format_args!("time jumps by {by:?}"));
        } else {
            self.skew[side.index()] += by;
            self.log(
                0,
                format_args!("the {}'s clock jumps by {by:?}", side.name()),
            );
        }
    }

    fn drain(&mut self, p: usize, side: Side) -> Held {
        let all = self.rng.one_in(2);
        for q in 0..self.pairs.len() {
            if all || q == p {
                self.log(q, format_args!("{} drains", side.name()));
                self.count("drains");
                let end = self.pairs[q].end_mut(side);
                end.lane.drain();
                end.drained = true;
                self.take_events(q, side)?;
            }
        }
        Ok(())
    }

    /// A client that needs a lane no more ends its half.
    fn retire(&mut self, p: usize) {
        let now = self.now;
        let pair = &mut self.pairs[p];
        let client = pair.end_mut(Side::Client);
        if client.lane.calls() > 0 || client.lane.wants_transmit() || client.lane.is_closed() {
            return;
        }
        client.link.push(now, Item::Eof);
        pair.retired = true;
        self.log(p, format_args!("client needs the lane no more"));
    }

    /// The link breaks at any byte, in one of its ways; of all lanes, or of one.
    fn cut(&mut self, p: usize) {
        let all = self.rng.one_in(3);
        for q in 0..self.pairs.len() {
            if !all && q != p {
                continue;
            }
            let way = if all { 0 } else { self.rng.below(5) };
            let (up_at, down_at) = (self.later(2_000_000), self.later(2_000_000));
            let both = self.rng.one_in(2);
            let pair = &mut self.pairs[q];
            pair.cut = true;
            pair.down_cut |= way != 4;
            let [client, server] = &mut pair.ends;
            let what = match way {
                4 => {
                    client.link.push(up_at, Item::Eof);
                    "the client ends its half"
                }
                3 => {
                    server.link.cut(&mut self.rng, down_at, Item::Eof);
                    "the server ends its half at any byte"
                }
                2 => {
                    client.link.cut(&mut self.rng, up_at, Item::Eof);
                    if both {
                        server.link.cut(&mut self.rng, down_at, Item::Lost);
                    }
                    "the client ends its half at any byte"
                }
                _ => {
                    client.link.cut(&mut self.rng, up_at, Item::Lost);
                    server.link.cut(&mut self.rng, down_at, Item::Lost);
                    "both ways are lost"
                }
            };
            self.count("cuts");
            self.log(q, format_args!("cut: {what}"));
        }
    }

    /// A time up to so many microseconds from now.
    pub(super) fn later(&mut self, micros: u64) -> Duration {
        let after = self.rng.below(micros);
        if self.has(Trouble::Delays) {
            self.now + Duration::from_micros(after)
        } else {
            self.now
        }
    }

    /// On to the next thing that happens by itself.
    fn tick(&mut self) -> Held {
        let timers = self.timers().into_iter().map(|(at, ..)| at);
        let arrivals = self.arrivals().into_iter().map(|(at, ..)| at);
        let Some(next) = timers.chain(arrivals).min() else {
            return Ok(());
        };
        self.now = self.now.max(next);
        self.expire()?;
        let mut arrived = self.arrivals();
        arrived.retain(|&(at, ..)| at <= self.now);
        if arrived.is_empty() {
            return Ok(());
        }
        let (_, p, from) = self.rng.pick(&arrived);
        self.deliver(p, from)
    }

    /// Gives the time to lanes that wait for it; some look at their clocks late.
    fn expire(&mut self) -> Held {
        for (at, p, side) in self.timers() {
            if at <= self.now && !(self.has(Trouble::Jumps) && self.rng.one_in(6)) {
                self.timeout(p, side)?;
            }
        }
        Ok(())
    }

    fn timeout(&mut self, p: usize, side: Side) -> Held {
        let clock = self.clock(side);
        self.count("deadlines that passed");
        self.log(p, format_args!("{} looks at the clock", side.name()));
        let lane = &mut self.pairs[p].end_mut(side).lane;
        lane.handle_timeout(clock);
        let next = lane.poll_timeout();
        hold!(
            next.is_none_or(|at| at > clock),
            Timers,
            "{}: the next timer lies {:?} in the past",
            side.name(),
            next.map(|at| clock - at)
        );
        self.take_events(p, side)
    }

    /// When lanes want to be given the time.
    fn timers(&self) -> Vec<(Duration, usize, Side)> {
        let mut timers = Vec::new();
        for (p, pair) in self.pairs.iter().enumerate() {
            for side in SIDES {
                if let Some(at) = pair.end(side).lane.poll_timeout() {
                    let base = self.start + self.skew[side.index()];
                    timers.push((at.saturating_duration_since(base), p, side));
                }
            }
        }
        timers
    }

    /// When something arrives that its receiver takes, and from whom.
    fn arrivals(&self) -> Vec<(Duration, usize, Side)> {
        let mut arrivals = Vec::new();
        for (p, pair) in self.pairs.iter().enumerate() {
            for from in SIDES {
                if let Some((at, item)) = pair.end(from).link.front()
                    && pair.end(from.other()).takes(matches!(item, Item::Bytes(_)))
                {
                    arrivals.push((at, p, from));
                }
            }
        }
        arrivals
    }

    /// With whole links and willing peers, everything that was begun comes to its end, without waiting for deadlines.
    pub(super) fn settle(&mut self) -> Held {
        self.settling = true;
        for pair in &mut self.pairs {
            pair.ends.iter_mut().for_each(|end| end.link.release());
        }
        for _ in 0..SETTLING_MOVES {
            if !self.advance()? {
                self.settling = false;
                return self.check_settled();
            }
        }
        hold!(false, Progress, "the lanes never come to rest");
        Ok(())
    }

    /// Everybody does what they can, and then something arrives. `false`: nothing can be done.
    fn advance(&mut self) -> Held<bool> {
        let mut moved = false;
        for p in 0..self.pairs.len() {
            let calls: Vec<_> = self.pairs[p].calls.keys().copied().collect();
            for call in calls {
                for side in SIDES {
                    if self.act(p, call, side)? || self.read(p, call, side) {
                        moved = true;
                        self.step += 1;
                        self.check()?;
                    }
                }
            }
            for side in SIDES {
                moved |= self.transmit(p, side)? > 0;
            }
        }
        let mut arrivals = self.arrivals();
        arrivals.sort_by_key(|&(at, p, from)| (at, p, from.index()));
        if let Some(&(at, p, from)) = arrivals.first() {
            moved = true;
            self.now = self.now.max(at);
            self.expire()?;
            self.deliver(p, from)?;
        }
        self.step += 1;
        self.check()?;
        Ok(moved)
    }

    fn check_settled(&self) -> Held {
        for (p, pair) in self.pairs.iter().enumerate() {
            for (call, model) in &pair.calls {
                for side in SIDES {
                    hold!(
                        !model.is_open(side),
                        Progress,
                        "lane {p}: {call} never ends at the {}",
                        side.name()
                    );
                }
            }
            let ending = pair.retired || pair.ends.iter().any(|end| end.drained);
            for side in SIDES {
                let end = pair.end(side);
                hold!(
                    end.closed || !ending || pair.cut,
                    Progress,
                    "lane {p}: the {} never closes",
                    side.name()
                );
                let held = end.lane.held_bytes();
                hold!(
                    held == 0 || end.closed,
                    Memory,
                    "lane {p}: {held} bytes are held by nobody's doing"
                );
                let quiet = end.pings.is_empty() || pair.ends.iter().any(|end| end.closed);
                hold!(
                    quiet || pair.cut,
                    Progress,
                    "lane {p}: the {} gets no sign of life",
                    side.name()
                );
            }
        }
        Ok(())
    }

    /// Ends the lanes that are left, in peace.
    pub(super) fn leave(&mut self) -> Held {
        for p in 0..self.pairs.len() {
            self.retire(p);
        }
        self.settle()?;
        for (p, pair) in self.pairs.iter().enumerate() {
            let closed = pair.ends.iter().all(|end| end.closed);
            hold!(closed || pair.cut, Progress, "lane {p} does not close");
        }
        Ok(())
    }
}
