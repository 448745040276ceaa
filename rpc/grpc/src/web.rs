//! gRPC-Web: gRPC for browsers, which see no trailers ([PROTOCOL-WEB](https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-WEB.md)).
//!
//! The messages are those of gRPC. The trailers follow them in the body, as one more frame, and all of it may travel as base64. It comes
//! over HTTP/1.1 as well as HTTP/2; from pages of another origin after a question (CORS, Fetch standard, section 3.2).

use crate::headers;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use bytes::{BufMut, Bytes, BytesMut};
use http::header::{
    ACCESS_CONTROL_ALLOW_HEADERS, ACCESS_CONTROL_ALLOW_METHODS, ACCESS_CONTROL_ALLOW_ORIGIN,
    ACCESS_CONTROL_EXPOSE_HEADERS, ACCESS_CONTROL_MAX_AGE, ACCESS_CONTROL_REQUEST_HEADERS,
    ACCESS_CONTROL_REQUEST_METHOD, CONTENT_TYPE, ORIGIN, VARY,
};
use http::request::Parts;
use http::{HeaderMap, HeaderName, HeaderValue, Method, Response, StatusCode};
use stillwire_rpc::Form;

/// The flag of the frame that holds the trailers.
const TRAILERS: u8 = 0x80;

/// How long a browser may believe what it was told: a day, of which browsers take two hours (Chromium).
const MAX_AGE: HeaderValue = HeaderValue::from_static("86400");

/// The header that clients of gRPC-Web name themselves by.
const X_GRPC_WEB: HeaderName = HeaderName::from_static("x-grpc-web");

/// Whose pages may call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origins {
    /// Everybody's. For services that know callers by what they send with each call, and not by where they are.
    Any,
    /// Those of these origins, as `https://app.example`.
    Only(Vec<String>),
}

impl Origins {
    /// What an answer to a page of `origin` says, if it may see it.
    fn allow(&self, origin: &HeaderValue) -> Option<HeaderValue> {
        match self {
            Self::Any => Some(HeaderValue::from_static("*")),
            Self::Only(origins) => {
                let known = origins
                    .iter()
                    .any(|known| known.as_bytes() == origin.as_bytes());
                known.then(|| origin.clone())
            }
        }
    }

    /// Lets the page that asked see `headers`, and the answer that they begin.
    fn permit(&self, origin: Option<&HeaderValue>, headers: &mut HeaderMap) {
        headers.append(VARY, HeaderValue::from_static("origin"));
        if let Some(allowed) = origin.and_then(|origin| self.allow(origin)) {
            headers.insert(ACCESS_CONTROL_ALLOW_ORIGIN, allowed);
        }
    }

    /// The answer to a browser that asks whether a page may call.
    pub(crate) fn preflight<B: Default>(&self, parts: &Parts) -> Option<Response<B>> {
        let asks = parts.method == Method::OPTIONS
            && parts.headers.contains_key(ACCESS_CONTROL_REQUEST_METHOD);
        if !asks {
            return None;
        }
        let mut response = Response::new(B::default());
        *response.status_mut() = StatusCode::NO_CONTENT;
        let headers = response.headers_mut();
        self.permit(parts.headers.get(ORIGIN), headers);
        if headers.contains_key(ACCESS_CONTROL_ALLOW_ORIGIN) {
            headers.insert(
                ACCESS_CONTROL_ALLOW_METHODS,
                HeaderValue::from_static("POST"),
            );
            headers.insert(ACCESS_CONTROL_MAX_AGE, MAX_AGE);
            // Any metadata may be sent.
            if let Some(asked) = parts.headers.get(ACCESS_CONTROL_REQUEST_HEADERS) {
                headers.insert(ACCESS_CONTROL_ALLOW_HEADERS, asked.clone());
            }
        }
        Some(response)
    }
}

/// A call by gRPC-Web.
#[derive(Debug)]
pub(crate) struct WebCall {
    /// Whether the bodies are base64.
    pub(crate) text: bool,
    content_type: HeaderValue,
    origin: Option<HeaderValue>,
}

