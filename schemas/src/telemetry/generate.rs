//! Records out of a seed.
//!
//! Keys of attributes come from a short list, as the conventions of a company have it; values are names, numbers and
//! identifiers. Most records belong to a trace.

use super::still::{Body, LogBatch, LogRecord, Resource, Severity};
use crate::random::Random;
use std::collections::BTreeMap;
use stillwire::Timestamp;

const SEVERITIES: [Severity; 8] = [
    Severity::Debug,
    Severity::Info,
    Severity::Info,
    Severity::Info,
    Severity::Info,
    Severity::Info,
    Severity::Warn,
    Severity::Error,
];
const KEYS: [&str; 12] = [
    "cache.hit",
    "client.address",
    "code.function",
    "db.operation",
    "http.method",
    "http.route",
    "http.status_code",
    "net.peer.name",
    "queue.name",
    "region",
    "retry.count",
    "thread.name",
];
const VALUES: [&str; 10] = [
    "GET",
    "POST",
    "200",
    "404",
    "/v1/orders/{id}",
    "eu-central-1",
    "orders-writer",
    "SELECT",
    "true",
    "10.20.30.40:5432",
];
const TEXTS: [&str; 6] = [
    "request served",
    "connection reset by peer, trying again",
    "cache refreshed",
    "payment authorised",
    "slow query: the plan has changed since it was last seen",
    "lease renewed",
];
/// 2025-11-07 13:55:36 UTC in nanoseconds.
const FIRST: i64 = 1_762_523_736_000_000_000;
/// Records are no further apart, in nanoseconds.
const GAP: u64 = 2_000_000;

/// A batch of so many records.
pub fn generate(records: usize, seed: u64) -> LogBatch {
    let mut random = Random::new(seed);
    let mut now = FIRST;
    let mut record = |_| {
        now += random.below(GAP) as i64;
        record(&mut random, now)
    };
    let records = (0..records).map(&mut record).collect();
    let attrs = [
        ("deployment.environment", "production"),
        ("host.name", "ip-10-20-30-40"),
        ("service.version", "2025.11.3"),
    ];
    LogBatch {
        resource: Resource {
            service: "orders".to_owned(),
            attrs: attrs.map(|(k, v)| (k.to_owned(), v.to_owned())).into(),
        },
        records,
        dropped: 7,
    }
}

fn record(random: &mut Random, now: i64) -> LogRecord {
    let in_trace = random.percent(80);
    LogRecord {
        at: Timestamp(now),
        severity: random.pick(SEVERITIES),
        trace_id: in_trace.then(|| identifier(random)),
        span_id: in_trace.then(|| random.next64().to_be_bytes()),
        body: body(random),
        attrs: attributes(random),
        user_id: random
            .percent(40)
            .then(|| format!("u-{:06}", random.below(1_000_000))),
    }
}

fn identifier(random: &mut Random) -> [u8; 16] {
    let (high, low) = (random.next64(), random.next64());
    (u128::from(high) << 64 | u128::from(low)).to_be_bytes()
}

fn body(random: &mut Random) -> Body {
    match random.below(10) {
        0..7 => Body::Text(random.pick(TEXTS).to_owned()),
        7..9 => Body::Json(format!(
            r#"{{"took_us":{},"rows":{}}}"#,
            random.below(100_000),
            random.below(500)
        )),
        _ => Body::Raw(random.some(64, |r| r.next() as u8)),
    }
}

fn attributes(random: &mut Random) -> BTreeMap<String, String> {
    let mut attributes = BTreeMap::new();
    for key in KEYS {
        if random.percent(45) {
            let value = if random.percent(30) {
                random.below(100_000).to_string()
            } else {
                random.pick(VALUES).to_owned()
            };
            attributes.insert(key.to_owned(), value);
        }
    }
    attributes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_gives_the_same_batch_everywhere() {
        let batch = generate(50, 1);
        assert_eq!(generate(50, 1), batch);
        assert_ne!(generate(50, 2), batch);
        assert_eq!(batch.encode().to_message(), batch);
    }
}
