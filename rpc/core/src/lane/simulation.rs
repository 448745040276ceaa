//! Two peers, the lanes between them, and one seed: whole conversations under everything that a network may do.
//!
//! ```text
//!   callers ── Lane ──▶ link: late, in pieces, stalled, cut ──▶ Lane ── handlers
//!      ▲        │                     │                          │        ▲
//!      └────────┴── models: what was sent, read, promised ───────┴────────┘
//! ```
//!
//! At each step something happens: a caller or a handler does something, bytes are written or arrive, time passes, or there is
//! [trouble](Trouble). The order within a lane is kept, that among lanes is not. After each step everything that [`Invariant`]
//! names is checked, against models that know what applications did and what went over the links, and never ask a lane. Twice in
//! a run links become whole and both sides willing; every call must end then, without waiting for its deadline.
//!
//! The same seed gives the same run, which [`Report::digest`] tells. To see whether the simulation finds bugs, a lane can be
//! [given one](Fault). It is part of tests and of `rpc/core/simulate` alone.

mod actions;
mod check;
mod events;
mod invariant;
mod link;
mod model;
mod rng;
mod tap;
mod trace;
mod trouble;
mod wire;
mod world;

use std::collections::BTreeMap;
use std::fmt;
use std::time::Duration;

use invariant::Held;
use world::World;

pub use super::fault::Fault;
pub use invariant::Invariant;
pub use trace::Sink;
pub use trouble::{Trouble, Troubles};

/// Steps of a run, besides those in which it settles.
pub const STEPS: usize = 800;

/// What to run.
#[derive(Debug, Clone)]
pub struct Options {
    /// Steps, besides those in which the run settles.
    pub steps: usize,
    /// What may go wrong.
    pub troubles: Troubles,
    /// The bug that lanes are given.
    pub fault: Option<Fault>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            steps: STEPS,
            troubles: Troubles::all(),
            fault: None,
        }
    }
}

/// A run in which everything held.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// Of every line of the trace.
    pub digest: u64,
    /// All steps.
    pub steps: usize,
    /// The time that passed in it.
    pub time: Duration,
    /// How often what happened.
    pub tally: BTreeMap<&'static str, u64>,
}

/// A run in which something did not hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// The run's seed.
    pub seed: u64,
    /// The step after which it did not.
    pub step: usize,
    /// What did not hold.
    pub invariant: Invariant,
    /// How that shows.
    pub what: String,
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "seed {}, step {}: the invariant `{}` does not hold: {}",
            self.seed, self.step, self.invariant, self.what
        )
    }
}

impl std::error::Error for Failure {}

/// Runs one seed; `sink` takes the lines of its trace.
///
/// # Errors
/// The first invariant that does not hold.
pub fn run(seed: u64, options: &Options, sink: Option<Sink<'_>>) -> Result<Report, Box<Failure>> {
    let mut world = World::new(seed, &options.troubles, options.fault, sink);
    let ended = converse(&mut world, options.steps);
    world.trace.finish();
    match ended {
        Ok(()) => Ok(Report {
            digest: world.trace.digest(),
            steps: world.step,
            time: world.now,
            tally: world.tally,
        }),
        Err(broken) => Err(Box::new(Failure {
            seed,
            step: world.step,
            invariant: broken.invariant,
            what: broken.what,
        })),
    }
}

fn converse(world: &mut World<'_>, steps: usize) -> Held {
    for part in [steps / 2, steps - steps / 2] {
        for _ in 0..part {
            world.step()?;
        }
        world.settle()?;
    }
    world.leave()
}

/// The troubles without which a failure does not show, found by leaving out one after the other.
#[must_use]
pub fn needed(failure: &Failure, options: &Options) -> Troubles {
    let mut options = options.clone();
    for (_, trouble) in Trouble::ALL {
        let fewer = Options {
            troubles: options.troubles.clone().without(trouble),
            ..options.clone()
        };
        if run(failure.seed, &fewer, None).is_err_and(|other| other.invariant == failure.invariant)
        {
            options = fewer;
        }
    }
    options.troubles
}

#[cfg(test)]
mod tests;
