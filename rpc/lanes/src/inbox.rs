//! What waits for the reader of a call: a server's handler that takes a stream, or a client that does.
//!
//! Nothing here needs a bound of its own: what may wait is what the lane gave credit for, and credit goes back only as the
//! reader takes messages, which it reports through `taken`.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll, Waker, ready};

use bytes::{BufMut, Bytes, BytesMut};
use stillwire_rpc::{Event, Events, RawInput, Waiters};
use stillwire_rpc_core::payload::Run;
use stillwire_rpc_core::{Metadata, Status};

/// What a run of messages that waits costs besides its bytes. Stops floods of empty ones.
const WAITING_RUN_BYTES: usize = 64;

/// A run of up to so many bytes is copied if it has to wait: as a slice, it would keep everything that came in one piece
/// with it, which may be 64 KiB of packets. A longer one keeps little but itself, or has memory of its own already.
const SLICE_BYTES: usize = 4 * 1024;

/// Runs within so many bytes of memory wait as the slices that they came as, since together they keep little more than
/// that. They are copied, all into one buffer, when one from elsewhere joins them: a reader that keeps up has taken them by then.
const LOOSE_BYTES: usize = 16 * 1024;

/// Bytes of messages that wait for readers on one connection.
#[derive(Debug, Default)]
pub struct Gauge {
    bytes: AtomicUsize,
    /// Lanes that wait for it to fall.
    waiters: Waiters,
}

impl Gauge {
    fn add(&self, bytes: usize) {
        self.bytes.fetch_add(bytes, Ordering::Relaxed);
    }

    fn sub(&self, bytes: usize) {
        self.bytes.fetch_sub(bytes, Ordering::SeqCst);
        self.waiters.tell();
    }

    /// Whether more than `limit` bytes wait.
    pub fn exceeds(&self, limit: usize) -> bool {
        self.bytes.load(Ordering::SeqCst) > limit
    }

    /// Waits until no more than `limit` bytes wait.
    pub(crate) async fn below(&self, limit: usize) {
        self.waiters.until(|| !self.exceeds(limit)).await;
    }
}

/// Tells a lane's task what the reader of a call does.
pub trait Reader: Send + 'static {
    /// It took messages that cost so much credit.
    fn taken(&self, credit: usize);
    /// It went away before the end.
    fn gone(&self);
}

#[derive(Debug, Default)]
struct State {
    head: Option<Metadata>,
    runs: VecDeque<Run>,
    bytes: usize,
    /// How many of the runs, from the front, keep no memory but their own.
    settled: usize,
    /// Where the memory begins that the others lie in.
    loose_at: usize,
    end: Option<Status>,
    /// Nobody reads any more: what still comes is kept no more, and counted no more.
    gone: bool,
    waker: Option<Waker>,
}

impl State {
    fn push(&mut self, run: Run) {
        let at = run.bytes().as_ptr().addr();
        let is_near = at.wrapping_sub(self.loose_at) < LOOSE_BYTES;
        if run.len_bytes() <= SLICE_BYTES && !is_near {
            self.settle();
            self.loose_at = at;
        }
        self.runs.push_back(run);
    }

    /// Gives the small runs that wait as slices a buffer of their own.
    fn settle(&mut self) {
        let small = |run: &Run| run.len_bytes() <= SLICE_BYTES;
        let loose = || self.runs.iter().skip(self.settled);
        let loose = || loose().filter(|run| small(run));
        let bytes = loose().map(Run::len_bytes).sum();
        if bytes > 0 {
            let mut own = BytesMut::with_capacity(bytes);
            loose().for_each(|run| own.put_slice(run.bytes()));
            let mut own = own.freeze();
            let loose = self.runs.iter_mut().skip(self.settled);
            for run in loose.filter(|run| small(run)) {
                run.replace_bytes(own.split_to(run.len_bytes()));
            }
        }
        self.settled = self.runs.len();
    }

