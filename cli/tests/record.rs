//! `stillwire record` as people use it.

mod support;

use std::fs;
use std::path::{Path, PathBuf};
use support::{Run, stillwire, stillwire_there};

const SCHEMA: &str = "\
package acme.v1;

/// What is asked for.
message Order { @1 id: u32; @2 symbol: string where len > 0; @3 legs: list<Leg>; }
message Leg { @1 quantity: u64; }
message Other { @1 id: u32; }
";

const LINES: &str = "\
{\"id\":1,\"symbol\":\"A\"}
{\"id\":2,\"symbol\":\"BB\",\"legs\":[{\"quantity\":\"5\"}]}

{\"id\":3,\"symbol\":\"CCC\"}
";

/// A folder with a schema and JSON lines.
fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"))
        .join("record")
        .join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("orders.still"), SCHEMA).unwrap();
    fs::write(folder.join("orders.jsonl"), LINES).unwrap();
    folder
}

fn run(folder: &Path, args: &str) -> Run {
    stillwire_there(folder, &args.split_whitespace().collect::<Vec<_>>(), b"")
}

const WRITE: &str = "record write orders.stillr --schema orders.still --type Order";

/// A folder with a record file of the lines, too.
fn written(name: &str) -> PathBuf {
    let folder = folder(name);
    let run = run(&folder, &format!("{WRITE} --input orders.jsonl"));
    assert_eq!((run.code, run.stderr.as_str()), (0, "3 records written\n"));
    folder
}

fn records() -> Vec<&'static str> {
    LINES.lines().filter(|line| !line.is_empty()).collect()
}

#[test]
fn json_lines_come_back_as_they_were() {
    let folder = written("round");
    let all = run(&folder, "record read orders.stillr");
    assert_eq!((all.code, all.stderr.as_str()), (0, ""));
    assert_eq!(all.stdout.lines().collect::<Vec<_>>(), records());
    let one = run(&folder, "record read orders.stillr --from 1 --limit 1");
    assert_eq!(one.stdout.lines().collect::<Vec<_>>(), records()[1..2]);
    let none = run(&folder, "record read orders.stillr --from 3");
    assert_eq!((none.code, none.stdout.as_str()), (0, ""));
}

#[test]
fn a_descriptor_serves_as_a_schema() {
    let folder = folder("descriptor");
    assert_eq!(
        run(&folder, "gen descriptor orders.still --out out").code,
        0
    );
    let path = "out/acme/v1/v1.stilld";
    let path = if folder.join(path).exists() {
        path
    } else {
        "out/acme/v1/acme.stilld"
    };
    let write =
        format!("record write a.stillr --schema {path} --type acme.v1.Order --input orders.jsonl");
    let done = run(&folder, &write);
    assert_eq!(done.code, 0, "{}", done.stderr);
    assert_eq!(
        run(&folder, "record read a.stillr").stdout.lines().count(),
        3
    );
}

#[test]
fn appending_goes_on_and_a_file_is_not_overwritten() {
    let folder = written("append");
    let again = run(&folder, &format!("{WRITE} --input orders.jsonl"));
    assert_eq!(again.code, 1);
    assert_eq!(
        again.stderr,
        "error: orders.stillr is there already; `--append` goes on after its last record\n"
    );
    let args: Vec<&str> = WRITE.split_whitespace().chain(["--append"]).collect();
    let more = stillwire_there(&folder, &args, b"{\"id\":4,\"symbol\":\"D\"}");
    assert_eq!(
        (more.code, more.stderr.as_str()),
        (0, "1 records written\n")
    );
    assert_eq!(
        run(&folder, "record read orders.stillr")
            .stdout
            .lines()
            .count(),
        4
    );
    let other = "record write orders.stillr --append --schema orders.still --type Other";
    let other = run(&folder, other);
    assert_eq!(
        other.stderr,
        "error: orders.stillr: the file holds acme.v1.Order, not acme.v1.Other\n"
    );
}

