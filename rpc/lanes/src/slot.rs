//! Where the answer to one call is put, and waited for.
//!
//! What Tokio's `oneshot` does, for less, and in one piece of memory with what the call is of: a lane answers hundreds of calls at a time.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll, Waker};

/// A slot, by its two ends, for the answer to `question`, which both see. `waits` is woken by what is put into it, unless somebody else waits by then.
#[inline]
pub(crate) fn slot<Q, T>(question: Q, waits: Option<Waker>) -> (Giver<Q, T>, Taker<Q, T>) {
    let slot = Arc::new(Slot {
        question,
        state: Mutex::new(State::Empty(waits)),
    });
    (Giver(Some(Arc::clone(&slot))), Taker(Some(slot)))
}

#[derive(Debug)]
struct Slot<Q, T> {
    question: Q,
    state: Mutex<State<T>>,
}

#[derive(Debug)]
enum State<T> {
    /// And whom to wake.
    Empty(Option<Waker>),
    Full(T),
    /// Nothing comes, or nobody waits.
    Over,
}

impl<Q, T> Slot<Q, T> {
    #[inline]
    fn lock(&self) -> MutexGuard<'_, State<T>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Ends the wait.
    #[inline]
    fn put(self: Arc<Self>, state: State<T>) {
        let mut now = self.lock();
        if let State::Empty(waker) = &mut *now {
            let waker = waker.take();
            *now = state;
            drop(now);
            drop(self); // first, so that who is woken has the slot for itself
            if let Some(waker) = waker {
                waker.wake();
            }
        }
    }
}

/// Notes whom to wake; gives whom it was before, if that is somebody else.
#[inline]
pub(crate) fn register(waker: &mut Option<Waker>, cx: &Context<'_>) -> Option<Waker> {
    match waker {
        Some(known) if known.will_wake(cx.waker()) => None,
        waker => waker.replace(cx.waker().clone()),
    }
}

/// Puts an answer into the slot, once. Dropped before, it tells that nothing comes.
#[derive(Debug)]
pub struct Giver<Q, T>(Option<Arc<Slot<Q, T>>>);

impl<Q, T> Giver<Q, T> {
    /// What the answer is to.
    #[inline]
    pub(crate) fn question(&self) -> Option<&Q> {
        self.0.as_ref().map(|slot| &slot.question)
    }

    /// Gives it. Where nobody waits any more it is dropped.
    #[inline]
    pub(crate) fn give(mut self, what: T) {
        if let Some(slot) = self.0.take() {
            slot.put(State::Full(what));
        }
    }
}

impl<Q, T> Drop for Giver<Q, T> {
    #[inline]
    fn drop(&mut self) {
        if let Some(slot) = self.0.take() {
            slot.put(State::Over);
        }
    }
}

/// Waits for what is put into the slot.
#[derive(Debug)]
pub(crate) struct Taker<Q, T>(Option<Arc<Slot<Q, T>>>);

impl<Q, T> Taker<Q, T> {
    /// The question, and the answer, where one comes. Not to be polled again then.
    #[inline]
    pub(crate) fn poll_take(&mut self, cx: &mut Context<'_>) -> Poll<(Q, Option<T>)> {
        let Some(slot) = self.0.take() else {
            return Poll::Pending;
        };
        // Who is woken has it alone, and needs no lock.
        let slot = match Arc::try_unwrap(slot) {
            Ok(Slot { question, state }) => {
                let state = state.into_inner().unwrap_or_else(PoisonError::into_inner);
                let answer = match state {
                    State::Full(what) => Some(what),
                    State::Over | State::Empty(_) => None,
                };
                return Poll::Ready((question, answer));
            }
            Err(slot) => self.0.insert(slot),
        };
        let mut state = slot.lock();
        let before = match &mut *state {
            State::Empty(waker) => register(waker, cx),
            // It is about to be alone.
            State::Full(_) | State::Over => {
                cx.waker().wake_by_ref();
                None
            }
        };
        drop(state);
        drop(before); // without the lock: a waker may hold a whole task
        Poll::Pending
    }
}

impl<Q, T> Drop for Taker<Q, T> {
    #[inline]
    fn drop(&mut self) {
        if let Some(slot) = &self.0 {
            let left = std::mem::replace(&mut *slot.lock(), State::Over);
            drop(left); // without the lock
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::future::poll_fn;

    async fn take<T>(mut taker: Taker<&str, T>) -> (&str, Option<T>) {
        poll_fn(|cx| taker.poll_take(cx)).await
    }

    #[tokio::test]
    async fn what_is_given_wakes_who_waits() {
        let (giver, taker) = slot("how many?", None);
        let waiting = tokio::spawn(take(taker));
        tokio::task::yield_now().await;
        assert_eq!(giver.question(), Some(&"how many?"));
        giver.give(7);
        assert_eq!(waiting.await.unwrap(), ("how many?", Some(7)));
    }

    #[tokio::test]
    async fn a_giver_that_goes_ends_the_wait() {
        let (giver, taker) = slot::<_, u8>("?", None);
        let waiting = tokio::spawn(take(taker));
        tokio::task::yield_now().await;
        drop(giver);
        assert_eq!(waiting.await.unwrap(), ("?", None));
    }

    #[test]
    fn what_nobody_takes_is_dropped_with_either_end() {
        for given_first in [true, false] {
            let (giver, taker) = slot((), None);
            let what = Arc::new(());
            if given_first {
                giver.give(Arc::clone(&what));
                drop(taker);
            } else {
                drop(taker);
                giver.give(Arc::clone(&what));
            }
            assert_eq!(Arc::strong_count(&what), 1);
        }
    }
}
