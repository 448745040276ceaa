//! The insides of structs, messages and unions.

use crate::codes::Code;
use crate::diagnostic::quote;
use crate::model::{
    Field, Message, Struct, StructField, Type, TypeBody, TypeId, Union, Value, Variant,
};
use crate::names::Case;
use crate::syntax::tree::{self, FieldBody, Meta, Name, Part, PartKind, TypeExpr};

use super::attributes::Place;
use super::declare::Unique;
use super::oneofs::Shared;
use super::ordinals::Ordinals;
use super::{At, Checker};

impl<'a> Checker<'a> {
    pub(super) fn members(&mut self) {
        for index in 0..self.bodies.len() {
            let part: &'a Part = self.bodies[index];
            let id = TypeId(u32::try_from(index).expect("as many as types"));
            let at = At {
                package: self.model.get(id).package,
                file: self.model.get(id).span.file,
                inside: Some(id),
            };
            let body = match &part.kind {
                PartKind::Struct(block) => TypeBody::Struct(self.structure(at, block)),
                PartKind::Message(block) => TypeBody::Message(self.message(at, block)),
                PartKind::Union(block) => TypeBody::Union(self.union(at, block)),
                PartKind::Error(block) => TypeBody::Error(self.error(at, block)),
                _ => continue,
            };
            self.model.types[index].body = body;
        }
        for (package, part) in self.services.clone() {
            if let PartKind::Service(block) = &part.kind {
                self.service(package, &part.meta, block);
            }
        }
    }

    fn structure(&mut self, at: At, block: &tree::Block) -> Struct {
        let mut fields = Vec::new();
        let mut names = Unique::default();
        let mut broken = false;
        for part in &block.members {
            let PartKind::Field(tree::Field {
                body:
                    FieldBody::Live {
                        name,
                        ty: Some(expr),
                        default,
                        rules,
                    },
                ..
            }) = &part.kind
            else {
                broken = true;
                continue;
            };
            self.member_name(&mut names, name);
            let info = self.info(&part.meta, Place::StructField);
            self.no_option(
                expr,
                "a field of a struct",
                "a struct is frozen: use a message for what may be absent",
            );
            if let Some(default) = default {
                let help = "remove it; defaults are for fields of messages";
                self.err(
                    Code::NoDefault,
                    default.span(),
                    "a field of a struct has no default",
                    "",
                    help,
                );
            }
            let Some((ty, rules)) = self.resolve_ruled(at, expr, rules) else {
                continue;
            };
            let Some(ty) = self.struct_field(ty, expr) else {
                continue;
            };
            fields.push(StructField {
                name: name.text.clone(),
                docs: info.docs,
                deprecated: info.deprecated,
                since: info.since,
                ty,
                rules,
                sensitive: info.sensitive,
                span: name.span,
            });
        }
        if block.members.is_empty() && !broken {
            self.empty("struct", &block.name, "name: type;");
        }
        Struct { fields }
    }

    fn struct_field(&mut self, ty: Type, expr: &TypeExpr) -> Option<Type> {
        if self.is_fixed(&ty) {
            return Some(ty);
        }
        let message = format!("`{}` has no fixed size", self.type_name(&ty));
        let help =
            "a struct holds scalars, enums, arrays and other structs; for all else use a message";
        self.err(
            Code::NotFixedSize,
            expr.span,
            message,
            "cannot lie in a struct",
            help,
        );
        None
    }

    pub(super) fn empty(&mut self, what: &str, name: &Name, example: &str) {
        let message = format!("{what} `{}` has no members", quote(&name.text));
        self.err(
            Code::Empty,
            name.span,
            message,
            "",
            format!("add one, such as `{example}`"),
        );
    }

    pub(super) fn member_name(&mut self, names: &mut Unique, name: &Name) {
        self.check_case(name, Case::Snake, "members");
        self.check_unique(names, name);
    }

