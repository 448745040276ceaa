//! Fields of messages and structs, and variants of unions: matched by ordinal.

use std::collections::{BTreeMap, HashMap};

use crate::model::{
    Alias, Error, ErrorVariant, Mapping, Message, Rule as Condition, Struct, Type, TypeId, Union,
    Value, Variant,
};
use crate::proto::{Called, is_repeated};
use crate::span::Span;

use super::conditions::{self, Order};
use super::shape::class;
use super::types::is_whole;
use super::{CLOSED, Change, Comparison, Site, added, label, rules, show};

/// A field or variant.
#[derive(Debug, Clone, Copy)]
pub(super) struct Member<'a> {
    pub(super) ordinal: u32,
    pub(super) name: &'a str,
    /// Variants may have none.
    pub(super) ty: Option<&'a Type>,
    pub(super) optional: bool,
    pub(super) default: Option<&'a Value>,
    pub(super) conditions: &'a [Condition],
    pub(super) reserved: bool,
    pub(super) proto: &'a Mapping,
    pub(super) span: Span,
}

/// What fields of structs have: their numbers and names follow.
static UNMAPPED: Mapping = Mapping::new();

type Members<'a> = BTreeMap<u32, Member<'a>>;

pub(super) fn of_message(message: &Message) -> Members<'_> {
    let members = message.fields.iter().map(|f| Member {
        ordinal: f.ordinal,
        name: &f.name,
        ty: Some(&f.ty),
        optional: f.optional,
        default: f.default.as_ref(),
        conditions: &f.rules,
        reserved: f.reserved,
        proto: &f.proto,
        span: f.span,
    });
    members.map(|m| (m.ordinal, m)).collect()
}

/// Positions count as ordinals, as they do in protobuf.
pub(super) fn of_struct(body: &Struct) -> Members<'_> {
    let members = (1..).zip(&body.fields).map(|(ordinal, f)| Member {
        ordinal,
        name: &f.name,
        ty: Some(&f.ty),
        optional: false,
        default: None,
        conditions: &f.rules,
        reserved: false,
        proto: &UNMAPPED,
        span: f.span,
    });
    members.map(|m| (m.ordinal, m)).collect()
}

fn of_union(body: &Union) -> Members<'_> {
    of_variants(body.variants.iter())
}

fn of_error(body: &Error) -> Members<'_> {
    of_variants(body.variants.iter().map(|v| &v.variant))
}

fn of_variants<'a>(variants: impl Iterator<Item = &'a Variant>) -> Members<'a> {
    let members = variants.map(|v| Member {
        ordinal: v.member,
        name: &v.name,
        ty: v.ty.as_ref(),
        optional: false,
        default: None,
        conditions: &v.rules,
        reserved: v.reserved,
        proto: &v.proto,
        span: v.span,
    });
    members.map(|m| (m.ordinal, m)).collect()
}

impl Member<'_> {
    fn called(&self) -> Called<'_> {
        Called::new(self.ordinal, self.name, self.proto)
    }
}

/// Those that are no tombstones, by name.
fn by_name<'a>(members: &Members<'a>) -> HashMap<&'a str, Member<'a>> {
    let live = members.values().filter(|m| !m.reserved);
    live.map(|m| (m.name, *m)).collect()
}

