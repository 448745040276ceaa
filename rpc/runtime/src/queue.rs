//! The one bounded queue: what waits between a handler and its transport, on either side of a call.
//!
//! ```text
//!  Sender ──▶ [ head │ message … message │ end ] ──▶ OutputReceiver
//!    waits while the budget is spent                  wakes it by taking all
//! ```
//!
//! Messages, leading metadata and the end travel in one order under one lock, so a reader never sees an end before
//! what came ahead of it. The reader takes all messages that are there at once, so a busy stream takes the lock twice a batch
//! and not twice a message; up to two budgets are in memory then, one of them in the reader's hand. Small messages lie in one buffer,
//! framed as lanes frame them: a lane writes them as they are.

use crate::event::{Event, Events};
use crate::fault::Gone;
use crate::limits::Budget;
use bytes::Bytes;
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll, Waker, ready};
use stillwire_codec::Lent;
use stillwire_rpc_core::payload::{Pieces, Run};
use stillwire_rpc_core::{Metadata, Status};

/// Pieces that a stream keeps room for while nothing is sent.
const QUIET_PIECES: usize = 16;

#[derive(Debug)]
struct State {
    head: Option<Metadata>,
    /// Whether a message was queued, or the head is to leave without one: it is settled then.
    begun: bool,
    /// Whether the head stays although the handler reads.
    held: bool,
    messages: Pieces,
    count: usize,
    bytes: usize,
    end: Option<Status>,
    reader_gone: bool,
    reader: Option<Waker>,
    writers: Vec<Waker>,
}

#[derive(Debug)]
struct Shared {
    budget: Budget,
    state: Mutex<State>,
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Ends the stream, unless it has ended.
    fn end(&self, status: Status) {
        let mut state = self.lock();
        if state.end.is_none() {
            state.end = Some(status);
            state.wake_writers();
            state.wake_reader();
        }
    }
}

impl State {
    fn wake_reader(&mut self) {
        if let Some(waker) = self.reader.take() {
            waker.wake();
        }
    }

    fn wake_writers(&mut self) {
        self.writers.drain(..).for_each(Waker::wake);
    }

    /// Whether nobody waits for what is sent; and whether there is room for a message.
    fn admits(&self, budget: Budget, len: usize) -> Result<bool, Gone> {
        if self.reader_gone || self.end.is_some() {
            return Err(Gone);
        }
        Ok(self.messages.is_empty()
            || (self.count < budget.queued_messages
                && self.bytes.saturating_add(len) <= budget.queued_bytes))
    }

    #[inline]
    fn push(&mut self, message: Lent<'_>) {
        self.bytes = self.bytes.saturating_add(message.as_bytes().len());
        self.messages.push(message);
        self.count = self.count.saturating_add(1);
        self.begun = true;
        self.wake_reader();
    }

    /// Moves what is there to `batch`, which is empty; says whether that is anything.
    fn take(&mut self, batch: &mut Batch) -> bool {
        if self
            .head
            .as_ref()
            .is_some_and(|head| self.head_is_due(head))
        {
            batch.head = self.head.take();
        }
        if !self.messages.is_empty() {
            self.messages.swap(&mut batch.messages);
            (self.bytes, self.count) = (0, 0);
            self.wake_writers();
        }
        batch.end = self.end.clone().map(Box::new);
        !batch.is_empty()
    }

    /// Leading metadata goes when it is asked for, or ahead of the first message or of a good end; of a bad one only if there
    /// is any.
    fn head_is_due(&self, head: &Metadata) -> bool {
        let ended = self
            .end
            .as_ref()
            .is_some_and(|end| end.is_ok() || !head.is_empty());
        self.begun || ended
    }
}

/// A queue that holds no more than `budget`.
pub(crate) fn channel(budget: Budget) -> (Sender, OutputReceiver) {
    let state = State {
        head: Some(Metadata::new()),
        begun: false,
        held: false,
        messages: Pieces::default(),
        count: 0,
        bytes: 0,
        end: None,
        reader_gone: false,
        reader: None,
        writers: Vec::new(),
    };
    let shared = Arc::new(Shared {
        budget,
        state: Mutex::new(state),
    });
    let receiver = OutputReceiver {
        shared: Arc::clone(&shared),
        batch: Batch::default(),
    };
    (Sender(shared), receiver)
}

/// The end that messages go in by. Dropping it says nothing; see [`Closer`].
#[derive(Debug, Clone)]
pub(crate) struct Sender(Arc<Shared>);

