//! What connections cost in memory, on every transport and beside raw quinn.
//!
//! ```text
//! cargo run --release -p stillwire-benches --bin memory
//! cargo run --release -p stillwire-benches --bin memory -- --json
//! ```
#![forbid(unsafe_code)]

use std::alloc::System;
use std::error::Error;
use std::thread::sleep;
use std::time::Duration;

use clap::Parser;
use stats_alloc::StatsAlloc;
use stillwire_benches::memory::part::{self, Part};
use stillwire_benches::memory::{COUNTING, Row, Stack, Use};

#[global_allocator]
static ALLOCATOR: &StatsAlloc<System> = COUNTING;

/// Connections before the first figure, so that what is made once is made.
const WARM_UP: usize = 50;

/// What a connection may cost when idle, over what quinn's own does: docs/limits.md.
const IDLE_BYTES: i64 = 64 * 1024;

/// What a connection may cost in any case: docs/limits.md.
const MOST_BYTES: i64 = 24 * 1024 * 1024;

/// Measures what connections cost in memory.
#[derive(Parser)]
#[command(version)]
struct Options {
    /// Only this stack; may be given more than once.
    #[arg(long, value_name = "NAME")]
    stack: Vec<Stack>,
    /// Connections, idle and with calls.
    #[arg(long, value_name = "N", default_value = "1000")]
    connections: usize,
    /// Calls of each of them that wait.
    #[arg(long, value_name = "N", default_value = "100")]
    calls: usize,
    /// Streams of a connection that nobody reads.
    #[arg(long, value_name = "N", default_value = "20")]
    streams: usize,
    /// Connections whose streams nobody reads.
    #[arg(long, value_name = "N", default_value = "10")]
    unread: usize,
    /// Prints one JSON object for each figure.
    #[arg(long)]
    json: bool,
    /// Is a server; for the program itself.
    #[arg(long, hide = true)]
    serve: Option<Stack>,
    /// Is a client; for the program itself.
    #[arg(long, hide = true)]
    call: Option<Stack>,
}

fn main() -> Result<(), Box<dyn Error>> {
    let options = Options::parse();
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    if let Some(stack) = options.serve {
        return runtime.block_on(part::serve(stack));
    }
    if let Some(stack) = options.call {
        return runtime.block_on(part::call(stack));
    }
    let stacks = if options.stack.is_empty() {
        Stack::ALL.to_vec()
    } else {
        options.stack.clone()
    };
    let mut rows = Vec::new();
    for stack in stacks {
        rows.extend(idle_and_calls(stack, &options)?);
        if stack != Stack::QuinnRaw {
            rows.extend(streams(stack, &options)?);
        }
    }
    for row in &rows {
        if options.json {
            println!("{}", serde_json::to_string(row)?);
        }
    }
    if !options.json {
        print(&rows);
    }
    Ok(())
}

/// A server and a client of a stack.
struct Pair {
    stack: Stack,
    server: Part,
    client: Part,
}

impl Pair {
    fn start(stack: Stack) -> Result<Self, Box<dyn Error>> {
        let mut server = Part::start(&["--serve", stack.name()])?;
        let mut client = Part::start(&["--call", stack.name()])?;
        client.ask(&server.ask("where")?)?;
        Ok(Self {
            stack,
            server,
            client,
        })
    }

    /// What both have, once they have come to rest.
    fn measure(&mut self) -> Result<[Use; 2], Box<dyn Error>> {
        sleep(Duration::from_secs(2));
        Ok([self.server.measure()?, self.client.measure()?])
    }

    fn rows(
        &self,
        measure: &'static str,
        connections: usize,
        calls_per_connection: usize,
        before: [Use; 2],
        after: [Use; 2],
    ) -> Result<Vec<Row>, Box<dyn Error>> {
        let count = i64::try_from(connections)?;
        let rows = ["server", "client"]
            .into_iter()
            .zip(before.iter().zip(after));
        Ok(rows
            .map(|(side, (before, after))| Row {
                stack: self.stack.name(),
                side,
                measure,
                connections,
                calls_per_connection,
                heap_bytes: (after.heap - before.heap) / count,
                resident_bytes: (after.resident - before.resident) / count,
            })
            .collect())
    }
}

fn idle_and_calls(stack: Stack, options: &Options) -> Result<Vec<Row>, Box<dyn Error>> {
    let mut pair = Pair::start(stack)?;
    pair.client.ask(&format!("connect {WARM_UP}"))?;
    let before = pair.measure()?;
    pair.client
        .ask(&format!("connect {}", options.connections))?;
    let idle = pair.measure()?;
    let mut rows = pair.rows("idle", options.connections, 0, before, idle)?;
    if stack == Stack::QuinnRaw {
        return Ok(rows);
    }
    pair.client.ask(&format!("call {}", options.calls))?;
    let all = options.calls * (options.connections + WARM_UP);
    while pair.server.measure()?.calls < all {
        sleep(Duration::from_millis(50));
    }
    let called = pair.measure()?;
    let connections = options.connections + WARM_UP;
    rows.extend(pair.rows("calls", connections, options.calls, idle, called)?);
    Ok(rows)
}

fn streams(stack: Stack, options: &Options) -> Result<Vec<Row>, Box<dyn Error>> {
    let mut pair = Pair::start(stack)?;
    pair.client.ask(&format!("connect {}", options.unread))?;
    let before = pair.measure()?;
    pair.client.ask(&format!("pour {}", options.streams))?;
    let after = pair.measure()?;
    pair.rows("streams", options.unread, options.streams, before, after)
}

fn print(rows: &[Row]) {
    println!(
        "{:<20} {:<7} {:<8} {:>11} {:>6} {:>13} {:>13}",
        "bytes a connection", "side", "measure", "connections", "calls", "allocated", "resident"
    );
    for row in rows {
        println!(
            "{:<20} {:<7} {:<8} {:>11} {:>6} {:>13} {:>13}",
            row.stack,
            row.side,
            row.measure,
            row.connections,
            row.calls_per_connection,
            row.heap_bytes,
            row.resident_bytes
        );
    }
    println!();
    for row in rows {
        let (what, bytes, most) = if row.measure == "idle" {
            let own = rows.iter().find(|other| {
                other.stack == "quinn-raw" && other.side == row.side && other.measure == "idle"
            });
            // Of the others, all is compared.
            let own = own.filter(|_| row.stack == "stillwire-quic");
            let base = own.map_or(0, |own| own.heap_bytes);
            ("over quinn's own", row.heap_bytes - base, IDLE_BYTES)
        } else {
            ("all in", row.heap_bytes, MOST_BYTES)
        };
        let holds = if bytes <= most { "" } else { "  MISSED" };
        if row.stack != "quinn-raw" {
            println!(
                "{:<20} {:<7} {:<8} {what}: {bytes} of {most}{holds}",
                row.stack, row.side, row.measure
            );
        }
    }
}
