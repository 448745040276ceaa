//! What a transport gives a lane.

use std::collections::VecDeque;
use std::task::{Context, Poll};

use bytes::Bytes;
use stillwire_rpc_core::payload::ErrorCode;

/// The transport is gone, or the peer broke the stream off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lost;

/// An ordered, reliable byte stream in both directions.
pub trait Pipe: Send + Unpin + 'static {
    /// Reads what has come, all of it as far as one wake-up should take, to the end of `chunks`. `false`: the peer has written its
    /// last byte, and nothing was read.
    fn poll_read(
        &mut self,
        cx: &mut Context<'_>,
        chunks: &mut Vec<Bytes>,
    ) -> Poll<Result<bool, Lost>>;

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
