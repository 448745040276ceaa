//! Which files make a compilation: the ones asked for, the rest of their packages, and all imports.
//!
//! A package is a directory: `acme.trading.v1` is the `.still` files of `acme/trading/v1` below a
//! root. A file whose directory does not end like its package is a package by itself, and its
//! folder the root of what it imports.

use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};

use crate::check::{FileInput, PackageInput, package_of};
use crate::codes::Code;
use crate::diagnostic::{Diagnostic, quote};
use crate::files::Files;
use crate::limits::{MAX_FILE_BYTES, MAX_FILES, MAX_IMPORT_DEPTH};
use crate::report::Sources;
use crate::span::Span;
use crate::syntax::token::TokenKind;
use crate::syntax::tree::{PartKind, Tree};
use crate::syntax::{lex, parse};

/// What has been read so far.
#[derive(Debug, Default)]
pub(crate) struct Loader {
    pub(crate) sources: Sources,
    pub(crate) diagnostics: Vec<Diagnostic>,
    /// Imported packages before their importers.
    pub(crate) packages: Vec<PackageInput>,
    /// Directories that packages were read from: a new file there is a change.
    pub(crate) directories: Vec<PathBuf>,
    /// Directories where a package was looked for and is not: to put it there is a change.
    pub(crate) searched: Vec<PathBuf>,
    from: Files,
    roots: Vec<PathBuf>,
    /// Texts that stand for those of files.
    pub(crate) overlay: BTreeMap<PathBuf, String>,
    states: HashMap<String, State>,
    files: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    /// Its imports are being read.
    Open,
    Done,
    /// Reported already.
    Missing,
}

/// The innermost directory on the way from `root` to `directory` that is there: what is made below changes it. Not
/// `directory` itself, which cargo takes for changed as long as it is missing.
fn standing(root: &Path, directory: &Path) -> Option<PathBuf> {
    let outside = if root.as_os_str().is_empty() {
        Path::new(".")
    } else {
        root
    };
    let within = directory.ancestors().take_while(|a| *a != root);
    within
        .chain([outside])
        .find(|directory| directory.is_dir())
        .map(Path::to_owned)
}

/// A file that is not yet part of a package.
struct Loose {
    input: FileInput,
    package: Option<(String, Span)>,
}

impl Loader {
    pub(crate) fn new(from: Files, roots: Vec<PathBuf>) -> Self {
        Self {
            from,
            roots,
            ..Self::default()
        }
    }

    /// A text that lies in no file.
    pub(crate) fn text(&mut self, name: &str, text: &str) {
        let Some(loose) = self.parse(PathBuf::from(name), text.to_owned()) else {
            return;
        };
        if let Some((package, _)) = loose.package {
            self.add(package, vec![loose.input], true, 0);
        }
    }

    /// The files that the user named.
    pub(crate) fn requested(&mut self, paths: &[PathBuf]) {
        let mut packages: BTreeMap<String, Vec<FileInput>> = BTreeMap::new();
        for path in paths {
            let Some(loose) = self.read(path, None) else {
                continue;
            };
            let Some((package, span)) = loose.package else {
                continue;
            };
            if packages
                .get(&package)
                .is_some_and(|files| files.iter().any(|f| f.path == *path))
            {
                continue;
            }
            let files = packages.entry(package.clone()).or_default();
            match root_of(path, &package) {
                // The whole directory comes with its first file.
                Some(root) => {
                    if !self.roots.contains(&root) {
                        self.roots.push(root);
                    }
                    if files.is_empty() {
                        let siblings = self.directory(
                            path.parent().unwrap_or(Path::new(".")),
                            &package,
                            Some(path),
                        );
                        let files = packages.entry(package).or_default();
                        files.push(loose.input);
                        files.extend(siblings);
                        files.sort_by(|a, b| a.path.cmp(&b.path));
                    }
                }
                None if files.is_empty() => {
                    let folder = path
                        .parent()
                        .filter(|p| !p.as_os_str().is_empty())
                        .unwrap_or(Path::new("."));
                    if !self.roots.iter().any(|r| r == folder) {
                        self.roots.push(folder.to_owned());
                    }
                    files.push(loose.input);
                }
                None => {
                    let message = format!(
                        "package `{}` is in several files outside a directory of its name",
                        quote(&package)
                    );
                    let help = format!("move them to `{}`", package.replace('.', "/"));
                    self.diagnostics.push(
                        Diagnostic::new(Code::PackagePath, message)
                            .label(span, "")
                            .help(help),
                    );
                }
            }
        }
        // A package that imports another one of these finds it among them.
        for name in packages.keys() {
            self.states.remove(name);
        }
        let mut waiting = packages;
        while let Some((package, files)) = waiting.pop_first() {
            self.add_with(package, files, true, 0, &mut waiting);
        }
    }

