//! JSON Schema (draft 2020-12) of the JSON form, which is protobuf's own of the emitted proto3.
//!
//! It describes what a protobuf library writes: keys in lowerCamelCase, 64-bit integers as text, enums by name, bytes in
//! base64. A schema refuses no JSON that such a library writes of a value that Stillwire accepts. Where JSON Schema
//! cannot say all that Stillwire demands (the bytes of a text, the order of a decimal), it says less, and the
//! description says the rest in words.
//!
//! One document a package, whole in itself: `$defs` has every type that the package needs, by its full name.

mod json;
mod rules;
mod scalars;

use std::collections::BTreeSet;

use crate::model::{Enum, Message, Model, Rule, Struct, Type, TypeBody, TypeId, Union, Variant};
use crate::names::camel;
use crate::proto::plan::{self, carried, closed, demands, sensitive, show};
use crate::proto::{Called, enum_value_name, is_repeated, path_of};
use json::{Json, Object};
use rules::Part;

const DRAFT: &str = "https://json-schema.org/draft/2020-12/schema";

/// The JSON Schema of a package.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JsonSchema {
    /// Beside the package's `.proto`: `acme/trading/v1/trading.schema.json`.
    pub path: String,
    /// The package that it describes.
    pub package: String,
    /// What it says.
    pub text: String,
}

/// A document for each package of `model` that was asked for.
#[must_use]
pub fn generate(model: &Model) -> Vec<JsonSchema> {
    let asked = model.packages.iter().filter(|package| package.requested);
    asked
        .map(|package| {
            let mut writer = Writer {
                model,
                todo: Vec::new(),
                seen: BTreeSet::new(),
            };
            for id in &package.types {
                writer.want(*id);
            }
            for method in package.services.iter().flat_map(|s| &s.methods) {
                let sides = method
                    .input
                    .iter()
                    .chain(&method.output)
                    .chain(&method.throws);
                sides.for_each(|id| writer.want(*id));
            }
            let mut document = Object::default()
                .with("$schema", DRAFT)
                .with("title", package.name.as_str());
            describe(&mut document, package.docs.clone());
            document.put("$defs", writer.definitions());
            let proto = path_of(&package.name);
            let stem = proto.strip_suffix(".proto").unwrap_or(&proto);
            JsonSchema {
                path: format!("{stem}.schema.json"),
                package: package.name.clone(),
                text: json::write(&document.into()),
            }
        })
        .collect()
}

/// What is still to be described.
struct Writer<'m> {
    model: &'m Model,
    todo: Vec<TypeId>,
    seen: BTreeSet<TypeId>,
}

fn describe(out: &mut Object, lines: Vec<String>) {
    if !lines.is_empty() {
        out.put("description", lines.join("\n"));
    }
}

impl<'m> Writer<'m> {
    fn want(&mut self, id: TypeId) {
        if self.seen.insert(id) {
            self.todo.push(id);
        }
    }

    /// All types that are wanted, sorted by name.
    fn definitions(&mut self) -> Object {
        let mut all = Vec::new();
        while let Some(id) = self.todo.pop() {
            if let Some(definition) = self.definition(id) {
                all.push((self.model.full_name(id), definition));
            }
        }
        all.sort_by(|a, b| a.0.cmp(&b.0));
        let mut out = Object::default();
        for (name, definition) in all {
            out.push(name, definition);
        }
        out
    }

    /// Flags and newtypes are described where they are used: JSON has the integer, and what is wrapped.
    fn definition(&mut self, id: TypeId) -> Option<Object> {
        let def = self.model.get(id);
        let mut out = Object::default().with("title", def.name.as_str());
        let mut docs = plan::docs(&def.docs, def.deprecated.as_deref(), def.since.as_deref());
        let body = match &def.body {
            TypeBody::Flags(_) | TypeBody::Newtype(_) => return None,
            TypeBody::Enum(body) => {
                docs.extend(values(body));
                docs.extend(closed(body.closed));
                enumeration(self.model, id, body, &[])
            }
            TypeBody::Struct(body) => self.structure(body),
            TypeBody::Message(body) => self.message(body),
            // Its members are those of the message around it.
            TypeBody::Union(body) if body.oneof => return None,
            TypeBody::Union(body) => {
                docs.extend(closed(body.closed));
                self.union(body.variants.iter().map(|v| (v, None)), body.closed)
            }
            TypeBody::Error(body) => {
                let variants = body.variants.iter();
                self.union(variants.map(|v| (&v.variant, Some(carried(v)))), false)
            }
        };
        describe(&mut out, docs);
        if def.deprecated.is_some() {
            out.put("deprecated", true);
        }
        for (key, value) in body.into_members() {
            out.push(key, value);
        }
        Some(out)
    }