impl WebCall {
    /// What `parts` begin, if it is gRPC-Web; they are made those of the gRPC call that it stands for.
    pub(crate) fn of(parts: &mut Parts) -> Option<Self> {
        let content_type = parts.headers.get(CONTENT_TYPE)?.to_str().ok()?;
        let media = content_type.split(';').next()?.trim().to_ascii_lowercase();
        let rest = media.strip_prefix("application/grpc-web")?;
        let (text, form) = match rest.strip_prefix("-text") {
            Some(form) => (true, form),
            None => (false, rest),
        };
        let grpc = HeaderValue::from_str(&format!("application/grpc{form}")).ok()?;
        let known = headers::form_of(Some(&grpc))?;
        let form = match known.unwrap_or(Form::Protobuf) {
            Form::Protobuf => "+proto",
            Form::Native => "+stillwire",
        };
        let kind = if text { "-text" } else { "" };
        let content_type = format!("application/grpc-web{kind}{form}");
        parts.headers.insert(CONTENT_TYPE, grpc);
        parts.headers.remove(X_GRPC_WEB);
        Some(Self {
            text,
            content_type: HeaderValue::from_str(&content_type).ok()?,
            origin: parts.headers.get(ORIGIN).cloned(),
        })
    }

    /// Makes the headers of gRPC's answer those of gRPC-Web.
    pub(crate) fn answer<B>(&self, origins: &Origins, response: &mut Response<B>) {
        let headers = response.headers_mut();
        if headers.contains_key(CONTENT_TYPE) {
            headers.insert(CONTENT_TYPE, self.content_type.clone());
        }
        if self.origin.is_some() {
            origins.permit(self.origin.as_ref(), headers);
            // What a page may read, besides what any page may: metadata, and the status where it stands here.
            let names: Vec<&str> = headers.keys().map(HeaderName::as_str).collect();
            if let Ok(names) = HeaderValue::from_str(&names.join(",")) {
                headers.insert(ACCESS_CONTROL_EXPOSE_HEADERS, names);
            }
        }
    }
}

/// Trailers as the last frame of a body: a flag, a length, and lines as HTTP/1.1 has them.
pub(crate) fn trailers_frame(trailers: &HeaderMap) -> Bytes {
    let mut lines = BytesMut::new();
    for (name, value) in trailers {
        lines.put_slice(name.as_str().as_bytes());
        lines.put_slice(b": ");
        lines.put_slice(value.as_bytes());
        lines.put_slice(b"\r\n");
    }
    let mut frame = BytesMut::with_capacity(5 + lines.len());
    frame.put_u8(TRAILERS);
    // Bounded by what metadata and status may hold.
    frame.put_u32(u32::try_from(lines.len()).unwrap_or(0));
    frame.put(lines);
    frame.freeze()
}

/// A chunk of a body that travels as base64.
pub(crate) fn as_text(chunk: &[u8]) -> Bytes {
    STANDARD.encode(chunk).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(content_type: &str) -> Parts {
        let request = http::Request::post("/p.S/M").header("content-type", content_type);
        request.body(()).unwrap().into_parts().0
    }

    #[test]
    fn content_types_stand_for_those_of_grpc() {
        for (web, text, grpc, answer) in [
            (
                "application/grpc-web",
                false,
                "application/grpc",
                "application/grpc-web+proto",
            ),
            (
                "application/grpc-web-text; charset=utf-8",
                true,
                "application/grpc",
                "application/grpc-web-text+proto",
            ),
            (
                "Application/gRPC-Web-Text+Stillwire",
                true,
                "application/grpc+stillwire",
                "application/grpc-web-text+stillwire",
            ),
            (
                "application/grpc-web+thrift",
                false,
                "application/grpc+thrift",
                "application/grpc-web+proto",
            ),
        ] {
            let mut parts = parts(web);
            let call = WebCall::of(&mut parts).unwrap();
            assert_eq!(
                (call.text, call.content_type.as_bytes()),
                (text, answer.as_bytes())
            );
            assert_eq!(parts.headers["content-type"], grpc);
        }
        for other in ["application/grpc", "application/grpc-webs", "text/html"] {
            assert!(WebCall::of(&mut parts(other)).is_none(), "{other}");
        }
    }

    #[test]
    fn trailers_are_a_frame_of_lines() {
        let mut trailers = HeaderMap::new();
        trailers.insert("grpc-status", HeaderValue::from_static("5"));
        trailers.append("x-a", HeaderValue::from_static("b"));
        trailers.append("x-a", HeaderValue::from_static("c"));
        let frame = trailers_frame(&trailers);
        assert_eq!(
            &frame[..],
            b"\x80\0\0\0\x20grpc-status: 5\r\nx-a: b\r\nx-a: c\r\n"[..].to_vec()
        );
    }

    #[test]
    fn pages_of_other_origins_are_not_let_in() {
        let only = Origins::Only(vec!["https://app.example".into()]);
        let from = |text| HeaderValue::from_static(text);
        assert_eq!(
            only.allow(&from("https://app.example")),
            Some(from("https://app.example"))
        );
        assert_eq!(only.allow(&from("https://app.example.evil")), None);
        assert_eq!(only.allow(&from("null")), None);
        assert_eq!(Origins::Any.allow(&from("null")), Some(from("*")));
    }
}
