//! gRPC-Web, as browsers and their libraries send it.

mod common;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use common::Server;
use http::{HeaderMap, Method, Request, Response, StatusCode, Version};
use http_body_util::{BodyExt, Full};
use hyper_util::rt::{TokioExecutor, TokioIo};
use std::time::Duration;
use stillwire_grpc::Origins;
use stillwire_rpc::Limits;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

const WEB: &str = "application/grpc-web+proto";
const TEXT: &str = "application/grpc-web-text";
const PAGE: &str = "https://app.example";

async fn server() -> Server {
    Server::start_web(Origins::Only(vec![PAGE.into()]), Limits::default()).await
}

fn framed(message: &[u8]) -> Vec<u8> {
    let len = u32::try_from(message.len()).unwrap();
    [&[0][..], &len.to_be_bytes(), message].concat()
}

fn request(path: &str, content_type: &str, body: impl Into<Bytes>) -> Request<Full<Bytes>> {
    let request = Request::post(format!("http://localhost/test.Echo/{path}"));
    let request = request.header("content-type", content_type);
    let request = request.header("x-grpc-web", "1").header("origin", PAGE);
    request.body(Full::new(body.into())).unwrap()
}

async fn send(server: &Server, version: Version, request: Request<Full<Bytes>>) -> Response<Bytes> {
    let socket = TokioIo::new(TcpStream::connect(server.address).await.unwrap());
    let response = if version == Version::HTTP_2 {
        let builder = hyper::client::conn::http2::Builder::new(TokioExecutor::new());
        let (mut sender, connection) = builder.handshake(socket).await.unwrap();
        tokio::spawn(connection);
        sender.send_request(request).await
    } else {
        let (mut sender, connection) = hyper::client::conn::http1::handshake(socket).await.unwrap();
        tokio::spawn(connection);
        sender.send_request(request).await
    };
    let (parts, body) = response.unwrap().into_parts();
    let collected = body.collect().await.unwrap();
    assert!(collected.trailers().is_none(), "browsers see no trailers");
    Response::from_parts(parts, collected.to_bytes())
}

/// The messages of a body, and the trailers behind them.
fn read(mut body: &[u8]) -> (Vec<Vec<u8>>, Vec<String>) {
    let mut messages = Vec::new();
    loop {
        let (prefix, rest) = body.split_at(5);
        let len = u32::from_be_bytes(prefix[1..].try_into().unwrap());
        let (content, rest) = rest.split_at(usize::try_from(len).unwrap());
        body = rest;
        match prefix[0] {
            0 => messages.push(content.to_vec()),
            0x80 => {
                assert!(body.is_empty(), "trailers are last");
                let lines = String::from_utf8(content.to_vec()).unwrap();
                let lines = lines.strip_suffix("\r\n").unwrap().split("\r\n");
                return (messages, lines.map(str::to_owned).collect());
            }
            flag => panic!("flag {flag}"),
        }
    }
}

/// Base64 of parts that are each padded by themselves.
fn untext(body: &[u8]) -> Vec<u8> {
    let groups = body.chunks(4).map(|group| STANDARD.decode(group).unwrap());
    groups.collect::<Vec<_>>().concat()
}

#[tokio::test]
async fn calls_are_answered_by_both_versions_as_bytes_and_as_text() {
    let server = server().await;
    for version in [Version::HTTP_11, Version::HTTP_2] {
        for (path, body, messages) in [
            ("Unary", framed(b"hello"), vec![b"hello".to_vec()]),
            (
                "Download",
                framed(b"abc"),
                vec![b"a".to_vec(), b"b".to_vec(), b"c".to_vec()],
            ),
            (
                "Upload",
                [framed(b"12"), framed(b"345")].concat(),
                vec![b"5".to_vec()],
            ),
            (
                "Chat",
                [framed(b"1"), framed(b"")].concat(),
                vec![b"1".to_vec(), b"".to_vec()],
            ),
        ] {
            let expected = (messages, vec!["grpc-status: 0".to_owned()]);
            let answer = send(&server, version, request(path, WEB, body.clone())).await;
            assert_eq!(answer.headers()["content-type"], WEB, "{path}");
            assert_eq!(read(answer.body()), expected, "{path}");
            let text = STANDARD.encode(&body);
            let answer = send(&server, version, request(path, TEXT, text)).await;
            assert_eq!(
                answer.headers()["content-type"],
                "application/grpc-web-text+proto"
            );
            assert_eq!(read(&untext(answer.body())), expected, "{path}");
        }
    }
}

