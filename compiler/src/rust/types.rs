//! The schema's types in Rust: as owned values, as views, as borrows, as kinds of the codec.

use crate::layout::fixed_size;
use crate::model::{Model, Package, Type, TypeBody, TypeId, Value};
use crate::names::screaming;

use super::names;
use super::shape::Shapes;
use super::template::fill;

/// What every generator reads: the model, its shapes, and the package that is being written.
#[derive(Debug, Clone, Copy)]
pub(super) struct Context<'m> {
    pub(super) model: &'m Model,
    pub(super) shapes: &'m Shapes,
    /// Of each type, by its id.
    pub(super) fingerprints: &'m [u64],
    pub(super) here: usize,
}

/// The three faces of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Face {
    /// Plain data that owns what it holds.
    Owned,
    /// References into an encoded message.
    View,
    /// References to anything, to encode from.
    Init,
}

impl<'m> Context<'m> {
    pub(super) fn package(&self) -> &'m Package {
        &self.model.packages[self.here]
    }

    pub(super) fn body(&self, ty: &Type) -> Option<(TypeId, &'m TypeBody)> {
        match ty {
            Type::Named(id) => Some((*id, &self.model.get(*id).body)),
            _ => None,
        }
    }

    /// The name of a newtype of text or bytes, and what it wraps. Views and borrows have that instead.
    pub(super) fn text(&self, ty: &Type) -> Option<(String, &'m Type)> {
        match self.body(ty) {
            Some((id, TypeBody::Newtype(body))) if self.size(&body.ty).is_none() => {
                Some((self.path(id, ""), &body.ty))
            }
            _ => None,
        }
    }

    /// A value of fixed size without the newtypes around it, and its type.
    pub(super) fn unwrapped(&self, ty: &Type, expr: &str) -> (Type, String) {
        let (mut ty, mut expr) = (ty.clone(), expr.to_owned());
        while let Some((_, TypeBody::Newtype(body))) = self.body(&ty) {
            ty = body.ty.clone();
            expr.push_str(".0");
        }
        (ty, expr)
    }

    /// The other way: `expr`, which has no newtypes around it, as a `ty`.
    pub(super) fn wrapped(&self, ty: &Type, expr: String) -> String {
        match self.body(ty) {
            Some((id, TypeBody::Newtype(body))) => {
                format!("{}({})", self.path(id, ""), self.wrapped(&body.ty, expr))
            }
            _ => expr,
        }
    }

    pub(super) fn is_message(&self, ty: &Type) -> bool {
        matches!(self.body(ty), Some((_, TypeBody::Message(_))))
    }

    pub(super) fn is_union(&self, ty: &Type) -> bool {
        matches!(self.body(ty), Some((_, TypeBody::Union(_))))
    }

    pub(super) fn size(&self, ty: &Type) -> Option<u64> {
        fixed_size(self.model, ty)
    }

    pub(super) fn path(&self, id: TypeId, suffix: &str) -> String {
        names::type_path(self.model, self.here, id, suffix)
    }

    /// The type of a value that nothing encloses. The lifetime of views and borrows is `'a`.
    pub(super) fn ty(&self, face: Face, ty: &Type) -> String {
        match (face, ty) {
            (_, Type::Bool) => "bool".to_owned(),
            (_, Type::F32) => "f32".to_owned(),
            (_, Type::F64) => "f64".to_owned(),
            (_, Type::Timestamp) => fill("$codec::Timestamp", &[]),
            (_, Type::Duration) => fill("$codec::Duration", &[]),
            (_, Type::Uuid) => fill("$codec::Uuid", &[]),
            (_, Type::Decimal(scale)) => {
                fill("$codec::Decimal<$scale>", &[("scale", &scale.to_string())])
            }
            (_, Type::Array(element, count)) => format!("[{}; {count}]", self.ty(face, element)),
            (Face::Owned, Type::String) => fill("$std::string::String", &[]),
            (Face::Owned, Type::Bytes) => fill("$std::vec::Vec<u8>", &[]),
            (_, Type::String) => "&'a str".to_owned(),
            (_, Type::Bytes) => "&'a [u8]".to_owned(),
            (_, Type::Named(id)) => self.named(face, *id),
            (face, Type::Encoded(id)) => {
                let view = if face == Face::Owned { "" } else { "View" };
                let lifetime = if face == Face::Owned { "" } else { "'a, " };
                fill(
                    "$codec::Unverified$view<$lifetime$of>",
                    &[
                        ("view", view),
                        ("lifetime", lifetime),
                        ("of", &self.path(*id, "")),
                    ],
                )
            }
            (Face::Owned, Type::List(of)) => {
                fill("$std::vec::Vec<$of>", &[("of", &self.ty(face, of))])
            }
            (Face::Owned, Type::Map(key, value)) => {
                let (key, value) = (self.ty(face, key), self.ty(face, value));
                fill(
                    "$std::collections::BTreeMap<$key, $value>",
                    &[("key", &key), ("value", &value)],
                )
            }
            (Face::Init, Type::List(of)) => format!("&'a [{}]", self.ty(face, of)),
            (Face::Init, Type::Map(key, value)) => {
                format!("&'a [({}, {})]", self.ty(face, key), self.ty(face, value))
            }
            (Face::View, Type::List(of)) => self.list_view(of),
            (Face::View, Type::Map(key, value)) => {
                let (key, value) = (self.list_kind(key), self.list_kind(value));
                fill(
                    "$codec::kind::MapView<'a, $key, $value>",
                    &[("key", &key), ("value", &value)],
                )
            }
            (_, int) => int.int().map_or("()", crate::model::Int::name).to_owned(),
        }
    }

    fn named(&self, face: Face, id: TypeId) -> String {
        if let TypeBody::Newtype(body) = &self.model.get(id).body
            && face != Face::Owned
            && self.size(&body.ty).is_none()
        {
            return self.ty(face, &body.ty);
        }
        let plain = matches!(
            self.model.get(id).body,
            TypeBody::Struct(_) | TypeBody::Enum(_) | TypeBody::Flags(_) | TypeBody::Newtype(_)
        );
        match face {
            _ if plain => self.path(id, ""),
            Face::Owned => self.path(id, ""),
            Face::View | Face::Init => self.borrowing(face, id, "<'a>"),
        }
    }

    /// The view or the borrows of a message or union, with `lifetime` if they have one.
    pub(super) fn borrowing(&self, face: Face, id: TypeId, lifetime: &str) -> String {
        let (suffix, borrows) = match face {
            Face::Owned => ("", false),
            Face::View => ("View", self.shapes.view_borrows(id)),
            Face::Init => ("Init", self.shapes.borrows(id)),
        };
        self.path(id, suffix) + if borrows { lifetime } else { "" }
    }

    fn list_view(&self, of: &Type) -> String {
        let (name, argument) = match of {
            Type::Bool => return fill("$codec::kind::BitsView<'a>", &[]),
            _ if self.size(of).is_some() => ("PackedView", self.ty(Face::View, of)),
            _ if self.is_message(of) => ("RowsView", self.ty(Face::Owned, of)),
            _ => ("ItemsView", self.kind(of)),
        };
        fill(
            "$codec::kind::$name<'a, $argument>",
            &[("name", name), ("argument", &argument)],
        )
    }

    /// The type of a member of `outer`: boxed where it would contain itself, optional where the schema says so.
    pub(super) fn member(&self, face: Face, outer: TypeId, ty: &Type, optional: bool) -> String {
        let mut out = self.ty(face, ty);
        if self.shapes.boxed(self.model, outer, ty, optional) {
            out = match face {
                Face::Owned => fill("$std::boxed::Box<$of>", &[("of", &out)]),
                Face::Init => format!("&'a {out}"),
                Face::View => out,
            };
        }
        if optional {
            fill("$core::option::Option<$of>", &[("of", &out)])
        } else {
            out
        }
    }

    /// The codec's kind of a range that holds a `ty`.
    pub(super) fn kind(&self, ty: &Type) -> String {
        if let Some((_, of)) = self.text(ty) {
            return self.kind(of);
        }
        let (name, argument) = match ty {
            Type::String => return fill("$codec::kind::Text", &[]),
            Type::Bytes => return fill("$codec::kind::Blob", &[]),
            Type::Encoded(id) => {
                return fill("$codec::kind::Root<$of>", &[("of", &self.path(*id, ""))]);
            }
            Type::List(of) => return self.list_kind(of),
            Type::Map(key, value) => {
                let (key, value) = (self.list_kind(key), self.list_kind(value));
                return fill(
                    "$codec::kind::Map<$key, $value>",
                    &[("key", &key), ("value", &value)],
                );
            }
            _ if self.is_message(ty) => ("Sub", ty),
            _ if self.is_union(ty) => ("Choice", ty),
            _ => ("One", ty),
        };
        fill(
            "$codec::kind::$name<$of>",
            &[("name", name), ("of", &self.ty(Face::Owned, argument))],
        )
    }

    /// The kind of a list of `of`.
    pub(super) fn list_kind(&self, of: &Type) -> String {
        let (name, argument) = match of {
            Type::Bool => return fill("$codec::kind::Bits", &[]),
            _ if self.size(of).is_some() => ("Packed", self.ty(Face::Owned, of)),
            _ if self.is_message(of) => ("Rows", self.ty(Face::Owned, of)),
            _ => ("Items", self.kind(of)),
        };
        fill(
            "$codec::kind::$name<$argument>",
            &[("name", name), ("argument", &argument)],
        )
    }

    /// The owned value of `expr`, which is a view of a `ty`.
    pub(super) fn owned_from(&self, ty: &Type, expr: &str) -> String {
        if let Some((path, of)) = self.text(ty) {
            return format!("{path}({})", self.owned_from(of, expr));
        }
        match ty {
            Type::String => fill("$std::string::String::from($expr)", &[("expr", expr)]),
            Type::Bytes => format!("{expr}.to_vec()"),
            Type::Encoded(_) => format!("{expr}.to_unverified()"),
            Type::List(of) if self.size(of).is_some() => format!("{expr}.to_vec()"),
            Type::List(of) if **of == Type::String || self.is_message(of) => {
                format!("{expr}.to_vec()")
            }
            Type::List(of) => {
                format!("{expr}.iter().map({}).collect()", self.owning(of, "item"))
            }
            Type::Map(key, value) => {
                let (key, value) = (self.owning(key, "key"), self.owning(value, "value"));
                format!("{expr}.to_map({key}, {value})")
            }
            _ if self.is_message(ty) || self.is_union(ty) => format!("{expr}.to_message()"),
            _ => expr.to_owned(),
        }
    }

    /// A function from a view of a `ty` to the owned value. Each closure is a body to compile, so it is one only where no
    /// function has a name.
    pub(super) fn owning(&self, ty: &Type, item: &str) -> String {
        match ty {
            Type::String => fill("$std::string::String::from", &[]),
            Type::Named(id) if self.is_message(ty) || self.is_union(ty) => {
                self.path(*id, "View") + "::to_message"
            }
            _ if self.size(ty).is_some() => fill("$core::convert::identity", &[]),
            _ => format!("|{item}| {}", self.owned_from(ty, item)),
        }
    }

    /// The zero of a type of fixed size, as a constant expression.
    pub(super) fn zero(&self, ty: &Type) -> String {
        match ty {
            Type::Bool => "false".to_owned(),
            Type::F32 | Type::F64 => "0.0".to_owned(),
            Type::Timestamp => fill("$codec::Timestamp(0)", &[]),
            Type::Duration => fill("$codec::Duration(0)", &[]),
            Type::Decimal(_) => fill("$codec::Decimal(0)", &[]),
            Type::Uuid => fill("$codec::Uuid([0; 16])", &[]),
            Type::Array(element, count) => format!("[{}; {count}]", self.zero(element)),
            Type::Named(id) => match &self.model.get(*id).body {
                TypeBody::Enum(body) => {
                    let zero = body.values.iter().find(|v| v.number == 0);
                    let name =
                        zero.map_or_else(|| "Unknown(0)".to_owned(), |v| names::variant(&v.name));
                    format!("{}::{name}", self.path(*id, ""))
                }
                TypeBody::Newtype(body) => {
                    format!("{}({})", self.path(*id, ""), self.zero(&body.ty))
                }
                TypeBody::Flags(_) => format!("{}::empty()", self.path(*id, "")),
                _ => format!("{}::__ZERO", self.path(*id, "")),
            },
            _ => "0".to_owned(),
        }
    }

    /// The default of a `ty` as borrows, as a constant expression.
    pub(super) fn init_zero(&self, ty: &Type) -> String {
        if let Some((_, of)) = self.text(ty) {
            return self.init_zero(of);
        }
        match ty {
            Type::String => "\"\"".to_owned(),
            Type::Bytes | Type::List(_) | Type::Map(..) => "&[]".to_owned(),
            Type::Encoded(_) => fill("$codec::UnverifiedView::__DEFAULT", &[]),
            Type::Named(id) if self.size(ty).is_none() => {
                format!("{}::__DEFAULT", self.path(*id, "Init"))
            }
            _ => self.zero(ty),
        }
    }

    /// A value of the schema as an expression of type `ty`.
    pub(super) fn value(&self, ty: &Type, value: &Value) -> String {
        if let Some((id, TypeBody::Newtype(body))) = self.body(ty) {
            let inner = self.value(&body.ty, value);
            // Text is borrowed, and compared with a newtype as it is.
            return match self.text(ty) {
                Some(_) => inner,
                None => format!("{}({inner})", self.path(id, "")),
            };
        }
        match value {
            Value::Bool(value) => value.to_string(),
            Value::Int(value) => value.to_string(),
            #[expect(
                clippy::cast_possible_truncation,
                reason = "exact: the checker narrowed it"
            )]
            Value::Float(value) if *ty == Type::F32 => format!("{:?}", *value as f32),
            Value::Float(value) => format!("{value:?}"),
            Value::String(value) => format!("{value:?}"),
            Value::Bytes(value) => byte_string(value),
            Value::Enum { ty, name, .. } => {
                format!("{}::{}", self.path(*ty, ""), names::variant(name))
            }
            Value::Flags { ty, names, .. } => {
                let path = self.path(*ty, "");
                let flag = |name: &String| format!("{path}::{}", screaming(name));
                let Some((first, rest)) = names.split_first() else {
                    return format!("{path}::empty()");
                };
                // Not by `|`, which constants cannot do.
                let more = |name: &String| format!(".union({})", flag(name));
                flag(first) + &rest.iter().map(more).collect::<String>()
            }
        }
    }

    /// The same, owned.
    pub(super) fn owned_value(&self, ty: &Type, value: &Value) -> String {
        if let Some((path, of)) = self.text(ty) {
            return format!("{path}({})", self.owned_value(of, value));
        }
        let literal = self.value(ty, value);
        match value {
            Value::String(_) => fill("$std::string::String::from($it)", &[("it", &literal)]),
            Value::Bytes(_) => fill("$std::vec::Vec::from($it)", &[("it", &literal)]),
            _ => literal,
        }
    }

    /// Whether a value of fixed size has a `bool` or a closed enum in it, which not every byte is.
    pub(super) fn is_partial(&self, ty: &Type) -> bool {
        match ty {
            Type::Bool => true,
            Type::Array(element, _) => self.is_partial(element),
            _ => match self.body(ty) {
                Some((_, TypeBody::Struct(body))) => {
                    body.fields.iter().any(|f| self.is_partial(&f.ty))
                }
                Some((_, TypeBody::Enum(body))) => body.closed,
                Some((_, TypeBody::Newtype(body))) => self.is_partial(&body.ty),
                _ => false,
            },
        }
    }
}

/// `b"…"`.
pub(super) fn byte_string(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(bytes.len() * 2 + 3);
    out.push_str("b\"");
    for byte in bytes {
        out.extend(std::ascii::escape_default(*byte).map(char::from));
    }
    out.push('"');
    out
}
