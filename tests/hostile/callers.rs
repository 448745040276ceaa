//! Callers that lose interest, and handlers that come to no good end.

use crate::siege::{PATIENCE, Siege, until};
use crate::support::{ask, count};
use std::future::poll_fn;
use std::pin::pin;
use std::task::Poll;
use std::time::Duration;
use stillwire::{Code, Fault};
use stillwire_tests::test::probe::v1::ProbeClient;

/// Polls a future so many times at most, then drops it. Whether it was ready before.
async fn polled(times: usize, future: impl Future<Output = ()>) -> bool {
    let mut future = pin!(future);
    let mut left = times;
    poll_fn(|cx| {
        if left == 0 {
            return Poll::Ready(false);
        }
        left -= 1;
        match future.as_mut().poll(cx) {
            Poll::Ready(()) => Poll::Ready(true),
            Poll::Pending if left == 0 => Poll::Ready(false),
            Poll::Pending => Poll::Pending,
        }
    })
    .await
}

/// A call of each kind, from its beginning to its end.
async fn all_kinds(client: &ProbeClient) -> Result<(), Fault> {
    client.ask(count("hello", 1)).await?;
    let mut list = client.list(count("count", 2)).await?;
    while list.next().await?.is_some() {}
    let upload = client.collect().await?;
    upload.send(&ask("more")).await?;
    upload.finish().await?;
    let (out, mut replies) = client.chat().await?;
    out.send(&ask("ping")).await?;
    replies.next().await?;
    out.finish();
    while replies.next().await?.is_some() {}
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn futures_that_are_dropped_at_every_poll() {
    Siege::withstands(async |siege| {
        for url in &siege.urls {
            let client = siege.client(url).await;
            // How many polls a whole run takes is the scheduler's choice, so runs repeat until enough were dropped.
            let mut dropped = 0;
            while dropped < 50 {
                let mut times = 0;
                while !polled(times, async { all_kinds(&client).await.unwrap() }).await {
                    times += 1;
                    assert!(times < 1_000, "{url} comes to no end");
                }
                assert!(times > 1, "{url}: nothing was dropped once it had begun");
                dropped += times - 1; // of which the first is before any poll
            }
            all_kinds(&client).await.unwrap();
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn handlers_that_panic() {
    Siege::withstands(async |siege| {
        for url in &siege.urls {
            let client = siege.client(url).await;
            for _ in 0..10 {
                let fault = client.ask(ask("panic")).await.unwrap_err();
                assert_eq!(fault.code(), Code::Internal);
                let mut list = client.list(ask("panic")).await.unwrap();
                list.next().await.unwrap();
                assert_eq!(list.next().await.unwrap_err().code(), Code::Internal);
            }
            all_kinds(&client).await.unwrap();
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn handlers_that_never_return() {
    Siege::withstands(async |siege| {
        for url in &siege.urls {
            let client = siege.client(url).await;
            let hanging: Vec<_> = (0..50)
                .map(|nth| {
                    let client = client.clone();
                    let patience = Duration::from_millis(if nth % 2 == 0 { 300 } else { 600_000 });
                    tokio::spawn(async move { client.ask(ask("hang")).timeout(patience).await })
                })
                .collect();
            until("all handlers run", || siege.drain.gauges().calls() >= 50).await;
            for (nth, call) in hanging.into_iter().enumerate() {
                if nth % 2 == 0 {
                    let ended = tokio::time::timeout(PATIENCE, call).await.unwrap();
                    let fault = ended.unwrap().unwrap_err();
                    assert_eq!(fault.code(), Code::DeadlineExceeded);
                } else {
                    call.abort();
                }
            }
            until("all handlers are gone", || {
                siege.drain.gauges().calls() < 10
            })
            .await;
        }
    })
    .await;
}
