//! `stillwire import`: schemas from `.proto` files.

use crate::formats::{self, Format};
use crate::generate::{self, GenerateError};
use clap::{Args, Subcommand};
use std::io::{self, Write};
use std::path::PathBuf;
use stillwire_import::{Failure, Importer};

/// What to import.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Make schemas of .proto files: proto3 and proto2
    ///
    /// Field numbers, names in JSON, oneofs, enums, maps, services and comments are kept; what is not kept is told with its
    /// place. Files that they import are written, too, where something of theirs is used. Exits with 1 where something
    /// cannot be said in a schema.
    Proto(Options),
}

#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Options {
    /// Files to import, each below one of the included directories
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
    /// A directory below which imported files are looked for; may be given several times [default: .]
    #[arg(short = 'I', long = "include", value_name = "DIR")]
    include: Vec<PathBuf>,
    /// Where to write; made where it is missing. Each file lies in the directory of its package
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// Leave groups out, and reserve their numbers
    #[arg(long)]
    lossy: bool,
    /// Write nothing: show how what is there differs from what would be written, and exit with 1 if it does
    #[arg(long)]
    check: bool,
    /// How to write what is found
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    format: Format,
}

const EXAMPLES: &str = "\
Examples:
  stillwire import proto protos/acme/shop/v1/shop.proto -I protos --out schemas
  stillwire import proto protos/acme/shop/v1/shop.proto -I protos --out schemas --check
  stillwire import proto protos/acme/shop/v1/shop.proto -I protos --out schemas --format json";

/// Why there are no schemas.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ImportError {
    #[error("{0}")]
    Refused(Failure),
    /// The report has been printed for a program.
    #[error("there is something that no schema can say")]
    Told,
    #[error(transparent)]
    Files(#[from] GenerateError),
    #[error("cannot write to standard output: {0}")]
    Output(io::Error),
}

/// Writes the schemas. What was not kept goes to standard error, unless a program is to read it.
pub(crate) fn run(options: &Options) -> Result<(), ImportError> {
    let importer = Importer::new().lossy(options.lossy);
    let importer = options.include.iter().fold(importer, Importer::include);
    let importer = options.files.iter().fold(importer, Importer::file);
    let imported = importer.import();
    let report = match &imported {
        Ok(imported) => &imported.findings,
        Err(failure) => failure.findings(),
    };
    let told = formats::write(report, options.format);
    if let Some(text) = &told {
        crate::print(text).map_err(ImportError::Output)?;
    }
    match imported {
        Err(_) if told.is_some() => Err(ImportError::Told),
        Err(failure) => Err(ImportError::Refused(failure)),
        Ok(imported) => {
            if told.is_none() {
                // Where standard error is gone, nobody is left to warn.
                let _ = write!(io::stderr(), "{}", imported.findings);
            }
            Ok(generate::put(&options.out, &imported.files, options.check)?)
        }
    }
}
