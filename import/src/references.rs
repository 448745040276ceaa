//! How a type is named where it is used, and which packages a file uses.

use crate::names::Names;
use prost_reflect::{DescriptorPool, EnumDescriptor, FileDescriptor, MessageDescriptor};
use std::collections::{BTreeMap, HashMap, HashSet};
use stillwire_compiler::names::pascal;

/// The types of a pool by the messages around them, as the schema names them.
#[derive(Debug)]
pub(crate) struct Scopes {
    /// By the full name of what is around and the name here: the full name of the type.
    inner: HashMap<(String, String), String>,
    /// The full name of the message around a type.
    parents: HashMap<String, String>,
    /// The package and the file of a type.
    homes: HashMap<String, (String, String)>,
    /// Names of types within others, by file, and of what stands at the top, by package: in lower case.
    nested: HashMap<String, HashSet<String>>,
    tops: HashMap<String, HashSet<String>>,
}

impl Scopes {
    pub(crate) fn new(pool: &DescriptorPool, names: &Names) -> Self {
        let mut scopes = Self {
            inner: HashMap::new(),
            parents: HashMap::new(),
            homes: HashMap::new(),
            nested: HashMap::new(),
            tops: HashMap::new(),
        };
        for file in pool.files() {
            for message in file.messages() {
                scopes.message(&file, names, &message, None);
            }
            for of in file.enums() {
                scopes.enumeration(&file, names, &of, None);
            }
            for service in file.services() {
                // Services are among the names of types, and hide them.
                let name = names.get(service.full_name()).to_owned();
                scopes.top(&file, &name);
                let key = (file.package_name().to_owned(), name);
                scopes.inner.insert(key, service.full_name().to_owned());
            }
        }
        scopes
    }

    fn message(
        &mut self,
        file: &FileDescriptor,
        names: &Names,
        message: &MessageDescriptor,
        parent: Option<&str>,
    ) {
        if message.is_map_entry() {
            return;
        }
        self.note(file, names, message.full_name(), parent);
        for child in message.child_messages() {
            self.message(file, names, &child, Some(message.full_name()));
        }
        for child in message.child_enums() {
            self.enumeration(file, names, &child, Some(message.full_name()));
        }
    }

    fn enumeration(
        &mut self,
        file: &FileDescriptor,
        names: &Names,
        of: &EnumDescriptor,
        parent: Option<&str>,
    ) {
        self.note(file, names, of.full_name(), parent);
    }

    fn note(&mut self, file: &FileDescriptor, names: &Names, full: &str, parent: Option<&str>) {
        let name = names.get(full).to_owned();
        if let Some(parent) = parent {
            self.parents.insert(full.to_owned(), parent.to_owned());
            let nested = self.nested.entry(file.name().to_owned()).or_default();
            nested.insert(name.to_ascii_lowercase());
        } else {
            self.top(file, &name);
        }
        let around = parent.unwrap_or(file.package_name()).to_owned();
        self.inner.insert((around, name), full.to_owned());
        let home = (file.package_name().to_owned(), file.name().to_owned());
        self.homes.insert(full.to_owned(), home);
    }

    fn top(&mut self, file: &FileDescriptor, name: &str) {
        let tops = self.tops.entry(file.package_name().to_owned()).or_default();
        tops.insert(name.to_ascii_lowercase());
    }

    /// The file that declares a type.
    pub(crate) fn file_of(&self, full: &str) -> Option<&str> {
        self.homes.get(full).map(|(_, file)| file.as_str())
    }

    /// A type with those around it, from outside in.
    fn chain<'a>(&'a self, full: &'a str) -> Vec<&'a str> {
        let mut chain = vec![full];
        let mut at = full;
        while let Some(parent) = self.parents.get(at) {
            chain.push(parent);
            at = parent;
        }
        chain.reverse();
        chain
    }
}

/// The imports of one file on its way.
#[derive(Debug)]
pub(crate) struct References<'a> {
    scopes: &'a Scopes,
    names: &'a Names,
    package: String,
    file: String,
    /// By package and name there: the name here.
    used: BTreeMap<(String, String), String>,
    /// Names that imports have taken.
    taken: HashSet<String>,
}

impl<'a> References<'a> {
    pub(crate) fn new(scopes: &'a Scopes, names: &'a Names, file: &FileDescriptor) -> Self {
        Self {
            scopes,
            names,
            package: file.package_name().to_owned(),
            file: file.name().to_owned(),
            used: BTreeMap::new(),
            taken: HashSet::new(),
        }
    }

    /// How `full` is named within the message `around`, or at the top; or else the type that hides its name there.
    pub(crate) fn name(&mut self, full: &str, around: Option<&str>) -> Result<String, String> {
        let home = self.scopes.homes.get(full).cloned();
        let (package, _) = home.unwrap_or_default();
        let chain = self.scopes.chain(full);
        let named: Vec<String> = chain
            .iter()
            .map(|full| self.names.get(full).to_owned())
            .collect();
        let first = named.first().cloned().unwrap_or_default();
        if package != self.package {
            let rest = named.get(1..).unwrap_or_default();
            let first = self.import(package, &first);
            return Ok([&[first], rest].concat().join("."));
        }
        // The shortest end of its path that is found from here.
        for (start, name) in named.iter().enumerate().rev() {
            if self.find(name, around).as_deref() == chain.get(start).copied() {
                return Ok(named.get(start..).unwrap_or_default().join("."));
            }
        }
        Err(self.find(&first, around).unwrap_or_default())
    }

    /// What a single name means within `around`.
    fn find(&self, name: &str, around: Option<&str>) -> Option<String> {
        let mut scope = around;
        while let Some(at) = scope {
            if let Some(found) = self.scopes.inner.get(&(at.to_owned(), name.to_owned())) {
                return Some(found.clone());
            }
            scope = self.scopes.parents.get(at).map(String::as_str);
        }
        let top = (self.package.clone(), name.to_owned());
        self.scopes.inner.get(&top).cloned()
    }

    fn import(&mut self, package: String, name: &str) -> String {
        let key = (package, name.to_owned());
        if let Some(known) = self.used.get(&key) {
            return known.clone();
        }
        let nested = self.scopes.nested.get(&self.file);
        let tops = self.scopes.tops.get(&self.package);
        let free = |here: &str, taken: &HashSet<String>| {
            let here = here.to_ascii_lowercase();
            let mut all = [Some(taken), nested, tops].into_iter().flatten();
            all.all(|names| !names.contains(&here))
        };
        let last = pascal(&key.0.replace('.', "_"));
        let mut here = name.to_owned();
        let mut number = 1;
        while !free(&here, &self.taken) {
            here = match number {
                1 => format!("{last}{name}"),
                number => format!("{last}{name}V{number}"),
            };
            number += 1;
        }
        self.taken.insert(here.to_ascii_lowercase());
        self.used.insert(key, here.clone());
        here
    }

    /// The `use` declarations.
    pub(crate) fn uses(&self) -> String {
        let mut out = String::new();
        let mut packages: BTreeMap<&str, Vec<String>> = BTreeMap::new();
        for ((package, name), here) in &self.used {
            let item = match name == here {
                true => name.clone(),
                false => format!("{name} as {here}"),
            };
            packages.entry(package).or_default().push(item);
        }
        for (package, items) in packages {
            out.push_str(&format!("use {package}.{{{}}};\n", items.join(", ")));
        }
        out
    }
}
