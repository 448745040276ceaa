//! `stillwire bench`: one method under load, and how long its calls take.

use super::connection::duration;
use super::types::Method;
use super::{Connection, RemoteError, Source, lookup, run, told};
use crate::histogram::Histogram;
use bytes::Bytes;
use clap::Args;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use serde::Serialize;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};
use stillwire::Metadata;
use stillwire::rpc::{Caller, Input, MethodDescriptor, OutgoingCall};
use tokio::task::JoinSet;

/// What to call, and how often.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Options {
    #[command(flatten)]
    connection: Connection,
    /// The method: package.Service/Method
    method: String,
    /// The message as JSON
    #[arg(default_value = "{}")]
    message: String,
    #[command(flatten)]
    source: Source,
    /// Calls at a time
    #[arg(short, long, value_name = "N", default_value_t = 16, value_parser = clap::value_parser!(u32).range(1..=100_000))]
    concurrency: u32,
    /// How long
    #[arg(long, value_name = "TIME", default_value = "10s", value_parser = duration)]
    time: Duration,
    /// How many calls, instead of how long
    #[arg(short = 'n', long, value_name = "N", conflicts_with = "time")]
    calls: Option<u64>,
    /// Print JSON, for programs
    #[arg(long)]
    json: bool,
}

const EXAMPLES: &str = "\
Examples:
  stillwire bench grpc://localhost:50051 acme.v1.Echo/Say '{\"text\":\"hello\"}' --time 1s
  stillwire bench -c 64 -n 1000 grpc://localhost:50051 acme.v1.Echo/Say --json";

/// How long a call may take where nobody says. Stops a server that never answers from keeping the command.
const PATIENCE: Duration = Duration::from_secs(30);
/// Looks at the clock of the bar in a second.
const TICKS: u64 = 10;
/// Columns of the longest bar.
const WIDTH: u64 = 40;

/// What came of it.
#[derive(Debug, Serialize)]
struct Figures {
    method: String,
    concurrency: u32,
    calls: u64,
    seconds: f64,
    calls_per_second: f64,
    mean_us: f64,
    p50_us: u64,
    p90_us: u64,
    p99_us: u64,
    p999_us: u64,
    max_us: u64,
    /// Calls that failed, by status; they are not among the times.
    failed: BTreeMap<String, u64>,
}

pub(crate) fn bench(options: &Options) -> Result<(), RemoteError> {
    let text = run(async {
        let connection = &options.connection;
        let caller = connection.connect().await?;
        let method = lookup::method(&caller, connection, &options.source, &options.method).await?;
        if method.known.client_streaming || method.known.server_streaming {
            return Err(RemoteError::Streams(method.name().to_owned()));
        }
        let load = Load::new(options, caller, &method)?;
        // The first call connects, and tells whether the others make sense.
        let first = load.caller.start_one(load.call()).await.status;
        if !first.is_ok() {
            return Err(RemoteError::Status(Box::new(first)));
        }
        let (done, seconds) = load.run(options).await;
        let figures = figures(options, &method, &done, seconds);
        Ok(if options.json {
            serde_json::to_string(&figures).unwrap_or_default() + "\n"
        } else {
            show(&figures, &done)
        })
    })?;
    crate::print(&text).map_err(RemoteError::Output)
}

/// What is called again and again.
struct Load {
    caller: Caller,
    method: &'static MethodDescriptor,
    metadata: Metadata,
    request: Bytes,
    deadline: Duration,
    /// Calls that are yet to be begun.
    left: AtomicU64,
    begun: AtomicU64,
    until: Instant,
}

/// What one of the callers, or all of them, saw.
#[derive(Default)]
struct Done {
    times: Option<Histogram>,
    micros: u64,
    longest: u64,
    failed: BTreeMap<String, u64>,
}

impl Load {
    fn new(options: &Options, caller: Caller, method: &Method) -> Result<Self, RemoteError> {
        let form = caller.form();
        let request = method.input.write(options.message.as_bytes(), form);
        let request = request.map_err(|error| RemoteError::Request {
            method: method.name().to_owned(),
            error,
        })?;
        Ok(Self {
            caller,
            method: method.known,
            metadata: options.connection.metadata()?,
            request,
            deadline: options.connection.deadline.unwrap_or(PATIENCE),
            left: AtomicU64::new(options.calls.unwrap_or(u64::MAX)),
            begun: AtomicU64::new(0),
            until: Instant::now(),
        })
    }

    fn call(&self) -> OutgoingCall {
        OutgoingCall {
            wait_for_ready: false,
            method: self.method,
            metadata: self.metadata.clone(),
            deadline: Instant::now().checked_add(self.deadline),
            input: Input::One(self.request.clone()),
        }
    }

