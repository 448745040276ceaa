//! `#[proto(…)]`: what protobuf and JSON call and number something, where that does not follow from the schema.
//!
//! | on | takes |
//! |---|---|
//! | a member of a message, `oneof` or union | `number`, `name`, `json`, `packed` |
//! | a `oneof` | `name` |
//! | a value of an enum | `name`, `alias` |
//! | a message, an enum | `name`, `reserved` |
//! | any other type, a service, a method | `name` |

use std::collections::{HashMap, HashSet};

use crate::codes::Code;
use crate::diagnostic::{Diagnostic, quote};
use crate::model::{Mapping, Model, TypeBody, TypeId, Variant};
use crate::proto::{self, Called, MAX_FIELD_NUMBER};
use crate::span::Span;
use crate::syntax::tree::{Arg, Attr, TermKind};

use super::Checker;
use super::attributes::Place;

/// What protobuf keeps for itself.
const KEPT: std::ops::RangeInclusive<u32> = 19_000..=19_999;
/// The longest name.
const MAX_NAME: usize = 512;

const KEYS: [&str; 6] = ["number", "name", "json", "packed", "alias", "reserved"];

fn keys_of(place: Place) -> &'static [&'static str] {
    match place {
        Place::Member => &["number", "name", "json", "packed"],
        Place::Oneof | Place::Method => &["name"],
        Place::Item => &["name", "reserved"],
        Place::Value => &["name", "alias"],
        _ => &[],
    }
}

/// Whether `#[proto]` has a meaning there.
pub(super) fn fits(place: Place) -> bool {
    !keys_of(place).is_empty()
}

impl Checker<'_> {
    /// What a `#[proto(…)]` says.
    pub(super) fn mapping(&mut self, attr: &Attr, place: Place) -> Mapping {
        let mut mapping = Mapping::default();
        let args = attr.args.as_deref().unwrap_or_default();
        if args.is_empty() {
            self.err(
                Code::AttributeArguments,
                attr.span,
                "`#[proto]` says nothing",
                "",
                "write `#[proto(number = 7)]` or `#[proto(name = \"theName\")]`",
            );
        }
        for arg in args {
            if let Err(message) = one(arg, place, &mut mapping) {
                let keys = keys_of(place).join("`, `");
                let help = format!("here it takes `{keys}`");
                let span = arg.name.as_ref().map_or(arg.value.span, |name| name.span);
                self.err(Code::AttributeArguments, span, message, "", help);
            }
        }
        mapping
    }

    /// Numbers and names of members are each once in a message. Only mapped ones can clash: the others follow from ordinals
    /// and names, which are told apart already.
    pub(super) fn mappings(&mut self) {
        let mut found = Vec::new();
        for (def, id) in self.model.types.iter().zip((0..).map(TypeId)) {
            let members = members(&self.model, id);
            let mapped = members.iter().any(|m| !m.called.follows());
            if mapped || !def.proto.reserved.is_empty() || !def.proto.reserved_names.is_empty() {
                numbers(&members, &def.proto, &mut found);
                names(&members, &def.proto, &mut found);
            }
        }
        if self.names_are_given() {
            self.declared(&mut found);
        }
        for diagnostic in found {
            self.say(diagnostic);
        }
    }

    /// Whether a type, a service or a method has a name of its own in protobuf.
    fn names_are_given(&self) -> bool {
        let given = |mapping: &Mapping| mapping.name.is_some();
        let services = self.model.packages.iter().flat_map(|p| &p.services);
        self.model.types.iter().any(|def| given(&def.proto))
            || services.into_iter().any(|service| {
                given(&service.proto) || service.methods.iter().any(|m| given(&m.proto))
            })
    }

    /// Names of types, services and methods are each once in what they are declared in. Only a given one can clash.
    fn declared(&self, found: &mut Vec<Diagnostic>) {
        let mut taken: HashMap<(String, String), Span> = HashMap::new();
        let mut note = |scope: String, name: String, span: Span| {
            if let Some(first) = taken.insert((scope, name.clone()), span) {
                found.push(twice(&name, span, first));
            }
        };
        for (def, id) in self.model.types.iter().zip((0..).map(TypeId)) {
            let unseen = match &def.body {
                TypeBody::Flags(_) | TypeBody::Newtype(_) => true,
                TypeBody::Union(body) => body.oneof,
                _ => false,
            };
            if !unseen {
                note(String::new(), self.model.full_name(id), def.span);
            }
        }
        for package in &self.model.packages {
            for service in &package.services {
                let name = service.proto.name_or(&service.name);
                let scope = format!("{}.{name}", package.name);
                note(String::new(), scope.clone(), service.span);
                for method in &service.methods {
                    note(scope.clone(), method.proto_name(), method.span);
                }
            }
        }
    }
}

