//! What goes into a call, without its types: one message, or a stream of them.

use crate::event::{Event, Events};
use crate::limits::Budget;
use crate::queue::{self, Batch, Closer, OutputReceiver, Sender};
use crate::{Gone, Status};
use bytes::Bytes;
use std::fmt;
use std::task::{Context, Poll, ready};
use stillwire_codec::Lent;

/// A stream of raw messages, from whoever sends them.
pub trait RawInput: Send {
    /// The next message; `Ok(None)` after the last one. A stream that broke off, or was cancelled, ends in `Err` and
    /// never in `Ok(None)`: a part never looks like the whole.
    fn poll_next(&mut self, cx: &mut Context<'_>) -> Poll<Result<Option<Bytes>, Status>>;

    /// What there is, as far as it is worth taking at once, into `batch`, which is empty: messages, or the end behind them.
    fn poll_batch(&mut self, cx: &mut Context<'_>, batch: &mut Batch) -> Poll<()> {
        match ready!(self.poll_next(cx)) {
            Ok(Some(message)) => batch.messages.push(Lent::Whole(message)),
            Ok(None) => batch.end = Some(Box::new(Status::ok())),
            Err(status) => batch.end = Some(Box::new(status)),
        }
        Poll::Ready(())
    }
}

/// The messages of a call's client.
pub enum Input {
    /// The one message of a call whose client does not stream.
    One(Bytes),
    /// A stream.
    Many(Box<dyn RawInput>),
}

impl Input {
    /// As a stream, whatever it is.
    pub fn into_stream(self) -> Box<dyn RawInput> {
        match self {
            Self::One(message) => Box::new(Single(Some(message))),
            Self::Many(stream) => stream,
        }
    }
}

impl fmt::Debug for Input {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::One(message) => write!(f, "One({} bytes)", message.len()),
            Self::Many(_) => f.write_str("Many"),
        }
    }
}

struct Single(Option<Bytes>);

impl RawInput for Single {
    fn poll_next(&mut self, _: &mut Context<'_>) -> Poll<Result<Option<Bytes>, Status>> {
        Poll::Ready(Ok(self.0.take()))
    }
}

/// An input that its sender pushes into; holds no more than `budget`.
pub fn input_channel(budget: Budget) -> (InputSender, Input) {
    let (sender, input) = channel(budget);
    let closer = sender.closer();
    (InputSender { sender, closer }, input)
}

/// The same for whoever closes the sender by itself.
pub(crate) fn channel(budget: Budget) -> (Sender, Input) {
    let (sender, receiver) = queue::channel(budget);
    (sender, Input::Many(Box::new(Queued(receiver))))
}

/// Pushes messages into an [`Input`]. Dropped without [`finish`](Self::finish), it cancels.
#[derive(Debug)]
pub struct InputSender {
    sender: Sender,
    closer: Closer,
}

impl InputSender {
    /// Queues a message once there is room.
    ///
    /// # Errors
    /// Where the reader has gone.
    pub async fn send(&self, message: Bytes) -> Result<(), Gone> {
        self.sender.send(message).await
    }

    /// Ends the stream: all was sent.
    pub fn finish(self) {
        self.closer.close(Status::ok());
    }

    /// Ends the stream before its time.
    pub fn fail(self, status: Status) {
        self.closer.close(status);
    }
}

struct Queued(OutputReceiver);

impl RawInput for Queued {
    fn poll_next(&mut self, cx: &mut Context<'_>) -> Poll<Result<Option<Bytes>, Status>> {
        loop {
            match ready!(self.0.poll_event(cx)) {
                Event::Head(_) => {}
                Event::Messages(mut messages) => {
                    if let Some(message) = messages.next() {
                        return Poll::Ready(Ok(Some(message)));
                    }
                }
                Event::End(status) if status.is_ok() => return Poll::Ready(Ok(None)),
                Event::End(status) => return Poll::Ready(Err(*status)),
            }
        }
    }

    fn poll_batch(&mut self, cx: &mut Context<'_>, batch: &mut Batch) -> Poll<()> {
        while batch.messages.is_empty() && batch.end.is_none() {
            ready!(self.0.poll_batch(cx, batch));
            batch.head = None;
        }
        Poll::Ready(())
    }
}
