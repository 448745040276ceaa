//! `stillwire record repair`.

use super::{Failure, copy, ending};
use clap::Args;
use std::path::PathBuf;
use stillwire::record::{RawWriter, RecordError};

#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Options {
    /// The record file
    file: PathBuf,
    /// Leave the file as it is, and write its whole records to this one
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

const EXAMPLES: &str = "\
Examples:
  stillwire record repair orders.stillr
  stillwire record repair orders.stillr --out whole.stillr";

pub(super) fn run(options: &Options) -> Result<(), Failure> {
    let told = match &options.out {
        Some(out) => copy::run(&options.file, out)?,
        None => in_place(options)?,
    };
    crate::print(&told).map_err(Failure::Output)
}

fn in_place(options: &Options) -> Result<String, Failure> {
    let path = &options.file;
    let (writer, found) = RawWriter::resume(path).map_err(|error| match error {
        RecordError::Damaged { .. } => Failure::Damaged {
            path: path.clone(),
            error,
        },
        error => Failure::of(path)(error),
    })?;
    let fault = Failure::of(path);
    let file = writer.finish().map_err(fault)?;
    file.sync_all().map_err(|error| fault(error.into()))?;
    let (records, was) = (found.records, ending(found.ending));
    Ok(format!(
        "{records} records, with an index; it ended {was}\n"
    ))
}
