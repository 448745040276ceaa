//! Servers, as the commands `call`, `ls`, `describe` and `bench` see them: messages are JSON, and types come from the
//! server's reflection or from a schema.

pub(crate) mod bench;
pub(crate) mod call;
mod connection;
pub(crate) mod describe;
mod details;
pub(crate) mod list;
mod lookup;
mod reflection;
mod text;
mod types;

use clap::Args;
use connection::Connection;
use std::io;
use std::path::PathBuf;
use std::process::ExitCode;
use stillwire::rpc::Code;
use stillwire::{ChannelError, Status};

/// Where types come from.
#[derive(Debug, Args)]
struct Source {
    /// The schema: a `.still` file, or a FileDescriptorSet (`.binpb`); without one the server is asked by reflection
    #[arg(long, value_name = "FILE")]
    schema: Option<PathBuf>,
    /// A directory below which imported packages are looked for; may be given several times
    #[arg(long, value_name = "DIR", requires = "schema")]
    root: Vec<PathBuf>,
}

/// Why there is no answer.
#[derive(Debug, thiserror::Error)]
pub(crate) enum RemoteError {
    #[error(transparent)]
    Channel(#[from] ChannelError),
    #[error(
        "{scheme}:// is always encrypted: `--ca FILE` says whom to trust, `--insecure` trusts whoever answers"
    )]
    TlsNeeded { scheme: &'static str },
    #[error("cannot read {}: {error}", path.display())]
    Read { path: PathBuf, error: io::Error },
    #[error("{}: {error}", path.display())]
    Tls {
        path: PathBuf,
        error: stillwire::tls::TlsError,
    },
    #[error("--server-name: {0}")]
    ServerName(stillwire::tls::TlsError),
    #[error("metadata {key:?}: {error}")]
    Metadata {
        key: String,
        error: stillwire::MetadataError,
    },
    #[error("metadata {0:?}: its bytes are not hexadecimal")]
    Hex(String),
    #[error(transparent)]
    Schema(#[from] crate::schema::SchemaError),
    #[error(transparent)]
    Compile(#[from] Box<stillwire_compiler::Error>),
    #[error("the schema makes no sense: {0}")]
    Pool(#[from] stillwire_descriptor::dynamic::PoolError),
    #[error("the protobuf descriptors make no sense: {0}")]
    Files(#[from] prost_reflect::DescriptorError),
    #[error(
        "the server does not tell how its messages lie on this transport: give the schema by `--schema FILE`"
    )]
    NoDescription,
    #[error("reflection: {}", visible(.0))]
    Reflection(String),
    #[error("there is no {what} `{name}`{}", suggestion(known))]
    Missing {
        what: &'static str,
        name: String,
        known: Vec<String>,
    },
    #[error("a request of {method}: {error}")]
    Request { method: String, error: String },
    #[error("a reply of {method}: {error}")]
    Reply { method: String, error: String },
    #[error("{place}: {error}")]
    Line { place: String, error: String },
    #[error(transparent)]
    Lines(#[from] crate::lines::LinesError),
    #[error("`stillwire bench` measures calls with one message each way; {0} streams")]
    Streams(String),
    #[error("cannot start: {0}")]
    Runtime(io::Error),
    #[error("cannot write to standard output: {0}")]
    Output(io::Error),
    #[error("{}", told(.0))]
    Status(Box<Status>),
}

/// Names that an error tells, at most.
const NAMED: usize = 12;

fn suggestion(known: &[String]) -> String {
    let shown = visible(&known.get(..NAMED).unwrap_or(known).join(", "));
    match known.len() {
        0 => String::new(),
        all if all > NAMED => format!("; there are {shown}, and {} more", all - NAMED),
        _ => format!("; there are {shown}"),
    }
}

fn told(status: &Status) -> String {
    match status.message.as_str() {
        "" => status.code.to_string(),
        text => format!("{}: {}", status.code, visible(text)),
    }
}

/// A server's text without what a terminal obeys: control characters but line breaks, and those that turn the direction.
fn visible(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' => out.push(c),
            '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
                out.extend(c.escape_unicode());
            }
            c if c.is_control() => out.extend(c.escape_unicode()),
            c => out.push(c),
        }
    }
    out
}

impl RemoteError {
    /// 64 and gRPC's number of the status, as grpcurl has it; 1 for what never was a call.
    pub(crate) fn exit_code(&self) -> ExitCode {
        match self {
            Self::Status(status) => code(status.code),
            _ => ExitCode::FAILURE,
        }
    }
}

fn code(code: Code) -> ExitCode {
    ExitCode::from(64 + code.number())
}

/// Runs on all cores: `bench` needs them.
fn run<T>(work: impl Future<Output = Result<T, RemoteError>>) -> Result<T, RemoteError> {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .map_err(RemoteError::Runtime)?;
    let done = runtime.block_on(work);
    // A thread may wait for standard input that nobody writes.
    runtime.shutdown_background();
    done
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_server_does_not_steer_the_terminal() {
        let status = Status::internal("a\u{1b}[2Jb\nc\u{202e}größer\r");
        assert_eq!(
            told(&status),
            "INTERNAL: a\\u{1b}[2Jb\nc\\u{202e}größer\\u{d}"
        );
    }
}
