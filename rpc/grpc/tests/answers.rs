//! What a server of someone else's or a proxy may answer, and what our client makes of it: gRPC's own tables.

mod common;

use bytes::Bytes;
use common::{Client, drain};
use h2::Reason;
use h2::server::SendResponse;
use http::{HeaderMap, HeaderValue, Response, StatusCode};
use std::sync::Arc;
use stillwire_grpc::GrpcTransport;
use stillwire_rpc::{Code, Limits, Status};
use tokio::net::TcpListener;

type Answer = Arc<dyn Fn(&mut SendResponse<Bytes>) + Send + Sync>;

/// A client of a server that gives every request this answer.
async fn answered(answer: impl Fn(&mut SendResponse<Bytes>) + Send + Sync + 'static) -> Client {
    let answer: Answer = Arc::new(answer);
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move {
        while let Ok((socket, _)) = listener.accept().await {
            let answer = answer.clone();
            tokio::spawn(async move {
                let mut connection = h2::server::handshake(socket).await.unwrap();
                while let Some(Ok((_request, mut respond))) = connection.accept().await {
                    answer(&mut respond);
                }
            });
        }
    });
    Client(GrpcTransport::new(&address.to_string(), None, Limits::default()).unwrap())
}

/// How a unary call and a stream end, which is the same way, and what the stream gave before.
async fn ends(
    answer: impl Fn(&mut SendResponse<Bytes>) + Send + Sync + 'static,
) -> (Vec<Bytes>, Status) {
    let client = answered(answer).await;
    let unary = client.unary("x").await;
    let (messages, status) = drain(client.download("x")).await;
    assert_eq!(
        unary.status.code, status.code,
        "{:?} and {status:?}",
        unary.status
    );
    if !unary.status.is_ok() {
        assert_eq!(unary.message, None);
    }
    (messages, status)
}

fn head(status: StatusCode, content_type: &'static str) -> Response<()> {
    let response = Response::builder().status(status);
    response
        .header("content-type", content_type)
        .body(())
        .unwrap()
}

fn grpc() -> Response<()> {
    head(StatusCode::OK, "application/grpc")
}

const ONE: Bytes = Bytes::from_static(b"\0\0\0\0\x02hi");

fn trailers(status: &'static str) -> HeaderMap {
    HeaderMap::from_iter([(
        "grpc-status".parse().unwrap(),
        HeaderValue::from_static(status),
    )])
}

/// <https://github.com/grpc/grpc/blob/master/doc/http-grpc-status-mapping.md>
#[tokio::test]
async fn http_statuses_are_codes_where_there_is_no_status() {
    for (http, code) in [
        (400, Code::Internal),
        (401, Code::Unauthenticated),
        (403, Code::PermissionDenied),
        (404, Code::Unimplemented),
        (429, Code::Unavailable),
        (502, Code::Unavailable),
        (503, Code::Unavailable),
        (504, Code::Unavailable),
        (200, Code::Unknown),
        (302, Code::Unknown),
        (418, Code::Unknown),
        (500, Code::Unknown),
    ] {
        let (messages, status) = ends(move |respond| {
            let head = head(StatusCode::from_u16(http).unwrap(), "text/html");
            let mut body = respond.send_response(head, false).unwrap();
            body.send_data("<html>".into(), true).unwrap();
        })
        .await;
        assert_eq!((messages.len(), status.code), (0, code), "{http}: {status}");
        if http != 200 {
            assert!(status.message.contains(&http.to_string()), "{status}");
        }
    }
}

#[tokio::test]
async fn a_status_counts_for_more_than_that_of_http() {
    let (_, status) = ends(|respond| {
        let mut head = head(StatusCode::SERVICE_UNAVAILABLE, "application/grpc");
        head.headers_mut().extend(trailers("5"));
        respond.send_response(head, true).unwrap();
    })
    .await;
    assert_eq!(status.code, Code::NotFound);
}