#[tokio::test]
async fn a_status_alone_stands_in_headers_that_the_page_may_read() {
    let server = server().await;
    for version in [Version::HTTP_11, Version::HTTP_2] {
        let answer = send(&server, version, request("Unary", WEB, framed(b"fail"))).await;
        let headers = answer.headers();
        assert_eq!(headers["grpc-status"], "9");
        assert_eq!(headers["grpc-message"], "caf%C3%A9: 100 %25%0Ano");
        assert_eq!(headers["access-control-allow-origin"], PAGE);
        let exposed = headers["access-control-expose-headers"].to_str().unwrap();
        for name in [
            "grpc-status",
            "grpc-message",
            "grpc-status-details-bin",
            "why",
        ] {
            assert!(
                exposed.split(',').any(|is| is == name),
                "{name} of {exposed}"
            );
        }
        assert!(answer.body().is_empty());
        let answer = send(&server, version, request("Nothing", WEB, framed(b""))).await;
        assert_eq!(answer.headers()["grpc-status"], "12");
        let thrift = request("Unary", "application/grpc-web+thrift", framed(b""));
        assert_eq!(
            send(&server, version, thrift).await.headers()["grpc-status"],
            "12"
        );
    }
}

#[tokio::test]
async fn metadata_travels_both_ways_and_what_names_the_library_is_none() {
    let server = server().await;
    let mut asked = request("Unary", WEB, framed(b"metadata"));
    asked.headers_mut().insert("x-user", "ann".parse().unwrap());
    let answer = send(&server, Version::HTTP_11, asked).await;
    assert_eq!(answer.headers()["x-user"], "ann");
    assert!(!answer.headers().contains_key("x-grpc-web"));
    let (messages, trailers) = read(answer.body());
    assert_eq!(messages, [b"metadata"]);
    assert!(trailers.contains(&"x-user: ann".to_owned()), "{trailers:?}");
}

#[tokio::test]
async fn browsers_are_told_whose_pages_may_call() {
    let server = server().await;
    let ask = |origin: &str| {
        let asked = Request::builder().method(Method::OPTIONS);
        let asked = asked
            .uri("http://localhost/test.Echo/Unary")
            .header("origin", origin);
        let asked = asked.header("access-control-request-method", "POST");
        let asked = asked.header(
            "access-control-request-headers",
            "content-type,x-grpc-web,x-user",
        );
        asked.body(Full::default()).unwrap()
    };
    let told = send(&server, Version::HTTP_11, ask(PAGE)).await;
    assert_eq!(told.status(), StatusCode::NO_CONTENT);
    let headers: &HeaderMap = told.headers();
    assert_eq!(headers["access-control-allow-origin"], PAGE);
    assert_eq!(headers["access-control-allow-methods"], "POST");
    assert_eq!(
        headers["access-control-allow-headers"],
        "content-type,x-grpc-web,x-user"
    );
    assert_eq!(headers["vary"], "origin");
    let told = send(&server, Version::HTTP_2, ask("https://evil.example")).await;
    assert!(!told.headers().contains_key("access-control-allow-origin"));
    let mut from_elsewhere = request("Unary", WEB, framed(b"x"));
    from_elsewhere
        .headers_mut()
        .insert("origin", "https://evil.example".parse().unwrap());
    let answer = send(&server, Version::HTTP_11, from_elsewhere).await;
    assert!(!answer.headers().contains_key("access-control-allow-origin"));
}

#[tokio::test]
async fn other_requests_are_told_what_is_wrong() {
    let server = server().await;
    let status = async |version, request| send(&server, version, request).await.status();
    let grpc = request("Unary", "application/grpc", framed(b"x"));
    let version = StatusCode::HTTP_VERSION_NOT_SUPPORTED;
    assert_eq!(status(Version::HTTP_11, grpc).await, version);
    let json = request("Unary", "application/json", "{}");
    assert_eq!(
        status(Version::HTTP_2, json).await,
        StatusCode::UNSUPPORTED_MEDIA_TYPE
    );
    let mut get = request("Unary", WEB, "");
    *get.method_mut() = Method::GET;
    assert_eq!(
        status(Version::HTTP_11, get).await,
        StatusCode::METHOD_NOT_ALLOWED
    );
    // Where it is not switched on, there is none.
    let server = Server::start(false, Limits::default()).await;
    let answer = send(
        &server,
        Version::HTTP_2,
        request("Unary", WEB, framed(b"x")),
    )
    .await;
    assert_eq!(answer.status(), StatusCode::UNSUPPORTED_MEDIA_TYPE);
    let mut socket = TcpStream::connect(server.address).await.unwrap();
    socket
        .write_all(b"POST /test.Echo/Unary HTTP/1.1\r\nhost: x\r\n\r\n")
        .await
        .unwrap();
    assert_eq!(
        socket.read(&mut [0; 100]).await.unwrap_or(0),
        0,
        "it is closed"
    );
}

