//! A client: connects when it is first needed, and again when the connection is lost.

use std::fmt;
use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr, UdpSocket};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::task::Waker;

use quinn::{ClientConfig, Connection};
use stillwire_lanes::{
    CallerReader, Commanded, Gauge, InboxSender, Lanes, Opening, Place, SharedLane, Ticket,
    Waiting, Way, What, commands, inbox,
};
use stillwire_rpc::client::{Alive, Ended, Link, Patience};
use stillwire_rpc::tls::ClientTls;
use stillwire_rpc::{
    BoxFuture, ConnectionState, Events, Form, Gauges, Input, Outcome, OutgoingCall, Transport,
};
use stillwire_rpc_core::{Limits, Status};
use tokio::net::lookup_host;
use tokio::sync::{OwnedSemaphorePermit, Semaphore, watch};

use crate::pool::{OwnLane, Pool};
use crate::{Congestion, QuicError, config, socket};

/// Calls a server over QUIC. It connects with the first call, and again with the next one when the connection was lost or the server
/// takes no more calls. Clones share the connection.
#[derive(Clone)]
pub struct QuicTransport(Arc<Shared>);

struct Shared {
    host: String,
    port: u16,
    server_name: String,
    config: ClientConfig,
    limits: Limits,
    /// What waits for the readers of all calls, over the connections that follow one another.
    gauge: Arc<Gauge>,
    gauges: Gauges,
    tickets: AtomicU64,
    /// Calls beyond what a connection takes wait here, and not on the server, which would refuse them.
    places: Arc<Semaphore>,
    link: Link<Pool>,
}

impl QuicTransport {
    /// Calls the server at `authority`, a `host:port`. Nothing is sent yet.
    ///
    /// # Errors
    /// See [`QuicError`].
    pub fn new(authority: &str, tls: ClientTls, limits: Limits) -> Result<Self, QuicError> {
        Self::with_congestion(authority, tls, limits, Congestion::default())
    }

    /// As [`new`](Self::new), with a choice of congestion control.
    ///
    /// # Errors
    /// See [`QuicError`].
    pub fn with_congestion(
        authority: &str,
        tls: ClientTls,
        limits: Limits,
        congestion: Congestion,
    ) -> Result<Self, QuicError> {
        let wrong = || QuicError::Authority(authority.to_owned());
        let (host, port) = authority.rsplit_once(':').ok_or_else(wrong)?;
        let port = port.parse().map_err(|_| wrong())?;
        let host = host
            .trim_start_matches('[')
            .trim_end_matches(']')
            .to_owned();
        if host.is_empty() {
            return Err(wrong());
        }
        let server_name = tls.name_for(&host)?.to_str().into_owned();
        Ok(Self(Arc::new(Shared {
            places: Arc::new(Semaphore::new(
                limits.calls_per_connection.min(Semaphore::MAX_PERMITS),
            )),
            config: config::client(&tls, &limits, congestion)?,
            host,
            port,
            server_name,
            link: Link::new(&limits),
            limits,
            gauge: Arc::default(),
            gauges: Gauges::default(),
            tickets: AtomicU64::new(0),
        })))
    }
}

impl QuicTransport {
    /// The same with gauges that it shares with others. To be said before the first call.
    #[must_use]
    pub fn counted_by(mut self, gauges: &Gauges) -> Self {
        if let Some(shared) = Arc::get_mut(&mut self.0) {
            shared.gauges = gauges.clone();
        }
        self
    }

    /// Whether there is a connection that takes calls.
    #[must_use]
    pub fn is_connected(&self) -> bool {
        self.0.link.open().is_some()
    }
}

impl fmt::Debug for QuicTransport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "QuicTransport({}:{})", self.0.host, self.0.port)
    }
}

impl Transport for QuicTransport {
    fn name(&self) -> &'static str {
        "quic"
    }

    fn form(&self) -> Form {
        Form::Native
    }

    fn state(&self) -> watch::Receiver<ConnectionState> {
        self.0.link.state()
    }

    fn gauges(&self) -> &Gauges {
        &self.0.gauges
    }

    fn connect(&self) -> BoxFuture<'static, Result<(), Status>> {
        let shared = Arc::clone(&self.0);
        Box::pin(async move { shared.pool(Patience::Now).await.map(drop) })
    }

    fn call_one(&self, call: OutgoingCall) -> BoxFuture<'static, Outcome> {
        stillwire_lanes::call_one(&self.0, call)
    }

    fn try_one(&self, call: OutgoingCall) -> BoxFuture<'static, Ended> {
        stillwire_lanes::try_one(&self.0, call)
    }

    fn call_many(&self, call: OutgoingCall) -> Box<dyn Events> {
        let ticket = self.0.ticket();
        let (commands, commanded) = commands();
        let reader = CallerReader(ticket, commands);
        let window = self.0.limits.call_credit_bytes;
        let (sender, receiver) = inbox(Arc::clone(&self.0.gauge), reader, window);
        tokio::spawn(Arc::clone(&self.0).call_many(ticket, call, sender, commanded));
        Box::new(receiver)
    }
}

/// A lane for a call.
enum Found {
    Shared(SharedLane),
    Own(Box<OwnLane>),
}

