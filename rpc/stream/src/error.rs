//! Why an endpoint or a transport could not be made.

use std::io;

use stillwire_rpc::tls::TlsError;

/// A server or client that cannot begin.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StreamError {
    /// The address, path or name cannot be listened on.
    #[error("cannot listen on {at}: {source}")]
    Listen {
        /// Where.
        at: String,
        /// What the system says.
        source: io::Error,
    },
    /// Certificate, key or name cannot be used.
    #[error(transparent)]
    Tls(#[from] TlsError),
    /// The authority is not of the form `host:port`.
    #[error("{0:?} is not host:port")]
    Authority(String),
}

impl StreamError {
    pub(crate) fn listen(at: impl ToString) -> impl FnOnce(io::Error) -> Self {
        let at = at.to_string();
        move |source| Self::Listen { at, source }
    }
}
