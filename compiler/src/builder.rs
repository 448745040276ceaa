//! The front door: from files to a checked model, and from there to code in `OUT_DIR`.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::{env, fs};

use crate::check::{PackageInput, check};
use crate::checked::Checked;
use crate::codes::{Code, Severity};
use crate::diagnostic::Diagnostic;
use crate::files::{Bundle, Files};
use crate::fix::{Fixed, Fixing};
use crate::lint::Level;
use crate::load::Loader;
use crate::report::{Error, Report};

/// A generated file. The same schema gives the same bytes on every machine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Output {
    /// Where it belongs below the directory of output, with `/`.
    pub path: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// A compilation with its settings.
///
/// ```no_run
/// // build.rs
/// fn main() -> Result<(), stillwire_compiler::Error> {
///     stillwire_compiler::Builder::new().root("schemas").file("schemas/acme/trading/v1/orders.still").build()
/// }
/// ```
#[derive(Debug, Clone, Default)]
pub struct Builder {
    from: Files,
    roots: Vec<PathBuf>,
    files: Vec<PathBuf>,
    out_dir: Option<PathBuf>,
    emit_rerun: Option<bool>,
    services: Option<bool>,
    serde: Option<bool>,
    patch: Option<bool>,
    overlay: BTreeMap<PathBuf, String>,
}

/// Compiles one schema and what it imports to Rust in `OUT_DIR`: the one line of a `build.rs`.
///
/// # Errors
/// When the schema does not compile, or a file cannot be read or written. Printing the error shows all there is to know.
pub fn build(schema: impl AsRef<Path>) -> Result<(), Error> {
    Builder::new().file(schema).build()
}

/// Checks a schema that lies in no file and imports nothing. `name` stands for it in reports.
///
/// # Errors
/// When the schema does not compile.
pub fn check_source(name: &str, text: &str) -> Result<Checked, Error> {
    let mut loader = Loader::new(Files::default(), Vec::new());
    loader.text(name, text);
    finish(loader)
}

impl Builder {
    /// No files, and the settings of a `build.rs`.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a directory below which packages are looked for. Default: deduced from each file,
    /// which lies in the directory of its package below a root, or else directly in one.
    #[must_use]
    pub fn root(mut self, path: impl AsRef<Path>) -> Self {
        self.roots.push(path.as_ref().to_owned());
        self
    }

    /// Adds a schema. The other files in the directory of its package come with it.
    #[must_use]
    pub fn file(mut self, path: impl AsRef<Path>) -> Self {
        self.files.push(path.as_ref().to_owned());
        self
    }

    /// Reads from this bundle alone, not from the disk, and adds the files that the bundle is about.
    #[must_use]
    pub fn bundle(mut self, bundle: Bundle) -> Self {
        self.files.extend(bundle.requested().map(Path::to_owned));
        self.from = Files::alone(bundle);
        self
    }

    /// Sets where generated files go. Default: `OUT_DIR`, which cargo sets for a `build.rs`.
    #[must_use]
    pub fn out_dir(mut self, path: impl AsRef<Path>) -> Self {
        self.out_dir = Some(path.as_ref().to_owned());
        self
    }

    /// Sets whether to tell cargo which files to watch. Default: true.
    #[must_use]
    pub fn emit_rerun(mut self, yes: bool) -> Self {
        self.emit_rerun = Some(yes);
        self
    }

    /// Sets whether services become traits and clients, which need the runtime. Default: true.
    #[must_use]
    pub fn services(mut self, yes: bool) -> Self {
        self.services = Some(yes);
        self
    }

    /// Sets whether owned messages have serde's traits, for which `stillwire` needs its feature `serde`. Default: false.
    #[must_use]
    pub fn serde(mut self, yes: bool) -> Self {
        self.serde = Some(yes);
        self
    }

    /// Sets whether messages and unions have a `…ViewMut`, with which `Encoded::patch` sets fields of fixed size where they
    /// lie. They are about a sixth of what generated code takes to check. Default: false.
    #[must_use]
    pub fn patch(mut self, yes: bool) -> Self {
        self.patch = Some(yes);
        self
    }

    /// Takes `text` for what is in the file of this path, which exists: what an editor has, or what is about to be
    /// written.
    #[must_use]
    pub fn overlay(mut self, path: impl AsRef<Path>, text: impl Into<String>) -> Self {
        self.overlay.insert(path.as_ref().to_owned(), text.into());
        self
    }

