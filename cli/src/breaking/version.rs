//! The older version: where it lies, and its schemas.

use std::io;
use std::path::{Path, PathBuf};
use stillwire_compiler::{Builder, Bundle, BundleError, Checked, Error};

use super::git::Repository;
use super::{BreakingError, Options, nothing, read};
use crate::check;
use crate::files;

/// An older version that has not been looked into.
#[derive(Debug)]
pub(super) struct Version {
    /// As users call it: `git:main`.
    pub(super) name: String,
    from: From,
}

#[derive(Debug)]
enum From {
    /// These files of the disk.
    Disk(Vec<PathBuf>),
    /// Files, folders for imports, and which of them are meant.
    Bundle(Bundle, Vec<PathBuf>, Vec<PathBuf>),
}

/// Why there is no older version.
#[derive(Debug, thiserror::Error)]
pub(crate) enum VersionError {
    #[error(transparent)]
    Io(#[from] io::Error),
    #[error("{} is no snapshot: {error}", path.display())]
    Snapshot { path: PathBuf, error: BundleError },
    #[error("{version} does not compile ({files}), so nothing can be compared with it: {error}")]
    Broken {
        version: String,
        files: String,
        error: Box<Error>,
    },
}

impl Version {
    /// The versions that the options ask for, the oldest first.
    pub(super) fn all(options: &Options) -> Result<Vec<Self>, BreakingError> {
        if let Some(pattern) = &options.against_all {
            let repository = repository(options)?;
            let tags = repository.tags(pattern)?;
            return tags
                .into_iter()
                // A branch may be called like a tag.
                .map(|tag| Self::at(options, &repository, &format!("refs/tags/{tag}"), tag))
                .collect();
        }
        let one = match options.against.as_deref() {
            None => {
                let repository = repository(options)?;
                let base = repository.base()?;
                let short = repository.short(&base)?;
                Self::at(options, &repository, &base, format!("git:{short}"))?
            }
            Some(what) => match what.strip_prefix("git:") {
                Some(revision) => Self::revision(options, revision)?,
                None if Path::new(what).is_dir() => Self {
                    name: what.to_owned(),
                    from: From::Disk(files::schemas(&[PathBuf::from(what)])?),
                },
                None if Path::new(what).is_file() => Self::snapshot(what)?,
                // What looks like a path was meant to be one.
                None if what.ends_with(".stillc") => Self::snapshot(what)?,
                None => Self::revision(options, what)?,
            },
        };
        Ok(vec![one])
    }

    fn revision(options: &Options, revision: &str) -> Result<Self, BreakingError> {
        let repository = repository(options)?;
        let name = format!("git:{revision}");
        Self::at(options, &repository, revision, name)
    }

    fn snapshot(what: &str) -> Result<Self, BreakingError> {
        let path = PathBuf::from(what);
        let bytes = read(&path)?;
        let bundle =
            Bundle::from_bytes(&bytes).map_err(|error| VersionError::Snapshot { path, error })?;
        let wanted = bundle.requested().map(Path::to_owned).collect();
        Ok(Self {
            name: what.to_owned(),
            from: From::Bundle(bundle, Vec::new(), wanted),
        })
    }

    /// The schemas of a commit that lie where those of the newer version do.
    fn at(
        options: &Options,
        repository: &Repository,
        revision: &str,
        name: String,
    ) -> Result<Self, BreakingError> {
        let commit = repository.commit(revision)?;
        let bundle = repository.schemas(&commit)?;
        let inside = |paths: &[PathBuf]| -> Result<Vec<PathBuf>, BreakingError> {
            let all = paths.iter().map(|path| Ok(repository.inside(path)?));
            all.collect()
        };
        let (paths, roots) = (inside(&options.paths)?, inside(&options.root)?);
        let wanted = bundle
            .paths()
            .filter(|file| paths.iter().any(|path| file.starts_with(path)))
            .map(Path::to_owned)
            .collect();
        Ok(Self {
            name,
            from: From::Bundle(bundle, roots, wanted),
        })
    }

    /// Whether it has no schemas at all: then nothing was published yet.
    pub(super) fn is_empty(&self) -> bool {
        match &self.from {
            From::Disk(wanted) | From::Bundle(_, _, wanted) => wanted.is_empty(),
        }
    }

    /// Its meaning.
    pub(super) fn check(&self) -> Result<Checked, VersionError> {
        if self.is_empty() {
            return Ok(nothing());
        }
        let builder = match &self.from {
            From::Disk(files) => check::builder(files, &[]),
            From::Bundle(bundle, roots, wanted) => {
                let builder = Builder::new().emit_rerun(false).bundle(bundle.clone());
                let builder = roots.iter().fold(builder, Builder::root);
                wanted.iter().fold(builder, Builder::file)
            }
        };
        builder.check().map_err(|error| {
            let sources = error.report().sources();
            let places = error.diagnostics().iter().filter_map(|d| d.labels.first());
            let mut files: Vec<&str> = places.map(|l| sources.name(l.span.file)).collect();
            files.dedup();
            VersionError::Broken {
                version: self.name.clone(),
                files: files.join(", "),
                error: Box::new(error),
            }
        })
    }
}

fn repository(options: &Options) -> Result<Repository, BreakingError> {
    let first = options
        .paths
        .first()
        .map_or(Path::new("."), PathBuf::as_path);
    Ok(Repository::around(first)?)
}
