//! A call of each kind, and what came back.
use crate::pb::parcel::Destination;
use crate::pb::parcels_client::ParcelsClient;
use crate::pb::{Address, Event, Parcel, State, TrackRequest};
use prost_types::Timestamp;
use tonic::transport::Channel;
use tonic::{Request, Status};

/// Two parcels on their way, told line by line.
///
/// # Errors
/// Where a call fails that should not.
pub async fn tour(channel: Channel) -> Result<Vec<String>, Status> {
    let mut parcels = ParcelsClient::new(channel);
    let mut told = Vec::new();
    let letter = Parcel {
        id: "P1".into(),
        grams: 250,
        accepted_at: Some(noon()),
        note: Some(String::new()), // not the same as none
        destination: Some(Destination::Address(Address {
            street: "Quay 4".into(),
            city: "Bergen".into(),
        })),
        ..Parcel::default()
    };
    let crate_of_tea = Parcel {
        id: "P2".into(),
        grams: 12_000,
        accepted_at: Some(noon()),
        labels: [("speed".into(), "express".into())].into(),
        destination: Some(Destination::Locker("17b".into())),
        ..Parcel::default()
    };

    for parcel in [&letter, &crate_of_tea] {
        let mut request = Request::new(parcel.clone());
        let counter = request.metadata_mut();
        counter.insert("x-counter", "north".parse().unwrap());
        let reply = parcels.post(request).await?;
        let counter = reply.metadata().get("x-counter").cloned();
        let receipt = reply.into_inner();
        let due = receipt.due.unwrap_or_default().seconds;
        let counter = counter.as_ref().and_then(|it| it.to_str().ok());
        told.push(format!(
            "{}: {} cents, due {due}, taken at {counter:?}",
            receipt.id, receipt.cents
        ));
    }
    if let Err(status) = parcels.post(Parcel::default()).await {
        told.push(format!("{:?}: {}", status.code(), status.message()));
    }

    let scans = [
        ("P1", State::OnTheWay),
        ("P1", State::Delivered),
        ("P9", State::Delivered),
    ];
    let scans = scans.map(|(id, state)| Event {
        id: id.into(),
        state: state.into(),
        at: Some(noon()),
    });
    let reply = parcels.scan(tokio_stream::iter(scans)).await?;
    let mut seen = reply.into_inner();
    loop {
        match seen.message().await {
            Ok(Some(event)) => told.push(format!("scanned {}: {:?}", event.id, event.state())),
            Ok(None) => break,
            Err(status) => {
                told.push(format!("{:?}: {}", status.code(), status.message()));
                break;
            }
        }
    }

    let reply = parcels.track(TrackRequest { id: "P1".into() }).await?;
    let mut events = reply.into_inner();
    while let Some(event) = events.message().await? {
        told.push(format!("{}: {:?}", event.id, event.state()));
    }

    let van = tokio_stream::iter([letter, crate_of_tea]);
    let manifest = parcels.load(van).await?.into_inner();
    told.push(format!(
        "{} parcels, {} g, {:?}",
        manifest.parcels,
        manifest.grams,
        manifest.by_city.get("Bergen")
    ));
    Ok(told)
}

fn noon() -> Timestamp {
    Timestamp {
        seconds: 1_793_000_000,
        nanos: 500_000_000,
    }
}