#[tokio::test]
async fn text_that_is_no_base64_is_an_error_of_its_call() {
    let server = server().await;
    for body in ["****", "AAAA*", "AAAAAAAA=", "AAAAAA"] {
        let answer = send(&server, Version::HTTP_11, request("Unary", TEXT, body)).await;
        assert_eq!(answer.headers()["grpc-status"], "13", "{body}");
    }
}

async fn answer_to(server: &Server, bytes: &[u8]) -> Vec<u8> {
    let mut socket = TcpStream::connect(server.address).await.unwrap();
    socket.write_all(bytes).await.unwrap();
    socket.shutdown().await.unwrap();
    let mut answer = Vec::new();
    let read = socket.read_to_end(&mut answer);
    let read = tokio::time::timeout(Duration::from_secs(10), read).await;
    read.expect("the connection stays open").ok();
    answer
}

#[tokio::test]
async fn a_request_that_is_cut_off_never_looks_complete() {
    let server = server().await;
    let head = format!("POST /test.Echo/Upload HTTP/1.1\r\nhost: x\r\ncontent-type: {WEB}\r\n");
    let body = framed(b"12345");
    let by_length = [
        format!("{head}content-length: 20\r\n\r\n").as_bytes(),
        &body,
    ]
    .concat();
    let chunk = format!("{head}transfer-encoding: chunked\r\n\r\na\r\n");
    let by_chunks = [chunk.as_bytes(), &body, b"\r\n"].concat();
    for cut in [by_length, by_chunks.clone()] {
        let answer = answer_to(&server, &cut).await;
        let answer = String::from_utf8_lossy(&answer);
        assert!(!answer.contains("grpc-status: 0"), "{answer}");
    }
    let whole = [&by_chunks[..], b"0\r\n\r\n"].concat();
    let answer = answer_to(&server, &whole).await;
    let answer = String::from_utf8_lossy(&answer);
    assert!(answer.contains("grpc-status: 0"), "{answer}");
    server.runs(0).await;
}

#[tokio::test]
async fn heads_that_never_end_or_are_too_large_end_the_connection() {
    let limits = Limits {
        handshake_timeout: Duration::from_millis(300),
        ..Limits::default()
    };
    let server = Server::start_web(Origins::Any, limits).await;
    for start in [
        b"POST /test".to_vec(),
        b"POST /test.Echo/Unary HTTP/1.1\r\nhost: x\r\nx-slow: ".to_vec(),
        [&b"POST / HTTP/1.1\r\nx: "[..], &vec![b'a'; 1 << 20]].concat(),
    ] {
        let mut socket = TcpStream::connect(server.address).await.unwrap();
        let _ = socket.write_all(&start).await;
        let closed = async { while socket.read_u8().await.is_ok() {} };
        let closed = tokio::time::timeout(Duration::from_secs(10), closed).await;
        assert!(closed.is_ok(), "the connection is still open");
    }
    assert_eq!(server.client().unary("fine").await.message.unwrap(), "fine");
}

#[tokio::test]
async fn a_page_that_goes_stops_its_handler_and_a_drain_waits_for_no_idle_page() {
    let server = server().await;
    let body = framed(b"sleep");
    let mut sleeping =
        format!("POST /test.Echo/Unary HTTP/1.1\r\nhost: x\r\ncontent-type: {WEB}\r\n");
    sleeping.push_str("content-length: 10\r\n\r\n");
    let mut socket = TcpStream::connect(server.address).await.unwrap();
    socket
        .write_all(&[sleeping.as_bytes(), &body].concat())
        .await
        .unwrap();
    server.runs(1).await;
    drop(socket);
    server.runs(0).await;

    let socket = TokioIo::new(TcpStream::connect(server.address).await.unwrap());
    let (mut sender, connection) = hyper::client::conn::http1::handshake(socket).await.unwrap();
    let connection = tokio::spawn(connection);
    let request = request("Unary", WEB, framed(b"x"));
    sender
        .send_request(request)
        .await
        .unwrap()
        .collect()
        .await
        .unwrap();
    assert!(server.drain.finish(Duration::from_secs(20)).await);
    server.task.await.unwrap();
    connection.await.unwrap().unwrap();
}
