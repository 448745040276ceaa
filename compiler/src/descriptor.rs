//! `FileDescriptorSet`s: what reflection serves, and what protobuf tools read in place of text.
//!
//! Made from the same plan as the `.proto` text, so a protobuf compiler makes the same of that text.

use std::collections::BTreeSet;

use prost::Message as _;
use prost_types::field_descriptor_proto::{Label as DescriptorLabel, Type as Kind};
use prost_types::method_options::IdempotencyLevel;
use prost_types::{
    DescriptorProto, EnumDescriptorProto, EnumOptions, EnumValueDescriptorProto, EnumValueOptions,
    FieldDescriptorProto, FieldOptions, FileDescriptorProto, FileDescriptorSet, FileOptions,
    MessageOptions, MethodDescriptorProto, MethodOptions, OneofDescriptorProto,
    ServiceDescriptorProto, ServiceOptions, descriptor_proto, enum_descriptor_proto,
};

use crate::model::{Idempotency, Model, ProtoInt};
use crate::names::{camel, pascal};
use crate::proto::plan::{
    self, Decl, File, Label, ProtoEnum, ProtoField, ProtoMessage, ProtoMethod, ProtoService,
    ProtoType, Scalar,
};

/// The encoded `google.protobuf.FileDescriptorSet` of a package, all that it imports, and the errors that its methods
/// throw, imported files first. Empty if `model` has no package of this name.
#[must_use]
pub fn file_descriptor_set(model: &Model, package: &str) -> Vec<u8> {
    Planned::new(model).set(package)
}

/// A model whose files are planned once, for the sets of many packages.
pub(crate) struct Planned<'a> {
    model: &'a Model,
    /// In the order of their packages.
    plans: Vec<File>,
    /// Whether a service needs it.
    served: Vec<bool>,
}

impl<'a> Planned<'a> {
    pub(crate) fn new(model: &'a Model) -> Self {
        let mut planned = Self {
            model,
            plans: plan::files(model),
            served: vec![false; model.packages.len()],
        };
        let with_services = |at: &usize| !model.packages[*at].services.is_empty();
        let mut todo: Vec<usize> = (0..model.packages.len()).filter(with_services).collect();
        while let Some(at) = todo.pop() {
            if !std::mem::replace(&mut planned.served[at], true) {
                todo.extend(planned.needs(at));
            }
        }
        planned
    }

    /// Whether a service of the package, or of one that needs it, is described by its file.
    pub(crate) fn is_served(&self, package: usize) -> bool {
        self.served[package]
    }

    /// The packages whose files describe what the file of one leaves open: those that it imports, and those whose errors
    /// its methods throw.
    pub(crate) fn needs(&self, package: usize) -> Vec<usize> {
        let plans = || self.plans.iter();
        let own = plans().filter(|plan| plan.home == package);
        let paths: BTreeSet<&String> = own
            .flat_map(|p| p.imports.iter().chain(&p.thrown))
            .collect();
        let homes = plans().filter(|plan| plan.home != package && paths.contains(&plan.path));
        let mut homes: Vec<usize> = homes.map(|plan| plan.home).collect();
        homes.dedup();
        homes
    }

    /// The encoded set of the file of a package, behind those of protobuf's own that it imports.
    pub(crate) fn own(&self, package: usize) -> Vec<u8> {
        let own = || self.plans.iter().filter(|plan| plan.home == package);
        let needed: BTreeSet<&str> = own().flat_map(|p| &p.imports).map(String::as_str).collect();
        // What a schema declares of them is the file of a package, which is needed.
        let declared = |path: &str| self.plans.iter().any(|plan| plan.path == path);
        let file = well_known(&needed, declared)
            .chain(own().map(file))
            .collect();
        FileDescriptorSet { file }.encode_to_vec()
    }

