//! What is not kept, and where it stands.

use crate::Failure;
use crate::comments::Position;
use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::path::Path;
use stillwire_compiler::{Code, Diagnostic, FileId, Label, Report, Severity, Sources, Span};

/// A place in a file: the file's name, and where.
pub(crate) type Place<'a> = (&'a str, Option<Position>);

#[derive(Debug, Default)]
pub(crate) struct Findings {
    lossy: bool,
    sources: Sources,
    files: HashMap<String, FileId>,
    errors: Vec<Diagnostic>,
    /// By code and what they are about; with how often it was met.
    warnings: BTreeMap<(Code, String), (Diagnostic, usize)>,
}

impl Findings {
    pub(crate) fn new(lossy: bool) -> Self {
        Self {
            lossy,
            ..Self::default()
        }
    }

    /// Notes the text of a file, for reports.
    pub(crate) fn source(&mut self, name: &str, path: &Path) {
        if let Ok(text) = fs::read_to_string(path) {
            let id = self.sources.add(path.display().to_string(), text);
            self.files.insert(name.to_owned(), id);
        }
    }

    /// Forgets what a text that is made again had to say.
    pub(crate) fn restart(&mut self) {
        self.errors.clear();
        self.warnings.clear();
    }

    fn span(&self, (name, position): Place<'_>) -> Option<Span> {
        let file = *self.files.get(name)?;
        let text = self.sources.text(file);
        let position = position?;
        let start: usize = { text.split_inclusive('\n') }
            .take(position.line)
            .map(str::len)
            .sum();
        let line = text.get(start..)?.lines().next().unwrap_or_default();
        let at = |column: usize| {
            let column = column.min(line.len());
            let mut columns = (0..=column).rev();
            start + columns.find(|at| line.is_char_boundary(*at)).unwrap_or(0)
        };
        let end = position.end.unwrap_or(line.len());
        let (start, end) = (at(position.column), at(end));
        Some(Span::new(
            file,
            u32::try_from(start).ok()?,
            u32::try_from(end).ok()?,
        ))
    }

    fn diagnostic(
        &self,
        code: Code,
        message: String,
        place: Option<Place<'_>>,
        help: &str,
    ) -> Diagnostic {
        let label = place.and_then(|place| self.span(place)).map(|span| Label {
            span,
            text: String::new(),
        });
        Diagnostic {
            code,
            severity: code.severity(),
            message,
            labels: label.into_iter().collect(),
            help: Some(help.to_owned()).filter(|help| !help.is_empty()),
            notes: Vec::new(),
            fixes: Vec::new(),
        }
    }

    /// What no schema can say.
    pub(crate) fn error(
        &mut self,
        code: Code,
        message: impl Into<String>,
        place: Option<Place<'_>>,
        help: &str,
    ) {
        let mut found = self.diagnostic(code, message.into(), place, help);
        if self.lossy && code == Code::ImportGroup {
            found.severity = Severity::Warning;
        }
        self.errors.push(found);
    }

    /// What is said once, however often it is met: `about` tells one such thing from another.
    pub(crate) fn warn(
        &mut self,
        code: Code,
        about: &str,
        message: impl Into<String>,
        place: Option<Place<'_>>,
        help: &str,
    ) {
        let key = (code, about.to_owned());
        if let Some((_, count)) = self.warnings.get_mut(&key) {
            *count += 1;
            return;
        }
        let found = self.diagnostic(code, message.into(), place, help);
        self.warnings.insert(key, (found, 1));
    }

    /// Why protox did not read a file.
    pub(crate) fn unreadable(&mut self, error: &protox::Error) {
        // The name of a file and the place in it are in the text of the alternate form.
        let message = format!("{error:?}");
        let message = message.trim().to_owned();
        let found = self.diagnostic(
            Code::ImportRead,
            message,
            None,
            "files lie below an included directory: `-I DIR`",
        );
        self.errors.push(found);
    }

    pub(crate) fn has_errors(&self) -> bool {
        self.errors.iter().any(|d| d.severity == Severity::Error)
    }

    pub(crate) fn report(self) -> Report {
        let warnings = self.warnings.into_values().map(|(mut found, count)| {
            if count > 1 {
                found
                    .notes
                    .push(format!("and in {} other places", count - 1));
            }
            found
        });
        Report::of(
            self.errors.into_iter().chain(warnings).collect(),
            self.sources,
        )
    }

    pub(crate) fn fail(self) -> Failure {
        Failure {
            findings: Box::new(self.report()),
        }
    }
}
