//! How a server ends: it refuses new calls, lets the running ones finish, then cuts.
//!
//! ```text
//!  Serving ──begin──▶ Draining ──grace is over──▶ Cut
//!                        └── the last call ends: nothing to cut
//! ```

use crate::gauges::{Gauges, Live};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use stillwire_rpc_core::Status;
use tokio::sync::watch;

/// Where a server is in its life.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Phase {
    /// Calls are taken.
    Serving,
    /// New calls are refused, running ones finish.
    Draining,
    /// What still runs is cut.
    Cut,
}

/// A server's life and its gauges: one for all its transports. Clones share it.
#[derive(Debug, Clone)]
pub struct Drain {
    phase: watch::Sender<Phase>,
    /// Whether it serves no more: what each call asks, which is not to take a lock for it.
    begun: Arc<AtomicBool>,
    gauges: Gauges,
}

impl Drain {
    /// A server that serves.
    pub fn new() -> Self {
        Self {
            phase: watch::Sender::new(Phase::Serving),
            begun: Arc::default(),
            gauges: Gauges::default(),
        }
    }

    /// Where the server is.
    pub fn phase(&self) -> Phase {
        *self.phase.borrow()
    }

    /// Waits until the server has come to `phase` or beyond.
    pub async fn reached(&self, phase: Phase) {
        let mut watch = self.phase.subscribe();
        // The sender lives in `self`, so waiting cannot fail.
        let _ = watch.wait_for(|now| *now >= phase).await;
    }

    /// Counts a call as running.
    ///
    /// # Errors
    /// UNAVAILABLE, which clients may retry elsewhere, once the server drains.
    pub fn enter(&self) -> Result<Live, Status> {
        // Counted first, so that a drain which begins meanwhile waits for this call.
        let live = self.gauges.call();
        if self.begun.load(Ordering::SeqCst) {
            return Err(Status::unavailable("the server is shutting down"));
        }
        Ok(live)
    }

    /// What the server has open.
    pub fn gauges(&self) -> &Gauges {
        &self.gauges
    }

    /// Begins to refuse calls.
    pub fn begin(&self) {
        self.advance(Phase::Draining);
    }

    /// Drains: refuses calls, waits up to `grace` for calls and connections to end, then cuts. `true`: nothing had to
    /// be cut.
    pub async fn finish(&self, grace: Duration) -> bool {
        self.begin();
        let whole = tokio::time::timeout(grace, self.gauges.idle())
            .await
            .is_ok();
        self.advance(Phase::Cut);
        whole
    }

    fn advance(&self, to: Phase) {
        self.begun.fetch_or(to > Phase::Serving, Ordering::SeqCst);
        self.phase.send_if_modified(|phase| {
            let forward = *phase < to;
            *phase = to.max(*phase);
            forward
        });
    }
}

impl Default for Drain {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(start_paused = true)]
    async fn a_drain_refuses_new_calls_and_waits_for_the_running_one() {
        let drain = Drain::new();
        let live = drain.enter().unwrap();
        drain.begin();
        assert_eq!(
            drain.enter().unwrap_err().code,
            stillwire_rpc_core::Code::Unavailable
        );
        assert_eq!(drain.gauges().calls(), 1);
        let finished = drain.clone();
        let finished = tokio::spawn(async move { finished.finish(Duration::from_secs(60)).await });
        tokio::task::yield_now().await;
        drop(live);
        assert!(finished.await.unwrap());
        assert_eq!(drain.phase(), Phase::Cut);
    }

    #[tokio::test(start_paused = true)]
    async fn a_call_that_outlives_the_grace_is_cut() {
        let drain = Drain::new();
        let _live = drain.enter().unwrap();
        let cut = drain.clone();
        let cut = tokio::spawn(async move { cut.reached(Phase::Cut).await });
        assert!(!drain.finish(Duration::from_secs(1)).await);
        cut.await.unwrap();
    }
}
