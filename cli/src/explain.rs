//! `stillwire explain`: what a code means.

use clap::Args;
use std::fmt::Write;
use stillwire_compiler::{Code, Severity};

/// What to explain.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  stillwire explain S0210\n  stillwire explain")]
pub(crate) struct Options {
    /// A code as in a report; without one, all are listed
    #[arg(value_name = "CODE", value_parser = code)]
    code: Option<Code>,
}

fn code(text: &str) -> Result<Code, String> {
    Code::parse(text).ok_or_else(|| "no such code; `stillwire explain` lists all".to_owned())
}

/// The page of the code, or the list of all.
pub(crate) fn run(options: &Options) -> String {
    let Some(code) = options.code else {
        return list();
    };
    code.page().to_owned()
}

fn list() -> String {
    let mut out = String::new();
    for code in Code::ALL {
        let severity = match code.severity() {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        // Writing to a string does not fail.
        let _ = writeln!(out, "{code}  {severity:<7}  {}", code.meaning());
    }
    out
}
