//! Those who wait for a count to fall.

use std::sync::atomic::{AtomicUsize, Ordering};
use tokio::sync::Notify;

/// Those who wait for something that others count. While nobody waits, nobody is told, and that costs a look.
///
/// What is counted has to be changed and looked at with `SeqCst`, as [`until`](Self::until) counts who waits.
#[derive(Debug, Default)]
pub struct Waiters {
    waiting: AtomicUsize,
    changed: Notify,
}

impl Waiters {
    /// Tells all who wait to look again.
    pub fn tell(&self) {
        if self.waiting.load(Ordering::SeqCst) > 0 {
            self.changed.notify_waiters();
        }
    }

    /// Waits until `holds`, which is asked at once, and whenever somebody [tells](Self::tell).
    pub async fn until(&self, holds: impl Fn() -> bool) {
        // Counted before it looks, so that whatever changes after that is told.
        let _waiting = Waiting::new(&self.waiting);
        loop {
            let changed = self.changed.notified();
            tokio::pin!(changed);
            changed.as_mut().enable();
            if holds() {
                return;
            }
            changed.await;
        }
    }
}

/// Counts one that waits, however it ends.
struct Waiting<'a>(&'a AtomicUsize);

impl<'a> Waiting<'a> {
    fn new(count: &'a AtomicUsize) -> Self {
        count.fetch_add(1, Ordering::SeqCst);
        Self(count)
    }
}

impl Drop for Waiting<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::SeqCst);
    }
}
