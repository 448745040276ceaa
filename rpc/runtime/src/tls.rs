//! Certificates and trust: one description of them for every transport.
//!
//! An adapter asks for a `rustls` configuration with its own ALPN. TLS 1.3 and 1.2, by ring; early data stays off,
//! because it can be replayed (RFC 8446, section 8).

mod anyone;

use rustls::client::{Resumption, WebPkiServerVerifier};
use rustls::crypto::CryptoProvider;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer, PrivatePkcs8KeyDer, ServerName};
use rustls::server::WebPkiClientVerifier;
use rustls::server::danger::ClientCertVerifier;
use rustls::{ClientConfig, RootCertStore, ServerConfig};
use std::sync::Arc;

/// Why a certificate, a key or a name cannot be used.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum TlsError {
    /// The PEM text does not hold what it should.
    #[error("{what}: {source}")]
    Pem {
        /// What was being read.
        what: &'static str,
        /// What is wrong with it.
        source: rustls::pki_types::pem::Error,
    },
    /// The PEM text holds no certificate.
    #[error("the PEM text holds no certificate")]
    NoCertificate,
    /// The name is neither a DNS name nor an address.
    #[error("{name:?} is no server name")]
    ServerName {
        /// The name.
        name: String,
    },
    /// Certificate, key or roots do not work.
    #[error(transparent)]
    Rustls(#[from] rustls::Error),
    /// No certificate could be made.
    #[error("cannot make a certificate: {0}")]
    Generate(String),
}

/// A certificate, those that vouch for it, and its key.
#[derive(Debug, Clone)]
struct Identity {
    chain: Vec<CertificateDer<'static>>,
    key: Arc<PrivateKeyDer<'static>>,
}

impl Identity {
    fn from_pem(certificates: &[u8], key: &[u8]) -> Result<Self, TlsError> {
        let chain = certificates_of(certificates)?;
        let key = PrivateKeyDer::from_pem_slice(key).map_err(|source| TlsError::Pem {
            what: "private key",
            source,
        })?;
        Ok(Self {
            chain,
            key: Arc::new(key),
        })
    }
}

/// Whether clients have to show who they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Asked {
    Required,
    Optional,
}

/// A server's certificate and key, and which clients it trusts.
#[derive(Debug, Clone)]
pub struct ServerTls {
    identity: Identity,
    /// Who vouches for clients; nobody is asked without.
    clients: Option<(Vec<CertificateDer<'static>>, Asked)>,
}

impl ServerTls {
    /// From PEM text: the certificate first, then those that vouch for it; and the key.
    ///
    /// # Errors
    /// Where a text does not hold that.
    pub fn from_pem(
        certificates: impl AsRef<[u8]>,
        key: impl AsRef<[u8]>,
    ) -> Result<Self, TlsError> {
        Ok(Self {
            identity: Identity::from_pem(certificates.as_ref(), key.as_ref())?,
            clients: None,
        })
    }

    /// Takes only clients that show a certificate which those in the PEM text vouch for ("mutual TLS"). A handler sees it in
    /// [`Peer::certificates`](crate::Peer::certificates).
    ///
    /// # Errors
    /// Where the text holds no certificate.
    pub fn require_client_certificates(self, roots: impl AsRef<[u8]>) -> Result<Self, TlsError> {
        self.ask(roots.as_ref(), Asked::Required)
    }

    /// The same, and takes clients without a certificate, too: it is for handlers to tell them apart. A client that shows another
    /// one is refused.
    ///
    /// # Errors
    /// Where the text holds no certificate.
    pub fn accept_client_certificates(self, roots: impl AsRef<[u8]>) -> Result<Self, TlsError> {
        self.ask(roots.as_ref(), Asked::Optional)
    }

    fn ask(self, roots: &[u8], asked: Asked) -> Result<Self, TlsError> {
        let clients = Some((certificates_of(roots)?, asked));
        Ok(Self { clients, ..self })
    }

