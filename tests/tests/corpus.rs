//! Every seed of every fuzz target, on a stable toolchain.

use std::path::Path;
use stillwire_tests::fuzz;

fn replay(target: &str, run: fn(&[u8])) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../fuzz/seeds")
        .join(target);
    let mut seeds = 0;
    for entry in std::fs::read_dir(&folder).unwrap() {
        run(&std::fs::read(entry.unwrap().path()).unwrap());
        seeds += 1;
    }
    assert!(seeds >= 5, "{seeds} seeds in {}", folder.display());
}

#[test]
fn verify() {
    replay("verify", fuzz::verify);
}

#[test]
fn steps() {
    replay("steps", fuzz::steps);
}

#[test]
fn protobuf() {
    replay("protobuf", fuzz::protobuf);
}

#[test]
fn json() {
    replay("json", fuzz::json);
}

#[test]
fn frames() {
    replay("frames", fuzz::frames);
}

#[test]
fn schema() {
    replay("schema", fuzz::schema);
}

#[test]
fn format() {
    replay("format", fuzz::format);
}

#[test]
fn lane() {
    replay("lane", fuzz::lane);
}

#[test]
fn record() {
    replay("record", fuzz::record);
}

#[test]
fn trace() {
    replay("trace", fuzz::trace);
}

#[test]
fn import() {
    replay("import", fuzz::import);
}
