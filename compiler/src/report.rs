//! Diagnostics drawn for people, by miette.
//!
//! Hostile text must not reach a terminal as it is, nor make a report longer than its cause. So a
//! report is drawn from a copy of the text in which every character that steers a terminal is
//! replaced by one of the same length in bytes (spans stay true), of a line only the part around
//! its label is shown, and labels end with their line.

use std::fmt;
use std::io::IsTerminal;
use std::sync::Arc;

use miette::{
    GraphicalReportHandler, GraphicalTheme, LabeledSpan, MietteError, MietteSpanContents,
    SourceCode, SourceSpan, SpanContents,
};

use crate::codes::Code;
use crate::codes::Severity;
use crate::diagnostic::{Diagnostic, Label, steers};
use crate::fitting::settle;
use crate::limits::MAX_EXCERPT_BYTES;
use crate::span::{FileId, Span};

/// The texts that a compilation has read.
#[derive(Debug, Clone, Default)]
pub struct Sources {
    files: Vec<Arc<Source>>,
}

#[derive(Debug)]
struct Source {
    name: String,
    text: String,
    /// Where each line begins.
    lines: Vec<usize>,
    /// The text that reports show, if it differs.
    shown: Option<String>,
}

impl Sources {
    /// Adds a text, for spans to refer to.
    ///
    /// # Panics
    /// At the 2³²th.
    pub fn add(&mut self, name: String, text: String) -> FileId {
        let lines = std::iter::once(0)
            .chain(text.match_indices('\n').map(|(i, _)| i + 1))
            .collect();
        let shown = text.chars().any(hidden).then(|| {
            text.chars()
                .map(|c| if hidden(c) { stand_in(c) } else { c })
                .collect()
        });
        self.files.push(Arc::new(Source {
            name,
            text,
            lines,
            shown,
        }));
        FileId(u32::try_from(self.files.len() - 1).expect("files are counted by a limit"))
    }

    /// Names and texts of all files, in the order of their ids.
    pub(crate) fn files(&self) -> impl Iterator<Item = (&str, &str)> {
        self.files
            .iter()
            .map(|file| (file.name.as_str(), file.text.as_str()))
    }

    /// The name of a file, as reports show it.
    #[must_use]
    pub fn name(&self, file: FileId) -> &str {
        &self.files[file.0 as usize].name
    }

    /// The text of a file.
    #[must_use]
    pub fn text(&self, file: FileId) -> &str {
        &self.files[file.0 as usize].text
    }

    /// True if there is a text for this file: a diagnostic may have lost the one that it speaks of.
    pub(crate) fn has(&self, file: FileId) -> bool {
        (file.0 as usize) < self.files.len()
    }

    /// Line and column of the start of `span`, both from 1, the column in characters.
    #[must_use]
    pub fn line_column(&self, span: Span) -> (usize, usize) {
        let source = &self.files[span.file.0 as usize];
        let line = source.line_of(span.start as usize);
        let column = source.text[source.lines[line]..span.start as usize]
            .chars()
            .count();
        (line + 1, column + 1)
    }
}

fn hidden(c: char) -> bool {
    steers(c) && !matches!(c, '\n' | '\t') && c != '\r'
}

/// A harmless character of as many bytes.
fn stand_in(c: char) -> char {
    match c.len_utf8() {
        1 => '?',
        2 => '¿',
        _ => '\u{fffd}',
    }
}

impl Source {
    fn line_of(&self, at: usize) -> usize {
        self.lines
            .partition_point(|start| *start <= at)
            .saturating_sub(1)
    }

    /// The bytes of a line without its end.
    fn line(&self, number: usize) -> std::ops::Range<usize> {
        let start = self.lines[number];
        let end = self
            .lines
            .get(number + 1)
            .map_or(self.text.len(), |next| next - 1);
        start..end
    }

    fn boundary(&self, mut at: usize) -> usize {
        while !self.text.is_char_boundary(at) {
            at -= 1;
        }
        at
    }

    /// `span` cut at the end of its first line and at the length of an excerpt.
    fn cut(&self, span: Span) -> std::ops::Range<usize> {
        let start = span.start as usize;
        let line = self.line(self.line_of(start));
        let longest = self.boundary((start + MAX_EXCERPT_BYTES / 2).min(self.text.len()));
        start
            ..(span.end as usize)
                .min(line.end.max(start))
                .min(longest)
                .max(start)
    }
}