    async fn run(mut self, options: &Options) -> (Done, f64) {
        let start = Instant::now();
        // A count has no end in time.
        let time = if options.calls.is_some() {
            Duration::MAX
        } else {
            options.time
        };
        self.until = start
            .checked_add(time)
            .unwrap_or(start + Duration::from_secs(1 << 32));
        let load = Arc::new(self);
        let mut callers = JoinSet::new();
        for _ in 0..options.concurrency {
            callers.spawn(Arc::clone(&load).one());
        }
        let bar = bar(options.calls.unwrap_or(options.time.as_millis() as u64));
        let mut ticks = tokio::time::interval(Duration::from_millis(1000 / TICKS));
        let mut all = Done::default();
        loop {
            tokio::select! {
                joined = callers.join_next() => match joined {
                    Some(Ok(done)) => all.add(done),
                    // A caller that panicked is a defect that has been told.
                    Some(Err(_)) => {}
                    None => break,
                },
                _ = ticks.tick() => bar.set_position(match options.calls {
                    Some(_) => load.begun.load(Ordering::Relaxed),
                    None => start.elapsed().as_millis() as u64,
                }),
            }
        }
        bar.finish_and_clear();
        (all, start.elapsed().as_secs_f64())
    }

    /// Calls, one after the other, until it is enough.
    async fn one(self: Arc<Self>) -> Done {
        let mut done = Done::default();
        let mut times = Histogram::new();
        while self.another() {
            let start = Instant::now();
            let status = self.caller.start_one(self.call()).await.status;
            let took = start.elapsed().as_micros() as u64;
            if status.is_ok() {
                times.record(took);
                done.micros += took;
                done.longest = done.longest.max(took);
            } else {
                *done.failed.entry(told(&status)).or_default() += 1;
            }
        }
        done.times = Some(times);
        done
    }

    fn another(&self) -> bool {
        self.begun.fetch_add(1, Ordering::Relaxed);
        let one_less = |left: u64| left.checked_sub(1);
        Instant::now() < self.until
            && self
                .left
                .fetch_update(Ordering::Relaxed, Ordering::Relaxed, one_less)
                .is_ok()
    }
}

/// Statuses that are told apart, at most: each call may fail with another text.
const STATUSES: usize = 20;

impl Done {
    fn add(&mut self, other: Self) {
        match (&mut self.times, other.times) {
            (Some(times), Some(more)) => times.merge(&more),
            (times @ None, more) => *times = more,
            (Some(_), None) => {}
        }
        self.micros += other.micros;
        self.longest = self.longest.max(other.longest);
        for (status, count) in other.failed {
            let known = self.failed.contains_key(&status) || self.failed.len() < STATUSES;
            let status = if known { status } else { "others".to_owned() };
            *self.failed.entry(status).or_default() += count;
        }
    }
}

fn bar(all: u64) -> ProgressBar {
    let bar = ProgressBar::with_draw_target(Some(all), ProgressDrawTarget::stderr());
    let style = ProgressStyle::with_template("  {bar:40} {percent:>3} %");
    // The template is a constant: where it does not parse, the default will do.
    bar.set_style(
        style
            .unwrap_or(ProgressStyle::default_bar())
            .progress_chars("█▉▊▋▌▍▎▏ "),
    );
    bar
}

fn figures(options: &Options, method: &Method, done: &Done, seconds: f64) -> Figures {
    let none = Histogram::new();
    let times = done.times.as_ref().unwrap_or(&none);
    let calls = times.total();
    // A bucket's value is its least; none is above the longest.
    let quantile = |share| times.quantile(share).min(done.longest);
    Figures {
        method: method.name().to_owned(),
        concurrency: options.concurrency,
        calls,
        seconds,
        calls_per_second: calls as f64 / seconds.max(f64::MIN_POSITIVE),
        mean_us: done.micros as f64 / calls.max(1) as f64,
        p50_us: quantile(0.5),
        p90_us: quantile(0.9),
        p99_us: quantile(0.99),
        p999_us: quantile(0.999),
        max_us: done.longest,
        failed: done.failed.clone(),
    }
}

fn show(figures: &Figures, done: &Done) -> String {
    let mut text = String::new();
    // Writing to a string does not fail.
    let _ = writeln!(
        text,
        "{}: {} calls in {:.2} s, {:.0} a second, {} at a time\n",
        figures.method,
        figures.calls,
        figures.seconds,
        figures.calls_per_second,
        figures.concurrency
    );
    for (name, value) in [
        ("mean", figures.mean_us as u64),
        ("p50", figures.p50_us),
        ("p90", figures.p90_us),
        ("p99", figures.p99_us),
        ("p99.9", figures.p999_us),
        ("max", figures.max_us),
    ] {
        let _ = writeln!(text, "{name:>8}  {}", micros(value));
    }
    let powers = done
        .times
        .as_ref()
        .map(Histogram::powers)
        .unwrap_or_default();
    let most = powers
        .iter()
        .map(|(_, count)| *count)
        .max()
        .unwrap_or(0)
        .max(1);
    text.push('\n');
    for (from, count) in powers {
        let width = usize::try_from((count * WIDTH).div_ceil(most)).unwrap_or(0);
        let _ = writeln!(
            text,
            "{:>10}  {:40} {count}",
            micros(from),
            "█".repeat(width)
        );
    }
    for (status, count) in &figures.failed {
        let _ = writeln!(text, "{count} failed: {status}");
    }
    text
}

fn micros(value: u64) -> String {
    match value {
        0..1_000 => format!("{value} µs"),
        1_000..1_000_000 => format!("{:.2} ms", value as f64 / 1e3),
        _ => format!("{:.2} s", value as f64 / 1e6),
    }
}