    fn add(&mut self, package: String, files: Vec<FileInput>, requested: bool, depth: usize) {
        self.add_with(package, files, requested, depth, &mut BTreeMap::new());
    }

    /// Adds a package after all that it imports. Depth is bounded by a limit.
    fn add_with(
        &mut self,
        package: String,
        files: Vec<FileInput>,
        requested: bool,
        depth: usize,
        waiting: &mut BTreeMap<String, Vec<FileInput>>,
    ) {
        self.states.insert(package.clone(), State::Open);
        let imports: Vec<(String, Span)> = files.iter().flat_map(|f| imports(&f.tree)).collect();
        for (import, span) in imports {
            if import != package {
                self.import(import, span, depth + 1, waiting);
            }
        }
        self.states.insert(package.clone(), State::Done);
        self.packages.push(PackageInput {
            name: package,
            files,
            requested,
        });
    }

    fn import(
        &mut self,
        package: String,
        span: Span,
        depth: usize,
        waiting: &mut BTreeMap<String, Vec<FileInput>>,
    ) {
        match self.states.get(&package) {
            Some(State::Done | State::Missing) => return,
            Some(State::Open) => {
                let found = Diagnostic::new(
                    Code::ImportCycle,
                    format!("`{}` is imported by what it imports", quote(&package)),
                );
                let found = found.label(span, "this closes the circle");
                self.diagnostics
                    .push(found.help("move what both need into a package of its own"));
                return;
            }
            None => {}
        }
        if depth > MAX_IMPORT_DEPTH {
            self.states.insert(package, State::Missing);
            let message = format!("more than {MAX_IMPORT_DEPTH} packages import one another");
            self.diagnostics.push(
                Diagnostic::new(Code::OverLimit, message)
                    .label(span, "one too many")
                    .help("import it directly"),
            );
            return;
        }
        if let Some(files) = waiting.remove(&package) {
            return self.add_with(package, files, true, depth, waiting);
        }
        let directory = package.replace('.', "/");
        let mut found = None;
        for root in &self.roots {
            let candidate = root.join(&directory);
            if !self.from.schemas_in(&candidate).is_empty() {
                found = Some(candidate);
                break;
            }
            self.searched.extend(standing(root, &candidate));
        }
        match found {
            Some(directory) => {
                let files = self.directory(&directory, &package, None);
                self.add_with(package, files, false, depth, waiting);
            }
            None => {
                let found = Diagnostic::new(
                    Code::UnknownPackage,
                    format!("cannot find package `{}`", quote(&package)),
                );
                let places: Vec<String> = self
                    .roots
                    .iter()
                    .map(|r| format!("`{}`", r.join(&directory).display()))
                    .collect();
                let help = if places.is_empty() {
                    "a text by itself can import nothing".to_owned()
                } else {
                    format!("put its files into {}", places.join(" or "))
                };
                self.diagnostics
                    .push(found.label(span, "imported here").help(help));
                self.states.insert(package, State::Missing);
            }
        }
    }

    /// The files of a package's directory, but for one that has been read.
    fn directory(&mut self, directory: &Path, package: &str, but: Option<&Path>) -> Vec<FileInput> {
        let directory = if directory.as_os_str().is_empty() {
            Path::new(".")
        } else {
            directory
        };
        self.directories.push(directory.to_owned());
        let mut files = Vec::new();
        for path in self.from.schemas_in(directory) {
            if but.is_some_and(|b| b.file_name() == path.file_name()) {
                continue;
            }
            let Some(loose) = self.read(&path, None) else {
                continue;
            };
            match loose.package {
                Some((name, _)) if name == package => files.push(loose.input),
                Some((name, span)) => {
                    let message = format!(
                        "this file is in the directory of `{package}` and says `{}`",
                        quote(&name)
                    );
                    let help = format!("write `package {package};`, or move the file");
                    self.diagnostics.push(
                        Diagnostic::new(Code::PackagePath, message)
                            .label(span, "another package")
                            .help(help),
                    );
                }
                None => {}
            }
        }
        files
    }

