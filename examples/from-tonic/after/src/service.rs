//! What the service does.
use crate::acme::parcels::v1::ParcelDestinationView as Destination;
use crate::acme::parcels::v1::Parcels;
use crate::acme::parcels::v1::{Event, Manifest, Parcel, Receipt, State, TrackRequest};
use std::collections::BTreeMap;
use std::sync::Mutex;
use stillwire::{Call, Encoded, Fault, Inbound, Outbound, Reply, Status, Timestamp};

const DAY: i64 = 86_400 * 1_000_000_000;

/// What has happened to each parcel.
#[derive(Debug, Default)]
pub struct Depot {
    events: Mutex<BTreeMap<String, Vec<Encoded<Event>>>>,
}

impl Parcels for Depot {
    async fn post(&self, call: &Call, request: Encoded<Parcel>) -> Result<Reply<Receipt>, Fault> {
        let counter = call.metadata().get("x-counter").cloned();
        let parcel = request.view();
        if parcel.grams() == 0 {
            let text = format!("parcel {}: weighs nothing", parcel.id());
            return Err(Status::invalid_argument(text).into());
        }
        let Some(accepted_at) = parcel.accepted_at() else {
            return Err(Status::invalid_argument("no time").into());
        };
        let express = parcel
            .labels()
            .get("speed")
            .is_some_and(|it| it == "express");
        let days = if express { 1 } else { 3 };
        let event = Event {
            id: parcel.id().into(),
            state: State::Accepted,
            at: Some(accepted_at),
        };
        let mut events = self.events.lock().unwrap();
        events.insert(parcel.id().into(), vec![event.encode()]);
        let mut reply = Reply::from(Receipt {
            id: parcel.id().into(),
            due: Some(Timestamp(accepted_at.0.saturating_add(days * DAY))),
            cents: i64::from(parcel.grams() / 10) + i64::from(parcel.note().is_some()) * 50,
        });
        if let Some(counter) = counter {
            let kept = reply.leading_mut().set("x-counter", counter);
            kept.map_err(|error| Status::internal(error.to_string()))?;
        }
        Ok(reply)
    }

    async fn track(
        &self,
        _: &Call,
        request: Encoded<TrackRequest>,
        out: Outbound<Event>,
    ) -> Result<(), Fault> {
        let id = request.view().id();
        let events = self.events.lock().unwrap().get(id).cloned();
        let Some(events) = events else {
            return Err(Status::not_found(format!("no parcel {id}")).into());
        };
        for event in events {
            out.send(&event).await?;
        }
        Ok(())
    }

    async fn load(&self, _: &Call, mut parcels: Inbound<Parcel>) -> Result<Reply<Manifest>, Fault> {
        let mut manifest = Manifest::default();
        while let Some(parcel) = parcels.next().await? {
            manifest.parcels += 1;
            manifest.grams += u64::from(parcel.view().grams());
            if let Some(Destination::Address(address)) = parcel.view().destination() {
                *manifest.by_city.entry(address.city().into()).or_default() += 1;
            }
        }
        Ok(Reply::from(manifest))
    }

    async fn scan(
        &self,
        _: &Call,
        mut input: Inbound<Event>,
        out: Outbound<Event>,
    ) -> Result<(), Fault> {
        while let Some(event) = input.next().await? {
            match self.events.lock().unwrap().get_mut(event.view().id()) {
                Some(events) => events.push(event.clone()),
                None => {
                    let text = format!("no parcel {}", event.view().id());
                    return Err(Status::not_found(text).into());
                }
            }
            out.send(&event).await?;
        }
        Ok(())
    }
}
