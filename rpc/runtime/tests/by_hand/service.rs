//! ```text
//! error WordError { @1 too_long => out_of_range; }
//! service Words {
//!   #[safe] rpc say(Word) -> Word;
//!   #[timeout(250ms)] rpc repeat(Word) -> stream Word throws WordError;
//!   rpc join(stream Word) -> Word;
//!   rpc echo(stream Word) -> stream Word;
//! }
//! ```
//!
//! As the compiler writes it: the descriptor, the trait that users implement, its dispatcher, and the client.

use super::messages::Word;
use std::future::Future;
use std::sync::Arc;
use stillwire_rpc as rpc;
use stillwire_rpc::codec;

/// What `test.Words` is.
pub(crate) static WORDS: rpc::ServiceDescriptor = rpc::ServiceDescriptor {
    name: "test.Words",
    methods: &[
        rpc::MethodDescriptor::new("Say", "/test.Words/Say", 0x966f_598f_8e7f_6aa8)
            .with_idempotency(rpc::Idempotency::Safe),
        rpc::MethodDescriptor::new("Repeat", "/test.Words/Repeat", 0xcd5d_dadb_1c9a_74b3)
            .with_streaming(false, true)
            .with_timeout(std::time::Duration::from_millis(250)),
        rpc::MethodDescriptor::new("Join", "/test.Words/Join", 0x2be7_cbe1_bc43_9b66)
            .with_streaming(true, false),
        rpc::MethodDescriptor::new("Echo", "/test.Words/Echo", 0x4b2f_d479_448e_4187)
            .with_streaming(true, true),
    ],
    files: &rpc::FileDescriptors::NONE,
};

/// The service `test.Words`: implement it, then `Words::serve(it)`.
pub(crate) trait Words: Sized + Send + Sync + 'static {
    fn say(
        &self,
        call: &rpc::Call,
        request: codec::Encoded<Word>,
    ) -> impl Future<Output = Result<rpc::Reply<Word>, rpc::Fault>> + Send;

    fn repeat(
        &self,
        call: &rpc::Call,
        request: codec::Encoded<Word>,
        out: rpc::Outbound<Word>,
    ) -> impl Future<Output = Result<(), rpc::Fault<WordError>>> + Send;

    fn join(
        &self,
        call: &rpc::Call,
        input: rpc::Inbound<Word>,
    ) -> impl Future<Output = Result<rpc::Reply<Word>, rpc::Fault>> + Send;

    fn echo(
        &self,
        call: &rpc::Call,
        input: rpc::Inbound<Word>,
        out: rpc::Outbound<Word>,
    ) -> impl Future<Output = Result<(), rpc::Fault>> + Send;

    /// The service, to be added to a server.
    fn serve(self) -> rpc::Service {
        rpc::Service::new(WordsDispatch(self))
    }
}

struct WordsDispatch<S>(S);

impl<S: Words> rpc::Dispatch for WordsDispatch<S> {
    fn descriptor(&self) -> &'static rpc::ServiceDescriptor {
        &WORDS
    }

    fn call(
        self: Arc<Self>,
        method: usize,
        exchange: rpc::Exchange,
    ) -> rpc::BoxFuture<'static, Result<rpc::Outcome, rpc::Status>> {
        match method {
            0 => Box::pin(async move {
                let (call, request) = exchange.unary()?;
                let result = self.0.say(&call, request).await;
                Ok(call.reply(result))
            }),
            1 => Box::pin(async move {
                let (call, request, out) = exchange.server_streaming()?;
                let result = self.0.repeat(&call, request, out).await;
                Ok(call.end(result))
            }),
            2 => Box::pin(async move {
                let (call, input) = exchange.client_streaming()?;
                let result = self.0.join(&call, input).await;
                Ok(call.reply(result))
            }),
            3 => Box::pin(async move {
                let (call, input, out) = exchange.streaming()?;
                let result = self.0.echo(&call, input, out).await;
                Ok(call.end(result))
            }),
            _ => rpc::Service::no_such_method(),
        }
    }
}

/// A client of `test.Words`.
#[derive(Clone, Debug)]
pub(crate) struct WordsClient {
    caller: rpc::Caller,
}

impl WordsClient {
    /// Calls by `caller`: a channel, or anything else that makes one.
    pub(crate) fn new(caller: impl Into<rpc::Caller>) -> Self {
        Self {
            caller: caller.into(),
        }
    }

    pub(crate) fn say(&self, request: impl codec::ToEncoded<Word>) -> rpc::client::UnaryCall<Word> {
        self.caller.unary(&WORDS.methods[0], request)
    }

    pub(crate) fn repeat(
        &self,
        request: impl codec::ToEncoded<Word>,
    ) -> rpc::client::ServerStreamingCall<Word, WordError> {
        self.caller.server_streaming(&WORDS.methods[1], request)
    }

    pub(crate) fn join(&self) -> rpc::client::ClientStreamingCall<Word, Word> {
        self.caller.client_streaming(&WORDS.methods[2])
    }

    pub(crate) fn echo(&self) -> rpc::client::StreamingCall<Word, Word> {
        self.caller.streaming(&WORDS.methods[3])
    }
}

/// What `repeat` throws.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum WordError {
    TooLong,
}

impl std::fmt::Display for WordError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("too long")
    }
}

impl std::error::Error for WordError {}

impl rpc::Throws for WordError {
    const NAME: &'static str = "test.WordError";

    fn code(&self) -> rpc::Code {
        rpc::Code::OutOfRange
    }

    fn is_retryable(&self) -> bool {
        false
    }

    fn to_status(&self) -> rpc::Status {
        match self {
            Self::TooLong => rpc::Status::out_of_range("too_long").with_details(&[1u8][..]),
        }
    }

    fn from_status(status: &rpc::Status) -> Option<Self> {
        (status.details.as_ref() == [1u8]).then_some(Self::TooLong)
    }
}
