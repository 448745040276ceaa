//! From `.proto` files to Stillwire schemas that mean the same on the wire: field numbers, `oneof`s, enums, maps, docs,
//! services, and the names that JSON uses.
//!
//! ```text
//!  .proto ──protox──▶ descriptors ──names──▶ what each thing is called here
//!                          │                          │
//!                          └──────────text────────────┴──▶ .still ──compiler──▶ checked
//!                                   │                         ▲        │
//!                                   ▼                         └─rename─┘
//!                               findings: what is not kept, and where it stands
//! ```
//!
//! Nothing is lost in silence. What cannot be kept and leaves bytes readable is a warning; what would change what bytes
//! mean is an error, and then there is no schema, unless the caller agrees to do [without it](Importer::lossy).
//!
//! ```no_run
//! let imported = stillwire_import::Importer::new()
//!     .include("protos")
//!     .file("protos/acme/orders/v1/orders.proto")
//!     .import()?;
//! eprint!("{}", imported.findings);
//! for file in imported.files {
//!     println!("{}: {} bytes", file.path, file.bytes.len());
//! }
//! # Ok::<(), stillwire_import::Failure>(())
//! ```
#![forbid(unsafe_code)]

mod comments;
mod findings;
mod mapping;
mod names;
mod options;
mod references;
mod settle;
mod text;
mod values;

use findings::Findings;
use prost_reflect::DescriptorPool;
use protox::file::{
    ChainFileResolver, File, FileResolver, GoogleFileResolver, IncludeFileResolver,
};
use std::collections::HashMap;
use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use stillwire_compiler::{Code, Output, Report};

/// What to import, and from where.
#[derive(Debug, Clone, Default)]
pub struct Importer {
    includes: Vec<PathBuf>,
    files: Vec<PathBuf>,
    sources: Sources,
    lossy: bool,
}

/// The schemas that files have become.
#[derive(Debug)]
pub struct Imported {
    /// The schemas, each under the path that it has below a root: `acme/orders/v1/orders.still`. Those of imported files
    /// are among them where something of theirs is used.
    pub files: Vec<Output>,
    /// What was not kept.
    pub findings: Report,
}

impl Imported {
    /// Writes the schemas below `root`, as a `build.rs` wants them; gives their paths.
    ///
    /// # Errors
    /// Where a directory or a file cannot be written.
    pub fn write(&self, root: impl AsRef<Path>) -> io::Result<Vec<PathBuf>> {
        let write = |file: &Output| {
            let path = root.as_ref().join(&file.path);
            fs::create_dir_all(path.parent().unwrap_or(root.as_ref()))?;
            fs::write(&path, &file.bytes)?;
            Ok(path)
        };
        self.files.iter().map(write).collect()
    }
}

/// Files that are not on disk: texts by their names.
#[derive(Debug, Clone, Default)]
struct Sources(HashMap<String, String>);

impl FileResolver for Sources {
    fn resolve_path(&self, path: &Path) -> Option<String> {
        let name = path.to_str()?;
        self.0.contains_key(name).then(|| name.to_owned())
    }

    fn open_file(&self, name: &str) -> Result<File, protox::Error> {
        match self.0.get(name) {
            Some(text) => File::from_source(name, text),
            None => Err(protox::Error::file_not_found(name)),
        }
    }
}

/// Why there are no schemas.
pub struct Failure {
    findings: Box<Report>,
}

impl Failure {
    /// What is wrong, by place.
    #[must_use]
    pub fn findings(&self) -> &Report {
        &self.findings
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.findings.fmt(f)
    }
}

impl fmt::Debug for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.findings.fmt(f)
    }
}

impl std::error::Error for Failure {}

impl Importer {
    /// No files.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a directory below which imported files are looked for, as protoc's `-I` does. Default: the current directory.
    #[must_use]
    pub fn include(mut self, path: impl AsRef<Path>) -> Self {
        self.includes.push(path.as_ref().to_owned());
        self
    }

    /// Adds a file to import. It lies below one of the included directories.
    #[must_use]
    pub fn file(mut self, path: impl AsRef<Path>) -> Self {
        self.files.push(path.as_ref().to_owned());
        self
    }

    /// Adds a file to import that is not on disk: its name, as others import it, and its text. Default: none.
    #[must_use]
    pub fn source(mut self, name: impl Into<String>, text: impl Into<String>) -> Self {
        let name = name.into();
        self.files.push(PathBuf::from(&name));
        self.sources.0.insert(name, text.into());
        self
    }

    /// Sets whether what no schema can say is left out: groups, and methods of types that are none. Their field numbers
    /// stay reserved. Default: false, and such things are errors.
    #[must_use]
    pub fn lossy(mut self, yes: bool) -> Self {
        self.lossy = yes;
        self
    }

    /// Reads the files and all that they import, and writes nothing.
    ///
    /// # Errors
    /// Where a file cannot be read or is no protobuf, or says what no schema can say.
    pub fn import(&self) -> Result<Imported, Failure> {
        let mut findings = Findings::new(self.lossy);
        let Some((pool, wanted)) = self.compile(&mut findings) else {
            return Err(findings.fail());
        };
        let files = settle::schemas(&pool, &wanted, &mut findings);
        match findings.has_errors() {
            true => Err(findings.fail()),
            false => Ok(Imported {
                files,
                findings: findings.report(),
            }),
        }
    }

    /// All that the files declare, and the names of those that were asked for.
    fn compile(&self, findings: &mut Findings) -> Option<(DescriptorPool, Vec<String>)> {
        let here = [PathBuf::from(".")];
        let includes = match self.includes.as_slice() {
            [] => here.as_slice(),
            includes => includes,
        };
        let mut resolver = ChainFileResolver::new();
        resolver.add(self.sources.clone());
        for include in includes {
            resolver.add(IncludeFileResolver::new(include.clone()));
        }
        resolver.add(GoogleFileResolver::new());
        let mut compiler = protox::Compiler::with_file_resolver(resolver);
        compiler.include_source_info(true).include_imports(true);
        for file in &self.files {
            if let Err(error) = compiler.open_file(file) {
                findings.unreadable(&error);
            }
        }
        if self.files.is_empty() {
            findings.error(
                Code::ImportRead,
                "no file to import",
                None,
                "name a .proto file",
            );
        }
        if findings.has_errors() {
            return None;
        }
        let mut wanted = Vec::new();
        for file in compiler.files() {
            if let Some(path) = file.path() {
                findings.source(file.name(), path);
            }
            if !file.is_import() {
                wanted.push(file.name().to_owned());
            }
        }
        Some((compiler.descriptor_pool(), wanted))
    }
}
