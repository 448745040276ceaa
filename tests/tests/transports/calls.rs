//! Calls of each kind, and how they end.

use crate::support::cell::{Cell, Transport};
use crate::support::{DETAILS, Event, TEXT, ask, count, everything};
use stillwire::rpc::{MethodDescriptor, MethodId};
use stillwire::{Code, Empty, Fault, Status};
use stillwire_tests::test::service::v1::{BoardClient, Mark};

pub(crate) async fn all_kinds_of_calls_reach_their_methods(transport: Transport) {
    let cell = Cell::start(transport).await;
    let answer = cell.client.ask(count("hello", 5)).await.unwrap();
    assert_eq!((answer.view().text(), answer.view().number()), ("hello", 5));
    cell.client.ping(Empty).await.unwrap();

    let mut list = cell.client.list(count("count", 3)).await.unwrap();
    for number in 0..3 {
        let next = list.next().await.unwrap().unwrap();
        assert_eq!(next.view().number(), number);
    }
    assert!(list.next().await.unwrap().is_none());
    assert!(list.next().await.unwrap().is_none(), "the end is the end");
    let mut none = cell.client.list(count("count", 0)).await.unwrap();
    assert!(none.next().await.unwrap().is_none());

    let upload = cell.client.collect().await.unwrap();
    for _ in 0..4 {
        upload.send(&ask("more")).await.unwrap();
    }
    let answer = upload.finish().await.unwrap();
    assert_eq!((answer.view().text(), answer.view().number()), ("more", 4));
    let empty = cell.client.collect().await.unwrap();
    assert_eq!(empty.finish().await.unwrap().view().number(), 0);

    let (out, mut replies) = cell.client.chat().await.unwrap();
    for number in 0..3 {
        out.send(&count("ping", number)).await.unwrap();
        let reply = replies.next().await.unwrap().unwrap();
        assert_eq!(reply.view().number(), u64::from(number));
    }
    out.finish();
    assert!(replies.next().await.unwrap().is_none());
}

pub(crate) async fn values_of_every_type_arrive_equal(transport: Transport) {
    let cell = Cell::start(transport).await;
    for sample in everything::samples() {
        let back = cell.client.echo(&sample).await.unwrap();
        assert_eq!(back.to_message(), sample);
    }
}

pub(crate) async fn many_calls_at_once_are_all_answered(transport: Transport) {
    let cell = Cell::start(transport).await;
    // More than a lane or a connection has room for.
    let calls = (0..400u32).map(|number| {
        let client = cell.client.clone();
        tokio::spawn(async move {
            let answer = client.ask(count("hello", number)).await.unwrap();
            assert_eq!(answer.view().number(), u64::from(number));
        })
    });
    for call in calls.collect::<Vec<_>>() {
        call.await.unwrap();
    }
}

pub(crate) async fn a_long_stream_keeps_its_order(transport: Transport) {
    const MESSAGES: u32 = 5_000;
    let cell = Cell::start(transport).await;
    let mut list = cell.client.list(count("count", MESSAGES)).await.unwrap();
    for number in 0..u64::from(MESSAGES) {
        assert_eq!(list.next().await.unwrap().unwrap().view().number(), number);
    }
    assert!(list.next().await.unwrap().is_none());

    let (out, mut replies) = cell.client.chat().await.unwrap();
    let sending = tokio::spawn(async move {
        for number in 0..MESSAGES {
            out.send(&count("ping", number)).await.unwrap();
        }
        out.finish();
    });
    for number in 0..u64::from(MESSAGES) {
        let reply = replies.next().await.unwrap().unwrap();
        assert_eq!(reply.view().number(), number);
    }
    assert!(replies.next().await.unwrap().is_none());
    sending.await.unwrap();
}

fn assert_failed(fault: Fault) {
    let Fault::Status(status) = fault;
    assert_eq!(status.code, Code::FailedPrecondition, "{status:?}");
    assert_eq!(status.message, TEXT);
    assert_eq!(&status.details[..], DETAILS);
    assert_eq!(status.metadata.get_text("x-why"), Some("because"));
    assert_eq!(status.metadata.get("x-why-bin").unwrap(), DETAILS);
    assert_eq!(status.metadata.len(), 2, "{:?}", status.metadata);
}

