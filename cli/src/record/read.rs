//! `stillwire record read`.

use super::{Failure, printed};
use crate::progress::Progress;
use clap::Args;
use std::io::{self, BufWriter, Write};
use std::path::PathBuf;
use stillwire::codec::JsonStyle;
use stillwire::record::{self, Ending, RawReader, Record, RecordError};
use stillwire_descriptor::dynamic::{Arena, MessageType, Pool};

#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Options {
    /// The record file
    file: PathBuf,
    /// The number of the first record, from 0
    #[arg(long, value_name = "N", default_value_t = 0)]
    from: u64,
    /// How many records, at most
    #[arg(long, value_name = "N")]
    limit: Option<u64>,
    /// Step over what is damaged, and tell it on standard error; records are numbered without what is lost
    #[arg(long)]
    skip_damage: bool,
    /// Also fields that are zero or empty
    #[arg(long)]
    defaults: bool,
}

const EXAMPLES: &str = "\
Examples:
  stillwire record read orders.stillr
  stillwire record read orders.stillr --from 2 --limit 1
  stillwire record read --skip-damage orders.stillr";

pub(super) fn run(options: &Options) -> Result<(), Failure> {
    let fault = Failure::of(&options.file);
    let how = record::Options {
        skip_damage: options.skip_damage,
        ..record::Options::default()
    };
    let reader = RawReader::open_with(&options.file, how).map_err(fault)?;
    let arena = Arena::new();
    let pool = Pool::of(&arena, reader.head().descriptor.clone())?;
    let Some(of) = pool.message(&reader.head().name) else {
        let (at, what) = (0, "its type is no message");
        return Err(fault(RecordError::Head { at, what }));
    };
    let style = JsonStyle {
        defaults: options.defaults,
        ..JsonStyle::default()
    };
    let mut out = BufWriter::new(io::stdout().lock());
    let mut line = Vec::new();
    let progress = Progress::beside_output(Some(reader.extent().end));
    let limit = usize::try_from(options.limit.unwrap_or(u64::MAX)).unwrap_or(usize::MAX);
    for record in reader.iter_from(options.from).map_err(fault)?.take(limit) {
        let shown = record.map_err(fault).and_then(|record| {
            progress.at(record.nth, record.at);
            line.clear();
            show(of, record, &how, &style, &mut line, fault)
        });
        match shown {
            Ok(()) => line.push(b'\n'),
            Err(
                error @ Failure::File {
                    error: RecordError::Message { .. },
                    ..
                },
            ) if options.skip_damage => {
                let _ = writeln!(io::stderr(), "{error}");
                continue;
            }
            Err(error) => {
                printed(out.flush())?;
                return Err(error);
            }
        }
        if !printed(out.write_all(&line))? {
            return Ok(());
        }
    }
    drop(progress);
    printed(out.flush())?;
    for gap in reader.gaps() {
        let _ = writeln!(
            io::stderr(),
            "damaged at byte {}: {} bytes are lost",
            gap.at,
            gap.bytes
        );
    }
    if let Ending::Torn { at, bytes } = reader.ending() {
        let _ = writeln!(
            io::stderr(),
            "the end is torn: {bytes} bytes from byte {at} are no record"
        );
    }
    Ok(())
}

/// Appends the JSON form of a record.
fn show(
    of: MessageType<'_>,
    record: Record,
    how: &record::Options,
    style: &JsonStyle,
    line: &mut Vec<u8>,
    fault: impl Fn(RecordError) -> Failure,
) -> Result<(), Failure> {
    let Record { nth, at, bytes } = record;
    let message = of
        .parse(bytes, &how.limits)
        .map_err(|error| fault(RecordError::Message { nth, at, error }))?;
    message
        .append_json(style, line)
        .map_err(|error| Failure::NoJson { nth, error })
}
