//! One request: from its headers to the method that answers it.
//!
//! ```text
//!  gRPC-Web? ─ headers ─ refused? ─ health, reflection? ─ draining? ─ route ─ input ─ Route::call_one | call_many ─ response
//! ```

use crate::body::{Reply, Stream};
use crate::compression::{self, Compression};
use crate::extras::Extras;
use crate::frame::Framing;
use crate::incoming::Messages;
use crate::request::{self, Head, Refusal};
use crate::source::Source;
use crate::web::{Origins, WebCall};
use crate::{NAME, headers, status};
use bytes::Bytes;
use http::request::Parts;
use http::{HeaderValue, Request, Response, StatusCode, Version, header};
use hyper::body::Incoming;
use std::future::poll_fn;
use std::sync::Arc;
use stillwire_rpc::{
    CallHead, Drain, Event, Events, Form, Input, Metadata, Outcome, Peer, RawInput, Route, Router,
    Status, Task,
};

/// What the connections of a server share.
#[derive(Debug)]
pub(crate) struct Service {
    pub(crate) router: Router,
    pub(crate) drain: Drain,
    pub(crate) extras: Extras,
    /// How replies are compressed for clients that take it.
    pub(crate) compression: Option<Compression>,
    /// Whose pages may call by gRPC-Web; nobody's where it is `None`.
    pub(crate) web: Option<Origins>,
}

impl Service {
    /// Answers a request. Dropping this stops the handler.
    pub(crate) async fn answer<G>(
        &self,
        request: Request<Incoming>,
        peer: Arc<Peer>,
    ) -> Response<Reply<G>> {
        let (mut parts, body) = request.into_parts();
        let is_http2 = parts.version == Version::HTTP_2;
        let Some(origins) = &self.web else {
            return self.grpc(parts, Source::http2(body), peer).await;
        };
        if let Some(answer) = origins.preflight(&parts) {
            return answer;
        }
        let body = if is_http2 {
            Source::http2(body)
        } else {
            Source::http1(body)
        };
        let Some(web) = WebCall::of(&mut parts) else {
            // gRPC needs trailers, of which HTTP/1.1 has none that clients see.
            return match is_http2 {
                true => self.grpc(parts, body, peer).await,
                false => http_error(StatusCode::HTTP_VERSION_NOT_SUPPORTED),
            };
        };
        let body = if web.text { body.text() } else { body };
        let mut answer = self.grpc(parts, body, peer).await.map(|body| Reply::Web {
            body: Box::new(body),
            text: web.text,
        });
        web.answer(origins, &mut answer);
        answer
    }

    async fn grpc<G>(&self, parts: Parts, body: Source, peer: Arc<Peer>) -> Response<Reply<G>> {
        match request::read(&parts) {
            Ok(head) if head.form == Form::Protobuf && self.is_extra(parts.uri.path()) => {
                let request = Request::from_parts(parts, body);
                self.extras.answer(request).await.map(Reply::Extra)
            }
            Ok(head) => {
                let form = head.form;
                let answer = self.call(&parts, body, head, peer).await;
                answer.unwrap_or_else(|error| refuse(form, &error))
            }
            Err(Refusal::Http(code)) => http_error(code),
            Err(Refusal::Grpc(error)) => refuse(Form::Protobuf, &error),
        }
    }

    /// Whether a path is one of the services that are there by themselves; those of the router come first.
    fn is_extra(&self, path: &str) -> bool {
        self.extras.has(path) && self.router.find(path).is_none()
    }

