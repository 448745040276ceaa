//! What a change of a schema does to those who have the version before: their bytes and their code.
//!
//! ```text
//! old model ─┐
//!            ├─ matching ▶ types that are the same ─ members, enums, services ▶ changes ─ report ▶ for people
//! new model ─┘
//! ```
//!
//! Each change follows a [`Rule`], which says what it does on each [`Surface`]. Types are matched by name, fields
//! by ordinal. A change of a type is told once, where the type is declared, not where it is used.

mod conditions;
mod enums;
mod flags;
mod matching;
mod members;
mod oneofs;
mod report;
mod rule;
mod rules;
mod services;
mod shape;
mod show;
mod types;

use std::collections::HashSet;

use crate::codes::Code;
use crate::diagnostic::Label;
use crate::model::{Model, Package, TypeBody, TypeId};
use crate::span::Span;

use conditions::Aliases;
use matching::Matching;
pub use report::{Filter, report};
pub use rule::{Level, Rule, Surface, Surfaces, Verdict};

/// One change from an older version of a schema to a newer one.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Change {
    /// What kind of change it is, and what that does.
    pub rule: &'static Rule,
    /// What has changed, by its full name: `acme.trading.v1.PlaceOrder.venue`.
    pub subject: String,
    /// What has happened, in one line.
    pub message: String,
    /// The place in the older version's text, where there is one.
    pub old: Option<Label>,
    /// The place in the newer version's text. At least one of both is there.
    pub new: Option<Label>,
    /// What to write instead.
    pub help: Option<String>,
}

impl Change {
    /// The stable code of its rule.
    #[must_use]
    pub fn code(&self) -> Code {
        self.rule.code
    }

    /// The worst that it does on any of these surfaces.
    #[must_use]
    pub fn level(&self, surfaces: Surfaces) -> Level {
        surfaces
            .iter()
            .map(|surface| self.rule.on(surface).level)
            .max()
            .unwrap_or(Level::Ok)
    }
}

/// All changes from `old` to `new`, safe ones included, by their places in the newer version.
#[must_use]
pub fn compare(old: &Model, new: &Model) -> Vec<Change> {
    let mut comparison = Comparison {
        old,
        new,
        pairs: Matching::find(old, new),
        aliases: (Aliases::of(old), Aliases::of(new)),
        moved_members: Default::default(),
        changes: Vec::new(),
    };
    comparison.packages();
    comparison.types();
    let mut changes = comparison.changes;
    // Those with no place in the newer version come last.
    changes.sort_by_key(|c| {
        let new = c.new.as_ref().map(|l| l.span);
        (new.is_none(), new, c.old.as_ref().map(|l| l.span))
    });
    changes
}

/// Members of `oneof`s: the union, and the ordinal in the message.
type OneofMembers = HashSet<(TypeId, u32)>;

struct Comparison<'a> {
    old: &'a Model,
    new: &'a Model,
    pairs: Matching,
    aliases: (Aliases, Aliases),
    /// Members that are told as moved into a `oneof` or out of one: old ones, new ones.
    moved_members: (OneofMembers, OneofMembers),
    changes: Vec<Change>,
}

/// What to do instead of adding to, or taking from, what is closed.
const CLOSED: &str = "what is closed never changes: declare another type, and add a field of it";

/// What is being compared: its name, and where it stands in both versions.
#[derive(Debug, Clone)]
struct Site {
    /// Full name.
    subject: String,
    /// As messages call it: ``field `size` ``.
    what: String,
    old: Span,
    new: Span,
}

