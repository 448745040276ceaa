//! What the generator writes, to the byte. After a change on purpose: `STILLWIRE_BLESS=1 cargo test -p stillwire-compiler`.

use std::path::{Path, PathBuf};
use std::{env, fs};
use stillwire_compiler::Builder;

fn generate(schema: &Path, package: &str) -> String {
    let out = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(package);
    fs::create_dir_all(&out).unwrap();
    let builder = Builder::new().file(schema).out_dir(&out).emit_rerun(false);
    let builder = builder.patch(true);
    let outputs = builder.rust(&builder.check().unwrap()).unwrap();
    let text = |name: &str| {
        let output = outputs.iter().find(|output| output.path == name).unwrap();
        String::from_utf8(output.bytes.clone()).unwrap()
    };
    let one = text(&format!("{package}.rs"));
    assert_eq!(
        one,
        text("stillwire.rs"),
        "a build of one package has the same code under both names"
    );
    builder.build().unwrap();
    let built = fs::read_to_string(out.join("stillwire.rs")).unwrap();
    let head = &one[..one.len() - printed(&one).len()];
    assert_eq!(
        head.to_owned() + &printed(&built),
        one,
        "a build writes the same code, laid out otherwise"
    );
    one
}

/// The same code as prettyplease prints it, which loses the comment at its head.
fn printed(text: &str) -> String {
    prettyplease::unparse(&syn::parse_file(text).unwrap())
}

fn golden(name: &str, package: &str) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/rust_golden");
    let schema = folder.join(format!("{name}.still"));
    let written = generate(&schema, package);
    assert_eq!(
        written,
        generate(&schema, package),
        "the same schema gives the same bytes"
    );
    let expected = folder.join(format!("{name}.rs"));
    if env::var_os("STILLWIRE_BLESS").is_some() {
        fs::write(&expected, &written).unwrap();
    }
    let expected = fs::read_to_string(&expected)
        .unwrap_or_default()
        .replace("\r\n", "\n");
    for (number, (written, expected)) in written.lines().zip(expected.lines()).enumerate() {
        assert_eq!(written, expected, "line {} of {name}.rs", number + 1);
    }
    assert_eq!(
        written.lines().count(),
        expected.lines().count(),
        "lines of {name}.rs"
    );
}

#[test]
fn a_message_an_enum_and_a_default() {
    golden("orders", "acme.orders.v1");
}

#[test]
fn a_struct_a_union_a_tombstone_recursion_and_a_service() {
    golden("shapes", "golden.shapes.v1");
}

#[test]
fn an_error_and_a_service_that_throws_it() {
    golden("errors", "golden.errors.v1");
}

#[test]
fn a_oneof_that_is_required_one_that_is_not_and_one_that_is_gone() {
    golden("oneofs", "golden.oneofs.v1");
}
