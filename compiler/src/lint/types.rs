//! Types that are seldom the right ones.

use super::Linter;
use crate::codes::Code;
use crate::diagnostic::quote;
use crate::layout::layout;
use crate::model::{Int, Type, TypeBody};
use crate::names::snake;
use crate::span::Span;

/// Bytes of the block of a message above which it is large.
const LARGE: u16 = 4096;

/// What the value of an enum is called that says nothing.
const NEUTRAL: [&str; 10] = [
    "unspecified",
    "none",
    "undefined",
    "unset",
    "invalid",
    "default",
    "neutral",
    "zero",
    "empty",
    "other",
];

/// Last words of names that are times, or amounts of money.
const TIMES: [&str; 6] = ["at", "time", "timestamp", "date", "when", "deadline"];
const MONEY: [&str; 12] = [
    "price", "amount", "cost", "fee", "balance", "total", "salary", "payment", "discount", "tax",
    "budget", "revenue",
];

/// Words of names of what belongs into no log.
const SECRET: [&str; 8] = [
    "password",
    "passphrase",
    "secret",
    "token",
    "credential",
    "credentials",
    "ssn",
    "cvv",
];

pub(super) fn lint(linter: &mut Linter<'_>) {
    let model = linter.model;
    for package in model.packages.iter().filter(|p| p.requested) {
        for id in &package.types {
            let def = model.get(*id);
            match &def.body {
                TypeBody::Struct(body) => {
                    for field in &body.fields {
                        typed(linter, &field.name, &field.ty, field.span);
                        secret(linter, &field.name, field.sensitive, &field.ty, field.span);
                    }
                }
                TypeBody::Message(body) => {
                    for field in body.fields.iter().filter(|f| !f.reserved) {
                        typed(linter, &field.name, &field.ty, field.span);
                        secret(linter, &field.name, field.sensitive, &field.ty, field.span);
                    }
                    let scalars = layout(model, body).map_or(0, |layout| layout.scalars);
                    if scalars > LARGE {
                        let name = quote(&def.name);
                        linter.say(
                            Code::LargeMessage,
                            def.span,
                            format!("message `{name}` has {scalars} bytes of fields of fixed size"),
                            "each message has all of them, zeros too: lists and `bytes` lie outside, and take what they have",
                        );
                    }
                }
                TypeBody::Union(body) => {
                    for variant in &body.variants {
                        if let Some(ty) = &variant.ty {
                            typed(linter, &variant.name, ty, variant.span);
                            secret(linter, &variant.name, variant.sensitive, ty, variant.span);
                        }
                    }
                }
                TypeBody::Error(body) => {
                    for variant in body.bare() {
                        if let Some(ty) = &variant.ty {
                            typed(linter, &variant.name, ty, variant.span);
                        }
                    }
                }
                TypeBody::Enum(body) if !body.closed => {
                    let zero = body.values.iter().find(|v| v.number == 0);
                    let neutral = |name: &str| {
                        NEUTRAL.contains(&name)
                            || name.starts_with("no_")
                            || name.starts_with("not_")
                    };
                    if let Some(zero) = zero.filter(|v| !neutral(&v.name)) {
                        linter.say(
                            Code::ZeroNotNeutral,
                            zero.span,
                            format!("`{}` is what a field of `{}` has that nobody has set", quote(&zero.name), quote(&def.name)),
                            "begin with a neutral value such as `unspecified = 0;`, or let the enum be `closed`",
                        );
                    }
                }
                TypeBody::Newtype(body) => typed(linter, &snake(&def.name), &body.ty, def.span),
                TypeBody::Enum(_) | TypeBody::Flags(_) => {}
            }
        }
    }
}

/// Lints of what has a name and a type.
fn typed(linter: &mut Linter<'_>, name: &str, ty: &Type, span: Span) {
    let last = name.rsplit('_').next().unwrap_or(name);
    let shown = quote(name);
    let wide = matches!(ty, Type::U32 | Type::U64 | Type::I32 | Type::I64);
    if wide && TIMES.contains(&last) {
        linter.say(
            Code::TimeAsInteger,
            span,
            format!("`{shown}` sounds like a time, and is a number"),
            "write `timestamp`, which says its unit, or name the unit: `…_days`",
        );
    }
    if matches!(ty, Type::F32 | Type::F64) && MONEY.contains(&last) {
        linter.say(
            Code::FloatForMoney,
            span,
            format!("`{shown}` sounds like money, and is a float"),
            "floats have no exact cents: write `decimal<2>`",
        );
    }
    walk(linter, &shown, ty, span);
}

/// What is named like a secret, and of a type that can hold one.
fn secret(linter: &mut Linter<'_>, name: &str, marked: bool, ty: &Type, span: Span) {
    let holds = match linter.model.underlying(ty) {
        Type::String | Type::Bytes | Type::Uuid => true,
        Type::List(inner) | Type::Array(inner, _) => {
            matches!(*inner, Type::String | Type::Bytes | Type::U8)
        }
        _ => false,
    };
    if holds && !marked && name.split('_').any(|word| SECRET.contains(&word)) {
        linter.say(
            Code::SensitiveName,
            span,
            format!("`{}` sounds secret, and is shown in logs", quote(name)),
            "write `#[sensitive]` before it: `Debug` and errors then say `[redacted]`",
        );
    }
}

/// Lints of types within types.
fn walk(linter: &mut Linter<'_>, shown: &str, ty: &Type, span: Span) {
    match ty {
        Type::List(inner) => {
            if **inner == Int::U8.ty() {
                linter.say(
                    Code::ListOfU8,
                    span,
                    format!("`{shown}` is a list of bytes"),
                    "write `bytes`: it is `&[u8]` in Rust, and base64 in JSON instead of numbers",
                );
            }
            wrapped(linter, shown, inner, span);
            walk(linter, shown, inner, span);
        }
        Type::Map(_, value) => {
            wrapped(linter, shown, value, span);
            walk(linter, shown, value, span);
        }
        Type::Array(inner, _) => walk(linter, shown, inner, span),
        _ => {}
    }
}

fn wrapped(linter: &mut Linter<'_>, shown: &str, inner: &Type, span: Span) {
    if matches!(inner, Type::List(_) | Type::Map(..)) {
        linter.say(
            Code::ProtoWrapper,
            span,
            format!("`{shown}` has a list or map within another"),
            "protobuf needs a message in between, which is then made up: declare one, with a name of your choice",
        );
    }
}
