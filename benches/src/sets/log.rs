//! An access log: mostly text.

use crate::convert::To;
use crate::flatbuffers::log as fb;
use crate::proto::log as proto;
use crate::touch::{Sink, Touch};
use stillwire_samples::log::still;

/// What most peers take.
pub mod plain {
    plain! {
        message Log { records: Vec<Record> }
        message Record {
            address: [u8; 4],
            identity: String,
            user: String,
            timestamp: String,
            request: String,
            status: u16,
            size: u64,
        }
    }
}

messages! {
    Log LogView LogInit<'static> { records }
    Record RecordView RecordInit<'static> { address [sub], identity, user, timestamp, request, status, size }
}
few!(Log LogView records { status, size });

impl To<proto::Address> for [u8; 4] {
    fn to(&self) -> proto::Address {
        let [a, b, c, d] = self.map(u32::from);
        proto::Address { a, b, c, d }
    }
}

impl To<fb::Address> for [u8; 4] {
    fn to(&self) -> fb::Address {
        let [a, b, c, d] = *self;
        fb::Address { a, b, c, d }
    }
}

impl Touch for fb::AddressRef<'_> {
    #[inline(always)]
    fn touch<S: Sink>(self, sink: &mut S) {
        for part in [self.a(), self.b(), self.c(), self.d()] {
            part.touch(sink);
        }
    }
}

impl Touch for &proto::Address {
    #[inline(always)]
    fn touch<S: Sink>(self, sink: &mut S) {
        for part in [self.a, self.b, self.c, self.d] {
            part.touch(sink);
        }
    }
}
