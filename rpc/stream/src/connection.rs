//! A server's connection: from the socket to the end of its lane.

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Instant;

use stillwire_lanes::Signs;
use stillwire_lanes::server::{self, Shared};
use stillwire_rpc::{Drain, Peer, Phase, Router};
use tokio::io::{AsyncRead, AsyncWrite, BufReader};
use tokio::net::TcpStream;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::server::TlsStream;

use crate::listener::Socket;
use crate::pipe::StreamPipe;
use crate::{ALPN, TLS_READ_BYTES, of_one_lane};

/// Serves one connection until it is over.
pub(crate) async fn serve(socket: Socket, router: Router, drain: Drain) {
    // Counted from here on, so that a drain waits for a connection that is about to be.
    let _live = drain.gauges().connection();
    let begun = Instant::now();
    match socket {
        Socket::Tcp(socket, address, tls) => {
            let patience = router.limits().handshake_timeout;
            let shaken = tokio::select! {
                shaken = tokio::time::timeout(patience, shake(socket, tls)) => shaken,
                () = drain.reached(Phase::Cut) => return,
            };
            match shaken {
                Ok(Ok(stream)) => {
                    let peer = peer_of(&stream, address);
                    lane(stream, "tcp", peer, begun, router, drain).await;
                }
                Ok(Err(error)) => tracing::debug!(%address, %error, "a handshake failed"),
                Err(_) => tracing::debug!(%address, "a handshake took too long"),
            }
        }
        #[cfg(unix)]
        Socket::Unix(socket) => {
            lane(socket, "unix", Peer::default(), begun, router, drain).await;
        }
        Socket::Memory(pipe) => {
            lane(pipe, "memory", Peer::default(), begun, router, drain).await;
        }
    }
}

async fn shake(socket: TcpStream, tls: TlsAcceptor) -> io::Result<TlsStream<BufReader<TcpStream>>> {
    socket.set_nodelay(true)?;
    let socket = BufReader::with_capacity(TLS_READ_BYTES, socket);
    let stream = tls.accept(socket).await?;
    // rustls lets a client pass that names no protocol at all.
    if stream.get_ref().1.alpn_protocol() != Some(ALPN) {
        return Err(io::Error::new(
            io::ErrorKind::InvalidData,
            "the client does not speak stillwire/1",
        ));
    }
    Ok(stream)
}

fn peer_of(stream: &TlsStream<BufReader<TcpStream>>, address: SocketAddr) -> Peer {
    let mut peer = Peer::at(address);
    let chain = stream.get_ref().1.peer_certificates().unwrap_or_default();
    peer.certificates = chain.iter().map(|der| der.to_vec()).collect();
    peer
}

async fn lane<S: AsyncRead + AsyncWrite + Unpin + Send + 'static>(
    stream: S,
    transport: &'static str,
    peer: Peer,
    begun: Instant,
    router: Router,
    drain: Drain,
) {
    let mut shared = Shared::new(transport, router, drain, peer);
    shared.limits = of_one_lane(&shared.limits);
    let signs = Signs {
        greeting_by: begun + shared.limits.handshake_timeout,
        interval: shared.limits.keepalive_interval,
        timeout: shared.limits.keepalive_timeout,
        idle: Some(shared.limits.idle_connection_timeout),
    };
    let io = shared.lane(StreamPipe::new(stream)).with_signs(signs);
    server::serve(Arc::new(shared), io).await;
}
