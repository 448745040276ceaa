//! A byte stream as a lane's pipe.

use std::collections::VecDeque;
use std::io::IoSlice;
use std::pin::{Pin, pin};
use std::task::{Context, Poll, ready};

use bytes::buf::Limit;
use bytes::{Buf, BufMut, Bytes, BytesMut};
use stillwire_lanes::{Lost, Pipe};
use stillwire_rpc_core::payload::ErrorCode;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite};

/// Memory for one read. Small, because what comes of a read is kept as a whole while a part of it is; what is large is read to where
/// it stays.
const BLOCK_BYTES: usize = 16 * 1024;

/// Room that is worth a read; a block with less is full.
const LEAST_BYTES: usize = BLOCK_BYTES / 4;

/// Chunks that one system call writes.
const CHUNKS_PER_WRITE: usize = 32;

/// Anything that Tokio can read and write.
#[derive(Debug)]
pub(crate) struct StreamPipe<S> {
    io: S,
    block: BytesMut,
    /// Something was written and not flushed.
    dirty: bool,
    ended: bool,
    shut: bool,
}

impl<S: AsyncRead + AsyncWrite + Unpin> StreamPipe<S> {
    pub(crate) fn new(io: S) -> Self {
        Self {
            io,
            block: BytesMut::new(),
            dirty: false,
            ended: false,
            shut: false,
        }
    }

    fn poll_block(&mut self, cx: &mut Context<'_>) -> Poll<Result<usize, Lost>> {
        if self.block.is_empty() && self.block.capacity() < LEAST_BYTES {
            self.block.reserve(BLOCK_BYTES);
        }
        // The future reads once and keeps nothing.
        let polled = pin!(self.io.read_buf(&mut self.block)).poll(cx);
        polled.map_err(|_| Lost)
    }
}

impl<S: AsyncRead + AsyncWrite + Unpin + Send + 'static> Pipe for StreamPipe<S> {
    fn poll_read(
        &mut self,
        cx: &mut Context<'_>,
        chunks: &mut Vec<Bytes>,
    ) -> Poll<Result<bool, Lost>> {
        while !self.ended {
            match self.poll_block(cx) {
                Poll::Ready(Ok(0)) => self.ended = true,
                Poll::Ready(Ok(_)) if self.block.capacity() - self.block.len() >= LEAST_BYTES => {}
                Poll::Ready(Ok(_)) => break,
                // What has come is worth more than how it goes on.
                Poll::Ready(Err(Lost)) | Poll::Pending if !self.block.is_empty() => break,
                Poll::Ready(Err(Lost)) => return Poll::Ready(Err(Lost)),
                Poll::Pending => return Poll::Pending,
            }
        }
        let block = self.block.split().freeze();
        let came = !block.is_empty();
        chunks.extend(came.then_some(block));
        Poll::Ready(Ok(came))
    }

    const FILLS: bool = true;

    fn poll_fill(
        &mut self,
        cx: &mut Context<'_>,
        room: &mut Limit<&mut BytesMut>,
    ) -> Poll<Result<bool, Lost>> {
        let mut came = false;
        while room.has_remaining_mut() && !self.ended {
            match pin!(self.io.read_buf(room)).poll(cx) {
                Poll::Ready(Ok(0)) => self.ended = true,
                Poll::Ready(Ok(_)) => came = true,
                Poll::Ready(Err(_)) | Poll::Pending if came => break,
                Poll::Ready(Err(_)) => return Poll::Ready(Err(Lost)),
                Poll::Pending => return Poll::Pending,
            }
        }
        Poll::Ready(Ok(came))
    }

    fn poll_write(
        &mut self,
        cx: &mut Context<'_>,
        out: &mut VecDeque<Bytes>,
    ) -> Poll<Result<(), Lost>> {
        while !out.is_empty() {
            let mut slices = [IoSlice::new(&[]); CHUNKS_PER_WRITE];
            let mut count = 0;
            for (slice, chunk) in slices.iter_mut().zip(out.iter()) {
                *slice = IoSlice::new(chunk);
                count += 1;
            }
            let io = Pin::new(&mut self.io);
            let written = ready!(io.poll_write_vectored(cx, &slices[..count]));
            match written {
                Ok(0) | Err(_) => return Poll::Ready(Err(Lost)),
                Ok(written) => take(out, written),
            }
            self.dirty = true;
        }
        if self.dirty {
            let flushed = ready!(Pin::new(&mut self.io).poll_flush(cx));
            self.dirty = false;
            return Poll::Ready(flushed.map_err(|_| Lost));
        }
        Poll::Ready(Ok(()))
    }

    /// A peer that has written its last byte is taken to be gone: a process that was killed looks no different, and no
    /// transport here tells that nobody reads any more.
    fn poll_halted(&mut self, _: &mut Context<'_>) -> Poll<()> {
        Poll::Ready(())
    }

    fn finish(&mut self, _: ErrorCode) {}

    /// Says goodbye, and reads until the peer does: a socket that is closed with bytes unread takes back what it has sent.
    fn poll_finished(&mut self, cx: &mut Context<'_>) -> Poll<()> {
        if !self.shut {
            let shut = ready!(Pin::new(&mut self.io).poll_shutdown(cx));
            self.shut = true;
            self.ended |= shut.is_err();
        }
        while !self.ended {
            self.block.clear();
            match ready!(self.poll_block(cx)) {
                Ok(0) | Err(Lost) => self.ended = true,
                Ok(_) => {}
            }
        }
        Poll::Ready(())
    }

    /// Nothing to do: without a goodbye of TLS, or in the middle of a call, nothing looks complete.
    fn reset(&mut self, _: ErrorCode) {}
}

