//! The data sets, each in every form.

use crate::convert::{Lend, To};
use crate::peers;
use crate::subject::{Subject, keep};
use stillwire_samples as samples;

pub mod log;
pub mod market;
pub mod mesh;
pub mod patch;
pub mod save;
pub mod telemetry;
pub mod updates;

/// What the sets are made of. Any number would do.
pub const SEED: u64 = 1;

/// A data set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, clap::ValueEnum)]
#[value(rename_all = "snake_case")]
pub enum Set {
    Log,
    Mesh,
    Save,
    Updates,
    Market,
    Telemetry,
    /// One message of `market`.
    Tick,
    /// `log` with a letter that is not ASCII in every hundredth record.
    LogAccents,
}

impl Set {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::Log,
        Self::Mesh,
        Self::Save,
        Self::Updates,
        Self::Market,
        Self::Telemetry,
        Self::Tick,
        Self::LogAccents,
    ];

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Log => "log",
            Self::Mesh => "mesh",
            Self::Save => "save",
            Self::Updates => "updates",
            Self::Market => "market",
            Self::Telemetry => "telemetry",
            Self::Tick => "tick",
            Self::LogAccents => "log_accents",
        }
    }

    /// What it is, in a few words.
    pub fn description(self) -> &'static str {
        match self {
            Self::Log => "10,000 records of an access log: mostly text",
            Self::Mesh => "125,000 triangles: nothing but floats",
            Self::Save => {
                "500 players of a saved game: nested, optional, a map and a union in each"
            }
            Self::Updates => "1,000 updates of a game server: many small nested messages",
            Self::Market => "10,000 changes of an order book: tiny messages of numbers",
            Self::Telemetry => "2,000 records of services: maps of strings, and a union in each",
            Self::Tick => "One change of an order book, at an odd address",
            Self::LogAccents => {
                "The access log with a letter that is not ASCII in every hundredth record"
            }
        }
    }

    /// How many elements are measured.
    pub fn elements(self) -> usize {
        match self {
            Self::Log | Self::Market | Self::LogAccents => 10_000,
            Self::Mesh => 125_000,
            Self::Save => 500,
            Self::Updates => 1_000,
            Self::Telemetry => 2_000,
            Self::Tick => 1,
        }
    }

    /// A set of so many elements, in every format.
    pub fn subject(self, elements: usize) -> Subject {
        let set = self;
        match set {
            Self::Log => all!(set, log Log LogInit, samples::log::generate(elements, SEED)),
            Self::Mesh => all!(set, mesh Mesh MeshInit, samples::mesh::generate(elements, SEED)),
            Self::Save => all!(set, save Save SaveInit, samples::save::generate(elements, SEED)),
            Self::Updates => {
                all!(set, updates Updates UpdatesInit, samples::updates::generate(elements, SEED))
            }
            Self::Market => {
                all!(set, market Ticks TicksInit, samples::market::generate(elements, SEED))
            }
            Self::Telemetry => {
                all!(set, telemetry LogBatch LogBatchInit, samples::telemetry::generate(elements, SEED))
            }
            Self::Tick => {
                let tick = samples::market::generate(1, SEED).ticks.remove(0);
                all!(set, market Tick TickInit, tick)
            }
            Self::LogAccents => all!(set, log Log LogInit, with_accents(elements)),
        }
    }
}

/// The log, with users in every hundredth record who have a letter more than ASCII.
fn with_accents(records: usize) -> samples::log::still::Log {
    let mut log = samples::log::generate(records, SEED);
    for record in log.records.iter_mut().step_by(100) {
        record.user = "zoé".to_owned();
    }
    log
}

macro_rules! all {
    ($set:ident, $module:ident $root:ident $init:ident, $owned:expr) => {{
        type Still = samples::$module::still::$root;
        type Plain = $module::plain::$root;
        type Proto = crate::proto::$module::$root;
        let owned: &Still = keep($owned);
        let mut subject = Subject::new($set.name(), owned);
        if $set == Set::Tick {
            subject = subject.at_odd_addresses();
        }
        let init: samples::$module::still::$init = owned.lend();
        peers::stillwire::add::<Still, _>(&mut subject, owned, keep(init));
        let plain: &Plain = keep(owned.to());
        peers::serde_json::add::<Plain>(&mut subject, plain);
        peers::simd_json::add::<Plain>(&mut subject, plain);
        peers::prost::add::<Proto>(&mut subject, keep(owned.to()));
        peers::rkyv::add::<Plain>(&mut subject, plain);
        peers::capnp::add::<Plain>(&mut subject, plain);
        peers::bitcode::add::<Plain>(&mut subject, plain);
        peers::wincode::add::<Plain, _>(&mut subject, plain, peers::wincode::config());
        peers::postcard::add::<Plain>(&mut subject, plain);
        pastey::paste! {
            type Flat = crate::flatbuffers::$module::$root;
            type FlatRef = crate::flatbuffers::$module::[<$root Ref>]<'static>;
            peers::flatbuffers::add::<Flat, FlatRef>(&mut subject, keep(owned.to()));
        }
        subject
    }};
}
use all;
