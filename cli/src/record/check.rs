//! `stillwire record check`.

use super::{Failure, ending};
use crate::limits::MAX_FAULTS;
use crate::progress::Progress;
use clap::Args;
use std::fmt::Write;
use std::path::PathBuf;
use std::process::ExitCode;
use stillwire::record::{self, Ending, FileSource, RawReader, RecordError};
use stillwire_descriptor::dynamic::{Arena, Pool};

#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Options {
    /// The record file
    file: PathBuf,
}

const EXAMPLES: &str = "\
Examples:
  stillwire record check orders.stillr";

/// Records from one that is looked up in the index to the next: those that a writer's index has entries of, at least.
const STRIDE: u64 = 16;

/// What is wrong, each on a line, up to a number of them.
#[derive(Default)]
struct Faults {
    text: String,
    count: u64,
}

impl Faults {
    fn add(&mut self, fault: impl std::fmt::Display) {
        self.count += 1;
        if self.count <= MAX_FAULTS {
            // Writing to a string does not fail.
            let _ = writeln!(self.text, "{fault}");
        }
    }
}

pub(super) fn run(options: &Options) -> Result<ExitCode, Failure> {
    let fault = Failure::of(&options.file);
    let how = record::Options {
        skip_damage: true,
        ..record::Options::default()
    };
    let reader = RawReader::open_with(&options.file, how).map_err(fault)?;
    let arena = Arena::new();
    let pool = Pool::of(&arena, reader.head().descriptor.clone())?;
    let mut faults = Faults::default();
    for gap in reader.gaps() {
        let (at, bytes) = (gap.at, gap.bytes);
        faults.add(format_args!(
            "damaged at byte {at}: {bytes} bytes are no record"
        ));
    }
    let of = pool.message(&reader.head().name);
    let index = index(options, &reader, &mut faults).map_err(fault)?;
    let progress = Progress::new(Some(reader.extent().end));
    for record in &reader {
        let record = record.map_err(fault)?;
        progress.at(record.nth, record.at);
        let (nth, at) = (record.nth, record.at);
        let verified = of.map(|of| of.verify(&record.bytes, &how.limits));
        if let Some(Err(error)) = verified {
            faults.add(RecordError::Message { nth, at, error });
        }
        let looked_up = nth.is_multiple_of(STRIDE) || nth + 1 == reader.len();
        if let Some(index) = index.as_ref().filter(|_| looked_up)
            && !matches!(index.get(nth), Ok(Some(found)) if found.at == at)
        {
            faults.add(format_args!(
                "the index does not lead to record {nth}, at byte {at}"
            ));
        }
    }
    drop(progress);
    if let Ending::Torn { .. } = reader.ending() {
        faults.add(format_args!("the end is {}", ending(reader.ending())));
    }
    let more = faults.count.saturating_sub(MAX_FAULTS);
    if more > 0 {
        let _ = writeln!(faults.text, "and {more} more");
    }
    let records = reader.len();
    let (summary, code) = match faults.count {
        0 => (format!("{records} records, all sound"), ExitCode::SUCCESS),
        count => (
            format!("{records} records are whole; {count} faults"),
            ExitCode::FAILURE,
        ),
    };
    crate::print(&format!("{}{summary}\n", faults.text)).map_err(Failure::Output)?;
    Ok(code)
}

/// The same file opened by its index, if it has one that can be compared: what was read so far did not need it.
fn index(
    options: &Options,
    reader: &RawReader<FileSource>,
    faults: &mut Faults,
) -> Result<Option<RawReader<FileSource>>, RecordError> {
    if !reader.gaps().is_empty() || reader.ending() != Ending::Indexed {
        return Ok(None);
    }
    match RawReader::open(&options.file) {
        Ok(index) if index.len() == reader.len() => return Ok(Some(index)),
        Ok(_) => faults.add("the index counts other records than there are"),
        Err(error @ RecordError::Index { .. }) => faults.add(error),
        Err(error) => return Err(error),
    }
    Ok(None)
}
