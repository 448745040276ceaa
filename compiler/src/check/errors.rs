//! Errors: what methods throw, and the statuses that carry it.

use crate::codes::Code;
use crate::diagnostic::{Diagnostic, quote};
use crate::model::{Error, ErrorVariant, StatusCode, TypeBody, TypeId};
use crate::names::nearest;
use crate::span::Span;
use crate::syntax::tree::{self, Name, Path};

use super::{At, Checker, Symbol};

impl Checker<'_> {
    pub(super) fn error(&mut self, at: At, block: &tree::Block) -> Error {
        let variants = self.variants_of(at, block, "error", "@1 name => not_found;");
        let mut out = Vec::with_capacity(variants.len());
        for (variant, field) in variants {
            let written = field.status.as_ref();
            let status = written.and_then(|status| self.status(&status.name));
            out.push(ErrorVariant {
                variant,
                status: status.unwrap_or(StatusCode::Unknown),
                retryable: written.is_some_and(|status| status.retryable),
            });
        }
        Error { variants: out }
    }

    /// The status of this name, or `None` after saying why there is none.
    fn status(&mut self, name: &Name) -> Option<StatusCode> {
        let all = || StatusCode::ALL.iter().copied();
        let found = all().find(|status| status.word() == name.text);
        if found.is_none() && name.text == "ok" {
            let help = "a call that throws has failed; what succeeds is a response";
            self.err(Code::StatusOk, name.span, "`ok` is no failure", "", help);
        } else if found.is_none() {
            let message = format!("there is no status `{}`", quote(&name.text));
            let found = Diagnostic::new(Code::UnknownStatus, message).label(name.span, "unknown");
            let words: Vec<&str> = all().map(StatusCode::word).collect();
            let known = format!("the statuses are gRPC's: {}", words.join(", "));
            self.say(found.did_you_mean(nearest(&name.text, words), known));
        }
        found
    }

    pub(super) fn is_error(&self, id: TypeId) -> bool {
        matches!(self.model.get(id).body, TypeBody::Error(_))
    }

    /// Says that an error stands where data does.
    pub(super) fn error_as_data(&mut self, id: TypeId, span: Span) {
        let name = quote(&self.model.dotted_name(id));
        let message = format!("`{name}` is an error, not a type of data");
        let help =
            "an error is what a method `throws`; for a field, declare a union of the same variants";
        self.err(Code::NotAType, span, message, "", help);
    }

    /// The error that a method throws, or `None` after saying why there is none.
    pub(super) fn thrown(&mut self, at: At, path: &Path) -> Option<TypeId> {
        const HELP: &str = "declare an `error` with a status for each variant, and name that";
        let text = quote(&path.text());
        // Scalars have no entry of their own.
        let scalar = path.names.len() == 1 && super::types::is_scalar(&path.names[0].text);
        let found = if scalar {
            None
        } else {
            Some(self.lookup(at, path)?)
        };
        match found {
            Some(Symbol::Type(id)) if self.is_error(id) => return Some(id),
            Some(Symbol::Broken) => return None,
            _ => {}
        }
        let message = format!("`{text}` is not an error");
        self.err(Code::ThrowsType, path.span(), message, "", HELP);
        None
    }
}
