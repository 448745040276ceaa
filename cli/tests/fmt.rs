//! `stillwire fmt` as a user runs it.

mod support;

use std::fs;
use std::path::{Path, PathBuf};
use support::stillwire;

const LOOSE: &str = "package a.v1;\nmessage Ack{@1 id:u64;}\n";
const TIDY: &str = "package a.v1;\n\nmessage Ack { @1 id: u64; }\n";
const BROKEN: &str = "package a.v1;\n\nmessage  Ack { @1 id u64; }\n";

/// An empty directory.
fn directory(name: &str) -> PathBuf {
    let directory = PathBuf::from(env!("CARGO_TARGET_TMPDIR"))
        .join("fmt")
        .join(name);
    let _ = fs::remove_dir_all(&directory);
    fs::create_dir_all(&directory).unwrap();
    directory
}

fn put(directory: &Path, name: &str, text: &str) -> PathBuf {
    let path = directory.join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(&path, text).unwrap();
    path
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

#[test]
fn directories_are_formatted_at_any_depth_and_nothing_is_left_beside() {
    let root = directory("deep");
    let deep = put(&root, "a/b/c.still", LOOSE);
    let other = put(&root, "a/b/other.txt", LOOSE);
    let hidden = put(&root, ".hidden/c.still", LOOSE);
    let cache = put(&root, "target/c.still", LOOSE);
    put(&root, "target/CACHEDIR.TAG", "");
    let run = stillwire(&["fmt", text(&root)], b"");
    assert_eq!(
        (run.code, run.stdout.as_str(), run.stderr.as_str()),
        (0, "", "")
    );
    assert_eq!(fs::read_to_string(&deep).unwrap(), TIDY);
    for untouched in [&other, &hidden, &cache] {
        assert_eq!(fs::read_to_string(untouched).unwrap(), LOOSE);
    }
    assert_eq!(fs::read_dir(deep.parent().unwrap()).unwrap().count(), 2);
    // What was named is formatted wherever it is.
    assert_eq!(
        stillwire(&["fmt", text(hidden.parent().unwrap()), text(&cache)], b"").code,
        0
    );
    assert_eq!(fs::read_to_string(&hidden).unwrap(), TIDY);
    assert_eq!(fs::read_to_string(&cache).unwrap(), TIDY);
}

#[test]
fn a_formatted_file_is_not_written_again() {
    let root = directory("again");
    let path = put(&root, "a.still", TIDY);
    let before = fs::metadata(&path).unwrap().modified().unwrap();
    assert_eq!(stillwire(&["fmt", text(&path)], b"").code, 0);
    assert_eq!(fs::metadata(&path).unwrap().modified().unwrap(), before);
}

#[test]
fn check_lists_files_and_shows_what_would_change() {
    let root = directory("check");
    let path = put(&root, "a.still", LOOSE);
    put(&root, "b.still", TIDY);
    let run = stillwire(&["fmt", "--check", text(&root)], b"");
    assert_eq!(run.code, 1);
    assert!(
        run.stdout.starts_with(&format!("{}\n", path.display())),
        "{}",
        run.stdout
    );
    assert!(
        run.stdout
            .contains("-message Ack{@1 id:u64;}\n+\n+message Ack { @1 id: u64; }\n"),
        "{}",
        run.stdout
    );
    assert!(!run.stdout.contains("b.still"));
    assert!(
        run.stderr.contains("1 of 2 files are not formatted"),
        "{}",
        run.stderr
    );
    assert_eq!(fs::read_to_string(&path).unwrap(), LOOSE);
    assert_eq!(stillwire(&["fmt", text(&root)], b"").code, 0);
    let run = stillwire(&["fmt", "--check", text(&root)], b"");
    assert_eq!(
        (run.code, run.stdout.as_str(), run.stderr.as_str()),
        (0, "", "")
    );
}

#[test]
fn a_file_with_errors_is_reported_and_left_and_the_others_are_formatted() {
    let root = directory("broken");
    let broken = put(&root, "a.still", BROKEN);
    let fine = put(&root, "b.still", LOOSE);
    let run = stillwire(&["fmt", text(&root)], b"");
    assert_eq!((run.code, run.stdout.as_str()), (1, ""));
    assert!(
        run.stderr.contains("S0104") && run.stderr.contains("a.still:3:"),
        "{}",
        run.stderr
    );
    assert!(
        run.stderr.contains("1 of 2 files could not be formatted"),
        "{}",
        run.stderr
    );
    assert_eq!(fs::read_to_string(&broken).unwrap(), BROKEN);
    assert_eq!(fs::read_to_string(&fine).unwrap(), TIDY);
}

#[test]
fn standard_input_goes_to_standard_output() {
    let run = stillwire(&["fmt", "-"], LOOSE.as_bytes());
    assert_eq!(
        (run.code, run.stdout.as_str(), run.stderr.as_str()),
        (0, TIDY, "")
    );
    let run = stillwire(&["fmt", "-"], BROKEN.as_bytes());
    assert_eq!((run.code, run.stdout.as_str()), (1, ""));
    assert!(run.stderr.contains("standard input:3:"), "{}", run.stderr);
    let run = stillwire(&["fmt", "--check", "-"], LOOSE.as_bytes());
    assert_eq!(run.code, 1);
    assert_eq!(stillwire(&["fmt", "--check", "-"], TIDY.as_bytes()).code, 0);
    assert_eq!(stillwire(&["fmt", "-", "."], b"").code, 2);
    assert_eq!(stillwire(&["fmt", "-"], b"\xff").code, 1);
}

#[test]
fn what_is_not_there_is_an_error() {
    let run = stillwire(&["fmt", "no/such/file.still"], b"");
    assert_eq!(run.code, 1);
    assert!(
        run.stderr.contains("cannot read no/such/file.still"),
        "{}",
        run.stderr
    );
    let run = stillwire(&["fmt", text(&directory("empty"))], b"");
    assert_eq!(run.code, 1);
    assert!(run.stderr.contains("there is no schema"), "{}", run.stderr);
    assert_eq!(stillwire(&["fmt", "--tabs"], b"").code, 2);
}

#[cfg(unix)]
#[test]
fn links_and_permissions_stay() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let root = directory("links");
    let path = put(&root, "real/a.still", LOOSE);
    fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
    let link = root.join("link.still");
    symlink(&path, &link).unwrap();
    symlink(&root, root.join("loop")).unwrap();
    assert_eq!(stillwire(&["fmt", text(&root)], b"").code, 0);
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert_eq!(fs::read_to_string(&path).unwrap(), TIDY);
    assert_eq!(
        fs::metadata(&path).unwrap().permissions().mode() & 0o777,
        0o640
    );
}
