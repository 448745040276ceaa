//! The committed code of schemas that crates of ours are built with, without the compiler, is what the schemas say.
//!
//! `STILLWIRE_BLESS=1 cargo test -p stillwire-compiler --test descriptor` writes what is generated now: that needs the
//! compiler alone, which is built without that code.

use std::{env, fs};
use stillwire_compiler::Builder;

/// Asserts that what stands in `folder` is what the compiler makes of the schema of `package`.
fn assert_generated(schema: &str, folder: &str, package: &str) {
    let builder = Builder::new().file(format!("../schemas/{schema}"));
    let checked = builder.check().unwrap_or_else(|error| panic!("{error}"));
    let outputs = builder.rust(&checked).unwrap();
    let name = format!("{package}.rs");
    let output = outputs.iter().find(|output| output.path == name);
    let written = String::from_utf8(output.unwrap().bytes.clone()).unwrap();
    let code = format!("../{folder}/src/generated/{name}");
    if env::var_os("STILLWIRE_BLESS").is_some() {
        fs::write(&code, &written).unwrap();
    }
    let committed = fs::read_to_string(&code).unwrap_or_default();
    let committed = committed.replace("\r\n", "\n");
    for (number, (written, committed)) in written.lines().zip(committed.lines()).enumerate() {
        assert_eq!(committed, written, "line {} of {code}", number + 1);
    }
    assert_eq!(committed.lines().count(), written.lines().count());
}

#[test]
fn the_committed_code_of_descriptors_is_what_the_schema_says() {
    assert_generated(
        "stillwire/descriptor.still",
        "descriptor",
        "stillwire.descriptor.v1",
    );
}

#[test]
fn the_committed_code_of_standard_services_is_what_the_schemas_say() {
    for (schema, package) in [
        ("grpc/health.still", "grpc.health.v1"),
        ("grpc/reflection.still", "grpc.reflection.v1"),
        ("stillwire/reflection.still", "stillwire.reflection.v1"),
    ] {
        assert_generated(schema, "rpc/standard", package);
    }
}
