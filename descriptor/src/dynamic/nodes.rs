//! Types before they are tables: numbered, with numbers for what they are made of, and checked.

use super::PoolError;
use crate::v1::{BodyView, DescriptorView, Int, TypeDefView, TypeView, UnionDefView};
use stillwire_codec::table::{ProtoInt, Ty, TypeRef};

/// Levels of types: 32 of lists, maps and arrays within one type, as the compiler allows them, and what is in them.
pub(super) const MAX_TYPE_DEPTH: usize = 33;
const LEVELS: usize = MAX_TYPE_DEPTH - 1;
/// Newtypes of newtypes.
const MAX_NEWTYPES: usize = 64;
/// Bytes of a value of fixed size.
pub(super) const MAX_FIXED_BYTES: u32 = 65_535;

/// A type without references.
#[derive(Debug, Clone, Copy)]
pub(super) enum Node {
    Leaf(Ty<'static>),
    List(usize),
    Map(usize, usize),
    Array(usize, u32),
}

/// The kinds of types, as tables have them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Message,
    Struct,
    Union,
    /// A union that the message around it declares among its fields.
    Oneof,
    Enum,
    Flags,
    Newtype,
    Error,
}

pub(super) struct Nodes<'p> {
    pub(super) view: DescriptorView<'p>,
    pub(super) all: Vec<Node>,
    /// The level of each, and its place there.
    pub(super) places: Vec<(usize, usize)>,
    pub(super) levels: [usize; MAX_TYPE_DEPTH],
    /// What each type of the descriptor is, and its index among those of its kind.
    pub(super) kinds: Vec<(Kind, u16)>,
    /// The types that are unions.
    pub(super) unions: Vec<UnionDefView<'p>>,
    /// The integers of enums and flags, by the index of the type.
    reprs: Vec<Ty<'static>>,
}

pub(super) fn fault<T>(def: TypeDefView<'_>, what: &'static str) -> Result<T, PoolError> {
    Err(PoolError::Type {
        name: def.name().to_owned(),
        what,
    })
}

