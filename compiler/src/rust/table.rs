//! The table of a package: its types as data, for errors, the protobuf form and tools; packed, as `codec/src/table/packed.rs`
//! reads it.

use std::collections::HashMap;

use crate::layout::{Layout, Place, Presence, default_bits};
use crate::model::{
    Enum, EnumValue, Field, Flags, Int, Model, ProtoInt, Rule, Step, Struct, Test, Type, TypeBody,
    TypeId, Union, Value,
};
use crate::proto::{Called, enum_value_name};

use super::names::path;
use super::pack::{Pack, bits};
use super::plain::fill_all;
use super::types::{Context, byte_string};

/// The index of each type among those of its sort in its package.
pub(super) fn indices(model: &Model) -> Vec<usize> {
    let mut out = vec![0; model.types.len()];
    for package in &model.packages {
        let mut counts = [0; 5];
        for id in package.types.iter().filter(|id| is_tabled(model, **id)) {
            let count = &mut counts[sort(&model.get(*id).body)];
            out[id.0 as usize] = *count;
            *count += 1;
        }
    }
    out
}

fn is_tabled(model: &Model, id: TypeId) -> bool {
    let body = &model.get(id).body;
    !matches!(body, TypeBody::Newtype(_) | TypeBody::Error(_))
}

fn sort(body: &TypeBody) -> usize {
    match body {
        TypeBody::Message(_) => 0,
        TypeBody::Struct(_) => 1,
        TypeBody::Union(_) => 2,
        TypeBody::Enum(_) => 3,
        // Never asked: a newtype is what it wraps, and an error is thrown.
        TypeBody::Flags(_) | TypeBody::Newtype(_) | TypeBody::Error(_) => 4,
    }
}

/// A package's table.
pub(super) struct Table<'m> {
    cx: Context<'m>,
    indices: &'m [usize],
    /// The packages that types refer to; the number of each is its place here, from 1.
    imports: Vec<usize>,
}

impl<'m> Table<'m> {
    pub(super) fn new(cx: Context<'m>, indices: &'m [usize]) -> Self {
        let mut imports = Vec::new();
        for id in &cx.package().types {
            each_type(&cx.model.get(*id).body, &mut |ty| {
                packages(cx.model, &cx.model.underlying(ty), &mut imports)
            });
        }
        imports.retain(|package| *package != cx.here);
        imports.sort_unstable();
        imports.dedup();
        Self {
            cx,
            indices,
            imports,
        }
    }

