//! When calls run out of time.

use std::time::Instant;

use super::sorted::Sorted;
use crate::CallId;

/// Deadlines of open calls, earliest first; as many entries as calls that have one.
#[derive(Debug, Default)]
pub(super) struct Deadlines(Sorted<(Instant, CallId), ()>);

impl Deadlines {
    #[inline]
    pub(super) fn insert(&mut self, deadline: Instant, call: CallId) {
        self.0.insert((deadline, call), ());
    }

    #[inline]
    pub(super) fn remove(&mut self, deadline: Instant, call: CallId) {
        self.0.remove((deadline, call));
    }

    pub(super) fn first(&self) -> Option<Instant> {
        self.0.first().map(|(deadline, _)| deadline)
    }

    /// How many there are.
    #[cfg(any(test, simulated))]
    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// The earliest call whose deadline is not after `now`; it stays until it is removed.
    pub(super) fn passed(&self, now: Instant) -> Option<CallId> {
        self.0
            .first()
            .filter(|&(deadline, _)| deadline <= now)
            .map(|(_, call)| call)
    }
}
