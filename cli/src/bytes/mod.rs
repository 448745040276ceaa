//! Messages as bytes, looked at and made: `stillwire encode`, `decode`, `size` and `dump`.

pub(crate) mod decode;
pub(crate) mod dump;
pub(crate) mod encode;
mod input;
pub(crate) mod size;

use crate::limits::MAX_MESSAGE_BYTES;
use crate::lines::LinesError;
use crate::schema::{SchemaError, TypeOptions};
use std::io::{self, ErrorKind};
use std::path::PathBuf;
use stillwire::codec::JsonError;
use stillwire::{DecodeError, EncodeError, Limits};
use stillwire_descriptor::dynamic::{Arena, MessageType, Pool, PoolError};

/// Why it was not done.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    #[error(transparent)]
    Schema(#[from] SchemaError),
    #[error("the schema makes no sense: {0}")]
    Pool(#[from] PoolError),
    #[error(transparent)]
    Lines(#[from] LinesError),
    #[error("cannot read {name}: {error}")]
    Read { name: String, error: io::Error },
    #[error("{place}: {error}")]
    Json { place: String, error: JsonError },
    #[error("{place}: {error}")]
    Bytes { place: String, error: DecodeError },
    #[error("{place}: {what}")]
    Length { place: String, what: String },
    #[error("{place}: it has no such form: {error}")]
    Form { place: String, error: EncodeError },
    #[error("cannot write {}: {error}", path.display())]
    Write { path: PathBuf, error: io::Error },
    #[error("cannot write to standard output: {0}")]
    Output(io::Error),
    #[error("bytes are not for a terminal: say `--out FILE`, or send standard output elsewhere")]
    Terminal,
}

/// What is taken in: files of one's own, with a bound all the same.
const LIMITS: Limits = Limits {
    message_bytes: MAX_MESSAGE_BYTES,
    decoded_bytes: MAX_MESSAGE_BYTES,
    ..Limits::TRUSTED
};

/// Calls `run` with the type that is meant.
fn with_type<T>(
    options: &TypeOptions,
    run: impl FnOnce(MessageType<'_>) -> Result<T, Failure>,
) -> Result<T, Failure> {
    let (descriptor, name) = options.find()?;
    let arena = Arena::new();
    let pool = Pool::of(&arena, descriptor)?;
    match pool.message(&name) {
        Some(of) => run(of),
        // It was found in the descriptor, of which a pool has all.
        None => Err(SchemaError::NoType {
            name,
            names: Vec::new(),
        }
        .into()),
    }
}

/// What an output made of what it was given: one that has seen enough is no failure. Says whether it wants more.
fn wants_more(
    result: io::Result<()>,
    failure: impl FnOnce(io::Error) -> Failure,
) -> Result<bool, Failure> {
    match result {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(false),
        Err(error) => Err(failure(error)),
    }
}