    /// Made on the spot, for development: a certificate for `names` that vouches for itself. Clients trust it by
    /// [`client`](Self::client).
    ///
    /// # Errors
    /// Where a name cannot stand in a certificate.
    pub fn self_signed<N: Into<String>>(
        names: impl IntoIterator<Item = N>,
    ) -> Result<Self, TlsError> {
        let names = names.into_iter().map(Into::into).collect::<Vec<String>>();
        let made = rcgen::generate_simple_self_signed(names)
            .map_err(|e| TlsError::Generate(e.to_string()))?;
        let key = PrivatePkcs8KeyDer::from(made.signing_key.serialize_der());
        let identity = Identity {
            chain: vec![made.cert.der().clone()],
            key: Arc::new(key.into()),
        };
        Ok(Self {
            identity,
            clients: None,
        })
    }

    /// What a client needs to trust this server and no other: its own certificate as the root.
    pub fn client(&self) -> ClientTls {
        ClientTls {
            roots: self.identity.chain.first().cloned().into_iter().collect(),
            name: None,
            identity: None,
        }
    }

    /// The `rustls` configuration that speaks `alpn`.
    ///
    /// # Errors
    /// Where key and certificate do not fit.
    pub fn config(&self, alpn: &[&[u8]]) -> Result<ServerConfig, TlsError> {
        let config = ServerConfig::builder_with_provider(provider())
            .with_safe_default_protocol_versions()?;
        let config = match &self.clients {
            None => config.with_no_client_auth(),
            Some((roots, asked)) => config.with_client_cert_verifier(verifier_of(roots, *asked)?),
        };
        let Identity { chain, key } = &self.identity;
        let mut config = config.with_single_cert(chain.clone(), key.clone_key())?;
        config.alpn_protocols = alpn.iter().map(|name| name.to_vec()).collect();
        config.max_early_data_size = 0;
        Ok(config)
    }
}

/// Sessions that a client keeps to resume. Default of rustls: 256, for 32 servers.
const SESSIONS: usize = 8;

/// Whom a client trusts, and by which name.
#[derive(Debug, Clone)]
pub struct ClientTls {
    /// Nobody's: anyone is trusted.
    roots: Vec<CertificateDer<'static>>,
    name: Option<ServerName<'static>>,
    /// What it shows to servers that ask.
    identity: Option<Identity>,
}

impl ClientTls {
    /// Trusts what the certificates in the PEM text vouch for.
    ///
    /// # Errors
    /// Where the text holds no certificate.
    pub fn from_pem(roots: impl AsRef<[u8]>) -> Result<Self, TlsError> {
        Ok(Self {
            roots: certificates_of(roots.as_ref())?,
            name: None,
            identity: None,
        })
    }

    /// Shows this certificate to servers that ask for one: PEM text with the certificate first, then those that vouch for it; and the
    /// key.
    ///
    /// # Errors
    /// Where a text does not hold that.
    pub fn identity(
        self,
        certificates: impl AsRef<[u8]>,
        key: impl AsRef<[u8]>,
    ) -> Result<Self, TlsError> {
        let identity = Some(Identity::from_pem(certificates.as_ref(), key.as_ref())?);
        Ok(Self { identity, ..self })
    }

    /// Trusts whoever answers, so that anybody in between can read and change what is said. For tools that look at servers on
    /// the spot, never for services.
    #[must_use]
    pub const fn trusting_anyone() -> Self {
        Self {
            roots: Vec::new(),
            name: None,
            identity: None,
        }
    }

    /// Expects this name in the server's certificate, instead of the host that the URL names.
    ///
    /// # Errors
    /// Where it is neither a DNS name nor an address.
    pub fn server_name(self, name: &str) -> Result<Self, TlsError> {
        Ok(Self {
            name: Some(parse_name(name)?),
            ..self
        })
    }

    /// The name to expect of the server at `host`.
    ///
    /// # Errors
    /// Where `host` is neither a DNS name nor an address, and no other name was set.
    pub fn name_for(&self, host: &str) -> Result<ServerName<'static>, TlsError> {
        match &self.name {
            Some(name) => Ok(name.clone()),
            None => parse_name(host.trim_start_matches('[').trim_end_matches(']')),
        }
    }

