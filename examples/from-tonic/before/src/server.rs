//! Where the service listens.
use crate::pb::parcels_server::ParcelsServer;
use crate::service::Depot;
use tokio::net::TcpListener;
use tonic::transport::Server;
use tonic::transport::server::TcpIncoming;

/// Serves gRPC, for ever.
///
/// # Errors
/// Where the listener fails.
pub async fn serve(listener: TcpListener) -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
    Server::builder()
        .add_service(ParcelsServer::new(Depot::default()))
        .serve_with_incoming(TcpIncoming::from(listener))
        .await?;
    Ok(())
}
