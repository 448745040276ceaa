//! The schema of one `.proto` file, as text that is formatted later.

use crate::comments::{Locations, Position};
use crate::findings::{Findings, Place};
use crate::mapping::Mapping;
use crate::names::{Names, value_key, values_of};
use crate::options;
use crate::references::{References, Scopes};
use crate::values::default_of;
use prost_reflect::{
    Cardinality, EnumDescriptor, FieldDescriptor, FileDescriptor, Kind, MessageDescriptor,
    MethodDescriptor, OneofDescriptor, ServiceDescriptor, Syntax,
};
use prost_types::method_options::IdempotencyLevel;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use stillwire_compiler::Code;
use stillwire_compiler::names::{Case, pascal, screaming};
use stillwire_compiler::proto::{MAX_FIELD_NUMBER, field_number};

/// The number of `package` in the descriptor of a file, as paths to locations have it.
const PACKAGE: i32 = 2;

const WELL_KNOWN: &str = "google.protobuf";
const TIMESTAMP: &str = "google.protobuf.Timestamp";
const DURATION: &str = "google.protobuf.Duration";
const EMPTY: &str = "google.protobuf.Empty";

/// What a file has become.
#[derive(Debug)]
pub(crate) struct Written {
    pub(crate) text: String,
    /// Where names of declarations begin, with the full names of what they are of.
    pub(crate) names: BTreeMap<usize, String>,
    /// Where that stands in `.proto` text: the name of the file, and the position there.
    pub(crate) places: HashMap<String, (String, Option<Position>)>,
    /// The full names of types that hide others where these are used.
    pub(crate) hiders: BTreeSet<String>,
    /// The files whose types are used.
    pub(crate) needs: BTreeSet<String>,
}

pub(crate) fn write(
    file: &FileDescriptor,
    names: &Names,
    scopes: &Scopes,
    findings: &mut Findings,
) -> Written {
    let locations = Locations::new(file.file_descriptor_proto());
    let mut writer = Writer {
        file,
        names,
        scopes,
        findings,
        locations,
        references: References::new(scopes, names, file),
        around: Vec::new(),
        out: String::new(),
        written: Written {
            text: String::new(),
            names: BTreeMap::new(),
            places: HashMap::new(),
            hiders: BTreeSet::new(),
            needs: BTreeSet::new(),
        },
    };
    writer.file();
    writer.finish()
}

struct Writer<'a> {
    file: &'a FileDescriptor,
    names: &'a Names,
    scopes: &'a Scopes,
    findings: &'a mut Findings,
    locations: Locations<'a>,
    references: References<'a>,
    /// The full names of the messages around.
    around: Vec<String>,
    /// All below the `use` declarations.
    out: String,
    written: Written,
}

impl<'a> Writer<'a> {
    fn finish(mut self) -> Written {
        let mut head = String::new();
        for line in self.locations.docs(&[PACKAGE]) {
            head.push_str(format!("//! {line}").trim_end());
            head.push('\n');
        }
        head.push_str(&format!("package {};\n", self.file.package_name()));
        head.push_str(&self.references.uses());
        self.written.names = { self.written.names.into_iter() }
            .map(|(at, full)| (at + head.len(), full))
            .collect();
        self.written.text = head + &self.out;
        self.written
    }

