//! A span a call, on both sides, on every transport.

#[path = "support/mod.rs"]
mod support;

use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use stillwire::Empty;
use support::ask;
use support::cell::{Cell, Transport};
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing_subscriber::layer::{Context, Layer, SubscriberExt};
use tracing_subscriber::registry::LookupSpan;

type Fields = BTreeMap<&'static str, String>;

/// All spans that are over, with their fields.
#[derive(Debug, Clone, Default)]
struct Spans(Arc<Mutex<Vec<Fields>>>);

struct Visitor<'a>(&'a mut Fields);

impl Visit for Visitor<'_> {
    fn record_str(&mut self, field: &Field, value: &str) {
        self.0.insert(field.name(), value.to_owned());
    }

    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        self.0.insert(field.name(), format!("{value:?}"));
    }
}

impl<S: tracing::Subscriber + for<'a> LookupSpan<'a>> Layer<S> for Spans {
    fn on_new_span(&self, attributes: &Attributes<'_>, id: &Id, cx: Context<'_, S>) {
        let mut fields = Fields::new();
        attributes.record(&mut Visitor(&mut fields));
        cx.span(id).unwrap().extensions_mut().insert(fields);
    }

    fn on_record(&self, id: &Id, values: &Record<'_>, cx: Context<'_, S>) {
        let span = cx.span(id).unwrap();
        let mut extensions = span.extensions_mut();
        values.record(&mut Visitor(extensions.get_mut::<Fields>().unwrap()));
    }

    fn on_close(&self, id: Id, cx: Context<'_, S>) {
        let fields = cx.span(&id).unwrap().extensions_mut().remove::<Fields>();
        self.0.lock().unwrap().extend(fields);
    }
}

impl Spans {
    /// The spans of one method, server's first, once both are over.
    async fn of(&self, method: &str) -> [Fields; 2] {
        for _ in 0..2000 {
            let mut found: Vec<Fields> = self.0.lock().unwrap().clone();
            found.retain(|span| span.get("rpc.method").is_some_and(|is| is == method));
            found.sort_by_key(|span| span["otel.kind"] == "client");
            if let Ok(both) = found.try_into() {
                return both;
            }
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        panic!("{method} has no two spans: {:?}", self.0.lock().unwrap());
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn calls_have_spans_on_both_sides_of_every_transport() {
    let spans = Spans::default();
    let subscriber = tracing_subscriber::registry().with(spans.clone());
    tracing::subscriber::set_global_default(subscriber).unwrap();
    for (transport, system) in [
        (Transport::MemoryNative, "memory"),
        (Transport::Quic, "quic"),
        (Transport::Tcp, "tcp"),
        (Transport::Unix, "unix"),
        (Transport::MemoryPipe, "memory"),
        (Transport::GrpcTls, "grpc"),
        (Transport::GrpcPlain, "grpc"),
    ] {
        let cell = Cell::start(transport).await;
        cell.client.ping(Empty).await.unwrap();
        cell.client.ask(ask("fail")).await.unwrap_err();
        let mut replies = cell.client.list(ask("count")).await.unwrap();
        while replies.next().await.unwrap().is_some() {}
        let upload = cell.client.collect().await.unwrap();
        upload.finish().await.unwrap();
        let hang = cell.client.look(ask("hang"));
        tokio::time::timeout(Duration::from_millis(200), hang)
            .await
            .unwrap_err();

        for (method, code, failed) in [
            ("Ping", "0", [false, false]),
            ("Ask", "9", [false, true]),
            ("List", "0", [false, false]),
            ("Collect", "0", [false, false]),
            ("Look", "1", [false, true]),
        ] {
            let both = spans.of(method).await;
            for (span, (kind, failed)) in both
                .iter()
                .zip(["server", "client"].into_iter().zip(failed))
            {
                let name = format!("test.probe.v1.Probe/{method}");
                assert_eq!(span["otel.kind"], kind, "{system} {span:?}");
                assert_eq!(span["otel.name"], name, "{system} {span:?}");
                assert_eq!(
                    span["rpc.service"], "test.probe.v1.Probe",
                    "{system} {span:?}"
                );
                assert_eq!(span["rpc.system"], system, "{system} {span:?}");
                assert_eq!(span["rpc.grpc.status_code"], code, "{system} {span:?}");
                let marked = span
                    .get("otel.status_code")
                    .is_some_and(|code| code == "ERROR");
                assert_eq!(marked, failed, "{system} {span:?}");
            }
        }
        drop(cell);
        spans.0.lock().unwrap().clear();
    }
}
