//! Services: a trait to implement, what runs it, and a client.

use sha2::{Digest, Sha256};

use crate::descriptor::Planned;
use crate::model::{Idempotency, Method, Service, TypeId};
use crate::names::screaming;

use super::docs::{deprecated, docs, docs_after};
use super::names::{ident, path, unless_taken};
use super::plain::{attributes, fill_all};
use super::template::fill;
use super::types::{Context, byte_string};

/// Functions of traits and clients, which methods must not be called; both sides call a method the same.
const TAKEN: [&str; 3] = ["serve", "new", "clone"];

const SERVICE: &str = "
#[doc(hidden)]
pub static __$static: $rpc::ServiceDescriptor = $rpc::ServiceDescriptor {
    name: $full_name,
    methods: &[$methods],
    files: &__FILES,
};

$attributes
pub trait $name: $core::marker::Send + $core::marker::Sync + 'static {
    $signatures
    /// The service, ready to be added to a server.
    fn serve(self) -> $rpc::Service
    where
        Self: $core::marker::Sized,
    {
        $rpc::Service::new($server(self))
    }
}

struct $server<T>(T);

impl<T: $name> $rpc::Dispatch for $server<T> {
    fn descriptor(&self) -> &'static $rpc::ServiceDescriptor { &__$static }

    fn call(
        self: $std::sync::Arc<Self>,
        method: usize,
        exchange: $rpc::Exchange,
    ) -> $rpc::BoxFuture<'static, $core::result::Result<$rpc::Outcome, $rpc::Status>> {
        match method { $arms _ => $rpc::Service::no_such_method() }
    }
}

$client_docs
#[derive(Clone, Debug)]
pub struct $client {
    caller: $rpc::Caller,
}

impl $client {
    /// What the service is called and what its methods are.
    pub const SERVICE: &'static $rpc::ServiceDescriptor = &__$static;

    /// A client that calls over `caller`: a channel, or any other transport.
    pub fn new(caller: impl $core::convert::Into<$rpc::Caller>) -> Self {
        Self { caller: $core::convert::Into::into(caller) }
    }

    $calls
}
";

/// What protobuf knows of a package, for its services and for those of packages that import it.
pub(super) fn files(cx: &Context<'_>, planned: &Planned<'_>) -> String {
    const FILES: &str = "
#[doc(hidden)]
pub static __FILES: $rpc::FileDescriptors = $rpc::FileDescriptors { own: $own, imports: &[$imports] };
";
    let import = |there: &usize| format!("&{},", path(cx.model, cx.here, *there, "__FILES"));
    let holes = [
        ("own", byte_string(&planned.own(cx.here))),
        (
            "imports",
            planned.needs(cx.here).iter().map(import).collect(),
        ),
    ];
    fill_all(FILES, &holes)
}

pub(super) fn service(cx: &Context<'_>, service: &Service) -> String {
    let all = service.methods.iter().enumerate();
    let name = ident(&service.name);
    let full_name = format!("{}.{}", cx.package().name, service.name);
    let holes = [
        (
            "attributes",
            attributes(
                &service.docs,
                service.since.as_deref(),
                service.deprecated.as_deref(),
            ),
        ),
        ("name", name.clone()),
        ("static", format!("{}_SERVICE", screaming(&service.name))),
        ("server", format!("{}Server", service.name)),
        ("client", format!("{}Client", service.name)),
        (
            "client_docs",
            docs_after(&format!("Calls [`{name}`]."), &service.docs),
        ),
        ("full_name", format!("{full_name:?}")),
        (
            "methods",
            service
                .methods
                .iter()
                .map(|m| descriptor(cx, service, m))
                .collect(),
        ),
        (
            "signatures",
            service.methods.iter().map(|m| signature(cx, m)).collect(),
        ),
        (
            "arms",
            all.clone().map(|(index, m)| arm(&name, index, m)).collect(),
        ),
        (
            "calls",
            all.map(|(index, m)| call(cx, service, index, m)).collect(),
        ),
    ];
    fill_all(SERVICE, &holes)
}

/// The type of a request or response.
fn message(cx: &Context<'_>, of: Option<TypeId>) -> String {
    of.map_or_else(|| fill("$codec::Empty", &[]), |id| cx.path(id, ""))
}

/// The first 8 bytes of the SHA-256 of the path without its slash: what lanes call the method.
fn method_id(route: &str) -> u64 {
    let digest = Sha256::digest(route.trim_start_matches('/').as_bytes());
    digest
        .iter()
        .take(8)
        .rev()
        .fold(0, |id, byte| id << 8 | u64::from(*byte))
}

fn descriptor(cx: &Context<'_>, service: &Service, method: &Method) -> String {
    let route = cx.model.route(cx.package(), service, method);
    let mut out = fill_all(
        "$rpc::MethodDescriptor::new($name, $route, $id)",
        &[
            ("name", format!("{:?}", method.proto_name())),
            ("route", format!("{route:?}")),
            ("id", format!("{:#018x}", method_id(&route))),
        ],
    );
    let (input, output) = (message(cx, method.input), message(cx, method.output));
    out.push_str(&fill(
        ".with_types(<$input as $codec::Message>::TABLE, <$output as $codec::Message>::TABLE)",
        &[("input", &input), ("output", &output)],
    ));
    if method.client_streaming || method.server_streaming {
        out.push_str(&format!(
            ".with_streaming({}, {})",
            method.client_streaming, method.server_streaming
        ));
    }
    let promise = match method.idempotency {
        Idempotency::None => None,
        Idempotency::Safe => Some("Safe"),
        Idempotency::Idempotent => Some("Idempotent"),
    };
    if let Some(promise) = promise {
        out.push_str(&fill(
            ".with_idempotency($rpc::Idempotency::$promise)",
            &[("promise", promise)],
        ));
    }
    if let Some(timeout) = method.timeout {
        let (seconds, nanos) = (
            timeout.as_secs().to_string(),
            timeout.subsec_nanos().to_string(),
        );
        let holes = [("seconds", seconds), ("nanos", nanos)];
        out.push_str(&fill_all(
            ".with_timeout($core::time::Duration::new($seconds, $nanos))",
            &holes,
        ));
    }
    out + ",\n"
}

