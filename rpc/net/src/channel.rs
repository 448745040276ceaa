//! A client's way to a server, by URL.

use crate::url;
use stillwire_rpc::tls::ClientTls;
use stillwire_rpc::{Caller, Limits};

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
    #[error("{scheme:?} is no transport; quic and grpc are")]
    Scheme {
        /// The scheme.
        scheme: String,
    },
    /// The transport was left out of this build.
    #[error("{scheme}:// needs the feature `{scheme}`, which this build does not have")]
    FeatureOff {
        /// The scheme, which is the feature's name.
        scheme: &'static str,
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
}

/// A way to a server. Clones share it. It connects when it is first used, and again when the connection was lost.
#[derive(Debug, Clone)]
pub struct Channel(Caller);

impl Channel {
    /// To the server at `url`: `quic://host:port`, or `grpc://host:port`, which is TLS where `tls` is given and h2c
    /// where it is `None`.
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
            "grpc" => grpc(parsed.authority, tls.into(), limits)?,
            "quic" => quic(parsed.authority, tls.into(), limits)?,
            other => {
                return Err(ChannelError::Scheme {
                    scheme: other.to_owned(),
                });
            }
        };
        Ok(Self(caller.with_limits(&answers)))
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
fn grpc(authority: &str, tls: Option<ClientTls>, limits: Limits) -> Result<Caller, ChannelError> {
    let transport = stillwire_grpc::GrpcTransport::new(authority, tls.as_ref(), limits)?;
    Ok(Caller::new(transport))
}

#[cfg(not(feature = "grpc"))]
fn grpc(_: &str, _: Option<ClientTls>, _: Limits) -> Result<Caller, ChannelError> {
    Err(ChannelError::FeatureOff { scheme: "grpc" })
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
    Err(ChannelError::FeatureOff { scheme: "quic" })
}
