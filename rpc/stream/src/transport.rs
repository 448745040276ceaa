//! A client: connects when it is first needed, and again when the connection is lost.

use std::fmt;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::task::Waker;

use stillwire_lanes::{
    ATTEMPTS, CallerReader, Commanded, Gauge, Host, InboxSender, Lanes, Opening, Place, SharedLane,
    Ticket, Waiting, What, commands, inbox,
};
use stillwire_rpc::client::{self, Alive, Ended, Link, Patience};
use stillwire_rpc::tls::ClientTls;
use stillwire_rpc::{
    BoxFuture, ConnectionState, Events, Form, Gauges, Outcome, OutgoingCall, Transport,
};
use stillwire_rpc_core::payload::Settings;
use stillwire_rpc_core::{Limits, Status};
use tokio::sync::{Semaphore, watch};

use crate::connect::{LaneStart, Target};
use crate::{StreamError, of_one_lane};

/// Calls a server over TCP with TLS, a Unix socket or a pipe in memory. It connects with the first call, and again with the next one
/// when the connection was lost or the server takes no more calls. Clones share the connection.
#[derive(Clone)]
pub struct StreamTransport(Arc<Shared>);

struct Shared {
    target: Target,
    limits: Limits,
    /// What waits for the readers of all calls, over the connections that follow one another.
    gauge: Arc<Gauge>,
    gauges: Gauges,
    tickets: AtomicU64,
    link: Link<Connection>,
}

impl StreamTransport {
    /// Calls the server at `authority`, a `host:port`, over TCP with TLS. Nothing is sent yet.
    ///
    /// # Errors
    /// Where that is no `host:port`, or what `tls` says cannot be used.
    pub fn tcp(authority: &str, tls: &ClientTls, limits: &Limits) -> Result<Self, StreamError> {
        Ok(Self::to(Target::tcp(authority, tls)?, limits))
    }

    /// Calls the server on the Unix socket at `path`.
    #[cfg(unix)]
    pub fn unix(path: impl Into<std::path::PathBuf>, limits: &Limits) -> Self {
        Self::to(Target::Unix(path.into()), limits)
    }

    /// Calls the server that listens in this process under `name`.
    #[must_use]
    pub fn memory(name: &str, limits: &Limits) -> Self {
        Self::to(Target::Memory(name.to_owned()), limits)
    }

    fn to(target: Target, limits: &Limits) -> Self {
        Self(Arc::new(Shared {
            target,
            limits: of_one_lane(limits),
            gauge: Arc::default(),
            gauges: Gauges::default(),
            tickets: AtomicU64::new(0),
            link: Link::new(limits),
        }))
    }

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

impl fmt::Debug for StreamTransport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "StreamTransport({})", self.0.target)
    }
}

impl Transport for StreamTransport {
    fn name(&self) -> &'static str {
        self.0.target.transport()
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
        Box::pin(async move { shared.connection(Patience::Now).await.map(drop) })
    }

    fn call_one(&self, call: OutgoingCall) -> BoxFuture<'static, Outcome> {
        stillwire_lanes::call_one(&self.0, call)
    }

    fn try_one(&self, call: OutgoingCall) -> BoxFuture<'static, Ended> {
        stillwire_lanes::try_one(&self.0, call)
    }

    fn call_many(&self, mut call: OutgoingCall) -> Box<dyn Events> {
        let shared = &self.0;
        let ticket = shared.ticket();
        let window = shared.limits.call_credit_bytes;
        // Where there is a connection with room, the reader speaks with its lane; else with a task that waits for one.
        if let Some((lane, place)) = shared.ready() {
            let reader = CallerReader(ticket, lane.commands().clone());
            let (sender, receiver) = inbox(Arc::clone(&shared.gauge), reader, window);
            let opening = Opening {
                ticket,
                what: What::Many(Box::new(call), sender),
                place,
            };
            match lane.open(opening) {
                Err(Opening {
                    what: What::Many(back, _),
                    ..
                }) => call = *back,
                _ => return Box::new(receiver),
            }
        }
        let (commands, commanded) = commands();
        let reader = CallerReader(ticket, commands);
        let (sender, receiver) = inbox(Arc::clone(&shared.gauge), reader, window);
        tokio::spawn(Arc::clone(shared).call_many(ticket, call, sender, commanded));
        Box::new(receiver)
    }
}

impl Lanes for Shared {
    fn begin_now(&self, call: OutgoingCall, waits: Option<Waker>) -> Result<Waiting, OutgoingCall> {
        match self.ready() {
            Some((lane, place)) => Ok(lane.begin(self.ticket(), call, place, waits)),
            None => Err(call),
        }
    }

