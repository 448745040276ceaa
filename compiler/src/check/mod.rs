//! From trees to the checked model: names are resolved, rules are held, values are computed.
//!
//! ```text
//! declare   every name gets its entry; case and collisions
//! imports   what `use` brings into each file
//! consts    constants and aliases, on demand
//! members   fields, variants, values, methods
//! cycles    structs in themselves, messages that require themselves
//! generated names that Rust or protobuf code needs for itself
//! ```
//!
//! A rule that is broken is reported once. What depends on something broken is passed over in
//! silence: `None` in place of a type or a value means that the user has been told.

mod attributes;
mod consts;
mod cycles;
mod declare;
mod enums;
mod errors;
mod flags;
mod generated;
mod imports;
mod mapping;
mod members;
mod oneofs;
mod ordinals;
mod rules;
mod services;
mod types;
mod values;

pub(crate) use imports::package_of;

use std::collections::HashMap;
use std::path::PathBuf;

use crate::codes::Code;
use crate::diagnostic::{Diagnostic, quote};
use crate::limits::MAX_ERRORS;
use crate::model::{Model, Rule, Type, TypeId, Value};
use crate::span::{FileId, Span};
use crate::syntax::tree::{Expr, Part, Predicate, Tree, TypeExpr};

/// A package as it was read. Imported packages come before their importers.
#[derive(Debug)]
pub(crate) struct PackageInput {
    pub(crate) name: String,
    pub(crate) files: Vec<FileInput>,
    pub(crate) requested: bool,
}

/// A file as it was read.
#[derive(Debug)]
pub(crate) struct FileInput {
    pub(crate) id: FileId,
    pub(crate) path: PathBuf,
    pub(crate) tree: Tree,
}

/// What a name in a schema, elsewhere than where it is declared, stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Meant {
    Type(TypeId),
    /// A value of an enum or a flag, by its name.
    Value(TypeId, String),
}

/// The model of `packages`, worth something only if none of the diagnostics is an error.
pub(crate) fn check(packages: &[PackageInput]) -> (Model, Vec<Diagnostic>) {
    let (model, diagnostics, _) = check_with_uses(packages);
    (model, diagnostics)
}

/// The same, and where types and values are named. A place may be listed more than once.
pub(crate) fn check_with_uses(
    packages: &[PackageInput],
) -> (Model, Vec<Diagnostic>, Vec<(Span, Meant)>) {
    let mut checker = Checker::new(packages);
    checker.declare();
    checker.import();
    checker.evaluate();
    checker.members();
    checker.cycles();
    if checker.diagnostics.is_empty() {
        checker.mappings();
        checker.generated_names();
    }
    checker.unused_imports();
    (checker.model, checker.diagnostics, checker.uses)
}

struct Checker<'a> {
    packages: &'a [PackageInput],
    /// Number of each package by its name.
    by_name: HashMap<&'a str, usize>,
    model: Model,
    /// What each package declares at its top.
    scopes: Vec<Scope>,
    /// What each type of the model was made of.
    bodies: Vec<&'a Part>,
    /// Types within messages.
    nested: HashMap<(TypeId, String), TypeId>,
    /// The unions of `oneof`s, by the message and the position among its members.
    oneofs: HashMap<(TypeId, usize), TypeId>,
    aliases: Vec<AliasReference<'a>>,
    /// The types of those aliases that are newtypes.
    newtypes: HashMap<usize, TypeId>,
    /// What aliases demand of the type that is being resolved.
    demanded: rules::Demanded,
    consts: Vec<ConstReference<'a>>,
    services: Vec<(usize, &'a Part)>,
    imports: HashMap<FileId, imports::Imports>,
    depth: consts::Depth,
    flags: flags::Progress,
    diagnostics: Vec<Diagnostic>,
    /// Where types and values are named.
    uses: Vec<(Span, Meant)>,
}

/// A constant: its type and expression become a type and a value.
type ConstReference<'a> = Reference<'a, (&'a TypeExpr, &'a Expr), (Type, Value)>;

/// An alias: its type and conditions become a type and rules.
type AliasReference<'a> = Reference<'a, (&'a TypeExpr, &'a [Predicate]), (Type, Vec<Rule>)>;

/// The names at the top of a package: types, aliases and services in one space, constants in another.
#[derive(Debug, Default)]
struct Scope {
    types: HashMap<String, Symbol>,
    consts: HashMap<String, Symbol>,
}

/// What a name stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Symbol {
    Type(TypeId),
    Alias(usize),
    Const(usize),
    Service,
    /// Of a part that was reported already.
    Broken,
}

/// An alias or a constant: something that is computed when first asked for.
#[derive(Debug)]
struct Reference<'a, S, T> {
    part: &'a Part,
    package: usize,
    name: &'a str,
    span: Span,
    source: S,
    state: State<T>,
}

#[derive(Debug, Clone)]
enum State<T> {
    Waiting,
    /// Being computed further up: to meet it again is a cycle.
    Running,
    /// With the number of references below it. `None` was reported.
    Done(Option<T>, usize),
}

/// Where a name is looked up from.
#[derive(Debug, Clone, Copy)]
struct At {
    package: usize,
    file: FileId,
    /// The innermost type around.
    inside: Option<TypeId>,
}

impl<'a> Checker<'a> {
    fn new(packages: &'a [PackageInput]) -> Self {
        Self {
            packages,
            by_name: packages
                .iter()
                .enumerate()
                .map(|(i, p)| (p.name.as_str(), i))
                .collect(),
            model: Model::default(),
            scopes: packages.iter().map(|_| Scope::default()).collect(),
            bodies: Vec::new(),
            nested: HashMap::new(),
            oneofs: HashMap::new(),
            aliases: Vec::new(),
            newtypes: HashMap::new(),
            demanded: rules::Demanded::default(),
            consts: Vec::new(),
            services: Vec::new(),
            imports: HashMap::new(),
            depth: consts::Depth::default(),
            flags: flags::Progress::default(),
            diagnostics: Vec::new(),
            uses: Vec::new(),
        }
    }

    /// Errors and warnings are counted apart, so that many warnings hide no error.
    fn say(&mut self, diagnostic: Diagnostic) {
        let severity = diagnostic.severity;
        if self
            .diagnostics
            .iter()
            .filter(|d| d.severity == severity)
            .count()
            <= MAX_ERRORS
        {
            self.diagnostics.push(diagnostic);
        }
    }

    /// For a rule with one place.
    fn err(
        &mut self,
        code: Code,
        span: Span,
        message: impl Into<String>,
        label: &str,
        help: impl Into<String>,
    ) {
        self.say(Diagnostic::new(code, message).label(span, label).help(help));
    }

    /// A type as its users write it.
    fn type_name(&self, ty: &Type) -> String {
        match ty {
            Type::Named(id) => quote(&self.model.dotted_name(*id)),
            Type::Encoded(id) => format!("encoded<{}>", quote(&self.model.dotted_name(*id))),
            Type::List(inner) => format!("list<{}>", self.type_name(inner)),
            Type::Map(key, value) => {
                format!("map<{}, {}>", self.type_name(key), self.type_name(value))
            }
            Type::Array(inner, length) => format!("[{}; {length}]", self.type_name(inner)),
            Type::Decimal(scale) => format!("decimal<{scale}>"),
            Type::Proto(proto) => proto.name().to_owned(),
            scalar => format!("{scalar:?}").to_ascii_lowercase(),
        }
    }
}
