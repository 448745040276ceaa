//! Time, as the runtime has it.

use std::cell::RefCell;
use std::mem;
use std::pin::Pin;
use std::task::{Context, Poll, Waker};
use std::time::{Duration, Instant};
use tokio::runtime::{self, Handle};
use tokio::task::coop::has_budget_remaining;
use tokio::time::{Sleep, sleep_until};

/// The present. Tokio's, so that a test with a paused clock moves it.
#[must_use]
#[inline]
pub fn now() -> Instant {
    tokio::time::Instant::now().into_std()
}

/// `after` from now; `None` where that is beyond what the clock can say.
#[inline]
pub(crate) fn from_now(after: Duration) -> Option<Instant> {
    now().checked_add(after)
}

/// The earlier of two deadlines.
pub(crate) fn earlier(a: Option<Instant>, b: Option<Instant>) -> Option<Instant> {
    match (a, b) {
        (Some(a), Some(b)) => Some(a.min(b)),
        (one, other) => one.or(other),
    }
}

/// A deadline that costs a timer only when something has to wait for it.
#[derive(Debug)]
pub(crate) struct Deadline {
    at: Option<Instant>,
    timer: Timer,
}

impl Deadline {
    pub(crate) fn new(at: Option<Instant>) -> Self {
        let timer = Timer::default();
        Self { at, timer }
    }

    /// Whether it had passed before anything waited for it.
    #[inline]
    pub(crate) fn was_missed(&self) -> bool {
        !self.timer.is_armed() && self.at.is_some_and(|at| at <= now())
    }

    /// Ready when it passes.
    #[inline]
    pub(crate) fn poll_passed(&mut self, cx: &mut Context<'_>) -> Poll<()> {
        match self.at {
            Some(at) => self.timer.poll(cx, at),
            None => Poll::Pending,
        }
    }
}

/// Wakes at the earliest of the moments that it was asked for, or before.
///
/// Most such moments are never reached: calls end long before their deadline. To register a timer with Tokio and to remove it takes a lock
/// each time. So it is set anew only for an earlier moment, and stays registered when nobody needs it any more, for who needs
/// one next on this thread. Until the moment that it was set to, it may hold what is left of a task that has ended, or wake one in vain; and what is
/// left of a runtime, until the thread works for another one.
#[derive(Debug, Default)]
pub struct Timer(Option<Set>);

/// In a box, since calls move on their way, and their timers with them.
type Set = Box<Armed>;

#[derive(Debug)]
struct Armed {
    runtime: runtime::Id,
    sleep: Sleeping,
    /// Whom it wakes, until it has fired. Until then it holds a clone of their waker, and so what that points to: nobody else can have
    /// come to be there. (A waker whose clone points elsewhere would have to be no task's.)
    wakes: Option<(usize, usize)>,
}

type Sleeping = Pin<Box<Sleep>>;

impl Timer {
    fn is_armed(&self) -> bool {
        self.0.is_some()
    }

    /// Ready when `at` has passed.
    ///
    /// # Panics
    /// Outside of a Tokio runtime, or in one without a clock.
    #[inline]
    pub fn poll(&mut self, cx: &mut Context<'_>, at: Instant) -> Poll<()> {
        let at = at.into();
        let Armed { sleep, wakes, .. } = &mut **self.0.get_or_insert_with(|| Armed::at(at));
        if at < sleep.deadline() {
            sleep.as_mut().reset(at);
            *wakes = None;
        }
        let who = Some(place_of(cx.waker()));
        if *wakes == who && !sleep.is_elapsed() {
            return Poll::Pending; // as with the calls that a task makes one after another
        }
        loop {
            if sleep.as_mut().poll(cx).is_pending() {
                // Without budget Tokio has not taken note of the waker.
                *wakes = who.filter(|_| has_budget_remaining());
                return Poll::Pending;
            }
            *wakes = None;
            if at <= sleep.deadline() {
                return Poll::Ready(());
            }
            sleep.as_mut().reset(at);
        }
    }
}

/// Where a waker's two parts lie, by which [`Waker::will_wake`] tells wakers apart.
fn place_of(waker: &Waker) -> (usize, usize) {
    (
        waker.data().addr(),
        std::ptr::from_ref(waker.vtable()).addr(),
    )
}

impl Armed {
    /// Armed for `at`, or for an earlier moment.
    #[inline]
    fn at(at: tokio::time::Instant) -> Set {
        let runtime = Handle::current().id();
        let kept = KEPT.try_with(|kept| kept.borrow_mut().take(runtime));
        kept.ok().flatten().unwrap_or_else(|| {
            Box::new(Self {
                runtime,
                sleep: Box::pin(sleep_until(at)),
                wakes: None,
            })
        })
    }
}

impl Drop for Timer {
    #[inline]
    fn drop(&mut self) {
        if let Some(set) = self.0.take() {
            let left = KEPT.try_with(|kept| kept.borrow_mut().give(set));
            drop(left); // here, since a task that goes with it may drop timers, too
        }
    }
}

/// The most timers that a thread keeps.
const MOST: usize = 32;

