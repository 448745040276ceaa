//! What a server offers by itself, and how it sends.

use crate::compression::Compression;
use crate::web::Origins;

/// What is served beside the user's services.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Options {
    /// `grpc.health.v1.Health`. Default on.
    pub health: bool,
    /// Server reflection, v1 and v1alpha. Default on.
    pub reflection: bool,
    /// How replies are compressed for clients that take it. Default not at all. Requests are taken compressed in any case.
    pub compression: Option<Compression>,
    /// Whose pages may call by gRPC-Web, over HTTP/2 and HTTP/1.1. Default nobody's: the server speaks gRPC alone.
    pub web: Option<Origins>,
}

impl Options {
    /// The same with replies that are compressed for clients that take it.
    #[must_use]
    pub fn compressed(self, by: Compression) -> Self {
        let compression = Some(by);
        Self {
            compression,
            ..self
        }
    }

    /// The same with gRPC-Web for pages of these origins.
    #[must_use]
    pub fn web(self, origins: Origins) -> Self {
        let web = Some(origins);
        Self { web, ..self }
    }
}

impl Default for Options {
    fn default() -> Self {
        Self {
            health: true,
            reflection: true,
            compression: None,
            web: None,
        }
    }
}
