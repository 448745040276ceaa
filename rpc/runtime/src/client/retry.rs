//! Calls that are made again: those of methods that promise to bear it, where the server was not to be had.
//!
//! ```text
//!  attempt ─ UNAVAILABLE? ─ attempts left? ─ budget? ─ wait: what the server asks for, or a random part of a backoff ─ attempt
//! ```
//!
//! By gRPC's retry design (proposal A6): backoff with full jitter, and a budget. What a server asks for stands in the details of its
//! status, as `google.rpc.RetryInfo`. What was never sent is sent elsewhere by the transports themselves, whatever the method
//! promises.

use super::transport::{Transport, Unavailable};
use crate::descriptor::{Idempotency, MethodDescriptor};
use crate::details::retry_delay;
use crate::event::Outcome;
use std::collections::hash_map::RandomState;
use std::hash::BuildHasher;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};
use stillwire_rpc_core::Status;

/// What a success gives back of a token, of which a failure takes ten of these.
const TENTHS: u32 = 10;

/// Which calls are made again, and how often.
///
/// Only unary calls of methods that are `#[safe]` or `#[idempotent]`, and only where they ended as UNAVAILABLE.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct RetryPolicy {
    /// Attempts in all, the first included. Default 3.
    pub attempts: u32,
    /// The longest wait before the second attempt; twice as long before the third, and so on. How long it is within that is
    /// random, so that clients do not come back all at once. Default 100 ms.
    pub backoff: Duration,
    /// The longest wait before any attempt. Default 1 s.
    pub backoff_max: Duration,
    /// Tokens of all calls together: a failure takes one, a success gives a tenth of one, and nothing is tried again while no more
    /// than half of them are left. Stops clients from burying a server that is down under attempts. Default 10.
    pub budget: u32,
}

impl Default for RetryPolicy {
    fn default() -> Self {
        Self {
            attempts: 3,
            backoff: Duration::from_millis(100),
            backoff_max: Duration::from_secs(1),
            budget: 10,
        }
    }
}

/// A policy, and what is left of its budget.
#[derive(Debug)]
pub(crate) struct Retries {
    policy: RetryPolicy,
    tenths: AtomicU32,
}

impl Retries {
    pub(crate) fn new(policy: RetryPolicy) -> Self {
        Self {
            policy,
            tenths: AtomicU32::new(policy.budget.saturating_mul(TENTHS)),
        }
    }

    pub(super) fn succeeded(&self) {
        let most = self.policy.budget.saturating_mul(TENTHS);
        if self.tenths.load(Ordering::Relaxed) == most {
            return; // as nearly always: nothing is written that all calls share
        }
        let add = |tenths: u32| Some(tenths.saturating_add(1).min(most));
        // It gives what was there before, which nobody asks for.
        let _ = self
            .tenths
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, add);
    }

    /// Takes a token; says whether there are enough left to try again.
    fn failed(&self) -> bool {
        let take = |tenths: u32| Some(tenths.saturating_sub(TENTHS));
        let before = self
            .tenths
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, take);
        let left = before.unwrap_or(0).saturating_sub(TENTHS);
        left > self.policy.budget.saturating_mul(TENTHS) / 2
    }

    /// How long to wait before attempt `nth`, from 2.
    fn backoff(&self, nth: u32) -> Duration {
        let doubled = self.policy.backoff.saturating_mul(1 << (nth - 2).min(16));
        let longest = doubled.min(self.policy.backoff_max);
        longest.mul_f64(random())
    }
}

/// A number from 0 to 1. A hasher of its own seed each time is random enough to keep clients apart.
pub(super) fn random() -> f64 {
    let bits = RandomState::new().hash_one(0) >> 32;
    bits as f64 / f64::from(u32::MAX)
}

/// Whether a call of the method may be made again.
pub(super) fn may_run_twice(method: &MethodDescriptor) -> bool {
    match method.idempotency {
        Idempotency::Safe | Idempotency::Idempotent => !method.server_streaming,
        Idempotency::Unknown => false,
    }
}

