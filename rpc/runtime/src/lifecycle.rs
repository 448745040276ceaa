//! How a server ends: it refuses new calls, lets the running ones finish, then cuts.
//!
//! ```text
//!  Serving ──begin──▶ Draining ──grace is over──▶ Cut
//!                        └── the last call ends: nothing to cut
//! ```

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;
use stillwire_rpc_core::Status;
use tokio::sync::{Notify, watch};

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
pub struct Drain(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    phase: watch::Sender<Phase>,
    calls: AtomicUsize,
    connections: AtomicUsize,
    idle: Notify,
}

impl Drain {
    /// A server that serves.
    pub fn new() -> Self {
        Self(Arc::new(Inner {
            phase: watch::Sender::new(Phase::Serving),
            calls: AtomicUsize::new(0),
            connections: AtomicUsize::new(0),
            idle: Notify::new(),
        }))
    }

    /// Where the server is.
    pub fn phase(&self) -> Phase {
        *self.0.phase.borrow()
    }

    /// Waits until the server has come to `phase` or beyond.
    pub async fn reached(&self, phase: Phase) {
        let mut watch = self.0.phase.subscribe();
        // The sender lives in `self`, so waiting cannot fail.
        let _ = watch.wait_for(|now| *now >= phase).await;
    }

    /// Counts a call as running.
    ///
    /// # Errors
    /// UNAVAILABLE, which clients may retry elsewhere, once the server drains.
    pub fn enter(&self) -> Result<LiveCall, Status> {
        // Counted first, so that a drain which begins meanwhile waits for this call.
        self.0.calls.fetch_add(1, Ordering::SeqCst);
        let live = LiveCall(self.clone());
        if self.phase() == Phase::Serving {
            return Ok(live);
        }
        Err(Status::unavailable("the server is shutting down"))
    }

    /// Counts a connection as open.
    pub fn connect(&self) -> LiveConnection {
        self.0.connections.fetch_add(1, Ordering::SeqCst);
        LiveConnection(self.clone())
    }

    /// Calls that run now.
    pub fn live_calls(&self) -> usize {
        self.0.calls.load(Ordering::SeqCst)
    }

    /// Connections that are open now.
    pub fn live_connections(&self) -> usize {
        self.0.connections.load(Ordering::SeqCst)
    }

    /// Begins to refuse calls.
    pub fn begin(&self) {
        self.advance(Phase::Draining);
    }

    /// Drains: refuses calls, waits up to `grace` for calls and connections to end, then cuts. `true`: nothing had to
    /// be cut.
    pub async fn finish(&self, grace: Duration) -> bool {
        self.begin();
        let whole = tokio::time::timeout(grace, self.idle()).await.is_ok();
        self.advance(Phase::Cut);
        whole
    }

    /// Waits until no call runs and no connection is open.
    pub async fn idle(&self) {
        loop {
            let changed = self.0.idle.notified();
            tokio::pin!(changed);
            changed.as_mut().enable();
            if self.live_calls() == 0 && self.live_connections() == 0 {
                return;
            }
            changed.await;
        }
    }

    fn advance(&self, to: Phase) {
        self.0.phase.send_if_modified(|phase| {
            let forward = *phase < to;
            *phase = to.max(*phase);
            forward
        });
    }

    fn leave(&self, gauge: &AtomicUsize) {
        if gauge.fetch_sub(1, Ordering::SeqCst) == 1 {
            self.0.idle.notify_waiters();
        }
    }
}

impl Default for Drain {
    fn default() -> Self {
        Self::new()
    }
}

/// A call that runs, until this is dropped.
#[derive(Debug)]
pub struct LiveCall(Drain);

impl Drop for LiveCall {
    fn drop(&mut self) {
        self.0.leave(&self.0.0.calls);
    }
}

/// A connection that is open, until this is dropped.
#[derive(Debug)]
pub struct LiveConnection(Drain);

impl Drop for LiveConnection {
    fn drop(&mut self) {
        self.0.leave(&self.0.0.connections);
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
        assert_eq!(drain.live_calls(), 1);
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