    /// Checks all files and applies the fixes of what is found, again and again until none is left. Writes nothing.
    ///
    /// Only files that were named, and those of their packages, are changed.
    ///
    /// # Errors
    /// When no file was named.
    pub fn fix(&self) -> Result<Fixed, Error> {
        let mut fixing = Fixing::default();
        let mut builder = self.clone();
        loop {
            let loader = builder.load()?;
            let ours = self.ours(&loader);
            let sources = loader.sources.clone();
            let result = finish(loader);
            let report = match &result {
                Ok(checked) => &checked.warnings,
                Err(error) => error.report(),
            };
            let changed = fixing.round(report, &sources, &ours);
            if changed.is_empty() {
                return Ok(fixing.end(result));
            }
            builder.overlay.extend(changed);
        }
    }

    /// Checks all files, then lints those of the packages that were asked for. `levels` says how bad a lint is, where that is
    /// not its default.
    ///
    /// # Errors
    /// When the schema does not compile or a file cannot be read.
    pub fn lint(&self, levels: &BTreeMap<&'static str, Level>) -> Result<Report, Error> {
        let mut loader = self.load()?;
        let packages = std::mem::take(&mut loader.packages);
        let checked = finish_with(loader, &packages)?;
        let found = crate::lint::lint(&packages, &checked.model, levels);
        let warnings = checked.warnings.diagnostics().iter().cloned();
        let sources = checked.warnings.sources().clone();
        Ok(Report::new(
            found.into_iter().chain(warnings).collect(),
            sources,
        ))
    }

    /// The files that may be changed, by the names that they have in reports.
    fn ours(&self, loader: &Loader) -> BTreeSet<String> {
        let packages = loader.packages.iter().filter(|p| p.requested);
        let files = packages.flat_map(|p| p.files.iter().map(|f| &f.path));
        let all = files.chain(&self.files);
        all.filter_map(|path| path.to_str().map(str::to_owned))
            .collect()
    }

    /// Reads and checks all files, and writes nothing.
    ///
    /// # Errors
    /// When the schema does not compile or a file cannot be read.
    pub fn check(&self) -> Result<Checked, Error> {
        finish(self.load()?)
    }

    /// Checks, then writes Rust code for each package, imported ones included.
    ///
    /// # Errors
    /// When the schema does not compile, or a file cannot be read or written.
    pub fn build(&self) -> Result<(), Error> {
        let loader = self.load()?;
        if self.emit_rerun.unwrap_or(true) {
            rerun(&loader, &self.files);
        }
        let checked = finish(loader)?;
        for warning in checked.warnings.diagnostics() {
            println!("cargo:warning={}", one_line(warning, &checked.warnings));
        }
        write_outputs(&self.destination()?, self.generate(&checked, false)?)
    }

    /// What [`build`](Self::build) writes for this result of [`check`](Self::check), without writing it, and laid out for
    /// people: this is what to commit where generated code is committed.
    ///
    /// # Errors
    /// When the generator has a defect.
    pub fn rust(&self, checked: &Checked) -> Result<Vec<Output>, Error> {
        self.generate(checked, true)
    }

    fn generate(&self, checked: &Checked, pretty: bool) -> Result<Vec<Output>, Error> {
        let options = crate::rust::Options {
            services: self.services.unwrap_or(true),
            serde: self.serde.unwrap_or(false),
            patch: self.patch.unwrap_or(false),
            pretty,
        };
        let outputs = crate::rust::generate_with(&checked.model, options)
            .map_err(|error| error.with_sources(checked.warnings.sources()))?;
        let outputs = outputs.into_iter().map(|output| Output {
            path: output.name,
            bytes: output.text.into_bytes(),
        });
        Ok(outputs.collect())
    }

    /// Checks, and gives all that the schemas are: their files and what they import, under paths that follow from
    /// packages and names of files alone.
    ///
    /// # Errors
    /// When the schema does not compile or a file cannot be read.
    pub fn snapshot(&self) -> Result<Bundle, Error> {
        let loader = self.load()?;
        let mut bundle = Bundle::new();
        for package in &loader.packages {
            let directory = PathBuf::from(package.name.replace('.', "/"));
            for file in &package.files {
                let within = file.path.parent().is_some_and(|p| p.ends_with(&directory));
                // A file outside of such a directory is its package.
                let path = match file.path.file_name() {
                    Some(name) if within => directory.join(name),
                    _ => PathBuf::from(format!("{}.still", package.name)),
                };
                let text = loader.sources.text(file.id);
                bundle.insert(path, text.as_bytes().to_vec(), package.requested);
            }
        }
        finish(loader)?;
        Ok(bundle)
    }

    pub(crate) fn load(&self) -> Result<Loader, Error> {
        if self.files.is_empty() {
            let found = Diagnostic::new(Code::Unreadable, "no schema was named")
                .help("add one with `Builder::file`");
            return Err(Error::one(found));
        }
        let mut loader = Loader::new(self.from.clone(), self.roots.clone());
        loader.overlay.clone_from(&self.overlay);
        loader.requested(&self.files);
        Ok(loader)
    }

