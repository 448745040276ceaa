//! Calls over gRPC.

use crate::compression::{self, Compression};
use crate::connect::Connector;
use crate::frame::Framing;
use crate::incoming::Messages;
use crate::source::Source;
use crate::{NAME, body, headers, status, timeout};
use http::{HeaderValue, Method, Request, Response, StatusCode, Uri, header};
use hyper::body::Incoming;
use std::future::poll_fn;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};
use std::time::Instant;
use stillwire_rpc::client::Patience;
use stillwire_rpc::tls::{ClientTls, TlsError};
use stillwire_rpc::{
    BoxFuture, ConnectionState, Event, Events, Form, Gauges, Input, Limits, Live, Metadata,
    Outcome, OutgoingCall, RawInput, Run, Status, Task, Transport,
};
use tokio::sync::watch;

const USER_AGENT: HeaderValue =
    HeaderValue::from_static(concat!("stillwire/", env!("CARGO_PKG_VERSION")));

/// How often a call that was never sent looks for a connection.
const ATTEMPTS: usize = 3;

/// Why a transport cannot be made.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum TransportError {
    /// The authority is not `host:port`.
    #[error("{authority:?} is not a host and a port")]
    Authority {
        /// What was given.
        authority: String,
    },
    /// The trust or the server's name cannot be used.
    #[error(transparent)]
    Tls(#[from] TlsError),
}

/// A client's side of gRPC: one connection, made at the first call, and made anew when it was lost.
#[derive(Debug)]
pub struct GrpcTransport {
    shared: Arc<Shared>,
}

#[derive(Debug)]
struct Shared {
    connector: Arc<Connector>,
    base: String,
    form: Form,
    /// How requests are compressed.
    compression: Option<Compression>,
}

impl GrpcTransport {
    /// Calls the server at `authority` (`host:port`), over TLS where `tls` is given and over h2c where not. Nothing
    /// connects until the first call.
    ///
    /// # Errors
    /// Where the authority is none, or the trust cannot be used.
    pub fn new(
        authority: &str,
        tls: Option<&ClientTls>,
        limits: Limits,
    ) -> Result<Self, TransportError> {
        let wrong = || TransportError::Authority {
            authority: authority.to_owned(),
        };
        let parsed: http::uri::Authority = authority.parse().map_err(|_| wrong())?;
        if parsed.port_u16().is_none() || authority.contains('@') {
            return Err(wrong());
        }
        let scheme = if tls.is_some() { "https" } else { "http" };
        let secure = tls.map(|tls| {
            Ok::<_, TlsError>((
                Arc::new(tls.config(&[b"h2"])?),
                tls.name_for(parsed.host())?,
            ))
        });
        let connector = Connector::new(authority.to_owned(), secure.transpose()?, limits);
        let shared = Shared {
            connector: Arc::new(connector),
            base: format!("{scheme}://{authority}"),
            form: Form::Protobuf,
            compression: None,
        };
        Ok(Self {
            shared: Arc::new(shared),
        })
    }

    /// The same for a server of Stillwire's: messages travel in its own encoding (`application/grpc+stillwire`), and are read where
    /// they land.
    #[must_use]
    pub fn native(self) -> Self {
        self.change(|shared| shared.form = Form::Native)
    }

    /// The same with requests that are compressed, where that makes them shorter. A server that does not take it answers
    /// UNIMPLEMENTED. Replies may be compressed in any case, if the server wants to.
    #[must_use]
    pub fn compressed(self, by: Compression) -> Self {
        self.change(|shared| shared.compression = Some(by))
    }

    fn change(self, change: impl FnOnce(&mut Shared)) -> Self {
        let mut this = self;
        // Nobody else has it before the first call.
        if let Some(shared) = Arc::get_mut(&mut this.shared) {
            change(shared);
        }
        this
    }
}

impl Transport for GrpcTransport {
    fn name(&self) -> &'static str {
        NAME
    }

    fn form(&self) -> Form {
        self.shared.form
    }

    fn state(&self) -> watch::Receiver<ConnectionState> {
        self.shared.connector.state()
    }

    fn gauges(&self) -> &Gauges {
        self.shared.connector.gauges()
    }

    fn connect(&self) -> BoxFuture<'static, Result<(), Status>> {
        let connector = Arc::clone(&self.shared.connector);
        Box::pin(async move { connector.sender(Patience::Now).await.map(drop) })
    }

    fn call_one(&self, call: OutgoingCall) -> BoxFuture<'static, Outcome> {
        let shared = self.shared.clone();
        Box::pin(async move {
            let answered = async {
                let answer = shared.send(call).await?;
                collect(answer).await
            };
            answered.await.unwrap_or_else(Outcome::from)
        })
    }

    fn call_many(&self, call: OutgoingCall) -> Box<dyn Events> {
        let shared = self.shared.clone();
        let sending = Task::spawn(async move { shared.send(call).await });
        Box::new(Replies::Sending(sending))
    }
}

/// A response that has begun.
struct Answer {
    leading: Metadata,
    messages: Messages,
    /// Dropped with the call: what the client still sends is reset then.
    alive: Option<body::Alive>,
    /// The stream of HTTP/2, on the gauges.
    _lane: Live,
}

/// `error`, or what it came of where this client broke the request off.
fn cause(alive: Option<&body::Alive>, error: Status) -> Status {
    alive.and_then(body::Alive::wrong).unwrap_or(error)
}

