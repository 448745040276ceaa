//! The accept loop: it ends when the server drains, and for no other reason.

use crate::connection;
use crate::service::Service;
use std::net::SocketAddr;
use std::sync::Arc;
use stillwire_rpc::Phase;
use stillwire_rpc::admission::{Backoff, Place, Places};
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::TlsAcceptor;

/// Accepts connections until the server drains, then waits for those that are open.
pub(crate) async fn run(listener: TcpListener, tls: Option<TlsAcceptor>, service: Arc<Service>) {
    let places = Places::default();
    let mut backoff = Backoff::new(service.router.limits());
    let mut connections = tokio::task::JoinSet::new();
    loop {
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            Some(_) = connections.join_next() => continue,
            () = service.drain.reached(Phase::Draining) => break,
        };
        match accepted {
            Ok((socket, address)) => {
                backoff.reset();
                let Some(place) = places.take(Some(address.ip()), service.router.limits()) else {
                    tracing::debug!(%address, "connection refused: no place left");
                    continue;
                };
                connections.spawn(hold(place, socket, address, tls.clone(), service.clone()));
            }
            Err(error) => {
                tracing::warn!(%error, "accept failed");
                tokio::time::sleep(backoff.pause()).await;
            }
        }
    }
    drop(listener);
    service.extras.stop(&service.router).await;
    while connections.join_next().await.is_some() {}
}

async fn hold(
    place: Place,
    socket: TcpStream,
    address: SocketAddr,
    tls: Option<TlsAcceptor>,
    service: Arc<Service>,
) {
    let _place = place;
    connection::serve(socket, address, tls, service).await;
}
