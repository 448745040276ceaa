//! Where the service listens.
use crate::acme::parcels::v1::Parcels;
use crate::service::Depot;
use stillwire::tls::ServerTls;
use stillwire::{BoundServer, Server};

/// Listens: for gRPC as ever, and for QUIC.
///
/// # Errors
/// Where an address is taken.
pub async fn bind(tls: ServerTls) -> Result<BoundServer, Box<dyn std::error::Error + Send + Sync>> {
    let server = Server::new()
        .add(Parcels::serve(Depot::default()))
        .grpc_plain("127.0.0.1:0")
        .quic("127.0.0.1:0", tls)
        .bind()
        .await?;
    Ok(server)
}
