//! Compiles the schemas of the tests and of the examples; and the `.proto` of two of them as anybody else would, for a
//! client and for types that are not ours.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};
use stillwire_compiler::{Builder, proto};
use stillwire_import::Importer;

fn main() -> Result<(), Box<dyn Error>> {
    let imported = imported("protos", "test/wellknown/v1/holder.proto", "wellknown")?;
    // Some of the schemas are written here: what they are made of is what to watch.
    for watched in [
        "schemas",
        "../schemas/examples",
        "../examples/quickstart/schemas",
    ] {
        println!("cargo:rerun-if-changed={watched}");
    }
    { imported.iter() }
        .fold(Builder::new().emit_rerun(false), Builder::file)
        .file("schemas/test/every/v1/every.still")
        .file("schemas/test/service/v1/board.still")
        .file("schemas/test/probe/v1/probe.still")
        .file("schemas/test/patch/v1/patch.still")
        .file("schemas/test/oracle/v1/oracle.still")
        .file("schemas/test/words/v1/words.still")
        .file("schemas/acme/v1/echo.still")
        .file("schemas/vectors.still")
        .file("../schemas/examples/crates.still")
        .patch(true)
        .build()?;
    let serde = PathBuf::from(env::var_os("OUT_DIR").ok_or("no OUT_DIR")?).join("serde");
    fs::create_dir_all(&serde)?;
    Builder::new()
        .file("../examples/quickstart/schemas/orders.still")
        .out_dir(serde)
        .services(false)
        .serde(true)
        .build()?;
    foreign("schemas/test/probe/v1/probe.still", "foreign")?;
    foreign("schemas/test/oracle/v1/oracle.still", "oracle")?;
    descriptors("schemas/test/every/v1/every.still", "every")
}

/// The schemas that a `.proto` file becomes, and what protoc would say of it.
fn imported(root: &str, file: &str, name: &str) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    println!("cargo:rerun-if-changed={root}");
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or("no OUT_DIR")?);
    let descriptors = protox::compile([file], [root])?;
    let bytes = protox::prost::Message::encode_to_vec(&descriptors);
    fs::write(out.join(format!("{name}.binpb")), bytes)?;
    let importer = Importer::new().include(root).file(file);
    Ok(importer.import()?.write(out.join(name))?)
}

/// What protoc would say of the emitted text, for libraries that read descriptors.
fn descriptors(schema: &str, name: &str) -> Result<(), Box<dyn Error>> {
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or("no OUT_DIR")?);
    let (files, root) = emitted(schema, name)?;
    let descriptors = protox::compile(&files, [&root])?;
    let bytes = protox::prost::Message::encode_to_vec(&descriptors);
    Ok(fs::write(out.join(format!("{name}.binpb")), bytes)?)
}

/// From the emitted text to prost's types and tonic's client, in a folder of their own.
fn foreign(schema: &str, folder: &str) -> Result<(), Box<dyn Error>> {
    let (files, root) = emitted(schema, folder)?;
    let descriptors = protox::compile(&files, [&root])?;
    tonic_prost_build::configure()
        .build_server(false)
        .out_dir(&root)
        .include_file("clients.rs")
        .compile_fds(descriptors)?;
    Ok(())
}

/// Writes the emitted text of a schema to a folder; gives its files and the folder.
fn emitted(schema: &str, folder: &str) -> Result<(Vec<PathBuf>, PathBuf), Box<dyn Error>> {
    let root = PathBuf::from(env::var_os("OUT_DIR").ok_or("no OUT_DIR")?).join(folder);
    let checked = Builder::new().file(schema).check()?;
    let mut files = Vec::new();
    for file in proto::generate(&checked.model) {
        let path = root.join(&file.path);
        fs::create_dir_all(path.parent().unwrap_or(Path::new("")))?;
        fs::write(&path, &file.text)?;
        files.push(path);
    }
    Ok((files, root))
}
