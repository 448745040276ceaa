//! Peers that do not behave, while one that does keeps being served.

mod common;

use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

use bytes::Bytes;
use common::{Method, Server, expand, method, patiently, unary};
use quinn::crypto::rustls::QuicClientConfig;
use quinn::{ClientConfig, Connection, VarInt};
use stillwire_codec::frame::FrameDecoder;
use stillwire_rpc_core::lane::Request;
use stillwire_rpc_core::payload::{ErrorCode, Goaway, Payload, Role};
use stillwire_rpc_core::{CallId, Code, Lane, Limits, Metadata, MethodId};

/// A connection that a hostile peer has made, with any ALPN.
async fn connect(server: &Server, alpn: &[&[u8]]) -> Result<Connection, String> {
    let tls = server.tls.config(alpn).unwrap();
    let config = ClientConfig::new(Arc::new(QuicClientConfig::try_from(tls).unwrap()));
    let endpoint = quinn::Endpoint::client("127.0.0.1:0".parse().unwrap()).unwrap();
    let connecting = endpoint
        .connect_with(config, server.address, "localhost")
        .unwrap();
    let connection = patiently(connecting)
        .await
        .map_err(|error| error.to_string())?;
    // A refusal may come right after the handshake.
    match tokio::time::timeout(Duration::from_millis(100), connection.closed()).await {
        Ok(error) => Err(error.to_string()),
        Err(_) => Ok(connection),
    }
}

/// Writes `bytes` to a new lane and gives the GOAWAY that comes back.
async fn goaway_for(connection: &Connection, bytes: &[u8]) -> Goaway {
    let (mut send, mut receive) = patiently(connection.open_bi()).await.unwrap();
    patiently(send.write_all(bytes)).await.unwrap();
    let answer = patiently(receive.read_to_end(100_000)).await.unwrap();
    let mut decoder = FrameDecoder::new(100_000);
    decoder.push(answer.into());
    let mut last = None;
    while let Some(frame) = decoder.next_frame().unwrap() {
        last = Payload::decode(frame, Role::Server).unwrap();
    }
    match last {
        Some(Payload::Goaway(goaway)) => goaway,
        other => panic!("the lane ended with {other:?}"),
    }
}

/// A call that some lane opens.
fn open(lane: &mut Lane, of: Method, message: impl Into<Bytes>, end: bool) -> CallId {
    let path = method(of).path.trim_start_matches('/');
    let message = message.into();
    let request = Request {
        method: MethodId::of(path),
        path,
        metadata: Metadata::new(),
        deadline: None,
        message: Some(&message),
        end,
    };
    lane.open(Instant::now(), request).unwrap()
}

/// Everything that a lane has to write.
fn written(lane: &mut Lane) -> Bytes {
    let mut chunks = Vec::new();
    lane.transmit(&mut chunks);
    chunks.concat().into()
}

/// What a well-behaved client would write to open a call that goes on.
fn opening() -> Bytes {
    let mut lane = Lane::client(Limits::default());
    open(&mut lane, Method::Collect, &b"part"[..], false);
    written(&mut lane)
}

/// The frames of an answer.
fn frames(answer: Vec<u8>) -> Vec<Payload> {
    let mut decoder = FrameDecoder::new(10 << 20);
    decoder.push(answer.into());
    std::iter::from_fn(|| decoder.next_frame().unwrap())
        .map(|frame| Payload::decode(frame, Role::Server).unwrap().unwrap())
        .collect()
}

#[tokio::test]
async fn a_client_that_speaks_another_protocol_is_refused_in_the_handshake() {
    let server = Server::start(Limits::default());
    for alpn in [&[&b"h3"[..]][..], &[]] {
        assert!(connect(&server, alpn).await.is_err(), "{alpn:?}");
    }
    assert!(connect(&server, &[stillwire_quic::ALPN]).await.is_ok());
    server
        .seen
        .wait(|_| server.drain.gauges().connections() == 0)
        .await;
    assert!(unary(&server.client(), "x").await.status.is_ok());
}

#[tokio::test]
async fn garbage_ends_its_lane_with_a_reason_and_leaves_others_alone() {
    let server = Server::start(Limits::default());
    let client = server.client();
    assert!(unary(&client, "before").await.status.is_ok());
    let hostile = connect(&server, &[stillwire_quic::ALPN]).await.unwrap();
    let goaway = goaway_for(&hostile, &[0x01; 64]).await;
    assert_eq!(goaway.code, ErrorCode::TooLarge);
    assert!(goaway.reason.contains("byte 0"), "{}", goaway.reason);
    let goaway = goaway_for(&hostile, &[4, 0, 0, 0, 200, 0, 0, 0, 1, 2, 3, 4]).await;
    assert_eq!(goaway.code, ErrorCode::Protocol);
    // Its connection lives, and so does everybody else's.
    assert!(hostile.close_reason().is_none());
    assert!(unary(&client, "after").await.status.is_ok());
    hostile.close(VarInt::from_u32(0), b"");
    drop(client);
    server.stop().await;
}