    fn message(&mut self, at: At, block: &tree::Block) -> Message {
        let owner = format!("message `{}`", quote(&block.name.text));
        let mut ordinals = ordinals_of(&block.members);
        let mut names = Unique::default();
        let mut fields = Vec::new();
        for (index, part) in block.members.iter().enumerate() {
            match &part.kind {
                PartKind::Oneof { optional, block } => {
                    let place = at.inside.map(|id| (id, index));
                    let id = place.and_then(|place| self.oneofs.get(&place).copied());
                    let mut shared = Shared {
                        ordinals: &mut ordinals,
                        names: &mut names,
                        owner: &owner,
                    };
                    let field = self.oneof(at, id, &part.meta, block, *optional, &mut shared);
                    fields.extend(field);
                }
                PartKind::Field(field) => fields.extend(self.field(
                    at,
                    &part.meta,
                    field,
                    &mut ordinals,
                    &mut names,
                    &owner,
                )),
                PartKind::Broken(remains) => ordinals.remains(&remains.ordinals),
                _ => {}
            }
        }
        self.dense(&ordinals, false);
        fields.sort_by_key(|f| f.ordinal);
        Message { fields }
    }

    fn field(
        &mut self,
        at: At,
        meta: &Meta,
        field: &tree::Field,
        ordinals: &mut Ordinals,
        names: &mut Unique,
        owner: &str,
    ) -> Option<Field> {
        let (name, expr, default, rules, reserved) = self.parts_of(field, names);
        let ordinal = self.ordinal(
            ordinals,
            field.ordinal.as_ref(),
            &quote(&name.text),
            name.span,
            owner,
        );
        let info = self.info(
            meta,
            if reserved {
                Place::Tombstone
            } else {
                Place::Member
            },
        );
        let expr = expr?;
        let (ty, rules) = self.resolve_ruled(at, expr, rules).unzip();
        let optional = expr.optional.is_some();
        let default = match (default, &ty) {
            (Some(default), Some(ty)) => {
                let value = self.default(at, default, ty, expr);
                if let (Some(value), Some(rules)) = (&value, &rules) {
                    self.default_meets(value, default.span(), rules);
                }
                value.filter(|v| !is_zero(v))
            }
            _ => None,
        };
        Some(Field {
            ordinal: ordinal?,
            name: name.text,
            docs: info.docs,
            deprecated: info.deprecated,
            since: info.since,
            proto: info.proto,
            ty: ty?,
            optional,
            default,
            rules: rules.filter(|_| !reserved).unwrap_or_default(),
            reserved,
            later: Vec::new(),
            sensitive: info.sensitive,
            span: name.span,
        })
    }

