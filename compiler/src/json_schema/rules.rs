//! What `where` clauses demand, as far as JSON Schema can say it.

use super::json::{Json, Object};
use super::scalars;
use crate::model::{Int, Rule, Step, Test, Type};

/// A rule, and the way that is left to the value that it tests.
#[derive(Debug, Clone, Copy)]
pub(super) struct Part<'r> {
    at: &'r [Step],
    test: &'r Test,
}

impl<'r> From<&'r Rule> for Part<'r> {
    fn from(rule: &'r Rule) -> Self {
        Self {
            at: &rule.at,
            test: &rule.test,
        }
    }
}

/// Rules for what is within a value.
#[derive(Debug, Default)]
pub(super) struct Deeper<'r> {
    pub(super) each: Vec<Part<'r>>,
    pub(super) key: Vec<Part<'r>>,
    pub(super) value: Vec<Part<'r>>,
}

/// The rules for a value itself, and those for what is within.
pub(super) fn split<'r>(rules: &[Part<'r>]) -> (Vec<Part<'r>>, Deeper<'r>) {
    let (mut here, mut deeper) = (Vec::new(), Deeper::default());
    for rule in rules {
        let Some((step, rest)) = rule.at.split_first() else {
            here.push(*rule);
            continue;
        };
        let rule = Part { at: rest, ..*rule };
        match step {
            Step::Each => deeper.each.push(rule),
            Step::Key => deeper.key.push(rule),
            Step::Value => deeper.value.push(rule),
        }
    }
    (here, deeper)
}

/// Whether a number meets a rule for numbers.
pub(super) fn allows(rule: &Part<'_>, number: i128) -> bool {
    match *rule.test {
        Test::Int { low, high } => low <= number && number <= high,
        Test::IntNot(not) => number != not,
        _ => true,
    }
}

/// Whether a member that is not written, and so is zero or empty, would break its rules.
pub(super) fn refuse_zero(rules: &[Rule]) -> bool {
    let of_itself = rules.iter().filter(|rule| rule.at.is_empty());
    of_itself.map(|rule| rule.test).any(|test| match test {
        Test::Int { low, high } => low > 0 || high < 0,
        Test::IntNot(not) => not == 0,
        Test::Float {
            low,
            high,
            low_in,
            high_in,
        } => low > 0.0 || high < 0.0 || (low == 0.0 && !low_in) || (high == 0.0 && !high_in),
        Test::FloatNot(not) => not == 0.0,
        Test::NonZero => true,
        Test::Len { low, .. } => low > 0,
        Test::Finite | Test::Unique | Test::Utf8 => false,
    })
}

