//! Calls per second: unary lookups, many at a time on one connection.

use super::progress::Progress;
use crate::histogram::Histogram;
use crate::limits::CALL_TIMEOUT;
use serde::Serialize;
use std::sync::Arc;
use std::time::{Duration, Instant};
use stillwire::{EncodeError, Encoded, Status, ToEncoded};
use stillwire_samples::crates::still::{CrateIndexClient, Graph, LookupRequest};
use tokio::task::JoinSet;

/// Calls that are in flight at any time.
pub(crate) const CONCURRENCY: usize = 64;
/// How much of the time goes by before the counting begins.
const WARM_UP: f64 = 0.1;
/// How often the progress bar moves.
const TICK: Duration = Duration::from_millis(50);

/// What one transport did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub(crate) struct Calls {
    pub(crate) calls: u64,
    pub(crate) calls_per_second: u64,
    pub(crate) p50_us: u64,
    pub(crate) p99_us: u64,
}

/// What is asked: each package once, then from the start. In a graph without packages nothing can be looked up.
pub(crate) fn requests(graph: &Graph) -> Result<Arc<[Encoded<LookupRequest>]>, EncodeError> {
    let request = |name: &str, version: &str| {
        LookupRequest {
            name: name.to_owned(),
            version: Some(version.to_owned()),
        }
        .to_encoded()
    };
    graph
        .packages
        .iter()
        .map(|p| request(&p.name, &p.version))
        .collect()
}

/// Calls for about `time`, with [`CONCURRENCY`] calls in flight.
pub(crate) async fn run(
    client: &CrateIndexClient,
    requests: &Arc<[Encoded<LookupRequest>]>,
    time: Duration,
    progress: &Progress,
) -> Result<Calls, Status> {
    if requests.is_empty() {
        return Ok(Calls::default());
    }
    let begin = Instant::now() + time.mul_f64(WARM_UP);
    let end = begin + time;
    let mut callers = JoinSet::new();
    for number in 0..CONCURRENCY {
        let first = number * requests.len() / CONCURRENCY;
        callers.spawn(call(client.clone(), requests.clone(), first, begin, end));
    }
    let mut total = Histogram::new();
    let mut ticks = tokio::time::interval(TICK);
    loop {
        tokio::select! {
            caller = callers.join_next() => match caller {
                Some(Ok(histogram)) => total.merge(&histogram?),
                Some(Err(error)) => return Err(Status::internal(error.to_string())),
                None => break,
            },
            _ = ticks.tick() => progress.time(begin.elapsed(), time),
        }
    }
    let per_second = total.total() as f64 / time.as_secs_f64();
    Ok(Calls {
        calls: total.total(),
        calls_per_second: per_second.round() as u64,
        p50_us: total.quantile(0.5),
        p99_us: total.quantile(0.99),
    })
}

/// One caller: a call at a time. Calls that end between `begin` and `end` count.
async fn call(
    client: CrateIndexClient,
    requests: Arc<[Encoded<LookupRequest>]>,
    first: usize,
    begin: Instant,
    end: Instant,
) -> Result<Histogram, Status> {
    let mut histogram = Histogram::new();
    let mut start = Instant::now();
    for request in requests.iter().cycle().skip(first) {
        let answered = client.lookup(request).timeout(CALL_TIMEOUT).await;
        answered.map_err(stillwire::Fault::into_status)?;
        let now = Instant::now();
        if now >= end {
            break;
        }
        if now >= begin {
            let took = u64::try_from((now - start).as_micros()).unwrap_or(u64::MAX);
            histogram.record(took);
        }
        start = now;
    }
    Ok(histogram)
}
