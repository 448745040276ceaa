//! Waiting awake, where the wait is short.
//!
//! To put a thread to sleep and to wake it again costs more than a small call, most of all on a virtual machine, whose host has to wake a
//! processor for it. So a lane whose waits are mostly shorter than [`Limits::busy_poll`](stillwire_rpc_core::Limits::busy_poll) has the runtime look for
//! events again and again instead, at most for that long; all other tasks of the runtime have their turn between. Linux does the same for a whole machine
//! (`cpuidle-haltpoll`).
//!
//! What bounds it: one lane of a process does so at a time; and a lane that did so in vain has to see short waits before it does again, twice as
//! many each time until it has done well for a while. So where there is one core, on which whoever waits awake keeps the others from what it waits
//! for, it hardly happens.

use std::pin::pin;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::Context;
use std::time::{Duration, Instant};

/// The best score. Above 0 a lane waits awake; each short wait adds 1, and each long one takes 1.
const BEST: i16 = 8;
/// How far below 0 the score of a lane falls that waited awake in vain, the first time and at most.
const IN_VAIN: i16 = 4;
const IN_VAIN_MOST: i16 = 128;

/// How a lane waits.
#[derive(Debug)]
pub(crate) struct BusyPoll {
    longest: Duration,
    score: i16,
    /// How far the score falls next time.
    fall: i16,
    /// When this wait began.
    since: Option<Instant>,
    /// While it is spent awake.
    turn: Option<Turn>,
}

impl BusyPoll {
    /// Waits awake for at most `longest`.
    pub(crate) fn new(longest: Duration) -> Self {
        Self {
            longest,
            score: 0,
            fall: IN_VAIN,
            since: None,
            turn: None,
        }
    }

    /// There is nothing to do: has the task polled again soon, if that is likely to be in time.
    pub(crate) fn pending(&mut self, cx: &mut Context<'_>) {
        if self.longest.is_zero() {
            return;
        }
        let now = Instant::now();
        let since = *self.since.get_or_insert_with(|| {
            self.turn = (self.score > 0).then(Turn::take).flatten();
            now
        });
        if self.turn.is_none() {
            return;
        }
        if now.saturating_duration_since(since) < self.longest {
            poll_again(cx);
        } else {
            self.turn = None;
            self.score = -self.fall;
            self.fall = (self.fall * 2).min(IN_VAIN_MOST);
        }
    }

    /// Something happened.
    pub(crate) fn ready(&mut self) {
        let Some(since) = self.since.take() else {
            return;
        };
        // One that was slept through took longer by what sleeping costs.
        let short = self.turn.take().is_some() || since.elapsed() < self.longest.saturating_mul(2);
        let step = if short { 1 } else { -1 };
        self.score = (self.score + step).clamp(-IN_VAIN_MOST, BEST);
        if self.score == BEST {
            self.fall = IN_VAIN;
        }
    }
}

/// Has the task polled again once the runtime has looked for events.
fn poll_again(cx: &mut Context<'_>) {
    let yielding = pin!(tokio::task::yield_now());
    let _ = yielding.poll(cx); // the runtime has the waker now
}

/// What one lane of a process has at a time.
#[derive(Debug)]
struct Turn(());

static TAKEN: AtomicBool = AtomicBool::new(false);

impl Turn {
    fn take() -> Option<Self> {
        let taken = TAKEN.load(Ordering::Relaxed) || TAKEN.swap(true, Ordering::Relaxed);
        (!taken).then_some(Self(()))
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        TAKEN.store(false, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::{Mutex, PoisonError};
    use std::task::Waker;

    const LONGEST: Duration = Duration::from_millis(20);

    /// One test at a time, as there is one turn.
    static ALONE: Mutex<()> = Mutex::new(());

    /// A wait of so long; whether it was awake at its end.
    fn wait(busy: &mut BusyPoll, time: Duration) -> bool {
        let mut cx = Context::from_waker(Waker::noop());
        busy.pending(&mut cx);
        std::thread::sleep(time);
        busy.pending(&mut cx);
        let awake = busy.turn.is_some();
        busy.ready();
        awake
    }

    #[test]
    fn after_short_waits_a_lane_waits_awake_and_after_long_ones_it_sleeps() {
        let _alone = ALONE.lock().unwrap_or_else(PoisonError::into_inner);
        let mut busy = BusyPoll::new(LONGEST);
        assert!(!wait(&mut busy, Duration::ZERO), "it knows nothing yet");
        assert!(wait(&mut busy, Duration::ZERO));
        for fall in [4, 8, 16] {
            assert!(!wait(&mut busy, LONGEST * 3), "no longer than it may");
            for _ in 0..=fall + 1 {
                assert!(!wait(&mut busy, Duration::ZERO), "it was in vain");
            }
            assert!(wait(&mut busy, Duration::ZERO));
        }
    }

    #[test]
    fn one_lane_at_a_time_waits_awake() {
        let _alone = ALONE.lock().unwrap_or_else(PoisonError::into_inner);
        let (mut one, mut other) = (BusyPoll::new(LONGEST), BusyPoll::new(LONGEST));
        wait(&mut one, Duration::ZERO);
        wait(&mut other, Duration::ZERO);
        let mut cx = Context::from_waker(Waker::noop());
        one.pending(&mut cx);
        assert!(one.turn.is_some());
        assert!(!wait(&mut other, Duration::ZERO));
        drop(one); // a lane that ends while it waits gives its turn back
        assert!(wait(&mut other, Duration::ZERO));
    }

    #[test]
    fn without_time_for_it_nobody_waits_awake() {
        let mut busy = BusyPoll::new(Duration::ZERO);
        for _ in 0..10 {
            assert!(!wait(&mut busy, Duration::ZERO));
        }
    }
}
