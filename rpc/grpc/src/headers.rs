//! Metadata as HTTP headers, and back.
//!
//! Text travels as it is. Values of `-bin` keys travel as base64 without padding; padding is taken too, and several
//! values in one header are separated by commas.

use base64::alphabet::STANDARD;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use base64::{DecodeError, Engine};
use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue};
use stillwire_rpc::{Form, Metadata, MetadataError, Status};

/// Writes without padding, reads with or without.
pub(crate) const BASE64: GeneralPurpose = GeneralPurpose::new(
    &STANDARD,
    GeneralPurposeConfig::new()
        .with_encode_padding(false)
        .with_decode_padding_mode(DecodePaddingMode::Indifferent),
);

pub(crate) const TIMEOUT: HeaderName = HeaderName::from_static("grpc-timeout");
pub(crate) const ENCODING: HeaderName = HeaderName::from_static("grpc-encoding");
pub(crate) const ACCEPT_ENCODING: HeaderName = HeaderName::from_static("grpc-accept-encoding");
pub(crate) const PROTOBUF: HeaderValue = HeaderValue::from_static("application/grpc");
pub(crate) const NATIVE: HeaderValue = HeaderValue::from_static("application/grpc+stillwire");

/// The content type of a form.
pub(crate) fn content_type(form: Form) -> HeaderValue {
    match form {
        Form::Native => NATIVE,
        Form::Protobuf => PROTOBUF,
    }
}

/// The form that a content type asks for; `None` where it is not gRPC, or of a form that nobody has.
pub(crate) fn form_of(content_type: Option<&HeaderValue>) -> Option<Result<Form, Status>> {
    let value = content_type?.to_str().ok()?;
    let media = value
        .split(';')
        .next()
        .unwrap_or_default()
        .trim()
        .to_ascii_lowercase();
    match media.strip_prefix("application/grpc")? {
        "" | "+proto" => Some(Ok(Form::Protobuf)),
        "+stillwire" => Some(Ok(Form::Native)),
        other if other.starts_with('+') => Some(Err(Status::unimplemented(format!(
            "messages as {other:?} are not served"
        )))),
        _ => None,
    }
}

/// Adds metadata to headers.
pub(crate) fn write(metadata: &Metadata, headers: &mut HeaderMap) {
    for (key, value) in metadata.iter() {
        let value = match key.ends_with("-bin") {
            true => HeaderValue::from_maybe_shared(Bytes::from(BASE64.encode(value))),
            false => HeaderValue::from_maybe_shared(value.clone()),
        };
        // Metadata's rules are stricter than HTTP's, so both hold; were they not to, the entry is what can be missed.
        if let (Ok(key), Ok(value)) = (HeaderName::from_bytes(key.as_bytes()), value) {
            headers.append(key, value);
        }
    }
}

/// Reads metadata from headers, without those that HTTP and gRPC have for themselves.
///
/// # Errors
/// Where it is more than [`Metadata`] holds, or a `-bin` value is not base64.
pub(crate) fn read(headers: &HeaderMap) -> Result<Metadata, Status> {
    let mut metadata = Metadata::new();
    for (key, value) in headers {
        let key = key.as_str();
        for value in values(key, value) {
            let value = value
                .map_err(|error| Status::invalid_argument(format!("metadata {key:?}: {error}")))?;
            append(&mut metadata, key, value)?;
        }
    }
    Ok(metadata)
}

/// The same of an answer, whose metadata must not turn it into another one: what is broken or too much is left out, and nothing
/// else with it.
pub(crate) fn read_answer(headers: &HeaderMap) -> Metadata {
    let mut metadata = Metadata::new();
    for (key, value) in headers {
        let key = key.as_str();
        for value in values(key, value).flatten() {
            let _ = append(&mut metadata, key, value);
        }
    }
    metadata
}

/// The values in one header: one of text, one or more of bytes.
fn values<'a>(
    key: &str,
    value: &'a HeaderValue,
) -> impl Iterator<Item = Result<Bytes, DecodeError>> + use<'a> {
    let binary = key.ends_with("-bin");
    let parts = value.as_bytes().split(move |byte| binary && *byte == b',');
    parts.map(move |part| {
        let part = part.trim_ascii();
        if binary {
            BASE64.decode(part).map(Bytes::from)
        } else {
            Ok(Bytes::copy_from_slice(part))
        }
    })
}

/// Headers that are no metadata are left out, as HTTP's own always are among them; what overflows is refused.
fn append(metadata: &mut Metadata, key: &str, value: Bytes) -> Result<(), Status> {
    match metadata.append(key, value) {
        Err(error @ (MetadataError::TooMany { .. } | MetadataError::TooLarge { .. })) => {
            Err(Status::resource_exhausted(error.to_string()))
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn metadata_returns_from_headers(
            text in prop::collection::vec(("[a-z][a-z0-9_.]{0,8}", "[!-~]([ -~]{0,20}[!-~])?"), 0..8),
            bytes in prop::collection::vec(prop::collection::vec(any::<u8>(), 0..40), 0..4),
        ) {
            let mut metadata = Metadata::new();
            for (key, value) in text {
                let _ = metadata.append(&key, value);
            }
            for value in bytes {
                metadata.append("trace-bin", value).unwrap();
            }
            let mut headers = HeaderMap::new();
            write(&metadata, &mut headers);
            let back = read(&headers).unwrap();
            prop_assert_eq!(back.len(), metadata.len());
            for (key, _) in metadata.iter() {
                prop_assert!(back.get_all(key).eq(metadata.get_all(key)));
            }
        }
    }

    #[test]
    fn base64_is_taken_with_padding_and_several_in_one_header() {
        let mut headers = HeaderMap::new();
        headers.append("a-bin", HeaderValue::from_static("AQ==,AQ, AgM"));
        let metadata = read(&headers).unwrap();
        assert_eq!(
            metadata.get_all("a-bin").collect::<Vec<_>>(),
            [&[1u8][..], &[1], &[2, 3]]
        );
        headers.append("a-bin", HeaderValue::from_static("***"));
        assert!(read(&headers).is_err());
    }

    #[test]
    fn of_an_answer_only_what_is_broken_or_too_much_is_left_out() {
        let mut headers = HeaderMap::new();
        headers.append("a-bin", HeaderValue::from_static("AQ,***,Ag"));
        headers.append(
            "large",
            HeaderValue::from_str(&"v".repeat(17 << 10)).unwrap(),
        );
        headers.append("b", HeaderValue::from_static("text, with a comma"));
        let metadata = read_answer(&headers);
        assert_eq!(
            metadata.get_all("a-bin").collect::<Vec<_>>(),
            [&[1u8][..], &[2]]
        );
        assert_eq!(metadata.get_text("b"), Some("text, with a comma"));
        assert_eq!(metadata.len(), 3);
    }

    #[test]
    fn content_types_name_the_form() {
        let form = |text: &'static str| form_of(Some(&HeaderValue::from_static(text)));
        assert!(matches!(form("application/grpc"), Some(Ok(Form::Protobuf))));
        assert!(matches!(
            form("application/grpc+proto; charset=x"),
            Some(Ok(Form::Protobuf))
        ));
        assert!(matches!(
            form("application/grpc+stillwire"),
            Some(Ok(Form::Native))
        ));
        assert!(matches!(form("application/grpc+json"), Some(Err(_))));
        assert!(form("application/grpc-web").is_none());
        assert!(form("application/json").is_none());
        assert!(form_of(None).is_none());
    }
}
