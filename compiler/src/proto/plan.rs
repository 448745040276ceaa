//! What a `.proto` file says, before it is text or descriptor.

use std::collections::{BTreeSet, HashMap};

use crate::model::{
    Enum, Error, ErrorVariant, Field, Idempotency, Message, Method, Model, Package, ProtoInt, Rule,
    Service, Step, Struct, Type, TypeBody, TypeDef, TypeId, Union, Value, Variant,
};
use crate::names::{camel, flags_text, screaming};

use super::well_known::{self, DURATION, EMPTY, TIMESTAMP, file_of};
use super::{
    Called, enum_value_name, field_number, is_repeated, item_wrapper, oneof_name, path_of,
    value_wrapper,
};

#[derive(Debug, Clone, Default)]
pub(crate) struct File {
    /// The index of the package.
    pub(crate) home: usize,
    pub(crate) path: String,
    pub(crate) package: String,
    pub(crate) docs: Vec<String>,
    /// Paths, sorted.
    pub(crate) imports: Vec<String>,
    /// Constants, which protobuf has not, as comments.
    pub(crate) consts: Vec<String>,
    pub(crate) decls: Vec<Decl>,
    pub(crate) services: Vec<ProtoService>,
    /// Paths of the files with the errors that its methods throw. Nothing in it names those errors, so it does not import
    /// them for that; but who reads a status needs them.
    pub(crate) thrown: Vec<String>,
}

#[derive(Debug, Clone)]
pub(crate) enum Decl {
    Message(ProtoMessage),
    Enum(ProtoEnum),
}

#[derive(Debug, Clone, Default)]
pub(crate) struct ProtoMessage {
    pub(crate) name: String,
    pub(crate) docs: Vec<String>,
    pub(crate) deprecated: bool,
    pub(crate) nested: Vec<Decl>,
    pub(crate) fields: Vec<ProtoField>,
    /// Its `oneof`s.
    pub(crate) oneofs: Vec<ProtoOneof>,
    /// First and last number.
    pub(crate) reserved: Vec<(u32, u32)>,
    pub(crate) reserved_names: Vec<String>,
}

#[derive(Debug, Clone)]
pub(crate) struct ProtoOneof {
    pub(crate) name: String,
    pub(crate) docs: Vec<String>,
}

