//! The graph's messages in every form, and what each form writes in its own way.

use super::json::{self, DefaultTrue, Kind};
use super::{protobuf, still};
use crate::forms::in_every_form;
use crate::touch::touch_each;
use crate::{Copied, Sample, Sum, Touch, checksum};
use stillwire::codec::kind::PackedView;

in_every_form! {
    Graph GraphView { packages, workspace_root }
    Package PackageView {
        name, version, id, description, license, source, authors, keywords, categories, repository, homepage,
        documentation, readme, links, edition, rust_version, manifest_path, dependencies, targets, features, resolved,
        enabled, member,
    }
    Dependency DependencyView {
        name, requirement, kind, optional, default_features, features, target, rename, source,
    }
    Target TargetView {
        name, kinds, crate_types, source_path, edition, required_features, doc, doctest, test,
    }
    Edge EdgeView { package, name, kinds }
    Dependent DependentView { name, version, kinds }
}

impl Sample for still::Graph {
    type Json = json::Graph;
    type Protobuf = protobuf::Graph;

    fn checksum_in_place(view: still::GraphView<'_>) -> u64 {
        checksum(view)
    }
}

/// Protobuf's maps hold no lists, so the schema's protobuf form wraps them.
impl Copied<protobuf::package::FeaturesItem> for Vec<String> {
    fn copied_as(&self) -> protobuf::package::FeaturesItem {
        protobuf::package::FeaturesItem {
            items: self.clone(),
        }
    }
}

impl Touch for &protobuf::package::FeaturesItem {
    #[inline(always)]
    fn touch(self, sum: &mut Sum) {
        self.items.touch(sum);
    }
}

impl Copied<Kind> for still::DependencyKind {
    fn copied_as(&self) -> Kind {
        Kind(self.number())
    }
}

impl Copied<i32> for still::DependencyKind {
    fn copied_as(&self) -> i32 {
        self.number().into()
    }
}

impl Touch for still::DependencyKind {
    #[inline(always)]
    fn touch(self, sum: &mut Sum) {
        sum.add(self.number().into());
    }
}

impl Touch for &still::DependencyKind {
    #[inline(always)]
    fn touch(self, sum: &mut Sum) {
        (*self).touch(sum);
    }
}

impl Touch for PackedView<'_, still::DependencyKind> {
    fn touch(self, sum: &mut Sum) {
        touch_each(self.len(), self.iter(), sum);
    }
}

impl Touch for &Kind {
    #[inline(always)]
    fn touch(self, sum: &mut Sum) {
        sum.add(self.0.into());
    }
}

impl Copied<DefaultTrue> for bool {
    fn copied_as(&self) -> DefaultTrue {
        DefaultTrue(*self)
    }
}

impl Touch for &DefaultTrue {
    #[inline(always)]
    fn touch(self, sum: &mut Sum) {
        self.0.touch(sum);
    }
}

/// Protobuf's defaults are zero, so one that is not is an absent optional.
impl Copied<Option<Self>> for bool {
    fn copied_as(&self) -> Option<Self> {
        (!self).then_some(false)
    }
}

/// An optional flag is true where it is absent: the one that the schema gives a default.
impl Touch for &Option<bool> {
    #[inline(always)]
    fn touch(self, sum: &mut Sum) {
        self.unwrap_or(true).touch(sum);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Subject;
    use prost::Message as _;
    use still::{Dependency, DependencyKind, Edge, Graph, Package, Target};

    fn graph() -> Graph {
        let dependency = Dependency {
            name: "dép".into(),
            kind: DependencyKind::Unknown(255),
            optional: true,
            default_features: false,
            target: Some(String::new()),
            ..Dependency::default()
        };
        let package = Package {
            name: "a".into(),
            description: Some(String::new()),
            features: [
                ("std".to_owned(), vec!["alloc".to_owned()]),
                ("x".to_owned(), Vec::new()),
            ]
            .into(),
            dependencies: vec![dependency, Dependency::default()],
            targets: vec![Target {
                test: true,
                ..Target::default()
            }],
            resolved: vec![Edge {
                package: 7,
                name: "b".into(),
                kinds: vec![DependencyKind::Dev],
            }],
            member: true,
            ..Package::default()
        };
        Graph {
            packages: vec![package, Package::default()],
            workspace_root: "/".into(),
        }
    }

    #[test]
    fn every_form_reads_as_the_same() {
        let subject = Subject::new(graph()).unwrap();
        assert_eq!(subject.encoded().to_message(), graph());
        let protobuf: protobuf::Graph = graph().copied_as();
        let bytes = subject.encode_protobuf();
        assert_eq!(protobuf::Graph::decode(bytes.as_slice()).unwrap(), protobuf);
        assert_eq!(*subject.json(), graph().copied_as());
        assert!(Subject::new(Graph::default()).is_ok());
    }

    #[test]
    fn a_checksum_tells_values_apart() {
        let one = graph();
        let mut other = graph();
        other.packages[0].description = None;
        assert_ne!(checksum(&one), checksum(&other));
        other.clone_from(&one);
        other.packages[0].dependencies[1].default_features ^= true;
        assert_ne!(checksum(&one), checksum(&other));
    }
}
