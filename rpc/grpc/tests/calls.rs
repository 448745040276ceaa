//! All four kinds of calls between our client and our server, over h2c and over TLS.

mod common;

use bytes::Bytes;
use common::{Server, drain, next, outgoing};
use std::time::Duration;
use stillwire_rpc::{Code, Event, Input, Limits, Transport};

async fn both() -> [Server; 2] {
    [
        Server::start(false, Limits::default()).await,
        Server::start(true, Limits::default()).await,
    ]
}

#[tokio::test]
async fn a_unary_call_returns_its_reply() {
    for server in both().await {
        let client = server.client();
        for size in [0, 1, 4096, 4097, 100_000, 4 << 20] {
            let request = Bytes::from(vec![9; size]);
            let outcome = client.unary(request.clone()).await;
            assert_eq!(
                (outcome.status.code, outcome.message),
                (Code::Ok, Some(request))
            );
        }
        let outcome = client.unary("peer").await;
        assert_eq!(outcome.message.unwrap(), "grpc 127.0.0.1");
        assert_eq!(server.drain.gauges().connections(), 1);
    }
}

#[tokio::test]
async fn a_download_gives_every_message_in_order() {
    for server in both().await {
        let client = server.client();
        let (messages, status) = drain(client.download("abc")).await;
        assert_eq!(
            (messages, status.code),
            (vec!["a".into(), "b".into(), "c".into()], Code::Ok)
        );
        let (messages, status) = drain(client.download("")).await;
        assert_eq!((messages.len(), status.code), (0, Code::Ok));
        let (messages, status) = drain(client.download("large")).await;
        assert_eq!(
            (messages.iter().map(Bytes::len).sum::<usize>(), status.code),
            (4 << 20, Code::Ok)
        );
    }
}

#[tokio::test]
async fn an_upload_takes_every_message() {
    for server in both().await {
        let client = server.client();
        let (sender, reply) = client.upload();
        for _ in 0..100 {
            sender.send(Bytes::from(vec![1; 10_000])).await.unwrap();
        }
        sender.finish();
        assert_eq!(reply.await.unwrap().message.unwrap(), "1000000");
        let (sender, reply) = client.upload();
        sender.finish();
        assert_eq!(reply.await.unwrap().message.unwrap(), "0");
    }
}

#[tokio::test]
async fn a_server_can_end_an_upload_early() {
    for server in both().await {
        let (sender, reply) = server.client().upload();
        sender.send("enough".into()).await.unwrap();
        assert_eq!(reply.await.unwrap().status.code, Code::ResourceExhausted);
        while sender.send(Bytes::from(vec![1; 10_000])).await.is_ok() {}
    }
}

#[tokio::test]
async fn a_chat_goes_both_ways_at_once() {
    for server in both().await {
        let (sender, mut events) = server.client().chat();
        for word in ["one", "two", "three"] {
            sender.send(word.into()).await.unwrap();
            let reply = loop {
                match next(&mut events).await {
                    Event::Head(_) => {}
                    Event::Messages(mut came) => break came.next().unwrap(),
                    Event::End(status) => panic!("{status}"),
                }
            };
            assert_eq!(reply, word);
        }
        sender.finish();
        assert!(matches!(next(&mut events).await, Event::End(status) if status.is_ok()));
    }
}

#[tokio::test]
async fn metadata_travels_ahead_and_behind_in_both_directions() {
    for server in both().await {
        let client = server.client();
        let mut call = outgoing(0, Input::One("metadata".into()));
        call.metadata.append("tenant", "acme").unwrap();
        call.metadata.append("tenant", "other").unwrap();
        call.metadata
            .append("trace-bin", &[0u8, 255, 7][..])
            .unwrap();
        let outcome = client.0.call_one(call).await;
        for metadata in [&outcome.leading, &outcome.status.metadata] {
            assert_eq!(
                metadata.get_all("tenant").collect::<Vec<_>>(),
                ["acme", "other"]
            );
            assert_eq!(metadata.get("trace-bin").unwrap(), &[0u8, 255, 7][..]);
        }
        let mut call = outgoing(1, Input::One("metadata".into()));
        call.metadata.append("tenant", "acme").unwrap();
        let mut events = client.0.call_many(call);
        let Event::Head(leading) = next(&mut events).await else {
            panic!("no head")
        };
        assert_eq!(leading.get_text("tenant"), Some("acme"));
        let (messages, status) = drain(events).await;
        assert_eq!(
            (messages.len(), status.metadata.get_text("tenant")),
            (1, Some("acme"))
        );
    }
}

