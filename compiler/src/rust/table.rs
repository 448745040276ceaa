//! The `static` table of a package: its types as data, for errors, the protobuf form and tools.

use std::collections::HashMap;

use crate::layout::{Bit, Layout, Place, Presence, default_bits};
use crate::model::{
    Enum, Field, Flags, Model, Rule, Step, Struct, Test, Type, TypeBody, TypeId, Union, Value,
    Variant,
};
use crate::names::pascal;
use crate::proto::{Called, enum_value_name};

use super::names::path;
use super::plain::fill_all;
use super::template::fill;
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
        let mut parts = [const { String::new() }; 5];
        for id in &self.cx.package().types {
            // A name of the generator's own is that of the error that it carries.
            let name = self.cx.model.full_name(*id).replace(".__", ".");
            let name = format!("{name:?}");
            let body = &self.cx.model.get(*id).body;
            parts[sort(body)].push_str(&match body {
                TypeBody::Message(body) => self.message(&name, &body.fields, &layouts[id]),
                TypeBody::Struct(body) => {
                    let closed = self.cx.is_partial(&Type::Named(*id));
                    self.structure(&name, body, closed || self.cx.shapes.constrained(*id))
                }
                TypeBody::Union(body) => self.union(&name, body),
                TypeBody::Enum(body) => enumeration(self.cx.model, *id, &name, body),
                TypeBody::Flags(body) => flags(&name, body),
                TypeBody::Newtype(_) | TypeBody::Error(_) => String::new(),
            });
        }
        let [messages, structs, unions, enums, flags] = parts;
        let import = |package: &usize| {
            format!(
                "&{},",
                path(self.cx.model, self.cx.here, *package, "__SCHEMA")
            )
        };
        let holes = [
            ("package", format!("{:?}", self.cx.package().name)),
            ("imports", self.imports.iter().map(import).collect()),
            ("messages", messages),
            ("structs", structs),
            ("unions", unions),
            ("enums", enums),
            ("flags", flags),
        ];
        const SCHEMA: &str = "
