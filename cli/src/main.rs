//! The `stillwire` command: check, lint and format schemas, generate code, try it all on your own project.
#![forbid(unsafe_code)]

mod breaking;
mod bytes;
mod check;
mod config;
mod demo;
mod edit;
mod explain;
mod files;
mod fmt;
mod formats;
mod generate;
mod histogram;
mod import;
mod limits;
mod lines;
mod lint;
mod progress;
mod record;
mod remote;
mod schema;
mod write;

use clap::{Parser, Subcommand};
use remote::RemoteError;
use std::error::Error;
use std::io::{self, ErrorKind, Write};
use std::process::ExitCode;

/// One schema, bytes that stay where they land, every transport.
#[derive(Debug, Parser)]
#[command(name = "stillwire", version, arg_required_else_help = true)]
#[command(after_help = "Example:\n  stillwire demo")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serve, check and measure the dependency graph of a Rust project
    ///
    /// Takes what `cargo metadata` prints, serves it over gRPC and QUIC on loopback, checks that both give the same
    /// answers as the JSON, and shows sizes and times of JSON, protobuf and Stillwire side by side.
    Demo(demo::Options),
    /// Check schemas
    ///
    /// Errors and warnings go to standard error, or to standard output in a form for programs. Exits with 1 where
    /// there is an error.
    Check(check::Options),
    /// Compare schemas with an older version: what would break those who have it
    ///
    /// Each change is told with its code, both places, and what to write instead, by surface: native (Stillwire's own
    /// bytes), proto (protobuf and gRPC), json, and source (code against generated code).
    Breaking(breaking::Options),
    /// Change schemas by the rules of change
    ///
    /// What is removed leaves a tombstone, what is renamed is renamed wherever it is named, what is added takes the next
    /// ordinal. Comments and layout stay. Files are written only if all compile before and after, and nothing breaks the
    /// bytes or calls of the version before.
    Edit(edit::Options),
    /// Generate code from a schema
    Gen(generate::Options),
    /// Make schemas of what others have
    #[command(subcommand)]
    Import(import::Command),
    /// Format schemas
    ///
    /// There is one style and no option. Files are replaced as a whole and only where something changes; those with
    /// errors are reported and left as they are. Exits with 1 where there is an error.
    Fmt(fmt::Options),
    /// Lint schemas: tell what is allowed and seldom wise
    ///
    /// Each lint has a level, set in `stillwire.toml`, and a declaration can allow it for itself:
    /// `#[allow(missing_docs, reason = "…")]`. Exits with 1 where a denied one is found.
    Lint(lint::Options),
    /// Explain the code of an error or a warning
    ///
    /// Prints what it means, a schema that has it and one that does not.
    Explain(explain::Options),
    /// Turn JSON into bytes of a message
    Encode(bytes::encode::Options),
    /// Turn bytes of a message into JSON
    ///
    /// The bytes are verified; what is wrong is told with the field and the byte.
    Decode(bytes::decode::Options),
    /// Tell what messages take in each form: JSON, protobuf, Stillwire
    Size(bytes::size::Options),
    /// Show what each byte of a message is
    ///
    /// Each range of bytes with its offset, field, type and value; in colour on a terminal, unless NO_COLOR is set. Of bytes that are no
    /// such message, where it ends to be one, and why. Exits with 1 then.
    Dump(bytes::dump::Options),
    /// Files of messages that explain themselves
    ///
    /// A record file holds the schema, the messages with a checksum each, and an index. One whose writer was cut off keeps
    /// every record that was whole.
    Record(record::Options),
    /// Call a method of a server, in JSON
    ///
    /// Types come from reflection, or from `--schema`. Of a method that streams, messages are JSON lines, on standard
    /// input and standard output.
    Call(remote::call::Options),
    /// List the services of a server
    Ls(remote::list::Options),
    /// Print the declaration of a service, method, message or enum of a server
    Describe(remote::describe::Options),
    /// Load a method of a server, and draw how long its calls take
    Bench(remote::bench::Options),
}

fn main() -> ExitCode {
    let command = Cli::parse().command;
    match run(&command) {
        Ok(code) => code,
        Err(error) => {
            // Where standard error is gone, too, nobody is left to tell.
            let _ = writeln!(io::stderr(), "error: {error}");
            failure(&command)
        }
    }
}

/// Where 1 is an answer, what cannot be answered is 2.
fn failure(command: &Command) -> ExitCode {
    match command {
        Command::Breaking(_) => ExitCode::from(2),
        Command::Record(options) if options.answers() => ExitCode::from(2),
        _ => ExitCode::FAILURE,
    }
}

fn run(command: &Command) -> Result<ExitCode, Box<dyn Error>> {
    match command {
        Command::Demo(options) => {
            let (text, done) = demo::run(options);
            print(&text)?;
            done?;
        }
        Command::Check(options) => check::run(options)?,
        Command::Breaking(options) => {
            let (text, code) = breaking::run(options)?;
            print(&text)?;
            return Ok(code);
        }
        Command::Edit(options) => print(&edit::run(options)?)?,
        Command::Gen(options) => generate::run(options)?,
        Command::Import(import::Command::Proto(options)) => import::run(options)?,
        Command::Fmt(options) => fmt::run(options)?,
        Command::Lint(options) => lint::run(options)?,
        Command::Explain(options) => print(&explain::run(options))?,
        Command::Encode(options) => bytes::encode::run(options)?,
        Command::Decode(options) => bytes::decode::run(options)?,
        Command::Size(options) => bytes::size::run(options)?,
        Command::Dump(options) => return Ok(bytes::dump::run(options)?),
        Command::Record(options) => return Ok(record::run(options)?),
        Command::Call(options) => return answered(remote::call::call(options)),
        Command::Ls(options) => {
            return answered(remote::list::list(options).map(|()| ExitCode::SUCCESS));
        }
        Command::Describe(options) => {
            return answered(remote::describe::describe(options).map(|()| ExitCode::SUCCESS));
        }
        Command::Bench(options) => {
            return answered(remote::bench::bench(options).map(|()| ExitCode::SUCCESS));
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// A server's status is told by the exit code.
fn answered(answer: Result<ExitCode, RemoteError>) -> Result<ExitCode, Box<dyn Error>> {
    match answer {
        Ok(code) => Ok(code),
        Err(error @ RemoteError::Status(_)) => {
            let _ = writeln!(io::stderr(), "error: {error}");
            Ok(error.exit_code())
        }
        Err(error) => Err(error.into()),
    }
}

/// Prints, and is content when the reader has seen enough.
fn print(text: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        printed => printed,
    }
}