    /// Reads and parses one file, no more of it than is allowed.
    fn read(&mut self, path: &Path, from: Option<Span>) -> Option<Loose> {
        if let Some(text) = self.overlay.get(path) {
            return self.parse(path.to_owned(), text.clone());
        }
        let bytes = match self.from.read(path) {
            Ok(bytes) => bytes,
            Err(why) => {
                let found = Diagnostic::new(
                    Code::Unreadable,
                    format!("cannot read `{}`: {why}", path.display()),
                );
                self.diagnostics.push(
                    from.into_iter()
                        .fold(found, |found, span| found.label(span, "needed here")),
                );
                return None;
            }
        };
        match String::from_utf8(bytes) {
            Ok(text) => self.parse(path.to_owned(), text),
            Err(error) => {
                let at = error.utf8_error().valid_up_to();
                let mut before = String::from_utf8_lossy(&error.as_bytes()[..at]).into_owned();
                let start = u32::try_from(before.len()).unwrap_or(u32::MAX);
                // Something to point at.
                before.push(char::REPLACEMENT_CHARACTER);
                let end = u32::try_from(before.len()).unwrap_or(u32::MAX);
                let id = self.sources.add(path.display().to_string(), before);
                let found = Diagnostic::new(Code::NotUtf8, format!("byte {at} is not UTF-8"));
                self.diagnostics.push(
                    found
                        .label(Span::new(id, start, end), "up to here it is")
                        .help("save the file as UTF-8"),
                );
                None
            }
        }
    }

    /// The package of a file that names none: that of its directory below a root, or else one of its own name.
    fn package_for(&self, path: &Path) -> Option<String> {
        let below = |root: &PathBuf| path.parent()?.strip_prefix(root).ok();
        let directory = self.roots.iter().find_map(below);
        let words: Option<Vec<&str>> = directory.map_or(Some(Vec::new()), |directory| {
            directory.iter().map(|part| part.to_str()).collect()
        });
        let mut words = words.filter(|words| words.iter().all(|w| is_segment(w)))?;
        if words.is_empty() {
            words = vec![path.file_stem()?.to_str().filter(|w| is_segment(w))?, "v1"];
        }
        Some(words.join("."))
    }

    fn parse(&mut self, path: PathBuf, text: String) -> Option<Loose> {
        self.files += 1;
        let too_many = self.files > MAX_FILES;
        if too_many || text.len() > MAX_FILE_BYTES {
            let message = if too_many {
                format!("more than {MAX_FILES} files")
            } else {
                format!(
                    "`{}` has {} bytes; at most {MAX_FILE_BYTES} are allowed",
                    path.display(),
                    text.len()
                )
            };
            self.diagnostics
                .push(Diagnostic::new(Code::OverLimit, message).help("split it"));
            return None;
        }
        let id = self.sources.add(path.display().to_string(), text);
        let text = self.sources.text(id);
        let (tokens, mut found) = lex(id, text);
        let (tree, more) = parse(id, text, &tokens);
        found.extend(more);
        let package = package_line(&tree);
        if package.is_none()
            && !tree
                .parts
                .iter()
                .any(|p| matches!(p.kind, PartKind::Broken(_)))
        {
            let missing = Diagnostic::new(Code::Syntax, "this file names no package")
                .label(Span::new(id, 0, 0), "expected `package`");
            let missing =
                missing.help("begin the file with its package: `package acme.trading.v1;`");
            let first = tokens.iter().find(|t| t.kind != TokenKind::InnerDoc);
            let at = first.map_or(0, |t| t.start);
            found.push(match self.package_for(&path) {
                Some(name) => missing.fix(Span::new(id, at, at), format!("package {name};\n\n")),
                None => missing,
            });
        }
        self.diagnostics.extend(found);
        Some(Loose {
            input: FileInput { id, path, tree },
            package,
        })
    }
}

/// True for a word that can be part of the name of a package.
fn is_segment(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_lowercase())
        && word
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
}

/// What a file says its package is.
fn package_line(tree: &Tree) -> Option<(String, Span)> {
    tree.parts.iter().find_map(|part| match &part.kind {
        PartKind::Package(path) => Some((path.text(), path.span())),
        _ => None,
    })
}

fn imports(tree: &Tree) -> Vec<(String, Span)> {
    let uses = tree.parts.iter().filter_map(|part| match &part.kind {
        PartKind::Use(import) => Some((package_of(import), import.path.span())),
        _ => None,
    });
    uses.collect()
}

/// The root below which `path` lies in the directory of its package.
fn root_of(path: &Path, package: &str) -> Option<PathBuf> {
    let mut at = path.parent()?;
    for segment in package.split('.').rev() {
        if at.file_name()?.to_str()? != segment {
            return None;
        }
        at = at.parent()?;
    }
    Some(if at.as_os_str().is_empty() {
        PathBuf::from(".")
    } else {
        at.to_owned()
    })
}
