//! What `cargo metadata --format-version 1` prints, as far as the schema has room for it.
//!
//! Only what every version of cargo writes is asked for; what came later, and what `--no-deps` leaves out, may be absent.

use serde::Deserialize;
use std::collections::BTreeMap;

/// The only version of the format that there is.
const FORMAT: u32 = 1;

/// One document: packages, and what the resolver made of them.
#[derive(Debug, Deserialize)]
pub struct Metadata {
    pub(crate) packages: Vec<Package>,
    #[serde(default)]
    pub(crate) workspace_members: Vec<String>,
    #[serde(default)]
    pub(crate) resolve: Option<Resolve>,
    #[serde(default)]
    pub(crate) workspace_root: String,
    #[serde(default = "format")]
    version: u32,
}

fn format() -> u32 {
    FORMAT
}

#[derive(Debug, Deserialize)]
pub(crate) struct Package {
    pub(crate) name: String,
    pub(crate) version: String,
    pub(crate) id: String,
    #[serde(default)]
    pub(crate) description: Option<String>,
    #[serde(default)]
    pub(crate) license: Option<String>,
    #[serde(default)]
    pub(crate) source: Option<String>,
    #[serde(default)]
    pub(crate) authors: Vec<String>,
    #[serde(default)]
    pub(crate) keywords: Vec<String>,
    #[serde(default)]
    pub(crate) categories: Vec<String>,
    #[serde(default)]
    pub(crate) repository: Option<String>,
    #[serde(default)]
    pub(crate) homepage: Option<String>,
    #[serde(default)]
    pub(crate) documentation: Option<String>,
    #[serde(default)]
    pub(crate) readme: Option<String>,
    #[serde(default)]
    pub(crate) links: Option<String>,
    #[serde(default = "first_edition")]
    pub(crate) edition: String,
    #[serde(default)]
    pub(crate) rust_version: Option<String>,
    #[serde(default)]
    pub(crate) manifest_path: String,
    #[serde(default)]
    pub(crate) dependencies: Vec<Dependency>,
    #[serde(default)]
    pub(crate) targets: Vec<Target>,
    #[serde(default)]
    pub(crate) features: BTreeMap<String, Vec<String>>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Dependency {
    pub(crate) name: String,
    #[serde(default)]
    pub(crate) req: String,
    #[serde(default)]
    pub(crate) kind: Option<String>,
    #[serde(default)]
    pub(crate) optional: bool,
    #[serde(default = "yes")]
    pub(crate) uses_default_features: bool,
    #[serde(default)]
    pub(crate) features: Vec<String>,
    #[serde(default)]
    pub(crate) target: Option<String>,
    #[serde(default)]
    pub(crate) rename: Option<String>,
    #[serde(default)]
    pub(crate) source: Option<String>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Target {
    pub(crate) name: String,
    #[serde(default)]
    pub(crate) kind: Vec<String>,
    #[serde(default)]
    pub(crate) crate_types: Vec<String>,
    #[serde(default)]
    pub(crate) src_path: String,
    #[serde(default = "first_edition")]
    pub(crate) edition: String,
    #[serde(default, rename = "required-features")]
    pub(crate) required_features: Vec<String>,
    #[serde(default)]
    pub(crate) doc: bool,
    #[serde(default)]
    pub(crate) doctest: bool,
    #[serde(default)]
    pub(crate) test: bool,
}

/// What the resolver chose.
#[derive(Debug, Deserialize)]
pub(crate) struct Resolve {
    pub(crate) nodes: Vec<Node>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Node {
    pub(crate) id: String,
    #[serde(default)]
    pub(crate) deps: Vec<NodeDep>,
    #[serde(default)]
    pub(crate) features: Vec<String>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct NodeDep {
    pub(crate) name: String,
    pub(crate) pkg: String,
    #[serde(default)]
    pub(crate) dep_kinds: Vec<DepKind>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct DepKind {
    #[serde(default)]
    pub(crate) kind: Option<String>,
}

fn first_edition() -> String {
    "2015".to_owned()
}

fn yes() -> bool {
    true
}

/// Why a document is not what cargo prints.
#[derive(Debug, thiserror::Error)]
pub enum MetadataError {
    /// It is no JSON, or more than one value.
    #[error("not JSON: {0}")]
    Json(serde_json::Error),
    /// It is JSON of another shape.
    #[error("not what `cargo metadata` prints: at `{path}`: {error}")]
    Shape {
        /// The place, as `packages[0].name`.
        path: String,
        /// What is wrong there.
        error: serde_json::Error,
    },
    /// It is of a version that nobody had heard of.
    #[error("`cargo metadata` of format version {0}; only version {FORMAT} is known")]
    Format(u32),
}

impl Metadata {
    /// Reads a document.
    ///
    /// # Errors
    /// Where the document is not what cargo prints: the place and the reason.
    pub fn parse(document: &[u8]) -> Result<Self, MetadataError> {
        // Some shells put a byte order mark in front of what they redirect.
        let document = document.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(document);
        let mut json = serde_json::Deserializer::from_slice(document);
        let metadata: Self = serde_path_to_error::deserialize(&mut json).map_err(|error| {
            let path = crate::limits::quote(&error.path().to_string());
            let error = error.into_inner();
            if error.is_data() {
                MetadataError::Shape { path, error }
            } else {
                MetadataError::Json(error)
            }
        })?;
        json.end().map_err(MetadataError::Json)?;
        if metadata.version == FORMAT {
            Ok(metadata)
        } else {
            Err(MetadataError::Format(metadata.version))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(document: &str) -> String {
        Metadata::parse(document.as_bytes())
            .unwrap_err()
            .to_string()
    }

    #[test]
    fn what_no_deps_leaves_out_may_be_absent() {
        let metadata = Metadata::parse(b"\xEF\xBB\xBF{\"packages\":[],\"resolve\":null}").unwrap();
        assert!(metadata.packages.is_empty() && metadata.resolve.is_none());
        let package = br#"{"packages":[{"name":"a","version":"1.0.0","id":"a 1"}],"version":1}"#;
        let package = Metadata::parse(package).unwrap().packages.remove(0);
        assert_eq!(
            (package.edition.as_str(), package.targets.len()),
            ("2015", 0)
        );
    }

    #[test]
    fn a_refusal_names_the_place() {
        assert_eq!(
            refused("{"),
            "not JSON: EOF while parsing an object at line 1 column 1"
        );
        assert_eq!(
            refused("{\"packages\":[]} x"),
            "not JSON: trailing characters at line 1 column 17"
        );
        let error = refused(
            r#"{"packages":[{"name":"a","version":"1","id":"i","dependencies":[{"name":7}]}]}"#,
        );
        assert!(
            error.contains("at `packages[0].dependencies[0].name`: invalid type: integer `7`"),
            "{error}"
        );
        assert!(
            refused("{}").contains("at `.`: missing field `packages`"),
            "{}",
            refused("{}")
        );
        assert_eq!(
            refused(r#"{"packages":[],"version":2}"#),
            "`cargo metadata` of format version 2; only version 1 is known"
        );
        assert!(refused(&"[".repeat(100_000)).starts_with("not "));
    }
}
