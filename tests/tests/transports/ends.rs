//! Deadlines and cancellation: what ends a call before its time.

use crate::support::cell::{Cell, Transport};
use crate::support::{Event, ask, count};
use std::time::{Duration, Instant};
use stillwire::{Code, Empty};

const SHORT: Duration = Duration::from_millis(150);
/// Short for a person, and time enough for a first message on a busy machine.
const SOON: Duration = Duration::from_secs(1);
const LONG: Duration = Duration::from_secs(50);

/// A cell whose connection is there, so that a deadline is not spent on it.
async fn connected(transport: Transport) -> Cell {
    let cell = Cell::start(transport).await;
    cell.client.ping(Empty).await.unwrap();
    cell
}

pub(crate) async fn a_deadline_ends_the_call_on_both_sides(transport: Transport) {
    let cell = connected(transport).await;
    let error = cell.client.ask(ask("hang")).timeout(SOON).await;
    assert_eq!(error.unwrap_err().code(), Code::DeadlineExceeded);
    assert_eq!(cell.audience.event().await, Event::Entered);
    assert_eq!(cell.audience.event().await, Event::Dropped);
    cell.client.ping(Empty).await.unwrap();
}

pub(crate) async fn a_deadline_ends_a_stream_on_both_sides(transport: Transport) {
    let cell = connected(transport).await;
    let mut list = cell.client.list(ask("hang")).timeout(SOON).await.unwrap();
    assert_eq!(list.next().await.unwrap().unwrap().view().text(), "0");
    let error = list.next().await.unwrap_err();
    assert_eq!(error.code(), Code::DeadlineExceeded);
    assert_eq!(cell.audience.event().await, Event::Entered);
    assert_eq!(cell.audience.event().await, Event::Dropped);
    cell.client.ping(Empty).await.unwrap();
}

pub(crate) async fn a_deadline_ends_an_upload_on_both_sides(transport: Transport) {
    let cell = connected(transport).await;
    let upload = cell.client.collect().timeout(SOON).await.unwrap();
    upload.send(&ask("more")).await.unwrap();
    assert_eq!(cell.audience.event().await, Event::Entered);
    // The client neither finishes nor looks for the answer: its deadline holds all the same.
    let end = cell.audience.event().await;
    assert!(matches!(end, Event::Dropped | Event::Broken), "{end:?}");
    let error = upload.finish().await.unwrap_err();
    assert_eq!(error.code(), Code::DeadlineExceeded);
}

pub(crate) async fn a_server_keeps_its_own_deadline(transport: Transport) {
    let cell = Cell::start(transport).await;
    let error = cell.client.brief(ask("hang")).timeout(LONG).await;
    assert_eq!(
        error.unwrap_err().to_string(),
        "DEADLINE_EXCEEDED: the deadline passed before the handler had answered"
    );
    assert_eq!(cell.audience.event().await, Event::Entered);
    assert_eq!(cell.audience.event().await, Event::Dropped);
}

pub(crate) async fn a_deadline_reaches_the_handler(transport: Transport) {
    let cell = Cell::start(transport).await;
    let within = |micros: u64, most: Duration| {
        let left = Duration::from_micros(micros);
        assert!(left <= most && left > most / 4, "{left:?} of {most:?}");
    };
    let call = cell.client.ask(ask("remaining")).timeout(LONG);
    within(call.await.unwrap().view().number(), LONG);
    let upload = cell.client.collect().timeout(LONG).await.unwrap();
    drop(upload);
    let mut list = cell
        .client
        .list(ask("remaining"))
        .timeout(LONG)
        .await
        .unwrap();
    within(list.next().await.unwrap().unwrap().view().number(), LONG);
    let (out, mut replies) = cell.client.chat().timeout(LONG).await.unwrap();
    out.send(&ask("remaining")).await.unwrap();
    within(replies.next().await.unwrap().unwrap().view().number(), LONG);

    // Without one, a unary call gets the server's, and a stream none.
    let call = cell.client.ask(ask("remaining"));
    within(
        call.await.unwrap().view().number(),
        Duration::from_secs(300),
    );
    let mut list = cell.client.list(ask("remaining")).await.unwrap();
    let left = list.next().await.unwrap().unwrap().view().number();
    assert_eq!(left, u64::MAX);
}

