//! Messages: the owned struct, the view with its accessors, the borrows to encode from.

use crate::layout::{Place, Presence, Unit};
use crate::model::{Field, Type, TypeBody, Value};

use super::debug;
use super::docs::{docs, docs_after};
use super::encode;
use super::member::{Member, Writing};
use super::plain::{attributes, copy, fill_all};
use super::rules::parts;
use super::slots;
use super::template::fill;
use super::types::Face;

/// Longer arrays have no `Default` in the standard library.
const MAX_DEFAULT_ARRAY: u32 = 32;

impl Writing<'_> {
    pub(super) fn write(&self) -> String {
        self.owned() + &self.view() + &self.borrows() + &self.message() + &encode::encode(self)
    }

    /// A message of the generator's own: the owned value and what reads and writes it, for this module alone.
    pub(super) fn write_hidden(&self) -> String {
        let all = self.owned() + &self.view() + &self.message() + &encode::owned(self);
        all.replace("pub struct __", "struct __")
    }

    fn declarations(&self, face: Face) -> String {
        let one = |member: &Member<'_>| {
            let field = member.field;
            let head = attributes(
                &field.docs,
                field.since.as_deref(),
                field.deprecated.as_deref(),
            );
            let ty = self.cx.member(face, self.id, &field.ty, field.optional);
            format!("{head}pub {}: {ty},\n", member.name)
        };
        self.members.iter().map(one).collect()
    }

    fn owned(&self) -> String {
        let def = self.def;
        let plain = self
            .members
            .iter()
            .all(|m| m.field.default.is_none() && (m.field.optional || !is_long(&m.field.ty)));
        let derive = if plain { ", Default" } else { "" };
        let head = attributes(&def.docs, def.since.as_deref(), def.deprecated.as_deref());
        let holes = [
            ("attributes", head),
            ("derive", derive.to_owned()),
            ("debug", debug::derived(self.is_sensitive()).to_owned()),
            ("shows", self.debug()),
            ("equal", self.equal()),
            ("name", self.name()),
            ("fields", self.declarations(Face::Owned)),
        ];
        let mut out = fill_all(
            "$attributes\n#[derive(Clone$debug$derive)]\npub struct $name { $fields }\n$shows\n$equal",
            &holes,
        );
        if !plain {
            let value = |m: &Member<'_>| match &m.field.default {
                Some(value) => self.cx.owned_value(&m.field.ty, value),
                None if !m.field.optional && self.cx.size(&m.field.ty).is_some() => {
                    self.cx.zero(&m.field.ty)
                }
                None => fill("$core::default::Default::default()", &[]),
            };
            let fields = self
                .members
                .iter()
                .map(|m| format!("{}: {},\n", m.name, value(m)))
                .collect();
            let template = "impl $core::default::Default for $name {\nfn default() -> Self { Self { $fields } }\n}\n";
            out.push_str(&fill_all(
                template,
                &[("name", self.name()), ("fields", fields)],
            ));
        }
        out
    }

    /// `PartialEq` of the owned struct. A derived one has a copy of how texts, lists and maps are compared for each member,
    /// and was a tenth of a library of types.
    fn equal(&self) -> String {
        let one = |member: &Member<'_>| {
            let name = &member.name;
            match self.cx.size(&member.field.ty) {
                Some(_) => format!("self.{name} == other.{name}"),
                None => format!("$codec::view::same(&self.{name}, &other.{name})"),
            }
        };
        let all: Vec<String> = self.members.iter().map(one).collect();
        let (other, all) = match all.is_empty() {
            true => ("_", "true".to_owned()),
            false => ("other", all.join(" && ")),
        };
        let template = "impl $core::cmp::PartialEq for $name {
    #[inline]
    fn eq(&self, $other: &Self) -> bool { $all }
}
";
        fill_all(
            template,
            &[
                ("name", self.name()),
                ("other", other.to_owned()),
                ("all", fill(&all, &[])),
            ],
        )
    }

    fn is_sensitive(&self) -> bool {
        self.members.iter().any(|m| m.field.sensitive)
    }

    /// `Debug` of the owned struct, where it cannot be derived.
    fn debug(&self) -> String {
        if !self.is_sensitive() {
            return String::new();
        }
        let field = |m: &'_ Member<'_>| (m.field.name.clone(), m.name.clone(), m.field.sensitive);
        let fields: Vec<_> = self.members.iter().map(field).collect();
        let fields = fields
            .iter()
            .map(|(field, rust, sensitive)| (field.as_str(), rust.clone(), *sensitive));
        debug::of_struct(&self.name(), &self.cx.model.flat_name(self.id), fields)
    }

    fn borrows(&self) -> String {
        const INIT: &str = "
$docs
pub struct $declared { $fields }
$copy

impl $core::fmt::Debug for $elided {
    #[inline]
    fn fmt(&self, f: &mut $core::fmt::Formatter<'_>) -> $core::fmt::Result {
        $codec::encoded::debug::<$name>(self, f)
    }
}

impl $elided {
    #[doc(hidden)]
    pub const __DEFAULT: Self = Self { $defaults };
}

impl $core::default::Default for $elided {
    #[inline]
    fn default() -> Self { Self::__DEFAULT }
}
";
        let value = |m: &Member<'_>| match &m.field.default {
            Some(value) => self.cx.value(&m.field.ty, value),
            None if m.field.optional => fill("$core::option::Option::None", &[]),
            None => self.cx.init_zero(&m.field.ty),
        };
        let first = format!("[`{}`] as borrows, to encode from.", self.name());
        let holes = [
            ("docs", docs_after(&first, &self.def.docs)),
            ("declared", self.init("<'a>")),
            ("copy", copy(&self.init("<'_>"))),
            ("name", self.name()),
            ("elided", self.init("<'_>")),
            ("fields", self.declarations(Face::Init)),
            (
                "defaults",
                self.members
                    .iter()
                    .map(|m| format!("{}: {},\n", m.name, value(m)))
                    .collect(),
            ),
        ];
        fill_all(INIT, &holes)
    }

    fn view(&self) -> String {
        const VIEW: &str = "
$docs
#[derive(PartialEq, Hash)]
pub struct $view<'a>($codec::view::RawView<'a, $name>);
$copy
impl $core::cmp::Eq for $view<'_> {}

