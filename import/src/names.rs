//! What each thing is called in the schema: in the case of its kind, and unlike all others around it.

use prost_reflect::{DescriptorPool, EnumDescriptor, EnumValueDescriptor, MessageDescriptor};
use std::collections::{HashMap, HashSet};
use stillwire_compiler::names::{Case, screaming};

/// The names of types, members, values, services and methods by their full names in protobuf.
#[derive(Debug, Default)]
pub(crate) struct Names {
    chosen: HashMap<String, String>,
    /// How often a name was refused by the compiler; it gets another then.
    refused: HashMap<String, usize>,
}

impl Names {
    /// Chooses a name for all that a pool declares.
    pub(crate) fn choose(&mut self, pool: &DescriptorPool) {
        self.chosen.clear();
        let mut packages: HashMap<String, HashSet<String>> = HashMap::new();
        for file in pool.files() {
            let top = packages.entry(file.package_name().to_owned()).or_default();
            for message in file.messages() {
                self.message(top, &message);
            }
            for of in file.enums() {
                self.enumeration(top, &of);
            }
            for service in file.services() {
                self.pick(top, service.full_name(), service.name(), Case::Pascal);
                let mut inner = HashSet::new();
                for method in service.methods() {
                    self.pick(&mut inner, method.full_name(), method.name(), Case::Snake);
                }
            }
        }
    }

    fn message(&mut self, scope: &mut HashSet<String>, message: &MessageDescriptor) {
        self.pick(scope, message.full_name(), message.name(), Case::Pascal);
        let mut types = HashSet::new();
        for child in message.child_messages().filter(|m| !m.is_map_entry()) {
            self.message(&mut types, &child);
        }
        for child in message.child_enums() {
            self.enumeration(&mut types, &child);
        }
        let mut members = HashSet::new();
        for field in message.fields() {
            self.pick(&mut members, field.full_name(), field.name(), Case::Snake);
        }
        for oneof in message.oneofs().filter(|oneof| !oneof.is_synthetic()) {
            self.pick(&mut members, oneof.full_name(), oneof.name(), Case::Snake);
        }
    }

    fn enumeration(&mut self, scope: &mut HashSet<String>, of: &EnumDescriptor) {
        self.pick(scope, of.full_name(), of.name(), Case::Pascal);
        let prefix = format!("{}_", screaming(self.get(of.full_name())));
        let mut values = HashSet::new();
        let mut seen = HashSet::new();
        for value in values_of(of) {
            // Further names of a number are no values here.
            if seen.insert(value.number()) {
                let name = value.name();
                let short = name.strip_prefix(&prefix).unwrap_or(name);
                let short = match short.starts_with(|c: char| c.is_ascii_alphabetic()) {
                    true => short,
                    false => name,
                };
                let key = value_key(of, name);
                self.pick(&mut values, &key, &short.to_ascii_lowercase(), Case::Snake);
            }
        }
    }

    /// The name of something that was declared.
    pub(crate) fn get(&self, full: &str) -> &str {
        self.chosen.get(full).map_or("", String::as_str)
    }

    /// Has something get another name when names are chosen again.
    pub(crate) fn refuse(&mut self, full: &str) {
        *self.refused.entry(full.to_owned()).or_default() += 1;
    }

    fn pick(&mut self, taken: &mut HashSet<String>, full: &str, name: &str, case: Case) {
        let mut name = converted(name, case);
        for _ in 0..self.refused.get(full).copied().unwrap_or(0) {
            name.push_str(match case {
                Case::Pascal => "Alt",
                _ => "_alt",
            });
        }
        let plain = |name: &str| name.replace('_', "").to_ascii_lowercase();
        let mut number = 2;
        let mut free = name.clone();
        while !taken.insert(plain(&free)) {
            free = match case {
                Case::Pascal => format!("{name}V{number}"),
                _ => format!("{name}_v{number}"),
            };
            number += 1;
        }
        self.chosen.insert(full.to_owned(), free);
    }
}

/// The values in the order of their declaration.
pub(crate) fn values_of(of: &EnumDescriptor) -> impl Iterator<Item = EnumValueDescriptor> {
    let values = of.enum_descriptor_proto().value.iter();
    values.filter_map(|value| of.get_value_by_name(value.name()))
}

/// Values lie in the scope around their enum, where two enums may not, but here do, have one of the same name.
pub(crate) fn value_key(of: &EnumDescriptor, name: &str) -> String {
    format!("{}.{name}", of.full_name())
}

/// A name in the case of its kind, which begins with a letter.
fn converted(name: &str, case: Case) -> String {
    if case.fits(name) {
        return name.to_owned();
    }
    let converted = case.convert(name);
    match case.fits(&converted) {
        true => converted,
        false => case.convert(&format!("x{converted}")),
    }
}
