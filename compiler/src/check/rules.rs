//! `where` clauses: conditions that fit their types, and that some value meets.

use crate::codes::Code;
use crate::diagnostic::{Diagnostic, quote};
use crate::model::{Rule, Step, Test, Type, TypeBody, Value};
use crate::names::{flags_text, nearest};
use crate::span::Span;
use crate::syntax::tree::{self, Compare, Expr, Name, Predicate, TermKind, TypeExpr};

use super::{At, Checker};

/// What the aliases within a type expression demand, gathered while it is resolved.
#[derive(Debug, Default)]
pub(super) struct Demanded {
    /// The way to the type that is being resolved.
    pub(super) steps: Vec<Step>,
    rules: Vec<Rule>,
}

impl Demanded {
    /// Adds the rules of an alias that stands here.
    pub(super) fn extend(&mut self, rules: &[Rule]) {
        let within = |rule: &Rule| Rule {
            at: [self.steps.as_slice(), &rule.at].concat(),
            ..rule.clone()
        };
        self.rules.extend(rules.iter().map(within));
    }
}

/// Lengths end where messages do.
const MAX_LEN: u64 = 0x7FFF_FFFF;
const WORDS: [&str; 4] = ["nonzero", "finite", "unique", "utf8"];

impl Checker<'_> {
    /// The type, and what its aliases and `predicates` demand of its values.
    pub(super) fn resolve_ruled(
        &mut self,
        at: At,
        expr: &TypeExpr,
        predicates: &[Predicate],
    ) -> Option<(Type, Vec<Rule>)> {
        let outer = std::mem::take(&mut self.demanded);
        let ty = self.resolve_inner(at, expr);
        let mut rules = std::mem::replace(&mut self.demanded, outer).rules;
        let ty = ty?;
        let tested = self.model.underlying(&ty);
        for predicate in predicates {
            let Some(rule) = self.rule(at, predicate, &tested) else {
                continue;
            };
            if rules.iter().any(|r| r.at == rule.at && r.test == rule.test) {
                self.err(
                    Code::WhereType,
                    rule.span,
                    "this condition holds already",
                    "",
                    "remove it",
                );
                continue;
            }
            rules.push(rule);
            self.possible(&rules, &tested);
        }
        Some((ty, rules))
    }

    fn rule(&mut self, at: At, predicate: &Predicate, ty: &Type) -> Option<Rule> {
        let (steps, target) = match &predicate.part {
            None => (Vec::new(), ty),
            Some(part) => {
                let (step, target) = self.part(part, ty)?;
                (vec![step], target)
            }
        };
        let (test, text) = match &predicate.test {
            tree::Test::Word(word) if predicate.len => {
                let help = "write `len <= 16`, or `len in 1..=16`";
                let message = format!("`len {}` is no condition", quote(&word.text));
                self.err(Code::WhereType, word.span, message, "", help);
                return None;
            }
            tree::Test::Word(word) => (self.word(word, target)?, word.text.clone()),
            tree::Test::Compare(compare, operand) => {
                let (value, text) = self.operand(at, operand, target, predicate)?;
                let sign = sign(*compare);
                (
                    self.compared(*compare, value, target, predicate)?,
                    format!("{sign} {text}"),
                )
            }
            tree::Test::Range(first, last) => {
                let (low, low_text) = self.operand(at, first, target, predicate)?;
                let (high, high_text) = self.operand(at, last, target, predicate)?;
                let test = match (low, high) {
                    (Operand::Int(low), Operand::Int(high)) => ints(low, high, predicate.len),
                    (Operand::Float(low), Operand::Float(high)) => Test::Float {
                        low,
                        high,
                        low_in: true,
                        high_in: true,
                    },
                    _ => return None,
                };
                (test, format!("in {low_text}..={high_text}"))
            }
        };
        let len = if predicate.len { "len " } else { "" };
        Some(Rule {
            at: steps,
            test,
            text: format!("{len}{text}"),
            span: predicate.span,
        })
    }

    /// What `each`, `key` or `value` leads to.
    fn part<'t>(&mut self, part: &Name, ty: &'t Type) -> Option<(Step, &'t Type)> {
        let found = match (part.text.as_str(), ty) {
            ("each", Type::List(inner) | Type::Array(inner, _)) => (Step::Each, &**inner),
            ("key", Type::Map(key, _)) => (Step::Key, &**key),
            ("value", Type::Map(_, value)) => (Step::Value, &**value),
            (word, _) => {
                let name = self.type_name(ty);
                let whose = if word == "each" {
                    "lists and arrays"
                } else {
                    "maps"
                };
                let message = format!("`{word}` is for {whose}, and this is a `{name}`");
                let help = match ty {
                    Type::Map(..) => "write `key` or `value`",
                    Type::List(_) | Type::Array(..) => "write `each`",
                    _ => "remove it",
                };
                self.err(Code::WhereType, part.span, message, "", help);
                return None;
            }
        };
        Some(found)
    }

    fn word(&mut self, word: &Name, ty: &Type) -> Option<Test> {
        let float = matches!(ty, Type::F32 | Type::F64);
        let written = format!("`{}`", quote(&word.text));
        match word.text.as_str() {
            "nonzero" if float => Some(Test::FloatNot(0.0)),
            "nonzero" if self.is_counted(ty) => Some(Test::IntNot(0)),
            "nonzero" if matches!(ty, Type::Uuid | Type::Array(..)) => Some(Test::NonZero),
            "nonzero" => {
                let help = match ty {
                    Type::Encoded(_) => "a message is never empty; remove it",
                    Type::String | Type::Bytes | Type::List(_) | Type::Map(..) => {
                        "write `len > 0` for what must not be empty"
                    }
                    _ => "it is for numbers, enums, flags, times, UUIDs and arrays",
                };
                self.misfit(word.span, &written, ty, help)
            }
            "finite" if float => Some(Test::Finite),
            "finite" => self.misfit(word.span, &written, ty, "it is for `f32` and `f64`"),
            "utf8" if *ty == Type::Bytes => Some(Test::Utf8),
            "utf8" if *ty == Type::String => {
                self.misfit(word.span, &written, ty, "remove it: a `string` always is")
            }
            "utf8" => self.misfit(word.span, &written, ty, "it is for `bytes`"),
            "unique" => match ty {
                Type::List(inner)
                    if **inner != Type::Bool
                        && (self.is_fixed(inner)
                            || matches!(**inner, Type::String | Type::Bytes)) =>
                {
                    Some(Test::Unique)
                }
                _ => {
                    let help = "it is for lists of numbers, text, bytes, enums, flags and structs";
                    self.misfit(word.span, &written, ty, help)
                }
            },
            _ => {
                let message = format!("`{}` is no condition", quote(&word.text));
                let found = Diagnostic::new(Code::WhereType, message).label(word.span, "");
                let known = "conditions are `> 0`, `in 1..=9`, `len <= 9`, `nonzero`, `finite`, `unique` and `utf8`";
                self.say(found.did_you_mean(nearest(&word.text, WORDS), known));
                None
            }
        }
    }

    fn misfit<T>(&mut self, span: Span, what: &str, ty: &Type, help: &str) -> Option<T> {
        let message = format!("{what} does not fit `{}`", self.type_name(ty));
        self.err(Code::WhereType, span, message, "", help);
        None
    }

    /// Whether a value of the type is compared as a whole number.
    fn is_counted(&self, ty: &Type) -> bool {
        match ty {
            Type::Named(id) => matches!(
                self.model.get(*id).body,
                TypeBody::Enum(_) | TypeBody::Flags(_)
            ),
            Type::Decimal(_) | Type::Duration | Type::Timestamp => true,
            other => other.int().is_some(),
        }
    }

    /// What a value is compared with, and how a schema writes that.
    fn operand(
        &mut self,
        at: At,
        expr: &Expr,
        ty: &Type,
        predicate: &Predicate,
    ) -> Option<(Operand, String)> {
        if predicate.len {
            let has_len = matches!(
                ty,
                Type::String | Type::Bytes | Type::Encoded(_) | Type::List(_) | Type::Map(..)
            );
            if !has_len {
                let help = "it is for `string`, `bytes`, `encoded<…>`, lists and maps";
                return self.misfit(predicate.span, "`len`", ty, help);
            }
            let Value::Int(n) = self.value(at, expr, &Type::U32)? else {
                return None;
            };
            return Some((Operand::Int(n), n.to_string()));
        }
        match ty {
            Type::Decimal(scale) => self.decimal(at, expr, *scale),
            Type::Duration => match (&expr.first.kind, expr.rest.is_empty()) {
                (TermKind::Duration(time), true) => {
                    let nanos = i128::try_from(time.as_nanos()).ok()?;
                    Some((Operand::Int(nanos), duration_text(nanos)))
                }
                (TermKind::Bad, _) => None,
                _ => {
                    let help = "write one like `250ms`, or `0s`";
                    let message = "a duration is compared with a duration";
                    self.err(Code::ValueType, expr.span(), message, "", help);
                    None
                }
            },
            Type::Named(id)
                if self.is_flags(*id)
                    && !matches!(
                        predicate.test,
                        tree::Test::Compare(Compare::Equal | Compare::NotEqual, _)
                    ) =>
            {
                let help = "flags have no order: write `==`, `!=` or `nonzero`";
                self.misfit(predicate.span, "this comparison", ty, help)
            }
            Type::Timestamp => {
                let help = "`nonzero` is the condition for points in time";
                self.misfit(predicate.span, "a comparison", ty, help)
            }
            Type::Encoded(_) => {
                let help = "compare `len`, or give the fields of the message conditions";
                self.misfit(predicate.span, "a comparison", ty, help)
            }
            Type::Bool | Type::String | Type::Bytes => {
                let help = "compare `len`, or declare an enum of the values that are meant";
                self.misfit(predicate.span, "a comparison", ty, help)
            }
            _ if self.has_values(ty) => match self.value(at, expr, ty)? {
                Value::Int(n) => Some((Operand::Int(n), n.to_string())),
                Value::Float(n) => Some((Operand::Float(n), format!("{n:?}"))),
                Value::Enum { name, number, .. } => {
                    Some((Operand::Int(number.into()), format!(".{name}")))
                }
                Value::Flags { names, bits, .. } => {
                    Some((Operand::Int(bits.into()), flags_text(&names)))
                }
                _ => None,
            },
            _ => self.misfit(
                predicate.span,
                "a comparison",
                ty,
                "compare a part of it, or `len`",
            ),
        }
    }

    /// A number in units of 10^-scale.
    fn decimal(&mut self, at: At, expr: &Expr, scale: u8) -> Option<(Operand, String)> {
        let unit = 10_i128.pow(u32::from(scale));
        let units = match (&expr.first.kind, expr.rest.is_empty()) {
            (TermKind::Float(n), true) => exact_units(*n, scale),
            _ => {
                let Value::Int(n) = self.value(at, expr, &Type::I64)? else {
                    return None;
                };
                n.checked_mul(unit)
            }
        };
        let units = units.filter(|n| i64::try_from(*n).is_ok());
        let Some(units) = units else {
            let message = format!("this number does not fit `decimal<{scale}>`");
            let help = format!("write one with at most {scale} digits after the point");
            self.err(Code::ValueRange, expr.span(), message, "", help);
            return None;
        };
        Some((Operand::Int(units), decimal_text(units, scale)))
    }

    fn compared(
        &mut self,
        compare: Compare,
        value: Operand,
        ty: &Type,
        predicate: &Predicate,
    ) -> Option<Test> {
        const LEAST: i128 = i64::MIN as i128;
        const MOST: i128 = u64::MAX as i128;
        Some(match value {
            Operand::Int(n) => match compare {
                Compare::NotEqual if predicate.len && n == 0 => ints(1, MOST, true),
                Compare::NotEqual if predicate.len => {
                    let help = "write a range, such as `len in 1..=16`";
                    return self.misfit(predicate.span, "`len !=`", ty, help);
                }
                Compare::NotEqual => Test::IntNot(n),
                Compare::Equal => ints(n, n, predicate.len),
                Compare::Less => ints(LEAST, n - 1, predicate.len),
                Compare::AtMost => ints(LEAST, n, predicate.len),
                Compare::More => ints(n + 1, MOST, predicate.len),
                Compare::AtLeast => ints(n, MOST, predicate.len),
            },
            Operand::Float(n) => {
                let (least, most) = (f64::NEG_INFINITY, f64::INFINITY);
                let (low, high, low_in, high_in) = match compare {
                    Compare::NotEqual => return Some(Test::FloatNot(n)),
                    Compare::Equal => (n, n, true, true),
                    Compare::Less => (least, n, true, false),
                    Compare::AtMost => (least, n, true, true),
                    Compare::More => (n, most, false, true),
                    Compare::AtLeast => (n, most, true, true),
                };
                Test::Float {
                    low,
                    high,
                    low_in,
                    high_in,
                }
            }
        })
    }

    /// Says so if no value meets the last rule and those before it for the same value.
    fn possible(&mut self, rules: &[Rule], ty: &Type) {
        let Some(last) = rules.last() else { return };
        let target = last.at.iter().fold(ty, |ty, step| match (ty, step) {
            (Type::List(inner) | Type::Array(inner, _), _) => inner,
            (Type::Map(key, _), Step::Key) => key,
            (Type::Map(_, value), _) => value,
            (other, _) => other,
        });
        let same = || rules.iter().filter(|r| r.at == last.at);
        let (mut low, mut high) = match target {
            Type::Named(id) => match &self.model.get(*id).body {
                TypeBody::Enum(body) => body.repr.range(),
                TypeBody::Flags(body) => body.repr.range(),
                _ => return,
            },
            other => other
                .int()
                .map_or((i64::MIN.into(), i64::MAX.into()), |int| int.range()),
        };
        // No message is shorter than its header.
        let least_len = if matches!(target, Type::Encoded(_)) {
            4
        } else {
            0
        };
        let (mut shortest, mut longest) = (least_len, MAX_LEN);
        let (mut least, mut most) = ((f64::NEG_INFINITY, true), (f64::INFINITY, true));
        for rule in same() {
            match rule.test {
                Test::Int { low: l, high: h } => (low, high) = (low.max(l), high.min(h)),
                Test::Len { low: l, high: h } => {
                    (shortest, longest) = (shortest.max(l), longest.min(h));
                }
                Test::Float {
                    low,
                    high,
                    low_in,
                    high_in,
                } => {
                    if low > least.0 || low == least.0 && !low_in {
                        least = (low, low_in);
                    }
                    if high < most.0 || high == most.0 && !high_in {
                        most = (high, high_in);
                    }
                }
                _ => {}
            }
        }
        let excluded = |n: i128| same().any(|r| r.test == Test::IntNot(n));
        let float = least.0 < most.0 || least.0 == most.0 && least.1 && most.1;
        let count = low < high || low == high && !excluded(low);
        if count && float && shortest <= longest {
            return;
        }
        let message = format!("no `{}` meets these conditions", self.type_name(target));
        let mut found = Diagnostic::new(Code::WhereNever, message)
            .label(last.span, "nothing is left with this one");
        for other in same().filter(|r| r.span != last.span) {
            found = found.label(other.span, "and this one");
        }
        self.say(found.help("remove or widen one of them"));
    }

    /// Says so if a default is a value that its own field refuses.
    pub(super) fn default_meets(&mut self, value: &Value, span: Span, rules: &[Rule]) {
        let own = rules.iter().filter(|r| r.at.is_empty());
        for rule in own.filter(|r| !meets(value, r.test)).collect::<Vec<_>>() {
            let found = Diagnostic::new(
                Code::WhereDefault,
                format!("the default is refused by `{}`", rule.text),
            );
            let found = found
                .label(span, "this value")
                .label(rule.span, "is refused by this condition");
            self.say(found.help("change one of them, or write `?` for a field that may be absent"));
        }
    }
}

