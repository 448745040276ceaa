//! Compiles the schemas of the samples: to Rust by Stillwire, and to the protobuf types that it is measured against.

use prost::Message as _;
use prost_types::FileDescriptorSet;
use std::error::Error;
use std::path::PathBuf;
use std::{env, fs};
use stillwire_compiler::{Builder, descriptor};

const SCHEMAS: [&str; 7] = [
    "examples/crates.still",
    "examples/log.still",
    "examples/market.still",
    "examples/mesh.still",
    "examples/save.still",
    "examples/telemetry.still",
    "examples/updates.still",
];
/// Those that the `demo` command shows beside protobuf.
const PACKAGES: [&str; 2] = ["crates.v1", "log.v1"];

fn main() -> Result<(), Box<dyn Error>> {
    // The data alone, unless somebody serves it.
    let services = env::var_os("CARGO_FEATURE_SERVICES").is_some();
    let builder = Builder::new().services(services).patch(true);
    let builder = SCHEMAS.into_iter().fold(builder, Builder::file);
    builder.build()?;
    peers(&builder)
}

/// The same messages as prost writes them, from the descriptors that the compiler makes of the schemas.
fn peers(builder: &Builder) -> Result<(), Box<dyn Error>> {
    let checked = builder.check()?;
    let mut all = FileDescriptorSet::default();
    for package in PACKAGES {
        let set = descriptor::file_descriptor_set(&checked.model, package);
        all.file
            .extend(FileDescriptorSet::decode(set.as_slice())?.file);
    }
    // Both compilers name their output after the package.
    let out = PathBuf::from(env::var("OUT_DIR")?).join("prost");
    fs::create_dir_all(&out)?;
    prost_build::Config::new()
        .out_dir(out)
        .btree_map(["."])
        .compile_fds(all)?;
    Ok(())
}
