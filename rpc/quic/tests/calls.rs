//! Calls of all four kinds, over loopback.

mod common;

use std::future::poll_fn;
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

use bytes::Bytes;
use common::{Method, Server, collect, expand, one, outgoing, patiently, unary};
use stillwire_quic::QuicTransport;
use stillwire_rpc::limits::Budget;
use stillwire_rpc::tls::ServerTls;
use stillwire_rpc::{Code, Event, Transport, input_channel};
use stillwire_rpc_core::{Limits, Metadata, Status};

#[tokio::test]
async fn a_unary_call_brings_back_message_and_metadata() {
    let server = Server::start(Limits::default());
    let client = server.client();
    let mut call = one(Method::Unary, "hello");
    call.metadata.append("k", "v").unwrap();
    call.metadata.append("b-bin", &b"\x00\xff"[..]).unwrap();
    let metadata = call.metadata.clone();
    let outcome = patiently(client.call_one(call)).await;
    assert_eq!(outcome.message.as_deref(), Some(&b"hello"[..]));
    assert_eq!(outcome.status, Status::ok().with_metadata(metadata.clone()));
    assert_eq!(outcome.leading, metadata);
    drop(client);
    server.stop().await;
}

#[tokio::test]
async fn a_message_of_any_size_up_to_the_limit_comes_back() {
    let server = Server::start(Limits::default());
    let client = server.client();
    let limit = Limits::default().message_sent_bytes;
    for len in [0, 1, 1_024, 1_025, 65_536, 65_537, 1_000_000, limit] {
        let message = Bytes::from(vec![len.to_le_bytes()[0]; len]);
        let outcome = unary(&client, message.clone()).await;
        assert_eq!(outcome.status, Status::ok(), "{len}");
        assert_eq!(outcome.message.unwrap(), message, "{len}");
    }
    let outcome = unary(&client, vec![0; limit + 1]).await;
    assert_eq!(outcome.status.code, Code::ResourceExhausted);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn many_calls_share_lanes_and_each_gets_its_own_answer() {
    let server = Server::start(Limits::default());
    let client = server.client();
    let calls = (0..500_u32).map(|i| {
        let client = client.clone();
        tokio::spawn(async move { (i, unary(&client, i.to_le_bytes().to_vec()).await) })
    });
    for call in calls.collect::<Vec<_>>() {
        let (i, outcome) = call.await.unwrap();
        assert_eq!(
            outcome.message.as_deref(),
            Some(&i.to_le_bytes()[..]),
            "{:?}",
            outcome.status
        );
    }
    assert_eq!(server.drain.gauges().connections(), 1);
    drop(client);
    server.stop().await;
}

#[tokio::test]
async fn a_server_stream_arrives_whole_and_ends_with_its_status() {
    let server = Server::start(Limits::default());
    let client = server.client();
    let mut events = client.call_many(one(Method::Expand, expand(1_000, &[7; 1_000])));
    let (messages, status) = collect(&mut *events).await;
    assert_eq!((messages.len(), status), (1_000, Status::ok()));
    assert!(messages.iter().all(|message| message.len() == 1_000));
}

#[tokio::test]
async fn a_slow_reader_makes_the_handler_wait() {
    let server = Server::start(Limits::default());
    let client = server.client();
    let mut events = client.call_many(one(Method::Expand, expand(10_000, &[7; 1_000])));
    let first = patiently(poll_fn(|cx| events.poll_event(cx))).await;
    assert!(matches!(first, Event::Head(_) | Event::Messages(_)));
    tokio::time::sleep(Duration::from_millis(200)).await;
    let produced = server.seen.produced.load(Ordering::SeqCst);
    assert!(
        produced < 2_000,
        "{produced} messages were made for a reader that took one"
    );
    let (messages, status) = collect(&mut *events).await;
    assert!(messages.len() >= 9_999 && status.is_ok());
}

#[tokio::test]
async fn a_client_stream_is_summed_up() {
    let server = Server::start(Limits::default());
    let client = server.client();
    let (sender, input) = input_channel(Budget::DEFAULT);
    let send = async {
        for _ in 0..2_000 {
            sender.send(Bytes::from_static(&[1; 100])).await.unwrap();
        }
        sender.finish();
    };
    let call = client.call_one(outgoing(Method::Collect, input));
    let (outcome, ()) = patiently(async { tokio::join!(call, send) }).await;
    assert_eq!(
        outcome.message.as_deref(),
        Some(&200_000_u64.to_le_bytes()[..]),
        "{:?}",
        outcome.status
    );
}

#[tokio::test]
async fn both_sides_stream_more_than_every_window_at_once() {
    let server = Server::start(Limits::default());
    let client = server.client();
    let (sender, input) = input_channel(Budget::DEFAULT);
    let mut events = client.call_many(outgoing(Method::Chat, input));
    let send = async {
        for i in 0..200_u32 {
            sender
                .send(vec![i.to_le_bytes()[0]; 100_000].into())
                .await
                .unwrap();
        }
        sender.finish();
    };
    let ((messages, status), ()) =
        patiently(async { tokio::join!(collect(&mut *events), send) }).await;
    assert_eq!((messages.len(), status), (200, Status::ok()));
    assert!(
        messages
            .iter()
            .enumerate()
            .all(|(i, message)| message[0] == i.to_le_bytes()[0])
    );
}

#[tokio::test]
async fn dropping_a_call_stops_its_handler() {
    let server = Server::start(Limits::default());
    let client = server.client();
    let call = client.call_one(one(Method::Hang, "x"));
    tokio::select! {
        _ = call => panic!("it hangs"),
        () = server.seen.wait(|seen| seen.running.load(Ordering::SeqCst) == 1) => {}
    }
    server
        .seen
        .wait(|seen| seen.dropped.load(Ordering::SeqCst) == 1)
        .await;
    assert!(unary(&client, "still there").await.status.is_ok());
    drop(client);
    server.stop().await;
}

#[tokio::test]
async fn an_upload_that_breaks_off_never_looks_complete() {
    let server = Server::start(Limits::default());
    let client = server.client();
    let (sender, input) = input_channel(Budget::DEFAULT);
    let call = client.call_one(outgoing(Method::Collect, input));
    let call = tokio::spawn(call);
    sender.send("part".into()).await.unwrap();
    tokio::time::sleep(Duration::from_millis(50)).await;
    sender.fail(Status::aborted("the disk failed"));
    let outcome = patiently(call).await.unwrap();
    assert!(!outcome.status.is_ok());
    drop(client);
    server.stop().await;
}

#[tokio::test]
async fn dropping_a_stream_stops_its_handler() {
    let server = Server::start(Limits::default());
    let client = server.client();
    let mut events = client.call_many(one(Method::Expand, expand(u32::MAX, &[7; 1_000])));
    patiently(poll_fn(|cx| events.poll_event(cx))).await;
    drop(events);
    let drain = server.drain.clone();
    server.seen.wait(|_| drain.gauges().calls() == 0).await;
    drop(client);
    server.stop().await;
}

#[tokio::test]
async fn a_deadline_ends_the_call_on_both_sides() {
    let server = Server::start(Limits::default());
    let client = server.client();
    unary(&client, "connect").await;
    let mut call = one(Method::Hang, "x");
    call.deadline = Some(Instant::now() + Duration::from_millis(50));
    let outcome = patiently(client.call_one(call)).await;
    assert_eq!(outcome.status.code, Code::DeadlineExceeded);
    server
        .seen
        .wait(|seen| seen.dropped.load(Ordering::SeqCst) == 1)
        .await;
    let mut late = one(Method::Unary, "x");
    late.deadline = Some(Instant::now());
    assert_eq!(
        patiently(client.call_one(late)).await.status.code,
        Code::DeadlineExceeded
    );
}

#[tokio::test]
async fn a_panic_ends_its_call_alone() {
    let server = Server::start(Limits::default());
    let client = server.client();
    let outcome = patiently(client.call_one(one(Method::Panic, "x"))).await;
    assert_eq!(outcome.status.code, Code::Internal);
    assert!(unary(&client, "still there").await.status.is_ok());
}

#[tokio::test]
async fn a_method_that_is_not_there_is_unimplemented() {
    static NOWHERE: std::sync::OnceLock<stillwire_rpc::MethodDescriptor> =
        std::sync::OnceLock::new();
    let method = NOWHERE.get_or_init(|| {
        let id = stillwire_rpc_core::MethodId::of("test.Raw/Nowhere").to_u64();
        stillwire_rpc::MethodDescriptor::new("Nowhere", "/test.Raw/Nowhere", id)
    });
    let server = Server::start(Limits::default());
    let mut call = one(Method::Unary, "x");
    call.method = method;
    call.metadata = Metadata::new();
    let outcome = patiently(server.client().call_one(call)).await;
    assert_eq!(outcome.status.code, Code::Unimplemented);
    assert!(
        outcome.status.message.contains("/test.Raw/Nowhere"),
        "{}",
        outcome.status.message
    );
}

#[tokio::test]
async fn a_drain_finishes_what_runs_and_cuts_what_does_not_end() {
    let server = Server::start(Limits::default());
    let client = server.client();
    let (sender, input) = input_channel(Budget::DEFAULT);
    let upload = tokio::spawn(client.call_one(outgoing(Method::Collect, input)));
    let hanging = tokio::spawn(client.call_one(one(Method::Hang, "x")));
    server
        .seen
        .wait(|seen| seen.running.load(Ordering::SeqCst) == 1)
        .await;
    let drain = server.drain.clone();
    let finished = tokio::spawn(async move { drain.finish(Duration::from_millis(500)).await });
    tokio::time::sleep(Duration::from_millis(50)).await;
    sender.send("1234".into()).await.unwrap();
    sender.finish();
    let outcome = patiently(upload).await.unwrap();
    assert_eq!(
        outcome.message.as_deref(),
        Some(&4_u64.to_le_bytes()[..]),
        "{:?}",
        outcome.status
    );
    assert_eq!(
        patiently(hanging).await.unwrap().status.code,
        Code::Unavailable
    );
    assert!(!patiently(finished).await.unwrap());
    patiently(server.task).await.unwrap();
    assert_eq!(
        (
            server.drain.gauges().calls(),
            server.drain.gauges().connections()
        ),
        (0, 0)
    );
}

#[tokio::test]
async fn a_client_connects_again_when_its_server_comes_back() {
    let tls = ServerTls::self_signed(["localhost"]).unwrap();
    let server = Server::start_at("127.0.0.1:0".parse().unwrap(), &tls, Limits::default());
    let (address, client) = (server.address, server.client());
    assert!(unary(&client, "1").await.status.is_ok());
    server.stop().await;
    let server = Server::start_at(address, &tls, Limits::default());
    assert!(unary(&client, "2").await.status.is_ok());
    drop(client);
    server.stop().await;
}

#[tokio::test]
async fn a_server_that_is_not_there_is_unavailable() {
    let tls = ServerTls::self_signed(["localhost"]).unwrap().client();
    let limits = Limits {
        handshake_timeout: Duration::from_millis(300),
        ..Limits::default()
    };
    let client = QuicTransport::new("localhost:9", tls, limits).unwrap();
    let outcome = unary(&client, "x").await;
    assert_eq!(outcome.status.code, Code::Unavailable);
    assert!(
        outcome.status.message.contains("localhost:9"),
        "{}",
        outcome.status.message
    );
}

#[tokio::test]
async fn many_large_calls_at_once_do_not_wait_for_each_other_for_ever() {
    let server = Server::start(Limits::default());
    let client = server.client();
    let message = Bytes::from(vec![5; 60_000]);
    let mut calls = tokio::task::JoinSet::new();
    for _ in 0..5 {
        for _ in 0..200 {
            calls.spawn(client.call_one(one(Method::Unary, message.clone())));
        }
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    while let Some(outcome) = patiently(calls.join_next()).await {
        let outcome = outcome.unwrap();
        assert!(outcome.status.is_ok(), "{}", outcome.status);
        assert_eq!(outcome.message.unwrap().len(), message.len());
    }
    drop(client);
    server.stop().await;
}

/// Chats whose clients send all before they read anything; how each ended.
async fn chats(limits: Limits, count: usize) -> Vec<(usize, Status)> {
    let server = Server::start(limits);
    let client = server.client();
    let mut chats = tokio::task::JoinSet::new();
    for _ in 0..count {
        let (sender, input) = input_channel(Budget {
            queued_bytes: usize::MAX,
            queued_messages: usize::MAX,
        });
        let mut events = client.call_many(outgoing(Method::Chat, input));
        chats.spawn(async move {
            for _ in 0..100 {
                let _ = sender.send(vec![3; 20_000].into()).await;
            }
            sender.finish();
            tokio::time::sleep(Duration::from_millis(300)).await;
            let (messages, status) = collect(&mut *events).await;
            (messages.len(), status)
        });
    }
    let mut ended = Vec::new();
    while let Some(chat) = patiently(chats.join_next()).await {
        ended.push(chat.unwrap());
    }
    ended
}

#[tokio::test]
async fn chats_that_fill_the_memory_of_a_connection_go_on_once_they_are_read() {
    let limits = Limits {
        call_credit_bytes: 64 * 1024,
        connection_memory_bytes: 256 * 1024,
        ..Limits::default()
    };
    for (messages, status) in chats(limits, 4).await {
        assert!(status.is_ok(), "{status}");
        assert_eq!(messages, 100);
    }
}

#[tokio::test]
async fn chats_that_overfill_the_memory_of_a_connection_end_with_a_reason() {
    let limits = Limits {
        connection_memory_bytes: 64 * 1024,
        ..Limits::default()
    };
    for (messages, status) in chats(limits, 8).await {
        let whole = status.is_ok() && messages == 100;
        assert!(whole || status.code == Code::ResourceExhausted, "{status}");
    }
}

#[tokio::test]
async fn more_calls_than_a_connection_takes_wait_for_their_turn() {
    let limits = Limits {
        calls_per_connection: 50,
        ..Limits::default()
    };
    let server = Server::start(limits.clone());
    let client = server.client_with(limits);
    let mut calls = tokio::task::JoinSet::new();
    for _ in 0..300 {
        calls.spawn(client.call_one(one(Method::Nap, "x")));
    }
    while let Some(outcome) = patiently(calls.join_next()).await {
        let status = outcome.unwrap().status;
        assert!(status.is_ok(), "{status}");
    }
    drop(client);
    server.stop().await;
}