    pub(super) fn write(&self, layouts: &HashMap<TypeId, Layout>) -> String {
        let mut parts = [const { (0, Pack::new()) }; 5];
        for id in &self.cx.package().types {
            let body = &self.cx.model.get(*id).body;
            if !is_tabled(self.cx.model, *id) {
                continue;
            }
            let (count, pack) = &mut parts[sort(body)];
            *count += 1;
            // A name of the generator's own is that of the error that it carries.
            pack.text(&self.cx.model.full_name(*id).replace(".__", "."));
            match body {
                TypeBody::Message(body) => self.message(pack, &body.fields, &layouts[id]),
                TypeBody::Struct(body) => {
                    let closed = self.cx.is_partial(&Type::Named(*id));
                    self.structure(pack, body, closed || self.cx.shapes.constrained(*id));
                }
                TypeBody::Union(body) => self.union(pack, body),
                TypeBody::Enum(body) => enumeration(pack, self.cx.model, *id, body),
                TypeBody::Flags(body) => flags(pack, body),
                TypeBody::Newtype(_) | TypeBody::Error(_) => {}
            }
        }
        let mut all = Pack::new();
        all.text(&self.cx.package().name);
        for (count, part) in &parts {
            all.number(*count);
            all.0.extend(&part.0);
        }
        let import =
            |package: &usize| path(self.cx.model, self.cx.here, *package, "__schema") + ",";
        let holes = [
            ("bytes", byte_string(&all.0)),
            ("imports", self.imports.iter().map(import).collect()),
            ("messages", parts[0].0.to_string()),
        ];
        const SCHEMA: &str = "
#[doc(hidden)]
#[inline]
pub fn __schema() -> &'static $codec::table::Schema {
    static PACKED: $codec::table::Packed = $codec::table::Packed::new($bytes, &[$imports]);
    PACKED.get()
}

static __HINTS: [$codec::message::Hint; $messages] = [const { $codec::message::Hint::new() }; $messages];
";
        fill_all(SCHEMA, &holes)
    }

    fn message(&self, pack: &mut Pack, fields: &[Field], layout: &Layout) {
        let mut all: Vec<(u32, Pack)> = Vec::new();
        for (field, (place, presence)) in fields.iter().zip(&layout.places) {
            let mut one = Pack::new();
            self.field(&mut one, field, place, presence);
            all.push((field.ordinal, one));
            for ((ordinal, name), at) in field.later.iter().zip(1..) {
                let mut later = Pack::new();
                self.later(&mut later, field, *ordinal, name, at);
                all.push((*ordinal, later));
            }
        }
        all.sort_by_key(|(ordinal, _)| *ordinal);
        pack.number(layout.scalars.into());
        pack.number(layout.slots.into());
        pack.list(&all, |pack, (_, field)| pack.0.extend(&field.0));
        numbers(pack, self.numbered(fields));
    }

    fn field(&self, pack: &mut Pack, field: &Field, place: &Place, presence: &Presence) {
        let called = self.called(field);
        let (mut default, mut preset) = (0, &[][..]);
        match &field.default {
            None => {}
            Some(Value::String(text)) => preset = text.as_bytes(),
            Some(Value::Bytes(bytes)) => preset = bytes,
            Some(value) => default = default_bits(self.cx.model, &field.ty, value),
        }
        let bits = bits::of(
            field.reserved,
            field.sensitive,
            &field.rules,
            called.as_ref(),
        );
        pack.byte(
            bits | bits::when(default != 0, bits::DEFAULT)
                | bits::when(!preset.is_empty(), bits::PRESET),
        );
        pack.text(&field.name);
        pack.number(field.ordinal.into());
        self.ty(pack, &field.ty);
        match place {
            Place::Bit(at) => pack.bit(0, at),
            Place::Scalar { at, .. } => pack.tagged(1, &[(*at).into()]),
            Place::Slot(index) => pack.tagged(2, &[(*index).into()]),
        }
        match presence {
            Presence::Always => pack.byte(0),
            Presence::Required => pack.byte(1),
            Presence::Range => pack.byte(2),
            Presence::Bit(at) => pack.bit(3, at),
        }
        if default != 0 {
            pack.number(default.into());
        }
        if !preset.is_empty() {
            pack.bytes(preset);
        }
        rules(pack, &field.rules);
        mapping(pack, called.as_ref());
    }

    /// What protobuf and JSON call a field; of a `oneof`, its first member.
    fn called<'f>(&'f self, field: &'f Field) -> Option<Called<'f>> {
        match self.cx.model.oneof(&field.ty) {
            None => Some(Called::field(field)),
            Some((_, union)) => union.variants.first().map(Called::variant),
        }
    }

    /// A later member of a `oneof`, the one at `at`: fields are found by ordinal, so it has an entry.
    fn later(&self, pack: &mut Pack, oneof: &Field, ordinal: u32, name: &str, at: usize) {
        let union = self.cx.model.oneof(&oneof.ty);
        let variant = union.and_then(|(_, union)| union.variants.get(at));
        let called = variant.map(Called::variant);
        pack.byte(bits::of(oneof.reserved, false, &[], called.as_ref()));
        pack.text(name);
        pack.number(ordinal.into());
        self.ty(pack, &oneof.ty);
        // It lies where its first member does, and is absent by its range.
        pack.tagged(3, &[oneof.ordinal.saturating_sub(1).into()]);
        pack.byte(2);
        mapping(pack, called.as_ref());
    }

    /// The fields of a message as protobuf has them, by their ordinals.
    fn numbered<'f>(&'f self, fields: &'f [Field]) -> Vec<Called<'f>> {
        let mut all = Vec::new();
        for field in fields {
            match self.cx.model.oneof(&field.ty) {
                Some((_, union)) => {
                    let members = union.variants.iter();
                    all.extend(members.map(|v| (v.member, Called::variant(v))));
                }
                None => {
                    all.push((field.ordinal, Called::field(field)));
                    let tombstones = field.later.iter();
                    all.extend(
                        tombstones.map(|(at, name)| (*at, Called::new(*at, name, &field.proto))),
                    );
                }
            }
        }
        all.sort_by_key(|(ordinal, _)| *ordinal);
        all.into_iter().map(|(_, called)| called).collect()
    }

    fn structure(&self, pack: &mut Pack, body: &Struct, constrained: bool) {
        let size = |ty: &Type| self.cx.size(ty).unwrap_or(0) as u128;
        pack.number(body.fields.iter().map(|field| size(&field.ty)).sum());
        let at = std::cell::Cell::new(0);
        pack.list(&body.fields, |pack, field| {
            pack.byte(bits::of(false, field.sensitive, &field.rules, None));
            pack.text(&field.name);
            self.ty(pack, &field.ty);
            pack.number(at.replace(at.get() + size(&field.ty)));
            rules(pack, &field.rules);
        });
        pack.byte(constrained.into());
    }

    fn union(&self, pack: &mut Pack, body: &Union) {
        pack.list(&body.variants, |pack, variant| {
            let called = Called::variant(variant);
            let has = bits::of(
                variant.reserved,
                variant.sensitive,
                &variant.rules,
                Some(&called),
            );
            pack.byte(has);
            pack.text(&variant.name);
            pack.byte(variant.ty.is_some().into());
            if let Some(ty) = &variant.ty {
                self.ty(pack, ty);
            }
            rules(pack, &variant.rules);
            mapping(pack, Some(&called));
        });
        let members = if body.oneof { &body.variants[..] } else { &[] };
        pack.list(members, |pack, variant| pack.number(variant.member.into()));
        numbers(pack, body.variants.iter().map(Called::variant).collect());
        pack.byte(body.closed.into());
    }

    /// A type: its number, and what it is made of.
    fn ty(&self, pack: &mut Pack, ty: &Type) {
        match &self.cx.model.underlying(ty) {
            Type::Decimal(scale) => pack.tagged(15, &[(*scale).into()]),
            Type::Named(id) | Type::Encoded(id) => {
                let tag = match ty {
                    Type::Encoded(_) => 25,
                    _ if self.cx.model.oneof(ty).is_some() => 24,
                    // Message, Struct, Union, Enum, Flags.
                    _ => [22, 18, 23, 16, 17][sort(&self.cx.model.get(*id).body)],
                };
                let package = self.cx.model.get(*id).package;
                let import = self.imports.iter().position(|p| *p == package);
                let import = import.map_or(0, |at| at + 1);
                let index = self.indices[id.0 as usize];
                pack.tagged(tag, &[import as u128, index as u128]);
            }
            Type::List(of) => {
                pack.byte(26);
                self.ty(pack, of);
            }
            Type::Map(key, value) => {
                pack.byte(27);
                self.ty(pack, key);
                self.ty(pack, value);
            }
            Type::Array(of, count) => {
                pack.byte(19);
                self.ty(pack, of);
                pack.number((*count).into());
            }
            Type::Bool => pack.byte(0),
            Type::F32 => pack.byte(10),
            Type::F64 => pack.byte(11),
            Type::String => pack.byte(20),
            Type::Bytes => pack.byte(21),
            Type::Timestamp => pack.byte(12),
            Type::Duration => pack.byte(13),
            Type::Uuid => pack.byte(14),
            Type::Proto(int) => pack.0.extend([9, proto_int(*int)]),
            int => pack.byte(int.int().map_or(1, int_tag)),
        }
    }
}

