//! What a descriptor must keep to, so that walks over its tables end and mean something: sizes, and places that do not
//! overlap.

use super::PoolError;
use super::nodes::{Kind, MAX_FIXED_BYTES, Node, Nodes, fault};
use crate::v1::{Bit, FieldView, MessageDefView, PlaceView, PresenceView, TypeDefView};
use stillwire_codec::table::{Place, Presence, Ty, TypeRef};

/// Structs within structs, as the compiler allows them.
const MAX_STRUCT_DEPTH: usize = 64;
/// Slots of a message.
const MAX_SLOTS: u16 = 0x3FFF;

/// What is known of a struct.
#[derive(Debug, Clone, Copy)]
pub(super) enum Struct {
    /// Nothing yet: the types of its fields, and whether one of them has rules.
    Fields(usize, usize, bool),
    /// Being looked at: a struct that comes here again contains itself.
    Open,
    Known(Fixed),
}

/// What is known of a type of fixed size.
#[derive(Debug, Clone, Copy)]
pub(super) struct Fixed {
    pub(super) bytes: u32,
    /// Whether not all bytes are a value.
    pub(super) partial: bool,
    /// Structs within structs, which walks go into.
    height: usize,
}

/// What is known of all structs, and of enums whether they are closed, by index among their kind.
pub(super) struct Sizes<'n, 'p> {
    pub(super) nodes: &'n Nodes<'p>,
    /// The types of struct fields, one struct after the other.
    pub(super) fields: Vec<usize>,
    pub(super) structs: Vec<Struct>,
    pub(super) closed: Vec<bool>,
    pub(super) enums: Vec<Ty<'static>>,
    pub(super) flags: Vec<Ty<'static>>,
}

impl Sizes<'_, '_> {
    /// What is known of a struct. `depth` is that of the search, which ends at the same bound as what it looks for.
    pub(super) fn structure(
        &mut self,
        def: TypeDefView<'_>,
        index: usize,
        depth: usize,
    ) -> Result<Fixed, PoolError> {
        let (start, end, ruled) = match self.structs.get(index) {
            Some(Struct::Known(known)) => return Ok(*known),
            Some(Struct::Fields(start, end, ruled)) => (*start, *end, *ruled),
            Some(Struct::Open) | None => return fault(def, "a struct that contains itself"),
        };
        const TOO_DEEP: &str = "structs within structs, too deep";
        let Some(depth) = depth.checked_sub(1) else {
            return fault(def, TOO_DEEP);
        };
        self.structs[index] = Struct::Open;
        let mut all = Fixed {
            bytes: 0,
            partial: ruled,
            height: 0,
        };
        for at in start..end {
            let field = self.fixed(def, self.fields[at], depth)?;
            all.bytes = all.bytes.saturating_add(field.bytes);
            all.partial |= field.partial;
            all.height = all.height.max(field.height);
        }
        all.height += 1;
        if all.height > MAX_STRUCT_DEPTH {
            return fault(def, TOO_DEEP);
        }
        if all.bytes == 0 || all.bytes > MAX_FIXED_BYTES {
            return fault(def, "a struct takes 1 to 65,535 bytes");
        }
        self.structs[index] = Struct::Known(all);
        Ok(all)
    }

    /// The same of a type that must be of fixed size.
    pub(super) fn fixed(
        &mut self,
        def: TypeDefView<'_>,
        node: usize,
        depth: usize,
    ) -> Result<Fixed, PoolError> {
        match self.size(def, node, depth)? {
            Some(found) => Ok(found),
            None => fault(def, "a type of variable size where it must be fixed"),
        }
    }

    /// The same, where it is of fixed size.
    pub(super) fn size(
        &mut self,
        def: TypeDefView<'_>,
        node: usize,
        depth: usize,
    ) -> Result<Option<Fixed>, PoolError> {
        let at = |of: TypeRef| usize::from(of.index);
        let scalar = |bytes, partial| Fixed {
            bytes,
            partial,
            height: 0,
        };
        Ok(Some(match self.nodes.all[node] {
            Node::List(_) | Node::Map(..) => {
                self.parts(def, node, depth)?;
                return Ok(None);
            }
            Node::Array(of, count) => {
                let element = self.fixed(def, of, depth)?;
                let bytes = element.bytes.checked_mul(count);
                match bytes.filter(|all| *all <= MAX_FIXED_BYTES) {
                    Some(bytes) => Fixed { bytes, ..element },
                    None => return fault(def, "an array takes at most 65,535 bytes"),
                }
            }
            Node::Leaf(ty) => match ty {
                Ty::Bool => scalar(1, true),
                Ty::Struct(of) => self.structure(def, at(of), depth)?,
                Ty::Enum(of) => {
                    let closed = self.closed.get(at(of)).copied().unwrap_or(false);
                    let repr = self.enums.get(at(of)).copied().unwrap_or(Ty::U8);
                    scalar(plain(repr).unwrap_or(1), closed)
                }
                Ty::Flags(of) => {
                    let repr = self.flags.get(at(of)).copied().unwrap_or(Ty::U8);
                    scalar(plain(repr).unwrap_or(1), false)
                }
                ty => match plain(ty) {
                    Some(bytes) => scalar(bytes, false),
                    None => return Ok(None),
                },
            },
        }))
    }

