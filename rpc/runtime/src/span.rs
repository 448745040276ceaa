//! A span for each call, on both sides, with the names of OpenTelemetry's semantic conventions for gRPC.
//!
//! | field | what it is |
//! |---|---|
//! | `otel.name` | `package.Service/Method` |
//! | `otel.kind` | `server` or `client` |
//! | `rpc.system` | the transport, as `grpc` or `quic` |
//! | `rpc.service`, `rpc.method` | the parts of the name |
//! | `rpc.grpc.status_code` | the number of the status, once there is one |
//! | `otel.status_code` | `ERROR` where the conventions take that status for one |
//! | `client.address` | on a server, where the transport has addresses |

use crate::call::CallHead;
use crate::descriptor::MethodDescriptor;
use stillwire_rpc_core::Code;
use tracing::Span;
use tracing::field::{self, Empty};

/// The span of a call. Dropped before the call has ended, it says that the call was cancelled.
#[derive(Debug)]
pub(crate) struct CallSpan {
    /// Until the call has ended; `None` where nobody listens. In a box, since calls move on their way.
    span: Option<Box<Span>>,
    kind: Kind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Server,
    Client,
}

// Its parts are worked out only where somebody listens.
macro_rules! span {
    ($kind:literal, $method:expr, $transport:expr) => {
        tracing::info_span!(
            "rpc",
            otel.name = $method.path.trim_start_matches('/'),
            otel.kind = $kind,
            otel.status_code = Empty,
            rpc.system = $transport,
            rpc.service = $method.service(),
            rpc.method = $method.name,
            rpc.grpc.status_code = Empty,
            client.address = Empty,
        )
    };
}

impl CallSpan {
    /// Of a call that is served.
    pub(crate) fn server(method: &'static MethodDescriptor, head: &CallHead) -> Self {
        let span = span!("server", method, head.transport);
        if let Some(address) = head.peer.address {
            span.record("client.address", field::display(address));
        }
        Self::of(span, Kind::Server)
    }

    /// Of a call that is made.
    #[inline]
    pub(crate) fn client(method: &'static MethodDescriptor, transport: &'static str) -> Self {
        Self::of(span!("client", method, transport), Kind::Client)
    }

    #[inline]
    fn of(span: Span, kind: Kind) -> Self {
        let span = (!span.is_none()).then(|| Box::new(span));
        Self { span, kind }
    }

    /// The span itself, to be entered.
    #[inline]
    pub(crate) fn handle(&self) -> Option<Span> {
        self.span.as_deref().cloned()
    }

    /// The call has ended.
    #[inline]
    pub(crate) fn end(&mut self, code: Code) {
        if let Some(span) = self.span.take() {
            self.kind.close(&span, code); // it closes here, and not when the call's last handle is dropped
        }
    }
}

impl Kind {
    fn close(self, span: &Span, code: Code) {
        span.record("rpc.grpc.status_code", code.number());
        let failed = match self {
            Self::Client => code != Code::Ok,
            Self::Server => matches!(
                code,
                Code::Unknown
                    | Code::DeadlineExceeded
                    | Code::Unimplemented
                    | Code::Internal
                    | Code::Unavailable
                    | Code::DataLoss
            ),
        };
        if failed {
            span.record("otel.status_code", "ERROR");
        }
    }
}

impl Drop for CallSpan {
    #[inline]
    fn drop(&mut self) {
        self.end(Code::Cancelled); // unless it has
    }
}
