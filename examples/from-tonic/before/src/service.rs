//! What the service does.
use crate::pb::parcel::Destination;
use crate::pb::parcels_server::Parcels;
use crate::pb::{Event, Manifest, Parcel, Receipt, State, TrackRequest};
use prost_types::Timestamp;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use tokio::sync::mpsc;
use tokio_stream::wrappers::ReceiverStream;
use tonic::{Request, Response, Status, Streaming};

const DAY: i64 = 86_400;

/// What has happened to each parcel.
#[derive(Debug, Default)]
pub struct Depot {
    events: Arc<Mutex<BTreeMap<String, Vec<Event>>>>,
}

#[tonic::async_trait]
impl Parcels for Depot {
    async fn post(&self, request: Request<Parcel>) -> Result<Response<Receipt>, Status> {
        let counter = request.metadata().get("x-counter").cloned();
        let parcel = request.into_inner();
        if parcel.grams == 0 {
            let text = format!("parcel {}: weighs nothing", parcel.id);
            return Err(Status::invalid_argument(text));
        }
        let Some(accepted_at) = parcel.accepted_at else {
            return Err(Status::invalid_argument("no time"));
        };
        let express = parcel.labels.get("speed").is_some_and(|it| it == "express");
        let days = if express { 1 } else { 3 };
        let event = Event {
            id: parcel.id.clone(),
            state: State::Accepted.into(),
            at: Some(accepted_at),
        };
        let mut events = self.events.lock().unwrap();
        events.insert(parcel.id.clone(), vec![event]);
        let mut reply = Response::new(Receipt {
            id: parcel.id,
            due: Some(Timestamp {
                seconds: accepted_at.seconds.saturating_add(days * DAY),
                nanos: accepted_at.nanos,
            }),
            cents: i64::from(parcel.grams / 10) + i64::from(parcel.note.is_some()) * 50,
        });
        if let Some(counter) = counter {
            reply.metadata_mut().insert("x-counter", counter);
        }
        Ok(reply)
    }

    type TrackStream = ReceiverStream<Result<Event, Status>>;

    async fn track(
        &self,
        request: Request<TrackRequest>,
    ) -> Result<Response<Self::TrackStream>, Status> {
        let id = request.into_inner().id;
        let events = self.events.lock().unwrap().get(&id).cloned();
        let Some(events) = events else {
            return Err(Status::not_found(format!("no parcel {id}")));
        };
        let (out, replies) = mpsc::channel(16);
        tokio::spawn(async move {
            for event in events {
                if out.send(Ok(event)).await.is_err() {
                    return;
                }
            }
        });
        Ok(Response::new(ReceiverStream::new(replies)))
    }

    async fn load(
        &self,
        request: Request<Streaming<Parcel>>,
    ) -> Result<Response<Manifest>, Status> {
        let mut parcels = request.into_inner();
        let mut manifest = Manifest::default();
        while let Some(parcel) = parcels.message().await? {
            manifest.parcels += 1;
            manifest.grams += u64::from(parcel.grams);
            if let Some(Destination::Address(address)) = parcel.destination {
                *manifest.by_city.entry(address.city).or_default() += 1;
            }
        }
        Ok(Response::new(manifest))
    }

    type ScanStream = ReceiverStream<Result<Event, Status>>;

    async fn scan(
        &self,
        request: Request<Streaming<Event>>,
    ) -> Result<Response<Self::ScanStream>, Status> {
        let mut input = request.into_inner();
        let kept = self.events.clone();
        let (out, replies) = mpsc::channel(16);
        tokio::spawn(async move {
            while let Ok(Some(event)) = input.message().await {
                let known = match kept.lock().unwrap().get_mut(&event.id) {
                    Some(events) => {
                        events.push(event.clone());
                        Ok(event)
                    }
                    None => Err(Status::not_found(format!("no parcel {}", event.id))),
                };
                let ends = known.is_err();
                if out.send(known).await.is_err() || ends {
                    return;
                }
            }
        });
        Ok(Response::new(ReceiverStream::new(replies)))
    }
}
