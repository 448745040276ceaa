//! What callers want of a lane, until its task looks: many who ask, and one who takes everything at once, with one lock and one wake-up
//! for all.

use std::future::poll_fn;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll, Waker};

use crate::command::Command;
use crate::slot::register;

/// Commands that the memory of an idle queue is kept for.
const KEPT: usize = 256;

/// A queue, by its two ends.
#[must_use]
pub fn commands() -> (Commands, Commanded) {
    let queue = Arc::new(Queue::default());
    let asker = Asker(Arc::clone(&queue));
    (Commands(Arc::new(asker)), Commanded(queue))
}

#[derive(Debug, Default)]
struct Queue {
    state: Mutex<State>,
    /// Calls that it was asked to open, ever. Written with the lock alone.
    opened: AtomicUsize,
}

#[derive(Debug, Default)]
struct State {
    asked: Vec<Command>,
    /// Whom to wake, while it waits.
    waker: Option<Waker>,
    /// Nobody is left who asks.
    abandoned: bool,
    /// Nobody is left who does what is asked.
    closed: bool,
}

impl Queue {
    #[inline]
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn wake(waker: Option<Waker>) {
    if let Some(waker) = waker {
        waker.wake();
    }
}

/// The way to a lane's task. Clones share it; with the last one the lane is told that nothing more comes.
#[derive(Debug, Clone)]
pub struct Commands(Arc<Asker>);

#[derive(Debug)]
struct Asker(Arc<Queue>);

impl Commands {
    /// Asks for something.
    ///
    /// # Errors
    /// The command, where the lane is over.
    #[inline]
    pub fn send(&self, command: Command) -> Result<(), Command> {
        let queue = &*self.0.0;
        let mut state = queue.lock();
        if state.closed {
            return Err(command);
        }
        if matches!(command, Command::Open(_)) {
            let opened = queue.opened.load(Ordering::Relaxed).wrapping_add(1);
            queue.opened.store(opened, Ordering::Relaxed);
        }
        state.asked.push(command);
        let waker = state.waker.take();
        drop(state);
        wake(waker);
        Ok(())
    }

    /// Calls that were asked for, ever.
    pub(crate) fn opened(&self) -> usize {
        self.0.0.opened.load(Ordering::Relaxed)
    }
}

impl Drop for Asker {
    fn drop(&mut self) {
        let mut state = self.0.lock();
        state.abandoned = true;
        let waker = state.waker.take();
        drop(state);
        wake(waker);
    }
}

/// What callers ask for. Dropped, it lets them know that nobody listens.
#[derive(Debug)]
pub struct Commanded(Arc<Queue>);

impl Commanded {
    /// Waits until something is asked for, and moves all of it to the end of `all`; `false` where nothing comes any more. Safe to drop at any
    /// point: nothing is lost.
    pub(crate) async fn wait(&mut self, all: &mut Vec<Command>) -> bool {
        poll_fn(|cx| self.poll_any(cx, |asked| take(asked, all))).await
    }

    /// Waits for anything that is asked for, or until nothing comes any more.
    pub async fn any(&mut self) {
        poll_fn(|cx| self.poll_any(cx, |_| ())).await;
    }

    /// Passes on what is asked for, until either end of the way is over.
    pub async fn forward(mut self, to: &Commands) {
        let mut all = Vec::new();
        while self.wait(&mut all).await {
            for command in all.drain(..) {
                if to.send(command).is_err() {
                    return;
                }
            }
        }
    }

    fn poll_any(
        &mut self,
        cx: &mut Context<'_>,
        take: impl FnOnce(&mut Vec<Command>),
    ) -> Poll<bool> {
        let mut state = self.0.lock();
        if !state.asked.is_empty() {
            take(&mut state.asked);
            return Poll::Ready(true);
        }
        if state.abandoned {
            return Poll::Ready(false);
        }
        let before = register(&mut state.waker, cx);
        drop(state);
        drop(before); // without the lock: a waker may hold a whole task
        Poll::Pending
    }

    /// Moves what has been asked for to the end of `all`.
    pub(crate) fn take(&mut self, all: &mut Vec<Command>) {
        take(&mut self.0.lock().asked, all);
    }

    /// Takes no more; gives what has been asked for.
    pub(crate) fn close(&mut self) -> Vec<Command> {
        let mut state = self.0.lock();
        state.closed = true;
        std::mem::take(&mut state.asked)
    }
}

impl Drop for Commanded {
    fn drop(&mut self) {
        drop(self.close()); // without the lock
    }
}

fn take(asked: &mut Vec<Command>, all: &mut Vec<Command>) {
    if all.is_empty() {
        std::mem::swap(asked, all);
        asked.shrink_to(KEPT);
    } else {
        all.append(asked);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::command::Ticket;

    fn cancel(ticket: u64) -> Command {
        Command::Cancel(Ticket(ticket))
    }

    fn tickets(all: &[Command]) -> Vec<u64> {
        let ticket = |command: &Command| match command {
            Command::Cancel(ticket) => ticket.0,
            _ => panic!("nothing else was asked for"),
        };
        all.iter().map(ticket).collect()
    }

    #[tokio::test]
    async fn what_is_asked_for_wakes_the_lane_and_comes_in_order_all_at_once() {
        let (commands, mut commanded) = commands();
        let waiting = tokio::spawn(async move {
            let mut all = Vec::new();
            assert!(commanded.wait(&mut all).await);
            tokio::task::yield_now().await;
            commanded.take(&mut all);
            (tickets(&all), commanded.wait(&mut Vec::new()).await)
        });
        tokio::task::yield_now().await;
        for ticket in 0..3 {
            commands.clone().send(cancel(ticket)).unwrap();
        }
        tokio::task::yield_now().await;
        commands.send(cancel(3)).unwrap();
        drop(commands);
        assert_eq!(waiting.await.unwrap(), (vec![0, 1, 2, 3], false));
    }

    #[test]
    fn a_lane_that_is_over_takes_nothing_more() {
        let (commands, mut commanded) = commands();
        commands.send(cancel(1)).unwrap();
        assert_eq!(tickets(&commanded.close()), [1]);
        assert!(commands.send(cancel(2)).is_err());
        drop(commanded);
        assert!(commands.send(cancel(3)).is_err());
    }
}
