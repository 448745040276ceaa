//! The first bytes of an HTTP/2 connection, read before hyper sees it.
//!
//! ```text
//!  "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" │ length (3) │ 4 = SETTINGS │ … (5) │ settings
//! ```
//!
//! hyper waits for these for ever. Read here, they stand under the same timeout as the handshake of TLS, and whoever speaks
//! something else is gone at once, unless the server takes gRPC-Web. hyper then reads them again from memory.

use crate::limits::FRAME_BYTES;
use bytes::{Buf, Bytes};
use std::io;
use std::pin::Pin;
use std::task::{Context, Poll};
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, ReadBuf};

const PREFACE: &[u8; 24] = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";
const FRAME_HEADER_BYTES: usize = 9;
const SETTINGS: u8 = 4;

/// What a connection begins with, to be read again.
#[derive(Debug)]
pub(crate) enum Opening<I> {
    /// The preface of HTTP/2 and its first SETTINGS frame.
    Http2(Rewound<I>),
    /// Something else: HTTP/1.1, perhaps, none of whose requests with a body is shorter.
    Other(Rewound<I>),
}

/// Reads what a connection begins with.
pub(crate) async fn read<I: AsyncRead + Unpin>(mut io: I) -> io::Result<Opening<I>> {
    let mut seen = vec![0; PREFACE.len()];
    io.read_exact(&mut seen).await?;
    if seen != PREFACE {
        let seen = seen.into();
        return Ok(Opening::Other(Rewound { seen, io }));
    }
    let mut header = [0; FRAME_HEADER_BYTES];
    io.read_exact(&mut header).await?;
    let [a, b, c, kind, ..] = header;
    let len = u32::from_be_bytes([0, a, b, c]);
    if kind != SETTINGS || len > FRAME_BYTES {
        return Err(invalid("the first frame is not SETTINGS"));
    }
    seen.extend_from_slice(&header);
    let start = seen.len();
    seen.resize(
        start + usize::try_from(len).map_err(|_| invalid("a frame too long"))?,
        0,
    );
    io.read_exact(&mut seen[start..]).await?;
    Ok(Opening::Http2(Rewound {
        seen: seen.into(),
        io,
    }))
}

fn invalid(what: &'static str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, what)
}

/// A stream that gives what was read of it once more.
#[derive(Debug)]
pub(crate) struct Rewound<I> {
    seen: Bytes,
    io: I,
}

impl<I: AsyncRead + Unpin> AsyncRead for Rewound<I> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buf: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        if self.seen.is_empty() {
            return Pin::new(&mut self.io).poll_read(cx, buf);
        }
        let len = self.seen.len().min(buf.remaining());
        buf.put_slice(&self.seen[..len]);
        self.seen.advance(len);
        if self.seen.is_empty() {
            self.seen = Bytes::new();
        }
        Poll::Ready(Ok(()))
    }
}

impl<I: AsyncWrite + Unpin> AsyncWrite for Rewound<I> {
    fn poll_write(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buf: &[u8],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.io).poll_write(cx, buf)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bufs: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.io).poll_write_vectored(cx, bufs)
    }

    fn is_write_vectored(&self) -> bool {
        self.io.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.io).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.io).poll_shutdown(cx)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn try_read(bytes: &[u8]) -> io::Result<Vec<u8>> {
        let Opening::Http2(mut rewound) = read(bytes).await? else {
            return Err(invalid("not HTTP/2"));
        };
        let mut all = Vec::new();
        rewound.read_to_end(&mut all).await?;
        Ok(all)
    }

    #[tokio::test]
    async fn what_was_read_is_read_again() {
        let mut bytes = PREFACE.to_vec();
        bytes.extend_from_slice(&[0, 0, 6, 4, 0, 0, 0, 0, 0, 0, 3, 0, 0, 0, 1, b'x']);
        assert_eq!(try_read(&bytes).await.unwrap(), bytes);
    }

    #[tokio::test]
    async fn another_protocol_is_read_again_too() {
        let bytes = b"POST /p.S/M HTTP/1.1\r\n\r\n";
        let Opening::Other(mut rewound) = read(&bytes[..]).await.unwrap() else {
            panic!("it is not HTTP/2");
        };
        let mut all = Vec::new();
        rewound.read_to_end(&mut all).await.unwrap();
        assert_eq!(all, bytes);
    }

    #[tokio::test]
    async fn other_protocols_and_frames_are_refused() {
        assert!(
            try_read(b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
                .await
                .is_err()
        );
        let mut ping = PREFACE.to_vec();
        ping.extend_from_slice(&[0, 0, 8, 6, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
        assert!(try_read(&ping).await.is_err());
        let mut long = PREFACE.to_vec();
        long.extend_from_slice(&[0xff, 0, 0, 4, 0, 0, 0, 0, 0]);
        assert!(try_read(&long).await.is_err());
    }
}