#[derive(Debug, Clone, Copy)]
enum Operand {
    Int(i128),
    Float(f64),
}

fn meets(value: &Value, test: Test) -> bool {
    match value {
        Value::Int(n) => test.allows_int(*n),
        Value::Enum { number, .. } => test.allows_int((*number).into()),
        Value::Flags { bits, .. } => test.allows_int((*bits).into()),
        Value::Float(n) => test.allows_float(*n),
        Value::String(text) => test.allows_len(text.len() as u64),
        Value::Bytes(bytes) => {
            test.allows_len(bytes.len() as u64)
                && (test != Test::Utf8 || std::str::from_utf8(bytes).is_ok())
        }
        Value::Bool(_) => true,
    }
}

/// Bounds of a number, or of a length.
fn ints(low: i128, high: i128, len: bool) -> Test {
    if len {
        let bound = |n: i128| u64::try_from(n.max(0)).unwrap_or(u64::MAX);
        // Below zero there is no length: the bounds must stay in disorder.
        let low = if high < 0 { MAX_LEN } else { bound(low) };
        Test::Len {
            low,
            high: bound(high).min(MAX_LEN),
        }
    } else {
        Test::Int { low, high }
    }
}

fn sign(compare: Compare) -> &'static str {
    match compare {
        Compare::Equal => "==",
        Compare::NotEqual => "!=",
        Compare::Less => "<",
        Compare::AtMost => "<=",
        Compare::More => ">",
        Compare::AtLeast => ">=",
    }
}