    fn place(&self, path: &[i32]) -> Place<'a> {
        (self.file.name(), self.locations.position(path))
    }

    fn file(&mut self) {
        let file = self.file;
        let place = (file.name(), None);
        let package = file.package_name();
        let segments = || package.split('.');
        if package.is_empty() || !segments().all(|segment| Case::Snake.fits(segment)) {
            let message = match package {
                "" => "the file names no package".to_owned(),
                package => format!("`{package}` is no package: its parts are words in lower case"),
            };
            let place = self.locations.position(&[PACKAGE]);
            let help =
                "a package is part of every route: add one, or rename it, where all who call agree";
            self.findings.error(
                Code::ImportPackage,
                message,
                Some((file.name(), place)),
                help,
            );
            return;
        }
        if package != WELL_KNOWN {
            options::of_file(&file.options(), place, self.findings);
        }
        for extension in file.extensions() {
            self.extension(extension.full_name(), extension.path());
        }
        for message in file.messages() {
            self.message(&message);
        }
        for of in file.enums() {
            self.enumeration(&of);
        }
        for service in file.services() {
            self.service(&service);
        }
    }

    fn extension(&mut self, name: &str, path: &[i32]) {
        let place = self.place(path);
        self.findings.warn(
            Code::ImportExtension,
            "extend",
            format!("the extension `{name}` is not kept"),
            Some(place),
            "extensions of options mean nothing here; those of messages become fields, or `Any`",
        );
    }

    /// Docs and attributes in front of a declaration.
    fn before(
        &mut self,
        path: &[i32],
        deprecated: bool,
        attributes: impl IntoIterator<Item = String>,
    ) {
        for line in self.locations.docs(path) {
            self.out.push_str(format!("/// {line}").trim_end());
            self.out.push('\n');
        }
        if deprecated {
            self.out.push_str("#[deprecated]\n");
        }
        for attribute in attributes {
            self.out.push_str(&attribute);
            self.out.push('\n');
        }
    }

    /// The name of a declaration, whose place is noted.
    fn name(&mut self, full: &str, path: &[i32]) {
        let (file, position) = self.place(path);
        let name = self.names.get(full);
        self.written.names.insert(self.out.len(), full.to_owned());
        self.written
            .places
            .insert(full.to_owned(), (file.to_owned(), position));
        self.out.push_str(name);
    }

    fn message(&mut self, message: &MessageDescriptor) {
        if message.is_map_entry() {
            return;
        }
        let place = self.place(message.path());
        options::of(&message.options(), place, self.findings);
        let full = message.full_name();
        let proto = message.descriptor_proto();
        let option = proto.options.as_ref();
        let groups = message.fields().filter(FieldDescriptor::is_group);
        let groups: Vec<FieldDescriptor> = groups.collect();
        for group in &groups {
            let place = self.place(group.path());
            self.findings.error(
                Code::ImportGroup,
                format!("`{}` is a group", group.name()),
                Some(place),
                "make it a message with another number; `--lossy` leaves it out and reserves the number",
            );
        }
        for extension in message.child_extensions() {
            self.extension(extension.full_name(), extension.path());
        }
        if message.extension_ranges().len() > 0 {
            self.findings.warn(
                Code::ImportExtension,
                "ranges",
                format!("numbers for extensions of `{full}` are not kept"),
                Some(place),
                "nobody can extend a message here; what comes under these numbers is skipped",
            );
        }
        let ranges = message.reserved_ranges();
        let ranges = ranges.map(|range| {
            (
                range.start,
                range.end.saturating_sub(1).min(MAX_FIELD_NUMBER),
            )
        });
        let extended = message.extension_ranges();
        let extended = extended.map(|range| {
            (
                range.start,
                range.end.saturating_sub(1).min(MAX_FIELD_NUMBER),
            )
        });
        let left_out = groups.iter().map(|group| (group.number(), group.number()));
        let mapping = Mapping::default()
            .name(message.name(), self.names.get(full))
            .reserved(
                ranges.chain(extended).chain(left_out),
                message.reserved_names().map(str::to_owned),
            );
        let deprecated = option.is_some_and(|options| options.deprecated());
        self.out.push('\n');
        self.before(message.path(), deprecated, mapping.attribute());
        self.out.push_str("message ");
        self.name(full, message.path());
        self.out.push_str(" {\n");
        self.around.push(full.to_owned());
        let nested = self.out.len();
        let hidden: HashSet<String> = groups
            .iter()
            .filter_map(|group| Some(group.kind().as_message()?.full_name().to_owned()))
            .collect();
        for child in message.child_messages() {
            if !hidden.contains(child.full_name()) {
                self.message(&child);
            }
        }
        for child in message.child_enums() {
            self.enumeration(&child);
        }
        if nested != self.out.len() {
            self.out.push('\n');
        }
        self.fields(message);
        self.around.pop();
        self.out.push_str("}\n");
    }

    /// The fields by number, a `oneof` where its first member stands.
    fn fields(&mut self, message: &MessageDescriptor) {
        let fields = message.fields().filter(|field| !field.is_group());
        let mut fields: Vec<FieldDescriptor> = fields.collect();
        fields.sort_by_key(FieldDescriptor::number);
        let mut done = HashSet::new();
        for (field, ordinal) in fields.iter().zip(1..) {
            let oneof = field
                .containing_oneof()
                .filter(|oneof| !oneof.is_synthetic());
            let Some(oneof) = oneof else {
                self.field(field, ordinal);
                continue;
            };
            if !done.insert(oneof.name().to_owned()) {
                continue;
            }
            self.open_oneof(&oneof);
            for (member, ordinal) in fields.iter().zip(1..) {
                if member.containing_oneof().as_ref() == Some(&oneof) {
                    self.member(member, ordinal);
                }
            }
            self.out.push_str("}\n");
        }
    }

    fn open_oneof(&mut self, oneof: &OneofDescriptor) {
        let place = self.place(oneof.path());
        options::of(&oneof.options(), place, self.findings);
        let mapping = Mapping::default().name(oneof.name(), self.names.get(oneof.full_name()));
        self.before(oneof.path(), false, mapping.attribute());
        self.out.push_str("oneof ");
        self.name(oneof.full_name(), oneof.path());
        self.out.push_str("? {\n");
    }

    /// What stands in front of a member: docs, attributes, ordinal and name.
    fn open_member(&mut self, field: &FieldDescriptor, ordinal: u32) {
        let place = self.place(field.path());
        options::of(&field.options(), place, self.findings);
        let name = self.names.get(field.full_name());
        let options = field.field_descriptor_proto().options.as_ref();
        let scalar = !matches!(field.kind(), Kind::Message(_) | Kind::String | Kind::Bytes);
        let packed = options.and_then(|options| options.packed);
        let packed = packed.unwrap_or(self.file.syntax() != Syntax::Proto2);
        let mapping = Mapping::default()
            .number(field.number(), field_number(ordinal))
            .name(field.name(), name)
            .json(field.json_name(), field.name())
            .expanded(field.is_list() && scalar && !packed);
        let redacted = options::is_set(&field.options(), "debug_redact");
        let sensitive = redacted.then(|| "#[sensitive]".to_owned());
        let deprecated = options.is_some_and(|options| options.deprecated());
        self.before(
            field.path(),
            deprecated,
            mapping.attribute().into_iter().chain(sensitive),
        );
        self.out.push_str(&format!("@{ordinal} "));
        self.name(field.full_name(), field.path());
    }

    fn member(&mut self, field: &FieldDescriptor, ordinal: u32) {
        self.open_member(field, ordinal);
        // A member without payload is what `Empty` is.
        match field.kind() {
            Kind::Message(of) if of.full_name() == EMPTY => self.out.push_str(";\n"),
            kind => {
                let ty = self.single(&kind, field.path());
                self.out.push_str(&format!(": {ty};\n"));
            }
        }
    }

    fn field(&mut self, field: &FieldDescriptor, ordinal: u32) {
        self.open_member(field, ordinal);
        let (ty, default) = match field.kind() {
            Kind::Message(entry) if field.is_map() => {
                let key = self.single(&entry.map_entry_key_field().kind(), field.path());
                let value = self.single(&entry.map_entry_value_field().kind(), field.path());
                (format!("map<{key}, {value}>"), None)
            }
            kind if field.is_list() => {
                let ty = self.single(&kind, field.path());
                (format!("list<{ty}>"), None)
            }
            kind => {
                let ty = self.single(&kind, field.path());
                self.presence(field, &kind, ty)
            }
        };
        let default = default.map_or(String::new(), |default| format!(" = {default}"));
        self.out.push_str(&format!(": {ty}{default};\n"));
    }

    /// A single field: whether it may be absent, and what its absence means.
    fn presence(
        &mut self,
        field: &FieldDescriptor,
        kind: &Kind,
        ty: String,
    ) -> (String, Option<String>) {
        let place = self.place(field.path());
        let optional = |ty: String| (format!("{ty}?"), None);
        if field.cardinality() == Cardinality::Required {
            self.findings.warn(
                Code::ImportPresence,
                "required",
                format!(
                    "`{}` is required there, and optional here",
                    field.full_name()
                ),
                Some(place),
                "write it always: others refuse a message without it",
            );
            return optional(ty);
        }
        if let Kind::Message(_) = kind {
            if field.field_descriptor_proto().proto3_optional() {
                self.findings.warn(
                    Code::ImportPresence,
                    "optional",
                    format!(
                        "`optional` of `{}` says nothing: it is a message",
                        field.full_name()
                    ),
                    Some(place),
                    "",
                );
            }
            return optional(ty);
        }
        let names = self.names;
        let default = default_of(field, |number| {
            let of = kind.as_enum()?;
            let value = values_of(of).find(|value| value.number() == number)?;
            Some(names.get(&value_key(of, value.name())).to_owned())
        });
        match default {
            Ok(None) if field.supports_presence() => optional(ty),
            Ok(None) => (ty, None),
            Ok(Some(default)) => {
                self.findings.warn(
                    Code::ImportPresence,
                    "default",
                    format!(
                        "whether `{}` was set is not kept: it has a default",
                        field.full_name()
                    ),
                    Some(place),
                    "absence is its default, which is written, too",
                );
                (ty, Some(default))
            }
            Err(what) => {
                self.findings.warn(
                    Code::ImportPresence,
                    "unsaid",
                    format!("{what} is not kept, of `{}`", field.full_name()),
                    Some(place),
                    "give it to the field where it is read",
                );
                optional(ty)
            }
        }
    }

    fn single(&mut self, kind: &Kind, path: &[i32]) -> String {
        let full = match kind {
            Kind::Double => return "f64".to_owned(),
            Kind::Float => return "f32".to_owned(),
            Kind::Int32 => return "int32".to_owned(),
            Kind::Int64 => return "int64".to_owned(),
            Kind::Uint32 => return "u32".to_owned(),
            Kind::Uint64 => return "u64".to_owned(),
            Kind::Sint32 => return "i32".to_owned(),
            Kind::Sint64 => return "i64".to_owned(),
            Kind::Fixed32 => return "fixed32".to_owned(),
            Kind::Fixed64 => return "fixed64".to_owned(),
            Kind::Sfixed32 => return "sfixed32".to_owned(),
            Kind::Sfixed64 => return "sfixed64".to_owned(),
            Kind::Bool => return "bool".to_owned(),
            Kind::String => return "string".to_owned(),
            Kind::Bytes => return "bytes".to_owned(),
            Kind::Message(of) if [TIMESTAMP, DURATION].contains(&of.full_name()) => {
                return self.time(of.full_name(), path);
            }
            Kind::Message(of) => of.full_name().to_owned(),
            Kind::Enum(of) => of.full_name().to_owned(),
        };
        self.reference(&full, path)
    }

    fn time(&mut self, full: &str, path: &[i32]) -> String {
        let place = self.place(path);
        let (ty, range) = match full {
            TIMESTAMP => ("timestamp", "the years 1677 to 2262"),
            _ => ("duration", "292 years"),
        };
        let message = format!("a `{ty}` holds {range}; what is beyond is refused");
        self.findings
            .warn(Code::ImportRange, ty, message, Some(place), "");
        ty.to_owned()
    }

    fn reference(&mut self, full: &str, path: &[i32]) -> String {
        let place = self.place(path);
        let json = odd_json(full).filter(|_| self.file.package_name() != WELL_KNOWN);
        if let Some(json) = json {
            let message = format!("the JSON form of `{full}` is that of its fields, not {json}");
            self.findings
                .warn(Code::ImportWellKnown, full, message, Some(place), "");
        }
        let home = self.scopes.file_of(full);
        if let Some(home) = home.filter(|home| *home != self.file.name()) {
            self.written.needs.insert(home.to_owned());
        }
        let around = self.around.last().map(String::as_str);
        self.references.name(full, around).unwrap_or_else(|hider| {
            self.written.hiders.insert(hider);
            // It is written again, when what hides it has another name.
            "u8".to_owned()
        })
    }

    fn enumeration(&mut self, of: &EnumDescriptor) {
        let place = self.place(of.path());
        options::of(&of.options(), place, self.findings);
        let full = of.full_name();
        let proto = of.enum_descriptor_proto();
        let mapping = Mapping::default()
            .name(of.name(), self.names.get(full))
            .reserved(std::iter::empty(), of.reserved_names().map(str::to_owned));
        let deprecated = { proto.options.as_ref() }.is_some_and(|options| options.deprecated());
        self.out.push('\n');
        self.before(of.path(), deprecated, mapping.attribute());
        self.out.push_str("enum ");
        self.name(full, of.path());
        self.out.push_str(": i32 {\n");
        let mut values = Vec::new();
        let mut seen = HashSet::new();
        for value in values_of(of) {
            if seen.insert(value.number()) {
                values.push(value);
            }
        }
        if !seen.contains(&0) {
            self.findings.warn(
                Code::ImportEnum,
                "zero",
                format!("`{full}` has no value 0, and gets one"),
                Some(place),
                "0 is what readers take for a field that is not set",
            );
            self.out.push_str("unspecified = 0;\n");
        } else if values.first().is_some_and(|first| first.number() != 0) {
            self.findings.warn(
                Code::ImportEnum,
                "first",
                format!("a field of `{full}` that is not set is 0, not its first value"),
                Some(place),
                "",
            );
        }
        if self.file.syntax() == Syntax::Proto2 {
            self.findings.warn(
                Code::ImportEnum,
                "closed",
                format!("numbers without a name are values of `{full}`, not unknown fields"),
                Some(place),
                "",
            );
        }
        values.sort_by_key(|value| value.number() != 0);
        let prefix = screaming(self.names.get(full));
        for value in values {
            let place = self.place(value.path());
            options::of(&value.options(), place, self.findings);
            let key = value_key(of, value.name());
            let usual = format!("{prefix}_{}", screaming(self.names.get(&key)));
            let others = of
                .values()
                .filter(|other| other.number() == value.number() && other.name() != value.name());
            let mapping = others.fold(
                Mapping::default().name(value.name(), &usual),
                |mapping, other| mapping.alias(other.name()),
            );
            let options = value.enum_value_descriptor_proto().options.as_ref();
            let deprecated = options.is_some_and(|options| options.deprecated());
            self.before(value.path(), deprecated, mapping.attribute());
            self.name(&key, value.path());
            self.out.push_str(&format!(" = {};\n", value.number()));
        }
        for range in of.reserved_ranges() {
            let (first, last) = (range.start(), range.end());
            let range = match first == last {
                true => first.to_string(),
                false => format!("{first}..={last}"),
            };
            self.out.push_str(&format!("reserved {range};\n"));
        }
        self.out.push_str("}\n");
    }

    fn service(&mut self, service: &ServiceDescriptor) {
        let place = self.place(service.path());
        options::of(&service.options(), place, self.findings);
        let full = service.full_name();
        let mapping = Mapping::default().name(service.name(), self.names.get(full));
        let options = service.service_descriptor_proto().options.as_ref();
        let deprecated = options.is_some_and(|options| options.deprecated());
        self.out.push('\n');
        self.before(service.path(), deprecated, mapping.attribute());
        self.out.push_str("service ");
        self.name(full, service.path());
        self.out.push_str(" {\n");
        for method in service.methods() {
            self.method(&method);
        }
        self.out.push_str("}\n");
    }

    fn method(&mut self, method: &MethodDescriptor) {
        let place = self.place(method.path());
        options::of(&method.options(), place, self.findings);
        let full = method.full_name();
        let name = self.names.get(full);
        let mapping = Mapping::default().name(method.name(), &pascal(name));
        let options = method.method_descriptor_proto().options.as_ref();
        let level = options.map(|options| options.idempotency_level());
        let promise = match level {
            Some(IdempotencyLevel::NoSideEffects) => Some("#[safe]".to_owned()),
            Some(IdempotencyLevel::Idempotent) => Some("#[idempotent]".to_owned()),
            _ => None,
        };
        let deprecated = options.is_some_and(|options| options.deprecated());
        self.before(
            method.path(),
            deprecated,
            promise.into_iter().chain(mapping.attribute()),
        );
        self.out.push_str("rpc ");
        self.name(full, method.path());
        let input = self.side(&method.input(), method.is_client_streaming(), method.path());
        let output = self.side(
            &method.output(),
            method.is_server_streaming(),
            method.path(),
        );
        self.out.push_str(&format!("({input}) -> {output};\n"));
    }

    fn side(&mut self, of: &MessageDescriptor, streaming: bool, path: &[i32]) -> String {
        let ty = match of.full_name() {
            EMPTY => "()".to_owned(),
            full => self.reference(full, path),
        };
        match streaming {
            true => format!("stream {ty}"),
            false => ty,
        }
    }
}

/// What protobuf writes a type of its own as, in JSON, that is another form here.
fn odd_json(full: &str) -> Option<&'static str> {
    match full.strip_prefix(WELL_KNOWN)?.strip_prefix('.')? {
        "Timestamp" | "Duration" => Some("a string"),
        _ => None,
    }
}
