//! What peers must not get away with, frame by frame.
//!
//! Each bound is tested with a server that has it short, and the defaults that other stacks leave open are read off the
//! wire.

mod common;

use bytes::Bytes;
use common::Server;
use http_body_util::{BodyExt, Full};
use hyper_util::rt::{TokioExecutor, TokioIo};
use std::time::Duration;
use stillwire_rpc::Limits;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

const PREFACE: &[u8] = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";
const EMPTY_SETTINGS: [u8; 9] = [0, 0, 0, 4, 0, 0, 0, 0, 0];
const GOAWAY: u8 = 7;

fn frame(kind: u8, flags: u8, stream: u32, payload: &[u8]) -> Vec<u8> {
    let [_, a, b, c] = u32::try_from(payload.len()).unwrap().to_be_bytes();
    let mut frame = vec![a, b, c, kind, flags];
    frame.extend_from_slice(&stream.to_be_bytes());
    frame.extend_from_slice(payload);
    frame
}

async fn read_frame(socket: &mut TcpStream) -> Option<(u8, Vec<u8>)> {
    let mut header = [0; 9];
    socket.read_exact(&mut header).await.ok()?;
    let len = u32::from_be_bytes([0, header[0], header[1], header[2]]);
    let mut payload = vec![0; usize::try_from(len).unwrap()];
    socket.read_exact(&mut payload).await.ok()?;
    Some((header[3], payload))
}

/// Waits until the server has closed the connection.
async fn closes(socket: &mut TcpStream) {
    let closed = async { while socket.read_u8().await.is_ok() {} };
    tokio::time::timeout(Duration::from_secs(10), closed)
        .await
        .expect("the connection is still open");
}

async fn greeted(server: &Server) -> TcpStream {
    let mut socket = TcpStream::connect(server.address).await.unwrap();
    socket
        .write_all(&[PREFACE, &EMPTY_SETTINGS].concat())
        .await
        .unwrap();
    socket
}

async fn still_serves(server: &Server) {
    assert_eq!(server.client().unary("fine").await.message.unwrap(), "fine");
}

fn hasty() -> Limits {
    Limits {
        handshake_timeout: Duration::from_millis(200),
        ..Limits::default()
    }
}

#[tokio::test]
async fn the_settings_carry_every_bound() {
    let server = Server::start(false, Limits::default()).await;
    let mut socket = greeted(&server).await;
    let (kind, payload) = read_frame(&mut socket).await.unwrap();
    assert_eq!(kind, 4);
    let settings = payload
        .chunks(6)
        .map(|s| (s[1], u32::from_be_bytes([s[2], s[3], s[4], s[5]])));
    let settings = settings.collect::<std::collections::HashMap<_, _>>();
    assert_eq!(settings.get(&3), Some(&100), "concurrent streams");
    assert_eq!(settings.get(&4), Some(&(1 << 20)), "stream window");
    assert_eq!(settings.get(&6), Some(&(16 << 10)), "header list");
    assert!(
        settings.get(&5).is_none_or(|size| *size == 16 << 10),
        "frame size"
    );
    assert!(
        settings.get(&1).is_none_or(|size| *size == 4 << 10),
        "header table"
    );
}

#[tokio::test]
async fn streams_that_break_rules_over_and_over_end_the_connection() {
    let server = Server::start(false, Limits::default()).await;
    let mut socket = greeted(&server).await;
    // `connection: close` is no header of HTTP/2: the stream is malformed.
    let malformed = b"\x82\x84\x86\x00\x0aconnection\x05close";
    let flood = (0..2_000u32)
        .flat_map(|n| frame(1, 5, 2 * n + 1, malformed))
        .collect::<Vec<_>>();
    let _ = socket.write_all(&flood).await;
    let mut resets = 0;
    let code = loop {
        match read_frame(&mut socket).await {
            Some((3, _)) => resets += 1,
            Some((GOAWAY, payload)) => break u32::from_be_bytes(payload[4..8].try_into().unwrap()),
            Some(_) => {}
            None => panic!("closed without GOAWAY after {resets} resets"),
        }
    };
    assert_eq!(code, 11, "ENHANCE_YOUR_CALM");
    assert!(
        resets <= stillwire_grpc::limits::LOCAL_ERROR_RESETS + 1,
        "{resets}"
    );
    still_serves(&server).await;
}

