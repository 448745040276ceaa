//! What a call fails with.

use std::convert::Infallible;
use std::fmt;
use stillwire_codec::EncodeError;
use stillwire_rpc_core::Status;

/// The error type of a method that declares none: it has no value.
pub type Never = Infallible;

/// A declared error: an `error` of the schema, which a method `throws`. Implemented by the code generator.
pub trait Throws: Sized + fmt::Debug + Send + Sync + 'static {
    /// The status that carries it: the declared code, a text, and the error itself in the details.
    fn to_status(&self) -> Status;

    /// The error that a status carries, if it carries one of this type.
    fn from_status(status: &Status) -> Option<Self>;
}

impl Throws for Never {
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

    /// The status code.
    pub fn code(&self) -> stillwire_rpc_core::Code {
        match self {
            Self::Error(error) => error.to_status().code,
            Self::Status(status) => status.code,
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
            Self::Error(error) => error.to_status().fmt(f),
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