#[tokio::test]
async fn a_status_travels_whole() {
    for server in both().await {
        let status = server.client().unary("fail").await.status;
        assert_eq!(status.code, Code::FailedPrecondition);
        assert_eq!(status.message, "café: 100 %\nno");
        assert_eq!(&status.details[..], b"\x08\x09");
        assert_eq!(status.metadata.get_text("why"), Some("because"));
    }
}

#[tokio::test]
async fn a_deadline_reaches_the_handler_and_ends_it() {
    for server in both().await {
        let client = server.client();
        let left = client
            .unary_by("remaining", Duration::from_secs(100))
            .await
            .message
            .unwrap();
        let left: u64 = String::from_utf8_lossy(&left).parse().unwrap();
        assert!((1..=100_000).contains(&left), "{left}");
        let outcome = client.unary_by("sleep", Duration::from_millis(50)).await;
        assert_eq!(outcome.status.code, Code::DeadlineExceeded);
        server.runs(0).await;
        assert_eq!(server.drain.gauges().calls(), 0);
    }
}

#[tokio::test]
async fn dropping_a_call_stops_its_handler() {
    for server in both().await {
        let client = server.client();
        let call =
            stillwire_rpc::Task::spawn(client.0.call_one(outgoing(0, Input::One("sleep".into()))));
        server.runs(1).await;
        drop(call);
        server.runs(0).await;

        let mut endless = client.download("endless");
        assert!(matches!(next(&mut endless).await, Event::Head(_)));
        server.runs(1).await;
        drop(endless);
        server.runs(0).await;

        let (sender, reply) = client.upload();
        sender.send("some".into()).await.unwrap();
        server.runs(1).await;
        drop(reply);
        server.runs(0).await;

        let (sender, events) = client.chat();
        sender.send("some".into()).await.unwrap();
        server.runs(1).await;
        drop(events);
        server.runs(0).await;
        assert_eq!(
            client.unary("still here").await.message.unwrap(),
            "still here"
        );
        assert_eq!(server.drain.gauges().connections(), 1);
    }
}

#[tokio::test]
async fn an_upload_that_breaks_off_never_looks_complete() {
    for server in both().await {
        let (sender, reply) = server.client().upload();
        sender.send("some".into()).await.unwrap();
        server.runs(1).await;
        drop(sender);
        let outcome = reply.await.unwrap();
        assert_eq!(outcome.message, None);
        assert!(!outcome.status.is_ok());
        server.runs(0).await;
    }
}

#[tokio::test]
async fn a_panic_ends_its_call_alone() {
    for server in both().await {
        let client = server.client();
        let other =
            stillwire_rpc::Task::spawn(client.0.call_one(outgoing(0, Input::One("nap".into()))));
        let outcome = client.unary("panic").await;
        assert_eq!(outcome.status.code, Code::Internal);
        assert!(
            !outcome.status.message.contains("told"),
            "the panic's text leaked"
        );
        let (messages, status) = drain(client.download("panic")).await;
        assert_eq!((messages.len(), status.code), (1, Code::Internal));
        assert_eq!(other.await.unwrap().status.code, Code::Ok);
        assert_eq!(server.drain.gauges().connections(), 1);
    }
}

#[tokio::test]
async fn an_unknown_method_is_unimplemented() {
    for server in both().await {
        let client = server.client();
        let outcome = client.0.call_one(outgoing(4, Input::One("x".into()))).await;
        assert_eq!(outcome.status.code, Code::Unimplemented);
        assert_eq!(outcome.status.message, "no such method: /test.Echo/Missing");
    }
}

#[tokio::test]
async fn a_message_over_the_limit_is_refused_on_each_side() {
    let small = || Limits {
        message_received_bytes: 100,
        ..Limits::default()
    };
    let server = Server::start(false, small()).await;
    assert_eq!(
        server.client().unary(vec![1; 100]).await.status.code,
        Code::Ok
    );
    assert_eq!(
        server.client().unary(vec![1; 101]).await.status.code,
        Code::ResourceExhausted
    );
    let (sender, reply) = server.client().upload();
    sender.send(vec![1; 101].into()).await.unwrap();
    assert_eq!(reply.await.unwrap().status.code, Code::ResourceExhausted);

    let server = Server::start(false, Limits::default()).await;
    assert_eq!(
        server.client().unary("large").await.status.code,
        Code::ResourceExhausted
    );
    assert_eq!(
        server
            .client_with(small())
            .unary(vec![1; 101])
            .await
            .status
            .code,
        Code::ResourceExhausted
    );
    let sends_little = Limits {
        message_sent_bytes: 100,
        ..Limits::default()
    };
    assert_eq!(
        server
            .client_with(sends_little)
            .unary(vec![1; 101])
            .await
            .status
            .code,
        Code::ResourceExhausted
    );
}

