//! The body of a request or response as it arrives.
//!
//! hyper ends a body of HTTP/2 the same way for a stream that was finished and for some that were reset, so the end counts only where
//! END_STREAM has arrived. HTTP/1.1 tells a body that was cut off by an error. The text form of gRPC-Web is turned back to bytes here.

use crate::status;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use bytes::{Bytes, BytesMut};
use http_body::{Body, Frame};
use hyper::body::Incoming;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use stillwire_rpc::Status;

/// Bytes that arrive, and trailers.
#[derive(Debug)]
pub(crate) struct Source {
    body: Incoming,
    /// Of HTTP/1.1: whether it has ended. hyper tells that of HTTP/2 by itself.
    ended: Option<bool>,
    /// What has come of a group of four letters, where the bytes travel as base64.
    text: Option<BytesMut>,
}

impl Source {
    pub(crate) fn http2(body: Incoming) -> Self {
        Self {
            body,
            ended: None,
            text: None,
        }
    }

    pub(crate) fn http1(body: Incoming) -> Self {
        Self {
            ended: Some(false),
            ..Self::http2(body)
        }
    }

    /// The same whose bytes travel as base64.
    pub(crate) fn text(self) -> Self {
        Self {
            text: Some(BytesMut::new()),
            ..self
        }
    }
}

impl Body for Source {
    type Data = Bytes;
    type Error = Status;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Status>>> {
        let this = &mut *self;
        let frame = match ready!(Pin::new(&mut this.body).poll_frame(cx)) {
            Some(Ok(frame)) => frame,
            Some(Err(error)) => return Poll::Ready(Some(Err(status::of_hyper(&error)))),
            None => {
                if this.text.as_ref().is_some_and(|rest| !rest.is_empty()) {
                    return Poll::Ready(Some(Err(no_base64())));
                }
                this.ended = this.ended.map(|_| true);
                return Poll::Ready(None);
            }
        };
        Poll::Ready(Some(match (&mut this.text, frame.into_data()) {
            (Some(rest), Ok(chunk)) => decode(rest, &chunk).map(Frame::data),
            (None, Ok(chunk)) => Ok(Frame::data(chunk)),
            (_, Err(frame)) => Ok(frame),
        }))
    }

    fn is_end_stream(&self) -> bool {
        self.ended.unwrap_or_else(|| self.body.is_end_stream())
    }
}

fn no_base64() -> Status {
    Status::internal("the body is not base64")
}

/// The bytes of the whole groups of `rest` and `chunk`; what is left of the last one stays in `rest`. A writer may pad any group, as each of
/// its chunks is written by itself.
pub(crate) fn decode(rest: &mut BytesMut, chunk: &[u8]) -> Result<Bytes, Status> {
    rest.extend_from_slice(chunk);
    let whole = rest.len() - rest.len() % 4;
    let groups = rest.split_to(whole);
    let mut out = Vec::with_capacity(whole / 4 * 3);
    let padded = |group: &[u8]| group.last() == Some(&b'=');
    let (mut at, mut start) = (0, 0);
    for group in groups.chunks(4) {
        at += 4;
        if padded(group) || at == whole {
            let part = groups.get(start..at).unwrap_or_default();
            let decoded = STANDARD.decode_vec(part, &mut out);
            decoded.map_err(|_| no_base64())?;
            start = at;
        }
    }
    Ok(out.into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn text_that_is_cut_anywhere_gives_the_bytes(
            chunks in prop::collection::vec(prop::collection::vec(any::<u8>(), 0..20), 0..8),
            cuts in prop::collection::vec(0_usize..40, 0..8),
        ) {
            let text: String = chunks.iter().map(|chunk| STANDARD.encode(chunk)).collect();
            let (mut rest, mut left, mut out) = (BytesMut::new(), text.as_bytes(), Vec::new());
            for cut in cuts {
                let (part, more) = left.split_at(cut.min(left.len()));
                out.extend_from_slice(&decode(&mut rest, part).unwrap());
                left = more;
            }
            out.extend_from_slice(&decode(&mut rest, left).unwrap());
            prop_assert_eq!(out, chunks.concat());
            prop_assert!(rest.is_empty());
        }

        #[test]
        fn any_text_is_bytes_or_an_error(text: Vec<u8>) {
            let _ = decode(&mut BytesMut::new(), &text);
        }
    }
}