/// Adds what can be said of `rules` to the schema of a value of type `ty`. It never refuses what they allow.
pub(super) fn narrow(out: &mut Object, ty: &Type, rules: &[Part<'_>]) {
    match ty {
        Type::F32 | Type::F64 => floats(out, ty, rules),
        Type::Array(of, _) if **of == Type::U8 => {}
        _ => {
            for rule in rules {
                one(out, ty, rule.test);
            }
        }
    }
}

fn one(out: &mut Object, ty: &Type, test: &Test) {
    let small = ty.int().filter(|int| int.bytes() < 8);
    match *test {
        Test::Int { low, high } => {
            if let Some(int) = small {
                bound(out, int, low, high);
            }
        }
        Test::IntNot(not) if small.is_some() => {
            exclude(out, Json::Int(not));
        }
        Test::IntNot(not) if ty.int().is_some() => exclude(out, Json::from(not.to_string())),
        Test::IntNot(0) if matches!(ty, Type::Decimal(_)) => exclude(out, Json::from("0")),
        Test::NonZero if *ty == Type::Uuid => {
            exclude(out, Json::from("00000000-0000-0000-0000-000000000000"));
        }
        Test::Len { low, high } => length(out, ty, low, high),
        Test::Unique => out.put("uniqueItems", true),
        _ => {}
    }
}

/// The closer of the bounds that are there and these.
fn bound(out: &mut Object, int: Int, low: i128, high: i128) {
    let there = |out: &mut Object, key: &str, or: i128| match out.get_mut(key) {
        Some(Json::Int(number)) => *number,
        _ => or,
    };
    let (least, most) = int.range();
    let low = low.max(there(out, "minimum", least));
    let high = high.min(there(out, "maximum", most));
    out.put("minimum", low);
    out.put("maximum", high);
}

fn exclude(out: &mut Object, value: Json) {
    // Several are one list, as `not` can stand but once.
    if let Some(Json::Object(not)) = out.get_mut("not") {
        if let Some(Json::List(all)) = not.get_mut("enum") {
            all.push(value);
        }
        return;
    }
    out.put("not", Object::default().with("enum", vec![value]));
}

/// Lengths: exact for elements and entries. Of text JSON Schema counts characters, which are one to four bytes each.
fn length(out: &mut Object, ty: &Type, low: u64, high: u64) {
    let (least, most, low, high) = match ty {
        Type::List(_) => ("minItems", "maxItems", low, high),
        Type::Map(..) => ("minProperties", "maxProperties", low, high),
        Type::String => ("minLength", "maxLength", low.div_ceil(4), high),
        Type::Bytes => {
            let exact = u32::try_from(low).ok().filter(|_| low == high);
            if let Some(exact) = exact.filter(|bytes| *bytes <= LONGEST_PATTERN) {
                *out = scalars::base64(exact, exact);
                return;
            }
            let quads = |bytes: u64| bytes.div_ceil(3).saturating_mul(4);
            ("minLength", "maxLength", quads(low), quads(high))
        }
        _ => return,
    };
    let there = |out: &mut Object, key: &str| match out.get_mut(key) {
        Some(Json::Int(number)) => Some(*number),
        _ => None,
    };
    let low = there(out, least).map_or(low.into(), |known| known.max(low.into()));
    let high = there(out, most).map_or(high.into(), |known| known.min(high.into()));
    if low > 0 {
        out.put(least, low);
    }
    // Nothing is longer than a message: that is no bound of the schema's.
    if high < i32::MAX.into() {
        out.put(most, high);
    }
}

/// Repeats of a pattern beyond which engines refuse it, in bytes.
const LONGEST_PATTERN: u32 = 3 * 1000;

/// A number within bounds, and those of the texts for what is no number that are within them, too.
fn floats(out: &mut Object, ty: &Type, rules: &[Part<'_>]) {
    if rules.is_empty() {
        return;
    }
    let mut number = Object::default().with("type", "number");
    let mut others = vec!["NaN", "Infinity", "-Infinity"];
    for rule in rules {
        match *rule.test {
            Test::Float {
                low,
                high,
                low_in,
                high_in,
            } => {
                others.retain(|name| match *name {
                    "Infinity" => high == f64::INFINITY && high_in,
                    "-Infinity" => low == f64::NEG_INFINITY && low_in,
                    _ => false,
                });
                if low.is_finite() {
                    let key = if low_in {
                        "minimum"
                    } else {
                        "exclusiveMinimum"
                    };
                    number.put(key, Json::Float(least(ty, low)));
                }
                if high.is_finite() {
                    let key = if high_in {
                        "maximum"
                    } else {
                        "exclusiveMaximum"
                    };
                    number.put(key, Json::Float(most(ty, high)));
                }
            }
            Test::FloatNot(not) if not.is_finite() && *ty == Type::F64 => {
                exclude(&mut number, Json::Float(not));
            }
            Test::Finite => others.clear(),
            _ => {}
        }
    }
    *out = if others.is_empty() {
        number
    } else {
        let others = Object::default().with("enum", scalars::not_numbers(&others));
        Object::default().with("anyOf", vec![Json::from(number), Json::from(others)])
    };
}

/// The shortest text of an `f32`, as a number: libraries write either this or all digits, so a bound takes the wider.
fn shortest(ty: &Type, bound: f64) -> f64 {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "exact: the checker narrowed it"
    )]
    match ty {
        Type::F32 => (bound as f32).to_string().parse().unwrap_or(bound),
        _ => bound,
    }
}

fn least(ty: &Type, bound: f64) -> f64 {
    bound.min(shortest(ty, bound))
}

fn most(ty: &Type, bound: f64) -> f64 {
    bound.max(shortest(ty, bound))
}
