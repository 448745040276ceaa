//! Services on many transports at once.

use std::net::{SocketAddr, ToSocketAddrs};
use std::time::Duration;
#[cfg(any(feature = "grpc", feature = "quic", feature = "stream"))]
use stillwire_rpc::tls::ServerTls;
use stillwire_rpc::{
    BoxFuture, Drain, Gauges, Handler, Limits, MethodLimits, Router, RouterError, Service, Stack,
};
use stillwire_standard::HealthStatuses;

/// Why a server cannot begin.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ServerError {
    /// The services cannot be served together.
    #[error(transparent)]
    Router(#[from] RouterError),
    /// There is nowhere to listen.
    #[error("the server has no address to listen on")]
    Nowhere,
    /// The text is no address.
    #[error("{address}: {source}")]
    Address {
        /// What was given.
        address: String,
        /// What is wrong with it.
        source: std::io::Error,
    },
    /// gRPC cannot begin.
    #[cfg(feature = "grpc")]
    #[error(transparent)]
    Grpc(#[from] stillwire_grpc::BindError),
    /// QUIC cannot begin.
    #[cfg(feature = "quic")]
    #[error(transparent)]
    Quic(#[from] stillwire_quic::QuicError),
    /// A stream cannot begin.
    #[cfg(feature = "stream")]
    #[error(transparent)]
    Stream(#[from] stillwire_stream::StreamError),
}

/// A server in the making: its services, and where it listens.
#[derive(Debug, Default)]
pub struct Server {
    services: Vec<Service>,
    listeners: Vec<Listener>,
    limits: Limits,
    methods: Vec<(String, MethodLimits)>,
    layers: Layers,
    standard: stillwire_standard::Options,
    settings: Settings,
}

/// What wraps all services.
#[derive(Default)]
struct Layers(Vec<Box<dyn Fn(Service) -> Service + Send + Sync>>);

impl std::fmt::Debug for Layers {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} layers", self.0.len())
    }
}

/// What is set for a transport, wherever it listens.
#[derive(Debug, Default)]
struct Settings {
    #[cfg(feature = "grpc")]
    grpc: stillwire_grpc::Options,
    #[cfg(feature = "quic")]
    congestion: stillwire_quic::Congestion,
}

#[cfg(feature = "grpc")]
impl Settings {
    /// Without what the server does not offer anywhere.
    fn within(mut self, standard: stillwire_standard::Options) -> Self {
        self.grpc.health &= standard.health;
        self.grpc.reflection &= standard.reflection;
        self
    }
}

/// A transport, and where it is to listen.
#[derive(Debug)]
enum Listener {
    /// On an address.
    At {
        address: Result<SocketAddr, (String, std::io::Error)>,
        transport: Transport,
    },
    #[cfg(all(feature = "stream", unix))]
    Unix(std::path::PathBuf),
    #[cfg(feature = "stream")]
    Memory(String),
}

#[derive(Debug)]
enum Transport {
    #[cfg(feature = "grpc")]
    Grpc(Option<ServerTls>),
    #[cfg(feature = "quic")]
    Quic(ServerTls),
    #[cfg(feature = "stream")]
    Tcp(ServerTls),
}

impl Server {
    /// A server without services and addresses.
    pub fn new() -> Self {
        Self::default()
    }

    /// Serves `service` too, on all addresses.
    #[expect(clippy::should_implement_trait, reason = "nobody adds servers")]
    pub fn add(mut self, service: Service) -> Self {
        self.services.push(service);
        self
    }

    /// Other limits than the defaults.
    pub fn limits(self, limits: Limits) -> Self {
        Self { limits, ..self }
    }

    /// Other limits for the method at `path`, as `/acme.trading.v1.OrderBook/Place`, within those of the server.
    pub fn method_limits(mut self, path: impl Into<String>, limits: MethodLimits) -> Self {
        self.methods.push((path.into(), limits));
        self
    }

    /// Whether clients may ask if the server and its services serve (`grpc.health.v1.Health`), on all transports. Default: they may. What is
    /// answered can be set by [`BoundServer::health`].
    pub fn health(mut self, offered: bool) -> Self {
        self.standard.health = offered;
        self
    }

    /// Whether clients may ask what the server serves, on all transports: `grpc.reflection.v1.ServerReflection`, and
    /// `stillwire.reflection.v1.Reflection` for how native messages lie. Default: they may.
    pub fn reflection(mut self, offered: bool) -> Self {
        self.standard.reflection = offered;
        self
    }

    /// Runs all calls of all services through `layer` of the tower ecosystem, on all transports alike. One that is added later sees a
    /// call earlier. [`Service::layer`] says what becomes of errors, and does the same for one service. [Health](Self::health) and
    /// [reflection](Self::reflection) are not run through it.
    ///
    /// ```
    /// use std::time::Duration;
    /// use tower::timeout::TimeoutLayer;
    ///
    /// let server = stillwire_net::Server::new().layer(TimeoutLayer::new(Duration::from_secs(2)));
    /// ```
    pub fn layer<L>(mut self, layer: L) -> Self
    where
        L: tower::Layer<Handler, Service: Stack> + Send + Sync + 'static,
    {
        self.layers
            .0
            .push(Box::new(move |service| service.layer(&layer)));
        self
    }

    /// Listens for QUIC, as `[::]:7443`; port 0 takes a free one.
    #[cfg(feature = "quic")]
    pub fn quic(self, address: impl ToSocketAddrs + ToString, tls: ServerTls) -> Self {
        self.listen(address, Transport::Quic(tls))
    }

    /// How QUIC takes to loss, on all its addresses. Each side chooses for what it sends; a client's choice is
    /// [`QuicTransport::with_congestion`](stillwire_quic::QuicTransport::with_congestion).
    #[cfg(feature = "quic")]
    pub fn quic_congestion(mut self, congestion: stillwire_quic::Congestion) -> Self {
        self.settings.congestion = congestion;
        self
    }

    /// Listens for TCP with TLS, as `[::]:7443`; port 0 takes a free one. The protocol is that of QUIC; a server does well to listen for both
    /// on one number, so that `quic+tcp://` finds it.
    #[cfg(feature = "stream")]
    pub fn tcp(self, address: impl ToSocketAddrs + ToString, tls: ServerTls) -> Self {
        self.listen(address, Transport::Tcp(tls))
    }

    /// Listens on a Unix socket at `path`, which is made, and removed in the end. Who may connect is what the folder's permissions
    /// say.
    #[cfg(all(feature = "stream", unix))]
    pub fn unix(mut self, path: impl Into<std::path::PathBuf>) -> Self {
        self.listeners.push(Listener::Unix(path.into()));
        self
    }

    /// Listens within this process, under `name`.
    #[cfg(feature = "stream")]
    pub fn memory(mut self, name: impl Into<String>) -> Self {
        self.listeners.push(Listener::Memory(name.into()));
        self
    }

    /// Listens for gRPC over TLS, as `[::]:7444`; port 0 takes a free one.
    #[cfg(feature = "grpc")]
    pub fn grpc(self, address: impl ToSocketAddrs + ToString, tls: ServerTls) -> Self {
        self.listen(address, Transport::Grpc(Some(tls)))
    }

    /// What gRPC offers beside the services, and whether it compresses replies:
    /// `Options::default().compressed(Compression::Gzip)`.
    #[cfg(feature = "grpc")]
    pub fn grpc_options(mut self, options: stillwire_grpc::Options) -> Self {
        self.settings.grpc = options;
        self
    }

    /// Listens for gRPC without encryption (h2c): for a network that one trusts.
    #[cfg(feature = "grpc")]
    pub fn grpc_plain(self, address: impl ToSocketAddrs + ToString) -> Self {
        self.listen(address, Transport::Grpc(None))
    }

    #[cfg_attr(
        not(any(feature = "grpc", feature = "quic", feature = "stream")),
        expect(dead_code, reason = "there is no transport")
    )]
    fn listen(mut self, address: impl ToSocketAddrs + ToString, transport: Transport) -> Self {
        let none = || std::io::Error::new(std::io::ErrorKind::NotFound, "no such address");
        let found = address
            .to_socket_addrs()
            .and_then(|mut found| found.next().ok_or_else(none));
        let address = found.map_err(|error| (address.to_string(), error));
        self.listeners.push(Listener::At { address, transport });
        self
    }

    /// Listens on all addresses, and does not serve yet.
    ///
    /// # Errors
    /// Where there is none, or one cannot be listened on, or the services cannot be served together.
    pub async fn bind(self) -> Result<BoundServer, ServerError> {
        let grace = self.limits.drain_grace;
        let layers = &self.layers.0;
        let within = |service| layers.iter().fold(service, |service, layer| layer(service));
        let (drain, health) = (Drain::new(), HealthStatuses::new());
        let mut services: Vec<_> = self.services.into_iter().map(within).collect();
        services.extend(stillwire_standard::services(
            &services,
            &health,
            &drain,
            self.standard,
        ));
        let router = Router::with_methods(services, self.limits, self.methods)?;
        let mut bound = BoundServer {
            endpoints: Vec::new(),
            health,
            drain,
            grace,
        };
        #[cfg(feature = "grpc")]
        let settings = self.settings.within(self.standard);
        #[cfg(not(feature = "grpc"))]
        let settings = self.settings;
        for listener in self.listeners {
            let router = router.clone();
            let endpoint = match listener {
                Listener::At { address, transport } => {
                    let wrong = |(address, source)| ServerError::Address { address, source };
                    let address = address.map_err(wrong)?;
                    transport
                        .bind(address, router, &settings, &bound.drain)
                        .await?
                }
                #[cfg(all(feature = "stream", unix))]
                Listener::Unix(path) => {
                    let endpoint = stillwire_stream::Endpoint::unix(path, router).await?;
                    Endpoint::stream("unix", endpoint, &bound.drain)
                }
                #[cfg(feature = "stream")]
                Listener::Memory(name) => {
                    let endpoint = stillwire_stream::Endpoint::memory(&name, router)?;
                    Endpoint::stream("memory", endpoint, &bound.drain)
                }
            };
            bound.endpoints.push(endpoint);
        }
        if bound.endpoints.is_empty() {
            return Err(ServerError::Nowhere);
        }
        Ok(bound)
    }

    /// Binds, and serves until `shutdown` is ready; see [`BoundServer::run_until`].
    ///
    /// # Errors
    /// As [`bind`](Self::bind).
    pub async fn run_until(self, shutdown: impl Future<Output = ()>) -> Result<(), ServerError> {
        self.bind().await?.run_until(shutdown).await;
        Ok(())
    }
}

