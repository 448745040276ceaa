//! Errors: an enum that is a Rust error, and its way into a status and back.
//!
//! A status carries an error in its protobuf form. That is made by way of a message, the *carrier*, with an optional field
//! for each variant: hidden, and made for this alone.

use crate::model::{Error, ErrorVariant, Model, TypeBody, TypeDef, TypeId};

use super::debug;
use super::docs::{deprecated, docs};
use super::names::{ident, variant};
use super::plain::{attributes, fill_all};
use super::template::fill;
use super::types::{Context, Face};

/// What the names of carriers begin with, and no name of a schema does.
const HIDDEN: &str = "__";

const ERROR: &str = "
$attributes
#[derive(Clone, PartialEq$debug)]
pub enum $name {
    $variants
    /// An error that this schema does not know, as it came.
    Unknown($rpc::UnknownError),
}

impl $name {
    /// The code of the status that carries it.
    pub fn code(&self) -> $rpc::Code {
        match self { $codes Self::Unknown(unknown) => unknown.code() }
    }

    /// Whether the same call may succeed later.
    pub fn is_retryable(&self) -> bool {
        match self { $retryable Self::Unknown(unknown) => unknown.is_retryable() }
    }
}

impl $core::fmt::Display for $name {
    fn fmt(&self, f: &mut $core::fmt::Formatter<'_>) -> $core::fmt::Result {
        match self { $texts Self::Unknown(unknown) => $core::fmt::Display::fmt(unknown, f) }
    }
}

impl $std::error::Error for $name {}

impl $rpc::Throws for $name {
    const NAME: &'static str = $full_name;

    fn code(&self) -> $rpc::Code { Self::code(self) }

    fn is_retryable(&self) -> bool { Self::is_retryable(self) }

    fn to_status(&self) -> $rpc::Status {
        let carrier = match self {
            $packs
            Self::Unknown(unknown) => return unknown.to_status(),
        };
        $rpc::thrown::to_status(self, &carrier)
    }

    fn from_status(status: &$rpc::Status) -> $core::option::Option<Self> {
        let carrier: $carrier = $rpc::thrown::from_status::<Self, $carrier>(status)?;
        $unpacks
        $core::option::Option::Some(Self::Unknown($rpc::UnknownError::new(status)))
    }
}
";

/// The model with a carrier for each error.
pub(super) fn with_carriers(model: &Model) -> Model {
    let mut out = model.clone();
    for package in &mut out.packages {
        for id in package.types.clone() {
            let def = model.get(id);
            let TypeBody::Error(body) = &def.body else {
                continue;
            };
            package
                .types
                .push(TypeId(u32::try_from(out.types.len()).unwrap_or(u32::MAX)));
            out.types.push(TypeDef {
                name: format!("{HIDDEN}{}", def.name),
                body: TypeBody::Message(body.as_message()),
                docs: Vec::new(),
                deprecated: None,
                since: None,
                ..def.clone()
            });
        }
    }
    out
}

pub(super) fn is_carrier(def: &TypeDef) -> bool {
    def.name.starts_with(HIDDEN)
}

pub(super) fn error(cx: &Context<'_>, id: TypeId, def: &TypeDef, body: &Error) -> String {
    let each = |one: &dyn Fn(&ErrorVariant) -> String| body.live().map(one).collect::<String>();
    let name = cx.path(id, "");
    let carrier = format!("{HIDDEN}{}", def.name);
    let sensitive = body.live().any(|v| v.variant.sensitive);
    let holes = [
        (
            "attributes",
            attributes(&def.docs, def.since.as_deref(), def.deprecated.as_deref()),
        ),
        ("full_name", format!("{:?}", cx.model.full_name(id))),
        ("variants", each(&|v| declaration(cx, id, v))),
        (
            "codes",
            each(&|v| {
                let code = format!("{:?}", v.status);
                let holes = [("pattern", pattern(v)), ("code", code)];
                fill_all("$pattern => $rpc::Code::$code,\n", &holes)
            }),
        ),
        (
            "retryable",
            each(&|v| format!("{} => {},\n", pattern(v), v.retryable)),
        ),
        (
            "texts",
            each(&|v| format!("{} => f.write_str({:?}),\n", pattern(v), text(v))),
        ),
        ("packs", each(&|v| pack(&carrier, v))),
        ("unpacks", each(&unpack)),
        ("carrier", carrier.clone()),
        ("debug", debug::derived(sensitive).to_owned()),
        ("name", name.clone()),
    ];
    let mut out = fill_all(ERROR, &holes);
    if sensitive {
        let variants = body.live().map(|v| &v.variant);
        let variants = variants.map(|v| (variant(&v.name), v.ty.is_some(), v.sensitive));
        out.push_str(&debug::of_enum(&name, variants, true));
    }
    out
}

fn declaration(cx: &Context<'_>, id: TypeId, thrown: &ErrorVariant) -> String {
    let own = &thrown.variant;
    let payload = own.ty.as_ref();
    let payload = payload.map(|ty| format!("({})", cx.member(Face::Owned, id, ty, false)));
    let mut lines = own.docs.clone();
    if !lines.is_empty() {
        lines.push(String::new());
    }
    let code = thrown.status.word().to_ascii_uppercase();
    let again = if thrown.retryable {
        ": the call may be tried again"
    } else {
        ""
    };
    lines.push(format!("{code}{again}."));
    let head = docs(&lines, own.since.as_deref()) + &deprecated(own.deprecated.as_deref());
    let (name, payload) = (variant(&own.name), payload.unwrap_or_default());
    format!("{head}{name}{payload},\n")
}

/// What matches a variant, whatever it holds.
fn pattern(thrown: &ErrorVariant) -> String {
    let payload = thrown.variant.ty.as_ref().map_or("", |_| "(_)");
    format!("Self::{}{payload}", variant(&thrown.variant.name))
}

/// What people are told: the first line of its docs, or its name in words.
fn text(thrown: &ErrorVariant) -> String {
    let mut lines = thrown.variant.docs.iter().map(|line| line.trim());
    let first = lines.find(|line| !line.is_empty());
    first.map_or_else(|| thrown.variant.name.replace('_', " "), str::to_owned)
}

/// From a variant to the carrier.
fn pack(carrier: &str, thrown: &ErrorVariant) -> String {
    let name = &thrown.variant.name;
    let (payload, value) = match thrown.variant.ty {
        Some(_) => ("(payload)", "$core::clone::Clone::clone(payload)"),
        None => ("", "$std::vec::Vec::new()"),
    };
    let holes = [
        ("variant", variant(name)),
        ("payload", payload.to_owned()),
        ("carrier", carrier.to_owned()),
        ("field", ident(name)),
        ("value", fill(value, &[])),
    ];
    let template = "Self::$variant$payload => $carrier {
        $field: $core::option::Option::Some($value),
        ..$core::default::Default::default()
    },\n";
    fill_all(template, &holes)
}

/// From the carrier to a variant.
fn unpack(thrown: &ErrorVariant) -> String {
    let name = &thrown.variant.name;
    let (binding, payload) = match thrown.variant.ty {
        Some(_) => ("payload", "(payload)"),
        None => ("_", ""),
    };
    let holes = [
        ("variant", variant(name)),
        ("field", ident(name)),
        ("binding", binding.to_owned()),
        ("payload", payload.to_owned()),
    ];
    let template = "if let $core::option::Option::Some($binding) = carrier.$field {
        return $core::option::Option::Some(Self::$variant$payload);
    }\n";
    fill_all(template, &holes)
}
