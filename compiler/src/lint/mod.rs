//! Lints: what is allowed and seldom wise.
//!
//! An error says that a schema means nothing, or would break; a lint is an opinion, with a name and a level. Levels are set for all schemas in `stillwire.toml`, and a declaration says
//! `#[allow(missing_docs, reason = "…")]` for itself alone, with `_` for the `-` of the name: what is allowed for a
//! message is not allowed for its fields.

mod apis;
mod evolution;
mod names;
mod types;

use std::collections::{BTreeMap, HashMap};

use crate::check::PackageInput;
use crate::codes::{Code, Severity};
use crate::diagnostic::{Diagnostic, quote};
use crate::model::Model;
use crate::names::nearest;
use crate::span::Span;
use crate::syntax::tree::{Attr, Block, FieldBody, Part, PartKind, TermKind};

/// How bad a lint is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// It is not looked at.
    Allow,
    /// It is told.
    Warn,
    /// It is an error.
    Deny,
}

/// A lint.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub struct Lint {
    /// The code that its findings have.
    pub code: Code,
    /// As `stillwire.toml` and reports name it: `missing-docs`.
    pub name: &'static str,
}

macro_rules! lints {
    ($($code:ident $name:literal)*) => {
        impl Lint {
            /// Every lint, by code.
            pub const ALL: &'static [Self] = &[$(Self { code: Code::$code, name: $name }),*];
        }
    };
}

lints! {
    PackageDirectory "package-directory-mismatch"
    ZeroNotNeutral "enum-zero-not-neutral"
    UnboundedInput "unbounded-input-in-rpc"
    MissingDocs "missing-docs"
    OrdinalsNotAscending "ordinals-not-ascending"
    RequestShared "request-response-shared"
    VersionSuffix "package-version-suffix"
    StableUsesUnstable "stable-uses-unstable"
    TimeAsInteger "timestamp-as-integer"
    FloatForMoney "float-for-money"
    ListOfU8 "list-of-u8"
    ProtoWrapper "proto-wrapper"
    DeprecatedWithoutNote "deprecated-without-note"
    LargeMessage "large-message"
    Stutter "stutter"
    TombstoneWithoutName "tombstone-without-name"
    SinceOrder "since-order"
    SensitiveName "sensitive-name"
    BoolTrap "bool-trap"
    ServiceSuffix "service-suffix"
    ThrowsMissing "throws-missing"
    WideVariant "wide-union-variant"
    DefaultNotZero "default-changes-zero"
    UnusedAllow "unused-allow"
}

impl Lint {
    /// The lint of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|lint| lint.name == name).copied()
    }

    /// The lint whose findings have this code.
    #[must_use]
    pub fn of(code: Code) -> Option<Self> {
        Self::ALL.iter().find(|lint| lint.code == code).copied()
    }

    /// Its level where nobody has set one.
    #[must_use]
    pub fn level(self) -> Level {
        match self.code.severity() {
            Severity::Error => Level::Deny,
            Severity::Warning => Level::Warn,
        }
    }
}

/// What there is to say about the packages that were asked for.
pub(crate) fn lint(
    packages: &[PackageInput],
    model: &Model,
    levels: &BTreeMap<&'static str, Level>,
) -> Vec<Diagnostic> {
    let mut linter = Linter {
        packages,
        model,
        levels,
        allowed: HashMap::new(),
        excuses: Vec::new(),
        found: Vec::new(),
    };
    for file in packages
        .iter()
        .filter(|p| p.requested)
        .flat_map(|p| &p.files)
    {
        linter.collect_allowed(&file.tree.parts);
    }
    names::lint(&mut linter);
    types::lint(&mut linter);
    apis::lint(&mut linter);
    evolution::lint(&mut linter);
    linter.unused();
    linter.found
}

/// What a lint reads and where it tells.
struct Linter<'a> {
    packages: &'a [PackageInput],
    model: &'a Model,
    levels: &'a BTreeMap<&'static str, Level>,
    /// The excuse for a lint at the name of a declaration that allows it.
    allowed: HashMap<(Span, Code), usize>,
    excuses: Vec<Excuse>,
    found: Vec<Diagnostic>,
}

/// An `#[allow]`.
struct Excuse {
    /// Where it stands.
    span: Span,
    code: Code,
    /// Whether something was found that it excuses.
    used: bool,
}

