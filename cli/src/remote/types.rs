//! Types of messages, and their JSON.
//!
//! Services and names are looked up in protobuf descriptors, which both a schema and a server's reflection give. A message
//! of a schema is read and written by Stillwire's own types, on each transport, as is one that a server describes for native peers;
//! one that only gRPC's reflection tells of has a protobuf form alone, so it is read and written by `prost-reflect`.

use super::{RemoteError, Source};
use crate::{check, files};
use bytes::Bytes;
use prost_reflect::{
    DescriptorPool, DynamicMessage, MessageDescriptor, MethodDescriptor as ProtoMethod,
    SerializeOptions,
};
use std::fs;
use std::path::Path;
use stillwire::codec::{JsonOptions, JsonStyle};
use stillwire::rpc::{Form, MethodDescriptor, MethodId};
use stillwire::{Empty, Encoded, Limits, ToEncoded};
use stillwire_compiler::descriptor::file_descriptor_set;
use stillwire_descriptor::dynamic::{Arena, MessageType, Pool};
use stillwire_descriptor::{Descriptor, describe};

/// The types of the one schema of a command line, or of the one service that a server describes.
static ARENA: Arena<'static> = Arena::new();

/// The message that every schema may use without declaring it.
const EMPTY: &str = "google.protobuf.Empty";

/// Descriptors, and with a schema the types that native messages need.
pub(super) struct Types {
    pub(super) files: DescriptorPool,
    ours: Option<Pool<'static>>,
}

impl Types {
    /// Those that a server's reflection tells of.
    pub(super) fn reflected(files: DescriptorPool) -> Self {
        Self { files, ours: None }
    }

    /// Takes the types of a descriptor for those of native messages.
    pub(super) fn describe(&mut self, by: Encoded<Descriptor>) -> Result<(), RemoteError> {
        self.ours = Some(Pool::of(&ARENA, by)?);
        Ok(())
    }

    /// Those of a schema, if one was given.
    pub(super) fn of(source: &Source) -> Result<Option<Self>, RemoteError> {
        let Some(path) = &source.schema else {
            return Ok(None);
        };
        if !files::is_schema(path) {
            return Ok(Some(Self::reflected(DescriptorPool::decode(&*read(
                path,
            )?)?)));
        }
        let builder = check::builder(std::slice::from_ref(path), &source.root);
        let checked = builder.check().map_err(Box::new)?;
        check::warn(&checked.warnings);
        let mut files = DescriptorPool::new();
        for package in checked.model.packages.iter().filter(|p| p.requested) {
            let set = file_descriptor_set(&checked.model, &package.name);
            files.decode_file_descriptor_set(set.as_slice())?;
        }
        let descriptor = describe(&checked.model).map_err(crate::schema::SchemaError::TooLong)?;
        let ours = Some(Pool::of(&ARENA, descriptor)?);
        Ok(Some(Self { files, ours }))
    }

    /// The two sides of a method.
    pub(super) fn method(&self, of: &ProtoMethod) -> Method {
        let path = format!("/{}/{}", of.parent_service().full_name(), of.name());
        let id = MethodId::of(path.trim_start_matches('/')).to_u64();
        // A command calls one method, so what it is called by lives as long as the program.
        let (name, path) = (of.name().to_owned().leak(), path.leak());
        let known = MethodDescriptor::new(name, path, id)
            .with_streaming(of.is_client_streaming(), of.is_server_streaming());
        Method {
            known: Box::leak(Box::new(known)),
            input: self.side(of.input()),
            output: self.side(of.output()),
            files: self.files.clone(),
        }
    }

    fn side(&self, of: MessageDescriptor) -> Side {
        let ours = self.ours.and_then(|pool| pool.message(of.full_name()));
        match ours {
            Some(ours) => Side::Ours(ours),
            None if of.full_name() == EMPTY => Side::Empty,
            None => Side::Theirs(of),
        }
    }
}

