//! Two lanes, two links and one seed: a whole conversation under delays, splits, stalls, cuts and jumps of the clock.
//!
//! After every step: a call has ended at most once on each side; what was delivered is a prefix of what was sent, and whole if its
//! end was seen; credit is neither made nor lost; buffers keep their limits; no timer lies in the past. At the end, when links
//! are whole and both sides willing, every call has ended on both sides. A failure prints the seed and the step.

use std::collections::{BTreeMap, VecDeque};
use std::time::{Duration, Instant};

use bytes::{Bytes, BytesMut};

use super::*;
use crate::{Code, Metadata, Status};

const SEEDS: u64 = 300;
const STEPS: usize = 500;
const CALLS: usize = 14;
const PATHS: [&str; 3] = ["sim.A/One", "sim.A/Two", "sim.B/Three"];

/// xorshift64*: a seed, and nothing from outside.
struct Rng(u64);

impl Rng {
    fn below(&mut self, n: u64) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33) % n
    }

    fn one_in(&mut self, n: u64) -> bool {
        self.below(n) == 0
    }

    fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        let n = u64::try_from(from.len()).unwrap();
        from[usize::try_from(self.below(n)).unwrap()]
    }

    fn size(&mut self, n: u64) -> usize {
        usize::try_from(self.below(n)).unwrap()
    }
}

/// One direction: ordered, lossless, late.
#[derive(Default)]
struct Link {
    queue: VecDeque<(Instant, Bytes)>,
    stalled_until: Option<Instant>,
}

/// One side's half of a call, as the simulation knows it.
#[derive(Default)]
struct Half {
    sent: Vec<Bytes>,
    to_send: usize,
    end_sent: bool,
    got: Vec<Bytes>,
    end_seen: bool,
    unread: VecDeque<usize>,
    /// The lane said to wait, and has not said to go on.
    waits: bool,
    over: u32,
}

#[derive(Default)]
struct Model {
    client: Half,
    server: Half,
    opened: bool,
    cancelled: bool,
    /// What the server said, and what the client heard.
    said: Option<Code>,
    heard: Option<Code>,
}

struct World {
    rng: Rng,
    now: Instant,
    start: Instant,
    client: Lane,
    server: Lane,
    limits: (Limits, Limits),
    up: Link,
    down: Link,
    calls: BTreeMap<CallId, Model>,
    /// Nobody gives up early any more.
    settling: bool,
    cut: bool,
}

fn limits(rng: &mut Rng) -> Limits {
    Limits {
        call_credit_bytes: rng.pick(&[1, 20, 200, 65_536]),
        lane_send_buffer_bytes: rng.pick(&[1, 100, 65_536]),
        calls_per_lane: rng.pick(&[1, 3, 100]),
        message_received_bytes: rng.pick(&[600, 4 << 20]),
        ..Limits::default()
    }
}

