//! From cargo's document to the schema's message.

use super::metadata::{self, Metadata};
use super::still::{Dependency, DependencyKind, Edge, Graph, Package, Target};
use crate::limits::quote;
use semver::Version;
use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

/// A kind of dependency that the schema has no name for. The enum is open, so it travels all the same.
const OTHER_KIND: DependencyKind = DependencyKind::Unknown(u8::MAX);

/// Why a document is no graph.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum GraphError {
    /// Two packages have one id.
    #[error(
        "at `packages[{index}].id`: there is a package with the id `{}` already",
        quote(id)
    )]
    SameId {
        /// The index of the second.
        index: usize,
        /// The id of both.
        id: String,
    },
    /// The resolver speaks of a package that is not there.
    #[error(
        "at `resolve.nodes[{node}]{part}`: no package has the id `{}`",
        quote(id)
    )]
    UnknownId {
        /// The index of the resolver's node.
        node: usize,
        /// The place within the node.
        part: String,
        /// The id that no package has.
        id: String,
    },
}

/// How versions follow one another: as SemVer says, and what is no version comes first, by its text.
pub fn compare_versions(a: &str, b: &str) -> Ordering {
    let parsed = Version::parse(a).ok().cmp(&Version::parse(b).ok());
    parsed.then_with(|| a.cmp(b))
}

/// The message: packages sorted by name, then version, and edges as indexes.
///
/// # Errors
/// Where two packages have one id, or the resolver names a package that is not there.
pub fn build(metadata: Metadata) -> Result<Graph, GraphError> {
    let Metadata {
        mut packages,
        workspace_members,
        resolve,
        workspace_root,
        ..
    } = metadata;
    refuse_same_ids(&packages)?;
    packages.sort_by(|a, b| {
        let by_name = a.name.cmp(&b.name);
        by_name
            .then_with(|| compare_versions(&a.version, &b.version))
            .then_with(|| a.id.cmp(&b.id))
    });
    let members: BTreeSet<String> = workspace_members.into_iter().collect();
    let index: BTreeMap<String, u32> = packages
        .iter()
        .zip(0..)
        .map(|(p, i)| (p.id.clone(), i))
        .collect();
    let mut packages: Vec<Package> = packages.into_iter().map(|p| package(p, &members)).collect();
    for (at, node) in resolve.into_iter().flat_map(|r| r.nodes).enumerate() {
        let unknown = |part: String, id: &str| GraphError::UnknownId {
            node: at,
            part,
            id: id.to_owned(),
        };
        let found = index
            .get(&node.id)
            .and_then(|i| packages.get_mut(*i as usize));
        let package = found.ok_or_else(|| unknown(".id".to_owned(), &node.id))?;
        for (part, dep) in node.deps.into_iter().enumerate() {
            let to = index
                .get(&dep.pkg)
                .ok_or_else(|| unknown(format!(".deps[{part}].pkg"), &dep.pkg))?;
            package.resolved.push(edge(*to, dep));
        }
        package
            .resolved
            .sort_by(|a, b| (a.package, &a.name).cmp(&(b.package, &b.name)));
        package.enabled = node.features;
    }
    Ok(Graph {
        packages,
        workspace_root,
    })
}

fn refuse_same_ids(packages: &[metadata::Package]) -> Result<(), GraphError> {
    let mut seen = BTreeSet::new();
    let same = packages.iter().position(|p| !seen.insert(p.id.as_str()));
    same.map_or(Ok(()), |index| {
        Err(GraphError::SameId {
            index,
            id: packages[index].id.clone(),
        })
    })
}

fn package(from: metadata::Package, members: &BTreeSet<String>) -> Package {
    Package {
        member: members.contains(&from.id),
        name: from.name,
        version: from.version,
        id: from.id,
        description: from.description,
        license: from.license,
        source: from.source,
        authors: from.authors,
        keywords: from.keywords,
        categories: from.categories,
        repository: from.repository,
        homepage: from.homepage,
        documentation: from.documentation,
        readme: from.readme,
        links: from.links,
        edition: from.edition,
        rust_version: from.rust_version,
        manifest_path: from.manifest_path,
        dependencies: from.dependencies.into_iter().map(dependency).collect(),
        targets: from.targets.into_iter().map(target).collect(),
        features: from.features,
        resolved: Vec::new(),
        enabled: Vec::new(),
    }
}

fn dependency(from: metadata::Dependency) -> Dependency {
    Dependency {
        name: from.name,
        requirement: from.req,
        kind: kind(from.kind.as_deref()),
        optional: from.optional,
        default_features: from.uses_default_features,
        features: from.features,
        target: from.target,
        rename: from.rename,
        source: from.source,
    }
}

fn target(from: metadata::Target) -> Target {
    Target {
        name: from.name,
        kinds: from.kind,
        crate_types: from.crate_types,
        source_path: from.src_path,
        edition: from.edition,
        required_features: from.required_features,
        doc: from.doc,
        doctest: from.doctest,
        test: from.test,
    }
}

