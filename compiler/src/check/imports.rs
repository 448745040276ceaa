//! What `use` brings into a file.

use std::collections::{BTreeMap, HashMap};

use crate::codes::Code;
use crate::diagnostic::{Diagnostic, list_of, quote};
use crate::names::nearest;
use crate::span::Span;
use crate::syntax::tree::{Name, PartKind, Path, Use, UseName};

use super::{Checker, FileInput, Meant, PackageInput, Symbol};

/// The imports of one file.
#[derive(Debug, Default)]
pub(super) struct Imports {
    /// By the name they have here. Ordered, so that reports are.
    names: BTreeMap<String, Import>,
    /// Whole packages, by the name or dotted path they have here.
    packages: BTreeMap<String, Whole>,
}

#[derive(Debug)]
struct Whole {
    package: usize,
    span: Span,
    /// What goes with it, should it not be used.
    removal: Span,
    used: bool,
}

#[derive(Debug)]
struct Import {
    types: Option<Symbol>,
    consts: Option<Symbol>,
    span: Span,
    /// What goes with it, should it not be used.
    removal: Span,
    used: bool,
}

/// What to remove for the name at `index` of a list: it with the comma to its neighbour, or the whole declaration.
fn removal(import: &Use, names: &[UseName], index: usize) -> Span {
    let end = |name: &UseName| name.rename.as_ref().unwrap_or(&name.name).span.after();
    let this = &names[index];
    match (names.get(index + 1), index.checked_sub(1)) {
        (Some(next), _) => this.name.span.to(next.name.span.before()),
        (None, Some(before)) => end(&names[before]).to(end(this)),
        (None, None) => import.span,
    }
}

/// The package that a `use` names, and the single name imported from it if it stands in the path.
pub(crate) fn split(import: &Use) -> (Vec<&Name>, Option<&Name>) {
    let names: Vec<&Name> = import.path.names.iter().collect();
    match names.split_last() {
        Some((last, package))
            if import.names.is_none()
                && !package.is_empty()
                && last.text.starts_with(|c: char| c.is_ascii_uppercase()) =>
        {
            (package.to_vec(), Some(*last))
        }
        _ => (names, None),
    }
}

/// The dotted path that a `use` names.
pub(crate) fn package_of(import: &Use) -> String {
    let names: Vec<&str> = split(import).0.iter().map(|n| n.text.as_str()).collect();
    names.join(".")
}

impl<'a> Checker<'a> {
    pub(super) fn import(&mut self) {
        let packages: &'a [PackageInput] = self.packages;
        for (number, package) in packages.iter().enumerate() {
            for file in &package.files {
                let imports = self.imports_of(number, file);
                self.imports.insert(file.id, imports);
            }
            self.model.packages[number].uses.sort_unstable();
            self.model.packages[number].uses.dedup();
        }
    }

    fn imports_of(&mut self, package: usize, file: &'a FileInput) -> Imports {
        let mut imports = Imports::default();
        for part in &file.tree.parts {
            let PartKind::Use(import) = &part.kind else {
                continue;
            };
            // A package that was not found has been reported by whoever looked for it.
            let target = self.by_name.get(package_of(import).as_str()).copied();
            if target == Some(package) {
                let help = "types of the same package need no `use`";
                self.err(
                    Code::ImportCycle,
                    import.path.span(),
                    "a package imports itself",
                    "this is the package itself",
                    help,
                );
                continue;
            }
            self.model.packages[package].uses.extend(target);
            match (split(import).1, &import.names) {
                (Some(name), _) => {
                    let names = (name, import.rename.as_ref());
                    self.import_name(&mut imports, package, target, names, import.span)
                }
                (None, Some(names)) => {
                    for (i, name) in names.iter().enumerate() {
                        let removal = removal(import, names, i);
                        let names = (&name.name, name.rename.as_ref());
                        self.import_name(&mut imports, package, target, names, removal);
                    }
                }
                (None, None) => {
                    if let Some(target) = target {
                        let name = import
                            .rename
                            .as_ref()
                            .map_or_else(|| import.path.text(), |n| n.text.clone());
                        let whole = Whole {
                            package: target,
                            span: import.path.span(),
                            removal: import.span,
                            used: false,
                        };
                        imports.packages.insert(name, whole);
                    }
                }
            }
        }
        imports
    }