#[test]
fn a_line_that_is_wrong_is_told_with_its_place_and_those_before_it_are_kept() {
    let folder = folder("wrong");
    let args: Vec<&str> = WRITE.split_whitespace().collect();
    let wrong = stillwire_there(
        &folder,
        &args,
        b"{\"id\":1,\"symbol\":\"A\"}\n\n{\"id\":2,\"symbol\":\"\"}\n",
    );
    assert_eq!(wrong.code, 1);
    assert!(
        wrong.stderr.contains("error: standard input, line 3: "),
        "{}",
        wrong.stderr
    );
    assert!(wrong.stderr.contains("symbol"), "{}", wrong.stderr);
    assert_eq!(
        run(&folder, "record check orders.stillr").stdout,
        "1 records, all sound\n"
    );
}

#[test]
fn what_a_file_holds_is_told() {
    let folder = written("info");
    let info = run(&folder, "record info orders.stillr").stdout;
    assert!(info.contains("type         acme.v1.Order\n"), "{info}");
    assert!(info.contains("records      3\n"), "{info}");
    assert!(info.contains("ends         with an index\n"), "{info}");
    let json: serde_json::Value =
        serde_json::from_str(&run(&folder, "record info --json orders.stillr").stdout).unwrap();
    assert_eq!(json["type"], "acme.v1.Order");
    assert_eq!(json["records"], 3);
    assert_eq!(json["ending"], "indexed");
    assert_eq!(
        json["bytes"],
        fs::metadata(folder.join("orders.stillr")).unwrap().len()
    );
}

#[test]
fn a_torn_end_is_told_and_repaired() {
    let folder = written("torn");
    let path = folder.join("orders.stillr");
    let whole = fs::read(&path).unwrap();
    // Into the last record: what follows it is an index of one entry and a trailer.
    let cut = whole.len() - (8 + 24 + 4) - 16 - 3;
    fs::write(&path, &whole[..cut]).unwrap();
    let check = run(&folder, "record check orders.stillr");
    assert_eq!(check.code, 1);
    assert!(
        check.stdout.contains("the end is torn: "),
        "{}",
        check.stdout
    );
    assert!(
        check.stdout.ends_with("2 records are whole; 1 faults\n"),
        "{}",
        check.stdout
    );
    let read = run(&folder, "record read orders.stillr");
    assert_eq!((read.code, read.stdout.lines().count()), (0, 2));
    assert!(
        read.stderr.starts_with("the end is torn: "),
        "{}",
        read.stderr
    );
    let repair = run(&folder, "record repair orders.stillr");
    assert_eq!(repair.code, 0);
    assert!(
        repair
            .stdout
            .starts_with("2 records, with an index; it ended torn"),
        "{}",
        repair.stdout
    );
    assert_eq!(
        run(&folder, "record check orders.stillr").stdout,
        "2 records, all sound\n"
    );
}

#[test]
fn damage_is_told_and_what_is_whole_is_copied() {
    let folder = written("damaged");
    let path = folder.join("orders.stillr");
    let mut bytes = fs::read(&path).unwrap();
    let at = bytes.windows(2).rposition(|pair| pair == b"BB").unwrap();
    bytes[at] = b'X';
    fs::write(&path, &bytes).unwrap();
    let read = run(&folder, "record read orders.stillr");
    assert_eq!((read.code, read.stdout.lines().count()), (1, 1));
    assert!(
        read.stderr
            .starts_with("error: orders.stillr: damaged at byte "),
        "{}",
        read.stderr
    );
    let rest = run(&folder, "record read orders.stillr --skip-damage");
    assert_eq!((rest.code, rest.stdout.lines().count()), (0, 2));
    assert!(
        rest.stderr.starts_with("damaged at byte "),
        "{}",
        rest.stderr
    );
    let check = run(&folder, "record check orders.stillr");
    assert_eq!(check.code, 1);
    assert!(
        check.stdout.ends_with("2 records are whole; 1 faults\n"),
        "{}",
        check.stdout
    );
    // With an index it opens, and its end is right; without one, the damage is in the way.
    let copy = run(&folder, "record repair orders.stillr --out whole.stillr");
    assert_eq!(copy.code, 0, "{}", copy.stderr);
    assert!(
        copy.stdout
            .ends_with("2 records copied; it ended with an index\n"),
        "{}",
        copy.stdout
    );
    assert_eq!(
        run(&folder, "record check whole.stillr").stdout,
        "2 records, all sound\n"
    );
    assert_eq!(fs::read(&path).unwrap(), bytes);
    fs::write(&path, &bytes[..bytes.len() - 1]).unwrap();
    let repair = run(&folder, "record repair orders.stillr");
    assert_eq!(repair.code, 1);
    assert!(
        repair
            .stderr
            .ends_with("; `--out FILE` copies the records that are whole\n"),
        "{}",
        repair.stderr
    );
}

