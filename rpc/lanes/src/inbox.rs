//! What waits for the reader of a call: a server's handler that takes a stream, or a client that does.
//!
//! Nothing here needs a bound of its own: what may wait is what the lane gave credit for, and credit goes back only as the
//! reader takes messages, which it reports through `taken`.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll, Waker};

use bytes::{BufMut, Bytes, BytesMut};
use stillwire_rpc::{Event, Events, RawInput};
use stillwire_rpc_core::lane::MESSAGE_OVERHEAD_BYTES;
use stillwire_rpc_core::{Metadata, Status};
use tokio::sync::Notify;

/// What a message that waits costs besides its bytes. Stops floods of empty ones.
const WAITING_MESSAGE_BYTES: usize = 64;

/// A message of up to so many bytes is copied if it has to wait: as a slice, it would keep everything that came in one piece
/// with it, which may be 64 KiB of packets. A longer one spans packets, and has memory of its own already.
const SLICE_BYTES: usize = 2 * 1024;

/// Messages within so many bytes of memory wait as the slices that they came as, since together they keep little more than
/// that. They are copied, all into one buffer, when one from elsewhere joins them: a reader that keeps up has taken them by then.
const LOOSE_BYTES: usize = 16 * 1024;

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
    /// How many of the messages, from the front, keep no memory but their own.
    settled: usize,
    /// Where the memory begins that the others lie in.
    loose_at: usize,
    end: Option<Status>,
    waker: Option<Waker>,
}

impl State {
    fn push(&mut self, message: Bytes) {
        let at = message.as_ptr().addr();
        let is_near = at.wrapping_sub(self.loose_at) < LOOSE_BYTES;
        if message.len() <= SLICE_BYTES && !is_near {
            self.settle();
            self.loose_at = at;
        }
        self.messages.push_back(message);
    }

    /// Gives the small messages that wait as slices a buffer of their own.
    fn settle(&mut self) {
        let loose = || self.messages.iter().skip(self.settled);
        let small = |message: &&Bytes| message.len() <= SLICE_BYTES;
        let bytes = loose().filter(small).map(Bytes::len).sum();
        if bytes > 0 {
            let mut own = BytesMut::with_capacity(bytes);
            loose()
                .filter(small)
                .for_each(|message| own.put_slice(message));
            let mut own = own.freeze();
            for message in self.messages.iter_mut().skip(self.settled) {
                if message.len() <= SLICE_BYTES {
                    *message = own.split_to(message.len());
                }
            }
        }
        self.settled = self.messages.len();
    }

    /// Takes all messages; `ready` is empty. Gives what they cost.
    fn take(&mut self, ready: &mut VecDeque<Bytes>) -> usize {
        std::mem::swap(&mut self.messages, ready);
        self.settled = 0;
        std::mem::take(&mut self.bytes)
    }
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
            ready: VecDeque::new(),
            ready_cost: 0,
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

    /// Messages came.
    pub fn messages(&self, messages: impl IntoIterator<Item = Bytes>) {
        self.change(|state| {
            let before = state.bytes;
            for message in messages {
                state.bytes = state.bytes.saturating_add(cost(&message));
                state.push(message);
            }
            self.0.gauge.add(state.bytes.saturating_sub(before));
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
    /// Messages that were taken together, so that a busy stream locks once a batch.
    ready: VecDeque<Bytes>,
    /// What they count in the gauge, until the last of them is read.
    ready_cost: usize,
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

    /// The next of the messages that were taken together.
    fn next_ready(&mut self) -> Option<Event> {
        let message = self.ready.pop_front()?;
        if self.ready.is_empty() {
            self.shared.gauge.sub(std::mem::take(&mut self.ready_cost));
        }
        self.report(message.len());
        Some(Event::Message(message))
    }

    fn poll_next_event(&mut self, cx: &mut Context<'_>) -> Poll<Event> {
        if let Some(event) = self.next_ready() {
            return Poll::Ready(event);
        }
        let mut state = self.shared.lock();
        if let Some(head) = state.head.take() {
            return Poll::Ready(Event::Head(head));
        }
        if !state.messages.is_empty() {
            self.ready_cost = state.take(&mut self.ready);
            drop(state);
            return self.poll_next_event(cx);
        }
        if let Some(status) = &state.end {
            self.ended = true;
            return Poll::Ready(Event::End(Box::new(status.clone())));
        }
        state.waker = Some(cx.waker().clone());
        Poll::Pending
    }
}

impl<R: Reader> Drop for Inbox<R> {
    fn drop(&mut self) {
        let mut state = self.shared.lock();
        state.messages.clear();
        let unread = std::mem::take(&mut state.bytes).saturating_add(self.ready_cost);
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
            Event::End(status) => Err(*status),
            Event::Head(_) => Err(Status::internal("a request has no leading metadata")),
        })
    }
}

impl<R: Reader> std::fmt::Debug for Inbox<R> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Inbox").finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Silent;

