//! Fixes made to fit the texts that they change.

use crate::diagnostic::Diagnostic;
use crate::span::{FileId, Span};

/// Drops fixes that would remove a comment, or whose text is not there; what was all there was of a line goes with the line.
pub(crate) fn settle<'t>(
    diagnostics: &mut [Diagnostic],
    text_of: impl Fn(FileId) -> Option<&'t str>,
) {
    for diagnostic in diagnostics {
        diagnostic.fixes.retain_mut(|fix| {
            let Some(text) = text_of(fix.span.file) else {
                return false;
            };
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