/// A literal with a point in units of 10^-scale, if it has no more digits than that.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    reason = "checked to come back as the same number"
)]
fn exact_units(n: f64, scale: u8) -> Option<i128> {
    let unit = 10_f64.powi(i32::from(scale));
    let units = (n * unit).round();
    let exact = units.abs() <= (1_u64 << 53) as f64 && units / unit == n;
    exact.then_some(units as i128)
}

fn decimal_text(units: i128, scale: u8) -> String {
    let scale = usize::from(scale);
    let digits = format!("{:0width$}", units.unsigned_abs(), width = scale + 1);
    let (whole, fraction) = digits.split_at(digits.len() - scale);
    let fraction = fraction.trim_end_matches('0');
    let sign = if units < 0 { "-" } else { "" };
    let point = if fraction.is_empty() { "" } else { "." };
    format!("{sign}{whole}{point}{fraction}")
}

fn duration_text(nanos: i128) -> String {
    const UNITS: [(&str, i128); 3] = [("s", 1_000_000_000), ("ms", 1_000_000), ("us", 1_000)];
    let whole = UNITS.iter().find(|(_, unit)| nanos % unit == 0);
    whole.map_or(format!("{nanos}ns"), |(name, unit)| {
        format!("{}{name}", nanos / unit)
    })
}
