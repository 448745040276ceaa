//! `stillwire demo`: a real graph through the codec and both transports, checked and measured.
//!
//! ```text
//!  input ──▶ metadata ──▶ graph ──▶ measure: JSON, protobuf, Stillwire
//!                           │
//!                         engine ── serve ──gRPC, QUIC──▶ check, calls
//!                                                            └──▶ report
//! ```

mod calls;
mod check;
mod differ;
mod engine;
mod expect;
mod input;
mod measure;
mod paint;
mod progress;
mod report;
mod serve;
mod table;
mod units;

use self::check::CheckError;
use self::input::{InputError, Source};
use self::paint::Paint;
use self::progress::Progress;
use self::report::{Report, Transports};
use self::serve::{ServeError, Served};
use clap::Args;
use std::path::PathBuf;
use std::time::Duration;
use stillwire::{EncodeError, Status};
use stillwire_samples::crates::graph::{self, GraphError};
use stillwire_samples::crates::still::Graph;
use stillwire_samples::crates::{Metadata, MetadataError};
use stillwire_samples::{Forms, Subject, SubjectError};
use tokio::runtime::{self, Runtime};

/// Steps of the progress bar: the check, encoding, reading, and two transports of two steps each.
const STEPS: u64 = 7;
/// How much longer calls are measured than anything else.
const CALLS_TIME: u32 = 2;

/// What the demo is to do.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Options {
    /// Show the project of this Cargo.toml instead of the one around the current directory
    #[arg(long, value_name = "PATH", conflicts_with = "input")]
    manifest_path: Option<PathBuf>,
    /// Read what `cargo metadata --format-version 1` printed from a file; `-` is standard input
    #[arg(long, value_name = "FILE")]
    input: Option<PathBuf>,
    /// Print one JSON object and nothing else
    #[arg(long)]
    json: bool,
    /// How long each measurement takes
    #[arg(long, value_name = "N", default_value = "1", value_parser = seconds)]
    seconds: Duration,
}

const EXAMPLES: &str = "\
Examples:
  stillwire demo
  stillwire demo --manifest-path ../my-project/Cargo.toml
  cargo metadata --format-version 1 | stillwire demo --input - --json";

/// A time that is worth measuring and will end.
fn seconds(text: &str) -> Result<Duration, String> {
    let wrong = || "expected a number of seconds from 0.01 to 3600".to_owned();
    let number: f64 = text.parse().map_err(|_| wrong())?;
    if (0.01..=3600.0).contains(&number) {
        Ok(Duration::from_secs_f64(number))
    } else {
        Err(wrong())
    }
}

