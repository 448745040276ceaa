//! A server under attack, and the clients that must not notice.

use crate::support::{Audience, count};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, AtomicUsize, Ordering};
use std::time::{Duration, Instant};
use stillwire::rpc::{Drain, Limits};
use stillwire::tls::{ClientTls, ServerTls};
use stillwire::{Channel, Server};
use stillwire_tests::test::probe::v1::{Probe, ProbeClient};
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

/// Nothing takes as long, on a machine however busy.
pub(crate) const PATIENCE: Duration = Duration::from_secs(30);

/// How long a server puts up with silence.
pub(crate) const HASTE: Duration = Duration::from_secs(2);

/// Transports, by the schemes of their URLs.
const TRANSPORTS: [&str; 4] = ["quic", "tcp", "unix", "grpc"];

/// A server on every transport.
pub(crate) struct Siege {
    pub(crate) urls: [String; 4],
    pub(crate) trust: ClientTls,
    pub(crate) audience: Audience,
    pub(crate) drain: Drain,
}

/// A client that calls all the time.
struct Good {
    calls: Arc<AtomicUsize>,
    stop: Arc<AtomicBool>,
    task: JoinHandle<()>,
}

impl Siege {
    /// Attacks a server, and shows that the others were served and that nothing is left.
    pub(crate) async fn withstands(attack: impl AsyncFnOnce(&Self)) {
        let (audience, host) = Audience::new();
        let tls = ServerTls::self_signed(["127.0.0.1"]).unwrap();
        let limits = Limits {
            handshake_timeout: HASTE,
            idle_timeout: HASTE * 2,
            idle_connection_timeout: HASTE,
            keepalive_interval: HASTE,
            keepalive_timeout: HASTE * 2,
            ..Limits::default()
        };
        let socket = socket();
        let server = Server::new().add(host.serve()).limits(limits);
        let server = server.quic("127.0.0.1:0", tls.clone());
        let server = server.tcp("127.0.0.1:0", tls.clone()).unix(&socket);
        let bound = server
            .grpc("127.0.0.1:0", tls.clone())
            .bind()
            .await
            .unwrap();
        let siege = Self {
            urls: TRANSPORTS.map(|transport| bound.url(transport).unwrap()),
            trust: tls.client(),
            audience,
            drain: bound.drain(),
        };
        let (stop, stopped) = oneshot::channel::<()>();
        let serving = tokio::spawn(bound.run_until(async { _ = stopped.await }));

        let mut good = Vec::new();
        for url in &siege.urls {
            good.push(Good::start(siege.client(url).await));
        }
        for one in &good {
            one.goes_on().await;
        }
        let gauges = siege.drain.gauges();
        let connections = gauges.connections();
        patiently(attack(&siege)).await;
        for one in &good {
            one.goes_on().await;
        }
        until("the attackers' connections end", || {
            gauges.connections() <= connections
        })
        .await;
        for one in good {
            one.end().await;
        }
        until("calls, lanes and connections end", || gauges.is_zero()).await;
        stop.send(()).unwrap();
        patiently(serving).await.unwrap();
    }

    /// A client of the server at one of its URLs.
    pub(crate) async fn client(&self, url: &str) -> ProbeClient {
        let trust = (!url.starts_with("unix")).then(|| self.trust.clone());
        ProbeClient::new(Channel::connect(url, trust).await.unwrap())
    }

    /// Where a transport listens: an address, or a path.
    pub(crate) fn at(&self, transport: &str) -> &str {
        let found = self.urls.iter().find_map(|url| {
            url.strip_prefix(transport)
                .and_then(|rest| rest.strip_prefix("://"))
        });
        found.unwrap()
    }
}

impl Good {
    fn start(client: ProbeClient) -> Self {
        let calls = Arc::new(AtomicUsize::new(0));
        let stop = Arc::new(AtomicBool::new(false));
        let (counted, stopped) = (Arc::clone(&calls), Arc::clone(&stop));
        let task = tokio::spawn(async move {
            while !stopped.load(Ordering::SeqCst) {
                let call = client
                    .ask(count("hello", 1))
                    .timeout(PATIENCE)
                    .wait_for_ready();
                assert_eq!(call.await.unwrap().view().number(), 1);
                let mut list = client
                    .list(count("count", 3))
                    .timeout(PATIENCE)
                    .await
                    .unwrap();
                for number in 0..3 {
                    let next = list.next().await.unwrap().unwrap();
                    assert_eq!(next.view().number(), number);
                }
                assert!(list.next().await.unwrap().is_none());
                counted.fetch_add(1, Ordering::SeqCst);
                tokio::time::sleep(Duration::from_millis(5)).await;
            }
        });
        Self { calls, stop, task }
    }

    /// Some calls more are answered.
    async fn goes_on(&self) {
        let before = self.calls.load(Ordering::SeqCst);
        until("a well-behaved client is served", || {
            assert!(
                !self.task.is_finished(),
                "a call of a well-behaved client failed"
            );
            self.calls.load(Ordering::SeqCst) > before + 2
        })
        .await;
    }

    async fn end(self) {
        self.stop.store(true, Ordering::SeqCst);
        patiently(self.task).await.unwrap();
    }
}

pub(crate) async fn patiently<T>(future: impl Future<Output = T>) -> T {
    tokio::time::timeout(PATIENCE, future)
        .await
        .expect("it hangs")
}

pub(crate) async fn until(what: &str, is: impl Fn() -> bool) {
    let end = Instant::now() + PATIENCE;
    while !is() {
        assert!(Instant::now() < end, "it never happens: {what}");
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
}

/// A path that nobody else uses.
fn socket() -> PathBuf {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let name = format!(
        "stillwire-hostile-{}-{}.sock",
        std::process::id(),
        NEXT.fetch_add(1, Ordering::Relaxed)
    );
    std::env::temp_dir().join(name)
}
