//! A client's connection: made when it is first needed, made anew when it is gone.

use crate::body;
use crate::limits::{FRAME_BYTES, HEADER_LIST_BYTES, HEADER_TABLE_BYTES, LOCAL_ERROR_RESETS};
use crate::status;
use hyper::client::conn::http2::{Builder, SendRequest};
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use std::fmt;
use std::sync::Arc;
use stillwire_rpc::client::{self, Alive, Link, Patience};
use stillwire_rpc::{ConnectionState, Gauges, Limits, Status};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio::sync::watch;
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::pki_types::ServerName;

/// Sends requests on one connection.
pub(crate) type Sender = SendRequest<body::Request>;

/// A connection, of which each request has a sender.
struct Connection(Sender);

impl client::Connection for Connection {
    fn is_usable(&self) -> bool {
        !self.0.is_closed()
    }
}

/// Where to connect, and the connection that there is.
pub(crate) struct Connector {
    /// `host:port`, as the system resolves it.
    authority: String,
    tls: Option<(TlsConnector, ServerName<'static>)>,
    limits: Limits,
    gauges: Gauges,
    link: Link<Connection>,
}

impl Connector {
    pub(crate) fn new(
        authority: String,
        tls: Option<(Arc<tokio_rustls::rustls::ClientConfig>, ServerName<'static>)>,
        limits: Limits,
    ) -> Self {
        let tls = tls.map(|(config, name)| (TlsConnector::from(config), name));
        Self {
            authority,
            tls,
            link: Link::new(&limits),
            limits,
            gauges: Gauges::default(),
        }
    }

    pub(crate) fn gauges(&self) -> &Gauges {
        &self.gauges
    }

    pub(crate) fn limits(&self) -> &Limits {
        &self.limits
    }

    /// The connection, made if there is none.
    ///
    /// # Errors
    /// UNAVAILABLE where there is none to be had.
    pub(crate) async fn sender(self: &Arc<Self>, patience: Patience) -> Result<Sender, Status> {
        let connect = |alive| {
            let this = Arc::clone(self);
            async move {
                let connecting =
                    tokio::time::timeout(this.limits.handshake_timeout, this.connect(alive));
                let late = |_| this.unavailable("no connection in time");
                connecting.await.map_err(late)?
            }
        };
        let connection = self.link.get(patience, connect).await?;
        Ok(connection.0.clone())
    }

    pub(crate) fn state(&self) -> watch::Receiver<ConnectionState> {
        self.link.state()
    }

    async fn connect(&self, alive: Alive<Connection>) -> Result<Connection, Status> {
        let socket = TcpStream::connect(&self.authority)
            .await
            .map_err(|error| self.unavailable(error))?;
        socket
            .set_nodelay(true)
            .map_err(|error| self.unavailable(error))?;
        let Some((tls, name)) = &self.tls else {
            return self.speak(socket, alive).await;
        };
        let stream = tls
            .connect(name.clone(), socket)
            .await
            .map_err(|error| self.unavailable(error))?;
        if stream.get_ref().1.alpn_protocol() != Some(b"h2") {
            return Err(self.unavailable("the server does not speak h2"));
        }
        self.speak(stream, alive).await
    }

    async fn speak<I>(&self, io: I, alive: Alive<Connection>) -> Result<Connection, Status>
    where
        I: AsyncRead + AsyncWrite + Unpin + Send + 'static,
    {
        let made = builder(&self.limits).handshake(TokioIo::new(io)).await;
        let (sender, connection) =
            made.map_err(|error| self.unavailable(status::of_hyper(&error).message))?;
        let (authority, live) = (self.authority.clone(), self.gauges.connection());
        tokio::spawn(async move {
            if let Err(error) = connection.await {
                tracing::debug!(authority, %error, "connection ended");
            }
            drop((alive, live));
        });
        Ok(Connection(sender))
    }

    fn unavailable(&self, why: impl fmt::Display) -> Status {
        Status::unavailable(format!("{}: {why}", self.authority))
    }
}

impl fmt::Debug for Connector {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Connector")
            .field("authority", &self.authority)
            .field("tls", &self.tls.is_some())
            .finish_non_exhaustive()
    }
}

fn builder(limits: &Limits) -> Builder<TokioExecutor> {
    let mut builder = Builder::new(TokioExecutor::new());
    builder
        .timer(TokioTimer::new())
        .initial_stream_window_size(limits.stream_receive_window_bytes)
        .initial_connection_window_size(limits.connection_receive_window_bytes)
        .max_frame_size(FRAME_BYTES)
        .max_header_list_size(HEADER_LIST_BYTES)
        .header_table_size(HEADER_TABLE_BYTES)
        .max_local_error_reset_streams(LOCAL_ERROR_RESETS)
        .max_send_buf_size(limits.lane_send_buffer_bytes);
    builder
}
