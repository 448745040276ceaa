//! What a connection outlives, a change of its client's address, and what it does not, silence.

mod common;

use std::net::SocketAddr;
use std::sync::atomic::Ordering;
use std::time::Duration;

use common::{Method, Server, one, patiently, unary};
use stillwire_quic::QuicTransport;
use stillwire_rpc::{Code, Transport};
use stillwire_rpc_core::{Limits, Status};
use tokio::net::UdpSocket;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};

/// A router that translates addresses, as those at home do: the server sees its address, which it changes when it is told to.
struct Router {
    address: SocketAddr,
    moves: UnboundedSender<()>,
}

impl Router {
    async fn before(server: SocketAddr) -> Self {
        let inside = socket().await;
        let address = inside.local_addr().unwrap();
        let (moves, told) = unbounded_channel();
        tokio::spawn(route(inside, server, told));
        Self { address, moves }
    }
}

async fn socket() -> UdpSocket {
    UdpSocket::bind("127.0.0.1:0").await.unwrap()
}

async fn route(inside: UdpSocket, server: SocketAddr, mut moves: UnboundedReceiver<()>) {
    let mut outside = socket().await;
    let mut client = server; // until it is known
    let (mut out, mut back) = ([0; 2048], [0; 2048]);
    loop {
        tokio::select! {
            sent = inside.recv_from(&mut out) => {
                let (length, from) = sent.unwrap();
                client = from;
                outside.send_to(&out[..length], server).await.unwrap();
            }
            came = outside.recv(&mut back) => {
                let length = came.unwrap();
                inside.send_to(&back[..length], client).await.unwrap();
            }
            told = moves.recv() => match told {
                Some(()) => outside = socket().await,
                None => return,
            },
        }
    }
}

#[tokio::test]
async fn a_client_whose_address_changes_keeps_its_connection_and_its_calls() {
    let server = Server::start(Limits::default());
    let router = Router::before(server.address).await;
    let client = QuicTransport::new(
        &router.address.to_string(),
        server.tls.clone(),
        Limits::default(),
    );
    let client = client.unwrap();
    let mut states = client.state();
    unary(&client, "before").await;
    states.mark_unchanged();
    let napping = tokio::spawn(client.call_one(one(Method::Nap, "meanwhile")));
    for _ in 0..3 {
        router.moves.send(()).unwrap();
        tokio::time::sleep(Duration::from_millis(20)).await;
        let outcome = unary(&client, "after").await;
        assert_eq!(outcome.status, Status::ok());
    }
    let outcome = patiently(napping).await.unwrap();
    assert_eq!(outcome.message.as_deref(), Some(&b"meanwhile"[..]));
    assert_eq!(server.drain.gauges().connections(), 1);
    assert!(!states.has_changed().unwrap(), "it connected anew");
    drop(client);
    server.stop().await;
}

#[tokio::test]
async fn a_connection_without_calls_ends_in_silence_and_one_with_a_call_does_not() {
    let limits = Limits {
        idle_timeout: Duration::from_millis(400),
        ..Limits::default()
    };
    let server = Server::start(limits.clone());
    let (quiet, busy) = (
        server.client_with(limits.clone()),
        server.client_with(limits),
    );
    unary(&quiet, "hello").await;
    let hanging = tokio::spawn(busy.call_one(one(Method::Hang, "")));
    server
        .seen
        .wait(|seen| seen.running.load(Ordering::SeqCst) == 1)
        .await;
    assert_eq!(server.drain.gauges().connections(), 2);
    server
        .seen
        .wait(|_| server.drain.gauges().connections() == 1)
        .await;
    tokio::time::sleep(Duration::from_secs(1)).await;
    assert_eq!(server.seen.dropped.load(Ordering::SeqCst), 0);
    assert!(busy.is_connected() && !quiet.is_connected());
    hanging.abort();
    server
        .seen
        .wait(|seen| seen.dropped.load(Ordering::SeqCst) == 1)
        .await;
    // The next call connects again.
    assert_eq!(unary(&quiet, "again").await.status.code, Code::Ok);
    drop((quiet, busy));
    server.stop().await;
}
