//! Ordinals: each once, dense from 1. They fix the place of data on the wire.

use std::collections::BTreeMap;

use crate::codes::Code;
use crate::diagnostic::Diagnostic;
use crate::limits::MAX_MEMBERS;
use crate::span::Span;
use crate::syntax::tree::Ordinal;

use super::Checker;

/// The ordinals of one message or union.
#[derive(Debug, Default)]
pub(super) struct Ordinals {
    seen: BTreeMap<u32, Seen>,
    /// A member without a readable ordinal: gaps are not to be reported.
    unsure: bool,
    /// One more than the largest that is written.
    free: u32,
}

#[derive(Debug)]
struct Seen {
    name: String,
    span: Option<Span>,
}

impl Checker<'_> {
    /// Notes the ordinal of member `name`; `None` after saying what is wrong with it.
    pub(super) fn ordinal(
        &mut self,
        all: &mut Ordinals,
        ordinal: Option<&Ordinal>,
        name: &str,
        span: Span,
        owner: &str,
    ) -> Option<u32> {
        let Some(ordinal) = ordinal else {
            all.unsure = true;
            let found = Diagnostic::new(Code::NoOrdinal, format!("`{name}` has no ordinal"))
                .label(span, "expected `@` and a number before this");
            let free = all.next_free();
            let help =
                format!("write `@{free} {name}: …;`: the ordinal fixes its place on the wire");
            self.say(found.help(help).fix(span.before(), format!("@{free} ")));
            return None;
        };
        let Some(value) = ordinal.value else {
            all.unsure = true;
            return None;
        };
        let number = u32::try_from(value)
            .ok()
            .filter(|n| (1..=MAX_MEMBERS).contains(&(*n as usize)));
        let Some(number) = number else {
            all.unsure = true;
            let message = format!("ordinal @{value} is out of range");
            let found = Diagnostic::new(Code::BadOrdinal, message)
                .label(ordinal.span, "")
                .help(format!("ordinals count from 1 to {MAX_MEMBERS}"));
            let free = all.next_free();
            self.say(found.fix(ordinal.span, format!("@{free}")));
            return None;
        };
        match all.seen.get(&number) {
            None => {
                all.seen.insert(
                    number,
                    Seen {
                        name: name.to_owned(),
                        span: Some(ordinal.span),
                    },
                );
                Some(number)
            }
            Some(first) => {
                let found = Diagnostic::new(
                    Code::DuplicateOrdinal,
                    format!("ordinal @{number} is used twice in {owner}"),
                );
                let mut found = found.label(ordinal.span, "used again here");
                if let Some(span) = first.span {
                    found = found.label(
                        span,
                        if first.name.is_empty() {
                            "first used here".to_owned()
                        } else {
                            format!("first used here, by `{}`", first.name)
                        },
                    );
                }
                all.unsure = true;
                let free = all.next_free();
                self.say(
                    found
                        .help(format!("the next free ordinal is @{free}"))
                        .fix(ordinal.span, format!("@{free}"))
                        .note("ordinals fix the position of data on the wire"),
                );
                None
            }
        }
    }

    /// After the last member: no ordinal may be left out.
    pub(super) fn dense(&mut self, all: &Ordinals, union: bool) {
        let mut expected = 1;
        for (number, seen) in &all.seen {
            if *number != expected && !all.unsure {
                let missing = number - expected;
                let message = match missing {
                    1 => format!("ordinal @{expected} is missing"),
                    _ => format!("ordinals @{expected} to @{} are missing", number - 1),
                };
                let mut found = Diagnostic::new(Code::MissingOrdinal, message);
                if let Some(span) = seen.span {
                    found = found.label(span, format!("expected @{expected}"));
                }
                let slot = if union { "reserved" } else { "reserved u32" };
                self.say(found.help(format!("number members without gaps; if one was removed, keep its slot: `@{expected} {slot} \"its_name\";`")));
            }
            expected = number + 1;
        }
    }
}

impl Ordinals {
    /// The next one that nobody has, each time another.
    fn next_free(&mut self) -> u32 {
        self.free += 1;
        self.free - 1
    }

    /// For members whose ordinals are `written`, in any order.
    pub(super) fn new(written: impl Iterator<Item = Ordinal>) -> Self {
        let largest = written
            .filter_map(|o| u32::try_from(o.value?).ok())
            .filter(|n| *n as usize <= MAX_MEMBERS)
            .max();
        Self {
            free: largest.unwrap_or(0) + 1,
            ..Self::default()
        }
    }

    /// Ordinals of parts that were not understood.
    pub(super) fn remains(&mut self, ordinals: &[u32]) {
        self.unsure |= ordinals.is_empty();
        for number in ordinals {
            if !(1..=MAX_MEMBERS).contains(&(*number as usize)) {
                // What is out of range cannot be counted past.
                self.unsure = true;
                continue;
            }
            self.seen.entry(*number).or_insert(Seen {
                name: String::new(),
                span: None,
            });
        }
    }
}
