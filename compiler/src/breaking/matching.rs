//! Which types and packages of one version are which of the other.
//!
//! By full name first. A package that is gone is the new one that declares most of the same names, if that is at least
//! half of them. A type that is gone is the new one that stands where it stood, with a layout that can be its own.

use std::collections::HashMap;

use crate::model::{Model, Type, TypeBody, TypeId};

use super::shape::alike;
use super::types::walk_pairs;

#[derive(Debug, Default)]
pub(super) struct Matching {
    to_new: Vec<Option<TypeId>>,
    to_old: Vec<Option<TypeId>>,
    renamed: Vec<bool>,
    packages: Vec<Option<usize>>,
    new_packages: Vec<bool>,
}

impl Matching {
    pub(super) fn find(old: &Model, new: &Model) -> Self {
        let mut matching = Self {
            to_new: vec![None; old.types.len()],
            to_old: vec![None; new.types.len()],
            renamed: vec![false; old.types.len()],
            packages: packages(old, new),
            new_packages: vec![true; new.packages.len()],
        };
        for at in matching.packages.iter().flatten() {
            matching.new_packages[*at] = false;
        }
        let mut names: HashMap<(usize, String), TypeId> = HashMap::new();
        for id in ids(new) {
            names.insert((new.get(id).package, new.dotted_name(id)), id);
        }
        let mut waiting = Vec::new();
        for id in ids(old) {
            let package = matching.packages[old.get(id).package];
            let found = package.and_then(|p| names.get(&(p, old.dotted_name(id))));
            if let Some(found) = found {
                matching.join(id, *found);
                waiting.push((id, *found));
            }
        }
        matching.follow(old, new, waiting, &names);
        matching
    }

    pub(super) fn new_of(&self, old: TypeId) -> Option<TypeId> {
        self.to_new[old.0 as usize]
    }

    pub(super) fn old_of(&self, new: TypeId) -> Option<TypeId> {
        self.to_old[new.0 as usize]
    }

    pub(super) fn is_renamed(&self, old: TypeId) -> bool {
        self.renamed[old.0 as usize]
    }

    /// The new package that an old one is.
    pub(super) fn package(&self, old: usize) -> Option<usize> {
        self.packages[old]
    }

    pub(super) fn package_is_new(&self, new: usize) -> bool {
        self.new_packages[new]
    }

    fn join(&mut self, old: TypeId, new: TypeId) {
        self.to_new[old.0 as usize] = Some(new);
        self.to_old[new.0 as usize] = Some(old);
    }

    /// Finds renamed types by where they are used, from types that are known and from methods.
    fn follow(
        &mut self,
        old: &Model,
        new: &Model,
        mut waiting: Vec<(TypeId, TypeId)>,
        names: &HashMap<(usize, String), TypeId>,
    ) {
        let mut found: Vec<(TypeId, TypeId)> = methods(old, new, &self.packages);
        loop {
            while let Some((a, b)) = found.pop() {
                if self.new_of(a).is_some() || self.old_of(b).is_some() || !alike(old, new, a, b) {
                    continue;
                }
                self.join(a, b);
                self.renamed[a.0 as usize] = true;
                waiting.push((a, b));
                // What is declared within keeps its own name.
                let (from, to) = (old.dotted_name(a), new.dotted_name(b));
                for inner in ids(old).filter(|id| old.get(*id).package == old.get(a).package) {
                    let dotted = old.dotted_name(inner);
                    let rest = dotted.strip_prefix(&from).filter(|r| r.starts_with('.'));
                    let Some(rest) = rest else { continue };
                    let key = (new.get(b).package, format!("{to}{rest}"));
                    if let Some(other) = names.get(&key)
                        && self.new_of(inner).is_none()
                        && self.old_of(*other).is_none()
                    {
                        self.join(inner, *other);
                        waiting.push((inner, *other));
                    }
                }
            }
            let Some((a, b)) = waiting.pop() else { break };
            for (x, y) in members(old, a, new, b) {
                walk_pairs(x, y, &mut |x, y| found.push((x, y)));
            }
        }
    }
}

fn ids(model: &Model) -> impl Iterator<Item = TypeId> {
    (0..u32::try_from(model.types.len()).unwrap_or(u32::MAX)).map(TypeId)
}

fn packages(old: &Model, new: &Model) -> Vec<Option<usize>> {
    let mut matched: Vec<Option<usize>> = old
        .packages
        .iter()
        .map(|p| new.packages.iter().position(|q| q.name == p.name))
        .collect();
    for (index, package) in old.packages.iter().enumerate() {
        if matched[index].is_some() || !package.requested {
            continue;
        }
        let declared = |model: &Model, package: &crate::model::Package| -> Vec<String> {
            let types = package.types.iter().map(|id| model.dotted_name(*id));
            types
                .chain(package.services.iter().map(|s| s.name.clone()))
                .collect()
        };
        let names = declared(old, package);
        let scores = new.packages.iter().enumerate().filter(|(at, other)| {
            !matched.contains(&Some(*at)) && !old.packages.iter().any(|p| p.name == other.name)
        });
        let best = scores
            .map(|(at, other)| {
                let theirs = declared(new, other);
                (names.iter().filter(|n| theirs.contains(n)).count(), at)
            })
            .max();
        matched[index] = best
            .filter(|(score, _)| *score > 0 && score * 2 >= names.len())
            .map(|(_, at)| at);
    }
    matched
}

/// Types in the same place of both: pairs that may be of the same type.
fn members<'a>(old: &'a Model, a: TypeId, new: &'a Model, b: TypeId) -> Vec<(&'a Type, &'a Type)> {
    let mut pairs = Vec::new();
    match (&old.get(a).body, &new.get(b).body) {
        (TypeBody::Message(a), TypeBody::Message(b)) => {
            for (x, y) in a.fields.iter().zip(&b.fields) {
                pairs.push((&x.ty, &y.ty));
            }
        }
        (TypeBody::Newtype(a), TypeBody::Newtype(b)) => pairs.push((&a.ty, &b.ty)),
        (TypeBody::Struct(a), TypeBody::Struct(b)) => {
            pairs.extend(a.fields.iter().zip(&b.fields).map(|(x, y)| (&x.ty, &y.ty)));
        }
        (TypeBody::Union(a), TypeBody::Union(b)) => {
            for (x, y) in a.variants.iter().zip(&b.variants) {
                pairs.extend(x.ty.iter().zip(&y.ty));
            }
        }
        (TypeBody::Error(a), TypeBody::Error(b)) => {
            for (x, y) in a.bare().zip(b.bare()) {
                pairs.extend(x.ty.iter().zip(&y.ty));
            }
        }
        _ => {}
    }
    pairs
}

/// Requests, responses and errors of methods that have the same name.
fn methods(old: &Model, new: &Model, packages: &[Option<usize>]) -> Vec<(TypeId, TypeId)> {
    let mut pairs = Vec::new();
    for (package, other) in old.packages.iter().zip(packages) {
        let Some(other) = other.map(|at| &new.packages[at]) else {
            continue;
        };
        for service in &package.services {
            let now = other.services.iter().find(|s| s.name == service.name);
            for method in &service.methods {
                let found = now.and_then(|s| s.methods.iter().find(|m| m.name == method.name));
                if let Some(found) = found {
                    pairs.extend(method.input.zip(found.input));
                    pairs.extend(method.output.zip(found.output));
                    pairs.extend(method.throws.zip(found.throws));
                }
            }
        }
    }
    pairs
}
