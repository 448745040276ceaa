//! Enums, flags, structs and constants: values of fixed size.

use crate::model::{Const, Enum, Flags, Struct, Type, TypeBody, TypeDef, TypeId};

use crate::names::screaming;

use super::debug;
use super::docs::{deprecated, docs};
use super::names::{ident, variant};
use super::rules::parts;
use super::template::fill;
use super::types::{Context, Face};

/// The attributes of an item: its docs and its deprecation.
pub(super) fn attributes(text: &[String], since: Option<&str>, note: Option<&str>) -> String {
    docs(text, since) + &deprecated(note)
}

/// `Clone` and `Copy` of a type: a derived `Clone` says of each member that it is `Clone` as well, which costs as much to
/// check as to write the members down.
pub(super) fn copy(ty: &str) -> String {
    const COPY: &str = "
impl $core::clone::Clone for $ty {
    #[inline]
    fn clone(&self) -> Self { *self }
}
impl $core::marker::Copy for $ty {}
";
    fill(COPY, &[("ty", ty)])
}

const ENUM: &str = "
$attributes
#[derive(Debug, Default)]
pub enum $name {
    $variants
    $unknown
}
$copy

impl $name {
    /// The number that stands for it.
    #[inline]
    pub const fn number(self) -> $repr {
        match self { $numbers }
    }

    $from_number
}

impl $core::cmp::PartialEq for $name {
    #[inline]
    fn eq(&self, other: &Self) -> bool { self.number() == other.number() }
}
impl $core::cmp::Eq for $name {}
impl $core::cmp::PartialOrd for $name {
    #[inline]
    fn partial_cmp(&self, other: &Self) -> $core::option::Option<$core::cmp::Ordering> {
        $core::option::Option::Some($core::cmp::Ord::cmp(self, other))
    }
}
impl $core::cmp::Ord for $name {
    #[inline]
    fn cmp(&self, other: &Self) -> $core::cmp::Ordering {
        $core::cmp::Ord::cmp(&self.number(), &other.number())
    }
}
impl $core::hash::Hash for $name {
    #[inline]
    fn hash<H: $core::hash::Hasher>(&self, state: &mut H) { $core::hash::Hash::hash(&self.number(), state); }
}

impl $codec::Fixed for $name {
    type Wire = [u8; $size];
    #[inline]
    fn to_wire(self) -> [u8; $size] { self.number().to_le_bytes() }
    #[inline]
    fn from_wire(wire: [u8; $size]) -> Self { $from_wire }
    $canonical
}
";

/// How an open enum makes a value of any number, and a closed one of those that it knows.
const OPEN: &str = "
/// What a number stands for.
#[inline]
pub const fn from_number(number: $repr) -> Self {
    match number { $values number => Self::Unknown(number) }
}
";
const CLOSED: &str = "
/// What a number stands for, if it is one of these.
#[inline]
pub const fn from_number(number: $repr) -> $core::option::Option<Self> {
    $core::option::Option::Some(match number { $values _ => return $core::option::Option::None })
}
";

pub(super) fn enumeration(cx: &Context<'_>, id: TypeId, def: &TypeDef, body: &Enum) -> String {
    let (mut variants, mut numbers, mut values) = (String::new(), String::new(), String::new());
    for value in &body.values {
        let (name, number) = (variant(&value.name), value.number);
        variants.push_str(&attributes(
            &value.docs,
            value.since.as_deref(),
            value.deprecated.as_deref(),
        ));
        variants.push_str(if number == 0 { "#[default]\n" } else { "" });
        variants.push_str(&format!("{name},\n"));
        numbers.push_str(&format!("Self::{name} => {number},\n"));
        values.push_str(&format!("{number} => Self::{name},\n"));
    }
    let repr = body.repr.name();
    let (from_number, from_wire) = if body.closed {
        (
            CLOSED,
            "Self::from_number($repr::from_le_bytes(wire)).unwrap_or_default()",
        )
    } else {
        (OPEN, "Self::from_number($repr::from_le_bytes(wire))")
    };
    let (mut unknown, mut canonical) = (String::new(), String::new());
    if body.closed {
        canonical = fill(
            "#[inline]\nfn is_canonical(wire: &[u8; $size]) -> bool { Self::from_number($repr::from_le_bytes(*wire)).is_some() }",
            &[("size", &body.repr.bytes().to_string()), ("repr", repr)],
        );
    } else {
        unknown = format!("/// A number that this schema does not know.\nUnknown({repr}),");
        numbers.push_str("Self::Unknown(number) => number,\n");
    }
    let holes = [
        (
            "attributes",
            attributes(&def.docs, def.since.as_deref(), def.deprecated.as_deref()),
        ),
        ("name", cx.path(id, "")),
        ("copy", copy(&cx.path(id, ""))),
        ("variants", variants),
        ("numbers", numbers),
        ("unknown", unknown),
        (
            "from_number",
            fill(from_number, &[("values", &values), ("repr", repr)]),
        ),
        ("from_wire", fill(from_wire, &[("repr", repr)])),
        ("canonical", canonical),
        ("repr", repr.to_owned()),
        ("size", body.repr.bytes().to_string()),
    ];
    fill_all(ENUM, &holes)
}