/// Why the demo ends early.
#[derive(Debug, thiserror::Error)]
pub(crate) enum DemoError {
    #[error(transparent)]
    Input(#[from] InputError),
    #[error("{from}: {error}")]
    Metadata { from: Source, error: MetadataError },
    #[error("{from}: {error}")]
    Graph { from: Source, error: GraphError },
    #[error(transparent)]
    Measure(#[from] SubjectError),
    #[error(transparent)]
    Serve(#[from] ServeError),
    #[error(transparent)]
    Check(#[from] CheckError),
    #[error(transparent)]
    Encode(#[from] EncodeError),
    #[error("a call failed while calls were measured: {0}")]
    Calls(Status),
    #[error("cannot start the runtime: {0}")]
    Runtime(std::io::Error),
}

/// Runs the demo. Gives what to print, and whether all went well and agreed.
pub(crate) fn run(options: &Options) -> (String, Result<(), DemoError>) {
    let progress = Progress::new(STEPS);
    let report = Source::of(options).and_report(options.seconds, &progress);
    progress.finish();
    match report {
        Ok(report) if options.json => (report.json() + "\n", Ok(())),
        Ok(report) => (table::draw(&report, Paint::of_stdout()), Ok(())),
        // Programs are told of a disagreement where they look for it; figures of wrong answers are worth nothing.
        Err(error) if options.json && error.is_disagreement() => {
            ("{\"agree\":false}\n".to_owned(), Err(error))
        }
        Err(error) => (String::new(), Err(error)),
    }
}

impl DemoError {
    fn is_disagreement(&self) -> bool {
        matches!(
            self,
            Self::Check(CheckError::Differ(_)) | Self::Measure(SubjectError::Differ { .. })
        )
    }
}

impl Source {
    fn of(options: &Options) -> Self {
        match &options.input {
            Some(path) if path.as_os_str() == "-" => Self::Stdin,
            Some(path) => Self::File(path.clone()),
            None => Self::Cargo(options.manifest_path.clone()),
        }
    }

    fn and_report(self, time: Duration, progress: &Progress) -> Result<Report, DemoError> {
        progress.step(0, format!("Reading {self}"));
        let document = self.read()?;
        let metadata = Metadata::parse(&document).map_err(|error| DemoError::Metadata {
            from: self.clone(),
            error,
        })?;
        let graph = graph::build(metadata).map_err(|error| DemoError::Graph {
            from: self.clone(),
            error,
        })?;
        let subject = Subject::new(graph)?;
        // One thread each for server and clients, as if each had a core to itself.
        let (server, runtime) = (one_thread()?, one_thread()?);
        let served = server.block_on(Served::start(subject.encoded().clone()))?;
        let found = exercise(&runtime, &served, &subject, time, progress);
        server.block_on(served.stop())?;
        let (checked, transports, encode_ns, read_ns) = found?;
        Ok(Report {
            source: self.to_string(),
            input_bytes: document.len(),
            packages: subject.owned().packages.len(),
            edges: subject
                .owned()
                .packages
                .iter()
                .map(|p| p.resolved.len())
                .sum(),
            sizes: subject.sizes(),
            encode_ns,
            read_ns,
            transports,
            checks: checked.total(),
            checked,
            agree: true,
        })
    }
}

/// A runtime with one thread, which works even while nobody waits for it.
fn one_thread() -> Result<Runtime, DemoError> {
    let built = runtime::Builder::new_multi_thread()
        .worker_threads(1)
        .enable_all()
        .build();
    built.map_err(DemoError::Runtime)
}

type Found = (check::Checked, Transports, Forms<u64>, Forms<u64>);

/// Checks, then measures: figures of answers that are wrong are worth nothing.
fn exercise(
    runtime: &Runtime,
    served: &Served,
    subject: &Subject<Graph>,
    time: Duration,
    progress: &Progress,
) -> Result<Found, DemoError> {
    let clients = served.clients();
    progress.step(0, "Comparing answers");
    let checked = runtime.block_on(check::run(
        clients,
        subject.owned(),
        subject.json(),
        progress,
    ))?;
    progress.step(1, "Encoding");
    let encode = measure::encode(subject, time, progress);
    progress.step(2, "Reading");
    let read = measure::read(subject, time, progress);
    let requests = calls::requests(subject.owned())?;
    let measure = |step, name, client| {
        progress.step(step, format!("Calling over {name}"));
        let calls = calls::run(client, &requests, time * CALLS_TIME, progress);
        runtime.block_on(calls).map_err(DemoError::Calls)
    };
    let grpc = measure(3, "gRPC", &clients.grpc)?;
    let quic = measure(5, "QUIC", &clients.quic)?;
    Ok((checked, Transports { grpc, quic }, encode, read))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seconds_are_a_number_that_is_neither_nothing_nor_for_ever() {
        assert_eq!(seconds("0.1").unwrap(), Duration::from_millis(100));
        assert_eq!(seconds("3600").unwrap(), Duration::from_secs(3600));
        for wrong in ["0", "-1", "NaN", "inf", "3601", "", "1s"] {
            assert!(seconds(wrong).is_err(), "{wrong}");
        }
    }
}