#[tokio::test]
async fn a_giant_claim_is_refused_with_its_header() {
    let server = Server::start(Limits::default());
    let hostile = connect(&server, &[stillwire_quic::ALPN]).await.unwrap();
    let settings = opening().slice(..28);
    let claim = [0xff, 0xff, 0xff, 0xff, 1, 0x20, 0, 0];
    let goaway = goaway_for(&hostile, &[&settings[..], &claim].concat()).await;
    assert_eq!(goaway.code, ErrorCode::TooLarge);
    assert!(goaway.reason.contains("4294967295"), "{}", goaway.reason);
}

#[tokio::test]
async fn silence_and_half_a_header_keep_nobody_waiting() {
    let server = Server::start(Limits::default());
    let hostile = connect(&server, &[stillwire_quic::ALPN]).await.unwrap();
    let mut held = Vec::new();
    for _ in 0..50 {
        let (mut send, receive) = patiently(hostile.open_bi()).await.unwrap();
        patiently(send.write_all(&[9, 0, 0])).await.unwrap();
        held.push((send, receive));
    }
    let client = server.client();
    assert!(unary(&client, "x").await.status.is_ok());
    drop((client, held));
    hostile.close(VarInt::from_u32(0), b"");
    server.stop().await;
}

#[tokio::test]
async fn a_lane_that_is_reset_in_mid_call_breaks_the_call_off() {
    let server = Server::start(Limits::default());
    let hostile = connect(&server, &[stillwire_quic::ALPN]).await.unwrap();
    let (mut send, _receive) = patiently(hostile.open_bi()).await.unwrap();
    patiently(send.write_all(&opening())).await.unwrap();
    server
        .seen
        .wait(|_| server.drain.gauges().calls() == 1)
        .await;
    send.reset(VarInt::from_u32(6)).unwrap();
    server
        .seen
        .wait(|_| server.drain.gauges().calls() == 0)
        .await;
    assert!(hostile.close_reason().is_none());
}

#[tokio::test]
async fn a_stream_that_ends_without_its_end_is_not_taken_for_whole() {
    let server = Server::start(Limits::default());
    let hostile = connect(&server, &[stillwire_quic::ALPN]).await.unwrap();
    let (mut send, mut receive) = patiently(hostile.open_bi()).await.unwrap();
    patiently(send.write_all(&opening())).await.unwrap();
    server
        .seen
        .wait(|_| server.drain.gauges().calls() == 1)
        .await;
    send.finish().unwrap();
    let answer = patiently(receive.read_to_end(10_000)).await.unwrap();
    let mut decoder = FrameDecoder::new(10_000);
    decoder.push(answer.into());
    while let Some(frame) = decoder.next_frame().unwrap() {
        let payload = Payload::decode(frame, Role::Server).unwrap();
        assert!(
            !matches!(payload, Some(Payload::Reply(_))),
            "a part was answered: {payload:?}"
        );
    }
    server
        .seen
        .wait(|_| server.drain.gauges().calls() == 0)
        .await;
}

#[tokio::test]
async fn the_connection_beyond_the_limit_of_its_address_is_refused() {
    let limits = Limits {
        connections_per_address: 2,
        ..Limits::default()
    };
    let server = Server::start(limits);
    let first = connect(&server, &[stillwire_quic::ALPN]).await.unwrap();
    let _second = connect(&server, &[stillwire_quic::ALPN]).await.unwrap();
    assert!(connect(&server, &[stillwire_quic::ALPN]).await.is_err());
    first.close(VarInt::from_u32(0), b"");
    server
        .seen
        .wait(|_| server.drain.gauges().connections() == 1)
        .await;
    assert!(connect(&server, &[stillwire_quic::ALPN]).await.is_ok());
}

#[tokio::test]
async fn addresses_are_proved_by_retry_when_many_handshakes_are_open() {
    let server = Server::start(Limits {
        half_open_connections: 0,
        ..Limits::default()
    });
    let client = server.client();
    assert!(unary(&client, "x").await.status.is_ok());
    assert_eq!(server.seen.running.load(Ordering::SeqCst), 0);
}

#[tokio::test]
async fn a_peer_that_asks_for_much_and_reads_nothing_is_answered_little() {
    let server = Server::start(Limits::default());
    let hostile = connect(&server, &[stillwire_quic::ALPN]).await.unwrap();
    let (mut send, mut receive) = patiently(hostile.open_bi()).await.unwrap();
    let mut lane = Lane::client(Limits::default());
    let size = 500_000_u32;
    for _ in 0..60 {
        open(
            &mut lane,
            Method::Inflate,
            size.to_le_bytes().to_vec(),
            true,
        );
    }
    patiently(send.write_all(&written(&mut lane)))
        .await
        .unwrap();
    server
        .seen
        .wait(|seen| seen.produced.load(Ordering::SeqCst) > 0)
        .await;
    tokio::time::sleep(Duration::from_millis(300)).await;
    let produced = server.seen.produced.load(Ordering::SeqCst);
    assert!(produced <= 8, "{produced} replies were made for nobody");
    assert!(unary(&server.client(), "others").await.status.is_ok());
    // Nothing is lost for one who does read.
    send.finish().unwrap();
    let answer = patiently(receive.read_to_end(1 << 30)).await.unwrap();
    let is_reply =
        |payload: &&Payload| matches!(payload, Payload::Reply(reply) if reply.message.is_some());
    assert_eq!(frames(answer).iter().filter(is_reply).count(), 60);
}

