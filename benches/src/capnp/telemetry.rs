//! Records of services.

use super::{Fill, fill, fill_each, len, message, read, read_few, set, set_text};
use crate::sets::telemetry::plain::{Body, LogBatch, LogRecord, Resource};
use crate::telemetry_capnp::{attribute, log_batch, log_record, resource};
use crate::touch::{Blob, Sink, Touch};
use capnp::struct_list;
use std::collections::BTreeMap;

impl Fill for LogBatch {
    message!(log_batch::Owned);

    fn fill(&self, mut to: Self::Builder<'_>) {
        fill!(self, to: resource);
        fill_each!(self, to: records);
        set!(self, to: dropped);
    }
}

impl Fill for Resource {
    message!(resource::Owned);

    fn fill(&self, mut to: Self::Builder<'_>) {
        set_text!(self, to: service);
        let room = to.init_attrs(self.attrs.len() as u32);
        attributes(&self.attrs, room);
    }
}

impl Fill for LogRecord {
    message!(log_record::Owned);

    fn fill(&self, mut to: Self::Builder<'_>) {
        set!(self, to: at);
        to.set_severity(self.severity as u8);
        if let Some(trace_id) = &self.trace_id {
            to.set_trace_id(trace_id);
        }
        if let Some(span_id) = &self.span_id {
            to.set_span_id(span_id);
        }
        if let Some(user_id) = &self.user_id {
            to.set_user_id(user_id.as_str());
        }
        let mut body = to.reborrow().init_body();
        match &self.body {
            Body::Text(text) => body.set_text(text.as_str()),
            Body::Json(json) => body.set_json(json.as_str()),
            Body::Raw(raw) => body.set_raw(raw),
        }
        attributes(&self.attrs, to.init_attrs(self.attrs.len() as u32));
    }
}

fn attributes(from: &BTreeMap<String, String>, mut to: struct_list::Builder<'_, attribute::Owned>) {
    for (i, (key, value)) in from.iter().enumerate() {
        let mut attribute = to.reborrow().get(i as u32);
        attribute.set_key(key.as_str());
        attribute.set_value(value.as_str());
    }
}

read! {
    log_batch::Reader<'_> { resource, records, dropped }
    resource::Reader<'_> { service, attrs }
    attribute::Reader<'_> { key, value }
}
read_few!(log_batch::Reader<'_>, records { at, severity });

impl Touch for log_record::Reader<'_> {
    #[inline(always)]
    fn touch<S: Sink>(self, sink: &mut S) {
        self.get_at().touch(sink);
        self.get_severity().touch(sink);
        Blob(self.has_trace_id().then(|| self.get_trace_id())).touch(sink);
        Blob(self.has_span_id().then(|| self.get_span_id())).touch(sink);
        self.get_body().touch(sink);
        self.get_attrs().touch(sink);
        self.has_user_id().then(|| self.get_user_id()).touch(sink);
    }
}

impl Touch for log_record::body::Reader<'_> {
    #[inline(always)]
    fn touch<S: Sink>(self, sink: &mut S) {
        match self.which() {
            Ok(log_record::body::Which::Text(text)) => {
                sink.number(1);
                text.touch(sink);
            }
            Ok(log_record::body::Which::Json(json)) => {
                sink.number(2);
                json.touch(sink);
            }
            Ok(log_record::body::Which::Raw(raw)) => {
                sink.number(3);
                Blob(raw).touch(sink);
            }
            Err(_) => sink.broken(),
        }
    }
}
