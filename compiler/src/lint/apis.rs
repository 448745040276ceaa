//! What services take and give.

use std::collections::{BTreeMap, HashSet};

use super::Linter;
use crate::codes::Code;
use crate::diagnostic::quote;
use crate::model::{Idempotency, Rule, Step, Test, Type, TypeBody, TypeId};
use crate::span::Span;

pub(super) fn lint(linter: &mut Linter<'_>) {
    shared(linter);
    unbounded(linter);
    services(linter);
}

/// What services are called, and what goes wrong in them.
fn services(linter: &mut Linter<'_>) {
    let model = linter.model;
    for package in model.packages.iter().filter(|p| p.requested) {
        for service in &package.services {
            let shown = quote(&service.name);
            if !service.name.ends_with("Service") {
                linter.say(
                    Code::ServiceSuffix,
                    service.span,
                    format!("nobody can tell `{shown}` from a type"),
                    format!("name it `{shown}Service`, as protobuf's linters ask, too: it is a part of the route, so do it before clients exist"),
                );
            }
            for method in &service.methods {
                if method.throws.is_none() && method.idempotency != Idempotency::Safe {
                    let name = quote(&method.name);
                    linter.say(
                        Code::ThrowsMissing,
                        method.span,
                        format!("`{name}` of `{shown}` can fail in ways that it does not tell"),
                        "declare an `error` and say `throws`, so that clients match on variants; or mark it `#[safe]` if it changes nothing",
                    );
                }
            }
        }
    }
}

/// A message that two methods share cannot grow for one of them.
fn shared(linter: &mut Linter<'_>) {
    let model = linter.model;
    let mut users: BTreeMap<TypeId, Vec<(Span, String)>> = BTreeMap::new();
    for service in model
        .packages
        .iter()
        .filter(|p| p.requested)
        .flat_map(|p| &p.services)
    {
        for method in &service.methods {
            for id in [method.input, method.output].into_iter().flatten() {
                let name = format!("{}.{}", service.name, method.name);
                users.entry(id).or_default().push((method.span, name));
            }
        }
    }
    for (id, users) in users {
        for (span, name) in users.iter().skip(1) {
            let (shown, first) = (quote(&model.get(id).name), &users[0].1);
            let message = if name == first {
                format!("`{shown}` is the request and the response of `{name}`")
            } else {
                format!("`{shown}` is used by `{first}`, and here by `{name}`")
            };
            let help = "give each method a request and a response of its own: then each can grow";
            linter.say(Code::RequestShared, *span, message, help);
        }
    }
}

/// What clients can make as large as they like, up to the limit of messages.
fn unbounded(linter: &mut Linter<'_>) {
    let model = linter.model;
    let mut seen: HashSet<TypeId> = HashSet::new();
    let services = model
        .packages
        .iter()
        .filter(|p| p.requested)
        .flat_map(|p| &p.services);
    let mut open: Vec<TypeId> = services
        .flat_map(|s| &s.methods)
        .filter_map(|m| m.input)
        .collect();
    while let Some(id) = open.pop() {
        if !seen.insert(id) {
            continue;
        }
        let def = model.get(id);
        let parts: Vec<(&str, &Type, &[Rule], Span)> = match &def.body {
            TypeBody::Message(body) => body
                .fields
                .iter()
                .filter(|f| !f.reserved)
                .map(|f| (f.name.as_str(), &f.ty, f.rules.as_slice(), f.span))
                .collect(),
            TypeBody::Union(body) => body
                .variants
                .iter()
                .filter_map(|v| Some((v.name.as_str(), v.ty.as_ref()?, v.rules.as_slice(), v.span)))
                .collect(),
            _ => Vec::new(),
        };
        let ours = model.packages[def.package].requested;
        for (name, ty, rules, span) in parts {
            let ty = &model.underlying(ty);
            if ours && !bounded(ty, rules, &mut Vec::new()) {
                linter.say(
                    Code::UnboundedInput,
                    span,
                    format!("`{}` of `{}` comes from clients and has no upper bound", quote(name), quote(&def.name)),
                    "say how long it can be: `where len <= 1000`, and `each len <= …` for what is in it",
                );
            }
            named(ty, &mut open);
        }
    }
}

/// The types that a type is made of.
fn named(ty: &Type, into: &mut Vec<TypeId>) {
    match ty {
        Type::Named(id) => into.push(*id),
        Type::List(inner) | Type::Array(inner, _) => named(inner, into),
        Type::Map(key, value) => {
            named(key, into);
            named(value, into);
        }
        _ => {}
    }
}

/// Whether everything of variable length in a value, on the way `at`, has a greatest length.
fn bounded(ty: &Type, rules: &[Rule], at: &mut Vec<Step>) -> bool {
    let mut within = |step: Step, inner: &Type| {
        at.push(step);
        let good = bounded(inner, rules, at);
        at.pop();
        good
    };
    match ty {
        Type::String | Type::Bytes | Type::Encoded(_) => limited_at(rules, at),
        Type::List(inner) => within(Step::Each, inner) && limited_at(rules, at),
        Type::Map(key, value) => {
            within(Step::Key, key) && within(Step::Value, value) && limited_at(rules, at)
        }
        _ => true,
    }
}

fn limited_at(rules: &[Rule], at: &[Step]) -> bool {
    let mut here = rules.iter().filter(|rule| rule.at == at);
    here.any(|rule| matches!(rule.test, Test::Len { high, .. } if high < u64::MAX))
}
