//! The whole records of a file, in another one.

use super::{Failure, ending};
use crate::progress::Progress;
use std::fmt::Write;
use std::io;
use std::path::Path;
use stillwire::record::{self, RawReader, RawWriter, RecordError};

/// Copies what is whole, and tells what is not.
pub(super) fn run(from: &Path, to: &Path) -> Result<String, Failure> {
    let how = record::Options {
        skip_damage: true,
        ..record::Options::default()
    };
    let reader = RawReader::open_with(from, how).map_err(Failure::of(from))?;
    let fault = Failure::of(to);
    let mut writer = RawWriter::create(to, reader.head()).map_err(|error| match error {
        RecordError::Io(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            fault(io::Error::new(error.kind(), "it is there already").into())
        }
        error => fault(error),
    })?;
    let progress = Progress::new(Some(reader.extent().end));
    for record in &reader {
        let record = record.map_err(Failure::of(from))?;
        progress.at(record.nth, record.at);
        writer.write(&record.bytes).map_err(fault)?;
    }
    drop(progress);
    let records = writer.len();
    let file = writer.finish().map_err(fault)?;
    file.sync_all().map_err(|error| fault(error.into()))?;
    let mut told = String::new();
    for gap in reader.gaps() {
        // Writing to a string does not fail.
        let _ = writeln!(
            told,
            "damaged at byte {}: {} bytes are lost",
            gap.at, gap.bytes
        );
    }
    let was = ending(reader.ending());
    let _ = writeln!(told, "{records} records copied; it ended {was}");
    Ok(told)
}
