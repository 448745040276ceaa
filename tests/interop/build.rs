//! Compiles the schemas; and the `.proto` that comes of them for tonic, which is a peer in the tests.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};
use stillwire_compiler::{Builder, proto};

fn main() -> Result<(), Box<dyn Error>> {
    let builder = Builder::new()
        .file("schemas/grpc/testing/test.still")
        .file("schemas/interop/v1/till.still");
    let checked = builder.check()?;
    builder.build()?;
    let root = PathBuf::from(env::var_os("OUT_DIR").ok_or("no OUT_DIR")?).join("tonic");
    let mut files = Vec::new();
    for file in proto::generate(&checked.model) {
        let path = root.join(&file.path);
        fs::create_dir_all(path.parent().unwrap_or(Path::new("")))?;
        fs::write(&path, &file.text)?;
        files.push(path);
    }
    tonic_prost_build::configure()
        .out_dir(&root)
        .include_file("tonic.rs")
        .compile_fds(protox::compile(&files, [&root])?)?;
    Ok(())
}
