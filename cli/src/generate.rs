//! `stillwire gen`: code from schemas, for builds that have no `build.rs`.

use crate::check;
use clap::{Args, ValueEnum};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use stillwire_compiler::{Error, proto};

/// What to generate.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Options {
    /// What to write
    language: Language,
    /// The schema
    file: PathBuf,
    /// Where to write; made where it is missing
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// A directory below which imported packages are looked for; may be given several times
    #[arg(long, value_name = "DIR")]
    root: Vec<PathBuf>,
}

const EXAMPLES: &str = "\
Examples:
  stillwire gen rust schemas/orders.still --out src/generated
  stillwire gen proto schemas/orders.still --out protos";

/// Languages that the compiler writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Language {
    /// Rust types, views, services and clients
    Rust,
    /// proto3
    Proto,
}

/// Why nothing was generated.
#[derive(Debug, thiserror::Error)]
pub(crate) enum GenerateError {
    #[error(transparent)]
    Schema(#[from] Box<Error>),
    #[error("cannot write {}: {error}", path.display())]
    Write { path: PathBuf, error: io::Error },
}

/// Writes the files.
pub(crate) fn run(options: &Options) -> Result<(), GenerateError> {
    let builder = check::builder(std::slice::from_ref(&options.file), &options.root);
    let checked = builder.check().map_err(Box::new)?;
    check::warn(&checked.warnings);
    make_directory(&options.out)?;
    match options.language {
        Language::Rust => builder.out_dir(&options.out).build().map_err(Box::new)?,
        Language::Proto => {
            for file in proto::generate(&checked.model) {
                let path = options.out.join(&file.path);
                path.parent().map_or(Ok(()), make_directory)?;
                fs::write(&path, &file.text)
                    .map_err(|error| GenerateError::Write { path, error })?;
            }
        }
    }
    Ok(())
}

fn make_directory(path: &Path) -> Result<(), GenerateError> {
    fs::create_dir_all(path).map_err(|error| GenerateError::Write {
        path: path.to_owned(),
        error,
    })
}
