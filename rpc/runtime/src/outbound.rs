//! A stream of messages that someone writes: a handler its replies, or a client its requests.

use crate::fault::Fault;
use crate::form::Form;
use crate::queue::{Closer, Sender};
use crate::{Gone, Status};
use std::fmt;
use std::marker::PhantomData;
use stillwire_codec::{EncodeError, Lent, Message, ToEncoded};

/// Sends messages of type `T`, and waits while their reader is slow.
///
/// A client ends its stream with [`finish`](Self::finish); dropping it instead cancels the call. A handler's stream
/// ends when the handler returns.
pub struct Outbound<T> {
    sender: Sender,
    closer: Option<Closer>,
    form: Form,
    message: PhantomData<fn(T)>,
}

/// Why a message was not sent.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum SendError {
    /// The reader has gone.
    #[error(transparent)]
    Gone(#[from] Gone),
    /// The message cannot be encoded.
    #[error(transparent)]
    Encode(#[from] EncodeError),
}

impl From<SendError> for Status {
    fn from(error: SendError) -> Self {
        match error {
            SendError::Gone(gone) => gone.into(),
            SendError::Encode(error) => Self::internal(error.to_string()),
        }
    }
}

impl<E> From<SendError> for Fault<E> {
    fn from(error: SendError) -> Self {
        Self::Status(error.into())
    }
}

impl<T: Message> Outbound<T> {
    /// A handler's: it ends when the handler does.
    pub(crate) fn of_handler(sender: Sender, form: Form) -> Self {
        Self {
            sender,
            closer: None,
            form,
            message: PhantomData,
        }
    }

    /// A client's: it says itself when it has ended.
    pub(crate) fn of_client(sender: Sender, form: Form) -> Self {
        let closer = Some(sender.closer());
        Self {
            sender,
            closer,
            form,
            message: PhantomData,
        }
    }

    /// Sends a message, once there is room for it. Dropped while it waits, it has sent nothing.
    ///
    /// # Errors
    /// Where the reader has gone, and where the message cannot be encoded. On a client, the call's own result tells
    /// why the reader has gone.
    pub async fn send(&self, message: &impl ToEncoded<T>) -> Result<(), SendError> {
        let left = match self.form {
            Form::Native => message.lend(|lent| self.sender.offer(lent))??,
            Form::Protobuf => {
                let bytes = self.form.write(message.to_encoded()?)?;
                self.sender.offer(Lent::Whole(bytes))?
            }
        };
        match left {
            Some(message) => Ok(self.sender.send(message).await?),
            None => Ok(()),
        }
    }

    /// Sends a handler's leading metadata now, which otherwise leaves with its first message, or when the handler first reads one: for a client
    /// that waits for it, where the handler does neither soon. From then on [`Call::set_leading`](crate::Call::set_leading) comes too late.
    /// On a client's stream it does nothing.
    pub fn open(&self) {
        if self.closer.is_none() {
            self.sender.open();
        }
    }

    /// Keeps a handler's leading metadata back although it reads: for a handler that has to see a message before it knows what the metadata is. It
    /// leaves with the first reply then. Said before the first read; on a client's stream it does nothing.
    ///
    /// Without that it leaves with the first read, since a client may send nothing before it has it, as those of tonic do; both would wait for ever.
    pub fn hold(&self) {
        if self.closer.is_none() {
            self.sender.hold();
        }
    }

    /// Ends a client's stream: all was sent. On a handler's it does nothing.
    pub fn finish(mut self) {
        if let Some(closer) = self.closer.take() {
            closer.close(Status::ok());
        }
    }
}

impl<T> fmt::Debug for Outbound<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Outbound")
            .field("form", &self.form)
            .finish()
    }
}
