//! Imports every `.proto` file of a tree, each by itself, and tells what share of them can be imported, what share is the
//! same when it is emitted again, and why the others are not:
//!
//! ```text
//! cargo run --release -p stillwire-import --example share -- TREE [-I DIR]...
//! ```

#[path = "../tests/support/mod.rs"]
mod support;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{env, fs};
use support::Tree;

fn main() {
    let mut includes = Vec::new();
    let mut args = env::args().skip(1);
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "-I" => includes.extend(args.next().map(PathBuf::from)),
            tree => includes.insert(0, PathBuf::from(tree)),
        }
    }
    let Some(tree) = includes.first().cloned() else {
        eprintln!("name a folder of .proto files");
        return;
    };
    let mut files = Vec::new();
    find(&tree, &mut files);
    files.sort();
    let mut reasons: BTreeMap<String, (usize, String)> = BTreeMap::new();
    let (mut imported, mut same) = (0, 0);
    for file in &files {
        let name = file
            .strip_prefix(&tree)
            .unwrap_or(file)
            .display()
            .to_string();
        let reason = match Tree::of(&includes, &[&name]) {
            Err(why) => first_lines(&why),
            Ok(tree) => {
                imported += 1;
                match { tree.before.iter() }.find(|(name, was)| tree.after.get(*name) != Some(was))
                {
                    None => {
                        same += 1;
                        continue;
                    }
                    Some((name, was)) => {
                        let is = tree.after.get(name).map_or("", String::as_str);
                        let differs = was.lines().zip(is.lines()).find(|(was, is)| was != is);
                        format!("another form: {name}: {differs:?}")
                    }
                }
            }
        };
        let (count, _) = reasons.entry(reason).or_insert((0, name));
        *count += 1;
    }
    println!(
        "{} files, {imported} imported, {same} the same when emitted again",
        files.len()
    );
    let mut reasons: Vec<_> = reasons.into_iter().collect();
    reasons.sort_by_key(|(_, (count, _))| std::cmp::Reverse(*count));
    for (reason, (count, example)) in reasons {
        println!("{count:5}  {reason}   ({example})");
    }
}

/// The code and the message of a report.
fn first_lines(report: &str) -> String {
    let lines = report
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty());
    lines.take(2).collect::<Vec<_>>().join(" ")
}

fn find(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            find(&path, files);
        } else if path
            .extension()
            .is_some_and(|extension| extension == "proto")
        {
            files.push(path);
        }
    }
}