#[tokio::test]
async fn a_stream_whose_client_has_written_its_last_byte_does_not_wait_for_credit() {
    let server = Server::start(Limits::default());
    let hostile = connect(&server, &[stillwire_quic::ALPN]).await.unwrap();
    let (mut send, mut receive) = patiently(hostile.open_bi()).await.unwrap();
    let mut lane = Lane::client(Limits::default());
    open(
        &mut lane,
        Method::Expand,
        expand(1_000_000, &[1; 1000]),
        true,
    );
    patiently(send.write_all(&written(&mut lane)))
        .await
        .unwrap();
    send.finish().unwrap();
    let answer = frames(patiently(receive.read_to_end(4 << 20)).await.unwrap());
    assert!(
        matches!(answer.last(), Some(Payload::Reply(reply)) if reply.status.code == Code::Cancelled),
        "{:?}",
        answer.last()
    );
    server
        .seen
        .wait(|_| server.drain.gauges().calls() == 0)
        .await;
}

#[tokio::test]
async fn a_client_that_neither_writes_nor_reads_any_more_is_gone() {
    let server = Server::start(Limits::default());
    let hostile = connect(&server, &[stillwire_quic::ALPN]).await.unwrap();
    let (mut send, mut receive) = patiently(hostile.open_bi()).await.unwrap();
    let mut lane = Lane::client(Limits::default());
    open(&mut lane, Method::Hang, &b"x"[..], true);
    patiently(send.write_all(&written(&mut lane)))
        .await
        .unwrap();
    server
        .seen
        .wait(|_| server.drain.gauges().calls() == 1)
        .await;
    send.finish().unwrap();
    receive.stop(VarInt::from_u32(6)).unwrap();
    server
        .seen
        .wait(|_| server.drain.gauges().calls() == 0)
        .await;
    assert!(hostile.close_reason().is_none());
}

#[tokio::test]
async fn calls_that_are_given_up_in_the_same_breath_reach_no_handler() {
    let server = Server::start(Limits::default());
    let hostile = connect(&server, &[stillwire_quic::ALPN]).await.unwrap();
    let (mut send, mut receive) = patiently(hostile.open_bi()).await.unwrap();
    let mut lane = Lane::client(Limits::default());
    for _ in 0..10 {
        let call = open(&mut lane, Method::Hang, &b"x"[..], true);
        lane.cancel(call);
    }
    patiently(send.write_all(&written(&mut lane)))
        .await
        .unwrap();
    send.finish().unwrap();
    patiently(receive.read_to_end(1 << 20)).await.unwrap();
    assert_eq!(server.seen.running.load(Ordering::SeqCst), 0);
    assert_eq!(server.seen.dropped.load(Ordering::SeqCst), 0);
}

#[tokio::test]
async fn a_drain_that_cuts_does_not_wait_for_half_a_handshake_and_gives_the_port_back() {
    let server = Server::start(Limits {
        handshake_timeout: Duration::from_secs(3600),
        idle_timeout: Duration::from_secs(3600),
        ..Limits::default()
    });
    // A proxy that loses whatever the server says: the handshake never ends.
    let socket = tokio::net::UdpSocket::bind("127.0.0.1:0").await.unwrap();
    let tls = server.tls.config(&[stillwire_quic::ALPN]).unwrap();
    let config = ClientConfig::new(Arc::new(QuicClientConfig::try_from(tls).unwrap()));
    let endpoint = quinn::Endpoint::client("127.0.0.1:0".parse().unwrap()).unwrap();
    let _connecting = endpoint
        .connect_with(config, socket.local_addr().unwrap(), "localhost")
        .unwrap();
    let mut packet = [0; 2048];
    let (len, _) = patiently(socket.recv_from(&mut packet)).await.unwrap();
    socket
        .send_to(&packet[..len], server.address)
        .await
        .unwrap();
    server
        .seen
        .wait(|_| server.drain.gauges().connections() == 1)
        .await;
    assert!(!server.drain.finish(Duration::from_millis(10)).await);
    patiently(server.task).await.unwrap();
    // Its half of a connection would keep the socket for three of QUIC's timeouts, some seconds.
    let until = Instant::now() + Duration::from_secs(1);
    while let Err(error) = std::net::UdpSocket::bind(server.address) {
        assert!(
            Instant::now() < until,
            "{} is kept: {error}",
            server.address
        );
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
}
