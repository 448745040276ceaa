//! The client's side: each case, and the table of all.

use crate::grpc::testing::{
    EchoStatus, Empty, Payload, ResponseParameters, SimpleRequest, StreamingInputCallRequest,
    StreamingOutputCallRequest, TestServiceClient, UnimplementedServiceClient,
};
use crate::host::{ECHO_INITIAL, ECHO_TRAILING};
use std::time::Duration;
use stillwire::rpc::Caller;
use stillwire::{Code, Fault, Status};

/// How long a case may take.
pub const PATIENCE: Duration = Duration::from_secs(20);

const LARGE_REQUEST: usize = 271_828;
const LARGE_RESPONSE: u32 = 314_159;
const REQUESTS: [usize; 4] = [27_182, 8, 1_828, 45_904];
const RESPONSES: [u32; 4] = [31_415, 9, 2_653, 58_979];
const SPECIAL: &str = "\t\ntest with whitespace\r\nand Unicode BMP ☺ and non-BMP 😈\t\n";

/// What a case finds.
pub type Outcome = Result<(), String>;

/// Says what was expected and is not so.
macro_rules! expect {
    ($left:expr, $right:expr) => {
        let (left, right) = (&$left, &$right);
        if left != right {
            return Err(format!(
                "{}: {left:?}, where {right:?} is expected",
                stringify!($left)
            ));
        }
    };
}

