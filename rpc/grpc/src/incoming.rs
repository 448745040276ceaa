//! A body as messages. What was broken off never looks complete.

use crate::frame::{Deframer, Framing};
use crate::source::Source;
use bytes::Bytes;
use http::HeaderMap;
use http_body::Body;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use stillwire_rpc::{RawInput, Status};

/// Messages, then trailers.
#[derive(Debug)]
pub(crate) struct Messages {
    body: Source,
    deframer: Deframer,
    trailers: Option<HeaderMap>,
    ended: bool,
}

impl Messages {
    /// The messages of `body`, which were sent so.
    pub(crate) fn new(body: Source, framing: Framing) -> Self {
        Self {
            body,
            deframer: Deframer::new(framing),
            trailers: None,
            ended: false,
        }
    }

    /// What came after the last message.
    pub(crate) fn trailers(&mut self) -> Option<HeaderMap> {
        self.trailers.take()
    }

    fn poll_frame(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), Status>> {
        match ready!(Pin::new(&mut self.body).poll_frame(cx)) {
            Some(Ok(frame)) => match frame.into_data() {
                Ok(chunk) => self.deframer.push(chunk),
                Err(frame) => self.trailers = frame.into_trailers().ok(),
            },
            Some(Err(error)) => return Poll::Ready(Err(error)),
            None if self.body.is_end_stream() => self.ended = true,
            None => return Poll::Ready(Err(Status::cancelled("the peer reset the stream"))),
        }
        Poll::Ready(Ok(()))
    }
}

impl RawInput for Messages {
    fn poll_next(&mut self, cx: &mut Context<'_>) -> Poll<Result<Option<Bytes>, Status>> {
        loop {
            if let Some(message) = self.deframer.next()? {
                return Poll::Ready(Ok(Some(message)));
            }
            if self.ended {
                return Poll::Ready(self.deframer.finish().map(|()| None));
            }
            ready!(self.poll_frame(cx))?;
        }
    }
}
