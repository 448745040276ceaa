//! A transport with a server of its own behind it.

use super::{Audience, PATIENCE};
use std::sync::Mutex;
use std::sync::atomic::{AtomicU32, Ordering};
use stillwire::grpc::{Compression, GrpcTransport, Options};
use stillwire::rpc::{Caller, Drain, Form, Limits, Router, memory};
use stillwire::tls::{ClientTls, ServerTls};
use stillwire::{Channel, Server};
use stillwire_tests::test::probe::v1::{Probe, ProbeClient};
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

/// What carries the calls.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Transport {
    MemoryNative,
    MemoryProtobuf,
    Quic,
    Tcp,
    Unix,
    MemoryPipe,
    /// `quic+tcp://`, where nobody answers QUIC.
    QuicOrTcp,
    GrpcTls,
    GrpcPlain,
    /// Messages in Stillwire's own encoding.
    GrpcNative,
    /// Compressed both ways.
    GrpcGzip,
    GrpcZstd,
}

/// A server, a client of it, and what its handlers tell.
#[derive(Debug)]
pub(crate) struct Cell {
    pub(crate) transport: Transport,
    pub(crate) caller: Caller,
    pub(crate) client: ProbeClient,
    pub(crate) audience: Audience,
    pub(crate) drain: Drain,
    url: Option<String>,
    trust: Option<ClientTls>,
    stop: Mutex<Option<oneshot::Sender<()>>>,
    serving: JoinHandle<()>,
}

impl Cell {
    pub(crate) async fn start(transport: Transport) -> Self {
        Self::within(transport, Limits::default(), Limits::default()).await
    }

    /// A server and a client that have limits of their own.
    pub(crate) async fn within(transport: Transport, server: Limits, client: Limits) -> Self {
        let (audience, host) = Audience::new();
        let (stop, stopped) = oneshot::channel::<()>();
        // A test that ends without a word stops its server, too.
        let stopped = async { _ = stopped.await };
        let tls = ServerTls::self_signed(["127.0.0.1"]).unwrap();
        let (caller, drain, url, trust, serving);
        if let Some(form) = transport.in_memory() {
            let grace = server.drain_grace;
            let router = Router::new([host.serve()], server).unwrap();
            drain = Drain::new();
            caller = memory::connect_with(router, form, drain.clone()).with_limits(&client);
            (url, trust) = (None, None);
            let drain = drain.clone();
            serving = tokio::spawn(async move {
                stopped.await;
                drain.finish(grace).await;
            });
        } else {
            let encrypted = !matches!(
                transport,
                Transport::GrpcPlain
                    | Transport::GrpcNative
                    | Transport::GrpcGzip
                    | Transport::GrpcZstd
                    | Transport::Unix
                    | Transport::MemoryPipe
            );
            trust = encrypted.then(|| tls.client());
            let new = Server::new().add(host.serve()).limits(server);
            let (bound, name) = match transport {
                Transport::Quic => (new.quic("127.0.0.1:0", tls), "quic"),
                Transport::Tcp | Transport::QuicOrTcp => (new.tcp("127.0.0.1:0", tls), "tcp"),
                Transport::Unix => (new.unix(unique()), "unix"),
                Transport::MemoryPipe => (new.memory(unique()), "memory"),
                Transport::GrpcTls => (new.grpc("127.0.0.1:0", tls), "grpc"),
                _ => {
                    let mut options = Options::default();
                    options.compression = transport.compression();
                    (new.grpc_plain("127.0.0.1:0").grpc_options(options), "grpc")
                }
            };
            let bound = bound.bind().await.unwrap();
            let mut at = bound.url(name).unwrap();
            if transport == Transport::QuicOrTcp {
                at.insert_str(0, "quic+");
            }
            if transport == Transport::GrpcNative {
                at = at.replacen("grpc", "grpc+stillwire", 1);
            }
            let channel = match transport.compression() {
                Some(by) => {
                    let authority = at.trim_start_matches("grpc://");
                    let grpc = GrpcTransport::new(authority, None, client.clone()).unwrap();
                    Channel::over(grpc.compressed(by), &client)
                }
                None => Channel::connect_with(&at, trust.clone(), client)
                    .await
                    .unwrap(),
            };
            caller = channel.into();
            drain = bound.drain();
            url = Some(at);
            serving = tokio::spawn(bound.run_until(stopped));
        }
        let client = ProbeClient::new(caller.clone());
        audience.stage.next.set(client.clone()).unwrap();
        if transport == Transport::QuicOrTcp {
            // TCP sets out after QUIC: no call's deadline is to pay for that.
            client.ping(stillwire::Empty).await.unwrap();
        }
        Self {
            transport,
            caller,
            client,
            audience,
            drain,
            url,
            trust,
            stop: Mutex::new(Some(stop)),
            serving,
        }
    }

    /// Another connection; none in memory.
    pub(crate) async fn another(&self) -> Option<ProbeClient> {
        let url = self.url.as_ref()?;
        let channel = Channel::connect(url, self.trust.clone()).await.unwrap();
        Some(ProbeClient::new(channel))
    }

    /// Asks the server to end.
    pub(crate) fn stop(&self) {
        let stop = self.stop.lock().unwrap().take();
        stop.expect("stopped twice").send(()).unwrap();
    }

    /// Waits until the server has ended.
    pub(crate) async fn ended(self) {
        tokio::time::timeout(PATIENCE / 3, self.serving)
            .await
            .expect("the server does not end")
            .unwrap();
        assert_eq!(self.drain.live_calls(), 0);
        assert_eq!(self.drain.live_connections(), 0);
    }
}

impl Transport {
    fn in_memory(self) -> Option<Form> {
        match self {
            Self::MemoryNative => Some(Form::Native),
            Self::MemoryProtobuf => Some(Form::Protobuf),
            _ => None,
        }
    }

    fn compression(self) -> Option<Compression> {
        match self {
            Self::GrpcGzip => Some(Compression::Gzip),
            Self::GrpcZstd => Some(Compression::Zstd),
            _ => None,
        }
    }
}

/// A path for a socket that nobody else uses, and a name as good.
fn unique() -> String {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let name = format!(
        "stillwire-{}-{}.sock",
        std::process::id(),
        NEXT.fetch_add(1, Ordering::Relaxed)
    );
    std::env::temp_dir().join(name).display().to_string()
}
