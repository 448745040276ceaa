//! Compiles the peers' schemas.

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use stillwire_compiler::{Builder, Checked, proto};

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
    emitted(PathBuf::from(&out).join("emitted"))?;
    rpc("schemas/rpc.still", out.into())
}

/// prost's types of what the compiler emits for the samples: of the very bytes that Stillwire's protobuf form has.
fn emitted(out: PathBuf) -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=../schemas/examples");
    let schemas = SETS.map(|set| format!("../schemas/examples/{set}.still"));
    let builder = schemas.iter().fold(Builder::new(), Builder::file);
    let files = proto_files(&builder.check()?, &out)?;
    prost_build::Config::new()
        .out_dir(&out)
        .btree_map(["."])
        .compile_fds(protox::compile(&files, [&out])?)?;
    Ok(())
}

/// One service for all stacks: Stillwire's code, and tonic's from the `.proto` that comes of the same schema.
fn rpc(schema: &str, out: PathBuf) -> Result<(), Box<dyn Error>> {
    let builder = Builder::new().file(schema);
    let checked = builder.check()?;
    builder.build()?;
    let root = out.join("tonic");
    let files = proto_files(&checked, &root)?;
    tonic_prost_build::configure()
        .bytes(".")
        .out_dir(&root)
        .include_file("all.rs")
        .compile_fds(protox::compile(&files, [&root])?)?;
    Ok(())
}

/// Writes the `.proto` files of checked schemas below `root`; gives their paths.
fn proto_files(checked: &Checked, root: &Path) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let mut files = Vec::new();
    for file in proto::generate(&checked.model) {
        let path = root.join(&file.path);
        fs::create_dir_all(path.parent().unwrap_or(root))?;
        fs::write(&path, &file.text)?;
        files.push(path);
    }
    Ok(files)
}