fn read(path: &Path) -> Result<Vec<u8>, RemoteError> {
    fs::read(path).map_err(|error| {
        let path = path.to_owned();
        RemoteError::Read { path, error }
    })
}

/// A method, and the types of its messages.
pub(super) struct Method {
    pub(super) known: &'static MethodDescriptor,
    pub(super) input: Side,
    pub(super) output: Side,
    /// What details of errors may be of.
    pub(super) files: DescriptorPool,
}

impl Method {
    /// `acme.trading.v1.OrderBook/Place`.
    pub(super) fn name(&self) -> &'static str {
        self.known.path.trim_start_matches('/')
    }
}

/// A type of messages.
#[derive(Clone)]
pub(super) enum Side {
    /// One of the schema.
    Ours(MessageType<'static>),
    /// `google.protobuf.Empty`.
    Empty,
    /// One that has a protobuf form alone.
    Theirs(MessageDescriptor),
}

const NO_NATIVE_FORM: &str =
    "its type is not one of the schema, so it has no form on this transport";

impl Side {
    /// The bytes of the message that a JSON text says.
    pub(super) fn write(&self, json: &[u8], form: Form) -> Result<Bytes, String> {
        let limits = Limits::TRUSTED;
        match self {
            Self::Ours(of) => {
                let message = of
                    .from_json(json, &JsonOptions::default(), &limits)
                    .map_err(|error| error.to_string())?;
                match form {
                    Form::Native => Ok(message.into_bytes()),
                    Form::Protobuf => message.to_protobuf().map_err(|error| error.to_string()),
                }
            }
            Self::Empty => {
                let value: serde_json::Value =
                    serde_json::from_slice(json).map_err(|error| error.to_string())?;
                if value.as_object().is_none_or(|members| !members.is_empty()) {
                    return Err("it is empty: `{}`".to_owned());
                }
                Ok(match form {
                    Form::Native => {
                        let empty = Empty.to_encoded();
                        empty.map_err(|error| error.to_string())?.into_bytes()
                    }
                    Form::Protobuf => Bytes::new(),
                })
            }
            Self::Theirs(of) => {
                if form == Form::Native {
                    return Err(NO_NATIVE_FORM.to_owned());
                }
                let mut text = serde_json::Deserializer::from_slice(json);
                let message = DynamicMessage::deserialize(of.clone(), &mut text)
                    .map_err(|error| error.to_string())?;
                text.end().map_err(|error| error.to_string())?;
                Ok(prost::Message::encode_to_vec(&message).into())
            }
        }
    }

    /// The JSON text of a message.
    pub(super) fn read(&self, bytes: Bytes, form: Form, pretty: bool) -> Result<String, String> {
        let limits = Limits::TRUSTED;
        match self {
            Self::Ours(of) => {
                let message = match form {
                    Form::Native => of.parse(bytes, &limits),
                    Form::Protobuf => of.from_protobuf(&bytes, &limits),
                };
                let message = message.map_err(|error| error.to_string())?;
                let style = JsonStyle {
                    pretty,
                    ..JsonStyle::default()
                };
                message.to_json(&style).map_err(|error| error.to_string())
            }
            Self::Empty => Ok("{}".to_owned()),
            Self::Theirs(of) => {
                if form == Form::Native {
                    return Err(NO_NATIVE_FORM.to_owned());
                }
                let message =
                    DynamicMessage::decode(of.clone(), bytes).map_err(|error| error.to_string())?;
                theirs(&message, pretty).map_err(|error| error.to_string())
            }
        }
    }
}

fn theirs(message: &DynamicMessage, pretty: bool) -> Result<String, serde_json::Error> {
    let mut out = Vec::new();
    let options = SerializeOptions::new();
    if pretty {
        message.serialize_with_options(&mut serde_json::Serializer::pretty(&mut out), &options)?;
    } else {
        message.serialize_with_options(&mut serde_json::Serializer::new(&mut out), &options)?;
    }
    // serde_json writes nothing but UTF-8.
    Ok(String::from_utf8(out).unwrap_or_default())
}