#[derive(Debug, Clone)]
pub(crate) struct ProtoField {
    pub(crate) name: String,
    pub(crate) number: u32,
    /// Where it is not the one that protoc makes of the name.
    pub(crate) json_name: Option<String>,
    /// `packed = false`.
    pub(crate) expanded: bool,
    pub(crate) docs: Vec<String>,
    pub(crate) deprecated: bool,
    pub(crate) label: Label,
    pub(crate) ty: ProtoType,
    /// The index of the `oneof` that it is a member of; members of one stand together.
    pub(crate) oneof: Option<usize>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Label {
    Single,
    /// With the keyword `optional`.
    Optional,
    Repeated,
    /// With the type of the key.
    Map(ProtoType),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum ProtoType {
    Scalar(Scalar),
    /// Full names without leading dot.
    Message(String),
    Enum(String),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Scalar {
    Bool,
    Uint32,
    Uint64,
    Sint32,
    Sint64,
    Int(ProtoInt),
    Float,
    Double,
    String,
    Bytes,
}

#[derive(Debug, Clone)]
pub(crate) struct ProtoEnum {
    pub(crate) name: String,
    pub(crate) docs: Vec<String>,
    pub(crate) deprecated: bool,
    /// The one that is 0 first.
    pub(crate) values: Vec<ProtoValue>,
    /// First and last number, and why.
    pub(crate) reserved: Vec<(i32, i32, String)>,
    pub(crate) reserved_names: Vec<String>,
}

#[derive(Debug, Clone)]
pub(crate) struct ProtoValue {
    pub(crate) name: String,
    pub(crate) number: i32,
    pub(crate) docs: Vec<String>,
    pub(crate) deprecated: bool,
}

#[derive(Debug, Clone)]
pub(crate) struct ProtoService {
    pub(crate) name: String,
    pub(crate) docs: Vec<String>,
    pub(crate) deprecated: bool,
    pub(crate) methods: Vec<ProtoMethod>,
}

#[derive(Debug, Clone)]
pub(crate) struct ProtoMethod {
    pub(crate) name: String,
    pub(crate) docs: Vec<String>,
    pub(crate) deprecated: bool,
    /// Full names.
    pub(crate) input: String,
    pub(crate) client_streaming: bool,
    pub(crate) output: String,
    pub(crate) server_streaming: bool,
    pub(crate) idempotency: Idempotency,
}

impl ProtoEnum {
    /// Whether a number has several names.
    pub(crate) fn has_aliases(&self) -> bool {
        let mut seen = BTreeSet::new();
        !self.values.iter().all(|value| seen.insert(value.number))
    }
}

/// One file for each package, in their order; those of well-known types are as many as protobuf has.
pub(crate) fn files(model: &Model) -> Vec<File> {
    let packages = model.packages.iter();
    packages
        .flat_map(|package| split(file(model, package)))
        .collect()
}

/// The files in which protobuf declares what a file of well-known types holds; any other file alone.
fn split(file: File) -> Vec<File> {
    if file.package != well_known::PACKAGE {
        return vec![file];
    }
    let mut files: Vec<File> = Vec::new();
    for decl in &file.decls {
        let path = well_known::path(decl.name());
        let at = files.iter().position(|known| known.path == path);
        let at = at.unwrap_or_else(|| {
            files.push(File {
                path: path.to_owned(),
                decls: Vec::new(),
                imports: file
                    .imports
                    .iter()
                    .filter(|other| *other != path)
                    .cloned()
                    .collect(),
                ..file.clone()
            });
            files.len() - 1
        });
        if let Some(known) = files.get_mut(at) {
            known.decls.push(decl.clone());
        }
    }
    files
}

impl Decl {
    fn name(&self) -> &str {
        match self {
            Self::Message(message) => &message.name,
            Self::Enum(of) => &of.name,
        }
    }
}

/// The file of one package.
pub(crate) fn file(model: &Model, package: &Package) -> File {
    let mut children: HashMap<Option<TypeId>, Vec<TypeId>> = HashMap::new();
    for id in &package.types {
        children.entry(model.get(*id).parent).or_default().push(*id);
    }
    let mut planner = Planner {
        model,
        imports: BTreeSet::new(),
        children,
    };
    let decls = planner
        .children(None)
        .into_iter()
        .filter_map(|id| planner.decl(id))
        .collect();
    let home = model.packages.iter().position(|p| p.name == package.name);
    let home = home.unwrap_or(usize::MAX);
    let services = package
        .services
        .iter()
        .map(|service| planner.service(home, service))
        .collect();
    let path = path_of(&package.name);
    planner.imports.remove(&path);
    File {
        home,
        path,
        package: package.name.clone(),
        docs: package.docs.clone(),
        imports: planner.imports.into_iter().collect(),
        consts: package
            .consts
            .iter()
            .map(|c| format!("const {} = {}", c.name, show(&c.value)))
            .collect(),
        decls,
        services,
        thrown: thrown(model, package),
    }
}

fn thrown(model: &Model, package: &Package) -> Vec<String> {
    let methods = package.services.iter().flat_map(|s| &s.methods);
    let path = |id: TypeId| file_of(model, id);
    let paths: BTreeSet<String> = methods.filter_map(|m| m.throws).map(path).collect();
    paths.into_iter().collect()
}

struct Planner<'a> {
    model: &'a Model,
    imports: BTreeSet<String>,
    /// The types within each type, and under `None` those at the top.
    children: HashMap<Option<TypeId>, Vec<TypeId>>,
}

/// The messages that hold what cannot be repeated in place, and where they are declared.
struct Wrappers {
    parent: String,
    made: Vec<Decl>,
}

impl Planner<'_> {
    fn children(&mut self, of: Option<TypeId>) -> Vec<TypeId> {
        self.children.remove(&of).unwrap_or_default()
    }

    /// What a type is declared as; flags are not.
    fn decl(&mut self, id: TypeId) -> Option<Decl> {
        let model = self.model;
        let def = model.get(id);
        Some(match &def.body {
            TypeBody::Flags(_) | TypeBody::Newtype(_) => return None,
            TypeBody::Enum(body) => Decl::Enum(enumeration(model, id, def, body)),
            TypeBody::Struct(body) => Decl::Message(self.structure(id, def, body)),
            TypeBody::Message(body) => Decl::Message(self.message(id, def, body)),
            // Its members are fields of the message around it.
            TypeBody::Union(body) if body.oneof => return None,
            TypeBody::Union(body) => Decl::Message(self.union(id, def, body)),
            TypeBody::Error(body) => Decl::Message(self.error(id, def, body)),
        })
    }

    fn base(&self, id: TypeId, def: &TypeDef) -> (ProtoMessage, Wrappers) {
        let message = ProtoMessage {
            name: def.proto.name_or(&def.name).to_owned(),
            reserved: def.proto.reserved.clone(),
            reserved_names: def.proto.reserved_names.clone(),
            docs: docs(&def.docs, def.deprecated.as_deref(), def.since.as_deref()),
            deprecated: def.deprecated.is_some(),
            ..ProtoMessage::default()
        };
        (
            message,
            Wrappers {
                parent: self.model.full_name(id),
                made: Vec::new(),
            },
        )
    }

    fn structure(&mut self, id: TypeId, def: &TypeDef, body: &Struct) -> ProtoMessage {
        let (mut message, mut wrappers) = self.base(id, def);
        for (number, field) in (1..).zip(&body.fields) {
            let underlying = self.model.underlying(&field.ty);
            let (label, ty) = self.shape(&field.name, &underlying, &mut wrappers);
            let mut docs = docs(
                &field.docs,
                field.deprecated.as_deref(),
                field.since.as_deref(),
            );
            docs.extend(bits(self.model, &underlying));
            docs.extend(demands(&field.rules));
            docs.extend(sensitive(field.sensitive));
            message.fields.push(ProtoField {
                name: field.name.clone(),
                number: field_number(number),
                json_name: None,
                expanded: false,
                docs,
                deprecated: field.deprecated.is_some(),
                label,
                ty,
                oneof: None,
            });
        }
        message.nested = wrappers.made;
        message
    }

    fn message(&mut self, id: TypeId, def: &TypeDef, body: &Message) -> ProtoMessage {
        let model = self.model;
        let (mut message, mut wrappers) = self.base(id, def);
        message.nested = self
            .children(Some(id))
            .into_iter()
            .filter_map(|child| self.decl(child))
            .collect();
        for field in &body.fields {
            if field.reserved {
                let later = field.later.iter().map(|(ordinal, name)| (*ordinal, name));
                for (ordinal, name) in std::iter::once((field.ordinal, &field.name)).chain(later) {
                    let number = field_number(ordinal);
                    message.reserved.push((number, number));
                    message
                        .reserved_names
                        .extend(Some(name.clone()).filter(|n| !n.is_empty()));
                }
            } else if let Some((_, union)) = model.oneof(&field.ty) {
                self.oneof(field, union, &mut message, &mut wrappers);
            } else {
                let planned = self.field(field, &mut wrappers);
                message.fields.push(planned);
            }
        }
        message.nested.extend(wrappers.made);
        message
    }

    /// The members of a `oneof`, which are fields of the message.
    fn oneof(
        &mut self,
        field: &Field,
        union: &Union,
        message: &mut ProtoMessage,
        wrappers: &mut Wrappers,
    ) {
        let mut docs = docs(
            &field.docs,
            field.deprecated.as_deref(),
            field.since.as_deref(),
        );
        docs.extend((!field.optional).then(|| "required".to_owned()));
        docs.extend(sensitive(field.sensitive));
        message.oneofs.push(ProtoOneof {
            name: field.proto.name_or(&field.name).to_owned(),
            docs,
        });
        self.variants(union.variants.iter().map(|v| (v, None)), message, wrappers);
    }

    fn field(&mut self, field: &Field, wrappers: &mut Wrappers) -> ProtoField {
        let underlying = self.model.underlying(&field.ty);
        let wrapped = field.optional && is_repeated(&underlying);
        let (mut label, ty) = if wrapped {
            self.wrap_value(&field.name, &underlying, wrappers)
        } else {
            self.shape(&field.name, &underlying, wrappers)
        };
        let is_message = matches!(ty, ProtoType::Message(_));
        if (field.optional || field.default.is_some()) && label == Label::Single && !is_message {
            label = Label::Optional;
        }
        let mut docs = docs(
            &field.docs,
            field.deprecated.as_deref(),
            field.since.as_deref(),
        );
        if let Some(default) = &field.default {
            docs.push(format!("default: {}", show(default)));
        }
        if !field.optional && self.is_required(&field.ty) {
            docs.push("required".to_owned());
        }
        docs.extend(bits(self.model, &underlying));
        docs.extend(demands(&field.rules));
        docs.extend(sensitive(field.sensitive));
        let called = Called::field(field);
        ProtoField {
            name: called.name().to_owned(),
            number: called.number(),
            json_name: json_name(called),
            expanded: called.is_expanded(),
            docs,
            deprecated: field.deprecated.is_some(),
            label,
            ty,
            oneof: None,
        }
    }

    fn is_required(&self, ty: &Type) -> bool {
        match ty {
            Type::Encoded(_) => true,
            Type::Named(id) => matches!(
                self.model.get(*id).body,
                TypeBody::Message(_) | TypeBody::Union(_)
            ),
            _ => false,
        }
    }

    fn union(&mut self, id: TypeId, def: &TypeDef, body: &Union) -> ProtoMessage {
        let mut message = self.choice(id, def, body.variants.iter().map(|v| (v, None)));
        message.docs.extend(closed(body.closed));
        message
    }

    fn error(&mut self, id: TypeId, def: &TypeDef, body: &Error) -> ProtoMessage {
        let variants = body.variants.iter();
        let said = variants.map(|v| (&v.variant, Some(format!("status {}", carried(v)))));
        self.choice(id, def, said)
    }

    /// A message of one `oneof`, of variants with what is to be said of each.
    fn choice<'v>(
        &mut self,
        id: TypeId,
        def: &TypeDef,
        variants: impl Iterator<Item = (&'v Variant, Option<String>)> + Clone,
    ) -> ProtoMessage {
        let (mut message, mut wrappers) = self.base(id, def);
        let live = variants.clone().map(|(v, _)| v).filter(|v| !v.reserved);
        message.oneofs.push(ProtoOneof {
            name: oneof_name(live.map(|v| v.name.as_str())).to_owned(),
            docs: Vec::new(),
        });
        self.variants(variants, &mut message, &mut wrappers);
        message.nested = wrappers.made;
        message
    }

    /// The members of the last `oneof` of a message.
    fn variants<'v>(
        &mut self,
        variants: impl Iterator<Item = (&'v Variant, Option<String>)>,
        message: &mut ProtoMessage,
        wrappers: &mut Wrappers,
    ) {
        let oneof = message.oneofs.len().checked_sub(1);
        for (variant, said) in variants {
            let called = Called::variant(variant);
            let number = called.number();
            if variant.reserved {
                message.reserved.push((number, number));
                message
                    .reserved_names
                    .extend(Some(variant.name.clone()).filter(|n| !n.is_empty()));
                continue;
            }
            let underlying = variant.ty.as_ref().map(|ty| self.model.underlying(ty));
            let (_, ty) = match &underlying {
                None => (Label::Single, self.well_known(EMPTY)),
                Some(ty) if is_repeated(ty) => self.wrap_value(&variant.name, ty, wrappers),
                Some(ty) => self.shape(&variant.name, ty, wrappers),
            };
            let mut docs = docs(
                &variant.docs,
                variant.deprecated.as_deref(),
                variant.since.as_deref(),
            );
            docs.extend(said);
            docs.extend(underlying.as_ref().and_then(|ty| bits(self.model, ty)));
            docs.extend(demands(&variant.rules));
            docs.extend(sensitive(variant.sensitive));
            message.fields.push(ProtoField {
                name: called.name().to_owned(),
                number,
                json_name: json_name(called),
                expanded: false,
                docs,
                deprecated: variant.deprecated.is_some(),
                label: Label::Single,
                ty,
                oneof,
            });
        }
    }

    /// How a type stands in a field of its own. `base` names wrappers of its elements.
    fn shape(&mut self, base: &str, ty: &Type, wrappers: &mut Wrappers) -> (Label, ProtoType) {
        match ty {
            Type::Array(inner, _) if **inner == Type::U8 => {
                (Label::Single, ProtoType::Scalar(Scalar::Bytes))
            }
            Type::List(inner) | Type::Array(inner, _) => {
                (Label::Repeated, self.element(base, inner, wrappers))
            }
            Type::Map(key, value) => {
                let key = match **key {
                    // Protobuf has no enum keys.
                    Type::Named(_) => ProtoType::Scalar(Scalar::Int(ProtoInt::Int32)),
                    ref key => self.single(key),
                };
                (Label::Map(key), self.element(base, value, wrappers))
            }
            _ => (Label::Single, self.single(ty)),
        }
    }

    fn element(&mut self, base: &str, ty: &Type, wrappers: &mut Wrappers) -> ProtoType {
        if !is_repeated(ty) {
            return self.shape(base, ty, wrappers).1;
        }
        let name = item_wrapper(base);
        self.wrap(name, ty, wrappers)
    }

    fn wrap_value(&mut self, base: &str, ty: &Type, wrappers: &mut Wrappers) -> (Label, ProtoType) {
        (Label::Single, self.wrap(value_wrapper(base), ty, wrappers))
    }

    fn wrap(&mut self, name: String, ty: &Type, wrappers: &mut Wrappers) -> ProtoType {
        let full = format!("{}.{name}", wrappers.parent);
        let (label, ty) = self.shape(&name, ty, wrappers);
        let items = ProtoField {
            name: "items".to_owned(),
            number: 1,
            json_name: None,
            expanded: false,
            docs: Vec::new(),
            deprecated: false,
            label,
            ty,
            oneof: None,
        };
        wrappers.made.push(Decl::Message(ProtoMessage {
            name,
            fields: vec![items],
            ..ProtoMessage::default()
        }));
        ProtoType::Message(full)
    }

    fn single(&mut self, ty: &Type) -> ProtoType {
        ProtoType::Scalar(match ty {
            Type::Bool => Scalar::Bool,
            Type::U8 | Type::U16 | Type::U32 => Scalar::Uint32,
            Type::U64 => Scalar::Uint64,
            Type::I8 | Type::I16 | Type::I32 => Scalar::Sint32,
            Type::I64 => Scalar::Sint64,
            Type::Proto(int) => Scalar::Int(*int),
            Type::F32 => Scalar::Float,
            Type::F64 => Scalar::Double,
            Type::String | Type::Uuid | Type::Decimal(_) => Scalar::String,
            // Lists, maps and arrays do not come here.
            Type::Bytes | Type::List(_) | Type::Map(..) | Type::Array(..) => Scalar::Bytes,
            Type::Timestamp => return self.well_known(TIMESTAMP),
            Type::Duration => return self.well_known(DURATION),
            Type::Named(id) | Type::Encoded(id) => return self.named(*id),
        })
    }

    fn named(&mut self, id: TypeId) -> ProtoType {
        let def = self.model.get(id);
        if let TypeBody::Flags(body) = &def.body {
            return self.single(&body.repr.ty());
        }
        self.imports.insert(file_of(self.model, id));
        let full = self.model.full_name(id);
        if matches!(def.body, TypeBody::Enum(_)) {
            ProtoType::Enum(full)
        } else {
            ProtoType::Message(full)
        }
    }

    fn well_known(&mut self, name: &str) -> ProtoType {
        let (_, own) = name.rsplit_once('.').unwrap_or_default();
        self.imports.insert(well_known::path(own).to_owned());
        ProtoType::Message(name.to_owned())
    }

    fn service(&mut self, home: usize, service: &Service) -> ProtoService {
        let model = self.model;
        let mut side = |id: Option<TypeId>| {
            let ty = match id {
                None => self.well_known(EMPTY),
                Some(id) => self.named(id),
            };
            match ty {
                ProtoType::Message(name) | ProtoType::Enum(name) => name,
                ProtoType::Scalar(_) => unreachable!("requests and responses are messages"),
            }
        };
        let said = |method: &Method| {
            let mut docs = docs(
                &method.docs,
                method.deprecated.as_deref(),
                method.since.as_deref(),
            );
            docs.extend(method.throws.and_then(|id| throws(model, home, id)));
            docs
        };
        let methods = service.methods.iter().map(|method| ProtoMethod {
            name: method.proto_name(),
            docs: said(method),
            deprecated: method.deprecated.is_some(),
            input: side(method.input),
            client_streaming: method.client_streaming,
            output: side(method.output),
            server_streaming: method.server_streaming,
            idempotency: method.idempotency,
        });
        ProtoService {
            name: service.proto.name_or(&service.name).to_owned(),
            methods: methods.collect(),
            docs: docs(
                &service.docs,
                service.deprecated.as_deref(),
                service.since.as_deref(),
            ),
            deprecated: service.deprecated.is_some(),
        }
    }
}

/// The name in JSON, if it is not what protoc makes of the name.
fn json_name(called: Called<'_>) -> Option<String> {
    Some(called.json()).filter(|json| *json != camel(called.name()))
}

fn enumeration(model: &Model, id: TypeId, def: &TypeDef, body: &Enum) -> ProtoEnum {
    let number = |n: i64| i32::try_from(n).expect("numbers of enums were checked to fit");
    let mut values = Vec::with_capacity(body.values.len());
    for value in &body.values {
        let named = |name: String, docs: Vec<String>| ProtoValue {
            name,
            number: number(value.number),
            docs,
            deprecated: value.deprecated.is_some(),
        };
        let said = docs(
            &value.docs,
            value.deprecated.as_deref(),
            value.since.as_deref(),
        );
        values.push(named(enum_value_name(model, id, value), said));
        let aliases = value.proto.aliases.iter();
        values.extend(aliases.map(|alias| named(alias.clone(), Vec::new())));
    }
    values.sort_by_key(|v| v.number != 0);
    let mut docs = docs(&def.docs, def.deprecated.as_deref(), def.since.as_deref());
    docs.extend(closed(body.closed));
    ProtoEnum {
        name: def.proto.name_or(&def.name).to_owned(),
        reserved_names: def.proto.reserved_names.clone(),
        docs,
        deprecated: def.deprecated.is_some(),
        values,
        reserved: body
            .reserved
            .iter()
            .map(|r| (number(r.first), number(r.last), r.note.clone()))
            .collect(),
    }
}

/// What a method throws, which protobuf has no word for.
fn throws(model: &Model, home: usize, id: TypeId) -> Option<String> {
    let def = model.get(id);
    let TypeBody::Error(body) = &def.body else {
        return None;
    };
    let name = if def.package == home {
        def.name.clone()
    } else {
        model.full_name(id)
    };
    let one = |v: &ErrorVariant| format!("{} {}", v.variant.name, carried(v));
    let all: Vec<String> = body.live().map(one).collect();
    Some(format!("throws {name}: {}", all.join("; ")))
}

/// The status of an error as protobuf's world writes it.
pub(crate) fn carried(variant: &ErrorVariant) -> String {
    let code = screaming(variant.status.word());
    if variant.retryable {
        code + ", retryable"
    } else {
        code
    }
}

/// The bits of flags, which are an integer in protobuf.
pub(crate) fn bits(model: &Model, ty: &Type) -> Option<String> {
    match ty {
        Type::Named(id) => {
            let def = model.get(*id);
            let TypeBody::Flags(body) = &def.body else {
                return None;
            };
            let bits = body
                .members
                .iter()
                .map(|f| format!("{} = {:#x}", f.name, f.bits));
            let bits: Vec<String> = bits.collect();
            Some(format!("flags {}: {}", def.name, bits.join(", ")))
        }
        Type::List(of) | Type::Array(of, _) | Type::Map(_, of) => bits(model, of),
        _ => None,
    }
}

/// Docs with what attributes say in words.
pub(crate) fn docs(lines: &[String], deprecated: Option<&str>, since: Option<&str>) -> Vec<String> {
    let mut docs = lines.to_vec();
    docs.extend(since.map(|version| format!("Since {}.", one_line(version))));
    docs.extend(
        deprecated
            .filter(|note| !note.is_empty())
            .map(|note| format!("Deprecated: {}", one_line(note))),
    );
    docs
}

/// What protobuf, where everything is open, cannot say.
pub(crate) fn closed(closed: bool) -> Option<String> {
    closed.then(|| "closed: what is not named here is refused".to_owned())
}

/// That our side keeps it out of logs, which others may want to do, too.
pub(crate) fn sensitive(yes: bool) -> Option<String> {
    yes.then(|| "sensitive".to_owned())
}

/// What values must be, which protobuf itself does not check.
pub(crate) fn demands(rules: &[Rule]) -> Option<String> {
    let step = |step: &Step| match step {
        Step::Each => "each ",
        Step::Key => "key ",
        Step::Value => "value ",
    };
    let one = |rule: &Rule| rule.at.iter().map(step).collect::<String>() + &rule.text;
    let all: Vec<String> = rules.iter().map(one).collect();
    (!all.is_empty()).then(|| format!("where {}", all.join(", ")))
}

/// Texts from strings may hold line ends by escapes; comments end with their line.
pub(crate) fn one_line(text: &str) -> String {
    text.chars()
        .map(|c| {
            if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') {
                ' '
            } else {
                c
            }
        })
        .collect()
}

/// A value as a schema writes it.
pub(crate) fn show(value: &Value) -> String {
    match value {
        Value::Bool(b) => b.to_string(),
        Value::Int(n) => n.to_string(),
        Value::Float(n) => format!("{n:?}"),
        Value::String(text) => format!("{text:?}"),
        Value::Bytes(bytes) => format!("b\"{}\"", bytes.escape_ascii()),
        Value::Enum { name, .. } => format!(".{name}"),
        Value::Flags { names, .. } => flags_text(names),
    }
}
