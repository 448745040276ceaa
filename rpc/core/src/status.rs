//! How a call ended, as both sides see it.

use std::ops::Deref;

use bytes::Bytes;

use crate::{Code, Metadata};

/// The one final status of a call: the same on every transport.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Status {
    /// gRPC's code.
    pub code: Code,
    /// A text for people; empty when there is nothing to say.
    pub message: String,
    /// Typed details: the bytes of a `google.rpc.Status` message in protobuf form, or nothing.
    pub details: Details,
    /// Trailing metadata.
    pub metadata: Metadata,
}

/// The details of a status: bytes, which few have. In a box, since each outcome of a call moves with its status.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Details(Option<Box<Bytes>>);

impl Details {
    /// None.
    pub const NONE: Self = Self(None);
}

impl From<Bytes> for Details {
    fn from(bytes: Bytes) -> Self {
        Self((!bytes.is_empty()).then(|| Box::new(bytes)))
    }
}

impl Deref for Details {
    type Target = Bytes;

    fn deref(&self) -> &Bytes {
        static NONE: Bytes = Bytes::new();
        self.0.as_deref().unwrap_or(&NONE)
    }
}

macro_rules! shorthands {
    ($($(#[$doc:meta])* $name:ident => $code:ident;)*) => {
        $(
            $(#[$doc])*
            #[must_use]
            pub fn $name(message: impl Into<String>) -> Self {
                Self::new(Code::$code, message)
            }
        )*
    };
}

impl Status {
    /// A status without details and metadata.
    #[must_use]
    pub fn new(code: Code, message: impl Into<String>) -> Self {
        Self {
            code,
            message: message.into(),
            details: Details::NONE,
            metadata: Metadata::new(),
        }
    }

    /// Success, with nothing to say.
    #[must_use]
    pub const fn ok() -> Self {
        Self {
            code: Code::Ok,
            message: String::new(),
            details: Details::NONE,
            metadata: Metadata::new(),
        }
    }

    shorthands! {
        /// [`Code::Cancelled`]: the caller gave the call up.
        cancelled => Cancelled;
        /// [`Code::Unknown`]: a failure that has no better code.
        unknown => Unknown;
        /// [`Code::InvalidArgument`]: the request is wrong in itself.
        invalid_argument => InvalidArgument;
        /// [`Code::DeadlineExceeded`]: the time given was used up.
        deadline_exceeded => DeadlineExceeded;
        /// [`Code::NotFound`]: what was asked for does not exist.
        not_found => NotFound;
        /// [`Code::AlreadyExists`]: what was to be made exists.
        already_exists => AlreadyExists;
        /// [`Code::PermissionDenied`]: this caller may not do this.
        permission_denied => PermissionDenied;
        /// [`Code::ResourceExhausted`]: a limit or quota is used up.
        resource_exhausted => ResourceExhausted;
        /// [`Code::FailedPrecondition`]: the system is not in the needed state.
        failed_precondition => FailedPrecondition;
        /// [`Code::Aborted`]: a concurrent change won.
        aborted => Aborted;
        /// [`Code::OutOfRange`]: past the valid range.
        out_of_range => OutOfRange;
        /// [`Code::Unimplemented`]: the method is not there.
        unimplemented => Unimplemented;
        /// [`Code::Internal`]: an invariant of the callee broke.
        internal => Internal;
        /// [`Code::Unavailable`]: the service cannot be reached now.
        unavailable => Unavailable;
        /// [`Code::DataLoss`]: data is lost beyond repair.
        data_loss => DataLoss;
        /// [`Code::Unauthenticated`]: the caller is not known.
        unauthenticated => Unauthenticated;
    }

    /// The same status with these details.
    #[must_use]
    pub fn with_details(mut self, details: impl Into<Bytes>) -> Self {
        self.details = details.into().into();
        self
    }

    /// The same status with this trailing metadata.
    #[must_use]
    pub fn with_metadata(mut self, metadata: Metadata) -> Self {
        self.metadata = metadata;
        self
    }

    /// Whether the call succeeded.
    #[must_use]
    pub fn is_ok(&self) -> bool {
        self.code == Code::Ok
    }
}

impl std::fmt::Display for Status {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.message.is_empty() {
            return f.write_str(self.code.name());
        }
        write!(f, "{}: {}", self.code.name(), self.message)
    }
}

impl std::error::Error for Status {}

impl From<Code> for Status {
    fn from(code: Code) -> Self {
        Self::new(code, "")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_status_reads_as_its_code_and_its_text() {
        assert_eq!(
            Status::not_found("no such order").to_string(),
            "NOT_FOUND: no such order"
        );
        assert_eq!(Status::ok().to_string(), "OK");
        assert!(Status::ok().is_ok());
        assert!(!Status::from(Code::Aborted).is_ok());
    }

    #[test]
    fn empty_details_are_none() {
        let status = Status::ok().with_details(Bytes::new());
        assert_eq!(status, Status::ok());
        assert!(status.details.is_empty());
        assert_eq!(&status.with_details("x").details[..], b"x");
    }
}
