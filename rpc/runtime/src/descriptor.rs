//! What a service is called and what its methods are: constants that the code generator writes.

use std::collections::HashSet;
use std::ptr;
use std::time::Duration;
use stillwire_codec::table::MessageTable;

/// A service: its name, its methods, and the protobuf descriptors that reflection shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ServiceDescriptor {
    /// The full name, as `acme.trading.v1.OrderBook`.
    pub name: &'static str,
    /// The methods. Their order is their index in [`Dispatch::call`](crate::Dispatch::call).
    pub methods: &'static [MethodDescriptor],
    /// The files that describe it, and all that they import.
    pub files: &'static FileDescriptors,
}

/// What protobuf knows of a package. Each has its own file and points to those that it needs, so that code of many
/// packages is not the square of them.
#[derive(Debug)]
pub struct FileDescriptors {
    /// An encoded `google.protobuf.FileDescriptorSet` of the package's file, behind those of protobuf's own that it imports.
    pub own: &'static [u8],
    /// Those of the packages that it imports, or whose errors its methods throw. They do not import one another in circles.
    pub imports: &'static [&'static Self],
}

impl FileDescriptors {
    /// None: nobody asks for them, or nobody knows.
    pub const NONE: Self = Self {
        own: &[],
        imports: &[],
    };

    /// The sets of all packages that `roots` need, each package once and behind what it imports. Together, in any order, they
    /// are a `FileDescriptorSet`; files of protobuf's own can be there more than once.
    pub fn sets(roots: impl IntoIterator<Item = &'static Self>) -> Vec<&'static [u8]> {
        let (mut seen, mut sets) = (HashSet::new(), Vec::new());
        // What waits, with whether all that it imports is there.
        let mut waiting: Vec<_> = roots.into_iter().map(|root| (root, false)).collect();
        waiting.reverse();
        while let Some((files, ready)) = waiting.pop() {
            if ready {
                sets.push(files.own);
            } else if seen.insert(ptr::from_ref(files)) {
                waiting.push((files, true));
                waiting.extend(files.imports.iter().rev().map(|import| (*import, false)));
            }
        }
        sets.retain(|set| !set.is_empty());
        sets
    }
}

/// Those of one package are one value.
impl PartialEq for FileDescriptors {
    fn eq(&self, other: &Self) -> bool {
        ptr::eq(self, other)
    }
}

impl Eq for FileDescriptors {}

/// A method.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MethodDescriptor {
    /// The name alone, as `Place`.
    pub name: &'static str,
    /// The path, as `/acme.trading.v1.OrderBook/Place`.
    pub path: &'static str,
    /// The first 8 bytes, little-endian, of the SHA-256 of the path without its leading slash.
    pub id: u64,
    /// Whether the client sends a stream.
    pub client_streaming: bool,
    /// Whether the server answers with a stream.
    pub server_streaming: bool,
    /// Whether the method may be called again when nobody knows whether it ran.
    pub idempotency: Idempotency,
    /// The deadline of a call that sets none, and the most that a server gives it.
    pub timeout: Option<Duration>,
    /// The types of its messages, what the client sends first; `None` where they are nobody's but the callers'.
    pub types: Option<[MessageTable; 2]>,
}

impl MethodDescriptor {
    /// A unary method that may not be repeated and has no timeout: what the `with_` functions start from.
    pub const fn new(name: &'static str, path: &'static str, id: u64) -> Self {
        Self {
            name,
            path,
            id,
            client_streaming: false,
            server_streaming: false,
            idempotency: Idempotency::Unknown,
            timeout: None,
            types: None,
        }
    }

    /// The same with messages of these types: what the client sends, and what the server answers.
    pub const fn with_types(self, input: MessageTable, output: MessageTable) -> Self {
        Self {
            types: Some([input, output]),
            ..self
        }
    }

    /// The same with streams on the sides where `client` and `server` say so.
    pub const fn with_streaming(self, client: bool, server: bool) -> Self {
        Self {
            client_streaming: client,
            server_streaming: server,
            ..self
        }
    }

    /// The same with this promise.
    pub const fn with_idempotency(self, idempotency: Idempotency) -> Self {
        Self {
            idempotency,
            ..self
        }
    }

    /// The same with this timeout.
    pub const fn with_timeout(self, timeout: Duration) -> Self {
        Self {
            timeout: Some(timeout),
            ..self
        }
    }

    /// The service's full name: what the path has before its last slash.
    pub fn service(&self) -> &'static str {
        let path = self.path.strip_prefix('/').unwrap_or(self.path);
        path.rsplit_once('/').map_or(path, |(service, _)| service)
    }
}

/// What a schema promises about running a method twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Idempotency {
    /// Nothing: it may have effects that add up.
    #[default]
    Unknown,
    /// `#[idempotent]`: running it twice does what running it once does.
    Idempotent,
    /// `#[safe]`: it changes nothing.
    Safe,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_package_is_there_once_and_behind_what_it_imports() {
        static BASE: FileDescriptors = FileDescriptors {
            own: b"base",
            imports: &[],
        };
        static LEFT: FileDescriptors = FileDescriptors {
            own: b"left",
            imports: &[&BASE, &FileDescriptors::NONE],
        };
        static RIGHT: FileDescriptors = FileDescriptors {
            own: b"right",
            imports: &[&LEFT, &BASE],
        };
        let sets = FileDescriptors::sets([&RIGHT, &BASE, &RIGHT]);
        assert_eq!(sets, [&b"base"[..], b"left", b"right"]);
        assert!(FileDescriptors::sets([&FileDescriptors::NONE]).is_empty());
    }
}
