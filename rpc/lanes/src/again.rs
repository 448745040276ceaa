//! Calls that are made once more, as no handler has seen them.

use crate::Answer;
use stillwire_rpc::{Outcome, OutgoingCall};
use stillwire_rpc_core::Status;

/// How often a call that no handler has seen looks for another lane.
pub const ATTEMPTS: usize = 3;

/// Makes a call that has one reply: `attempt` finds a lane for it, and the lane may give it back.
///
/// # Errors
/// Where an attempt finds no lane, or no lane takes the call.
pub async fn call_one<Attempt>(
    mut call: OutgoingCall,
    attempt: impl Fn(OutgoingCall) -> Attempt,
) -> Result<Outcome, Status>
where
    Attempt: Future<Output = Result<Answer, Status>>,
{
    let mut refused = None;
    for _ in 0..ATTEMPTS {
        match attempt(call).await? {
            Answer::Outcome(outcome) => return Ok(outcome),
            Answer::NotOpened(back) => call = back,
            Answer::Refused(back, status) => (call, refused) = (back, Some(status)),
        }
    }
    Err(refused.unwrap_or_else(|| Status::unavailable("no lane takes the call")))
}
