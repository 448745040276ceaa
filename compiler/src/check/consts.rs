//! Constants and aliases, computed when first asked for.

use crate::codes::Code;
use crate::diagnostic::Diagnostic;
use crate::limits::MAX_REFERENCE_DEPTH;
use crate::model::{Alias, Const, Newtype, Rule, Type, TypeBody, TypeId, Value};
use crate::span::Span;

use super::attributes::Place;
use super::{At, Checker, State};

impl Checker<'_> {
    /// Those that nobody asked for, too; then all go into the model.
    pub(super) fn evaluate(&mut self) {
        // Values of enums and flags come first: constants may be of them.
        self.enums();
        self.all_flags();
        for number in 0..self.aliases.len() {
            let (package, span, part, name) = {
                let a = &self.aliases[number];
                (a.package, a.span, a.part, a.name.to_owned())
            };
            let info = self.info(&part.meta, Place::Alias);
            let found = self.alias(number, span);
            if let Some(id) = self.newtypes.get(&number) {
                let def = &mut self.model.types[id.0 as usize];
                (def.docs, def.deprecated, def.since) = (info.docs, info.deprecated, info.since);
            } else if let Some((ty, rules)) = found {
                let alias = Alias {
                    name,
                    docs: info.docs,
                    deprecated: info.deprecated,
                    since: info.since,
                    ty,
                    rules,
                    span,
                };
                self.model.packages[package].aliases.push(alias);
            }
        }
        for number in 0..self.consts.len() {
            let (package, span, part, name) = {
                let c = &self.consts[number];
                (c.package, c.span, c.part, c.name.to_owned())
            };
            let info = self.info(&part.meta, Place::Const);
            if let Some((ty, value)) = self.constant(number, span) {
                let constant = Const {
                    name,
                    docs: info.docs,
                    deprecated: info.deprecated,
                    since: info.since,
                    ty,
                    value,
                    span,
                };
                self.model.packages[package].consts.push(constant);
            }
        }
    }

    /// What an alias stands for.
    pub(super) fn alias(&mut self, number: usize, from: Span) -> Option<(Type, Vec<Rule>)> {
        let entry = &mut self.aliases[number];
        match &entry.state {
            State::Done(ty, depth) => {
                let (ty, depth) = (ty.clone(), *depth);
                self.depth.note(depth);
                return ty;
            }
            State::Running => {
                let (name, span) = (entry.name.to_owned(), entry.span);
                self.cycle("alias", &name, span, from);
                return None;
            }
            State::Waiting => entry.state = State::Running,
        }
        let ((source, predicates), package, span) = (entry.source, entry.package, entry.span);
        let at = At {
            package,
            file: span.file,
            inside: None,
        };
        let outer = self.depth.enter();
        let mut ty = None;
        if self.depth.running <= MAX_REFERENCE_DEPTH {
            self.no_option(source, "an alias", "write the `?` where the alias is used");
            ty = self.resolve_ruled(at, source, predicates);
            if let (Some(id), Some((of, _))) = (self.newtypes.get(&number).copied(), &mut ty) {
                let inner = std::mem::replace(of, Type::Named(id));
                self.newtype(id, inner, source.span);
            }
        }
        let depth = self.depth.leave(outer);
        let ty = ty.filter(|_| depth <= MAX_REFERENCE_DEPTH);
        self.check_chain(depth, span);
        self.aliases[number].state = State::Done(ty.clone(), depth);
        ty
    }

    /// A newtype of `inner`, which the alias names.
    fn newtype(&mut self, id: TypeId, inner: Type, span: Span) {
        let why = match self.model.underlying(&inner) {
            Type::Bool => "a `bool` takes a bit: declare an enum of two values",
            Type::List(_) | Type::Map(..) => "declare a message that holds it",
            Type::Named(of)
                if !matches!(
                    self.model.get(of).body,
                    TypeBody::Enum(_) | TypeBody::Flags(_)
                ) =>
            {
                "it is a type of its own already"
            }
            Type::Encoded(_) => "it is a type of its own already",
            Type::Array(..) if self.holds_struct(&inner) => "declare a struct that holds it",
            _ => {
                self.model.types[id.0 as usize].body = TypeBody::Newtype(Newtype { ty: inner });
                return;
            }
        };
        let message = format!("`{}` cannot be a newtype", self.type_name(&inner));
        let help = format!(
            "{why}; newtypes are of scalars, `string`, `bytes`, enums, flags and arrays of these"
        );
        self.err(Code::NewtypeOf, span, message, "", help);
    }

    fn holds_struct(&self, ty: &Type) -> bool {
        match ty {
            Type::Array(of, _) => self.holds_struct(of),
            Type::Named(of) => matches!(self.model.get(*of).body, TypeBody::Struct(_)),
            _ => false,
        }
    }

    /// The type and value of a constant.
    pub(super) fn constant(&mut self, number: usize, from: Span) -> Option<(Type, Value)> {
        let entry = &mut self.consts[number];
        match &entry.state {
            State::Done(value, depth) => {
                let (value, depth) = (value.clone(), *depth);
                self.depth.note(depth);
                return value;
            }
            State::Running => {
                let (name, span) = (entry.name.to_owned(), entry.span);
                self.cycle("constant", &name, span, from);
                return None;
            }
            State::Waiting => entry.state = State::Running,
        }
        let ((ty, expr), package, span) = (entry.source, entry.package, entry.span);
        let at = At {
            package,
            file: span.file,
            inside: None,
        };
        let outer = self.depth.enter();
        let mut result = None;
        if self.depth.running <= MAX_REFERENCE_DEPTH {
            self.no_option(ty, "a constant", "remove the `?`");
            result = self
                .resolve(at, ty)
                .and_then(|resolved| self.constant_value(at, resolved, ty.span, expr));
        }
        let depth = self.depth.leave(outer);
        let result = result.filter(|_| depth <= MAX_REFERENCE_DEPTH);
        self.check_chain(depth, span);
        self.consts[number].state = State::Done(result.clone(), depth);
        result
    }

    fn constant_value(
        &mut self,
        at: At,
        ty: Type,
        span: Span,
        expr: &crate::syntax::tree::Expr,
    ) -> Option<(Type, Value)> {
        if !self.has_values(&ty) {
            let message = format!("a constant cannot be of type `{}`", self.type_name(&ty));
            self.err(
                Code::NoDefault,
                span,
                message,
                "",
                "constants are `bool`, numbers, `string`, `bytes`, or of an enum or flags",
            );
            return None;
        }
        let value = self.value(at, expr, &ty)?;
        Some((ty, value))
    }

    pub(super) fn cycle(&mut self, what: &str, name: &str, span: Span, from: Span) {
        let found = Diagnostic::new(
            Code::ReferenceCycle,
            format!(
                "{what} `{}` refers to itself",
                crate::diagnostic::quote(name)
            ),
        );
        let found = found.label(span, "declared here");
        let found = if from == span {
            found
        } else {
            found.label(from, "and needed for itself here")
        };
        self.say(found.help("write one of them without the others"));
    }

    fn check_chain(&mut self, depth: usize, span: Span) {
        // Only the one that crosses the limit: those above it would repeat this.
        if depth == MAX_REFERENCE_DEPTH + 1 {
            let message = format!("more than {MAX_REFERENCE_DEPTH} references one after another");
            self.err(
                Code::OverLimit,
                span,
                message,
                "one too many",
                "refer to an earlier one directly",
            );
        }
    }
}

/// How long the chain of references is: above, for the stack; below, for the answer not to depend on the order of asking.
#[derive(Debug, Default)]
pub(super) struct Depth {
    running: usize,
    below: usize,
}

impl Depth {
    fn enter(&mut self) -> usize {
        self.running += 1;
        std::mem::take(&mut self.below)
    }

    /// The references below the one that is left, itself included.
    fn leave(&mut self, outer: usize) -> usize {
        self.running -= 1;
        let depth = self.below + 1;
        self.below = outer.max(depth);
        depth
    }

    fn note(&mut self, depth: usize) {
        self.below = self.below.max(depth);
    }
}
