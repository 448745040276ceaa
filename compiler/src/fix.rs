//! Fixes, applied until there are none.
//!
//! Mending one thing shows the next: a missing `;` hides what the rest of its line means, and a name that is re-cased is
//! looked for by its old name elsewhere. So all fixes that do not touch each other are applied, and the result is
//! checked anew.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use crate::builder::Checked;
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

/// Makes fixes fit the texts: none removes a comment, and what was all there was of a line goes with the line.
pub(crate) fn settle(diagnostics: &mut [Diagnostic], sources: &Sources) {
    for diagnostic in diagnostics {
        diagnostic.fixes.retain_mut(|fix| {
            if !sources.has(fix.span.file) {
                return false;
            }
            let text = sources.text(fix.span.file);
            let Some(old) = text.get(fix.span.start as usize..fix.span.end as usize) else {
                return false;
            };
            if fix.replacement.is_empty() {
                fix.span = with_line(text, fix.span);
            }
            !old.contains("//")
        });
    }
}

/// `span`, with the rest of its lines if nothing else is on them.
pub(crate) fn with_line(text: &str, span: Span) -> Span {
    let (start, end) = (span.start as usize, span.end as usize);
    let blank = |c: char| matches!(c, ' ' | '\t' | '\r');
    let before = text[..start].trim_end_matches(blank);
    let after = text[end..].trim_start_matches(blank);
    if start == end || !(before.is_empty() || before.ends_with('\n')) {
        return span;
    }
    let Some(after) = after.strip_prefix('\n') else {
        return span;
    };
    let index = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    Span::new(
        span.file,
        index(before.len()),
        index(text.len() - after.len()),
    )
}
