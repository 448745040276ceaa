//! The typed details of a status: `google.rpc.Status`, of gRPC's richer error model.

use super::visible;
use prost::Message as _;
use prost_reflect::{DescriptorPool, DynamicMessage};
use stillwire::Status;

/// `google.rpc.Status`, of which code and message are told otherwise.
#[derive(Clone, PartialEq, prost::Message)]
struct Details {
    #[prost(message, repeated, tag = "3")]
    details: Vec<Any>,
}

#[derive(Clone, PartialEq, prost::Message)]
struct Any {
    #[prost(string, tag = "1")]
    type_url: String,
    #[prost(bytes = "vec", tag = "2")]
    value: Vec<u8>,
}

/// Each detail on a line: its type and its JSON, or its bytes where the type is not known.
pub(super) fn lines(status: &Status, files: &DescriptorPool) -> Vec<String> {
    let Ok(all) = Details::decode(status.details.as_ref()) else {
        return vec![format!("no google.rpc.Status: {}", hex(&status.details))];
    };
    all.details.iter().map(|any| line(any, files)).collect()
}

fn line(any: &Any, files: &DescriptorPool) -> String {
    let name = any.type_url.rsplit('/').next().unwrap_or_default();
    let told = visible(name);
    let json = files.get_message_by_name(name).and_then(|of| {
        let message = DynamicMessage::decode(of, any.value.as_slice()).ok()?;
        serde_json::to_string(&message).ok()
    });
    format!("{told} {}", json.unwrap_or_else(|| hex(&any.value)))
}

/// Bytes for people.
pub(super) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
