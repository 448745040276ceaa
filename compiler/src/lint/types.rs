//! Types that are seldom the right ones.

use super::Linter;
use crate::codes::Code;
use crate::diagnostic::quote;
use crate::layout::{fixed_size, layout};
use crate::model::{Int, Message, Type, TypeBody};
use crate::names::snake;
use crate::span::Span;

/// Bytes of the block of a message above which it is large.
const LARGE: u16 = 4096;

/// Bytes of a payload of fixed size above which it is wide: two cache lines.
const WIDE: u64 = 128;

/// Bools of one type from which on most of what they can say together means nothing.
const BOOLS: usize = 3;

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
                    let all = body.fields.iter().map(|field| &field.ty);
                    bools(linter, &def.name, all, def.span);
                }
                TypeBody::Message(body) => {
                    let live = body.fields.iter().filter(|f| !f.reserved);
                    let plain = live.filter(|f| !f.optional).map(|field| &field.ty);
                    bools(linter, &def.name, plain, def.span);
                    defaults(linter, body);
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
                            wide(linter, &variant.name, ty, variant.span);
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

/// Bools that are always there: each doubles what the type can say.
fn bools<'a>(
    linter: &mut Linter<'_>,
    name: &str,
    types: impl Iterator<Item = &'a Type>,
    span: Span,
) {
    let count = types
        .filter(|ty| linter.model.underlying(ty) == Type::Bool)
        .count();
    if count >= BOOLS {
        linter.say(
            Code::BoolTrap,
            span,
            format!("`{}` has {count} bools", quote(name)),
            "what excludes one another is an `enum`, which can get a third value; what does not is `flags`",
        );
    }
}

/// Defaults that only those know who have the schema.
fn defaults(linter: &mut Linter<'_>, body: &Message) {
    // The checker keeps no default that is zero.
    for field in body.fields.iter().filter(|f| f.default.is_some()) {
        linter.say(
            Code::DefaultNotZero,
            field.span,
            format!("`{}` has a default that is not zero", quote(&field.name)),
            "protobuf and JSON leave it out where it is the default, and clients of other languages then read zero or nothing: let zero mean the default",
        );
    }
}

/// Payloads that lie within the Rust enum, and so within all its values.
fn wide(linter: &mut Linter<'_>, name: &str, ty: &Type, span: Span) {
    let size = fixed_size(linter.model, ty).unwrap_or(0);
    if size > WIDE {
        linter.say(
            Code::WideVariant,
            span,
            format!(
                "`{}` has {size} bytes, and so has every value of the union in memory",
                quote(name)
            ),
            "write `list<…>`, or `bytes` for an array of `u8`, which lie on the heap",
        );
    }
}

/// Lints of what has a name and a type.
fn typed(linter: &mut Linter<'_>, name: &str, ty: &Type, span: Span) {
    let last = name.rsplit('_').next().unwrap_or(name);
    let shown = quote(name);
    let wide = ty.int().is_some_and(|int| int.bytes() >= 4);
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
