//! A client's connection: made when it is first needed, again when it was lost, and not too often while it cannot be.
//!
//! ```text
//!            a call                     made
//!   Idle ────────────▶ Connecting ─────────────▶ Ready
//!    ▲                   ▲     │ failed            │ lost, or the server drains
//!    │          a call,  │     ▼                   │
//!    │  after the pause  └─ TransientFailure       │
//!    └─────────────────────────────────────────────┘
//! ```
//!
//! States and pauses are those of gRPC (`connectivity-semantics-and-api.md` and `connection-backoff.md` of its documents). While a pause
//! lasts, calls fail at once with what the last attempt failed with; those that wait for ready wait.

use crate::limits::Limits;
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::time::Duration;
use stillwire_rpc_core::Status;
use tokio::sync::{OwnedMutexGuard, watch};
use tokio::time::Instant;

/// What a pause grows by with each attempt that fails.
const GROWTH: f64 = 1.6;

/// By how much of itself a pause is longer or shorter, at random, so that clients do not come back all at once.
const JITTER: f64 = 0.2;

/// How a client stands to its server.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ConnectionState {
    /// There is no connection, and nobody asked for one since the last was lost.
    Idle,
    /// One is being made.
    Connecting,
    /// There is one.
    Ready,
    /// The last attempt failed. The next call after a pause makes another one.
    TransientFailure,
}

/// A connection, as a [`Link`] sees it.
pub trait Connection: Send + Sync + 'static {
    /// Whether it takes calls, as far as it can tell at once; that it takes none any more is also told by its [`Alive`].
    fn is_usable(&self) -> bool;
}

/// What a call does while there is no connection to be had.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Patience {
    /// It fails.
    FailFast,
    /// It waits, and tries again after each pause.
    WaitForReady,
    /// It tries now, whatever pause there is, and fails.
    Now,
}

impl Patience {
    /// That of a call.
    #[must_use]
    pub fn of(wait_for_ready: bool) -> Self {
        if wait_for_ready {
            Self::WaitForReady
        } else {
            Self::FailFast
        }
    }
}

/// The place of a transport's one connection. Clones share it.
pub struct Link<C>(Arc<Place<C>>);

struct Place<C> {
    current: Mutex<Current<C>>,
    /// Held while connecting, so that a burst of first calls connects once.
    attempts: Arc<tokio::sync::Mutex<Attempts>>,
    state: watch::Sender<ConnectionState>,
}

struct Current<C> {
    connection: Option<Arc<C>>,
    /// Counts attempts, so that the end of an old connection is not taken for that of this one.
    attempt: u64,
    /// Whether the connection of this attempt is over.
    over: bool,
}

/// The attempts since the last one that succeeded.
struct Attempts {
    pause: Duration,
    pause_min: Duration,
    pause_max: Duration,
    failed: Option<(Instant, Status)>,
}

/// What a connection holds as long as it takes calls: dropping it says that it takes none any more.
pub struct Alive<C> {
    link: Weak<Place<C>>,
    attempt: u64,
}

impl<C: Connection> Link<C> {
    /// No connection yet.
    #[must_use]
    pub fn new(limits: &Limits) -> Self {
        Self(Arc::new(Place {
            current: Mutex::new(Current {
                connection: None,
                attempt: 0,
                over: true,
            }),
            attempts: Arc::new(tokio::sync::Mutex::new(Attempts {
                pause: limits.reconnect_backoff_min,
                pause_min: limits.reconnect_backoff_min,
                pause_max: limits.reconnect_backoff_max,
                failed: None,
            })),
            state: watch::Sender::new(ConnectionState::Idle),
        }))
    }

    /// The connection, where there is one that takes calls.
    #[must_use]
    pub fn open(&self) -> Option<Arc<C>> {
        self.with(Arc::clone)
    }

    /// What `of` makes of the connection, where there is one that takes calls. It is short: others wait meanwhile.
    pub fn with<T>(&self, of: impl FnOnce(&Arc<C>) -> T) -> Option<T> {
        let current = self.0.current();
        let connection = current.connection.as_ref().filter(|_| !current.over);
        connection.filter(|open| open.is_usable()).map(of)
    }

