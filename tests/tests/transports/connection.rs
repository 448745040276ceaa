//! How a client stands to its server, which comes and goes.

use crate::support::cell::{Cell, Place, Transport};
use crate::support::{Event, ask};
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

pub(crate) async fn a_connection_lives_as_long_as_a_call_is_quiet(transport: Transport) {
    let limits = Limits {
        keepalive_interval: Duration::from_millis(300),
        keepalive_timeout: Duration::from_secs(5),
        idle_timeout: Duration::from_secs(1),
        idle_connection_timeout: Duration::from_millis(300),
        ..Limits::default()
    };
    let cell = Cell::within(transport, limits.clone(), limits).await;
    let client = cell.client.clone();
    let quiet = tokio::spawn(async move { client.ask(ask("wait")).await });
    assert_eq!(cell.audience.event().await, Event::Entered);
    tokio::time::sleep(Duration::from_secs(3)).await;
    cell.audience.stage.release.add_permits(1);
    assert_eq!(quiet.await.unwrap().unwrap().view().text(), "wait");
}

pub(crate) async fn a_connection_without_calls_ends_and_the_next_call_has_another(
    transport: Transport,
) {
    let limits = Limits {
        idle_timeout: Duration::from_secs(1),
        idle_connection_timeout: Duration::from_millis(300),
        keepalive_timeout: Duration::from_millis(300),
        ..Limits::default()
    };
    let cell = Cell::within(transport, limits.clone(), limits).await;
    for _ in 0..2 {
        cell.client.ping(Empty).await.unwrap();
        for gauges in [cell.drain.gauges(), &cell.caller.gauges()] {
            while gauges.connections() > 0 {
                tokio::time::sleep(Duration::from_millis(10)).await;
            }
        }
    }
}

pub(crate) async fn a_client_whose_address_is_doubted_proves_it(transport: Transport) {
    let doubting = Limits {
        half_open_connections: 0, // a Retry packet for everybody, where there are such
        ..Limits::default()
    };
    let cell = Cell::within(transport, doubting, Limits::default()).await;
    cell.client.ping(Empty).await.unwrap();
}

pub(crate) async fn an_address_has_no_more_connections_than_it_may(transport: Transport) {
    let limits = Limits {
        connections_per_address: 1,
        connections: 1,
        ..Limits::default()
    };
    let cell = Cell::within(transport, limits, Limits::default()).await;
    cell.client.ping(Empty).await.unwrap();
    let Some(other) = cell.another().await else {
        return;
    };
    let late = other.ping(Empty).without_retries();
    let error = late.timeout(Duration::from_secs(20)).await.unwrap_err();
    assert_eq!(error.code(), Code::Unavailable, "{error}");
    cell.client.ping(Empty).await.unwrap();
}
