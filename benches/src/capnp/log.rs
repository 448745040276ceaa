//! The access log.

use super::{Fill, fill_each, len, message, read, read_few, set, set_text};
use crate::log_capnp::{log, record};
use crate::sets::log::plain::{Log, Record};
use crate::touch::{Sink, Touch};

impl Fill for Log {
    message!(log::Owned);

    fn fill(&self, mut to: Self::Builder<'_>) {
        fill_each!(self, to: records);
    }
}

impl Fill for Record {
    message!(record::Owned);

    fn fill(&self, mut to: Self::Builder<'_>) {
        let [a, b, c, d] = self.address;
        to.set_a(a);
        to.set_b(b);
        to.set_c(c);
        to.set_d(d);
        set_text!(self, to: identity user timestamp request);
        set!(self, to: status size);
    }
}

read! {
    log::Reader<'_> { records }
    record::Reader<'_> { a, b, c, d, identity, user, timestamp, request, status, size }
}
read_few!(log::Reader<'_>, records { status, size });