    /// The connection, made by `connect` where there is none. An attempt that has begun goes on without the caller, so callers of little
    /// time do not keep others from a connection that takes long to make.
    ///
    /// # Errors
    /// What the attempt failed with, or an earlier one whose pause is not over.
    pub async fn get<F, Connecting>(&self, patience: Patience, connect: F) -> Result<Arc<C>, Status>
    where
        F: Fn(Alive<C>) -> Connecting,
        Connecting: Future<Output = Result<C, Status>> + Send + 'static,
    {
        loop {
            if let Some(open) = self.open() {
                return Ok(open);
            }
            let attempts = Arc::clone(&self.0.attempts).lock_owned().await;
            // Another call may have made it meanwhile.
            if let Some(open) = self.open() {
                return Ok(open);
            }
            if let Some((until, status)) = attempts.pausing(patience) {
                if patience == Patience::FailFast {
                    return Err(status);
                }
                drop(attempts);
                tokio::time::sleep_until(until).await;
                continue;
            }
            let alive = self.begin();
            let attempt = alive.attempt;
            let connecting = connect(alive);
            let made = tokio::spawn(self.clone().finish(attempt, connecting, attempts));
            let gone = |_| Status::unavailable("the runtime that connects is shutting down");
            match made.await.map_err(gone)? {
                Err(_) if patience == Patience::WaitForReady => {}
                made => return made,
            }
        }
    }

    fn begin(&self) -> Alive<C> {
        let mut current = self.0.current();
        current.attempt += 1;
        current.over = false;
        let before = current.connection.take();
        let attempt = current.attempt;
        self.0.state.send_replace(ConnectionState::Connecting);
        drop(current);
        drop(before); // what a connection does at its end is done without the lock
        Alive {
            link: Arc::downgrade(&self.0),
            attempt,
        }
    }

    async fn finish(
        self,
        attempt: u64,
        connecting: impl Future<Output = Result<C, Status>>,
        mut attempts: OwnedMutexGuard<Attempts>,
    ) -> Result<Arc<C>, Status> {
        let made = connecting.await.map(Arc::new);
        let mut current = self.0.current();
        debug_assert_eq!(current.attempt, attempt, "attempts do not overlap");
        let state = match &made {
            Ok(connection) => {
                attempts.succeeded();
                current.connection = Some(Arc::clone(connection));
                if current.over {
                    ConnectionState::Idle
                } else {
                    ConnectionState::Ready
                }
            }
            Err(status) => {
                attempts.failed(status.clone());
                ConnectionState::TransientFailure
            }
        };
        self.0.state.send_replace(state);
        made
    }

    /// The state, to be looked at and waited for.
    #[must_use]
    pub fn state(&self) -> watch::Receiver<ConnectionState> {
        self.0.state.subscribe()
    }
}

impl<C> Place<C> {
    fn current(&self) -> std::sync::MutexGuard<'_, Current<C>> {
        self.current.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<C> Drop for Alive<C> {
    fn drop(&mut self) {
        let Some(place) = self.link.upgrade() else {
            return;
        };
        let mut current = place.current();
        if current.attempt == self.attempt {
            current.over = true;
            // One that is not yet made, or could not be, is told by its attempt.
            place.state.send_if_modified(|state| {
                let ends = *state == ConnectionState::Ready;
                if ends {
                    *state = ConnectionState::Idle;
                }
                ends
            });
        }
    }
}

impl Attempts {
    /// Until when there is to be no attempt, and why; `None` where there may be one.
    fn pausing(&self, patience: Patience) -> Option<(Instant, Status)> {
        let (until, status) = self.failed.as_ref()?;
        let pauses = patience != Patience::Now && Instant::now() < *until;
        pauses.then(|| (*until, status.clone()))
    }

    fn succeeded(&mut self) {
        self.failed = None;
        self.pause = self.pause_min;
    }

    fn failed(&mut self, status: Status) {
        let factor = 1.0 - JITTER + 2.0 * JITTER * super::retry::random();
        self.failed = Some((Instant::now() + self.pause.mul_f64(factor), status));
        self.pause = self.pause.mul_f64(GROWTH).min(self.pause_max);
    }
}

impl<C> Clone for Link<C> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<C> fmt::Debug for Link<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let state = *self.0.state.borrow();
        f.debug_struct("Link").field("state", &state).finish()
    }
}

