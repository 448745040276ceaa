//! Records of services: maps of strings, and a union.

use crate::convert::{Lend, To};
use crate::flatbuffers::telemetry as fb;
use crate::proto::telemetry as proto;
use crate::touch::{Blob, Sink, Touch};
use std::collections::BTreeMap;
use stillwire_samples::telemetry::still;

/// What most peers take.
pub mod plain {
    use std::collections::BTreeMap;

    plain! {
        numbers Severity {
            Unspecified = 0,
            Trace = 1,
            Debug = 5,
            Info = 9,
            Warn = 13,
            Error = 17,
            Fatal = 21,
        }
        message Resource { service: String, attrs: BTreeMap<String, String> }
        choice Body { Text(String), Json(String), Raw(Vec<u8>) }
        message LogRecord {
            at: i64,
            severity: Severity,
            trace_id: Option<[u8; 16]>,
            span_id: Option<[u8; 8]>,
            body: Body,
            attrs: BTreeMap<String, String>,
            user_id: Option<String>,
        }
        message LogBatch { resource: Resource, records: Vec<LogRecord>, dropped: u64 }
    }
}

enums! { Severity { Unspecified, Trace, Debug, Info, Warn, Error, Fatal } }
messages! {
    Resource ResourceView ResourceInit<'static> { service, attrs }
    LogRecord LogRecordView LogRecordInit<'static> {
        at, severity, trace_id [blob], span_id [blob], body [sub], attrs, user_id,
    }
    LogBatch LogBatchView LogBatchInit<'static> { resource [sub], records, dropped }
}
few!(LogBatch LogBatchView records { at, severity });

impl Lend<still::BodyInit<'static>> for still::Body {
    fn lend(&'static self) -> still::BodyInit<'static> {
        match self {
            Self::Text(text) => still::BodyInit::Text(text),
            Self::Json(json) => still::BodyInit::Json(json),
            Self::Raw(raw) => still::BodyInit::Raw(raw),
            Self::Unknown(_) => panic!("no generator makes another variant"),
        }
    }
}

impl To<plain::Body> for still::Body {
    fn to(&self) -> plain::Body {
        match self {
            Self::Text(text) => plain::Body::Text(text.clone()),
            Self::Json(json) => plain::Body::Json(json.clone()),
            Self::Raw(raw) => plain::Body::Raw(raw.clone()),
            Self::Unknown(_) => panic!("no generator makes another variant"),
        }
    }
}

impl To<proto::Body> for still::Body {
    fn to(&self) -> proto::Body {
        use proto::body::Kind;
        proto::Body {
            kind: Some(match self {
                Self::Text(text) => Kind::Text(text.clone()),
                Self::Json(json) => Kind::Json(json.clone()),
                Self::Raw(raw) => Kind::Raw(raw.clone()),
                Self::Unknown(_) => panic!("no generator makes another variant"),
            }),
        }
    }
}

impl To<fb::Body> for still::Body {
    fn to(&self) -> fb::Body {
        match self {
            Self::Text(it) => fb::Body::Text(Box::new(fb::Text { it: it.clone() })),
            Self::Json(it) => fb::Body::Json(Box::new(fb::Json { it: it.clone() })),
            Self::Raw(it) => fb::Body::Raw(Box::new(fb::Raw { it: it.clone() })),
            Self::Unknown(_) => panic!("no generator makes another variant"),
        }
    }
}

impl To<Vec<fb::Attribute>> for BTreeMap<String, String> {
    fn to(&self) -> Vec<fb::Attribute> {
        let attribute = |(key, value): (&String, &String)| fb::Attribute {
            key: key.clone(),
            value: value.clone(),
        };
        self.iter().map(attribute).collect()
    }
}

impl Touch for fb::AttributeRef<'_> {
    #[inline(always)]
    fn touch<S: Sink>(self, sink: &mut S) {
        self.key().touch(sink);
        self.value().touch(sink);
    }
}

impl Touch for fb::BodyRef<'_> {
    #[inline(always)]
    fn touch<S: Sink>(self, sink: &mut S) {
        match self {
            Self::Text(text) => {
                sink.number(1);
                text.it().touch(sink);
            }
            Self::Json(json) => {
                sink.number(2);
                json.it().touch(sink);
            }
            Self::Raw(raw) => {
                sink.number(3);
                Blob(raw.it()).touch(sink);
            }
        }
    }
}

/// A union: which variant it is, then what that holds.
macro_rules! touch_body {
    ($($ty:ty: $body:ident $(| $unknown:ident)?),*) => {$(
        impl Touch for $ty {
            #[inline(always)]
            fn touch<S: Sink>(self, sink: &mut S) {
                use $body as Body;
                match self {
                    Body::Text(text) => {
                        sink.number(1);
                        text.touch(sink);
                    }
                    Body::Json(json) => {
                        sink.number(2);
                        json.touch(sink);
                    }
                    Body::Raw(raw) => {
                        sink.number(3);
                        Blob(raw).touch(sink);
                    }
                    $(Body::$unknown(_) => sink.broken(),)?
                }
            }
        }
    )*};
}
use plain::{ArchivedBody, Body as PlainBody};
use still::{Body as StillBody, BodyView};
touch_body! {
    &plain::Body: PlainBody,
    &ArchivedBody: ArchivedBody,
    &still::Body: StillBody | Unknown,
    BodyView<'_>: BodyView | Unknown
}

impl Touch for &proto::Body {
    #[inline(always)]
    fn touch<S: Sink>(self, sink: &mut S) {
        use proto::body::Kind;
        match &self.kind {
            Some(Kind::Text(text)) => {
                sink.number(1);
                text.touch(sink);
            }
            Some(Kind::Json(json)) => {
                sink.number(2);
                json.touch(sink);
            }
            Some(Kind::Raw(raw)) => {
                sink.number(3);
                Blob(raw).touch(sink);
            }
            None => sink.broken(),
        }
    }
}
