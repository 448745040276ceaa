//! A QUIC stream as a lane's pipe.

use std::collections::VecDeque;
use std::pin::pin;
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use quinn::{RecvStream, SendStream, VarInt};
use stillwire_lanes::{Lost, Pipe};
use stillwire_rpc::BoxFuture;
use stillwire_rpc_core::payload::ErrorCode;

/// Chunks that are read at once. quinn's are packets, so this is up to 64 of them in one wake-up.
const CHUNKS_PER_READ: usize = 64;

/// Both halves of a bidirectional stream.
pub(crate) struct QuicPipe {
    send: SendStream,
    receive: RecvStream,
    /// Made when it is first asked for: until the peer reads no more, or has everything.
    stopped: Option<BoxFuture<'static, ()>>,
}

impl QuicPipe {
    pub(crate) fn new((send, receive): (SendStream, RecvStream)) -> Self {
        Self {
            send,
            receive,
            stopped: None,
        }
    }

    fn poll_stopped(&mut self, cx: &mut Context<'_>) -> Poll<()> {
        let send = &self.send;
        let stopped = self.stopped.get_or_insert_with(|| {
            let stopped = send.stopped();
            Box::pin(async move { _ = stopped.await })
        });
        stopped.as_mut().poll(cx)
    }
}

impl Pipe for QuicPipe {
    fn poll_read(
        &mut self,
        cx: &mut Context<'_>,
        chunks: &mut Vec<Bytes>,
    ) -> Poll<Result<bool, Lost>> {
        let mut read = [const { Bytes::new() }; CHUNKS_PER_READ];
        // quinn keeps nothing in this future: dropped, it has read nothing.
        let polled = pin!(self.receive.read_chunks(&mut read)).poll(cx);
        Poll::Ready(match ready!(polled) {
            Ok(Some(count)) => {
                chunks.extend(read.into_iter().take(count));
                Ok(true)
            }
            Ok(None) => Ok(false),
            Err(_) => Err(Lost),
        })
    }

    fn poll_write(
        &mut self,
        cx: &mut Context<'_>,
        out: &mut VecDeque<Bytes>,
    ) -> Poll<Result<(), Lost>> {
        while !out.is_empty() {
            let written = {
                let chunks = out.make_contiguous();
                ready!(pin!(self.send.write_chunks(chunks)).poll(cx))
            };
            match written {
                Ok(written) => drop(out.drain(..written.chunks)),
                Err(_) => return Poll::Ready(Err(Lost)),
            }
        }
        Poll::Ready(Ok(()))
    }

    fn poll_halted(&mut self, cx: &mut Context<'_>) -> Poll<()> {
        self.poll_stopped(cx)
    }

    fn finish(&mut self, code: ErrorCode) {
        // Both fail only where the stream is closed already.
        let _ = self.send.finish();
        let _ = self.receive.stop(VarInt::from_u32(code.number()));
    }

    fn poll_finished(&mut self, cx: &mut Context<'_>) -> Poll<()> {
        self.poll_stopped(cx)
    }

    fn reset(&mut self, code: ErrorCode) {
        // quinn finishes what is dropped: it has to be told.
        let _ = self.send.reset(VarInt::from_u32(code.number()));
        let _ = self.receive.stop(VarInt::from_u32(code.number()));
    }
}
