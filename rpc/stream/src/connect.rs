//! How a client comes to a byte stream, and makes it a lane.

use std::fmt;
use std::io;
#[cfg(unix)]
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Instant;

use stillwire_lanes::{Gauge, Host, LaneIo, SharedLane, Signs};
use stillwire_rpc::Gauges;
use stillwire_rpc::tls::ClientTls;
use stillwire_rpc_core::{Lane, Limits};
use tokio::io::{AsyncRead, AsyncWrite, BufReader};
#[cfg(unix)]
use tokio::net::UnixStream;
use tokio::net::{TcpStream, lookup_host};
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::pki_types::ServerName;

use crate::pipe::StreamPipe;
use crate::{ALPN, StreamError, TLS_READ_BYTES, memory};

/// Where a server is.
pub(crate) enum Target {
    Tcp {
        authority: String,
        tls: TlsConnector,
        name: ServerName<'static>,
    },
    #[cfg(unix)]
    Unix(PathBuf),
    Memory(String),
}

impl Target {
    /// The server at `authority`, a `host:port`.
    pub(crate) fn tcp(authority: &str, tls: &ClientTls) -> Result<Self, StreamError> {
        let wrong = || StreamError::Authority(authority.to_owned());
        let (host, port) = authority.rsplit_once(':').ok_or_else(wrong)?;
        if host.is_empty() || port.parse::<u16>().is_err() {
            return Err(wrong());
        }
        Ok(Self::Tcp {
            authority: authority.to_owned(),
            name: tls.name_for(host)?,
            tls: TlsConnector::from(Arc::new(tls.config(&[ALPN])?)),
        })
    }

    /// The transport's name.
    pub(crate) fn transport(&self) -> &'static str {
        match self {
            Self::Tcp { .. } => "tcp",
            #[cfg(unix)]
            Self::Unix(_) => "unix",
            Self::Memory(_) => "memory",
        }
    }

    /// Connects, and starts the lane.
    pub(crate) async fn connect(&self, lane: LaneStart<'_>) -> io::Result<SharedLane> {
        match self {
            Self::Tcp {
                authority,
                tls,
                name,
            } => {
                let socket = tcp(authority).await?;
                socket.set_nodelay(true)?;
                let socket = BufReader::with_capacity(TLS_READ_BYTES, socket);
                let stream = tls.connect(name.clone(), socket).await?;
                if stream.get_ref().1.alpn_protocol() != Some(ALPN) {
                    return Err(io::Error::new(
                        io::ErrorKind::InvalidData,
                        "the server does not speak stillwire/1",
                    ));
                }
                Ok(lane.start(stream))
            }
            #[cfg(unix)]
            Self::Unix(path) => Ok(lane.start(UnixStream::connect(path).await?)),
            Self::Memory(name) => {
                let nobody = || io::Error::from(io::ErrorKind::ConnectionRefused);
                Ok(lane.start(memory::connect(name).ok_or_else(nobody)?))
            }
        }
    }
}

/// Tries the host's addresses one after the other.
async fn tcp(authority: &str) -> io::Result<TcpStream> {
    let mut why = io::Error::new(io::ErrorKind::NotFound, "the host has no address");
    for address in lookup_host(authority).await? {
        match TcpStream::connect(address).await {
            Ok(socket) => return Ok(socket),
            Err(error) => why = error,
        }
    }
    Err(why)
}

impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Tcp { authority, .. } => write!(f, "tcp://{authority}"),
            #[cfg(unix)]
            Self::Unix(path) => write!(f, "unix://{}", path.display()),
            Self::Memory(name) => write!(f, "memory://{name}"),
        }
    }
}

/// What a lane needs besides its stream.
pub(crate) struct LaneStart<'a> {
    pub(crate) limits: &'a Limits,
    pub(crate) gauge: &'a Arc<Gauge>,
    pub(crate) gauges: &'a Gauges,
    pub(crate) host: Arc<dyn Host>,
}

impl LaneStart<'_> {
    fn start<S: AsyncRead + AsyncWrite + Unpin + Send + 'static>(self, stream: S) -> SharedLane {
        let Self {
            limits,
            gauge,
            gauges,
            host,
        } = self;
        let signs = Signs {
            greeting_by: Instant::now() + limits.handshake_timeout,
            // After the server, whose question is a sign of life as well.
            interval: limits.keepalive_interval + limits.keepalive_timeout,
            timeout: limits.keepalive_timeout,
            idle: None,
        };
        let io = LaneIo::new(
            Lane::client(limits.clone()),
            StreamPipe::new(stream),
            Arc::clone(gauge),
            limits.connection_memory_bytes,
        );
        let io = io.counted([gauges.lane(), gauges.connection()]);
        SharedLane::start(io.with_signs(signs), host, limits.keepalive_interval)
    }
}
