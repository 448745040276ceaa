//! One service on every transport at once, called by URL.
#![cfg(any(feature = "grpc", feature = "quic", feature = "stream"))]

use bytes::Bytes;
use std::sync::Arc;
use std::time::Duration;
#[cfg(feature = "grpc")]
use stillwire_net::ServerError;
use stillwire_net::{Channel, ChannelError, Server};
use stillwire_rpc::tls::ServerTls;
use stillwire_rpc::{
    BoxFuture, Caller, Code, Dispatch, Exchange, FileDescriptors, Idempotency, Input,
    MethodDescriptor, MethodId, Outcome, Service, ServiceDescriptor, Status,
};
use tokio::sync::oneshot;

static ECHO: ServiceDescriptor = ServiceDescriptor {
    name: "test.Echo",
    methods: &[MethodDescriptor::new("Unary", "/test.Echo/Unary", UNARY)
        .with_idempotency(Idempotency::Safe)],
    files: &FileDescriptors::NONE,
};

const UNARY: u64 = 0x6de8_2644_91ad_11e0;

/// Answers with the transport's name and the request.
struct Echo;

impl Dispatch for Echo {
    fn descriptor(&self) -> &'static ServiceDescriptor {
        &ECHO
    }

    fn call(
        self: Arc<Self>,
        _: usize,
        exchange: Exchange,
    ) -> BoxFuture<'static, Result<Outcome, Status>> {
        Box::pin(async move {
            let (call, input, _) = exchange.into_raw();
            let Input::One(request) = input else {
                return Err(Status::internal("a stream"));
            };
            if request == "nap" {
                tokio::time::sleep(Duration::from_millis(200)).await;
            }
            let reply = [call.transport().as_bytes(), b" ", &request].concat();
            Ok(Outcome {
                message: Some(reply.into()),
                ..Status::ok().into()
            })
        })
    }
}

async fn call(channel: &Channel, request: &'static str) -> Outcome {
    Caller::from(channel)
        .call_raw(&ECHO.methods[0], Bytes::from(request))
        .await
}

#[test]
fn the_id_is_the_hash_of_the_path() {
    assert_eq!(UNARY, MethodId::of("test.Echo/Unary").to_u64());
}

