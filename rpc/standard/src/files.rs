//! Protobuf files by their names and by the symbols that they declare.
//!
//! The files stay the bytes that they are: of a `FileDescriptorProto` only the names are read, all of which lie in fields with a
//! length. The bytes are those of generated code, so what is no such field ends the reading and nothing worse.

use std::collections::HashMap;
use stillwire_rpc::protobuf::{Fields, Value};

/// Numbers of fields in google/protobuf/descriptor.proto.
mod number {
    /// Of a `FileDescriptorSet`.
    pub(super) const FILE: u64 = 1;
    /// Of each descriptor.
    pub(super) const NAME: u64 = 1;
    /// Of a `FileDescriptorProto`: package, messages, enums, services, extensions.
    pub(super) const PACKAGE: u64 = 2;
    pub(super) const MESSAGES: u64 = 4;
    pub(super) const ENUMS: u64 = 5;
    pub(super) const SERVICES: u64 = 6;
    pub(super) const EXTENSIONS: u64 = 7;
    /// Of a `DescriptorProto`: fields, nested messages, enums, extensions, oneofs.
    pub(super) const FIELDS: u64 = 2;
    pub(super) const NESTED: u64 = 3;
    pub(super) const NESTED_ENUMS: u64 = 4;
    pub(super) const NESTED_EXTENSIONS: u64 = 6;
    pub(super) const ONEOFS: u64 = 8;
    /// Of an `EnumDescriptorProto` its values, of a `ServiceDescriptorProto` its methods.
    pub(super) const MEMBERS: u64 = 2;
}

/// The files of all services.
#[derive(Debug, Default)]
pub(crate) struct Files {
    by_name: HashMap<&'static str, &'static [u8]>,
    by_symbol: HashMap<String, Symbol>,
}

#[derive(Debug, Clone, Copy)]
struct Symbol {
    file: &'static [u8],
    is_message: bool,
}

impl Files {
    /// Adds the files of a `FileDescriptorSet`; those that are there already stay.
    pub(crate) fn add(&mut self, set: &'static [u8]) {
        for file in all(set, number::FILE) {
            let name = text(file, number::NAME);
            if !self.by_name.contains_key(name) {
                self.by_name.insert(name, file);
                self.declare(file);
            }
        }
    }

    /// A file by its name.
    pub(crate) fn named(&self, name: &str) -> Option<&'static [u8]> {
        self.by_name.get(name).copied()
    }

    /// The file that declares a symbol.
    pub(crate) fn declaring(&self, symbol: &str) -> Option<&'static [u8]> {
        self.by_symbol.get(symbol).map(|found| found.file)
    }

    /// Whether a symbol is a message.
    pub(crate) fn is_message(&self, symbol: &str) -> bool {
        self.by_symbol.get(symbol).is_some_and(|s| s.is_message)
    }

    fn declare(&mut self, file: &'static [u8]) {
        let package = text(file, number::PACKAGE);
        // Messages that wait, with what they are declared in.
        let within = |message| (package.to_owned(), message);
        let mut waiting: Vec<_> = all(file, number::MESSAGES).map(within).collect();
        self.enums(file, package, all(file, number::ENUMS));
        self.names(file, package, all(file, number::EXTENSIONS));
        for service in all(file, number::SERVICES) {
            let name = self.symbol(file, package, service, false);
            self.names(file, &name, all(service, number::MEMBERS));
        }
        while let Some((scope, message)) = waiting.pop() {
            let name = self.symbol(file, &scope, message, true);
            for of in [number::FIELDS, number::NESTED_EXTENSIONS, number::ONEOFS] {
                self.names(file, &name, all(message, of));
            }
            self.enums(file, &name, all(message, number::NESTED_ENUMS));
            let nested = all(message, number::NESTED).map(|nested| (name.clone(), nested));
            waiting.extend(nested);
        }
    }

    /// Enums, whose values are declared beside them.
    fn enums(
        &mut self,
        file: &'static [u8],
        scope: &str,
        enums: impl Iterator<Item = &'static [u8]>,
    ) {
        for of in enums {
            self.symbol(file, scope, of, false);
            self.names(file, scope, all(of, number::MEMBERS));
        }
    }

    fn names(
        &mut self,
        file: &'static [u8],
        scope: &str,
        all: impl Iterator<Item = &'static [u8]>,
    ) {
        for one in all {
            self.symbol(file, scope, one, false);
        }
    }

    fn symbol(
        &mut self,
        file: &'static [u8],
        scope: &str,
        of: &'static [u8],
        is_message: bool,
    ) -> String {
        let name = text(of, number::NAME);
        let name = match scope {
            "" => name.to_owned(),
            scope => format!("{scope}.{name}"),
        };
        let symbol = Symbol { file, is_message };
        self.by_symbol.entry(name.clone()).or_insert(symbol);
        name
    }
}

/// The fields with a length that have a number.
fn all(message: &'static [u8], number: u64) -> impl Iterator<Item = &'static [u8]> {
    Fields(message).filter_map(move |field| match field {
        (of, Value::Bytes(bytes)) if of == number => Some(bytes),
        _ => None,
    })
}

/// The first of them as text; empty where there is none.
fn text(message: &'static [u8], number: u64) -> &'static str {
    let first = all(message, number).next();
    first
        .and_then(|name| std::str::from_utf8(name).ok())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reflection_v1::ServerReflectionClient;

    fn files() -> Files {
        let mut files = Files::default();
        files.add(ServerReflectionClient::SERVICE.files.own);
        files
    }

    #[test]
    fn a_file_is_found_by_all_that_it_declares() {
        let files = files();
        let file = files.declaring("grpc.reflection.v1.ServerReflection");
        let file = file.unwrap();
        assert_eq!(files.named(text(file, number::NAME)), Some(file));
        for symbol in [
            "ServerReflection.ServerReflectionInfo",
            "ServerReflectionRequest",
            "ServerReflectionRequest.host",
            "ServerReflectionRequest.message_request",
        ] {
            let found = files.declaring(&format!("grpc.reflection.v1.{symbol}"));
            assert_eq!(found, Some(file), "{symbol}");
        }
        assert!(files.is_message("grpc.reflection.v1.ErrorResponse"));
        assert!(!files.is_message("grpc.reflection.v1.ServerReflection"));
        assert_eq!(files.declaring("grpc.reflection.v1"), None);
        assert_eq!(files.declaring("grpc.reflection.v1.Nope"), None);
        assert_eq!(files.named(""), None);
    }

    #[test]
    fn nested_enums_and_their_values_are_symbols_where_protobuf_has_them() {
        // package "p"; message M { enum E { V = 0; } }
        const SET: &[u8] = b"\x0a\x1a\x0a\x01f\x12\x01p\x22\x12\x0a\x01M\x22\x0d\x0a\x01E\x12\x08\x0a\x01V\x10\x00\x1a\x01x";
        let mut files = Files::default();
        files.add(SET);
        let mut symbols: Vec<_> = files.by_symbol.keys().map(String::as_str).collect();
        symbols.sort_unstable();
        assert_eq!(symbols, ["p.M", "p.M.E", "p.M.V"]);
    }

    #[test]
    fn bytes_that_are_cut_anywhere_are_read_as_far_as_they_go() {
        let whole = ServerReflectionClient::SERVICE.files.own;
        for len in 0..whole.len() {
            Files::default().add(&whole[..len]);
        }
    }
}
