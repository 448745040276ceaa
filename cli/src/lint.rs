//! `stillwire lint`: what is allowed and seldom wise.

use crate::check;
use crate::config::{self, ConfigError};
use crate::formats::{self, Format};
use clap::Args;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::io;
use std::path::PathBuf;
use stillwire_compiler::{Error, Level, Lint, Severity};

/// Which schemas to lint.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Options {
    /// Schemas; what they import is read, and not linted
    #[arg(value_name = "FILE", required_unless_present = "list")]
    files: Vec<PathBuf>,
    /// A directory below which imported packages are looked for; may be given several times
    #[arg(long, value_name = "DIR")]
    root: Vec<PathBuf>,
    /// How to write what is found
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    format: Format,
    /// The file with the levels [default: `stillwire.toml` beside the first schema or in a directory above]
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
    /// List all lints with their levels instead
    #[arg(long)]
    list: bool,
}

const EXAMPLES: &str = "\
Examples:
  stillwire lint schemas/orders.still
  stillwire lint --list

Levels, in stillwire.toml:
  [lint]
  missing-docs = \"allow\"
  large-message = \"deny\"";

/// Why there is something to mend.
#[derive(Debug, thiserror::Error)]
pub(crate) enum LintError {
    #[error(transparent)]
    Config(#[from] ConfigError),
    #[error(transparent)]
    Schema(#[from] Box<Error>),
    /// The report has been printed.
    #[error("{0} of these are denied")]
    Denied(usize),
    #[error("cannot write to standard output: {0}")]
    Output(io::Error),
}

/// Lints all files together.
pub(crate) fn run(options: &Options) -> Result<(), LintError> {
    let levels = match (&options.config, options.files.first()) {
        (Some(path), _) => config::read(path)?,
        (None, Some(file)) => config::nearest(file)?,
        (None, None) => BTreeMap::new(),
    };
    if options.list {
        return crate::print(&list(&levels)).map_err(LintError::Output);
    }
    let builder = check::builder(&options.files, &options.root);
    let linted = builder.lint(&levels);
    let report = match &linted {
        Ok(report) => report,
        Err(error) => error.report(),
    };
    match formats::write(report, options.format) {
        Some(text) => crate::print(&text).map_err(LintError::Output)?,
        None if linted.is_ok() => check::warn(report),
        None => {}
    }
    let report = linted.map_err(Box::new)?;
    let all = report.diagnostics().iter();
    match all.filter(|d| d.severity == Severity::Error).count() {
        0 => Ok(()),
        denied => Err(LintError::Denied(denied)),
    }
}

fn list(levels: &BTreeMap<&'static str, Level>) -> String {
    let mut out = String::new();
    for lint in Lint::ALL {
        let level = match levels.get(lint.name).copied().unwrap_or(lint.level()) {
            Level::Allow => "allow",
            Level::Warn => "warn",
            Level::Deny => "deny",
        };
        // Writing to a string does not fail.
        let _ = writeln!(
            out,
            "{}  {level:<5}  {:<27}{}",
            lint.code,
            lint.name,
            lint.code.meaning()
        );
    }
    out
}