#[tokio::test]
async fn one_service_answers_on_every_transport_and_drains() {
    let tls = ServerTls::self_signed(["localhost", "127.0.0.1"]).unwrap();
    let server = Server::new().add(Service::new(Echo));
    #[cfg(feature = "quic")]
    let server = server.quic("127.0.0.1:0", tls.clone());
    #[cfg(feature = "grpc")]
    let server = server.grpc("127.0.0.1:0", tls.clone());
    #[cfg(feature = "stream")]
    let server = server
        .tcp("127.0.0.1:0", tls.clone())
        .memory("one service on every transport");
    let bound = server.bind().await.unwrap();
    let urls = ["quic", "grpc", "tcp", "memory"]
        .into_iter()
        .filter_map(|name| Some((name, bound.url(name)?)))
        .collect::<Vec<_>>();
    let drain = bound.drain();
    let (stop, stopped) = oneshot::channel::<()>();
    let serving = tokio::spawn(bound.run_until(async { _ = stopped.await }));

    let trust = tls.client();
    let mut channels = Vec::new();
    for (name, url) in &urls {
        let channel = Channel::connect(url, trust.clone()).await.unwrap();
        assert_eq!(
            call(&channel, "hello").await.message.unwrap(),
            format!("{name} hello")
        );
        channels.push(channel);
    }
    let naps = channels.iter().map(|channel| {
        let channel = channel.clone();
        tokio::spawn(async move { call(&channel, "nap").await })
    });
    let naps = naps.collect::<Vec<_>>();
    while drain.gauges().calls() < naps.len() {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    stop.send(()).unwrap();
    for nap in naps {
        assert!(
            nap.await.unwrap().status.is_ok(),
            "a call that could have finished was cut"
        );
    }
    serving.await.unwrap();
    assert_eq!(
        (drain.gauges().calls(), drain.gauges().connections()),
        (0, 0)
    );
    for channel in &channels {
        let late = tokio::time::timeout(Duration::from_secs(1), call(channel, "late")).await;
        assert!(
            late.is_err() || late.is_ok_and(|outcome| outcome.status.code == Code::Unavailable)
        );
    }
}

#[cfg(feature = "grpc")]
#[tokio::test]
async fn grpc_is_plain_where_no_trust_is_given() {
    let bound = Server::new()
        .add(Service::new(Echo))
        .grpc_plain("127.0.0.1:0")
        .bind()
        .await
        .unwrap();
    let channel = Channel::connect(&bound.url("grpc").unwrap(), None)
        .await
        .unwrap();
    let (stop, stopped) = oneshot::channel::<()>();
    let serving = tokio::spawn(bound.run_until(async { _ = stopped.await }));
    assert_eq!(call(&channel, "x").await.message.unwrap(), "grpc x");
    stop.send(()).unwrap();
    serving.await.unwrap();
}

#[tokio::test]
async fn what_cannot_be_reached_is_said_at_once() {
    let error = Channel::connect("http://localhost:1", None)
        .await
        .unwrap_err();
    assert_eq!(
        error.to_string(),
        "\"http\" is no transport; quic, tcp, quic+tcp, unix, memory, grpc and grpc+stillwire are"
    );
    let error = Channel::connect("localhost:1", None).await.unwrap_err();
    assert!(matches!(error, ChannelError::Url { .. }), "{error}");
    #[cfg(feature = "quic")]
    {
        let error = Channel::connect("quic://localhost:1", None)
            .await
            .unwrap_err();
        assert!(
            matches!(error, ChannelError::TlsNeeded { scheme: "quic" }),
            "{error}"
        );
    }
    #[cfg(not(feature = "quic"))]
    {
        let error = Channel::connect("quic://localhost:1", None)
            .await
            .unwrap_err();
        assert!(
            matches!(error, ChannelError::FeatureOff { scheme: "quic", .. }),
            "{error}"
        );
    }
    #[cfg(not(feature = "grpc"))]
    {
        let error = Channel::connect("grpc://localhost:1", None)
            .await
            .unwrap_err();
        assert!(
            matches!(error, ChannelError::FeatureOff { scheme: "grpc", .. }),
            "{error}"
        );
    }
}

#[cfg(feature = "grpc")]
#[tokio::test]
async fn a_server_that_cannot_begin_says_why() {
    let error = Server::new()
        .add(Service::new(Echo))
        .bind()
        .await
        .unwrap_err();
    assert!(matches!(error, ServerError::Nowhere), "{error}");
    let error = Server::new()
        .grpc_plain("nowhere")
        .bind()
        .await
        .unwrap_err();
    assert!(matches!(error, ServerError::Address { .. }), "{error}");
    let twice = Server::new()
        .add(Service::new(Echo))
        .add(Service::new(Echo))
        .grpc_plain("127.0.0.1:0");
    assert_eq!(
        twice.bind().await.unwrap_err().to_string(),
        "/test.Echo/Unary is served twice"
    );
    let first = Server::new()
        .grpc_plain("127.0.0.1:0")
        .bind()
        .await
        .unwrap();
    let (_, taken) = first.local_addrs()[0];
    assert!(matches!(
        Server::new().grpc_plain(taken).bind().await,
        Err(ServerError::Grpc(_))
    ));
}

/// Where QUIC answers it is taken; where only TCP does, that is, and so it is when QUIC is there no more.
#[cfg(all(feature = "quic", feature = "stream"))]
#[tokio::test]
async fn of_two_ways_the_one_that_works_is_kept() {
    let tls = ServerTls::self_signed(["127.0.0.1"]).unwrap();
    let free = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = free.local_addr().unwrap();
    drop(free);
    let url = format!("quic+tcp://{address}");
    let limits = stillwire_rpc::Limits {
        handshake_timeout: Duration::from_secs(2),
        ..stillwire_rpc::Limits::default()
    };
    let channel = Channel::connect_with(&url, tls.client(), limits).await;
    let channel = channel.unwrap();
    let nobody = call(&channel, "hello").await;
    assert_eq!(nobody.status.code, Code::Unavailable, "{nobody:?}");
    for (quic, expected) in [(true, "quic hello"), (false, "tcp hello")] {
        let mut server = Server::new().add(Service::new(Echo));
        if quic {
            server = server.quic(address, tls.clone());
        }
        let bound = server.tcp(address, tls.clone()).bind().await.unwrap();
        let (stop, stopped) = oneshot::channel::<()>();
        let serving = tokio::spawn(bound.run_until(async { _ = stopped.await }));
        // Calls fail at once for a while after an attempt that failed.
        channel.ready().await.unwrap();
        for _ in 0..3 {
            let outcome = call(&channel, "hello").await;
            assert_eq!(
                outcome.message.as_deref(),
                Some(expected.as_bytes()),
                "{outcome:?}"
            );
        }
        stop.send(()).unwrap();
        serving.await.unwrap();
    }
}
