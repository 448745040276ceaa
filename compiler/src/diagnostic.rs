//! What the compiler has to say about a schema, free of how it is shown.

use crate::codes::{Code, Severity};
use crate::limits::MAX_QUOTE_BYTES;
use crate::span::Span;

/// A place in a schema and what it has to do with a diagnostic.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// The place.
    pub span: Span,
    /// What to know about it.
    pub text: String,
}

/// A change of the text that mends what a diagnostic is about, without anything left to decide.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    /// What goes; empty where something is only put in.
    pub span: Span,
    /// What comes in its place.
    pub replacement: String,
}

/// One finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// Its stable code.
    pub code: Code,
    /// How bad it is.
    pub severity: Severity,
    /// What is wrong, in one line.
    pub message: String,
    /// Every place involved, the one to mend first.
    pub labels: Vec<Label>,
    /// What to write instead.
    pub help: Option<String>,
    /// Why the rule is there.
    pub notes: Vec<String>,
    /// What mends it, if that can be said for sure.
    pub fixes: Vec<Fix>,
}

impl Diagnostic {
    /// A finding without places; its severity is that of its code.
    pub(crate) fn new(code: Code, message: impl Into<String>) -> Self {
        Self {
            code,
            severity: code.severity(),
            message: message.into(),
            labels: Vec::new(),
            help: None,
            notes: Vec::new(),
            fixes: Vec::new(),
        }
    }

    pub(crate) fn label(mut self, span: Span, text: impl Into<String>) -> Self {
        self.labels.push(Label {
            span,
            text: text.into(),
        });
        self
    }

    pub(crate) fn help(mut self, text: impl Into<String>) -> Self {
        self.help = Some(text.into());
        self
    }

    pub(crate) fn note(mut self, text: impl Into<String>) -> Self {
        self.notes.push(text.into());
        self
    }

    pub(crate) fn fix(mut self, span: Span, replacement: impl Into<String>) -> Self {
        self.fixes.push(Fix {
            span,
            replacement: replacement.into(),
        });
        self
    }

    /// Help for a name that was not found, the first label: what was probably meant, or else `otherwise`.
    pub(crate) fn did_you_mean(self, near: Option<&str>, otherwise: impl Into<String>) -> Self {
        match (near, self.labels.first().map(|label| label.span)) {
            (Some(near), Some(span)) => {
                self.help(format!("did you mean `{near}`?")).fix(span, near)
            }
            (Some(near), None) => self.help(format!("did you mean `{near}`?")),
            (None, _) => self.help(otherwise),
        }
    }
}

/// Schema text made fit for a message: short, on one line, without characters that steer a terminal.
pub(crate) fn quote(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        if out.len() >= MAX_QUOTE_BYTES {
            out.push('…');
            break;
        }
        if steers(c) {
            out.extend(c.escape_unicode());
        } else {
            out.push(c);
        }
    }
    out
}

/// True for characters that change how the text around them is shown: controls, direction
/// marks, and marks without width. No schema contains one.
#[must_use]
pub fn steers(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}')
}

/// `quote` of at most a few names, for "expected one of".
pub(crate) fn list_of<'a>(names: impl IntoIterator<Item = &'a str>) -> String {
    const MOST: usize = 12;
    let mut names = names.into_iter();
    let shown: Vec<String> = names
        .by_ref()
        .take(MOST)
        .map(|n| format!("`{}`", quote(n)))
        .collect();
    let more = names.count();
    let mut out = shown.join(", ");
    if more > 0 {
        out.push_str(&format!(" and {more} more"));
    }
    out
}