#[doc(hidden)]
pub static __SCHEMA: $codec::table::Schema = $codec::table::Schema {
    package: $package,
    imports: &[$imports],
    messages: &[$messages],
    structs: &[$structs],
    unions: &[$unions],
    enums: &[$enums],
    flags: &[$flags],
};
";
        fill_all(SCHEMA, &holes)
    }

    fn message(&self, name: &str, fields: &[Field], layout: &Layout) -> String {
        let mut all: Vec<(u32, String)> = Vec::new();
        for (field, (place, presence)) in fields.iter().zip(&layout.places) {
            let holes = [
                ("ordinal", field.ordinal.to_string()),
                ("name", format!("{:?}", field.name)),
                ("ty", self.ty(&field.ty)),
                ("place", place_of(place)),
                ("presence", presence_of(presence)),
                (
                    "default",
                    default_of(&field.ty, field.default.as_ref(), self.cx.model),
                ),
                (
                    "reserved",
                    if field.reserved {
                        ".removed()".to_owned()
                    } else {
                        String::new()
                    },
                ),
                (
                    "rules",
                    with_rules(&field.rules) + secret(field.sensitive) + &self.mapped(field),
                ),
            ];
            const FIELD: &str = "$codec::table::FieldDef::new($ordinal, $name, $ty, $place, $presence)$default$reserved$rules,\n";
            all.push((field.ordinal, fill_all(FIELD, &holes)));
            let later = field.later.iter().zip(1..);
            all.extend(
                later
                    .map(|((ordinal, name), at)| (*ordinal, self.later(field, *ordinal, name, at))),
            );
        }
        all.sort_by_key(|(ordinal, _)| *ordinal);
        let holes = [
            ("name", name.to_owned()),
            ("scalars", layout.scalars.to_string()),
            ("slots", layout.slots.to_string()),
            ("fields", all.into_iter().map(|(_, field)| field).collect()),
            ("numbers", numbers(self.numbered(fields))),
        ];
        let template = "$codec::table::MessageDef { name: $name, scalars: $scalars, slots: $slots, fields: &[$fields], numbers: &[$numbers] },\n";
        fill_all(template, &holes)
    }

    /// What protobuf and JSON call a field; of a `oneof`, its first member.
    fn mapped(&self, field: &Field) -> String {
        match self.cx.model.oneof(&field.ty) {
            None => mapped(Called::field(field)),
            Some((_, union)) => union.variants.first().map_or_else(String::new, of_variant),
        }
    }

    /// A later member of a `oneof`, the one at `at`: fields are found by ordinal, so it has an entry.
    fn later(&self, oneof: &Field, ordinal: u32, name: &str, at: usize) -> String {
        let variant = self.cx.model.oneof(&oneof.ty);
        let variant = variant.and_then(|(_, union)| union.variants.get(at));
        let holes = [
            ("ordinal", ordinal.to_string()),
            ("name", format!("{name:?}")),
            ("ty", self.ty(&oneof.ty)),
            ("field", oneof.ordinal.saturating_sub(1).to_string()),
            (
                "reserved",
                if oneof.reserved { ".removed()" } else { "" }.to_owned(),
            ),
            ("mapped", variant.map_or_else(String::new, of_variant)),
        ];
        const LATER: &str =
            "$codec::table::FieldDef::member($ordinal, $name, $ty, $field)$reserved$mapped,\n";
        fill_all(LATER, &holes)
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

    fn structure(&self, name: &str, body: &Struct, constrained: bool) -> String {
        let mut at = 0;
        let mut fields = String::new();
        for field in &body.fields {
            let holes = [
                ("name", format!("{:?}", field.name)),
                ("ty", self.ty(&field.ty)),
                ("at", at.to_string()),
                ("rules", with_rules(&field.rules) + secret(field.sensitive)),
            ];
            fields.push_str(&fill_all(
                "$codec::table::StructField::new($name, $ty, $at)$rules,\n",
                &holes,
            ));
            at += self.cx.size(&field.ty).unwrap_or(0);
        }
        let holes = [
            ("name", name.to_owned()),
            ("size", at.to_string()),
            ("fields", fields),
            ("constrained", constrained.to_string()),
        ];
        fill_all(
            "$codec::table::StructDef { name: $name, size: $size, fields: &[$fields], constrained: $constrained },\n",
            &holes,
        )
    }

    fn union(&self, name: &str, body: &Union) -> String {
        let variants = body.variants.iter().map(|variant| {
            let ty = match &variant.ty {
                None => fill("$core::option::Option::None", &[]),
                Some(ty) => fill("$core::option::Option::Some($ty)", &[("ty", &self.ty(ty))]),
            };
            let holes = [
                ("name", format!("{:?}", variant.name)),
                ("ty", ty),
                (
                    "reserved",
                    if variant.reserved { ".removed()" } else { "" }.to_owned(),
                ),
                (
                    "rules",
                    with_rules(&variant.rules) + secret(variant.sensitive) + &of_variant(variant),
                ),
            ];
            fill_all(
                "$codec::table::VariantDef::new($name, $ty)$reserved$rules,\n",
                &holes,
            )
        });
        let members = match body.oneof {
            true => body
                .variants
                .iter()
                .map(|v| format!("{},", v.member))
                .collect(),
            false => String::new(),
        };
        let holes = [
            ("name", name.to_owned()),
            ("variants", variants.collect()),
            ("closed", body.closed.to_string()),
            ("members", members),
            (
                "numbers",
                numbers(body.variants.iter().map(Called::variant).collect()),
            ),
        ];
        fill_all(
            "$codec::table::UnionDef { name: $name, variants: &[$variants], members: &[$members], numbers: &[$numbers], closed: $closed },\n",
            &holes,
        )
    }

    fn ty(&self, ty: &Type) -> String {
        let (name, arguments) = match &self.cx.model.underlying(ty) {
            Type::Decimal(scale) => ("Decimal", format!("({scale})")),
            Type::Named(id) | Type::Encoded(id) => {
                let name = match ty {
                    Type::Encoded(_) => "Encoded",
                    _ if self.cx.model.oneof(ty).is_some() => "Oneof",
                    _ => ["Message", "Struct", "Union", "Enum", "Flags"]
                        [sort(&self.cx.model.get(*id).body)],
                };
                let package = self.cx.model.get(*id).package;
                let import = self
                    .imports
                    .iter()
                    .position(|p| *p == package)
                    .map_or(0, |at| at + 1);
                let index = self.indices[id.0 as usize];
                let holes = [("import", import.to_string()), ("index", index.to_string())];
                (
                    name,
                    fill_all("($codec::table::TypeRef::new($import, $index))", &holes),
                )
            }
            Type::List(of) => ("List", format!("(&{})", self.ty(of))),
            Type::Map(key, value) => ("Map", format!("(&{}, &{})", self.ty(key), self.ty(value))),
            Type::Array(of, count) => ("Array", format!("(&{}, {count})", self.ty(of))),
            Type::Bool => ("Bool", String::new()),
            Type::F32 => ("F32", String::new()),
            Type::F64 => ("F64", String::new()),
            Type::String => ("String", String::new()),
            Type::Bytes => ("Bytes", String::new()),
            Type::Timestamp => ("Timestamp", String::new()),
            Type::Duration => ("Duration", String::new()),
            Type::Uuid => ("Uuid", String::new()),
            Type::Proto(int) => {
                let name = pascal(int.name());
                let name = [("name", name.as_str())];
                ("Proto", fill("($codec::table::ProtoInt::$name)", &name))
            }
            int => (int.int().map_or("U8", int_name), String::new()),
        };
        fill(
            "$codec::table::Ty::$name$arguments",
            &[("name", name), ("arguments", &arguments)],
        )
    }
}

