//! `stillwire encode`.

use super::input::Input;
use super::{Failure, LIMITS, wants_more, with_type};
use crate::lines::Lines;
use crate::progress::Progress;
use crate::schema::TypeOptions;
use crate::write::Draft;
use clap::Args;
use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::PathBuf;
use stillwire::codec::JsonOptions;
use stillwire_descriptor::dynamic::{DynamicMessage, MessageType};

#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Options {
    /// JSON: one message, or with `--lines` one on each line; `-` and nothing are standard input
    input: Option<PathBuf>,
    #[command(flatten)]
    of: TypeOptions,
    /// Where the bytes go, in place of standard output
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// Each line is a message; each comes out behind its length, a varint as in protobuf's delimited streams
    #[arg(long)]
    lines: bool,
    /// Write protobuf
    #[arg(long)]
    proto: bool,
    /// Pass over keys that the schema does not know
    #[arg(long)]
    ignore_unknown: bool,
}

const EXAMPLES: &str = "\
Examples:
  stillwire encode order.json --schema orders.still --type Order --out order.bin
  stillwire encode order.json --schema orders.still --type Order --proto > order.pb
  stillwire encode orders.jsonl --lines --schema orders.still --type Order --out orders.bin";

pub(crate) fn run(options: &Options) -> Result<(), Failure> {
    if options.out.is_none() && io::stdout().is_terminal() {
        return Err(Failure::Terminal);
    }
    with_type(&options.of, |of| {
        let failed = |error| match &options.out {
            Some(path) => Failure::Write {
                path: path.clone(),
                error,
            },
            None => Failure::Output(error),
        };
        let mut to_file = match &options.out {
            Some(path) => Some(BufWriter::new(Draft::new(path).map_err(failed)?)),
            None => None,
        };
        let mut to_output = BufWriter::new(io::stdout().lock());
        let out: &mut dyn Write = match &mut to_file {
            Some(file) => file,
            None => &mut to_output,
        };
        all(options, of, &mut |bytes| {
            wants_more(out.write_all(bytes), failed)
        })?;
        wants_more(out.flush(), failed)?;
        // The file is as it was until all went well: it may be the input.
        match to_file.map(BufWriter::into_inner) {
            None => Ok(()),
            Some(Ok(draft)) => draft.finish().map_err(failed),
            Some(Err(error)) => Err(failed(error.into_error())),
        }
    })
}

fn all(
    options: &Options,
    of: MessageType<'_>,
    write: &mut impl FnMut(&[u8]) -> Result<bool, Failure>,
) -> Result<(), Failure> {
    if options.lines {
        return lines(options, of, write);
    }
    let mut input = Input::open(options.input.as_deref())?;
    let text = input.whole()?;
    let bytes = form(options, of, input.name(), &text)?;
    write(&bytes)?;
    Ok(())
}

fn lines(
    options: &Options,
    of: MessageType<'_>,
    write: &mut impl FnMut(&[u8]) -> Result<bool, Failure>,
) -> Result<(), Failure> {
    let mut lines = Lines::open(options.input.as_deref())?;
    let progress = Progress::new(lines.progress().1);
    let mut nth = 0;
    while let Some(line) = lines.next_line()? {
        let line = line.to_vec();
        let bytes = form(options, of, &lines.place(), &line)?;
        if !write(&length(bytes.len()))? || !write(&bytes)? {
            break;
        }
        nth += 1;
        progress.at(nth, lines.progress().0);
    }
    Ok(())
}

/// The bytes of a message that is given as JSON.
fn form(
    options: &Options,
    of: MessageType<'_>,
    place: &str,
    text: &[u8],
) -> Result<Vec<u8>, Failure> {
    let json = JsonOptions {
        ignore_unknown_fields: options.ignore_unknown,
        ..JsonOptions::default()
    };
    let read = of.from_json(text, &json, &LIMITS);
    let message: DynamicMessage<'_> = read.map_err(|error| Failure::Json {
        place: place.to_owned(),
        error,
    })?;
    if !options.proto {
        return Ok(message.into_bytes().into());
    }
    let form = message.to_protobuf().map_err(|error| Failure::Form {
        place: place.to_owned(),
        error,
    })?;
    Ok(form.into())
}

/// A length as a varint.
fn length(len: usize) -> Vec<u8> {
    let (mut rest, mut out) = (len, Vec::new());
    while rest >= 0x80 {
        out.push((rest & 0x7f) as u8 | 0x80);
        rest >>= 7;
    }
    out.push(rest as u8);
    out
}