fn proto_int(int: ProtoInt) -> u8 {
    match int {
        ProtoInt::Int32 => 0,
        ProtoInt::Int64 => 1,
        ProtoInt::Fixed32 => 2,
        ProtoInt::Fixed64 => 3,
        ProtoInt::Sfixed32 => 4,
        ProtoInt::Sfixed64 => 5,
    }
}

fn int_tag(int: Int) -> u8 {
    match int {
        Int::U8 => 1,
        Int::U16 => 2,
        Int::U32 => 3,
        Int::U64 => 4,
        Int::I8 => 5,
        Int::I16 => 6,
        Int::I32 => 7,
        Int::I64 => 8,
    }
}

fn enumeration(pack: &mut Pack, model: &Model, id: TypeId, body: &Enum) {
    pack.byte(int_tag(body.repr));
    pack.list(&body.values, |pack, value| {
        pack.signed(value.number.into());
        pack.text(&value.name);
        pack.text(&enum_value_name(model, id, value));
    });
    let aliases = |value: &'_ EnumValue| {
        let number = value.number;
        let all = value.proto.aliases.iter().cloned();
        all.map(move |alias| (number, alias)).collect::<Vec<_>>()
    };
    let aliases: Vec<_> = body.values.iter().flat_map(aliases).collect();
    pack.list(&aliases, |pack, (number, alias)| {
        pack.signed((*number).into());
        pack.text(alias);
    });
    pack.byte(body.closed.into());
}