impl SourceCode for Source {
    fn read_span<'a>(
        &'a self,
        span: &SourceSpan,
        before: usize,
        after: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let text = self.shown.as_deref().unwrap_or(&self.text);
        if span.offset() + span.len() > text.len() {
            return Err(MietteError::OutOfBounds);
        }
        let (first, last) = (
            self.line_of(span.offset()),
            self.line_of(span.offset() + span.len()),
        );
        let from = first.saturating_sub(before);
        let to = (last + after).min(self.lines.len() - 1);
        // Asked for no context, miette wants the place itself, for the line and column of the head.
        let bare = before == 0 && after == 0;
        let long = (from..=to).any(|n| self.line(n).len() > MAX_EXCERPT_BYTES);
        // A long line is shown alone, and only the part around the span.
        let (range, line) = if bare {
            (
                span.offset()..self.line(last).end.max(span.offset() + span.len()),
                first,
            )
        } else if long {
            let start = span
                .offset()
                .saturating_sub(MAX_EXCERPT_BYTES / 4)
                .max(self.lines[first]);
            let end = (span.offset() + span.len() + MAX_EXCERPT_BYTES / 4).min(self.line(last).end);
            (
                self.boundary(start)..self.boundary(end.max(span.offset() + span.len())),
                first,
            )
        } else {
            (self.lines[from]..self.line(to).end, from)
        };
        let column = text[self.lines[line]..range.start].chars().count();
        Ok(Box::new(MietteSpanContents::new_named(
            self.name.clone(),
            &text.as_bytes()[range.clone()],
            (range.start, range.len()).into(),
            line,
            column,
            to - from + 1,
        )))
    }
}

/// One diagnostic with one file, as miette wants it; labels in further files are related reports.
#[derive(Debug)]
struct Drawn<'a> {
    diagnostic: &'a Diagnostic,
    /// True for the part that has the message, the code and the help; the others are for further files.
    first: bool,
    message: String,
    source: Option<Arc<Source>>,
    labels: Vec<LabeledSpan>,
    further: Vec<Self>,
    help: Option<String>,
}

impl<'a> Drawn<'a> {
    fn new(diagnostic: &'a Diagnostic, sources: &Sources) -> Self {
        let mut files: Vec<FileId> = Vec::new();
        for label in &diagnostic.labels {
            // A label without its text is dropped: the message still stands.
            let known = (label.span.file.0 as usize) < sources.files.len();
            if known && !files.contains(&label.span.file) {
                files.push(label.span.file);
            }
        }
        let mut help: Vec<String> = diagnostic.help.iter().cloned().collect();
        help.extend(diagnostic.notes.iter().map(|note| format!("note: {note}")));
        let mut parts = files
            .iter()
            .flat_map(|file| Self::parts(diagnostic, *file, sources));
        let mut drawn = parts.next().unwrap_or_else(|| Self {
            diagnostic,
            first: true,
            message: String::new(),
            source: None,
            labels: Vec::new(),
            further: Vec::new(),
            help: None,
        });
        drawn.further = parts.collect();
        drawn.first = true;
        drawn.message.clone_from(&diagnostic.message);
        drawn.help = (!help.is_empty()).then(|| help.join("\n"));
        drawn
    }

    /// The labels in one file: in one drawing, or one each if a long line lies among them, of which
    /// only the part around a label can be shown.
    fn parts(diagnostic: &'a Diagnostic, file: FileId, sources: &Sources) -> Vec<Self> {
        let source = &sources.files[file.0 as usize];
        let labels: Vec<&Label> = diagnostic
            .labels
            .iter()
            .filter(|l| l.span.file == file)
            .collect();
        let lines = labels.iter().map(|l| source.line_of(l.span.start as usize));
        let (first, last) = lines.fold((usize::MAX, 0), |(a, b), n| (a.min(n), b.max(n)));
        let long = last - first > MOST_LINES
            || (first..=last).any(|n| source.line(n).len() > MAX_EXCERPT_BYTES);
        let groups: Vec<&[&Label]> = if long {
            labels.chunks(1).collect()
        } else {
            vec![&labels]
        };
        let drawn = groups.into_iter().map(|labels| Self {
            diagnostic,
            first: false,
            message: "related to this".to_owned(),
            source: Some(Arc::clone(source)),
            labels: labels
                .iter()
                .enumerate()
                .map(|(i, label)| draw_label(source, label, i == 0))
                .collect(),
            further: Vec::new(),
            help: None,
        });
        drawn.collect()
    }
}

/// Lines between labels of one drawing; those further apart are drawn each by itself.
const MOST_LINES: usize = 1_000;

fn draw_label(source: &Source, label: &Label, primary: bool) -> LabeledSpan {
    let range = source.cut(label.span);
    let text = (!label.text.is_empty()).then(|| label.text.clone());
    let span = (range.start, range.len());
    if primary {
        LabeledSpan::new_primary_with_span(text, span)
    } else {
        LabeledSpan::new_with_span(text, span)
    }
}

impl fmt::Display for Drawn<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Drawn<'_> {}