    /// Takes all runs; `ready` is empty. Gives what they cost.
    fn take(&mut self, ready: &mut VecDeque<Run>) -> usize {
        std::mem::swap(&mut self.runs, ready);
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
            begun: Run::default(),
            ready_cost: 0,
            in_hand: 0,
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
    pub fn messages(&self, messages: Run) {
        let cost = messages.len_bytes().saturating_add(WAITING_RUN_BYTES);
        self.change(|state| {
            if !state.gone {
                state.bytes = state.bytes.saturating_add(cost);
                state.push(messages);
                self.0.gauge.add(cost);
            }
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
    ready: VecDeque<Run>,
    /// What is read message by message, and was begun.
    begun: Run,
    /// What they count in the gauge, until the last of them is read.
    ready_cost: usize,
    /// The credit of a run that the reader has and may not have read: it asks for no more before.
    in_hand: usize,
}

impl<R: Reader> Inbox<R> {
    /// The first message came with the call and was not paid for.
    #[must_use]
    pub(crate) fn with_unpaid_message(mut self) -> Self {
        self.unpaid = true;
        self
    }

    fn report(&mut self, credit: usize) {
        if std::mem::take(&mut self.unpaid) {
            return;
        }
        self.unreported = self.unreported.saturating_add(credit);
        if self.unreported >= self.report_at {
            self.reader.taken(std::mem::take(&mut self.unreported));
        }
    }

    /// The next of the messages that were taken together.
    fn next_ready(&mut self) -> Option<Event> {
        let run = self.ready.pop_front()?;
        self.in_hand = run.credit();
        if matches!(run, Run::One(_)) {
            self.put_down();
        }
        Some(Event::Messages(run))
    }

    /// What the reader was given has been read.
    fn put_down(&mut self) {
        let credit = std::mem::take(&mut self.in_hand);
        if credit > 0 {
            if self.ready.is_empty() {
                self.shared.gauge.sub(std::mem::take(&mut self.ready_cost));
            }
            self.report(credit);
        }
    }

    fn poll_next_event(&mut self, cx: &mut Context<'_>) -> Poll<Event> {
        self.put_down();
        if let Some(event) = self.next_ready() {
            return Poll::Ready(event);
        }
        let mut state = self.shared.lock();
        if let Some(head) = state.head.take() {
            return Poll::Ready(Event::Head(head));
        }
        if !state.runs.is_empty() {
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
        state.gone = true;
        state.runs.clear();
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
        loop {
            if let Some(message) = self.begun.next() {
                return Poll::Ready(Ok(Some(message)));
            }
            match ready!(self.poll_next_event(cx)) {
                Event::Messages(messages) => self.begun = messages,
                Event::End(status) if status.is_ok() => return Poll::Ready(Ok(None)),
                Event::End(status) => return Poll::Ready(Err(*status)),
                Event::Head(_) => {
                    let status = Status::internal("a request has no leading metadata");
                    return Poll::Ready(Err(status));
                }
            }
        }
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
        match inbox.poll_next(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(Ok(message)) => message,
            _ => None,
        }
    }

    #[test]
    fn messages_that_came_in_one_piece_share_it_and_others_keep_only_their_own_bytes() {
        let (sender, mut inbox, _) = open();
        let pieces = [1, 2].map(|fill| Bytes::from(vec![fill; 2 * LOOSE_BYTES]));
        let ranges = [0..5, 5..9, 9..9];
        let send = |piece: &Bytes| {
            for range in ranges.clone() {
                sender.messages(Run::One(piece.slice(range)));
            }
        };
        send(&pieces[0]);
        let first = next(&mut inbox).unwrap();
        assert_eq!(first.as_ptr(), pieces[0].as_ptr());
        assert_eq!(next(&mut inbox).unwrap().as_ptr(), pieces[0][5..].as_ptr());
        assert_eq!(next(&mut inbox).unwrap(), "");

        send(&pieces[0]);
        send(&pieces[1]);
        for (piece, shares) in [(&pieces[0], false), (&pieces[1], true)] {
            for range in ranges.clone() {
                let (message, slice) = (next(&mut inbox).unwrap(), piece.slice(range));
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
        for message in [
            Bytes::from_static(b"a"),
            large.clone(),
            Bytes::from_static(b"b"),
        ] {
            sender.messages(Run::One(message));
        }
        sender.messages(Run::One(Bytes::from(vec![2; 10])));
        assert_eq!(next(&mut inbox).unwrap(), "a");
        assert_eq!(next(&mut inbox).unwrap().as_ptr(), large.as_ptr());
    }

    #[test]
    fn the_gauge_counts_until_the_last_of_a_batch_is_read_or_dropped() {
        let (sender, mut inbox, gauge) = open();
        let send = |message| sender.messages(Run::One(Bytes::from_static(message)));
        send(b"a");
        send(b"b");
        let both = 2 * (1 + WAITING_RUN_BYTES);
        assert!(gauge.exceeds(both - 1) && !gauge.exceeds(both));
        next(&mut inbox).unwrap();
        assert!(gauge.exceeds(both - 1));
        next(&mut inbox).unwrap();
        assert!(!gauge.exceeds(0));
        send(b"a");
        send(b"b");
        next(&mut inbox).unwrap();
        send(b"c");
        drop(inbox);
        assert!(!gauge.exceeds(0));
    }

    #[test]
    fn messages_that_come_after_the_reader_went_count_nothing() {
        let (sender, inbox, gauge) = open();
        drop(inbox);
        sender.messages(Run::One(Bytes::from(vec![1; 1000])));
        assert!(!gauge.exceeds(0));
    }

    #[test]
    fn a_run_counts_until_the_reader_asks_for_what_follows_it() {
        let (sender, mut inbox, gauge) = open();
        let frame = [5, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 9];
        sender.messages(Run::Frames(frame.repeat(3).into()));
        for _ in 0..3 {
            assert_eq!(next(&mut inbox).unwrap(), [9][..]);
            assert!(gauge.exceeds(0));
        }
        assert_eq!(next(&mut inbox), None);
        assert!(!gauge.exceeds(0));
    }
}
