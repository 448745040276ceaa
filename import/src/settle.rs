//! Writes schemas, asks the compiler what it thinks of them, and gives other names to what it refuses the names of.

use crate::findings::Findings;
use crate::names::Names;
use crate::references::Scopes;
use crate::text::{self, Written};
use prost_reflect::{DescriptorPool, FileDescriptor};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use stillwire_compiler::{Builder, Bundle, Code, Diagnostic, Output, Sources, format};

/// How often names are chosen again.
const ROUNDS: usize = 16;

/// The schemas of the files that were asked for, and of those that these use.
pub(crate) fn schemas(
    pool: &DescriptorPool,
    wanted: &[String],
    findings: &mut Findings,
) -> Vec<Output> {
    let mut names = Names::default();
    for round in 1..=ROUNDS {
        findings.restart();
        names.choose(pool);
        let written = write(pool, &names, wanted, findings);
        if findings.has_errors() {
            return Vec::new();
        }
        let hiders = written.values().flat_map(|written| &written.hiders);
        let hiders: BTreeSet<String> = hiders.cloned().collect();
        if !hiders.is_empty() && round < ROUNDS {
            hiders.iter().for_each(|full| names.refuse(full));
            continue;
        }
        let Err((problems, sources)) = check(&written) else {
            return formatted(written);
        };
        let clashes = clashes(&problems, &sources, &written);
        if clashes.is_empty() || round == ROUNDS {
            tell(&problems, &sources, &written, findings);
            return Vec::new();
        }
        for full in clashes {
            names.refuse(&full);
        }
    }
    Vec::new()
}

/// Files by the paths that they get.
type All = BTreeMap<String, Written>;

fn write(pool: &DescriptorPool, names: &Names, wanted: &[String], findings: &mut Findings) -> All {
    let scopes = Scopes::new(pool, names);
    let mut todo: Vec<FileDescriptor> = wanted
        .iter()
        .filter_map(|name| pool.get_file_by_name(name))
        .collect();
    let mut seen: HashSet<String> = wanted.iter().cloned().collect();
    let mut all = All::new();
    while let Some(file) = todo.pop() {
        let written = text::write(&file, names, &scopes, findings);
        for name in &written.needs {
            if seen.insert(name.clone()) {
                todo.extend(pool.get_file_by_name(name));
            }
        }
        all.insert(path_of(&file, &all), written);
    }
    all
}

/// A file lies in the directory of its package, under its own name unless another has it.
fn path_of(file: &FileDescriptor, taken: &All) -> String {
    let folder = file.package_name().replace('.', "/");
    let stem = file.name().rsplit('/').next().unwrap_or_default();
    let stem = stem.strip_suffix(".proto").unwrap_or(stem);
    let mut path = format!("{folder}/{stem}.still");
    let mut number = 2;
    while taken.contains_key(&path) {
        path = format!("{folder}/{stem}_{number}.still");
        number += 1;
    }
    path
}

fn check(all: &All) -> Result<(), (Vec<Diagnostic>, Sources)> {
    let mut bundle = Bundle::new();
    for (path, written) in all {
        bundle.insert(path, written.text.clone().into_bytes(), true);
    }
    match Builder::new().emit_rerun(false).bundle(bundle).check() {
        Ok(_) => Ok(()),
        Err(error) => {
            let report = error.report();
            Err((report.diagnostics().to_vec(), report.sources().clone()))
        }
    }
}

/// The full names of what has a name that clashes with another, or with one that generated code needs.
fn clashes(problems: &[Diagnostic], sources: &Sources, all: &All) -> BTreeSet<String> {
    let named: HashMap<&str, &Written> = all.iter().map(|(p, w)| (p.as_str(), w)).collect();
    let mut found = BTreeSet::new();
    for problem in problems {
        if !matches!(
            problem.code,
            Code::NameCollision | Code::TakenName | Code::NameCase
        ) {
            continue;
        }
        let names = problem.labels.iter().filter_map(|label| {
            let written = named.get(sources.name(label.span.file))?;
            written.names.get(&(label.span.start as usize))
        });
        found.extend({ names }.next().cloned());
    }
    found
}

/// What the compiler has against a schema is told of what it was made of.
fn tell(problems: &[Diagnostic], sources: &Sources, all: &All, findings: &mut Findings) {
    for problem in problems {
        let label = problem.labels.first();
        let place = label.and_then(|label| {
            let written = all.get(sources.name(label.span.file))?;
            let (_, full) = written
                .names
                .range(..=label.span.start as usize)
                .next_back()?;
            written.places.get(full)
        });
        let message = format!(
            "no schema can say this: {} ({})",
            problem.message, problem.code
        );
        let place = place.map(|(file, position)| (file.as_str(), *position));
        findings.error(
            Code::ImportRefused,
            message,
            place,
            problem.help.as_deref().unwrap_or(""),
        );
    }
}

fn formatted(all: All) -> Vec<Output> {
    all.into_iter()
        .map(|(path, written)| {
            // What compiles can be formatted.
            let text = format(&written.text).unwrap_or(written.text);
            Output {
                path,
                bytes: text.into_bytes(),
            }
        })
        .collect()
}