fn flags(pack: &mut Pack, body: &Flags) {
    pack.byte(int_tag(body.repr));
    pack.list(&body.members, |pack, flag| {
        pack.text(&flag.name);
        pack.number(flag.bits.into());
    });
}

/// What protobuf and JSON call a member, where that does not follow.
fn mapping(pack: &mut Pack, called: Option<&Called<'_>>) {
    if let Some(called) = called.filter(|called| !called.follows()) {
        pack.number(called.number().into());
        pack.text(called.name());
        pack.text(&called.json());
    }
}

/// Field numbers with the places of their members, which come by ordinal; none where all follows from ordinals and names.
fn numbers(pack: &mut Pack, members: Vec<Called<'_>>) {
    let mut all: Vec<(u32, u32)> = Vec::new();
    if !members.iter().all(|called| called.follows()) {
        all.extend(members.iter().map(|called| called.number()).zip(0..));
    }
    all.sort_unstable();
    pack.list(&all, |pack, (number, at)| {
        pack.number((*number).into());
        pack.number((*at).into());
    });
}

/// The rules of a member, if it has some.
fn rules(pack: &mut Pack, rules: &[Rule]) {
    if rules.is_empty() {
        return;
    }
    pack.list(rules, |pack, rule| {
        pack.list(&rule.at, |pack, step| {
            pack.byte(match step {
                Step::Each => 0,
                Step::Key => 1,
                Step::Value => 2,
            });
        });
        test(pack, &rule.test);
        pack.text(&rule.text);
    });
}

fn test(pack: &mut Pack, test: &Test) {
    match *test {
        Test::Int { low, high } => {
            pack.byte(0);
            pack.signed(low);
            pack.signed(high);
        }
        Test::IntNot(not) => {
            pack.byte(1);
            pack.signed(not);
        }
        Test::Float {
            low,
            high,
            low_in,
            high_in,
        } => {
            pack.tagged(2, &[low.to_bits().into(), high.to_bits().into()]);
            pack.byte(low_in.into());
            pack.byte(high_in.into());
        }
        Test::FloatNot(not) => pack.tagged(3, &[not.to_bits().into()]),
        Test::Finite => pack.byte(4),
        Test::NonZero => pack.byte(5),
        Test::Len { low, high } => pack.tagged(6, &[low.into(), high.into()]),
        Test::Unique => pack.byte(7),
        Test::Utf8 => pack.byte(8),
    }
}

fn each_type(body: &TypeBody, f: &mut impl FnMut(&Type)) {
    match body {
        TypeBody::Message(body) => body.fields.iter().for_each(|field| f(&field.ty)),
        TypeBody::Struct(body) => body.fields.iter().for_each(|field| f(&field.ty)),
        TypeBody::Union(body) => body
            .variants
            .iter()
            .filter_map(|v| v.ty.as_ref())
            .for_each(f),
        TypeBody::Enum(_) | TypeBody::Flags(_) => {}
        TypeBody::Newtype(_) | TypeBody::Error(_) => {}
    }
}

fn packages(model: &Model, ty: &Type, out: &mut Vec<usize>) {
    match ty {
        Type::Named(id) | Type::Encoded(id) => out.push(model.get(*id).package),
        Type::List(of) | Type::Array(of, _) => packages(model, of, out),
        Type::Map(key, value) => {
            packages(model, key, out);
            packages(model, value, out);
        }
        _ => {}
    }
}
