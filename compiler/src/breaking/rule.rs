//! What a rule is: a kind of change, and what it does on each surface.

use std::fmt;

use crate::codes::Code;

/// What can break: the places where two versions meet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Surface {
    /// Bytes of Stillwire's own encoding, and calls by it.
    Native,
    /// The protobuf form, and calls by gRPC.
    Proto,
    /// Protobuf's JSON form of the emitted `.proto`.
    Json,
    /// Rust code that is written against generated code.
    Source,
}

impl Surface {
    /// All of them, in the order of the table.
    pub const ALL: [Self; 4] = [Self::Native, Self::Proto, Self::Json, Self::Source];

    /// As users write it: `native`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Native => "native",
            Self::Proto => "proto",
            Self::Json => "json",
            Self::Source => "source",
        }
    }
}

/// A set of surfaces.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Surfaces(u8);

impl Surfaces {
    /// None.
    pub const NONE: Self = Self(0);
    /// Every one.
    pub const ALL: Self = Self(0b1111);
    /// Native and protobuf.
    pub const WIRE: Self = Self(0b0011);

    /// With this one.
    #[must_use]
    pub fn with(self, surface: Surface) -> Self {
        Self(self.0 | bit(surface))
    }

    /// Those of both sets.
    #[must_use]
    pub fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether this one is among them.
    #[must_use]
    pub fn contains(self, surface: Surface) -> bool {
        self.0 & bit(surface) != 0
    }

    /// They, in the order of the table.
    pub fn iter(self) -> impl Iterator<Item = Surface> {
        Surface::ALL.into_iter().filter(move |s| self.contains(*s))
    }
}

fn bit(surface: Surface) -> u8 {
    match surface {
        Surface::Native => 1,
        Surface::Proto => 2,
        Surface::Json => 4,
        Surface::Source => 8,
    }
}

/// How bad a change is on a surface, the worst last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Both versions understand each other.
    Ok,
    /// Code that asks for everything by name has to be touched.
    Minor,
    /// What both versions can say means the same; what only one of them can say is refused or dropped by the other.
    Behaviour,
    /// Something that is there becomes unreadable, means something else, or does not compile.
    Breaks,
}

impl Level {
    /// In one word.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Ok => "ok",
            Self::Minor => "minor",
            Self::Behaviour => "behaviour",
            Self::Breaks => "breaks",
        }
    }
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// What a rule says of one surface.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Verdict {
    /// How bad it is.
    pub level: Level,
    /// Why, in a few words; may be empty where it is ok.
    pub why: &'static str,
}

/// A kind of change.
#[derive(Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Rule {
    /// Its stable code, whose meaning says what has changed.
    pub code: Code,
    /// Its name: `required-added`.
    pub name: &'static str,
    /// In the order of [`Surface::ALL`].
    pub verdicts: [Verdict; 4],
}

impl Rule {
    /// What it says of a surface.
    #[must_use]
    pub fn on(&self, surface: Surface) -> Verdict {
        let [native, proto, json, source] = self.verdicts;
        match surface {
            Surface::Native => native,
            Surface::Proto => proto,
            Surface::Json => json,
            Surface::Source => source,
        }
    }

    /// What `stillwire explain` says of its code, in Markdown.
    #[must_use]
    pub fn page(&self) -> String {
        let mut out = format!(
            "# {}: {}\n\nA change from one version of a schema to the next, which `stillwire breaking` finds; rule `{}`.\n\n| | | |\n|---|---|---|\n",
            self.code,
            self.code.meaning(),
            self.name
        );
        for surface in Surface::ALL {
            let verdict = self.on(surface);
            out.push_str(&format!(
                "| {} | {} | {} |\n",
                surface.name(),
                verdict.level,
                verdict.why
            ));
        }
        out
    }

    /// The table of all rules as Markdown: what the language's document shows.
    #[must_use]
    pub fn table() -> String {
        let mut out = String::from(
            "| code | rule | change | native | proto | json | source |\n|---|---|---|---|---|---|---|\n",
        );
        for rule in Self::ALL {
            let [native, proto, json, source] = rule.verdicts.map(|v| match v.level {
                Level::Breaks => "**breaks**",
                other => other.name(),
            });
            out.push_str(&format!(
                "| {} | `{}` | {} | {native} | {proto} | {json} | {source} |\n",
                rule.code,
                rule.name,
                rule.code.meaning()
            ));
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_of_the_block_has_a_rule_and_every_rule_a_code_of_the_block() {
        let codes: Vec<Code> = Code::ALL
            .iter()
            .copied()
            .filter(|c| c.as_str().starts_with("S04"))
            .collect();
        let rules: Vec<Code> = Rule::ALL.iter().map(|r| r.code).collect();
        assert_eq!(codes, rules);
    }

    #[test]
    fn names_are_unique_and_what_is_not_ok_says_why() {
        for (i, rule) in Rule::ALL.iter().enumerate() {
            assert!(
                rule.name
                    .chars()
                    .all(|c| c.is_ascii_lowercase() || c == '-' || c.is_ascii_digit())
            );
            assert!(!Rule::ALL[..i].iter().any(|r| r.name == rule.name));
            for verdict in rule.verdicts {
                assert!(
                    verdict.level == Level::Ok || !verdict.why.is_empty(),
                    "{}",
                    rule.name
                );
            }
        }
    }

    #[test]
    fn a_set_of_surfaces_holds_what_was_put_into_it() {
        let set = Surfaces::NONE.with(Surface::Json).union(Surfaces::WIRE);
        assert_eq!(
            set.iter().collect::<Vec<_>>(),
            [Surface::Native, Surface::Proto, Surface::Json]
        );
        assert_eq!(
            Surface::ALL
                .into_iter()
                .fold(Surfaces::NONE, Surfaces::with),
            Surfaces::ALL
        );
    }
}
