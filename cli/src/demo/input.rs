//! Where the demo's document comes from: `cargo metadata`, a file, or a pipe.

use crate::limits::MAX_INPUT_BYTES;
use std::fmt;
use std::fs::File;
use std::io::{self, Read};
use std::path::PathBuf;
use stillwire_samples::crates::cargo::{self, CargoError};
use stillwire_samples::limits::quote;

/// What to read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Source {
    /// What `cargo metadata` prints of this manifest, or of the one that cargo finds from here.
    Cargo(Option<PathBuf>),
    /// A file.
    File(PathBuf),
    /// Standard input.
    Stdin,
}

/// Why there is no document.
#[derive(Debug, thiserror::Error)]
pub(crate) enum InputError {
    #[error("{}{}", .0, help(.0))]
    Cargo(#[from] CargoError),
    #[error("cannot read {from}: {error}")]
    Unreadable { from: Source, error: io::Error },
    #[error("{from} has more than {MAX_INPUT_BYTES} bytes")]
    TooLarge { from: Source },
}

/// What to do where the error itself does not say.
fn help(error: &CargoError) -> &'static str {
    match error {
        CargoError::Missing { .. } => {
            "\n  help: install cargo, or pass a document with `--input FILE`"
        }
        CargoError::Failed { .. } => "",
    }
}

impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Cargo(None) => f.write_str("cargo metadata"),
            Self::Cargo(Some(path)) => {
                write!(f, "cargo metadata of {}", quote(&path.to_string_lossy()))
            }
            Self::File(path) => write!(f, "{}", quote(&path.to_string_lossy())),
            Self::Stdin => f.write_str("standard input"),
        }
    }
}

impl Source {
    /// The whole document.
    pub(crate) fn read(&self) -> Result<Vec<u8>, InputError> {
        let unreadable = |error| InputError::Unreadable {
            from: self.clone(),
            error,
        };
        let bytes = match self {
            Self::Cargo(manifest) => return Ok(cargo::metadata(manifest.as_deref())?),
            Self::File(path) => File::open(path).and_then(bounded).map_err(unreadable)?,
            Self::Stdin => bounded(io::stdin().lock()).map_err(unreadable)?,
        };
        bytes.ok_or_else(|| InputError::TooLarge { from: self.clone() })
    }
}

/// All bytes of `from`; `None` where there are too many.
fn bounded(from: impl Read) -> io::Result<Option<Vec<u8>>> {
    let mut bytes = Vec::new();
    from.take(MAX_INPUT_BYTES + 1).read_to_end(&mut bytes)?;
    Ok((bytes.len() as u64 <= MAX_INPUT_BYTES).then_some(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_is_not_there_is_named() {
        let error = Source::File("no/such/file.json".into()).read().unwrap_err();
        assert!(
            error
                .to_string()
                .starts_with("cannot read no/such/file.json: "),
            "{error}"
        );
    }
}
