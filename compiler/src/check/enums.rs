//! The insides of enums.

use std::collections::HashMap;

use crate::codes::Code;
use crate::diagnostic::{Diagnostic, quote};
use crate::limits::MAX_MEMBERS;
use crate::model::{Enum, EnumValue, Int, ReservedRange, TypeBody};
use crate::names::nearest;
use crate::span::Span;
use crate::syntax::tree::{self, Name, Number, Part, PartKind};

use super::Checker;
use super::attributes::Place;
use super::declare::Unique;

impl<'a> Checker<'a> {
    /// Values of all enums. They need nothing else, and constants need them.
    pub(super) fn enums(&mut self) {
        for index in 0..self.bodies.len() {
            let part: &'a Part = self.bodies[index];
            if let PartKind::Enum { repr, block } = &part.kind {
                let body = self.enumeration(repr.as_ref(), block);
                self.model.types[index].body = TypeBody::Enum(body);
            }
        }
    }

    /// Without a written representation it is `u8`, and numbers that do not fit ask for one: a
    /// width that followed from the values would change when a value is added, and old data with it.
    fn enumeration(&mut self, repr: Option<&Name>, block: &tree::Block) -> Enum {
        let (repr, repr_span) = (
            repr.map_or(Int::U8, |name| self.representation(name)),
            repr.map(|name| name.span),
        );
        let mut body = Enum {
            closed: block.closed,
            repr,
            values: Vec::new(),
            reserved: Vec::new(),
        };
        let mut names = Unique::default();
        let mut spans: Vec<Span> = Vec::new();
        let mut broken = false;
        for part in &block.members {
            match &part.kind {
                PartKind::Value { name, number } => {
                    self.member_name(&mut names, name);
                    let info = self.info(&part.meta, Place::Value);
                    let fitted = number.and_then(|n| self.enum_number(n, repr, repr_span));
                    let (Some(number), Some(fitted)) = (number, fitted) else {
                        broken = true;
                        continue;
                    };
                    spans.push(number.span);
                    body.values.push(EnumValue {
                        name: name.text.clone(),
                        number: fitted,
                        docs: info.docs,
                        deprecated: info.deprecated,
                        since: info.since,
                        proto: info.proto,
                        span: name.span,
                    });
                }
                PartKind::ReservedNumbers { first, last, note } => {
                    self.info(&part.meta, Place::Tombstone);
                    let note = note.as_ref().map_or_else(String::new, |n| n.text.clone());
                    let range = self.reserved(*first, *last, note, repr, repr_span);
                    if let Some(range) = range {
                        self.reserved_once(&body, &range, *first);
                        body.reserved.push(range);
                    }
                }
                _ => broken = true,
            }
        }
        self.enum_numbers(&body, &spans);
        if block.members.len() > MAX_MEMBERS {
            let message = format!("more than {MAX_MEMBERS} values in one enum");
            self.err(
                Code::OverLimit,
                block.name.span,
                message,
                "",
                "use an integer",
            );
        }
        if !broken {
            self.zero(&body, block);
        }
        body
    }

    fn representation(&mut self, name: &Name) -> Int {
        const GOOD: [Int; 6] = [Int::U8, Int::U16, Int::U32, Int::I8, Int::I16, Int::I32];
        if let Some(int) = GOOD.into_iter().find(|i| i.name() == name.text) {
            return int;
        }
        let message = format!("an enum cannot be a `{}`", quote(&name.text));
        let found = Diagnostic::new(Code::EnumRepr, message).label(name.span, "");
        let help = "an enum is one of u8, u16, u32, i8, i16 and i32: protobuf has no wider ones";
        self.say(found.did_you_mean(
            nearest(&name.text, GOOD.map(Int::name)).filter(|_| !name.text.ends_with("64")),
            help,
        ));
        Int::I32
    }

