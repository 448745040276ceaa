//! `unsafe` stands in one module, and each piece of it names the test that exercises it.
#![forbid(unsafe_code)]

use std::fs;
use std::path::{Path, PathBuf};

/// The one module: its file, and the folder of its parts.
const MODULE: [&str; 2] = ["src/raw.rs", "src/raw"];

/// Whether a file is of the module.
fn is_of_module(path: &Path) -> bool {
    MODULE
        .iter()
        .any(|part| path.starts_with(root().join(part)))
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_path_buf()
}

/// All Rust files below a folder, with what they say.
fn sources(folder: &Path) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = fs::read_to_string(&path).unwrap();
            found.push((path, text));
        }
    }
    found
}

/// A line without the comment at its end.
fn code(line: &str) -> &str {
    line.split("//").next().unwrap()
}

/// The comment that stands right above line `at`.
fn comment(lines: &[&str], at: usize) -> String {
    let above = lines[..at].iter().rev();
    let comment: Vec<&str> = above
        .map(|line| line.trim())
        // An attribute may stand between.
        .take_while(|line| line.starts_with("//") || line.starts_with("#["))
        .collect();
    comment.into_iter().rev().collect::<Vec<_>>().join("\n")
}

#[test]
fn one_module_has_unsafe() {
    let sources = sources(&root().join("src"));
    assert!(sources.len() > 20, "the sources are where this test looks");
    for (path, text) in sources {
        let has = text.lines().any(|line| {
            code(line)
                .split(|c: char| !c.is_alphanumeric() && c != '_')
                .any(|word| word == "unsafe")
        });
        assert_eq!(has, is_of_module(&path), "{}", path.display());
    }
}

#[test]
fn every_unsafe_block_has_a_proof_and_names_a_test_that_exists() {
    let module: Vec<_> = sources(&root().join("src"))
        .into_iter()
        .filter(|(path, _)| is_of_module(path))
        .collect();
    let mut tests: String = module.iter().map(|(_, text)| text.as_str()).collect();
    for (_, text) in sources(&root().join("tests")) {
        tests.push_str(&text);
    }
    let targets = root().join("../fuzz/targets");
    let mut blocks = 0;
    for (path, text) in module {
        blocks += proven_blocks(&path, &text, |name| {
            tests.contains(&format!("fn {name}()"))
                || targets.join(name).with_extension("rs").exists()
        });
    }
    assert!(blocks > 20, "{blocks} blocks found");
}

/// The blocks with `unsafe` of a file, each of which must have a proof that names tests which exist.
fn proven_blocks(path: &Path, text: &str, exists: impl Fn(&str) -> bool) -> usize {
    let lines: Vec<&str> = text.lines().collect();
    let mut blocks = 0;
    for (at, line) in lines.iter().enumerate() {
        let is_block = code(line).contains("unsafe {");
        if !is_block && !code(line).contains("unsafe impl") {
            continue;
        }
        // In the middle of an expression the comment stands above its statement.
        let statement = (0..=at)
            .rev()
            .find(|at| !comment(&lines, *at).is_empty())
            .unwrap();
        let comment = comment(&lines, statement);
        let place = format!("{}:{}: {}", path.display(), at + 1, line.trim());
        assert!(
            at - statement < 3 && comment.contains("// SAFETY:"),
            "{place} has no proof"
        );
        if !is_block {
            continue;
        }
        blocks += 1;
        let (_, named) = comment
            .split_once("// Checked by: ")
            .unwrap_or_else(|| panic!("{place} names no test"));
        let names: Vec<&str> = named.split('`').skip(1).step_by(2).collect();
        assert!(!names.is_empty(), "{place} names no test");
        for name in names {
            assert!(exists(name), "{place} names `{name}`, which is not there");
        }
    }
    blocks
}
