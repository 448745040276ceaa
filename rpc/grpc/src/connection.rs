//! One connection of a server, from the socket to its end.
//!
//! A connection ends when the peer closes it, when it was idle too long, when it does not answer a ping, when the server has
//! drained, or when it breaks a rule of HTTP/2.

use crate::body::Reply;
use crate::limits::{
    FRAME_BYTES, HEADER_LIST_BYTES, HEADER_TABLE_BYTES, HTTP1_BUFFER_BYTES, HTTP1_HEADERS,
    LOCAL_ERROR_RESETS, PENDING_RESETS,
};
use crate::preface::{self, Opening};
use crate::service::Service;
use http::{Request, Response};
use hyper::body::Incoming;
use hyper::rt::Executor;
use hyper::server::conn::{http1, http2};
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulConnection;
use std::convert::Infallible;
use std::io;
use std::net::SocketAddr;
use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;
use stillwire_rpc::{Limits, Live, Peer, Phase};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio::sync::Notify;
use tokio_rustls::TlsAcceptor;
use tokio_util::task::TaskTracker;

/// Serves one connection to its end.
pub(crate) async fn serve(
    socket: TcpStream,
    address: SocketAddr,
    tls: Option<TlsAcceptor>,
    service: Arc<Service>,
) {
    let _live = service.drain.gauges().connection();
    let (cut, streams) = (service.clone(), Streams::default());
    let served = async {
        if let Err(error) = greet(socket, address, tls, service, &streams).await {
            tracing::debug!(%address, %error, "connection ended");
        }
    };
    tokio::select! {
        () = served => {}
        () = cut.drain.reached(Phase::Cut) => tracing::debug!(%address, "connection cut"),
    }
    // Its streams see that it has gone, and end by themselves.
    streams.0.close();
    streams.0.wait().await;
}

/// The handshake of TLS, if any, and the preface: both within the one timeout.
async fn greet(
    socket: TcpStream,
    address: SocketAddr,
    tls: Option<TlsAcceptor>,
    service: Arc<Service>,
    streams: &Streams,
) -> io::Result<()> {
    socket.set_nodelay(true)?;
    let patience = service.router.limits().handshake_timeout;
    let late = |_| io::Error::new(io::ErrorKind::TimedOut, "no handshake and preface in time");
    let mut peer = Peer::at(address);
    let Some(tls) = tls else {
        let opening = tokio::time::timeout(patience, preface::read(socket));
        return run(opening.await.map_err(late)??, peer, service, streams).await;
    };
    let greeting = async {
        let stream = tls.accept(socket).await?;
        let session = stream.get_ref().1;
        let alpn = session.alpn_protocol();
        // Who names no protocol speaks HTTP/1.1 (RFC 9112, section 9.7).
        if alpn != Some(b"h2") && service.web.is_none() {
            return Err(wrong("the client does not speak h2"));
        }
        let chain = session.peer_certificates().unwrap_or_default();
        peer.certificates = chain.iter().map(|der| der.to_vec()).collect();
        let opening = preface::read(stream).await?;
        Ok((opening, peer))
    };
    let (opening, peer) = tokio::time::timeout(patience, greeting)
        .await
        .map_err(late)??;
    run(opening, peer, service, streams).await
}

fn wrong(what: &'static str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, what)
}

async fn run<I>(
    opening: Opening<I>,
    peer: Peer,
    service: Arc<Service>,
    streams: &Streams,
) -> io::Result<()>
where
    I: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    let (activity, peer) = (Arc::new(Activity::default()), Arc::new(peer));
    let handler = {
        let (service, activity) = (service.clone(), activity.clone());
        service_fn(move |request: Request<Incoming>| {
            let lane = service.drain.gauges().lane();
            let busy = activity.clone().begin(lane);
            let (service, peer) = (service.clone(), Arc::clone(&peer));
            async move { Ok::<_, Infallible>(guarded(service.answer(request, peer).await, busy)) }
        })
    };
    let limits = service.router.limits();
    match opening {
        Opening::Http2(io) => {
            let connection =
                http2(limits, streams.clone()).serve_connection(TokioIo::new(io), handler);
            until_left(connection, &activity, &service).await
        }
        Opening::Other(io) if service.web.is_some() => {
            let connection = http1(limits).serve_connection(TokioIo::new(io), handler);
            until_left(connection, &activity, &service).await
        }
        Opening::Other(_) => Err(wrong("not an HTTP/2 preface")),
    }
}