/// Makes a call that ended as UNAVAILABLE again and again, where that may help.
pub(super) async fn persist(
    transport: Arc<dyn Transport>,
    retries: Arc<Retries>,
    mut failed: Box<Unavailable>,
) -> Outcome {
    let mut nth = 2;
    loop {
        let Unavailable { call, outcome } = *failed;
        let Some(wait) = wait(&retries, nth, &outcome.status, call.deadline) else {
            return outcome;
        };
        let method = call.method.path;
        tracing::debug!(method, attempt = nth, ?wait, status = %outcome.status, "trying again");
        tokio::time::sleep(wait).await;
        match transport.try_one(call).await {
            Ok(outcome) => {
                retries.succeeded();
                return outcome;
            }
            Err(again) => failed = again,
        }
        nth += 1;
    }
}

/// How long to wait before attempt `nth`; `None` where there is to be none.
fn wait(
    retries: &Retries,
    nth: u32,
    status: &Status,
    deadline: Option<Instant>,
) -> Option<Duration> {
    // Each failure counts, also that of a last attempt.
    let affordable = retries.failed();
    if !affordable || nth > retries.policy.attempts {
        return None;
    }
    let asked = retry_delay(status).filter(|delay| !delay.is_zero());
    let wait = asked.unwrap_or_else(|| retries.backoff(nth));
    // A call that would not live to see it fails with what it knows.
    let in_time = deadline.is_none_or(|at| {
        Instant::now()
            .checked_add(wait)
            .is_some_and(|then| then < at)
    });
    in_time.then_some(wait)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::details;
    use stillwire_rpc_core::Code;

    /// UNAVAILABLE, and what `google.rpc.RetryInfo` says of it: `seconds` of its delay.
    fn status(seconds: Option<u8>) -> Status {
        let delay = seconds.map_or(vec![], |seconds| vec![0x0a, 2, 0x08, seconds]);
        let details = details::write(
            Code::Unavailable,
            "down",
            "google.rpc.RetryInfo",
            &delay,
            false,
        );
        Status::unavailable("down").with_details(details)
    }

    #[test]
    fn a_backoff_grows_and_is_bounded() {
        let retries = Retries::new(RetryPolicy::default());
        for _ in 0..100 {
            assert!(retries.backoff(2) <= Duration::from_millis(100));
            assert!(retries.backoff(3) <= Duration::from_millis(200));
            assert!(retries.backoff(u32::MAX) <= Duration::from_secs(1));
        }
        let waits: Vec<_> = (0..10).map(|_| retries.backoff(9)).collect();
        assert!(waits.iter().any(|wait| *wait != waits[0]), "{waits:?}");
    }

    #[test]
    fn a_server_that_is_down_is_not_buried_under_attempts() {
        let retries = Retries::new(RetryPolicy::default());
        let tried = (0..100).filter(|_| retries.failed()).count();
        assert_eq!(tried, 4, "while more than five of ten tokens are left");
        for _ in 0..1000 {
            retries.succeeded();
        }
        assert!(retries.failed());
    }

    #[test]
    fn the_server_says_how_long_to_wait() {
        let told = |seconds| {
            let retries = Retries::new(RetryPolicy::default());
            wait(&retries, 2, &status(seconds), None)
        };
        assert_eq!(told(Some(3)), Some(Duration::from_secs(3)));
        assert!(told(None).unwrap() <= Duration::from_millis(100));
    }

    #[test]
    fn nothing_is_waited_for_beyond_the_deadline_or_the_last_attempt() {
        let soon = Instant::now().checked_add(Duration::from_secs(2));
        let told = |nth, seconds| {
            let retries = Retries::new(RetryPolicy::default());
            wait(&retries, nth, &status(Some(seconds)), soon)
        };
        assert_eq!(told(2, 3), None);
        assert_eq!(told(4, 1), None);
        assert_eq!(told(3, 1), Some(Duration::from_secs(1)));
    }
}
