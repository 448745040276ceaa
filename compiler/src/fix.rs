//! Fixes, applied until there are none.
//!
//! Mending one thing shows the next: a missing `;` hides what the rest of its line means, and a name that is re-cased is
//! looked for by its old name elsewhere. So all fixes that do not touch each other are applied, and the result is
//! checked anew.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use crate::checked::Checked;
use crate::codes::Code;
use crate::diagnostic::{Diagnostic, Fix};
use crate::limits::MAX_FIX_ROUNDS;
use crate::report::{Error, Report, Sources};
use crate::span::Span;

/// What came of applying fixes.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Fixed {
    /// The new texts of files that changed. Nothing has been written.
    pub files: BTreeMap<PathBuf, String>,
    /// What was applied, in this order.
    pub applied: Vec<Applied>,
    /// What the compiler says of the new texts.
    pub result: Result<Checked, Error>,
}

/// A fix that was applied.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Applied {
    /// What was mended.
    pub code: Code,
    /// The message of the diagnostic.
    pub message: String,
    /// The file.
    pub file: PathBuf,
    /// The line, from 1, in the text as it was then.
    pub line: usize,
    /// The column, from 1 and in characters.
    pub column: usize,
}

/// Rounds of fixing.
#[derive(Debug, Default)]
pub(crate) struct Fixing {
    files: BTreeMap<PathBuf, String>,
    applied: Vec<Applied>,
    rounds: usize,
}

impl Fixing {
    /// Applies what the report offers for the files called `ours`. Empty when it is over.
    pub(crate) fn round(
        &mut self,
        report: &Report,
        sources: &Sources,
        ours: &BTreeSet<String>,
    ) -> BTreeMap<PathBuf, String> {
        self.rounds += 1;
        if self.rounds > MAX_FIX_ROUNDS {
            return BTreeMap::new();
        }
        let mut chosen: Vec<(&Fix, &Diagnostic)> = Vec::new();
        for diagnostic in report.diagnostics() {
            let fixes = diagnostic.fixes.iter();
            let of_ours = fixes.filter(|fix| ours.contains(sources.name(fix.span.file)));
            chosen.extend(of_ours.map(|fix| (fix, diagnostic)));
        }
        chosen.sort_by_key(|(fix, _)| fix.span);
        chosen.dedup_by(|next, before| touch(before.0.span, next.0.span));
        let mut changed = BTreeMap::new();
        for group in chosen.chunk_by(|a, b| a.0.span.file == b.0.span.file) {
            let file = group[0].0.span.file;
            let path = Path::new(sources.name(file)).to_owned();
            let mut text = String::new();
            let old = sources.text(file);
            let mut at = 0;
            for (fix, diagnostic) in group {
                let (line, column) = sources.line_column(fix.span);
                self.applied.push(Applied {
                    code: diagnostic.code,
                    message: diagnostic.message.clone(),
                    file: path.clone(),
                    line,
                    column,
                });
                text.push_str(&old[at..fix.span.start as usize]);
                text.push_str(&fix.replacement);
                at = fix.span.end as usize;
            }
            text.push_str(&old[at..]);
            changed.insert(path, text);
        }
        self.files.extend(changed.clone());
        changed
    }

    pub(crate) fn end(self, result: Result<Checked, Error>) -> Fixed {
        Fixed {
            files: self.files,
            applied: self.applied,
            result,
        }
    }
}

/// True for spans that overlap, or put something in at one place. `first` does not begin after `second`.
fn touch(first: Span, second: Span) -> bool {
    first.file == second.file && (second.start < first.end || first.start == second.start)
}
