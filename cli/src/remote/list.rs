//! `stillwire ls`: the services of a server.

use super::{Connection, RemoteError, Source, lookup, run, visible};
use clap::Args;
use std::fmt::Write;

/// Whose services to list.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Options {
    #[command(flatten)]
    connection: Connection,
    #[command(flatten)]
    source: Source,
    /// Also the methods, with what they take and give
    #[arg(short, long)]
    long: bool,
}

const EXAMPLES: &str = "\
Examples:
  stillwire ls grpc://localhost:50051
  stillwire ls --long grpc://localhost:50051";

pub(crate) fn list(options: &Options) -> Result<(), RemoteError> {
    let text = run(async {
        let caller = options.connection.connect().await?;
        let (types, names) =
            lookup::services(&caller, &options.connection, &options.source).await?;
        let mut text = String::new();
        for name in names {
            // Writing to a string does not fail.
            let _ = writeln!(text, "{name}");
            let service = types.files.get_service_by_name(&name);
            for method in service
                .iter()
                .filter(|_| options.long)
                .flat_map(|s| s.methods())
            {
                let _ = writeln!(text, "  {}", super::text::method(&method));
            }
        }
        Ok(text)
    })?;
    crate::print(&visible(&text)).map_err(RemoteError::Output)
}