impl Linter<'_> {
    fn level(&self, lint: Lint) -> Level {
        let set = self.levels.get(lint.name).copied();
        set.unwrap_or_else(|| lint.level())
    }

    /// Tells `message` of the declaration whose name stands at `subject`, unless it is allowed there.
    fn say(
        &mut self,
        code: Code,
        subject: Span,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        self.say_at(code, subject, subject, message, help);
    }

    /// The same with another place to show.
    fn say_at(
        &mut self,
        code: Code,
        subject: Span,
        place: Span,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        let Some(lint) = Lint::of(code) else { return };
        if let Some(excuse) = self.allowed.get(&(subject, code)) {
            self.excuses[*excuse].used = true;
            return;
        }
        let level = self.level(lint);
        if level == Level::Allow {
            return;
        }
        let mut found = Diagnostic::new(code, message).label(place, "").help(help);
        found.severity = match level {
            Level::Deny => Severity::Error,
            _ => Severity::Warning,
        };
        self.found
            .push(found.note(format!("this is the lint `{}`", lint.name)));
    }

    fn collect_allowed(&mut self, parts: &[Part]) {
        for part in parts {
            for attr in &part.meta.attrs {
                let Ok(Some(code)) = allowed(attr) else {
                    continue;
                };
                let excuse = self.excuses.len();
                self.excuses.push(Excuse {
                    span: attr.span,
                    code,
                    used: false,
                });
                for span in subjects(part) {
                    self.allowed.insert((span, code), excuse);
                }
            }
            if let Some(block) = block(part) {
                self.collect_allowed(&block.members);
            }
        }
    }
}

impl Linter<'_> {
    /// What is excused and was not found. It is allowed by levels alone: an excuse for an excuse would need one, too.
    fn unused(&mut self) {
        let unused = self.excuses.iter().filter(|excuse| !excuse.used);
        let unused: Vec<(Span, Code)> = unused.map(|e| (e.span, e.code)).collect();
        for (span, code) in unused {
            let name = Lint::of(code).map_or("", |lint| lint.name);
            self.say(
                Code::UnusedAllow,
                span,
                format!("nothing here is what `{name}` tells of"),
                "take the attribute away: it would hide what comes later",
            );
        }
    }
}

/// The name and members of a declaration that has members.
fn block(part: &Part) -> Option<&Block> {
    match &part.kind {
        PartKind::Struct(block)
        | PartKind::Message(block)
        | PartKind::Union(block)
        | PartKind::Oneof { block, .. }
        | PartKind::Error(block)
        | PartKind::Service(block)
        | PartKind::Enum { block, .. }
        | PartKind::Flags { block, .. } => Some(block),
        _ => None,
    }
}

/// Where findings about a declaration point: its name, or what stands for one.
fn subjects(part: &Part) -> Vec<Span> {
    if let Some(block) = block(part) {
        return vec![block.name.span];
    }
    match &part.kind {
        PartKind::Package(path) => vec![path.span()],
        PartKind::Const { name, .. }
        | PartKind::Alias { name, .. }
        | PartKind::Value { name, .. }
        | PartKind::Flag { name, .. } => {
            vec![name.span]
        }
        PartKind::Rpc(rpc) => vec![rpc.name.span],
        PartKind::Field(field) => {
            let ordinal = field.ordinal.map(|o| o.span);
            let name = match &field.body {
                FieldBody::Live { name, .. } => Some(name.span),
                FieldBody::Tombstone { word, .. } => Some(*word),
            };
            ordinal.into_iter().chain(name).collect()
        }
        _ => Vec::new(),
    }
}

/// The lint that `#[allow(name, reason = "…")]` allows; `None` for other attributes.
///
/// # Errors
/// What is wrong with it.
pub(crate) fn allowed(attr: &Attr) -> Result<Option<Code>, Box<Diagnostic>> {
    if attr.name.text != "allow" {
        return Ok(None);
    }
    let wrong =
        |message: String| Diagnostic::new(Code::AttributeArguments, message).label(attr.span, "");
    let form = "write `#[allow(missing_docs, reason = \"why\")]`";
    let args = attr.args.as_deref().unwrap_or_default();
    let Some(TermKind::Path(path)) = args
        .first()
        .filter(|a| a.name.is_none())
        .map(|a| &a.value.kind)
    else {
        return Err(Box::new(
            wrong("`#[allow]` names a lint".to_owned()).help(form),
        ));
    };
    let text = path.text();
    let Some(lint) = Lint::named(&text.replace('_', "-")).filter(|_| !text.contains('-')) else {
        let names: Vec<String> = Lint::ALL.iter().map(|l| l.name.replace('-', "_")).collect();
        let message = format!("there is no lint `{}`", quote(&text));
        let found = Diagnostic::new(Code::AttributeArguments, message).label(path.span(), "");
        let near = nearest(&text, names.iter().map(String::as_str));
        return Err(Box::new(
            found.did_you_mean(near, "`stillwire lint --list` names them"),
        ));
    };
    let reason = match args.get(1..) {
        Some([reason]) if reason.name.as_ref().is_some_and(|n| n.text == "reason") => {
            matches!(&reason.value.kind, TermKind::Str(text) if !text.trim().is_empty())
        }
        _ => false,
    };
    if reason {
        Ok(Some(lint.code))
    } else {
        Err(Box::new(
            wrong(format!("`#[allow({text})]` gives no reason")).help(form),
        ))
    }
}