fn int_name(int: crate::model::Int) -> &'static str {
    use crate::model::Int;
    match int {
        Int::U8 => "U8",
        Int::U16 => "U16",
        Int::U32 => "U32",
        Int::U64 => "U64",
        Int::I8 => "I8",
        Int::I16 => "I16",
        Int::I32 => "I32",
        Int::I64 => "I64",
    }
}

fn enumeration(model: &Model, id: TypeId, name: &str, body: &Enum) -> String {
    let value = |v: &crate::model::EnumValue| {
        format!(
            "({}, {:?}, {:?}),\n",
            v.number,
            v.name,
            enum_value_name(model, id, v)
        )
    };
    let aliases = |v: &crate::model::EnumValue| {
        let alias = |alias: &String| format!("({}, {alias:?}),", v.number);
        v.proto.aliases.iter().map(alias).collect::<String>()
    };
    let holes = [
        ("name", name.to_owned()),
        ("repr", int_name(body.repr).to_owned()),
        ("values", body.values.iter().map(value).collect()),
        ("aliases", body.values.iter().map(aliases).collect()),
        ("closed", body.closed.to_string()),
    ];
    fill_all(
        "$codec::table::EnumDef { name: $name, repr: $codec::table::Ty::$repr, values: &[$values], aliases: &[$aliases], closed: $closed },\n",
        &holes,
    )
}

fn flags(name: &str, body: &Flags) -> String {
    let flag = |f: &crate::model::Flag| format!("({:?}, {:#x}), ", f.name, f.bits);
    let holes = [
        ("name", name.to_owned()),
        ("repr", int_name(body.repr).to_owned()),
        ("flags", body.members.iter().map(flag).collect()),
    ];
    fill_all(
        "$codec::table::FlagsDef { name: $name, repr: $codec::table::Ty::$repr, flags: &[$flags] },\n",
        &holes,
    )
}

/// What protobuf and JSON call a member, where that does not follow.
fn mapped(called: Called<'_>) -> String {
    if called.follows() {
        return String::new();
    }
    let holes = [
        ("number", called.number().to_string()),
        ("name", format!("{:?}", called.name())),
        ("json", format!("{:?}", called.json())),
        ("expanded", called.is_expanded().to_string()),
    ];
    fill_all(
        ".mapped(&$codec::table::Mapping { number: $number, name: $name, json: $json, expanded: $expanded })",
        &holes,
    )
}

