//! A transport with a server of its own behind it.

use super::{Audience, PATIENCE};
use std::sync::Mutex;
use std::sync::atomic::{AtomicU8, AtomicU32, Ordering};
use std::time::Duration;
use stillwire::grpc::{Compression, GrpcTransport, Options};
use stillwire::rpc::{Caller, Drain, Form, Limits, MethodLimits, Router, Service, memory};
use stillwire::standard::HealthStatuses;
use stillwire::tls::{ClientTls, ServerTls};
use stillwire::{BoundServer, Channel, Server, standard};
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

/// What a [`Cell`] is made of.
pub(crate) struct Setup {
    pub(crate) server: Limits,
    pub(crate) client: Limits,
    /// What the service is wrapped in.
    pub(crate) layer: fn(Service) -> Service,
    pub(crate) methods: Vec<(String, MethodLimits)>,
}

impl Default for Setup {
    fn default() -> Self {
        Self {
            server: Limits::default(),
            client: Limits::default(),
            layer: |service| service,
            methods: Vec::new(),
        }
    }
}

/// A server, a client of it, and what its handlers tell.
#[derive(Debug)]
pub(crate) struct Cell {
    pub(crate) transport: Transport,
    pub(crate) caller: Caller,
    pub(crate) client: ProbeClient,
    pub(crate) audience: Audience,
    pub(crate) drain: Drain,
    pub(crate) health: HealthStatuses,
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
        let setup = Setup {
            server,
            client,
            ..Setup::default()
        };
        Self::with(transport, setup).await
    }

    /// A server and a client as they are told to be.
    pub(crate) async fn with(transport: Transport, setup: Setup) -> Self {
        let Setup {
            server,
            client,
            layer,
            methods,
        } = setup;
        let (audience, host) = Audience::new();
        let service = layer(host.serve());
        let (stop, stopped) = oneshot::channel::<()>();
        // A test that ends without a word stops its server, too.
        let stopped = async { _ = stopped.await };
        let tls = ServerTls::self_signed(["127.0.0.1"]).unwrap();
        let (caller, drain, health, url, trust, serving);
        if let Some(form) = transport.in_memory() {
            let grace = server.drain_grace;
            (drain, health) = (Drain::new(), HealthStatuses::new());
            let mut services = vec![service];
            services.extend(standard::services(
                &services,
                &health,
                &drain,
                standard::Options::default(),
            ));
            let router = Router::with_methods(services, server, methods).unwrap();
            caller = memory::connect_with(router, form, drain.clone()).with_limits(&client);
            (url, trust) = (None, None);
            let drain = drain.clone();
            serving = tokio::spawn(async move {
                stopped.await;
                drain.finish(grace).await;
            });
        } else {
            trust = transport.is_encrypted().then(|| tls.client());
            let at = match transport {
                Transport::Unix | Transport::MemoryPipe => unique(),
                _ => "127.0.0.1:0".to_owned(),
            };
            let mut new = Server::new().add(service).limits(server);
            for (path, limits) in methods {
                new = new.method_limits(path, limits);
            }
            let bound = transport.listen(new, &at, tls);
            let bound = bound.bind().await.unwrap();
            let at = transport.url(&bound);
            caller = transport.connect(&at, trust.clone(), client).await.into();
            (drain, health) = (bound.drain(), bound.health());
            url = Some(at);
            serving = tokio::spawn(bound.run_until(stopped));
        }
        let client = ProbeClient::new(caller.clone());
        audience.stage.next.set(client.clone()).unwrap();
        if transport == Transport::QuicOrTcp {
            // TCP sets out after QUIC: no call's deadline is to pay for that.
            caller.connect().await.unwrap();
        }
        Self {
            transport,
            caller,
            client,
            audience,
            drain,
            health,
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
        let gauges = self.drain.gauges();
        assert!(gauges.is_zero(), "{gauges:?}");
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

    /// Whether calls go without a connection.
    pub(crate) fn is_direct(self) -> bool {
        self.in_memory().is_some()
    }

    /// Whether calls have streams of their own.
    pub(crate) fn is_of_many_lanes(self) -> bool {
        matches!(
            self,
            Self::Quic
                | Self::GrpcTls
                | Self::GrpcPlain
                | Self::GrpcNative
                | Self::GrpcGzip
                | Self::GrpcZstd
        )
    }

    fn is_encrypted(self) -> bool {
        matches!(
            self,
            Self::Quic | Self::Tcp | Self::QuicOrTcp | Self::GrpcTls
        )
    }

    /// Adds a listener of this transport, at an address, a path or a name.
    fn listen(self, server: Server, at: &str, tls: ServerTls) -> Server {
        match self {
            Self::Quic => server.quic(at, tls),
            Self::Tcp | Self::QuicOrTcp => server.tcp(at, tls),
            Self::Unix => server.unix(at),
            Self::MemoryPipe => server.memory(at),
            Self::GrpcTls => server.grpc(at, tls),
            _ => {
                let mut options = Options::default();
                options.compression = self.compression();
                server.grpc_plain(at).grpc_options(options)
            }
        }
    }

    /// Where clients find a server that was bound.
    fn url(self, bound: &BoundServer) -> String {
        match self {
            Self::Quic => bound.url("quic").unwrap(),
            Self::Tcp => bound.url("tcp").unwrap(),
            Self::QuicOrTcp => format!("quic+{}", bound.url("tcp").unwrap()),
            Self::Unix => bound.url("unix").unwrap(),
            Self::MemoryPipe => bound.url("memory").unwrap(),
            Self::GrpcNative => bound
                .url("grpc")
                .unwrap()
                .replacen("grpc", "grpc+stillwire", 1),
            _ => bound.url("grpc").unwrap(),
        }
    }

    async fn connect(self, url: &str, trust: Option<ClientTls>, limits: Limits) -> Channel {
        match self.compression() {
            Some(by) => {
                let authority = url.trim_start_matches("grpc://");
                let grpc = GrpcTransport::new(authority, None, limits.clone()).unwrap();
                Channel::over(grpc.compressed(by), &limits)
            }
            None => Channel::connect_with(url, trust, limits).await.unwrap(),
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

/// A server that comes and goes at one address, where nobody listens at first, and a channel to it.
#[derive(Debug)]
pub(crate) struct Place {
    transport: Transport,
    at: String,
    tls: ServerTls,
    pub(crate) channel: Channel,
}

impl Place {
    /// `None` in memory, where there is no server that could be away.
    pub(crate) async fn new(transport: Transport, client: Limits) -> Option<Self> {
        if transport.in_memory().is_some() {
            return None;
        }
        // An address of its own, as far as the system has them: nobody else takes the port while it is free.
        static NEXT: AtomicU8 = AtomicU8::new(2);
        let host = if cfg!(target_os = "linux") {
            format!(
                "127.7.{}.{}",
                std::process::id() % 251,
                NEXT.fetch_add(1, Ordering::Relaxed)
            )
        } else {
            "127.0.0.1".to_owned()
        };
        let tls = ServerTls::self_signed([host.clone()]).unwrap();
        let at = match transport {
            Transport::Unix | Transport::MemoryPipe => unique(),
            _ => format!("{host}:0"),
        };
        let bound = transport.listen(Server::new(), &at, tls.clone());
        let bound = bound.bind().await.unwrap();
        let url = transport.url(&bound);
        let trust = transport.is_encrypted().then(|| tls.client());
        let channel = transport.connect(&url, trust, client).await;
        let (_, at) = url.split_once("://").unwrap();
        let at = at.to_owned();
        drop(bound);
        // A socket of QUIC's that never served is let go of by a task.
        while transport == Transport::Quic && std::net::UdpSocket::bind(&at).is_err() {
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
        Some(Self {
            transport,
            at,
            tls,
            channel,
        })
    }

    /// Starts the server.
    pub(crate) async fn start(&self) -> Serving {
        let (audience, host) = Audience::new();
        let new = Server::new().add(host.serve());
        let bound = self.transport.listen(new, &self.at, self.tls.clone());
        let bound = bound.bind().await.unwrap();
        let (stop, stopped) = oneshot::channel::<()>();
        let serving = tokio::spawn(bound.run_until(async { _ = stopped.await }));
        Serving {
            _audience: audience,
            stop,
            serving,
        }
    }
}

/// A server at a [`Place`].
#[derive(Debug)]
pub(crate) struct Serving {
    _audience: Audience,
    stop: oneshot::Sender<()>,
    serving: JoinHandle<()>,
}

impl Serving {
    pub(crate) async fn stop(self) {
        self.stop.send(()).unwrap();
        self.serving.await.unwrap();
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
