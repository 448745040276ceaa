//! `stillwire check`: what the compiler has to say about schemas.

use crate::formats::{self, Format};
use crate::write;
use clap::Args;
use std::io::{self, Write};
use std::path::PathBuf;
use stillwire_compiler::{Builder, Checked, Error, Report};

/// Which schemas to check.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Options {
    /// Schemas; what they import is found beside them
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
    /// A directory below which imported packages are looked for; may be given several times
    #[arg(long, value_name = "DIR")]
    root: Vec<PathBuf>,
    /// How to write what is found
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    format: Format,
    /// Apply fixes to the files and those of their packages, then check what has become of them
    #[arg(long)]
    fix: bool,
}

const EXAMPLES: &str = "\
Examples:
  stillwire check schemas/orders.still
  stillwire check --format github schemas/orders.still
  stillwire check --fix schemas/orders.still";

/// Why there is something to mend.
#[derive(Debug, thiserror::Error)]
pub(crate) enum CheckError {
    #[error(transparent)]
    Schema(#[from] Box<Error>),
    /// The report has been printed for a program.
    #[error("the schema does not compile")]
    Told,
    #[error("cannot write to standard output: {0}")]
    Output(io::Error),
    #[error("cannot write {}: {error}", path.display())]
    Write { path: PathBuf, error: io::Error },
}

/// Checks all files together. Warnings go to standard error, unless a program is to read them.
pub(crate) fn run(options: &Options) -> Result<(), CheckError> {
    let builder = builder(&options.files, &options.root);
    let checked = if options.fix {
        fix(&builder)?
    } else {
        builder.check()
    };
    let report = match &checked {
        Ok(checked) => &checked.warnings,
        Err(error) => error.report(),
    };
    if options.format == Format::Human && !options.fix {
        offer(report);
    }
    match (formats::write(report, options.format), checked) {
        (Some(text), checked) => {
            crate::print(&text).map_err(CheckError::Output)?;
            checked.map(drop).map_err(|_| CheckError::Told)
        }
        (None, Ok(checked)) => {
            warn(&checked.warnings);
            Ok(())
        }
        (None, Err(error)) => Err(Box::new(error).into()),
    }
}

/// Fixes what can be fixed, writes it, and tells what was done. Gives what is left.
fn fix(builder: &Builder) -> Result<Result<Checked, Error>, CheckError> {
    let fixed = builder.fix().map_err(Box::new)?;
    for (path, text) in &fixed.files {
        write::replace(path, text).map_err(|error| CheckError::Write {
            path: path.clone(),
            error,
        })?;
    }
    for applied in &fixed.applied {
        let file = applied.file.display();
        // Where standard error is gone, nobody is left to tell.
        let _ = writeln!(
            io::stderr(),
            "fixed {file}:{}:{}: {} [{}]",
            applied.line,
            applied.column,
            applied.message,
            applied.code
        );
    }
    Ok(fixed.result)
}

/// Tells that something can be fixed.
fn offer(report: &Report) {
    let mut all = report.diagnostics().iter();
    if all.any(|diagnostic| !diagnostic.fixes.is_empty()) {
        let _ = writeln!(
            io::stderr(),
            "`stillwire check --fix` can mend some of this.\n"
        );
    }
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
