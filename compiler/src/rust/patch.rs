//! Views that set fields where they lie: of messages and of unions.
//!
//! Everything of fixed size has a setter; what has parts of fixed size can be opened. Text can neither, nor
//! can a message that is carried as bytes.

use std::collections::HashSet;

use crate::layout::{Place, Presence};
use crate::model::{Type, TypeId, Union, Value};

use super::docs::{deprecated, docs};
use super::encode::bits32;
use super::member::{Member, Writing};
use super::plain::fill_all;
use super::slots;
use super::template::fill;
use super::types::{Context, Face};

const MESSAGE: &str = "
$docs
#[derive(Debug)]
pub struct $mut<'a>($codec::patch::RawMut<'a, $name>);

impl $mut<'_> {
    $members
    /// It, read in place.
    #[inline]
    pub fn view(&self) -> $view<'_> { self.0.view() }
}

impl<'a> $core::convert::From<$codec::patch::RawMut<'a, $name>> for $mut<'a> {
    #[inline]
    fn from(raw: $codec::patch::RawMut<'a, $name>) -> Self { Self(raw) }
}

impl $codec::Patch for $name { type ViewMut<'a> = $mut<'a>; }
";

const UNION: &str = "
$docs
#[derive(Debug)]
pub struct $mut<'a>($codec::patch::RawUnionMut<'a, $name>);

impl $mut<'_> {
    $members
}

impl<'a> $core::convert::From<$codec::patch::RawUnionMut<'a, $name>> for $mut<'a> {
    #[inline]
    fn from(raw: $codec::patch::RawUnionMut<'a, $name>) -> Self { Self(raw) }
}

impl $codec::patch::PatchUnion for $name { type ViewMut<'a> = $mut<'a>; }
";

const SET: &str = "
$head
#[inline]
pub fn $set(&mut self, value: $ty) -> $core::result::Result<(), $codec::PatchError> { $body }
";

const OPEN: &str = "
$head
#[inline]
pub fn $open(&mut self) -> $ty { $body }
";

/// The view that sets the fields of a message.
pub(super) fn message(message: &Writing<'_>) -> String {
    let mut taken = HashSet::from(["view".to_owned()]);
    let members = message.members.iter();
    let holes = [
        (
            "docs",
            docs(
                &[format!("[`{}`], changed in place.", message.name())],
                None,
            ),
        ),
        ("mut", message.cx.path(message.id, "ViewMut")),
        ("view", message.cx.path(message.id, "View")),
        ("name", message.name()),
        (
            "members",
            members.map(|m| field(message, m, &mut taken)).collect(),
        ),
    ];
    fill_all(MESSAGE, &holes)
}

/// The view that opens the payloads of a union.
pub(super) fn union(cx: &Context<'_>, id: TypeId, body: &Union) -> String {
    let mut members = String::new();
    for (index, variant) in body.variants.iter().enumerate() {
        let Some(ty) = variant
            .ty
            .as_ref()
            .filter(|ty| !variant.reserved && can_open(&cx.model.underlying(ty)))
        else {
            continue;
        };
        let first = format!(
            "The payload of `{}`; `None` if it is another variant.",
            variant.name
        );
        let position = slots::position(body.variants.len(), index);
        let holes = [
            (
                "head",
                docs(&[first], None) + &deprecated(variant.deprecated.as_deref()),
            ),
            ("open", format!("{}_mut", variant.name)),
            (
                "ty",
                fill("$core::option::Option<$of>", &[("of", &ty_mut(cx, ty))]),
            ),
            ("body", format!("self.0.payload::<{position}>()")),
        ];
        members.push_str(&fill_all(OPEN, &holes));
    }
    let name = cx.path(id, "");
    let holes = [
        (
            "docs",
            docs(
                &[format!("[`{name}`], whose payload is changed in place.")],
                None,
            ),
        ),
        ("mut", cx.path(id, "ViewMut")),
        ("name", name),
        ("members", members),
    ];
    fill_all(UNION, &holes)
}

/// A name that no other method has: fields `a_mut` and `set_a` can both ask for `set_a_mut`.
fn unique(name: String, taken: &mut HashSet<String>) -> String {
    let mut name = name;
    while !taken.insert(name.clone()) {
        name.push('_');
    }
    name
}

