//! What makes the history of a type hard to read.

use super::{Linter, block, subjects};
use crate::codes::Code;
use crate::diagnostic::quote;
use crate::model::TypeBody;
use crate::span::Span;
use crate::syntax::tree::{Block, Part, PartKind};

pub(super) fn lint(linter: &mut Linter<'_>) {
    for package in linter.packages.iter().filter(|p| p.requested) {
        for file in &package.files {
            ascending(linter, &file.tree.parts);
        }
    }
    let model = linter.model;
    for package in model.packages.iter().filter(|p| p.requested) {
        for def in package.types.iter().map(|id| model.get(*id)) {
            tombstones(linter, &def.body);
            since(linter, &def.body);
        }
    }
}

/// The first member of each type that stands behind a later one.
fn ascending(linter: &mut Linter<'_>, parts: &[Part]) {
    for part in parts {
        let Some(Block { members, .. }) = block(part) else {
            continue;
        };
        ascending(linter, members);
        let mut last = 0;
        for member in members {
            let PartKind::Field(field) = &member.kind else {
                continue;
            };
            let Some((span, value)) = field.ordinal.and_then(|o| Some((o.span, o.value?))) else {
                continue;
            };
            if value < last {
                let subject = subjects(member).first().copied().unwrap_or(span);
                let message = format!("@{value} stands behind @{last}");
                let help = "put it where its ordinal belongs: the order of lines means nothing, and readers look for gaps";
                linter.say_at(Code::OrdinalsNotAscending, subject, span, message, help);
                break;
            }
            last = value;
        }
    }
}

fn tombstones(linter: &mut Linter<'_>, body: &TypeBody) {
    let nameless: Vec<(u32, Span)> = match body {
        TypeBody::Message(body) => {
            let all = body
                .fields
                .iter()
                .filter(|f| f.reserved && f.name.is_empty());
            all.map(|f| (f.ordinal, f.span)).collect()
        }
        TypeBody::Union(body) => {
            let all = body
                .variants
                .iter()
                .filter(|v| v.reserved && v.name.is_empty());
            all.map(|v| (v.ordinal, v.span)).collect()
        }
        TypeBody::Error(body) => {
            let all = body.bare().filter(|v| v.reserved && v.name.is_empty());
            all.map(|v| (v.ordinal, v.span)).collect()
        }
        _ => Vec::new(),
    };
    for (ordinal, span) in nameless {
        linter.say(
            Code::TombstoneWithoutName,
            span,
            format!("nobody can tell what @{ordinal} was"),
            "write its name: `reserved … \"its_name\"`, which also keeps the name from being used again",
        );
    }
}

/// Members in the order of their ordinals came in the order of their versions.
fn since(linter: &mut Linter<'_>, body: &TypeBody) {
    let members: Vec<(&str, &Option<String>, Span)> = match body {
        TypeBody::Message(body) => {
            let all = body.fields.iter();
            all.map(|f| (f.name.as_str(), &f.since, f.span)).collect()
        }
        TypeBody::Union(body) => {
            let all = body.variants.iter();
            all.map(|v| (v.name.as_str(), &v.since, v.span)).collect()
        }
        TypeBody::Error(body) => {
            let all = body.bare();
            all.map(|v| (v.name.as_str(), &v.since, v.span)).collect()
        }
        _ => return,
    };
    let mut last: Option<(Vec<u64>, &str)> = None;
    for (name, since, span) in members {
        let Some(text) = since.as_deref() else {
            continue;
        };
        let numbers: Option<Vec<u64>> = text.split('.').map(|n| n.parse().ok()).collect();
        let Some(numbers) = numbers else { continue };
        match &last {
            Some((before, written)) if numbers < *before => linter.say(
                Code::SinceOrder,
                span,
                format!(
                    "`{}` is since {}, behind a member since {}",
                    quote(name),
                    quote(text),
                    quote(written)
                ),
                "a member that is added gets the next ordinal, so versions ascend with ordinals",
            ),
            _ => last = Some((numbers, text)),
        }
    }
}