pub(crate) async fn a_deadline_shrinks_through_nested_calls(transport: Transport) {
    let cell = Cell::start(transport).await;
    let call = cell.client.ask(ask("relay")).timeout(LONG);
    let left = Duration::from_micros(call.await.unwrap().view().number());
    assert!(left < LONG && left > LONG / 4, "{left:?}");
}

pub(crate) async fn a_deadline_in_the_past_reaches_no_handler(transport: Transport) {
    let cell = Cell::start(transport).await;
    for _ in 0..10 {
        let call = cell.client.ask(ask("hello")).deadline(Instant::now());
        assert_eq!(call.await.unwrap_err().code(), Code::DeadlineExceeded);
    }
    let upload = cell.client.collect().deadline(Instant::now()).await;
    let error = upload.unwrap().finish().await.unwrap_err();
    assert_eq!(error.code(), Code::DeadlineExceeded);
    let (_out, mut replies) = cell.client.chat().timeout(SHORT).await.unwrap();
    let error = replies.next().await.unwrap_err();
    assert_eq!(error.code(), Code::DeadlineExceeded);
    cell.client.ping(Empty).await.unwrap();
}

pub(crate) async fn dropping_a_call_stops_its_handler(transport: Transport) {
    let cell = Cell::start(transport).await;
    tokio::select! {
        answer = cell.client.ask(ask("hang")) => panic!("{answer:?}"),
        event = cell.audience.event() => assert_eq!(event, Event::Entered),
    }
    assert_eq!(cell.audience.event().await, Event::Dropped);
    cell.client.ping(Empty).await.unwrap();
}

pub(crate) async fn dropping_a_stream_stops_its_handler(transport: Transport) {
    let cell = Cell::start(transport).await;
    let mut list = cell.client.list(ask("hang")).await.unwrap();
    assert_eq!(list.next().await.unwrap().unwrap().view().text(), "0");
    assert_eq!(cell.audience.event().await, Event::Entered);
    drop(list);
    assert_eq!(cell.audience.event().await, Event::Dropped);
    // A handler that sends meanwhile is told as well, or dropped: its stream ends.
    let mut flood = cell.client.list(count("flood", 1_000_000)).await.unwrap();
    assert!(flood.next().await.unwrap().is_some());
    drop(flood);
    while cell.drain.gauges().calls() > 0 {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    cell.client.ping(Empty).await.unwrap();
}

async fn assert_not_complete(cell: &Cell) {
    let end = cell.audience.event().await;
    assert!(matches!(end, Event::Dropped | Event::Broken), "{end:?}");
    cell.client.ping(Empty).await.unwrap();
}

pub(crate) async fn a_dropped_upload_never_looks_complete(transport: Transport) {
    let cell = Cell::start(transport).await;
    for _ in 0..20 {
        let upload = cell.client.collect().await.unwrap();
        upload.send(&ask("more")).await.unwrap();
        assert_eq!(cell.audience.event().await, Event::Entered);
        drop(upload);
        assert_not_complete(&cell).await;
    }
}

pub(crate) async fn a_dropped_conversation_never_looks_complete(transport: Transport) {
    let cell = Cell::start(transport).await;
    for _ in 0..20 {
        let (out, mut replies) = cell.client.chat().await.unwrap();
        out.send(&ask("hello")).await.unwrap();
        assert!(replies.next().await.unwrap().is_some());
        assert_eq!(cell.audience.event().await, Event::Entered);
        drop((out, replies));
        assert_not_complete(&cell).await;
    }
}

pub(crate) async fn half_a_conversation_dropped_never_looks_complete(transport: Transport) {
    let cell = Cell::start(transport).await;
    for first in [true, false] {
        let (out, mut replies) = cell.client.chat().await.unwrap();
        out.send(&ask("hello")).await.unwrap();
        assert!(replies.next().await.unwrap().is_some());
        assert_eq!(cell.audience.event().await, Event::Entered);
        if first {
            drop(out);
            assert_not_complete(&cell).await;
            let error = replies.next().await.unwrap_err();
            assert_eq!(error.code(), Code::Cancelled);
        } else {
            drop(replies);
            assert_not_complete(&cell).await;
            while out.send(&ask("hello")).await.is_ok() {
                tokio::task::yield_now().await;
            }
        }
    }
}
