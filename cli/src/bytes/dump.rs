//! `stillwire dump`.

use super::input::Input;
use super::{Failure, LIMITS, wants_more, with_type};
use crate::schema::TypeOptions;
use clap::Args;
use std::fmt::Write as _;
use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::PathBuf;
use std::process::ExitCode;
use stillwire::DecodeError;
use stillwire_descriptor::dynamic::{MessageType, Part};

#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Options {
    /// The bytes of a message; `-` and nothing are standard input
    input: Option<PathBuf>,
    #[command(flatten)]
    of: TypeOptions,
    /// Each message stands behind its length, a varint as in protobuf's delimited streams
    #[arg(long)]
    delimited: bool,
    /// All bytes of a long range, and all of a long value
    #[arg(long)]
    full: bool,
}

const EXAMPLES: &str = "\
Examples:
  stillwire dump order.bin --schema orders.still --type Order
  stillwire dump orders.bin --delimited --full --schema orders.still --type Order";

/// Bytes on a line, and characters of a value, unless all are asked for.
const LINE_BYTES: usize = 8;
const VALUE_CHARS: usize = 60;

/// Lines of bytes ahead of what is wrong, and behind it.
const AROUND: usize = 2;

/// What colours a terminal shows.
struct Paint {
    path: &'static str,
    value: &'static str,
    faint: &'static str,
    wrong: &'static str,
    end: &'static str,
}

impl Paint {
    const NONE: Self = Self {
        path: "",
        value: "",
        faint: "",
        wrong: "",
        end: "",
    };
    const ANSI: Self = Self {
        path: "\x1b[36m",
        value: "\x1b[32m",
        faint: "\x1b[2m",
        wrong: "\x1b[1;31m",
        end: "\x1b[0m",
    };

    /// By what standard output is, and <https://no-color.org>.
    fn new() -> Self {
        let asked_not = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        match io::stdout().is_terminal() && !asked_not {
            true => Self::ANSI,
            false => Self::NONE,
        }
    }
}

pub(crate) fn run(options: &Options) -> Result<ExitCode, Failure> {
    with_type(&options.of, |of| {
        let paint = Paint::new();
        let mut input = Input::open(options.input.as_deref())?;
        let mut out = BufWriter::new(io::stdout().lock());
        let mut sound = true;
        if options.delimited {
            while let Some((place, bytes)) = input.delimited()? {
                let begun = writeln!(out, "{}{place}{}", paint.faint, paint.end);
                if !wants_more(begun, Failure::Output)? {
                    break;
                }
                sound &= dump(options, of, bytes, &paint, &mut out)?;
            }
        } else {
            let bytes = input.whole()?;
            sound = dump(options, of, bytes, &paint, &mut out)?;
        }
        wants_more(out.flush(), Failure::Output)?;
        Ok(match sound {
            true => ExitCode::SUCCESS,
            false => ExitCode::FAILURE,
        })
    })
}

/// Shows one message; says whether it is one.
fn dump(
    options: &Options,
    of: MessageType<'_>,
    bytes: Vec<u8>,
    paint: &Paint,
    out: &mut impl Write,
) -> Result<bool, Failure> {
    let sound = match of.parse(bytes.clone(), &LIMITS) {
        Ok(message) => {
            let mut done = Ok(());
            message.parts(|part| {
                if done.is_ok() {
                    done = out.write_all(line(options, &bytes, &part, paint).as_bytes());
                }
            });
            wants_more(done, Failure::Output)?;
            true
        }
        Err(error) => {
            let shown = out.write_all(wrong(&bytes, &error, paint).as_bytes());
            wants_more(shown, Failure::Output)?;
            false
        }
    };
    Ok(sound)
}

fn hex(bytes: &[u8]) -> String {
    let mut text = String::new();
    for byte in bytes {
        // Writing to a string does not fail.
        let _ = write!(text, "{byte:02x} ");
    }
    text.pop();
    text
}

/// The lines of a range: its bytes on the left, what they are on the right.
fn line(options: &Options, bytes: &[u8], part: &Part<'_>, paint: &Paint) -> String {
    let all = bytes.get(part.bytes.clone()).unwrap_or_default();
    let mut text = String::new();
    let Paint {
        path,
        value,
        faint,
        end,
        ..
    } = paint;
    let mut told = String::new();
    if !part.path.is_empty() {
        let _ = write!(told, "{path}{}{end}  ", part.path);
    }
    let _ = write!(told, "{faint}{}{end}", part.kind);
    if let Some(found) = &part.value {
        let shown = short(format!("{found:?}"), options.full);
        let _ = write!(told, "  {value}{shown}{end}");
    }
    let width = LINE_BYTES * 3 + 1;
    for (nth, chunk) in all.chunks(LINE_BYTES).enumerate() {
        let at = part.bytes.start + nth * LINE_BYTES;
        let more = all.len() - nth * LINE_BYTES - chunk.len();
        let cut = nth == 0 && more > 0 && !options.full;
        let mut left = hex(chunk);
        if cut {
            left.push('…');
        }
        let right = if nth == 0 { told.as_str() } else { "" };
        let row = format!("{at:08x}  {left:width$} {right}");
        let _ = write!(text, "{}", row.trim_end());
        if cut {
            let _ = write!(text, "  {faint}{} bytes{end}", all.len());
        }
        text.push('\n');
        if cut {
            break;
        }
    }
    text
}

/// A value, cut where nobody asked for all of it.
fn short(text: String, full: bool) -> String {
    match text.char_indices().nth(VALUE_CHARS) {
        Some((at, _)) if !full => format!("{}…", text.get(..at).unwrap_or_default()),
        _ => text,
    }
}

/// What is wrong, and the bytes around it.
fn wrong(bytes: &[u8], error: &DecodeError, paint: &Paint) -> String {
    let line_bytes = 2 * LINE_BYTES;
    let at = error.offset();
    let first = (at / line_bytes).saturating_sub(AROUND);
    let mut text = String::new();
    let (mark, end) = (paint.wrong, paint.end);
    let lines = bytes.chunks(line_bytes).enumerate().skip(first);
    for (nth, chunk) in lines.take(2 * AROUND + 1) {
        let start = nth * line_bytes;
        // Writing to a string does not fail.
        let _ = writeln!(text, "{start:08x}  {}", hex(chunk));
        if (start..start + line_bytes).contains(&at) {
            let _ = writeln!(
                text,
                "{:1$}{mark}^^ {error}{end}",
                "",
                10 + (at - start) * 3
            );
        }
    }
    if at >= bytes.len().next_multiple_of(line_bytes) || bytes.is_empty() {
        let _ = writeln!(text, "{mark}{error}{end}");
    }
    text
}
