//! Fingerprints, made anew from what the codec's tables say and by what docs/wire-format.md specifies: the compiler makes
//! them from its model, in another way.

use sha2::{Digest, Sha256};
use std::collections::{HashMap, HashSet};
use stillwire::Message;
use stillwire::codec::table::{Place, Presence, Schema, Ty, TypeRef};
use stillwire::codec::{Empty, table};
use stillwire_tests::test::every::v1 as every;
use stillwire_tests::test::service::v1 as service;
use stillwire_tests::vectors::v1 as vectors;

fn sha256(text: &str) -> u64 {
    let digest = Sha256::digest(text.as_bytes());
    u64::from_be_bytes(digest[..8].try_into().unwrap())
}

/// A declared type: the schema that it stands in, its sort, and its index there.
#[derive(Clone, Copy)]
struct Declared(&'static Schema, Sort, usize);

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Sort {
    Message,
    Struct,
    Union,
    Enum,
    Flags,
}

type Key = (usize, Sort, usize);

impl Declared {
    fn key(self) -> Key {
        (std::ptr::from_ref(self.0).addr(), self.1, self.2)
    }

    fn of(schema: &'static Schema, sort: Sort, at: TypeRef) -> Self {
        let (schema, index) = schema.resolve(at);
        Self(schema, sort, index)
    }

    /// The definition, in which `refer` writes references.
    fn define(self, refer: &mut dyn FnMut(Self) -> String) -> String {
        let Self(schema, sort, index) = self;
        let mut ty = |of: Ty| spell(schema, of, refer);
        let joined = |all: Vec<String>| all.join(",");
        match sort {
            Sort::Message => {
                let fields = schema.messages[index].fields.iter().map(|field| {
                    // The ordinal of the first member stands for the later ones of a `oneof`.
                    if let Place::Shared { field } = field.place {
                        return format!("@{}", field + 1);
                    }
                    let removed = if field.reserved { "-" } else { "" };
                    // A plain message or union is required; all else that has no presence is never absent.
                    let absent = matches!(field.presence, Presence::Range | Presence::Bit { .. });
                    // Text with a default lies as optional text does.
                    let optional = absent && field.preset.is_empty();
                    let optional = if optional { "?" } else { "" };
                    let default = match (field.default, field.preset) {
                        (0, []) => String::new(),
                        (0, bytes) => bytes
                            .iter()
                            .fold("=".to_owned(), |text, byte| format!("{text}{byte:02x}")),
                        (bits, _) => format!("={bits:x}"),
                    };
                    format!("{removed}{}{optional}{default}", ty(field.ty))
                });
                format!("message{{{}}}", joined(fields.collect()))
            }
            Sort::Struct => {
                let fields = schema.structs[index].fields.iter().map(|f| ty(f.ty));
                format!("struct{{{}}}", joined(fields.collect()))
            }
            Sort::Union => {
                let def = &schema.unions[index];
                let variants = def.variants.iter().map(|variant| match variant.ty {
                    _ if variant.reserved => "-".to_owned(),
                    None => "_".to_owned(),
                    Some(of) => ty(of),
                });
                let variants = joined(variants.collect());
                format!("{}union{{{variants}}}", closed(def.closed))
            }
            Sort::Enum => {
                let def = &schema.enums[index];
                let mut numbers: Vec<i64> = def.values.iter().map(|value| value.0).collect();
                numbers.sort_unstable();
                let numbers = numbers.iter().map(ToString::to_string).collect();
                let numbers = match def.closed {
                    true => format!("{{{}}}", joined(numbers)),
                    false => String::new(),
                };
                format!("{}enum {}{numbers}", closed(def.closed), ty(def.repr))
            }
            Sort::Flags => format!("flags {}", ty(schema.flags[index].repr)),
        }
    }

    fn referred(self) -> Vec<Self> {
        let mut found = Vec::new();
        self.define(&mut |to| {
            found.push(to);
            String::new()
        });
        found
    }

    /// All types that this one reaches by at least one reference.
    fn reaches(self) -> HashSet<Key> {
        let (mut seen, mut waiting) = (HashSet::new(), self.referred());
        while let Some(next) = waiting.pop() {
            if seen.insert(next.key()) {
                waiting.extend(next.referred());
            }
        }
        seen
    }

    fn text(self, known: &mut HashMap<Key, u64>) -> String {
        let mut order = vec![self];
        let mut definitions = Vec::new();
        let mut next = 0;
        while let Some(at) = order.get(next).copied() {
            next += 1;
            definitions.push(at.define(&mut |to| {
                if !to.reaches().contains(&self.key()) {
                    return format!("#{:016x}", to.fingerprint(known));
                }
                let place = order.iter().position(|o| o.key() == to.key());
                let place = place.unwrap_or_else(|| {
                    order.push(to);
                    order.len() - 1
                });
                format!("^{place}")
            }));
        }
        definitions.join(";")
    }

    fn fingerprint(self, known: &mut HashMap<Key, u64>) -> u64 {
        if let Some(known) = known.get(&self.key()) {
            return *known;
        }
        let found = sha256(&self.text(known));
        known.insert(self.key(), found);
        found
    }
}

fn closed(yes: bool) -> &'static str {
    if yes { "closed " } else { "" }
}

