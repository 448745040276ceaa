//! Packages, docs and names.

use super::Linter;
use crate::check::{FileInput, PackageInput, package_of};
use crate::codes::Code;
use crate::diagnostic::quote;
use crate::model::TypeBody;
use crate::names::canonical;
use crate::span::Span;
use crate::syntax::tree::PartKind;

pub(super) fn lint(linter: &mut Linter<'_>) {
    packages(linter);
    docs(linter);
    deprecated(linter);
    stutter(linter);
}

/// The version that a package name ends in, and whether it is unstable, as `v2beta1` is.
fn version(package: &str) -> Option<bool> {
    let last = package.rsplit('.').next()?;
    let rest = last.strip_prefix('v')?;
    let digits = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    let suffix = ["alpha", "beta"]
        .iter()
        .find_map(|word| digits.strip_prefix(word));
    let numbered = digits.len() < rest.len();
    match suffix {
        _ if !numbered => None,
        None => digits.is_empty().then_some(false),
        Some(count) => count.bytes().all(|b| b.is_ascii_digit()).then_some(true),
    }
}

fn packages(linter: &mut Linter<'_>) {
    for package in linter.packages.iter().filter(|p| p.requested) {
        for file in &package.files {
            let line = file.tree.parts.iter().find_map(|part| match &part.kind {
                PartKind::Package(path) => Some(path.span()),
                _ => None,
            });
            let Some(span) = line else { continue };
            let directory = package.name.replace('.', "/");
            let lies = file.path.parent().is_some_and(|d| d.ends_with(&directory));
            if !lies {
                linter.say(
                    Code::PackageDirectory,
                    span,
                    format!(
                        "a file of `{}` lies outside a directory `{directory}`",
                        package.name
                    ),
                    "move it there: others find a package by its directory",
                );
            }
            if version(&package.name).is_none() {
                linter.say(
                    Code::VersionSuffix,
                    span,
                    format!("package `{}` has no version", package.name),
                    format!(
                        "name it `{}.v1`: what breaks old clients becomes `.v2` beside it",
                        package.name
                    ),
                );
            }
            if version(&package.name) == Some(false) {
                unstable(linter, package, file, span);
            }
        }
    }
}

/// What a stable package uses that is none. It is allowed on the line of the package, for a `use` has no attributes.
fn unstable(linter: &mut Linter<'_>, package: &PackageInput, file: &FileInput, line: Span) {
    for part in &file.tree.parts {
        let PartKind::Use(import) = &part.kind else {
            continue;
        };
        let name = package_of(import);
        if version(&name) == Some(true) {
            linter.say_at(
                Code::StableUsesUnstable,
                line,
                import.path.span(),
                format!(
                    "`{}` is stable and uses `{name}`, which is not",
                    package.name
                ),
                "wait for a stable version, or copy what is needed",
            );
        }
    }
}

fn docs(linter: &mut Linter<'_>) {
    let model = linter.model;
    let mut bare: Vec<(&str, String, Span)> = Vec::new();
    for package in model.packages.iter().filter(|p| p.requested) {
        for id in &package.types {
            let def = model.get(*id);
            // Like a field, a `oneof` may do without.
            if def.docs.is_empty() && !is_oneof(&def.body) {
                bare.push((kind(&def.body), def.name.clone(), def.span));
            }
        }
        for item in package.consts.iter().filter(|i| i.docs.is_empty()) {
            bare.push(("constant", item.name.clone(), item.span));
        }
        for item in package.aliases.iter().filter(|i| i.docs.is_empty()) {
            bare.push(("alias", item.name.clone(), item.span));
        }
        for service in &package.services {
            if service.docs.is_empty() {
                bare.push(("service", service.name.clone(), service.span));
            }
            for method in service.methods.iter().filter(|m| m.docs.is_empty()) {
                bare.push(("method", method.name.clone(), method.span));
            }
        }
    }
    for (kind, name, span) in bare {
        linter.say(
            Code::MissingDocs,
            span,
            format!("{kind} `{}` is not documented", quote(&name)),
            "say what it is for: `/// …` before it reaches the generated code",
        );
    }
}

fn is_oneof(body: &TypeBody) -> bool {
    matches!(body, TypeBody::Union(union) if union.oneof)
}