    fn structure(&mut self, body: &'m Struct) -> Object {
        let mut properties = Object::default();
        for field in &body.fields {
            let mut docs = plan::docs(
                &field.docs,
                field.deprecated.as_deref(),
                field.since.as_deref(),
            );
            docs.extend(sensitive(field.sensitive));
            let value = self.member(&field.ty, docs, &field.rules, field.deprecated.is_some());
            properties.push(camel(&field.name), value);
        }
        object()
            .with("properties", properties)
            .with("additionalProperties", false)
    }

    fn message(&mut self, body: &'m Message) -> Object {
        let mut properties = Object::default();
        let mut required = Vec::new();
        let mut oneofs = Vec::new();
        for field in body.fields.iter().filter(|field| !field.reserved) {
            let mut docs = plan::docs(
                &field.docs,
                field.deprecated.as_deref(),
                field.since.as_deref(),
            );
            if let Some((_, union)) = self.model.oneof(&field.ty) {
                oneofs.push(self.oneof(
                    union,
                    field.optional,
                    docs,
                    field.sensitive,
                    &mut properties,
                ));
                continue;
            }
            docs.extend(
                field
                    .default
                    .as_ref()
                    .map(|v| format!("default: {}", show(v))),
            );
            docs.extend(sensitive(field.sensitive));
            let wrapped = field.optional && is_repeated(&self.model.underlying(&field.ty));
            let rules = &field.rules;
            let deprecated = field.deprecated.is_some();
            let value = if wrapped {
                self.wrapped(&field.ty, docs, rules, deprecated)
            } else {
                self.member(&field.ty, docs, rules, deprecated)
            };
            let name = Called::field(field).json();
            // A default that is not zero is written by those who know it, and meant where it is not.
            let plain = !field.optional && field.default.is_none();
            if plain && (self.is_required(&field.ty) || rules::refuse_zero(rules)) {
                required.push(Json::from(name.as_str()));
            }
            properties.push(name, value);
        }
        let mut out = object().with("properties", properties);
        if !required.is_empty() {
            out.put("required", required);
        }
        if !oneofs.is_empty() {
            out.put("allOf", oneofs);
        }
        out
    }

    /// Which members of a `oneof` may be there together. They are properties of the message.
    fn oneof(
        &mut self,
        body: &'m Union,
        optional: bool,
        mut docs: Vec<String>,
        hidden: bool,
        properties: &mut Object,
    ) -> Json {
        let mut alone = Vec::new();
        for variant in body.variants.iter().filter(|v| !v.reserved) {
            let name = Called::variant(variant).json();
            let names = vec![Json::from(name.as_str())];
            alone.push(Json::from(Object::default().with("required", names)));
            let value = self.variant(variant, None);
            properties.push(name, value);
        }
        if optional {
            let any = Object::default().with("anyOf", alone.clone());
            alone.push(Json::from(Object::default().with("not", any)));
        }
        docs.extend(sensitive(hidden));
        let mut out = Object::default();
        describe(&mut out, docs);
        out.with("oneOf", alone).into()
    }

    /// What a variant is as a member of an object, with what else is to be said of it.
    fn variant(&mut self, variant: &'m Variant, said: Option<String>) -> Object {
        let mut docs = plan::docs(
            &variant.docs,
            variant.deprecated.as_deref(),
            variant.since.as_deref(),
        );
        docs.extend(said);
        docs.extend(sensitive(variant.sensitive));
        let deprecated = variant.deprecated.is_some();
        match &variant.ty {
            None => {
                let mut out = object().with("maxProperties", Json::Int(0));
                describe(&mut out, docs);
                out
            }
            Some(ty) if is_repeated(&self.model.underlying(ty)) => {
                self.wrapped(ty, docs, &variant.rules, deprecated)
            }
            Some(ty) => self.member(ty, docs, &variant.rules, deprecated),
        }
    }

