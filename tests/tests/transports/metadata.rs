//! What travels beside messages.

use crate::support::ask;
use crate::support::cell::{Cell, Transport};
use bytes::Bytes;
use stillwire::rpc::client::{Kind, Prepared};
use stillwire::{Code, Empty, Metadata};

const ENTRIES: [(&str, &[u8]); 8] = [
    ("x-tenant", b"acme"),
    ("x-many", b"one"),
    ("x-empty", b""),
    ("x-many", b"two, and a comma"),
    ("x-blob-bin", b"\x00\xff,\x80"),
    ("x-many", b"three"),
    ("x-blob-bin", b""),
    ("x-blob-bin", b"ABCD"),
];

fn with_entries<K: Kind>(call: Prepared<K>) -> Prepared<K> {
    ENTRIES.iter().fold(call, |call, (key, value)| {
        call.metadata(key, Bytes::from_static(value))
    })
}

/// Each key has its values in order, and nothing else is there.
fn assert_mirrored(metadata: &Metadata, prefix: &str) {
    assert_eq!(metadata.len(), ENTRIES.len(), "{prefix}: {metadata:?}");
    for (key, _) in ENTRIES {
        let sent = ENTRIES.iter().filter(|entry| entry.0 == key);
        let sent: Vec<_> = sent.map(|entry| Bytes::from_static(entry.1)).collect();
        let key = key.replacen('x', prefix, 1);
        let came: Vec<_> = metadata.get_all(&key).cloned().collect();
        assert_eq!(came, sent, "{key}");
    }
}

pub(crate) async fn metadata_travels_both_ways_on_each_kind(transport: Transport) {
    let cell = Cell::start(transport).await;
    let reply = with_entries(cell.client.ask(ask("metadata")))
        .await
        .unwrap();
    assert_mirrored(reply.leading(), "lead");
    assert_mirrored(reply.trailing(), "trail");

    let mut list = with_entries(cell.client.list(ask("metadata")))
        .await
        .unwrap();
    assert_mirrored(list.leading().await.unwrap(), "lead");
    assert!(list.next().await.unwrap().is_some());
    assert!(list.next().await.unwrap().is_none());
    assert_mirrored(list.trailing().unwrap(), "trail");

    let upload = with_entries(cell.client.collect()).await.unwrap();
    upload.send(&ask("metadata")).await.unwrap();
    let reply = upload.finish().await.unwrap();
    assert_mirrored(reply.leading(), "lead");
    assert_mirrored(reply.trailing(), "trail");

    let (out, mut replies) = with_entries(cell.client.chat()).await.unwrap();
    out.send(&ask("metadata")).await.unwrap();
    assert_mirrored(replies.leading().await.unwrap(), "lead");
    out.finish();
    assert!(replies.next().await.unwrap().is_some());
    assert!(replies.next().await.unwrap().is_none());
    assert_mirrored(replies.trailing().unwrap(), "trail");

    // And nothing comes of nothing.
    let reply = cell.client.ask(ask("metadata")).await.unwrap();
    assert!(reply.leading().is_empty(), "{:?}", reply.leading());
    assert!(reply.trailing().is_empty(), "{:?}", reply.trailing());
}

pub(crate) async fn metadata_of_calls_that_fail_arrives_on_each_kind(transport: Transport) {
    let cell = Cell::start(transport).await;
    // By a declared error, and by a status.
    for (what, code) in [("none", None), ("plain", Some(Code::NotFound))] {
        let answer = with_entries(cell.client.risk(ask(what))).answer().await;
        assert_mirrored(&answer.leading, "lead");
        assert_mirrored(&answer.trailing, "trail");
        let fault = answer.into_reply().unwrap_err();
        assert_eq!(fault.error().is_none().then(|| fault.code()), code);

        let upload = with_entries(cell.client.risk_collect()).await.unwrap();
        upload.send(&ask(what)).await.unwrap();
        let answer = upload.answer().await;
        assert_mirrored(&answer.leading, "lead");
        assert_mirrored(&answer.trailing, "trail");
        assert!(answer.result.is_err());

        let mut list = with_entries(cell.client.risk_list(ask(what)))
            .await
            .unwrap();
        assert_mirrored(list.leading().await.unwrap(), "lead");
        assert!(list.next().await.unwrap().is_some());
        list.next().await.unwrap_err();
        assert_mirrored(list.trailing().unwrap(), "trail");
    }
    // Of a stream that has not begun.
    let list = cell.client.list(ask("missing")).metadata("x-y", "z");
    let mut list = list.start().unwrap();
    assert_eq!(list.next().await.unwrap_err().code(), Code::NotFound);
    let trailing = list.trailing().unwrap();
    assert_eq!(trailing.get("trail-y").unwrap(), "z");

    let answer = cell.client.risk(ask("fine")).metadata("x-y", "z").answer();
    let answer = answer.await;
    assert_eq!(answer.leading.get("lead-y").unwrap(), "z");
    assert_eq!(answer.trailing.get("trail-y").unwrap(), "z");
    assert_eq!(answer.result.unwrap().view().number(), 0);
}

pub(crate) async fn metadata_that_breaks_the_rules_is_refused_before_the_call(
    transport: Transport,
) {
    let cell = Cell::start(transport).await;
    for (key, value) in [
        ("grpc-status", "0"),
        ("te", "x"),
        ("Upper", "x"),
        ("x-text", "é"),
        ("", "x"),
    ] {
        let call = cell.client.ask(ask("hello")).metadata(key, value);
        assert_eq!(call.await.unwrap_err().code(), Code::InvalidArgument);
        let call = cell.client.list(ask("hello")).metadata(key, value);
        assert_eq!(call.await.unwrap_err().code(), Code::InvalidArgument);
    }
    cell.client.ping(Empty).await.unwrap();
}

pub(crate) async fn as_much_metadata_as_is_allowed_passes(transport: Transport) {
    let cell = Cell::start(transport).await;
    // Half of what a Metadata holds: HTTP/2 counts its own headers against the same 16 KiB.
    let call = (0..60).fold(cell.client.ask(ask("metadata")), |call, _| {
        call.metadata("x-many", "v".repeat(100))
    });
    let reply = call.await.unwrap();
    assert_eq!(reply.leading().get_all("lead-many").count(), 60);
    assert_eq!(reply.trailing().get_all("trail-many").count(), 60);
}

pub(crate) async fn a_trace_passes_through_nested_calls(transport: Transport) {
    let cell = Cell::start(transport).await;
    let parent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    for what in ["trace", "relay trace"] {
        let call = cell.client.ask(ask(what)).metadata("traceparent", parent);
        let call = call.metadata("tracestate", "rojo=1");
        let answer = call.metadata("tracestate", "congo=2").await.unwrap();
        assert_eq!(
            answer.view().text(),
            format!("{parent};rojo=1;congo=2"),
            "{what}"
        );
    }
    // A broken one is none, and goes no further; nor does the state of a trace without a name.
    let broken = parent.to_uppercase();
    let call = cell.client.ask(ask("relay trace"));
    let call = call.metadata("traceparent", broken);
    let answer = call.metadata("tracestate", "rojo=1").await.unwrap();
    assert_eq!(answer.view().text(), "");
    // What is not of the trace stays behind.
    let call = cell.client.ask(ask("relay trace")).metadata("x-own", "1");
    assert_eq!(call.await.unwrap().view().text(), "");
}
