//! One direction of a lane: ordered and lossless, but late, in pieces, and perhaps cut.

use std::collections::VecDeque;
use std::time::Duration;

use bytes::{Bytes, BytesMut};

use super::rng::Rng;
use crate::lane::Input;

/// What arrives.
#[derive(Debug, Clone)]
pub(super) enum Item {
    Bytes(Bytes),
    /// The sender has ended its half.
    Eof,
    /// The transport is gone.
    Lost,
}

impl From<Item> for Input {
    fn from(item: Item) -> Self {
        match item {
            Item::Bytes(bytes) => Self::Bytes(bytes),
            Item::Eof => Self::Eof,
            Item::Lost => Self::Lost,
        }
    }
}

#[derive(Debug, Default)]
pub(super) struct Link {
    queue: VecDeque<(Duration, Item)>,
    stalled_until: Duration,
    /// Nothing is put in any more: an end is under way.
    ended: bool,
}

impl Link {
    /// Puts `item` behind what is under way, no earlier than `at`.
    pub(super) fn push(&mut self, at: Duration, item: Item) {
        if self.ended {
            return;
        }
        self.ended = !matches!(item, Item::Bytes(_));
        let last = self.queue.back().map_or(at, |&(last, _)| last);
        self.queue.push_back((at.max(last), item));
    }

    /// Ends the stream at any byte of what is under way.
    pub(super) fn cut(&mut self, rng: &mut Rng, at: Duration, end: Item) {
        if self.ended {
            return;
        }
        self.queue.truncate(rng.size(self.queue.len() + 1));
        if let Some((_, Item::Bytes(bytes))) = self.queue.back_mut() {
            bytes.truncate(1 + rng.size(bytes.len()));
        }
        self.push(at, end);
    }

    pub(super) fn stall(&mut self, until: Duration) {
        self.stalled_until = self.stalled_until.max(until);
    }

    pub(super) fn release(&mut self) {
        self.stalled_until = Duration::ZERO;
    }

    pub(super) const fn is_ended(&self) -> bool {
        self.ended
    }

    /// What arrives next, and when.
    pub(super) fn front(&self) -> Option<(Duration, &Item)> {
        let (at, item) = self.queue.front()?;
        Some(((*at).max(self.stalled_until), item))
    }

    /// What has arrived by `now`; with `merge`, bytes that came in several pieces as one.
    pub(super) fn pop(&mut self, now: Duration, merge: bool) -> Option<Item> {
        if self.front()?.0 > now {
            return None;
        }
        let (_, item) = self.queue.pop_front()?;
        let Item::Bytes(first) = item else {
            return Some(item);
        };
        let mut bytes = BytesMut::from(&first[..]);
        while merge
            && let Some((at, Item::Bytes(next))) = self.queue.front()
            && *at <= now
        {
            bytes.extend_from_slice(next);
            self.queue.pop_front();
        }
        Some(Item::Bytes(bytes.freeze()))
    }
}
