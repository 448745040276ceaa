//! A lane and its bytes: both directions of a pipe, driven at once, and the clock.

use std::collections::VecDeque;
use std::fmt;
use std::future::poll_fn;
use std::sync::Arc;
use std::task::{Context, Poll, ready};
use std::time::{Duration, Instant};

use bytes::{BufMut, Bytes};
use stillwire_rpc::timer::{self, Timer};
use stillwire_rpc::{BoxFuture, Live};
use stillwire_rpc_core::lane::Input;
use stillwire_rpc_core::payload::ErrorCode;
use stillwire_rpc_core::{Event, Lane};

use crate::busy::BusyPoll;
use crate::inbox::Gauge;
use crate::pipe::{Lost, Pipe};

/// Bytes after which a wake-up reads no more, so that writing and the clock have their turn.
const BYTES_PER_WAKE_UP: usize = 256 * 1024;

/// How long a finished lane waits for the peer to have all its bytes.
const LAST_BYTES: Duration = Duration::from_secs(5);

/// The signs of life that a lane asks of its peer, on a transport that does not do so by itself.
#[derive(Debug, Clone, Copy)]
pub struct Signs {
    /// When the peer's SETTINGS must have come. Stops silent connections.
    pub greeting_by: Instant,
    /// Quiet time after which the peer is asked.
    pub interval: Duration,
    /// How long its answer may take.
    pub timeout: Duration,
    /// Time without calls after which the lane is drained, by a server.
    pub idle: Option<Duration>,
}

/// A lane and its pipe. Dropped before its end, it resets the pipe: what was broken off must not look complete.
pub struct LaneIo<P: Pipe> {
    pub(crate) lane: Lane,
    pipe: P,
    /// Being written.
    out: VecDeque<Bytes>,
    /// Being read; kept for its memory.
    chunks: Vec<Bytes>,
    gauge: Arc<Gauge>,
    /// Above this, nothing is read that may wait.
    memory_bytes: usize,
    /// While reading is paused: until there is room.
    room: Option<BoxFuture<'static, ()>>,
    timer: Timer,
    signs: Option<Signs>,
    /// When something came last, and so each call whose event is not taken yet.
    pub(crate) heard: Instant,
    asked: Option<Instant>,
    /// The last call and the time, when it was last looked whether there were any.
    used: (u32, Instant),
    input_ended: bool,
    /// How it waits.
    busy: BusyPoll,
    /// Whether something may be left to be written.
    writes: bool,
    /// The stream is finished or reset, or the transport is gone.
    over: bool,
    /// What this is on the gauges.
    live: Vec<Live>,
}

impl<P: Pipe> LaneIo<P> {
    /// A lane over `pipe` that reads nothing that may wait while more than `memory_bytes` wait in `gauge`.
    pub fn new(lane: Lane, pipe: P, gauge: Arc<Gauge>, memory_bytes: usize) -> Self {
        let busy = BusyPoll::new(lane.limits().busy_poll);
        Self {
            lane,
            pipe,
            out: VecDeque::new(),
            chunks: Vec::new(),
            gauge,
            memory_bytes,
            room: None,
            timer: Timer::default(),
            signs: None,
            heard: timer::now(),
            asked: None,
            used: (0, timer::now()),
            input_ended: false,
            busy,
            writes: false,
            over: false,
            live: Vec::new(),
        }
    }

    /// The same, counted by `live`.
    #[must_use]
    pub fn counted(mut self, live: impl IntoIterator<Item = Live>) -> Self {
        self.live.extend(live);
        self
    }

    /// The same with signs of life.
    #[must_use]
    pub fn with_signs(mut self, signs: Signs) -> Self {
        self.signs = Some(signs);
        self
    }

    /// The next event of the lane. When there is none, everything that is ready is on its way out. Events of a peer that does not
    /// read wait.
    pub(crate) fn next_event(&mut self) -> Option<Event> {
        loop {
            if !self.is_congested()
                && let Some(event) = self.lane.poll()
            {
                return Some(event);
            }
            if !self.stage() {
                return None;
            }
        }
    }

