//! Whose fault it is: the peer's ([`Violation`]), or the caller's ([`OpenError`], [`SendError`]).

use stillwire_codec::frame::FrameError;

use crate::payload::{ErrorCode, FrameKind, PayloadError};
use crate::{CallId, Code, Status};

/// A rule of the protocol that the peer broke. Offsets count from the start of what it sent on the lane.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Violation {
    /// The bytes are no frame.
    #[error(transparent)]
    Frame(#[from] FrameError),
    /// A frame's payload is not one of its kind.
    #[error("frame at byte {at}: {error}")]
    Payload {
        /// Where the frame begins.
        at: u64,
        /// What is wrong.
        error: PayloadError,
    },
    /// The first frame is not SETTINGS, or a later one is.
    #[error("frame at byte {at}: SETTINGS come first and once")]
    Settings {
        /// Where the frame begins.
        at: u64,
    },
    /// A call's number is not above all before it.
    #[error("frame at byte {at}: {call} was opened out of order")]
    CallOrder {
        /// Where the frame begins.
        at: u64,
        /// The call.
        call: CallId,
    },
    /// A frame for a call that was never opened.
    #[error("frame at byte {at}: {call} was never opened")]
    UnknownCall {
        /// Where the frame begins.
        at: u64,
        /// The call.
        call: CallId,
    },
    /// A frame that this call is past: a message after its end, a second head or one after a message.
    #[error("frame at byte {at}: {kind:?} comes too late in {call}")]
    TooLate {
        /// Where the frame begins.
        at: u64,
        /// The call.
        call: CallId,
        /// The frame's kind.
        kind: FrameKind,
    },
    /// A message without credit.
    #[error("frame at byte {at}: a message of {call} without credit")]
    NoCredit {
        /// Where the frame begins.
        at: u64,
        /// The call.
        call: CallId,
    },
    /// More credit than can be counted.
    #[error("frame at byte {at}: too much credit for {call}")]
    CreditOverflow {
        /// Where the frame begins.
        at: u64,
        /// The call.
        call: CallId,
    },
}

impl Violation {
    /// What the peer is told.
    #[must_use]
    pub const fn code(&self) -> ErrorCode {
        match self {
            Self::Frame(FrameError::TooLarge { .. }) => ErrorCode::TooLarge,
            Self::Frame(_) => ErrorCode::Frame,
            Self::NoCredit { .. } | Self::CreditOverflow { .. } => ErrorCode::Credit,
            _ => ErrorCode::Protocol,
        }
    }
}

/// Why a lane is over.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Closure {
    /// In peace, with nothing left to do.
    Done,
    /// The transport went away, or the peer stopped writing while calls were open.
    Lost,
    /// The peer broke a rule.
    Violation(Violation),
    /// The peer says that this side broke a rule, or that it broke itself.
    Peer {
        /// Its code.
        code: ErrorCode,
        /// Its reason, for logs.
        reason: String,
    },
}

impl Closure {
    /// What the calls of a client end with that had no status yet.
    #[must_use]
    pub fn status(&self) -> Status {
        match self {
            Self::Done | Self::Lost => Status::unavailable("the connection was lost"),
            Self::Violation(violation @ Violation::Frame(FrameError::TooLarge { .. })) => {
                Status::new(Code::ResourceExhausted, violation.to_string())
            }
            Self::Violation(violation) => Status::internal(violation.to_string()),
            Self::Peer {
                code: ErrorCode::TooLarge,
                reason,
            } => Status::resource_exhausted(reason.clone()),
            Self::Peer { reason, .. } => Status::internal(reason.clone()),
        }
    }

    /// The code that a transport with codes of its own ends the lane with.
    #[must_use]
    pub const fn code(&self) -> ErrorCode {
        match self {
            Self::Done | Self::Lost | Self::Peer { .. } => ErrorCode::None,
            Self::Violation(violation) => violation.code(),
        }
    }
}

/// Why a call was not opened. Nothing was sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum OpenError {
    /// The lane is over or takes no more calls: use another.
    #[error("the lane takes no more calls")]
    Closed,
    /// As many calls are open as one side allows: use another lane, or wait.
    #[error("{allowed} calls are open, which is the limit")]
    TooManyCalls {
        /// The limit.
        allowed: usize,
    },
    /// The deadline has passed already.
    #[error("the deadline passed before the call began")]
    DeadlinePassed,
    /// The message is larger than one side allows.
    #[error("a message of {len} bytes, {allowed} allowed")]
    TooLarge {
        /// The message's length in bytes.
        len: usize,
        /// The limit.
        allowed: usize,
    },
    /// The path cannot travel; see [`is_method_path`](crate::id::is_method_path).
    #[error("the method's path is not of the form package.Service/Method")]
    Path,
    /// This end answers calls and opens none.
    #[error("a server opens no calls")]
    Server,
}

/// Why something was not sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum SendError {
    /// The call has ended, or this side has ended it.
    #[error("the call has ended")]
    Ended,
    /// No credit or no room: [`Event::Writable`](super::Event::Writable) follows.
    #[error("the reader is behind")]
    Blocked,
    /// The message is larger than one side allows.
    #[error("a message of {len} bytes, {allowed} allowed")]
    TooLarge {
        /// The message's length in bytes.
        len: usize,
        /// The limit.
        allowed: usize,
    },
}
