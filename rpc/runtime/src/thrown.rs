//! Declared errors in statuses, and what is left of one that a client does not know.
//!
//! An error travels as a status of the code that its schema declares. The details say which error it is and what it holds:
//! a `google.rpc.Status` with the error in protobuf form, on every transport and whatever form the call's messages have.

use crate::details::{self, retry_delay};
use crate::fault::Throws;
use bytes::Bytes;
use std::fmt;
use stillwire_codec::{Encoded, Limits, Message, ToEncoded};
use stillwire_rpc_core::{Code, Status};

/// The status that carries `error`, of which `carrier` is the protobuf form. For generated code.
pub fn to_status<E: Throws, M: Message + ToEncoded<M>>(error: &E, carrier: &M) -> Status {
    let encoded = carrier.to_encoded().map_err(|error| error.to_string());
    let written = encoded.and_then(|all| all.to_protobuf().map_err(|error| error.to_string()));
    match written {
        Ok(value) => {
            let (code, text) = (error.code(), error.to_string());
            let details = details::write(code, &text, E::NAME, &value, error.is_retryable());
            Status::new(code, text).with_details(details)
        }
        Err(why) => Status::internal(format!("`{error}` of {} cannot be sent: {why}", E::NAME)),
    }
}

/// The carrier in the details of `status`, if there is one of this error. For generated code.
pub fn from_status<E: Throws, M: Message>(status: &Status) -> Option<M> {
    let value = details::find(&status.details, E::NAME)?;
    let carrier = Encoded::<M>::from_protobuf(value, &Limits::default());
    if let Err(error) = &carrier {
        tracing::debug!(error = E::NAME, %error, "a declared error that is broken");
    }
    carrier.ok().map(|carrier| carrier.to_message())
}

/// An error of a type that the schema declares, in a variant that it does not know: a newer peer threw it.
///
/// It is kept as it came. A handler that throws it on sends the same code, text and details.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownError {
    code: Code,
    message: String,
    details: Bytes,
}

impl UnknownError {
    /// The error that `status` carries. For generated code.
    pub fn new(status: &Status) -> Self {
        Self {
            code: status.code,
            message: status.message.clone(),
            details: Bytes::clone(&status.details),
        }
    }

    /// The code of the status that carried it.
    pub fn code(&self) -> Code {
        self.code
    }

    /// Its text; empty where the peer gave none.
    pub fn message(&self) -> &str {
        &self.message
    }

    /// Its bytes: a `google.rpc.Status` in protobuf form, with the error among its details.
    pub fn details(&self) -> &Bytes {
        &self.details
    }

    /// Whether the same call may succeed later, as the peer says.
    pub fn is_retryable(&self) -> bool {
        retry_delay(&self.to_status()).is_some()
    }

    /// The status that carries it on.
    pub fn to_status(&self) -> Status {
        Status::new(self.code, self.message.clone()).with_details(self.details.clone())
    }
}

impl fmt::Display for UnknownError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.message.is_empty() {
            "an error that this schema does not know"
        } else {
            &self.message
        })
    }
}

impl std::error::Error for UnknownError {}
