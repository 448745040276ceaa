//! The service: it holds one encoded graph and answers from it in place.

use std::ops::Range;
use std::sync::Arc;
use stillwire::{Call, Encoded, Fault, Outbound, Reply, Status};
use stillwire_samples::crates::graph::{compare_versions, sort_kinds};
use stillwire_samples::crates::still::{
    CrateIndex, Dependent, DependentInit, DependentsRequest, Graph, LookupRequest, Package,
    PackageView,
};
use stillwire_samples::limits::quote;

/// A graph that answers questions. Clones share it.
#[derive(Debug, Clone)]
pub(crate) struct Engine {
    graph: Encoded<Graph>,
    /// For each package those that depend on it, each once, in order.
    dependents: Arc<[Vec<usize>]>,
}

impl Engine {
    pub(crate) fn new(graph: Encoded<Graph>) -> Self {
        let packages = graph.view().packages();
        let mut dependents = vec![Vec::new(); packages.len()];
        for (from, package) in packages.iter().enumerate() {
            for edge in package.resolved().iter() {
                // An index that points nowhere is no dependency.
                let Some(list) = dependents.get_mut(edge.package() as usize) else {
                    continue;
                };
                if list.last() != Some(&from) {
                    list.push(from);
                }
            }
        }
        Self {
            dependents: dependents.into(),
            graph,
        }
    }

    /// Where a package is: of one version, or the newest. Of several that are the same in both, the last.
    fn find(&self, name: &str, version: Option<&str>) -> Result<usize, Status> {
        let all = 0..self.graph.view().packages().len();
        let start = self.search(all.clone(), |package| package.name() < name);
        let named = start..self.search(start..all.end, |package| package.name() <= name);
        let end = version.map_or(named.end, |version| {
            self.search(named.clone(), |package| {
                compare_versions(package.version(), version).is_le()
            })
        });
        let last = end.checked_sub(1).filter(|last| named.contains(last));
        let found = last.filter(|last| {
            version
                .is_none_or(|version| self.package(*last).is_some_and(|p| p.version() == version))
        });
        found.ok_or_else(|| not_found(name, version))
    }

    /// The first in `range` that is not `before`.
    fn search(&self, range: Range<usize>, before: impl Fn(PackageView<'_>) -> bool) -> usize {
        let Range { mut start, mut end } = range;
        while start < end {
            let middle = start.midpoint(end);
            if self.package(middle).is_some_and(&before) {
                start = middle + 1
            } else {
                end = middle
            }
        }
        start
    }

    fn package(&self, index: usize) -> Option<PackageView<'_>> {
        self.graph.view().packages().get(index)
    }
}

/// What both transports say of a package that is not there.
pub(crate) fn not_found(name: &str, version: Option<&str>) -> Status {
    let name = quote(name);
    Status::not_found(match version {
        Some(version) => format!(
            "no package `{name}` of version {} in this graph",
            quote(version)
        ),
        None => format!("no package `{name}` in this graph"),
    })
}

impl CrateIndex for Engine {
    async fn lookup(
        &self,
        _: &Call,
        request: Encoded<LookupRequest>,
    ) -> Result<Reply<Package>, Fault> {
        let asked = request.view();
        let index = self.find(asked.name(), asked.version())?;
        let package = self
            .package(index)
            .ok_or_else(|| not_found(asked.name(), asked.version()))?;
        Ok(Encoded::<Package>::detach(&self.graph, package)?.into())
    }

    async fn dependents(
        &self,
        _: &Call,
        request: Encoded<DependentsRequest>,
        out: Outbound<Dependent>,
    ) -> Result<(), Fault> {
        let asked = request.view();
        let index = self.find(asked.name(), asked.version())?;
        let dependents = self
            .dependents
            .get(index)
            .map(Vec::as_slice)
            .unwrap_or_default();
        for package in dependents.iter().filter_map(|i| self.package(*i)) {
            let edges = package
                .resolved()
                .iter()
                .filter(|edge| edge.package() as usize == index);
            let mut kinds = edges.flat_map(|edge| edge.kinds().iter()).collect();
            sort_kinds(&mut kinds);
            out.send(&DependentInit {
                name: package.name(),
                version: package.version(),
                kinds: &kinds,
            })
            .await?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use stillwire::ToEncoded;
    use stillwire_samples::crates::still::{DependencyKind, Edge};

    fn package(name: &str, version: &str, to: &[(u32, DependencyKind)]) -> Package {
        let edge = |&(package, kind): &(u32, DependencyKind)| Edge {
            package,
            name: "x".into(),
            kinds: vec![kind],
        };
        let resolved = to.iter().map(edge).collect();
        Package {
            name: name.into(),
            version: version.into(),
            resolved,
            ..Package::default()
        }
    }

    fn engine() -> Engine {
        let (normal, build) = (DependencyKind::Normal, DependencyKind::Build);
        let packages = vec![
            package("a", "0.9.0", &[]),
            package("a", "0.10.0", &[(0, normal)]),
            package("a", "0.10.0", &[(9, normal)]),
            package("c", "1.0.0", &[(0, build), (1, normal), (0, normal)]),
        ];
        Engine::new(
            Graph {
                packages,
                ..Graph::default()
            }
            .to_encoded()
            .unwrap(),
        )
    }

    #[test]
    fn a_package_is_found_by_version_or_as_the_newest_and_the_last_of_the_same() {
        let engine = engine();
        assert_eq!(engine.find("a", None).unwrap(), 2);
        assert_eq!(engine.find("a", Some("0.9.0")).unwrap(), 0);
        assert_eq!(engine.find("a", Some("0.10.0")).unwrap(), 2);
        assert_eq!(engine.find("c", None).unwrap(), 3);
        for (name, version) in [
            ("a", Some("0.9")),
            ("a", Some("1.0.0")),
            ("", None),
            ("b", None),
            ("d", Some("")),
        ] {
            assert_eq!(
                engine.find(name, version).unwrap_err().message,
                not_found(name, version).message
            );
        }
        let empty = Engine::new(Graph::default().to_encoded().unwrap());
        assert!(empty.find("a", None).is_err());
    }

    #[test]
    fn dependents_come_once_each_and_an_edge_to_nowhere_is_none() {
        let engine = engine();
        assert_eq!(engine.dependents[0], [1, 3]);
        assert_eq!(engine.dependents[1], [3]);
        assert!(engine.dependents[2].is_empty());
    }
}
