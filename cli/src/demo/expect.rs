//! The answers as they have to be, found by walking the owned value and the JSON document from end to end: nothing is
//! shared with the service's own search.

use std::collections::{BTreeMap, BTreeSet};
use stillwire_samples::crates::graph::{compare_versions, sort_kinds};
use stillwire_samples::crates::json;
use stillwire_samples::crates::still::{Dependent, Graph, Package};

/// The last package of this name and version, in the value and in the document.
pub(crate) fn expected<'a>(
    graph: &'a Graph,
    document: &'a json::Graph,
    name: &str,
    version: &str,
) -> Option<(&'a Package, &'a json::Package)> {
    let owned = graph
        .packages
        .iter()
        .rfind(|p| p.name == name && p.version == version);
    let parsed = document
        .packages
        .iter()
        .rfind(|p| p.name == name && p.version == version);
    owned.zip(parsed)
}

/// The index of the last package that has the name and version of the one at `index`.
pub(crate) fn same_as(graph: &Graph, index: usize) -> usize {
    let package = &graph.packages[index];
    let same = |other: &Package| other.name == package.name && other.version == package.version;
    graph.packages.iter().rposition(same).unwrap_or(index)
}

/// The newest package of each name.
pub(crate) fn newest(graph: &Graph) -> BTreeMap<&str, usize> {
    let mut newest: BTreeMap<&str, usize> = BTreeMap::new();
    for (index, package) in graph.packages.iter().enumerate() {
        let best = newest.entry(&package.name).or_insert(index);
        if compare_versions(&graph.packages[*best].version, &package.version).is_le() {
            *best = index;
        }
    }
    newest
}

/// Who depends on each package, by the owned value.
pub(crate) fn dependents_of_owned(graph: &Graph) -> Vec<Vec<Dependent>> {
    let mut all = vec![Vec::new(); graph.packages.len()];
    for package in &graph.packages {
        let mut to = BTreeMap::<u32, Vec<_>>::new();
        for edge in &package.resolved {
            to.entry(edge.package).or_default().extend(&edge.kinds);
        }
        for (index, mut kinds) in to {
            sort_kinds(&mut kinds);
            let dependent = Dependent {
                name: package.name.clone(),
                version: package.version.clone(),
                kinds,
            };
            all[index as usize].push(dependent);
        }
    }
    all
}

/// Who depends on each package, by the document.
pub(crate) fn dependents_of_json(document: &json::Graph) -> Vec<Vec<json::Dependent>> {
    let mut all = vec![Vec::new(); document.packages.len()];
    for package in &document.packages {
        let mut to = BTreeMap::<u32, BTreeSet<json::Kind>>::new();
        for edge in &package.resolved {
            to.entry(edge.package).or_default().extend(&edge.kinds);
        }
        for (index, kinds) in to {
            let kinds = kinds.into_iter().collect();
            let dependent = json::Dependent {
                name: package.name.clone(),
                version: package.version.clone(),
                kinds,
            };
            all[index as usize].push(dependent);
        }
    }
    all
}