/// <https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-HTTP2.md>, "Errors".
#[tokio::test]
async fn resets_are_codes_before_and_behind_a_message() {
    for (reason, code) in [
        (Reason::NO_ERROR, Code::Internal),
        (Reason::PROTOCOL_ERROR, Code::Internal),
        (Reason::INTERNAL_ERROR, Code::Internal),
        (Reason::FLOW_CONTROL_ERROR, Code::Internal),
        (Reason::SETTINGS_TIMEOUT, Code::Internal),
        (Reason::FRAME_SIZE_ERROR, Code::Internal),
        (Reason::REFUSED_STREAM, Code::Unavailable),
        (Reason::CANCEL, Code::Cancelled),
        (Reason::COMPRESSION_ERROR, Code::Internal),
        (Reason::CONNECT_ERROR, Code::Internal),
        (Reason::ENHANCE_YOUR_CALM, Code::ResourceExhausted),
        (Reason::INADEQUATE_SECURITY, Code::PermissionDenied),
    ] {
        let (_, status) = ends(move |respond| respond.send_reset(reason)).await;
        assert_eq!(status.code, code, "{reason:?} at once: {status}");
        let (_, status) = ends(move |respond| {
            let mut body = respond.send_response(grpc(), false).unwrap();
            body.send_data(ONE, false).unwrap();
            body.send_reset(reason);
        })
        .await;
        assert_eq!(status.code, code, "{reason:?} behind a message: {status}");
    }
}

#[tokio::test]
async fn a_response_without_a_status_is_none_that_went_well() {
    for trailers in [None, Some(HeaderMap::new())] {
        let (messages, status) = ends(move |respond| {
            let mut body = respond.send_response(grpc(), false).unwrap();
            body.send_data(ONE, trailers.is_none()).unwrap();
            if let Some(trailers) = trailers.clone() {
                body.send_trailers(trailers).unwrap();
            }
        })
        .await;
        assert_eq!(
            (messages, status.code),
            (vec![Bytes::from("hi")], Code::Unknown)
        );
    }
}

#[tokio::test]
async fn statuses_that_nobody_has_are_unknown() {
    for odd in ["17", "999", "-1", "five", ""] {
        let (_, status) = ends(move |respond| {
            let mut body = respond.send_response(grpc(), false).unwrap();
            body.send_trailers(trailers(odd)).unwrap();
        })
        .await;
        assert_eq!(status.code, Code::Unknown, "{odd:?}: {status}");
    }
}

#[tokio::test]
async fn another_content_type_is_no_answer() {
    for other in [
        "text/plain",
        "application/grpc+json",
        "application/grpc-web",
        "application/grpc+stillwire",
    ] {
        let (messages, status) = ends(move |respond| {
            let mut body = respond
                .send_response(head(StatusCode::OK, other), false)
                .unwrap();
            body.send_data(ONE, false).unwrap();
            body.send_trailers(trailers("0")).unwrap();
        })
        .await;
        assert_eq!((messages.len(), status.code), (0, Code::Unknown), "{other}");
    }
}

#[tokio::test]
async fn messages_that_are_cut_off_or_too_many_are_errors() {
    let (_, status) = ends(|respond| {
        let mut body = respond.send_response(grpc(), false).unwrap();
        body.send_data(ONE.slice(..6), false).unwrap();
        body.send_trailers(trailers("0")).unwrap();
    })
    .await;
    assert_eq!(status.code, Code::Internal, "{status}");
    let client = answered(|respond| {
        let mut body = respond.send_response(grpc(), false).unwrap();
        body.send_data([ONE, ONE].concat().into(), false).unwrap();
        body.send_trailers(trailers("0")).unwrap();
    })
    .await;
    assert_eq!(client.unary("x").await.status.code, Code::Unimplemented);
    let (messages, status) = drain(client.download("x")).await;
    assert_eq!((messages.len(), status.code), (2, Code::Ok));
}
