//! One service, called over gRPC and over QUIC.
use std::sync::Mutex;
use std::time::Duration;
use stillwire::tls::ServerTls;
use stillwire::{Call, Channel, Encoded, Fault, Outbound, Reply, Server, Status};

stillwire::include_schema!("orders.v1");
use orders::v1::{Ack, Order, OrderBook, OrderBookClient, OrderInit, Side, Watch, WatchInit};

#[derive(Default)]
struct Engine {
    orders: Mutex<Vec<Encoded<Order>>>,
}

impl OrderBook for Engine {
    async fn place(&self, _: &Call, order: Encoded<Order>) -> Result<Reply<Ack>, Fault> {
        let view = order.view(); // read where it landed
        if view.quantity() == 0 {
            return Err(
                Status::invalid_argument(format!("order {}: quantity is 0", view.id())).into(),
            );
        }
        let ack = Ack {
            id: view.id(),
            accepted: true,
        };
        self.orders.lock().unwrap().push(order.clone()); // a refcount, no copy
        Ok(Reply::from(ack.encode()))
    }

    async fn watch(
        &self,
        _: &Call,
        request: Encoded<Watch>,
        out: Outbound<Order>,
    ) -> Result<(), Fault> {
        let orders = self.orders.lock().unwrap().clone();
        for order in orders
            .iter()
            .filter(|order| order.view().symbol() == request.view().symbol())
        {
            out.send(order).await?; // waits when the reader is slow; an error when it has gone
        }
        Ok(())
    }
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let tls = ServerTls::self_signed(["127.0.0.1"])?; // for development; real ones come from PEM
    let trust = tls.client();
    let server = Server::new()
        .add(OrderBook::serve(Engine::default()))
        .quic("127.0.0.1:0", tls.clone())
        .grpc("127.0.0.1:0", tls)
        .bind()
        .await?;
    let urls = ["quic", "grpc"].map(|transport| server.url(transport).unwrap_or_default());
    tokio::spawn(server.run_until(std::future::pending()));

    for url in urls {
        let book = OrderBookClient::new(Channel::connect(&url, trust.clone()).await?);
        let order = OrderInit {
            id: 7,
            symbol: "AAPL",
            side: Side::Buy,
            quantity: 100,
            ..Default::default()
        };
        let ack = book.place(order).timeout(Duration::from_secs(1)).await?;
        println!(
            "{url}: order {} accepted: {}",
            ack.view().id(),
            ack.view().accepted()
        );

        let mut orders = book.watch(WatchInit { symbol: "AAPL" }).await?;
        while let Some(order) = orders.next().await? {
            println!("{url}: {:?}", order.view());
        }
        let refused = book.place(Order::default()).await;
        println!("{url}: {}", refused.unwrap_err());
    }
    Ok(())
}
