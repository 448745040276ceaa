//! Reports for programs. `docs/diagnostics.md` describes each form.

mod github;
mod json;
mod sarif;

use clap::ValueEnum;
use stillwire_compiler::{Diagnostic, Report, Severity, Span};

/// How to write reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// Drawings for people, to standard error
    Human,
    /// One JSON object a line, to standard output
    Json,
    /// SARIF 2.1.0, to standard output
    Sarif,
    /// Annotations of a GitHub workflow, to standard output
    Github,
}

/// What programs read; `None` for people.
pub(crate) fn write(report: &Report, format: Format) -> Option<String> {
    match format {
        Format::Human => None,
        Format::Json => Some(json::write(report)),
        Format::Sarif => Some(sarif::write(report)),
        Format::Github => Some(github::write(report)),
    }
}

fn severity(diagnostic: &Diagnostic) -> &'static str {
    match diagnostic.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}

/// Lines and columns, from 1 and in characters. The end is one past the last character.
struct Place<'a> {
    file: &'a str,
    start: (usize, usize),
    end: (usize, usize),
}

impl<'a> Place<'a> {
    fn of(report: &'a Report, span: Span) -> Self {
        let sources = report.sources();
        Self {
            file: sources.name(span.file),
            start: sources.line_column(span),
            end: sources.line_column(span.after()),
        }
    }
}
