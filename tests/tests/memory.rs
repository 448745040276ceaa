//! What idle connections cost, counted by the allocator: a server and its clients in one process, beside quinn's own.
//!
//! `cargo run --release -p stillwire-benches --bin memory` measures each side by itself, and connections that are not idle.

#[path = "support/mod.rs"]
mod support;

use stats_alloc::{INSTRUMENTED_SYSTEM, StatsAlloc};
use std::alloc::System;
use std::sync::Arc;
use std::time::Duration;
use stillwire::rpc::Limits;
use stillwire::tls::ServerTls;
use stillwire::{Channel, Empty, Server};
use stillwire_tests::test::probe::v1::{Probe, ProbeClient};
use support::Audience;

#[global_allocator]
static COUNTING: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

/// Connections, of which the first ones pay for what is made once.
const CONNECTIONS: usize = 40;

/// What each side of a connection may cost, over quinn's own where that is below.
const IDLE_BYTES: usize = 64 * 1024;

fn allocated() -> usize {
    let stats = COUNTING.stats();
    stats.bytes_allocated - stats.bytes_deallocated
}

/// What a connection costs on both sides together; `connect` gives what keeps one.
async fn cost<C>(connect: impl AsyncFn() -> C) -> usize {
    let mut kept = Vec::with_capacity(2 * CONNECTIONS);
    let mut with_more = async || {
        for _ in 0..CONNECTIONS {
            kept.push(connect().await);
        }
        // What is sent a moment later, as acknowledgements and session tickets are.
        tokio::time::sleep(Duration::from_millis(300)).await;
        allocated()
    };
    let before = with_more().await;
    (with_more().await - before) / CONNECTIONS
}

async fn of_stillwire(transport: &str) -> usize {
    let (_audience, host) = Audience::new();
    let tls = ServerTls::self_signed(["127.0.0.1"]).unwrap();
    let limits = Limits {
        connections_per_address: usize::MAX,
        ..Limits::default()
    };
    let socket = std::env::temp_dir().join(format!("stillwire-idle-{}", std::process::id()));
    let server = Server::new().add(host.serve()).limits(limits);
    let server = match transport {
        "quic" => server.quic("127.0.0.1:0", tls.clone()),
        "tcp" => server.tcp("127.0.0.1:0", tls.clone()),
        "unix" => server.unix(socket),
        _ => server.grpc("127.0.0.1:0", tls.clone()),
    };
    let bound = server.bind().await.unwrap();
    let url = bound.url(transport).unwrap();
    tokio::spawn(bound.run_until(std::future::pending()));
    cost(async || {
        let trust = tls.client();
        let channel = Channel::connect(&url, trust).await.unwrap();
        ProbeClient::new(&channel).ping(Empty).await.unwrap();
        channel
    })
    .await
}

async fn of_quinn() -> usize {
    use quinn::crypto::rustls::{QuicClientConfig, QuicServerConfig};
    let tls = ServerTls::self_signed(["127.0.0.1"]).unwrap();
    let config = QuicServerConfig::try_from(tls.config(&[b"raw"]).unwrap()).unwrap();
    let config = quinn::ServerConfig::with_crypto(Arc::new(config));
    let server = quinn::Endpoint::server(config, ([127, 0, 0, 1], 0).into()).unwrap();
    let address = server.local_addr().unwrap();
    tokio::spawn(async move {
        while let Some(incoming) = server.accept().await {
            tokio::spawn(async move {
                let connection = incoming.await.unwrap();
                while let Ok((mut send, mut receive)) = connection.accept_bi().await {
                    receive.read_to_end(64).await.unwrap();
                    send.finish().unwrap();
                }
            });
        }
    });
    cost(async || {
        let config = tls.client().config(&[b"raw"]).unwrap();
        let config = QuicClientConfig::try_from(config).unwrap();
        let config = quinn::ClientConfig::new(Arc::new(config));
        let client = quinn::Endpoint::client(([127, 0, 0, 1], 0).into()).unwrap();
        let connecting = client.connect_with(config, address, "127.0.0.1").unwrap();
        let connection = connecting.await.unwrap();
        let (mut send, mut receive) = connection.open_bi().await.unwrap();
        send.write_all(&[7]).await.unwrap();
        send.finish().unwrap();
        receive.read_to_end(64).await.unwrap();
        connection
    })
    .await
}

#[tokio::test]
async fn an_idle_connection_costs_less_than_64_kib_a_side() {
    let quinn = of_quinn().await;
    for transport in ["quic", "tcp", "unix", "grpc"] {
        let cost = of_stillwire(transport).await;
        let own = if transport == "quic" { quinn } else { 0 };
        let more = cost.saturating_sub(own);
        println!("{transport}: {cost} bytes, {more} over {own}");
        assert!(more < 2 * IDLE_BYTES, "{transport}: {more} bytes");
    }
}
