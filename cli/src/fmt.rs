//! `stillwire fmt`: one style for schemas.

use crate::limits::MAX_SCHEMA_BYTES;
use crate::write;
use clap::Args;
use clap::error::ErrorKind;
use similar::TextDiff;
use std::collections::BTreeSet;
use std::fs;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use stillwire_compiler::format_source;

/// What to format.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Options {
    /// Schemas, and directories with schemas at any depth; `-` formats standard input to standard output
    #[arg(value_name = "PATH", default_value = ".")]
    paths: Vec<PathBuf>,
    /// Change nothing: list files that are not formatted, show what would change, and exit with 1 if there is one
    #[arg(long)]
    check: bool,
}

const EXAMPLES: &str = "\
Examples:
  stillwire fmt schemas
  stillwire fmt --check
  stillwire fmt - < orders.still";

/// Why not all is formatted. What is wrong with each file has been printed.
#[derive(Debug, thiserror::Error)]
pub(crate) enum FormatError {
    #[error("{broken} of {all} files could not be formatted")]
    Broken { broken: usize, all: usize },
    #[error("{loose} of {all} files are not formatted; `stillwire fmt` does it")]
    Loose { loose: usize, all: usize },
    #[error("there is no schema in {0}")]
    Nothing(String),
    #[error("cannot write to standard output: {0}")]
    Output(io::Error),
}

/// Formats everything that was named, and goes on after what is broken.
pub(crate) fn run(options: &Options) -> Result<(), FormatError> {
    let mut run = Run {
        check: options.check,
        broken: 0,
        loose: 0,
    };
    if options.paths.iter().any(|path| path == Path::new("-")) {
        if options.paths.len() > 1 {
            let told = "`-` cannot be combined with other paths\n";
            clap::Error::raw(ErrorKind::ArgumentConflict, told).exit();
        }
        run.standard_input()?;
        return run.end(1);
    }
    let mut files = BTreeSet::new();
    for path in &options.paths {
        run.find(path, true, &mut files);
    }
    if files.is_empty() && run.broken == 0 {
        let names: Vec<String> = options
            .paths
            .iter()
            .map(|p| p.display().to_string())
            .collect();
        return Err(FormatError::Nothing(names.join(", ")));
    }
    for path in &files {
        run.file(path)?;
    }
    run.end(files.len())
}

struct Run {
    check: bool,
    broken: usize,
    loose: usize,
}

impl Run {
    fn end(&self, all: usize) -> Result<(), FormatError> {
        match (self.broken, self.loose) {
            (0, 0) => Ok(()),
            (0, loose) => Err(FormatError::Loose { loose, all }),
            (broken, _) => Err(FormatError::Broken {
                broken,
                all: all.max(broken),
            }),
        }
    }

    fn broken(&mut self, why: &str) {
        self.broken += 1;
        // Where standard error is gone, nobody is left to tell.
        let _ = writeln!(io::stderr(), "{}", why.trim_end());
    }

    /// Adds the schemas at or below `path`. Links to directories are not followed, nor is what is hidden or a cache
    /// looked into, unless it was named.
    fn find(&mut self, path: &Path, named: bool, files: &mut BTreeSet<PathBuf>) {
        let metadata = if named {
            fs::metadata(path)
        } else {
            fs::symlink_metadata(path)
        };
        let directory = match metadata {
            Ok(metadata) => metadata.is_dir(),
            Err(error) => return self.broken(&format!("cannot read {}: {error}", path.display())),
        };
        if !directory {
            if named || path.extension().is_some_and(|e| e == "still") {
                files.insert(path.to_owned());
            }
            return;
        }
        let hidden = path
            .file_name()
            .is_some_and(|n| n.as_encoded_bytes().starts_with(b"."));
        if !named && (hidden || path.join("CACHEDIR.TAG").exists()) {
            return;
        }
        match fs::read_dir(path) {
            Ok(entries) => {
                for entry in entries.flatten() {
                    // From `.` as users write it: without the dot.
                    let below = if path == Path::new(".") {
                        entry.file_name().into()
                    } else {
                        entry.path()
                    };
                    self.find(&below, false, files);
                }
            }
            Err(error) => self.broken(&format!("cannot read {}: {error}", path.display())),
        }
    }

    fn file(&mut self, path: &Path) -> Result<(), FormatError> {
        let name = path.display().to_string();
        let text = match fs::File::open(path).and_then(read) {
            Ok(text) => text,
            Err(error) => {
                self.broken(&format!("cannot read {name}: {error}"));
                return Ok(());
            }
        };
        match format_source(&name, &text) {
            Err(error) => self.broken(&error.report().to_string()),
            Ok(tidy) if tidy == text => {}
            Ok(tidy) if self.check => self.tell(&name, &text, &tidy)?,
            Ok(tidy) => {
                if let Err(error) = write::replace(path, &tidy) {
                    self.broken(&format!("cannot write {name}: {error}"));
                }
            }
        }
        Ok(())
    }

    fn standard_input(&mut self) -> Result<(), FormatError> {
        let text = match read(io::stdin().lock()) {
            Ok(text) => text,
            Err(error) => {
                self.broken(&format!("cannot read standard input: {error}"));
                return Ok(());
            }
        };
        match format_source("standard input", &text) {
            Err(error) => self.broken(&error.report().to_string()),
            Ok(tidy) if !self.check => return crate::print(&tidy).map_err(FormatError::Output),
            Ok(tidy) if tidy == text => {}
            Ok(tidy) => self.tell("standard input", &text, &tidy)?,
        }
        Ok(())
    }

    /// The name of a file that is not formatted, and what would change.
    fn tell(&mut self, name: &str, text: &str, tidy: &str) -> Result<(), FormatError> {
        self.loose += 1;
        let diff = TextDiff::from_lines(text, tidy);
        let changes = diff
            .unified_diff()
            .context_radius(2)
            .header(name, "formatted")
            .to_string();
        crate::print(&format!("{name}\n{changes}")).map_err(FormatError::Output)
    }
}

/// Everything, if it is text and not too long.
fn read(from: impl Read) -> io::Result<String> {
    let mut text = String::new();
    from.take(MAX_SCHEMA_BYTES + 1).read_to_string(&mut text)?;
    Ok(text)
}