pub(crate) async fn a_status_arrives_with_text_details_and_metadata(transport: Transport) {
    let cell = Cell::start(transport).await;
    assert_failed(cell.client.ask(ask("fail")).await.unwrap_err());
    let upload = cell.client.collect().await.unwrap();
    upload.send(&ask("fail")).await.unwrap();
    assert_failed(upload.finish().await.unwrap_err());
    let (out, mut replies) = cell.client.chat().await.unwrap();
    out.send(&ask("fail")).await.unwrap();
    assert_failed(replies.next().await.unwrap_err());

    let missing = cell.client.ask(ask("missing")).await.unwrap_err();
    assert_eq!(missing.to_string(), "NOT_FOUND: nothing of that name");
    let missing = cell.client.list(ask("missing")).await.unwrap_err();
    assert_eq!(missing.to_string(), "NOT_FOUND: nothing of that name");
}

pub(crate) async fn a_status_after_messages_comes_behind_them(transport: Transport) {
    let cell = Cell::start(transport).await;
    let mut list = cell.client.list(ask("fail")).await.unwrap();
    assert_eq!(list.next().await.unwrap().unwrap().view().text(), "0");
    assert_failed(list.next().await.unwrap_err());
    assert!(list.next().await.unwrap().is_none(), "an error ends it");
}

pub(crate) async fn a_client_may_wait_for_the_beginning_before_it_sends(transport: Transport) {
    let cell = Cell::start(transport).await;
    let (out, mut replies) = cell.client.chat().await.unwrap();
    assert!(replies.leading().await.unwrap().is_empty());
    out.send(&ask("and then")).await.unwrap();
    let reply = replies.next().await.unwrap().unwrap();
    assert_eq!(reply.view().text(), "and then");
}

pub(crate) async fn a_server_may_answer_before_the_client_has_finished(transport: Transport) {
    let cell = Cell::start(transport).await;
    let upload = cell.client.collect().await.unwrap();
    upload.send(&ask("fail")).await.unwrap();
    // Sending ends by itself: nobody reads any more.
    while upload.send(&ask("more")).await.is_ok() {
        tokio::task::yield_now().await;
    }
    assert_failed(upload.finish().await.unwrap_err());
}

pub(crate) async fn unknown_methods_and_services_are_unimplemented(transport: Transport) {
    let cell = Cell::start(transport).await;
    let board = BoardClient::new(cell.caller.clone());
    let error = board.draw(Mark::default()).await.unwrap_err();
    assert_eq!(
        error.to_string(),
        "UNIMPLEMENTED: no such service: /test.service.v1.Board/Draw"
    );
    let (_out, mut replies) = board.talk().await.unwrap();
    assert_eq!(
        replies.next().await.unwrap_err().code(),
        Code::Unimplemented
    );

    let id = MethodId::of("test.probe.v1.Probe/Nothing").to_u64();
    let method = MethodDescriptor::new("Nothing", "/test.probe.v1.Probe/Nothing", id);
    let method: &'static MethodDescriptor = Box::leak(Box::new(method));
    let outcome = cell.caller.call_raw(method, bytes::Bytes::new()).await;
    let expected = Status::unimplemented("no such method: /test.probe.v1.Probe/Nothing");
    assert_eq!(outcome.status, expected);
    cell.client.ping(Empty).await.unwrap();
}

pub(crate) async fn a_panic_ends_its_own_call_alone(transport: Transport) {
    let cell = Cell::start(transport).await;
    let waiting = cell.client.clone();
    let waiting = tokio::spawn(async move { waiting.ask(ask("wait")).await });
    assert_eq!(cell.audience.event().await, Event::Entered);

    let error = cell.client.ask(ask("panic")).await.unwrap_err();
    assert_eq!(error.to_string(), "INTERNAL: the handler panicked");
    let mut list = cell.client.list(ask("panic")).await.unwrap();
    assert_eq!(list.next().await.unwrap().unwrap().view().text(), "0");
    assert_eq!(list.next().await.unwrap_err().code(), Code::Internal);
    let upload = cell.client.collect().await.unwrap();
    upload.send(&ask("panic")).await.unwrap();
    assert_eq!(upload.finish().await.unwrap_err().code(), Code::Internal);

    cell.client.ping(Empty).await.unwrap();
    cell.audience.stage.release.add_permits(1);
    assert_eq!(waiting.await.unwrap().unwrap().view().text(), "wait");
}