    /// As [`file_descriptor_set`] says.
    pub(crate) fn set(&self, package: &str) -> Vec<u8> {
        let Self { model, plans, .. } = self;
        let Some(start) = model.packages.iter().position(|p| p.name == package) else {
            return Vec::new();
        };
        let mut wanted = BTreeSet::from([start]);
        let mut todo = vec![start];
        while let Some(at) = todo.pop() {
            todo.extend(
                model.packages[at]
                    .uses
                    .iter()
                    .filter(|n| wanted.insert(**n)),
            );
        }
        // Only what a file imports: an import of constants alone is none in protobuf.
        let mut needed: BTreeSet<&str> = BTreeSet::new();
        for plan in plans
            .iter()
            .rev()
            .filter(|plan| wanted.contains(&plan.home))
        {
            if plan.home == start {
                needed.insert(&plan.path);
                needed.extend(plan.thrown.iter().map(String::as_str));
            }
            if needed.contains(plan.path.as_str()) {
                needed.extend(plan.imports.iter().map(String::as_str));
            }
        }
        let ours = plans.iter().filter(|plan| wanted.contains(&plan.home));
        let ours: Vec<&File> = { ours }
            .filter(|plan| needed.contains(plan.path.as_str()))
            .collect();
        let declared = |path: &str| ours.iter().any(|plan| plan.path == path);
        let well_known = well_known(&needed, declared);
        let ours = ours.iter().map(|plan| file(plan));
        FileDescriptorSet {
            file: well_known.chain(ours).collect(),
        }
        .encode_to_vec()
    }
}

/// The files of protobuf's own that are needed and that no schema declares.
fn well_known(
    needed: &BTreeSet<&str>,
    declared: impl Fn(&str) -> bool,
) -> impl Iterator<Item = FileDescriptorProto> {
    { WELL_KNOWN.iter() }
        .filter(move |w| needed.contains(w.path) && !declared(w.path))
        .map(WellKnown::file)
}

fn file(plan: &File) -> FileDescriptorProto {
    let mut file = FileDescriptorProto {
        name: Some(plan.path.clone()),
        package: Some(plan.package.clone()),
        dependency: plan.imports.clone(),
        service: plan.services.iter().map(service).collect(),
        syntax: Some("proto3".to_owned()),
        ..FileDescriptorProto::default()
    };
    for decl in &plan.decls {
        match decl {
            Decl::Message(m) => file.message_type.push(message(&plan.package, m)),
            Decl::Enum(e) => file.enum_type.push(enumeration(e)),
        }
    }
    file
}

fn message(scope: &str, plan: &ProtoMessage) -> DescriptorProto {
    let full = format!("{scope}.{}", plan.name);
    let mut out = DescriptorProto {
        name: Some(plan.name.clone()),
        reserved_range: plan.reserved.iter().map(reserved).collect(),
        reserved_name: plan.reserved_names.clone(),
        options: plan.deprecated.then(|| MessageOptions {
            deprecated: Some(true),
            ..MessageOptions::default()
        }),
        ..DescriptorProto::default()
    };
    for decl in &plan.nested {
        match decl {
            Decl::Message(m) => out.nested_type.push(message(&full, m)),
            Decl::Enum(e) => out.enum_type.push(enumeration(e)),
        }
    }
    // Those of `optional` fields come behind them.
    out.oneof_decl
        .extend(plan.oneofs.iter().map(|planned| oneof(&planned.name)));
    for planned in &plan.fields {
        let mut field = field(&full, planned);
        if let Label::Map(key) = &planned.label {
            out.nested_type.push(entry(planned, key));
        }
        if let Some(at) = planned.oneof {
            field.oneof_index = Some(index(at));
        } else if planned.label == Label::Optional {
            field.proto3_optional = Some(true);
            field.oneof_index = Some(index(out.oneof_decl.len()));
            out.oneof_decl.push(oneof(&format!("_{}", planned.name)));
        }
        out.field.push(field);
    }
    out
}

fn index(n: usize) -> i32 {
    i32::try_from(n).expect("a message has at most 65,535 fields")
}

/// Numbers fit: they end at 2²⁹ - 1.
fn number(n: u32) -> i32 {
    i32::try_from(n).expect("numbers of fields have 29 bits")
}

fn reserved((first, last): &(u32, u32)) -> descriptor_proto::ReservedRange {
    descriptor_proto::ReservedRange {
        start: Some(number(*first)),
        end: Some(number(*last) + 1),
    }
}

fn oneof(name: &str) -> OneofDescriptorProto {
    OneofDescriptorProto {
        name: Some(name.to_owned()),
        options: None,
    }
}

