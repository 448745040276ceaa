//! `where` clauses as Rust: plain comparisons on what a view reads.

use crate::model::{Rule, Step, Test, Type, TypeBody};

use super::template::fill;
use super::types::Context;

/// A rule and how far on the way to its value one is.
pub(super) type Part<'r> = (&'r [Step], &'r Test);

/// The rules as they apply to a member itself.
pub(super) fn parts(rules: &[Rule]) -> Vec<Part<'_>> {
    rules.iter().map(|r| (r.at.as_slice(), &r.test)).collect()
}

/// The rules that lead through `step`, one step on.
fn through<'r>(rules: &[Part<'r>], step: Step) -> Vec<Part<'r>> {
    let on = |(at, test): &Part<'r>| match at {
        [first, rest @ ..] if *first == step => Some((rest, *test)),
        _ => None,
    };
    rules.iter().filter_map(on).collect()
}

impl Context<'_> {
    /// What has to hold of `expr`, a view of a `ty`; empty where it may be anything.
    pub(super) fn conditions(&self, ty: &Type, rules: &[Part<'_>], expr: &str) -> String {
        if let Some((_, TypeBody::Newtype(body))) = self.body(ty) {
            let dot = if self.size(ty).is_some() { ".0" } else { "" };
            return self.conditions(&body.ty, rules, &format!("{expr}{dot}"));
        }
        let own = rules.iter().filter(|(at, _)| at.is_empty());
        let mut all: Vec<String> = own
            .map(|(_, test)| self.condition(ty, test, expr))
            .collect();
        match ty {
            Type::List(of) | Type::Array(of, _) => {
                let inner = self.conditions(of, &through(rules, Step::Each), "item");
                let iter = if matches!(ty, Type::List(_)) {
                    "iter"
                } else {
                    "into_iter"
                };
                if !inner.is_empty() {
                    all.push(format!("{expr}.{iter}().all(|item| {inner})"));
                }
            }
            Type::Map(key, value) => {
                let key = self.conditions(key, &through(rules, Step::Key), "key");
                let value = self.conditions(value, &through(rules, Step::Value), "value");
                let inner: Vec<String> =
                    [key, value].into_iter().filter(|c| !c.is_empty()).collect();
                if !inner.is_empty() {
                    let inner = inner.join(" && ");
                    all.push(format!("{expr}.iter().all(|(key, value)| {inner})"));
                }
            }
            _ => {}
        }
        // Messages and unions are looked at where they are verified; a struct is by who holds it.
        if let Some((id, TypeBody::Struct(_))) = self.body(ty)
            && self.shapes.constrained(id)
        {
            all.push(format!("{expr}.__holds()"));
        }
        all.join(" && ")
    }

    fn condition(&self, ty: &Type, test: &Test, expr: &str) -> String {
        let number = match ty {
            Type::Named(_) => format!("{expr}.{}()", self.as_number(ty)),
            Type::Decimal(_) | Type::Timestamp | Type::Duration => format!("{expr}.0"),
            _ => expr.to_owned(),
        };
        match *test {
            Test::Int { low, high } => {
                let (least, most) = self.range(ty);
                bounds(&number, low, high, least, most)
            }
            Test::IntNot(not) => format!("{number} != {not}"),
            Test::Len { low, high } => bounds(
                &format!("{expr}.len()"),
                low.into(),
                high.into(),
                0,
                i32::MAX.into(),
            ),
            Test::Float {
                low,
                high,
                low_in,
                high_in,
            } => {
                let (low, high) = (float(low, low_in, '>'), float(high, high_in, '<'));
                let tests = [low, high].into_iter().flatten();
                let tests: Vec<String> = tests.map(|t| format!("{expr} {t}")).collect();
                tests.join(" && ")
            }
            Test::FloatNot(not) => format!("{expr} != {not:?}"),
            Test::Finite => format!("{expr}.is_finite()"),
            Test::NonZero => fill("$codec::fixed::is_set($expr)", &[("expr", expr)]),
            Test::Utf8 => fill("$core::str::from_utf8($expr).is_ok()", &[("expr", expr)]),
            Test::Unique => {
                let items = match &self.model.underlying(ty) {
                    Type::List(of) if **of == Type::String => ".iter().map(str::as_bytes)",
                    Type::List(of) if **of == Type::Bytes => ".iter()",
                    _ => ".as_slice().iter().map(|item| $codec::fixed::Wire::bytes(item.wire()))",
                };
                let items = fill(items, &[]);
                fill(
                    "$codec::table::rule::unique($expr$items)",
                    &[("expr", expr), ("items", &items)],
                )
            }
        }
    }

    /// The method that gives the number of an enum or of flags.
    fn as_number(&self, ty: &Type) -> &'static str {
        match self.body(ty) {
            Some((_, TypeBody::Flags(_))) => "bits",
            _ => "number",
        }
    }

    /// What a type that counts can hold.
    fn range(&self, ty: &Type) -> (i128, i128) {
        match self.body(ty) {
            Some((_, TypeBody::Enum(body))) => body.repr.range(),
            Some((_, TypeBody::Flags(body))) => body.repr.range(),
            _ => ty
                .int()
                .map_or((i64::MIN.into(), i64::MAX.into()), |int| int.range()),
        }
    }
}

/// `number` within `low..=high`, of which `least` and `most` go without saying.
fn bounds(number: &str, low: i128, high: i128, least: i128, most: i128) -> String {
    match (low > least, high < most) {
        _ if low == high => format!("{number} == {low}"),
        (true, true) => format!("({low}..={high}).contains(&{number})"),
        (true, false) => format!("{number} >= {low}"),
        (false, true) => format!("{number} <= {high}"),
        (false, false) => "true".to_owned(),
    }
}

/// A bound of a float; infinity itself goes without saying only for numbers, so NaN is compared with it.
fn float(bound: f64, within: bool, sign: char) -> Option<String> {
    let equal = if within { "=" } else { "" };
    (bound.is_finite() || !within).then(|| format!("{sign}{equal} {bound:?}"))
}
