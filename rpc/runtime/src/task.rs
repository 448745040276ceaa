//! Tasks that end with whoever waits for them.

use crate::dispatch::BoxFuture;
use crate::event::Outcome;
use std::pin::Pin;
use std::task::{Context, Poll};
use stillwire_rpc_core::Status;
use tokio::task::JoinHandle;

/// A task that is stopped when this is dropped, so that nothing works on for a call that nobody waits for.
#[derive(Debug)]
pub struct Task<T = ()>(JoinHandle<T>);

impl<T: Send + 'static> Task<T> {
    /// Starts `future`.
    pub fn spawn(future: impl Future<Output = T> + Send + 'static) -> Self {
        Self(tokio::spawn(future))
    }
}

impl<T> Drop for Task<T> {
    fn drop(&mut self) {
        self.0.abort();
    }
}

impl<T> Future for Task<T> {
    /// `None` where the task panicked, or its runtime is shutting down.
    type Output = Option<T>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<T>> {
        Pin::new(&mut self.0).poll(cx).map(Result::ok)
    }
}

/// An outcome that is worked on while nobody polls it.
pub(crate) fn spawn(
    outcome: impl Future<Output = Outcome> + Send + 'static,
) -> BoxFuture<'static, Outcome> {
    let task = Task::spawn(outcome);
    Box::pin(async {
        task.await
            .unwrap_or_else(|| Status::internal("the call's task ended before the call").into())
    })
}
