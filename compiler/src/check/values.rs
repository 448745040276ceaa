//! Constant expressions to values of the type that their place asks for.

use crate::codes::Code;
use crate::diagnostic::{Diagnostic, list_of, quote};
use crate::limits::MAX_ERRORS;
use crate::model::{Type, TypeBody, TypeId, Value};
use crate::names::nearest;
use crate::span::Span;
use crate::syntax::tree::{Expr, Name, Operator, Path, Term, TermKind};

use super::{At, Checker, Meant, Symbol};

/// Of more names none is suggested: for each of many errors, all of many names is not worth it.
const MOST_SUGGESTIONS: usize = 2_000;

impl Checker<'_> {
    /// The value of `expr` as a `ty`, or `None` after saying why there is none.
    pub(super) fn value(&mut self, at: At, expr: &Expr, ty: &Type) -> Option<Value> {
        let ty = &self.model.underlying(ty);
        let value = self.untyped(at, expr, ty)?;
        self.fit(value, ty, expr.span())
    }

    /// By precedence climbing over a flat list: a stack of operands and one of operators.
    pub(super) fn untyped(&mut self, at: At, expr: &Expr, ty: &Type) -> Option<Value> {
        let mut operands = vec![self.term(at, &expr.first, ty)];
        let mut operators: Vec<Operator> = Vec::new();
        for (operator, term) in &expr.rest {
            while operators
                .last()
                .is_some_and(|top| top.binding() >= operator.binding())
            {
                self.apply(&mut operands, operators.pop()?, expr.span());
            }
            operators.push(*operator);
            let operand = self.term(at, term, ty);
            operands.push(operand);
        }
        while let Some(operator) = operators.pop() {
            self.apply(&mut operands, operator, expr.span());
        }
        operands.pop()?
    }

    fn apply(&mut self, operands: &mut Vec<Option<Value>>, operator: Operator, span: Span) {
        let (right, left) = (operands.pop().flatten(), operands.pop().flatten());
        let result = match (left, right) {
            (Some(Value::Int(a)), Some(Value::Int(b))) => {
                let result = compute(operator, a, b);
                if result.is_none() {
                    self.err(
                        Code::ValueRange,
                        span,
                        "this expression overflows",
                        "",
                        "values have up to 64 bits",
                    );
                }
                result.map(Value::Int)
            }
            (
                Some(Value::Flags { ty, names, bits }),
                Some(Value::Flags {
                    ty: same,
                    names: more,
                    bits: also,
                }),
            ) if ty == same && operator == Operator::Or => Some(Value::Flags {
                ty,
                names: [names, more].concat(),
                bits: bits | also,
            }),
            (Some(_), Some(_)) => {
                self.err(
                    Code::ValueType,
                    span,
                    "operators work on integers, and `|` on flags of one type",
                    "",
                    "write the value as one literal",
                );
                None
            }
            _ => None,
        };
        operands.push(result);
    }

    fn term(&mut self, at: At, term: &Term, ty: &Type) -> Option<Value> {
        Some(match &term.kind {
            TermKind::Int(n) => Value::Int(*n),
            TermKind::Float(n) => Value::Float(*n),
            TermKind::Bool(b) => Value::Bool(*b),
            TermKind::Str(text) => Value::String(text.clone()),
            TermKind::Bytes(bytes) => Value::Bytes(bytes.clone()),
            TermKind::Value(name) => return self.enum_value(ty, name),
            TermKind::Path(path) => return self.named_value(at, path, ty),
            TermKind::Duration(_) => {
                self.err(
                    Code::ValueType,
                    term.span,
                    "durations are only for `#[timeout(…)]`",
                    "",
                    "write a number",
                );
                return None;
            }
            TermKind::Bad => return None,
        })
    }

    /// `.day`
    fn enum_value(&mut self, ty: &Type, name: &Name) -> Option<Value> {
        let Type::Named(id) = ty else {
            let message = format!(
                "`.{}` is a value of an enum, and `{}` is none",
                quote(&name.text),
                self.type_name(ty)
            );
            self.err(Code::ValueType, name.span, message, "", "write a literal");
            return None;
        };
        self.value_of(*id, name)
    }

    fn value_of(&mut self, id: TypeId, name: &Name) -> Option<Value> {
        self.uses
            .push((name.span, Meant::Value(id, name.text.clone())));
        if self.is_flags(id) {
            return self.flag_value(id, name);
        }
        let TypeBody::Enum(body) = &self.model.get(id).body else {
            let message = format!("`{}` is no enum", self.model.get(id).name);
            self.err(
                Code::ValueType,
                name.span,
                message,
                "",
                "values with a dot belong to enums",
            );
            return None;
        };
        if let Some(value) = body.values.iter().find(|v| v.name == name.text) {
            return Some(Value::Enum {
                ty: id,
                name: value.name.clone(),
                number: value.number,
            });
        }
        let message = format!(
            "enum `{}` has no value `{}`",
            self.model.get(id).name,
            quote(&name.text)
        );
        let found = Diagnostic::new(Code::UnknownValue, message).label(name.span, "not found");
        let names = || body.values.iter().map(|v| v.name.as_str());
        let found = found.did_you_mean(
            nearest(&name.text, names()),
            format!("its values are {}", list_of(names())),
        );
        self.say(found);
        None
    }

    /// A constant, or a value of an enum in full: `Side.buy`.
    fn named_value(&mut self, at: At, path: &Path, ty: &Type) -> Option<Value> {
        let last = path.names.last()?;
        if let Some(own) = self.flags.own(path) {
            self.uses
                .push((last.span, Meant::Value(own, last.text.clone())));
            return self.flag_value(own, last);
        }
        if path.names.len() > 1 && last.text.starts_with(|c: char| c.is_ascii_lowercase()) {
            let owner = Path {
                names: path.names[..path.names.len() - 1].to_vec(),
            };
            let Symbol::Type(id) = self.lookup(at, &owner)? else {
                return None;
            };
            return self.value_of(id, last);
        }
        let symbol = match self.package_prefix(at, path) {
            Some((package, n)) if n + 1 == path.names.len() => {
                self.scopes[package].consts.get(&last.text).copied()
            }
            _ if path.names.len() == 1 => {
                let own = self.scopes[at.package].consts.get(&last.text).copied();
                own.or_else(|| self.imported(at.file, &last.text, true))
            }
            _ => None,
        };
        match symbol {
            Some(Symbol::Const(number)) => {
                let outer = self.flags.leave();
                let found = self.constant(number, path.span());
                self.flags.back(outer);
                found.map(|(_, value)| value)
            }
            Some(_) => None,
            None => {
                self.unknown_const(at, path, ty);
                None
            }
        }
    }

    fn unknown_const(&mut self, at: At, path: &Path, ty: &Type) {
        let text = path.text();
        let found = Diagnostic::new(
            Code::UnknownConst,
            format!("cannot find constant `{}`", quote(&text)),
        );
        let found = found.label(path.span(), "not found");
        let named = match ty {
            Type::Named(id) => match &self.model.get(*id).body {
                TypeBody::Enum(body) => body.values.iter().any(|v| v.name == text),
                TypeBody::Flags(body) => body.members.iter().any(|v| v.name == text),
                _ => false,
            },
            _ => false,
        };
        if named {
            let found = found.help(format!(
                "write `.{text}`: values of enums and flags begin with a dot"
            ));
            return self.say(found.fix(path.span().before(), "."));
        }
        let crowded = self.scopes[at.package].consts.len() > MOST_SUGGESTIONS;
        let mut known: Vec<String> = Vec::new();
        if !crowded && self.diagnostics.len() < MAX_ERRORS {
            known.extend(self.scopes[at.package].consts.keys().cloned());
            known.extend(self.import_names(at.file).map(str::to_owned));
        }
        known.sort_unstable();
        let near = nearest(&text, known.iter().map(String::as_str));
        self.say(found.did_you_mean(near, "declare it: `const NAME: type = value;`"));
    }

    /// `value` as a `ty`: kinds must agree and ranges hold.
    pub(super) fn fit(&mut self, value: Value, ty: &Type, span: Span) -> Option<Value> {
        match (ty, &value) {
            (Type::Bool, Value::Bool(_))
            | (Type::String, Value::String(_))
            | (Type::Bytes, Value::Bytes(_)) => Some(value),
            (Type::Named(wanted), Value::Enum { ty, .. } | Value::Flags { ty, .. })
                if wanted == ty =>
            {
                Some(value)
            }
            (Type::Named(id), Value::Int(0)) if self.is_flags(*id) => Some(Value::Flags {
                ty: *id,
                names: Vec::new(),
                bits: 0,
            }),
            (Type::F32 | Type::F64, Value::Float(n)) => self.fit_float(*n, ty, span),
            #[expect(clippy::cast_precision_loss, reason = "checked to be exact")]
            (Type::F32 | Type::F64, Value::Int(n)) if n.unsigned_abs() <= 1 << 53 => {
                self.fit_float(*n as f64, ty, span)
            }
            (_, Value::Int(n)) if ty.int().is_some() => {
                let int = ty.int()?;
                let (low, high) = int.range();
                if (low..=high).contains(n) {
                    return Some(value);
                }
                let message = format!("{n} does not fit `{}`", int.name());
                self.err(
                    Code::ValueRange,
                    span,
                    message,
                    "",
                    format!("`{}` holds {low} to {high}", int.name()),
                );
                None
            }
            _ => {
                let message = format!(
                    "{} where a `{}` is needed",
                    kind_of(&value),
                    self.type_name(ty)
                );
                self.err(
                    Code::ValueType,
                    span,
                    message,
                    "wrong type",
                    format!("write {}", self.example(ty)),
                );
                None
            }
        }
    }

    fn fit_float(&mut self, n: f64, ty: &Type, span: Span) -> Option<Value> {
        #[expect(
            clippy::cast_possible_truncation,
            reason = "rounding to the nearest is what a literal of this type means"
        )]
        let n = if *ty == Type::F32 {
            f64::from(n as f32)
        } else {
            n
        };
        if n.is_finite() {
            return Some(Value::Float(n));
        }
        self.err(
            Code::ValueRange,
            span,
            "this number does not fit `f32`",
            "",
            "use `f64`",
        );
        None
    }

    fn example(&self, ty: &Type) -> String {
        match ty {
            Type::Bool => "`true` or `false`".to_owned(),
            Type::F32 | Type::F64 => "a number like `1.5`".to_owned(),
            Type::String => "a string like `\"text\"`".to_owned(),
            Type::Bytes => "a byte string like `b\"\\x01\"`".to_owned(),
            Type::Named(id) => match &self.model.get(*id).body {
                TypeBody::Enum(body) => body.values.first().map_or_else(
                    || "a value".to_owned(),
                    |v| format!("a value like `.{}`", v.name),
                ),
                TypeBody::Flags(body) => body.members.first().map_or_else(
                    || "0".to_owned(),
                    |v| format!("flags like `.{}`, or 0", v.name),
                ),
                _ => "another type".to_owned(),
            },
            _ => "a whole number".to_owned(),
        }
    }

    /// True for the types that constants and defaults can have.
    pub(super) fn has_values(&self, ty: &Type) -> bool {
        match &self.model.underlying(ty) {
            Type::Bool | Type::F32 | Type::F64 | Type::String | Type::Bytes => true,
            Type::Named(id) => matches!(
                self.model.get(*id).body,
                TypeBody::Enum(_) | TypeBody::Flags(_)
            ),
            other => other.int().is_some(),
        }
    }
}

fn compute(operator: Operator, a: i128, b: i128) -> Option<i128> {
    let result = match operator {
        Operator::Or => a | b,
        Operator::Shift => {
            let shift = u32::try_from(b).ok().filter(|s| *s < 64)?;
            a.checked_mul(1_i128 << shift)?
        }
        Operator::Add => a.checked_add(b)?,
        Operator::Subtract => a.checked_sub(b)?,
    };
    // Between terms, too, a value has to stay within what any type holds.
    (i128::from(i64::MIN)..=i128::from(u64::MAX))
        .contains(&result)
        .then_some(result)
}

fn kind_of(value: &Value) -> &'static str {
    match value {
        Value::Bool(_) => "a bool",
        Value::Int(_) => "a whole number",
        Value::Float(_) => "a number with a point",
        Value::String(_) => "a string",
        Value::Bytes(_) => "a byte string",
        Value::Enum { .. } => "a value of another enum",
        Value::Flags { .. } => "a value of other flags",
    }
}
