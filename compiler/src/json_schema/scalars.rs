//! Values without parts.

use super::json::{Json, Object};
use crate::model::{Int, Type};

pub(super) const UNSIGNED: &str = "^(0|[1-9][0-9]*)$";
pub(super) const SIGNED: &str = "^(0|-?[1-9][0-9]*)$";
const BASE64: &str = "^([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$";
const UUID: &str = "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$";
const TIMESTAMP: &str =
    "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.([0-9]{3}){1,3})?Z$";
const DURATION: &str = "^-?[0-9]+(\\.([0-9]{3}){1,3})?s$";

fn text() -> Object {
    Object::default().with("type", "string")
}

/// The text of an integer.
pub(super) fn digits(int: Int) -> &'static str {
    if int.range().0 == 0 { UNSIGNED } else { SIGNED }
}

/// An integer; one of 64 bits is text, which no parser rounds.
pub(super) fn int(int: Int) -> Object {
    if int.bytes() == 8 {
        return text().with("pattern", digits(int));
    }
    let (low, high) = int.range();
    Object::default()
        .with("type", "integer")
        .with("minimum", low)
        .with("maximum", high)
}

/// Texts for the floats that JSON has no number for.
pub(super) fn not_numbers(all: &[&str]) -> Json {
    Json::List(all.iter().map(|name| Json::from(*name)).collect())
}

/// Base64 of at least `low` and at most `high` bytes, as closely as the length of the text tells.
pub(super) fn base64(low: u32, high: u32) -> Object {
    let mut out = text().with("contentEncoding", "base64");
    if low != high {
        return out.with("pattern", BASE64);
    }
    let quads = low / 3;
    let end = match low % 3 {
        0 => "",
        1 => "[A-Za-z0-9+/]{2}==",
        _ => "[A-Za-z0-9+/]{3}=",
    };
    out.put("pattern", format!("^([A-Za-z0-9+/]{{4}}){{{quads}}}{end}$"));
    out
}

/// A scalar of the language.
pub(super) fn scalar(ty: &Type) -> Object {
    match ty {
        Type::Bool => Object::default().with("type", "boolean"),
        Type::F32 | Type::F64 => {
            let number = Object::default().with("type", "number");
            let others = not_numbers(&["NaN", "Infinity", "-Infinity"]);
            let others = Object::default().with("enum", others);
            Object::default().with("anyOf", vec![Json::from(number), Json::from(others)])
        }
        Type::Bytes => base64(0, u32::MAX),
        Type::Timestamp => text()
            .with("format", "date-time")
            .with("pattern", TIMESTAMP),
        Type::Duration => text().with("pattern", DURATION),
        Type::Uuid => text().with("format", "uuid").with("pattern", UUID),
        Type::Decimal(scale) => text().with("pattern", decimal(*scale)),
        ty => ty.int().map_or_else(text, int),
    }
}

/// Digits without zeros that say nothing.
fn decimal(scale: u8) -> String {
    let fraction = match scale.checked_sub(1) {
        None => String::new(),
        Some(before) => format!("(\\.[0-9]{{0,{before}}}[1-9])?"),
    };
    format!("^-?(0|[1-9][0-9]*){fraction}$")
}