#[tokio::test]
async fn rapid_resets_end_the_connection() {
    let server = Server::start(false, Limits::default()).await;
    let mut socket = greeted(&server).await;
    let open = b"\x83\x84\x86\x41\x01x";
    let flood = (0..2_000u32)
        .flat_map(|n| {
            [
                frame(1, 4, 2 * n + 1, open),
                frame(3, 0, 2 * n + 1, &8u32.to_be_bytes()),
            ]
            .concat()
        })
        .collect::<Vec<_>>();
    let _ = socket.write_all(&flood).await;
    closes(&mut socket).await;
    still_serves(&server).await;
}

#[tokio::test]
async fn a_silent_connection_is_closed() {
    for tls in [false, true] {
        let server = Server::start(tls, hasty()).await;
        closes(&mut TcpStream::connect(server.address).await.unwrap()).await;
        still_serves(&server).await;
    }
}

#[tokio::test]
async fn half_a_preface_is_closed() {
    let server = Server::start(false, hasty()).await;
    for part in [
        &PREFACE[..10],
        PREFACE,
        &[PREFACE, &EMPTY_SETTINGS[..5]].concat(),
    ] {
        let mut socket = TcpStream::connect(server.address).await.unwrap();
        socket.write_all(part).await.unwrap();
        closes(&mut socket).await;
    }
    still_serves(&server).await;
}

