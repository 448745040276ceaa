//! Type expressions to types.

use crate::codes::Code;
use crate::diagnostic::{Diagnostic, quote};
use crate::limits::{MAX_ARRAY_LENGTH, MAX_DECIMAL_SCALE, MAX_ERRORS, MAX_TYPE_DEPTH};
use crate::model::{ProtoInt, Step, Type, TypeBody, TypeId, Value};
use crate::names::nearest;
use crate::span::Span;
use crate::syntax::tree::{Expr, Number, Path, TypeExpr, TypeKind};

use super::{At, Checker, Meant, Symbol};

/// Scalars by name. `list`, `map`, `encoded` and `decimal` are here for the sake of suggestions only.
const SCALARS: [(&str, Option<Type>); 28] = [
    ("bool", Some(Type::Bool)),
    ("u8", Some(Type::U8)),
    ("u16", Some(Type::U16)),
    ("u32", Some(Type::U32)),
    ("u64", Some(Type::U64)),
    ("i8", Some(Type::I8)),
    ("i16", Some(Type::I16)),
    ("i32", Some(Type::I32)),
    ("i64", Some(Type::I64)),
    ("int32", Some(Type::Proto(ProtoInt::Int32))),
    ("int64", Some(Type::Proto(ProtoInt::Int64))),
    ("fixed32", Some(Type::Proto(ProtoInt::Fixed32))),
    ("fixed64", Some(Type::Proto(ProtoInt::Fixed64))),
    ("sfixed32", Some(Type::Proto(ProtoInt::Sfixed32))),
    ("sfixed64", Some(Type::Proto(ProtoInt::Sfixed64))),
    ("f32", Some(Type::F32)),
    ("f64", Some(Type::F64)),
    ("string", Some(Type::String)),
    ("bytes", Some(Type::Bytes)),
    ("timestamp", Some(Type::Timestamp)),
    ("duration", Some(Type::Duration)),
    ("uuid", Some(Type::Uuid)),
    ("list", None),
    ("map", None),
    ("decimal", None),
    ("encoded", None),
    ("stream", None),
    ("self", None),
];

/// What other languages call our scalars.
const FOREIGN: [(&str, &str); 12] = [
    ("int", "i32` or `i64"),
    ("uint32", "u32"),
    ("uint64", "u64"),
    ("sint32", "i32"),
    ("sint64", "i64"),
    ("float", "f32"),
    ("double", "f64"),
    ("str", "string"),
    ("String", "string"),
    ("boolean", "bool"),
    ("repeated", "list<…>"),
    ("byte", "u8"),
];

