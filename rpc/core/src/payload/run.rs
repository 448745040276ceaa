//! Messages of one call, one after another, as they lie on a lane.
//!
//! ```text
//! ┌──────────────────┬──────────┬─────────┬──────────────────┬──────────┬─────────┬─
//! │ frame header, 8  │ call, 4  │ message │ frame header, 8  │ call, 4  │ message │ …
//! └──────────────────┴──────────┴─────────┴──────────────────┴──────────┴─────────┴─
//! ```
//!
//! A stream of small messages is many frames in one buffer on its way out as on its way in: nothing is allocated or counted for
//! each of them before its reader takes it.

use std::collections::VecDeque;
use std::mem;

use bytes::{Buf, BufMut, Bytes, BytesMut};
use stillwire_codec::Lent;
use stillwire_codec::frame::{FrameHeader, HEADER_BYTES};

use super::FrameKind;
use crate::CallId;

/// What the frame of a message takes besides the message.
pub const MESSAGE_OVERHEAD_BYTES: usize = HEADER_BYTES + CALL_BYTES;

/// The largest message that is worth a copy, so that it lies in one buffer with its neighbours.
pub(crate) const RUN_MESSAGE_BYTES: usize = 1024;

/// Bytes at which a run is long enough: what one TLS record, or ten packets, hold.
pub(crate) const RUN_BYTES: usize = 16 * 1024;

const CALL_BYTES: usize = size_of::<u32>();

/// Messages that came, in order.
#[derive(Debug, Clone)]
pub enum Run {
    /// One, without its frame.
    One(Bytes),
    /// Any number, in frames that were checked: nothing but whole MESSAGE frames without a checksum.
    Frames(Bytes),
}

impl Default for Run {
    fn default() -> Self {
        Self::Frames(Bytes::new())
    }
}

impl Run {
    /// Memory that the messages and their frames take.
    #[must_use]
    pub const fn len_bytes(&self) -> usize {
        self.bytes().len()
    }

    /// Whether no message is left.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        matches!(self, Self::Frames(frames) if frames.is_empty())
    }

    /// The credit that the messages cost.
    #[must_use]
    pub const fn credit(&self) -> usize {
        match self {
            Self::One(message) => message.len().saturating_add(MESSAGE_OVERHEAD_BYTES),
            Self::Frames(frames) => frames.len(),
        }
    }

    /// The messages, with frames where it has them.
    #[must_use]
    pub const fn bytes(&self) -> &Bytes {
        match self {
            Self::One(bytes) | Self::Frames(bytes) => bytes,
        }
    }

    /// Puts the same bytes in the place of its own, which then need not be kept.
    pub fn replace_bytes(&mut self, same: Bytes) {
        match self {
            Self::One(bytes) | Self::Frames(bytes) => *bytes = same,
        }
    }
}

/// Equal are those with the same messages, however they came.
impl PartialEq for Run {
    fn eq(&self, other: &Self) -> bool {
        self.clone().eq(other.clone())
    }
}

impl Eq for Run {}

impl Iterator for Run {
    type Item = Bytes;

    #[inline]
    fn next(&mut self) -> Option<Bytes> {
        let frames = match self {
            Self::Frames(frames) => frames,
            Self::One(_) => match mem::take(self) {
                Self::One(message) => return Some(message),
                Self::Frames(_) => return None,
            },
        };
        let len = message_len(frames.first_chunk()?);
        frames.advance(MESSAGE_OVERHEAD_BYTES);
        Some(if len == frames.len() {
            mem::take(frames)
        } else {
            frames.split_to(len.min(frames.len()))
        })
    }
}

/// Small messages that wait to be sent, in frames whose call is not known yet.
#[derive(Debug, Default)]
pub(crate) struct RunMut(BytesMut);

impl RunMut {
    fn with_capacity(bytes: usize) -> Self {
        Self(BytesMut::with_capacity(bytes))
    }

    fn len_bytes(&self) -> usize {
        self.0.len()
    }

    fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Adds a message of at most [`RUN_MESSAGE_BYTES`].
    #[inline]
    fn push(&mut self, message: &[u8]) {
        let head = head(message.len(), 0, CallId(0));
        self.0
            .reserve(MESSAGE_OVERHEAD_BYTES.saturating_add(message.len()));
        self.0.put_slice(&head);
        self.0.put_slice(message);
    }

