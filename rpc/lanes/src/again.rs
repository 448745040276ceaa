//! Calls that have one reply, and are made once more where no handler has seen them.

use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, Waker, ready};

use stillwire_rpc::client::{Ended, Unavailable};
use stillwire_rpc::{BoxFuture, Input, Outcome, OutgoingCall};
use stillwire_rpc_core::Status;

use crate::command::{Answered, Waiting};

/// How often a call that no handler has seen looks for another lane.
pub const ATTEMPTS: usize = 3;

/// Where calls find lanes.
pub trait Lanes: Send + Sync + 'static {
    /// Hands a call to a lane that is there and has room. `waits` is woken by the answer, unless somebody else waits by then.
    ///
    /// # Errors
    /// The call, where there is none.
    fn begin_now(&self, call: OutgoingCall, waits: Option<Waker>) -> Result<Waiting, OutgoingCall>;

    /// Hands a call to a lane, once there is one.
    ///
    /// # Errors
    /// The call, and why there is none.
    fn begin(
        self: Arc<Self>,
        call: OutgoingCall,
    ) -> impl Future<Output = Result<Waiting, (OutgoingCall, Status)>> + Send;
}

/// Makes a call that has one reply, when that is waited for; or now, where messages have to be moved along meanwhile. Where a lane is there, it
/// has the call at once, and what waits for the answer is small: most calls cost no more than that.
pub fn call_one<L: Lanes>(lanes: &Arc<L>, call: OutgoingCall) -> BoxFuture<'static, Outcome> {
    let reply = reply(lanes, call);
    Box::pin(async move { reply.await.unwrap_or_else(|failed| failed.outcome) })
}

/// The same; one of a single message comes back where it ends as UNAVAILABLE.
pub fn try_one<L: Lanes>(lanes: &Arc<L>, call: OutgoingCall) -> BoxFuture<'static, Ended> {
    Box::pin(reply(lanes, call))
}

fn reply<L: Lanes>(lanes: &Arc<L>, call: OutgoingCall) -> OneReply<L> {
    let stage = match call.input {
        Input::One(_) => Stage::Asked(Some(call)),
        Input::Many(_) => Stage::begin(lanes, call, None),
    };
    let lanes = Arc::clone(lanes);
    OneReply { lanes, stage }
}

/// The reply to a call.
struct OneReply<L> {
    lanes: Arc<L>,
    stage: Stage,
}

/// How far the call is.
enum Stage {
    /// Nobody has waited for it yet.
    Asked(Option<OutgoingCall>),
    /// A lane has it.
    Begun(Waiting),
    /// It looks for a lane.
    Seeking(BoxFuture<'static, Ended>),
}

impl Stage {
    /// Hands the call to a lane, now or once there is one. `waits` is woken by the answer.
    fn begin<L: Lanes>(lanes: &Arc<L>, call: OutgoingCall, waits: Option<Waker>) -> Self {
        match lanes.begin_now(call, waits) {
            Ok(waiting) => Self::Begun(waiting),
            Err(call) => Self::Seeking(seek(Arc::clone(lanes), call, None, ATTEMPTS)),
        }
    }
}

impl<L: Lanes> Future for OneReply<L> {
    type Output = Ended;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Ended> {
        let Self { lanes, stage } = self.get_mut();
        loop {
            match stage {
                Stage::Asked(call) => {
                    let Some(call) = call.take() else {
                        return Poll::Pending;
                    };
                    *stage = Stage::begin(lanes, call, Some(cx.waker().clone()));
                    if matches!(stage, Stage::Begun(_)) {
                        return Poll::Pending;
                    }
                }
                Stage::Begun(waiting) => match ready!(Pin::new(waiting).poll(cx)) {
                    Answered::Ended(ended) => return Poll::Ready(ended),
                    Answered::NotSeen(call, refused) => {
                        let lanes = Arc::clone(lanes);
                        *stage = Stage::Seeking(seek(lanes, call, refused, ATTEMPTS - 1));
                    }
                },
                Stage::Seeking(seeking) => return seeking.as_mut().poll(cx),
            }
        }
    }
}

/// Makes a call that a lane has to be found for, or found again after it was `refused`.
fn seek<L: Lanes>(
    lanes: Arc<L>,
    mut call: OutgoingCall,
    mut refused: Option<Box<Status>>,
    attempts: usize,
) -> BoxFuture<'static, Ended> {
    Box::pin(async move {
        for _ in 0..attempts {
            let waiting = match Arc::clone(&lanes).begin(call).await {
                Ok(waiting) => waiting,
                Err((call, status)) => return Unavailable::or_outcome(call, status),
            };
            let (back, status) = match waiting.await {
                Answered::Ended(ended) => return ended,
                Answered::NotSeen(back, status) => (back, status),
            };
            (call, refused) = (back, status.or(refused));
        }
        let nowhere = || Status::unavailable("no lane takes the call");
        Unavailable::or_outcome(call, refused.map_or_else(nowhere, |status| *status))
    })
}
