//! Docs and attributes: which exist, where they belong, what they say.

use std::collections::HashMap;
use std::time::Duration;

use crate::codes::Code;
use crate::diagnostic::{Diagnostic, quote};
use crate::lint;
use crate::model::{Idempotency, Mapping};
use crate::names::nearest;
use crate::span::Span;
use crate::syntax::tree::{Attr, Meta, TermKind};

use super::{Checker, mapping};

/// What can carry docs and attributes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    Package,
    Use,
    /// A type or a service.
    Item,
    Alias,
    Const,
    StructField,
    /// Of a message or union.
    Member,
    Oneof,
    /// Of an enum, or of flags.
    Value,
    Tombstone,
    Method,
}

/// What the docs and attributes of one thing say.
#[derive(Debug, Default)]
pub(super) struct Info {
    pub(super) docs: Vec<String>,
    pub(super) deprecated: Option<String>,
    pub(super) since: Option<String>,
    pub(super) sensitive: bool,
    pub(super) idempotency: Idempotency,
    pub(super) timeout: Option<Duration>,
    pub(super) proto: Mapping,
}

const KNOWN: [&str; 9] = [
    "deprecated",
    "since",
    "allow",
    "safe",
    "idempotent",
    "timeout",
    "newtype",
    "sensitive",
    "proto",
];

impl Checker<'_> {
    pub(super) fn info(&mut self, meta: &Meta, place: Place) -> Info {
        let mut info = Info::default();
        for doc in &meta.docs {
            if place == Place::Use || doc.inner && place != Place::Package {
                let help = if doc.inner {
                    "`//!` stands at the top of a file; elsewhere write `///`"
                } else {
                    "begin it with `//`"
                };
                self.err(
                    Code::StrayDoc,
                    doc.span,
                    "this doc comment belongs to nothing",
                    "nothing here takes it",
                    help,
                );
            }
            info.docs.push(doc.text.clone());
        }
        let mut seen: HashMap<&str, Span> = HashMap::new();
        for attr in &meta.attrs {
            let name = attr.name.text.as_str();
            let repeats = name != "allow";
            if let Some(first) = seen.insert(name, attr.span).filter(|_| repeats) {
                let message = format!("`#[{}]` stands here twice", quote(name));
                let found = Diagnostic::new(Code::AttributeConflict, message)
                    .label(attr.span, "again here")
                    .label(first, "first here");
                self.say(found.help("remove one of them"));
            } else {
                self.attribute(attr, place, &mut info);
            }
        }
        self.idempotency(meta, &mut info);
        info
    }

    fn attribute(&mut self, attr: &Attr, place: Place, info: &mut Info) {
        let name = attr.name.text.as_str();
        if !KNOWN.contains(&name) {
            let found = Diagnostic::new(
                Code::UnknownAttribute,
                format!("attribute `{}` does not exist", quote(name)),
            );
            let found = found.label(attr.name.span, "unknown attribute");
            let known = "the attributes are deprecated, since, allow, newtype, sensitive, safe, idempotent, timeout and proto";
            return self.say(found.did_you_mean(nearest(name, KNOWN), known));
        }
        let fits = match name {
            "deprecated" | "since" => matches!(
                place,
                Place::Item
                    | Place::Alias
                    | Place::Const
                    | Place::StructField
                    | Place::Member
                    | Place::Oneof
                    | Place::Value
                    | Place::Method
            ),
            "newtype" => place == Place::Alias,
            "allow" => place != Place::Use,
            "sensitive" => matches!(place, Place::StructField | Place::Member | Place::Oneof),
            "proto" => mapping::fits(place),
            _ => place == Place::Method,
        };
        if !fits {
            let whereabouts = match name {
                "deprecated" | "since" | "allow" => "declarations and members",
                "sensitive" => "the members of messages, structs, unions and errors",
                "proto" => "types, members, values, services and methods",
                "newtype" => "aliases: `#[newtype] type Id = u64;`",
                _ => "the methods of a service",
            };
            let message = format!("`#[{name}]` does not belong here");
            return self.err(
                Code::MisplacedAttribute,
                attr.span,
                message,
                "",
                format!("it is for {whereabouts}"),
            );
        }
        match name {
            "deprecated" => info.deprecated = self.text_argument(attr, true),
            "since" => info.since = self.text_argument(attr, false),
            "timeout" => info.timeout = self.timeout(attr),
            "allow" => self.allow(attr),
            "proto" => info.proto = self.mapping(attr, place),
            _ if attr.args.is_some() => {
                self.err(
                    Code::AttributeArguments,
                    attr.span,
                    format!("`#[{name}]` takes no arguments"),
                    "",
                    format!("write `#[{name}]`"),
                );
            }
            "sensitive" => info.sensitive = true,
            _ => {}
        }
    }

    fn idempotency(&mut self, meta: &Meta, info: &mut Info) {
        let find = |name: &str| meta.attrs.iter().find(|a| a.name.text == name);
        info.idempotency = match (find("safe"), find("idempotent")) {
            (Some(safe), Some(idempotent)) => {
                let found = Diagnostic::new(
                    Code::AttributeConflict,
                    "`#[safe]` says all that `#[idempotent]` says",
                );
                self.say(
                    found
                        .label(idempotent.span, "not needed")
                        .label(safe.span, "says more")
                        .help("keep `#[safe]` alone"),
                );
                Idempotency::Safe
            }
            (Some(_), None) => Idempotency::Safe,
            (None, Some(_)) => Idempotency::Idempotent,
            (None, None) => Idempotency::None,
        };
    }

    /// The one unnamed string of an attribute.
    fn text_argument(&mut self, attr: &Attr, optional: bool) -> Option<String> {
        match attr.args.as_deref() {
            None if optional => return Some(String::new()),
            Some([arg]) if arg.name.is_none() => match &arg.value.kind {
                TermKind::Str(text) => return Some(text.clone()),
                TermKind::Bad => return None,
                _ => {}
            },
            _ => {}
        }
        let name = &attr.name.text;
        let example = if name == "since" {
            "1.3"
        } else {
            "use `other`"
        };
        let help = format!("write `#[{name}(\"{example}\")]`");
        self.err(
            Code::AttributeArguments,
            attr.span,
            format!("`#[{name}]` takes one string"),
            "",
            help,
        );
        None
    }

    /// A lint and why it is allowed. The lints look at the tree for themselves.
    fn allow(&mut self, attr: &Attr) {
        if let Err(found) = lint::allowed(attr) {
            self.say(*found);
        }
    }

    fn timeout(&mut self, attr: &Attr) -> Option<Duration> {
        if let Some([arg]) = attr.args.as_deref()
            && arg.name.is_none()
        {
            match arg.value.kind {
                TermKind::Duration(time) if !time.is_zero() => return Some(time),
                TermKind::Bad => return None,
                _ => {}
            }
        }
        self.err(
            Code::AttributeArguments,
            attr.span,
            "`#[timeout]` takes one duration above zero",
            "",
            "write `#[timeout(250ms)]`",
        );
        None
    }
}