impl Lanes for Shared {
    fn begin_now(&self, call: OutgoingCall, waits: Option<Waker>) -> Result<Waiting, OutgoingCall> {
        match self.ready(&call) {
            Some((lane, place)) => Ok(lane.begin(self.ticket(), call, Place::Permit(place), waits)),
            None => Err(call),
        }
    }

    async fn begin(self: Arc<Self>, call: OutgoingCall) -> Result<Waiting, (OutgoingCall, Status)> {
        let (small, patience) = (self.is_small(&call), Patience::of(call.wait_for_ready));
        let found = async {
            let place = self.place().await?;
            let pool = self.pool(patience).await?;
            let lane = if small {
                Found::Shared(pool.shared().await?)
            } else {
                Found::Own(Box::new(pool.lane_of_its_own().await?))
            };
            Ok((Place::Permit(place), lane))
        };
        let (place, lane) = match found.await {
            Ok(found) => found,
            Err(status) => return Err((call, status)),
        };
        let ticket = self.ticket();
        match lane {
            Found::Shared(lane) => Ok(lane.begin(ticket, call, place, None)),
            Found::Own(lane) => {
                let (commands, commanded) = commands();
                let way = Way::Own(commands);
                let (opening, waiting) = Opening::of_one(ticket, call, place, way, None);
                lane.drive(opening, commanded);
                Ok(waiting)
            }
        }
    }
}

impl Shared {
    fn ticket(&self) -> Ticket {
        Ticket(self.tickets.fetch_add(1, Ordering::Relaxed))
    }

    /// Whether a call goes on a lane that others use, too.
    fn is_small(&self, call: &OutgoingCall) -> bool {
        matches!(&call.input, Input::One(message) if message.len() <= self.limits.shared_message_bytes)
    }

    /// A lane for a small call, and a place, where both are there.
    fn ready(&self, call: &OutgoingCall) -> Option<(SharedLane, OwnedSemaphorePermit)> {
        if !self.is_small(call) {
            return None;
        }
        let lane = self.link.open()?.free_lane()?;
        let place = Arc::clone(&self.places).try_acquire_owned().ok()?;
        Some((lane, place))
    }

    async fn call_many(
        self: Arc<Self>,
        ticket: Ticket,
        call: OutgoingCall,
        inbox: InboxSender,
        mut commanded: Commanded,
    ) {
        let patience = Patience::of(call.wait_for_ready);
        let ready = async {
            let place = self.place().await?;
            let pool = self.pool(patience).await?;
            Ok((place, pool.lane_of_its_own().await?))
        };
        let ready = tokio::select! {
            ready = ready => ready,
            // Before the call is opened, a caller can only go away.
            () = commanded.any() => return,
        };
        match ready {
            Ok((place, lane)) => {
                let opening = Opening {
                    ticket,
                    what: What::Many(Box::new(call), inbox),
                    place: Place::Permit(place),
                };
                lane.drive(opening, commanded);
            }
            Err(status) => inbox.end(status),
        }
    }

    async fn place(&self) -> Result<OwnedSemaphorePermit, Status> {
        let place = Arc::clone(&self.places).acquire_owned().await;
        place.map_err(|_| Status::internal("the places for calls are gone"))
    }

    /// The connection, made if there is none that takes calls.
    async fn pool(self: &Arc<Self>, patience: Patience) -> Result<Arc<Pool>, Status> {
        let connect = |alive: Alive<Pool>| {
            let shared = Arc::clone(self);
            async move {
                let connection = shared.connect().await?;
                let (limits, gauge) = (shared.limits.clone(), Arc::clone(&shared.gauge));
                let gauges = shared.gauges.clone();
                Ok(Pool::new(connection, limits, gauge, gauges, alive))
            }
        };
        self.link.get(patience, connect).await
    }

    /// Tries the host's addresses one after the other, all within the time for a handshake.
    async fn connect(&self) -> Result<Connection, Status> {
        let fail = |why: String| {
            Status::unavailable(format!(
                "cannot connect to {}:{}: {why}",
                self.host, self.port
            ))
        };
        let attempt = async {
            let addresses = lookup_host((self.host.as_str(), self.port)).await;
            let mut why = "the host has no address".to_owned();
            for address in addresses.map_err(|error| error.to_string())? {
                match self.connect_to(address).await {
                    Ok(connection) => return Ok(connection),
                    Err(error) => why = error,
                }
            }
            Err(why)
        };
        match tokio::time::timeout(self.limits.handshake_timeout, attempt).await {
            Ok(result) => result.map_err(fail),
            Err(_) => Err(fail("the handshake took too long".to_owned())),
        }
    }

    async fn connect_to(&self, address: SocketAddr) -> Result<Connection, String> {
        let any: SocketAddr = if address.is_ipv4() {
            (Ipv4Addr::UNSPECIFIED, 0).into()
        } else {
            (Ipv6Addr::UNSPECIFIED, 0).into()
        };
        let socket = UdpSocket::bind(any).map_err(|error| error.to_string())?;
        let (endpoint, _) = socket::endpoint(socket, None).map_err(|error| error.to_string())?;
        let connecting = endpoint.connect_with(self.config.clone(), address, &self.server_name);
        connecting
            .map_err(|error| error.to_string())?
            .await
            .map_err(|error| error.to_string())
    }
}