    impl Reader for Silent {
        fn taken(&self, _: usize) {}
        fn gone(&self) {}
    }

    fn open() -> (InboxSender, Inbox<Silent>, Arc<Gauge>) {
        let gauge = Arc::<Gauge>::default();
        let (sender, inbox) = inbox(Arc::clone(&gauge), Silent, 1 << 20);
        (sender, inbox, gauge)
    }

    fn next(inbox: &mut Inbox<Silent>) -> Option<Bytes> {
        match inbox.poll_next_event(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(Event::Message(message)) => Some(message),
            _ => None,
        }
    }

    #[test]
    fn messages_that_came_in_one_piece_share_it_and_others_keep_only_their_own_bytes() {
        let (sender, mut inbox, _) = open();
        let pieces = [1, 2].map(|fill| Bytes::from(vec![fill; 2 * LOOSE_BYTES]));
        let slices = |piece: &Bytes| [0..5, 5..9, 9..9].map(|range| piece.slice(range));
        sender.messages(slices(&pieces[0]));
        let first = next(&mut inbox).unwrap();
        assert_eq!(first.as_ptr(), pieces[0].as_ptr());
        assert_eq!(next(&mut inbox).unwrap().as_ptr(), pieces[0][5..].as_ptr());
        assert_eq!(next(&mut inbox).unwrap(), "");

        sender.messages(slices(&pieces[0]));
        sender.messages(slices(&pieces[1]));
        for (piece, shares) in [(&pieces[0], false), (&pieces[1], true)] {
            for slice in slices(piece) {
                let message = next(&mut inbox).unwrap();
                assert_eq!(message, slice);
                assert!(message.is_empty() || (message.as_ptr() == slice.as_ptr()) == shares);
            }
        }
        assert_eq!(next(&mut inbox), None);
    }

    #[test]
    fn a_large_message_is_never_copied() {
        let (sender, mut inbox, _) = open();
        let large = Bytes::from(vec![1; SLICE_BYTES + 1]);
        sender.messages([
            Bytes::from_static(b"a"),
            large.clone(),
            Bytes::from_static(b"b"),
        ]);
        sender.messages([Bytes::from(vec![2; 10])]);
        assert_eq!(next(&mut inbox).unwrap(), "a");
        assert_eq!(next(&mut inbox).unwrap().as_ptr(), large.as_ptr());
    }

    #[test]
    fn the_gauge_counts_until_the_last_of_a_batch_is_read_or_dropped() {
        let (sender, mut inbox, gauge) = open();
        sender.messages([Bytes::from_static(b"a"), Bytes::from_static(b"b")]);
        let both = 2 * (1 + WAITING_MESSAGE_BYTES);
        assert!(gauge.exceeds(both - 1) && !gauge.exceeds(both));
        next(&mut inbox).unwrap();
        assert!(gauge.exceeds(both - 1));
        next(&mut inbox).unwrap();
        assert!(!gauge.exceeds(0));
        sender.messages([Bytes::from_static(b"a"), Bytes::from_static(b"b")]);
        next(&mut inbox).unwrap();
        sender.messages([Bytes::from_static(b"c")]);
        drop(inbox);
        assert!(!gauge.exceeds(0));
    }
}