/// What a member of the older version has become.
enum Fate<'a> {
    /// Still there, perhaps under another name.
    Kept(Member<'a>),
    /// It has another ordinal now.
    Moved(Member<'a>),
    Reserved(Member<'a>),
    /// Its ordinal belongs to something else, which is new.
    Replaced(Member<'a>),
    Gone,
}

impl Comparison<'_> {
    pub(super) fn members(&mut self, owner: &Site, old: Members<'_>, new: Members<'_>) {
        self.all_members(owner, &old, &new, Kind::Message);
    }

    /// Members of a `oneof` that are told as moved are left out.
    pub(super) fn unions(
        &mut self,
        owner: &Site,
        (old_id, old): (TypeId, &Union),
        (new_id, new): (TypeId, &Union),
    ) {
        self.closed(owner, old.closed, new.closed);
        let kind = Kind::Union {
            closed: old.closed && new.closed,
        };
        let (mut olds, mut news) = (of_union(old), of_union(new));
        olds.retain(|ordinal, _| !self.moved_members.0.contains(&(old_id, *ordinal)));
        news.retain(|ordinal, _| !self.moved_members.1.contains(&(new_id, *ordinal)));
        self.all_members(owner, &olds, &news, kind);
    }

    /// What a method throws: variants, and a status for each.
    pub(super) fn errors(&mut self, owner: &Site, old: &Error, new: &Error) {
        let (olds, news) = (of_error(old), of_error(new));
        self.all_members(owner, &olds, &news, Kind::Error);
        for was in &old.variants {
            let now = new.variants.iter().find(|v| {
                v.variant.ordinal == was.variant.ordinal
                    && !v.variant.reserved
                    && !was.variant.reserved
            });
            let Some(is) =
                now.filter(|is| (is.status, is.retryable) != (was.status, was.retryable))
            else {
                continue;
            };
            let text = |v: &ErrorVariant| {
                let retryable = if v.retryable { " retryable" } else { "" };
                format!("=> {}{retryable}", v.status.word())
            };
            self.say(Change {
                rule: &rules::ERROR_STATUS,
                subject: format!("{}.{}", owner.subject, is.variant.name),
                message: format!("variant `{}` comes with another status", is.variant.name),
                old: Some(label(was.variant.span, text(was))),
                new: Some(label(is.variant.span, text(is))),
                help: None,
            });
        }
    }

    /// An open type that is closed, or the other way round.
    pub(super) fn closed(&mut self, owner: &Site, old: bool, new: bool) {
        if old == new {
            return;
        }
        let word = |closed| if closed { "closed" } else { "open" };
        self.say(Change {
            rule: if new {
                &rules::CLOSED_ADDED
            } else {
                &rules::CLOSED_DROPPED
            },
            subject: owner.subject.clone(),
            message: format!("{} is {} now", owner.what, word(new)),
            old: Some(label(owner.old, word(old))),
            new: Some(label(owner.new, word(new))),
            help: None,
        });
    }

    fn all_members(&mut self, owner: &Site, olds: &Members<'_>, news: &Members<'_>, kind: Kind) {
        let (old_names, new_names) = (by_name(olds), by_name(news));
        let mut moved = Vec::new();
        for old in olds.values() {
            if old.reserved {
                self.tombstone(owner, old, news.get(&old.ordinal), kind);
                continue;
            }
            match self.fate(old, &old_names, news, &new_names) {
                Fate::Kept(new) => self.kept(owner, old, &new, kind),
                Fate::Moved(new) => moved.push((*old, new)),
                Fate::Reserved(new) => self.reserved(owner, old, &new, kind),
                Fate::Replaced(new) => {
                    let next = next_ordinal(olds, news);
                    self.say(Change {
                        rule: &rules::ORDINAL_REUSED,
                        subject: subject(owner, old),
                        message: format!(
                            "@{} was {} `{}` and is `{}`",
                            old.ordinal,
                            kind.word(),
                            old.name,
                            new.name
                        ),
                        old: Some(label(old.span, self.was(old))),
                        new: Some(label(new.span, "has its ordinal now")),
                        help: Some(format!(
                            "keep the place: `{}`, and give `{}` the ordinal @{next}",
                            self.tombstone_line(old, kind),
                            new.name
                        )),
                    });
                }
                Fate::Gone => self.gone(owner, old, kind),
            }
        }
        self.moved(owner, &moved, news, next_ordinal(olds, news));
        for new in news.values() {
            let moved_here = !new.reserved && old_names.contains_key(new.name);
            if !olds.contains_key(&new.ordinal) && !moved_here {
                self.fresh(owner, new, kind);
            }
        }
    }

    fn fate<'n>(
        &self,
        old: &Member<'_>,
        old_names: &HashMap<&str, Member<'_>>,
        news: &Members<'n>,
        new_names: &HashMap<&'n str, Member<'n>>,
    ) -> Fate<'n> {
        let here = news.get(&old.ordinal).copied();
        let elsewhere = new_names.get(old.name).copied();
        match here {
            Some(new) if new.reserved => Fate::Reserved(new),
            Some(new) if new.name == old.name => Fate::Kept(new),
            here => match (elsewhere, here) {
                (Some(new), _) => Fate::Moved(new),
                // What stands here now came from elsewhere: this one made way.
                (None, Some(new)) if old_names.contains_key(new.name) => Fate::Gone,
                (None, Some(new)) if self.same_payload(old, &new) => Fate::Kept(new),
                (None, Some(new)) => Fate::Replaced(new),
                (None, None) => Fate::Gone,
            },
        }
    }

    fn same_payload(&self, old: &Member<'_>, new: &Member<'_>) -> bool {
        match (old.ty, new.ty) {
            (Some(a), Some(b)) => self.same(a, b) && old.optional == new.optional,
            (a, b) => a.is_none() && b.is_none(),
        }
    }

    fn was(&self, old: &Member<'_>) -> String {
        match old.ty {
            Some(ty) => format!("was `{}`", show::full(self.old, ty, old.optional)),
            None => "was here".to_owned(),
        }
    }

    /// `@6 reserved u32 "strategy_id";`
    fn tombstone_line(&self, old: &Member<'_>, kind: Kind) -> String {
        let oneof = old.ty.and_then(|ty| self.old.oneof(ty));
        if let Some((_, union)) = oneof.filter(|_| kind == Kind::Message) {
            let members = union.variants.iter();
            let members = members.map(|v| format!("@{} reserved \"{}\"; ", v.member, v.name));
            return format!("oneof {} {{ {}}}", old.name, members.collect::<String>());
        }
        let ty = match (old.ty, kind) {
            (Some(ty), Kind::Message) => {
                let optional = old.optional || is_default_of_text(old);
                format!("{} ", show::full(self.old, ty, optional))
            }
            _ => String::new(),
        };
        format!("@{} reserved {ty}\"{}\";", old.ordinal, old.name)
    }

    fn gone(&mut self, owner: &Site, old: &Member<'_>, kind: Kind) {
        let rule = if kind.is_closed() {
            &rules::CLOSED_SHRUNK
        } else {
            &rules::FIELD_REMOVED
        };
        self.say(Change {
            rule,
            subject: subject(owner, old),
            message: format!(
                "{} `{}` of {} is gone and left no tombstone",
                kind.word(),
                old.name,
                owner.what
            ),
            old: Some(label(old.span, self.was(old))),
            new: Some(label(owner.new, "has nothing in its place")),
            help: Some(format!(
                "keep its place: `{}`",
                self.tombstone_line(old, kind)
            )),
        });
    }

    fn moved(
        &mut self,
        owner: &Site,
        moved: &[(Member<'_>, Member<'_>)],
        news: &Members<'_>,
        next: u32,
    ) {
        let Some((first_old, first_new)) = moved.first() else {
            return;
        };
        let names: Vec<String> = moved
            .iter()
            .map(|(old, new)| format!("`{}` from @{} to @{}", old.name, old.ordinal, new.ordinal))
            .collect();
        let shown = names.iter().take(5).cloned().collect::<Vec<_>>().join(", ");
        let more = names.len().saturating_sub(5);
        let more = if more > 0 {
            format!(" and {more} more")
        } else {
            String::new()
        };
        let intruder = news.get(&first_old.ordinal).filter(|m| !m.reserved);
        let help = match intruder {
            Some(new) if !moved.iter().any(|(_, m)| m.name == new.name) => format!(
                "put @{} back to `{}`; what is new takes the next free ordinal: `{}` @{next}",
                first_old.ordinal, first_old.name, new.name
            ),
            _ => format!(
                "put `{}` back to @{}: an ordinal says where data lies",
                first_old.name, first_old.ordinal
            ),
        };
        self.say(Change {
            rule: &rules::ORDINAL_CHANGED,
            subject: subject(owner, first_old),
            message: format!("{}: {shown}{more} moved", owner.what),
            old: Some(label(first_old.span, format!("was @{}", first_old.ordinal))),
            new: Some(label(first_new.span, format!("is @{}", first_new.ordinal))),
            help: Some(help),
        });
    }

    fn reserved(&mut self, owner: &Site, old: &Member<'_>, new: &Member<'_>, kind: Kind) {
        let (rule, help) = match kind {
            Kind::Message => (&rules::FIELD_RESERVED, None),
            Kind::Error => (&rules::ERROR_VARIANT_RESERVED, None),
            Kind::Union { closed: false } => (&rules::VARIANT_RESERVED, None),
            Kind::Union { closed: true } => (&rules::CLOSED_SHRUNK, Some(CLOSED.to_owned())),
        };
        self.say(Change {
            rule,
            subject: subject(owner, old),
            message: format!("{} `{}` is a tombstone now", kind.word(), old.name),
            old: Some(label(old.span, self.was(old))),
            new: Some(label(new.span, "is a tombstone")),
            help,
        });
        if kind == Kind::Message {
            self.tombstone_place(owner, old, new);
        }
    }

    /// A tombstone has to take the place that was there.
    fn tombstone_place(&mut self, owner: &Site, old: &Member<'_>, new: &Member<'_>) {
        let (Some(was), Some(is)) = (old.ty, new.ty) else {
            return;
        };
        if class(self.old, was, old.optional, old.default.is_some())
            == class(self.new, is, new.optional, new.default.is_some())
        {
            return;
        }
        let was = show::full(self.old, was, old.optional || is_default_of_text(old));
        let is = show::full(self.new, is, new.optional);
        let name = if new.name.is_empty() {
            String::new()
        } else {
            format!(" \"{}\"", new.name)
        };
        self.say(Change {
            rule: &rules::TOMBSTONE_TYPE,
            subject: subject(owner, old),
            message: format!(
                "the tombstone @{} takes the place of `{is}`; it was `{was}`",
                old.ordinal
            ),
            old: Some(label(old.span, format!("`{was}`"))),
            new: Some(label(new.span, format!("`{is}`"))),
            help: Some(format!("write `@{} reserved {was}{name};`", old.ordinal)),
        });
    }

    fn tombstone(&mut self, owner: &Site, old: &Member<'_>, new: Option<&Member<'_>>, kind: Kind) {
        let line = self.tombstone_line(old, kind);
        match new {
            None => self.say(Change {
                rule: &rules::TOMBSTONE_REMOVED,
                subject: format!("{}.@{}", owner.subject, old.ordinal),
                message: format!("the tombstone @{} of {} is gone", old.ordinal, owner.what),
                old: Some(label(old.span, "was a tombstone")),
                new: Some(label(owner.new, "has nothing in its place")),
                help: Some(format!("put it back: `{}`", line.replace(" \"\"", ""))),
            }),
            Some(new) if new.reserved => {
                if kind == Kind::Message {
                    self.tombstone_place(owner, old, new);
                }
            }
            Some(new) if new.name == old.name && self.restores(old, new) => self.say(Change {
                rule: &rules::FIELD_RESTORED,
                subject: subject(owner, new),
                message: format!("`{}` is back", new.name),
                old: Some(label(old.span, "was a tombstone")),
                new: Some(label(new.span, "is what it was before")),
                help: None,
            }),
            Some(new) => self.say(Change {
                rule: &rules::TOMBSTONE_REUSED,
                subject: subject(owner, new),
                message: format!("@{} was a tombstone and is `{}`", old.ordinal, new.name),
                old: Some(label(old.span, "was a tombstone")),
                new: Some(label(new.span, "takes its place")),
                help: Some(format!(
                    "put back `{}`, and give `{}` the next free ordinal",
                    line.replace(" \"\"", ""),
                    new.name
                )),
            }),
        }
    }

    /// Whether the tombstone was of this very field. Of a variant it need not say.
    fn restores(&self, old: &Member<'_>, new: &Member<'_>) -> bool {
        match (old.ty, new.ty) {
            (Some(was), Some(is)) => {
                self.same(was, is)
                    && old.optional == new.optional
                    && new.default.is_none()
                    && new.conditions.is_empty()
            }
            _ => false,
        }
    }

    fn fresh(&mut self, owner: &Site, new: &Member<'_>, kind: Kind) {
        let what = format!("{} `{}`", kind.word(), new.name);
        if new.reserved {
            let subject = format!("{}.@{}", owner.subject, new.ordinal);
            let what = format!("tombstone @{}", new.ordinal);
            return self.say(added(&rules::RESERVED_ADDED, subject, &what, new.span));
        }
        match kind {
            Kind::Error => {
                let rule = &rules::ERROR_VARIANT_ADDED;
                self.say(added(rule, subject(owner, new), &what, new.span));
            }
            Kind::Union { closed } => {
                let rule = if closed {
                    &rules::CLOSED_GROWN
                } else {
                    &rules::VARIANT_ADDED
                };
                let mut change = added(rule, subject(owner, new), &what, new.span);
                change.help = closed.then(|| CLOSED.to_owned());
                self.say(change);
            }
            Kind::Message => {
                let why = self.needed(new);
                let Some(why) = why else {
                    return self.say(added(
                        &rules::FIELD_ADDED,
                        subject(owner, new),
                        &what,
                        new.span,
                    ));
                };
                let ty = new.ty.map_or_else(String::new, |ty| show::ty(self.new, ty));
                self.say(Change {
                    rule: &rules::REQUIRED_ADDED,
                    subject: subject(owner, new),
                    message: format!("new field `{}` would make old data unreadable", new.name),
                    old: Some(label(
                        owner.old,
                        format!("published without @{}", new.ordinal),
                    )),
                    new: Some(label(new.span, why)),
                    help: Some(match new.ty.and_then(|ty| self.new.oneof(ty)) {
                        Some(_) => format!("write `oneof {}? {{ … }}`", new.name),
                        None => format!("write `@{} {}: {ty}?;`", new.ordinal, new.name),
                    }),
                });
            }
        }
    }

    /// Why a field cannot be absent, if it cannot.
    fn needed(&self, new: &Member<'_>) -> Option<String> {
        let ty = new.ty?;
        if new.optional {
            return None;
        }
        if is_whole(self.new, ty) {
            return Some(format!(
                "a plain `{}` is required in every message",
                show::ty(self.new, ty)
            ));
        }
        let under = self.new.underlying(ty);
        (!conditions::absent_meets(self.new, &under, new.default, new.conditions, true))
            .then(|| "its conditions refuse what absence means".to_owned())
    }

    /// What code, protobuf and JSON call a member, and its number in protobuf.
    fn called(&mut self, site: &Site, old: &Member<'_>, new: &Member<'_>, kind: Kind) {
        let (was, is) = (old.called(), new.called());
        let same = (was.name(), was.json()) == (is.name(), is.json());
        let word = kind.word();
        let rule = match (old.name == new.name, same) {
            (true, true) => None,
            (true, false) => Some(&rules::PROTO_RENAMED),
            (false, true) => Some(&rules::CODE_RENAMED),
            (false, false) => Some(&rules::RENAMED),
        };
        if let Some(rule) = rule {
            let message = if old.name == new.name {
                let (was, is) = (was.json(), is.json());
                format!("{word} `{}` is `{is}` in JSON and was `{was}`", new.name)
            } else {
                format!("{word} `{}` is now `{}`", old.name, new.name)
            };
            self.say(Change {
                rule,
                subject: site.subject.clone(),
                message,
                old: Some(label(old.span, "the old name")),
                new: Some(label(new.span, "the new one")),
                help: None,
            });
        }
        let (was, is) = (was.number(), is.number());
        if was != is {
            self.say(Change {
                rule: &rules::PROTO_NUMBER,
                subject: site.subject.clone(),
                message: format!(
                    "{word} `{}` has the number {is} in protobuf and had {was}",
                    new.name
                ),
                old: Some(label(old.span, format!("was {was}"))),
                new: Some(label(new.span, format!("is {is}"))),
                help: Some(format!("keep it: `#[proto(number = {was})]`")),
            });
        }
    }

    fn kept(&mut self, owner: &Site, old: &Member<'_>, new: &Member<'_>, kind: Kind) {
        let site = Site {
            subject: subject(owner, old),
            what: format!("{} `{}`", kind.word(), new.name),
            old: old.span,
            new: new.span,
        };
        // That a `oneof` has another name is told with its union.
        let oneof = new.ty.is_some_and(|ty| self.new.oneof(ty).is_some());
        if !oneof {
            self.called(&site, old, new, kind);
        }
        let (was, is) = match (old.ty, new.ty) {
            (Some(was), Some(is)) => (was, is),
            (None, None) => return,
            (was, _) => {
                let (before, after) = if was.is_some() {
                    ("had a payload", "has none")
                } else {
                    ("had no payload", "has one")
                };
                return self.say(Change {
                    rule: &rules::TYPE_CHANGED,
                    subject: site.subject,
                    message: format!("{} {before} and {after}", site.what),
                    old: Some(label(old.span, before)),
                    new: Some(label(new.span, after)),
                    help: Some("leave a tombstone, and add a variant".to_owned()),
                });
            }
        };
        if !self.compare_types(&site, was, is) {
            return;
        }
        if old.optional != new.optional {
            return self.optional(&site, is, new.optional);
        }
        let (a, b) = (old.default.map(show::value), new.default.map(show::value));
        if number(old.default) != number(new.default) {
            let of =
                |d: Option<String>| d.map_or("no default".to_owned(), |d| format!("default {d}"));
            self.say(Change {
                rule: &rules::DEFAULT_CHANGED,
                subject: site.subject.clone(),
                message: format!("{} has another default", site.what),
                old: Some(label(old.span, of(a))),
                new: Some(label(new.span, of(b))),
                help: Some("keep the default, and let code choose another value".to_owned()),
            });
        }
        self.conditions(&site, old, new, kind);
    }

    fn optional(&mut self, site: &Site, ty: &Type, now: bool) {
        let rule = if is_whole(self.new, ty) {
            &rules::REQUIRED_CHANGED
        } else if is_repeated(&self.new.underlying(ty)) {
            &rules::OPTIONAL_REPEATED
        } else {
            &rules::OPTIONAL_CHANGED
        };
        let text = show::ty(self.new, ty);
        let (was, is) = if now {
            (text.clone(), format!("{text}?"))
        } else {
            (format!("{text}?"), text.clone())
        };
        self.say(Change {
            rule,
            subject: site.subject.clone(),
            message: format!("{} was `{was}` and is `{is}`", site.what),
            old: Some(label(site.old, format!("was `{was}`"))),
            new: Some(label(site.new, format!("is `{is}`"))),
            help: Some(format!(
                "keep `{was}`, or leave a tombstone and add a field `{is}`"
            )),
        });
    }

    fn conditions(&mut self, site: &Site, old: &Member<'_>, new: &Member<'_>, kind: Kind) {
        let Some(ty) = new.ty else { return };
        let ty = &self.new.underlying(ty);
        let order = conditions::compare(self.new, ty, old.conditions, new.conditions);
        let absent = |member: &Member<'_>| {
            let default = member.default;
            member.optional
                || is_whole(self.new, ty)
                || conditions::absent_meets(self.new, ty, default, member.conditions, false)
        };
        let refused = kind == Kind::Message && absent(old) && !absent(new);
        let (olds, news) = (&self.aliases.0, &self.aliases.1);
        let told =
            conditions::only_aliases(self.new, ty, (old.conditions, olds), (new.conditions, news));
        if told && !refused {
            return;
        }
        let mut rules = Vec::new();
        if refused {
            let help = "allow what absence means, or leave a tombstone and add a field";
            rules.push((&rules::ABSENT_REFUSED, Some(help.to_owned())));
        } else if matches!(order, Order::Tighter | Order::Other) {
            rules.push((&rules::WHERE_TIGHTENED, None));
        }
        if matches!(order, Order::Looser | Order::Other) {
            rules.push((&rules::WHERE_RELAXED, None));
        }
        for (rule, help) in rules {
            let verb = if std::ptr::eq(rule, &rules::WHERE_RELAXED) {
                "allows values that it refused"
            } else if std::ptr::eq(rule, &rules::ABSENT_REFUSED) {
                "can no longer be left out"
            } else {
                "refuses values that it allowed"
            };
            self.say(Change {
                rule,
                subject: site.subject.clone(),
                message: format!("{} {verb}", site.what),
                old: Some(label(old.span, conditions_text(old.conditions))),
                new: Some(label(new.span, conditions_text(new.conditions))),
                help,
            });
        }
    }

    /// The conditions of an alias, which hold wherever it stands.
    pub(super) fn alias(&mut self, subject: String, old: &Alias, new: &Alias) {
        let (was, is) = (self.old.underlying(&old.ty), self.new.underlying(&new.ty));
        if !self.same(&was, &is) {
            return;
        }
        let order = conditions::compare(self.new, &is, &old.rules, &new.rules);
        let tighter = matches!(order, Order::Tighter | Order::Other)
            .then_some((&rules::WHERE_TIGHTENED, "refuses values that it allowed"));
        let looser = matches!(order, Order::Looser | Order::Other)
            .then_some((&rules::WHERE_RELAXED, "allows values that it refused"));
        for (rule, verb) in tighter.into_iter().chain(looser) {
            self.say(Change {
                rule,
                subject: subject.clone(),
                message: format!("alias `{}` {verb}", new.name),
                old: Some(label(old.span, conditions_text(&old.rules))),
                new: Some(label(new.span, conditions_text(&new.rules))),
                help: None,
            });
        }
    }

    /// Structs: each byte has its place, so only a name may change.
    pub(super) fn structs(&mut self, owner: &Site, old: &Struct, new: &Struct) {
        let (olds, news) = (of_struct(old), of_struct(new));
        let (old_names, new_names) = (by_name(&olds), by_name(&news));
        let renamed_or_kept = olds.values().all(|was| {
            news.get(&was.ordinal).is_some_and(|is| {
                is.name == was.name
                    || (!new_names.contains_key(was.name) && !old_names.contains_key(is.name))
            })
        });
        if !renamed_or_kept {
            let names = |members: &Members<'_>| {
                let all: Vec<&str> = members.values().map(|m| m.name).collect();
                all.join(", ")
            };
            return self.say(Change {
                rule: &rules::STRUCT_CHANGED,
                subject: owner.subject.clone(),
                message: format!("fields of struct {} are gone or elsewhere", owner.what),
                old: Some(label(owner.old, names(&olds))),
                new: Some(label(owner.new, names(&news))),
                help: Some(
                    "a struct is frozen: declare a new one, and add a field of it".to_owned(),
                ),
            });
        }
        for was in olds.values() {
            if let Some(is) = news.get(&was.ordinal) {
                self.kept(owner, was, is, Kind::Message);
            }
        }
        let grown: Vec<&Member<'_>> = news
            .values()
            .filter(|m| !olds.contains_key(&m.ordinal))
            .collect();
        if let Some(first) = grown.first() {
            self.say(Change {
                rule: &rules::STRUCT_GROWN,
                subject: subject(owner, first),
                message: format!("struct {} has another field, `{}`", owner.what, first.name),
                old: Some(label(owner.old, "published without it")),
                new: Some(label(first.span, "is new")),
                help: Some(
                    "a struct is frozen: declare a new one, and add a field of it".to_owned(),
                ),
            });
        }
    }
}