#[tokio::test]
async fn a_slow_reader_makes_the_handler_wait() {
    let server = Server::start(false, Limits::default()).await;
    let mut endless = server.client().download("endless");
    assert!(matches!(next(&mut endless).await, Event::Head(_)));
    // Nothing is asserted of time: were the queue unbounded, the handler would fill the memory here.
    tokio::time::sleep(Duration::from_millis(200)).await;
    for _ in 0..5_000 {
        assert!(matches!(next(&mut endless).await, Event::Messages(_)));
    }
    drop(endless);
    server.runs(0).await;
}

#[tokio::test]
async fn a_server_that_drains_finishes_what_runs_and_refuses_the_rest() {
    for server in both().await {
        let client = server.client();
        let nap =
            stillwire_rpc::Task::spawn(client.0.call_one(outgoing(0, Input::One("nap".into()))));
        server.runs(1).await;
        let finished = server.drain.finish(Duration::from_secs(10));
        let (whole, nap) = tokio::join!(finished, nap);
        assert!(whole);
        assert_eq!(nap.unwrap().status.code, Code::Ok);
        server.task.await.unwrap();
        assert_eq!(
            (
                server.drain.gauges().calls(),
                server.drain.gauges().connections()
            ),
            (0, 0)
        );
        assert_eq!(client.unary("late").await.status.code, Code::Unavailable);
    }
}

#[tokio::test]
async fn what_outlives_the_grace_is_cut() {
    let server = Server::start(true, Limits::default()).await;
    let client = server.client();
    let call =
        stillwire_rpc::Task::spawn(client.0.call_one(outgoing(0, Input::One("sleep".into()))));
    server.runs(1).await;
    assert!(!server.drain.finish(Duration::from_millis(50)).await);
    assert_eq!(call.await.unwrap().status.code, Code::Unavailable);
    server.runs(0).await;
    server.task.await.unwrap();
}

#[tokio::test]
async fn a_client_connects_again_after_its_server_came_back() {
    let server = Server::start(false, Limits::default()).await;
    let client = server.client();
    assert!(client.unary("x").await.status.is_ok());
    server.drain.finish(Duration::from_secs(5)).await;
    server.task.await.unwrap();
    assert_eq!(client.unary("x").await.status.code, Code::Unavailable);
    let router = stillwire_rpc::Router::new(
        [stillwire_rpc::Service::new(common::Echo {
            running: server.running.clone(),
        })],
        Limits::default(),
    );
    let endpoint = stillwire_grpc::Endpoint::bind(server.address, None, router.unwrap())
        .await
        .unwrap();
    let serving = tokio::spawn(endpoint.serve(stillwire_rpc::Drain::new()));
    // Calls fail at once for a while after an attempt that failed.
    client.0.connect().await.unwrap();
    assert!(client.unary("x").await.status.is_ok());
    serving.abort();
}

#[tokio::test]
async fn a_client_that_does_not_trust_the_server_gets_unavailable() {
    let server = Server::start(true, Limits::default()).await;
    let stranger = stillwire_rpc::tls::ServerTls::self_signed(["localhost"])
        .unwrap()
        .client();
    let stranger = stranger.server_name("localhost").unwrap();
    let client = stillwire_grpc::GrpcTransport::new(
        &server.address.to_string(),
        Some(&stranger),
        Limits::default(),
    );
    let outcome = client
        .unwrap()
        .call_one(outgoing(0, Input::One("x".into())))
        .await;
    assert_eq!(outcome.status.code, Code::Unavailable);
}

#[tokio::test]
async fn more_calls_than_a_connection_takes_wait_for_their_turn() {
    for server in both().await {
        let client = std::sync::Arc::new(server.client());
        let mut calls = tokio::task::JoinSet::new();
        for _ in 0..350 {
            let client = client.clone();
            calls.spawn(async move { client.unary("nap").await });
        }
        while let Some(outcome) = calls.join_next().await {
            let status = outcome.unwrap().status;
            assert!(status.is_ok(), "{status}");
        }
    }
}

#[tokio::test]
async fn a_call_behind_a_server_that_drains_finds_the_next_server() {
    let server = Server::start(false, Limits::default()).await;
    let client = server.client();
    let (upload, outcome) = client.upload();
    upload.send("x".into()).await.unwrap();
    server.runs(1).await;
    server.drain.begin();
    while tokio::net::TcpStream::connect(server.address).await.is_ok() {
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    let _second = Server::start_at(server.address, Limits::default()).await;
    let status = client.unary("x").await.status;
    assert!(status.is_ok(), "{status}");
    upload.finish();
    assert_eq!(outcome.await.unwrap().message.unwrap(), "1");
}