fn spell(schema: &'static Schema, ty: Ty, refer: &mut dyn FnMut(Declared) -> String) -> String {
    match ty.plain() {
        Ty::Message(at) => refer(Declared::of(schema, Sort::Message, at)),
        Ty::Struct(at) => refer(Declared::of(schema, Sort::Struct, at)),
        Ty::Union(at) | Ty::Oneof(at) => refer(Declared::of(schema, Sort::Union, at)),
        Ty::Enum(at) => refer(Declared::of(schema, Sort::Enum, at)),
        Ty::Flags(at) => refer(Declared::of(schema, Sort::Flags, at)),
        Ty::Encoded(at) => {
            let of = refer(Declared::of(schema, Sort::Message, at));
            format!("encoded<{of}>")
        }
        Ty::List(of) => format!("list<{}>", spell(schema, *of, refer)),
        Ty::Map(key, of) => {
            let key = spell(schema, *key, refer);
            format!("map<{key},{}>", spell(schema, *of, refer))
        }
        Ty::Array(of, count) => format!("[{};{count}]", spell(schema, *of, refer)),
        Ty::Decimal(scale) => format!("decimal<{scale}>"),
        scalar => format!("{scalar:?}").to_lowercase(),
    }
}

fn of<M: Message>() -> (&'static str, u64, u64) {
    let (schema, index) = M::TABLE.get();
    let found = Declared(schema, Sort::Message, index).fingerprint(&mut HashMap::new());
    (schema.messages[index].name, M::FINGERPRINT, found)
}

#[test]
fn each_is_what_the_document_says_of_the_table() {
    macro_rules! each {
        ($($t:ty)*) => { [$(of::<$t>()),*] };
    }
    let all = each! {
        Empty vectors::Order vectors::Leg vectors::Node every::Plain every::Optional every::Defaults every::Lists every::Maps
        every::Tree every::Negated every::Note every::Tombs every::Names every::Nested every::NestedLeg every::Empty
        every::OnlyLists every::One every::Many every::Hundred every::Ruled every::Tag every::Around every::Closed
        every::Bits every::Crowd every::Carried every::Flagged every::Allowed every::Record every::Mapped service::Mark vectors::LogRecord
    };
    for (name, compiled, made_anew) in all {
        assert_eq!(compiled, made_anew, "{name}");
    }
    assert_eq!(
        every::Empty::FINGERPRINT,
        Empty::FINGERPRINT,
        "a name is not part of it"
    );
    assert_ne!(every::Ruled::FINGERPRINT, every::Tag::FINGERPRINT);
}

#[test]
fn each_text_of_the_document_has_the_number_that_stands_below_it() {
    let document = include_str!("../../docs/wire-format.md");
    let mut numbers = HashMap::new();
    for block in document.split("```fingerprint ").skip(1) {
        let mut lines = block.lines();
        let [name, text, number] = [(); 3].map(|()| lines.next().unwrap());
        let found = u64::from_str_radix(number, 16).unwrap();
        assert_eq!(sha256(text), found, "{name}");
        for reference in text.split('#').skip(1) {
            let known = numbers
                .values()
                .any(|known| reference.starts_with(&format!("{known:016x}")));
            assert!(known, "{name} refers to {reference}");
        }
        numbers.insert(name, found);
    }
    assert_eq!(numbers["Leg"], vectors::Leg::FINGERPRINT);
    assert_eq!(numbers["Order"], vectors::Order::FINGERPRINT);
    assert_eq!(numbers["Node"], vectors::Node::FINGERPRINT);

    // Types that are no messages have theirs within those of messages.
    let (schema, _): (&'static table::Schema, usize) = vectors::Node::TABLE.get();
    let link = schema.unions.iter().position(|u| u.name.ends_with(".Link"));
    let link = Declared(schema, Sort::Union, link.unwrap()).fingerprint(&mut HashMap::new());
    assert_eq!(numbers["Link"], link);
    assert_eq!(numbers["LogRecord"], vectors::LogRecord::FINGERPRINT);
    assert_eq!(numbers.len(), 11);
}
