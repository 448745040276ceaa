//! What goes into a lane from its transport, and what comes out for its calls.

use std::sync::Arc;
use std::time::Instant;

use bytes::Bytes;

use super::Closure;
use crate::payload::Run;
use crate::{CallId, Metadata, MethodId, Status};

/// What the transport has to say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// The next bytes of the stream.
    Bytes(Bytes),
    /// The peer has written its last byte.
    Eof,
    /// The transport is gone; nothing can be read or written any more.
    Lost,
}

/// Why a server's call was cut off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CancelReason {
    /// The caller gave it up.
    Caller,
    /// Its deadline passed: its outcome is DEADLINE_EXCEEDED, never CANCELLED.
    Deadline,
    /// The lane ended under it.
    Lane,
}

/// What happened to a call, or to the lane.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Event {
    /// Server: a call begins.
    Opened {
        /// The call.
        call: CallId,
        /// What is called.
        method: MethodId,
        /// Its path, if it travelled on this lane.
        path: Option<Arc<str>>,
        /// Metadata.
        metadata: Metadata,
        /// When the caller stops waiting, cut to what the server grants.
        deadline: Option<Instant>,
        /// The first message.
        message: Option<Bytes>,
        /// Whether the client sends no more messages; no [`Event::End`] follows then.
        end: bool,
    },
    /// Client: the server's leading metadata, before any message.
    Head {
        /// The call.
        call: CallId,
        /// Leading metadata.
        metadata: Metadata,
    },
    /// The next messages of a stream, at least one. They count against the call's credit until [`Lane::consumed`](super::Lane::consumed).
    Messages {
        /// The call.
        call: CallId,
        /// The messages, in order.
        messages: Run,
    },
    /// Server: the client sends no more messages of this call.
    End {
        /// The call.
        call: CallId,
    },
    /// Client: the call has ended.
    Status {
        /// The call.
        call: CallId,
        /// How, with trailing metadata.
        status: Status,
        /// The reply of a call that has one.
        message: Option<Bytes>,
        /// Whether no handler has seen the call, so that it may be sent again whatever it does.
        refused: bool,
    },
    /// Server: nobody waits for this call any more.
    Cancelled {
        /// The call.
        call: CallId,
        /// Why.
        reason: CancelReason,
    },
    /// A call that was told to wait may send again.
    Writable {
        /// The call.
        call: CallId,
    },
    /// The answer to a [`Lane::ping`](super::Lane::ping).
    Pong([u8; 8]),
    /// Client: the server takes no more calls; those that run go on.
    Draining,
    /// The lane is over, and so are its calls. What is left to [`transmit`](super::Lane::transmit) should still be written,
    /// unless the transport is lost.
    Closed(Closure),
}
