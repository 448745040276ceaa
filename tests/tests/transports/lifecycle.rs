//! How a server ends.

use crate::support::cell::{Cell, Transport};
use crate::support::{Event, ask};
use std::time::Duration;
use stillwire::rpc::{Limits, Phase};
use stillwire::{Code, Empty};
use stillwire_tests::test::probe::v1::ProbeClient;

/// How long a client waits for a server that says nothing.
const SILENCE: Duration = Duration::from_secs(5);

/// A call that comes too late, which is told `within` a time.
async fn assert_refused(client: &ProbeClient, within: Duration) {
    let late = client.ping(Empty).timeout(within).await;
    let error = late.unwrap_err();
    assert_eq!(error.code(), Code::Unavailable, "{error}");
}

fn patient() -> Limits {
    Limits {
        drain_grace: Duration::from_secs(50),
        ..Limits::default()
    }
}

pub(crate) async fn a_drain_lets_calls_finish_and_refuses_new_ones(transport: Transport) {
    let client = Limits {
        handshake_timeout: SILENCE,
        ..Limits::default()
    };
    let cell = Cell::within(transport, patient(), client).await;
    let running = cell.client.clone();
    let running = tokio::spawn(async move { running.ask(ask("wait")).await });
    assert_eq!(cell.audience.event().await, Event::Entered);
    let other = cell.another().await;
    cell.stop();
    cell.drain.reached(Phase::Draining).await;

    // A server that drains says so, at once: nobody waits until it could be taken to be silent. Nobody answers QUIC beside TCP.
    let at_once = match transport {
        Transport::QuicOrTcp => SILENCE * 4,
        _ => SILENCE * 4 / 5,
    };
    assert_refused(&cell.client, at_once).await;
    if let Some(other) = &other {
        assert_refused(other, at_once).await;
    }
    cell.audience.stage.release.add_permits(1);
    assert_eq!(running.await.unwrap().unwrap().view().text(), "wait");
    let client = cell.client.clone();
    cell.ended().await;
    assert_refused(&client, SILENCE * 4).await;
}

pub(crate) async fn a_drain_lets_streams_finish(transport: Transport) {
    let cell = Cell::within(transport, patient(), Limits::default()).await;
    let (out, mut replies) = cell.client.chat().await.unwrap();
    out.send(&ask("hello")).await.unwrap();
    assert!(replies.next().await.unwrap().is_some());
    cell.stop();
    cell.drain.reached(Phase::Draining).await;
    for _ in 0..10 {
        out.send(&ask("still here")).await.unwrap();
        let reply = replies.next().await.unwrap().unwrap();
        assert_eq!(reply.view().text(), "still here");
    }
    out.finish();
    assert!(replies.next().await.unwrap().is_none());
    cell.ended().await;
}

pub(crate) async fn what_outlives_the_grace_is_cut(transport: Transport) {
    let hasty = Limits {
        drain_grace: Duration::from_millis(100),
        ..Limits::default()
    };
    let cell = Cell::within(transport, hasty, Limits::default()).await;
    let running = cell.client.clone();
    let running = tokio::spawn(async move { running.ask(ask("hang")).await });
    assert_eq!(cell.audience.event().await, Event::Entered);
    cell.stop();
    let error = running.await.unwrap().unwrap_err();
    assert_eq!(error.code(), Code::Unavailable, "{error}");
    assert_eq!(cell.audience.event().await, Event::Dropped);
    cell.ended().await;
}