    fn destination(&self) -> Result<PathBuf, Error> {
        let from_cargo = || env::var_os("OUT_DIR").map(PathBuf::from);
        self.out_dir.clone().or_else(from_cargo).ok_or_else(|| {
            let found = Diagnostic::new(Code::Unreadable, "`OUT_DIR` is not set")
                .help("call this from a `build.rs`, or set `Builder::out_dir`");
            Error::one(found)
        })
    }
}

/// Checks what was read.
fn finish(mut loader: Loader) -> Result<Checked, Error> {
    let packages = std::mem::take(&mut loader.packages);
    finish_with(loader, &packages)
}

/// The same for packages that are needed further on.
fn finish_with(loader: Loader, packages: &[PackageInput]) -> Result<Checked, Error> {
    let Loader {
        sources,
        mut diagnostics,
        ..
    } = loader;
    let (model, found) = check(packages);
    diagnostics.extend(found);
    if !diagnostics.iter().any(|d| d.severity == Severity::Error) {
        diagnostics.extend(crate::layout::check(&model));
    }
    if diagnostics.iter().any(|d| d.severity == Severity::Error) {
        diagnostics.retain(|d| d.severity == Severity::Error);
        return Err(Error::new(diagnostics, sources));
    }
    Ok(Checked {
        model,
        warnings: Report::new(diagnostics, sources),
    })
}

/// Tells cargo what to watch, also when the schema is broken: mending it is a change.
fn rerun(loader: &Loader, asked: &[PathBuf]) {
    for path in watched(loader, asked) {
        println!("cargo:rerun-if-changed={}", path.display());
    }
}

/// What the result depends on: files, directories whose files make a package, and those where a package would be found.
fn watched<'a>(loader: &'a Loader, asked: &'a [PathBuf]) -> BTreeSet<&'a PathBuf> {
    let files = loader
        .packages
        .iter()
        .flat_map(|p| p.files.iter().map(|f| &f.path));
    files
        .chain(asked)
        .chain(&loader.directories)
        .chain(&loader.searched)
        .collect()
}

fn one_line(warning: &Diagnostic, report: &Report) -> String {
    let place = warning.labels.first().map(|label| {
        let (line, column) = report.sources().line_column(label.span);
        format!(
            "{}:{line}:{column}: ",
            report.sources().name(label.span.file)
        )
    });
    format!(
        "{}{} [{}]",
        place.unwrap_or_default(),
        warning.message,
        warning.code
    )
}

/// Writes files that differ from what lies there, so that their times change only with them.
fn write_outputs(directory: &Path, outputs: Vec<Output>) -> Result<(), Error> {
    for Output { path, bytes } in outputs {
        let path = directory.join(path);
        if fs::read(&path).is_ok_and(|old| old == bytes) {
            continue;
        }
        fs::write(&path, bytes).map_err(|error| {
            let found = Diagnostic::new(
                Code::Unreadable,
                format!("cannot write `{}`: {error}", path.display()),
            );
            Error::one(found)
        })?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cargo_watches_files_their_directories_and_where_an_import_would_be_found_first() {
        let root = env::temp_dir().join(format!("stillwire-watched-{}", std::process::id()));
        let _ = fs::remove_dir_all(&root);
        let write = |path: &str, text: &str| {
            let path = root.join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(&path, text).unwrap();
            path
        };
        let main = write(
            "own/main.still",
            "package main.v1;\nuse lib.v1.Thing;\nuse far.away.v1.Other;\n",
        );
        write("first/lib/notes.txt", "no package");
        write(
            "second/lib/v1/thing.still",
            "package lib.v1;\nmessage Thing {}\n",
        );
        let builder = ["first", "missing", "second", "third"]
            .iter()
            .fold(Builder::new().file(&main), |b, r| b.root(root.join(r)));
        let loader = builder.load().unwrap();
        let found: Vec<PathBuf> = watched(&loader, &builder.files)
            .into_iter()
            .map(|path| path.strip_prefix(&root).unwrap().to_owned())
            .collect();
        fs::remove_dir_all(&root).unwrap();
        let expected = [
            // No directory of the import that is nowhere, and none for `far.away`: the roots themselves.
            "first",
            // Found in `second`, and here it would have been found before.
            "first/lib",
            // The folder of the file is a root, too, the last one.
            "own",
            "own/main.still",
            "second",
            "second/lib/v1",
            "second/lib/v1/thing.still",
        ];
        assert_eq!(found, expected.map(PathBuf::from));
    }
}
