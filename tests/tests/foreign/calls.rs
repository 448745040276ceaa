//! Calls of each kind.

use crate::support::Event;
use crate::{World, ask};
use std::time::Duration;
use tokio_stream::StreamExt;
use tonic::metadata::MetadataValue;
use tonic::{Code, Request};

pub(crate) async fn all_kinds_of_calls_reach_their_methods(mut world: World) {
    let answer = world
        .client
        .ask(ask("hello", 5))
        .await
        .unwrap()
        .into_inner();
    assert_eq!((answer.text.as_str(), answer.number), ("hello", 5));
    world.client.ping(()).await.unwrap();

    let list = world.client.list(ask("count", 300)).await.unwrap();
    let list: Vec<_> = list
        .into_inner()
        .map(|next| next.unwrap().number)
        .collect()
        .await;
    assert_eq!(list, (0..300).collect::<Vec<u64>>());

    let many = || tokio_stream::iter((0..300).map(|number| ask("more", number)));
    let answer = world.client.collect(many()).await.unwrap().into_inner();
    assert_eq!((answer.text.as_str(), answer.number), ("more", 300));
    let answer = world.client.collect(tokio_stream::empty()).await.unwrap();
    assert_eq!(answer.into_inner().number, 0);

    let replies = world.client.chat(many()).await.unwrap().into_inner();
    let replies: Vec<_> = replies.map(|next| next.unwrap().number).collect().await;
    assert_eq!(replies, (0..300).collect::<Vec<u64>>());
}

pub(crate) async fn metadata_travels_both_ways(mut world: World) {
    let mut request = Request::new(ask("metadata", 0));
    let metadata = request.metadata_mut();
    metadata.append("x-tenant", "acme".parse().unwrap());
    metadata.append("x-many", "one".parse().unwrap());
    metadata.append("x-many", "two, and a comma".parse().unwrap());
    for value in [&b"\x00\xff,"[..], b"", b"AB"] {
        metadata.append_bin("x-blob-bin", MetadataValue::from_bytes(value));
    }
    let reply = world.client.list(request).await.unwrap();
    let lead = reply.metadata().clone();
    let mut list = reply.into_inner();
    assert!(list.message().await.unwrap().is_some());
    assert!(list.message().await.unwrap().is_none());
    let trail = list.trailers().await.unwrap().unwrap();
    for (metadata, prefix) in [(lead, "lead"), (trail, "trail")] {
        assert_eq!(metadata.get(format!("{prefix}-tenant")).unwrap(), "acme");
        let many = metadata.get_all(format!("{prefix}-many"));
        let many: Vec<_> = many.iter().map(|value| value.to_str().unwrap()).collect();
        assert_eq!(many, ["one", "two, and a comma"]);
        let blobs = metadata.get_all_bin(format!("{prefix}-blob-bin"));
        let blobs: Vec<_> = blobs
            .iter()
            .map(|value| value.to_bytes().unwrap())
            .collect();
        assert_eq!(blobs, [&b"\x00\xff,"[..], b"", b"AB"]);
    }
}

pub(crate) async fn a_deadline_ends_the_call_on_both_sides(mut world: World) {
    // The server's own, so that no clock of the client's ends it.
    let status = world.client.brief(ask("hang", 0)).await.unwrap_err();
    assert_eq!(status.code(), Code::DeadlineExceeded);
    assert_eq!(world.audience.event().await, Event::Entered);
    assert_eq!(world.audience.event().await, Event::Dropped);

    let mut request = Request::new(ask("remaining", 0));
    request.set_timeout(Duration::from_secs(50));
    let left = world.client.ask(request).await.unwrap().into_inner().number;
    assert!((10_000_000..=50_000_000).contains(&left), "{left} µs");

    let mut request = Request::new(ask("hang", 0));
    request.set_timeout(Duration::from_secs(2));
    let status = world.client.ask(request).await.unwrap_err();
    // tonic's own clock says CANCELLED where it is the faster one.
    let ended = [Code::DeadlineExceeded, Code::Cancelled];
    assert!(ended.contains(&status.code()), "{status}");
    assert_eq!(world.audience.event().await, Event::Entered);
    assert_eq!(world.audience.event().await, Event::Dropped);
}

pub(crate) async fn dropping_a_stream_stops_its_handler(mut world: World) {
    let list = world.client.list(ask("hang", 0)).await.unwrap();
    let mut list = list.into_inner();
    assert!(list.message().await.unwrap().is_some());
    assert_eq!(world.audience.event().await, Event::Entered);
    drop(list);
    assert_eq!(world.audience.event().await, Event::Dropped);
    world.client.ping(()).await.unwrap();
}