impl<C> fmt::Debug for Alive<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Alive").field(&self.attempt).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

    #[derive(Debug, Default)]
    struct Fake(AtomicBool);

    impl Connection for Fake {
        fn is_usable(&self) -> bool {
            !self.0.load(Ordering::Relaxed)
        }
    }

    /// A server that may be down.
    #[derive(Debug, Clone, Default)]
    struct Server {
        up: Arc<AtomicBool>,
        asked: Arc<AtomicUsize>,
        alive: Arc<Mutex<Option<Alive<Fake>>>>,
    }

    impl Server {
        fn connect(
            &self,
            alive: Alive<Fake>,
        ) -> impl Future<Output = Result<Fake, Status>> + use<> {
            let server = self.clone();
            async move {
                tokio::time::sleep(Duration::from_millis(50)).await;
                let nth = server.asked.fetch_add(1, Ordering::Relaxed) + 1;
                if !server.up.load(Ordering::Relaxed) {
                    return Err(Status::unavailable(format!("down the {nth}. time")));
                }
                *server.alive.lock().unwrap() = Some(alive);
                Ok(Fake::default())
            }
        }

        fn asked(&self) -> usize {
            self.asked.load(Ordering::Relaxed)
        }

        fn set(&self, up: bool) {
            self.up.store(up, Ordering::Relaxed);
        }
    }

    fn link() -> Link<Fake> {
        Link::new(&Limits {
            reconnect_backoff_min: Duration::from_secs(1),
            reconnect_backoff_max: Duration::from_secs(3),
            ..Limits::default()
        })
    }

    async fn get(
        link: &Link<Fake>,
        server: &Server,
        patience: Patience,
    ) -> Result<Arc<Fake>, Status> {
        link.get(patience, |alive| server.connect(alive)).await
    }

    #[tokio::test(start_paused = true)]
    async fn a_burst_of_calls_connects_once() {
        let (link, server) = (link(), Server::default());
        server.set(true);
        let mut calls = tokio::task::JoinSet::new();
        for _ in 0..10 {
            let (link, server) = (link.clone(), server.clone());
            calls.spawn(async move { get(&link, &server, Patience::FailFast).await });
        }
        for made in calls.join_all().await {
            made.unwrap();
        }
        assert_eq!(server.asked(), 1);
        assert_eq!(*link.state().borrow(), ConnectionState::Ready);
    }

    #[tokio::test(start_paused = true)]
    async fn calls_fail_at_once_until_the_pause_is_over() {
        let (link, server) = (link(), Server::default());
        let why = async |patience| get(&link, &server, patience).await.unwrap_err().message;
        assert_eq!(why(Patience::FailFast).await, "down the 1. time");
        assert_eq!(*link.state().borrow(), ConnectionState::TransientFailure);
        assert_eq!(why(Patience::FailFast).await, "down the 1. time");
        tokio::time::sleep(Duration::from_millis(700)).await;
        assert_eq!(why(Patience::FailFast).await, "down the 1. time");
        tokio::time::sleep(Duration::from_millis(600)).await;
        assert_eq!(why(Patience::FailFast).await, "down the 2. time");
        assert_eq!(why(Patience::Now).await, "down the 3. time");
    }

    #[tokio::test(start_paused = true)]
    async fn pauses_grow_and_are_bounded() {
        let (link, server) = (link(), Server::default());
        let waiting = get(&link, &server, Patience::WaitForReady);
        let waited = tokio::time::timeout(Duration::from_secs(60), waiting).await;
        assert!(waited.is_err(), "the server is down");
        // 1 s, 1.6 s, 2.56 s, then 3 s each, by up to a fifth more or less.
        let asked = server.asked();
        assert!((18..=26).contains(&asked), "{asked}");
    }

    #[tokio::test(start_paused = true)]
    async fn who_waits_for_ready_is_served_when_the_server_is_up() {
        let (link, server) = (link(), Server::default());
        let later = server.clone();
        tokio::spawn(async move {
            tokio::time::sleep(Duration::from_secs(5)).await;
            later.set(true);
        });
        get(&link, &server, Patience::WaitForReady).await.unwrap();
        assert!(server.asked() > 2);
    }

    #[tokio::test(start_paused = true)]
    async fn an_attempt_goes_on_without_its_caller() {
        let (link, server) = (link(), Server::default());
        server.set(true);
        for _ in 0..3 {
            let call = get(&link, &server, Patience::FailFast);
            let _ = tokio::time::timeout(Duration::from_millis(20), call).await;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
        assert!(link.open().is_some());
        assert_eq!(server.asked(), 1);
    }

    #[tokio::test(start_paused = true)]
    async fn the_state_follows_the_connection() {
        let (link, server) = (link(), Server::default());
        server.set(true);
        let mut state = link.state();
        assert_eq!(*state.borrow_and_update(), ConnectionState::Idle);
        let first = get(&link, &server, Patience::FailFast).await.unwrap();
        assert_eq!(*state.borrow_and_update(), ConnectionState::Ready);
        first.0.store(true, Ordering::Relaxed);
        let old = server.alive.lock().unwrap().take();
        get(&link, &server, Patience::FailFast).await.unwrap();
        assert_eq!(*state.borrow_and_update(), ConnectionState::Ready);
        // The end of the first one says nothing of the second.
        drop(old);
        assert!(!state.has_changed().unwrap());
        server.alive.lock().unwrap().take();
        assert_eq!(*state.borrow_and_update(), ConnectionState::Idle);
    }

    #[tokio::test(start_paused = true)]
    async fn a_connection_that_says_it_is_over_takes_no_more_calls() {
        let (link, server) = (link(), Server::default());
        server.set(true);
        get(&link, &server, Patience::FailFast).await.unwrap();
        assert!(link.open().is_some());
        server.alive.lock().unwrap().take();
        assert!(link.open().is_none());
        get(&link, &server, Patience::FailFast).await.unwrap();
        assert_eq!(server.asked(), 2);
    }
}
