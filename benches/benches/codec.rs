//! The codec beside its peers: the same values and the same work, in one run.
//!
//! ```text
//! cargo bench -p stillwire-benches
//! cargo bench -p stillwire-benches -- log/read
//! ```
//!
//! | group | from | to |
//! |---|---|---|
//! | `encode` | owned value | bytes |
//! | `verify` | bytes | bytes that are known to be sound; JSON and protobuf have no such thing |
//! | `read` | bytes | every field of the value; Stillwire reads where the bytes lie, the others parse first |
//! | `to_owned` | bytes | owned value |
//!
//! A set is measured only if all forms hold the same by a checksum of every field. Sizes are printed at the start.
#![forbid(unsafe_code)]

use criterion::{Criterion, criterion_group, criterion_main};
use std::error::Error;
use std::path::Path;
use std::time::Duration;
use stillwire_samples::crates::{Metadata, cargo, graph};
use stillwire_samples::{Sample, Subject, log};

/// Records of the log.
const RECORDS: usize = 10_000;
/// What the log is made of. Any number would do.
const SEED: u64 = 1;
/// The project whose graph is measured: this one.
const MANIFEST: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../Cargo.toml");

fn codec(criterion: &mut Criterion) {
    let log = Subject::new(log::generate(RECORDS, SEED)).expect("the log is the same in all forms");
    let crates = crates().expect("cargo gives the graph of this workspace");
    eprintln!(
        "{:<8} {:>12} {:>12} {:>12}",
        "bytes", "json", "protobuf", "stillwire"
    );
    sizes("log", &log);
    sizes("crates", &crates);
    measure(criterion, "log", &log);
    measure(criterion, "crates", &crates);
}

/// The graph of this workspace.
fn crates() -> Result<Subject<stillwire_samples::crates::still::Graph>, Box<dyn Error>> {
    let document = cargo::metadata(Some(Path::new(MANIFEST)))?;
    Ok(Subject::new(graph::build(Metadata::parse(&document)?)?)?)
}

fn sizes<M: Sample>(set: &str, subject: &Subject<M>) {
    let sizes = subject.sizes();
    eprintln!(
        "{set:<8} {:>12} {:>12} {:>12}",
        sizes.json, sizes.protobuf, sizes.stillwire
    );
}

/// What is made is freed within the time: that is part of what a form costs.
fn measure<M: Sample>(criterion: &mut Criterion, set: &str, subject: &Subject<M>) {
    let mut group = criterion.benchmark_group(format!("{set}/encode"));
    group.bench_function("json", |b| b.iter(|| subject.encode_json()));
    group.bench_function("protobuf", |b| b.iter(|| subject.encode_protobuf()));
    group.bench_function("stillwire", |b| b.iter(|| subject.encode_stillwire()));
    group.finish();

    let mut group = criterion.benchmark_group(format!("{set}/verify"));
    group.bench_function("stillwire", |b| b.iter(|| subject.verify()));
    group.finish();

    let mut group = criterion.benchmark_group(format!("{set}/read"));
    group.bench_function("json", |b| b.iter(|| subject.read_json()));
    group.bench_function("protobuf", |b| b.iter(|| subject.read_protobuf()));
    group.bench_function("stillwire", |b| b.iter(|| subject.read_stillwire()));
    group.finish();

    let mut group = criterion.benchmark_group(format!("{set}/to_owned"));
    group.bench_function("json", |b| b.iter(|| subject.parse_json()));
    group.bench_function("protobuf", |b| b.iter(|| subject.parse_protobuf()));
    group.bench_function("stillwire", |b| b.iter(|| subject.parse_stillwire()));
    group.finish();
}

criterion_group! {
    name = benches;
    config = Criterion::default()
        .warm_up_time(Duration::from_millis(500))
        .measurement_time(Duration::from_secs(2))
        .sample_size(25);
    targets = codec
}
criterion_main!(benches);
