//! `stillwire breaking`: what a change of schemas does to those who have an older version.

mod git;
mod show;
mod version;

use clap::{Args, ValueEnum};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use stillwire_compiler::breaking::{Change, Filter, Level, Surface, Surfaces, compare};
use stillwire_compiler::model::Model;
use stillwire_compiler::{Checked, Error, Report};

use crate::check;
use crate::files;
use crate::write;
use git::GitError;
use version::{Version, VersionError};

/// What to compare with what.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Options {
    /// Schemas, or folders of schemas: the newer version
    #[arg(value_name = "PATH", default_value = ".")]
    paths: Vec<PathBuf>,
    /// The older version: git:REV, a folder, or a snapshot
    ///
    /// Without it, the commit where HEAD and the default branch parted. A name that is neither a folder nor a file is
    /// a revision.
    #[arg(long, value_name = "WHAT", conflicts_with = "against_all")]
    against: Option<String>,
    /// Compare with every version whose git tag matches
    ///
    /// What is safe from each version to the next need not be safe from the first to the last.
    #[arg(long, value_name = "GLOB")]
    against_all: Option<String>,
    /// Write the schemas and what they import into this file, to be compared with later
    #[arg(long, value_name = "FILE", conflicts_with_all = ["against", "against_all"])]
    snapshot: Option<PathBuf>,
    /// What must not break: any of native, proto, json, source; wire is native and proto
    #[arg(long, value_name = "LIST", value_delimiter = ',', default_values = ["wire", "json"])]
    surfaces: Vec<Chosen>,
    /// How to tell
    #[arg(long, default_value = "human")]
    format: Format,
    /// Tell of changes that are safe, too
    #[arg(long, visible_alias = "verbose")]
    all: bool,
    /// A directory below which imported packages are looked for; may be given several times
    #[arg(long, value_name = "DIR")]
    root: Vec<PathBuf>,
}

const EXAMPLES: &str = "\
Exits with 0 where nothing breaks on the chosen surfaces, 1 where something does, 2 where it cannot tell.

Examples:
  stillwire breaking schemas --against git:main
  stillwire breaking schemas --against-all 'v1.*' --surfaces wire
  stillwire breaking schemas --snapshot schemas.stillc
  stillwire breaking schemas --against schemas.stillc --format json";

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Chosen {
    Native,
    Proto,
    Json,
    Source,
    /// native and proto
    Wire,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// Both places of each change, drawn
    Human,
    /// One document, for programs
    Json,
}

/// Why nothing can be said.
#[derive(Debug, thiserror::Error)]
pub(crate) enum BreakingError {
    #[error(transparent)]
    Io(#[from] io::Error),
    #[error("the newer version has an error: {0}")]
    New(Box<Error>),
    #[error(transparent)]
    Git(#[from] GitError),
    #[error(transparent)]
    Version(#[from] VersionError),
    #[error("there are no schemas in {0}")]
    Nothing(String),
    #[error("cannot write {}: {error}", path.display())]
    Write { path: PathBuf, error: io::Error },
}

/// All that differs from one older version.
#[derive(Debug)]
struct Comparison {
    /// As it is called: `git:main`.
    version: String,
    old: Checked,
    changes: Vec<Change>,
}

impl Comparison {
    fn breaks(&self, surfaces: Surfaces) -> usize {
        let broken = |c: &&Change| c.level(surfaces) == Level::Breaks;
        self.changes.iter().filter(broken).count()
    }
}

/// Compares, and gives what is to be printed.
pub(crate) fn run(options: &Options) -> Result<(String, ExitCode), BreakingError> {
    let files = files::schemas(&options.paths)?;
    if let Some(path) = &options.snapshot {
        some(&files, &options.paths)?;
        let builder = check::builder(&files, &options.root);
        let bundle = builder
            .snapshot()
            .map_err(|e| BreakingError::New(Box::new(e)))?;
        write::write(path, &bundle.to_bytes()).map_err(|error| BreakingError::Write {
            path: path.clone(),
            error,
        })?;
        return Ok((String::new(), ExitCode::SUCCESS));
    }
    let versions = Version::all(options)?;
    if versions.iter().all(Version::is_empty) {
        some(&files, &options.paths)?;
    }
    let new = if files.is_empty() {
        nothing()
    } else {
        let builder = check::builder(&files, &options.root);
        builder
            .check()
            .map_err(|e| BreakingError::New(Box::new(e)))?
    };
    let mut comparisons = Vec::new();
    for version in versions {
        let old = version.check()?;
        let changes = compare(&old.model, &new.model);
        comparisons.push(Comparison {
            version: version.name,
            old,
            changes,
        });
    }
    let filter = Filter {
        surfaces: surfaces(&options.surfaces),
        all: options.all,
    };
    let broken = comparisons.iter().any(|c| c.breaks(filter.surfaces) > 0);
    let text = match options.format {
        Format::Human => show::human(&comparisons, &new, filter),
        Format::Json => show::json(&comparisons, &new, filter),
    };
    Ok((text, ExitCode::from(u8::from(broken))))
}

fn surfaces(chosen: &[Chosen]) -> Surfaces {
    chosen.iter().fold(Surfaces::NONE, |all, one| match one {
        Chosen::Native => all.with(Surface::Native),
        Chosen::Proto => all.with(Surface::Proto),
        Chosen::Json => all.with(Surface::Json),
        Chosen::Source => all.with(Surface::Source),
        Chosen::Wire => all.union(Surfaces::WIRE),
    })
}

/// A version without schemas.
fn nothing() -> Checked {
    Checked {
        model: Model::default(),
        warnings: Report::default(),
    }
}

fn some(files: &[PathBuf], paths: &[PathBuf]) -> Result<(), BreakingError> {
    if files.is_empty() {
        let paths: Vec<String> = paths.iter().map(|p| p.display().to_string()).collect();
        return Err(BreakingError::Nothing(paths.join(", ")));
    }
    Ok(())
}

/// The bytes of a file that was named.
fn read(path: &Path) -> io::Result<Vec<u8>> {
    fs::read(path).map_err(|error| {
        io::Error::new(
            error.kind(),
            format!("cannot read {}: {error}", path.display()),
        )
    })
}
