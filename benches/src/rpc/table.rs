//! Rows for people: the figures, and the ratios that Stillwire promises.

use std::fmt::Write as _;

use super::load::Row;

/// Prints the figures of one run, stack by stack.
pub fn figures(rows: &[Row]) -> String {
    let mut out = String::from(
        "stack               kind     bytes    c      per second     p50 us     p99 us  cpu us\n",
    );
    for row in rows {
        let _ = writeln!(
            out,
            "{:<19} {:<6} {:>7} {:>4} {:>15.0} {:>10.1} {:>10.1} {:>7.2}",
            row.stack,
            row.kind,
            row.bytes,
            row.concurrency,
            row.calls_per_second,
            row.p50_us,
            row.p99_us,
            row.cpu_us_per_call
        );
    }
    out
}

/// What is promised: of which stack, to which, and what of it.
struct Promise {
    name: &'static str,
    stack: &'static str,
    kind: &'static str,
    bytes: usize,
    measure: fn(&Row) -> f64,
    /// Concurrency and bound.
    bounds: &'static [(usize, f64)],
    at_most: bool,
}

const PEER: &str = "tonic-tls";

const PROMISES: [Promise; 8] = [
    Promise {
        name: "calls/s, 32 B, QUIC",
        stack: "stillwire-quic",
        kind: "echo",
        bytes: 32,
        measure: |row| row.calls_per_second,
        bounds: &[(1, 1.4), (16, 3.0), (64, 5.0), (256, 6.0)],
        at_most: false,
    },
    Promise {
        name: "calls/s, 4 KiB, QUIC",
        stack: "stillwire-quic",
        kind: "echo",
        bytes: 4096,
        measure: |row| row.calls_per_second,
        bounds: &[(1, 1.4), (16, 2.5), (64, 2.5), (256, 2.5)],
        at_most: false,
    },
    Promise {
        name: "calls/s, 32 B, TCP + TLS",
        stack: "stillwire-tcp-tls",
        kind: "echo",
        bytes: 32,
        measure: |row| row.calls_per_second,
        bounds: &[(1, 1.6), (16, 4.0), (64, 8.0), (256, 10.0)],
        at_most: false,
    },
    Promise {
        name: "p99, 32 B, QUIC",
        stack: "stillwire-quic",
        kind: "echo",
        bytes: 32,
        measure: |row| row.p99_us,
        bounds: &[(1, 0.8), (16, 0.4), (64, 0.3), (256, 0.3)],
        at_most: true,
    },
    Promise {
        name: "messages/s, 32 B, QUIC",
        stack: "stillwire-quic",
        kind: "stream",
        bytes: 32,
        measure: |row| row.calls_per_second,
        bounds: &[(1, 2.5)],
        at_most: false,
    },
    Promise {
        name: "messages/s, 32 B, TCP + TLS",
        stack: "stillwire-tcp-tls",
        kind: "stream",
        bytes: 32,
        measure: |row| row.calls_per_second,
        bounds: &[(1, 4.0)],
        at_most: false,
    },
    Promise {
        name: "bytes/s, 64 KiB, TCP + TLS",
        stack: "stillwire-tcp-tls",
        kind: "stream",
        bytes: 65536,
        measure: |row| row.calls_per_second,
        bounds: &[(1, 1.3)],
        at_most: false,
    },
    Promise {
        name: "bytes/s, 64 KiB, QUIC",
        stack: "stillwire-quic",
        kind: "stream",
        bytes: 65536,
        measure: |row| row.calls_per_second,
        bounds: &[(1, 0.65)],
        at_most: false,
    },
];

/// Prints what is promised of each ratio to tonic over TLS, and what was measured; says whether all hold.
pub fn ratios(rows: &[Row]) -> (String, bool) {
    let (mut out, mut all) = (String::new(), true);
    for promise in &PROMISES {
        for &(concurrency, bound) in promise.bounds {
            let find = |stack: &str| {
                let row = rows.iter().find(|row| {
                    row.stack == stack
                        && row.kind == promise.kind
                        && row.bytes == promise.bytes
                        && row.concurrency == concurrency
                });
                row.map(promise.measure)
            };
            let (Some(ours), Some(theirs)) = (find(promise.stack), find(PEER)) else {
                continue;
            };
            let ratio = ours / theirs;
            let holds = if promise.at_most {
                ratio <= bound
            } else {
                ratio >= bound
            };
            all &= holds;
            let sign = if promise.at_most { "<=" } else { ">=" };
            let _ = writeln!(
                out,
                "{:<28} c = {:>3}: {ratio:>6.2} ({sign} {bound}){}",
                promise.name,
                concurrency,
                if holds { "" } else { "  MISSED" }
            );
        }
    }
    (out, all)
}
