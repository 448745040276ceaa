//! What a server and a channel tell of what they have open.

use crate::support::cell::{Cell, Transport};
use crate::support::{Event, ask, count};
use std::time::Duration;
use stillwire::rpc::Gauges;

async fn until(gauges: &Gauges, is: impl Fn(&Gauges) -> bool) {
    while !is(gauges) {
        tokio::time::sleep(Duration::from_millis(2)).await;
    }
}

pub(crate) async fn gauges_of_both_sides_rise_and_fall_with_what_is_open(transport: Transport) {
    let cell = Cell::start(transport).await;
    let (server, channel) = (cell.drain.gauges().clone(), cell.caller.gauges());
    let running = cell.client.clone();
    let running = tokio::spawn(async move { running.ask(ask("wait")).await });
    assert_eq!(cell.audience.event().await, Event::Entered);
    let mut list = cell.client.list(ask("hang")).await.unwrap();
    assert!(list.next().await.unwrap().is_some());
    assert_eq!(cell.audience.event().await, Event::Entered);
    let upload = cell.client.collect().await.unwrap();
    upload.send(&count("more", 1)).await.unwrap();
    assert_eq!(cell.audience.event().await, Event::Entered);
    for gauges in [&server, &channel] {
        assert_eq!(gauges.calls(), 3, "{gauges:?}");
        let connections = usize::from(!transport.is_direct());
        assert_eq!(gauges.connections(), connections, "{gauges:?}");
        let lanes = if transport.is_of_many_lanes() {
            3
        } else {
            connections
        };
        assert_eq!(gauges.lanes(), lanes, "{gauges:?}");
    }
    drop(list);
    drop(upload);
    cell.audience.stage.release.add_permits(1);
    running.await.unwrap().unwrap();
    for gauges in [&server, &channel] {
        until(gauges, |gauges| gauges.calls() == 0).await;
        // The lane of the unary call may stay for the next one.
        until(gauges, |gauges| gauges.lanes() <= 1).await;
    }
    cell.stop();
    cell.ended().await;
    until(&channel, Gauges::is_zero).await;
}
