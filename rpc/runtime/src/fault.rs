//! What a call fails with.

use crate::details::retry_delay;
use std::convert::Infallible;
use std::fmt;
use stillwire_codec::EncodeError;
use stillwire_rpc_core::{Code, Status};

/// The error type of a method that declares none: it has no value.
pub type Never = Infallible;

/// A declared error: an `error` of the schema, which a method `throws`. Implemented by the code generator.
pub trait Throws: Sized + std::error::Error + Send + Sync + 'static {
    /// Its name with the package: `acme.trading.v1.PlaceError`.
    const NAME: &'static str;

    /// The code of the status that carries it.
    fn code(&self) -> Code;

    /// Whether the same call may succeed later.
    fn is_retryable(&self) -> bool;

    /// The status that carries it: the declared code, a text, and the error itself in the details.
    fn to_status(&self) -> Status;

    /// The error that a status carries, if it carries one of this type. The details decide: a code other than the declared
    /// one does not make it another error.
    fn from_status(status: &Status) -> Option<Self>;
}

impl Throws for Never {
    const NAME: &'static str = "";

    fn code(&self) -> Code {
        match *self {}
    }

    fn is_retryable(&self) -> bool {
        match *self {}
    }

    fn to_status(&self) -> Status {
        match *self {}
    }

    fn from_status(_: &Status) -> Option<Self> {
        None
    }
}

/// Why a call failed: with an error that its schema declares, or with a plain status.
#[derive(Debug, Clone)]
pub enum Fault<E = Never> {
    /// The declared error.
    Error(E),
    /// Anything else.
    Status(Status),
}

impl<E: Throws> Fault<E> {
    /// The status that goes to the client.
    pub fn into_status(self) -> Status {
        match self {
            Self::Error(error) => error.to_status(),
            Self::Status(status) => status,
        }
    }

    /// What a client makes of a status: the declared error where it is one.
    pub fn from_status(status: Status) -> Self {
        E::from_status(&status).map_or(Self::Status(status), Self::Error)
    }

    /// The status code; of a declared error, the one that the schema declares.
    pub fn code(&self) -> Code {
        match self {
            Self::Error(error) => error.code(),
            Self::Status(status) => status.code,
        }
    }

    /// Whether the same call may succeed later: a declared error that is `retryable`, or a status whose details say so by
    /// `google.rpc.RetryInfo`.
    pub fn is_retryable(&self) -> bool {
        match self {
            Self::Error(error) => error.is_retryable(),
            Self::Status(status) => retry_delay(status).is_some(),
        }
    }

    /// The declared error, if it is one.
    pub fn error(&self) -> Option<&E> {
        match self {
            Self::Error(error) => Some(error),
            Self::Status(_) => None,
        }
    }
}

impl<E: Throws> fmt::Display for Fault<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Error(error) => write!(f, "{}: {error}", error.code()),
            Self::Status(status) => status.fmt(f),
        }
    }
}

impl<E: Throws> std::error::Error for Fault<E> {}

impl<E> From<Status> for Fault<E> {
    fn from(status: Status) -> Self {
        Self::Status(status)
    }
}

impl<E: Throws> From<E> for Fault<E> {
    fn from(error: E) -> Self {
        Self::Error(error)
    }
}

/// For handlers that throw another error than what they call, or none: `call.await.map_err(Status::from)?`.
impl<E: Throws> From<Fault<E>> for Status {
    fn from(fault: Fault<E>) -> Self {
        fault.into_status()
    }
}

impl<E> From<Gone> for Fault<E> {
    fn from(gone: Gone) -> Self {
        Self::Status(gone.into())
    }
}

impl<E> From<EncodeError> for Fault<E> {
    fn from(error: EncodeError) -> Self {
        Self::Status(Status::internal(error.to_string()))
    }
}

/// Whoever reads a stream has gone: the call was cancelled, has ended, or its connection was lost.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("whoever reads this stream has gone")]
pub struct Gone;

impl From<Gone> for Status {
    fn from(gone: Gone) -> Self {
        Self::cancelled(gone.to_string())
    }
}