impl Transport {
    #[cfg_attr(
        not(any(feature = "grpc", feature = "quic", feature = "stream")),
        expect(
            unused_variables,
            clippy::unused_async,
            reason = "there is no transport"
        )
    )]
    async fn bind(
        self,
        address: SocketAddr,
        router: Router,
        settings: &Settings,
        drain: &Drain,
    ) -> Result<Endpoint, ServerError> {
        #[cfg(not(any(feature = "grpc", feature = "quic")))]
        let Settings {} = settings;
        match self {
            #[cfg(feature = "grpc")]
            Self::Grpc(tls) => {
                let endpoint =
                    stillwire_grpc::Endpoint::bind(address, tls.as_ref(), router).await?;
                let endpoint = endpoint.with_options(settings.grpc.clone());
                let address = endpoint.local_addr();
                Ok(Endpoint {
                    transport: "grpc",
                    url: format!("grpc://{address}"),
                    address: Some(address),
                    serve: Box::pin(endpoint.serve(drain.clone())),
                })
            }
            #[cfg(feature = "quic")]
            Self::Quic(tls) => {
                let endpoint = stillwire_quic::Endpoint::bind_with(
                    address,
                    &tls,
                    router,
                    settings.congestion,
                )?;
                let address = endpoint.local_addr();
                Ok(Endpoint {
                    transport: "quic",
                    url: format!("quic://{address}"),
                    address: Some(address),
                    serve: Box::pin(endpoint.serve(drain.clone())),
                })
            }
            #[cfg(feature = "stream")]
            Self::Tcp(tls) => {
                let endpoint = stillwire_stream::Endpoint::tcp(address, &tls, router).await?;
                Ok(Endpoint::stream("tcp", endpoint, drain))
            }
        }
    }
}