fn of_variant(variant: &Variant) -> String {
    mapped(Called::variant(variant))
}

/// Field numbers with the places of their members, which come by ordinal; empty where all follows from ordinals and names.
fn numbers(members: Vec<Called<'_>>) -> String {
    if members.iter().all(|called| called.follows()) {
        return String::new();
    }
    let numbers = members.iter().map(|called| called.number());
    let mut all: Vec<(u32, usize)> = numbers.zip(0..).collect();
    all.sort_unstable();
    all.iter()
        .map(|(number, at)| format!("({number}, {at}),"))
        .collect()
}

fn secret(sensitive: bool) -> &'static str {
    if sensitive { ".secret()" } else { "" }
}

/// The rules of a member, as data.
fn with_rules(rules: &[Rule]) -> String {
    if rules.is_empty() {
        return String::new();
    }
    let step = |step: &Step| match step {
        Step::Each => "$codec::table::rule::Step::Each,",
        Step::Key => "$codec::table::rule::Step::Key,",
        Step::Value => "$codec::table::rule::Step::Value,",
    };
    let one = |rule: &Rule| {
        let at: String = rule.at.iter().map(step).collect();
        let holes = [
            ("at", fill(&at, &[])),
            ("test", test(&rule.test)),
            ("text", format!("{:?}", rule.text)),
        ];
        fill_all(
            "$codec::table::Rule::new(&[$at], $codec::table::rule::Test::$test, $text),",
            &holes,
        )
    };
    let all: String = rules.iter().map(one).collect();
    format!(".with_rules(&[{all}])")
}

fn test(test: &Test) -> String {
    let infinite = |n: f64| match n {
        f64::INFINITY => "f64::INFINITY".to_owned(),
        f64::NEG_INFINITY => "f64::NEG_INFINITY".to_owned(),
        n => format!("{n:?}"),
    };
    match *test {
        Test::Int { low, high } => format!("Int {{ low: {low}, high: {high} }}"),
        Test::IntNot(not) => format!("IntNot({not})"),
        Test::Float {
            low,
            high,
            low_in,
            high_in,
        } => {
            let (low, high) = (infinite(low), infinite(high));
            format!("Float {{ low: {low}, high: {high}, low_in: {low_in}, high_in: {high_in} }}")
        }
        Test::FloatNot(not) => format!("FloatNot({not:?})"),
        Test::Finite => "Finite".to_owned(),
        Test::NonZero => "NonZero".to_owned(),
        Test::Len { low, high } => format!("Len {{ low: {low}, high: {high} }}"),
        Test::Unique => "Unique".to_owned(),
        Test::Utf8 => "Utf8".to_owned(),
    }
}

fn bit(bit: &Bit) -> String {
    format!("Bit {{ byte: {}, mask: {} }}", bit.byte, bit.mask())
}

fn place_of(place: &Place) -> String {
    let place = match place {
        Place::Bit(at) => bit(at),
        Place::Scalar { at, .. } => format!("Scalar {{ at: {at} }}"),
        Place::Slot(index) => format!("Slot {{ index: {index} }}"),
    };
    fill("$codec::table::Place::$place", &[("place", &place)])
}

fn presence_of(presence: &Presence) -> String {
    let presence = match presence {
        Presence::Always => "Always".to_owned(),
        Presence::Required => "Required".to_owned(),
        Presence::Range => "Range".to_owned(),
        Presence::Bit(at) => bit(at),
    };
    fill(
        "$codec::table::Presence::$presence",
        &[("presence", &presence)],
    )
}

/// The bits of a default on the wire.
fn default_of(ty: &Type, value: Option<&Value>, model: &Model) -> String {
    match value {
        None => String::new(),
        Some(Value::String(text)) => with_preset(text.as_bytes()),
        Some(Value::Bytes(bytes)) => with_preset(bytes),
        Some(value) => format!(".with_default({:#x})", default_bits(model, ty, value)),
    }
}

fn with_preset(bytes: &[u8]) -> String {
    format!(".with_preset({})", byte_string(bytes))
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
