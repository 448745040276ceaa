//! Which type is meant by the schema and the name of a command line.

use crate::limits::MAX_DESCRIPTOR_BYTES;
use crate::{check, files};
use clap::Args;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use stillwire::{DecodeError, EncodeError, Encoded, Limits};
use stillwire_compiler::Error;
use stillwire_descriptor::v1::BodyView;
use stillwire_descriptor::{Descriptor, describe};

/// A schema.
#[derive(Debug, Args)]
pub(crate) struct SchemaOptions {
    /// The schema: a `.still` file, or what `stillwire gen descriptor` wrote
    #[arg(long, value_name = "FILE")]
    pub(crate) schema: PathBuf,
    /// A directory below which imported packages are looked for; may be given several times
    #[arg(long, value_name = "DIR")]
    pub(crate) root: Vec<PathBuf>,
}

/// A type of a schema.
#[derive(Debug, Args)]
pub(crate) struct TypeOptions {
    #[command(flatten)]
    pub(crate) schema: SchemaOptions,
    /// The message: its full name, or as much of its end as tells it from the others
    #[arg(long = "type", value_name = "NAME")]
    pub(crate) name: String,
}

/// Why there is no such type.
#[derive(Debug, thiserror::Error)]
pub(crate) enum SchemaError {
    #[error(transparent)]
    Schema(#[from] Box<Error>),
    #[error("cannot read {}: {error}", path.display())]
    Read { path: PathBuf, error: io::Error },
    #[error("{} is no schema: {error}", path.display())]
    Descriptor { path: PathBuf, error: DecodeError },
    #[error("the schema is too long for a message: {0}")]
    TooLong(EncodeError),
    #[error("the schema has no message `{name}`{}", known(names))]
    NoType { name: String, names: Vec<String> },
    #[error("`{name}` is the end of several names: {}", names.join(", "))]
    Ambiguous { name: String, names: Vec<String> },
}

/// Messages that an error names, at most.
const NAMED: usize = 12;

fn known(names: &[String]) -> String {
    if names.is_empty() {
        return "; it has none at all".to_owned();
    }
    let shown = names.get(..NAMED).unwrap_or(names).join(", ");
    let more = names.len().saturating_sub(NAMED);
    if more == 0 {
        format!("; it has {shown}")
    } else {
        format!("; it has {shown}, and {more} more")
    }
}

impl SchemaOptions {
    /// The schema, compiled or as it was described.
    pub(crate) fn descriptor(&self) -> Result<Encoded<Descriptor>, SchemaError> {
        if !files::is_schema(&self.schema) {
            return read(&self.schema);
        }
        let builder = check::builder(std::slice::from_ref(&self.schema), &self.root);
        let checked = builder.check().map_err(Box::new)?;
        check::warn(&checked.warnings);
        describe(&checked.model).map_err(SchemaError::TooLong)
    }
}

impl TypeOptions {
    /// The schema, and the full name of the type.
    pub(crate) fn find(&self) -> Result<(Encoded<Descriptor>, String), SchemaError> {
        let descriptor = self.schema.descriptor()?;
        let name = message(&descriptor, &self.name)?;
        Ok((descriptor, name))
    }
}

fn read(path: &Path) -> Result<Encoded<Descriptor>, SchemaError> {
    let mut bytes = Vec::new();
    File::open(path)
        .and_then(|file| file.take(MAX_DESCRIPTOR_BYTES).read_to_end(&mut bytes))
        .map_err(|error| SchemaError::Read {
            path: path.to_owned(),
            error,
        })?;
    Encoded::parse_with(bytes, &Limits::TRUSTED).map_err(|error| SchemaError::Descriptor {
        path: path.to_owned(),
        error,
    })
}

/// The full name of the one message that has this name, or whose name ends in it.
pub(crate) fn message(descriptor: &Encoded<Descriptor>, name: &str) -> Result<String, SchemaError> {
    let types = descriptor.view().types();
    let messages = types
        .iter()
        .filter(|def| matches!(def.body(), BodyView::Message(_) | BodyView::Error(_)));
    let names: Vec<&str> = messages.map(|def| def.name()).collect();
    if names.contains(&name) {
        return Ok(name.to_owned());
    }
    let end = format!(".{name}");
    let fit: Vec<&str> = names
        .iter()
        .copied()
        .filter(|n| n.ends_with(&end))
        .collect();
    let owned = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
    let name = name.to_owned();
    match fit.as_slice() {
        [] => Err(SchemaError::NoType {
            name,
            names: owned(&names),
        }),
        [one] => Ok((*one).to_owned()),
        several => Err(SchemaError::Ambiguous {
            name,
            names: owned(several),
        }),
    }
}
