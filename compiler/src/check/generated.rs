//! Names that generated code needs for itself, in Rust or in protobuf.
//!
//! Checked last and only on a model without errors: it reads what generators will write.

use std::collections::HashMap;

use crate::codes::Code;
use crate::diagnostic::Diagnostic;
use crate::model::{TypeBody, TypeId};
use crate::names::{canonical, pascal};
use crate::proto;
use crate::span::Span;

use super::Checker;

/// What Rust code adds to the name of a message, union, struct or service.
const RUST_SUFFIXES: [(&str, &[&str]); 5] = [
    ("message", &["View", "ViewMut", "Init"]),
    ("union", &["View", "ViewMut", "Init"]),
    ("oneof", &["View", "ViewMut", "Init"]),
    ("struct", &["Le", "Init"]),
    ("service", &["Client", "Server"]),
];

/// A name of generated code, who it is for, and where that is declared.
type Taken = HashMap<String, (String, Span)>;

impl Checker<'_> {
    pub(super) fn generated_names(&mut self) {
        for package in 0..self.model.packages.len() {
            self.flat_names(package);
            self.enum_values(package);
            self.wrappers(package);
        }
        for index in 0..self.model.types.len() {
            self.variants(index);
        }
    }

    /// Types run together with their parents, and what Rust code adds to them.
    fn flat_names(&mut self, package: usize) {
        let mut taken = Taken::new();
        let mut all: Vec<(String, Span, &str)> = Vec::new();
        for id in &self.model.packages[package].types {
            let kind = match &self.model.get(*id).body {
                TypeBody::Struct(_) => "struct",
                TypeBody::Message(_) => "message",
                TypeBody::Union(body) if body.oneof => "oneof",
                TypeBody::Union(_) => "union",
                TypeBody::Enum(_) => "enum",
                TypeBody::Flags(_) => "flags",
                TypeBody::Newtype(_) => "newtype",
                TypeBody::Error(_) => "error",
            };
            all.push((self.model.flat_name(*id), self.model.get(*id).span, kind));
        }
        all.extend(
            self.model.packages[package]
                .services
                .iter()
                .map(|s| (s.name.clone(), s.span, "service")),
        );
        all.extend(
            self.model.packages[package]
                .aliases
                .iter()
                .map(|a| (a.name.clone(), a.span, "alias")),
        );
        for (name, span, kind) in &all {
            if name == "Self" {
                self.taken(*span, name, "it is a keyword of Rust", None);
            }
            let what = format!("{kind} `{name}`");
            if let Some((other, first)) = taken.insert(canonical(name), (what, *span)) {
                self.taken(
                    *span,
                    name,
                    &format!("{other} has this name in Rust"),
                    Some(first),
                );
            }
        }
        for (name, span, kind) in &all {
            let suffixes = RUST_SUFFIXES
                .iter()
                .find(|(k, _)| k == kind)
                .map_or(&[][..], |(_, s)| s);
            for suffix in suffixes {
                let derived = format!("{name}{suffix}");
                if let Some((_, other)) = taken.get(&canonical(&derived)) {
                    let other = *other;
                    self.taken(
                        other,
                        &derived,
                        &format!("{kind} `{name}` has a `{derived}` in Rust"),
                        Some(*span),
                    );
                }
            }
        }
    }

    fn taken(&mut self, span: Span, name: &str, why: &str, by: Option<Span>) {
        let found = Diagnostic::new(
            Code::TakenName,
            format!("the name `{name}` is taken: {why}"),
        )
        .label(span, "rename this");
        let found = by
            .into_iter()
            .fold(found, |found, by| found.label(by, "or this"));
        self.say(found.help("choose another name"));
    }

    /// Values of protobuf enums lie in the scope around the enum.
    fn enum_values(&mut self, package: usize) {
        let mut scopes: HashMap<Option<TypeId>, Taken> = HashMap::new();
        let mut clashes = Vec::new();
        for id in &self.model.packages[package].types {
            let def = self.model.get(*id);
            let TypeBody::Enum(body) = &def.body else {
                continue;
            };
            for value in &body.values {
                let scope = scopes.entry(def.parent).or_default();
                let first = proto::enum_value_name(&self.model, *id, value);
                for name in std::iter::once(first).chain(value.proto.aliases.iter().cloned()) {
                    if let Some((other, first)) =
                        scope.insert(name.clone(), (def.name.clone(), value.span))
                    {
                        clashes.push((
                            value.span,
                            name,
                            format!("enum `{other}` has it, too, in protobuf"),
                            first,
                        ));
                    }
                }
            }
        }
        for (span, name, why, first) in clashes {
            self.taken(span, &name, &why, Some(first));
        }
    }

    /// Messages that protobuf needs for lists in lists and for entries of maps.
    fn wrappers(&mut self, package: usize) {
        let file = proto::plan::file(&self.model, &self.model.packages[package]);
        let mut clashes = Vec::new();
        let mut stack: Vec<(String, &proto::plan::ProtoMessage)> = Vec::new();
        let messages = |decls: &'_ [proto::plan::Decl]| -> Vec<usize> {
            (0..decls.len())
                .filter(|i| matches!(decls[*i], proto::plan::Decl::Message(_)))
                .collect()
        };
        for i in messages(&file.decls) {
            if let proto::plan::Decl::Message(m) = &file.decls[i] {
                stack.push((m.name.clone(), m));
            }
        }
        while let Some((path, message)) = stack.pop() {
            let mut seen: HashMap<String, ()> = HashMap::new();
            let mut names: Vec<String> = Vec::new();
            for decl in &message.nested {
                match decl {
                    proto::plan::Decl::Message(m) => {
                        names.push(m.name.clone());
                        stack.push((format!("{path}.{}", m.name), m));
                    }
                    proto::plan::Decl::Enum(e) => names.push(e.name.clone()),
                }
            }
            let maps = message
                .fields
                .iter()
                .filter(|f| matches!(f.label, proto::plan::Label::Map(_)));
            names.extend(maps.map(|f| format!("{}Entry", pascal(&f.name))));
            for name in names {
                if seen.insert(name.clone(), ()).is_some() {
                    clashes.push((path.clone(), name));
                }
            }
        }
        for (path, name) in clashes {
            let id = self.model.packages[package]
                .types
                .iter()
                .find(|id| self.model.dotted_name(**id) == path)
                .copied();
            let nested = id.and_then(|id| self.nested.get(&(id, name.clone())).copied());
            if let Some(id) = nested.or(id) {
                let span = self.model.get(id).span;
                self.taken(
                    span,
                    &name,
                    &format!("protobuf needs a message of this name in `{path}`"),
                    None,
                );
            }
        }
    }

    /// Names that Rust enums have for themselves.
    fn variants(&mut self, index: usize) {
        let members: Vec<(String, Span)> = match &self.model.types[index].body {
            TypeBody::Enum(body) => body
                .values
                .iter()
                .map(|v| (v.name.clone(), v.span))
                .collect(),
            TypeBody::Union(body) => body
                .variants
                .iter()
                .filter(|v| !v.reserved)
                .map(|v| (v.name.clone(), v.span))
                .collect(),
            TypeBody::Error(body) => body
                .live()
                .map(|v| (v.variant.name.clone(), v.variant.span))
                .collect(),
            _ => return,
        };
        for (name, span) in members {
            match canonical(&name).as_str() {
                "unknown" => self.taken(
                    span,
                    &name,
                    "it is what readers see in place of members that they do not know",
                    None,
                ),
                "self" => self.taken(span, &name, "it is a keyword of Rust", None),
                _ => {}
            }
        }
    }
}