/// As a schema writes them.
fn conditions_text(rules: &[Condition]) -> String {
    let all: Vec<&str> = rules.iter().map(|r| r.text.as_str()).collect();
    if all.is_empty() {
        "no condition".to_owned()
    } else {
        format!("where {}", all.join(", "))
    }
}

/// What members belong to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Message,
    Union {
        closed: bool,
    },
    /// In both forms a variant that is not known is kept.
    Error,
}

impl Kind {
    fn word(self) -> &'static str {
        match self {
            Self::Message => "field",
            Self::Union { .. } | Self::Error => "variant",
        }
    }

    fn is_closed(self) -> bool {
        self == Self::Union { closed: true }
    }
}

/// Text or bytes with a default, whose tombstone is that of optional ones.
fn is_default_of_text(member: &Member<'_>) -> bool {
    matches!(member.default, Some(Value::String(_) | Value::Bytes(_)))
}

fn subject(owner: &Site, member: &Member<'_>) -> String {
    format!("{}.{}", owner.subject, member.name)
}

fn next_ordinal(olds: &Members<'_>, news: &Members<'_>) -> u32 {
    let last = |members: &Members<'_>| members.keys().next_back().copied().unwrap_or(0);
    last(olds).max(last(news)) + 1
}

/// A default without what is only a name. An absent one is zero, which no default equals.
fn number(default: Option<&Value>) -> Option<String> {
    default.map(|value| match value {
        Value::Enum { number, .. } => number.to_string(),
        Value::Flags { bits, .. } => bits.to_string(),
        other => show::value(other),
    })
}
