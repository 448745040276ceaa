//! A client's way to a server, by URL.

use crate::url;
use stillwire_rpc::tls::ClientTls;
use stillwire_rpc::{Caller, ConnectionState, Gauges, Limits, Status, Transport};
use tokio::sync::watch;

/// Why there is no channel.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ChannelError {
    /// The text is no URL of a server.
    #[error("{url:?} is no URL of a server: {reason}")]
    Url {
        /// The text.
        url: String,
        /// What is wrong with it.
        reason: &'static str,
    },
    /// Nobody knows the scheme.
    #[error(
        "{scheme:?} is no transport; quic, tcp, quic+tcp, unix, memory, grpc and grpc+stillwire are"
    )]
    Scheme {
        /// The scheme.
        scheme: String,
    },
    /// The transport was left out of this build.
    #[error("{scheme}:// needs the feature `{feature}`, which this build does not have")]
    FeatureOff {
        /// The scheme.
        scheme: &'static str,
        /// The feature's name.
        feature: &'static str,
    },
    /// The transport has no plain form.
    #[error("{scheme}:// is always encrypted: say whom to trust by a `ClientTls`")]
    TlsNeeded {
        /// The scheme.
        scheme: &'static str,
    },
    /// gRPC cannot use what was given.
    #[cfg(feature = "grpc")]
    #[error(transparent)]
    Grpc(#[from] stillwire_grpc::TransportError),
    /// QUIC cannot use what was given.
    #[cfg(feature = "quic")]
    #[error(transparent)]
    Quic(#[from] stillwire_quic::QuicError),
    /// A stream cannot use what was given.
    #[cfg(feature = "stream")]
    #[error(transparent)]
    Stream(#[from] stillwire_stream::StreamError),
}

/// A way to a server. Clones share it. It connects when it is first used, and again when the connection was lost.
#[derive(Debug, Clone)]
pub struct Channel(Caller);

impl Channel {
    /// To the server at `url`:
    ///
    /// | URL | what carries the calls |
    /// |---|---|
    /// | `quic://host:port` | QUIC |
    /// | `tcp://host:port` | TCP with TLS |
    /// | `quic+tcp://host:port` | QUIC, or TCP with TLS where QUIC does not get through; a server listens for both on the one number |
    /// | `unix:///path` | a Unix socket |
    /// | `memory://name` | a pipe to a server in this process |
    /// | `grpc://host:port` | gRPC over HTTP/2: with TLS where `tls` is given, h2c where it is `None` |
    /// | `grpc+stillwire://host:port` | the same to a server of Stillwire's, with messages in its own encoding |
    ///
    /// # Errors
    /// Where the URL names no transport of this build, or `tls` does not fit it. That nobody answers shows when a call
    /// is made, as UNAVAILABLE.
    pub async fn connect(
        url: &str,
        tls: impl Into<Option<ClientTls>>,
    ) -> Result<Self, ChannelError> {
        Self::connect_with(url, tls, Limits::default()).await
    }

    /// The same within other limits.
    ///
    /// # Errors
    /// As [`connect`](Self::connect).
    #[expect(
        clippy::unused_async,
        reason = "a transport may have to wait here, and callers need not care which"
    )]
    pub async fn connect_with(
        url: &str,
        tls: impl Into<Option<ClientTls>>,
        limits: Limits,
    ) -> Result<Self, ChannelError> {
        let wrong = |reason| ChannelError::Url {
            url: url.to_owned(),
            reason,
        };
        let parsed = url::parse(url).map_err(wrong)?;
        let answers = limits.clone();
        let caller = match parsed.scheme {
            scheme @ ("grpc" | "grpc+stillwire") => {
                grpc(scheme, parsed.authority, tls.into(), limits)?
            }
            "quic" => quic(parsed.authority, tls.into(), limits)?,
            "tcp" => stream::tcp(parsed.authority, tls.into(), &limits)?,
            "unix" => stream::unix(parsed.authority, &limits)?,
            "memory" => stream::memory(parsed.authority, &limits)?,
            "quic+tcp" => stream::either(parsed.authority, tls.into(), limits)?,
            other => {
                return Err(ChannelError::Scheme {
                    scheme: other.to_owned(),
                });
            }
        };
        Ok(Self(caller.with_limits(&answers)))
    }

    /// Over a transport that was made, and perhaps set, by itself; within its limits:
    /// `Channel::over(GrpcTransport::new("host:7444", Some(&tls), limits.clone())?.compressed(Compression::Gzip), &limits)`.
    pub fn over(transport: impl Transport + 'static, limits: &Limits) -> Self {
        Self(Caller::new(transport).with_limits(limits))
    }

    /// Waits until there is a connection: made now, unless there is one. Calls connect by themselves; this is for who wants to know
    /// before the first of them, as when a service starts.
    ///
    /// # Errors
    /// UNAVAILABLE where nobody answers.
    pub async fn ready(&self) -> Result<(), Status> {
        self.0.connect().await
    }

    /// The state of the connection now.
    #[must_use]
    pub fn state(&self) -> ConnectionState {
        *self.0.state().borrow()
    }

    /// What is open of this channel and its clones: calls, and the lanes and connections under them.
    #[must_use]
    pub fn gauges(&self) -> Gauges {
        self.0.gauges()
    }

    /// The state as it changes: `watch_state().changed().await`.
    #[must_use]
    pub fn watch_state(&self) -> watch::Receiver<ConnectionState> {
        self.0.state()
    }
}

