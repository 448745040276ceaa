//! `stillwire check`: what the compiler has to say about schemas.

use clap::Args;
use std::io::{self, Write};
use std::path::PathBuf;
use stillwire_compiler::{Builder, Error, Report};

/// Which schemas to check.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  stillwire check schemas/orders.still")]
pub(crate) struct Options {
    /// Schemas; what they import is found beside them
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
    /// A directory below which imported packages are looked for; may be given several times
    #[arg(long, value_name = "DIR")]
    root: Vec<PathBuf>,
}

/// Checks all files together. Warnings go to standard error.
pub(crate) fn run(options: &Options) -> Result<(), Box<Error>> {
    let checked = builder(&options.files, &options.root).check()?;
    warn(&checked.warnings);
    Ok(())
}

/// Tells what is allowed and probably not meant.
pub(crate) fn warn(warnings: &Report) {
    // Where standard error is gone, nobody is left to warn.
    let _ = write!(io::stderr(), "{warnings}");
}

/// A compilation of these files.
pub(crate) fn builder(files: &[PathBuf], roots: &[PathBuf]) -> Builder {
    let builder = roots
        .iter()
        .fold(Builder::new().emit_rerun(false), Builder::root);
    files.iter().fold(builder, Builder::file)
}