impl World {
    fn new(seed: u64) -> Self {
        let mut rng = Rng(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
        let limits = (limits(&mut rng), limits(&mut rng));
        let start = Instant::now();
        Self {
            client: Lane::client(limits.0.clone()),
            server: Lane::server(limits.1.clone()),
            limits,
            rng,
            now: start,
            start,
            up: Link::default(),
            down: Link::default(),
            calls: BTreeMap::new(),
            settling: false,
            cut: false,
        }
    }

    fn message(&mut self) -> Bytes {
        let len = self.rng.pick(&[0, 1, 30, 300, 590]);
        Bytes::from(vec![u8::try_from(self.rng.below(256)).unwrap(); len])
    }

    fn any_call(&mut self) -> Option<CallId> {
        let known: Vec<_> = self.calls.keys().copied().collect();
        (!known.is_empty()).then(|| self.rng.pick(&known))
    }

    fn step(&mut self) {
        match self.rng.below(100) {
            0..8 => self.open(),
            8..25 => self.client_acts(),
            25..35 => self.client_reads(),
            35..55 => self.server_acts(),
            55..65 => self.server_reads(),
            65 => self.cancel(),
            66..80 => self.transmit(),
            80..96 => self.tick(),
            96 => {
                let until = self.now + Duration::from_millis(self.rng.below(200));
                let stalled = if self.rng.one_in(2) {
                    &mut self.up
                } else {
                    &mut self.down
                };
                stalled.stalled_until = Some(until);
            }
            97 => self.now += Duration::from_millis(self.rng.below(1_500)),
            98 => self.client.ping([9; 8]),
            _ if self.rng.one_in(16) => self.rare(),
            _ => {}
        }
        self.take_events();
    }

    /// The end of the lane, in one of its ways.
    fn rare(&mut self) {
        match self.rng.below(4) {
            0 => self.server.drain(),
            1 => self.client.drain(),
            2 => {
                self.cut = true;
                self.client.handle(self.now, Input::Lost);
                self.server.handle(self.now, Input::Lost);
            }
            _ => {
                self.cut = true;
                self.up.queue.clear();
                self.server.handle(self.now, Input::Eof);
                self.client.handle(self.now, Input::Lost);
            }
        }
    }

    fn open(&mut self) {
        if self.calls.len() >= CALLS {
            return;
        }
        let path = self.rng.pick(&PATHS);
        let timeout = Duration::from_micros(1 + self.rng.below(60_000_000));
        let to_send = self.rng.size(6);
        let message = self.rng.one_in(2).then(|| self.message());
        let mut metadata = Metadata::new();
        metadata.append("k", "v").unwrap();
        let request = Request {
            method: MethodId::of(path),
            path,
            metadata,
            deadline: self.rng.one_in(3).then_some(self.now + timeout),
            message: message.clone(),
            end: to_send == 0,
        };
        if let Ok(call) = self.client.open(self.now, request) {
            let client = Half {
                sent: message.into_iter().collect(),
                to_send,
                end_sent: to_send == 0,
                ..Half::default()
            };
            let server = Half {
                to_send: self.rng.size(6),
                ..Half::default()
            };
            self.calls.insert(
                call,
                Model {
                    client,
                    server,
                    ..Model::default()
                },
            );
        }
    }

    fn client_acts(&mut self) {
        let Some(call) = self.any_call() else { return };
        let message = self.message();
        let half = &mut self.calls.get_mut(&call).unwrap().client;
        if half.end_sent || half.over > 0 || half.waits {
            return;
        }
        let end = half.to_send == 1 && message.len().is_multiple_of(2);
        if half.to_send == 0 {
            half.end_sent = self.client.end(call).is_ok();
        } else if self.client.send(call, message.clone(), end).is_ok() {
            half.sent.push(message);
            half.to_send -= 1;
            half.end_sent = end;
        } else {
            half.waits = self.client.calls.contains_key(&call);
        }
    }

    fn server_acts(&mut self) {
        let Some(call) = self.any_call() else { return };
        let message = self.message();
        let early = !self.settling && self.rng.one_in(150);
        let model = self.calls.get_mut(&call).unwrap();
        let half = &mut model.server;
        if !model.opened || half.over > 0 || half.waits {
            return;
        }
        if half.to_send > 0 && !early {
            if self.server.send(call, message.clone(), false).is_ok() {
                half.sent.push(message);
                half.to_send -= 1;
            } else {
                half.waits = self.server.calls.contains_key(&call);
            }
        } else if half.end_seen || early {
            let code = if early { Code::Aborted } else { Code::Ok };
            self.server.finish(call, Status::from(code), None);
            half.over += 1;
            half.end_sent = true;
            model.said = Some(code);
        }
    }

    fn client_reads(&mut self) {
        let Some(call) = self.any_call() else { return };
        if let Some(len) = self.calls.get_mut(&call).unwrap().client.unread.pop_front() {
            self.client.consumed(call, len);
        }
    }

    fn server_reads(&mut self) {
        let Some(call) = self.any_call() else { return };
        if let Some(len) = self.calls.get_mut(&call).unwrap().server.unread.pop_front() {
            self.server.consumed(call, len);
        }
    }

    fn cancel(&mut self) {
        let Some(call) = self.any_call() else { return };
        let model = self.calls.get_mut(&call).unwrap();
        if model.client.over == 0 {
            self.client.cancel(call);
            model.client.over += 1;
            model.cancelled = true;
        }
    }

    fn transmit(&mut self) {
        for (lane, link) in [
            (&mut self.client, &mut self.up),
            (&mut self.server, &mut self.down),
        ] {
            let mut chunks = Vec::new();
            let len = lane.transmit(&mut chunks);
            assert_eq!(len, chunks.iter().map(Bytes::len).sum::<usize>());
            if self.cut {
                continue;
            }
            let mut rest = BytesMut::new();
            chunks
                .iter()
                .for_each(|chunk| rest.extend_from_slice(chunk));
            let mut rest = rest.freeze();
            let mut at = link
                .queue
                .back()
                .map_or(self.now, |&(at, _)| at.max(self.now));
            while !rest.is_empty() {
                let most = self.rng.pick(&[1, 7, 100, 10_000]);
                let piece = rest.split_to(rest.len().min(1 + self.rng.size(most)));
                at += Duration::from_micros(self.rng.below(20_000));
                link.queue.push_back((at, piece));
            }
        }
    }

    /// On to the next thing that happens by itself.
    fn tick(&mut self) {
        let due = |link: &Link| {
            let at = link.queue.front()?.0;
            Some(link.stalled_until.map_or(at, |until| at.max(until)))
        };
        let times = [
            due(&self.up),
            due(&self.down),
            self.client.poll_timeout(),
            self.server.poll_timeout(),
        ];
        let Some(next) = times.into_iter().flatten().min() else {
            return;
        };
        self.now = self.now.max(next);
        for (lane, link) in [
            (&mut self.server, &mut self.up),
            (&mut self.client, &mut self.down),
        ] {
            while due(link).is_some_and(|at| at <= self.now) && lane.wants_input() {
                let (_, piece) = link.queue.pop_front().unwrap();
                lane.handle(self.now, Input::Bytes(piece));
            }
            if lane.is_closed() {
                link.queue.clear();
            }
            lane.handle_timeout(self.now);
            assert!(
                lane.poll_timeout().is_none_or(|at| at > self.now),
                "a timer in the past"
            );
        }
    }

    fn take_events(&mut self) {
        while let Some(event) = self.client.poll() {
            self.client_event(event);
        }
        while let Some(event) = self.server.poll() {
            self.server_event(event);
        }
    }

    fn client_event(&mut self, event: Event) {
        match event {
            Event::Message { call, message } => {
                let half = &mut self.calls.get_mut(&call).unwrap().client;
                assert_eq!(half.over, 0, "a message after the end of {call}");
                half.unread.push_back(message.len());
                half.got.push(message);
            }
            Event::Status {
                call,
                status,
                refused,
                ..
            } => {
                let model = self.calls.get_mut(&call).unwrap();
                assert!(
                    !(refused && model.opened),
                    "{call} was refused after it had begun"
                );
                model.client.over += 1;
                model.heard = Some(status.code);
            }
            Event::Closed(closure) => self.closed(&closure),
            Event::Writable { call } => self.calls.get_mut(&call).unwrap().client.waits = false,
            Event::Pong(_) | Event::Draining => {}
            other => panic!("a client got {other:?}"),
        }
    }

    fn server_event(&mut self, event: Event) {
        match event {
            Event::Opened {
                call,
                message,
                end,
                path,
                metadata,
                ..
            } => {
                let model = self.calls.get_mut(&call).unwrap();
                assert!(
                    !std::mem::replace(&mut model.opened, true),
                    "{call} opened twice"
                );
                assert!(path.is_some_and(|path| PATHS.contains(&&*path)));
                assert_eq!(metadata.get_text("k"), Some("v"));
                model.server.got.extend(message);
                model.server.end_seen = end;
            }
            Event::Message { call, message } => {
                let half = &mut self.calls.get_mut(&call).unwrap().server;
                assert!(
                    half.over == 0 && !half.end_seen,
                    "a message after the end of {call}"
                );
                half.unread.push_back(message.len());
                half.got.push(message);
            }
            Event::End { call } => {
                let half = &mut self.calls.get_mut(&call).unwrap().server;
                assert!(
                    !std::mem::replace(&mut half.end_seen, true),
                    "{call} ended twice"
                );
            }
            Event::Cancelled { call, .. } => self.calls.get_mut(&call).unwrap().server.over += 1,
            Event::Closed(closure) => self.closed(&closure),
            Event::Writable { call } => self.calls.get_mut(&call).unwrap().server.waits = false,
            other => panic!("a server got {other:?}"),
        }
    }

    fn closed(&mut self, closure: &Closure) {
        let peaceful = matches!(closure, Closure::Done);
        let broken = matches!(
            closure,
            Closure::Lost | Closure::Violation(Violation::Frame(_))
        );
        assert!(peaceful || (self.cut && broken), "closed for {closure:?}");
    }

    fn check(&self) {
        for (call, model) in &self.calls {
            let Model { client, server, .. } = model;
            assert!(client.over <= 1 && server.over <= 1, "{call} ended twice");
            assert!(
                client.sent.starts_with(&server.got),
                "{call}: a request that was not sent"
            );
            assert!(
                server.sent.starts_with(&client.got),
                "{call}: a reply that was not sent"
            );
            if server.end_seen {
                assert!(
                    client.end_sent && client.sent == server.got,
                    "{call} looks complete"
                );
            }
            if model.heard == Some(Code::Ok) {
                assert!(
                    model.said == Some(Code::Ok) && server.sent == client.got,
                    "{call} looks done"
                );
            }
            if model.cancelled {
                assert_ne!(model.heard, Some(Code::Ok));
            }
            self.check_credit(*call, model);
        }
        self.check_memory(&self.client, &self.limits.0);
        self.check_memory(&self.server, &self.limits.1);
    }

    /// A receiver's credit: given and unused, taken and not given back, and unread are the window together.
    fn check_credit(&self, call: CallId, model: &Model) {
        let unread = |half: &Half| {
            half.unread
                .iter()
                .map(|len| len + MESSAGE_OVERHEAD_BYTES)
                .sum::<usize>()
        };
        let lanes = [
            (
                &self.client,
                &self.server,
                &self.limits.0,
                &model.client,
                &self.down,
                &self.up,
            ),
            (
                &self.server,
                &self.client,
                &self.limits.1,
                &model.server,
                &self.up,
                &self.down,
            ),
        ];
        for (receiver, sender, limits, half, to, from) in lanes {
            let Some(state) = receiver.calls.get(&call) else {
                continue;
            };
            let (given, taken) = state.receive.balance();
            let unread = i64::try_from(unread(half)).unwrap();
            assert_eq!(
                given + taken + unread,
                i64::from(limits.call_credit_bytes),
                "{call}"
            );
            let quiet = to.queue.is_empty()
                && from.queue.is_empty()
                && !receiver.wants_transmit()
                && !sender.wants_transmit();
            if let Some(sending) = sender.calls.get(&call).filter(|_| quiet && !self.cut) {
                assert_eq!(sending.send.balance(), given, "{call}: credit made or lost");
            }
        }
    }

    fn check_memory(&self, lane: &Lane, limits: &Limits) {
        // Past the limit go only what answers one chunk, and one message.
        assert!(
            lane.held_bytes() <= limits.lane_send_buffer_bytes + 40_000,
            "{}",
            lane.held_bytes()
        );
        assert!(lane.calls() <= limits.calls_per_lane);
    }

    /// Lets everything that was begun come to its end.
    fn settle(&mut self) {
        self.settling = true;
        for round in 0..20_000 {
            if self.cut && round == 1_000 {
                // What waits for a peer that is gone learns of it in the end.
                self.server.handle(self.now, Input::Lost);
            }
            if self
                .calls
                .values()
                .all(|model| model.client.over > 0 && (model.server.over > 0 || !model.opened))
            {
                return;
            }
            self.client_acts();
            self.server_acts();
            self.client_reads();
            self.server_reads();
            self.transmit();
            self.tick();
            self.take_events();
        }
        let open = |(call, model): (&CallId, &Model)| (*call, model.client.over, model.server.over);
        panic!(
            "calls that never end: {:?}",
            self.calls.iter().map(open).collect::<Vec<_>>()
        );
    }
}

/// Prints where a simulation failed, while its panic unwinds.
struct Seed(u64, usize);

impl Drop for Seed {
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!(
                "the simulation failed with seed {} at step {}",
                self.0, self.1
            );
        }
    }
}

fn run(seed: u64) -> (usize, usize, Duration) {
    let mut world = World::new(seed);
    let mut place = Seed(seed, 0);
    for step in 0..STEPS {
        place.1 = step;
        world.step();
        world.check();
    }
    world.settle();
    world.check();
    let done = world
        .calls
        .values()
        .filter(|model| model.heard == Some(Code::Ok))
        .count();
    (world.calls.len(), done, world.now - world.start)
}

#[test]
fn conversations_keep_their_promises_whatever_the_link_does() {
    let (mut calls, mut done) = (0, 0);
    for seed in 0..SEEDS {
        let (c, d, _) = run(seed);
        calls += c;
        done += d;
    }
    assert!(
        done * 4 > calls,
        "only {done} of {calls} calls went well: the simulation tests little"
    );
}

#[test]
fn the_same_seed_gives_the_same_conversation() {
    assert_eq!(run(7), run(7));
}
