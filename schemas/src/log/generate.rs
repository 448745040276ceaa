//! Records out of a seed.
//!
//! All arithmetic is on integers of fixed size, so a seed gives the same log everywhere. What repeats in a real log, users
//! and paths and status codes, comes from short lists; addresses and sizes are as random as can be.

use super::still::{Log, Record};
use crate::random::Random;

const USERS: [&str; 8] = [
    "-",
    "-",
    "-",
    "alice",
    "bob",
    "carol",
    "dmitri",
    "wilhelmina",
];
/// Most requests read something.
const METHODS: [&str; 6] = ["GET", "GET", "GET", "GET", "HEAD", "POST"];
const PATHS: [&str; 12] = [
    "/",
    "/favicon.ico",
    "/robots.txt",
    "/index.html",
    "/img/logo-full.svg",
    "/css/main.css?v=20251107",
    "/js/app.min.js",
    "/api/v1/orders",
    "/api/v1/orders/4711/items?page=2&per_page=50",
    "/blog/2025/11/zero-copy-without-tears.html",
    "/downloads/stillwire-0.1.0.tar.gz",
    "/login?next=%2Faccount%2Fsettings",
];
const VERSIONS: [&str; 3] = ["HTTP/1.0", "HTTP/1.1", "HTTP/2.0"];
/// Most requests succeed.
const STATUS: [u16; 10] = [200, 200, 200, 200, 200, 206, 301, 304, 404, 500];
/// No answer has as many bytes.
const MAX_SIZE: u64 = 100_000_000;
/// The time of the first record, in seconds since the month began: the seventh at 13:55:36.
const FIRST: u64 = 6 * DAY + 13 * 3600 + 55 * 60 + 36;
/// Seconds of a day.
const DAY: u64 = 86_400;
/// Days of November. A log that goes on for longer starts the month anew.
const MONTH: u64 = 30;

/// A log of so many records.
pub fn generate(records: usize, seed: u64) -> Log {
    let mut random = Random::new(seed);
    let mut now = FIRST;
    let mut record = |_| {
        let made = record(&mut random, now);
        now += random.below(3);
        made
    };
    Log {
        records: (0..records).map(&mut record).collect(),
    }
}

fn record(random: &mut Random, now: u64) -> Record {
    Record {
        address: random.next().to_be_bytes(),
        identity: "-".to_owned(),
        user: random.pick(USERS).to_owned(),
        timestamp: timestamp(now),
        request: [
            random.pick(METHODS),
            random.pick(PATHS),
            random.pick(VERSIONS),
        ]
        .join(" "),
        status: random.pick(STATUS),
        size: random.below(MAX_SIZE),
    }
}

/// As logs print a second of November 2025.
fn timestamp(second: u64) -> String {
    let (day, second) = (second / DAY % MONTH + 1, second % DAY);
    let (hour, minute, second) = (second / 3600, second / 60 % 60, second % 60);
    format!("{day:02}/Nov/2025:{hour:02}:{minute:02}:{second:02} +0000")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Subject, checksum};

    #[test]
    fn a_seed_gives_the_same_log_everywhere() {
        let log = generate(1000, 1);
        let first = Record {
            address: [13, 131, 179, 226],
            identity: "-".into(),
            user: "-".into(),
            timestamp: "07/Nov/2025:13:55:36 +0000".into(),
            request: "GET /css/main.css?v=20251107 HTTP/1.1".into(),
            status: 301,
            size: 83_359_147,
        };
        assert_eq!(log.records[0], first);
        assert_eq!(checksum(&log), 0xc9be_a91c_2ea1_6ca5);
        assert_ne!(generate(1000, 2), log);
    }

    #[test]
    fn every_form_reads_as_the_same() {
        let subject = Subject::new(generate(300, 7)).unwrap();
        assert_eq!(subject.encoded().to_message(), *subject.owned());
        assert!(Subject::new(generate(0, 0)).is_ok());
    }

    #[test]
    fn records_are_what_servers_write() {
        for record in generate(2000, 3).records {
            assert!(record.size < MAX_SIZE);
            assert_eq!(record.timestamp.len(), "07/Nov/2025:13:55:36 +0000".len());
            assert_eq!(record.request.split(' ').count(), 3);
        }
    }

    #[test]
    fn a_month_that_ends_starts_anew() {
        assert_eq!(timestamp(FIRST), "07/Nov/2025:13:55:36 +0000");
        assert_eq!(timestamp(MONTH * DAY - 1), "30/Nov/2025:23:59:59 +0000");
        assert_eq!(timestamp(MONTH * DAY), "01/Nov/2025:00:00:00 +0000");
    }
}
