//! Runs the command.
#![allow(dead_code, reason = "each test uses its part")]

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

/// What a run left.
#[derive(Debug)]
pub(crate) struct Run {
    /// The exit code.
    pub(crate) code: i32,
    /// Standard output.
    pub(crate) stdout: String,
    /// Standard error.
    pub(crate) stderr: String,
}

/// The path of a file among the tests' data.
pub(crate) fn data(name: &str) -> String {
    format!("{}/tests/data/{name}", env!("CARGO_MANIFEST_DIR"))
}

/// Runs `stillwire` with these arguments and this on standard input.
pub(crate) fn stillwire(args: &[&str], input: &[u8]) -> Run {
    stillwire_with(args, input, &[])
}

/// The same, in a directory.
pub(crate) fn stillwire_there(directory: &Path, args: &[&str], input: &[u8]) -> Run {
    run(
        Command::new(env!("CARGO_BIN_EXE_stillwire"))
            .args(args)
            .current_dir(directory),
        input,
    )
}

/// The same with more in the environment.
pub(crate) fn stillwire_with(args: &[&str], input: &[u8], environment: &[(&str, &str)]) -> Run {
    run(
        Command::new(env!("CARGO_BIN_EXE_stillwire"))
            .args(args)
            .envs(environment.iter().copied()),
        input,
    )
}

fn run(command: &mut Command, input: &[u8]) -> Run {
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A command that ends before it has read all breaks the pipe, and may.
    let _ = child.stdin.take().unwrap().write_all(input);
    let output = child.wait_with_output().unwrap();
    Run {
        code: output.status.code().expect("the command was not killed"),
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
    }
}

/// Runs `stillwire` in this folder, above which git looks no further.
pub(crate) fn stillwire_in(folder: &std::path::Path, args: &[&str]) -> Run {
    let output = Command::new(env!("CARGO_BIN_EXE_stillwire"))
        .args(args)
        .current_dir(folder)
        .env("GIT_CEILING_DIRECTORIES", env!("CARGO_TARGET_TMPDIR"))
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env_remove("GIT_DIR")
        .stdin(Stdio::null())
        .output()
        .unwrap();
    Run {
        code: output.status.code().expect("the command was not killed"),
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
    }
}
