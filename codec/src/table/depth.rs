//! How deep values of a type can nest, as far as the type says.

use super::{Schema, Ty, TypeRef};
use std::collections::HashMap;

/// Levels within a value of message `index`, at most. More than a `u16` can say, such as those of a type that contains
/// itself, are `u32::MAX - 1`.
pub(crate) fn of_message(schema: &'static Schema, index: usize) -> u32 {
    Depths::default().node(schema, index, true)
}

/// What stands for a type that has no bound.
const UNBOUNDED: u32 = u32::MAX - 1;

/// Depths that are known, by the address of the message or union: `UNBOUNDED` while a type is being looked at, which is
/// what a circle then finds.
#[derive(Default)]
struct Depths {
    known: HashMap<usize, u32>,
    /// How deep the search itself is.
    level: u32,
}

impl Depths {
    fn node(&mut self, schema: &'static Schema, index: usize, message: bool) -> u32 {
        let key = if message {
            schema
                .messages
                .get(index)
                .map(|def| std::ptr::from_ref(def).addr())
        } else {
            schema
                .unions
                .get(index)
                .map(|def| std::ptr::from_ref(def).addr())
        };
        let Some(key) = key else { return 0 };
        if let Some(known) = self.known.get(&key) {
            return *known;
        }
        // Chains of types that are as long as any limit are not followed further.
        if self.level > u32::from(u8::MAX) {
            return UNBOUNDED;
        }
        self.known.insert(key, UNBOUNDED);
        self.level = self.level.saturating_add(1);
        let mut deepest = 0;
        let mut look = |ty: Ty| deepest = self.ty(schema, ty).max(deepest);
        if message {
            let fields = schema.messages.get(index).map_or(&[][..], |def| def.fields);
            fields
                .iter()
                .filter(|f| !f.reserved)
                .for_each(|f| look(f.ty));
        } else {
            let variants = schema.unions.get(index).map_or(&[][..], |def| def.variants);
            let payloads = variants.iter().filter(|v| !v.reserved).filter_map(|v| v.ty);
            payloads.for_each(look);
        }
        self.level = self.level.saturating_sub(1);
        self.known.insert(key, deepest);
        deepest
    }

    /// Levels that a value of the type takes.
    fn ty(&mut self, schema: &'static Schema, ty: Ty) -> u32 {
        let mut inner = |of: TypeRef, message| {
            let (schema, index) = schema.resolve(of);
            match self.node(schema, index, message) {
                UNBOUNDED => UNBOUNDED,
                depth => depth.saturating_add(1),
            }
        };
        match ty {
            Ty::Message(of) => inner(of, true),
            Ty::Union(of) | Ty::Oneof(of) => inner(of, false),
            // A list of messages is the level of its rows.
            Ty::List(of) => self.ty(schema, *of),
            Ty::Map(_, value) => self.ty(schema, *value),
            _ => 0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{FieldDef, MessageDef, Place, Presence, UnionDef, VariantDef};
    use super::*;

    const fn field(ty: Ty) -> FieldDef {
        FieldDef::new(1, "it", ty, Place::Slot { index: 0 }, Presence::Range)
    }

    const fn message(fields: &'static [FieldDef<'static>]) -> MessageDef<'static> {
        MessageDef {
            name: "",
            scalars: 0,
            slots: 1,
            fields,
            numbers: &[],
        }
    }

    const fn at(index: u16) -> TypeRef {
        TypeRef::new(0, index)
    }

    static SCHEMA: Schema = Schema {
        package: "",
        imports: &[],
        messages: &[
            message(&[]),
            message(&[
                field(Ty::String),
                field(Ty::List(&Ty::List(&Ty::Message(at(0))))),
            ]),
            message(&[field(Ty::Map(&Ty::U8, &Ty::Union(at(0))))]),
            message(&[field(Ty::Message(at(2))), field(Ty::Message(at(3)))]),
            message(&[
                field(Ty::Message(at(3))).removed(),
                field(Ty::Message(at(1))),
            ]),
            message(&[field(Ty::Message(at(3)))]),
        ],
        structs: &[],
        unions: &[UnionDef {
            members: &[],
            name: "",
            closed: false,
            variants: &[VariantDef::new("it", Some(Ty::Message(at(1))))],
            numbers: &[],
        }],
        enums: &[],
        flags: &[],
    };

    #[test]
    fn a_type_nests_as_deep_as_what_it_can_hold() {
        let depths: Vec<u32> = (0..6).map(|index| of_message(&SCHEMA, index)).collect();
        assert_eq!(depths, [0, 1, 3, UNBOUNDED, 2, UNBOUNDED]);
    }
}
