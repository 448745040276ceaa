//! Messages that are large, too large, or too many for their reader.

use crate::support::cell::{Cell, Transport};
use crate::support::{FLOOD_BYTES, ask, count, load};
use std::sync::atomic::Ordering;
use stillwire::rpc::Limits;
use stillwire::{Code, Empty};

const THREE: usize = 3 << 20;
const FIVE: usize = 5 << 20;

/// Messages of a flood: 64 MiB, far more than all windows and queues between the two sides together.
const FLOOD: u32 = 4_096;
/// What may be under way when nobody reads: less than 24 MiB, which bounds a connection.
const UNDER_WAY: usize = (24 << 20) / FLOOD_BYTES;

fn wide() -> Limits {
    Limits {
        message_received_bytes: 16 << 20,
        message_sent_bytes: 16 << 20,
        ..Limits::default()
    }
}

pub(crate) async fn three_mebibytes_pass_both_ways(transport: Transport) {
    let cell = Cell::start(transport).await;
    let answer = cell.client.ask(load("size", THREE)).await.unwrap();
    assert_eq!(answer.view().number(), THREE as u64);
    let answer = cell.client.ask(count("big", 3 << 20)).await.unwrap();
    assert_eq!(answer.view().payload().len(), THREE);

    // In streams, while small calls go on beside.
    let (out, mut replies) = cell.client.chat().await.unwrap();
    for _ in 0..3 {
        out.send(&load("size", THREE)).await.unwrap();
        cell.client.ping(Empty).await.unwrap();
        let answer = replies.next().await.unwrap().unwrap();
        assert_eq!(answer.view().number(), THREE as u64);
        out.send(&count("big", 3 << 20)).await.unwrap();
        cell.client.ping(Empty).await.unwrap();
        let answer = replies.next().await.unwrap().unwrap();
        assert_eq!(answer.view().payload().len(), THREE);
    }
    out.finish();
    assert!(replies.next().await.unwrap().is_none());
}

pub(crate) async fn five_mebibytes_are_refused_where_they_are_sent(transport: Transport) {
    let cell = Cell::start(transport).await;
    let error = cell.client.ask(load("size", FIVE)).await.unwrap_err();
    assert_eq!(error.code(), Code::ResourceExhausted, "{error}");
    let error = cell.client.ask(count("big", 5 << 20)).await.unwrap_err();
    assert_eq!(error.code(), Code::ResourceExhausted, "{error}");
    let list = cell.client.list(count("big", 5 << 20)).await;
    let error = match list {
        Ok(mut list) => list.next().await.unwrap_err(),
        Err(error) => error,
    };
    assert_eq!(error.code(), Code::ResourceExhausted, "{error}");
    cell.client.ping(Empty).await.unwrap();
}

pub(crate) async fn a_request_over_the_servers_limit_is_refused(transport: Transport) {
    let cell = Cell::within(transport, Limits::default(), wide()).await;
    let error = cell.client.ask(load("size", FIVE)).await.unwrap_err();
    assert_eq!(error.code(), Code::ResourceExhausted, "{error}");
    cell.client.ping(Empty).await.unwrap();
}

pub(crate) async fn a_reply_over_the_clients_limit_is_refused(transport: Transport) {
    let cell = Cell::within(transport, wide(), Limits::default()).await;
    let error = cell.client.ask(count("big", 5 << 20)).await.unwrap_err();
    assert_eq!(error.code(), Code::ResourceExhausted, "{error}");
    cell.client.ping(Empty).await.unwrap();
    // Where both sides allow it, it passes.
    let cell = Cell::within(transport, wide(), wide()).await;
    let answer = cell.client.ask(count("big", 5 << 20)).await.unwrap();
    assert_eq!(answer.view().payload().len(), FIVE);
    let answer = cell.client.ask(load("size", FIVE)).await.unwrap();
    assert_eq!(answer.view().number(), FIVE as u64);
}

pub(crate) async fn a_streamed_message_over_the_limit_is_refused(transport: Transport) {
    for client in [Limits::default(), wide()] {
        let cell = Cell::within(transport, Limits::default(), client).await;
        let (out, mut replies) = cell.client.chat().await.unwrap();
        out.send(&ask("hello")).await.unwrap();
        assert!(replies.next().await.unwrap().is_some());
        // Whether it shows here or at the reader is the transport's choice.
        _ = out.send(&load("size", FIVE)).await;
        let error = replies.next().await.unwrap_err();
        assert_eq!(error.code(), Code::ResourceExhausted, "{error}");
        cell.client.ping(Empty).await.unwrap();
    }
}

pub(crate) async fn a_slow_reader_bounds_the_handler(transport: Transport) {
    let cell = Cell::start(transport).await;
    let mut list = cell.client.list(count("flood", FLOOD)).await.unwrap();
    assert!(list.next().await.unwrap().is_some());
    let sent = cell.audience.settled().await;
    assert!(sent < UNDER_WAY, "{sent} messages wait for one reader");
    // Nobody else waits with it.
    cell.client.ping(Empty).await.unwrap();
    let mut rest = 0;
    while list.next().await.unwrap().is_some() {
        rest += 1;
    }
    assert_eq!(rest + 1, FLOOD);
}

pub(crate) async fn a_slow_handler_bounds_the_client(transport: Transport) {
    let cell = Cell::start(transport).await;
    let upload = cell.client.collect().await.unwrap();
    upload.send(&ask("stall")).await.unwrap();
    let stage = cell.audience.stage.clone();
    let more = load("more", FLOOD_BYTES);
    let sending = tokio::spawn(async move {
        for _ in 0..FLOOD {
            upload.send(&more).await.unwrap();
            stage.sent.fetch_add(1, Ordering::SeqCst);
        }
        upload.finish().await
    });
    let sent = cell.audience.settled().await;
    assert!(sent < UNDER_WAY, "{sent} messages wait for one handler");
    cell.client.ping(Empty).await.unwrap();
    cell.audience.stage.release.add_permits(1);
    let answer = sending.await.unwrap().unwrap();
    assert_eq!(answer.view().number(), u64::from(FLOOD) + 1);
}