impl Checker<'_> {
    /// The type, or `None` after saying why there is none. A `?` of the outermost type is the caller's.
    pub(super) fn resolve(&mut self, at: At, expr: &TypeExpr) -> Option<Type> {
        self.resolve_ruled(at, expr, &[]).map(|(ty, _)| ty)
    }

    /// The same within another type.
    pub(super) fn resolve_inner(&mut self, at: At, expr: &TypeExpr) -> Option<Type> {
        let ty = match &expr.kind {
            TypeKind::Path(path) => self.named_type(at, path)?,
            TypeKind::List(inner) => Type::List(Box::new(self.element(at, inner, Step::Each)?)),
            TypeKind::Map(key, value) => {
                let key_type = self.element(at, key, Step::Key);
                let value = self.element(at, value, Step::Value);
                let key_type = self.map_key(key_type?, key.span)?;
                Type::Map(Box::new(key_type), Box::new(value?))
            }
            TypeKind::Encoded(inner) => self.carried(at, inner)?,
            TypeKind::Array(inner, length) => {
                let element = self.element(at, inner, Step::Each);
                let length = self.array_length(at, length);
                let element = self.fixed_element(element?, inner.span)?;
                Type::Array(Box::new(element), length?)
            }
            TypeKind::Decimal(scale) => Type::Decimal(self.decimal_scale(*scale)?),
        };
        if depth(&self.model.underlying(&ty)) > MAX_TYPE_DEPTH {
            let message =
                format!("this type has more than {MAX_TYPE_DEPTH} levels, aliases resolved");
            self.err(
                Code::TooDeep,
                expr.span,
                message,
                "",
                "declare a message for the inner part",
            );
            return None;
        }
        Some(ty)
    }

    /// A type within another, where `?` has no place.
    fn element(&mut self, at: At, expr: &TypeExpr, step: Step) -> Option<Type> {
        self.no_option(
            expr,
            "an element",
            "use a message with an optional field as the element",
        );
        self.demanded.steps.push(step);
        let ty = self.resolve_inner(at, expr);
        self.demanded.steps.pop();
        ty
    }

    /// A message that is carried as bytes.
    fn carried(&mut self, at: At, expr: &TypeExpr) -> Option<Type> {
        let help = "write the `?` behind `encoded<…>`";
        self.no_option(expr, "what is encoded", help);
        match self.resolve_inner(at, expr)? {
            Type::Named(id) if self.is_message(id) => Some(Type::Encoded(id)),
            other => {
                let message = format!("`{}` is no message", self.type_name(&other));
                let help = "only a message has an encoding of its own; for other bytes use `bytes`";
                let label = "`encoded` needs a message";
                self.err(Code::EncodedType, expr.span, message, label, help);
                None
            }
        }
    }

    pub(super) fn no_option(&mut self, expr: &TypeExpr, what: &str, help: &str) {
        if let Some(span) = expr.optional {
            self.err(
                Code::OptionalPlace,
                span,
                format!("{what} cannot be optional"),
                "remove this",
                help,
            );
        }
    }

    fn map_key(&mut self, key: Type, span: Span) -> Option<Type> {
        let good = match &self.model.underlying(&key) {
            Type::Bool | Type::String | Type::Uuid => true,
            Type::Named(id) => matches!(self.model.get(*id).body, TypeBody::Enum(_)),
            other => other.int().is_some(),
        };
        if good {
            return Some(key);
        }
        let message = format!("`{}` cannot be the key of a map", self.type_name(&key));
        self.err(
            Code::MapKey,
            span,
            message,
            "not a key",
            "keys are `bool`, integers, `string`, `uuid` or enums; else use a list of messages",
        );
        None
    }

    fn fixed_element(&mut self, element: Type, span: Span) -> Option<Type> {
        if self.is_fixed(&element) {
            return Some(element);
        }
        let message = format!("`{}` has no fixed size", self.type_name(&element));
        let help = format!("use `list<{}>`", self.type_name(&element));
        self.err(
            Code::NotFixedSize,
            span,
            message,
            "an array needs elements of fixed size",
            help,
        );
        None
    }

    /// True for what can lie in a struct or array.
    pub(super) fn is_fixed(&self, ty: &Type) -> bool {
        match &self.model.underlying(ty) {
            Type::String | Type::Bytes | Type::Encoded(_) | Type::List(_) | Type::Map(..) => false,
            Type::Named(id) => matches!(
                self.model.get(*id).body,
                TypeBody::Struct(_) | TypeBody::Enum(_) | TypeBody::Flags(_)
            ),
            _ => true,
        }
    }

    fn array_length(&mut self, at: At, length: &Expr) -> Option<u32> {
        let value = self.value(at, length, &Type::U64)?;
        let Value::Int(n) = value else { return None };
        match u32::try_from(n) {
            Ok(n) if (1..=MAX_ARRAY_LENGTH).contains(&n) => Some(n),
            _ => {
                let message = format!("an array of {n} elements");
                let help =
                    format!("lengths are 1 to {MAX_ARRAY_LENGTH}; use `list<…>` for more, or none");
                self.err(Code::ArrayLength, length.span(), message, "", help);
                None
            }
        }
    }

    fn decimal_scale(&mut self, scale: Number) -> Option<u8> {
        let value = scale.value?;
        match u8::try_from(value) {
            Ok(n) if n <= MAX_DECIMAL_SCALE => Some(n),
            _ => {
                let message = format!("a decimal with {value} digits after the point");
                let help =
                    format!("a scale is 0 to {MAX_DECIMAL_SCALE}: more does not fit 64 bits");
                self.err(Code::DecimalScale, scale.span, message, "", help);
                None
            }
        }
    }

    fn named_type(&mut self, at: At, path: &Path) -> Option<Type> {
        if let [name] = path.names.as_slice() {
            match SCALARS.iter().find(|(scalar, _)| *scalar == name.text) {
                Some((_, Some(ty))) => return Some(ty.clone()),
                Some((_, None)) => {
                    let help = "types take arguments in angle brackets: `list<T>`, `map<K, V>`, `encoded<M>`, `decimal<2>`";
                    self.err(
                        Code::UnknownType,
                        name.span,
                        format!("`{}` is no type by itself", name.text),
                        "",
                        help,
                    );
                    return None;
                }
                None => {}
            }
        }
        match self.lookup(at, path)? {
            Symbol::Type(id) if self.is_error(id) => {
                self.error_as_data(id, path.span());
                None
            }
            Symbol::Type(id) => Some(Type::Named(id)),
            Symbol::Alias(number) => {
                let (ty, rules) = self.alias(number, path.span())?;
                self.demanded.extend(&rules);
                Some(ty)
            }
            Symbol::Broken => None,
            Symbol::Service => {
                let message = format!("`{}` is a service, not a type", quote(&path.text()));
                self.err(
                    Code::NotAType,
                    path.span(),
                    message,
                    "",
                    "name a message, struct, union, enum or set of flags",
                );
                None
            }
            Symbol::Const(_) => None,
        }
    }

    /// What a path in the place of a type stands for. Says so if there is nothing.
    pub(super) fn lookup(&mut self, at: At, path: &Path) -> Option<Symbol> {
        let (package, skip) = self
            .package_prefix(at, path)
            .map_or((None, 0), |(p, n)| (Some(p), n));
        let (first, rest) = path.names[skip..].split_first()?;
        let mut symbol = match package {
            Some(package) => self.scopes[package].types.get(&first.text).copied(),
            None => self.simple(at, &first.text),
        };
        if let Some(Symbol::Type(id)) = symbol {
            self.uses.push((first.span, Meant::Type(id)));
        }
        for name in rest {
            symbol = match symbol {
                Some(Symbol::Type(id)) => self
                    .nested
                    .get(&(id, name.text.clone()))
                    .map(|id| Symbol::Type(*id)),
                other => other.filter(|s| *s == Symbol::Broken),
            };
            if let Some(Symbol::Type(id)) = symbol {
                self.uses.push((name.span, Meant::Type(id)));
            }
        }
        if symbol.is_none() {
            self.unknown_type(at, path);
        }
        symbol
    }

    /// From the inside out: the type itself and its siblings, then the package and the imports.
    fn simple(&mut self, at: At, name: &str) -> Option<Symbol> {
        let mut inside = at.inside;
        while let Some(id) = inside {
            if let Some(found) = self.nested.get(&(id, name.to_owned())) {
                return Some(Symbol::Type(*found));
            }
            inside = self.model.get(id).parent;
        }
        // A name is never both: an import of a declared name was refused.
        let own = self.scopes[at.package].types.get(name).copied();
        own.or_else(|| self.imported(at.file, name, false))
    }

    fn unknown_type(&mut self, at: At, path: &Path) {
        let text = path.text();
        let message = format!(
            "cannot find type `{}` in `{}`",
            quote(&text),
            self.packages[at.package].name
        );
        let mut found = Diagnostic::new(Code::UnknownType, message).label(path.span(), "not found");
        if self.scopes[at.package].consts.contains_key(&text) {
            found = found.label(path.span(), "this is a constant");
        }
        if let Some((_, ours)) = FOREIGN.iter().find(|(theirs, _)| *theirs == text) {
            let found = found.help(format!("write `{ours}`"));
            let a_name = ours.bytes().all(|b| b.is_ascii_alphanumeric());
            return self.say(if a_name {
                found.fix(path.span(), *ours)
            } else {
                found
            });
        }
        let last = path.names.last().map_or("", |n| n.text.as_str());
        let known = self.known_types(at);
        let near = nearest(last, known.iter().map(String::as_str));
        let help = "declare it, or import it with `use package.{Name};`";
        let found = match near {
            Some(near) => {
                let found = found.help(format!("a type with a similar name exists: `{near}`"));
                if path.names.len() == 1 {
                    found.fix(path.span(), near)
                } else {
                    found
                }
            }
            None => found.help(help),
        };
        self.say(found);
    }

    /// Names that could have been meant.
    fn known_types(&self, at: At) -> Vec<String> {
        // For each of many errors all of many names: not worth it.
        const MOST: usize = 2_000;
        if self.diagnostics.len() >= MAX_ERRORS
            || self.model.packages[at.package].types.len() > MOST
        {
            return Vec::new();
        }
        let scalars = SCALARS.iter().filter(|s| s.1.is_some()).map(|s| s.0);
        let mut all: Vec<String> = scalars.map(str::to_owned).collect();
        all.extend(self.scopes[at.package].types.keys().cloned());
        all.extend(self.import_names(at.file).map(str::to_owned));
        all.extend(
            self.model.packages[at.package]
                .types
                .iter()
                .map(|id| self.model.get(*id))
                .filter(|t| t.parent.is_some())
                .map(|t| t.name.clone()),
        );
        all.sort_unstable();
        all
    }

    pub(super) fn is_message(&self, id: TypeId) -> bool {
        matches!(self.model.get(id).body, TypeBody::Message(_))
    }
}

/// Levels of a type: 0 for a scalar.
fn depth(ty: &Type) -> usize {
    let mut levels = 0;
    let mut at = ty;
    while let Type::List(inner) | Type::Map(_, inner) | Type::Array(inner, _) = at {
        levels += 1;
        at = inner;
    }
    levels
}

/// True for the name of a scalar.
pub(super) fn is_scalar(name: &str) -> bool {
    SCALARS.iter().any(|(scalar, _)| *scalar == name)
}