    /// Puts what the lane has made on its way out, if nothing else is.
    fn stage(&mut self) -> bool {
        let more = self.out.is_empty() && self.lane.wants_transmit();
        if more {
            self.lane.transmit(&mut self.chunks);
            self.out.extend(self.chunks.drain(..));
            self.writes = true;
        }
        more
    }

    /// Writes what there is, as far as the transport takes it now.
    pub(crate) async fn write_now(&mut self) {
        poll_fn(|cx| {
            if self.stage() {
                self.poll_write(cx);
            }
            Poll::Ready(())
        })
        .await;
    }

    /// Whether the peer does not read, and there is more to be written than should be.
    pub(crate) fn is_congested(&self) -> bool {
        !self.over && self.lane.is_congested()
    }

    /// Whether so much waits for readers, although they were given time, that a message more cannot be kept.
    pub(crate) fn is_overfull(&self) -> bool {
        self.gauge.exceeds(self.memory_bytes.saturating_mul(2))
    }

    /// Whether nothing is left to be done.
    pub(crate) fn is_done(&self) -> bool {
        self.over || (self.lane.is_closed() && self.is_written() && !self.lane.wants_transmit())
    }

    /// Whether the transport has everything that was to be written.
    pub(crate) fn is_written(&self) -> bool {
        self.out.is_empty() && !self.writes
    }

    /// Waits for bytes, room or time, and gives it to the lane. Safe to drop at any point: nothing is lost.
    pub(crate) async fn advance(&mut self) {
        poll_fn(|cx| self.poll_advance(cx)).await;
    }

    fn poll_advance(&mut self, cx: &mut Context<'_>) -> Poll<()> {
        // Each of these is polled, so that each of them can wake; what is written first is what the peer waits for.
        let wrote = self.poll_write(cx);
        let read = self.poll_read(cx);
        let timed = self.poll_time(cx);
        if wrote || read || timed || self.over {
            self.busy.ready();
            Poll::Ready(())
        } else {
            self.busy.pending(cx);
            Poll::Pending
        }
    }

    fn poll_write(&mut self, cx: &mut Context<'_>) -> bool {
        if !self.writes || self.over {
            return false;
        }
        match self.pipe.poll_write(cx, &mut self.out) {
            Poll::Ready(Ok(())) => self.writes = false,
            Poll::Ready(Err(Lost)) => self.lose(),
            Poll::Pending => {}
        }
        // There is room for what the lane has made meanwhile.
        !self.writes || (self.out.is_empty() && self.lane.wants_transmit())
    }

    fn poll_read(&mut self, cx: &mut Context<'_>) -> bool {
        if self.over || (!self.input_ended && !self.lane.wants_input()) {
            return false;
        }
        if self.input_ended {
            // Who has written its last byte and reads no more is gone.
            let halted = self.pipe.poll_halted(cx).is_ready();
            if halted {
                self.lose();
            }
            return halted;
        }
        if self.is_paused(cx) {
            return false;
        }
        let (now, mut total) = (timer::now(), 0_usize);
        while total < BYTES_PER_WAKE_UP && self.lane.wants_input() {
            match self.poll_block(cx, now, &mut total) {
                Poll::Ready(Ok(true)) => {}
                Poll::Ready(Ok(false)) => {
                    self.input_ended = true;
                    self.hear(now, total);
                    self.lane.handle(now, Input::Eof);
                    return true;
                }
                Poll::Ready(Err(Lost)) => {
                    self.lose();
                    return true;
                }
                Poll::Pending => break,
            }
        }
        self.hear(now, total);
        total > 0
    }

    /// Takes note that so many bytes came.
    fn hear(&mut self, now: Instant, bytes: usize) {
        if bytes > 0 {
            self.heard = now;
            self.asked = None;
        }
    }

    /// Reads a block, to where the lane wants it, and adds its length to `total`.
    fn poll_block(
        &mut self,
        cx: &mut Context<'_>,
        now: Instant,
        total: &mut usize,
    ) -> Poll<Result<bool, Lost>> {
        if P::FILLS {
            let filled = self.lane.fill(now, |room| {
                let before = room.remaining_mut();
                let polled = self.pipe.poll_fill(cx, room);
                (polled, before.saturating_sub(room.remaining_mut()))
            });
            if let Some((polled, more)) = filled {
                *total = total.saturating_add(more);
                return polled;
            }
        }
        let more = ready!(self.pipe.poll_read(cx, &mut self.chunks))?;
        for chunk in self.chunks.drain(..) {
            *total = total.saturating_add(chunk.len());
            self.lane.handle(now, Input::Bytes(chunk));
        }
        Poll::Ready(Ok(more))
    }