const FLAGS: &str = "
$attributes
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct $name($repr);

impl $name { $consts }

$codec::flags!($name: $repr { $names });
";

/// A newtype of the integer; what all flags can do is a macro's.
pub(super) fn flags(cx: &Context<'_>, id: TypeId, def: &TypeDef, body: &Flags) -> String {
    let mut consts = String::new();
    for flag in &body.members {
        consts.push_str(&attributes(
            &flag.docs,
            flag.since.as_deref(),
            flag.deprecated.as_deref(),
        ));
        let (name, bits) = (screaming(&flag.name), flag.bits);
        consts.push_str(&format!("pub const {name}: Self = Self({bits:#x});\n"));
    }
    let names: Vec<String> = body.members.iter().map(|f| screaming(&f.name)).collect();
    let holes = [
        (
            "attributes",
            attributes(&def.docs, def.since.as_deref(), def.deprecated.as_deref()),
        ),
        ("name", cx.path(id, "")),
        ("repr", body.repr.name().to_owned()),
        ("consts", consts),
        ("names", names.join(", ")),
    ];
    fill_all(FLAGS, &holes)
}

const STRUCT: &str = "
$attributes
#[derive(PartialEq$debug)]
$layout
pub struct $name { $fields }
$shows
$copy

impl $name {
    #[doc(hidden)]
    pub const __ZERO: Self = Self { $zeros };
    $holds
}

impl $core::default::Default for $name {
    #[inline]
    fn default() -> Self { Self::__ZERO }
}

impl $codec::Fixed for $name {
    type Wire = [u8; $size];
    #[inline]
    fn to_wire(self) -> [u8; $size] {
        let mut wire = [0; $size];
        $puts
        wire
    }
    #[inline]
    fn from_wire(wire: [u8; $size]) -> Self { Self { $gets } }
    $in_memory
    $canonical
}
$plain
";

/// Of a struct whose bytes in memory are those on the wire: so a list of them is copied as a whole.
const IN_MEMORY: &str = "
    #[inline]
    fn in_memory(values: &[Self]) -> $core::option::Option<&[u8]> { $codec::fixed::in_memory(values) }
";

/// The alignment in memory of a value whose bytes there are those on the wire; `None` for one that has others or gaps.
fn plain_align(cx: &Context<'_>, ty: &Type) -> Option<u64> {
    match ty {
        Type::Bool | Type::U8 | Type::U16 | Type::U32 | Type::U64 => cx.size(ty),
        Type::I8 | Type::I16 | Type::I32 | Type::I64 | Type::F32 | Type::F64 => cx.size(ty),
        Type::Proto(_) => cx.size(ty),
        Type::Timestamp | Type::Duration | Type::Decimal(_) => cx.size(ty),
        Type::Uuid => Some(1),
        Type::Array(element, _) => plain_align(cx, element),
        _ => match cx.body(ty)? {
            (_, TypeBody::Struct(body)) => plain_struct_align(cx, body),
            _ => None,
        },
    }
}

/// The same of a struct.
fn plain_struct_align(cx: &Context<'_>, body: &Struct) -> Option<u64> {
    let (mut at, mut widest) = (0, 1);
    for field in &body.fields {
        let align = plain_align(cx, &field.ty).filter(|align| at % align == 0)?;
        widest = widest.max(align);
        at += cx.size(&field.ty)?;
    }
    (at % widest == 0).then_some(widest)
}

