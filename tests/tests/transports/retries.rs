//! Calls that are made again.

use crate::support::cell::{Cell, Transport};
use crate::support::count;
use std::sync::atomic::Ordering;
use stillwire::Code;
use stillwire::rpc::{Caller, RetryPolicy};
use stillwire_tests::test::probe::v1::ProbeClient;

pub(crate) async fn a_safe_call_is_made_again_until_it_is_answered(transport: Transport) {
    let cell = Cell::start(transport).await;
    let reply = cell.client.look(count("unsteady", 2)).await.unwrap();
    assert_eq!(reply.view().number(), 3, "the third attempt");
}

pub(crate) async fn attempts_are_bounded(transport: Transport) {
    let cell = Cell::start(transport).await;
    let error = cell.client.look(count("unsteady", 100)).await.unwrap_err();
    assert_eq!(
        (error.code(), error.to_string().contains("not yet")),
        (Code::Unavailable, true)
    );
    assert_eq!(cell.audience.stage.sent.load(Ordering::SeqCst), 3);
}

pub(crate) async fn what_may_not_run_twice_and_what_is_not_to_be_is_made_once(
    transport: Transport,
) {
    let cell = Cell::start(transport).await;
    let client = &cell.client;
    let never = ProbeClient::new(Caller::clone(&cell.caller).with_retries(None));
    let mut once = RetryPolicy::default();
    once.attempts = 1;
    let once = ProbeClient::new(Caller::clone(&cell.caller).with_retries(once));
    for (nth, call) in [
        client.ask(count("unsteady", 100)),
        client.look(count("unsteady", 100)).without_retries(),
        never.look(count("unsteady", 100)),
        once.look(count("unsteady", 100)),
    ]
    .into_iter()
    .enumerate()
    {
        assert_eq!(call.await.unwrap_err().code(), Code::Unavailable);
        assert_eq!(cell.audience.stage.sent.load(Ordering::SeqCst), nth + 1);
    }
}

pub(crate) async fn other_failures_are_not_tried_again(transport: Transport) {
    let cell = Cell::start(transport).await;
    let error = cell.client.look(count("missing", 0)).await.unwrap_err();
    assert_eq!(error.code(), Code::NotFound);
    let error = cell.client.look(count("fail", 0)).await.unwrap_err();
    assert_eq!(error.code(), Code::FailedPrecondition);
}
