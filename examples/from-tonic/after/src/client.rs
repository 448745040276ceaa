//! A call of each kind, and what came back.
use crate::acme::parcels::v1::ParcelDestination as Destination;
use crate::acme::parcels::v1::ParcelsClient;
use crate::acme::parcels::v1::{Address, Event, Parcel, State, TrackRequest};
use stillwire::{Channel, Fault, Timestamp};

/// Two parcels on their way, told line by line.
///
/// # Errors
/// Where a call fails that should not.
pub async fn tour(channel: Channel) -> Result<Vec<String>, Fault> {
    let parcels = ParcelsClient::new(channel);
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
        let reply = parcels.post(parcel).metadata("x-counter", "north").await?;
        let counter = reply.leading().get_text("x-counter");
        let receipt = reply.view();
        let due = receipt.due().unwrap_or_default().to_seconds_and_nanos().0;
        told.push(format!(
            "{}: {} cents, due {due}, taken at {counter:?}",
            receipt.id(),
            receipt.cents()
        ));
    }
    if let Err(fault) = parcels.post(Parcel::default()).await {
        let status = fault.into_status();
        told.push(format!("{:?}: {}", status.code, status.message));
    }

    let scans = [
        ("P1", State::OnTheWay),
        ("P1", State::Delivered),
        ("P9", State::Delivered),
    ];
    let scans = scans.map(|(id, state)| Event {
        id: id.into(),
        state,
        at: Some(noon()),
    });
    let (out, mut seen) = parcels.scan().await?;
    for event in &scans {
        out.send(event).await?;
    }
    out.finish();
    loop {
        match seen.next().await {
            Ok(Some(event)) => {
                let event = event.view();
                told.push(format!("scanned {}: {:?}", event.id(), event.state()));
            }
            Ok(None) => break,
            Err(fault) => {
                let status = fault.into_status();
                told.push(format!("{:?}: {}", status.code, status.message));
                break;
            }
        }
    }

    let mut events = parcels.track(TrackRequest { id: "P1".into() }).await?;
    while let Some(event) = events.next().await? {
        let event = event.view();
        told.push(format!("{}: {:?}", event.id(), event.state()));
    }

    let van = parcels.load().await?;
    for parcel in [&letter, &crate_of_tea] {
        van.send(parcel).await?;
    }
    let reply = van.finish().await?;
    let manifest = reply.view();
    told.push(format!(
        "{} parcels, {} g, {:?}",
        manifest.parcels(),
        manifest.grams(),
        manifest.by_city().get("Bergen")
    ));
    Ok(told)
}

fn noon() -> Timestamp {
    Timestamp(1_793_000_000_500_000_000)
}