fn kind(body: &TypeBody) -> &'static str {
    match body {
        TypeBody::Struct(_) => "struct",
        TypeBody::Message(_) => "message",
        TypeBody::Union(_) => "union",
        TypeBody::Enum(_) => "enum",
        TypeBody::Flags(_) => "set of flags",
        TypeBody::Newtype(_) => "type",
        TypeBody::Error(_) => "error",
    }
}

/// Everything that says `#[deprecated]`: its name's place and the note.
fn deprecated(linter: &mut Linter<'_>) {
    let model = linter.model;
    let mut all: Vec<(Span, &Option<String>)> = Vec::new();
    for package in model.packages.iter().filter(|p| p.requested) {
        for id in &package.types {
            let def = model.get(*id);
            // Its field says so already.
            if !is_oneof(&def.body) {
                all.push((def.span, &def.deprecated));
            }
            match &def.body {
                TypeBody::Struct(body) => {
                    all.extend(body.fields.iter().map(|f| (f.span, &f.deprecated)))
                }
                TypeBody::Message(body) => {
                    all.extend(body.fields.iter().map(|f| (f.span, &f.deprecated)))
                }
                TypeBody::Union(body) => {
                    all.extend(body.variants.iter().map(|v| (v.span, &v.deprecated)))
                }
                TypeBody::Enum(body) => {
                    all.extend(body.values.iter().map(|v| (v.span, &v.deprecated)))
                }
                TypeBody::Flags(body) => {
                    all.extend(body.members.iter().map(|m| (m.span, &m.deprecated)))
                }
                TypeBody::Error(body) => all.extend(body.bare().map(|v| (v.span, &v.deprecated))),
                TypeBody::Newtype(_) => {}
            }
        }
        all.extend(package.consts.iter().map(|c| (c.span, &c.deprecated)));
        all.extend(package.aliases.iter().map(|a| (a.span, &a.deprecated)));
        for service in &package.services {
            all.push((service.span, &service.deprecated));
            all.extend(service.methods.iter().map(|m| (m.span, &m.deprecated)));
        }
    }
    let silent = all
        .into_iter()
        .filter(|(_, note)| note.as_ref().is_some_and(String::is_empty));
    for (span, _) in silent.collect::<Vec<_>>() {
        linter.say(
            Code::DeprecatedWithoutNote,
            span,
            "this is deprecated, and does not say what to use instead",
            "write `#[deprecated(\"use …\")]`",
        );
    }
}

/// Members that begin with the name of their type: it stands before them wherever they are used.
fn stutter(linter: &mut Linter<'_>) {
    let model = linter.model;
    let mut found: Vec<(Span, String, String)> = Vec::new();
    for package in model.packages.iter().filter(|p| p.requested) {
        for id in &package.types {
            let def = model.get(*id);
            let mut add = |name: &str, span: Span| {
                let (owner, inner) = (canonical(&def.name), canonical(name));
                if inner.len() > owner.len() && inner.starts_with(&owner) && begins(name, &owner) {
                    found.push((span, name.to_owned(), def.name.clone()));
                }
            };
            match &def.body {
                TypeBody::Enum(body) => body.values.iter().for_each(|v| add(&v.name, v.span)),
                TypeBody::Flags(body) => body.members.iter().for_each(|m| add(&m.name, m.span)),
                TypeBody::Union(body) => body.variants.iter().for_each(|v| add(&v.name, v.span)),
                TypeBody::Error(body) => body.bare().for_each(|v| add(&v.name, v.span)),
                _ => {}
            }
            if let Some(parent) = def.parent.map(|id| model.get(id)) {
                let rest = def.name.strip_prefix(parent.name.as_str());
                if rest.is_some_and(|r| r.starts_with(|c: char| c.is_ascii_uppercase())) {
                    found.push((def.span, def.name.clone(), parent.name.clone()));
                }
            }
        }
    }
    for (span, name, owner) in found {
        linter.say(
            Code::Stutter,
            span,
            format!("`{}` repeats the name of `{}`", quote(&name), quote(&owner)),
            format!("leave it out: it is used as `{}::…` anyway", quote(&owner)),
        );
    }
}

/// True if `owner`, without case and `_`, ends with a word of the `snake_case` name.
fn begins(name: &str, owner: &str) -> bool {
    let mut words = String::new();
    name.split('_').any(|word| {
        words.push_str(word);
        words == owner
    })
}
