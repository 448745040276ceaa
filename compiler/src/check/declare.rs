//! Entries for all declared names, in the case of their kind, without collisions.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use crate::codes::Code;
use crate::diagnostic::{Diagnostic, quote};
use crate::model::{
    Enum, Error, Flags, Int, Mapping, Message, Newtype, Package, Struct, Type, TypeBody, TypeDef,
    TypeId, Union,
};
use crate::names::{Case, canonical, pascal};
use crate::span::Span;
use crate::syntax::tree::{Block, Name, Part, PartKind};

use super::attributes::Place;
use super::members::is_live;
use super::{Checker, PackageInput, Reference, State, Symbol};

/// Names of one scope in the form in which they must differ.
#[derive(Debug, Default)]
pub(super) struct Unique {
    seen: HashMap<String, (String, Span)>,
}

impl<'a> Checker<'a> {
    pub(super) fn declare(&mut self) {
        let packages: &'a [PackageInput] = self.packages;
        for (number, package) in packages.iter().enumerate() {
            self.model.packages.push(Package {
                name: package.name.clone(),
                docs: Vec::new(),
                types: Vec::new(),
                consts: Vec::new(),
                aliases: Vec::new(),
                services: Vec::new(),
                files: package.files.iter().map(|f| f.path.clone()).collect(),
                uses: Vec::new(),
                requested: package.requested,
            });
            let (mut types, mut consts) = (Unique::default(), Unique::default());
            for file in &package.files {
                self.order(&file.tree.parts);
                for part in &file.tree.parts {
                    self.declare_item(part, number, &mut types, &mut consts);
                }
            }
        }
    }

    /// `package` first, then `use`, then the rest.
    fn order(&mut self, parts: &[Part]) {
        let mut package: Option<Span> = None;
        let mut declared = false;
        for part in parts {
            match &part.kind {
                PartKind::Package(path) => {
                    if let Some(first) = package {
                        let found = Diagnostic::new(Code::Syntax, "a file has one `package` line");
                        self.say(
                            found
                                .label(path.span(), "second one")
                                .label(first, "first one")
                                .help("remove one of them"),
                        );
                    } else if declared {
                        self.err(
                            Code::Syntax,
                            path.span(),
                            "`package` stands before everything else",
                            "too late",
                            "move it to the top",
                        );
                    }
                    package.get_or_insert(path.span());
                }
                PartKind::Use(import) => {
                    if declared {
                        let help = "move it up, right after `package`";
                        self.err(
                            Code::Syntax,
                            import.path.span(),
                            "`use` stands before all declarations",
                            "too late",
                            help,
                        );
                    }
                }
                PartKind::Broken(_) => {}
                _ => declared = true,
            }
        }
    }

    fn declare_item(
        &mut self,
        part: &'a Part,
        package: usize,
        types: &mut Unique,
        consts: &mut Unique,
    ) {
        match &part.kind {
            PartKind::Package(path) => {
                for name in &path.names {
                    self.check_segment(name);
                }
                let info = self.info(&part.meta, Place::Package);
                self.model.packages[package].docs.extend(info.docs);
            }
            PartKind::Use(_) => {
                self.info(&part.meta, Place::Use);
            }
            PartKind::Const { name, ty, value } => {
                self.check_case(name, Case::Screaming, "constants");
                self.check_unique(consts, name);
                self.scopes[package]
                    .consts
                    .entry(name.text.clone())
                    .or_insert(Symbol::Const(self.consts.len()));
                let source = (ty, value);
                self.consts.push(Reference {
                    part,
                    package,
                    name: &name.text,
                    span: name.span,
                    source,
                    state: State::Waiting,
                });
            }
            PartKind::Alias { name, ty, rules } => {
                if part.meta.attrs.iter().any(|a| a.name.text == "newtype") {
                    self.declare_newtype(part, name, package);
                }
                self.check_case(name, Case::Pascal, "types");
                self.check_unique(types, name);
                self.scopes[package]
                    .types
                    .entry(name.text.clone())
                    .or_insert(Symbol::Alias(self.aliases.len()));
                self.aliases.push(Reference {
                    part,
                    package,
                    name: &name.text,
                    span: name.span,
                    source: (ty, rules),
                    state: State::Waiting,
                });
            }
            PartKind::Service(block) => {
                self.check_case(&block.name, Case::Pascal, "services");
                self.check_unique(types, &block.name);
                self.scopes[package]
                    .types
                    .entry(block.name.text.clone())
                    .or_insert(Symbol::Service);
                self.services.push((package, part));
            }
            PartKind::Broken(remains) => {
                let scope = &mut self.scopes[package];
                for name in &remains.names {
                    scope.types.entry(name.clone()).or_insert(Symbol::Broken);
                    scope.consts.entry(name.clone()).or_insert(Symbol::Broken);
                }
            }
            _ => {
                if let Some(id) = self.declare_type(part, package, None, types) {
                    let name = self.model.get(id).name.clone();
                    self.scopes[package]
                        .types
                        .entry(name)
                        .or_insert(Symbol::Type(id));
                }
            }
        }
    }

    /// The type that an alias is; what it wraps is found when the alias is asked for.
    fn declare_newtype(&mut self, part: &'a Part, name: &Name, package: usize) {
        let id = TypeId(u32::try_from(self.model.types.len()).expect("files are bounded"));
        self.model.types.push(TypeDef {
            name: name.text.clone(),
            package,
            parent: None,
            docs: Vec::new(),
            deprecated: None,
            since: None,
            proto: Mapping::default(),
            span: name.span,
            body: TypeBody::Newtype(Newtype { ty: Type::U8 }),
        });
        self.bodies.push(part);
        self.model.packages[package].types.push(id);
        self.newtypes.insert(self.aliases.len(), id);
    }