pub(super) fn structure(cx: &Context<'_>, id: TypeId, def: &TypeDef, body: &Struct) -> String {
    let (mut fields, mut zeros, mut puts, mut gets) =
        (String::new(), String::new(), String::new(), String::new());
    let (mut checks, mut conditions) = (Vec::new(), Vec::new());
    let mut at = 0;
    for field in &body.fields {
        let (name, ty) = (ident(&field.name), cx.ty(Face::Owned, &field.ty));
        fields.push_str(&attributes(
            &field.docs,
            field.since.as_deref(),
            field.deprecated.as_deref(),
        ));
        fields.push_str(&format!("pub {name}: {ty},\n"));
        zeros.push_str(&format!("{name}: {},\n", cx.zero(&field.ty)));
        puts.push_str(&fill(
            "$codec::fixed::put(&mut wire, $at, self.$name);\n",
            &[("at", &format!("{at}")), ("name", &name)],
        ));
        gets.push_str(&fill(
            "$name: $codec::fixed::get(&wire, $at),\n",
            &[("at", &format!("{at}")), ("name", &name)],
        ));
        if cx.is_partial(&field.ty) {
            checks.push(fill(
                "$codec::fixed::is_canonical::<$ty>(wire, $at)",
                &[("ty", &ty), ("at", &format!("{at}"))],
            ));
        }
        let condition = cx.conditions(&field.ty, &parts(&field.rules), &format!("self.{name}"));
        conditions.extend(Some(condition).filter(|c| !c.is_empty()));
        at += cx.size(&field.ty).unwrap_or(0);
    }
    let sensitive = body.fields.iter().any(|f| f.sensitive);
    let shown = body
        .fields
        .iter()
        .map(|f| (f.name.as_str(), ident(&f.name), f.sensitive));
    let shows = if sensitive {
        debug::of_struct(&cx.path(id, ""), &cx.model.flat_name(id), shown)
    } else {
        String::new()
    };
    let holds = match conditions.join(" && ") {
        none if none.is_empty() => none,
        all => format!("#[doc(hidden)]\n#[inline]\npub fn __holds(self) -> bool {{ {all} }}"),
    };
    let canonical = if checks.is_empty() {
        String::new()
    } else {
        format!(
            "#[inline]\nfn is_canonical(wire: &[u8; {at}]) -> bool {{ {} }}",
            checks.join(" && ")
        )
    };
    let is_plain = plain_struct_align(cx, body).is_some();
    let plain = |text: &str| {
        if is_plain {
            fill(text, &[])
        } else {
            String::new()
        }
    };
    let names: Vec<String> = body.fields.iter().map(|f| ident(&f.name)).collect();
    let holes = [
        (
            "attributes",
            attributes(&def.docs, def.since.as_deref(), def.deprecated.as_deref()),
        ),
        ("name", cx.path(id, "")),
        ("copy", copy(&cx.path(id, ""))),
        ("layout", plain("#[repr(C)]")),
        ("in_memory", plain(IN_MEMORY)),
        (
            "plain",
            plain(&format!(
                "$codec::plain_struct!({} {{ {} }});",
                cx.path(id, ""),
                names.join(", ")
            )),
        ),
        ("fields", fields),
        ("debug", debug::derived(sensitive).to_owned()),
        ("shows", shows),
        ("zeros", zeros),
        ("size", at.to_string()),
        ("puts", puts),
        ("gets", gets),
        ("canonical", canonical),
        ("holds", holds),
    ];
    fill_all(STRUCT, &holes)
}

pub(super) fn constant(cx: &Context<'_>, constant: &Const) -> String {
    let text = cx.text(&constant.ty);
    let of = text.map_or(&constant.ty, |(_, of)| of);
    let ty = match of {
        Type::String => "&str".to_owned(),
        Type::Bytes => "&[u8]".to_owned(),
        other => cx.ty(Face::Owned, other),
    };
    let holes = [
        (
            "attributes",
            attributes(
                &constant.docs,
                constant.since.as_deref(),
                constant.deprecated.as_deref(),
            ),
        ),
        ("name", constant.name.clone()),
        ("ty", ty),
        ("value", cx.value(of, &constant.value)),
    ];
    fill_all("$attributes\npub const $name: $ty = $value;\n", &holes)
}

/// [`fill`] with owned values.
pub(super) fn fill_all(template: &str, holes: &[(&str, String)]) -> String {
    let holes: Vec<(&str, &str)> = holes
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect();
    fill(template, &holes)
}
