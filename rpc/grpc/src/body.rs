//! What is sent: the bodies of requests and of responses.

use crate::frame::Framing;
use crate::limits::{BATCH_BYTES, COPY_BYTES};
use crate::{status, web};
use bytes::{BufMut, Bytes, BytesMut};
use http::HeaderMap;
use http_body::{Body, Frame, SizeHint};
use std::collections::VecDeque;
use std::error::Error;
use std::pin::Pin;
use std::sync::{Arc, OnceLock};
use std::task::{Context, Poll, ready};
use stillwire_rpc::{BoxFuture, Event, Events, OutputReceiver, RawInput, Status, Task};
use tokio::sync::oneshot;

type BoxError = Box<dyn Error + Send + Sync>;

/// A message with its prefix, as one chunk or, where it is long, as two without a copy.
fn framed(message: Bytes, framing: Framing) -> Result<VecDeque<Bytes>, Status> {
    let (prefix, message) = framing.frame(message)?;
    if message.len() > COPY_BYTES {
        return Ok([Bytes::copy_from_slice(&prefix), message].into());
    }
    let mut whole = BytesMut::with_capacity(prefix.len() + message.len());
    whole.put_slice(&prefix);
    whole.put(message);
    Ok([whole.freeze()].into())
}

fn trailers(status: &Status) -> HeaderMap {
    let mut trailers = HeaderMap::new();
    status::write(status, &mut trailers);
    trailers
}

/// The body of a response.
#[derive(Default)]
pub(crate) enum Reply<G> {
    /// Nothing: the status is in the headers.
    #[default]
    Empty,
    /// Chunks that are ready, then trailers.
    Ready {
        chunks: VecDeque<Bytes>,
        trailers: Option<HeaderMap>,
    },
    /// A stream of messages. Dropping it stops the handler.
    Stream(Stream),
    /// What the health and reflection services say.
    Extra(Extra),
    /// Any of these for gRPC-Web, whose trailers stand in the body; perhaps as text.
    Web { body: Box<Self>, text: bool },
    /// Any of these, with a guard that lives as long.
    Guarded(Box<Self>, G),
}

impl<G> Reply<G> {
    /// One message, or none, and a status.
    pub(crate) fn one(message: Option<Bytes>, status: Status, framing: Framing) -> Self {
        let framed =
            message.map_or_else(|| Ok(VecDeque::new()), |message| framed(message, framing));
        let (chunks, status) = match framed {
            Ok(chunks) => (chunks, status),
            Err(error) => (VecDeque::new(), error),
        };
        Self::Ready {
            chunks,
            trailers: Some(trailers(&status)),
        }
    }
}

/// Messages that a handler still makes.
pub(crate) struct Stream {
    receiver: OutputReceiver,
    /// An event that was read ahead.
    early: Option<Event>,
    framing: Framing,
    queued: VecDeque<Bytes>,
    end: Option<Status>,
    ended: bool,
    _task: Task,
}

impl Stream {
    pub(crate) fn new(
        receiver: OutputReceiver,
        early: Option<Event>,
        task: Task,
        framing: Framing,
    ) -> Self {
        Self {
            receiver,
            early,
            framing,
            queued: VecDeque::new(),
            end: None,
            ended: false,
            _task: task,
        }
    }

    /// Gathers what is ready, up to a frame.
    fn gather(&mut self, cx: &mut Context<'_>) {
        let mut batch = BytesMut::new();
        while self.end.is_none() && self.queued.is_empty() && batch.len() < BATCH_BYTES {
            let event = match self.early.take() {
                Some(event) => event,
                None => match self.receiver.poll_event(cx) {
                    Poll::Ready(event) => event,
                    Poll::Pending => break,
                },
            };
            match event {
                Event::Head(_) => {}
                Event::Messages(messages) => {
                    for message in messages {
                        if self.end.is_none() {
                            self.add(message, &mut batch);
                        }
                    }
                }
                Event::End(status) => self.end = Some(*status),
            }
        }
        if !batch.is_empty() {
            self.queued.push_front(batch.freeze());
        }
    }

    fn add(&mut self, message: Bytes, batch: &mut BytesMut) {
        match self.framing.frame(message) {
            Ok((prefix, message)) => {
                batch.put_slice(&prefix);
                if message.len() <= COPY_BYTES {
                    batch.put(message);
                } else {
                    self.queued.push_back(message);
                }
            }
            Err(error) => self.end = Some(error),
        }
    }

    fn poll(&mut self, cx: &mut Context<'_>) -> Poll<Option<Frame<Bytes>>> {
        if self.ended {
            return Poll::Ready(None);
        }
        if self.queued.is_empty() {
            self.gather(cx);
        }
        if let Some(chunk) = self.queued.pop_front() {
            return Poll::Ready(Some(Frame::data(chunk)));
        }
        match self.end.take() {
            Some(status) => {
                self.ended = true;
                Poll::Ready(Some(Frame::trailers(trailers(&status))))
            }
            None => Poll::Pending,
        }
    }
}

/// A body of tonic's, which ends when the server does: whoever watches health must not hold up a drain.
pub(crate) struct Extra {
    body: tonic::body::Body,
    stopped: BoxFuture<'static, ()>,
    ended: bool,
}

impl Extra {
    pub(crate) fn new(body: tonic::body::Body, stopped: BoxFuture<'static, ()>) -> Self {
        Self {
            body,
            stopped,
            ended: false,
        }
    }