    async fn begin(self: Arc<Self>, call: OutgoingCall) -> Result<Waiting, (OutgoingCall, Status)> {
        let (lane, place) = match self.lane(Patience::of(call.wait_for_ready)).await {
            Ok(found) => found,
            Err(status) => return Err((call, status)),
        };
        Ok(lane.begin(self.ticket(), call, place, None))
    }
}

impl Shared {
    fn ticket(&self) -> Ticket {
        Ticket(self.tickets.fetch_add(1, Ordering::Relaxed))
    }

    async fn call_many(
        self: Arc<Self>,
        ticket: Ticket,
        call: OutgoingCall,
        inbox: InboxSender,
        mut commanded: Commanded,
    ) {
        let ready = tokio::select! {
            ready = self.lane(Patience::of(call.wait_for_ready)) => ready,
            // Before the call is opened, a caller can only go away.
            () = commanded.any() => return,
        };
        let (lane, place) = match ready {
            Ok(ready) => ready,
            Err(status) => return inbox.end(status),
        };
        let opening = Opening {
            ticket,
            what: What::Many(Box::new(call), inbox),
            place,
        };
        if lane.open(opening).is_err() {
            return; // its inbox ends with it
        }
        commanded.forward(lane.commands()).await;
    }

    /// A lane with room for a call, once there is one.
    async fn lane(self: &Arc<Self>, patience: Patience) -> Result<(SharedLane, Place), Status> {
        if let Some(ready) = self.ready() {
            return Ok(ready);
        }
        for _ in 0..ATTEMPTS {
            let connection = self.connection(patience).await?;
            // Closed when the server takes no more calls: those that wait go to the next connection.
            if let Ok(place) = Arc::clone(&connection.terms.places).acquire_owned().await {
                return Ok((connection.lane.clone(), Place::Permit(place)));
            }
        }
        Err(Status::unavailable("no connection takes the call"))
    }

    /// The same, if it is there.
    fn ready(&self) -> Option<(SharedLane, Place)> {
        self.link.with(|connection| {
            connection.terms.places.try_acquire().ok()?.forget();
            Some((connection.lane.clone(), Place::OfLane))
        })?
    }

    /// The connection, made if there is none that takes calls.
    async fn connection(self: &Arc<Self>, patience: Patience) -> Result<Arc<Connection>, Status> {
        let connect = |alive| {
            let shared = Arc::clone(self);
            async move { shared.connect(alive).await }
        };
        self.link.get(patience, connect).await
    }

    async fn connect(&self, alive: Alive<Connection>) -> Result<Connection, Status> {
        let terms = Arc::new(Terms::new(&self.limits, alive));
        let start = LaneStart {
            limits: &self.limits,
            gauge: &self.gauge,
            gauges: &self.gauges,
            host: Arc::clone(&terms) as _,
        };
        let connecting = self.target.connect(start);
        let connected = tokio::time::timeout(self.limits.handshake_timeout, connecting).await;
        let fail = |why: &dyn fmt::Display| {
            Status::unavailable(format!("cannot connect to {}: {why}", self.target))
        };
        let lane = connected
            .map_err(|_| fail(&"the handshake took too long"))?
            .map_err(|error| fail(&error))?;
        Ok(Connection { lane, terms })
    }
}

/// A connection, which is one lane.
struct Connection {
    lane: SharedLane,
    terms: Arc<Terms>,
}

impl client::Connection for Connection {
    fn is_usable(&self) -> bool {
        !self.lane.is_closed()
    }
}

/// How many calls a connection takes.
struct Terms {
    /// Calls beyond these wait here, and not on the server, which would refuse them.
    places: Arc<Semaphore>,
    assumed: usize,
    most: usize,
    alive: Mutex<Option<Alive<Connection>>>,
}

impl Terms {
    fn new(limits: &Limits, alive: Alive<Connection>) -> Self {
        let most = limits.calls_per_connection.min(Semaphore::MAX_PERMITS);
        let assumed =
            usize::try_from(Settings::default().calls).map_or(most, |calls| calls.min(most));
        Self {
            places: Arc::new(Semaphore::new(assumed)),
            assumed,
            most,
            alive: Mutex::new(Some(alive)),
        }
    }
}

impl Host for Terms {
    fn settings(&self, settings: Settings) {
        let allowed =
            usize::try_from(settings.calls).map_or(self.most, |calls| calls.min(self.most));
        if allowed > self.assumed {
            self.places.add_permits(allowed - self.assumed);
        } else {
            self.places.forget_permits(self.assumed - allowed);
        }
    }

    fn draining(&self) {
        self.closed();
    }

    fn freed(&self, calls: usize) {
        self.places.add_permits(calls);
    }

    fn closed(&self) {
        drop(
            self.alive
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
                .take(),
        );
        self.places.close(); // now who waits for a place looks for another connection
    }
}
