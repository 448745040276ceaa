//! What a gRPC server says of itself: `grpc.reflection.v1`, and `v1alpha`, which is the same by another name.

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
use stillwire::{Code, Metadata, Status};

const V1: &str = "/grpc.reflection.v1.ServerReflection/ServerReflectionInfo";
const V1_ALPHA: &str = "/grpc.reflection.v1alpha.ServerReflection/ServerReflectionInfo";
/// Files that are taken from a server. Stops one that always names one more.
const MAX_FILES: usize = 10_000;
/// Bytes of all of them. Stops files that are large, too.
const MAX_BYTES: usize = 256 * 1024 * 1024;
/// How long a server may take to tell of itself. Stops one that never ends.
const PATIENCE: Duration = Duration::from_secs(30);

/// `ServerReflectionRequest`.
#[derive(Clone, PartialEq, prost::Message)]
struct Request {
    #[prost(oneof = "Question", tags = "3, 4, 7")]
    question: Option<Question>,
}

#[derive(Clone, PartialEq, prost::Oneof)]
enum Question {
    #[prost(string, tag = "3")]
    FileByFilename(String),
    #[prost(string, tag = "4")]
    FileContainingSymbol(String),
    #[prost(string, tag = "7")]
    ListServices(String),
}

/// `ServerReflectionResponse`.
#[derive(Clone, PartialEq, prost::Message)]
struct Response {
    #[prost(oneof = "Answer", tags = "4, 6, 7")]
    answer: Option<Answer>,
}

#[derive(Clone, PartialEq, prost::Oneof)]
enum Answer {
    #[prost(message, tag = "4")]
    Files(Files),
    #[prost(message, tag = "6")]
    Services(Services),
    #[prost(message, tag = "7")]
    Error(Refusal),
}

#[derive(Clone, PartialEq, prost::Message)]
struct Files {
    #[prost(bytes = "bytes", repeated, tag = "1")]
    files: Vec<Bytes>,
}

#[derive(Clone, PartialEq, prost::Message)]
struct Services {
    #[prost(message, repeated, tag = "1")]
    services: Vec<Service>,
}

#[derive(Clone, PartialEq, prost::Message)]
struct Service {
    #[prost(string, tag = "1")]
    name: String,
}

#[derive(Clone, PartialEq, prost::Message)]
struct Refusal {
    #[prost(int32, tag = "1")]
    code: i32,
    #[prost(string, tag = "2")]
    text: String,
}

/// A conversation with the server about itself.
pub(super) struct Reflection {
    questions: InputSender,
    answers: Box<dyn Events>,
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
        if caller.form() == Form::Native {
            return Err(RemoteError::NoReflection);
        }
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
            until,
            files: BTreeMap::new(),
            bytes: 0,
        };
        let services = match started.ask(Question::ListServices(String::new())).await? {
            Answer::Services(list) => list.services.into_iter().map(|s| s.name).collect(),
            Answer::Error(refusal) => return Err(RemoteError::Reflection(refusal.text)),
            Answer::Files(_) => return Err(unasked()),
        };
        Ok((started, services))
    }

    async fn ask(&mut self, question: Question) -> Result<Answer, RemoteError> {
        let question = Some(question);
        let bytes = Request { question }.encode_to_vec();
        // Where the server has gone, its status says why.
        let _ = self.questions.send(bytes.into()).await;
        loop {
            let event = poll_fn(|cx| self.answers.poll_event(cx));
            let event = tokio::time::timeout_at(self.until.into(), event).await;
            match event.map_err(|_| RemoteError::Reflection("the server takes too long".into()))? {
                Event::Head(_) => {}
                Event::Message(bytes) => {
                    let response = Response::decode(bytes)
                        .map_err(|error| RemoteError::Reflection(error.to_string()))?;
                    return response.answer.ok_or_else(unasked);
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
            Answer::Files(found) => {
                for file in found.files {
                    self.bytes = self.bytes.saturating_add(file.len());
                    let file = FileDescriptorProto::decode(file)
                        .map_err(|error| RemoteError::Reflection(error.to_string()))?;
                    self.files.insert(file.name().to_owned(), file);
                }
                if self.files.len() > MAX_FILES || self.bytes > MAX_BYTES {
                    let most = format!("more than {MAX_FILES} files, or {MAX_BYTES} bytes");
                    return Err(RemoteError::Reflection(most));
                }
                Ok(())
            }
            Answer::Error(refusal) => {
                Err(RemoteError::Reflection(format!("{name}: {}", refusal.text)))
            }
            Answer::Services(_) => Err(unasked()),
        }
    }
}

fn unasked() -> RemoteError {
    RemoteError::Reflection("an answer to something else".into())
}
