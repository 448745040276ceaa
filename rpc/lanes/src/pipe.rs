//! What a transport gives a lane.

use std::collections::VecDeque;
use std::task::{Context, Poll};

use bytes::buf::Limit;
use bytes::{Bytes, BytesMut};
use stillwire_rpc_core::payload::ErrorCode;

/// The transport is gone, or the peer broke the stream off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lost;

/// An ordered, reliable byte stream in both directions.
pub trait Pipe: Send + Unpin + 'static {
    /// Reads what has come to the end of `chunks`, a block of it or more. `false`: the peer has written its last byte, and nothing
    /// was read.
    fn poll_read(
        &mut self,
        cx: &mut Context<'_>,
        chunks: &mut Vec<Bytes>,
    ) -> Poll<Result<bool, Lost>>;

    /// Whether there is [`poll_fill`](Self::poll_fill).
    const FILLS: bool = false;

    /// Reads what has come to the end of `room`, as far as that goes, like [`poll_read`](Self::poll_read). For pipes that copy in any
    /// case: a large message is then copied to where it stays.
    fn poll_fill(
        &mut self,
        cx: &mut Context<'_>,
        room: &mut Limit<&mut BytesMut>,
    ) -> Poll<Result<bool, Lost>> {
        _ = (cx, room);
        Poll::Pending
    }

    /// Writes as much of `out` as there is room for and takes it away, then flushes. Ready when `out` is empty and nothing is
    /// held back.
    fn poll_write(
        &mut self,
        cx: &mut Context<'_>,
        out: &mut VecDeque<Bytes>,
    ) -> Poll<Result<(), Lost>>;

    /// Ready when the peer reads no more, where the transport can tell.
    fn poll_halted(&mut self, cx: &mut Context<'_>) -> Poll<()>;

    /// Says that nothing more is written or read. [`poll_finished`](Self::poll_finished) follows.
    fn finish(&mut self, code: ErrorCode);

    /// Ready when the peer has all that was written, or cannot have it any more.
    fn poll_finished(&mut self, cx: &mut Context<'_>) -> Poll<()>;

    /// Breaks the stream off, in both directions: what was written must not look complete.
    fn reset(&mut self, code: ErrorCode);
}
