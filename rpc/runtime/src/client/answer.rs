//! How a call with one reply ended, with all that came along.

use super::future::Replying;
use crate::fault::{Fault, Throws};
use crate::reply::Reply;
use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll};
use stillwire_codec::{Encoded, Message};
use stillwire_rpc_core::Metadata;

/// The end of a call that has one reply, whether it came to that or not: what is gained over the call's own result is the metadata of a
/// call that failed, by a declared error too.
///
/// ```text
/// let answer = book.place(order).answer().await;
/// if let (Err(Fault::Error(error)), Some(until)) = (&answer.result, answer.trailing.get("x-closed-until")) { … }
/// ```
pub struct Answer<T: Message, E = crate::Never> {
    /// The reply, or what the call failed with.
    pub result: Result<Encoded<T>, Fault<E>>,
    /// What came ahead of it.
    pub leading: Metadata,
    /// What came behind it, beside the status.
    pub trailing: Metadata,
}

impl<T: Message, E: Throws> Answer<T, E> {
    /// What awaiting the call itself gives.
    ///
    /// # Errors
    /// What the call failed with.
    #[inline]
    pub fn into_reply(self) -> Result<Reply<T>, Fault<E>> {
        let message = self.result?;
        Ok(Reply::received(message, self.leading, self.trailing))
    }
}

impl<T: Message, E: fmt::Debug> fmt::Debug for Answer<T, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let bytes = self.result.as_ref().map(|reply| reply.bytes().len());
        f.debug_struct("Answer")
            .field("result", &bytes)
            .field("leading", &self.leading)
            .field("trailing", &self.trailing)
            .finish()
    }
}

/// Waits for an [`Answer`]. Dropping it cancels the call.
#[derive(Debug)]
#[must_use = "futures do nothing unless polled"]
pub struct Answering<T, E>(pub(crate) Replying<T, E>);

impl<T: Message, E: Throws> Future for Answering<T, E> {
    type Output = Answer<T, E>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Answer<T, E>> {
        self.0.poll_answer(cx)
    }
}
