//! Unions: an enum that owns its payload, one of views, one of borrows.

use crate::model::{Type, TypeDef, TypeId, Union, Variant};

use super::debug;
use super::docs::docs_after;
use super::messages::constrained;
use super::names::variant;
use super::plain::{attributes, copy, fill_all};
use super::rules::parts;
use super::slots;
use super::template::fill;
use super::types::{Context, Face};

const UNION: &str = "
$attributes
#[derive(Clone$debug, PartialEq)]
pub enum $name {
    $owned_variants
    $unknown
}

impl $core::default::Default for $name {
    #[inline]
    fn default() -> Self { $owned_default }
}

$view_docs
#[derive(PartialEq$debug)]
pub enum $view_of {
    $view_variants
    $unknown_view
}
$view_copy

$init_docs
$init_derive
pub enum $init_of {
    $init_variants
    $unknown_view
}
$init_copy

impl $init_in {
    #[doc(hidden)]
    pub const __DEFAULT: Self = $init_default;
}

impl $core::default::Default for $init_in {
    #[inline]
    fn default() -> Self { Self::__DEFAULT }
}

impl $codec::kind::Union for $name {
    type View<'a> = $view_of;
    type Variants = $kinds;
    $closed
    $constrained
    $holds
}

impl<'a> $core::convert::From<$codec::kind::RawUnion<'a, $name>> for $view_of {
    #[inline]
    fn from(raw: $codec::kind::RawUnion<'a, $name>) -> Self {
        match raw.ordinal() { $reads }
    }
}

impl $view_in {
    /// The owned value.
    #[inline]
    pub fn to_message(self) -> $name {
        match &self {
            $to_owned
        }
    }
}
";

const ENCODE: &str = "
impl $codec::kind::EncodeUnion<$name> for $face {
    #[inline]
    fn encode(&self, out: $codec::kind::VariantWriter<'_, $name>) {
        match self {
            $arms
        }
    }
}
";

