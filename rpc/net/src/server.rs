//! Services on many transports at once.

use std::net::{SocketAddr, ToSocketAddrs};
use std::time::Duration;
#[cfg(any(feature = "grpc", feature = "quic"))]
use stillwire_rpc::tls::ServerTls;
use stillwire_rpc::{BoxFuture, Drain, Limits, Router, RouterError, Service};

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
}

/// A server in the making: its services, and where it listens.
#[derive(Debug, Default)]
pub struct Server {
    services: Vec<Service>,
    listeners: Vec<Listener>,
    limits: Limits,
}

/// A transport, and where it is to listen.
#[derive(Debug)]
struct Listener {
    address: Result<SocketAddr, (String, std::io::Error)>,
    transport: Transport,
}

#[derive(Debug)]
enum Transport {
    #[cfg(feature = "grpc")]
    Grpc(Option<ServerTls>),
    #[cfg(feature = "quic")]
    Quic(ServerTls),
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

    /// Listens for QUIC, as `[::]:7443`; port 0 takes a free one.
    #[cfg(feature = "quic")]
    pub fn quic(self, address: impl ToSocketAddrs + ToString, tls: ServerTls) -> Self {
        self.listen(address, Transport::Quic(tls))
    }

    /// Listens for gRPC over TLS, as `[::]:7444`; port 0 takes a free one.
    #[cfg(feature = "grpc")]
    pub fn grpc(self, address: impl ToSocketAddrs + ToString, tls: ServerTls) -> Self {
        self.listen(address, Transport::Grpc(Some(tls)))
    }

    /// Listens for gRPC without encryption (h2c): for a network that one trusts.
    #[cfg(feature = "grpc")]
    pub fn grpc_plain(self, address: impl ToSocketAddrs + ToString) -> Self {
        self.listen(address, Transport::Grpc(None))
    }

    #[cfg_attr(
        not(any(feature = "grpc", feature = "quic")),
        expect(dead_code, reason = "there is no transport")
    )]
    fn listen(mut self, address: impl ToSocketAddrs + ToString, transport: Transport) -> Self {
        let none = || std::io::Error::new(std::io::ErrorKind::NotFound, "no such address");
        let found = address
            .to_socket_addrs()
            .and_then(|mut found| found.next().ok_or_else(none));
        let address = found.map_err(|error| (address.to_string(), error));
        self.listeners.push(Listener { address, transport });
        self
    }

    /// Listens on all addresses, and does not serve yet.
    ///
    /// # Errors
    /// Where there is none, or one cannot be listened on, or the services cannot be served together.
    pub async fn bind(self) -> Result<BoundServer, ServerError> {
        let grace = self.limits.drain_grace;
        let router = Router::new(self.services, self.limits)?;
        let mut bound = BoundServer {
            endpoints: Vec::new(),
            drain: Drain::new(),
            grace,
        };
        for listener in self.listeners {
            let address = listener.address;
            let address =
                address.map_err(|(address, source)| ServerError::Address { address, source })?;
            bound.endpoints.push(
                listener
                    .transport
                    .bind(address, router.clone(), &bound.drain)
                    .await?,
            );
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
        not(any(feature = "grpc", feature = "quic")),
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
        drain: &Drain,
    ) -> Result<Endpoint, ServerError> {
        match self {
            #[cfg(feature = "grpc")]
            Self::Grpc(tls) => {
                let endpoint =
                    stillwire_grpc::Endpoint::bind(address, tls.as_ref(), router).await?;
                let address = endpoint.local_addr();
                Ok(Endpoint {
                    transport: "grpc",
                    address,
                    serve: Box::pin(endpoint.serve(drain.clone())),
                })
            }
            #[cfg(feature = "quic")]
            Self::Quic(tls) => {
                let endpoint = stillwire_quic::Endpoint::bind(address, &tls, router)?;
                let address = endpoint.local_addr();
                Ok(Endpoint {
                    transport: "quic",
                    address,
                    serve: Box::pin(endpoint.serve(drain.clone())),
                })
            }
        }
    }
}

struct Endpoint {
    transport: &'static str,
    address: SocketAddr,
    serve: BoxFuture<'static, ()>,
}

/// A server that listens.
pub struct BoundServer {
    endpoints: Vec<Endpoint>,
    drain: Drain,
    grace: Duration,
}

impl BoundServer {
    /// Where it listens, in the order in which the addresses were given, with the transport's name.
    pub fn local_addrs(&self) -> Vec<(&'static str, SocketAddr)> {
        self.endpoints
            .iter()
            .map(|endpoint| (endpoint.transport, endpoint.address))
            .collect()
    }

    /// The URL of the first address of a transport, `quic` or `grpc`, for [`Channel::connect`](crate::Channel::connect).
    pub fn url(&self, transport: &str) -> Option<String> {
        let endpoint = self
            .endpoints
            .iter()
            .find(|endpoint| endpoint.transport == transport)?;
        Some(format!("{}://{}", endpoint.transport, endpoint.address))
    }

    /// Its life and its gauges.
    pub fn drain(&self) -> Drain {
        self.drain.clone()
    }

    /// Serves until `shutdown` is ready. Then it refuses new calls as UNAVAILABLE, lets those that run finish within
    /// [`Limits::drain_grace`], cuts what is left, and returns.
    pub async fn run_until(self, shutdown: impl Future<Output = ()>) {
        let Self {
            endpoints,
            drain,
            grace,
        } = self;
        let mut tasks = Vec::new();
        for endpoint in endpoints {
            tracing::info!(transport = endpoint.transport, address = %endpoint.address, "serving");
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