/// Cargo tells a kind once for each platform; here each comes once.
fn edge(package: u32, from: metadata::NodeDep) -> Edge {
    let mut kinds: Vec<DependencyKind> = from
        .dep_kinds
        .iter()
        .map(|k| kind(k.kind.as_deref()))
        .collect();
    sort_kinds(&mut kinds);
    Edge {
        package,
        name: from.name,
        kinds,
    }
}

/// Each kind once, by number.
pub fn sort_kinds(kinds: &mut Vec<DependencyKind>) {
    kinds.sort_by_key(|kind| kind.number());
    kinds.dedup();
}

fn kind(text: Option<&str>) -> DependencyKind {
    match text {
        None | Some("normal") => DependencyKind::Normal,
        Some("dev") => DependencyKind::Dev,
        Some("build") => DependencyKind::Build,
        Some(_) => OTHER_KIND,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn graph(document: &str) -> Result<Graph, GraphError> {
        build(Metadata::parse(document.as_bytes()).unwrap())
    }

    const THREE: &str = r#"[
        {"name": "b", "version": "1.0.0", "id": "b1"},
        {"name": "a", "version": "1.10.0", "id": "a110"},
        {"name": "a", "version": "1.9.0", "id": "a19"}]"#;

    #[test]
    fn packages_are_sorted_by_name_then_version_and_edges_follow() {
        let document = format!(
            r#"{{"packages": {THREE}, "workspace_members": ["b1"], "resolve": {{"nodes": [{{"id": "b1", "features": ["x"],
            "deps": [{{"name": "aa", "pkg": "a110", "dep_kinds": [{{"kind": "dev"}}, {{"kind": null}}, {{"kind": "dev"}}]}},
                     {{"name": "a", "pkg": "a19", "dep_kinds": [{{"kind": "artifact"}}]}}]}}]}}}}"#
        );
        let graph = graph(&document).unwrap();
        let order: Vec<&str> = graph.packages.iter().map(|p| p.id.as_str()).collect();
        assert_eq!(order, ["a19", "a110", "b1"]);
        let b = &graph.packages[2];
        assert!(b.member && !graph.packages[0].member);
        assert_eq!(b.enabled, ["x"]);
        let kinds = vec![DependencyKind::Normal, DependencyKind::Dev];
        assert_eq!(
            b.resolved[0],
            Edge {
                package: 0,
                name: "a".into(),
                kinds: vec![OTHER_KIND]
            }
        );
        assert_eq!(
            b.resolved[1],
            Edge {
                package: 1,
                name: "aa".into(),
                kinds
            }
        );
    }

    #[test]
    fn an_id_that_comes_twice_or_never_is_refused() {
        let twice = r#"{"packages": [{"name":"a","version":"1","id":"i"},{"name":"b","version":"1","id":"i"}]}"#;
        assert_eq!(
            graph(twice).unwrap_err().to_string(),
            "at `packages[1].id`: there is a package with the id `i` already"
        );
        let never = r#"{"packages": [], "resolve": {"nodes": [{"id": "x"}]}}"#;
        assert_eq!(
            graph(never).unwrap_err().to_string(),
            "at `resolve.nodes[0].id`: no package has the id `x`"
        );
        let dep = format!(
            r#"{{"packages": {THREE}, "resolve": {{"nodes": [{{"id": "b1", "deps": [{{"name": "c", "pkg": "c"}}]}}]}}}}"#
        );
        assert_eq!(
            graph(&dep).unwrap_err().to_string(),
            "at `resolve.nodes[0].deps[0].pkg`: no package has the id `c`"
        );
    }

    #[test]
    fn a_document_with_any_bit_flipped_is_read_or_refused() {
        let whole = format!(
            r#"{{"packages": {THREE}, "workspace_members": ["b1"], "resolve": {{"nodes": [{{"id": "b1", "deps": [{{"name": "a", "pkg": "a19"}}]}}]}}}}"#
        );
        let (mut read, mut refused) = (0, 0);
        for bit in 0..whole.len() * 8 {
            let mut bytes = whole.clone().into_bytes();
            bytes[bit / 8] ^= 1 << (bit % 8);
            match Metadata::parse(&bytes).map(build) {
                Ok(Ok(graph)) => read += usize::from(graph.packages.len() == 3),
                Ok(Err(_)) | Err(_) => refused += 1,
            }
        }
        assert!(read > 0 && refused > 0, "{read} read, {refused} refused");
    }

    #[test]
    fn versions_follow_semver_and_what_is_none_comes_first() {
        let mut versions = ["1.0.0", "1.0.0-rc.1", "0.10.0", "zero", "0.9.0", "1"];
        versions.sort_by(|a, b| compare_versions(a, b));
        assert_eq!(
            versions,
            ["1", "zero", "0.9.0", "0.10.0", "1.0.0-rc.1", "1.0.0"]
        );
    }
}
