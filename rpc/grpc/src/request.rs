//! What stands in a request's headers, and what is refused there.

use crate::compression::Compression;
use crate::{headers, timeout};
use http::{HeaderMap, Method, StatusCode, request::Parts};
use std::time::{Duration, Instant};
use stillwire_rpc::{Form, Metadata, Status};

/// Why a request is not taken.
#[derive(Debug)]
pub(crate) enum Refusal {
    /// It is not gRPC: an HTTP status alone.
    Http(StatusCode),
    /// It is gRPC, and wrong.
    Grpc(Status),
}

impl From<Status> for Refusal {
    fn from(status: Status) -> Self {
        Self::Grpc(status)
    }
}

/// A request's headers, understood.
#[derive(Debug)]
pub(crate) struct Head {
    pub(crate) form: Form,
    /// How its messages may be compressed.
    pub(crate) compression: Option<Compression>,
    pub(crate) deadline: Option<Instant>,
    pub(crate) metadata: Metadata,
}

/// Reads the headers of a request.
pub(crate) fn read(parts: &Parts) -> Result<Head, Refusal> {
    if parts.method != Method::POST {
        return Err(Refusal::Http(StatusCode::METHOD_NOT_ALLOWED));
    }
    let form = headers::form_of(parts.headers.get(http::header::CONTENT_TYPE));
    let form = form.ok_or(Refusal::Http(StatusCode::UNSUPPORTED_MEDIA_TYPE))??;
    let compression = Compression::of(&parts.headers).map_err(|other| {
        Status::unimplemented(format!(
            "grpc-encoding {other:?} is not taken; identity, gzip and zstd are"
        ))
    })?;
    let deadline = deadline(&parts.headers)?;
    Ok(Head {
        form,
        compression,
        deadline,
        metadata: headers::read(&parts.headers)?,
    })
}

fn deadline(headers: &HeaderMap) -> Result<Option<Instant>, Status> {
    let mut values = headers.get_all(headers::TIMEOUT).iter();
    let Some(value) = values.next() else {
        return Ok(None);
    };
    if values.next().is_some() {
        return Err(Status::invalid_argument("grpc-timeout stands there twice"));
    }
    let left: Duration = timeout::parse(value.as_bytes())?;
    // The server caps deadlines, so one beyond the clock's reach is as good as none.
    Ok(Instant::now().checked_add(left))
}
