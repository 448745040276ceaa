//! Words of the language, of Rust and of proto3 name members and packages, but for a few that no Rust can have there: `self`
//! as a variant or value, which would be `Self`, and `crate`, `self` and `super` as segments.
//!
//! Generated Rust is parsed here, which finds a keyword that is not escaped; the crate `tests` compiles what has them all.

use std::fmt::Write as _;

use stillwire_compiler::{Builder, Bundle, check_source, format_source, proto};

const WORDS: [&str; 102] = [
    // Of schemas.
    "package",
    "use",
    "as",
    "const",
    "type",
    "enum",
    "flags",
    "struct",
    "union",
    "message",
    "service",
    "rpc",
    "stream",
    "closed",
    "reserved",
    "where",
    "in",
    "len",
    "nonzero",
    "finite",
    "unique",
    "utf8",
    "each",
    "key",
    "value",
    "true",
    "false",
    "oneof",
    "error",
    "throws",
    "newtype",
    "encoded",
    "bool",
    "u8",
    "u16",
    "u32",
    "u64",
    "i8",
    "i16",
    "i32",
    "i64",
    "f32",
    "f64",
    "string",
    "bytes",
    "timestamp",
    "duration",
    "uuid",
    "decimal",
    "list",
    "map",
    // Of Rust.
    "abstract",
    "async",
    "await",
    "become",
    "box",
    "break",
    "continue",
    "crate",
    "do",
    "dyn",
    "else",
    "extern",
    "final",
    "fn",
    "for",
    "gen",
    "if",
    "impl",
    "let",
    "loop",
    "macro",
    "match",
    "mod",
    "move",
    "mut",
    "override",
    "priv",
    "pub",
    "ref",
    "return",
    "self",
    "static",
    "super",
    "trait",
    "try",
    "typeof",
    "unsafe",
    "unsized",
    "virtual",
    "while",
    "yield",
    // Of proto3.
    "syntax",
    "import",
    "option",
    "optional",
    "repeated",
    "extend",
    "returns",
    "to",
    "max",
    "double",
];

/// Both generators take it: the Rust is Rust, the proto is proto3.
fn is_good(path: &str, text: &str) {
    let mut bundle = Bundle::new();
    bundle.insert(path, text.as_bytes().to_vec(), true);
    let builder = Builder::new().bundle(bundle).emit_rerun(false);
    let checked = builder
        .check()
        .unwrap_or_else(|error| panic!("{path}: {error}"));
    builder
        .rust(&checked)
        .unwrap_or_else(|error| panic!("{path}: {error}"));
    for file in proto::generate(&checked.model) {
        protox_parse(&file.path, &file.text);
    }
}

fn protox_parse(path: &str, text: &str) {
    // Tests run side by side, each in a directory of its own.
    let thread = std::thread::current().id();
    let process = std::process::id();
    let root = std::env::temp_dir().join(format!("stillwire-words-{process}-{thread:?}"));
    let file = root.join(path);
    std::fs::create_dir_all(file.parent().unwrap()).unwrap();
    std::fs::write(&file, text).unwrap();
    let compiled = protox::compile([&file], [&root]);
    std::fs::remove_dir_all(&root).unwrap();
    compiled.unwrap_or_else(|error| panic!("{error:?}\n{text}"));
}

#[test]
fn any_word_names_a_field_a_variant_a_value_or_a_method() {
    let mut text = "package test.words.v1;\n\nmessage Empty {}\n".to_owned();
    let mut block = |head: &str, first: &str, line: &dyn Fn(usize, &str) -> String| {
        writeln!(text, "{head} {{ {first}").unwrap();
        let refused = head.starts_with("union") || head.starts_with("enum");
        let words = WORDS.iter().filter(|word| !refused || **word != "self");
        for (at, word) in words.enumerate() {
            writeln!(text, "  {}", line(at, word)).unwrap();
        }
        text.push_str("}\n");
    };
    block("message Fields", "", &|at, word| {
        format!("@{} {word}: u32;", at + 1)
    });
    block("struct Parts", "", &|_, word| format!("{word}: u32;"));
    block("union Variants", "", &|at, word| {
        format!("@{} {word}: string;", at + 1)
    });
    block("enum Values : u8", "unspecified = 0;", &|at, word| {
        format!("{word} = {};", at + 1)
    });
    block("service Methods", "", &|_, word| {
        format!("rpc {word}(Empty) -> Empty;")
    });
    let text = format_source("words.still", &text).unwrap();
    is_good("test/words/v1/words.still", &text);
    let recorded = "../tests/schemas/test/words/v1/words.still";
    if std::env::var_os("STILLWIRE_BLESS").is_some() {
        std::fs::write(recorded, &text).unwrap();
    }
    let recorded = std::fs::read_to_string(recorded).unwrap_or_default();
    assert!(recorded.replace("\r\n", "\n") == text, "{text}");
    for head in [
        "union A { @1 self: u8; }",
        "enum A : u8 { none = 0; self = 1; }",
    ] {
        let error = check_source("a", &format!("package acme.words.v1;\n{head}\n")).unwrap_err();
        assert!(
            error.to_string().contains("it is a keyword of Rust"),
            "{error}"
        );
    }
}

#[test]
fn any_word_that_a_rust_module_can_have_is_a_segment_of_a_package() {
    for word in WORDS {
        if ["crate", "self", "super"].contains(&word) {
            let text = format!("package acme.{word}.v1;\nmessage A {{}}\n");
            let error = check_source("a", &text).unwrap_err();
            assert!(error.to_string().contains("no Rust module"), "{error}");
            continue;
        }
        let text = format!("package acme.{word}.v1;\nmessage A {{ @1 a: u8; }}\n");
        is_good(&format!("acme/{word}/v1/a.still"), &text);
    }
}
