//! Calls over a network of 20 ms that loses packets.
//!
//! ```text
//! sudo cargo run --release -p stillwire-benches --bin loss
//! sudo cargo run --release -p stillwire-benches --bin loss -- --json
//! ```
#![forbid(unsafe_code)]

use std::error::Error;
use std::time::{Duration, Instant};

use bytes::Bytes;
use clap::{Parser, ValueEnum as _};
use stillwire_benches::loss::wire::{FAR, Wire};
use stillwire_benches::loss::{Row, Way};
use stillwire_benches::process::{Place, Process, say};
use stillwire_benches::rpc::client::Client;
use stillwire_benches::rpc::load::{Echo, quantile};
use stillwire_benches::rpc::server;

/// What is asked for, and how many at a time.
const CALL_BYTES: usize = 1024;
const CONCURRENCY: usize = 64;

/// The promise of QUIC's p99 to tonic's over TLS with the kernel's default.
const PROMISE: f64 = 0.25;

/// Compares how calls get through a network of 20 ms that loses packets. Linux, as root.
#[derive(Parser)]
#[command(version)]
struct Options {
    /// Only this way; may be given more than once.
    #[arg(long, value_name = "NAME")]
    way: Vec<Way>,
    /// Packets lost of a hundred; may be given more than once.
    #[arg(long, value_name = "PERCENT", default_values = ["0", "1", "3"])]
    loss: Vec<f64>,
    /// Seconds of calls for each figure.
    #[arg(long, value_name = "N", default_value = "15")]
    seconds: f64,
    /// Prints one JSON object for each figure.
    #[arg(long)]
    json: bool,
    /// Serves; for the program itself.
    #[arg(long, hide = true)]
    serve: Option<Way>,
    /// Calls a server; for the program itself.
    #[arg(long, hide = true, num_args = 2)]
    drive: Vec<String>,
}

fn main() -> Result<(), Box<dyn Error>> {
    let options = Options::parse();
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    if let Some(way) = options.serve {
        let host = FAR.parse()?;
        return runtime.block_on(server::serve_at(
            way.stack(),
            host,
            way.congestion(),
            |place| {
                let _ = say(&place); // the parent may be gone, and ends this with it
            },
        ));
    }
    if let [way, loss] = &options.drive[..] {
        let row = drive(Way::from_str(way, false)?, loss.parse()?, options.seconds);
        return say(&runtime.block_on(row)?);
    }
    let wire = match Wire::lay() {
        Ok(wire) => wire,
        Err(why) => {
            println!("skipped: this machine has no lossy network to offer: {why}");
            return Ok(());
        }
    };
    let ways = if options.way.is_empty() {
        Way::ALL.to_vec()
    } else {
        options.way.clone()
    };
    let mut rows = Vec::new();
    for &loss in &options.loss {
        wire.lose(loss);
        for &way in &ways {
            let row = measure(&wire, way, loss, options.seconds)?;
            if options.json {
                println!("{}", serde_json::to_string(&row)?);
            }
            rows.push(row);
        }
    }
    if !options.json {
        print(&rows);
    }
    Ok(())
}

fn measure(wire: &Wire, way: Way, loss: f64, seconds: f64) -> Result<Row, Box<dyn Error>> {
    let program = std::env::current_exe()?;
    let program = program.to_str().ok_or("a path that is no text")?;
    for end in [&wire.near, &wire.far] {
        end.set_congestion(way.kernel())?;
    }
    let mut server = wire.far.command(program);
    let (_server, place) = Process::serve(server.args(["--serve", way.name()]))?;
    let mut client = wire.near.command(program);
    client.args(["--drive", way.name(), &loss.to_string()]);
    client.args(["--seconds", &seconds.to_string()]);
    let row = Process::drive(&mut client, &place)?.hear()?;
    Ok(serde_json::from_str(
        &row.ok_or("the client says nothing")?,
    )?)
}

async fn drive(way: Way, loss_percent: f64, seconds: f64) -> Result<Row, Box<dyn Error>> {
    let place = Place::heard()?;
    let client = Client::connect_by(way.stack(), &place, way.congestion()).await;
    let client = client.map_err(|error| error.to_string())?;
    let echo = Echo {
        data: Bytes::from(vec![7; CALL_BYTES]),
        concurrency: CONCURRENCY,
    };
    let time = Duration::from_secs_f64(seconds);
    echo.run(&client, time / 5).await?;
    let start = Instant::now();
    let (mut nanos, _) = echo.run(&client, time).await?;
    nanos.sort_unstable();
    let calls = u32::try_from(nanos.len())?;
    Ok(Row {
        way: way.name().to_owned(),
        loss_percent,
        calls_per_second: f64::from(calls) / start.elapsed().as_secs_f64(),
        p50_ms: quantile(&nanos, 50) / 1e3,
        p99_ms: quantile(&nanos, 99) / 1e3,
    })
}

fn print(rows: &[Row]) {
    println!("1 KiB calls, {CONCURRENCY} at a time, 20 ms round trip");
    println!("way                       loss %    calls/s     p50 ms     p99 ms");
    for row in rows {
        println!(
            "{:<25} {:>6} {:>10.0} {:>10.1} {:>10.1}",
            row.way, row.loss_percent, row.calls_per_second, row.p50_ms, row.p99_ms
        );
    }
    println!();
    for row in rows.iter().filter(|row| row.loss_percent > 0.0) {
        let peer = rows.iter().find(|other| {
            other.way == Way::TonicTlsCubic.name()
                && (other.loss_percent - row.loss_percent).abs() < f64::EPSILON
        });
        if let Some(peer) = peer.filter(|_| row.way.starts_with("stillwire-quic")) {
            let ratio = row.p99_ms / peer.p99_ms;
            let missed = if ratio <= PROMISE { "" } else { "  MISSED" };
            println!(
                "p99, {} / {}, {} %: {ratio:.2} (<= {PROMISE}){missed}",
                row.way, peer.way, row.loss_percent
            );
        }
    }
}