/// Drives a connection until its peer has gone, or it has been idle too long, or the server has drained.
async fn until_left(
    connection: impl GracefulConnection<Error = hyper::Error>,
    activity: &Activity,
    service: &Service,
) -> io::Result<()> {
    let limits = service.router.limits();
    let mut connection = pin!(connection);
    let leave = async {
        tokio::select! {
            () = activity.idle_for(limits.idle_connection_timeout) => {}
            () = service.drain.reached(Phase::Draining) => {}
        }
    };
    let ended = tokio::select! {
        ended = connection.as_mut() => ended,
        () = leave => {
            connection.as_mut().graceful_shutdown();
            // A peer that neither answers nor has calls is not waited for.
            tokio::select! {
                ended = connection.as_mut() => ended,
                () = activity.idle_for(limits.keepalive_timeout) => Ok(()),
            }
        }
    };
    ended.map_err(io::Error::other)
}

fn guarded(response: Response<Reply<Busy>>, busy: Busy) -> Response<Reply<Busy>> {
    response.map(|body| Reply::Guarded(Box::new(body), busy))
}

fn http1(limits: &Limits) -> http1::Builder {
    let mut builder = http1::Builder::new();
    builder
        .timer(TokioTimer::new())
        // A date would come out as metadata that no handler has set.
        .auto_date_header(false)
        .header_read_timeout(limits.handshake_timeout)
        .max_headers(HTTP1_HEADERS)
        .max_buf_size(HTTP1_BUFFER_BYTES);
    builder
}

fn http2(limits: &Limits, streams: Streams) -> http2::Builder<Streams> {
    let mut builder = http2::Builder::new(streams);
    builder
        .timer(TokioTimer::new())
        // A date would come out as metadata that no handler has set.
        .auto_date_header(false)
        .max_concurrent_streams(limits.lanes_per_connection)
        .max_pending_accept_reset_streams(PENDING_RESETS)
        .max_local_error_reset_streams(LOCAL_ERROR_RESETS)
        .initial_stream_window_size(limits.stream_receive_window_bytes)
        .initial_connection_window_size(limits.connection_receive_window_bytes)
        .max_frame_size(FRAME_BYTES)
        .max_header_list_size(HEADER_LIST_BYTES)
        .header_table_size(HEADER_TABLE_BYTES)
        .keep_alive_interval(limits.keepalive_interval)
        .keep_alive_timeout(limits.keepalive_timeout)
        .max_send_buf_size(limits.lane_send_buffer_bytes);
    builder
}

/// The tasks of a connection's HTTP/2 streams.
#[derive(Debug, Clone, Default)]
struct Streams(TaskTracker);

impl<F> Executor<F> for Streams
where
    F: Future<Output: Send> + Send + 'static,
{
    fn execute(&self, stream: F) {
        self.0.spawn(stream);
    }
}

/// Whether a connection has calls.
#[derive(Debug, Default)]
struct Activity {
    calls: AtomicUsize,
    changed: Notify,
}

impl Activity {
    fn begin(self: Arc<Self>, lane: Live) -> Busy {
        self.calls.fetch_add(1, Ordering::SeqCst);
        self.changed.notify_one();
        Busy {
            activity: self,
            _lane: lane,
        }
    }

    /// Waits until there were no calls for `time`.
    async fn idle_for(&self, time: Duration) {
        loop {
            let changed = self.changed.notified();
            if self.calls.load(Ordering::SeqCst) > 0 {
                changed.await;
            } else if tokio::time::timeout(time, changed).await.is_err() {
                return;
            }
        }
    }
}

/// A call of a connection, until its response has been sent or dropped.
#[derive(Debug)]
struct Busy {
    activity: Arc<Activity>,
    /// Its stream, on the gauges.
    _lane: Live,
}

impl Drop for Busy {
    fn drop(&mut self) {
        self.activity.calls.fetch_sub(1, Ordering::SeqCst);
        self.activity.changed.notify_one();
    }
}
