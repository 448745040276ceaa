//! The graph as serde writes it.

use super::still;
use crate::json::messages;
use serde::de::{self, Unexpected, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::collections::BTreeMap;
use std::fmt;

messages! {
    Graph {
        packages: Vec<Package>,
        workspace_root: String,
    }
    Package {
        name: String,
        version: String,
        id: String,
        description: Option<String>,
        license: Option<String>,
        source: Option<String>,
        authors: Vec<String>,
        keywords: Vec<String>,
        categories: Vec<String>,
        repository: Option<String>,
        homepage: Option<String>,
        documentation: Option<String>,
        readme: Option<String>,
        links: Option<String>,
        edition: String,
        rust_version: Option<String>,
        manifest_path: String,
        dependencies: Vec<Dependency>,
        targets: Vec<Target>,
        features: BTreeMap<String, Vec<String>>,
        resolved: Vec<Edge>,
        enabled: Vec<String>,
        member: bool,
    }
    Dependency {
        name: String,
        requirement: String,
        kind: Kind,
        optional: bool,
        default_features: DefaultTrue,
        features: Vec<String>,
        target: Option<String>,
        rename: Option<String>,
        source: Option<String>,
    }
    Target {
        name: String,
        kinds: Vec<String>,
        crate_types: Vec<String>,
        source_path: String,
        edition: String,
        required_features: Vec<String>,
        doc: bool,
        doctest: bool,
        test: bool,
    }
    Edge {
        package: u32,
        name: String,
        kinds: Vec<Kind>,
    }
    Dependent {
        name: String,
        version: String,
        kinds: Vec<Kind>,
    }
}

/// A flag that is true where it is left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct DefaultTrue(
    /// What it is set to.
    pub bool,
);

impl Default for DefaultTrue {
    fn default() -> Self {
        Self(true)
    }
}

/// An enum as JSON has it: a value by its name, one without a name as a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Kind(
    /// The schema's number of the value.
    pub u8,
);

const KINDS: [&str; 3] = ["normal", "dev", "build"];

impl From<still::DependencyKind> for Kind {
    fn from(kind: still::DependencyKind) -> Self {
        Self(kind.number())
    }
}

impl Serialize for Kind {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match KINDS.get(usize::from(self.0)) {
            Some(name) => serializer.serialize_str(name),
            None => serializer.serialize_u8(self.0),
        }
    }
}

impl<'de> Deserialize<'de> for Kind {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(KindVisitor)
    }
}

struct KindVisitor;

impl Visitor<'_> for KindVisitor {
    type Value = Kind;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a kind of dependency")
    }

    fn visit_str<E: de::Error>(self, name: &str) -> Result<Kind, E> {
        let number = (0..).zip(KINDS).find(|(_, known)| *known == name);
        number
            .map(|(number, _)| Kind(number))
            .ok_or_else(|| E::unknown_variant(name, &KINDS))
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<Kind, E> {
        let wrong = |_| E::invalid_value(Unexpected::Unsigned(number), &self);
        u8::try_from(number).map(Kind).map_err(wrong)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_at_their_default_are_left_out_and_come_back() {
        let dependency = Dependency {
            name: "serde".into(),
            ..Dependency::default()
        };
        let text = serde_json::to_string(&dependency).unwrap();
        assert_eq!(text, r#"{"name":"serde"}"#);
        assert_eq!(
            serde_json::from_str::<Dependency>(&text).unwrap(),
            dependency
        );
        let off = Dependency {
            default_features: DefaultTrue(false),
            ..Dependency::default()
        };
        assert_eq!(
            serde_json::to_string(&off).unwrap(),
            r#"{"default_features":false}"#
        );
    }

    #[test]
    fn a_kind_without_a_name_is_a_number() {
        let kinds = vec![Kind(2), Kind(255)];
        let text = serde_json::to_string(&kinds).unwrap();
        assert_eq!(text, r#"["build",255]"#);
        assert_eq!(serde_json::from_str::<Vec<Kind>>(&text).unwrap(), kinds);
        assert!(serde_json::from_str::<Kind>("256").is_err());
        assert!(serde_json::from_str::<Kind>("\"other\"").is_err());
    }
}