struct Endpoint {
    transport: &'static str,
    url: String,
    address: Option<SocketAddr>,
    serve: BoxFuture<'static, ()>,
}

#[cfg(feature = "stream")]
impl Endpoint {
    fn stream(
        transport: &'static str,
        endpoint: stillwire_stream::Endpoint,
        drain: &Drain,
    ) -> Self {
        Self {
            transport,
            url: endpoint.url(),
            address: endpoint.local_addr(),
            serve: Box::pin(endpoint.serve(drain.clone())),
        }
    }
}

/// A server that listens.
pub struct BoundServer {
    endpoints: Vec<Endpoint>,
    health: HealthStatuses,
    drain: Drain,
    grace: Duration,
}

impl BoundServer {
    /// The addresses that it listens on, in the order in which they were given, with the transport's name.
    pub fn local_addrs(&self) -> Vec<(&'static str, SocketAddr)> {
        self.endpoints
            .iter()
            .filter_map(|endpoint| Some((endpoint.transport, endpoint.address?)))
            .collect()
    }

    /// The URL of the first address of a transport, as `quic` or `unix`, for [`Channel::connect`](crate::Channel::connect).
    pub fn url(&self, transport: &str) -> Option<String> {
        let endpoint = self
            .endpoints
            .iter()
            .find(|endpoint| endpoint.transport == transport)?;
        Some(endpoint.url.clone())
    }

    /// What it has open, on all transports together, to be read at any time: `server.gauges().calls()`.
    pub fn gauges(&self) -> Gauges {
        self.drain.gauges().clone()
    }

    /// What it says of its health on all transports, to be set at any time: a server that is not ready yet, or a service whose database is
    /// away: `server.health().set("acme.trading.v1.OrderBook", false)`.
    pub fn health(&self) -> HealthStatuses {
        self.health.clone()
    }

    /// Its life.
    pub fn drain(&self) -> Drain {
        self.drain.clone()
    }

    /// Serves until `shutdown` is ready. Then it refuses new calls as UNAVAILABLE, lets those that run finish within
    /// [`Limits::drain_grace`], cuts what is left, and returns.
    pub async fn run_until(self, shutdown: impl Future<Output = ()>) {
        let Self {
            endpoints,
            health: _,
            drain,
            grace,
        } = self;
        let mut tasks = Vec::new();
        for endpoint in endpoints {
            tracing::info!(
                transport = endpoint.transport,
                url = endpoint.url,
                "serving"
            );
            tasks.push(stillwire_rpc::Task::spawn(endpoint.serve));
        }
        shutdown.await;
        if !drain.finish(grace).await {
            tracing::warn!("calls were cut: they outlived the grace period");
        }
        for task in tasks {
            task.await;
        }
    }
}

impl std::fmt::Debug for BoundServer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("BoundServer")
            .field("local_addrs", &self.local_addrs())
            .finish_non_exhaustive()
    }
}