fn twice(name: &str, span: Span, first: Span) -> Diagnostic {
    Diagnostic::new(
        Code::ProtoName,
        format!("`{}` is there twice in protobuf", quote(name)),
    )
    .label(span, "again here")
    .label(first, "first here")
    .help("give one another name by `#[proto(name = \"…\")]`")
}

fn one(arg: &Arg, place: Place, mapping: &mut Mapping) -> Result<(), String> {
    let Some(key) = arg.name.as_ref().map(|name| name.text.as_str()) else {
        return Err("an argument of `#[proto]` without a name".to_owned());
    };
    if !keys_of(place).contains(&key) {
        let what = match KEYS.contains(&key) {
            true => "is not for this place",
            false => "is unknown to `#[proto]`",
        };
        return Err(format!("`{}` {what}", quote(key)));
    }
    let again = || Err(format!("`{key}` stands here twice"));
    match (key, &arg.value.kind) {
        (_, TermKind::Bad) => {}
        ("number", TermKind::Int(value)) => {
            let number = u32::try_from(*value).ok();
            let number = number.filter(|n| (1..=MAX_FIELD_NUMBER).contains(n) && !KEPT.contains(n));
            let Some(number) = number else {
                return Err(format!(
                    "{value} is no field number: they are 1 to {MAX_FIELD_NUMBER}, without 19000 to 19999"
                ));
            };
            if mapping.number.replace(number).is_some() {
                return again();
            }
        }
        ("name", TermKind::Str(text)) => {
            let name = identifier(text)?;
            if mapping.name.replace(name).is_some() {
                return again();
            }
        }
        ("alias", TermKind::Str(text)) => mapping.aliases.push(identifier(text)?),
        ("json", TermKind::Str(text)) => {
            let plain = |c: char| !c.is_control() && !matches!(c, '"' | '\\');
            if text.is_empty() || text.len() > MAX_NAME || !text.chars().all(plain) {
                return Err(
                    "a name in JSON is text without quotes, `\\` and control characters".to_owned(),
                );
            }
            if mapping.json.replace(text.clone()).is_some() {
                return again();
            }
        }
        ("packed", TermKind::Bool(packed)) => mapping.expanded = !packed,
        ("reserved", TermKind::Str(text)) => reserved(text, mapping)?,
        ("number", _) => return Err("`number` is a whole number: `number = 7`".to_owned()),
        ("packed", _) => return Err("`packed` is `true` or `false`".to_owned()),
        _ => return Err(format!("`{key}` is a text: `{key} = \"…\"`")),
    }
    Ok(())
}

fn identifier(text: &str) -> Result<String, String> {
    let first = text.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_');
    let rest = text.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
    if first && rest && text.len() <= MAX_NAME {
        Ok(text.to_owned())
    } else {
        Err("a name in protobuf is letters, digits and `_`, and begins with no digit".to_owned())
    }
}

/// As protobuf writes it, without quotes: `2, 9 to 11, old_name`.
fn reserved(text: &str, mapping: &mut Mapping) -> Result<(), String> {
    let number = |text: &str| match text {
        "max" => Some(MAX_FIELD_NUMBER),
        text => text
            .parse()
            .ok()
            .filter(|n| (1..=MAX_FIELD_NUMBER).contains(n)),
    };
    for part in text.split(',').map(str::trim) {
        let (first, last) = part.split_once(" to ").unwrap_or((part, part));
        match (number(first.trim()), number(last.trim())) {
            (Some(first), Some(last)) if first <= last => mapping.reserved.push((first, last)),
            _ => {
                let form = "`reserved` is as in protobuf: \"2, 9 to 11, old_name\"";
                let name = identifier(part).map_err(|_| form.to_owned())?;
                mapping.reserved_names.push(name);
            }
        }
    }
    Ok(())
}

