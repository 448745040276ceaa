//! How a client stands to its server, which comes and goes.

use crate::support::ask;
use crate::support::cell::{Place, Transport};
use std::time::Duration;
use stillwire::rpc::{ConnectionState, Limits};
use stillwire::{Channel, Code, Empty};
use stillwire_tests::test::probe::v1::ProbeClient;

/// A client that learns soon that nobody is there.
fn hasty() -> Limits {
    Limits {
        handshake_timeout: Duration::from_millis(500),
        reconnect_backoff_min: Duration::from_millis(50),
        reconnect_backoff_max: Duration::from_millis(200),
        ..Limits::default()
    }
}

async fn until(channel: &Channel, state: ConnectionState) {
    let mut states = channel.watch_state();
    states.wait_for(|is| *is == state).await.unwrap();
}

pub(crate) async fn a_call_without_a_server_fails_and_one_that_waits_is_answered(
    transport: Transport,
) {
    let Some(place) = Place::new(transport, hasty()).await else {
        return;
    };
    let client = ProbeClient::new(&place.channel);
    assert_eq!(place.channel.state(), ConnectionState::Idle);
    for _ in 0..2 {
        let error = client.ping(Empty).without_retries().await.unwrap_err();
        assert_eq!(error.code(), Code::Unavailable, "{error}");
        assert_eq!(place.channel.state(), ConnectionState::TransientFailure);
    }
    let (waiting, streaming) = (client.clone(), client.clone());
    let waiting = tokio::spawn(async move { waiting.ask(ask("there?")).wait_for_ready().await });
    let streaming = tokio::spawn(async move {
        let (out, mut replies) = streaming.chat().wait_for_ready().await?;
        out.send(&ask("and now?")).await.unwrap();
        out.finish();
        replies.next().await
    });
    let mut states = place.channel.watch_state();
    for _ in 0..3 {
        states.changed().await.unwrap();
        assert_ne!(*states.borrow_and_update(), ConnectionState::Ready);
    }
    let serving = place.start().await;
    assert_eq!(waiting.await.unwrap().unwrap().view().text(), "there?");
    let reply = streaming.await.unwrap().unwrap().unwrap();
    assert_eq!(reply.view().text(), "and now?");
    assert_eq!(place.channel.state(), ConnectionState::Ready);
    serving.stop().await;
}

pub(crate) async fn who_waits_for_a_server_waits_until_the_deadline(transport: Transport) {
    let Some(place) = Place::new(transport, hasty()).await else {
        return;
    };
    let client = ProbeClient::new(&place.channel);
    let call = client.ask(ask("?")).wait_for_ready();
    let error = call.timeout(Duration::from_millis(700)).await.unwrap_err();
    assert_eq!(error.code(), Code::DeadlineExceeded, "{error}");
    let call = client.list(ask("?")).wait_for_ready();
    let error = call.timeout(Duration::from_millis(700)).await.unwrap_err();
    assert_eq!(error.code(), Code::DeadlineExceeded, "{error}");
}

pub(crate) async fn a_client_finds_its_server_again(transport: Transport) {
    let Some(place) = Place::new(transport, hasty()).await else {
        return;
    };
    let client = ProbeClient::new(&place.channel);
    for _ in 0..3 {
        let serving = place.start().await;
        // What was learnt while the server was away is not believed.
        place.channel.ready().await.unwrap();
        assert_eq!(place.channel.state(), ConnectionState::Ready);
        client.ping(Empty).await.unwrap();
        serving.stop().await;
        until(&place.channel, ConnectionState::Idle).await;
        let error = client.ping(Empty).without_retries().await.unwrap_err();
        assert_eq!(error.code(), Code::Unavailable, "{error}");
        assert_eq!(place.channel.state(), ConnectionState::TransientFailure);
    }
}