    /// What a list or map is made of may be of any size, but must have one.
    fn parts(&mut self, def: TypeDefView<'_>, node: usize, depth: usize) -> Result<(), PoolError> {
        match self.nodes.all[node] {
            Node::List(of) => self.size(def, of, depth)?,
            Node::Map(_, value) => self.size(def, value, depth)?,
            _ => None,
        };
        Ok(())
    }

    /// How deep a search may go.
    pub(super) fn depth() -> usize {
        MAX_STRUCT_DEPTH
    }
}

/// Bytes of a scalar that is not declared by the schema.
fn plain(ty: Ty<'_>) -> Option<u32> {
    u32::try_from(ty.scalar_size()?).ok()
}

/// The places of a message's fields, as they are claimed.
#[derive(Default)]
pub(super) struct Places {
    /// First bit and the bit after the last, among the scalars.
    bits: Vec<(u32, u32)>,
    slots: Vec<u16>,
}

impl Places {
    /// Where a field lies, and how its absence is said, if that fits its type of `size` bytes.
    pub(super) fn field(
        &mut self,
        def: TypeDefView<'_>,
        field: FieldView<'_>,
        ty: Node,
        size: Option<u32>,
    ) -> Result<(Place, Presence), PoolError> {
        let whole = matches!(
            ty,
            Node::Leaf(Ty::Message(_) | Ty::Union(_) | Ty::Oneof(_) | Ty::Encoded(_))
        );
        let place = match (field.place(), size) {
            (PlaceView::Bit(bit), _) if matches!(ty, Node::Leaf(Ty::Bool)) => {
                self.bit(def, bit)?;
                Place::Bit {
                    byte: bit.byte,
                    mask: bit.mask,
                }
            }
            (PlaceView::Scalar(at), Some(size)) if !matches!(ty, Node::Leaf(Ty::Bool)) => {
                let start = u32::from(at) * 8;
                self.bits.push((start, start + size * 8));
                Place::Scalar { at }
            }
            (PlaceView::Slot(index), size) if size.is_none_or(|_| field.optional()) => {
                self.slots.push(index);
                Place::Slot { index }
            }
            _ => return fault(def, "the place of a field does not fit its type"),
        };
        let slot = matches!(place, Place::Slot { .. });
        let presence = match field.presence() {
            PresenceView::Always if !whole && !field.optional() => Presence::Always,
            PresenceView::Required if slot && whole => Presence::Required,
            PresenceView::Range if slot && (whole || size.is_some()) => Presence::Range,
            PresenceView::Bit(bit) if !whole => {
                self.bit(def, bit)?;
                Presence::Bit {
                    byte: bit.byte,
                    mask: bit.mask,
                }
            }
            _ => return fault(def, "the presence of a field does not fit its type"),
        };
        // Of optional values, eight bytes at most lie among the scalars.
        let far = slot && size.is_some() && presence != Presence::Range;
        let long = !slot && field.optional() && size.is_some_and(|size| size > 8);
        if far || long {
            return fault(def, "the presence of a field does not fit its place");
        }
        Ok((place, presence))
    }

    fn bit(&mut self, def: TypeDefView<'_>, bit: Bit) -> Result<(), PoolError> {
        if bit.mask.count_ones() != 1 {
            return fault(def, "a mask is one bit");
        }
        let at = u32::from(bit.byte) * 8 + bit.mask.trailing_zeros();
        self.bits.push((at, at + 1));
        Ok(())
    }

    /// The places do not overlap, and are all that the message has.
    pub(super) fn end(
        mut self,
        def: TypeDefView<'_>,
        body: MessageDefView<'_>,
    ) -> Result<(), PoolError> {
        self.bits.sort_unstable();
        let overlap = self.bits.windows(2).any(|pair| pair[0].1 > pair[1].0);
        self.slots.sort_unstable();
        let same = self.slots.windows(2).any(|pair| pair[0] == pair[1]);
        if overlap || same {
            return fault(def, "two fields lie in one place");
        }
        let bytes = self.bits.last().map_or(0, |(_, end)| end.div_ceil(8));
        if bytes != u32::from(body.scalars()) {
            return fault(def, "its scalars are not those of its fields");
        }
        let dense = self.slots.len() == usize::from(body.slots())
            && self
                .slots
                .last()
                .is_none_or(|last| last + 1 == body.slots());
        if !dense || body.slots() > MAX_SLOTS {
            return fault(def, "its slots are not those of its fields");
        }
        Ok(())
    }
}

/// What is said of kinds that `Kind` does not tell.
pub(super) fn is_message(kind: Kind) -> bool {
    matches!(kind, Kind::Message | Kind::Error)
}