pub(super) fn union(cx: &Context<'_>, id: TypeId, def: &TypeDef, body: &Union) -> String {
    let live: Vec<(usize, &Variant)> = body
        .variants
        .iter()
        .enumerate()
        .filter(|(_, v)| !v.reserved)
        .collect();
    let kinds: Vec<String> = body.variants.iter().map(|v| kind(cx, id, v)).collect();
    let position = |index: usize| slots::position(kinds.len(), index);
    let name = cx.path(id, "");
    let declare = |face| {
        live.iter()
            .map(|(_, v)| declaration(cx, id, face, v))
            .collect::<String>()
    };
    let default = &body.variants[cx.shapes.default_variant(id)];

    let sensitive = live.iter().any(|(_, v)| v.sensitive);
    let mut reads = String::new();
    for (index, variant) in &live {
        let payload = match &variant.ty {
            None => String::new(),
            Some(_) => format!("(raw.payload::<{}>())", position(*index)),
        };
        // What was verified has no other: of a closed union the last variant stands for all that is left.
        let last = body.closed && live.last().is_some_and(|(last, _)| last == index);
        let ordinal = if last {
            "_".to_owned()
        } else {
            variant.ordinal.to_string()
        };
        reads.push_str(&format!(
            "{ordinal} => Self::{}{payload},\n",
            name_of(variant)
        ));
    }
    let mut to_message: String = live
        .iter()
        .map(|(_, v)| to_owned(cx, id, &name, v))
        .collect();
    let open = |text: &str| {
        if body.closed {
            String::new()
        } else {
            fill(text, &[("name", &name)])
        }
    };
    reads.push_str(&open("_ => Self::Unknown(raw.unknown()),"));
    to_message.push_str(&open(
        "Self::Unknown(unknown) => $name::Unknown(unknown.to_owned()),",
    ));
    const UNKNOWN: &str = "/// A variant that this schema does not know, as it came.\n";

    let holes = [
        (
            "attributes",
            attributes(&def.docs, def.since.as_deref(), def.deprecated.as_deref()),
        ),
        ("name", name.clone()),
        ("view_of", cx.borrowing(Face::View, id, "<'a>")),
        ("view_in", cx.borrowing(Face::View, id, "<'_>")),
        ("init_of", cx.borrowing(Face::Init, id, "<'a>")),
        ("init_in", cx.borrowing(Face::Init, id, "<'_>")),
        (
            "view_docs",
            docs_after(&format!("[`{name}`], read in place."), &def.docs),
        ),
        (
            "init_docs",
            docs_after(
                &format!("[`{name}`] as borrows, to encode from."),
                &def.docs,
            ),
        ),
        ("owned_variants", declare(Face::Owned)),
        ("view_variants", declare(Face::View)),
        ("init_variants", declare(Face::Init)),
        ("owned_default", default_value(cx, id, Face::Owned, default)),
        ("init_default", default_value(cx, id, Face::Init, default)),
        ("kinds", slots::tree(&kinds)),
        ("constrained", constrained(cx.shapes.constrained(id))),
        ("holds", holds(cx, id, &live)),
        ("reads", reads),
        ("to_owned", to_message),
        (
            "unknown",
            open(&format!("{UNKNOWN}Unknown($codec::kind::Unknown),")),
        ),
        (
            "unknown_view",
            open(&format!(
                "{UNKNOWN}Unknown($codec::kind::Unknown<&'a [u8]>),"
            )),
        ),
        ("closed", closed(body.closed, &live)),
        ("debug", debug::derived(sensitive).to_owned()),
        (
            "init_derive",
            if sensitive { "" } else { "#[derive(Debug)]" }.to_owned(),
        ),
        ("view_copy", copy(&cx.borrowing(Face::View, id, "<'_>"))),
        ("init_copy", copy(&cx.borrowing(Face::Init, id, "<'_>"))),
    ];
    let mut out = fill_all(UNION, &holes);
    if sensitive {
        for face in [Face::Owned, Face::View, Face::Init] {
            let variants = live
                .iter()
                .map(|(_, v)| (name_of(v), v.ty.is_some(), v.sensitive));
            let ty = cx.borrowing(face, id, "<'_>");
            out.push_str(&debug::of_enum(&ty, variants, !body.closed));
        }
    }
    for face in [Face::Owned, Face::View, Face::Init] {
        let arms = live
            .iter()
            .map(|(index, v)| arm(cx, id, face, v, &position(*index)))
            .chain([open("Self::Unknown(unknown) => out.put_unknown(unknown),")])
            .collect();
        let holes = [
            ("name", name.clone()),
            ("face", cx.borrowing(face, id, "<'_>")),
            ("arms", arms),
        ];
        out.push_str(&fill_all(ENCODE, &holes));
    }
    out
}

/// Which variants a closed union has.
fn closed(closed: bool, live: &[(usize, &Variant)]) -> String {
    if !closed {
        return String::new();
    }
    let ordinals: Vec<String> = live.iter().map(|(_, v)| v.ordinal.to_string()).collect();
    let ordinals = ordinals.join(" | ");
    format!("#[inline]\nfn knows(ordinal: u16) -> bool {{ matches!(ordinal, {ordinals}) }}")
}

/// What `where` clauses ask of the payloads.
fn holds(cx: &Context<'_>, id: TypeId, live: &[(usize, &Variant)]) -> String {
    let arm = |(_, variant): &(usize, &Variant)| {
        let all = cx.conditions(variant.ty.as_ref()?, &parts(&variant.rules), "payload");
        let (view, name) = (cx.path(id, "View"), name_of(variant));
        (!all.is_empty()).then(|| format!("{view}::{name}(payload) => {all},\n"))
    };
    let arms: String = live.iter().filter_map(arm).collect();
    if arms.is_empty() {
        return arms;
    }
    let view = cx.borrowing(Face::View, id, "<'_>");
    format!("#[inline]\nfn holds(view: {view}) -> bool {{ match view {{ {arms} _ => true }} }}")
}

fn name_of(variant: &Variant) -> String {
    self::variant(&variant.name)
}

/// Whether a payload is a union that contains this one: no view can hold such a view.
fn is_nested(cx: &Context<'_>, id: TypeId, ty: &Type) -> bool {
    cx.is_union(ty) && is_boxed(cx, id, ty)
}

