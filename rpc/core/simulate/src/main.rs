//! Runs simulations of the lane protocol: many seeds, or one with everything that happens in it.
#![forbid(unsafe_code)]

use clap::builder::PossibleValuesParser;
use clap::{CommandFactory, Parser};
use indicatif::{ProgressBar, ProgressStyle};
use simulated_core::lane::simulation::{
    Failure, Fault, Options, Report, STEPS, Trouble, Troubles, needed, run,
};
use std::collections::BTreeMap;
use std::io::{self, ErrorKind, IsTerminal, Write};
use std::process::ExitCode;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Instant;

/// Two peers of the lane protocol under everything that a network may do
///
/// After each step every invariant is checked. Where one does not hold, its name, the seed and the step are printed, with the
/// troubles that it takes, and the exit code is 1. The same seed is the same run, on every machine.
#[derive(Debug, Parser)]
#[command(name = "simulate")]
#[command(
    after_help = "Examples:\n  simulate --seeds 10000\n  simulate --seed 7\n  simulate --seeds 200 --break credit-twice"
)]
struct Arguments {
    /// How many seeds to run
    #[arg(long, default_value_t = 1_000, conflicts_with = "seed")]
    seeds: u64,
    /// The first of them
    #[arg(long, default_value_t = 0, conflicts_with = "seed")]
    from: u64,
    /// Run this one, and print each step
    #[arg(long)]
    seed: Option<u64>,
    /// Print nothing but how it ended
    #[arg(long, requires = "seed")]
    quiet: bool,
    /// Steps of a run, besides those in which it settles
    #[arg(long, default_value_t = STEPS)]
    steps: usize,
    /// Leave out a kind of trouble; may be given several times
    #[arg(long, value_name = "TROUBLE", value_parser = names(Trouble::ALL))]
    without: Vec<String>,
    /// Give both lanes a bug, which is to be found
    #[arg(long = "break", value_name = "FAULT", value_parser = names(Fault::ALL))]
    fault: Option<String>,
    /// Runs at a time; as many as there are processors where not given
    #[arg(long)]
    jobs: Option<usize>,
}

