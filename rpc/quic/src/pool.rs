//! A client's connection, and its lanes.

use std::convert::Infallible;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::time::Duration;

use quinn::Connection;
use stillwire_lanes::client::drive_own;
use stillwire_lanes::{Commanded, Gauge, Host, LaneIo, Opening, SharedLane};
use stillwire_rpc::client::{self, Alive};
use stillwire_rpc::{Gauges, Live};
use stillwire_rpc_core::payload::Settings;
use stillwire_rpc_core::{Lane, Limits, Status};
use tokio::sync::oneshot;

use crate::pipe::QuicPipe;

/// Lanes that small calls share. One carries the most in a packet; a few keep a lost packet from holding up all.
const SHARED_LANES: usize = 4;

/// Calls on a lane from which another one is opened: below it, sharing saves wake-ups.
const CALLS_BEFORE_NEXT_LANE: usize = 64;

/// A lane for one call.
pub(crate) struct OwnLane {
    io: LaneIo<QuicPipe>,
    host: Arc<dyn Host>,
    quiet: Duration,
}

impl OwnLane {
    /// Opens the call, and carries it to its end.
    pub(crate) fn drive(self, opening: Opening, commands: Commanded) {
        let Self { io, host, quiet } = self;
        tokio::spawn(drive_own(io, opening, commands, host, quiet));
    }
}

/// A connection to a server. Dropping it closes the connection once its lanes are over.
#[derive(Debug)]
pub(crate) struct Pool {
    connection: Connection,
    limits: Limits,
    gauge: Arc<Gauge>,
    gauges: Gauges,
    lanes: Mutex<Vec<SharedLane>>,
    /// Held while a shared lane is opened, so that a burst of first calls opens one.
    opening: tokio::sync::Mutex<()>,
    known: Arc<Known>,
    /// Dropped with it: nobody waits for the connection's end any more.
    _watched: oneshot::Sender<Infallible>,
}

/// What the connection's lanes have learnt of the server.
#[derive(Debug)]
struct Known {
    settings: OnceLock<Settings>,
    alive: Mutex<Option<Alive<Pool>>>,
    /// The connection on the gauges, until it is closed or nobody has it any more.
    live: Mutex<Option<Live>>,
}

impl Known {
    /// The connection takes no more calls.
    fn over(&self) {
        take(&self.alive);
    }

    /// The connection is no more.
    fn closed(&self) {
        self.over();
        take(&self.live);
    }
}

fn take<T>(slot: &Mutex<Option<T>>) {
    let taken = slot.lock().unwrap_or_else(PoisonError::into_inner).take();
    drop(taken); // without the lock
}

impl Host for Known {
    fn settings(&self, settings: Settings) {
        let _ = self.settings.set(settings); // all lanes say the same
    }

    fn draining(&self) {
        self.over();
    }
}

impl client::Connection for Pool {
    fn is_usable(&self) -> bool {
        self.connection.close_reason().is_none()
    }
}

impl Pool {
    pub(crate) fn new(
        connection: Connection,
        limits: Limits,
        gauge: Arc<Gauge>,
        gauges: Gauges,
        alive: Alive<Self>,
    ) -> Self {
        let known = Arc::new(Known {
            settings: OnceLock::new(),
            alive: Mutex::new(Some(alive)),
            live: Mutex::new(Some(gauges.connection())),
        });
        let (watched, forgotten) = oneshot::channel();
        tokio::spawn(watch(connection.clone(), Arc::clone(&known), forgotten));
        Self {
            connection,
            limits,
            gauge,
            gauges,
            lanes: Mutex::default(),
            opening: tokio::sync::Mutex::new(()),
            known,
            _watched: watched,
        }
    }

    /// A lane for a small call.
    pub(crate) async fn shared(&self) -> Result<SharedLane, Status> {
        if let Some(lane) = self.free_lane() {
            return Ok(lane);
        }
        let _alone = self.opening.lock().await;
        if let Some(lane) = self.free_lane() {
            return Ok(lane);
        }
        // No streams come back on it, so nothing has to wait for the readers of others.
        let io = self.open_lane(usize::MAX).await?;
        let host: Arc<dyn Host> = Arc::clone(&self.known) as _;
        let lane = SharedLane::start(io, host, self.quiet());
        self.lanes
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .push(lane.clone());
        Ok(lane)
    }

    /// The least busy of the shared lanes; `None` when another one should be opened.
    pub(crate) fn free_lane(&self) -> Option<SharedLane> {
        let mut lanes = self.lanes.lock().unwrap_or_else(PoisonError::into_inner);
        lanes.retain(|lane| !lane.is_closed());
        let lane = lanes.iter().min_by_key(|lane| lane.load())?;
        let busy = lane.load() >= CALLS_BEFORE_NEXT_LANE;
        let full = lane.load() >= self.limits.calls_per_lane;
        (!full && (!busy || lanes.len() >= SHARED_LANES)).then(|| lane.clone())
    }

    /// A lane for one call, once the server allows another one.
    pub(crate) async fn lane_of_its_own(&self) -> Result<OwnLane, Status> {
        Ok(OwnLane {
            io: self.open_lane(self.limits.connection_memory_bytes).await?,
            host: Arc::clone(&self.known) as _,
            quiet: self.quiet(),
        })
    }

    async fn open_lane(&self, memory_bytes: usize) -> Result<LaneIo<QuicPipe>, Status> {
        let streams = self.connection.open_bi().await;
        let streams = streams.map_err(|error| Status::unavailable(error.to_string()))?;
        let limits = self.limits.clone();
        let lane = match self.known.settings.get() {
            Some(settings) => Lane::client_knowing(limits, *settings),
            None => Lane::client(limits),
        };
        Ok(LaneIo::new(
            lane,
            QuicPipe::new(streams),
            Arc::clone(&self.gauge),
            memory_bytes,
        )
        .counted([self.gauges.lane()]))
    }

    /// How long calls may be quiet before a sign of life is due.
    fn quiet(&self) -> Duration {
        (self.limits.idle_timeout / 3).max(Duration::from_millis(1))
    }
}

/// Waits for the end of a connection, unless nobody asks any more: a handle to it keeps it open.
async fn watch(
    connection: Connection,
    known: Arc<Known>,
    forgotten: oneshot::Receiver<Infallible>,
) {
    tokio::select! {
        _ = connection.closed() => known.closed(),
        _ = forgotten => {}
    }
}
