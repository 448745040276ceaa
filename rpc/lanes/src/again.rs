//! Calls that have one reply, and are made once more where no handler has seen them.

use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};

use stillwire_rpc::{BoxFuture, Outcome, OutgoingCall};
use stillwire_rpc_core::Status;

use crate::command::{Answer, Waiting};

/// How often a call that no handler has seen looks for another lane.
pub const ATTEMPTS: usize = 3;

/// Where calls find lanes.
pub trait Lanes: Send + Sync + 'static {
    /// Hands a call to a lane that is there and has room.
    ///
    /// # Errors
    /// The call, where there is none.
    fn begin_now(&self, call: OutgoingCall) -> Result<Waiting, OutgoingCall>;

    /// Hands a call to a lane, once there is one.
    fn begin(
        self: Arc<Self>,
        call: OutgoingCall,
    ) -> impl Future<Output = Result<Waiting, Status>> + Send;
}

/// Makes a call that has one reply. Where a lane is there, it has the call at once, and what waits for the answer is small: most calls
/// cost no more than that.
pub fn call_one<L: Lanes>(lanes: &Arc<L>, call: OutgoingCall) -> BoxFuture<'static, Outcome> {
    match lanes.begin_now(call) {
        Ok(waiting) => Box::pin(OneReply::Begun(waiting, Arc::clone(lanes))),
        Err(call) => seek(Arc::clone(lanes), call, None, ATTEMPTS),
    }
}

/// Waits for the reply to a call that a lane has.
enum OneReply<L> {
    Begun(Waiting, Arc<L>),
    /// That lane did not take it.
    Seeking(BoxFuture<'static, Outcome>),
}

impl<L: Lanes> Future for OneReply<L> {
    type Output = Outcome;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Outcome> {
        loop {
            let (waiting, lanes) = match &mut *self {
                Self::Begun(waiting, lanes) => (waiting, lanes),
                Self::Seeking(seeking) => return seeking.as_mut().poll(cx),
            };
            let (call, refused) = match ready!(Pin::new(waiting).poll(cx)) {
                Answer::Outcome(outcome) => return Poll::Ready(outcome),
                Answer::NotSeen(back) => *back,
            };
            let lanes = Arc::clone(lanes);
            *self = Self::Seeking(seek(lanes, call, refused, ATTEMPTS - 1));
        }
    }
}

/// Makes a call that a lane has to be found for, or found again after it was `refused`.
fn seek<L: Lanes>(
    lanes: Arc<L>,
    mut call: OutgoingCall,
    mut refused: Option<Status>,
    attempts: usize,
) -> BoxFuture<'static, Outcome> {
    Box::pin(async move {
        for _ in 0..attempts {
            let waiting = match Arc::clone(&lanes).begin(call).await {
                Ok(waiting) => waiting,
                Err(status) => return status.into(),
            };
            let (back, status) = match waiting.await {
                Answer::Outcome(outcome) => return outcome,
                Answer::NotSeen(back) => *back,
            };
            (call, refused) = (back, status.or(refused));
        }
        refused
            .unwrap_or_else(|| Status::unavailable("no lane takes the call"))
            .into()
    })
}