/// What a method throws, if it does.
fn thrown(cx: &Context<'_>, method: &Method) -> Option<String> {
    method.throws.map(|id| cx.path(id, ""))
}

fn signature(cx: &Context<'_>, method: &Method) -> String {
    const SIGNATURE: &str = "
$attributes
fn $name(&self, call: &$rpc::Call, $arguments)
    -> impl $core::future::Future<Output = $core::result::Result<$output, $rpc::Fault$error>> + $core::marker::Send;
";
    let (request, response) = (message(cx, method.input), message(cx, method.output));
    let template = match (method.client_streaming, method.server_streaming) {
        (false, false) => "request: $codec::Encoded<$request>",
        (false, true) => "request: $codec::Encoded<$request>, out: $rpc::Outbound<$response>",
        (true, false) => "input: $rpc::Inbound<$request>",
        (true, true) => "input: $rpc::Inbound<$request>, out: $rpc::Outbound<$response>",
    };
    let types = [
        ("request", request.as_str()),
        ("response", response.as_str()),
    ];
    let output = if method.server_streaming {
        "()"
    } else {
        "$rpc::Reply<$response>"
    };
    let holes = [
        (
            "attributes",
            attributes(
                &method.docs,
                method.since.as_deref(),
                method.deprecated.as_deref(),
            ),
        ),
        ("name", unless_taken(&method.name, &TAKEN)),
        ("arguments", fill(template, &types)),
        ("output", fill(output, &types)),
        (
            "error",
            thrown(cx, method).map_or_else(String::new, |error| format!("<{error}>")),
        ),
    ];
    fill_all(SIGNATURE, &holes)
}

fn arm(service: &str, index: usize, method: &Method) -> String {
    let (accept, arguments, end) = match (method.client_streaming, method.server_streaming) {
        (false, false) => ("(call, request) = exchange.unary()?", "request", "reply"),
        (false, true) => (
            "(call, request, out) = exchange.server_streaming()?",
            "request, out",
            "end",
        ),
        (true, false) => (
            "(call, input) = exchange.client_streaming()?",
            "input",
            "reply",
        ),
        (true, true) => (
            "(call, input, out) = exchange.streaming()?",
            "input, out",
            "end",
        ),
    };
    let holes = [
        ("index", index.to_string()),
        ("accept", accept.to_owned()),
        ("service", service.to_owned()),
        ("name", unless_taken(&method.name, &TAKEN)),
        ("arguments", arguments.to_owned()),
        ("end", end.to_owned()),
    ];
    let template = "$index => $std::boxed::Box::pin(async move {
        let $accept;
        let result = <T as $service>::$name(&self.0, &call, $arguments).await;
        $core::result::Result::Ok(call.$end(result))
    }),\n";
    fill_all(template, &holes)
}

fn call(cx: &Context<'_>, service: &Service, index: usize, method: &Method) -> String {
    let (request, response) = (message(cx, method.input), message(cx, method.output));
    let (kind, maker, types, argument) = match (method.client_streaming, method.server_streaming) {
        (false, false) => ("UnaryCall", "unary", response.clone(), true),
        (false, true) => (
            "ServerStreamingCall",
            "server_streaming",
            response.clone(),
            true,
        ),
        (true, false) => (
            "ClientStreamingCall",
            "client_streaming",
            format!("{request}, {response}"),
            false,
        ),
        (true, true) => (
            "StreamingCall",
            "streaming",
            format!("{request}, {response}"),
            false,
        ),
    };
    let parameter = fill(
        "request: impl $codec::ToEncoded<$request>",
        &[("request", &request)],
    );
    let holes = [
        (
            "head",
            docs(&method.docs, method.since.as_deref()) + &deprecated(method.deprecated.as_deref()),
        ),
        ("name", unless_taken(&method.name, &TAKEN)),
        (
            "parameter",
            if argument { parameter } else { String::new() },
        ),
        ("kind", kind.to_owned()),
        (
            "types",
            thrown(cx, method)
                .into_iter()
                .fold(types, |types, error| format!("{types}, {error}")),
        ),
        (
            "error",
            thrown(cx, method).unwrap_or_else(|| fill("$rpc::Never", &[])),
        ),
        ("maker", maker.to_owned()),
        ("request", request),
        ("response", response),
        ("static", format!("{}_SERVICE", screaming(&service.name))),
        ("index", index.to_string()),
        (
            "argument",
            if argument {
                ", request".to_owned()
            } else {
                String::new()
            },
        ),
    ];
    let template = "
$head
pub fn $name(&self, $parameter) -> $rpc::client::$kind<$types> {
    self.caller.$maker::<$request, $response, $error>(&__$static.methods[$index]$argument)
}
";
    fill_all(template, &holes)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// SHA-256 of "acme.Echo/Say" begins with these bytes, by `sha256sum`.
    #[test]
    fn method_ids_are_the_head_of_a_sha_256() {
        let head = [0x80, 0x69, 0x65, 0x2a, 0x97, 0x5e, 0x56, 0x91];
        assert_eq!(method_id("/acme.Echo/Say"), u64::from_le_bytes(head));
    }
}
