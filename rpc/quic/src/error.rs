//! Why an endpoint or a transport could not be made.

use std::io;

use stillwire_rpc::tls::TlsError;

/// A server or client that cannot begin.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum QuicError {
    /// The address cannot be bound.
    #[error("cannot bind a UDP socket: {0}")]
    Bind(#[source] io::Error),
    /// Certificate, key or name cannot be used.
    #[error(transparent)]
    Tls(#[from] TlsError),
    /// The TLS configuration has no cipher suite that QUIC needs.
    #[error("the TLS configuration does not fit QUIC: {0}")]
    Cipher(String),
    /// The authority is not of the form `host:port`.
    #[error("{0:?} is not host:port")]
    Authority(String),
}