fn field(scope: &str, plan: &ProtoField) -> FieldDescriptorProto {
    let (kind, type_name) = match &plan.label {
        Label::Map(_) => (
            Kind::Message,
            Some(format!(".{scope}.{}Entry", pascal(&plan.name))),
        ),
        _ => kind(&plan.ty),
    };
    let repeated = matches!(plan.label, Label::Repeated | Label::Map(_));
    let label = if repeated {
        DescriptorLabel::Repeated
    } else {
        DescriptorLabel::Optional
    };
    FieldDescriptorProto {
        name: Some(plan.name.clone()),
        number: Some(number(plan.number)),
        label: Some(label.into()),
        r#type: Some(kind.into()),
        type_name,
        json_name: Some(plan.json_name.clone().unwrap_or_else(|| camel(&plan.name))),
        options: (plan.deprecated || plan.expanded).then(|| FieldOptions {
            deprecated: plan.deprecated.then_some(true),
            packed: plan.expanded.then_some(false),
            ..FieldOptions::default()
        }),
        ..FieldDescriptorProto::default()
    }
}

/// The message that stands for one entry of a map.
fn entry(plan: &ProtoField, key: &ProtoType) -> DescriptorProto {
    let part = |name: &str, number, ty: &ProtoType| {
        let plan = ProtoField {
            name: name.to_owned(),
            number,
            json_name: None,
            expanded: false,
            docs: Vec::new(),
            deprecated: false,
            label: Label::Single,
            ty: ty.clone(),
            oneof: None,
        };
        field("", &plan)
    };
    DescriptorProto {
        name: Some(format!("{}Entry", pascal(&plan.name))),
        field: vec![part("key", 1, key), part("value", 2, &plan.ty)],
        options: Some(MessageOptions {
            map_entry: Some(true),
            ..MessageOptions::default()
        }),
        ..DescriptorProto::default()
    }
}

fn kind(ty: &ProtoType) -> (Kind, Option<String>) {
    match ty {
        ProtoType::Message(name) => (Kind::Message, Some(format!(".{name}"))),
        ProtoType::Enum(name) => (Kind::Enum, Some(format!(".{name}"))),
        ProtoType::Scalar(scalar) => (scalar_kind(*scalar), None),
    }
}

fn scalar_kind(scalar: Scalar) -> Kind {
    match scalar {
        Scalar::Bool => Kind::Bool,
        Scalar::Uint32 => Kind::Uint32,
        Scalar::Uint64 => Kind::Uint64,
        Scalar::Sint32 => Kind::Sint32,
        Scalar::Sint64 => Kind::Sint64,
        Scalar::Int(ProtoInt::Int32) => Kind::Int32,
        Scalar::Int(ProtoInt::Int64) => Kind::Int64,
        Scalar::Int(ProtoInt::Fixed32) => Kind::Fixed32,
        Scalar::Int(ProtoInt::Fixed64) => Kind::Fixed64,
        Scalar::Int(ProtoInt::Sfixed32) => Kind::Sfixed32,
        Scalar::Int(ProtoInt::Sfixed64) => Kind::Sfixed64,
        Scalar::Float => Kind::Float,
        Scalar::Double => Kind::Double,
        Scalar::String => Kind::String,
        Scalar::Bytes => Kind::Bytes,
    }
}

fn enumeration(plan: &ProtoEnum) -> EnumDescriptorProto {
    let values = plan.values.iter().map(|value| EnumValueDescriptorProto {
        name: Some(value.name.clone()),
        number: Some(value.number),
        options: value.deprecated.then(|| EnumValueOptions {
            deprecated: Some(true),
            ..EnumValueOptions::default()
        }),
    });
    let reserved = plan.reserved.iter();
    let reserved = reserved.map(
        |(first, last, _)| enum_descriptor_proto::EnumReservedRange {
            start: Some(*first),
            end: Some(*last),
        },
    );
    EnumDescriptorProto {
        name: Some(plan.name.clone()),
        value: values.collect(),
        options: (plan.deprecated || plan.has_aliases()).then(|| EnumOptions {
            deprecated: plan.deprecated.then_some(true),
            allow_alias: plan.has_aliases().then_some(true),
            ..EnumOptions::default()
        }),
        reserved_range: reserved.collect(),
        reserved_name: plan.reserved_names.clone(),
    }
}