macro_rules! cases {
    ($($(#[$doc:meta])* $name:ident)*) => {
        /// The names of all cases, as gRPC's description has them.
        pub const ALL: &[&str] = &[$(stringify!($name)),*];

        /// Runs a case.
        ///
        /// # Errors
        /// What was otherwise than the case asks for.
        pub async fn run(name: &str, caller: &Caller) -> Outcome {
            let client = TestServiceClient::new(caller.clone());
            let case = async {
                match name {
                    $(stringify!($name) => $name(client).await,)*
                    "unimplemented_service" => unimplemented_service(caller).await,
                    other => Err(format!("{other} is no case")),
                }
            };
            let late = |_| Err(format!("nothing came of it in {PATIENCE:?}"));
            tokio::time::timeout(PATIENCE, case).await.unwrap_or_else(late)
        }
    };
}

cases! {
    empty_unary
    large_unary
    client_streaming
    server_streaming
    ping_pong
    empty_stream
    custom_metadata
    status_code_and_message
    special_status_message
    unimplemented_method
    cancel_after_begin
    cancel_after_first_response
    timeout_on_sleeping_server
    concurrent_large_unary
}

fn told(fault: impl Into<Fault>) -> String {
    fault.into().to_string()
}

fn body(size: usize) -> Option<Payload> {
    Some(Payload {
        body: vec![0; size],
        ..Payload::default()
    })
}

fn large() -> SimpleRequest {
    SimpleRequest {
        response_size: LARGE_RESPONSE,
        payload: body(LARGE_REQUEST),
        ..SimpleRequest::default()
    }
}

fn asking(sizes: &[u32], payload: usize) -> StreamingOutputCallRequest {
    let parameters = |size: &u32| ResponseParameters {
        size: *size,
        ..ResponseParameters::default()
    };
    StreamingOutputCallRequest {
        response_parameters: sizes.iter().map(parameters).collect(),
        payload: body(payload),
        ..StreamingOutputCallRequest::default()
    }
}

async fn empty_unary(client: TestServiceClient) -> Outcome {
    client.empty_call(Empty::default()).await.map_err(told)?;
    Ok(())
}

async fn large_unary(client: TestServiceClient) -> Outcome {
    let reply = client.unary_call(large()).await.map_err(told)?;
    let size = reply.view().payload().map(|payload| payload.body().len());
    expect!(size, usize::try_from(LARGE_RESPONSE).ok());
    Ok(())
}

async fn client_streaming(client: TestServiceClient) -> Outcome {
    let upload = client.streaming_input_call().await.map_err(told)?;
    for size in REQUESTS {
        let request = StreamingInputCallRequest {
            payload: body(size),
            ..StreamingInputCallRequest::default()
        };
        upload.send(&request).await.map_err(told)?;
    }
    let reply = upload.finish().await.map_err(told)?;
    expect!(reply.view().aggregated_payload_size(), 74_922);
    Ok(())
}

async fn server_streaming(client: TestServiceClient) -> Outcome {
    let call = client.streaming_output_call(asking(&RESPONSES, 0));
    let mut replies = call.await.map_err(told)?;
    let mut sizes = Vec::new();
    while let Some(reply) = replies.next().await.map_err(told)? {
        sizes.push(
            reply
                .view()
                .payload()
                .map_or(0, |payload| payload.body().len()),
        );
    }
    expect!(
        sizes,
        RESPONSES.map(|size| usize::try_from(size).unwrap_or(0))
    );
    Ok(())
}

async fn ping_pong(client: TestServiceClient) -> Outcome {
    let (out, mut replies) = client.full_duplex_call().await.map_err(told)?;
    for (request, response) in REQUESTS.into_iter().zip(RESPONSES) {
        out.send(&asking(&[response], request))
            .await
            .map_err(told)?;
        let reply = replies
            .next()
            .await
            .map_err(told)?
            .ok_or("it ended early")?;
        let size = reply.view().payload().map(|payload| payload.body().len());
        expect!(size, usize::try_from(response).ok());
    }
    out.finish();
    expect!(replies.next().await.map_err(told)?.is_none(), true);
    Ok(())
}

async fn empty_stream(client: TestServiceClient) -> Outcome {
    let (out, mut replies) = client.full_duplex_call().await.map_err(told)?;
    out.finish();
    expect!(replies.next().await.map_err(told)?.is_none(), true);
    Ok(())
}

async fn custom_metadata(client: TestServiceClient) -> Outcome {
    const INITIAL: &str = "test_initial_metadata_value";
    const TRAILING: &[u8] = &[0xab, 0xab, 0xab];
    let call = client.unary_call(large()).metadata(ECHO_INITIAL, INITIAL);
    let reply = call.metadata(ECHO_TRAILING, TRAILING).await.map_err(told)?;
    expect!(reply.leading().get_text(ECHO_INITIAL), Some(INITIAL));
    expect!(
        reply.trailing().get(ECHO_TRAILING).map(AsRef::as_ref),
        Some(TRAILING)
    );

    let call = client.full_duplex_call().metadata(ECHO_INITIAL, INITIAL);
    let (out, mut replies) = call.metadata(ECHO_TRAILING, TRAILING).await.map_err(told)?;
    out.send(&asking(&[1], 1)).await.map_err(told)?;
    out.finish();
    while replies.next().await.map_err(told)?.is_some() {}
    let leading = replies.leading().await.map_err(told)?;
    expect!(leading.get_text(ECHO_INITIAL), Some(INITIAL));
    let trailing = replies.trailing().and_then(|all| all.get(ECHO_TRAILING));
    expect!(trailing.map(AsRef::as_ref), Some(TRAILING));
    Ok(())
}

fn echoed(code: u32, message: &str) -> Option<EchoStatus> {
    let message = message.to_owned();
    Some(EchoStatus { code, message })
}

async fn ends_with(client: &TestServiceClient, message: &str) -> Outcome {
    let expected = Status::new(Code::Unknown, message);
    let request = SimpleRequest {
        response_status: echoed(2, message),
        ..SimpleRequest::default()
    };
    let status = client
        .unary_call(request)
        .await
        .err()
        .map(Fault::into_status);
    expect!(
        status.map(|status| (status.code, status.message)),
        Some((expected.code, expected.message))
    );
    Ok(())
}

async fn status_code_and_message(client: TestServiceClient) -> Outcome {
    const MESSAGE: &str = "test status message";
    ends_with(&client, MESSAGE).await?;
    let (out, mut replies) = client.full_duplex_call().await.map_err(told)?;
    let request = StreamingOutputCallRequest {
        response_status: echoed(2, MESSAGE),
        ..StreamingOutputCallRequest::default()
    };
    out.send(&request).await.map_err(told)?;
    out.finish();
    let status = replies.next().await.err().map(Fault::into_status);
    expect!(
        status.map(|status| (status.code, status.message)),
        Some((Code::Unknown, MESSAGE.to_owned()))
    );
    Ok(())
}

async fn special_status_message(client: TestServiceClient) -> Outcome {
    ends_with(&client, SPECIAL).await
}

async fn unimplemented_method(client: TestServiceClient) -> Outcome {
    let error = client.unimplemented_call(Empty::default()).await.err();
    expect!(error.map(|error| error.code()), Some(Code::Unimplemented));
    Ok(())
}

async fn unimplemented_service(caller: &Caller) -> Outcome {
    let client = UnimplementedServiceClient::new(caller.clone());
    let error = client.unimplemented_call(Empty::default()).await.err();
    expect!(error.map(|error| error.code()), Some(Code::Unimplemented));
    Ok(())
}

async fn cancel_after_begin(client: TestServiceClient) -> Outcome {
    // Dropping it is what cancels; the connection is to be as good as before.
    drop(client.streaming_input_call().await.map_err(told)?);
    empty_unary(client).await
}

async fn cancel_after_first_response(client: TestServiceClient) -> Outcome {
    let (out, mut replies) = client.full_duplex_call().await.map_err(told)?;
    out.send(&asking(&[RESPONSES[0]], REQUESTS[0]))
        .await
        .map_err(told)?;
    expect!(replies.next().await.map_err(told)?.is_some(), true);
    drop((out, replies));
    empty_unary(client).await
}

async fn timeout_on_sleeping_server(client: TestServiceClient) -> Outcome {
    let call = client.full_duplex_call().timeout(Duration::from_millis(1));
    let error = match call.await {
        Err(fault) => Some(fault.code()),
        Ok((out, mut replies)) => {
            let mut request = asking(&[31_415], 27_182);
            for parameters in &mut request.response_parameters {
                parameters.interval_us = 1_000_000;
            }
            let _ = out.send(&request).await; // the call may be over before
            replies.next().await.err().map(|fault| fault.code())
        }
    };
    expect!(error, Some(Code::DeadlineExceeded));
    Ok(())
}

async fn concurrent_large_unary(client: TestServiceClient) -> Outcome {
    let calls = (0..100).map(|_| tokio::spawn(large_unary(client.clone())));
    for call in calls.collect::<Vec<_>>() {
        call.await.map_err(|error| error.to_string())??;
    }
    Ok(())
}
