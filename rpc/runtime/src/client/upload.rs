//! A call whose client streams and whose server answers once.

use super::answer::{Answer, Answering};
use super::future::Replying;
use crate::fault::{Fault, Throws};
use crate::outbound::{Outbound, SendError};
use crate::reply::Reply;
use std::fmt;
use stillwire_codec::{Message, ToEncoded};

/// A stream of requests, and the one reply to come. Dropping it cancels the call.
pub struct Upload<Req, Res, E = crate::Never> {
    out: Outbound<Req>,
    reply: Replying<Res, E>,
}

impl<Req: Message, Res: Message, E: Throws> Upload<Req, Res, E> {
    pub(crate) fn new(out: Outbound<Req>, reply: Replying<Res, E>) -> Self {
        Self { out, reply }
    }

    /// Sends a message, once there is room for it.
    ///
    /// # Errors
    /// Where the server has ended the call: [`finish`](Self::finish) tells how. Where the message cannot be encoded.
    pub fn send(
        &self,
        message: &impl ToEncoded<Req>,
    ) -> impl Future<Output = Result<(), SendError>> {
        // Not an `async fn`: it would hold all of `self`, whose reply is not `Sync`, and could not be spawned.
        self.out.send(message)
    }

    /// Ends the stream and waits for the reply.
    ///
    /// # Errors
    /// Where the call failed.
    pub async fn finish(self) -> Result<Reply<Res>, Fault<E>> {
        self.out.finish();
        self.reply.await
    }

    /// The same with the metadata of a call that failed, too.
    pub async fn answer(self) -> Answer<Res, E> {
        self.out.finish();
        Answering(self.reply).await
    }
}

impl<Req, Res, E> fmt::Debug for Upload<Req, Res, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Upload")
            .field("out", &self.out)
            .finish_non_exhaustive()
    }
}
