//! Changes as diagnostics, with both places drawn.

use crate::codes::Severity;
use crate::diagnostic::Diagnostic;
use crate::report::{Report, Sources};
use crate::span::{FileId, Span};

use super::{Change, Level, Surfaces};

/// What of the changes is told.
#[derive(Debug, Clone, Copy)]
pub struct Filter {
    /// The surfaces that matter: what breaks one of them is an error.
    pub surfaces: Surfaces,
    /// Whether to tell of changes that are safe there, too.
    pub all: bool,
}

impl Filter {
    /// Whether this change is told.
    #[must_use]
    pub fn shows(&self, change: &Change) -> bool {
        self.all || change.level(self.surfaces) >= Level::Behaviour
    }
}

/// The changes that `filter` lets through. `version` names the older version in front of its files: `git:main`.
#[must_use]
pub fn report(
    changes: &[Change],
    old: &Sources,
    new: &Sources,
    version: &str,
    filter: Filter,
) -> Report {
    let mut sources = new.clone();
    let moved: Vec<FileId> = old
        .files()
        .map(|(name, text)| sources.add(format!("{version} {name}"), text.to_owned()))
        .collect();
    let place = |span: Span| Span {
        file: moved
            .get(span.file.0 as usize)
            .copied()
            .unwrap_or(span.file),
        ..span
    };
    let told = changes.iter().filter(|change| filter.shows(change));
    let diagnostics = told.map(|change| {
        let mut found = Diagnostic::new(change.code(), headline(change));
        found.severity = if change.level(filter.surfaces) == Level::Breaks {
            Severity::Error
        } else {
            Severity::Warning
        };
        if let Some(new) = &change.new {
            found = found.label(new.span, new.text.clone());
        }
        if let Some(old) = &change.old {
            found = found.label(place(old.span), old.text.clone());
        }
        for surface in Surfaces::ALL.iter() {
            let verdict = change.rule.on(surface);
            let counts = filter.all || filter.surfaces.contains(surface);
            if counts && !verdict.why.is_empty() {
                found = found.note(format!("{}: {}", surface.name(), verdict.why));
            }
        }
        if let Some(help) = &change.help {
            found = found.help(help.clone());
        }
        found
    });
    Report::new(diagnostics.collect(), sources)
}

/// The surfaces that it breaks, then what has happened.
fn headline(change: &Change) -> String {
    let broken: Vec<String> = Surfaces::ALL
        .iter()
        .filter(|surface| change.rule.on(*surface).level == Level::Breaks)
        .map(|surface| surface.name().to_ascii_uppercase())
        .collect();
    if broken.is_empty() {
        change.message.clone()
    } else {
        format!("{}: {}", broken.join(", "), change.message)
    }
}
