//! `stillwire encode`, `decode`, `size` and `dump` as people use them.

mod support;

use std::fs;
use std::path::{Path, PathBuf};
use support::{Run, stillwire, stillwire_there};

const SCHEMA: &str = "\
package acme.v1;

/// What is asked for.
message Order {
  @1 id: u32;
  @2 symbol: string where len > 0;
  @3 legs: list<Leg>;
  @4 urgent: bool;
  @5 how: How?;
  @6 tags: map<string, u8>;
}
message Leg { @1 quantity: u64; @2 note: string; }
union How { @1 market; @2 limit: decimal<2>; }
";

const ORDER: &str = r#"{"id":7,"symbol":"AAPL","legs":[{"quantity":"5","note":"a"},{"quantity":"6"}],"urgent":true,"how":{"limit":"9.95"},"tags":{"x":1}}"#;

/// A folder with a schema, a message and JSON lines, each also as bytes.
fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"))
        .join("bytes")
        .join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("orders.still"), SCHEMA).unwrap();
    fs::write(folder.join("order.json"), ORDER).unwrap();
    fs::write(
        folder.join("orders.jsonl"),
        format!("{ORDER}\n\n{{\"symbol\":\"B\"}}\n"),
    )
    .unwrap();
    for (input, more) in [
        ("order.json", "--out order.bin"),
        ("order.json", "--proto --out order.pb"),
        ("orders.jsonl", "--lines --out orders.bin"),
    ] {
        let made = run(&folder, &format!("encode {input} {TYPE} {more}"));
        assert_eq!((made.code, made.stderr.as_str()), (0, ""));
    }
    folder
}

const TYPE: &str = "--schema orders.still --type Order";

fn run(folder: &Path, args: &str) -> Run {
    stillwire_there(folder, &args.split_whitespace().collect::<Vec<_>>(), b"")
}

fn fed(folder: &Path, args: &str, input: &[u8]) -> Run {
    stillwire_there(folder, &args.split_whitespace().collect::<Vec<_>>(), input)
}

#[test]
fn what_was_encoded_is_decoded_in_both_forms_and_as_a_stream() {
    let folder = folder("round");
    for (args, expected) in [
        ("decode order.bin", format!("{ORDER}\n")),
        ("decode order.pb --proto", format!("{ORDER}\n")),
        (
            "decode orders.bin --delimited",
            format!("{ORDER}\n{{\"symbol\":\"B\"}}\n"),
        ),
    ] {
        let back = run(&folder, &format!("{args} {TYPE}"));
        assert_eq!(
            (back.code, back.stdout, back.stderr),
            (0, expected, String::new())
        );
    }
    let pretty = run(
        &folder,
        &format!("decode order.bin --pretty --defaults {TYPE}"),
    );
    assert!(
        pretty.stdout.contains("  \"symbol\": \"AAPL\",\n"),
        "{}",
        pretty.stdout
    );
    // By pipes, and by a schema that was compiled before.
    let out = run(&folder, "gen descriptor orders.still --out described");
    assert_eq!(out.code, 0, "{}", out.stderr);
    let bytes = fs::read(folder.join("order.bin")).unwrap();
    let described = fs::read_dir(folder.join("described"))
        .unwrap()
        .next()
        .is_some();
    assert!(described);
    let piped = fed(&folder, &format!("decode - {TYPE}"), &bytes);
    assert_eq!(piped.stdout, format!("{ORDER}\n"));
}

#[test]
fn what_is_wrong_is_told_with_its_place() {
    let folder = folder("wrong");
    let text = fed(
        &folder,
        &format!("encode --out x.bin {TYPE}"),
        b"{\"id\": 1,\n \"symbol\": 2}",
    );
    assert_eq!(text.code, 1);
    assert!(
        text.stderr.contains("standard input: ") && text.stderr.contains("symbol"),
        "{}",
        text.stderr
    );
    let line = fed(
        &folder,
        &format!("encode --lines --out x.bin {TYPE}"),
        b"{\"symbol\":\"A\"}\n\n{\"id\":-1}\n",
    );
    assert!(
        line.stderr.contains("standard input, line 3: "),
        "{}",
        line.stderr
    );
    let cut = &fs::read(folder.join("order.bin")).unwrap()[..20];
    let bytes = fed(&folder, &format!("decode {TYPE}"), cut);
    assert!(bytes.stderr.contains("at byte"), "{}", bytes.stderr);
    let claim = fed(
        &folder,
        &format!("decode --delimited {TYPE}"),
        &[0xff, 0xff, 0xff, 0xff, 0x7f],
    );
    assert!(
        claim
            .stderr
            .contains("message at byte 0: it claims 34359738367 bytes"),
        "{}",
        claim.stderr
    );
    let short = fed(&folder, &format!("decode --delimited {TYPE}"), &[9, 0]);
    assert!(
        short.stderr.contains("it claims 9 bytes, and 1 are there"),
        "{}",
        short.stderr
    );
    let endless = fed(&folder, &format!("decode --delimited {TYPE}"), &[0x80; 20]);
    assert!(endless.stderr.contains("no varint"), "{}", endless.stderr);
}

