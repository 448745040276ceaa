//! Middleware, and limits of single methods.

use crate::support::cell::{Cell, Setup, Transport};
use crate::support::{Event, ask};
use std::future::ready;
use std::task::{Context, Poll};
use std::time::Duration;
use stillwire::rpc::{BoxFuture, Exchange, Handler, MethodLimits, Outcome};
use stillwire::{Code, Empty, Status};
use stillwire_tests::test::probe::v1::Ask;
use tower::limit::GlobalConcurrencyLimitLayer;
use tower::load_shed::LoadShedLayer;
use tower::timeout::TimeoutLayer;
use tower::{Service, ServiceBuilder, service_fn};

/// Lets in who names itself, and passes the name on as metadata.
#[derive(Debug, Clone)]
struct Gate(Handler);

impl Service<Exchange> for Gate {
    type Response = Outcome;
    type Error = Status;
    type Future = BoxFuture<'static, Result<Outcome, Status>>;

    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), Status>> {
        self.0.poll_ready(cx)
    }

    fn call(&mut self, mut exchange: Exchange) -> Self::Future {
        let name = exchange.call().metadata().get("x-name").cloned();
        let Some(name) = name else {
            return Box::pin(ready(Err(Status::new(
                Code::Unauthenticated,
                "who are you?",
            ))));
        };
        exchange.metadata_mut().append("x-known", name).unwrap();
        let answered = self.0.call(exchange);
        Box::pin(async move {
            let mut outcome = answered.await?;
            outcome.status.metadata.append("x-gate", "open").unwrap();
            Ok(outcome)
        })
    }
}

pub(crate) async fn a_layer_sees_calls_of_each_kind_first(transport: Transport) {
    let setup = Setup {
        layer: |service| service.layer(tower::layer::layer_fn(Gate)),
        ..Setup::default()
    };
    let cell = Cell::with(transport, setup).await;
    let client = &cell.client;
    let refused = |code| assert_eq!(code, Code::Unauthenticated);
    refused(client.ask(ask("metadata")).await.unwrap_err().code());
    match client.list(ask("count")).await {
        Ok(mut replies) => refused(replies.next().await.unwrap_err().code()),
        Err(error) => refused(error.code()),
    }
    refused(
        client
            .collect()
            .await
            .unwrap()
            .finish()
            .await
            .unwrap_err()
            .code(),
    );
    let (_out, mut replies) = client.chat().await.unwrap();
    refused(replies.next().await.unwrap_err().code());

    let reply = client
        .ask(ask("metadata"))
        .metadata("x-name", "Ada")
        .await
        .unwrap();
    assert_eq!(reply.leading().get("lead-known").unwrap(), "Ada");
    assert_eq!(reply.trailing().get("x-gate").unwrap(), "open");
    let mut replies = client
        .list(ask("metadata"))
        .metadata("x-name", "Ada")
        .await
        .unwrap();
    assert_eq!(
        replies.leading().await.unwrap().get("lead-known").unwrap(),
        "Ada"
    );
    while replies.next().await.unwrap().is_some() {}
    assert_eq!(replies.trailing().unwrap().get("x-gate").unwrap(), "open");
    let upload = client.collect().metadata("x-name", "Ada").await.unwrap();
    upload.send(&ask("x")).await.unwrap();
    assert_eq!(upload.finish().await.unwrap().view().number(), 1);
}

/// tower's own layers.
fn guarded(service: stillwire::rpc::Service) -> stillwire::rpc::Service {
    service.layer(
        ServiceBuilder::new()
            .layer(LoadShedLayer::new())
            .layer(GlobalConcurrencyLimitLayer::new(1))
            .layer(TimeoutLayer::new(Duration::from_millis(300))),
    )
}

pub(crate) async fn layers_of_tower_shed_load_and_limit_time(transport: Transport) {
    let setup = Setup {
        layer: guarded,
        ..Setup::default()
    };
    let cell = Cell::with(transport, setup).await;
    let running = cell.client.clone();
    let running = tokio::spawn(async move { running.ask(ask("hang")).await });
    assert_eq!(cell.audience.event().await, Event::Entered);
    let error = cell.client.ping(Empty).await.unwrap_err();
    assert_eq!(error.code(), Code::Unavailable, "{error}");
    let error = running.await.unwrap().unwrap_err();
    assert_eq!(error.code(), Code::DeadlineExceeded, "{error}");
    assert_eq!(cell.audience.event().await, Event::Dropped);
    cell.client.ping(Empty).await.unwrap();
}

pub(crate) async fn what_a_layer_fails_with_stays_on_the_server(transport: Transport) {
    fn failing(service: stillwire::rpc::Service) -> stillwire::rpc::Service {
        let fail = |_: Exchange| ready(Err::<Outcome, _>(std::io::Error::other("a secret")));
        service.layer(tower::layer::layer_fn(move |_: Handler| service_fn(fail)))
    }
    let setup = Setup {
        layer: failing,
        ..Setup::default()
    };
    let cell = Cell::with(transport, setup).await;
    let error = cell.client.ping(Empty).await.unwrap_err();
    assert_eq!(error.code(), Code::Internal);
    assert!(!error.to_string().contains("secret"), "{error}");
}

fn only(change: impl FnOnce(&mut MethodLimits)) -> Setup {
    let mut limits = MethodLimits::default();
    change(&mut limits);
    Setup {
        methods: vec![("/test.probe.v1.Probe/Ask".to_owned(), limits)],
        ..Setup::default()
    }
}

pub(crate) async fn a_method_takes_no_more_calls_than_it_may(transport: Transport) {
    let cell = Cell::with(transport, only(|limits| limits.calls = 2)).await;
    let hang = || {
        let client = cell.client.clone();
        tokio::spawn(async move { client.ask(ask("hang")).await })
    };
    let running = [hang(), hang()];
    for _ in &running {
        assert_eq!(cell.audience.event().await, Event::Entered);
    }
    let error = cell.client.ask(ask("x")).await.unwrap_err();
    assert_eq!(error.code(), Code::ResourceExhausted, "{error}");
    // Others are not touched by that.
    cell.client.brief(ask("x")).await.unwrap();
    for call in running {
        call.abort();
        assert_eq!(cell.audience.event().await, Event::Dropped);
    }
    while let Err(error) = cell.client.ask(ask("x")).await {
        assert_eq!(error.code(), Code::ResourceExhausted, "{error}");
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
}

pub(crate) async fn a_method_has_limits_of_size_and_time(transport: Transport) {
    let limits = |limits: &mut MethodLimits| {
        limits.message_received_bytes = 1000;
        limits.timeout = Duration::from_millis(200);
    };
    let cell = Cell::with(transport, only(limits)).await;
    let large = Ask {
        payload: vec![1; 1000],
        ..Ask::default()
    };
    let error = cell.client.ask(&large).await.unwrap_err();
    assert_eq!(error.code(), Code::ResourceExhausted, "{error}");
    cell.client.brief(&large).await.unwrap();
    let error = cell.client.ask(ask("hang")).await.unwrap_err();
    assert_eq!(error.code(), Code::DeadlineExceeded, "{error}");
    let left = cell
        .client
        .ask(ask("remaining"))
        .timeout(Duration::from_secs(9));
    assert!(left.await.unwrap().view().number() <= 200_000);
}
