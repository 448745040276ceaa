//! `stillwire edit`: changes of schemas that keep to the rules of change.

use clap::{Args, Subcommand};
use similar::TextDiff;
use std::io::{self, Write};
use std::path::PathBuf;
use stillwire_compiler::breaking::{Level, Surface};
use stillwire_compiler::edit::{Edit, EditError, Edited};

use crate::check;
use crate::files;
use crate::write;

/// What to change.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Options {
    #[command(subcommand)]
    what: What,
    /// Schemas, or folders of schemas; may be given several times
    #[arg(long = "in", value_name = "PATH", default_value = ".", global = true)]
    paths: Vec<PathBuf>,
    /// A directory below which imported packages are looked for; may be given several times
    #[arg(long, value_name = "DIR", global = true)]
    root: Vec<PathBuf>,
    /// Change nothing: show what would change
    #[arg(long, global = true)]
    dry_run: bool,
}

const EXAMPLES: &str = "\
A name may be cut short at its front, as long as one thing alone is meant.

Examples:
  stillwire edit remove acme.trading.v1.PlaceOrder.strategy_id
  stillwire edit rename PlaceOrder.note remark
  stillwire edit rename PlaceOrder OrderRequest --dry-run
  stillwire edit deprecate PlaceOrder.venue 'routing decides' --in schemas
  stillwire edit add PlaceOrder 'account: string?'";

#[derive(Debug, Subcommand)]
enum What {
    /// Remove a member, and keep its place or number
    Remove {
        /// A field, variant, value or flag: acme.trading.v1.PlaceOrder.note
        member: String,
    },
    /// Rename a member, or a type with all its uses
    Rename {
        /// A type, field, variant, value or flag
        target: String,
        /// Its new name
        name: String,
    },
    /// Mark a member or type as deprecated
    Deprecate {
        /// A type, field, variant, value or flag
        target: String,
        /// What to use instead
        why: String,
    },
    /// Add a member with the next ordinal, number or bit
    Add {
        /// A message, union, enum or set of flags
        target: String,
        /// What stands behind the ordinal: 'note: string?'
        member: String,
    },
}

/// Why nothing was changed.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    #[error(transparent)]
    Edit(#[from] EditError),
    #[error(transparent)]
    Io(#[from] io::Error),
    #[error("there are no schemas in {0}")]
    Nothing(String),
    #[error("cannot write {}: {error}", path.display())]
    Write { path: PathBuf, error: io::Error },
}

/// Edits, and gives what is to be printed.
pub(crate) fn run(options: &Options) -> Result<String, Failure> {
    let files = files::schemas(&options.paths)?;
    if files.is_empty() {
        let paths: Vec<String> = options
            .paths
            .iter()
            .map(|p| p.display().to_string())
            .collect();
        return Err(Failure::Nothing(paths.join(", ")));
    }
    let edited = check::builder(&files, &options.root).edit(&edit(&options.what))?;
    let mut out = String::new();
    for (path, texts) in &edited.files {
        if options.dry_run {
            let name = path.display().to_string();
            let diff = TextDiff::from_lines(&texts.old, &texts.new);
            let mut diff = diff.unified_diff();
            out.push_str(&diff.header(&name, &name).to_string());
        } else {
            write::replace(path, &texts.new).map_err(|error| Failure::Write {
                path: path.clone(),
                error,
            })?;
            out.push_str(&format!("{}\n", path.display()));
        }
    }
    tell(&edited);
    Ok(out)
}

/// What the edit does beyond the wire, which it leaves as it is.
fn tell(edited: &Edited) {
    for change in &edited.changes {
        let broken: Vec<&str> = [Surface::Json, Surface::Source]
            .into_iter()
            .filter(|surface| change.rule.on(*surface).level == Level::Breaks)
            .map(Surface::name)
            .collect();
        if !broken.is_empty() {
            // Where standard error is gone, nobody is left to tell.
            let broken = broken.join(", ");
            let _ = writeln!(
                io::stderr(),
                "note: this breaks {broken} for those who have the version before: {} ({})",
                change.message,
                change.code()
            );
        }
    }
}

fn edit(what: &What) -> Edit {
    match what {
        What::Remove { member } => Edit::Remove {
            target: member.clone(),
        },
        What::Rename { target, name } => Edit::Rename {
            target: target.clone(),
            name: name.clone(),
        },
        What::Deprecate { target, why } => Edit::Deprecate {
            target: target.clone(),
            why: why.clone(),
        },
        What::Add { target, member } => Edit::Add {
            target: target.clone(),
            member: member.clone(),
        },
    }
}
