//! `docs/benchmarks.md`, out of what was measured.

use crate::report::{COLUMNS, Report, markdown, times};

use crate::subject::Format;
use crate::targets;
use std::fmt::Write as _;
use std::process::Command;

const LOCK: &str = include_str!("../../Cargo.lock");
/// A peer that is closer than this is said to be level.
const LEVEL: f64 = 0.95;

/// The packages whose versions matter, by the names of their formats.
const PACKAGES: [(Format, &str); 9] = [
    (Format::SerdeJson, "serde_json"),
    (Format::SimdJson, "simd-json"),
    (Format::Prost, "prost"),
    (Format::Rkyv, "rkyv"),
    (Format::Flatbuffers, "planus"),
    (Format::Capnp, "capnp"),
    (Format::Bitcode, "bitcode"),
    (Format::Wincode, "wincode"),
    (Format::Postcard, "postcard"),
];

const INTRODUCTION: &str = "\
# Benchmarks

Stillwire beside nine other ways to write the same values as bytes, in one run. This page is written by the program that measured:

```text
cargo run --release -p stillwire-benches --bin compare -- --write-docs
```

Without `--write-docs` it prints the tables, and draws bars into `target/compare/`; `--quick` takes seconds instead of minutes; `--json` is for machines. `cargo bench -p
stillwire-benches --bench compare` measures the same by criterion, `--bench forms` the protobuf form beside prost ([grpc.md](grpc.md#what-the-protobuf-form-costs)) and JSON beside serde_json
([json.md](json.md#speed)). `benches/callgrind.sh` counts instructions, of two commits side by side.
";

const METHOD: &str = "\
## What is measured

- **The same values.** A seed makes a data set, and each format gets it in the types that its users have. Before anything is measured, what each wrote is read back, to the last
  byte of every field; one that holds something else stops the run.
- **The same work.** `encode` goes from an owned value to bytes in a buffer that is kept, for everybody. `verify` ends when every later read is known to be sound. `verify, read a
  few` and `verify, read all` go from bytes that nobody has seen to two or three fields of every element, and to every field; a format that cannot read in place parses first, one
  that checks as it reads does that. All texts come out as `&str`, checked to be UTF-8. A text counts as read when its length is known. `to owned` ends with a value of its own, all
  of it allocated, and freed within the time.
- **Time** is that of the fastest of many samples: noise only ever adds. The formats take turns, so that what slows the machine slows all of them. A ratio in brackets is the peer's
  figure over Stillwire's: above 1, Stillwire is better.
- **Data sets** have the shapes of the public Rust serialisation benchmark (`log`, `mesh`, `save`, `updates`), or of what services send (`market`, `telemetry`).

What to know of the peers:

- protobuf's schemas are like those of the public benchmark: an address is a message of four numbers, signed numbers are `int32` and `int64`. `sint32`, and `fixed32` for an
  address, would make its `log`, `save` and `updates` smaller.
- rkyv and Cap'n Proto have their features `unaligned`: Stillwire reads at any address, so they must. Cap'n Proto and FlatBuffers (by planus) check what is read when it is read;
  they have no verification that could be measured alone. Cap'n Proto has no owned values.
- planus writes equal texts once, so a `log` with few users is small; reading one field of many costs it next to nothing, since it verifies nothing before.
- simd-json spoils its input, so that is copied first, within the time.
- wincode is told not to limit its allocations, and to write enums in a byte. Like bitcode and postcard it cannot be read in place, and has no way to change a schema.
- bitcode's columns are smaller than any format can be that is read in place.
";

/// The document. `seconds` is how long each measurement took.
pub fn document(reports: &[Report], seconds: f64) -> String {
    let mut text = format!("{INTRODUCTION}\n{METHOD}\n");
    let _ = writeln!(text, "## Where\n\n{}\n", machine());
    let _ = writeln!(
        text,
        "Each measurement took {seconds} s. Versions: {}.\n",
        versions()
    );
    let _ = writeln!(text, "## Figures\n");
    for report in reports {
        let _ = writeln!(
            text,
            "### `{}`\n\n{}.\n",
            report.set.name(),
            report.set.description()
        );
        let _ = writeln!(text, "{}", markdown(&report.table()));
        let _ = writeln!(text, "Stillwire alone: {}.\n", report.own());
    }
    let _ = writeln!(text, "## Where a peer is better\n\n{}", better(reports));
    let _ = writeln!(
        text,
        "## Promises\n\nRatios that Stillwire means to keep, Stillwire's figure over the other. `compare -- --targets` measures them alone, and fails if one is missed.\n"
    );
    text.push_str(&markdown(&targets::rows(reports)));
    text
}

fn machine() -> String {
    let cpu = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = cpu
        .lines()
        .find_map(|line| line.strip_prefix("model name")?.split_once(": "))
        .map_or("a processor that does not say its name", |(_, name)| name);
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let rustc = Command::new("rustc").arg("--version").output();
    let rustc = rustc.map_or_else(
        |_| "rustc".to_owned(),
        |output| String::from_utf8_lossy(&output.stdout).trim().to_owned(),
    );
    format!(
        "{model}, {cores} cores of it; {} {}; {rustc}, the release profile.",
        std::env::consts::OS,
        std::env::consts::ARCH
    )
}

/// What `Cargo.lock` says.
fn versions() -> String {
    let version = |package: &str| {
        let head = format!("name = \"{package}\"\nversion = \"");
        let start = LOCK.find(&head)? + head.len();
        LOCK.get(start..)?.split('"').next()
    };
    PACKAGES
        .iter()
        .map(|(_, package)| format!("{package} {}", version(package).unwrap_or("?")))
        .collect::<Vec<_>>()
        .join(", ")
}

/// A line for each set: who is better at what, by how much.
fn better(reports: &[Report]) -> String {
    let mut text = String::new();
    for report in reports {
        let mut found = Vec::new();
        for measure in COLUMNS {
            let Some(ours) = report.value(Format::Stillwire, measure) else {
                continue;
            };
            let mut peers: Vec<(f64, Format)> = report
                .formats()
                .into_iter()
                .filter_map(|format| Some((report.value(format, measure)? / ours, format)))
                .filter(|(ratio, _)| *ratio < LEVEL)
                .collect();
            peers.sort_by(|a, b| a.0.total_cmp(&b.0));
            if peers.is_empty() {
                continue;
            }
            let peers: Vec<String> = peers
                .iter()
                .map(|(ratio, format)| format!("{format} {}", times(*ratio)))
                .collect();
            found.push(format!("{}: {}", measure.heading(), peers.join(", ")));
        }
        let found = if found.is_empty() {
            "nowhere".to_owned()
        } else {
            found.join("; ")
        };
        let _ = writeln!(text, "- `{}`: {found}.", report.set.name());
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_peer_has_a_version() {
        let versions = versions();
        assert_eq!(versions.split(", ").count(), Format::ALL.len() - 1);
        assert!(!versions.contains('?'), "{versions}");
    }

    #[test]
    fn a_peer_that_is_better_is_named() {
        let report = Report::of_encode(&[
            (Format::Stillwire, 100.0),
            (Format::Rkyv, 50.0),
            (Format::Prost, 101.0),
        ]);
        assert_eq!(
            better(std::slice::from_ref(&report)),
            "- `log`: encode: rkyv x0.50.\n"
        );
        let document = document(&[report], 0.25);
        assert!(
            document.contains("| rkyv | 50.0 ns (x0.50) |"),
            "{document}"
        );
        assert!(document.contains("Where a peer is better"));
    }
}
