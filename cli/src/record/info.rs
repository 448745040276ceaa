//! `stillwire record info`.

use super::{Failure, ending};
use clap::Args;
use serde::Serialize;
use std::fmt::Write;
use std::fs;
use std::path::PathBuf;
use stillwire::record::{Ending, RawReader};

#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Options {
    /// The record file
    file: PathBuf,
    /// Print JSON, for programs
    #[arg(long)]
    json: bool,
}

const EXAMPLES: &str = "\
Examples:
  stillwire record info orders.stillr
  stillwire record info --json orders.stillr";

/// What is told of a file.
#[derive(Debug, Serialize)]
struct Info<'r> {
    #[serde(rename = "type")]
    name: &'r str,
    fingerprint: String,
    records: u64,
    /// Of the file.
    bytes: u64,
    record_bytes: u64,
    ending: &'static str,
    torn_bytes: u64,
}

pub(super) fn run(options: &Options) -> Result<(), Failure> {
    let fault = Failure::of(&options.file);
    let reader = RawReader::open(&options.file).map_err(fault)?;
    let bytes = fs::metadata(&options.file).map_err(|error| fault(error.into()))?;
    let extent = reader.extent();
    let (word, torn_bytes) = match reader.ending() {
        Ending::Indexed => ("indexed", 0),
        Ending::Open => ("open", 0),
        Ending::Torn { bytes, .. } => ("torn", bytes),
    };
    let info = Info {
        name: &reader.head().name,
        fingerprint: format!("{:016x}", reader.head().fingerprint),
        records: reader.len(),
        bytes: bytes.len(),
        record_bytes: extent.end - extent.start,
        ending: word,
        torn_bytes,
    };
    let text = if options.json {
        serde_json::to_string(&info).unwrap_or_default() + "\n"
    } else {
        let mut text = String::new();
        // Writing to a string does not fail.
        let _ = writeln!(text, "type         {}", info.name);
        let _ = writeln!(text, "fingerprint  {}", info.fingerprint);
        let _ = writeln!(text, "records      {}", info.records);
        let _ = writeln!(
            text,
            "bytes        {}, {} of them records",
            info.bytes, info.record_bytes
        );
        let _ = writeln!(text, "ends         {}", ending(reader.ending()));
        text
    };
    crate::print(&text).map_err(Failure::Output)
}
