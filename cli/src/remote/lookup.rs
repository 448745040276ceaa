//! From names on the command line to services and methods.

use super::reflection::{Reflection, described};
use super::types::{Method, Types};
use super::{Connection, RemoteError, Source};
use prost_reflect::MethodDescriptor;
use stillwire::rpc::{Caller, Form};

/// The names of all services.
pub(super) async fn services(
    caller: &Caller,
    connection: &Connection,
    source: &Source,
) -> Result<(Types, Vec<String>), RemoteError> {
    if let Some(types) = Types::of(source)? {
        let names = types
            .files
            .services()
            .map(|s| s.full_name().to_owned())
            .collect();
        return Ok((types, names));
    }
    let (reflection, names) = Reflection::start(caller, &connection.metadata()?).await?;
    let files = reflection.types(&names).await?;
    Ok((Types::reflected(files), names))
}

/// The types of a symbol: of a service, method, message or enum.
pub(super) async fn types(
    caller: &Caller,
    connection: &Connection,
    source: &Source,
    symbol: &str,
) -> Result<Types, RemoteError> {
    if let Some(types) = Types::of(source)? {
        return Ok(types);
    }
    let (reflection, names) = Reflection::start(caller, &connection.metadata()?).await?;
    // A service that the server lists, by the end of its name, or a method of one: not every server knows methods as
    // symbols. Other symbols are asked for by their full names.
    let listed = |symbol: &str| names.iter().find(|name| is_end(name, symbol));
    let service = symbol
        .rsplit_once('.')
        .and_then(|(service, _)| listed(service));
    let wanted = listed(symbol).or(service).cloned();
    let files = reflection
        .types(&[wanted.unwrap_or_else(|| symbol.to_owned())])
        .await?;
    Ok(Types::reflected(files))
}

/// Whether `full` is `name`, or ends in it behind a dot.
pub(super) fn is_end(full: &str, name: &str) -> bool {
    full.strip_suffix(name)
        .is_some_and(|before| before.is_empty() || before.ends_with('.'))
}

/// `acme.v1.Book/Place`, or with a dot, or a slash in front: service and method.
fn parts(name: &str) -> (&str, &str) {
    let name = name.trim_start_matches('/');
    name.rsplit_once('/')
        .or_else(|| name.rsplit_once('.'))
        .unwrap_or(("", name))
}

/// The method of this name.
pub(super) async fn method(
    caller: &Caller,
    connection: &Connection,
    source: &Source,
    name: &str,
) -> Result<Method, RemoteError> {
    let (service, method) = parts(name);
    let mut types = types(caller, connection, source, service).await?;
    let all = types.files.services().flat_map(|service| {
        let methods: Vec<MethodDescriptor> = service.methods().collect();
        methods
    });
    let all: Vec<MethodDescriptor> = all.collect();
    let found = all.iter().find(|known| {
        is_end(known.parent_service().full_name(), service)
            && known.name().eq_ignore_ascii_case(&method.replace('_', ""))
    });
    match found {
        Some(found) => {
            if caller.form() == Form::Native && source.schema.is_none() {
                let service = found.parent_service();
                let metadata = connection.metadata()?;
                types.describe(described(caller, &metadata, service.full_name()).await?)?;
            }
            Ok(types.method(found))
        }
        None => Err(RemoteError::Missing {
            what: "method",
            name: name.to_owned(),
            known: all
                .iter()
                .map(|m| format!("{}/{}", m.parent_service().full_name(), m.name()))
                .collect(),
        }),
    }
}