    /// Takes the first message, as a copy: who keeps it keeps no run.
    fn pop(&mut self) -> Option<Bytes> {
        let len = message_len(self.0.first_chunk()?);
        self.0.advance(MESSAGE_OVERHEAD_BYTES);
        let message = self.0.get(..len).map(Bytes::copy_from_slice);
        self.0.advance(len.min(self.0.len()));
        message
    }

    /// Takes the frames of as many messages as `pays` agrees to, which is given the length of each, and makes them frames of
    /// `call`.
    ///
    /// # Errors
    /// What `pays` answered to the first one that is left. Those before it are taken all the same.
    pub(crate) fn address<E>(
        &mut self,
        call: CallId,
        mut pays: impl FnMut(usize) -> Result<(), E>,
    ) -> (Bytes, Result<(), E>) {
        let (mut taken, mut paid) = (0_usize, Ok(()));
        let mut rest: &mut [u8] = &mut self.0;
        while let Some((head, after)) = mem::take(&mut rest).split_first_chunk_mut() {
            let len = message_len(head);
            paid = pays(len);
            if paid.is_err() {
                break;
            }
            let [.., a, b, c, d] = head;
            [*a, *b, *c, *d] = call.0.to_le_bytes();
            taken = taken
                .saturating_add(MESSAGE_OVERHEAD_BYTES)
                .saturating_add(len);
            rest = after.get_mut(len..).unwrap_or_default();
        }
        if taken >= self.0.len() {
            return (mem::take(&mut self.0).freeze(), paid);
        }
        (self.0.split_to(taken).freeze(), paid)
    }
}

/// Messages that wait to be sent, in order.
#[derive(Debug, Default)]
pub struct Pieces {
    pieces: VecDeque<Piece>,
    /// What the last run came to, so that the next one begins with room for as much.
    usual_bytes: usize,
}

/// Small messages together, or a large one as it lies.
#[derive(Debug)]
pub(crate) enum Piece {
    Run(RunMut),
    Whole(Bytes),
}

impl Pieces {
    /// Whether no message waits.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.pieces.is_empty()
    }

    /// Adds a message, by a copy if it is small.
    #[inline]
    pub fn push(&mut self, message: Lent<'_>) {
        if message.as_bytes().len() <= RUN_MESSAGE_BYTES {
            self.push_small(message.as_bytes());
        } else {
            let message = message.into_bytes();
            self.pieces.push_back(Piece::Whole(message));
        }
    }

    #[inline]
    fn push_small(&mut self, message: &[u8]) {
        match self.pieces.back_mut() {
            Some(Piece::Run(run)) if run.len_bytes() < RUN_BYTES => run.push(message),
            Some(Piece::Run(_)) => self.begin_run(message, RUN_BYTES / 4),
            _ => {
                let room = mem::take(&mut self.usual_bytes);
                self.begin_run(message, room);
            }
        }
    }

    /// `room` is a guess: a small part of a run that is full, or once what was usual, so that runs between large messages take no more
    /// than they hold.
    fn begin_run(&mut self, message: &[u8], room: usize) {
        let one = MESSAGE_OVERHEAD_BYTES.saturating_add(message.len());
        let mut run = RunMut::with_capacity(room.max(one));
        run.push(message);
        self.pieces.push_back(Piece::Run(run));
    }

    /// Takes the first message.
    pub fn pop(&mut self) -> Option<Bytes> {
        let message = match self.pieces.front_mut()? {
            Piece::Whole(message) => mem::take(message),
            Piece::Run(run) => {
                let message = run.pop();
                if !run.is_empty() {
                    return message;
                }
                message?
            }
        };
        self.pieces.pop_front();
        Some(message)
    }

    /// Drops what waits.
    pub fn clear(&mut self) {
        self.pieces.clear();
    }

    /// Gives memory back beyond room for so many pieces.
    pub fn shrink_to(&mut self, pieces: usize) {
        self.pieces.shrink_to(pieces);
    }

    /// Gives what waits in exchange for `emptied`, and remembers how much that was.
    pub fn swap(&mut self, emptied: &mut Self) {
        let last = self.pieces.iter().rev().find_map(|piece| match piece {
            Piece::Run(run) => Some(run.len_bytes()),
            Piece::Whole(_) => None,
        });
        self.usual_bytes = last.unwrap_or(0).min(RUN_BYTES);
        mem::swap(&mut self.pieces, &mut emptied.pieces);
    }

    pub(crate) fn front_mut(&mut self) -> Option<&mut Piece> {
        self.pieces.front_mut()
    }

    pub(crate) fn pop_front(&mut self) {
        self.pieces.pop_front();
    }
}

