//! One call's half-streams, and the credit of each.

use std::time::Instant;

use crate::limits::CALL_CREDIT_MAX_BYTES;
use crate::payload::MESSAGE_OVERHEAD_BYTES;

/// An open call.
#[derive(Debug)]
pub(super) struct Call {
    pub(super) deadline: Option<Instant>,
    pub(super) send: Sending,
    pub(super) receive: Receiving,
}

/// What this side sends.
#[derive(Debug)]
pub(super) struct Sending {
    /// Credit given by the peer and not used; below zero after a message that was larger than it.
    credit: i64,
    /// No more messages: END was sent, or this kind of call sends none.
    pub(super) ended: bool,
    /// Server: leading metadata or a message was sent.
    pub(super) begun: bool,
    /// Someone was told to wait for credit.
    pub(super) blocked: bool,
}

impl Sending {
    pub(super) fn new(credit: u32, ended: bool) -> Self {
        Self {
            credit: i64::from(credit),
            ended,
            begun: false,
            blocked: false,
        }
    }

    pub(super) const fn has_credit(&self) -> bool {
        self.credit > 0
    }

    /// Whether there is credit. If not, it is noted that someone waits for it.
    pub(super) const fn poll_credit(&mut self) -> bool {
        self.blocked |= !self.has_credit();
        self.has_credit()
    }

    pub(super) fn spend(&mut self, message_bytes: usize) {
        self.credit = self.credit.saturating_sub(cost(message_bytes));
    }

    /// Says whether the sum can still be counted.
    pub(super) fn receive_credit(&mut self, bytes: i64) -> bool {
        self.credit = self.credit.saturating_add(bytes);
        self.credit <= CALL_CREDIT_MAX_BYTES
    }

    /// Whether someone waits for the credit that is there now; asks once.
    pub(super) fn unblock(&mut self) -> bool {
        self.has_credit() && std::mem::take(&mut self.blocked)
    }
}

/// What this side receives.
#[derive(Debug)]
pub(super) struct Receiving {
    /// Credit given to the peer and not used.
    credit: i64,
    /// Credit of messages that were taken, not given back yet.
    taken: i64,
    window: u32,
    /// The peer sends no more messages.
    pub(super) ended: bool,
    /// Client: a head or a message came.
    pub(super) begun: bool,
}

impl Receiving {
    pub(super) fn new(window: u32, ended: bool) -> Self {
        Self {
            credit: i64::from(window),
            taken: 0,
            window,
            ended,
            begun: false,
        }
    }

    /// Counts a message that came, if the peer had the credit for it; says whether it had.
    #[inline]
    pub(super) fn receive(&mut self, message_bytes: usize) -> bool {
        let allowed = self.credit > 0;
        if allowed {
            self.credit = self.credit.saturating_sub(cost(message_bytes));
        }
        allowed
    }

    /// The reader took messages that cost this much; credit to give back, in pieces of half a window so that it costs little.
    pub(super) fn consume(&mut self, credit: usize) -> Option<u32> {
        let credit = i64::try_from(credit).unwrap_or(i64::MAX);
        self.taken = self.taken.saturating_add(credit);
        if self.ended || self.taken < i64::from(self.window.div_ceil(2)) {
            return None;
        }
        let bytes = u32::try_from(self.taken).unwrap_or(u32::MAX);
        self.taken = self.taken.saturating_sub(i64::from(bytes));
        self.credit = self.credit.saturating_add(i64::from(bytes));
        (bytes > 0).then_some(bytes)
    }

    /// Credit given, and taken but not given back: both sum to the window when nothing is in flight or unread.
    #[cfg(any(test, simulated))]
    pub(super) const fn balance(&self) -> (i64, i64) {
        (self.credit, self.taken)
    }
}

impl Sending {
    #[cfg(any(test, simulated))]
    pub(super) const fn balance(&self) -> i64 {
        self.credit
    }
}

/// What a message costs in credit: its frame, whole. So an empty message is not free, and a flood of them is bounded like any other.
fn cost(message_bytes: usize) -> i64 {
    i64::try_from(message_bytes.saturating_add(MESSAGE_OVERHEAD_BYTES)).unwrap_or(i64::MAX)
}
