//! Middleware of the tower ecosystem, around services, the same on every transport.
//!
//! ```text
//!  transport ─ route ─ deadline, span, panics ─ layers ─ Handler ─ generated dispatcher ─ the user's method
//! ```
//!
//! A layer sees an [`Exchange`], a call whose messages nobody has read yet, and an [`Outcome`]. Where replies are a stream they pass it by:
//! the outcome comes once the stream has ended.

use crate::dispatch::{BoxFuture, Dispatch, Service};
use crate::event::Outcome;
use crate::exchange::Exchange;
use crate::{Code, ServiceDescriptor, Status};
use std::error::Error;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll};
use tower::load_shed::error::Overloaded;
use tower::timeout::error::Elapsed;
use tower::{Layer, ServiceExt};

type BoxError = Box<dyn Error + Send + Sync>;

/// What layers around a [`Handler`] come to: any service of tower's that meets these bounds.
pub trait Stack:
    tower::Service<Exchange, Response = Outcome, Error: Into<BoxError>, Future: Send>
    + Clone
    + Send
    + 'static
{
}

impl<S> Stack for S where
    S: tower::Service<Exchange, Response = Outcome, Error: Into<BoxError>, Future: Send>
        + Clone
        + Send
        + 'static
{
}

/// What the innermost layer wraps: the handlers of a service.
#[derive(Debug, Clone)]
pub struct Handler(Service);

impl tower::Service<Exchange> for Handler {
    type Response = Outcome;
    type Error = Status;
    type Future = BoxFuture<'static, Result<Outcome, Status>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Status>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, exchange: Exchange) -> Self::Future {
        self.0.call(exchange)
    }
}

impl Service {
    /// The same service within `layer`, which then sees each call first.
    ///
    /// What a layer fails with ends the call: a [`Status`] as it is, tower's timeout as DEADLINE_EXCEEDED, its load shedding as UNAVAILABLE, and
    /// anything else as INTERNAL, with the text in the log alone.
    ///
    /// ```
    /// # fn layered(service: stillwire_rpc::Service) -> stillwire_rpc::Service {
    /// use tower::limit::ConcurrencyLimitLayer;
    ///
    /// service.layer(ConcurrencyLimitLayer::new(100))
    /// # }
    /// ```
    #[must_use]
    pub fn layer<L>(self, layer: L) -> Self
    where
        L: Layer<Handler, Service: Stack>,
    {
        let descriptor = self.descriptor();
        let stack = Mutex::new(layer.layer(Handler(self)));
        Self::new(Layered { descriptor, stack })
    }
}

/// A service within a layer.
struct Layered<S> {
    descriptor: &'static ServiceDescriptor,
    /// Cloned for each call; locked for that alone, as layers need not be `Sync`.
    stack: Mutex<S>,
}

impl<S: Stack> Dispatch for Layered<S> {
    fn descriptor(&self) -> &'static ServiceDescriptor {
        self.descriptor
    }

    fn call(
        self: Arc<Self>,
        _: usize,
        exchange: Exchange,
    ) -> BoxFuture<'static, Result<Outcome, Status>> {
        let stack = self
            .stack
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone();
        let answered = stack.oneshot(exchange);
        Box::pin(async move { answered.await.map_err(|error| status(error.into())) })
    }
}

fn status(error: BoxError) -> Status {
    let error = match error.downcast::<Status>() {
        Ok(status) => return *status,
        Err(error) => error,
    };
    if error.is::<Elapsed>() {
        return Status::deadline_exceeded(
            "a layer's timeout passed before the handler had answered",
        );
    }
    if error.is::<Overloaded>() {
        return Status::new(
            Code::Unavailable,
            "the server has as many calls as it can take",
        );
    }
    tracing::error!(%error, "a layer failed");
    Status::internal("the server could not handle the call")
}
