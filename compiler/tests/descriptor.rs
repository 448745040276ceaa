//! The committed code of descriptors is what their schema says.
//!
//! `STILLWIRE_BLESS=1 cargo test -p stillwire-compiler --test descriptor` writes what is generated now: that needs the
//! compiler alone, which is built without that code.

use std::{env, fs};
use stillwire_compiler::Builder;

const SCHEMA: &str = "../schemas/stillwire/descriptor.still";
const CODE: &str = "../descriptor/src/generated/stillwire.descriptor.v1.rs";

#[test]
fn the_committed_code_is_what_the_schema_says() {
    let builder = Builder::new().file(SCHEMA);
    let checked = builder.check().unwrap_or_else(|error| panic!("{error}"));
    let outputs = builder.rust(&checked).unwrap();
    let output = outputs
        .iter()
        .find(|o| o.path == "stillwire.descriptor.v1.rs");
    let written = String::from_utf8(output.unwrap().bytes.clone()).unwrap();
    if env::var_os("STILLWIRE_BLESS").is_some() {
        fs::write(CODE, &written).unwrap();
    }
    let committed = fs::read_to_string(CODE).unwrap_or_default();
    let committed = committed.replace("\r\n", "\n");
    for (number, (written, committed)) in written.lines().zip(committed.lines()).enumerate() {
        assert_eq!(committed, written, "line {} of {CODE}", number + 1);
    }
    assert_eq!(committed.lines().count(), written.lines().count());
}
