//! Pipes within the process, by name: for tests without a network, and for a client and a server in one binary. The bytes are
//! those that would go over a wire.

use std::collections::HashMap;
use std::sync::{LazyLock, Mutex, MutexGuard, PoisonError};

use tokio::io::{DuplexStream, duplex};
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};

/// Bytes that a pipe holds in each direction. What does not fit waits with its sender, as on a socket.
const PIPE_BYTES: usize = 64 * 1024;

/// Who listens.
static LISTENERS: LazyLock<Mutex<HashMap<String, UnboundedSender<DuplexStream>>>> =
    LazyLock::new(Mutex::default);

fn listeners() -> MutexGuard<'static, HashMap<String, UnboundedSender<DuplexStream>>> {
    LISTENERS.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Listens under a name, until it is dropped.
#[derive(Debug)]
pub(crate) struct MemoryListener {
    name: String,
    incoming: UnboundedReceiver<DuplexStream>,
}

impl MemoryListener {
    /// `None`: somebody else has the name.
    pub(crate) fn bind(name: &str) -> Option<Self> {
        let mut listeners = listeners();
        if listeners.contains_key(name) {
            return None;
        }
        let (sender, incoming) = unbounded_channel();
        listeners.insert(name.to_owned(), sender);
        Some(Self {
            name: name.to_owned(),
            incoming,
        })
    }

    /// The next pipe. Safe to drop at any point.
    pub(crate) async fn accept(&mut self) -> Option<DuplexStream> {
        self.incoming.recv().await
    }
}

impl Drop for MemoryListener {
    fn drop(&mut self) {
        listeners().remove(&self.name);
    }
}

/// A pipe to whoever listens under `name`.
pub(crate) fn connect(name: &str) -> Option<DuplexStream> {
    let (ours, theirs) = duplex(PIPE_BYTES);
    listeners().get(name)?.send(theirs).ok()?;
    Some(ours)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_name_belongs_to_one_listener_at_a_time() {
        let mut first = MemoryListener::bind("one at a time").unwrap();
        assert!(MemoryListener::bind("one at a time").is_none());
        assert!(connect("one at a time").is_some() && connect("nobody").is_none());
        assert!(first.accept().await.is_some());
        drop(first);
        assert!(connect("one at a time").is_none());
        assert!(MemoryListener::bind("one at a time").is_some());
    }
}