    async fn call<G>(
        &self,
        parts: &Parts,
        body: Source,
        head: Head,
        peer: Arc<Peer>,
    ) -> Result<Response<Reply<G>>, Status> {
        let live = self.drain.enter()?;
        let path = parts.uri.path();
        let route = self
            .router
            .find(path)
            .ok_or_else(|| self.router.unknown(path))?;
        let form = head.form;
        let mut call = CallHead::new(NAME, form);
        call.metadata = head.metadata;
        call.deadline = head.deadline;
        call.peer = peer;
        call.live = Some(live);
        let sent = Framing {
            most: route.limits().message_received_bytes,
            compression: head.compression,
        };
        let input = read_input(&route, Messages::new(body, sent), &call).await?;
        let accepted = |by: &Compression| by.is_accepted(&parts.headers);
        let framing = Framing {
            most: route.limits().message_sent_bytes,
            compression: self.compression.filter(accepted),
        };
        Ok(if route.method().server_streaming {
            stream(&route, call, input, framing).await
        } else {
            one(form, route.call_one(call, input).await, framing)
        })
    }
}

/// A stream as it comes; one message read whole, in the time that the call has.
async fn read_input(route: &Route, messages: Messages, call: &CallHead) -> Result<Input, Status> {
    if route.method().client_streaming {
        return Ok(Input::Many(Box::new(messages)));
    }
    let patience = route.limits().unary_deadline_default;
    let until = call
        .deadline
        .map_or_else(|| tokio::time::Instant::now() + patience, Into::into);
    let message = tokio::time::timeout_at(until, read_one(messages)).await;
    let late = |_| Status::deadline_exceeded("the deadline passed before the request had arrived");
    Ok(Input::One(message.map_err(late)??))
}

/// Exactly one message. gRPC's table of codes has UNIMPLEMENTED for any other number.
async fn read_one(mut messages: Messages) -> Result<Bytes, Status> {
    let first = poll_fn(|cx| messages.poll_next(cx)).await?;
    let first = first
        .ok_or_else(|| Status::unimplemented("the method takes one message, and none came"))?;
    match poll_fn(|cx| messages.poll_next(cx)).await? {
        None => Ok(first),
        Some(_) => Err(Status::unimplemented(
            "the method takes one message, and more came",
        )),
    }
}

fn one<G>(form: Form, outcome: Outcome, framing: Framing) -> Response<Reply<G>> {
    let Outcome {
        leading,
        message,
        status,
    } = outcome;
    if message.is_none() && leading.is_empty() {
        return refuse(form, &status);
    }
    let body = Reply::one(message, status, framing);
    compressed(response(form, &leading, body), framing)
}

async fn stream<G>(
    route: &Route,
    call: CallHead,
    input: Input,
    framing: Framing,
) -> Response<Reply<G>> {
    let form = call.form;
    let (run, mut receiver) = route.call_many(call, input);
    let task = Task::spawn(run);
    let (leading, early) = match poll_fn(|cx| receiver.poll_event(cx)).await {
        Event::Head(leading) => (leading, None),
        Event::End(error) => return refuse(form, &error),
        messages @ Event::Messages(_) => (Metadata::new(), Some(messages)),
    };
    let body = Reply::Stream(Box::new(Stream::new(receiver, early, task, framing)));
    compressed(response(form, &leading, body), framing)
}

/// The response with the name of what compresses its messages.
fn compressed<B>(mut response: Response<B>, framing: Framing) -> Response<B> {
    if let Some(by) = framing.compression {
        let headers = response.headers_mut();
        headers.insert(headers::ENCODING, by.header());
    }
    response
}

fn response<G>(form: Form, leading: &Metadata, body: Reply<G>) -> Response<Reply<G>> {
    let mut response = Response::new(body);
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, headers::content_type(form));
    headers.insert(headers::ACCEPT_ENCODING, compression::ACCEPTED);
    headers::write(leading, headers);
    response
}

/// A status alone, in the headers.
fn refuse<G>(form: Form, error: &Status) -> Response<Reply<G>> {
    let mut response = response(form, &Metadata::new(), Reply::Empty);
    status::write(error, response.headers_mut());
    response
}

fn http_error<G>(code: StatusCode) -> Response<Reply<G>> {
    let mut response = Response::new(Reply::Empty);
    *response.status_mut() = code;
    if code == StatusCode::METHOD_NOT_ALLOWED {
        response
            .headers_mut()
            .insert(header::ALLOW, HeaderValue::from_static("POST"));
    }
    response
}
