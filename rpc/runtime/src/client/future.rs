//! The futures that calls are while they run.

use super::answer::Answer;
use super::caller::Caller;
use super::prepared::Launch;
use super::retry::persist;
use super::streaming::Streaming;
use super::transport::Ended;
use crate::dispatch::BoxFuture;
use crate::event::Outcome;
use crate::fault::{Fault, Throws};
use crate::reply::Reply;
use crate::span::CallSpan;
use crate::timer::Deadline;
use std::fmt;
use std::marker::PhantomData;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};
use std::time::Instant;
use stillwire_codec::Message;
use stillwire_rpc_core::{Code, Status};
use tracing::Span;

/// What a client says when its own clock ends a call.
pub(crate) fn expired() -> Status {
    Status::deadline_exceeded("the deadline passed before the server had answered")
}

/// `outcome`, cut at `deadline`.
pub(crate) async fn within(
    outcome: BoxFuture<'static, Outcome>,
    deadline: Option<Instant>,
) -> Outcome {
    let Some(at) = deadline else {
        return outcome.await;
    };
    tokio::time::timeout_at(at.into(), outcome)
        .await
        .unwrap_or_else(|_| expired().into())
}

/// Waits for one reply. Dropping it cancels the call.
#[must_use = "futures do nothing unless polled"]
pub struct Replying<Res, E> {
    work: Work,
    span: Option<CallSpan>,
    deadline: Deadline,
    /// `None` where the call was not made, or has ended.
    made: Option<Made>,
    types: PhantomData<fn() -> (Res, E)>,
}

/// What a call waits for.
pub(crate) enum Work {
    /// The first attempt of a call that may be made again.
    Attempt(BoxFuture<'static, Ended>),
    /// The only attempt, or those after the first.
    Rest(BoxFuture<'static, Outcome>),
    /// Nothing: it was not made, or has ended.
    Over(Option<Box<Status>>),
}

impl<Res: Message, E: Throws> Replying<Res, E> {
    #[inline]
    pub(crate) fn new(work: Work, launch: Launch) -> Self {
        Self {
            work,
            span: Some(launch.span()),
            deadline: Deadline::new(launch.deadline),
            made: Some(Made::by(launch.caller)),
            types: PhantomData,
        }
    }

    pub(crate) fn failed(status: Status) -> Self {
        Self {
            work: Work::Over(Some(Box::new(status))),
            span: None,
            deadline: Deadline::new(None),
            made: None,
            types: PhantomData,
        }
    }

    #[inline]
    fn poll_outcome(&mut self, cx: &mut Context<'_>) -> Poll<Outcome> {
        if let Work::Attempt(attempt) = &mut self.work
            && let Poll::Ready(ended) = attempt.as_mut().poll(cx)
        {
            let caller = self.made.as_ref().map(|Made(caller)| &*caller.0);
            let retries = caller.and_then(|caller| caller.retries.as_ref());
            match (ended, caller, retries) {
                (Ok(outcome), _, retries) => {
                    let retries = retries.filter(|_| outcome.status.code != Code::Unavailable);
                    if let Some(retries) = retries {
                        retries.succeeded();
                    }
                    return Poll::Ready(outcome);
                }
                (Err(failed), Some(caller), Some(retries)) => {
                    let transport = Arc::clone(&caller.transport);
                    let persisting = persist(transport, Arc::clone(retries), failed);
                    self.work = Work::Rest(Box::pin(persisting));
                }
                (Err(failed), ..) => return Poll::Ready(failed.outcome),
            }
        }
        match &mut self.work {
            Work::Attempt(..) => {}
            Work::Rest(rest) => {
                if let Poll::Ready(outcome) = rest.as_mut().poll(cx) {
                    return Poll::Ready(outcome);
                }
            }
            Work::Over(status) => {
                return status
                    .take()
                    .map_or(Poll::Pending, |status| Poll::Ready((*status).into()));
            }
        }
        self.deadline.poll_passed(cx).map(|()| expired().into())
    }

    #[inline]
    pub(crate) fn poll_answer(&mut self, cx: &mut Context<'_>) -> Poll<Answer<Res, E>> {
        let handle = self.span.as_ref().and_then(CallSpan::handle);
        let entered = handle.as_ref().map(Span::enter);
        let outcome = ready!(self.poll_outcome(cx));
        drop(entered);
        if let Some(span) = &mut self.span {
            span.end(outcome.status.code);
        }
        // The transport's part is dropped here, so an expired call is cancelled now and not with this future.
        self.work = Work::Over(None);
        Poll::Ready(typed(outcome, self.made.take()))
    }
}

/// A call that was made: on its caller's gauges until this is dropped.
struct Made(Caller);

impl Made {
    #[inline]
    fn by(caller: Caller) -> Self {
        caller.0.transport.gauges().begin_call();
        Self(caller)
    }
}

impl Drop for Made {
    #[inline]
    fn drop(&mut self) {
        self.0.0.transport.gauges().end_call();
    }
}

/// An outcome with its types.
#[inline]
fn typed<Res: Message, E: Throws>(outcome: Outcome, made: Option<Made>) -> Answer<Res, E> {
    let Outcome {
        leading,
        message,
        status,
    } = outcome;
    let Some(Made(caller)) = made.as_ref().filter(|_| status.is_ok()) else {
        return Answer {
            leading,
            trailing: status.metadata.clone(),
            result: Err(Fault::from_status(status)),
        };
    };
    let missing = || Status::internal("the server answered OK without a message");
    let message = message.ok_or_else(missing);
    let message = message.and_then(|message| caller.form().decode_reply(message, &caller.0.limits));
    Answer {
        result: message.map_err(Fault::Status),
        leading,
        trailing: status.metadata,
    }
}

impl<Res: Message, E: Throws> Future for Replying<Res, E> {
    type Output = Result<Reply<Res>, Fault<E>>;

    #[inline]
    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        self.poll_answer(cx).map(Answer::into_reply)
    }
}

impl<Res, E> fmt::Debug for Replying<Res, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Replying")
            .field("deadline", &self.deadline)
            .finish_non_exhaustive()
    }
}

/// Waits until the server begins to answer with a stream. Dropping it cancels the call.
#[must_use = "futures do nothing unless polled"]
pub struct Starting<Res, E>(pub(crate) Result<Option<Streaming<Res, E>>, Option<Status>>);

impl<Res: Message, E: Throws> Future for Starting<Res, E> {
    type Output = Result<Streaming<Res, E>, Fault<E>>;

    #[inline]
    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        match &mut self.0 {
            Err(status) => status
                .take()
                .map_or(Poll::Pending, |status| Poll::Ready(Err(status.into()))),
            Ok(slot) => {
                let Some(stream) = slot else {
                    return Poll::Pending;
                };
                ready!(stream.poll_head(cx))?;
                slot.take()
                    .map_or(Poll::Pending, |stream| Poll::Ready(Ok(stream)))
            }
        }
    }
}

impl<Res, E> fmt::Debug for Starting<Res, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Starting")
    }
}

/// Ready at once: a call whose input is still to come has begun.
pub type Finishing<T, E> = std::future::Ready<Result<T, Fault<E>>>;
