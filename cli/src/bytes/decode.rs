//! `stillwire decode`.

use super::input::Input;
use super::{Failure, LIMITS, wants_more, with_type};
use crate::progress::Progress;
use crate::schema::TypeOptions;
use clap::Args;
use std::io::{self, BufWriter, Write};
use std::path::PathBuf;
use stillwire::codec::JsonStyle;
use stillwire_descriptor::dynamic::{DynamicMessage, MessageType};

#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Options {
    /// The bytes: one message, or with `--delimited` many; `-` and nothing are standard input
    input: Option<PathBuf>,
    #[command(flatten)]
    of: TypeOptions,
    /// Each message stands behind its length, a varint as in protobuf's delimited streams; each becomes a line
    #[arg(long)]
    delimited: bool,
    /// Read protobuf
    #[arg(long)]
    proto: bool,
    /// Over several lines, indented
    #[arg(long, conflicts_with = "delimited")]
    pretty: bool,
    /// Also fields that are zero or empty
    #[arg(long)]
    defaults: bool,
}

const EXAMPLES: &str = "\
Examples:
  stillwire decode order.bin --schema orders.still --type Order --pretty
  stillwire decode order.pb --proto --schema orders.still --type Order
  stillwire decode orders.bin --delimited --schema orders.still --type Order";

pub(crate) fn run(options: &Options) -> Result<(), Failure> {
    with_type(&options.of, |of| {
        let mut input = Input::open(options.input.as_deref())?;
        let mut out = BufWriter::new(io::stdout().lock());
        let mut line = Vec::new();
        let mut show = |place: &str, bytes: Vec<u8>| {
            line.clear();
            json(options, of, place, bytes, &mut line)?;
            line.push(b'\n');
            wants_more(out.write_all(&line), Failure::Output)
        };
        if !options.delimited {
            let bytes = input.whole()?;
            show(input.name(), bytes)?;
        } else {
            let progress = Progress::beside_output(input.all);
            let mut nth = 0;
            while let Some((place, bytes)) = input.delimited()? {
                if !show(&place, bytes)? {
                    break;
                }
                nth += 1;
                progress.at(nth, input.at());
            }
        }
        wants_more(out.flush(), Failure::Output)?;
        Ok(())
    })
}

fn json(
    options: &Options,
    of: MessageType<'_>,
    place: &str,
    bytes: Vec<u8>,
    out: &mut Vec<u8>,
) -> Result<(), Failure> {
    let message = parse(of, options.proto, place, bytes)?;
    let style = JsonStyle {
        pretty: options.pretty,
        defaults: options.defaults,
        ..JsonStyle::default()
    };
    message
        .append_json(&style, out)
        .map_err(|error| Failure::Form {
            place: place.to_owned(),
            error,
        })
}

/// The message that bytes are, in one form or the other.
pub(super) fn parse<'p>(
    of: MessageType<'p>,
    proto: bool,
    place: &str,
    bytes: Vec<u8>,
) -> Result<DynamicMessage<'p>, Failure> {
    let parsed = match proto {
        true => of.from_protobuf(&bytes, &LIMITS),
        false => of.parse(bytes, &LIMITS),
    };
    parsed.map_err(|error| Failure::Bytes {
        place: place.to_owned(),
        error,
    })
}