#[test]
fn an_index_that_leads_elsewhere_is_told() {
    let folder = folder("index");
    let (mut bytes, lines) = (Vec::new(), "{\"id\":1,\"symbol\":\"A\"}\n".repeat(40));
    fs::write(folder.join("orders.jsonl"), lines).unwrap();
    assert_eq!(
        run(&folder, &format!("{WRITE} --input orders.jsonl")).code,
        0
    );
    let path = folder.join("orders.stillr");
    bytes.extend(fs::read(&path).unwrap());
    assert_eq!(
        run(&folder, "record check orders.stillr").stdout,
        "40 records, all sound\n"
    );
    // The entry of record 16 as that of record 17, under a checksum that is right.
    let index = bytes.len() - 16 - (8 + 16 + 3 * 8 + 4);
    let entry = index + 8 + 16 + 8;
    let offset = |at: usize| u64::from_le_bytes(bytes[at..at + 8].try_into().unwrap());
    let other = offset(entry) + (offset(entry) - offset(entry - 8)) / 16;
    bytes[entry..entry + 8].copy_from_slice(&other.to_le_bytes());
    let end = bytes.len() - 16 - 4;
    let header = bytes[index..index + 8].try_into().unwrap();
    let sum = stillwire::codec::frame::checksum(header, &bytes[index + 8..end]);
    bytes[end..end + 4].copy_from_slice(&sum.to_le_bytes());
    fs::write(&path, &bytes).unwrap();
    let check = run(&folder, "record check orders.stillr");
    assert_eq!(check.code, 1);
    assert!(
        check
            .stdout
            .starts_with("the index does not lead to record 16, "),
        "{}",
        check.stdout
    );
}

#[test]
fn what_cannot_be_answered_is_no_answer() {
    let folder = folder("no-file");
    let missing = run(&folder, "record check missing.stillr");
    assert_eq!(missing.code, 2);
    assert!(
        missing.stderr.starts_with("error: missing.stillr: "),
        "{}",
        missing.stderr
    );
    assert_eq!(run(&folder, "record check orders.jsonl").code, 2);
    assert_eq!(run(&folder, "record read orders.jsonl").code, 1);
    for (name, told) in [
        (
            "Nope",
            "the schema has no message `Nope`; it has acme.v1.Order, acme.v1.Leg, acme.v1.Other",
        ),
        ("der", "the schema has no message `der`"),
    ] {
        let write = format!("record write a.stillr --schema orders.still --type {name}");
        let run = run(&folder, &write);
        assert!(run.code == 1 && run.stderr.contains(told), "{}", run.stderr);
        assert!(!folder.join("a.stillr").exists());
    }
}

#[test]
fn the_examples_of_the_help_run() {
    let mut ran = 0;
    for action in ["write", "read", "info", "check", "repair"] {
        let folder = written("examples");
        if action == "write" {
            fs::remove_file(folder.join("orders.stillr")).unwrap();
        }
        let help = stillwire(&["record", action, "--help"], b"").stdout;
        let (_, examples) = help.split_once("Examples:").unwrap();
        for line in examples
            .lines()
            .map(str::trim)
            .filter(|line| !line.is_empty())
        {
            let (command, input) = match line.split_once(" < ") {
                Some((command, file)) => (command, fs::read(folder.join(file)).unwrap()),
                None => (line, Vec::new()),
            };
            let words: Vec<&str> = command.split_whitespace().collect();
            assert_eq!(words[0], "stillwire");
            let run = stillwire_there(&folder, &words[1..], &input);
            assert_eq!(run.code, 0, "{line}: {}", run.stderr);
            ran += 1;
        }
    }
    assert_eq!(ran, 10);
}
