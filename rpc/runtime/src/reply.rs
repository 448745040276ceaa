//! One reply with the metadata around it.

use crate::fault::Fault;
use crate::form::Form;
use bytes::Bytes;
use std::fmt;
use std::ops::Deref;
use stillwire_codec::{EncodeError, Encoded, Message, ToEncoded};
use stillwire_rpc_core::{Metadata, Status};

/// An encoded reply, and the metadata that travels ahead of it and behind it.
///
/// A handler makes one from a value (`Ok(ack.into())`, or [`Reply::of`], which shows a failure to encode at once); a
/// client gets one and reads the message through `Deref`.
pub struct Reply<T: Message> {
    message: Result<Encoded<T>, EncodeError>,
    leading: Metadata,
    trailing: Metadata,
}

impl<T: Message> Reply<T> {
    /// Encodes `value`.
    ///
    /// # Errors
    /// Where the value is larger or deeper than a message may be.
    pub fn of<E>(value: impl ToEncoded<T>) -> Result<Self, Fault<E>> {
        Ok(Self::new(Ok(value.to_encoded()?)))
    }

    fn new(message: Result<Encoded<T>, EncodeError>) -> Self {
        Self {
            message,
            leading: Metadata::new(),
            trailing: Metadata::new(),
        }
    }

    #[inline]
    pub(crate) fn received(message: Encoded<T>, leading: Metadata, trailing: Metadata) -> Self {
        Self {
            message: Ok(message),
            leading,
            trailing,
        }
    }

    /// What travels ahead of the message.
    pub fn leading(&self) -> &Metadata {
        &self.leading
    }

    /// The same, to write.
    pub fn leading_mut(&mut self) -> &mut Metadata {
        &mut self.leading
    }

    /// What travels behind the message, beside the status.
    pub fn trailing(&self) -> &Metadata {
        &self.trailing
    }

    /// The same, to write.
    pub fn trailing_mut(&mut self) -> &mut Metadata {
        &mut self.trailing
    }

    /// The message alone.
    ///
    /// # Errors
    /// Where this reply was made by `From` from a value that cannot be encoded; never on one that a call returned.
    pub fn into_encoded(self) -> Result<Encoded<T>, EncodeError> {
        self.message
    }

    pub(crate) fn into_parts(self, form: Form) -> Result<(Metadata, Bytes, Metadata), Status> {
        let bytes = self.message.and_then(|message| form.write(message));
        let bytes = bytes.map_err(|error| Status::internal(error.to_string()))?;
        Ok((self.leading, bytes, self.trailing))
    }
}

impl<T: Message> From<Encoded<T>> for Reply<T> {
    fn from(message: Encoded<T>) -> Self {
        Self::new(Ok(message))
    }
}

impl<T: Message + ToEncoded<T>> From<T> for Reply<T> {
    /// Encodes `value`. Where that fails, the call does, as INTERNAL.
    fn from(value: T) -> Self {
        Self::new(value.to_encoded())
    }
}

impl<T: Message + ToEncoded<T>> From<&T> for Reply<T> {
    /// Encodes `value`. Where that fails, the call does, as INTERNAL.
    fn from(value: &T) -> Self {
        Self::new(value.to_encoded())
    }
}

impl<T: Message> Deref for Reply<T> {
    type Target = Encoded<T>;

    /// # Panics
    /// On a reply that `From` has just made from a value that cannot be encoded; never on one that a call returned.
    fn deref(&self) -> &Encoded<T> {
        match &self.message {
            Ok(message) => message,
            Err(error) => panic!("this reply has no message: {error}"),
        }
    }
}

impl<T: Message> fmt::Debug for Reply<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let bytes = self.message.as_ref().map(|message| message.bytes().len());
        f.debug_struct("Reply")
            .field("bytes", &bytes)
            .field("leading", &self.leading)
            .field("trailing", &self.trailing)
            .finish()
    }
}
