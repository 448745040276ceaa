//! A stream of messages that a handler reads.

use crate::Status;
use crate::form::Form;
use crate::input::RawInput;
use crate::queue::Sender;
use std::fmt;
use std::future::poll_fn;
use std::marker::PhantomData;
use stillwire_codec::{Encoded, Limits, Message};

/// The client's stream of messages.
pub struct Inbound<T> {
    input: Box<dyn RawInput>,
    form: Form,
    limits: Limits,
    ended: bool,
    /// Where the call's replies are a stream, whose beginning the client may wait for: until the first read.
    replies: Option<Sender>,
    message: PhantomData<fn() -> T>,
}

impl<T: Message> Inbound<T> {
    pub(crate) fn new(input: Box<dyn RawInput>, form: Form, limits: Limits) -> Self {
        Self {
            input,
            form,
            limits,
            ended: false,
            replies: None,
            message: PhantomData,
        }
    }

    /// The same of a call that has a stream of replies.
    pub(crate) fn of_stream(self, replies: Sender) -> Self {
        Self {
            replies: Some(replies),
            ..self
        }
    }

    /// The next message; `None` once the client has sent its last one. Safe to drop and call again: nothing is lost.
    ///
    /// In a call that has a stream of replies, the first time sends the leading metadata ([`Outbound::hold`](crate::Outbound::hold) says why).
    ///
    /// # Errors
    /// Where a message is not what the method takes, and where the client broke off. The stream is over then.
    pub async fn next(&mut self) -> Result<Option<Encoded<T>>, Status> {
        if self.ended {
            return Ok(None);
        }
        if let Some(replies) = self.replies.take() {
            replies.read();
        }
        let message = poll_fn(|cx| self.input.poll_next(cx)).await;
        let message = message.and_then(|raw| {
            raw.map(|raw| self.form.decode(raw, &self.limits))
                .transpose()
        });
        self.ended = !matches!(message, Ok(Some(_)));
        message
    }
}

impl<T> fmt::Debug for Inbound<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Inbound")
            .field("form", &self.form)
            .field("ended", &self.ended)
            .finish()
    }
}
