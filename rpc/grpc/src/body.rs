//! What is sent: the bodies of requests and of responses.

use crate::frame::Framing;
use crate::limits::{BATCH_BYTES, COPY_BYTES};
use crate::{status, web};
use bytes::{BufMut, Bytes, BytesMut};
use http::HeaderMap;
use http_body::{Body, Frame, SizeHint};
use std::error::Error;
use std::pin::Pin;
use std::sync::{Arc, OnceLock};
use std::task::{Context, Poll, ready};
use stillwire_rpc::{BoxFuture, Event, Events, OutputReceiver, RawInput, Run, Status, Task};
use tokio::sync::oneshot;

type BoxError = Box<dyn Error + Send + Sync>;

/// Messages on their way, with their prefixes: small ones together up to [a frame](BATCH_BYTES), a long one as it lies. A peer's h2 takes few frames that
/// hold little: it closes a connection with too many of them.
pub(crate) struct Chunks {
    framing: Framing,
    batch: BytesMut,
    /// The long message that follows the batch.
    long: Option<Bytes>,
}

impl Chunks {
    fn new(framing: Framing) -> Self {
        Self {
            framing,
            batch: BytesMut::new(),
            long: None,
        }
    }

    /// Whether there is room for a message more.
    fn has_room(&self) -> bool {
        self.long.is_none() && self.batch.len() < BATCH_BYTES
    }

    fn add(&mut self, message: Bytes) -> Result<(), Status> {
        let (prefix, message) = self.framing.frame(message)?;
        if message.len() <= COPY_BYTES {
            self.batch.reserve(prefix.len() + message.len());
            self.batch.put_slice(&prefix);
            self.batch.put(message);
        } else {
            self.batch.put_slice(&prefix);
            self.long = Some(message);
        }
        Ok(())
    }

    fn is_empty(&self) -> bool {
        self.batch.is_empty() && self.long.is_none()
    }