thread_local! {
    static KEPT: RefCell<Kept> = RefCell::default();
}

/// The timers that a thread keeps, all of the runtime that it worked for last.
#[derive(Default)]
struct Kept(Vec<Set>);

impl Kept {
    #[inline]
    fn take(&mut self, runtime: runtime::Id) -> Option<Set> {
        self.0.pop_if(|set| set.runtime == runtime)
    }

    /// Keeps it; gives what is not kept instead.
    #[inline]
    fn give(&mut self, set: Set) -> Vec<Set> {
        let mut left = Vec::new();
        if self
            .0
            .last()
            .is_some_and(|last| last.runtime != set.runtime)
        {
            mem::swap(&mut left, &mut self.0);
        }
        if self.0.len() < MOST {
            self.0.push(set);
        } else {
            left.push(set);
        }
        left
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::future::poll_fn;
    use tokio::task;
    use tokio::time::Instant as Now;

    #[tokio::test(start_paused = true)]
    async fn it_wakes_for_the_earliest_and_goes_on_to_the_later() {
        let mut timer = Timer::default();
        let start = Now::now().into_std();
        let late = start + Duration::from_secs(9);
        let soon = start + Duration::from_secs(2);
        poll_fn(|cx| {
            assert!(timer.poll(cx, late).is_pending());
            timer.poll(cx, soon)
        })
        .await;
        assert_eq!(Now::now().into_std(), soon);
        // Armed too early for what is asked then: it goes on.
        let waits = poll_fn(|cx| Poll::Ready(timer.poll(cx, late - Duration::from_secs(1)))).await;
        assert!(waits.is_pending());
        poll_fn(|cx| timer.poll(cx, late)).await;
        assert_eq!(Now::now().into_std(), late);
    }

    /// Waits for `at` in a task of its own, as far as it is polled before `gives_up`.
    async fn wait(at: Instant, gives_up: Instant) -> bool {
        let waits = tokio::spawn(async move {
            let mut timer = Timer::default();
            let passed = poll_fn(|cx| timer.poll(cx, at));
            tokio::time::timeout_at(gives_up.into(), passed)
                .await
                .is_ok()
        });
        waits.await.unwrap()
    }

    #[tokio::test(start_paused = true)]
    async fn one_that_is_kept_wakes_who_has_it_next_and_at_the_moment_that_they_asked_for() {
        let start = Now::now().into_std();
        let after = |seconds| start + Duration::from_secs(seconds);
        assert!(!wait(after(9), after(1)).await);
        assert_eq!(KEPT.with_borrow(|kept| kept.0.len()), 1);
        // Later than what it is set to, earlier, and once it has fired.
        assert!(wait(after(20), after(99)).await);
        assert_eq!(Now::now().into_std(), after(20));
        assert!(!wait(after(90), after(21)).await);
        assert!(wait(after(22), after(99)).await);
        assert_eq!(Now::now().into_std(), after(22));
        assert!(wait(after(23), after(99)).await);
        assert_eq!(Now::now().into_std(), after(23));
        assert_eq!(KEPT.with_borrow(|kept| kept.0.len()), 1);
    }

    #[tokio::test(start_paused = true)]
    async fn a_task_that_waits_again_is_woken_again() {
        let start = Now::now().into_std();
        for seconds in [5, 6, 3, 7] {
            let mut timer = Timer::default();
            let waits =
                poll_fn(|cx| Poll::Ready(timer.poll(cx, start + Duration::from_secs(seconds))));
            assert!(waits.await.is_pending());
        }
        let mut timer = Timer::default();
        poll_fn(|cx| timer.poll(cx, start + Duration::from_secs(8))).await;
        assert_eq!(Now::now().into_std(), start + Duration::from_secs(8));
    }

    #[tokio::test(start_paused = true)]
    async fn one_that_is_armed_when_the_tasks_budget_is_used_up_wakes() {
        let at = now() + Duration::from_secs(1);
        let waits = tokio::spawn(async move {
            let mut timer = Timer::default();
            let mut spends = Box::pin(async {
                loop {
                    task::consume_budget().await;
                }
            });
            poll_fn(|cx| {
                if has_budget_remaining() && timer.0.is_none() {
                    let _: Poll<()> = spends.as_mut().poll(cx);
                    assert!(!has_budget_remaining());
                }
                timer.poll(cx, at)
            })
            .await;
        });
        let gives_up = Now::now() + Duration::from_secs(60);
        tokio::time::timeout_at(gives_up, waits)
            .await
            .unwrap()
            .unwrap();
    }

    #[test]
    fn those_of_a_runtime_that_is_gone_are_not_used() {
        let soon = Duration::from_millis(1);
        for _ in 0..2 {
            let runtime = tokio::runtime::Builder::new_current_thread()
                .enable_time()
                .build()
                .unwrap();
            runtime.block_on(async {
                let (mut timer, at) = (Timer::default(), now() + soon);
                poll_fn(|cx| timer.poll(cx, at)).await;
            });
            assert_eq!(KEPT.with_borrow(|kept| kept.0.len()), 1);
        }
    }
}
