//! A gRPC server on one address.

use crate::accept;
use crate::compression::Compression;
use crate::extras::Extras;
use crate::options::Options;
use crate::service::Service;
use crate::web::Origins;
use std::fmt;
use std::net::SocketAddr;
use std::sync::Arc;
use stillwire_rpc::tls::{ServerTls, TlsError};
use stillwire_rpc::{Drain, Router};
use tokio::net::TcpListener;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;

/// Why a server cannot begin.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum BindError {
    /// The address cannot be listened on.
    #[error("cannot listen on {address}: {source}")]
    Listen {
        /// The address.
        address: SocketAddr,
        /// What the system says.
        source: std::io::Error,
    },
    /// The certificate or its key cannot be used.
    #[error(transparent)]
    Tls(#[from] TlsError),
    /// The descriptors of a service cannot be read.
    #[error("the descriptors of a service cannot be read: {0}")]
    Descriptors(String),
}

/// A socket that listens and does not serve yet.
pub struct Endpoint {
    listener: TcpListener,
    address: SocketAddr,
    tls: Option<ServerConfig>,
    router: Router,
    extras: Extras,
    compression: Option<Compression>,
    web: Option<Origins>,
}

impl Endpoint {
    /// Listens on `address`, with TLS where `tls` is given; port 0 takes a free one.
    ///
    /// # Errors
    /// Where the address cannot be listened on, the certificate cannot be used, or the descriptors of a service cannot
    /// be read.
    pub async fn bind(
        address: SocketAddr,
        tls: Option<&ServerTls>,
        router: Router,
    ) -> Result<Self, BindError> {
        let tls = tls.map(|tls| tls.config(&[b"h2"])).transpose()?;
        let failed = |source| BindError::Listen { address, source };
        let listener = TcpListener::bind(address).await.map_err(failed)?;
        let address = listener.local_addr().map_err(failed)?;
        let mut extras = Extras::new();
        extras.add_health(&router).await;
        let added = extras.add_reflection(&router);
        added.map_err(|error| BindError::Descriptors(error.to_string()))?;
        Ok(Self {
            listener,
            address,
            tls,
            router,
            extras,
            compression: None,
            web: None,
        })
    }

    /// The same with other services beside the user's, or sent otherwise.
    pub fn with_options(mut self, options: Options) -> Self {
        self.extras.keep(&options);
        self.compression = options.compression;
        self.web = options.web;
        if let Some(tls) = self.tls.as_mut().filter(|_| self.web.is_some()) {
            tls.alpn_protocols.push(b"http/1.1".to_vec());
        }
        self
    }

    /// The address that it listens on.
    pub fn local_addr(&self) -> SocketAddr {
        self.address
    }

    /// Serves until `drain` has run its course: no more connections once it begins, all that are open gone when this
    /// returns.
    pub async fn serve(self, drain: Drain) {
        let service = Service {
            router: self.router,
            drain,
            extras: self.extras,
            compression: self.compression,
            web: self.web,
        };
        let tls = self.tls.map(|config| TlsAcceptor::from(Arc::new(config)));
        accept::run(self.listener, tls, Arc::new(service)).await;
    }
}

impl fmt::Debug for Endpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Endpoint")
            .field("address", &self.address)
            .field("tls", &self.tls.is_some())
            .field("extras", &self.extras)
            .finish_non_exhaustive()
    }
}