/// What is a field of a message in protobuf.
struct Member<'m> {
    name: &'m str,
    called: Called<'m>,
    reserved: bool,
    span: Span,
}

fn variant(v: &Variant) -> Member<'_> {
    Member {
        name: &v.name,
        called: Called::variant(v),
        reserved: v.reserved,
        span: v.span,
    }
}

fn members(model: &Model, id: TypeId) -> Vec<Member<'_>> {
    match &model.get(id).body {
        TypeBody::Message(body) => {
            let mut all = Vec::new();
            for field in &body.fields {
                match model.oneof(&field.ty) {
                    Some((_, union)) => all.extend(union.variants.iter().map(variant)),
                    None => all.push(Member {
                        name: &field.name,
                        called: Called::field(field),
                        reserved: field.reserved,
                        span: field.span,
                    }),
                }
            }
            all
        }
        TypeBody::Union(body) if !body.oneof => body.variants.iter().map(variant).collect(),
        _ => Vec::new(),
    }
}

/// Where ranges begin, ascending, each with the one that reaches furthest of those that began until there.
fn reaching(ranges: &[(u32, u32)]) -> Vec<(u32, (u32, u32))> {
    let mut sorted = ranges.to_vec();
    sorted.sort_unstable();
    let mut furthest = (0, 0);
    let with_furthest = sorted.into_iter().map(|range| {
        if range.1 > furthest.1 {
            furthest = range;
        }
        (range.0, furthest)
    });
    with_furthest.collect()
}

fn numbers(members: &[Member<'_>], owner: &Mapping, found: &mut Vec<Diagnostic>) {
    let ranges = reaching(&owner.reserved);
    let mut taken: HashMap<u32, &Member<'_>> = HashMap::new();
    for member in members {
        let number = member.called.number();
        let clash = |what: String| {
            let message = format!("field number {number} of `{}` {what}", quote(member.name));
            Diagnostic::new(Code::ProtoNumber, message)
                .label(member.span, "")
                .help("give it another by `#[proto(number = …)]`: one that no version had")
        };
        if let Some(first) = taken.insert(number, member) {
            let what = format!("is that of `{}`", quote(first.name));
            found.push(clash(what).label(first.span, "has it already"));
        }
        let before = ranges.partition_point(|(first, _)| *first <= number);
        if let Some((_, (first, last))) = before.checked_sub(1).map(|at| ranges[at])
            && number <= last
            && !member.reserved
        {
            let range = proto::range(first, last);
            found.push(clash(format!("is reserved by `{range}`")));
        }
    }
}

/// All keys of JSON are read in both forms, so neither may be that of another member.
fn names(members: &[Member<'_>], owner: &Mapping, found: &mut Vec<Diagnostic>) {
    let reserved: HashSet<&str> = owner.reserved_names.iter().map(String::as_str).collect();
    let mut taken: HashMap<String, &Member<'_>> = HashMap::new();
    for member in members.iter().filter(|m| !m.reserved) {
        let (name, json) = (member.called.name().to_owned(), member.called.json());
        if reserved.contains(name.as_str()) {
            let message = format!("the name `{}` is reserved", quote(&name));
            found.push(
                Diagnostic::new(Code::ProtoName, message)
                    .label(member.span, "")
                    .help("take another name, or give it one by `#[proto(name = \"…\")]`"),
            );
        }
        let same = name == json;
        for key in [Some(name), (!same).then_some(json)].into_iter().flatten() {
            if let Some(first) = taken.get(&key) {
                let message = format!("`{}` is the name of two members", quote(&key));
                found.push(
                    Diagnostic::new(Code::ProtoName, message)
                        .label(member.span, "again here, in protobuf or JSON")
                        .label(first.span, "first here")
                        .help("give one another by `#[proto(name = \"…\")]` or `json`"),
                );
            } else {
                taken.insert(key, member);
            }
        }
    }
}
