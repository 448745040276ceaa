//! `stillwire gen`: code and descriptions from schemas, for builds that have no `build.rs`.

use crate::{check, write};
use clap::{Args, ValueEnum};
use similar::TextDiff;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use stillwire::EncodeError;
use stillwire_compiler::{Builder, Checked, Error, Output, descriptor, json_schema, proto};
use stillwire_descriptor::describe;

/// What to generate.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Options {
    /// What to write
    language: Language,
    /// The schema
    file: PathBuf,
    /// Where to write; made where it is missing
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// A directory below which imported packages are looked for; may be given several times
    #[arg(long, value_name = "DIR")]
    root: Vec<PathBuf>,
    /// In Rust: also views that set fields in place, for `Encoded::patch`
    #[arg(long)]
    patch: bool,
    /// Write nothing: show how what is there differs from what would be written, and exit with 1 if it does
    #[arg(long)]
    check: bool,
}

const EXAMPLES: &str = "\
Examples:
  stillwire gen rust schemas/orders.still --out src/generated
  stillwire gen rust schemas/orders.still --out src/generated --patch
  stillwire gen proto schemas/orders.still --out protos
  stillwire gen proto schemas/orders.still --out protos --check
  stillwire gen fds schemas/orders.still --out protos
  stillwire gen json-schema schemas/orders.still --out json
  stillwire gen descriptor schemas/orders.still --out descriptors";

/// What the compiler writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Language {
    /// Rust types, views, services and clients
    Rust,
    /// proto3
    Proto,
    /// A protobuf FileDescriptorSet with all that the schema imports, for tools that read no text
    Fds,
    /// JSON Schema (draft 2020-12) of the JSON form, which is protobuf's own
    JsonSchema,
    /// The schema as a Stillwire message with all that it imports, for tools without generated code
    Descriptor,
}

/// Why nothing was generated, or why what is there will not do.
#[derive(Debug, thiserror::Error)]
pub(crate) enum GenerateError {
    #[error(transparent)]
    Schema(#[from] Box<Error>),
    #[error("cannot write {}: {error}", path.display())]
    Write { path: PathBuf, error: io::Error },
    #[error("cannot read {}: {error}", path.display())]
    Read { path: PathBuf, error: io::Error },
    #[error("{stale} of {all} files are not what would be written; without `--check` they are")]
    Stale { stale: usize, all: usize },
    #[error("the descriptor is too long for a message: {0}")]
    Descriptor(EncodeError),
    #[error("cannot write to standard output: {0}")]
    Output(io::Error),
}

/// Writes the files that differ from what is there, each as a whole; or tells which those are.
pub(crate) fn run(options: &Options) -> Result<(), GenerateError> {
    let builder = check::builder(std::slice::from_ref(&options.file), &options.root);
    let builder = builder.patch(options.patch);
    let checked = builder.check().map_err(Box::new)?;
    check::warn(&checked.warnings);
    let outputs = outputs(options.language, &builder, &checked)?;
    put(&options.out, &outputs, options.check)
}

/// Writes what differs from what is there below `out`; or, to `check`, tells what that would be.
pub(crate) fn put(out: &Path, outputs: &[Output], check: bool) -> Result<(), GenerateError> {
    if check {
        return compare(out, outputs);
    }
    make_directory(out)?;
    for output in outputs {
        let path = out.join(&output.path);
        if there(&path)?.is_some_and(|old| old == output.bytes) {
            continue;
        }
        path.parent().map_or(Ok(()), make_directory)?;
        write::write(&path, &output.bytes).map_err(|error| GenerateError::Write { path, error })?;
    }
    Ok(())
}

fn outputs(
    language: Language,
    builder: &Builder,
    checked: &Checked,
) -> Result<Vec<Output>, GenerateError> {
    let model = &checked.model;
    let text = |path: String, text: String| Output {
        path,
        bytes: text.into_bytes(),
    };
    Ok(match language {
        Language::Rust => builder.rust(checked).map_err(Box::new)?,
        Language::Proto => proto::generate(model)
            .into_iter()
            .map(|file| text(file.path, file.text))
            .collect(),
        Language::Fds => requested(checked)
            .map(|package| Output {
                path: beside(package, "binpb"),
                bytes: descriptor::file_descriptor_set(model, package),
            })
            .collect(),
        Language::JsonSchema => json_schema::generate(model)
            .into_iter()
            .map(|file| text(file.path, file.text))
            .collect(),
        Language::Descriptor => {
            let bytes = describe(model).map_err(GenerateError::Descriptor)?;
            let bytes = bytes.as_bytes();
            requested(checked)
                .map(|package| Output {
                    path: beside(package, "stilld"),
                    bytes: bytes.to_vec(),
                })
                .collect()
        }
    })
}

fn requested(checked: &Checked) -> impl Iterator<Item = &str> {
    let packages = checked.model.packages.iter();
    packages.filter(|p| p.requested).map(|p| p.name.as_str())
}

/// The path of a package's `.proto` with another ending.
fn beside(package: &str, ending: &str) -> String {
    let path = proto::path_of(package);
    format!("{}.{ending}", path.trim_end_matches(".proto"))
}

/// What is in a file, if there is one.
fn there(path: &Path) -> Result<Option<Vec<u8>>, GenerateError> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(GenerateError::Read {
            path: path.to_owned(),
            error,
        }),
    }
}

/// Shows what differs.
fn compare(out: &Path, outputs: &[Output]) -> Result<(), GenerateError> {
    let mut stale = 0;
    for output in outputs {
        let path = out.join(&output.path);
        let told = match there(&path)? {
            Some(old) if old == output.bytes => continue,
            Some(old) => difference(&path, &old, &output.bytes),
            None => format!("{} is missing\n", path.display()),
        };
        stale += 1;
        crate::print(&told).map_err(GenerateError::Output)?;
    }
    let all = outputs.len();
    if stale == 0 {
        Ok(())
    } else {
        Err(GenerateError::Stale { stale, all })
    }
}

fn difference(path: &Path, old: &[u8], new: &[u8]) -> String {
    let name = path.display().to_string();
    match (std::str::from_utf8(old), std::str::from_utf8(new)) {
        (Ok(old), Ok(new)) if !new.contains('\0') => TextDiff::from_lines(old, new)
            .unified_diff()
            .header(&name, &name)
            .to_string(),
        _ => format!("{name} differs\n"),
    }
}

fn make_directory(path: &Path) -> Result<(), GenerateError> {
    fs::create_dir_all(path).map_err(|error| GenerateError::Write {
        path: path.to_owned(),
        error,
    })
}
