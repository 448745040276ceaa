//! Compiles the peers' schemas.

use std::error::Error;
use std::fs;

const SETS: [&str; 6] = ["log", "market", "mesh", "save", "telemetry", "updates"];

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=schemas");
    let out = std::env::var("OUT_DIR")?;
    let protos = SETS.map(|set| format!("schemas/{set}.proto"));
    prost_build::Config::new()
        .out_dir(&out)
        .btree_map(["."])
        .compile_fds(protox::compile(protos, ["schemas"])?)?;
    for set in SETS {
        // Both generators name their output after the set.
        fs::rename(format!("{out}/{set}.rs"), format!("{out}/{set}.prost.rs"))?;
    }
    Ok(())
}