    fn poll(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, BoxError>>> {
        if self.ended {
            return Poll::Ready(None);
        }
        if let Poll::Ready(frame) = Pin::new(&mut self.body).poll_frame(cx) {
            return Poll::Ready(frame.map(|frame| frame.map_err(Into::into)));
        }
        ready!(self.stopped.as_mut().poll(cx));
        self.ended = true;
        let status = Status::unavailable("the server is shutting down");
        Poll::Ready(Some(Ok(Frame::trailers(trailers(&status)))))
    }
}

/// A frame of a response as gRPC-Web has it.
fn for_web(frame: Frame<Bytes>, text: bool) -> Frame<Bytes> {
    let data = match frame.into_data() {
        Ok(data) => data,
        Err(frame) => match frame.into_trailers() {
            Ok(trailers) => web::trailers_frame(&trailers),
            Err(frame) => return frame,
        },
    };
    Frame::data(if text { web::as_text(&data) } else { data })
}

impl<G: Unpin> Body for Reply<G> {
    type Data = Bytes;
    type Error = BoxError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BoxError>>> {
        match &mut *self {
            Self::Empty => Poll::Ready(None),
            Self::Ready { chunks, trailers } => Poll::Ready(match chunks.pop_front() {
                Some(chunk) => Some(Ok(Frame::data(chunk))),
                None => trailers
                    .take()
                    .map(|trailers| Ok(Frame::trailers(trailers))),
            }),
            Self::Stream(stream) => stream.poll(cx).map(|frame| frame.map(Ok)),
            Self::Extra(extra) => extra.poll(cx),
            Self::Web { body, text } => {
                let frame = ready!(Pin::new(&mut **body).poll_frame(cx));
                Poll::Ready(frame.map(|frame| Ok(for_web(frame?, *text))))
            }
            Self::Guarded(body, _) => Pin::new(&mut **body).poll_frame(cx),
        }
    }

    fn is_end_stream(&self) -> bool {
        match self {
            Self::Empty => true,
            Self::Ready { .. } | Self::Stream(_) => false,
            Self::Extra(extra) => extra.body.is_end_stream(),
            Self::Web { body, .. } | Self::Guarded(body, _) => body.is_end_stream(),
        }
    }

    fn size_hint(&self) -> SizeHint {
        // A content length beside trailers is of no use to anybody, and hyper writes one where this is exact.
        match self {
            Self::Empty => SizeHint::with_exact(0),
            Self::Web { body, .. } | Self::Guarded(body, _) => body.size_hint(),
            _ => SizeHint::default(),
        }
    }
}

/// The body of a request.
pub(crate) enum Request {
    /// Chunks that are ready.
    Ready(VecDeque<Bytes>),
    /// A stream of messages; it is reset where the other half of the call has gone.
    Stream {
        input: Box<dyn RawInput>,
        rest: Option<Bytes>,
        framing: Framing,
        gone: oneshot::Receiver<()>,
        wrong: Arc<OnceLock<Status>>,
    },
}

/// The other half of a call whose client streams. Dropping it resets what is still being sent.
#[derive(Debug)]
pub(crate) struct Alive {
    _gone: oneshot::Sender<()>,
    wrong: Arc<OnceLock<Status>>,
}

impl Alive {
    /// Why the request was broken off, where that was done here: what came of it is only that it was.
    pub(crate) fn wrong(&self) -> Option<Status> {
        self.wrong.get().cloned()
    }
}

impl Request {
    /// One message.
    ///
    /// # Errors
    /// Where it is longer than may be sent.
    pub(crate) fn one(message: Bytes, framing: Framing) -> Result<Self, Status> {
        framed(message, framing).map(Self::Ready)
    }

    /// A stream, which is reset once its other half is dropped.
    pub(crate) fn stream(input: Box<dyn RawInput>, framing: Framing) -> (Self, Alive) {
        let (alive, gone) = oneshot::channel();
        let wrong = Arc::new(OnceLock::new());
        let alive = Alive {
            _gone: alive,
            wrong: wrong.clone(),
        };
        let body = Self::Stream {
            input,
            rest: None,
            framing,
            gone,
            wrong,
        };
        (body, alive)
    }
}

impl Body for Request {
    type Data = Bytes;
    type Error = h2::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, h2::Error>>> {
        let (input, rest, framing, gone, wrong) = match &mut *self {
            Self::Ready(chunks) => {
                return Poll::Ready(chunks.pop_front().map(|chunk| Ok(Frame::data(chunk))));
            }
            Self::Stream {
                input,
                rest,
                framing,
                gone,
                wrong,
            } => (input, rest, framing, gone, wrong),
        };
        if let Some(rest) = rest.take() {
            return Poll::Ready(Some(Ok(Frame::data(rest))));
        }
        // hyper resets the stream with the reason that an error brings.
        let cancel = || Poll::Ready(Some(Err(h2::Reason::CANCEL.into())));
        if Pin::new(gone).poll(cx).is_ready() {
            return cancel();
        }
        let Ok(message) = ready!(input.poll_next(cx)) else {
            return cancel();
        };
        let Some(message) = message else {
            return Poll::Ready(None);
        };
        let mut chunks = match framed(message, *framing) {
            Ok(chunks) => chunks,
            Err(error) => {
                wrong.get_or_init(|| error);
                return cancel();
            }
        };
        let first = chunks.pop_front();
        *rest = chunks.pop_front();
        Poll::Ready(first.map(|chunk| Ok(Frame::data(chunk))))
    }

    fn is_end_stream(&self) -> bool {
        matches!(self, Self::Ready(chunks) if chunks.is_empty())
    }
}
