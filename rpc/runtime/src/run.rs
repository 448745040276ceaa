//! Running a handler: what must hold for each call, whatever carries it.
//!
//! - A panic ends that call alone, as INTERNAL.
//! - A deadline that passes drops the handler, and the call ends as DEADLINE_EXCEEDED.
//! - Dropping the future that runs a call drops the handler.
//! - Each poll happens inside the call's span.
//! - Details of a status that no transport would carry are left out, and its text says so.
//!
//! A handler is polled in place by whoever polls [`Running`]: a call that ends at once needs no task and no timer.

use crate::call::CallHead;
use crate::details;
use crate::dispatch::BoxFuture;
use crate::event::Outcome;
use crate::exchange::Exchange;
use crate::form;
use crate::gauges::Live;
use crate::input::Input;
use crate::limits::Budget;
use crate::queue::{self, OutputReceiver};
use crate::router::Route;
use crate::span::CallSpan;
use crate::timer::{self, Deadline};
use std::any::Any;
use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;
use stillwire_rpc_core::{Code, Status};
use tokio::sync::OwnedSemaphorePermit;
use tracing::Span;

impl Route {
    /// Runs a call that has one reply.
    pub fn call_one(&self, head: CallHead, input: Input) -> Running {
        self.start(head, input, None)
    }

    /// Runs a call that has a stream of replies. The future does the work and is to be spawned; aborting it cancels the
    /// handler, and the receiver sees CANCELLED.
    pub fn call_many(
        &self,
        head: CallHead,
        input: Input,
    ) -> (impl Future<Output = ()> + Send + use<>, OutputReceiver) {
        let (sender, receiver) = queue::channel(Budget::DEFAULT);
        let closer = sender.closer();
        let running = self.start(head, input, Some(sender));
        (async move { closer.close(running.await.status) }, receiver)
    }

    fn start(&self, mut head: CallHead, input: Input, output: Option<queue::Sender>) -> Running {
        head.deadline = self.deadline(&head);
        let deadline = Deadline::new(head.deadline);
        let live = head.live.take();
        let span = CallSpan::server(self.method, &head);
        let mut decoding = form::decoding(self.limits());
        if let Some(bounds) = &self.bounds {
            let most = bounds.limits.message_received_bytes;
            decoding.message_bytes = decoding.message_bytes.min(most);
        }
        let exchange = Exchange::new(self.index, self.method, head, input, output, decoding);
        let (handler, place) = match self
            .bounds
            .as_ref()
            .map(|bounds| bounds.place())
            .transpose()
        {
            Ok(place) => (self.handler(exchange), place),
            Err(status) => (failed(status), None),
        };
        Running {
            handler: Some(handler),
            deadline,
            span,
            _live: live,
            _place: place,
        }
    }

    /// The handler's work. It may panic before there is any.
    fn handler(&self, exchange: Exchange) -> Handling {
        catch_unwind(AssertUnwindSafe(|| self.service.call(exchange)))
            .unwrap_or_else(|panic| failed(panicked(&*panic)))
    }

    /// The client's deadline, as far as this server grants it.
    fn deadline(&self, head: &CallHead) -> Option<std::time::Instant> {
        let limits = self.limits();
        let unary = !self.method.client_streaming && !self.method.server_streaming;
        let most = match (head.deadline, self.method.timeout) {
            (_, Some(timeout)) => timeout.min(limits.deadline_max),
            (None, None) if unary => limits.unary_deadline_default,
            (None, None) => Duration::MAX,
            (Some(_), None) => limits.deadline_max,
        };
        let most = self
            .bounds
            .as_ref()
            .map_or(most, |bounds| most.min(bounds.limits.timeout));
        let came = head.came.unwrap_or_else(timer::now);
        timer::earlier(head.deadline, came.checked_add(most))
    }
}

/// What a handler does, up to how the call ends.
type Handling = BoxFuture<'static, Result<Outcome, Status>>;

fn failed(status: Status) -> Handling {
    Box::pin(std::future::ready(Err(status)))
}

/// A call that runs while it is polled. Dropping it cancels the handler.
pub struct Running {
    /// `None` once the call has ended.
    handler: Option<Handling>,
    deadline: Deadline,
    span: CallSpan,
    _live: Option<Live>,
    _place: Option<OwnedSemaphorePermit>,
}

impl Running {
    /// Does something inside the call's span.
    fn within<T>(&mut self, what: impl FnOnce(&mut Self) -> T) -> T {
        let handle = self.span.handle();
        let _entered = handle.as_ref().map(Span::enter);
        what(self)
    }

    fn poll_handler(&mut self, cx: &mut Context<'_>) -> Poll<Outcome> {
        let Some(handler) = &mut self.handler else {
            return Poll::Pending;
        };
        let caught = catch_unwind(AssertUnwindSafe(|| handler.as_mut().poll(cx)));
        caught
            .unwrap_or_else(|panic| Poll::Ready(Err(panicked(&*panic))))
            .map(|done| done.unwrap_or_else(Outcome::from))
    }

    /// Drops the handler. Its destructors are user code, and may panic too.
    fn stop(&mut self) {
        let handler = self.handler.take();
        if let Err(panic) = catch_unwind(AssertUnwindSafe(|| drop(handler))) {
            tracing::error!(
                panic = text(&*panic),
                "a handler panicked while it was dropped"
            );
        }
    }

    fn expired() -> Outcome {
        Status::new(
            Code::DeadlineExceeded,
            "the deadline passed before the handler had answered",
        )
        .into()
    }

    fn poll_outcome(&mut self, cx: &mut Context<'_>) -> Poll<Outcome> {
        if self.deadline.was_missed() {
            return Poll::Ready(Self::expired());
        }
        if let Poll::Ready(outcome) = self.poll_handler(cx) {
            return Poll::Ready(outcome);
        }
        self.deadline.poll_passed(cx).map(|()| Self::expired())
    }
}

impl Future for Running {
    type Output = Outcome;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Outcome> {
        let this = &mut *self;
        let polled = this.within(|this| {
            let mut outcome = std::task::ready!(this.poll_outcome(cx));
            details::bound(&mut outcome.status);
            this.stop();
            Poll::Ready(outcome)
        });
        if let Poll::Ready(outcome) = &polled {
            this.span.end(outcome.status.code);
        }
        polled
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        if self.handler.is_some() {
            self.within(Self::stop);
        }
    }
}

impl fmt::Debug for Running {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Running")
            .field("deadline", &self.deadline)
            .finish_non_exhaustive()
    }
}

/// What the client is told. The panic's text stays in the log: it may hold what a client must not see.
fn panicked(panic: &(dyn Any + Send)) -> Status {
    tracing::error!(panic = text(panic), "a handler panicked");
    Status::internal("the handler panicked")
}

fn text(panic: &(dyn Any + Send)) -> &str {
    let owned = panic.downcast_ref::<String>().map(String::as_str);
    owned
        .or_else(|| panic.downcast_ref::<&str>().copied())
        .unwrap_or("no text")
}
