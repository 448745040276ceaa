//! What a compilation without errors gives.

use crate::model::Model;
use crate::report::Report;

/// A schema without errors.
#[derive(Debug, Clone)]
pub struct Checked {
    /// What it means.
    pub model: Model,
    /// What is allowed and probably not meant.
    pub warnings: Report,
}
