//! What goes into a call, without its types: one message, or a stream of them.

use crate::event::{Event, Events};
use crate::limits::Budget;
use crate::queue::{self, Closer, OutputReceiver, Sender};
use crate::{Gone, Status};
use bytes::Bytes;
use std::fmt;
use std::task::{Context, Poll, ready};

/// A stream of raw messages, from whoever sends them.
pub trait RawInput: Send {
    /// The next message; `Ok(None)` after the last one. A stream that broke off, or was cancelled, ends in `Err` and
    /// never in `Ok(None)`: a part never looks like the whole.
    fn poll_next(&mut self, cx: &mut Context<'_>) -> Poll<Result<Option<Bytes>, Status>>;
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
            return Poll::Ready(match ready!(self.0.poll_event(cx)) {
                Event::Head(_) => continue,
                Event::Message(message) => Ok(Some(message)),
                Event::End(status) if status.is_ok() => Ok(None),
                Event::End(status) => Err(*status),
            });
        }
    }
}