    /// An object with one member, of variants with what is to be said of each.
    fn union(
        &mut self,
        variants: impl Iterator<Item = (&'m Variant, Option<String>)>,
        closed: bool,
    ) -> Object {
        let mut properties = Object::default();
        for (variant, said) in variants.filter(|(variant, _)| !variant.reserved) {
            let value = self.variant(variant, said);
            properties.push(Called::variant(variant).json(), value);
        }
        let mut out = object().with("properties", properties);
        if closed {
            out.put("additionalProperties", false);
            out.put("minProperties", Json::Int(1));
        }
        out.with("maxProperties", Json::Int(1))
    }

    /// The message around a repeated value that has presence: `{"items": […]}`.
    fn wrapped(
        &mut self,
        ty: &Type,
        docs: Vec<String>,
        rules: &[Rule],
        deprecated: bool,
    ) -> Object {
        let items = self.member(ty, Vec::new(), rules, false);
        let mut out = wrapper(items);
        describe(&mut out, docs);
        if deprecated {
            out.put("deprecated", true);
        }
        out
    }

    /// A member of its own: a type with what is said about it.
    fn member(
        &mut self,
        ty: &Type,
        mut docs: Vec<String>,
        rules: &[Rule],
        deprecated: bool,
    ) -> Object {
        let underlying = self.model.underlying(ty);
        docs.extend(plan::bits(self.model, &underlying));
        docs.extend(demands(rules));
        let parts: Vec<Part<'_>> = rules.iter().map(Part::from).collect();
        let mut out = self.value(&underlying, &parts);
        describe(&mut out, docs);
        if deprecated {
            out.put("deprecated", true);
        }
        out
    }

    /// A value of an underlying type that meets `rules`.
    fn value(&mut self, ty: &Type, rules: &[Part<'_>]) -> Object {
        let (here, deeper) = rules::split(rules);
        let mut out = match ty {
            Type::Array(of, count) if **of == Type::U8 => scalars::base64(*count, *count),
            Type::List(of) | Type::Array(of, _) => {
                let items = self.element(of, &deeper.each);
                let mut out = Object::default().with("type", "array").with("items", items);
                if let Type::Array(_, count) = ty {
                    out.put("minItems", i128::from(*count));
                    out.put("maxItems", i128::from(*count));
                }
                out
            }
            Type::Map(key, value) => {
                let names = self.key(key, &deeper.key);
                let values = self.element(value, &deeper.value);
                let mut out = object();
                if !names.is_empty() {
                    out.put("propertyNames", names);
                }
                out.with("additionalProperties", values)
            }
            Type::Named(id) | Type::Encoded(id) => match &self.model.get(*id).body {
                TypeBody::Flags(body) => {
                    let mut out = scalars::int(body.repr);
                    rules::narrow(&mut out, &body.repr.ty(), &here);
                    return out;
                }
                TypeBody::Enum(body) if !here.is_empty() => {
                    return enumeration(self.model, *id, body, &here);
                }
                _ => {
                    self.want(*id);
                    let name = self.model.full_name(*id);
                    return Object::default().with("$ref", format!("#/$defs/{name}"));
                }
            },
            _ => scalars::scalar(ty),
        };
        rules::narrow(&mut out, ty, &here);
        out
    }

    /// An element of a list, array or map, which is wrapped where protobuf cannot repeat it.
    fn element(&mut self, ty: &Type, rules: &[Part<'_>]) -> Object {
        let value = self.value(ty, rules);
        if is_repeated(ty) {
            wrapper(value)
        } else {
            value
        }
    }

    /// The keys of a map, which are text in JSON whatever they are.
    fn key(&self, ty: &Type, rules: &[Part<'_>]) -> Object {
        let (here, _) = rules::split(rules);
        match ty {
            Type::Bool => {
                let both = vec![Json::from("false"), Json::from("true")];
                Object::default().with("enum", both)
            }
            // Protobuf has no enum keys: they are their numbers.
            Type::Named(_) => Object::default().with("pattern", scalars::SIGNED),
            ty => match ty.int() {
                Some(int) => Object::default().with("pattern", scalars::digits(int)),
                None => {
                    let mut out = scalars::scalar(ty);
                    rules::narrow(&mut out, ty, &here);
                    out
                }
            },
        }
    }

    fn is_required(&self, ty: &Type) -> bool {
        match self.model.underlying(ty) {
            Type::Encoded(_) => true,
            Type::Named(id) => matches!(
                self.model.get(id).body,
                TypeBody::Message(_) | TypeBody::Union(_)
            ),
            _ => false,
        }
    }
}

fn object() -> Object {
    Object::default().with("type", "object")
}

fn wrapper(items: Object) -> Object {
    let properties = Object::default().with("items", items);
    object().with("properties", properties)
}

/// The docs of the values, which JSON Schema has no place for.
fn values(body: &Enum) -> impl Iterator<Item = String> {
    let documented = body.values.iter().filter(|value| !value.docs.is_empty());
    documented.map(|value| format!("{}: {}", value.name, value.docs.join(" ")))
}

/// The names of an enum that meet `rules`, and the numbers that may be without a name.
fn enumeration(model: &Model, id: TypeId, body: &Enum, rules: &[Part<'_>]) -> Object {
    let meets = |number: i64| rules.iter().all(|rule| rules::allows(rule, number.into()));
    let mut names = Vec::new();
    for value in body.values.iter().filter(|value| meets(value.number)) {
        names.push(Json::from(enum_value_name(model, id, value)));
        names.extend(
            value
                .proto
                .aliases
                .iter()
                .map(|alias| Json::from(alias.as_str())),
        );
    }
    let named = Object::default().with("enum", names);
    if body.closed {
        return named;
    }
    let mut number = scalars::int(body.repr);
    let ty = body.repr.ty();
    // Protobuf's enums are 32 bits with a sign.
    let (low, high) = body.repr.range();
    number.put("minimum", low.max(i32::MIN.into()));
    number.put("maximum", high.min(i32::MAX.into()));
    rules::narrow(&mut number, &ty, rules);
    Object::default().with("anyOf", vec![Json::from(named), Json::from(number)])
}