impl From<Channel> for Caller {
    fn from(channel: Channel) -> Self {
        channel.0
    }
}

impl From<&Channel> for Caller {
    fn from(channel: &Channel) -> Self {
        channel.0.clone()
    }
}

#[cfg(feature = "grpc")]
fn grpc(
    scheme: &str,
    authority: &str,
    tls: Option<ClientTls>,
    limits: Limits,
) -> Result<Caller, ChannelError> {
    let transport = stillwire_grpc::GrpcTransport::new(authority, tls.as_ref(), limits)?;
    Ok(match scheme {
        "grpc+stillwire" => Caller::new(transport.native()),
        _ => Caller::new(transport),
    })
}

#[cfg(not(feature = "grpc"))]
fn grpc(_: &str, _: &str, _: Option<ClientTls>, _: Limits) -> Result<Caller, ChannelError> {
    Err(ChannelError::FeatureOff {
        scheme: "grpc",
        feature: "grpc",
    })
}

#[cfg(feature = "quic")]
fn quic(authority: &str, tls: Option<ClientTls>, limits: Limits) -> Result<Caller, ChannelError> {
    let tls = tls.ok_or(ChannelError::TlsNeeded { scheme: "quic" })?;
    Ok(Caller::new(stillwire_quic::QuicTransport::new(
        authority, tls, limits,
    )?))
}

#[cfg(not(feature = "quic"))]
fn quic(_: &str, _: Option<ClientTls>, _: Limits) -> Result<Caller, ChannelError> {
    Err(ChannelError::FeatureOff {
        scheme: "quic",
        feature: "quic",
    })
}

#[cfg(feature = "stream")]
mod stream {
    use super::{Caller, ChannelError, ClientTls, Limits};
    use stillwire_stream::StreamTransport;

    pub(super) fn tcp(
        authority: &str,
        tls: Option<ClientTls>,
        limits: &Limits,
    ) -> Result<Caller, ChannelError> {
        let tls = tls.ok_or(ChannelError::TlsNeeded { scheme: "tcp" })?;
        Ok(Caller::new(StreamTransport::tcp(authority, &tls, limits)?))
    }

    #[cfg(unix)]
    pub(super) fn unix(path: &str, limits: &Limits) -> Result<Caller, ChannelError> {
        Ok(Caller::new(StreamTransport::unix(path, limits)))
    }

    #[cfg(not(unix))]
    pub(super) fn unix(_: &str, _: &Limits) -> Result<Caller, ChannelError> {
        Err(ChannelError::Scheme {
            scheme: "unix".to_owned(),
        })
    }

    #[expect(clippy::unnecessary_wraps, reason = "as the others")]
    pub(super) fn memory(name: &str, limits: &Limits) -> Result<Caller, ChannelError> {
        Ok(Caller::new(StreamTransport::memory(name, limits)))
    }

    #[cfg(feature = "quic")]
    pub(super) fn either(
        authority: &str,
        tls: Option<ClientTls>,
        limits: Limits,
    ) -> Result<Caller, ChannelError> {
        let tls = tls.ok_or(ChannelError::TlsNeeded { scheme: "quic+tcp" })?;
        let tcp = StreamTransport::tcp(authority, &tls, &limits)?;
        let quic = stillwire_quic::QuicTransport::new(authority, tls, limits.clone())?;
        Ok(Caller::new(crate::either::Either::new(quic, tcp, &limits)))
    }

    #[cfg(not(feature = "quic"))]
    pub(super) fn either(_: &str, _: Option<ClientTls>, _: Limits) -> Result<Caller, ChannelError> {
        Err(ChannelError::FeatureOff {
            scheme: "quic+tcp",
            feature: "quic",
        })
    }
}

#[cfg(not(feature = "stream"))]
mod stream {
    use super::{Caller, ChannelError, ClientTls, Limits};

    fn off(scheme: &'static str) -> Result<Caller, ChannelError> {
        Err(ChannelError::FeatureOff {
            scheme,
            feature: "stream",
        })
    }

    pub(super) fn tcp(_: &str, _: Option<ClientTls>, _: &Limits) -> Result<Caller, ChannelError> {
        off("tcp")
    }

    pub(super) fn unix(_: &str, _: &Limits) -> Result<Caller, ChannelError> {
        off("unix")
    }

    pub(super) fn memory(_: &str, _: &Limits) -> Result<Caller, ChannelError> {
        off("memory")
    }

    pub(super) fn either(_: &str, _: Option<ClientTls>, _: Limits) -> Result<Caller, ChannelError> {
        off("quic+tcp")
    }
}