    /// The first chunk.
    fn pop(&mut self) -> Option<Bytes> {
        if self.batch.is_empty() {
            return self.long.take();
        }
        Some(std::mem::take(&mut self.batch).freeze())
    }
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
        chunks: Chunks,
        trailers: Option<HeaderMap>,
    },
    /// A stream of messages. Dropping it stops the handler.
    Stream(Box<Stream>),
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
        let mut chunks = Chunks::new(framing);
        let added = message.map_or(Ok(()), |message| chunks.add(message));
        let status = added.err().unwrap_or(status);
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
    /// Messages that were taken together, and have not been framed.
    ready: Run,
    chunks: Chunks,
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
            ready: Run::default(),
            chunks: Chunks::new(framing),
            end: None,
            ended: false,
            _task: task,
        }
    }

    /// Gathers what is ready, up to a frame.
    fn gather(&mut self, cx: &mut Context<'_>) {
        while self.end.is_none() && self.chunks.has_room() {
            if let Some(message) = self.ready.next() {
                self.end = self.chunks.add(message).err();
                continue;
            }
            let event = match self.early.take() {
                Some(event) => event,
                None => match self.receiver.poll_event(cx) {
                    Poll::Ready(event) => event,
                    Poll::Pending => break,
                },
            };
            match event {
                Event::Head(_) => {}
                Event::Messages(messages) => self.ready = messages,
                Event::End(status) => self.end = Some(*status),
            }
        }
    }

    fn poll(&mut self, cx: &mut Context<'_>) -> Poll<Option<Frame<Bytes>>> {
        if self.ended {
            return Poll::Ready(None);
        }
        self.gather(cx);
        if let Some(chunk) = self.chunks.pop() {
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
            Self::Ready { chunks, trailers } => Poll::Ready(match chunks.pop() {
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
    Ready(Chunks),
    /// A stream of messages.
    Stream(Upload),
}

/// Messages that a client still makes. They are reset where the other half of the call has gone.
pub(crate) struct Upload {
    input: Box<dyn RawInput>,
    chunks: Chunks,
    /// Whether all was sent, or is not to be.
    end: Option<Result<(), Broken>>,
    gone: oneshot::Receiver<()>,
    wrong: Arc<OnceLock<Status>>,
}

/// What was sent is not all of it.
struct Broken;

impl Upload {
    /// Gathers what is ready, up to a frame.
    fn gather(&mut self, cx: &mut Context<'_>) {
        while self.end.is_none() && self.chunks.has_room() {
            match self.input.poll_next(cx) {
                Poll::Ready(Ok(Some(message))) => {
                    if let Err(error) = self.chunks.add(message) {
                        self.wrong.get_or_init(|| error);
                        self.end = Some(Err(Broken));
                    }
                }
                Poll::Ready(Ok(None)) => self.end = Some(Ok(())),
                Poll::Ready(Err(_)) => self.end = Some(Err(Broken)),
                Poll::Pending => break,
            }
        }
    }

    fn poll(&mut self, cx: &mut Context<'_>) -> Poll<Result<Option<Bytes>, Broken>> {
        if Pin::new(&mut self.gone).poll(cx).is_ready() {
            return Poll::Ready(Err(Broken));
        }
        self.gather(cx);
        if let Some(chunk) = self.chunks.pop() {
            return Poll::Ready(Ok(Some(chunk)));
        }
        match self.end.take() {
            Some(end) => Poll::Ready(end.map(|()| None)),
            None => Poll::Pending,
        }
    }
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
        let mut chunks = Chunks::new(framing);
        chunks.add(message)?;
        Ok(Self::Ready(chunks))
    }

    /// A stream, which is reset once its other half is dropped.
    pub(crate) fn stream(input: Box<dyn RawInput>, framing: Framing) -> (Self, Alive) {
        let (alive, gone) = oneshot::channel();
        let wrong = Arc::new(OnceLock::new());
        let alive = Alive {
            _gone: alive,
            wrong: wrong.clone(),
        };
        let body = Self::Stream(Upload {
            input,
            chunks: Chunks::new(framing),
            end: None,
            gone,
            wrong,
        });
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
        let chunk = match &mut *self {
            Self::Ready(chunks) => Ok(chunks.pop()),
            Self::Stream(upload) => ready!(upload.poll(cx)),
        };
        // hyper resets the stream with the reason that an error brings.
        let chunk = chunk.map_err(|Broken| h2::Reason::CANCEL.into());
        Poll::Ready(chunk.transpose().map(|chunk| chunk.map(Frame::data)))
    }

    fn is_end_stream(&self) -> bool {
        matches!(self, Self::Ready(chunks) if chunks.is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::frame::Deframer;
    use proptest::prelude::*;
    use std::collections::VecDeque;
    use std::task::Waker;

    const FRAMING: Framing = Framing {
        most: 1 << 20,
        compression: None,
    };

    /// Messages that are all there, and then the end.
    struct Messages(VecDeque<Bytes>);

    impl RawInput for Messages {
        fn poll_next(&mut self, _: &mut Context<'_>) -> Poll<Result<Option<Bytes>, Status>> {
            Poll::Ready(Ok(self.0.pop_front()))
        }
    }

    /// The frames of an upload, to its end or its reset.
    fn frames(messages: Vec<Bytes>) -> Result<Vec<Bytes>, h2::Error> {
        let (mut body, _alive) = Request::stream(Box::new(Messages(messages.into())), FRAMING);
        let mut cx = Context::from_waker(Waker::noop());
        let mut frames = Vec::new();
        loop {
            match Pin::new(&mut body).poll_frame(&mut cx) {
                Poll::Ready(Some(frame)) => frames.push(frame?.into_data().unwrap()),
                Poll::Ready(None) => return Ok(frames),
                Poll::Pending => panic!("every message is there"),
            }
        }
    }

    proptest! {
        #[test]
        fn an_upload_is_its_messages_in_their_order(
            sizes in prop::collection::vec(prop_oneof![0..64usize, 4_000..4_200usize, 20_000..20_100usize], 0..32),
        ) {
            let messages = sizes.iter().enumerate().map(|(n, &size)| Bytes::from(vec![n as u8; size])).collect::<Vec<_>>();
            let mut deframer = Deframer::new(FRAMING);
            let mut got = Vec::new();
            for frame in frames(messages.clone()).unwrap() {
                deframer.push(frame);
                while let Some(message) = deframer.next().unwrap() {
                    got.push(message);
                }
            }
            prop_assert!(deframer.finish().is_ok());
            prop_assert_eq!(got, messages);
        }
    }

    #[test]
    fn small_messages_that_are_ready_share_frames() {
        let frames = frames(vec![Bytes::from_static(b"small"); 20_000]).unwrap();
        let (last, full) = frames.split_last().unwrap();
        assert!(full.iter().all(|frame| frame.len() >= BATCH_BYTES));
        assert!(!last.is_empty());
    }

    #[test]
    fn a_long_message_is_not_copied() {
        let long = Bytes::from(vec![7; COPY_BYTES + 1]);
        let small = Bytes::from_static(b"small");
        let frames = frames(vec![small.clone(), long.clone(), small]).unwrap();
        assert_eq!(frames.len(), 3);
        assert_eq!(frames[1].as_ptr(), long.as_ptr());
    }

    #[test]
    fn a_message_that_is_too_long_resets_the_upload() {
        let long = Bytes::from(vec![7; FRAMING.most + 1]);
        let error = frames(vec![Bytes::from_static(b"small"), long]).unwrap_err();
        assert_eq!(error.reason(), Some(h2::Reason::CANCEL));
    }
}
