//! Imports the suite's own `.proto` files, as any user would, and compiles what they become.

use std::env;
use std::error::Error;
use std::path::PathBuf;
use stillwire_compiler::Builder;
use stillwire_import::Importer;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-env-changed=CONFORMANCE_PROTOS");
    let protos =
        PathBuf::from(env::var("CONFORMANCE_PROTOS").map_err(|_| "run `tests/conformance/run`")?);
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or("no OUT_DIR")?).join("schemas");
    let imported = Importer::new()
        .include(&protos)
        .file(protos.join("conformance/conformance.proto"))
        .file(protos.join("google/protobuf/test_messages_proto3.proto"))
        .import()?;
    let builder = Builder::new().root(&out).emit_rerun(false);
    let schemas = imported.write(&out)?;
    { schemas.iter() }.fold(builder, Builder::file).build()?;
    println!("cargo:rustc-env=CONFORMANCE_SCHEMAS={}", out.display());
    Ok(())
}
