//! Where connections come from.

use std::io;
use std::net::SocketAddr;
#[cfg(unix)]
use std::path::{Path, PathBuf};

use tokio::io::DuplexStream;
use tokio::net::{TcpListener, TcpStream};
#[cfg(unix)]
use tokio::net::{UnixListener, UnixStream};
use tokio_rustls::TlsAcceptor;

use crate::memory::MemoryListener;

/// Something that listens.
pub(crate) enum Listener {
    Tcp(TcpListener, TlsAcceptor),
    #[cfg(unix)]
    Unix {
        listener: UnixListener,
        _file: SocketFile,
    },
    Memory(MemoryListener),
}

/// A connection on which nothing was read or written.
pub(crate) enum Socket {
    Tcp(TcpStream, SocketAddr, TlsAcceptor),
    #[cfg(unix)]
    Unix(UnixStream),
    Memory(DuplexStream),
}

impl Listener {
    /// The next connection. Safe to drop at any point.
    pub(crate) async fn accept(&mut self) -> io::Result<Socket> {
        match self {
            Self::Tcp(listener, tls) => {
                let (socket, address) = listener.accept().await?;
                Ok(Socket::Tcp(socket, address, tls.clone()))
            }
            #[cfg(unix)]
            Self::Unix { listener, .. } => Ok(Socket::Unix(listener.accept().await?.0)),
            Self::Memory(listener) => {
                let pipe = listener.accept().await;
                pipe.map(Socket::Memory)
                    .ok_or_else(|| io::ErrorKind::BrokenPipe.into())
            }
        }
    }

    /// The transport's name.
    pub(crate) fn transport(&self) -> &'static str {
        match self {
            Self::Tcp(..) => "tcp",
            #[cfg(unix)]
            Self::Unix { .. } => "unix",
            Self::Memory(_) => "memory",
        }
    }
}

/// The file of a Unix socket, removed with its listener.
#[cfg(unix)]
#[derive(Debug)]
pub(crate) struct SocketFile(PathBuf);

#[cfg(unix)]
impl Drop for SocketFile {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0); // somebody may have been faster
    }
}

/// Listens on a path. A file that a dead server has left there is replaced; one that somebody answers on is not.
#[cfg(unix)]
pub(crate) async fn unix(path: &Path) -> io::Result<Listener> {
    let listener = match UnixListener::bind(path) {
        Err(error) if error.kind() == io::ErrorKind::AddrInUse && is_left_behind(path).await => {
            std::fs::remove_file(path)?;
            UnixListener::bind(path)?
        }
        bound => bound?,
    };
    Ok(Listener::Unix {
        listener,
        _file: SocketFile(path.to_owned()),
    })
}

#[cfg(unix)]
async fn is_left_behind(path: &Path) -> bool {
    use std::os::unix::fs::FileTypeExt;
    let is_socket =
        std::fs::symlink_metadata(path).is_ok_and(|found| found.file_type().is_socket());
    let refused = |error: io::Error| error.kind() == io::ErrorKind::ConnectionRefused;
    is_socket && UnixStream::connect(path).await.is_err_and(refused)
}
