//! `stillwire record write`.

use super::Failure;
use crate::lines::Lines;
use crate::progress::Progress;
use crate::schema::TypeOptions;
use clap::Args;
use std::io::{self, Write};
use std::path::PathBuf;
use stillwire::Limits;
use stillwire::codec::JsonOptions;
use stillwire::record::{self, Ending, Head, RawWriter, RecordError};
use stillwire_descriptor::dynamic::{Arena, Pool};

#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Options {
    /// The record file
    file: PathBuf,
    #[command(flatten)]
    of: TypeOptions,
    /// JSON lines; `-` and nothing are standard input
    #[arg(long, value_name = "FILE")]
    input: Option<PathBuf>,
    /// Go on after the last whole record, or make the file
    #[arg(long)]
    append: bool,
    /// Pass over keys that the schema does not know
    #[arg(long)]
    ignore_unknown: bool,
}

const EXAMPLES: &str = "\
Examples:
  stillwire record write orders.stillr --schema orders.still --type Order --input orders.jsonl
  stillwire record write orders.stillr --append --schema orders.still --type Order < orders.jsonl";

pub(super) fn run(options: &Options) -> Result<(), Failure> {
    let (descriptor, name) = options.of.find()?;
    let arena = Arena::new();
    let pool = Pool::of(&arena, descriptor.clone())?;
    let fault = Failure::of(&options.file);
    let head = Head::described(&name, descriptor).map_err(fault)?;
    // `Head::described` found it, and a pool has all that a descriptor has.
    let Some(of) = pool.message(&name) else {
        return Ok(());
    };
    let mut lines = Lines::open(options.input.as_deref())?;
    let mut writer = open(options, &head)?;
    let json = JsonOptions {
        ignore_unknown_fields: options.ignore_unknown,
        ..JsonOptions::default()
    };
    let limits: Limits = record::Options::default().limits;
    let progress = Progress::new(lines.progress().1);
    let before = writer.len();
    let mut told = Ok(());
    while let Some(line) = lines.next_line()? {
        match of.from_json(line, &json, &limits) {
            Ok(message) => {
                let nth = writer.write(message.as_bytes()).map_err(fault)?;
                progress.at(nth, lines.progress().0);
            }
            Err(error) => {
                let place = lines.place();
                told = Err(Failure::Json { place, error });
                break;
            }
        }
    }
    drop(progress);
    // What was read before a line that is wrong is kept, and the file is whole.
    let written = writer.len() - before;
    let file = writer.finish().map_err(fault)?;
    file.sync_all().map_err(|error| fault(error.into()))?;
    let _ = writeln!(io::stderr(), "{written} records written");
    told
}

fn open(options: &Options, head: &Head) -> Result<RawWriter, Failure> {
    let path = &options.file;
    if !options.append {
        return RawWriter::create(path, head).map_err(|error| match error {
            RecordError::Io(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                Failure::There { path: path.clone() }
            }
            error => Failure::of(path)(error),
        });
    }
    let (writer, found) = RawWriter::append(path, head).map_err(Failure::of(path))?;
    if let Ending::Torn { at, bytes } = found.ending
        && bytes > 0
    {
        let _ = writeln!(
            io::stderr(),
            "cut off a torn end: {bytes} bytes from byte {at}"
        );
    }
    Ok(writer)
}