    fn parts_of<'t>(&mut self, field: &'t tree::Field, names: &mut Unique) -> FieldParts<'t> {
        match &field.body {
            FieldBody::Live {
                name,
                ty,
                default,
                rules,
            } => {
                self.member_name(names, name);
                (name.clone(), ty.as_ref(), default.as_ref(), rules, false)
            }
            FieldBody::Tombstone { word, ty, name } => {
                let mut own = Name {
                    text: String::new(),
                    span: field.ordinal.map_or(*word, |o| o.span),
                };
                if let Some(name) = name {
                    own = Name {
                        text: name.text.clone(),
                        span: name.span,
                    };
                    self.member_name(names, &own);
                }
                (own, ty.as_ref(), None, &[], true)
            }
        }
    }

    fn default(
        &mut self,
        at: At,
        default: &tree::Expr,
        ty: &Type,
        expr: &TypeExpr,
    ) -> Option<Value> {
        let why = match ty {
            _ if expr.optional.is_some() => {
                "an optional field has no default: absence is its default"
            }
            _ if self.has_values(ty) => {
                let value = self.value(at, default, ty)?;
                return Some(value);
            }
            Type::List(_) | Type::Map(..) => "a list or map is empty when absent",
            Type::Encoded(_) => "a message has the defaults of its own fields",
            Type::Named(id) if self.is_message(*id) => {
                "a message has the defaults of its own fields"
            }
            _ => "its default is zero",
        };
        let message = format!(
            "a field of type `{}{}` cannot have a default",
            self.type_name(ty),
            if expr.optional.is_some() { "?" } else { "" }
        );
        self.err(
            Code::NoDefault,
            default.span(),
            message,
            "",
            format!("remove it: {why}"),
        );
        None
    }

    fn union(&mut self, at: At, block: &tree::Block) -> Union {
        let variants = self.variants_of(at, block, "union", "@1 name: type;");
        Union {
            closed: block.closed,
            oneof: false,
            variants: variants.into_iter().map(|(v, _)| v).collect(),
        }
    }

    /// The variants of a union or error by their ordinals, each with what it is made of.
    pub(super) fn variants_of<'t>(
        &mut self,
        at: At,
        block: &'t tree::Block,
        what: &str,
        example: &str,
    ) -> Vec<(Variant, &'t tree::Field)> {
        let owner = format!("{what} `{}`", quote(&block.name.text));
        let mut ordinals = ordinals_of(&block.members);
        let mut names = Unique::default();
        let mut variants = Vec::new();
        let mut broken = false;
        for part in &block.members {
            match &part.kind {
                PartKind::Field(field) => {
                    let variant = self.variant(
                        at,
                        &part.meta,
                        field,
                        &mut ordinals,
                        &mut names,
                        &owner,
                        VARIANT,
                    );
                    variants.extend(variant.map(|v| (v, field)));
                }
                PartKind::Broken(remains) => {
                    broken = true;
                    ordinals.remains(&remains.ordinals);
                }
                _ => broken = true,
            }
        }
        self.dense(&ordinals, true);
        if !is_live(block) && !broken {
            self.empty(what, &block.name, example);
        }
        variants.sort_by_key(|(v, _)| v.ordinal);
        variants
    }

    #[allow(clippy::too_many_arguments)] // what a member is made of, and what it shares with others
    pub(super) fn variant(
        &mut self,
        at: At,
        meta: &Meta,
        field: &tree::Field,
        ordinals: &mut Ordinals,
        names: &mut Unique,
        owner: &str,
        (what, payload, absence): (&str, &str, &str),
    ) -> Option<Variant> {
        let (name, expr, default, rules, reserved) = self.parts_of(field, names);
        let ordinal = self.ordinal(
            ordinals,
            field.ordinal.as_ref(),
            &quote(&name.text),
            name.span,
            owner,
        );
        let info = self.info(
            meta,
            if reserved {
                Place::Tombstone
            } else {
                Place::Member
            },
        );
        if let Some(default) = default {
            self.err(
                Code::NoDefault,
                default.span(),
                format!("{what} has no default"),
                "",
                "remove it",
            );
        }
        let mut demanded = Vec::new();
        let ty = match expr {
            None => None,
            Some(expr) => {
                self.no_option(expr, payload, absence);
                let (ty, rules) = self.resolve_ruled(at, expr, rules)?;
                demanded = rules;
                Some(ty)
            }
        };
        Some(Variant {
            ordinal: ordinal?,
            member: ordinal?,
            name: name.text,
            docs: info.docs,
            deprecated: info.deprecated,
            since: info.since,
            proto: info.proto,
            ty,
            rules: demanded,
            reserved,
            sensitive: info.sensitive,
            span: name.span,
        })
    }
}

/// What variants and members are called, what may not be optional of them, and how absence is said.
pub(super) const VARIANT: (&str, &str, &str) = (
    "a variant",
    "the payload of a variant",
    "add a variant without payload for absence",
);
pub(super) const MEMBER: (&str, &str, &str) = (
    "a member of a `oneof`",
    "a member of a `oneof`",
    "a member is there or another one is; where none may be, write `?` behind the name of the `oneof`",
);

/// Whether a union, error or `oneof` has a member that is no tombstone.
pub(super) fn is_live(block: &tree::Block) -> bool {
    let live = |part: &Part| match &part.kind {
        PartKind::Field(field) => matches!(field.body, FieldBody::Live { .. }),
        _ => false,
    };
    block.members.iter().any(live)
}

/// Name, type, default, conditions, and whether it is a tombstone.
type FieldParts<'t> = (
    Name,
    Option<&'t TypeExpr>,
    Option<&'t tree::Expr>,
    &'t [tree::Predicate],
    bool,
);

/// The ordinals that are written, for the next free one.
fn ordinals_of(members: &[Part]) -> Ordinals {
    let inner = members.iter().flat_map(|part| match &part.kind {
        PartKind::Oneof { block, .. } => block.members.as_slice(),
        _ => std::slice::from_ref(part),
    });
    Ordinals::new(inner.filter_map(|part| match &part.kind {
        PartKind::Field(field) => field.ordinal,
        _ => None,
    }))
}

fn is_zero(value: &Value) -> bool {
    match value {
        Value::Bool(b) => !b,
        Value::Int(n) => *n == 0,
        // The bits of -0.0 are not those of an absent float.
        Value::Float(n) => n.to_bits() == 0,
        Value::String(text) => text.is_empty(),
        Value::Bytes(bytes) => bytes.is_empty(),
        Value::Enum { number, .. } => *number == 0,
        Value::Flags { bits, .. } => *bits == 0,
    }
}
