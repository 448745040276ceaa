//! Where the answer to one call is put, and waited for.
//!
//! What Tokio's `oneshot` does, for less: a lane answers hundreds of calls at a time.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll, Waker};

/// A slot, by its two ends.
pub(crate) fn slot<T>() -> (Giver<T>, Taker<T>) {
    let slot = Arc::new(Slot(Mutex::new(State::Empty(None))));
    (Giver(Some(Arc::clone(&slot))), Taker(Some(slot)))
}

#[derive(Debug)]
struct Slot<T>(Mutex<State<T>>);

#[derive(Debug)]
enum State<T> {
    /// And whom to wake.
    Empty(Option<Waker>),
    Full(T),
    /// Nothing comes, or nobody waits.
    Over,
}

impl<T> Slot<T> {
    fn lock(&self) -> MutexGuard<'_, State<T>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Ends the wait.
    fn put(&self, state: State<T>) {
        let mut now = self.lock();
        if let State::Empty(waker) = &mut *now {
            let waker = waker.take();
            *now = state;
            drop(now);
            if let Some(waker) = waker {
                waker.wake();
            }
        }
    }
}

/// Notes whom to wake; gives whom it was before, if that is somebody else.
pub(crate) fn register(waker: &mut Option<Waker>, cx: &Context<'_>) -> Option<Waker> {
    match waker {
        Some(known) if known.will_wake(cx.waker()) => None,
        waker => waker.replace(cx.waker().clone()),
    }
}

/// Puts something into the slot, once. Dropped before, it tells that nothing comes.
#[derive(Debug)]
pub struct Giver<T>(Option<Arc<Slot<T>>>);

impl<T> Giver<T> {
    /// Gives it. Where nobody waits any more it is dropped.
    pub(crate) fn give(mut self, what: T) {
        if let Some(slot) = self.0.take() {
            slot.put(State::Full(what));
        }
    }
}

impl<T> Drop for Giver<T> {
    fn drop(&mut self) {
        if let Some(slot) = self.0.take() {
            slot.put(State::Over);
        }
    }
}

/// Waits for what is put into the slot.
#[derive(Debug)]
pub(crate) struct Taker<T>(Option<Arc<Slot<T>>>);

impl<T> Taker<T> {
    /// What was given, once; `None` where nothing comes.
    pub(crate) fn poll_take(&mut self, cx: &mut Context<'_>) -> Poll<Option<T>> {
        let Some(slot) = &self.0 else {
            return Poll::Ready(None);
        };
        let mut state = slot.lock();
        if let State::Empty(waker) = &mut *state {
            let before = register(waker, cx);
            drop(state);
            drop(before); // without the lock: a waker may hold a whole task
            return Poll::Pending;
        }
        let taken = std::mem::replace(&mut *state, State::Over);
        drop(state);
        self.0 = None;
        Poll::Ready(match taken {
            State::Full(what) => Some(what),
            State::Over | State::Empty(_) => None,
        })
    }
}

impl<T> Drop for Taker<T> {
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

    async fn take<T>(taker: &mut Taker<T>) -> Option<T> {
        poll_fn(|cx| taker.poll_take(cx)).await
    }

    #[tokio::test]
    async fn what_is_given_wakes_who_waits_and_is_taken_once() {
        let (giver, mut taker) = slot();
        let waiting = tokio::spawn(async move { (take(&mut taker).await, take(&mut taker).await) });
        tokio::task::yield_now().await;
        giver.give(7);
        assert_eq!(waiting.await.unwrap(), (Some(7), None));
    }

    #[tokio::test]
    async fn a_giver_that_goes_ends_the_wait() {
        let (giver, mut taker) = slot::<u8>();
        let waiting = tokio::spawn(async move { take(&mut taker).await });
        tokio::task::yield_now().await;
        drop(giver);
        assert_eq!(waiting.await.unwrap(), None);
    }

    #[test]
    fn what_nobody_takes_is_dropped_with_either_end() {
        for given_first in [true, false] {
            let (giver, taker) = slot();
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
