//! What comes back from a call, without its types: the same on the server's side and on the client's.
//!
//! ```text
//!  one reply:    Outcome { leading, message, status }
//!  a stream:     Head? Messages* End       Head is missing only where End is an error
//! ```

use bytes::Bytes;
use std::task::{Context, Poll};
use stillwire_rpc_core::payload::Run;
use stillwire_rpc_core::{Metadata, Status};

/// The end of a call that has one reply.
#[derive(Debug, Clone)]
pub struct Outcome {
    /// Leading metadata.
    pub leading: Metadata,
    /// The reply: there if and only if the status is OK and the call has one reply.
    pub message: Option<Bytes>,
    /// The status, with the trailing metadata in it.
    pub status: Status,
}

impl From<Status> for Outcome {
    fn from(status: Status) -> Self {
        Self {
            leading: Metadata::new(),
            message: None,
            status,
        }
    }
}

/// One step of a call that has a stream of replies.
#[derive(Debug, Clone)]
pub enum Event {
    /// Leading metadata: first, and once.
    Head(Metadata),
    /// The next messages, at least one: a stream of small ones is not told of each.
    Messages(Run),
    /// The status, with the trailing metadata in it: last, and once. In a box, since messages are many and ends are few.
    End(Box<Status>),
}

/// A stream of replies. Dropping it cancels the call.
pub trait Events: Send {
    /// The next event. Not to be polled again after [`Event::End`].
    fn poll_event(&mut self, cx: &mut Context<'_>) -> Poll<Event>;
}