impl Shared {
    /// Sends a request and waits for the response's headers.
    async fn send(&self, call: OutgoingCall) -> Result<Answer, Status> {
        let framing = Framing {
            most: self.connector.limits().message_sent_bytes,
            compression: self.compression,
        };
        let request = self.head(&call)?;
        let patience = Patience::of(call.wait_for_ready);
        let (body, alive) = match call.input {
            Input::One(message) => (body::Request::one(message, framing)?, None),
            Input::Many(input) => {
                let (body, alive) = body::Request::stream(input, framing);
                (body, Some(alive))
            }
        };
        let response = self.request(request.map(|()| body), patience).await;
        let (response, lane) = response.map_err(|error| cause(alive.as_ref(), error))?;
        self.begin(response, alive, lane)
    }

    /// Sends a request; on another connection where the one at hand ended before anything was sent, as one does whose server
    /// drains.
    async fn request(
        &self,
        mut request: Request<body::Request>,
        patience: Patience,
    ) -> Result<(Response<Incoming>, Live), Status> {
        let mut attempts = 0..ATTEMPTS;
        loop {
            let mut sender = self.connector.sender(patience).await?;
            let lane = self.connector.gauges().lane();
            let mut error = match sender.try_send_request(request).await {
                Ok(response) => return Ok((response, lane)),
                Err(error) => error,
            };
            attempts.next();
            match error.take_message().filter(|_| !attempts.is_empty()) {
                Some(unsent) => request = unsent,
                None => return Err(status::of_hyper(error.error())),
            }
        }
    }

    fn head(&self, call: &OutgoingCall) -> Result<Request<()>, Status> {
        let wrong = |what: &dyn std::fmt::Display| {
            Status::internal(format!("cannot make the request: {what}"))
        };
        let uri: Uri = format!("{}{}", self.base, call.method.path)
            .parse()
            .map_err(|e| wrong(&e))?;
        let mut request = Request::new(());
        *request.method_mut() = Method::POST;
        *request.uri_mut() = uri;
        *request.version_mut() = http::Version::HTTP_2;
        let headers = request.headers_mut();
        headers.insert(header::TE, HeaderValue::from_static("trailers"));
        headers.insert(header::CONTENT_TYPE, headers::content_type(self.form));
        headers.insert(header::USER_AGENT, USER_AGENT);
        headers.insert(headers::ACCEPT_ENCODING, compression::ACCEPTED);
        if let Some(by) = self.compression {
            headers.insert(headers::ENCODING, by.header());
        }
        if let Some(deadline) = call.deadline {
            let left = deadline.saturating_duration_since(Instant::now());
            let value = HeaderValue::from_str(&timeout::write(left)).map_err(|e| wrong(&e))?;
            headers.insert(headers::TIMEOUT, value);
        }
        headers::write(&call.metadata, headers);
        Ok(request)
    }

    /// Looks at a response's headers.
    fn begin(
        &self,
        response: Response<Incoming>,
        alive: Option<body::Alive>,
        lane: Live,
    ) -> Result<Answer, Status> {
        let (parts, body) = response.into_parts();
        if let Some(status) = status::read(&parts.headers) {
            // Nothing but a status: an error, or the good end of a stream without messages.
            return Err(status);
        }
        if parts.status != StatusCode::OK {
            return Err(status::of_http(parts.status));
        }
        match headers::form_of(parts.headers.get(header::CONTENT_TYPE)) {
            Some(Ok(form)) if form == self.form => {}
            _ => {
                return Err(Status::unknown(
                    "the server's content type is not the one that was asked for",
                ));
            }
        }
        let compression = Compression::of(&parts.headers).map_err(|other| {
            Status::internal(format!(
                "the server compresses by {other:?}, which was not offered"
            ))
        })?;
        let leading = headers::read_answer(&parts.headers);
        let framing = Framing {
            most: self.connector.limits().message_received_bytes,
            compression,
        };
        let messages = Messages::new(Source::http2(body), framing);
        Ok(Answer {
            leading,
            messages,
            alive,
            _lane: lane,
        })
    }
}

/// The status behind the last message.
fn end(messages: &mut Messages) -> Status {
    let missing = || Status::unknown("the response ended without a status");
    messages
        .trailers()
        .as_ref()
        .and_then(status::read)
        .unwrap_or_else(missing)
}

/// The one message of a response, and its status.
async fn collect(answer: Answer) -> Result<Outcome, Status> {
    let Answer {
        leading,
        mut messages,
        alive,
        _lane,
    } = answer;
    let mut next = async || {
        let next = poll_fn(|cx| messages.poll_next(cx)).await;
        next.map_err(|error| cause(alive.as_ref(), error))
    };
    let message = next().await?;
    if message.is_some() && next().await?.is_some() {
        return Err(Status::unimplemented(
            "the method gives one message, and more came",
        ));
    }
    let status = end(&mut messages);
    let message = message.filter(|_| status.is_ok());
    Ok(Outcome {
        leading,
        message,
        status,
    })
}

/// A stream of replies: the request on its way, then its response.
enum Replies {
    Sending(Task<Result<Answer, Status>>),
    Reading(Box<Answer>),
}

impl Events for Replies {
    fn poll_event(&mut self, cx: &mut Context<'_>) -> Poll<Event> {
        match self {
            Self::Sending(task) => {
                let sent = ready!(Pin::new(task).poll(cx));
                let gone = || Err(Status::internal("the call's task ended before the call"));
                Poll::Ready(match sent.unwrap_or_else(gone) {
                    Ok(mut answer) => {
                        let leading = std::mem::take(&mut answer.leading);
                        *self = Self::Reading(Box::new(answer));
                        Event::Head(leading)
                    }
                    Err(status) => Event::End(Box::new(status)),
                })
            }
            Self::Reading(answer) => Poll::Ready(match ready!(answer.messages.poll_next(cx)) {
                Ok(Some(message)) => Event::Messages(Run::One(message)),
                Ok(None) => Event::End(Box::new(end(&mut answer.messages))),
                Err(error) => Event::End(Box::new(cause(answer.alive.as_ref(), error))),
            }),
        }
    }
}
