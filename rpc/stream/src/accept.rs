//! The accept loop: it ends when the server drains, and for no other reason.

use stillwire_rpc::admission::{Backoff, Place, Places};
use stillwire_rpc::{Drain, Phase, Router};

use crate::connection;
use crate::listener::{Listener, Socket};

/// Accepts connections until the server drains, then waits for those that are open.
pub(crate) async fn run(mut listener: Listener, router: Router, drain: Drain) {
    let places = Places::default();
    let mut backoff = Backoff::new(router.limits());
    let mut connections = tokio::task::JoinSet::new();
    loop {
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            Some(_) = connections.join_next() => continue,
            () = drain.reached(Phase::Draining) => break,
        };
        match accepted {
            Ok(socket) => {
                backoff.reset();
                let address = match &socket {
                    Socket::Tcp(_, address, _) => Some(address.ip()),
                    _ => None,
                };
                let Some(place) = places.take(address, router.limits()) else {
                    tracing::debug!(?address, "connection refused: no place left");
                    continue;
                };
                connections.spawn(hold(place, socket, router.clone(), drain.clone()));
            }
            Err(error) => {
                tracing::warn!(%error, "accept failed");
                let pause = backoff.pause();
                tokio::select! {
                    () = tokio::time::sleep(pause) => {}
                    () = drain.reached(Phase::Draining) => break,
                }
            }
        }
    }
    drop(listener);
    while connections.join_next().await.is_some() {}
}

async fn hold(place: Place, socket: Socket, router: Router, drain: Drain) {
    let _place = place;
    connection::serve(socket, router, drain).await;
}