fn kind(cx: &Context<'_>, id: TypeId, variant: &Variant) -> String {
    match &variant.ty {
        _ if variant.reserved => fill("$codec::kind::Hole", &[]),
        None => fill("$codec::kind::Nothing", &[]),
        Some(ty) if is_nested(cx, id, ty) => fill(
            "$codec::kind::Nested<$of>",
            &[("of", &cx.ty(Face::Owned, ty))],
        ),
        Some(ty) => cx.kind(ty),
    }
}

fn declaration(cx: &Context<'_>, id: TypeId, face: Face, variant: &Variant) -> String {
    let payload = |ty: &Type| match face {
        Face::View if is_nested(cx, id, ty) => {
            let of = cx.ty(Face::Owned, ty);
            fill("($codec::kind::NestedView<'a, $of>)", &[("of", &of)])
        }
        _ => format!("({})", cx.member(face, id, ty, false)),
    };
    let payload = variant.ty.as_ref().map(payload).unwrap_or_default();
    let head = attributes(
        &variant.docs,
        variant.since.as_deref(),
        variant.deprecated.as_deref(),
    );
    format!("{head}{}{payload},\n", name_of(variant))
}

fn is_boxed(cx: &Context<'_>, id: TypeId, ty: &Type) -> bool {
    cx.shapes.boxed(cx.model, id, ty, false)
}

fn default_value(cx: &Context<'_>, id: TypeId, face: Face, variant: &Variant) -> String {
    let Some(ty) = &variant.ty else {
        return format!("Self::{}", name_of(variant));
    };
    let value = match face {
        Face::Init if is_boxed(cx, id, ty) => format!("&{}", cx.init_zero(ty)),
        Face::Init => cx.init_zero(ty),
        _ if cx.size(ty).is_some() => cx.zero(ty),
        _ => fill("$core::default::Default::default()", &[]),
    };
    format!("Self::{}({value})", name_of(variant))
}

fn to_owned(cx: &Context<'_>, id: TypeId, name: &str, variant: &Variant) -> String {
    let variant_name = name_of(variant);
    let Some(ty) = &variant.ty else {
        return format!("Self::{variant_name} => {name}::{variant_name},\n");
    };
    let by_reference = cx.is_message(ty)
        || cx.is_union(ty)
        || matches!(ty, Type::List(_) | Type::Map(..) | Type::Encoded(_));
    let mut value = cx.owned_from(ty, if by_reference { "payload" } else { "*payload" });
    if cx.model.underlying(ty) == Type::Bytes {
        value = cx.owned_from(ty, "payload");
    }
    if is_nested(cx, id, ty) {
        value = "payload.get().to_message()".to_owned();
    }
    if is_boxed(cx, id, ty) {
        value = fill("$std::boxed::Box::new($value)", &[("value", &value)]);
    }
    format!("Self::{variant_name}(payload) => {name}::{variant_name}({value}),\n")
}

fn arm(cx: &Context<'_>, id: TypeId, face: Face, variant: &Variant, position: &str) -> String {
    let name = name_of(variant);
    let Some(ty) = &variant.ty else {
        return format!("Self::{name} => out.put::<{position}, _>(()),\n");
    };
    let value = match (ty, face) {
        (Type::String, Face::Owned) => "payload.as_str()",
        (Type::Bytes, Face::Owned) => "payload.as_slice()",
        (Type::List(_) | Type::Map(..), Face::Owned) | (Type::Encoded(_), _) => "payload",
        (_, Face::Owned) if cx.text(ty).is_some() => "payload",
        _ if cx.is_message(ty) => "payload",
        (_, Face::Owned) if is_nested(cx, id, ty) => "&**payload",
        (_, Face::Init) if is_nested(cx, id, ty) => "*payload",
        (_, Face::View) if is_nested(cx, id, ty) => "&payload.get()",
        _ if cx.is_union(ty) => "payload",
        _ => "*payload",
    };
    format!("Self::{name}(payload) => out.put::<{position}, _>({value}),\n")
}
