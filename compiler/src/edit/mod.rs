//! Edits of schemas that keep to the rules of change: what is removed leaves a tombstone, what is renamed is renamed
//! wherever it is named, what is added takes the next ordinal.
//!
//! An edit is a few replacements of text, so comments and layout stay. The schemas have to compile before and after it,
//! and may not break bytes of the version before; otherwise there is no edit. Nothing is written here.

mod plan;
mod target;

use std::collections::BTreeMap;
use std::path::PathBuf;

use crate::breaking::{Change, Level, Surfaces, compare};
use crate::builder::Builder;
use crate::check::check_with_uses;
use crate::codes::Severity;
use crate::report::Error;
use crate::span::Span;

/// What is to be done. A target is a full name, `acme.trading.v1.PlaceOrder.note`, or so much of its end that only one
/// thing is meant.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Edit {
    /// A field or variant becomes a tombstone, the number of an enum's value is reserved.
    Remove {
        /// The member.
        target: String,
    },
    /// A member or type gets another name, everywhere.
    Rename {
        /// The member or type.
        target: String,
        /// Its new name.
        name: String,
    },
    /// A member or type is marked `#[deprecated("…")]`.
    Deprecate {
        /// The member or type.
        target: String,
        /// What to use instead.
        why: String,
    },
    /// A member is added behind the others, with the next ordinal, number or bit.
    Add {
        /// The type.
        target: String,
        /// What stands behind the ordinal: `note: string?`.
        member: String,
    },
}

/// What came of an edit.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Edited {
    /// The texts of the files that change.
    pub files: BTreeMap<PathBuf, Texts>,
    /// What the edit does to those who have the version before. None of it breaks the wire.
    pub changes: Vec<Change>,
}

/// A file before and after an edit.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Texts {
    /// The text that was read.
    pub old: String,
    /// The text that is to be written.
    pub new: String,
}

/// Why there is no edit.
#[derive(Debug, Clone, thiserror::Error)]
#[non_exhaustive]
pub enum EditError {
    /// The schemas do not compile as they are.
    #[error("mend this first: {0}")]
    Before(Box<Error>),
    /// They would not compile.
    #[error("nothing was changed, for then {0}")]
    After(Box<Error>),
    /// There is nothing of this name, or there are several things.
    #[error("{0}")]
    Target(String),
    /// It cannot be done to this, or would break those who have the version before.
    #[error("{0}")]
    Refused(String),
}

/// A piece of text that takes the place of another.
#[derive(Debug, Clone)]
struct Piece {
    span: Span,
    text: String,
}

impl Builder {
    /// What an edit makes of the files. Nothing is written.
    ///
    /// # Errors
    /// Where the files do not compile before or after it, nothing has this name, or the edit would break bytes or calls of
    /// those who have the version before.
    pub fn edit(&self, edit: &Edit) -> Result<Edited, EditError> {
        let before = |error: Error| EditError::Before(Box::new(error));
        let old = self.check().map_err(before)?;
        let loader = self.load().map_err(before)?;
        let (model, diagnostics, uses) = check_with_uses(&loader.packages);
        if diagnostics.iter().any(|d| d.severity == Severity::Error) {
            return Err(EditError::Target(
                "the files have changed while they were read".to_owned(),
            ));
        }
        let plan = plan::Plan {
            model: &model,
            packages: &loader.packages,
            sources: &loader.sources,
            uses: &uses,
        };
        let mut pieces = plan.pieces(edit)?;
        pieces.sort_by_key(|piece| piece.span);
        pieces.dedup_by_key(|piece| piece.span);
        let mut files: BTreeMap<PathBuf, Texts> = BTreeMap::new();
        let mut after = self.clone();
        for group in pieces.chunk_by(|a, b| a.span.file == b.span.file) {
            let file = group[0].span.file;
            let inputs = loader.packages.iter().flat_map(|p| &p.files);
            let Some(input) = inputs.into_iter().find(|input| input.id == file) else {
                continue;
            };
            let text = loader.sources.text(file);
            let mut new = String::with_capacity(text.len());
            let mut at = 0;
            for piece in group {
                new.push_str(&text[at..piece.span.start as usize]);
                new.push_str(&piece.text);
                at = piece.span.end as usize;
            }
            new.push_str(&text[at..]);
            after = after.overlay(&input.path, new.as_str());
            let texts = Texts {
                old: text.to_owned(),
                new,
            };
            files.insert(input.path.clone(), texts);
        }
        let new = after
            .check()
            .map_err(|error| EditError::After(Box::new(error)))?;
        let changes = compare(&old.model, &new.model);
        let broken = changes
            .iter()
            .find(|change| change.level(Surfaces::WIRE) == Level::Breaks);
        if let Some(change) = broken {
            let help = change.help.as_deref().unwrap_or("leave it as it is");
            let (code, message) = (change.code(), &change.message);
            return Err(EditError::Refused(format!(
                "this would break those who have the version before ({code}): {message}; {help}"
            )));
        }
        Ok(Edited { files, changes })
    }
}
