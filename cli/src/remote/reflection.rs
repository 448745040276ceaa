//! What a server says of itself: `grpc.reflection.v1`, and `v1alpha`, which is the same by another name; and on transports of
//! Stillwire's own how its messages lie, by `stillwire.reflection.v1`.

use super::RemoteError;
use bytes::Bytes;
use prost::Message as _;
use prost_reflect::DescriptorPool;
use prost_reflect::prost_types::FileDescriptorProto;
use std::collections::BTreeMap;
use std::future::poll_fn;
use std::time::{Duration, Instant};
use stillwire::rpc::{
    Budget, Caller, Event, Events, Form, InputSender, MethodDescriptor, MethodId, OutgoingCall,
    input_channel,
};
use stillwire::standard::reflection_native_v1::{DescribeRequest, ReflectionClient};
use stillwire::standard::reflection_v1::{
    ServerReflectionRequest as Request, ServerReflectionRequestMessageRequest as Question,
    ServerReflectionResponse as Response, ServerReflectionResponseMessageResponse as Answer,
};
use stillwire::{Code, Encoded, Limits, Metadata, Status, ToEncoded};
use stillwire_descriptor::Descriptor;

const V1: &str = "/grpc.reflection.v1.ServerReflection/ServerReflectionInfo";
const V1_ALPHA: &str = "/grpc.reflection.v1alpha.ServerReflection/ServerReflectionInfo";
/// Files that are taken from a server. Stops one that always names one more.
const MAX_FILES: usize = 10_000;
/// Bytes of all of them. Stops files that are large, too.
const MAX_BYTES: usize = 256 * 1024 * 1024;
/// How long a server may take to tell of itself. Stops one that never ends.
const PATIENCE: Duration = Duration::from_secs(30);

/// A conversation with the server about itself.
pub(super) struct Reflection {
    questions: InputSender,
    answers: Box<dyn Events>,
    form: Form,
    until: Instant,
    files: BTreeMap<String, FileDescriptorProto>,
    bytes: usize,
}

impl Reflection {
    /// Begins it, and asks for the names of all services.
    pub(super) async fn start(
        caller: &Caller,
        metadata: &Metadata,
    ) -> Result<(Self, Vec<String>), RemoteError> {
        match Self::by(caller, metadata, V1).await {
            Err(RemoteError::Status(status)) if status.code == Code::Unimplemented => {
                Self::by(caller, metadata, V1_ALPHA).await
            }
            started => started,
        }
    }

    async fn by(
        caller: &Caller,
        metadata: &Metadata,
        path: &'static str,
    ) -> Result<(Self, Vec<String>), RemoteError> {
        let id = MethodId::of(path.trim_start_matches('/')).to_u64();
        let method = MethodDescriptor::new("ServerReflectionInfo", path, id);
        let (questions, input) = input_channel(Budget::DEFAULT);
        let until = Instant::now() + PATIENCE;
        let answers = caller.start_many(OutgoingCall {
            wait_for_ready: false,
            method: Box::leak(Box::new(method.with_streaming(true, true))),
            metadata: metadata.clone(),
            deadline: Some(until),
            input,
        });
        let mut started = Self {
            questions,
            answers,
            form: caller.form(),
            until,
            files: BTreeMap::new(),
            bytes: 0,
        };
        let services = match started.ask(Question::ListServices(String::new())).await? {
            Answer::ListServicesResponse(list) => {
                list.service.into_iter().map(|s| s.name).collect()
            }
            Answer::ErrorResponse(refusal) => {
                return Err(RemoteError::Reflection(refusal.error_message));
            }
            _ => return Err(unasked()),
        };
        Ok((started, services))
    }

    async fn ask(&mut self, question: Question) -> Result<Answer, RemoteError> {
        let bytes = write(question, self.form).map_err(broken)?;
        // Where the server has gone, its status says why.
        let _ = self.questions.send(bytes).await;
        loop {
            let event = poll_fn(|cx| self.answers.poll_event(cx));
            let event = tokio::time::timeout_at(self.until.into(), event).await;
            match event.map_err(|_| RemoteError::Reflection("the server takes too long".into()))? {
                Event::Head(_) => {}
                // One answer to one question.
                Event::Messages(mut answers) => {
                    let Some(bytes) = answers.next() else {
                        continue;
                    };
                    let response = read(bytes, self.form).map_err(broken)?;
                    return response.message_response.ok_or_else(unasked);
                }
                Event::End(status) if status.is_ok() => {
                    let status = Status::internal("the server ended its reflection early");
                    return Err(RemoteError::Status(Box::new(status)));
                }
                Event::End(status) => return Err(RemoteError::Status(status)),
            }
        }
    }