#[tokio::test]
async fn a_preface_that_drips_in_is_closed() {
    let server = Server::start(false, hasty()).await;
    let (mut read, mut write) = TcpStream::connect(server.address)
        .await
        .unwrap()
        .into_split();
    let drip = tokio::spawn(async move {
        for byte in PREFACE {
            if write.write_u8(*byte).await.is_err() {
                break;
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
    });
    let closed = tokio::time::timeout(Duration::from_secs(10), async {
        while read.read_u8().await.is_ok() {}
    });
    closed.await.unwrap();
    drip.abort();
    still_serves(&server).await;
}

#[tokio::test]
async fn a_connection_without_calls_is_closed_after_a_while() {
    let limits = Limits {
        idle_connection_timeout: Duration::from_millis(100),
        ..Limits::default()
    };
    let limits = Limits {
        keepalive_timeout: Duration::from_millis(100),
        ..limits
    };
    let server = Server::start(false, limits).await;
    let mut socket = greeted(&server).await;
    closes(&mut socket).await;
    still_serves(&server).await;
}

#[tokio::test]
async fn a_peer_that_does_not_answer_pings_is_gone() {
    let limits = Limits {
        keepalive_interval: Duration::from_millis(100),
        keepalive_timeout: Duration::from_millis(100),
        ..Limits::default()
    };
    let server = Server::start(false, limits).await;
    let mut socket = greeted(&server).await;
    // A call that never ends, so that it is not idleness that ends the connection.
    let path = b"\x83\x86\x04\x0f/test.Echo/Chat\x5f\x10application/grpc";
    socket.write_all(&frame(1, 4, 1, path)).await.unwrap();
    server.runs(1).await;
    closes(&mut socket).await;
    server.runs(0).await;
    still_serves(&server).await;
}

#[tokio::test]
async fn a_stream_that_is_reset_is_no_complete_upload() {
    // Reset reasons that hyper reads as a clean end among them.
    for reason in [0u32, 8, 2] {
        let server = Server::start(false, Limits::default()).await;
        let mut socket = greeted(&server).await;
        let path = b"\x83\x86\x04\x11/test.Echo/Upload\x5f\x10application/grpc";
        socket.write_all(&frame(1, 4, 1, path)).await.unwrap();
        socket
            .write_all(&frame(0, 0, 1, &[0, 0, 0, 0, 1, 9]))
            .await
            .unwrap();
        server.runs(1).await;
        socket
            .write_all(&frame(3, 0, 1, &reason.to_be_bytes()))
            .await
            .unwrap();
        server.runs(0).await;
        socket.write_all(&frame(6, 0, 0, &[0; 8])).await.unwrap();
        let mut ponged = false;
        while let Some((kind, payload)) = read_frame(&mut socket).await {
            assert!(kind != 0 && kind != 1, "the upload was answered");
            ponged |= kind == 6 && payload == [0; 8];
            if ponged {
                break;
            }
        }
        assert!(ponged);
    }
}

/// The HTTP status, the gRPC status if any, and its text.
async fn post(
    server: &Server,
    headers: &[(&str, &str)],
    body: &[u8],
) -> (u16, Option<String>, String) {
    let socket = TcpStream::connect(server.address).await.unwrap();
    let made =
        hyper::client::conn::http2::handshake(TokioExecutor::new(), TokioIo::new(socket)).await;
    let (mut sender, connection) = made.unwrap();
    let connection = tokio::spawn(connection);
    let uri = format!("http://{}/test.Echo/Unary", server.address);
    let mut request = http::Request::post(uri);
    for (key, value) in headers {
        request = request.header(*key, *value);
    }
    let request = request
        .body(Full::new(Bytes::copy_from_slice(body)))
        .unwrap();
    let response = sender.send_request(request).await.unwrap();
    let (parts, body) = response.into_parts();
    let collected = body.collect().await;
    let trailers = collected
        .ok()
        .and_then(|body| body.trailers().cloned())
        .unwrap_or_default();
    let text = |name| {
        let value = trailers.get(name).or(parts.headers.get(name));
        value.map(|value| value.to_str().unwrap().to_owned())
    };
    connection.abort();
    (
        parts.status.as_u16(),
        text("grpc-status"),
        text("grpc-message").unwrap_or_default(),
    )
}

const GRPC: (&str, &str) = ("content-type", "application/grpc");
const ONE: &[u8] = &[0, 0, 0, 0, 1, b'x'];

#[tokio::test]
async fn a_malformed_timeout_is_refused_and_no_deadline_is_not_assumed() {
    let server = Server::start(false, Limits::default()).await;
    for bad in ["", "soon", "1", "1s", "-1S", "123456789S", "1 S"] {
        let (_, status, text) = post(&server, &[GRPC, ("grpc-timeout", bad)], ONE).await;
        assert_eq!(status.as_deref(), Some("3"), "{bad:?}");
        assert!(text.contains("grpc-timeout"), "{text}");
    }
    let twice = [GRPC, ("grpc-timeout", "1S"), ("grpc-timeout", "2S")];
    assert_eq!(post(&server, &twice, ONE).await.1.as_deref(), Some("3"));
    assert_eq!(
        post(&server, &[GRPC, ("grpc-timeout", "0n")], ONE)
            .await
            .1
            .as_deref(),
        Some("4")
    );
    assert_eq!(
        post(&server, &[GRPC, ("grpc-timeout", "99999999H")], ONE)
            .await
            .1
            .as_deref(),
        Some("0")
    );
}

#[tokio::test]
async fn a_deadline_is_capped() {
    let limits = Limits {
        deadline_max: Duration::from_millis(50),
        unary_deadline_default: Duration::from_millis(50),
        ..Limits::default()
    };
    let server = Server::start(false, limits).await;
    for headers in [vec![GRPC], vec![GRPC, ("grpc-timeout", "1H")]] {
        let sleep = [&[0, 0, 0, 0, 5][..], b"sleep"].concat();
        assert_eq!(
            post(&server, &headers, &sleep).await.1.as_deref(),
            Some("4")
        );
    }
    server.runs(0).await;
}

#[tokio::test]
async fn a_request_that_never_ends_meets_its_deadline() {
    let limits = Limits {
        unary_deadline_default: Duration::from_millis(100),
        ..Limits::default()
    };
    let server = Server::start(false, limits).await;
    let mut socket = greeted(&server).await;
    let path = b"\x83\x86\x04\x10/test.Echo/Unary\x5f\x10application/grpc";
    socket.write_all(&frame(1, 4, 1, path)).await.unwrap();
    socket
        .write_all(&frame(0, 0, 1, &[0, 0, 0x10, 0, 0, 9]))
        .await
        .unwrap();
    let answered = async {
        while let Some((kind, _)) = read_frame(&mut socket).await {
            if kind == 1 {
                return true;
            }
        }
        false
    };
    assert!(
        tokio::time::timeout(Duration::from_secs(10), answered)
            .await
            .unwrap()
    );
}

#[tokio::test]
async fn what_is_not_grpc_is_refused_by_http() {
    let server = Server::start(false, Limits::default()).await;
    assert_eq!(post(&server, &[], ONE).await.0, 415);
    assert_eq!(
        post(&server, &[("content-type", "application/json")], ONE)
            .await
            .0,
        415
    );
    let (http, status, _) = post(&server, &[("content-type", "application/grpc+json")], ONE).await;
    assert_eq!((http, status.as_deref()), (200, Some("12")));
    for good in [
        "application/grpc",
        "application/grpc;charset=utf-8",
        "Application/GRPC+proto ; x=y",
        "application/grpc+proto",
        "application/grpc+stillwire",
    ] {
        let (_, status, _) = post(&server, &[("content-type", good)], ONE).await;
        assert_eq!(status.as_deref(), Some("0"), "{good}");
    }
    still_serves(&server).await;
}

#[tokio::test]
async fn malformed_messages_are_answered_by_the_table() {
    let server = Server::start(false, Limits::default()).await;
    let cases: [(&str, &[u8], &str); 7] = [
        ("no message", &[], "12"),
        ("two messages", &[0, 0, 0, 0, 0, 0, 0, 0, 0, 0], "12"),
        ("half a prefix", &[0, 0, 0], "13"),
        ("half a message", &[0, 0, 0, 0, 9, 1], "13"),
        ("a flag that is none", &[2, 0, 0, 0, 0], "13"),
        ("compressed, and not said how", &[1, 0, 0, 0, 0], "13"),
        ("4 GiB claimed", &[0, 255, 255, 255, 255, 1], "8"),
    ];
    for (what, body, status) in cases {
        assert_eq!(
            post(&server, &[GRPC], body).await.1.as_deref(),
            Some(status),
            "{what}"
        );
    }
    for (encoding, code) in [("snappy", "12"), ("gzip", "13"), ("zstd", "13")] {
        let headers = [GRPC, ("grpc-encoding", encoding)];
        // Nothing is neither of gzip nor of zstd.
        let (_, status, _) = post(&server, &headers, &[1, 0, 0, 0, 0]).await;
        assert_eq!(status.as_deref(), Some(code), "{encoding}");
    }
    still_serves(&server).await;
}

#[tokio::test]
async fn too_much_metadata_is_refused() {
    let server = Server::start(false, Limits::default()).await;
    let mut many = vec![GRPC];
    many.extend(std::iter::repeat_n(("k", "v"), 129));
    assert_eq!(post(&server, &many, ONE).await.1.as_deref(), Some("8"));
    assert_eq!(
        post(&server, &[GRPC, ("k-bin", "***")], ONE)
            .await
            .1
            .as_deref(),
        Some("3")
    );
    let long = "v".repeat(20 << 10);
    assert_eq!(post(&server, &[GRPC, ("k", &long)], ONE).await.0, 431);
    still_serves(&server).await;
}

#[tokio::test]
async fn connections_from_one_address_are_bounded() {
    let limits = Limits {
        connections_per_address: 2,
        ..Limits::default()
    };
    let server = Server::start(false, limits).await;
    let first = greeted(&server).await;
    let _second = greeted(&server).await;
    let mut third = TcpStream::connect(server.address).await.unwrap();
    closes(&mut third).await;
    drop(first);
    let mut left = 200;
    while server.drain.gauges().connections() > 1 && left > 0 {
        tokio::time::sleep(Duration::from_millis(10)).await;
        left -= 1;
    }
    still_serves(&server).await;
}

#[tokio::test]
async fn a_method_that_is_not_post_is_refused_by_http() {
    let server = Server::start(false, Limits::default()).await;
    let mut socket = greeted(&server).await;
    let get = b"\x82\x86\x04\x10/test.Echo/Unary\x5f\x10application/grpc";
    socket.write_all(&frame(1, 5, 1, get)).await.unwrap();
    while let Some((kind, payload)) = read_frame(&mut socket).await {
        if kind == 1 {
            // `:status` 405: a literal whose name is the eighth entry of HPACK's table.
            assert_eq!(payload[0] & 0x0f, 8, "{payload:?}");
            return;
        }
    }
    panic!("no answer");
}