fn field(message: &Writing<'_>, member: &Member<'_>, taken: &mut HashSet<String>) -> String {
    let (cx, field) = (&message.cx, member.field);
    let optional = |ty: String| {
        if field.optional {
            fill("$core::option::Option<$of>", &[("of", &ty)])
        } else {
            ty
        }
    };
    let head = |first: String| docs(&[first], None) + &deprecated(field.deprecated.as_deref());
    if cx.size(&field.ty).is_some() {
        let holes = [
            ("head", head(format!("Sets the field `{}`.", field.name))),
            ("set", unique(format!("set_{}", field.name), taken)),
            ("ty", optional(cx.ty(Face::Owned, &field.ty))),
            ("body", set(message, member)),
        ];
        return fill_all(SET, &holes);
    }
    let Place::Slot(index) = member.place else {
        return String::new();
    };
    // Bytes with a default could become it, which is never written.
    if !can_open(&cx.model.underlying(&field.ty)) || field.default.is_some() {
        return String::new();
    }
    let position = slots::position(usize::from(message.layout.slots), usize::from(index));
    let holes = [
        (
            "head",
            head(format!(
                "The field `{}`, to be changed in place.",
                field.name
            )),
        ),
        ("open", unique(format!("{}_mut", field.name), taken)),
        ("ty", optional(ty_mut(cx, &field.ty))),
        ("body", format!("self.0.slot::<{position}>()")),
    ];
    fill_all(OPEN, &holes)
}

/// How a setter writes its field.
fn set(message: &Writing<'_>, member: &Member<'_>) -> String {
    let (cx, default) = (&message.cx, &member.field.default);
    let (ty, inner) = match default {
        Some(_) => cx.unwrapped(&member.field.ty, "value"),
        None => (member.field.ty.clone(), "value".to_owned()),
    };
    match (member.place, member.presence) {
        (Place::Slot(index), _) => {
            let position = slots::position(usize::from(message.layout.slots), usize::from(index));
            format!("self.0.set_slot::<{position}, _>(value)")
        }
        (Place::Bit(bit), Presence::Bit(there)) => format!(
            "self.0.set_optional_flag(({}, {}), ({}, {}), value)",
            bit.byte,
            bit.mask(),
            there.byte,
            there.mask()
        ),
        (Place::Bit(bit), _) => {
            let not = if *default == Some(Value::Bool(true)) {
                "!"
            } else {
                ""
            };
            format!("self.0.set_flag({}, {}, {not}value)", bit.byte, bit.mask())
        }
        (Place::Scalar { at, .. }, Presence::Bit(bit)) => {
            format!(
                "self.0.set_optional({at}, {}, {}, value)",
                bit.byte,
                bit.mask()
            )
        }
        (Place::Scalar { at, .. }, _) => {
            let value = match default {
                None => inner,
                Some(Value::Float(float)) if ty == Type::F32 => {
                    format!("{inner}.to_bits() ^ {:#x}", bits32(*float))
                }
                Some(Value::Float(float)) => format!("{inner}.to_bits() ^ {:#x}", float.to_bits()),
                Some(Value::Enum { number, .. }) => format!("{inner}.number() ^ {number}"),
                Some(Value::Flags { bits, .. }) => format!("{inner}.bits() ^ {bits:#x}"),
                Some(other) => format!("{inner} ^ {}", cx.value(&ty, other)),
            };
            format!("self.0.set({at}, {value})")
        }
    }
}

/// Whether something of fixed size lies within a value.
fn can_open(ty: &Type) -> bool {
    match ty {
        Type::String | Type::Encoded(_) => false,
        Type::List(of) | Type::Map(_, of) => can_open(of),
        _ => true,
    }
}

/// What changes a value in place. The codec's kind of the same slot says the same, or the code does not compile.
fn ty_mut(cx: &Context<'_>, ty: &Type) -> String {
    if let Some((_, of)) = cx.text(ty) {
        return ty_mut(cx, of);
    }
    let named = |id: TypeId| cx.path(id, "ViewMut") + "<'_>";
    let patch = |name: &str, argument: String| {
        fill(
            "$codec::patch::$name<'_, $of>",
            &[("name", name), ("of", &argument)],
        )
    };
    match ty {
        Type::Bytes => "&mut [u8]".to_owned(),
        Type::Named(id) if cx.size(ty).is_none() => named(*id),
        Type::List(of) if **of == Type::Bool => fill("$codec::patch::BitsMut<'_>", &[]),
        Type::List(of) if cx.size(of).is_some() => patch("PackedMut", cx.ty(Face::Owned, of)),
        Type::List(of) if cx.is_message(of) => patch("RowsMut", cx.ty(Face::Owned, of)),
        Type::List(of) => patch("ItemsMut", cx.kind(of)),
        Type::Map(key, value) => patch(
            "MapMut",
            format!("{}, {}", cx.list_kind(key), cx.list_kind(value)),
        ),
        _ => patch("FixedMut", cx.ty(Face::Owned, ty)),
    }
}