#[test]
fn a_file_is_as_it_was_until_all_went_well() {
    let folder = folder("kept");
    // In place: the input is read before it is replaced.
    for (file, more) in [("order.json", ""), ("orders.jsonl", "--lines")] {
        let made = run(
            &folder,
            &format!("encode {file} {more} {TYPE} --out {file}"),
        );
        assert_eq!((made.code, made.stderr.as_str()), (0, ""), "{file}");
    }
    let bytes = |name: &str| fs::read(folder.join(name)).unwrap();
    assert_eq!(bytes("order.json"), bytes("order.bin"));
    assert_eq!(bytes("orders.jsonl"), bytes("orders.bin"));
    // What is wrong, even in a later line, leaves what was there, and nothing beside it.
    let before = fs::read_dir(&folder).unwrap().count();
    let wrong = fed(
        &folder,
        &format!("encode --lines {TYPE} --out order.bin"),
        b"{\"symbol\":\"A\"}\n{\"id\":-1}\n",
    );
    assert_eq!(wrong.code, 1);
    assert_eq!(bytes("order.bin"), bytes("order.json"));
    assert_eq!(fs::read_dir(&folder).unwrap().count(), before);
    let nowhere = run(
        &folder,
        &format!("encode orders.bin {TYPE} --out no/such/folder"),
    );
    assert!(
        nowhere.stderr.contains("cannot write no/such/folder"),
        "{}",
        nowhere.stderr
    );
}

#[test]
fn sizes_are_those_of_the_files() {
    let folder = folder("size");
    let told = run(&folder, &format!("size orders.jsonl {TYPE}"));
    assert_eq!(told.code, 0, "{}", told.stderr);
    // A length ahead of each of two messages.
    let stream = fs::metadata(folder.join("orders.bin")).unwrap().len() - 2;
    let row = told
        .stdout
        .lines()
        .find(|line| line.starts_with("Stillwire"))
        .unwrap();
    assert!(row.contains(&format!(" {stream} bytes")), "{row}");
    assert!(told.stdout.starts_with("2 messages\n"), "{}", told.stdout);
}

#[test]
fn a_dump_tells_each_byte_once_with_its_field_and_value() {
    let folder = folder("dump");
    let dump = run(&folder, &format!("dump order.bin --full {TYPE}"));
    assert_eq!((dump.code, dump.stderr.as_str()), (0, ""));
    let mut bytes = Vec::new();
    for line in dump.stdout.lines() {
        let (at, rest) = line.split_once("  ").unwrap();
        assert_eq!(
            usize::from_str_radix(at, 16).unwrap(),
            bytes.len(),
            "{line}"
        );
        let hex = rest.get(..24).unwrap_or(rest).split_whitespace();
        bytes.extend(hex.map(|byte| u8::from_str_radix(byte, 16).unwrap()));
    }
    assert_eq!(bytes, fs::read(folder.join("order.bin")).unwrap());
    for told in [
        "id  u32  7",
        "symbol  string  \"AAPL\"",
        "bits: urgent=true",
        "legs[0].quantity  u64  5",
        "legs[0].note  string  \"a\"",
        "how.limit  variant 2 of acme.v1.How",
        "how.limit  decimal<2>  9.95",
        "tags.keys[0]  string  \"x\"",
        "tags.values  list<u8> of 1  [1]",
    ] {
        assert!(dump.stdout.contains(told), "{told} in\n{}", dump.stdout);
    }
    assert!(
        !dump.stdout.contains('\x1b'),
        "no colour where there is no terminal"
    );
}

#[test]
fn a_dump_of_bytes_that_are_no_message_marks_where_and_why() {
    let folder = folder("marked");
    let mut bytes = fs::read(folder.join("order.bin")).unwrap();
    let at = bytes.windows(4).position(|four| four == b"AAPL").unwrap();
    bytes[at + 1] = 0xff;
    let dump = fed(&folder, &format!("dump {TYPE}"), &bytes);
    assert_eq!(dump.code, 1);
    let mark = dump
        .stdout
        .lines()
        .find(|line| line.contains("^^"))
        .unwrap();
    assert!(
        mark.ends_with(&format!("symbol: invalid UTF-8 at byte {}", at + 1)),
        "{mark}"
    );
    assert_eq!(
        mark.find("^^").unwrap(),
        10 + (at + 1) % 16 * 3,
        "{}",
        dump.stdout
    );
    let empty = fed(&folder, &format!("dump {TYPE}"), b"");
    assert_eq!(empty.code, 1);
    assert!(empty.stdout.contains("at byte 0"), "{}", empty.stdout);
}

#[test]
fn the_examples_of_the_help_run() {
    let folder = folder("examples");
    let mut ran = 0;
    for action in ["encode", "decode", "size", "dump"] {
        let help = stillwire(&[action, "--help"], b"").stdout;
        let (_, examples) = help.split_once("Examples:").unwrap();
        for line in examples
            .lines()
            .map(str::trim)
            .filter(|line| !line.is_empty())
        {
            let command = line.split_once(" > ").map_or(line, |(command, _)| command);
            let words: Vec<&str> = command.split_whitespace().collect();
            assert_eq!(words[0], "stillwire");
            let run = stillwire_there(&folder, &words[1..], b"");
            assert_eq!(run.code, 0, "{line}: {}", run.stderr);
            ran += 1;
        }
    }
    assert_eq!(ran, 9);
}
