//! Asks cargo for the document.

use std::env;
use std::ffi::{OsStr, OsString};
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// Why cargo gave no document.
#[derive(Debug, thiserror::Error)]
pub enum CargoError {
    /// It cannot be run.
    #[error("cannot run `{}`: {error}", program.display())]
    Missing {
        /// What was to be run.
        program: PathBuf,
        /// Why it was not.
        error: io::Error,
    },
    /// It ran and failed.
    #[error("`cargo metadata` failed with {status}\n{said}")]
    Failed {
        /// How it ended.
        status: String,
        /// What it said on standard error, indented.
        said: String,
    },
}

/// Asks cargo. It wants the sources of every package, also of those that other platforms need. Where it cannot get these,
/// as without a network, the packages of this platform will do: a build has brought them.
///
/// # Errors
/// Where cargo is not there, or has no answer.
pub fn metadata(manifest: Option<&Path>) -> Result<Vec<u8>, CargoError> {
    let program = env::var_os("CARGO").unwrap_or_else(|| OsString::from("cargo"));
    let whole = run(&program, manifest, &[])?;
    if whole.status.success() {
        return Ok(whole.stdout);
    }
    let local =
        host(&program).map(|host| ["--offline".to_owned(), "--filter-platform".to_owned(), host]);
    if let Some(Ok(here)) = local.map(|more| run(&program, manifest, &more))
        && here.status.success()
    {
        return Ok(here.stdout);
    }
    let said = String::from_utf8_lossy(&whole.stderr);
    let said = said
        .trim_end()
        .lines()
        .map(|line| format!("  {line}\n"))
        .collect::<String>();
    Err(CargoError::Failed {
        status: whole.status.to_string(),
        said: said.trim_end().to_owned(),
    })
}

fn run(program: &OsStr, manifest: Option<&Path>, more: &[String]) -> Result<Output, CargoError> {
    let mut command = Command::new(program);
    command
        .args(["metadata", "--format-version", "1"])
        .args(more);
    if let Some(path) = manifest {
        command.arg("--manifest-path").arg(path);
    }
    command.output().map_err(|error| CargoError::Missing {
        program: program.into(),
        error,
    })
}

/// The platform that cargo builds for here.
fn host(program: &OsStr) -> Option<String> {
    let output = Command::new(program).arg("-vV").output().ok()?;
    let said = String::from_utf8(output.stdout).ok()?;
    said.lines()
        .find_map(|line| line.strip_prefix("host: "))
        .map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_that_is_not_there_is_named() {
        let error = run(OsStr::new("no-such-cargo"), None, &[]).unwrap_err();
        assert!(
            error
                .to_string()
                .starts_with("cannot run `no-such-cargo`: "),
            "{error}"
        );
    }
}
