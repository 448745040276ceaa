//! The log's messages in every form.

use super::{json, protobuf, still};
use crate::forms::in_every_form;
use crate::{Sample, checksum};

in_every_form! {
    Log LogView { records }
    Record RecordView { address, identity, user, timestamp, request, status, size }
}

impl Sample for still::Log {
    type Json = json::Log;
    type Protobuf = protobuf::Log;

    fn checksum_in_place(view: still::LogView<'_>) -> u64 {
        checksum(view)
    }
}