    /// Whether reading has to wait for the readers of calls.
    fn is_paused(&mut self, cx: &mut Context<'_>) -> bool {
        while self.gauge.exceeds(self.memory_bytes) && self.lane.may_pause() {
            let room = self.room.get_or_insert_with(|| {
                let (gauge, limit) = (Arc::clone(&self.gauge), self.memory_bytes);
                Box::pin(async move { gauge.below(limit).await })
            });
            if room.as_mut().poll(cx).is_pending() {
                // Whoever pauses cannot tell whether the peer is silent.
                self.heard = timer::now();
                return true;
            }
            self.room = None;
        }
        self.room = None;
        false
    }

    fn poll_time(&mut self, cx: &mut Context<'_>) -> bool {
        let due = [
            self.lane.poll_timeout(),
            self.next_sign(),
            self.idle_until(),
        ]
        .into_iter()
        .flatten()
        .min();
        let Some(due) = due.filter(|_| !self.over) else {
            return false;
        };
        if self.timer.poll(cx, due).is_pending() {
            return false;
        }
        let now = timer::now();
        self.lane.handle_timeout(now);
        if self.next_sign().is_some_and(|at| at <= now) {
            self.ask(now);
        }
        if self.idle_until().is_some_and(|at| at <= now) {
            self.leave_unused(now);
        }
        true
    }

    /// When it is to be looked whether the lane is used.
    fn idle_until(&self) -> Option<Instant> {
        let idle = self.signs.filter(|_| !self.lane.is_closed())?.idle?;
        self.used.1.checked_add(idle)
    }

    /// Drains the lane if there were no calls since it was last looked.
    fn leave_unused(&mut self, now: Instant) {
        let last_call = self.lane.last_call();
        if self.lane.calls() == 0 && last_call == self.used.0 {
            tracing::debug!("the lane is not used");
            self.lane.drain();
        }
        self.used = (last_call, now);
    }

    /// When something must have been heard of the peer.
    fn next_sign(&self) -> Option<Instant> {
        let signs = self.signs.filter(|_| !self.lane.is_closed())?;
        if self.lane.peer_settings().is_none() {
            return Some(signs.greeting_by);
        }
        match self.asked {
            Some(asked) => asked.checked_add(signs.timeout),
            None => self.heard.checked_add(signs.interval),
        }
    }

    fn ask(&mut self, now: Instant) {
        if self.lane.peer_settings().is_none() || self.asked.is_some() {
            tracing::debug!("the peer is silent");
            self.lose();
        } else {
            self.asked = Some(now);
            self.lane.ping([0; 8]);
        }
    }

    /// The transport is gone, or the peer reset the stream.
    fn lose(&mut self) {
        self.lane.handle(timer::now(), Input::Lost);
        self.reset(ErrorCode::Cancelled);
    }

    /// Breaks the stream off, in both directions.
    pub(crate) fn reset(&mut self, code: ErrorCode) {
        if !std::mem::replace(&mut self.over, true) {
            self.pipe.reset(code);
        }
    }

    /// Ends the stream once all is written, and waits until the peer has it: a connection that is closed before drops it.
    pub(crate) async fn finish(mut self, code: ErrorCode) {
        if std::mem::replace(&mut self.over, true) {
            return;
        }
        self.pipe.finish(code);
        let finished = poll_fn(|cx| self.pipe.poll_finished(cx));
        let _ = tokio::time::timeout(LAST_BYTES, finished).await;
    }
}

impl<P: Pipe> Drop for LaneIo<P> {
    fn drop(&mut self) {
        self.reset(ErrorCode::Cancelled);
    }
}

impl<P: Pipe> fmt::Debug for LaneIo<P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("LaneIo")
            .field("lane", &self.lane)
            .field("over", &self.over)
            .finish_non_exhaustive()
    }
}
