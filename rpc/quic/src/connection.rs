//! A server's connection: from its first packet to its last lane.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::AtomicUsize;

use quinn::crypto::rustls::HandshakeData;
use quinn::{Connection, Incoming, VarInt};
use rustls::pki_types::CertificateDer;
use stillwire_lanes::server::{self, Shared};
use stillwire_rpc::{Drain, Peer, Phase, Router};
use stillwire_rpc_core::payload::ErrorCode;
use tokio::task::JoinSet;

use crate::config::ALPN;
use crate::pipe::QuicPipe;

/// Counts a handshake in progress, until it is over.
pub(crate) struct HalfOpen(pub(crate) Arc<AtomicUsize>);

impl Drop for HalfOpen {
    fn drop(&mut self) {
        self.0.fetch_sub(1, std::sync::atomic::Ordering::Relaxed);
    }
}

/// Serves one connection until it is over.
pub(crate) async fn serve(incoming: Incoming, router: Router, drain: Drain, half_open: HalfOpen) {
    let limits = router.limits().clone();
    let address = incoming.remote_address();
    let Ok(connecting) = incoming.accept() else {
        return;
    };
    // Counted from here on, so that a drain waits for a connection that is about to be.
    let _live = drain.gauges().connection();
    let shaken = tokio::select! {
        shaken = tokio::time::timeout(limits.handshake_timeout, connecting) => shaken,
        () = drain.reached(Phase::Cut) => return,
    };
    let connection = match shaken {
        Ok(Ok(connection)) => connection,
        Ok(Err(error)) => {
            tracing::debug!(%address, %error, "a handshake failed");
            return;
        }
        Err(_) => {
            tracing::debug!(%address, "a handshake took too long");
            return;
        }
    };
    drop(half_open);
    if !speaks_alpn(&connection) {
        close(
            &connection,
            ErrorCode::Protocol,
            b"ALPN stillwire/1 is needed",
        );
        return;
    }
    let peer = peer_of(&connection, address);
    let shared = Arc::new(Shared::new("quic", router, drain.clone(), peer));
    serve_lanes(&connection, &shared, &drain).await;
    close(&connection, ErrorCode::None, b"shutting down");
}

/// Drives lanes until the connection is gone, or drained, or cut.
async fn serve_lanes(connection: &Connection, shared: &Arc<Shared>, drain: &Drain) {
    let mut lanes = JoinSet::new();
    let draining = drain.reached(Phase::Draining);
    tokio::pin!(draining);
    let mut drains = false;
    loop {
        if drains && lanes.is_empty() {
            return;
        }
        tokio::select! {
            // A lane is driven from its first byte on by a task of its own: nothing is awaited here but streams.
            streams = connection.accept_bi() => match streams {
                Ok(streams) => {
                    let io = shared.lane(QuicPipe::new(streams));
                    lanes.spawn(server::serve(Arc::clone(shared), io));
                }
                Err(_) => break,
            },
            Some(_) = lanes.join_next() => {}
            () = &mut draining, if !drains => drains = true,
            () = drain.reached(Phase::Cut), if drains => return,
        }
    }
    // The lanes learn of the loss by themselves, and stop their handlers.
    while lanes.join_next().await.is_some() {}
}

fn speaks_alpn(connection: &Connection) -> bool {
    let data = connection
        .handshake_data()
        .and_then(|data| data.downcast::<HandshakeData>().ok());
    data.is_some_and(|data| data.protocol.as_deref() == Some(ALPN))
}

fn peer_of(connection: &Connection, address: SocketAddr) -> Peer {
    let identity = connection.peer_identity();
    let chain = identity.and_then(|any| any.downcast::<Vec<CertificateDer<'static>>>().ok());
    let mut peer = Peer::at(address);
    peer.certificates = chain.map_or_else(Vec::new, |chain| {
        chain
            .iter()
            .map(|certificate| certificate.to_vec())
            .collect()
    });
    peer
}

fn close(connection: &Connection, code: ErrorCode, reason: &[u8]) {
    connection.close(VarInt::from_u32(code.number()), reason);
}
