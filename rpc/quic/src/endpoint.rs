//! A server's socket: who may connect.

use std::collections::HashMap;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, UdpSocket};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};
use std::time::Duration;

use quinn::{AsyncUdpSocket, Incoming, VarInt};
use stillwire_rpc::tls::ServerTls;
use stillwire_rpc::{Drain, Phase, Router};
use stillwire_rpc_core::payload::ErrorCode;
use tokio::task::JoinSet;

use crate::connection::{self, HalfOpen};
use crate::{Congestion, QuicError, config, socket};

/// How long a closed endpoint tells its peers so.
const FAREWELL: Duration = Duration::from_secs(1);

/// How long quinn's tasks may take to let go of the socket.
const LETTING_GO: Duration = Duration::from_millis(500);

/// A QUIC server that is bound and does not serve yet.
///
/// Its bounds are those of the router's [`Limits`](stillwire_rpc_core::Limits).
#[derive(Debug)]
pub struct Endpoint {
    quinn: quinn::Endpoint,
    /// What quinn's tasks hold, until the last of them has ended.
    socket: Weak<dyn AsyncUdpSocket>,
    router: Router,
    address: SocketAddr,
}

impl Endpoint {
    /// Binds `address`; port 0 takes a free one. To be called inside a Tokio runtime.
    ///
    /// # Errors
    /// See [`QuicError`].
    pub fn bind(address: SocketAddr, tls: &ServerTls, router: Router) -> Result<Self, QuicError> {
        Self::bind_with(address, tls, router, Congestion::default())
    }

    /// As [`bind`](Self::bind), with a choice of congestion control.
    ///
    /// # Errors
    /// See [`QuicError`].
    pub fn bind_with(
        address: SocketAddr,
        tls: &ServerTls,
        router: Router,
        congestion: Congestion,
    ) -> Result<Self, QuicError> {
        let config = config::server(tls, router.limits(), congestion)?;
        let socket = UdpSocket::bind(address).map_err(QuicError::Bind)?;
        let address = socket.local_addr().map_err(QuicError::Bind)?;
        let (quinn, socket) = socket::endpoint(socket, Some(config)).map_err(QuicError::Bind)?;
        Ok(Self {
            quinn,
            socket,
            router,
            address,
        })
    }

    /// The address that is bound, with its real port.
    #[must_use]
    pub fn local_addr(&self) -> SocketAddr {
        self.address
    }

    /// Serves until `drain` has drained or cut every connection.
    pub async fn serve(self, drain: Drain) {
        let mut guests = Guests::default();
        let draining = drain.reached(Phase::Draining);
        tokio::pin!(draining);
        let mut drains = false;
        while !(drains && guests.tasks.is_empty()) {
            tokio::select! {
                incoming = self.quinn.accept() => match incoming {
                    // Told at once, so that a client calls another server.
                    Some(incoming) if drains => incoming.refuse(),
                    Some(incoming) => self.admit(incoming, &mut guests, &drain),
                    None => break,
                },
                Some(_) = guests.tasks.join_next() => {}
                () = &mut draining, if !drains => drains = true,
            }
        }
        while guests.tasks.join_next().await.is_some() {}
        self.quinn.set_server_config(None);
        self.quinn
            .close(VarInt::from_u32(ErrorCode::None.number()), b"shutting down");
        let told = tokio::time::timeout(FAREWELL, self.quinn.wait_idle()).await;
        if told.is_err() {
            self.leave_port();
        }
        let Self { quinn, socket, .. } = self;
        drop(quinn);
        // Who waited for the end may listen here next.
        for _ in 0..100 {
            if socket.strong_count() == 0 {
                break;
            }
            tokio::time::sleep(LETTING_GO / 100).await;
        }
    }

    /// Gives the port back. A closed connection lingers for three probe timeouts (RFC 9000, section 10.2), which are as long
    /// as its peer is slow, and keeps the socket open so long.
    fn leave_port(&self) {
        let loopback: IpAddr = match self.address {
            SocketAddr::V4(_) => Ipv4Addr::LOCALHOST.into(),
            SocketAddr::V6(_) => Ipv6Addr::LOCALHOST.into(),
        };
        // quinn listens on the socket before the last one too: after two changes the first one is gone.
        for _ in 0..2 {
            let moved = UdpSocket::bind((loopback, 0)).and_then(|socket| self.quinn.rebind(socket));
            if let Err(error) = moved {
                tracing::debug!(%error, "the port stays bound until the last connection is forgotten");
            }
        }
    }

    fn admit(&self, incoming: Incoming, guests: &mut Guests, drain: &Drain) {
        let limits = self.router.limits();
        let ip = incoming.remote_address().ip();
        let of_address = guests.addresses.count(ip);
        if guests.tasks.len() >= limits.connections || of_address >= limits.connections_per_address
        {
            return incoming.refuse();
        }
        // The second half of an address's places is for those who are there: whoever forges it shuts nobody out.
        let crowded = guests.half_open.load(Ordering::Relaxed) >= limits.half_open_connections
            || of_address > limits.connections_per_address / 2;
        if crowded && !incoming.remote_address_validated() {
            // Who forged its address never sees the token.
            if let Err(error) = incoming.retry() {
                error.into_incoming().refuse();
            }
            return;
        }
        guests.half_open.fetch_add(1, Ordering::Relaxed);
        let half_open = HalfOpen(Arc::clone(&guests.half_open));
        let served = connection::serve(incoming, self.router.clone(), drain.clone(), half_open);
        guests.enter(ip, served);
    }
}

/// Who is connected.
#[derive(Default)]
struct Guests {
    tasks: JoinSet<()>,
    addresses: Addresses,
    half_open: Arc<AtomicUsize>,
}

impl Guests {
    fn enter(&mut self, ip: IpAddr, served: impl Future<Output = ()> + Send + 'static) {
        let place = self.addresses.enter(ip);
        self.tasks.spawn(async move {
            let _place = place;
            served.await;
        });
    }
}

/// How many connections an address has.
#[derive(Clone, Default)]
struct Addresses(Arc<Mutex<HashMap<IpAddr, usize>>>);

impl Addresses {
    fn lock(&self) -> MutexGuard<'_, HashMap<IpAddr, usize>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn count(&self, ip: IpAddr) -> usize {
        self.lock().get(&ip).copied().unwrap_or(0)
    }

    fn enter(&self, ip: IpAddr) -> Place {
        let mut counts = self.lock();
        let count = counts.entry(ip).or_default();
        *count = count.saturating_add(1);
        Place(self.clone(), ip)
    }
}

/// One connection of an address, however its task ends.
struct Place(Addresses, IpAddr);

impl Drop for Place {
    fn drop(&mut self) {
        let mut counts = self.0.lock();
        if let Some(count) = counts.get_mut(&self.1) {
            *count = count.saturating_sub(1);
            if *count == 0 {
                counts.remove(&self.1);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_connection_whose_task_panics_leaves_its_place() {
        let mut guests = Guests::default();
        let ip = [127, 0, 0, 1].into();
        guests.enter(ip, async { panic!("as it was told to") });
        guests.enter(ip, std::future::pending());
        assert_eq!(guests.addresses.count(ip), 2);
        assert!(guests.tasks.join_next().await.unwrap().is_err());
        assert_eq!(guests.addresses.count(ip), 1);
        guests.tasks.shutdown().await;
        assert!(guests.addresses.lock().is_empty());
    }
}
