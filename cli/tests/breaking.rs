//! `stillwire breaking` as a user runs it, with versions in git, in folders and in snapshots.

mod support;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use support::{Run, stillwire_in};

const FIRST: &str = "package shop.v1;\n\nmessage Order {\n  @1 id: u32;\n  @2 note: string;\n}\n";
/// A field more: safe.
const SECOND: &str =
    "package shop.v1;\n\nmessage Order {\n  @1 id: u32;\n  @2 note: string;\n  @3 size: u16;\n}\n";
/// The first field is wider: not safe.
const THIRD: &str =
    "package shop.v1;\n\nmessage Order {\n  @1 id: u64;\n  @2 note: string;\n  @3 size: u16;\n}\n";

/// An empty folder of a test's own.
fn folder(name: &str) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&path);
    fs::create_dir_all(&path).unwrap();
    path
}

fn write(folder: &Path, name: &str, text: &str) {
    let path = folder.join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

fn git(folder: &Path, args: &[&str]) -> String {
    let output = Command::new("git")
        .args([
            "-c",
            "user.name=A",
            "-c",
            "user.email=a@example.org",
            "-c",
            "commit.gpgsign=false",
        ])
        .args([
            "-c",
            "tag.gpgsign=false",
            "-c",
            "protocol.file.allow=always",
        ])
        .arg("-C")
        .arg(folder)
        .args(args)
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "git {args:?}: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8(output.stdout).unwrap()
}

fn commit(folder: &Path, text: &str, message: &str) {
    write(folder, "schemas/shop/v1/order.still", text);
    git(folder, &["add", "."]);
    git(folder, &["commit", "-q", "-m", message]);
}

/// A repository whose `main` has the first version.
fn repository(name: &str) -> PathBuf {
    let folder = folder(name);
    git(&folder, &["init", "-q", "-b", "main"]);
    commit(&folder, FIRST, "first");
    folder
}

fn breaking(folder: &Path, args: &[&str]) -> Run {
    let all: Vec<&str> = ["breaking"].iter().chain(args).copied().collect();
    stillwire_in(folder, &all)
}

#[test]
fn a_safe_change_passes_and_is_told_only_when_asked_for() {
    let repo = repository("safe");
    write(&repo, "schemas/shop/v1/order.still", SECOND);
    let run = breaking(&repo, &["schemas", "--against", "git:main"]);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    assert_eq!(run.stdout, "git:main: nothing breaks native, proto, json\n");
    let run = breaking(&repo, &["schemas", "--against", "main", "--all"]);
    assert_eq!(run.code, 0);
    assert!(run.stdout.contains("S0451") && run.stdout.contains("field `size` is new"));
}

#[test]
fn what_breaks_is_drawn_with_both_places_and_the_exit_code_is_1() {
    let repo = repository("unsafe");
    write(&repo, "schemas/shop/v1/order.still", THIRD);
    let run = breaking(&repo, &["--against", "git:main"]);
    assert_eq!((run.code, run.stderr.as_str()), (1, ""));
    for part in [
        "S0412",
        "NATIVE, JSON, SOURCE: field `id` was `u32` and is `u64`",
        "[schemas/shop/v1/order.still:4:6]",
        "[git:main schemas/shop/v1/order.still:4:6]",
        "git:main: 1 change breaks native, proto, json\n",
    ] {
        assert!(run.stdout.contains(part), "{part}\n{}", run.stdout);
    }
}

#[test]
fn surfaces_decide_what_counts() {
    let repo = repository("surfaces");
    let renamed = FIRST.replace("note", "remark");
    write(&repo, "schemas/shop/v1/order.still", &renamed);
    for (surfaces, code) in [
        ("wire", 0),
        ("native,proto", 0),
        ("json", 1),
        ("source", 1),
        ("wire,json", 1),
    ] {
        let run = breaking(
            &repo,
            &["schemas", "--against", "git:main", "--surfaces", surfaces],
        );
        assert_eq!(run.code, code, "{surfaces}: {}", run.stdout);
    }
    assert_eq!(breaking(&repo, &["schemas", "--surfaces", "bytes"]).code, 2);
}

#[test]
fn without_a_version_the_commit_counts_where_the_branch_began() {
    let repo = repository("base");
    git(&repo, &["checkout", "-q", "-b", "work"]);
    commit(&repo, SECOND, "on the branch");
    git(&repo, &["checkout", "-q", "main"]);
    commit(&repo, &FIRST.replace("u32", "u16"), "main goes on");
    git(&repo, &["checkout", "-q", "work"]);
    let base = git(&repo, &["rev-parse", "--short", "main~1"]);
    let run = breaking(&repo, &["schemas"]);
    assert_eq!(run.code, 0, "{}{}", run.stdout, run.stderr);
    assert_eq!(
        run.stdout,
        format!("git:{}: nothing breaks native, proto, json\n", base.trim())
    );
    // From a folder within, too.
    let run = breaking(&repo.join("schemas/shop"), &[]);
    assert_eq!(run.code, 0, "{}{}", run.stdout, run.stderr);
    assert_eq!(
        breaking(&repo, &["schemas", "--against", "git:main"]).code,
        1
    );
}

#[test]
fn the_work_tree_and_the_index_stay_as_they_are() {
    let repo = repository("untouched");
    write(&repo, "schemas/shop/v1/order.still", THIRD);
    write(&repo, "new.txt", "not known to git");
    let before = git(&repo, &["status", "--porcelain"]);
    assert_eq!(
        breaking(&repo, &["schemas", "--against", "git:main"]).code,
        1
    );
    assert_eq!(git(&repo, &["status", "--porcelain"]), before);
    assert_eq!(
        fs::read_to_string(repo.join("schemas/shop/v1/order.still")).unwrap(),
        THIRD
    );
}

#[test]
fn every_released_version_is_compared_since_safe_changes_do_not_add_up() {
    let repo = repository("released");
    git(&repo, &["tag", "v1.0"]);
    let tombstone = FIRST.replace("@2 note: string", "@2 reserved string \"note\"");
    commit(&repo, &tombstone, "note is gone");
    git(&repo, &["tag", "v1.10"]);
    let free = FIRST.replace("  @2 note: string;\n", "");
    commit(&repo, &free, "and its tombstone");
    git(&repo, &["tag", "v1.9"]);
    git(&repo, &["tag", "other"]);
    let reused = FIRST.replace("note", "symbol");
    write(&repo, "schemas/shop/v1/order.still", &reused);
    // Step by step the last one is safe.
    let last = breaking(&repo, &["schemas", "--against", "git:v1.9"]);
    assert_eq!(last.code, 0, "{}", last.stdout);
    let run = breaking(
        &repo,
        &[
            "schemas",
            "--against-all",
            "v1.*",
            "--surfaces",
            "wire",
            "--format",
            "json",
        ],
    );
    assert_eq!(run.code, 1);
    let document: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
    let against = document["against"].as_array().unwrap();
    let versions: Vec<(&str, bool)> = against
        .iter()
        .map(|a| {
            (
                a["version"].as_str().unwrap(),
                a["breaking"].as_bool().unwrap(),
            )
        })
        .collect();
    // By version, not by letters.
    assert_eq!(
        versions,
        [("v1.0", false), ("v1.9", false), ("v1.10", true)]
    );
    assert_eq!(against[2]["changes"][0]["rule"], "tombstone-reused");
    let run = breaking(&repo, &["schemas", "--against-all", "v7.*"]);
    assert_eq!(run.code, 2);
    assert!(
        run.stderr.contains("no tag matches `v7.*`"),
        "{}",
        run.stderr
    );
}

#[test]
fn what_breaks_against_several_versions_is_drawn_once() {
    let repo = repository("once");
    git(&repo, &["tag", "v1"]);
    commit(&repo, SECOND, "second");
    git(&repo, &["tag", "v2"]);
    write(&repo, "schemas/shop/v1/order.still", THIRD);
    let run = breaking(&repo, &["schemas", "--against-all", "v*"]);
    assert_eq!(run.code, 1);
    assert_eq!(run.stdout.matches("S0412").count(), 1, "{}", run.stdout);
    assert!(
        run.stdout
            .contains("1 change as against v1\nv2: 1 change breaks"),
        "{}",
        run.stdout
    );
}

#[test]
fn a_snapshot_stands_for_the_schemas_that_it_was_made_of() {
    let folder = folder("snapshot");
    let common = "package shop.common.v1;\nmessage Money { @1 amount: i64; }\n";
    let order = "package shop.v1;\nuse shop.common.v1.{Money};\nmessage Order { @1 id: u32; @2 price: Money?; }\n";
    write(&folder, "a/shop/v1/order.still", order);
    write(&folder, "a/shop/common/v1/money.still", common);
    write(&folder, "b/shop/v1/order.still", order);
    write(
        &folder,
        "b/shop/common/v1/money.still",
        &common.replace("i64", "i32"),
    );
    let run = breaking(&folder, &["a/shop/v1", "--snapshot", "a.stillc"]);
    assert_eq!(
        (run.code, run.stdout.as_str(), run.stderr.as_str()),
        (0, "", "")
    );
    let text = fs::read_to_string(folder.join("a.stillc")).unwrap();
    assert!(
        text.contains("\nfile ") && text.contains("\nimport "),
        "{text}"
    );
    // It is the same wherever the files lie.
    breaking(
        &folder.join("a"),
        &["shop/v1", "--snapshot", "../again.stillc"],
    );
    assert_eq!(
        fs::read_to_string(folder.join("again.stillc")).unwrap(),
        text
    );

    assert_eq!(
        breaking(&folder, &["a/shop/v1", "--against", "a.stillc"]).code,
        0
    );
    // The import counts as well.
    let run = breaking(&folder, &["b/shop/v1", "--against", "a.stillc"]);
    assert_eq!(run.code, 1);
    assert!(
        run.stdout
            .contains("[a.stillc shop/common/v1/money.still:2:"),
        "{}",
        run.stdout
    );

    write(&folder, "bad.stillc", "stillwire snapshot 1\nfolder");
    let run = breaking(&folder, &["a/shop/v1", "--against", "bad.stillc"]);
    assert_eq!(run.code, 2);
    assert!(
        run.stderr.contains("bad.stillc is no snapshot: line 2"),
        "{}",
        run.stderr
    );
    let run = breaking(&folder, &["a/shop/v1", "--against", "none.stillc"]);
    assert_eq!(run.code, 2);
    assert!(
        run.stderr.contains("cannot read none.stillc"),
        "{}",
        run.stderr
    );
}

#[test]
fn a_folder_can_be_the_older_version() {
    let folder = folder("folders");
    write(&folder, "old/shop/v1/order.still", FIRST);
    write(&folder, "new/shop/v1/order.still", THIRD);
    let run = breaking(&folder, &["new", "--against", "old"]);
    assert_eq!(run.code, 1, "{}", run.stderr);
    assert!(
        run.stdout.contains("old old/shop/v1/order.still"),
        "{}",
        run.stdout
    );
    assert_eq!(breaking(&folder, &["old", "--against", "old"]).code, 0);
}

#[test]
fn where_nothing_was_published_nothing_breaks_and_where_nothing_is_left_all_does() {
    let repo = repository("nothing");
    write(
        &repo,
        "more/other/v1/other.still",
        "package other.v1;\nmessage Other { @1 id: u32; }\n",
    );
    let run = breaking(&repo, &["more", "--against", "git:main"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    fs::remove_file(repo.join("schemas/shop/v1/order.still")).unwrap();
    let run = breaking(
        &repo,
        &["schemas", "--against", "git:main", "--surfaces", "source"],
    );
    assert_eq!(run.code, 1, "{}", run.stderr);
    assert!(
        run.stdout.contains("package `shop.v1` is gone"),
        "{}",
        run.stdout
    );
    fs::create_dir_all(repo.join("empty")).unwrap();
    let run = breaking(&repo, &["empty", "--against", "git:main"]);
    assert_eq!(run.code, 2);
    assert!(
        run.stderr.contains("there are no schemas in empty"),
        "{}",
        run.stderr
    );
}

#[test]
fn what_cannot_be_compared_is_said_and_the_exit_code_is_2() {
    let repo = repository("errors");
    let says = |folder: &Path, args: &[&str], part: &str| {
        let run = breaking(folder, args);
        assert_eq!((run.code, run.stdout.as_str()), (2, ""), "{args:?}");
        assert!(run.stderr.contains(part), "{args:?}: {}", run.stderr);
    };
    says(
        &repo,
        &["schemas", "--against", "git:v9"],
        "there is no revision `v9`",
    );
    says(
        &repo,
        &["schemas", "--against", "git:--help"],
        "there is no revision `--help`",
    );
    says(
        &repo,
        &["schemas", "--against", "v9"],
        "there is no revision `v9`",
    );
    says(&repo, &["no/such"], "cannot read no/such");
    commit(
        &repo,
        "package shop.v1;\nmessage Order { @1 id: u65; }\n",
        "broken",
    );
    git(&repo, &["tag", "broken"]);
    says(
        &repo,
        &["schemas", "--against", "git:main~1"],
        "the newer version has an error",
    );
    commit(&repo, FIRST, "mended");
    says(
        &repo,
        &["schemas", "--against", "git:broken"],
        "git:broken does not compile (schemas/shop/v1/order.still)",
    );
    git(&repo, &["checkout", "-q", "--detach"]);
    git(&repo, &["branch", "-q", "-D", "main"]);
    says(&repo, &["schemas"], "there is no default branch");

    // No repository around it: the search ends at the folder of all tests.
    let bare = folder("no_repository");
    write(&bare, "a.still", FIRST);
    says(&bare, &["a.still"], "is in no git repository");
    let fresh = folder("no_commit");
    git(&fresh, &["init", "-q", "-b", "main"]);
    write(&fresh, "a.still", FIRST);
    says(&fresh, &["a.still"], "has no commit yet");
}

#[test]
fn a_shallow_clone_says_that_it_is_one() {
    let repo = repository("whole");
    git(&repo, &["tag", "v1"]);
    commit(&repo, SECOND, "second");
    let shallow = folder("shallow");
    let from = format!("file://{}", repo.display());
    git(
        &shallow,
        &["clone", "-q", "--depth", "1", "--no-tags", &from, "clone"],
    );
    let run = breaking(&shallow.join("clone"), &["schemas", "--against", "git:v1"]);
    assert_eq!(run.code, 2);
    assert!(
        run.stderr.contains("shallow") && run.stderr.contains("--unshallow"),
        "{}",
        run.stderr
    );
    // What it has can be compared with.
    assert_eq!(breaking(&shallow.join("clone"), &["schemas"]).code, 0);
}

#[test]
fn the_examples_of_the_help_run() {
    let repo = repository("examples");
    git(&repo, &["tag", "v1.0"]);
    let help = stillwire_in(&repo, &["breaking", "--help"]).stdout;
    let examples: Vec<&str> = help
        .lines()
        .filter_map(|line| line.trim().strip_prefix("stillwire "))
        .collect();
    assert_eq!(examples.len(), 4, "{help}");
    for example in examples {
        let args: Vec<&str> = example
            .split(' ')
            .map(|word| word.trim_matches('\''))
            .collect();
        let run = stillwire_in(&repo, &args);
        assert_eq!(run.code, 0, "{example}: {}", run.stderr);
    }
}

#[test]
fn codes_of_changes_are_explained() {
    let run = stillwire_in(Path::new("."), &["explain", "S0412"]);
    assert_eq!(run.code, 0);
    assert!(
        run.stdout
            .contains("| json | breaks | JSON has 64-bit numbers as strings |"),
        "{}",
        run.stdout
    );
}
