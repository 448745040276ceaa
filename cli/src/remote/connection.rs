//! The server of a command line, and what goes with each call.

use super::RemoteError;
use clap::Args;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use stillwire::rpc::Caller;
use stillwire::tls::ClientTls;
use stillwire::{Channel, ChannelError, Metadata};

/// Where and how to call.
#[derive(Debug, Args)]
pub(super) struct Connection {
    /// The server: quic://host:port, tcp://host:port, quic+tcp://host:port, unix:///path, grpc://host:port
    pub(super) url: String,
    /// Certificates in PEM that vouch for the server; with them, grpc:// is encrypted, too
    #[arg(long, value_name = "FILE", conflicts_with = "insecure")]
    ca: Option<PathBuf>,
    /// Encrypt, and trust whoever answers
    #[arg(long)]
    insecure: bool,
    /// The name to expect in the server's certificate, instead of the host
    #[arg(long, value_name = "NAME")]
    server_name: Option<String>,
    /// A certificate in PEM to show to the server, and those that vouch for it
    #[arg(long, value_name = "FILE", requires = "key")]
    cert: Option<PathBuf>,
    /// The key of `--cert`, in PEM
    #[arg(long, value_name = "FILE", requires = "cert")]
    key: Option<PathBuf>,
    /// Metadata of the call; of a key that ends in `-bin` the value is hexadecimal. May be given several times
    #[arg(short = 'H', long, value_name = "KEY: VALUE")]
    metadata: Vec<String>,
    /// How long a call may take: 250ms, 5s, 2m
    #[arg(long, value_name = "TIME", value_parser = duration)]
    pub(super) deadline: Option<Duration>,
}

fn read(path: &Path) -> Result<Vec<u8>, RemoteError> {
    fs::read(path).map_err(|error| {
        let path = path.to_owned();
        RemoteError::Read { path, error }
    })
}

impl Connection {
    /// A way to the server. Nothing is sent yet.
    pub(super) async fn connect(&self) -> Result<Caller, RemoteError> {
        match Channel::connect(&self.url, self.tls()?).await {
            Ok(channel) => Ok(channel.into()),
            Err(ChannelError::TlsNeeded { scheme }) => Err(RemoteError::TlsNeeded { scheme }),
            Err(error) => Err(error.into()),
        }
    }

    fn tls(&self) -> Result<Option<ClientTls>, RemoteError> {
        let tls = match &self.ca {
            None if self.insecure => ClientTls::trusting_anyone(),
            None => return Ok(None),
            Some(path) => ClientTls::from_pem(read(path)?).map_err(|error| {
                let path = path.clone();
                RemoteError::Tls { path, error }
            })?,
        };
        let tls = match (&self.cert, &self.key) {
            (Some(cert), Some(key)) => {
                let identity = tls.identity(read(cert)?, read(key)?);
                identity.map_err(|error| {
                    let path = cert.clone();
                    RemoteError::Tls { path, error }
                })?
            }
            _ => tls,
        };
        match &self.server_name {
            None => Ok(Some(tls)),
            Some(name) => Ok(Some(
                tls.server_name(name).map_err(RemoteError::ServerName)?,
            )),
        }
    }

    /// The metadata of a call.
    pub(super) fn metadata(&self) -> Result<Metadata, RemoteError> {
        let mut metadata = Metadata::new();
        for entry in &self.metadata {
            let (key, value) = entry.split_once(':').unwrap_or((entry, ""));
            let (key, value) = (key.trim().to_ascii_lowercase(), value.trim());
            let value = if key.ends_with("-bin") {
                bytes(value).ok_or_else(|| RemoteError::Hex(key.clone()))?
            } else {
                value.as_bytes().to_vec()
            };
            metadata
                .append(&key, value)
                .map_err(|error| RemoteError::Metadata { key, error })?;
        }
        Ok(metadata)
    }

    /// When a call that begins now has to end.
    pub(super) fn until(&self) -> Option<Instant> {
        self.deadline
            .and_then(|deadline| Instant::now().checked_add(deadline))
    }
}

fn bytes(hex: &str) -> Option<Vec<u8>> {
    let digits = hex.as_bytes().chunks(2).map(|pair| match pair {
        [high, low] => {
            let digit = |c: u8| {
                char::from(c)
                    .to_digit(16)
                    .and_then(|d| u8::try_from(d).ok())
            };
            Some(digit(*high)? << 4 | digit(*low)?)
        }
        _ => None,
    });
    digits.collect()
}

/// A number and its unit.
pub(super) fn duration(text: &str) -> Result<Duration, String> {
    let wrong = || "a number with its unit, as 250ms, 5s or 2m".to_owned();
    let digits = text.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let number: f64 = digits.parse().map_err(|_| wrong())?;
    let unit = match text.get(digits.len()..) {
        Some("ms") => 1e-3,
        Some("s") => 1.0,
        Some("m") => 60.0,
        Some("h") => 3600.0,
        _ => return Err(wrong()),
    };
    let time = Duration::try_from_secs_f64(number * unit).map_err(|_| wrong())?;
    if time.is_zero() {
        Err(wrong())
    } else {
        Ok(time)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_duration_is_a_number_with_a_unit() {
        for (text, millis) in [
            ("250ms", 250),
            ("5s", 5_000),
            ("1.5m", 90_000),
            ("1h", 3_600_000),
        ] {
            assert_eq!(duration(text), Ok(Duration::from_millis(millis)));
        }
        for wrong in ["", "5", "s", "0s", "-1s", "5 s", "1e300h", "nans", "5d"] {
            assert!(duration(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn binary_metadata_is_hexadecimal() {
        assert_eq!(bytes("00ff"), Some(vec![0, 255]));
        assert_eq!(bytes("0"), None);
        assert_eq!(bytes("+1"), None);
    }
}
