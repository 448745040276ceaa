//! `stillwire.toml`: settings of all schemas below the directory that it lies in.

use crate::limits::MAX_CONFIG_BYTES;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use stillwire_compiler::{Level, Lint};

/// The name of the file.
const NAME: &str = "stillwire.toml";

/// Why the settings cannot be had.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ConfigError {
    #[error("cannot read {}: {error}", path.display())]
    Read { path: PathBuf, error: io::Error },
    #[error("{}: {error}", path.display())]
    Syntax {
        path: PathBuf,
        error: Box<toml::de::Error>,
    },
    #[error("{}: there is no lint `{name}`; `stillwire lint --list` names all", path.display())]
    NoLint { path: PathBuf, name: String },
}

/// Other tables are for other commands.
#[derive(Debug, Default, Deserialize)]
struct Config {
    #[serde(default)]
    lint: BTreeMap<String, LevelName>,
}

#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum LevelName {
    Allow,
    Warn,
    Deny,
}

/// The levels that the nearest file at or above the directory of `schema` sets; none without one.
pub(crate) fn nearest(schema: &Path) -> Result<BTreeMap<&'static str, Level>, ConfigError> {
    // A schema that does not exist is reported by whoever reads it.
    let Ok(schema) = fs::canonicalize(schema) else {
        return Ok(BTreeMap::new());
    };
    let mut found = schema.ancestors().skip(1).map(|d| d.join(NAME));
    found
        .find(|path| path.is_file())
        .map_or(Ok(BTreeMap::new()), |path| read(&path))
}

/// The levels that the file at `path` sets.
pub(crate) fn read(path: &Path) -> Result<BTreeMap<&'static str, Level>, ConfigError> {
    let mut text = String::new();
    fs::File::open(path)
        .and_then(|file| file.take(MAX_CONFIG_BYTES).read_to_string(&mut text))
        .map_err(|error| ConfigError::Read {
            path: path.to_owned(),
            error,
        })?;
    let config: Config = toml::from_str(&text).map_err(|error| ConfigError::Syntax {
        path: path.to_owned(),
        error: Box::new(error),
    })?;
    let level = |(name, level): (String, LevelName)| match Lint::named(&name) {
        Some(lint) => Ok((lint.name, level.into())),
        None => Err(ConfigError::NoLint {
            path: path.to_owned(),
            name,
        }),
    };
    config.lint.into_iter().map(level).collect()
}

impl From<LevelName> for Level {
    fn from(name: LevelName) -> Self {
        match name {
            LevelName::Allow => Self::Allow,
            LevelName::Warn => Self::Warn,
            LevelName::Deny => Self::Deny,
        }
    }
}
