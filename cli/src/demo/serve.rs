//! The service on loopback, over gRPC and QUIC at once, and a client for each.

use super::check::Clients;
use super::engine::Engine;
use std::net::{Ipv4Addr, SocketAddr, SocketAddrV4};
use stillwire::tls::{ServerTls, TlsError};
use stillwire::{Channel, ChannelError, Encoded, Server, ServerError};
use stillwire_samples::crates::still::{CrateIndex, CrateIndexClient, Graph};
use tokio::sync::oneshot;
use tokio::task::{JoinError, JoinHandle};

/// A free port on loopback.
const LOOPBACK: SocketAddr = SocketAddr::V4(SocketAddrV4::new(Ipv4Addr::LOCALHOST, 0));

/// Why there is no server.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ServeError {
    #[error("cannot make a certificate: {0}")]
    Tls(#[from] TlsError),
    #[error("cannot serve: {0}")]
    Server(#[from] ServerError),
    #[error("cannot call: {0}")]
    Channel(#[from] ChannelError),
    #[error("the server does not listen for {0}")]
    Missing(&'static str),
    #[error("the server ended early: {0}")]
    Ended(#[from] JoinError),
}

/// A server that runs, and clients of it.
#[derive(Debug)]
pub(crate) struct Served {
    clients: Clients,
    stop: oneshot::Sender<()>,
    running: JoinHandle<()>,
}

impl Served {
    /// Serves `graph`, with a certificate made for this.
    pub(crate) async fn start(graph: Encoded<Graph>) -> Result<Self, ServeError> {
        let tls = ServerTls::self_signed(["localhost", "127.0.0.1"])?;
        let trust = tls.client();
        let server = Server::new().add(CrateIndex::serve(Engine::new(graph)));
        let server = server
            .quic(LOOPBACK, tls.clone())
            .grpc(LOOPBACK, tls)
            .bind()
            .await?;
        let url = |transport| server.url(transport).ok_or(ServeError::Missing(transport));
        let grpc = Channel::connect(&url("grpc")?, trust.clone()).await?;
        let quic = Channel::connect(&url("quic")?, trust).await?;
        let clients = Clients {
            grpc: CrateIndexClient::new(grpc),
            quic: CrateIndexClient::new(quic),
        };
        let (stop, stopped) = oneshot::channel();
        let running = tokio::spawn(server.run_until(async {
            // A sender that is gone says the same.
            let _ = stopped.await;
        }));
        Ok(Self {
            clients,
            stop,
            running,
        })
    }

    pub(crate) fn clients(&self) -> &Clients {
        &self.clients
    }

    /// Drains the server.
    pub(crate) async fn stop(self) -> Result<(), ServeError> {
        drop(self.clients);
        drop(self.stop);
        Ok(self.running.await?)
    }
}
