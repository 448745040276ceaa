//! What prost would generate for the protobuf form of the hand-written types, and the way there.
#![allow(unreachable_pub, missing_docs)]

use super::generated as ours;
use std::collections::BTreeMap;

#[derive(Clone, PartialEq, prost::Message)]
pub struct Limit {
    #[prost(sint64, tag = "1")]
    pub price: i64,
    #[prost(uint64, optional, tag = "2")]
    pub display: Option<u64>,
}

#[derive(Clone, PartialEq, prost::Message)]
pub struct Level {
    #[prost(sint64, tag = "1")]
    pub price: i64,
    #[prost(uint32, tag = "2")]
    pub qty: u32,
}

#[derive(Clone, PartialEq, prost::Message)]
pub struct Kind {
    #[prost(oneof = "KindOneof", tags = "1, 2, 3")]
    pub kind: Option<KindOneof>,
}

#[derive(Clone, PartialEq, prost::Oneof)]
pub enum KindOneof {
    #[prost(message, tag = "1")]
    Market(()),
    #[prost(message, tag = "2")]
    Limit(Limit),
    #[prost(string, tag = "3")]
    Note(String),
}

#[derive(Clone, PartialEq, prost::Message)]
pub struct Order {
    #[prost(uint64, tag = "1")]
    pub id: u64,
    #[prost(bool, tag = "2")]
    pub live: bool,
    #[prost(int32, optional, tag = "3")]
    pub side: Option<i32>,
    #[prost(string, tag = "4")]
    pub symbol: String,
    #[prost(string, optional, tag = "5")]
    pub note: Option<String>,
    #[prost(uint32, optional, tag = "6")]
    pub size: Option<u32>,
    #[prost(message, optional, tag = "7")]
    pub limit: Option<Limit>,
    #[prost(message, repeated, tag = "8")]
    pub legs: Vec<Limit>,
    #[prost(message, repeated, tag = "9")]
    pub levels: Vec<Level>,
    #[prost(message, optional, tag = "10")]
    pub kind: Option<Kind>,
    #[prost(string, repeated, tag = "11")]
    pub tags: Vec<String>,
    #[prost(btree_map = "string, uint32", tag = "12")]
    pub attrs: BTreeMap<String, u32>,
    #[prost(string, optional, tag = "14")]
    pub trace: Option<String>,
    #[prost(bool, repeated, tag = "15")]
    pub bits: Vec<bool>,
    #[prost(message, optional, tag = "16")]
    pub stop: Option<Limit>,
}

impl From<&ours::Limit> for Limit {
    fn from(limit: &ours::Limit) -> Self {
        Self {
            price: limit.price,
            display: limit.display,
        }
    }
}

impl From<&ours::Kind> for Kind {
    fn from(kind: &ours::Kind) -> Self {
        let kind = match kind {
            ours::Kind::Market => Some(KindOneof::Market(())),
            ours::Kind::Limit(limit) => Some(KindOneof::Limit(limit.into())),
            ours::Kind::Note(note) => Some(KindOneof::Note(note.clone())),
            ours::Kind::Unknown(_) => None,
        };
        Self { kind }
    }
}

impl From<&ours::Order> for Order {
    fn from(order: &ours::Order) -> Self {
        Self {
            id: order.id,
            live: order.live,
            side: Some(i32::from(order.side.number())),
            symbol: order.symbol.clone(),
            note: order.note.clone(),
            size: order.size,
            limit: order.limit.as_ref().map(Into::into),
            legs: order.legs.iter().map(Into::into).collect(),
            levels: order
                .levels
                .iter()
                .map(|l| Level {
                    price: l.price,
                    qty: l.qty,
                })
                .collect(),
            kind: Some((&order.kind).into()),
            tags: order.tags.clone(),
            attrs: order.attrs.clone(),
            trace: order.trace.map(|id| id.to_string()),
            bits: order.bits.clone(),
            stop: Some((&order.stop).into()),
        }
    }
}