impl<'a> $view<'a> {
    $accessors
    /// The owned value.
    #[inline]
    pub fn to_message(self) -> $name { $codec::view::owned(self) }
}

impl $core::fmt::Debug for $view<'_> {
    #[inline]
    fn fmt(&self, f: &mut $core::fmt::Formatter<'_>) -> $core::fmt::Result {
        $codec::view::debug(&self.0, f)
    }
}
";
        let first = format!("[`{}`], read in place.", self.name());
        let holes = [
            ("docs", docs_after(&first, &self.def.docs)),
            ("view", self.cx.path(self.id, "View")),
            ("copy", copy(&(self.cx.path(self.id, "View") + "<'_>"))),
            ("name", self.name()),
            (
                "accessors",
                self.members.iter().map(|m| self.accessor(m)).collect(),
            ),
        ];
        fill_all(VIEW, &holes)
    }

    fn accessor(&self, member: &Member<'_>) -> String {
        let field = member.field;
        let ty = self.cx.ty(Face::View, &field.ty);
        let ty = if field.optional {
            fill("$core::option::Option<$of>", &[("of", &ty)])
        } else {
            ty
        };
        let own = docs(&field.docs, field.since.as_deref());
        let own = if own.is_empty() {
            docs(&[format!("The field `{}`.", field.name)], None)
        } else {
            own
        };
        let head = own + &super::docs::deprecated(field.deprecated.as_deref());
        let holes = [
            ("head", head),
            ("name", member.accessor.clone()),
            ("ty", ty),
            ("body", self.read(member)),
        ];
        fill_all(
            "$head #[inline]\npub fn $name(self) -> $ty { $body }\n",
            &holes,
        )
    }

    /// How an accessor reads its field.
    fn read(&self, member: &Member<'_>) -> String {
        let whole = &member.field.ty;
        let (ty, _) = self.cx.unwrapped(whole, "");
        let ty = &ty;
        match (member.place, member.presence) {
            (Place::Slot(index), _) => {
                format!(
                    "self.0.slot::<{}>()",
                    slots::position(usize::from(self.layout.slots), usize::from(index))
                )
            }
            (Place::Bit(bit), Presence::Bit(there)) => format!(
                "self.0.flag({}, {}).then(|| self.0.flag({}, {}))",
                there.byte,
                there.mask(),
                bit.byte,
                bit.mask()
            ),
            (Place::Bit(bit), _) => {
                let not = if member.field.default == Some(Value::Bool(true)) {
                    "!"
                } else {
                    ""
                };
                format!("{not}self.0.flag({}, {})", bit.byte, bit.mask())
            }
            (Place::Scalar { at, .. }, Presence::Bit(bit)) => {
                format!("self.0.optional({at}, {}, {})", bit.byte, bit.mask())
            }
            (Place::Scalar { at, .. }, _) if member.field.default.is_none() => {
                format!("self.0.get({at})")
            }
            (Place::Scalar { at, .. }, _) => {
                let read = match &member.field.default {
                    None => String::new(),
                    Some(Value::Float(value)) if *ty == Type::F32 => {
                        format!(
                            "f32::from_bits(self.0.get::<u32>({at}) ^ {:#x})",
                            encode::bits32(*value)
                        )
                    }
                    Some(Value::Float(value)) => {
                        format!(
                            "f64::from_bits(self.0.get::<u64>({at}) ^ {:#x})",
                            value.to_bits()
                        )
                    }
                    Some(Value::Enum { number, .. }) => {
                        let (repr, name) = (self.repr(ty), self.cx.ty(Face::Owned, ty));
                        let known = if self.cx.is_partial(ty) {
                            ".unwrap_or_default()"
                        } else {
                            ""
                        };
                        format!("{name}::from_number(self.0.get::<{repr}>({at}) ^ {number}){known}")
                    }
                    Some(Value::Flags { bits, .. }) => {
                        let (repr, name) = (self.repr(ty), self.cx.ty(Face::Owned, ty));
                        format!("{name}::from_bits_retain(self.0.get::<{repr}>({at}) ^ {bits:#x})")
                    }
                    Some(value) => {
                        let (number, int) = (self.cx.value(ty, value), self.cx.ty(Face::Owned, ty));
                        format!("self.0.get::<{int}>({at}) ^ {number}")
                    }
                };
                self.cx.wrapped(whole, read)
            }
        }
    }

    fn repr(&self, ty: &Type) -> &'static str {
        match self.cx.body(ty) {
            Some((_, TypeBody::Enum(body))) => body.repr.name(),
            Some((_, TypeBody::Flags(body))) => body.repr.name(),
            _ => "u32",
        }
    }

    /// What the codec has to know.
    fn message(&self) -> String {
        const MESSAGE: &str = "
impl $codec::Message for $name {
    type View<'a> = $view<'a>;
    type Slots = $slots;
    const SCALARS: usize = $scalars;
    const UNITS: &'static [$codec::message::Unit] = &$codec::message::Unit::of([$units]);
    const TABLE: $codec::table::MessageTable = $codec::table::MessageTable::new(__schema, $index);
    const FINGERPRINT: u64 = $fingerprint;
    $constrained
    $check
    $holds
    #[inline]
    fn view_of(raw: $codec::view::RawView<'_, Self>) -> $view<'_> { $view(raw) }
    #[inline]
    fn from_view(view: $view<'_>) -> Self { $all_slots Self { $fields } }
    #[inline]
    fn hint() -> &'static $codec::message::Hint { &__HINTS[$index] }
}
";
        let holes = [
            ("name", self.name()),
            ("view", self.cx.path(self.id, "View")),
            ("slots", slots::tree(&self.kinds())),
            ("scalars", self.layout.scalars.to_string()),
            ("units", self.units()),
            ("index", self.index.to_string()),
            (
                "fingerprint",
                format!("{:#018x}", self.cx.fingerprints[self.id.0 as usize]),
            ),
            (
                "constrained",
                constrained(self.cx.shapes.constrained(self.id)),
            ),
            ("check", self.check()),
            ("holds", self.holds()),
            (
                "all_slots",
                match self.layout.slots {
                    0 => String::new(),
                    slots => format!("let slots = view.0.slots::<{slots}>();"),
                },
            ),
            (
                "fields",
                self.members.iter().map(|m| self.copy(m)).collect(),
            ),
        ];
        fill_all(MESSAGE, &holes) + &self.presets()
    }

    /// The defaults of text and bytes.
    fn presets(&self) -> String {
        const PRESET: &str = "
impl $codec::kind::Preset<$kind, $ordinal> for $name { const VALUE: &'static $ty = $value; }
";
        let one = |m: &Member<'_>| {
            let (ty, value) = (&m.field.ty, m.field.default.as_ref()?);
            let borrowed = match self.cx.model.underlying(ty) {
                Type::String => "str",
                Type::Bytes => "[u8]",
                _ => return None,
            };
            let holes = [
                ("kind", self.cx.kind(ty)),
                ("ordinal", m.field.ordinal.to_string()),
                ("name", self.name()),
                ("ty", borrowed.to_owned()),
                ("value", self.cx.value(ty, value)),
            ];
            Some(fill_all(PRESET, &holes))
        };
        self.members.iter().filter_map(one).collect()
    }

    /// The kinds of the slots.
    fn kinds(&self) -> Vec<String> {
        let all = self.body.fields.iter().zip(&self.layout.places);
        let slots = all.filter(|(_, (place, _))| matches!(place, Place::Slot(_)));
        let kind = |(field, (_, presence)): (&Field, &(Place, Presence))| match presence {
            _ if field.reserved => fill("$codec::kind::Hole", &[]),
            Presence::Range => fill(
                "$codec::kind::Optional<$kind>",
                &[("kind", &self.cx.kind(&field.ty))],
            ),
            Presence::Bit(bit) => {
                let (byte, mask) = (bit.byte.to_string(), bit.mask().to_string());
                let holes = [
                    ("kind", self.cx.kind(&field.ty)),
                    ("byte", byte),
                    ("mask", mask),
                    ("name", self.name()),
                    ("ordinal", field.ordinal.to_string()),
                ];
                let kind = if field.default.is_some() {
                    "$codec::kind::Defaulted<$kind, $name, $ordinal, $byte, $mask>"
                } else {
                    "$codec::kind::Flagged<$kind, $byte, $mask>"
                };
                fill_all(kind, &holes)
            }
            Presence::Always | Presence::Required => self.cx.kind(&field.ty),
        };
        slots.map(kind).collect()
    }

    fn units(&self) -> String {
        let one = |unit: &Unit| {
            let (flag, mask) = unit.flag.map_or((0, 0), |bit| (bit.byte, bit.mask()));
            format!("[{}, {}, {flag}, {mask}],", unit.start, unit.end)
        };
        self.layout.units.iter().map(one).collect()
    }

    /// What has to hold of the scalars beyond where they end: what is absent is zero, and bools are bools.
    fn check(&self) -> String {
        let mut checks = Vec::new();
        for (field, (place, presence)) in self.body.fields.iter().zip(&self.layout.places) {
            let there = match presence {
                Presence::Bit(bit) => fill_all(
                    "$codec::message::flag(scalars, $byte, $mask)",
                    &[
                        ("byte", bit.byte.to_string()),
                        ("mask", bit.mask().to_string()),
                    ],
                ),
                _ => String::new(),
            };
            match place {
                Place::Bit(bit) if !there.is_empty() => {
                    let holes = [
                        ("there", there),
                        ("byte", bit.byte.to_string()),
                        ("mask", bit.mask().to_string()),
                    ];
                    checks.push(fill_all(
                        "($there | !$codec::message::flag(scalars, $byte, $mask))",
                        &holes,
                    ));
                }
                Place::Scalar { at, len } => {
                    let at = at.to_string();
                    if !there.is_empty() {
                        let holes = [
                            ("there", there),
                            ("at", at.clone()),
                            ("len", len.to_string()),
                        ];
                        checks.push(fill_all(
                            "($there | $codec::fixed::is_zero(scalars, $at, $len))",
                            &holes,
                        ));
                    }
                    if !field.reserved && self.cx.is_partial(&field.ty) {
                        let (ty, _) = self.cx.unwrapped(&field.ty, "");
                        let holes = [
                            ("ty", self.cx.ty(Face::Owned, &ty)),
                            ("at", at),
                            ("repr", self.repr(&ty).to_owned()),
                            ("default", default_number(field.default.as_ref())),
                        ];
                        let template = match &field.default {
                            None => "$codec::fixed::is_canonical::<$ty>(scalars, $at)",
                            Some(_) => {
                                "$ty::from_number($codec::fixed::get::<$repr>(scalars, $at) ^ $default).is_some()"
                            }
                        };
                        checks.push(fill_all(template, &holes));
                    }
                }
                _ => {}
            }
        }
        if checks.is_empty() {
            return String::new();
        }
        format!(
            "#[inline]\nfn check(scalars: &[u8]) -> bool {{ {} }}",
            checks.join(" & ")
        )
    }

    /// What `where` clauses ask of the values.
    fn holds(&self) -> String {
        let one = |m: &Member<'_>| {
            let read = format!("view.{}()", m.accessor);
            let at = if m.field.optional { "value" } else { &read };
            let all = self.cx.conditions(&m.field.ty, &parts(&m.field.rules), at);
            match m.field.optional {
                _ if all.is_empty() => None,
                true => Some(format!("{read}.is_none_or(|value| {all})")),
                false => Some(all),
            }
        };
        let all: Vec<String> = self.members.iter().filter_map(one).collect();
        if all.is_empty() {
            return String::new();
        }
        let all = all.join(" && ");
        let view = self.cx.path(self.id, "View");
        format!("#[inline]\nfn holds(view: {view}<'_>) -> bool {{ {all} }}")
    }

    /// A member of the owned value, from the view.
    fn copy(&self, member: &Member<'_>) -> String {
        let ty = &member.field.ty;
        let read = match member.place {
            Place::Slot(index) => {
                let at = slots::position(usize::from(self.layout.slots), usize::from(index));
                if let Some(owned) = self.copy_run(member, &at) {
                    return owned;
                }
                format!("slots.get::<{at}>()")
            }
            _ => format!("view.{}()", member.accessor),
        };
        let fixed = self.cx.size(ty).is_some();
        let value = |expr: &str| {
            let value = self.cx.owned_from(ty, expr);
            if member.boxed {
                fill("$std::boxed::Box::new($value)", &[("value", &value)])
            } else {
                value
            }
        };
        let value = match member.field.optional {
            true if !fixed && !member.boxed => {
                format!("{read}.map({})", self.cx.owning(ty, "value"))
            }
            true if !fixed && self.cx.is_message(ty) => {
                read + &fill(".map($codec::view::boxed)", &[])
            }
            true if !fixed => format!("{read}.map(|value| {})", value("value")),
            _ => value(&read),
        };
        format!("{}: {value},\n", member.name)
    }

    /// The same of text and bytes, which the codec makes.
    fn copy_run(&self, member: &Member<'_>, at: &str) -> Option<String> {
        let field = member.field;
        let run = match (&field.ty, self.cx.model.underlying(&field.ty)) {
            (Type::String, _) if field.optional => "optional_text",
            (_, Type::String) if !field.optional => "text",
            (_, Type::Bytes) if !field.optional => "bytes",
            _ => return None,
        };
        if field.default.is_some() {
            return None;
        }
        let value = format!("slots.{run}::<{at}>()");
        let value = match field.optional {
            true => value,
            false => self.cx.wrapped(&field.ty, value),
        };
        Some(format!("{}: {value},\n", member.name))
    }
}

/// The number of an enum's value.
fn default_number(value: Option<&Value>) -> String {
    match value {
        Some(Value::Enum { number, .. }) => number.to_string(),
        _ => String::new(),
    }
}

/// The constant that says so, where a type has a rule or holds one that has.
pub(super) fn constrained(yes: bool) -> String {
    let says = if yes {
        "const CONSTRAINED: bool = true;"
    } else {
        ""
    };
    says.to_owned()
}

fn is_long(ty: &Type) -> bool {
    match ty {
        Type::Array(element, count) => *count > MAX_DEFAULT_ARRAY || is_long(element),
        _ => false,
    }
}
