//! A server on one address, path or name.

use std::fmt;
use std::io;
use std::net::SocketAddr;
#[cfg(unix)]
use std::path::Path;
use std::sync::Arc;

use stillwire_rpc::tls::ServerTls;
use stillwire_rpc::{Drain, Router};
use tokio::net::TcpListener;
use tokio_rustls::TlsAcceptor;

use crate::listener::Listener;
use crate::memory::MemoryListener;
use crate::{ALPN, StreamError, accept};

/// A server that listens and does not serve yet.
///
/// Its bounds are those of the router's [`Limits`](stillwire_rpc::Limits).
pub struct Endpoint {
    listener: Listener,
    /// What stands behind `://` in its URL.
    at: String,
    address: Option<SocketAddr>,
    router: Router,
}

impl Endpoint {
    /// Listens on `address` for TCP with TLS; port 0 takes a free one.
    ///
    /// # Errors
    /// Where the address cannot be listened on, or the certificate cannot be used.
    pub async fn tcp(
        address: SocketAddr,
        tls: &ServerTls,
        router: Router,
    ) -> Result<Self, StreamError> {
        let tls = TlsAcceptor::from(Arc::new(tls.config(&[ALPN])?));
        let failed = StreamError::listen(address);
        let listener = TcpListener::bind(address).await.map_err(failed)?;
        let address = listener
            .local_addr()
            .map_err(StreamError::listen(address))?;
        Ok(Self {
            listener: Listener::Tcp(listener, tls),
            at: address.to_string(),
            address: Some(address),
            router,
        })
    }

    /// Listens on a Unix socket at `path`, which is made, and removed in the end. Who may connect is what the folder's permissions
    /// say.
    ///
    /// # Errors
    /// Where the path cannot be listened on.
    #[cfg(unix)]
    pub async fn unix(path: impl AsRef<Path>, router: Router) -> Result<Self, StreamError> {
        let path = path.as_ref();
        let failed = StreamError::listen(path.display());
        let listener = crate::listener::unix(path).await.map_err(failed)?;
        Ok(Self {
            listener,
            at: path.display().to_string(),
            address: None,
            router,
        })
    }

    /// Listens within this process, under `name`.
    ///
    /// # Errors
    /// Where somebody listens under that name already.
    pub fn memory(name: &str, router: Router) -> Result<Self, StreamError> {
        let taken = || StreamError::listen(name)(io::ErrorKind::AddrInUse.into());
        Ok(Self {
            listener: Listener::Memory(MemoryListener::bind(name).ok_or_else(taken)?),
            at: name.to_owned(),
            address: None,
            router,
        })
    }

    /// Where clients find it: `tcp://host:port`, `unix:///path` or `memory://name`.
    #[must_use]
    pub fn url(&self) -> String {
        format!("{}://{}", self.listener.transport(), self.at)
    }

    /// The address that it listens on, with its real port; `None` where it has none.
    #[must_use]
    pub fn local_addr(&self) -> Option<SocketAddr> {
        self.address
    }

    /// Serves until `drain` has run its course: no more connections once it begins, all that are open gone when this
    /// returns.
    pub async fn serve(self, drain: Drain) {
        accept::run(self.listener, self.router, drain).await;
    }
}

impl fmt::Debug for Endpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Endpoint").field(&self.url()).finish()
    }
}