    /// The `rustls` configuration that speaks `alpn`.
    ///
    /// # Errors
    /// Where a root cannot be used.
    pub fn config(&self, alpn: &[&[u8]]) -> Result<ClientConfig, TlsError> {
        let config = ClientConfig::builder_with_provider(provider())
            .with_safe_default_protocol_versions()?;
        let config = if self.roots.is_empty() {
            let anyone = Arc::new(anyone::Anyone(provider()));
            config.dangerous().with_custom_certificate_verifier(anyone)
        } else {
            config.with_webpki_verifier(self.verifier()?)
        };
        let mut config = match &self.identity {
            None => config.with_no_client_auth(),
            Some(Identity { chain, key }) => {
                config.with_client_auth_cert(chain.clone(), key.clone_key())?
            }
        };
        config.alpn_protocols = alpn.iter().map(|name| name.to_vec()).collect();
        config.enable_early_data = false;
        // A channel calls one server: places for more are memory that every idle one has.
        config.resumption = Resumption::in_memory_sessions(SESSIONS);
        Ok(config)
    }

    fn verifier(&self) -> Result<Arc<WebPkiServerVerifier>, TlsError> {
        let roots = store_of(&self.roots)?;
        let verifier = WebPkiServerVerifier::builder_with_provider(roots, provider()).build();
        Ok(verifier.map_err(|error| rustls::Error::General(error.to_string()))?)
    }
}

fn verifier_of(
    roots: &[CertificateDer<'static>],
    asked: Asked,
) -> Result<Arc<dyn ClientCertVerifier>, TlsError> {
    let builder = WebPkiClientVerifier::builder_with_provider(store_of(roots)?, provider());
    let builder = match asked {
        Asked::Required => builder,
        Asked::Optional => builder.allow_unauthenticated(),
    };
    let verifier = builder.build();
    Ok(verifier.map_err(|error| rustls::Error::General(error.to_string()))?)
}

fn store_of(roots: &[CertificateDer<'static>]) -> Result<Arc<RootCertStore>, TlsError> {
    let mut store = RootCertStore::empty();
    for root in roots {
        store.add(root.clone())?;
    }
    Ok(Arc::new(store))
}

fn provider() -> Arc<CryptoProvider> {
    Arc::new(rustls::crypto::ring::default_provider())
}

fn parse_name(name: &str) -> Result<ServerName<'static>, TlsError> {
    ServerName::try_from(name.to_owned()).map_err(|_| TlsError::ServerName {
        name: name.to_owned(),
    })
}

fn certificates_of(pem: &[u8]) -> Result<Vec<CertificateDer<'static>>, TlsError> {
    let certificates = CertificateDer::pem_slice_iter(pem)
        .collect::<Result<Vec<_>, _>>()
        .map_err(|source| TlsError::Pem {
            what: "certificate",
            source,
        })?;
    if certificates.is_empty() {
        Err(TlsError::NoCertificate)
    } else {
        Ok(certificates)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_certificate_made_on_the_spot_serves_and_is_trusted() {
        let server = ServerTls::self_signed(["localhost"]).unwrap();
        assert_eq!(
            server.config(&[b"h2"]).unwrap().alpn_protocols,
            [b"h2".to_vec()]
        );
        let client = server.client();
        assert_eq!(
            client.config(&[b"h2"]).unwrap().alpn_protocols,
            [b"h2".to_vec()]
        );
        assert_eq!(client.name_for("localhost").unwrap().to_str(), "localhost");
        assert_eq!(client.name_for("[::1]").unwrap().to_str(), "::1");
    }

    #[test]
    fn text_without_a_certificate_is_refused() {
        assert!(matches!(
            ClientTls::from_pem("nothing"),
            Err(TlsError::NoCertificate)
        ));
        assert!(matches!(
            ServerTls::from_pem("nothing", ""),
            Err(TlsError::NoCertificate)
        ));
    }
}