    fn import_name(
        &mut self,
        imports: &mut Imports,
        package: usize,
        target: Option<usize>,
        (name, rename): (&Name, Option<&Name>),
        removal: Span,
    ) {
        let local = rename.unwrap_or(name);
        let (mut types, mut consts) = (Some(Symbol::Broken), Some(Symbol::Broken));
        if let Some(target) = target {
            types = self.scopes[target].types.get(&name.text).copied();
            if let Some(Symbol::Type(id)) = types {
                self.uses.push((name.span, Meant::Type(id)));
            }
            consts = self.scopes[target].consts.get(&name.text).copied();
            if types.is_none() && consts.is_none() {
                self.not_exported(target, name);
                (types, consts) = (Some(Symbol::Broken), Some(Symbol::Broken));
            }
        }
        let scope = &self.scopes[package];
        let declared = types.is_some() && scope.types.contains_key(&local.text)
            || consts.is_some() && scope.consts.contains_key(&local.text);
        let earlier = imports.names.get(&local.text).map(|i| i.span);
        if declared || earlier.is_some() {
            let what = if declared {
                "declared in this package"
            } else {
                "imported"
            };
            let mut found = Diagnostic::new(
                Code::DuplicateImport,
                format!("`{}` is {what} already", quote(&local.text)),
            );
            found = found.label(local.span, "imported here");
            if let Some(span) = earlier {
                found = found.label(span, "imported before");
            }
            return self.say(found.help(format!(
                "rename it: `{} as Other{}`",
                quote(&name.text),
                quote(&name.text)
            )));
        }
        imports.names.insert(
            local.text.clone(),
            Import {
                types,
                consts,
                span: local.span,
                removal,
                used: false,
            },
        );
    }

    fn not_exported(&mut self, target: usize, name: &Name) {
        let scope = &self.scopes[target];
        let near = nearest(
            &name.text,
            scope
                .types
                .keys()
                .chain(scope.consts.keys())
                .map(String::as_str),
        )
        .map(str::to_owned);
        let mut all: Vec<&str> = scope.types.keys().map(String::as_str).collect();
        all.sort_unstable();
        let known = if all.is_empty() {
            "it declares nothing".to_owned()
        } else {
            format!("it declares {}", list_of(all))
        };
        let message = format!(
            "package `{}` does not declare `{}`",
            self.packages[target].name,
            quote(&name.text)
        );
        let found =
            Diagnostic::new(Code::UnknownImport, message).label(name.span, "not found there");
        self.say(found.did_you_mean(near.as_deref(), known));
    }

    /// What an imported name stands for among types or constants, marked as used.
    pub(super) fn imported(
        &mut self,
        file: crate::span::FileId,
        name: &str,
        consts: bool,
    ) -> Option<Symbol> {
        let import = self.imports.get_mut(&file)?.names.get_mut(name)?;
        let symbol = if consts { import.consts } else { import.types };
        import.used |= symbol.is_some();
        symbol
    }

    /// The package that the front of a path names, if it was imported as a whole, and how many names that takes.
    pub(super) fn package_prefix(&mut self, at: super::At, path: &Path) -> Option<(usize, usize)> {
        let own = &self.packages[at.package].name;
        let imports = self.imports.get_mut(&at.file)?;
        let mut text = String::new();
        let mut found = None;
        for (i, name) in path.names.iter().enumerate().take(path.names.len() - 1) {
            if i > 0 {
                text.push('.');
            }
            text.push_str(&name.text);
            if let Some(whole) = imports.packages.get_mut(&text) {
                whole.used = true;
                found = Some((whole.package, i + 1));
            } else if text == *own {
                found = Some((at.package, i + 1));
            }
        }
        found
    }

    pub(super) fn import_names(&self, file: crate::span::FileId) -> impl Iterator<Item = &str> {
        self.imports
            .get(&file)
            .into_iter()
            .flat_map(|i| i.names.keys().map(String::as_str))
    }

    /// Only when nothing is wrong: a use may be hidden in what did not parse.
    pub(super) fn unused_imports(&mut self) {
        if !self
            .diagnostics
            .iter()
            .all(|d| d.severity == crate::codes::Severity::Warning)
        {
            return;
        }
        let all: HashMap<_, _> = std::mem::take(&mut self.imports);
        for imports in all.values() {
            let names = imports
                .names
                .iter()
                .filter(|(_, i)| !i.used)
                .map(|(name, i)| (name, i.span, i.removal));
            let packages = imports
                .packages
                .iter()
                .filter(|(_, p)| !p.used)
                .map(|(name, p)| (name, p.span, p.removal));
            for (name, span, removal) in names.chain(packages) {
                let message = format!("`{}` is imported and not used", quote(name));
                let found = Diagnostic::new(Code::UnusedUse, message)
                    .label(span, "")
                    .help("remove it from the `use`");
                self.say(found.fix(removal, ""));
            }
        }
    }
}
