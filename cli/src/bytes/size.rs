//! `stillwire size`.

use super::{Failure, LIMITS, with_type};
use crate::lines::Lines;
use crate::progress::Progress;
use crate::schema::TypeOptions;
use clap::Args;
use std::fmt::Write;
use std::path::PathBuf;
use stillwire::codec::{JsonOptions, JsonStyle};

#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Options {
    /// JSON lines, a message on each; `-` and nothing are standard input
    input: Option<PathBuf>,
    #[command(flatten)]
    of: TypeOptions,
    /// Pass over keys that the schema does not know
    #[arg(long)]
    ignore_unknown: bool,
}

const EXAMPLES: &str = "\
Examples:
  stillwire size orders.jsonl --schema orders.still --type Order";

/// Bytes of all messages in each form.
#[derive(Debug, Default)]
struct Sizes {
    messages: u64,
    json: u64,
    protobuf: u64,
    stillwire: u64,
}

pub(crate) fn run(options: &Options) -> Result<(), Failure> {
    let sizes = with_type(&options.of, |of| {
        let json = JsonOptions {
            ignore_unknown_fields: options.ignore_unknown,
            ..JsonOptions::default()
        };
        let mut lines = Lines::open(options.input.as_deref())?;
        let progress = Progress::new(lines.progress().1);
        let (mut sizes, mut text) = (Sizes::default(), Vec::new());
        while let Some(line) = lines.next_line()? {
            let read = of.from_json(line, &json, &LIMITS);
            let place = || lines.place();
            let message = read.map_err(|error| Failure::Json {
                place: place(),
                error,
            })?;
            let none = |error| Failure::Form {
                place: place(),
                error,
            };
            text.clear();
            message
                .append_json(&JsonStyle::default(), &mut text)
                .map_err(none)?;
            sizes.messages += 1;
            sizes.json += text.len() as u64;
            sizes.protobuf += message.to_protobuf().map_err(none)?.len() as u64;
            sizes.stillwire += message.as_bytes().len() as u64;
            progress.at(sizes.messages, lines.progress().0);
        }
        Ok(sizes)
    })?;
    crate::print(&sizes.table()).map_err(Failure::Output)
}

impl Sizes {
    #[expect(clippy::cast_precision_loss, reason = "for people")]
    fn table(&self) -> String {
        let forms = [
            ("JSON", self.json),
            ("protobuf", self.protobuf),
            ("Stillwire", self.stillwire),
        ];
        let mut text = format!("{} messages\n", self.messages);
        for (name, bytes) in forms {
            let each = bytes as f64 / self.messages.max(1) as f64;
            let part = bytes as f64 / self.json.max(1) as f64 * 100.0;
            // Writing to a string does not fail.
            let _ = writeln!(
                text,
                "{name:<10} {bytes:>14} bytes {each:>12.1} each {part:>7.1} % of JSON"
            );
        }
        text
    }
}
