//! `stillwire describe`: the declaration of a service, method, message or enum.

use super::lookup::is_end;
use super::types::Types;
use super::{Connection, RemoteError, Source, lookup, run, text, visible};
use clap::Args;

/// What to describe.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Options {
    #[command(flatten)]
    connection: Connection,
    /// A service, method, message or enum
    symbol: String,
    #[command(flatten)]
    source: Source,
}

const EXAMPLES: &str = "\
Examples:
  stillwire describe grpc://localhost:50051 acme.v1.Echo
  stillwire describe grpc://localhost:50051 acme.v1.Echo/Say
  stillwire describe grpc://localhost:50051 acme.v1.Word";

pub(crate) fn describe(options: &Options) -> Result<(), RemoteError> {
    let symbol = options.symbol.replace('/', ".");
    let symbol = symbol.trim_start_matches('.');
    let told = run(async {
        let connection = &options.connection;
        let caller = connection.connect().await?;
        let types = lookup::types(&caller, connection, &options.source, symbol).await?;
        find(&types, symbol).ok_or_else(|| RemoteError::Missing {
            what: "symbol",
            name: options.symbol.clone(),
            known: types
                .files
                .services()
                .map(|s| s.full_name().to_owned())
                .collect(),
        })
    })?;
    crate::print(&visible(&told)).map_err(RemoteError::Output)
}

/// The text of what has this name, or whose name ends in it.
fn find(types: &Types, symbol: &str) -> Option<String> {
    let files = &types.files;
    let service = files.services().find(|it| is_end(it.full_name(), symbol));
    if let Some(service) = service {
        return Some(text::service(&service));
    }
    let mut methods = files
        .services()
        .flat_map(|s| s.methods().collect::<Vec<_>>());
    if let Some(method) = methods.find(|it| is_end(it.full_name(), symbol)) {
        let (input, output) = (method.input(), method.output());
        let mut told = format!("{}\n\n{}", text::method(&method), text::message(&input));
        if output != input {
            told = format!("{told}\n{}", text::message(&output));
        }
        return Some(told);
    }
    let message = files
        .all_messages()
        .find(|it| is_end(it.full_name(), symbol));
    if let Some(message) = message {
        return Some(text::message(&message));
    }
    let mut enums = files.all_enums();
    enums
        .find(|it| is_end(it.full_name(), symbol))
        .map(|it| text::enumeration(&it))
}