fn names<T, const N: usize>(all: [(&'static str, T); N]) -> PossibleValuesParser {
    PossibleValuesParser::new(all.map(|(name, _)| name))
}

impl Arguments {
    fn options(&self) -> Options {
        let left_out = Trouble::ALL
            .into_iter()
            .filter(|(name, _)| self.without.iter().any(|without| without == name));
        let fault = Fault::ALL
            .into_iter()
            .find(|(name, _)| self.fault.as_deref() == Some(*name));
        Options {
            steps: self.steps,
            troubles: left_out.fold(Troubles::all(), |all, (_, trouble)| all.without(trouble)),
            fault: fault.map(|(_, fault)| fault),
        }
    }

    /// The command that repeats a failure, with every step.
    fn again(&self, failure: &Failure) -> String {
        let mut command = format!("simulate --seed {}", failure.seed);
        if self.steps != STEPS {
            command += &format!(" --steps {}", self.steps);
        }
        for trouble in &self.without {
            command += &format!(" --without {trouble}");
        }
        if let Some(fault) = &self.fault {
            command += &format!(" --break {fault}");
        }
        command
    }
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    if arguments.jobs == Some(0) || arguments.seeds == 0 {
        let error = "--jobs and --seeds are at least 1";
        Arguments::command()
            .error(clap::error::ErrorKind::ValueValidation, error)
            .exit();
    }
    let ended = match arguments.seed {
        Some(seed) => one(seed, &arguments),
        None => many(&arguments),
    };
    match ended {
        Ok(code) => code,
        Err(error) if error.kind() == ErrorKind::BrokenPipe => ExitCode::SUCCESS, // `head` has seen enough
        Err(error) => {
            eprintln!("simulate: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Runs one seed and prints what happens.
fn one(seed: u64, arguments: &Arguments) -> io::Result<ExitCode> {
    let options = arguments.options();
    let mut out = io::BufWriter::new(io::stdout().lock());
    let mut written = Ok(());
    let mut print = |line: &str| {
        if written.is_ok() && !arguments.quiet {
            written = writeln!(out, "{line}");
        }
    };
    let ended = run(seed, &options, Some(&mut print));
    written?;
    match ended {
        Ok(report) => {
            let ms = report.time.as_millis();
            writeln!(
                out,
                "seed {seed}: {} steps, {ms} ms, digest {:016x}",
                report.steps, report.digest
            )?;
            out.flush()?;
            Ok(ExitCode::SUCCESS)
        }
        Err(failure) => {
            out.flush()?;
            explain(&failure, arguments);
            Ok(ExitCode::FAILURE)
        }
    }
}

/// What many runs came to.
#[derive(Default)]
struct Sum {
    runs: u64,
    steps: usize,
    tally: BTreeMap<&'static str, u64>,
    /// Of the lowest seed.
    failure: Option<Box<Failure>>,
}

impl Sum {
    fn add(&mut self, ended: Result<Report, Box<Failure>>) {
        self.runs += 1;
        match ended {
            Ok(report) => {
                self.steps += report.steps;
                for (what, times) in report.tally {
                    *self.tally.entry(what).or_default() += times;
                }
            }
            Err(failure) => {
                let known = self.failure.as_ref().map_or(u64::MAX, |known| known.seed);
                if failure.seed < known {
                    self.failure = Some(failure);
                }
            }
        }
    }
}

/// Runs many seeds, up to the first that fails.
fn many(arguments: &Arguments) -> io::Result<ExitCode> {
    let options = arguments.options();
    let processors = std::thread::available_parallelism().map_or(1, usize::from);
    let bar = bar(arguments.seeds);
    let end = arguments.from.saturating_add(arguments.seeds);
    // The next seed, and the seed at which to stop.
    let (next, stop) = (AtomicU64::new(arguments.from), AtomicU64::new(end));
    let sum = Mutex::new(Sum::default());
    let begun = Instant::now();
    std::thread::scope(|scope| {
        for _ in 0..arguments.jobs.unwrap_or(processors) {
            scope.spawn(|| {
                loop {
                    let seed = next.fetch_add(1, Ordering::Relaxed);
                    if seed >= stop.load(Ordering::Relaxed) {
                        return;
                    }
                    let ended = run(seed, &options, None);
                    if ended.is_err() {
                        stop.fetch_min(seed, Ordering::Relaxed); // lower ones are still under way
                    }
                    let mut sum = sum.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
                    sum.add(ended);
                    bar.inc(1);
                }
            });
        }
    });
    bar.finish_and_clear();
    let sum = sum
        .into_inner()
        .unwrap_or_else(|poisoned| poisoned.into_inner());
    if let Some(failure) = &sum.failure {
        explain(failure, arguments);
        return Ok(ExitCode::FAILURE);
    }
    let mut out = io::stdout().lock();
    writeln!(
        out,
        "{} seeds from {}: every invariant held after each of {} steps, in {:.1?}",
        sum.runs,
        arguments.from,
        sum.steps,
        begun.elapsed()
    )?;
    for (what, times) in sum.tally {
        writeln!(out, "  {times:>12}  {what}")?;
    }
    Ok(ExitCode::SUCCESS)
}

fn bar(seeds: u64) -> ProgressBar {
    if !io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    // The template is a constant: where it does not parse, the default will do.
    let style =
        ProgressStyle::with_template("  {bar:32} {pos} of {len} seeds, {per_sec}, {eta} left");
    ProgressBar::new(seeds).with_style(style.unwrap_or(ProgressStyle::default_bar()))
}

fn explain(failure: &Failure, arguments: &Arguments) {
    eprintln!("{failure}");
    let needed: Vec<_> = needed(failure, &arguments.options())
        .iter()
        .map(Trouble::name)
        .collect();
    eprintln!(
        "It takes: {}",
        if needed.is_empty() {
            "nothing".to_owned()
        } else {
            needed.join(", ")
        }
    );
    eprintln!("Again, step by step: {}", arguments.again(failure));
}
