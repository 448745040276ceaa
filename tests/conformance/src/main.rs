//! Answers protobuf's conformance suite: each request is a message in one form, and asks for it in another.
//!
//! `--path` picks how the message goes from one to the other: straight between forms (`view`), by way of an owned value
//! (`owned`), or by descriptor, without generated code (`dynamic`).

#![allow(clippy::large_enum_variant)]

use std::error::Error;
use std::io::{self, Read, Write};
use stillwire::codec::json::{JsonOptions, JsonStyle};
use stillwire::{Encoded, Limits, ToEncoded};
use stillwire_compiler::Builder;
use stillwire_descriptor::describe;
use stillwire_descriptor::dynamic::{Arena, MessageType, Pool};

stillwire::include_schema!();

use conformance::{
    ConformanceRequest, ConformanceRequestPayload as Payload, ConformanceResponse,
    ConformanceResponseResult as Answer, FailureSet, TestCategory, WireFormat,
};
use protobuf_test_messages::proto3::TestAllTypesProto3 as All;

const ALL: &str = "protobuf_test_messages.proto3.TestAllTypesProto3";

/// How a message goes from one form to another.
enum Path<'p> {
    Owned,
    View,
    Dynamic(MessageType<'p>),
}

fn main() -> Result<(), Box<dyn Error>> {
    let arena = Arena::new();
    let path = match std::env::args().nth(1).as_deref() {
        Some("owned") => Path::Owned,
        Some("view") => Path::View,
        Some("dynamic") => Path::Dynamic(described(&arena)?),
        _ => return Err("owned, view or dynamic?".into()),
    };
    let (mut input, mut output) = (io::stdin().lock(), io::stdout().lock());
    let mut length = [0; 4];
    while input.read_exact(&mut length).is_ok() {
        let mut bytes = vec![0; usize::try_from(u32::from_le_bytes(length))?];
        input.read_exact(&mut bytes)?;
        let request = Encoded::<ConformanceRequest>::from_protobuf(&bytes, &Limits::TRUSTED)?;
        let result = Some(answer(&path, &request.to_message()));
        let reply = ConformanceResponse { result }.encode().to_protobuf()?;
        output.write_all(&u32::try_from(reply.len())?.to_le_bytes())?;
        output.write_all(&reply)?;
        output.flush()?;
    }
    Ok(())
}

fn described<'p>(arena: &'p Arena<'p>) -> Result<MessageType<'p>, Box<dyn Error>> {
    let schemas = env!("CONFORMANCE_SCHEMAS");
    let file = format!("{schemas}/protobuf_test_messages/proto3/test_messages_proto3.still");
    let checked = Builder::new().root(schemas).file(file).check()?;
    let pool = Pool::of(arena, describe(&checked.model)?)?;
    Ok(pool.message(ALL).ok_or("no such message")?)
}

/// A message in one of the forms.
enum Form {
    Protobuf(Vec<u8>),
    Json(String),
}

fn answer(path: &Path<'_>, request: &ConformanceRequest) -> Answer {
    let given = match &request.payload {
        // The first request asks what fails; that is told by a list.
        _ if request.message_type == "conformance.FailureSet" => {
            let none = FailureSet::default().encode().to_protobuf();
            return none.map_or_else(failed, |bytes| Answer::ProtobufPayload(bytes.to_vec()));
        }
        Some(Payload::ProtobufPayload(bytes)) => Form::Protobuf(bytes.clone()),
        Some(Payload::JsonPayload(text)) => Form::Json(text.clone()),
        _ => return Answer::Skipped("neither protobuf nor JSON".to_owned()),
    };
    if request.message_type != ALL {
        return Answer::Skipped(format!("{} is not imported", request.message_type));
    }
    let json = match request.requested_output_format {
        WireFormat::Protobuf => false,
        WireFormat::Json => true,
        _ => return Answer::Skipped("neither protobuf nor JSON".to_owned()),
    };
    let options = JsonOptions {
        ignore_unknown_fields: request.test_category == TestCategory::JsonIgnoreUnknownParsingTest,
        ..JsonOptions::default()
    };
    match path {
        Path::Dynamic(ty) => dynamic(ty, given, json, &options),
        Path::Owned | Path::View => generated(path, given, json, &options),
    }
}

fn generated(path: &Path<'_>, given: Form, json: bool, options: &JsonOptions) -> Answer {
    let limits = Limits::TRUSTED;
    let parsed = match given {
        Form::Protobuf(bytes) => {
            Encoded::<All>::from_protobuf(&bytes, &limits).map_err(|error| error.to_string())
        }
        Form::Json(text) => Encoded::<All>::from_json_with(&text, options, &limits)
            .map_err(|error| error.to_string()),
    };
    let mut encoded = match parsed {
        Ok(encoded) => encoded,
        Err(error) => return Answer::ParseError(error),
    };
    if let Path::Owned = path {
        encoded = match encoded.to_message().to_encoded() {
            Ok(encoded) => encoded,
            Err(error) => return failed(error),
        };
    }
    match json {
        true => encoded.to_json().map_or_else(failed, Answer::JsonPayload),
        false => encoded
            .to_protobuf()
            .map_or_else(failed, |bytes| Answer::ProtobufPayload(bytes.to_vec())),
    }
}

fn dynamic(ty: &MessageType<'_>, given: Form, json: bool, options: &JsonOptions) -> Answer {
    let limits = Limits::TRUSTED;
    let parsed = match given {
        Form::Protobuf(bytes) => ty
            .from_protobuf(&bytes, &limits)
            .map_err(|error| error.to_string()),
        Form::Json(text) => ty
            .from_json(text.as_bytes(), options, &limits)
            .map_err(|error| error.to_string()),
    };
    let message = match parsed {
        Ok(message) => message,
        Err(error) => return Answer::ParseError(error),
    };
    match json {
        true => message
            .to_json(&JsonStyle::default())
            .map_or_else(failed, Answer::JsonPayload),
        false => message
            .to_protobuf()
            .map_or_else(failed, |bytes| Answer::ProtobufPayload(bytes.to_vec())),
    }
}

fn failed(error: impl ToString) -> Answer {
    Answer::SerializeError(error.to_string())
}
