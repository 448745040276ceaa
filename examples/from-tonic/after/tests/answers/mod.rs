//! What a client of tonic's gets of a server: whole messages, metadata and statuses, as text to compare.

use std::fmt::Debug;
use stillwire_before::pb::parcel::Destination;
use stillwire_before::pb::parcels_client::ParcelsClient;
use stillwire_before::pb::{Address, Event, Parcel, TrackRequest};
use tokio::sync::mpsc;
use tokio_stream::StreamExt;
use tokio_stream::wrappers::ReceiverStream;
use tonic::metadata::MetadataValue;
use tonic::transport::Channel;
use tonic::{Request, Response, Status, Streaming};

/// Calls of each kind, those that fail among them.
pub(crate) async fn of(channel: Channel) -> Vec<String> {
    let mut client = ParcelsClient::new(channel);
    let mut got = Vec::new();

    for parcel in [
        parcel("P1"),
        Parcel {
            note: None,
            ..parcel("P2")
        },
    ] {
        let mut request = Request::new(parcel);
        let counter = MetadataValue::from_static("north, by the door");
        request.metadata_mut().insert("x-counter", counter);
        got.push(one(client.post(request).await));
    }
    got.push(one(client.post(parcel("P3")).await));
    got.push(one(client
        .post(Parcel {
            grams: 0,
            ..parcel("ø 100 %\n")
        })
        .await));
    got.push(one(client
        .post(Parcel {
            accepted_at: None,
            ..parcel("P4")
        })
        .await));

    let scans = [
        event("P1", 2, 0),
        event("P1", 77, 999_999_999), // a state that no schema has
        Event {
            at: None,
            ..event("P2", 0, 0)
        },
    ];
    got.extend(many(client.scan(tokio_stream::iter(scans)).await).await);
    let unknown = [event("P2", 5, 1), event("P9", 5, 1), event("P2", 2, 1)];
    got.extend(many(client.scan(tokio_stream::iter(unknown)).await).await);
    // One at a time: after the first, each reply comes before the next request is there.
    let (out, events) = mpsc::channel(1);
    out.send(event("P3", 1, 7)).await.unwrap();
    let seen = client.scan(ReceiverStream::new(events)).await;
    let mut seen = seen.unwrap().into_inner();
    for state in [2, 5] {
        got.push(format!("{:?}", seen.message().await.unwrap()));
        out.send(event("P3", state, 7)).await.unwrap();
    }
    drop(out);
    got.extend(many(Ok(Response::new(seen))).await);

    for id in ["P1", "P2", "P3", "P9"] {
        got.extend(many(client.track(TrackRequest { id: id.into() }).await).await);
    }

    let locker = Parcel {
        destination: Some(Destination::Locker(String::new())),
        ..parcel("P6")
    };
    let nowhere = Parcel {
        destination: None,
        ..parcel("P7")
    };
    let van = [parcel("P5"), locker, nowhere, parcel("P8")];
    got.push(one(client.load(tokio_stream::iter(van)).await));
    got.push(one(client.load(tokio_stream::empty()).await));
    got
}

fn parcel(id: &str) -> Parcel {
    Parcel {
        id: id.into(),
        grams: 4_000_000_000,
        accepted_at: event(id, 0, 5).at,
        note: Some(String::new()),
        labels: [
            ("speed".into(), "express".into()),
            (String::new(), "ø".into()),
        ]
        .into(),
        destination: Some(Destination::Address(Address {
            city: "Bergen".into(),
            ..Address::default()
        })),
    }
}

fn event(id: &str, state: i32, nanos: i32) -> Event {
    let at = prost_types::Timestamp { seconds: -1, nanos };
    Event {
        id: id.into(),
        state,
        at: Some(at),
    }
}

fn one<T: Debug>(reply: Result<Response<T>, Status>) -> String {
    match reply {
        Ok(reply) => {
            let counter = reply.metadata().get("x-counter").cloned();
            format!("{:?} {counter:?}", reply.into_inner())
        }
        Err(status) => failed(&status),
    }
}

async fn many<T: Debug>(replies: Result<Response<Streaming<T>>, Status>) -> Vec<String> {
    let mut got = Vec::new();
    match replies {
        Ok(replies) => {
            let mut replies = replies.into_inner();
            while let Some(next) = replies.next().await {
                got.push(next.map_or_else(|status| failed(&status), |next| format!("{next:?}")));
            }
        }
        Err(status) => got.push(failed(&status)),
    }
    got
}

fn failed(status: &Status) -> String {
    format!("{:?} {:?}", status.code(), status.message())
}