fn service(plan: &ProtoService) -> ServiceDescriptorProto {
    ServiceDescriptorProto {
        name: Some(plan.name.clone()),
        method: plan.methods.iter().map(method).collect(),
        options: plan.deprecated.then(|| ServiceOptions {
            deprecated: Some(true),
            ..ServiceOptions::default()
        }),
    }
}

fn method(plan: &ProtoMethod) -> MethodDescriptorProto {
    let level = match plan.idempotency {
        Idempotency::None => None,
        Idempotency::Safe => Some(IdempotencyLevel::NoSideEffects.into()),
        Idempotency::Idempotent => Some(IdempotencyLevel::Idempotent.into()),
    };
    let options = (level.is_some() || plan.deprecated).then(|| MethodOptions {
        deprecated: plan.deprecated.then_some(true),
        idempotency_level: level,
        ..MethodOptions::default()
    });
    MethodDescriptorProto {
        name: Some(plan.name.clone()),
        input_type: Some(format!(".{}", plan.input)),
        output_type: Some(format!(".{}", plan.output)),
        options,
        client_streaming: plan.client_streaming.then_some(true),
        server_streaming: plan.server_streaming.then_some(true),
    }
}

/// A file that every protobuf compiler brings along.
struct WellKnown {
    path: &'static str,
    name: &'static str,
    fields: &'static [(&'static str, Kind)],
    go: &'static str,
}

const WELL_KNOWN: [WellKnown; 3] = [
    WellKnown {
        path: "google/protobuf/duration.proto",
        name: "Duration",
        fields: SECONDS_AND_NANOS,
        go: "durationpb",
    },
    WellKnown {
        path: "google/protobuf/empty.proto",
        name: "Empty",
        fields: &[],
        go: "emptypb",
    },
    WellKnown {
        path: "google/protobuf/timestamp.proto",
        name: "Timestamp",
        fields: SECONDS_AND_NANOS,
        go: "timestamppb",
    },
];

const SECONDS_AND_NANOS: &[(&str, Kind)] = &[("seconds", Kind::Int64), ("nanos", Kind::Int32)];

impl WellKnown {
    fn file(&self) -> FileDescriptorProto {
        let fields = (1..)
            .zip(self.fields)
            .map(|(number, (name, kind))| FieldDescriptorProto {
                name: Some((*name).to_owned()),
                number: Some(number),
                label: Some(DescriptorLabel::Optional.into()),
                r#type: Some((*kind).into()),
                json_name: Some((*name).to_owned()),
                ..FieldDescriptorProto::default()
            });
        let message = DescriptorProto {
            name: Some(self.name.to_owned()),
            field: fields.collect(),
            ..DescriptorProto::default()
        };
        FileDescriptorProto {
            name: Some(self.path.to_owned()),
            package: Some("google.protobuf".to_owned()),
            message_type: vec![message],
            options: Some(FileOptions {
                java_package: Some("com.google.protobuf".to_owned()),
                java_outer_classname: Some(format!("{}Proto", self.name)),
                java_multiple_files: Some(true),
                go_package: Some(format!(
                    "google.golang.org/protobuf/types/known/{}",
                    self.go
                )),
                cc_enable_arenas: Some(true),
                objc_class_prefix: Some("GPB".to_owned()),
                csharp_namespace: Some("Google.Protobuf.WellKnownTypes".to_owned()),
                ..FileOptions::default()
            }),
            syntax: Some("proto3".to_owned()),
            ..FileDescriptorProto::default()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Builder;
    use std::collections::BTreeMap;

    fn files(set: &[u8]) -> BTreeMap<String, FileDescriptorProto> {
        let set = FileDescriptorSet::decode(set).unwrap();
        let named = |file: FileDescriptorProto| (file.name.clone().unwrap(), file);
        set.file.into_iter().map(named).collect()
    }

    #[test]
    fn what_packages_have_of_their_own_is_together_the_set_of_each() {
        let schema = "tests/proto/everything.still";
        let model = Builder::new().file(schema).check().unwrap().model;
        let planned = Planned::new(&model);
        assert!(model.packages.len() > 1, "one that imports another");
        for start in 0..model.packages.len() {
            let (mut todo, mut found) = (vec![start], BTreeMap::new());
            while let Some(package) = todo.pop() {
                found.extend(files(&planned.own(package)));
                todo.extend(planned.needs(package));
            }
            assert_eq!(found, files(&planned.set(&model.packages[start].name)));
        }
    }
}