    /// Fetches the files that declare these symbols, and all that those import.
    pub(super) async fn types(mut self, symbols: &[String]) -> Result<DescriptorPool, RemoteError> {
        for symbol in symbols {
            let question = Question::FileContainingSymbol(symbol.clone());
            self.fetch(question, symbol).await?;
        }
        while let Some(name) = self.missing() {
            self.fetch(Question::FileByFilename(name.clone()), &name)
                .await?;
            if !self.files.contains_key(&name) {
                return Err(RemoteError::Reflection(format!("it does not have {name}")));
            }
        }
        self.questions.finish();
        let mut pool = DescriptorPool::new();
        pool.add_file_descriptor_protos(self.files.into_values())?;
        Ok(pool)
    }

    /// A file that another one imports.
    fn missing(&self) -> Option<String> {
        let imports = self.files.values().flat_map(|file| &file.dependency);
        let mut missing = imports.filter(|name| !self.files.contains_key(*name));
        missing.next().cloned()
    }

    async fn fetch(&mut self, question: Question, name: &str) -> Result<(), RemoteError> {
        let answer = self.ask(question).await.map_err(|error| match error {
            // Some servers end the conversation where others answer with an error.
            RemoteError::Status(status) if status.code == Code::NotFound => {
                RemoteError::Reflection(format!("{name}: {}", status.message))
            }
            error => error,
        })?;
        match answer {
            Answer::FileDescriptorResponse(found) => {
                for file in found.file_descriptor_proto {
                    self.bytes = self.bytes.saturating_add(file.len());
                    let file = FileDescriptorProto::decode(&*file).map_err(broken)?;
                    self.files.insert(file.name().to_owned(), file);
                }
                if self.files.len() > MAX_FILES || self.bytes > MAX_BYTES {
                    let most = format!("more than {MAX_FILES} files, or {MAX_BYTES} bytes");
                    return Err(RemoteError::Reflection(most));
                }
                Ok(())
            }
            Answer::ErrorResponse(refusal) => {
                let text = refusal.error_message;
                Err(RemoteError::Reflection(format!("{name}: {text}")))
            }
            _ => Err(unasked()),
        }
    }
}

/// How the messages of a service lie in Stillwire's own encoding.
pub(super) async fn described(
    caller: &Caller,
    metadata: &Metadata,
    service: &str,
) -> Result<Encoded<Descriptor>, RemoteError> {
    let service = service.to_owned();
    let mut call = ReflectionClient::new(caller.clone())
        .describe(DescribeRequest { service })
        .timeout(PATIENCE);
    for (key, value) in metadata.iter() {
        call = call.metadata(key, value.clone());
    }
    let told = call.await.map_err(|error| match error.code() {
        Code::Unimplemented | Code::FailedPrecondition => RemoteError::NoDescription,
        _ => RemoteError::Status(Box::new(error.into_status())),
    })?;
    Encoded::parse(told.view().descriptor().to_vec()).map_err(broken)
}

fn write(question: Question, form: Form) -> Result<Bytes, stillwire::EncodeError> {
    let request = Request {
        message_request: Some(question),
        ..Request::default()
    };
    let request = request.to_encoded()?;
    match form {
        Form::Native => Ok(request.into_bytes()),
        Form::Protobuf => request.to_protobuf(),
    }
}

fn read(bytes: Bytes, form: Form) -> Result<Response, stillwire::DecodeError> {
    let response = match form {
        Form::Native => Encoded::<Response>::parse(bytes)?,
        Form::Protobuf => Encoded::from_protobuf(&bytes, &Limits::default())?,
    };
    Ok(response.to_message())
}

fn broken(error: impl std::fmt::Display) -> RemoteError {
    RemoteError::Reflection(error.to_string())
}

fn unasked() -> RemoteError {
    RemoteError::Reflection("an answer to something else".into())
}