impl miette::Diagnostic for Drawn<'_> {
    fn code<'b>(&'b self) -> Option<Box<dyn fmt::Display + 'b>> {
        self.first
            .then(|| Box::new(self.diagnostic.code) as Box<dyn fmt::Display>)
    }

    fn severity(&self) -> Option<miette::Severity> {
        Some(match self.diagnostic.severity {
            Severity::Error => miette::Severity::Error,
            Severity::Warning => miette::Severity::Warning,
        })
    }

    fn help<'b>(&'b self) -> Option<Box<dyn fmt::Display + 'b>> {
        self.help
            .as_ref()
            .map(|h| Box::new(h) as Box<dyn fmt::Display>)
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        self.source.as_deref().map(|s| s as &dyn SourceCode)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        (!self.labels.is_empty())
            .then(|| Box::new(self.labels.iter().cloned()) as Box<dyn Iterator<Item = _>>)
    }

    fn related<'b>(&'b self) -> Option<Box<dyn Iterator<Item = &'b dyn miette::Diagnostic> + 'b>> {
        // Each further file is a report of its own below this one.
        (!self.further.is_empty()).then(|| {
            Box::new(self.further.iter().map(|d| d as &dyn miette::Diagnostic))
                as Box<dyn Iterator<Item = _>>
        })
    }
}

/// Diagnostics together with the texts that they speak of.
#[derive(Clone, Default)]
pub struct Report {
    diagnostics: Vec<Diagnostic>,
    sources: Sources,
    /// There are more than the limit.
    untold: bool,
}

impl Report {
    /// Sorted by place, errors first, cut at the limit.
    pub(crate) fn new(mut diagnostics: Vec<Diagnostic>, sources: Sources) -> Self {
        diagnostics.sort_by_key(|d| (d.severity, d.labels.first().map(|l| l.span)));
        diagnostics.dedup();
        let untold = diagnostics.len() > crate::limits::MAX_ERRORS;
        diagnostics.truncate(crate::limits::MAX_ERRORS);
        settle(&mut diagnostics, |file| {
            sources.has(file).then(|| sources.text(file))
        });
        Self {
            diagnostics,
            sources,
            untold,
        }
    }

    /// A report of what another tool found in texts of its own.
    #[must_use]
    pub fn of(diagnostics: Vec<Diagnostic>, sources: Sources) -> Self {
        Self::new(diagnostics, sources)
    }

    /// The diagnostics, by place.
    #[must_use]
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }

    /// The texts that their spans refer to.
    #[must_use]
    pub fn sources(&self) -> &Sources {
        &self.sources
    }

    /// True when there is nothing to say.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.diagnostics.is_empty()
    }

    /// The report as text, with or without colours.
    #[must_use]
    pub fn render(&self, colours: bool) -> String {
        let theme = if colours {
            GraphicalTheme::unicode()
        } else {
            GraphicalTheme::unicode_nocolor()
        };
        let handler = GraphicalReportHandler::new_themed(theme)
            .with_width(110)
            .with_links(false);
        let mut out = String::new();
        for diagnostic in &self.diagnostics {
            let drawn = Drawn::new(diagnostic, &self.sources);
            if handler.render_report(&mut out, &drawn).is_err() {
                out.push_str(&format!("{}: {}\n", diagnostic.code, diagnostic.message));
            }
            out.push('\n');
        }
        if self.untold {
            out.push_str("Further ones are not shown.\n");
        }
        out.lines()
            .map(|line| format!("{}\n", line.trim_end()))
            .collect()
    }
}

impl fmt::Display for Report {
    /// Coloured when standard error is a terminal and `NO_COLOR` is not set.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let colours = std::io::stderr().is_terminal()
            && std::env::var_os("NO_COLOR").is_none_or(|v| v.is_empty());
        f.write_str(&self.render(colours))
    }
}

impl fmt::Debug for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// A schema that does not compile.
///
/// `Display` and `Debug` both draw the whole report, because a `main` of a `build.rs` that
/// returns this prints it with `Debug`.
#[derive(Clone)]
pub struct Error {
    report: Box<Report>,
}

impl Error {
    pub(crate) fn new(diagnostics: Vec<Diagnostic>, sources: Sources) -> Self {
        Self {
            report: Box::new(Report::new(diagnostics, sources)),
        }
    }

    /// For generators: code cannot be made of a model, and why.
    pub(crate) fn generation(message: impl Into<String>) -> Self {
        Self::one(Diagnostic::new(Code::Generation, message))
    }

    /// For what goes wrong outside of checking, in generators above all. Whoever has the texts adds them.
    pub(crate) fn one(diagnostic: Diagnostic) -> Self {
        Self::new(vec![diagnostic], Sources::default())
    }

    /// With the texts that the labels refer to.
    pub(crate) fn with_sources(mut self, sources: &Sources) -> Self {
        self.report.sources = sources.clone();
        self
    }

    /// What is wrong, by place.
    #[must_use]
    pub fn diagnostics(&self) -> &[Diagnostic] {
        self.report.diagnostics()
    }

    /// The whole report.
    #[must_use]
    pub fn report(&self) -> &Report {
        &self.report
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the schema does not compile\n\n{}", self.report)
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl std::error::Error for Error {}
