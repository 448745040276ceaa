//! Calls at a time, counted and timed.

use std::error::Error;
use std::fs;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use bytes::Bytes;
use serde::{Deserialize, Serialize};
use tokio::task::JoinSet;

use super::Stack;
use super::client::Client;

/// What is asked for, and how many at a time.
const ECHO_BYTES: [usize; 2] = [32, 4096];
const CONCURRENCY: [usize; 4] = [1, 16, 64, 256];

/// Streams: bytes of a message, and messages of a stream.
const STREAMS: [(u32, u32); 2] = [(32, 200_000), (64 * 1024, 2_000)];

/// Ticks of `/proc/*/stat` in a second: what Linux says on every machine that this runs on.
const TICKS_PER_SECOND: f64 = 100.0;

/// A figure.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Row {
    pub stack: String,
    /// `echo`: calls. `stream`: messages of one stream after the other.
    pub kind: String,
    pub bytes: usize,
    pub concurrency: usize,
    /// Calls, or messages of a stream.
    pub calls_per_second: f64,
    /// 0 for streams.
    pub p50_us: f64,
    pub p99_us: f64,
    /// Of both processes together.
    pub cpu_us_per_call: f64,
}

/// Measures what is `wanted` on one stack, each for `time`.
pub async fn run(
    stack: Stack,
    client: &Client,
    server: u32,
    time: Duration,
    wanted: impl Fn(&str) -> bool,
    mut each: impl FnMut(Row),
) -> Result<(), Box<dyn Error>> {
    for bytes in ECHO_BYTES {
        for concurrency in CONCURRENCY {
            if !wanted(&format!("echo-{bytes}-{concurrency}")) {
                continue;
            }
            let echo = Echo {
                data: Bytes::from(vec![7; bytes]),
                concurrency,
            };
            echo.run(client, time / 4).await?;
            let cpu = cpu_seconds(server)?;
            let (mut nanos, seconds) = echo.run(client, time).await?;
            let cpu = cpu_seconds(server)? - cpu;
            nanos.sort_unstable();
            #[expect(clippy::cast_precision_loss, reason = "for people")]
            each(Row {
                stack: stack.name().to_owned(),
                kind: "echo".to_owned(),
                bytes,
                concurrency,
                calls_per_second: nanos.len() as f64 / seconds,
                p50_us: quantile(&nanos, 50),
                p99_us: quantile(&nanos, 99),
                cpu_us_per_call: cpu * 1e6 / nanos.len().max(1) as f64,
            });
        }
    }
    for (bytes, count) in STREAMS {
        if !wanted(&format!("stream-{bytes}")) {
            continue;
        }
        let bytes_usize = usize::try_from(bytes)?;
        pour(client, count / 10, bytes).await?;
        let (cpu, start, mut messages) = (cpu_seconds(server)?, Instant::now(), 0);
        while start.elapsed() < time {
            pour(client, count, bytes).await?;
            messages += count;
        }
        let seconds = start.elapsed().as_secs_f64();
        let cpu = cpu_seconds(server)? - cpu;
        each(Row {
            stack: stack.name().to_owned(),
            kind: "stream".to_owned(),
            bytes: bytes_usize,
            concurrency: 1,
            calls_per_second: f64::from(messages) / seconds,
            p50_us: 0.0,
            p99_us: 0.0,
            cpu_us_per_call: cpu * 1e6 / f64::from(messages),
        });
    }
    Ok(())
}

async fn pour(client: &Client, count: u32, bytes: u32) -> Result<(), Box<dyn Error>> {
    let came = client.pour(count, bytes).await.map_err(|e| e.to_string())?;
    let expected = u64::from(count) * u64::from(bytes);
    if u64::try_from(came)? != expected {
        return Err(format!("a stream of {came} bytes, {expected} were due").into());
    }
    Ok(())
}

/// Calls with `data`, so many at a time.
pub struct Echo {
    pub data: Bytes,
    pub concurrency: usize,
}

impl Echo {
    /// The nanoseconds of each call, and the seconds of all.
    ///
    /// # Errors
    /// Where a call fails.
    pub async fn run(&self, client: &Client, time: Duration) -> Result<(Vec<u64>, f64), String> {
        let over = Arc::new(AtomicBool::new(false));
        let mut callers = JoinSet::new();
        let start = Instant::now();
        for _ in 0..self.concurrency {
            let (client, data, over) = (client.clone(), self.data.clone(), Arc::clone(&over));
            callers.spawn(async move {
                let mut nanos = Vec::new();
                // A call begins when the one before has ended: one look at the clock for both.
                let mut start = Instant::now();
                while !over.load(Ordering::Relaxed) {
                    let len = client.echo(&data).await.map_err(|e| e.to_string())?;
                    let end = Instant::now();
                    nanos.push(u64::try_from((end - start).as_nanos()).unwrap_or(u64::MAX));
                    start = end;
                    if len != data.len() {
                        return Err(format!("an echo of {len} bytes"));
                    }
                }
                Ok(nanos)
            });
        }
        tokio::time::sleep(time).await;
        over.store(true, Ordering::Relaxed);
        let seconds = start.elapsed().as_secs_f64();
        let mut all = Vec::new();
        while let Some(caller) = callers.join_next().await {
            all.extend(caller.map_err(|e| e.to_string())??);
        }
        Ok((all, seconds))
    }
}

/// Microseconds, below which are so many of a hundred.
#[expect(clippy::cast_precision_loss, reason = "for people")]
pub fn quantile(sorted: &[u64], percent: usize) -> f64 {
    let at = (sorted.len() * percent / 100).min(sorted.len().saturating_sub(1));
    sorted.get(at).map_or(0.0, |nanos| *nanos as f64 / 1e3)
}

/// Seconds that this process and the server's have computed.
fn cpu_seconds(server: u32) -> Result<f64, Box<dyn Error>> {
    let mut sum = 0.0;
    for process in ["self".to_owned(), server.to_string()] {
        let stat = fs::read_to_string(format!("/proc/{process}/stat"))?;
        // The name, in brackets, may hold anything; user and system time are fields 14 and 15.
        let (_, fields) = stat.rsplit_once(')').ok_or("no fields")?;
        let ticks = fields.split_whitespace().skip(11).take(2);
        for field in ticks {
            sum += field.parse::<f64>()?;
        }
    }
    Ok(sum / TICKS_PER_SECOND)
}
