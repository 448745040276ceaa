//! A stream of replies, as a client reads it.

use super::future::expired;
use super::prepared::Launch;
use crate::event::{Event, Events};
use crate::fault::{Fault, Throws};
use crate::form::Form;
use crate::gauges::Live;
use crate::span::CallSpan;
use crate::timer::Deadline;
use bytes::Bytes;
use futures_core::Stream;
use std::fmt;
use std::future::poll_fn;
use std::marker::PhantomData;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use stillwire_codec::{Encoded, Limits, Message};
use stillwire_rpc_core::payload::Run;
use stillwire_rpc_core::{Metadata, Status};
use tracing::Span;

/// The server's stream of messages. Dropping it cancels the call.
pub struct Streaming<T, E = crate::Never> {
    /// `None` once the call has ended.
    events: Option<(Box<dyn Events>, Live)>,
    span: CallSpan,
    deadline: Deadline,
    head: Option<Metadata>,
    /// Messages that came and were not asked for yet.
    messages: Run,
    trailers: Option<Metadata>,
    form: Form,
    limits: Limits,
    types: PhantomData<fn() -> (T, E)>,
}

impl<T: Message, E: Throws> Streaming<T, E> {
    pub(crate) fn new(events: Box<dyn Events>, launch: &Launch) -> Self {
        Self {
            events: Some((events, launch.live())),
            span: launch.span(),
            deadline: Deadline::new(launch.deadline),
            head: None,
            messages: Run::default(),
            trailers: None,
            form: launch.caller.form(),
            limits: launch.caller.0.limits,
            types: PhantomData,
        }
    }

    /// The next message; `None` once the server has ended the call well. Safe to drop and call again: nothing is
    /// lost.
    ///
    /// # Errors
    /// Where the call failed, the deadline passed, or a message is not what the method returns. The stream is over
    /// then.
    pub async fn next(&mut self) -> Result<Option<Encoded<T>>, Fault<E>> {
        poll_fn(|cx| self.poll_message(cx)).await
    }

    /// The leading metadata; waits until the server has sent it.
    ///
    /// # Errors
    /// Where the call failed before that.
    pub async fn leading(&mut self) -> Result<&Metadata, Fault<E>> {
        poll_fn(|cx| self.poll_head(cx)).await?;
        Ok(self.head.get_or_insert_default())
    }

    /// The trailing metadata: there once the call has ended, well or not.
    pub fn trailing(&self) -> Option<&Metadata> {
        self.trailers.as_ref()
    }

    pub(crate) fn poll_head(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), Fault<E>>> {
        if self.head.is_some() || !self.messages.is_empty() {
            return Poll::Ready(Ok(()));
        }
        match ready!(self.poll_event(cx)) {
            Some(status) if !status.is_ok() => Poll::Ready(Err(Fault::from_status(*status))),
            _ => Poll::Ready(Ok(())),
        }
    }

    #[inline]
    fn poll_message(&mut self, cx: &mut Context<'_>) -> Poll<Result<Option<Encoded<T>>, Fault<E>>> {
        loop {
            if let Some(raw) = self.messages.next() {
                return Poll::Ready(self.decode(raw).map(Some));
            }
            if self.events.is_none() {
                return Poll::Ready(Ok(None));
            }
            if let Some(status) = ready!(self.poll_event(cx)).filter(|status| !status.is_ok()) {
                return Poll::Ready(Err(Fault::from_status(*status)));
            }
        }
    }

    #[inline]
    fn decode(&mut self, raw: Bytes) -> Result<Encoded<T>, Fault<E>> {
        self.form.decode_reply(raw, &self.limits).map_err(|error| {
            (self.events, self.messages) = (None, Run::default());
            self.span.end(error.code);
            Fault::Status(error)
        })
    }

    /// Keeps what the next event tells: head, messages, trailers; and gives the status, once.
    fn poll_event(&mut self, cx: &mut Context<'_>) -> Poll<Option<Box<Status>>> {
        let Some((events, _)) = &mut self.events else {
            return Poll::Ready(None);
        };
        let handle = self.span.handle();
        let entered = handle.as_ref().map(Span::enter);
        let event = match events.poll_event(cx) {
            Poll::Ready(event) => event,
            Poll::Pending => {
                ready!(self.deadline.poll_passed(cx));
                Event::End(Box::new(expired()))
            }
        };
        drop(entered);
        match event {
            Event::Head(head) => self.head = Some(head),
            Event::Messages(messages) => self.messages = messages,
            Event::End(status) => {
                self.trailers = Some(status.metadata.clone());
                self.span.end(status.code);
                self.events = None;
                return Poll::Ready(Some(status));
            }
        }
        Poll::Ready(None)
    }
}

impl<T: Message, E: Throws> Stream for Streaming<T, E> {
    type Item = Result<Encoded<T>, Fault<E>>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.poll_message(cx).map(Result::transpose)
    }
}

impl<T, E> fmt::Debug for Streaming<T, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Streaming")
            .field("ended", &self.events.is_none())
            .finish_non_exhaustive()
    }
}
