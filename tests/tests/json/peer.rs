//! prost-reflect with the descriptors of the emitted proto: one JSON for both.

use proptest::prelude::TestCaseError;
use prost::Message as _;
use prost_reflect::{DescriptorPool, DynamicMessage, SerializeOptions};
use serde_json::Value;
use std::fmt::Debug;
use std::sync::LazyLock;
use stillwire::codec::Message;
use stillwire::{Encoded, Limits};

static POOL: LazyLock<DescriptorPool> = LazyLock::new(|| {
    let bytes = include_bytes!(concat!(env!("OUT_DIR"), "/every.binpb"));
    let mut pool = DescriptorPool::decode(&bytes[..]).unwrap();
    let bytes = include_bytes!(concat!(env!("OUT_DIR"), "/wellknown.binpb"));
    pool.decode_file_descriptor_set(&bytes[..]).unwrap();
    pool
});

/// Our text is the peer's message, and the peer's text ours.
pub(crate) fn agrees<M: Message + Debug>(ours: &Encoded<M>) -> Result<(), TestCaseError>
where
    for<'a> M::View<'a>: Debug,
{
    let (schema, index) = M::TABLE.get();
    let name = schema.messages[index].name;
    let descriptor = POOL.get_message_by_name(name).unwrap();
    let text = ours.to_json().unwrap();
    // Protobuf's enums have 32 bits and a sign: the peer has no number above 2³¹ to give back.
    if name == "test.every.v1.Names" && text.contains("\"ok\":-") {
        return Ok(());
    }
    // The peer takes -0.0 for the default, and does not write it: it gets 0.0 in its place.
    let unsigned = text.replace(":-0,", ":0,").replace(":-0}", ":0}");
    if unsigned != text {
        let ours = Encoded::from_json_with(&unsigned, &Default::default(), &Limits::TRUSTED);
        let ours = ours.map_err(|error| TestCaseError::fail(format!("{error} in {unsigned}")))?;
        return agrees::<M>(&ours);
    }
    let mut reader = serde_json::Deserializer::from_str(&text);
    let theirs = DynamicMessage::deserialize(descriptor.clone(), &mut reader)
        .map_err(|error| TestCaseError::fail(format!("the peer says {error} of {text}")))?;
    let form = ours.to_protobuf().unwrap();
    let said = DynamicMessage::decode(descriptor, &form[..]).unwrap();
    // Compared as bytes: NaN is not equal to itself.
    let same = Encoded::<M>::from_protobuf(&theirs.encode_to_vec(), &Limits::TRUSTED);
    if same.as_ref() != Ok(ours) {
        return Err(TestCaseError::fail(format!(
            "{text} is {theirs} there: {same:?}"
        )));
    }
    let plain = SerializeOptions::new();
    let options = [
        plain.clone(),
        plain.clone().skip_default_fields(false),
        plain
            .clone()
            .use_proto_field_name(true)
            .use_enum_numbers(true)
            .stringify_64_bit_integers(false),
    ];
    for options in options {
        let mut out = serde_json::Serializer::new(Vec::new());
        said.serialize_with_options(&mut out, &options).unwrap();
        let out = String::from_utf8(out.into_inner()).unwrap();
        let back = Encoded::<M>::from_json_with(&out, &Default::default(), &Limits::TRUSTED);
        if back.as_ref() != Ok(ours) {
            return Err(TestCaseError::fail(format!(
                "the peer's {out} is {back:?}, not {text}"
            )));
        }
    }
    // Where there is one way to say it, the texts are the same.
    let mut out = serde_json::Serializer::new(Vec::new());
    said.serialize_with_options(&mut out, &plain).unwrap();
    let theirs: Value = serde_json::from_slice(&out.into_inner()).unwrap();
    let ours: Value = serde_json::from_str(&text).unwrap();
    proptest::prop_assert_eq!(by_value(ours), by_value(theirs));
    Ok(())
}

/// With numbers by their value: the peer writes `0.0` for `0`.
fn by_value(value: Value) -> Value {
    match value {
        Value::Number(number) => number.as_f64().map_or(Value::Null, Value::from),
        Value::Array(values) => values.into_iter().map(by_value).collect(),
        Value::Object(members) => members
            .into_iter()
            .map(|(key, value)| (key, by_value(value)))
            .collect(),
        other => other,
    }
}