fn repr(def: TypeDefView<'_>, int: Int, flags: bool) -> Result<Ty<'static>, PoolError> {
    Ok(match int {
        Int::U8 => Ty::U8,
        Int::U16 => Ty::U16,
        Int::U32 => Ty::U32,
        Int::U64 if flags => Ty::U64,
        Int::I8 if !flags => Ty::I8,
        Int::I16 if !flags => Ty::I16,
        Int::I32 if !flags => Ty::I32,
        _ => return fault(def, "no integer for an enum or flags"),
    })
}

impl<'p> Nodes<'p> {
    pub(super) fn new(view: DescriptorView<'p>) -> Result<Self, PoolError> {
        let mut kinds = Vec::new();
        let mut reprs = Vec::new();
        let mut unions = Vec::new();
        let mut counts = [0_usize; 5];
        for def in view.types().iter() {
            let mut int = Ty::Bool;
            let (kind, at) = match def.body() {
                BodyView::Message(_) => (Kind::Message, 0),
                // It is a message on the wire.
                BodyView::Error(_) => (Kind::Error, 0),
                BodyView::Struct(_) => (Kind::Struct, 1),
                BodyView::Union(body) if body.oneof() => (Kind::Oneof, 2),
                BodyView::Union(_) => (Kind::Union, 2),
                BodyView::Enum(body) => {
                    int = repr(def, body.repr(), false)?;
                    (Kind::Enum, 3)
                }
                BodyView::Flags(body) => {
                    int = repr(def, body.repr(), true)?;
                    (Kind::Flags, 4)
                }
                BodyView::Newtype(_) => (Kind::Newtype, 5),
                BodyView::Unknown(_) => {
                    return fault(def, "a kind that this version does not know");
                }
            };
            let index = match counts.get_mut(at) {
                Some(count) => {
                    let index = *count;
                    *count += 1;
                    u16::try_from(index).map_err(|_| PoolError::TooMany)?
                }
                None => 0,
            };
            if let BodyView::Union(body) = def.body() {
                unions.push(body);
            }
            kinds.push((kind, index));
            reprs.push(int);
        }
        Ok(Self {
            view,
            all: Vec::new(),
            places: Vec::new(),
            levels: [0; MAX_TYPE_DEPTH],
            kinds,
            unions,
            reprs,
        })
    }

    /// The integer of an enum or of flags.
    pub(super) fn repr_of(&self, index: usize) -> Ty<'static> {
        self.reprs.get(index).copied().unwrap_or(Ty::U8)
    }

    /// A type of the definition `def`, which is checked on the way. Newtypes are what they wrap.
    pub(super) fn ty(
        &mut self,
        def: TypeDefView<'p>,
        ty: TypeView<'p>,
    ) -> Result<usize, PoolError> {
        self.within(def, ty, LEVELS, MAX_NEWTYPES)
    }

    fn within(
        &mut self,
        def: TypeDefView<'p>,
        ty: TypeView<'p>,
        levels: usize,
        newtypes: usize,
    ) -> Result<usize, PoolError> {
        let leaf = match ty {
            TypeView::Bool => Ty::Bool,
            TypeView::Int(Int::U8) => Ty::U8,
            TypeView::Int(Int::U16) => Ty::U16,
            TypeView::Int(Int::U32) => Ty::U32,
            TypeView::Int(Int::U64) => Ty::U64,
            TypeView::Int(Int::I8) => Ty::I8,
            TypeView::Int(Int::I16) => Ty::I16,
            TypeView::Int(Int::I32) => Ty::I32,
            TypeView::Int(Int::I64) => Ty::I64,
            TypeView::Int(Int::Int32) => Ty::Proto(ProtoInt::Int32),
            TypeView::Int(Int::Int64) => Ty::Proto(ProtoInt::Int64),
            TypeView::Int(Int::Fixed32) => Ty::Proto(ProtoInt::Fixed32),
            TypeView::Int(Int::Fixed64) => Ty::Proto(ProtoInt::Fixed64),
            TypeView::Int(Int::Sfixed32) => Ty::Proto(ProtoInt::Sfixed32),
            TypeView::Int(Int::Sfixed64) => Ty::Proto(ProtoInt::Sfixed64),
            TypeView::F32 => Ty::F32,
            TypeView::F64 => Ty::F64,
            TypeView::String => Ty::String,
            TypeView::Bytes => Ty::Bytes,
            TypeView::Timestamp => Ty::Timestamp,
            TypeView::Duration => Ty::Duration,
            TypeView::Uuid => Ty::Uuid,
            TypeView::Decimal(scale) if scale <= 18 => Ty::Decimal(scale),
            TypeView::Decimal(_) => {
                return fault(def, "a decimal has at most 18 digits after the point");
            }
            TypeView::Encoded(id) => match self.kind(id) {
                Some((Kind::Message, index)) => Ty::Encoded(TypeRef::new(0, index)),
                _ => return fault(def, "only messages are carried as bytes"),
            },
            TypeView::Named(id) => match self.kind(id) {
                Some((Kind::Message, index)) => Ty::Message(TypeRef::new(0, index)),
                Some((Kind::Struct, index)) => Ty::Struct(TypeRef::new(0, index)),
                Some((Kind::Union, index)) => Ty::Union(TypeRef::new(0, index)),
                Some((Kind::Oneof, index)) if levels == LEVELS && newtypes == MAX_NEWTYPES => {
                    Ty::Oneof(TypeRef::new(0, index))
                }
                Some((Kind::Oneof, _)) => return fault(def, "a oneof is no type of data"),
                Some((Kind::Enum, index)) => Ty::Enum(TypeRef::new(0, index)),
                Some((Kind::Flags, index)) => Ty::Flags(TypeRef::new(0, index)),
                Some((Kind::Newtype, _)) => {
                    let Some(left) = newtypes.checked_sub(1) else {
                        return fault(def, "newtypes without an end");
                    };
                    let wrapped = usize::try_from(id)
                        .ok()
                        .and_then(|id| self.view.types().get(id));
                    let Some(BodyView::Newtype(wrapped)) = wrapped.map(|def| def.body()) else {
                        return fault(def, "a newtype of nothing");
                    };
                    return self.within(def, wrapped, levels, left);
                }
                Some((Kind::Error, _)) => return fault(def, "an error is no type of data"),
                None => return fault(def, "it refers to a type that is not there"),
            },
            TypeView::List(_) | TypeView::Map(_) | TypeView::Array(_) => {
                let Some(left) = levels.checked_sub(1) else {
                    return fault(def, "a type of too many levels");
                };
                return self.made_of(def, ty, left, newtypes);
            }
            _ => return fault(def, "a type that this version does not know"),
        };
        Ok(self.add(Node::Leaf(leaf), 0))
    }

    fn made_of(
        &mut self,
        def: TypeDefView<'p>,
        ty: TypeView<'p>,
        left: usize,
        newtypes: usize,
    ) -> Result<usize, PoolError> {
        let (node, parts) = match ty {
            TypeView::List(list) => {
                let of = self.within(def, list.of(), left, newtypes)?;
                (Node::List(of), [of, of])
            }
            TypeView::Map(map) => {
                let key = self.within(def, map.key(), left, newtypes)?;
                let fits = match self.all.get(key) {
                    Some(Node::Leaf(ty)) => matches!(
                        ty,
                        Ty::Bool
                            | Ty::String
                            | Ty::Uuid
                            | Ty::Enum(_)
                            | Ty::U8
                            | Ty::U16
                            | Ty::U32
                            | Ty::U64
                            | Ty::I8
                            | Ty::I16
                            | Ty::I32
                            | Ty::I64
                            | Ty::Proto(_)
                    ),
                    _ => false,
                };
                if !fits {
                    return fault(def, "a type that cannot be the key of a map");
                }
                let value = self.within(def, map.value(), left, newtypes)?;
                (Node::Map(key, value), [key, value])
            }
            TypeView::Array(array) => {
                let of = self.within(def, array.of(), left, newtypes)?;
                let count = array.count();
                if count == 0 || count > MAX_FIXED_BYTES {
                    return fault(def, "an array has 1 to 65,535 elements");
                }
                (Node::Array(of, count), [of, of])
            }
            _ => return fault(def, "a type that this version does not know"),
        };
        let level = |part: usize| self.places.get(part).map_or(0, |place| place.0);
        let level = 1 + parts.map(level).into_iter().fold(0, usize::max);
        Ok(self.add(node, level))
    }

    fn kind(&self, id: u32) -> Option<(Kind, u16)> {
        self.kinds.get(usize::try_from(id).ok()?).copied()
    }

    fn add(&mut self, node: Node, level: usize) -> usize {
        let count = &mut self.levels[level];
        self.places.push((level, *count));
        *count += 1;
        self.all.push(node);
        self.all.len() - 1
    }
}
