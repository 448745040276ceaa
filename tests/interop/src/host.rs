//! The server's side.

use crate::grpc::testing::{
    EchoStatusView, Empty, Payload, ResponseParametersView, SimpleRequest, SimpleResponse,
    StreamingInputCallRequest, StreamingInputCallResponse, StreamingOutputCallRequest,
    StreamingOutputCallRequestView, StreamingOutputCallResponse, TestService,
};
use crate::interop::v1::{Amount, Limit, Refusal, Till};
use std::time::Duration;
use stillwire::{Call, Code, Encoded, Fault, Inbound, Metadata, Outbound, Reply, Status};

/// Metadata that comes back ahead of the first message, and behind the last.
pub(crate) const ECHO_INITIAL: &str = "x-grpc-test-echo-initial";
pub(crate) const ECHO_TRAILING: &str = "x-grpc-test-echo-trailing-bin";

/// Bytes of a payload that may be asked for.
const MOST: u32 = 4 << 20;

/// The service. It cannot tell whether a message came compressed, which is its transport's affair: `expect_compressed` is not
/// looked at, and `response_compressed` is what the server's options say.
#[derive(Debug, Clone, Copy, Default)]
pub struct Host;

impl Host {
    /// Gives back the metadata that asks for it.
    fn echo_metadata(call: &Call) {
        for (key, leads) in [(ECHO_INITIAL, true), (ECHO_TRAILING, false)] {
            let mut metadata = Metadata::new();
            for value in call.metadata().get_all(key) {
                let _ = metadata.append(key, value.clone()); // it was metadata before
            }
            if metadata.is_empty() {
                continue;
            }
            match leads {
                true => _ = call.set_leading(metadata),
                false => call.set_trailing(metadata),
            }
        }
    }
}

fn payload(size: u32) -> Result<Payload, Fault> {
    if size > MOST {
        return Err(
            Status::invalid_argument(format!("{size} bytes, {MOST} are given at most")).into(),
        );
    }
    let size = usize::try_from(size).unwrap_or(0);
    Ok(Payload {
        body: vec![0; size],
        ..Payload::default()
    })
}

/// The status that the caller wants, if it is none of success.
fn wanted(status: Option<EchoStatusView<'_>>) -> Result<(), Fault> {
    let Some(status) = status else {
        return Ok(());
    };
    match Code::from_number(status.code()) {
        Code::Ok => Ok(()),
        code => Err(Status::new(code, status.message()).into()),
    }
}

async fn send(
    parameters: ResponseParametersView<'_>,
    out: &Outbound<StreamingOutputCallResponse>,
) -> Result<(), Fault> {
    tokio::time::sleep(Duration::from_micros(parameters.interval_us().into())).await;
    let payload = Some(payload(parameters.size())?);
    Ok(out.send(&StreamingOutputCallResponse { payload }).await?)
}

async fn answer(
    request: StreamingOutputCallRequestView<'_>,
    out: &Outbound<StreamingOutputCallResponse>,
) -> Result<(), Fault> {
    wanted(request.response_status())?;
    for parameters in request.response_parameters() {
        send(parameters, out).await?;
    }
    Ok(())
}

impl TestService for Host {
    async fn empty_call(&self, _: &Call, _: Encoded<Empty>) -> Result<Reply<Empty>, Fault> {
        Ok(Empty::default().into())
    }

    async fn unary_call(
        &self,
        call: &Call,
        request: Encoded<SimpleRequest>,
    ) -> Result<Reply<SimpleResponse>, Fault> {
        Self::echo_metadata(call);
        let request = request.view();
        wanted(request.response_status())?;
        let response = SimpleResponse {
            payload: Some(payload(request.response_size())?),
            ..SimpleResponse::default()
        };
        Ok(response.into())
    }

    async fn cacheable_unary_call(
        &self,
        call: &Call,
        request: Encoded<SimpleRequest>,
    ) -> Result<Reply<SimpleResponse>, Fault> {
        self.unary_call(call, request).await
    }

    async fn streaming_output_call(
        &self,
        call: &Call,
        request: Encoded<StreamingOutputCallRequest>,
        out: Outbound<StreamingOutputCallResponse>,
    ) -> Result<(), Fault> {
        Self::echo_metadata(call);
        answer(request.view(), &out).await
    }

    async fn streaming_input_call(
        &self,
        _: &Call,
        mut input: Inbound<StreamingInputCallRequest>,
    ) -> Result<Reply<StreamingInputCallResponse>, Fault> {
        let mut sum = 0_usize;
        while let Some(next) = input.next().await? {
            sum += next
                .view()
                .payload()
                .map_or(0, |payload| payload.body().len());
        }
        let aggregated_payload_size = u32::try_from(sum).unwrap_or(u32::MAX);
        Ok(StreamingInputCallResponse {
            aggregated_payload_size,
        }
        .into())
    }

    async fn full_duplex_call(
        &self,
        call: &Call,
        mut input: Inbound<StreamingOutputCallRequest>,
        out: Outbound<StreamingOutputCallResponse>,
    ) -> Result<(), Fault> {
        Self::echo_metadata(call);
        while let Some(next) = input.next().await? {
            answer(next.view(), &out).await?;
        }
        Ok(())
    }

    async fn half_duplex_call(
        &self,
        _: &Call,
        mut input: Inbound<StreamingOutputCallRequest>,
        out: Outbound<StreamingOutputCallResponse>,
    ) -> Result<(), Fault> {
        let mut all = Vec::new();
        while let Some(next) = input.next().await? {
            all.push(next);
        }
        for next in all {
            answer(next.view(), &out).await?;
        }
        Ok(())
    }

    async fn unimplemented_call(&self, _: &Call, _: Encoded<Empty>) -> Result<Reply<Empty>, Fault> {
        Err(Status::unimplemented("this method is there to be missing").into())
    }
}

impl Till for Host {
    async fn take(
        &self,
        _: &Call,
        request: Encoded<Amount>,
    ) -> Result<Reply<Amount>, Fault<Refusal>> {
        const MOST: u64 = 1_000;
        match request.view().pence() {
            13 => Err(Fault::Error(Refusal::Closed)),
            pence if pence > MOST => Err(Fault::Error(Refusal::TooMuch(Limit {
                most: MOST,
                currency: "£".to_owned(),
            }))),
            pence => Ok(Amount { pence }.into()),
        }
    }
}