    /// A struct, message, union, enum, error or set of flags, and what is declared within it. The grammar bounds the depth.
    fn declare_type(
        &mut self,
        part: &'a Part,
        package: usize,
        parent: Option<TypeId>,
        scope: &mut Unique,
    ) -> Option<TypeId> {
        let (block, body): (&'a Block, TypeBody) = match &part.kind {
            PartKind::Struct(block) => (block, TypeBody::Struct(Struct { fields: Vec::new() })),
            PartKind::Message(block) => (block, TypeBody::Message(Message { fields: Vec::new() })),
            PartKind::Union(block) => (
                block,
                TypeBody::Union(Union {
                    closed: block.closed,
                    oneof: false,
                    variants: Vec::new(),
                }),
            ),
            PartKind::Enum { block, .. } => (
                block,
                TypeBody::Enum(Enum {
                    closed: block.closed,
                    repr: Int::U8,
                    values: Vec::new(),
                    reserved: Vec::new(),
                }),
            ),
            PartKind::Flags { block, .. } => (
                block,
                TypeBody::Flags(Flags {
                    repr: Int::U64,
                    members: Vec::new(),
                }),
            ),
            PartKind::Error(block) => (
                block,
                TypeBody::Error(Error {
                    variants: Vec::new(),
                }),
            ),
            _ => return None,
        };
        self.check_case(&block.name, Case::Pascal, "types");
        self.check_unique(scope, &block.name);
        let info = self.info(&part.meta, Place::Item);
        let id = TypeId(u32::try_from(self.model.types.len()).expect("files are bounded"));
        self.model.types.push(TypeDef {
            name: block.name.text.clone(),
            package,
            parent,
            docs: info.docs,
            deprecated: info.deprecated,
            since: info.since,
            proto: info.proto,
            span: block.name.span,
            body,
        });
        self.bodies.push(part);
        self.model.packages[package].types.push(id);
        let mut inner = Unique::default();
        for (index, member) in block.members.iter().enumerate() {
            if let PartKind::Oneof { block, .. } = &member.kind {
                self.declare_oneof(member, block, package, (id, index));
            }
            if let Some(child) = self.declare_type(member, package, Some(id), &mut inner) {
                let name = self.model.get(child).name.clone();
                self.nested.entry((id, name)).or_insert(child);
            }
            if let PartKind::Broken(remains) = &member.kind {
                // A nested type that was not understood is not to be missed.
                let types = &mut self.scopes[package].types;
                for name in &remains.names {
                    types.entry(name.clone()).or_insert(Symbol::Broken);
                }
            }
        }
        Some(id)
    }

    /// The union that a `oneof` is. One of tombstones alone has none: it is a tombstone itself.
    fn declare_oneof(
        &mut self,
        part: &'a Part,
        block: &Block,
        package: usize,
        place: (TypeId, usize),
    ) {
        if !is_live(block) {
            return;
        }
        let id = TypeId(u32::try_from(self.model.types.len()).expect("files are bounded"));
        self.model.types.push(TypeDef {
            name: pascal(&block.name.text),
            package,
            parent: Some(place.0),
            docs: Vec::new(),
            deprecated: None,
            since: None,
            proto: Mapping::default(),
            span: block.name.span,
            body: TypeBody::Union(Union {
                closed: false,
                oneof: true,
                variants: Vec::new(),
            }),
        });
        self.bodies.push(part);
        self.model.packages[package].types.push(id);
        self.oneofs.insert(place, id);
    }

    /// Names must be in the case of their kind.
    pub(super) fn check_case(&mut self, name: &Name, case: Case, what: &str) {
        // What is not ASCII was refused as a name already.
        if case.fits(&name.text) || !name.text.is_ascii() {
            return;
        }
        let converted = case.convert(&name.text);
        let message = format!("`{}` is not in {}", quote(&name.text), case.title());
        let found = Diagnostic::new(Code::NameCase, message)
            .label(name.span, format!("{what} are written in {}", case.title()));
        self.say(if case.fits(&converted) && converted.len() <= 64 {
            found
                .help(format!("write `{converted}`"))
                .fix(name.span, converted)
        } else {
            found.help("begin with a letter, then letters and digits")
        });
    }

    /// Names must differ by more than case and `_`.
    pub(super) fn check_unique(&mut self, scope: &mut Unique, name: &Name) {
        match scope.seen.entry(canonical(&name.text)) {
            Entry::Vacant(free) => {
                free.insert((name.text.clone(), name.span));
            }
            Entry::Occupied(taken) => {
                let (other, span) = taken.get().clone();
                let message = if other == name.text {
                    format!("`{}` is declared twice", quote(&other))
                } else {
                    format!(
                        "`{}` and `{}` are the same name after canonicalisation",
                        quote(&other),
                        quote(&name.text)
                    )
                };
                let found = Diagnostic::new(Code::NameCollision, message);
                let found = found
                    .label(name.span, "declared again here")
                    .label(span, "first declared here");
                self.say(found.help("rename one; targets change the case of names and drop `_`, so names must differ in more than that"));
            }
        }
    }

    fn check_segment(&mut self, name: &Name) {
        self.check_case(name, Case::Snake, "the parts of a package");
        if matches!(name.text.as_str(), "self" | "super" | "crate") {
            let message = format!("`{}` cannot be part of a package's name", name.text);
            self.err(
                Code::TakenName,
                name.span,
                message,
                "no Rust module can have this name",
                "choose another",
            );
        }
    }
}
