//! What is open now, of a server or of a client's channel: calls, lanes, connections.
//!
//! Each of them is a [`Live`] that is held as long as the thing it stands for, and counts until it is dropped. So nothing that ends, in
//! whatever way, stays on the gauges.

use crate::waiters::Waiters;
use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

/// How many calls, lanes and connections are open now. Clones read the same.
///
/// A lane is what carries the frames of calls: a bidirectional stream of QUIC or HTTP/2; a connection over TCP, a Unix socket or a pipe in
/// memory is one lane. A server's calls are those that have a handler; a channel's are those that their callers wait for, whether they were sent
/// yet or not.
///
/// Stillwire does not choose where such numbers go. With the `metrics` crate, for one: `gauge!("rpc.calls").set(gauges.calls() as f64)`, each
/// time that somebody looks.
#[derive(Clone, Default)]
pub struct Gauges(Arc<Counts>);

#[derive(Default)]
struct Counts {
    of: [AtomicUsize; 3],
    /// Those who wait for nothing to be open.
    waiters: Waiters,
}

/// What is counted.
#[derive(Debug, Clone, Copy)]
enum Kind {
    Call,
    Lane,
    Connection,
}

impl Gauges {
    /// Calls that run.
    #[must_use]
    pub fn calls(&self) -> usize {
        self.count(Kind::Call)
    }

    /// Lanes that are open.
    #[must_use]
    pub fn lanes(&self) -> usize {
        self.count(Kind::Lane)
    }

    /// Connections that are open, from the first packet on.
    #[must_use]
    pub fn connections(&self) -> usize {
        self.count(Kind::Connection)
    }

    /// Whether nothing is open.
    #[must_use]
    pub fn is_zero(&self) -> bool {
        self.calls() == 0 && self.lanes() == 0 && self.connections() == 0
    }

    /// Counts a call, until what this gives is dropped.
    #[must_use]
    pub fn call(&self) -> Live {
        self.live(Kind::Call)
    }

    /// Counts a lane, until what this gives is dropped.
    #[must_use]
    pub fn lane(&self) -> Live {
        self.live(Kind::Lane)
    }

    /// Counts a connection, until what this gives is dropped.
    #[must_use]
    pub fn connection(&self) -> Live {
        self.live(Kind::Connection)
    }

    /// Waits until neither a call nor a connection is open.
    pub(crate) async fn idle(&self) {
        let idle = || self.calls() == 0 && self.connections() == 0;
        self.0.waiters.until(idle).await;
    }

    fn count(&self, kind: Kind) -> usize {
        self.0.of[kind as usize].load(Ordering::SeqCst)
    }

    /// Counts a call until [`end_call`](Self::end_call), for whoever has these gauges at hand then.
    #[inline]
    pub(crate) fn begin_call(&self) {
        self.rise(Kind::Call);
    }

    #[inline]
    pub(crate) fn end_call(&self) {
        self.fall(Kind::Call);
    }

    #[inline]
    fn rise(&self, kind: Kind) {
        self.0.of[kind as usize].fetch_add(1, Ordering::SeqCst);
    }

    #[inline]
    fn fall(&self, kind: Kind) {
        if self.0.of[kind as usize].fetch_sub(1, Ordering::SeqCst) == 1 {
            self.0.waiters.tell();
        }
    }

    fn live(&self, kind: Kind) -> Live {
        self.rise(kind);
        Live {
            gauges: self.clone(),
            kind,
        }
    }
}

impl fmt::Debug for Gauges {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Gauges")
            .field("calls", &self.calls())
            .field("lanes", &self.lanes())
            .field("connections", &self.connections())
            .finish()
    }
}

/// A call, a lane or a connection that is open, until this is dropped.
#[derive(Debug)]
pub struct Live {
    gauges: Gauges,
    kind: Kind,
}

impl Drop for Live {
    fn drop(&mut self) {
        self.gauges.fall(self.kind);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_held_is_counted_and_nothing_else() {
        let gauges = Gauges::default();
        let all = (gauges.call(), gauges.lane(), gauges.connection());
        let more = gauges.clone().lane();
        assert_eq!(
            (gauges.calls(), gauges.lanes(), gauges.connections()),
            (1, 2, 1)
        );
        drop(all);
        assert!(!gauges.is_zero());
        drop(more);
        assert!(gauges.is_zero());
    }
}
