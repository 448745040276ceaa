//! What a server offers by itself.

/// What is served beside the user's services.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Options {
    /// `grpc.health.v1.Health`. Default on.
    pub health: bool,
    /// Server reflection, v1 and v1alpha. Default on.
    pub reflection: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            health: true,
            reflection: true,
        }
    }
}