impl Sender {
    /// Queues a message once there is room for it.
    pub(crate) fn send(&self, message: Bytes) -> SendFuture<'_> {
        SendFuture {
            sender: self,
            message: Some(message),
        }
    }

    /// Replaces the leading metadata. `false`: a message was sent, it is too late.
    pub(crate) fn set_head(&self, metadata: Metadata) -> bool {
        let mut state = self.0.lock();
        let open = !state.begun && state.end.is_none();
        if open {
            state.head = Some(metadata);
        }
        open
    }

    /// Has the leading metadata leave now.
    pub(crate) fn open(&self) {
        let mut state = self.0.lock();
        state.begun = true;
        state.wake_reader();
    }

    /// Has the leading metadata stay until [`open`](Self::open) or a message, although the handler reads.
    pub(crate) fn hold(&self) {
        self.0.lock().held = true;
    }

    /// The handler asks for the client's first message, which the client may send only once the call has begun.
    pub(crate) fn read(&self) {
        if !self.0.lock().held {
            self.open();
        }
    }

    /// A guard that ends the stream.
    pub(crate) fn closer(&self) -> Closer {
        Closer(Some(self.clone()))
    }

    /// Takes a message if there is room, else gives it back.
    ///
    /// # Errors
    /// Where nobody reads any more.
    #[inline]
    pub(crate) fn offer(&self, message: Lent<'_>) -> Result<Option<Bytes>, Gone> {
        let mut state = self.0.lock();
        if state.admits(self.0.budget, message.as_bytes().len())? {
            state.push(message);
            return Ok(None);
        }
        drop(state);
        Ok(Some(message.into_bytes()))
    }

    fn poll_send(
        &self,
        message: &mut Option<Bytes>,
        cx: &mut Context<'_>,
    ) -> Poll<Result<(), Gone>> {
        let mut state = self.0.lock();
        let len = message.as_ref().map_or(0, Bytes::len);
        if state.admits(self.0.budget, len)? {
            if let Some(message) = message.take() {
                state.push(Lent::Whole(message));
            }
            return Poll::Ready(Ok(()));
        }
        if !state
            .writers
            .iter()
            .any(|waker| waker.will_wake(cx.waker()))
        {
            state.writers.push(cx.waker().clone());
        }
        Poll::Pending
    }
}

/// Waits for room, then queues.
#[derive(Debug)]
pub(crate) struct SendFuture<'a> {
    sender: &'a Sender,
    message: Option<Bytes>,
}

impl Future for SendFuture<'_> {
    type Output = Result<(), Gone>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let this = &mut *self;
        this.sender.poll_send(&mut this.message, cx)
    }
}

/// Ends the stream: with a status, or, dropped, as CANCELLED. What was broken off never looks complete.
#[derive(Debug)]
pub(crate) struct Closer(Option<Sender>);

impl Closer {
    pub(crate) fn close(mut self, status: Status) {
        if let Some(sender) = self.0.take() {
            sender.0.end(status);
        }
    }
}

impl Drop for Closer {
    fn drop(&mut self) {
        if let Some(sender) = self.0.take() {
            sender.0.end(Status::cancelled(
                "the sender went away before it had finished",
            ));
        }
    }
}

/// The end that messages come out by. Not polling it makes the handler wait; dropping it tells the handler that its
/// reader has gone.
#[derive(Debug)]
pub struct OutputReceiver {
    shared: Arc<Shared>,
    /// What was taken out of the queue together, for [`Events::poll_event`].
    batch: Batch,
}

/// What was ready at once: a head, then messages, then an end.
#[derive(Debug, Default)]
pub struct Batch {
    /// Leading metadata: in the first batch, unless the call failed before its first message.
    pub head: Option<Metadata>,
    /// Messages, in order.
    pub messages: Pieces,
    /// The status, with the trailing metadata in it; nothing comes after it.
    pub end: Option<Box<Status>>,
}

impl Batch {
    fn is_empty(&self) -> bool {
        self.head.is_none() && self.messages.is_empty() && self.end.is_none()
    }
}

impl OutputReceiver {
    /// Takes everything that is there into `batch`, which is empty and keeps its memory from one time to the next.
    pub fn poll_batch(&mut self, cx: &mut Context<'_>, batch: &mut Batch) -> Poll<()> {
        if !self.batch.is_empty() {
            std::mem::swap(&mut self.batch, batch);
            return Poll::Ready(());
        }
        let mut state = self.shared.lock();
        if state.take(batch) {
            return Poll::Ready(());
        }
        state.reader = Some(cx.waker().clone());
        state.messages.shrink_to(QUIET_PIECES);
        batch.messages.shrink_to(QUIET_PIECES);
        Poll::Pending
    }
}

impl Events for OutputReceiver {
    fn poll_event(&mut self, cx: &mut Context<'_>) -> Poll<Event> {
        let mut batch = std::mem::take(&mut self.batch);
        if batch.is_empty() {
            ready!(self.poll_batch(cx, &mut batch));
        }
        let event = if let Some(head) = batch.head.take() {
            Event::Head(head)
        } else if let Some(message) = batch.messages.pop() {
            Event::Messages(Run::One(message))
        } else {
            Event::End(batch.end.take().unwrap_or_else(|| Box::new(Status::ok())))
        };
        self.batch = batch;
        Poll::Ready(event)
    }
}

impl Drop for OutputReceiver {
    fn drop(&mut self) {
        let mut state = self.shared.lock();
        state.reader_gone = true;
        state.messages.clear();
        state.wake_writers();
    }
}