/// Takes `written` bytes away.
fn take(out: &mut VecDeque<Bytes>, mut written: usize) {
    while let Some(first) = out.front_mut() {
        if written < first.len() {
            first.advance(written);
            return;
        }
        written -= first.len();
        out.pop_front();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::future::poll_fn;
    use tokio::io::{AsyncWriteExt, ReadBuf};

    async fn read(pipe: &mut StreamPipe<tokio::io::DuplexStream>) -> Result<Option<Vec<u8>>, Lost> {
        let mut chunks = Vec::new();
        let more = poll_fn(|cx| pipe.poll_read(cx, &mut chunks)).await?;
        Ok(more.then(|| chunks.concat()))
    }

    #[tokio::test]
    async fn what_has_come_is_read_in_blocks_or_to_where_there_is_room_and_the_end_after_it() {
        let (ours, mut theirs) = tokio::io::duplex(1 << 20);
        let mut pipe = StreamPipe::new(ours);
        let sent = (0..200_000).map(|at| (at % 251) as u8).collect::<Vec<_>>();
        theirs.write_all(&sent).await.unwrap();
        drop(theirs);
        let mut came = read(&mut pipe).await.unwrap().unwrap();
        assert_eq!(came.len(), BLOCK_BYTES);
        let mut body = BytesMut::new();
        let mut room = (&mut body).limit(100_000);
        let filled = poll_fn(|cx| pipe.poll_fill(cx, &mut room)).await;
        assert_eq!((filled, body.len()), (Ok(true), 100_000));
        came.extend_from_slice(&body);
        while let Some(block) = read(&mut pipe).await.unwrap() {
            came.extend(block);
        }
        assert!(came == sent);
        assert_eq!(read(&mut pipe).await, Ok(None));
        assert_eq!(read(&mut pipe).await, Ok(None));
    }

    #[tokio::test]
    async fn many_chunks_are_written_whole_through_a_narrow_pipe() {
        let (ours, mut theirs) = tokio::io::duplex(7);
        let mut pipe = StreamPipe::new(ours);
        let chunks = (0..100_u8).map(|at| Bytes::from(vec![at; usize::from(at)]));
        let mut out = chunks.collect::<VecDeque<_>>();
        let expected = out.iter().flatten().copied().collect::<Vec<_>>();
        let reading = tokio::spawn(async move {
            let mut all = Vec::new();
            theirs.read_to_end(&mut all).await.unwrap();
            all
        });
        poll_fn(|cx| pipe.poll_write(cx, &mut out)).await.unwrap();
        assert!(out.is_empty());
        pipe.finish(ErrorCode::None);
        poll_fn(|cx| pipe.poll_finished(cx)).await;
        assert_eq!(reading.await.unwrap(), expected);
    }

    #[tokio::test]
    async fn a_peer_that_is_gone_takes_nothing() {
        let (ours, theirs) = tokio::io::duplex(7);
        drop(theirs);
        let mut pipe = StreamPipe::new(ours);
        let mut out = VecDeque::from([Bytes::from_static(b"12345678")]);
        let written = poll_fn(|cx| pipe.poll_write(cx, &mut out)).await;
        assert_eq!(written, Err(Lost));
    }

    /// Gives no more than 5,000 bytes at once, as a TLS record may.
    struct Records(Bytes);

    impl AsyncRead for Records {
        fn poll_read(
            mut self: Pin<&mut Self>,
            _: &mut Context<'_>,
            into: &mut ReadBuf<'_>,
        ) -> Poll<std::io::Result<()>> {
            let now = into.remaining().min(self.0.len()).min(5_000);
            into.put_slice(&self.0.split_to(now));
            Poll::Ready(Ok(()))
        }
    }

    #[tokio::test]
    async fn a_block_that_reads_do_not_fill_to_the_last_byte_ends_all_the_same() {
        let records = Records(vec![1; 1 << 20].into());
        let mut pipe = StreamPipe::new(tokio::io::join(records, tokio::io::sink()));
        for _ in 0..10 {
            let mut chunks = Vec::new();
            let read = poll_fn(|cx| pipe.poll_read(cx, &mut chunks)).await;
            assert_eq!(read, Ok(true));
            assert!(chunks.iter().all(|block| block.len() <= BLOCK_BYTES));
        }
    }
}
