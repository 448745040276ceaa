//! The accept loop: it ends when the server drains, and for no other reason.

use crate::connection;
use crate::service::Service;
use std::collections::HashMap;
use std::net::{IpAddr, SocketAddr};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use stillwire_rpc::{Limits, Phase};
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
                let Some(place) = places.take(address.ip(), service.router.limits()) else {
                    tracing::debug!(%address, "connection refused: no place left");
                    continue;
                };
                connections.spawn(hold(place, socket, address, tls.clone(), service.clone()));
            }
            Err(error) => {
                tracing::warn!(%error, "accept failed");
                tokio::time::sleep(backoff.next()).await;
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

/// Pauses of a loop that fails: so that it neither spins nor stops.
#[derive(Debug)]
struct Backoff {
    least: Duration,
    most: Duration,
    now: Duration,
}

impl Backoff {
    fn new(limits: &Limits) -> Self {
        let least = limits.accept_backoff_min;
        Self {
            least,
            most: limits.accept_backoff_max,
            now: least,
        }
    }

    fn reset(&mut self) {
        self.now = self.least;
    }

    fn next(&mut self) -> Duration {
        let pause = self.now;
        self.now = (pause * 2).min(self.most);
        pause
    }
}

/// How many connections there are, in all and by address.
#[derive(Debug, Clone, Default)]
struct Places(Arc<Mutex<HashMap<IpAddr, usize>>>);

impl Places {
    fn take(&self, address: IpAddr, limits: &Limits) -> Option<Place> {
        let mut taken = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if taken.values().sum::<usize>() >= limits.connections {
            return None;
        }
        let here = taken.entry(address).or_default();
        if *here >= limits.connections_per_address {
            return None;
        }
        *here += 1;
        Some(Place {
            places: self.clone(),
            address,
        })
    }
}

#[derive(Debug)]
struct Place {
    places: Places,
    address: IpAddr,
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut taken = self.places.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(here) = taken.get_mut(&self.address) {
            *here -= 1;
            if *here == 0 {
                taken.remove(&self.address);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_end_at_their_limits_and_come_back() {
        let limits = Limits {
            connections: 3,
            connections_per_address: 2,
            ..Limits::default()
        };
        let (a, b): (IpAddr, IpAddr) = ([127, 0, 0, 1].into(), [127, 0, 0, 2].into());
        let places = Places::default();
        let first = places.take(a, &limits).unwrap();
        let _second = places.take(a, &limits).unwrap();
        assert!(places.take(a, &limits).is_none());
        let _third = places.take(b, &limits).unwrap();
        assert!(places.take(b, &limits).is_none());
        drop(first);
        assert!(places.take(b, &limits).is_some());
        assert_eq!(places.0.lock().unwrap().len(), 2);
    }

    #[test]
    fn pauses_double_up_to_their_limit() {
        let mut backoff = Backoff::new(&Limits::default());
        let pauses = std::iter::repeat_with(|| backoff.next().as_millis())
            .take(10)
            .collect::<Vec<_>>();
        assert_eq!(pauses, [5, 10, 20, 40, 80, 160, 320, 640, 1000, 1000]);
        backoff.reset();
        assert_eq!(backoff.next().as_millis(), 5);
    }
}
