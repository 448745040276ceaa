//! What a server serves, as protobuf has it.

use crate::files::Files;
use crate::reflection_v1::{
    ErrorResponse, ExtensionNumberResponse, FileDescriptorResponse, ListServiceResponse,
    ServerReflection, ServerReflectionRequest, ServerReflectionRequestMessageRequestView as Asked,
    ServerReflectionResponse, ServerReflectionResponseMessageResponse as Answer, ServiceResponse,
};
use stillwire_codec::Encoded;
use stillwire_rpc::{
    Call, Code, Drain, Fault, FileDescriptors, Inbound, Outbound, Phase, ServiceDescriptor, Status,
};

pub(crate) struct Host {
    names: Vec<&'static str>,
    files: Files,
    drain: Drain,
}

impl Host {
    pub(crate) fn new(services: &[&'static ServiceDescriptor], drain: Drain) -> Self {
        let mut names: Vec<_> = services.iter().map(|service| service.name).collect();
        names.sort_unstable();
        let mut files = Files::default();
        for set in FileDescriptors::sets(services.iter().map(|service| service.files)) {
            files.add(set);
        }
        Self {
            names,
            files,
            drain,
        }
    }

    fn answer(&self, asked: Option<Asked<'_>>) -> Answer {
        match asked {
            Some(Asked::ListServices(_)) => {
                let name = |name: &&str| ServiceResponse {
                    name: (*name).to_owned(),
                };
                let service = self.names.iter().map(name).collect();
                Answer::ListServicesResponse(ListServiceResponse { service })
            }
            Some(Asked::FileByFilename(name)) => file(name, self.files.named(name)),
            Some(Asked::FileContainingSymbol(symbol)) => file(symbol, self.files.declaring(symbol)),
            Some(Asked::AllExtensionNumbersOfType(name)) if self.files.is_message(name) => {
                Answer::AllExtensionNumbersResponse(ExtensionNumberResponse {
                    base_type_name: name.to_owned(),
                    extension_number: Vec::new(), // a schema has no extensions
                })
            }
            Some(Asked::AllExtensionNumbersOfType(name)) => missing(name),
            Some(Asked::FileContainingExtension(of)) => missing(of.containing_type()),
            _ => error(Code::InvalidArgument, "the request asks for nothing known"),
        }
    }
}

fn file(what: &str, found: Option<&'static [u8]>) -> Answer {
    found.map_or_else(
        || missing(what),
        |file| {
            Answer::FileDescriptorResponse(FileDescriptorResponse {
                file_descriptor_proto: vec![file.to_vec()],
            })
        },
    )
}

fn missing(what: &str) -> Answer {
    error(Code::NotFound, &format!("{what:?} is not declared here"))
}

fn error(code: Code, text: &str) -> Answer {
    Answer::ErrorResponse(ErrorResponse {
        error_code: code.number().into(),
        error_message: text.to_owned(),
    })
}

impl ServerReflection for Host {
    async fn server_reflection_info(
        &self,
        _: &Call,
        mut input: Inbound<ServerReflectionRequest>,
        out: Outbound<ServerReflectionResponse>,
    ) -> Result<(), Fault> {
        loop {
            let next: Option<Encoded<_>> = tokio::select! {
                next = input.next() => next?,
                // Whoever keeps asking must not hold up the drain.
                () = self.drain.reached(Phase::Draining) => {
                    return Err(Status::unavailable("the server is shutting down").into());
                }
            };
            let Some(request) = next else {
                return Ok(());
            };
            let response = ServerReflectionResponse {
                valid_host: request.view().host().to_owned(),
                message_response: Some(self.answer(request.view().message_request())),
                original_request: Some(request.to_message()),
            };
            out.send(&response).await?;
        }
    }
}
