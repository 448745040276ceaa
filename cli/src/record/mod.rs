//! `stillwire record`: files of messages that explain themselves.

mod check;
mod copy;
mod info;
mod read;
mod repair;
mod write;

use crate::lines::LinesError;
use crate::schema::SchemaError;
use clap::{Args, Subcommand};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use stillwire::EncodeError;
use stillwire::codec::JsonError;
use stillwire::record::{Ending, RecordError};
use stillwire_descriptor::dynamic::PoolError;

/// What to do with record files.
#[derive(Debug, Args)]
pub(crate) struct Options {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// Write JSON lines as records
    ///
    /// Each line is a message. The file gets the schema, and an index at the end. `--append` goes on after the last whole
    /// record of a file that is there.
    Write(write::Options),
    /// Print records as JSON lines
    Read(read::Options),
    /// Tell what a file holds: type, records, how it ends
    Info(info::Options),
    /// Verify every record of a file
    ///
    /// Exits with 1 where something is damaged, torn, or no message of its type, and with 2 where the file cannot be read.
    Check(check::Options),
    /// Cut off a torn end and write the index; with `--out`, copy the records that are whole
    Repair(repair::Options),
}

/// Why it was not done.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    #[error(transparent)]
    Schema(#[from] SchemaError),
    #[error(transparent)]
    Lines(#[from] LinesError),
    #[error("{}: {error}", path.display())]
    File { path: PathBuf, error: RecordError },
    #[error("{} is there already; `--append` goes on after its last record", path.display())]
    There { path: PathBuf },
    #[error("{}: {error}; `--out FILE` copies the records that are whole", path.display())]
    Damaged { path: PathBuf, error: RecordError },
    #[error("the schema makes no sense: {0}")]
    Pool(#[from] PoolError),
    #[error("{place}: {error}")]
    Json { place: String, error: JsonError },
    #[error("record {nth} has no JSON form: {error}")]
    NoJson { nth: u64, error: EncodeError },
    #[error("cannot write to standard output: {0}")]
    Output(io::Error),
}

impl Failure {
    /// What is wrong with a file.
    fn of(path: &Path) -> impl Fn(RecordError) -> Self + Copy {
        move |error| Self::File {
            path: path.to_owned(),
            error,
        }
    }
}

impl Options {
    /// Whether 1 is an answer.
    pub(crate) fn answers(&self) -> bool {
        matches!(self.action, Action::Check(_))
    }
}

pub(crate) fn run(options: &Options) -> Result<ExitCode, Failure> {
    match &options.action {
        Action::Write(options) => write::run(options)?,
        Action::Read(options) => read::run(options)?,
        Action::Info(options) => info::run(options)?,
        Action::Check(options) => return check::run(options),
        Action::Repair(options) => repair::run(options)?,
    }
    Ok(ExitCode::SUCCESS)
}

/// What standard output made of what it was given: one that has seen enough is no failure.
fn printed(result: io::Result<()>) -> Result<bool, Failure> {
    match result {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(false),
        Err(error) => Err(Failure::Output(error)),
    }
}

/// How a file ends, for people.
fn ending(ending: Ending) -> String {
    match ending {
        Ending::Indexed => "with an index".into(),
        Ending::Open => "without an index, after a whole record".into(),
        Ending::Torn { at, bytes } => format!("torn: {bytes} bytes from byte {at} are no record"),
    }
}
