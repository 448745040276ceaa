//! Time, as the runtime has it.

use std::time::{Duration, Instant};

/// The present. Tokio's, so that a test with a paused clock moves it.
pub(crate) fn now() -> Instant {
    tokio::time::Instant::now().into_std()
}

/// `after` from now; `None` where that is beyond what the clock can say.
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
    sleep: Option<std::pin::Pin<Box<tokio::time::Sleep>>>,
}

impl Deadline {
    pub(crate) fn new(at: Option<Instant>) -> Self {
        Self { at, sleep: None }
    }

    /// Whether it has passed. Looks at the clock until there is a timer, and then at that.
    #[inline]
    pub(crate) fn passed(&self) -> bool {
        match &self.sleep {
            Some(sleep) => sleep.is_elapsed(),
            None => self.at.is_some_and(|at| at <= now()),
        }
    }

    /// Ready when it passes; arms the timer at the first call.
    #[inline]
    pub(crate) fn poll_passed(&mut self, cx: &mut std::task::Context<'_>) -> std::task::Poll<()> {
        let Some(at) = self.at else {
            return std::task::Poll::Pending;
        };
        let sleep = self
            .sleep
            .get_or_insert_with(|| Box::pin(tokio::time::sleep_until(at.into())));
        sleep.as_mut().poll(cx)
    }
}