/// What stands in front of a message.
#[inline]
pub(super) fn head(message_bytes: usize, flags: u8, call: CallId) -> [u8; MESSAGE_OVERHEAD_BYTES] {
    let header = FrameHeader {
        payload_len: u32::try_from(message_bytes.saturating_add(CALL_BYTES)).unwrap_or(u32::MAX),
        kind: FrameKind::Message.number(),
        flags,
        tag: 0,
    };
    let [a, b, c, d, e, f, g, h] = header.encode();
    let [i, j, k, l] = call.0.to_le_bytes();
    [a, b, c, d, e, f, g, h, i, j, k, l]
}

/// The length of the message behind `head`.
#[inline]
fn message_len(head: &[u8; MESSAGE_OVERHEAD_BYTES]) -> usize {
    let [a, b, c, d, ..] = *head;
    let payload = usize::try_from(u32::from_le_bytes([a, b, c, d])).unwrap_or(usize::MAX);
    payload.saturating_sub(CALL_BYTES)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn messages() -> Vec<Bytes> {
        [&b"one"[..], b"", b"three"]
            .map(Bytes::from_static)
            .to_vec()
    }

    fn packed() -> RunMut {
        let mut run = RunMut::default();
        messages().iter().for_each(|message| run.push(message));
        run
    }

    #[test]
    fn what_is_addressed_is_read_again_and_carries_its_call() {
        let mut run = packed();
        let (frames, paid) = run.address(CallId(0x0102_0304), |_| Ok::<_, ()>(()));
        assert!(run.is_empty() && paid.is_ok());
        assert_eq!(frames[..12], [7, 0, 0, 0, 2, 0, 0, 0, 4, 3, 2, 1]);
        assert_eq!(frames.len(), 3 * MESSAGE_OVERHEAD_BYTES + 8);
        assert_eq!(Run::Frames(frames).collect::<Vec<_>>(), messages());
    }

    #[test]
    fn messages_that_are_not_paid_for_stay() {
        let mut run = packed();
        let mut credit = 3;
        let (frames, paid) = run.address(CallId(1), |len| {
            credit -= 2;
            if credit > 0 { Ok(()) } else { Err(len) }
        });
        assert_eq!(paid, Err(0), "the length of the second one");
        assert_eq!(Run::Frames(frames).collect::<Vec<_>>(), messages()[..1]);
        assert_eq!(run.pop().unwrap(), "");
        assert_eq!(run.pop().unwrap(), "three");
        assert_eq!(run.pop(), None);
    }

    #[test]
    fn runs_between_large_messages_take_little_more_than_they_hold() {
        let large = || Lent::Whole(vec![1; RUN_MESSAGE_BYTES + 1].into());
        let mut pieces = Pieces::default();
        (0..40).for_each(|_| pieces.push(Lent::Short(&[1; 500])));
        pieces.swap(&mut Pieces::default());
        for _ in 0..100 {
            pieces.push(Lent::Short(b"small"));
            pieces.push(large());
        }
        let room = |piece: &Piece| match piece {
            Piece::Run(run) => run.0.capacity(),
            Piece::Whole(_) => 0,
        };
        let runs: usize = pieces.pieces.iter().map(room).sum();
        assert!(runs <= RUN_BYTES + 100 * 64, "{runs} bytes");
    }

    #[test]
    fn a_single_message_is_read_once_though_it_is_empty() {
        let mut run = Run::One(Bytes::new());
        assert_eq!((run.next(), run.next()), (Some(Bytes::new()), None));
    }
}
