//! What waits for the reader of a call: a server's handler that takes a stream, or a client that does.
//!
//! Nothing here needs a bound of its own: what may wait is what the lane gave credit for, and credit goes back only as the
//! reader takes messages, which it reports through `taken`.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll, Waker};

use bytes::Bytes;
use stillwire_rpc::{Event, Events, RawInput};
use stillwire_rpc_core::lane::MESSAGE_OVERHEAD_BYTES;
use stillwire_rpc_core::{Metadata, Status};
use tokio::sync::Notify;

/// What a message that waits costs besides its bytes. Stops floods of empty ones.
const WAITING_MESSAGE_BYTES: usize = 64;

/// A message of up to so many bytes is copied if it has to wait: as a slice, it would keep everything that came in one piece
/// with it, which may be 64 KiB of packets. A longer one spans packets, and has memory of its own already.
const SLICE_BYTES: usize = 2 * 1024;

/// Bytes of messages that wait for readers on one connection.
#[derive(Debug, Default)]
pub struct Gauge {
    bytes: AtomicUsize,
    /// Lanes that wait for it to fall: without any, nobody is told.
    waiting: AtomicUsize,
    fell: Notify,
}

impl Gauge {
    fn add(&self, bytes: usize) {
        self.bytes.fetch_add(bytes, Ordering::Relaxed);
    }

    fn sub(&self, bytes: usize) {
        self.bytes.fetch_sub(bytes, Ordering::SeqCst);
        if self.waiting.load(Ordering::SeqCst) > 0 {
            self.fell.notify_waiters();
        }
    }

    /// Whether more than `limit` bytes wait.
    pub fn exceeds(&self, limit: usize) -> bool {
        self.bytes.load(Ordering::SeqCst) > limit
    }