impl Comparison<'_> {
    fn say(&mut self, change: Change) {
        self.changes.push(change);
    }

    fn packages(&mut self) {
        for (index, package) in self.old.packages.iter().enumerate() {
            match self.pairs.package(index) {
                Some(other) => self.package(package, &self.new.packages[other]),
                // What was only imported may lie elsewhere.
                None if package.requested => self.package_removed(package),
                None => {}
            }
        }
        for (index, package) in self.new.packages.iter().enumerate() {
            if !self.pairs.package_is_new(index) {
                continue;
            }
            for service in &package.services {
                let subject = format!("{}.{}", package.name, service.name);
                let what = format!("service `{}`", service.name);
                self.say(added(
                    &rules::DECLARATION_ADDED,
                    subject,
                    &what,
                    service.span,
                ));
            }
        }
    }

    fn package(&mut self, old: &Package, new: &Package) {
        if old.name != new.name {
            let place = |model: &Model, package: &Package| {
                let types = package.types.iter().map(|id| model.get(*id).span);
                types.chain(package.services.iter().map(|s| s.span)).min()
            };
            self.say(Change {
                rule: &rules::PACKAGE_RENAMED,
                subject: old.name.clone(),
                message: format!("package `{}` is now `{}`", old.name, new.name),
                old: place(self.old, old).map(|span| label(span, "was declared here")),
                new: place(self.new, new).map(|span| label(span, "and is now here")),
                help: Some("publish the new name beside the old one".to_owned()),
            });
        }
        self.names(old, new);
        self.services(old, new);
    }

    fn package_removed(&mut self, package: &Package) {
        let spans = package.types.iter().map(|id| self.old.get(*id).span);
        let first = spans.chain(package.services.iter().map(|s| s.span)).min();
        let constants = package.consts.iter().map(|c| c.span);
        let Some(first) = first.or(constants.min()) else {
            return;
        };
        self.say(Change {
            rule: &rules::TYPE_REMOVED,
            subject: package.name.clone(),
            message: format!("package `{}` is gone", package.name),
            old: Some(label(first, "and all that it declared")),
            new: None,
            help: Some("keep it while anybody has data of it".to_owned()),
        });
        for service in &package.services {
            self.route_removed(package, service);
        }
    }

    /// Constants and aliases: nothing of them is on the wire.
    fn names(&mut self, old: &Package, new: &Package) {
        for constant in &old.consts {
            let subject = format!("{}.{}", old.name, constant.name);
            match new.consts.iter().find(|c| c.name == constant.name) {
                None => self.say(Change {
                    rule: &rules::NAME_REMOVED,
                    subject,
                    message: format!("constant `{}` is gone", constant.name),
                    old: Some(label(constant.span, "was declared here")),
                    new: None,
                    help: Some("keep it, and mark it `#[deprecated(\"…\")]`".to_owned()),
                }),
                Some(now) => {
                    let (was, is) = (show::value(&constant.value), show::value(&now.value));
                    let types = (
                        show::ty(self.old, &constant.ty),
                        show::ty(self.new, &now.ty),
                    );
                    if was != is || types.0 != types.1 {
                        self.say(Change {
                            rule: &rules::CONST_CHANGED,
                            subject,
                            message: format!("constant `{}` has another value", constant.name),
                            old: Some(label(constant.span, format!("was {was}"))),
                            new: Some(label(now.span, format!("is {is}"))),
                            help: None,
                        });
                    }
                }
            }
        }
        for constant in &new.consts {
            if !old.consts.iter().any(|c| c.name == constant.name) {
                let subject = format!("{}.{}", new.name, constant.name);
                let what = format!("constant `{}`", constant.name);
                self.say(added(
                    &rules::DECLARATION_ADDED,
                    subject,
                    &what,
                    constant.span,
                ));
            }
        }
        for alias in &old.aliases {
            if let Some(now) = new.aliases.iter().find(|a| a.name == alias.name) {
                self.alias(format!("{}.{}", old.name, alias.name), alias, now);
                continue;
            }
            let kept = new.types.iter().any(|id| {
                let def = self.new.get(*id);
                def.parent.is_none() && def.name == alias.name
            });
            if !kept {
                self.say(Change {
                    rule: &rules::NAME_REMOVED,
                    subject: format!("{}.{}", old.name, alias.name),
                    message: format!("alias `{}` is gone", alias.name),
                    old: Some(label(alias.span, "was declared here")),
                    new: None,
                    help: Some("keep it, and mark it `#[deprecated(\"…\")]`".to_owned()),
                });
            }
        }
    }

    fn types(&mut self) {
        for index in 0..self.old.types.len() {
            let id = TypeId(u32::try_from(index).unwrap_or(u32::MAX));
            match self.pairs.new_of(id) {
                Some(now) => self.pair(id, now),
                None => self.type_removed(id),
            }
        }
        for index in 0..self.new.types.len() {
            let id = TypeId(u32::try_from(index).unwrap_or(u32::MAX));
            if self.pairs.old_of(id).is_none() {
                let def = self.new.get(id);
                if Self::is_oneof(def) {
                    continue;
                }
                let what = format!("`{}`", self.new.dotted_name(id));
                let subject = self.new.full_name(id);
                self.say(added(&rules::DECLARATION_ADDED, subject, &what, def.span));
            }
        }
    }

    fn type_removed(&mut self, id: TypeId) {
        let def = self.old.get(id);
        // What goes with its package or with the type around it is told there.
        let package = self.pairs.package(def.package);
        if Self::is_oneof(def) {
            return;
        }
        if package.is_none() || def.parent.is_some_and(|p| self.pairs.new_of(p).is_none()) {
            return;
        }
        let name = self.old.dotted_name(id);
        // A newtype that is an alias now is told where it is used.
        let aliases = package.map(|p| &self.new.packages[p].aliases);
        if def.parent.is_none() && aliases.is_some_and(|all| all.iter().any(|a| a.name == def.name))
        {
            return;
        }
        self.say(Change {
            rule: &rules::TYPE_REMOVED,
            subject: self.old.full_name(id),
            message: format!("`{name}` is gone"),
            old: Some(label(def.span, "was declared here")),
            new: None,
            help: Some("keep it while anybody has data of it".to_owned()),
        });
    }

    fn pair(&mut self, old: TypeId, new: TypeId) {
        let (was, is) = (self.old.get(old), self.new.get(new));
        let mut site = Site {
            subject: self.old.full_name(old),
            what: format!("`{}`", self.old.dotted_name(old)),
            old: was.span,
            new: is.span,
        };
        if let Some((subject, what)) = oneofs::site_of(self.old, was) {
            (site.subject, site.what) = (subject, what);
        }
        let (before, after) = (self.old.full_name(old), self.new.full_name(new));
        if matches!(was.body, TypeBody::Error(_)) && before != after {
            self.say(Change {
                rule: &rules::ERROR_RENAMED,
                subject: site.subject.clone(),
                message: format!("error `{before}` is now `{after}`"),
                old: Some(label(site.old, "the old name")),
                new: Some(label(site.new, "the new one")),
                help: Some("keep the name: it is how clients know the error".to_owned()),
            });
        } else if self.pairs.is_renamed(old) {
            let now = match oneofs::site_of(self.new, is) {
                Some((_, what)) => what,
                None => format!("`{}`", self.new.dotted_name(new)),
            };
            let message = format!("{} is now {now}", site.what);
            self.say(Change {
                rule: &rules::TYPE_RENAMED,
                subject: site.subject.clone(),
                message,
                old: Some(label(site.old, "the old name")),
                new: Some(label(site.new, "the new one")),
                help: None,
            });
        }
        match (&was.body, &is.body) {
            (TypeBody::Message(a), TypeBody::Message(b)) => {
                let moved = self.moved_members(&site, a, b);
                let (mut olds, mut news) = (members::of_message(a), members::of_message(b));
                for ordinal in moved {
                    olds.remove(&ordinal);
                    news.remove(&ordinal);
                }
                self.members(&site, olds, news);
            }
            (TypeBody::Struct(a), TypeBody::Struct(b)) => self.structs(&site, a, b),
            (TypeBody::Union(a), TypeBody::Union(b)) => {
                self.unions(&site, (old, a), (new, b));
            }
            (TypeBody::Enum(a), TypeBody::Enum(b)) => self.enums(&site, a, b),
            (TypeBody::Error(a), TypeBody::Error(b)) => self.errors(&site, a, b),
            (TypeBody::Flags(a), TypeBody::Flags(b)) => self.flags(&site, a, b),
            (TypeBody::Newtype(a), TypeBody::Newtype(b)) => {
                self.compare_types(&site, &a.ty, &b.ty);
            }
            (TypeBody::Struct(a), TypeBody::Message(b)) => {
                self.kind(&rules::STRUCT_MESSAGE, &site, &was.body, &is.body);
                self.members(&site, members::of_struct(a), members::of_message(b));
            }
            (TypeBody::Message(a), TypeBody::Struct(b)) => {
                self.kind(&rules::STRUCT_MESSAGE, &site, &was.body, &is.body);
                self.members(&site, members::of_message(a), members::of_struct(b));
            }
            (a, b) if std::mem::discriminant(a) != std::mem::discriminant(b) => {
                self.kind(&rules::KIND_CHANGED, &site, a, b);
            }
            _ => {}
        }
    }

    fn kind(&mut self, rule: &'static Rule, site: &Site, old: &TypeBody, new: &TypeBody) {
        let (was, is) = (show::kind(old), show::kind(new));
        self.say(Change {
            rule,
            subject: site.subject.clone(),
            message: format!("{} was a {was} and is a {is}", site.what),
            old: Some(label(site.old, format!("a {was}"))),
            new: Some(label(site.new, format!("a {is}"))),
            help: Some(format!(
                "keep the {was}, and declare the {is} under another name"
            )),
        });
    }
}

fn label(span: Span, text: impl Into<String>) -> Label {
    Label {
        span,
        text: text.into(),
    }
}

/// Something that was not there before.
fn added(rule: &'static Rule, subject: String, what: &str, span: Span) -> Change {
    Change {
        rule,
        subject,
        message: format!("{what} is new"),
        old: None,
        new: Some(label(span, "new")),
        help: None,
    }
}