    fn enum_number(&mut self, number: Number, repr: Int, repr_span: Option<Span>) -> Option<i64> {
        let value = number.value?;
        let (low, high) = repr.range();
        let high = high.min(i128::from(i32::MAX));
        if (low..=high).contains(&value) {
            return i64::try_from(value).ok();
        }
        let message = format!("{value} does not fit `{}`", repr.name());
        let mut found = Diagnostic::new(Code::EnumRange, message).label(number.span, "");
        let wider = [Int::U16, Int::I16, Int::I32]
            .into_iter()
            .find(|i| (i.range().0..=i.range().1).contains(&value));
        if let Some(span) = repr_span {
            found = found.label(span, format!("holds {low} to {high}"));
        }
        let help = match wider {
            Some(wider) if repr_span.is_none() => format!(
                "an enum is `u8` unless it says more: write `: {}` after its name",
                wider.name()
            ),
            Some(wider) => format!(
                "make the enum a `{}`; note that this changes the bytes",
                wider.name()
            ),
            None => "numbers of enums fit 31 bits and a sign, as in protobuf".to_owned(),
        };
        self.say(found.help(help));
        None
    }

    fn reserved(
        &mut self,
        first: Number,
        last: Number,
        note: String,
        repr: Int,
        repr_span: Option<Span>,
    ) -> Option<ReservedRange> {
        let low = self.enum_number(first, repr, repr_span)?;
        let high = if last.span == first.span {
            low
        } else {
            self.enum_number(last, repr, repr_span)?
        };
        if low > high {
            self.err(
                Code::ReservedNumber,
                last.span,
                "this range is empty",
                "less than its start",
                "write the smaller number first",
            );
            return None;
        }
        Some(ReservedRange {
            first: low,
            last: high,
            note,
        })
    }

    fn reserved_once(&mut self, body: &Enum, range: &ReservedRange, first: Number) {
        if body
            .reserved
            .iter()
            .any(|r| r.first <= range.last && range.first <= r.last)
        {
            self.err(
                Code::ReservedNumber,
                first.span,
                "these numbers are reserved already",
                "",
                "reserve each number once",
            );
        }
    }

    /// Each number once, and none that is reserved. `spans` are those of the numbers.
    fn enum_numbers(&mut self, body: &Enum, spans: &[Span]) {
        let mut seen = HashMap::new();
        for (value, span) in body.values.iter().zip(spans) {
            if let Some((name, first)) = seen.insert(value.number, (&value.name, *span)) {
                let message = format!(
                    "`{}` and `{}` have the same number {}",
                    quote(name),
                    quote(&value.name),
                    value.number
                );
                let found = Diagnostic::new(Code::DuplicateNumber, message)
                    .label(*span, "again here")
                    .label(first, "first here");
                self.say(
                    found
                        .help("give each value a number of its own; to rename a value, replace it"),
                );
            }
        }
        let mut ranges: Vec<(i64, i64)> = body.reserved.iter().map(|r| (r.first, r.last)).collect();
        ranges.sort_unstable();
        for (value, span) in body.values.iter().zip(spans) {
            let before = ranges.partition_point(|r| r.0 <= value.number);
            if before > 0 && ranges[before - 1].1 >= value.number {
                let message = format!("{} is reserved", value.number);
                self.err(
                    Code::ReservedNumber,
                    *span,
                    message,
                    "",
                    "take another number: old data may hold this one",
                );
            }
        }
    }

    fn zero(&mut self, body: &Enum, block: &tree::Block) {
        match body.values.iter().position(|v| v.number == 0) {
            Some(0) => {}
            Some(n) => {
                let span = body.values[n].span;
                self.err(
                    Code::EnumZeroFirst,
                    span,
                    "the value 0 is not the first",
                    "",
                    "move it up: it is what readers take for an absent field",
                );
            }
            None => {
                let message = format!("enum `{}` has no value 0", quote(&block.name.text));
                self.err(
                    Code::EnumNoZero,
                    block.name.span,
                    message,
                    "",
                    "add `unspecified = 0;`: it is the value of a field that was never set",
                );
            }
        }
    }
}