    /// Waits until no more than `limit` bytes wait.
    pub(crate) async fn below(&self, limit: usize) {
        // Counted before it looks, so that whoever takes a message after that tells it.
        let _waiting = Waiting::new(&self.waiting);
        loop {
            let fell = self.fell.notified();
            tokio::pin!(fell);
            fell.as_mut().enable();
            if !self.exceeds(limit) {
                return;
            }
            fell.await;
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

/// Tells a lane's task what the reader of a call does.
pub trait Reader: Send + 'static {
    /// It took messages that cost as much credit as one of this many bytes.
    fn taken(&self, bytes: usize);
    /// It went away before the end.
    fn gone(&self);
}

#[derive(Debug, Default)]
struct State {
    head: Option<Metadata>,
    messages: VecDeque<Bytes>,
    bytes: usize,
    end: Option<Status>,
    waker: Option<Waker>,
}

#[derive(Debug)]
struct Shared {
    state: Mutex<State>,
    gauge: Arc<Gauge>,
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// An inbox whose reader reports to `reader`, once it has taken a quarter of the call credit `window_bytes`: the sender gets half of it
/// back at a time, so that is early enough, and telling costs more than a small message does.
pub fn inbox<R: Reader>(
    gauge: Arc<Gauge>,
    reader: R,
    window_bytes: u32,
) -> (InboxSender, Inbox<R>) {
    let report_at = usize::try_from(window_bytes / 4).unwrap_or(usize::MAX);
    let shared = Arc::new(Shared {
        state: Mutex::default(),
        gauge,
    });
    (
        InboxSender(Arc::clone(&shared)),
        Inbox {
            shared,
            reader,
            report_at,
            unreported: 0,
            unpaid: false,
            ended: false,
        },
    )
}

/// The lane's end of an inbox. Dropped without [`end`](Self::end), it ends the stream as broken off.
#[derive(Debug)]
pub struct InboxSender(Arc<Shared>);

impl InboxSender {
    /// Leading metadata came.
    pub fn head(&self, metadata: Metadata) {
        self.change(|state| state.head = Some(metadata));
    }

    /// A message came.
    pub fn message(&self, message: Bytes) {
        let cost = cost(&message);
        self.0.gauge.add(cost);
        self.change(|state| {
            state.bytes = state.bytes.saturating_add(cost);
            // The first is left as it is: it costs a reader that keeps up nothing.
            let copies = message.len() <= SLICE_BYTES && !state.messages.is_empty();
            state.messages.push_back(if copies {
                Bytes::copy_from_slice(&message)
            } else {
                message
            });
        });
    }

    /// Nothing more comes.
    pub fn end(&self, status: Status) {
        self.change(|state| {
            state.end.get_or_insert(status);
        });
    }

    fn change(&self, change: impl FnOnce(&mut State)) {
        let waker = {
            let mut state = self.0.lock();
            change(&mut state);
            state.waker.take()
        };
        if let Some(waker) = waker {
            waker.wake();
        }
    }
}

fn cost(message: &Bytes) -> usize {
    message.len().saturating_add(WAITING_MESSAGE_BYTES)
}

impl Drop for InboxSender {
    fn drop(&mut self) {
        self.end(Status::cancelled("the call was broken off"));
    }
}

/// The reader's end of an inbox.
pub struct Inbox<R: Reader> {
    shared: Arc<Shared>,
    reader: R,
    report_at: usize,
    /// Credit of messages that were taken and not reported.
    unreported: usize,
    /// The next message cost no credit.
    unpaid: bool,
    ended: bool,
}

impl<R: Reader> Inbox<R> {
    /// The first message came with the call and was not paid for.
    #[must_use]
    pub(crate) fn with_unpaid_message(mut self) -> Self {
        self.unpaid = true;
        self
    }

    fn report(&mut self, message_bytes: usize) {
        if std::mem::take(&mut self.unpaid) {
            return;
        }
        let cost = message_bytes.saturating_add(MESSAGE_OVERHEAD_BYTES);
        self.unreported = self.unreported.saturating_add(cost);
        if self.unreported >= self.report_at {
            let taken = std::mem::take(&mut self.unreported);
            self.reader
                .taken(taken.saturating_sub(MESSAGE_OVERHEAD_BYTES));
        }
    }

    fn poll_next_event(&mut self, cx: &mut Context<'_>) -> Poll<Event> {
        let mut state = self.shared.lock();
        if let Some(head) = state.head.take() {
            return Poll::Ready(Event::Head(head));
        }
        if let Some(message) = state.messages.pop_front() {
            let cost = cost(&message);
            state.bytes = state.bytes.saturating_sub(cost);
            drop(state);
            self.shared.gauge.sub(cost);
            self.report(message.len());
            return Poll::Ready(Event::Message(message));
        }
        if let Some(status) = &state.end {
            self.ended = true;
            return Poll::Ready(Event::End(status.clone()));
        }
        state.waker = Some(cx.waker().clone());
        Poll::Pending
    }
}

impl<R: Reader> Drop for Inbox<R> {
    fn drop(&mut self) {
        let mut state = self.shared.lock();
        state.messages.clear();
        let unread = std::mem::take(&mut state.bytes);
        let over = self.ended || state.end.is_some();
        drop(state);
        self.shared.gauge.sub(unread);
        if !over {
            self.reader.gone();
        }
    }
}

/// A client's stream of replies.
impl<R: Reader> Events for Inbox<R> {
    fn poll_event(&mut self, cx: &mut Context<'_>) -> Poll<Event> {
        self.poll_next_event(cx)
    }
}

/// A handler's stream of requests: a good end is an end, any other an error.
impl<R: Reader> RawInput for Inbox<R> {
    fn poll_next(&mut self, cx: &mut Context<'_>) -> Poll<Result<Option<Bytes>, Status>> {
        self.poll_next_event(cx).map(|event| match event {
            Event::Message(message) => Ok(Some(message)),
            Event::End(status) if status.is_ok() => Ok(None),
            Event::End(status) => Err(status),
            Event::Head(_) => Err(Status::internal("a request has no leading metadata")),
        })
    }
}

impl<R: Reader> std::fmt::Debug for Inbox<R> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Inbox").finish_non_exhaustive()
    }
}
