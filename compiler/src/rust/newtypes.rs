//! Newtypes: types of their own in Rust, and what they wrap on the wire.
//!
//! One of fixed size is itself everywhere. One of text or bytes is itself where values are owned; views and borrows have
//! what it wraps: `&str`, `&[u8]`.

use crate::model::{Newtype, Type, TypeBody, TypeDef, TypeId};

use super::plain::{attributes, fill_all};
use super::template::fill;
use super::types::{Context, Face};

const NEWTYPE: &str = "
$attributes
#[derive(Clone, $derives)]
pub struct $name(pub $of);

$codec::newtype!($kind $name($of) $zero);
$shows
";

pub(super) fn newtype(cx: &Context<'_>, id: TypeId, def: &TypeDef, body: &Newtype) -> String {
    let underlying = cx.model.underlying(&body.ty);
    let fixed = cx.size(&body.ty).is_some();
    let kind = match (fixed, &underlying) {
        (true, _) => "fixed",
        (false, Type::String) => "text",
        (false, _) => "bytes",
    };
    let mut derives = if fixed { "Copy, Debug" } else { "Debug" }.to_owned();
    derives.push_str(if is_float(&underlying) {
        ", PartialEq, PartialOrd"
    } else {
        ", PartialEq, Eq, PartialOrd, Ord, Hash"
    });
    let zero = match kind {
        "fixed" => format!("= {}", cx.zero(&body.ty)),
        _ => String::new(),
    };
    let shows = match &underlying {
        Type::Bytes | Type::Array(..) => "",
        Type::Named(of) if !matches!(cx.model.get(*of).body, TypeBody::Newtype(_)) => "",
        _ => "$codec::newtype!(display $name);",
    };
    let holes = [
        (
            "attributes",
            attributes(&def.docs, def.since.as_deref(), def.deprecated.as_deref()),
        ),
        ("name", cx.path(id, "")),
        ("of", cx.ty(Face::Owned, &body.ty)),
        ("derives", derives),
        ("kind", kind.to_owned()),
        ("zero", zero),
        ("shows", fill(shows, &[("name", &cx.path(id, ""))])),
    ];
    fill_all(NEWTYPE, &holes)
}

fn is_float(ty: &Type) -> bool {
    match ty {
        Type::F32 | Type::F64 => true,
        Type::Array(of, _) => is_float(of),
        _ => false,
    }
}
