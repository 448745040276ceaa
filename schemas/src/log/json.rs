//! The log as serde writes it.

use crate::json::messages;
use serde::{Deserialize, Serialize};

messages! {
    Log {
        records: Vec<Record>,
    }
    Record {
        address: [u8; 4],
        identity: String,
        user: String,
        timestamp: String,
        request: String,
        status: u16,
        size: u64,
    }
}
