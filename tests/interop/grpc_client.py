"""gRPC's interoperability cases by grpcio (gRPC's C core), against the server at HOST:PORT.

Usage: grpc_client.py HOST:PORT; the modules that protoc makes of the emitted `.proto` are on PYTHONPATH.
The cases are those of https://github.com/grpc/grpc/blob/master/doc/interop-test-descriptions.md.
"""

import sys
from concurrent import futures

import grpc
from grpc.testing import testing_pb2 as pb
from grpc.testing import testing_pb2_grpc as stubs
from grpc_health.v1 import health_pb2, health_pb2_grpc
from grpc_reflection.v1alpha.proto_reflection_descriptor_database import ProtoReflectionDescriptorDatabase
from grpc_status import rpc_status
from interop.v1 import interop_pb2, interop_pb2_grpc

REQUESTS = (27182, 8, 1828, 45904)
RESPONSES = (31415, 9, 2653, 58979)
INITIAL, TRAILING = "x-grpc-test-echo-initial", "x-grpc-test-echo-trailing-bin"
SPECIAL = "\t\ntest with whitespace\r\nand Unicode BMP \u263a and non-BMP \U0001f608\t\n"
PATIENCE = 20


def body(size):
    return pb.Payload(body=bytes(size))


def large():
    return pb.SimpleRequest(response_size=314159, payload=body(271828))


def asking(sizes, payload=0, interval_us=0):
    parameters = [pb.ResponseParameters(size=size, interval_us=interval_us) for size in sizes]
    return pb.StreamingOutputCallRequest(response_parameters=parameters, payload=body(payload))


def fails(code, call, details=None):
    try:
        call()
    except grpc.RpcError as error:
        assert error.code() == code, error
        assert details is None or error.details() == details, repr(error.details())
    else:
        raise AssertionError(f"it succeeded; {code} is expected")


def empty_unary(stub, _):
    assert stub.EmptyCall(pb.Empty(), timeout=PATIENCE) == pb.Empty()


def large_unary(stub, _, **options):
    reply = stub.UnaryCall(large(), timeout=PATIENCE, **options)
    assert len(reply.payload.body) == 314159


def client_streaming(stub, _, **options):
    requests = (pb.StreamingInputCallRequest(payload=body(size)) for size in REQUESTS)
    reply = stub.StreamingInputCall(requests, timeout=PATIENCE, **options)
    assert reply.aggregated_payload_size == 74922, reply


def server_streaming(stub, _, **options):
    replies = stub.StreamingOutputCall(asking(RESPONSES), timeout=PATIENCE, **options)
    assert [len(reply.payload.body) for reply in replies] == list(RESPONSES)


class Requests:
    """An iterator that is fed."""

    def __init__(self):
        self.next = futures.Future()
        self.done = False

    def feed(self, request):
        self.next.set_result(request)

    def __iter__(self):
        return self

    def __next__(self):
        request = self.next.result(PATIENCE)
        if request is None:
            raise StopIteration
        self.next = futures.Future()
        return request


def ping_pong(stub, _):
    requests = Requests()
    replies = stub.FullDuplexCall(requests, timeout=PATIENCE)
    for request, response in zip(REQUESTS, RESPONSES):
        requests.feed(asking([response], request))
        assert len(next(replies).payload.body) == response
    requests.feed(None)
    assert next(replies, None) is None


def empty_stream(stub, _):
    assert list(stub.FullDuplexCall(iter(()), timeout=PATIENCE)) == []


def custom_metadata(stub, _):
    metadata = ((INITIAL, "test_initial_metadata_value"), (TRAILING, b"\xab\xab\xab"))
    _, call = stub.UnaryCall.with_call(large(), metadata=metadata, timeout=PATIENCE)
    assert metadata[0] in [tuple(entry) for entry in call.initial_metadata()]
    assert metadata[1] in [tuple(entry) for entry in call.trailing_metadata()]
    replies = stub.FullDuplexCall(iter([asking([1], 1)]), metadata=metadata, timeout=PATIENCE)
    assert len(list(replies)) == 1
    assert metadata[0] in [tuple(entry) for entry in replies.initial_metadata()]
    assert metadata[1] in [tuple(entry) for entry in replies.trailing_metadata()]


def ends_with(stub, message):
    status = pb.EchoStatus(code=2, message=message)
    request = pb.SimpleRequest(response_status=status)
    fails(grpc.StatusCode.UNKNOWN, lambda: stub.UnaryCall(request, timeout=PATIENCE), message)
    return status


def status_code_and_message(stub, _):
    status = ends_with(stub, "test status message")
    request = pb.StreamingOutputCallRequest(response_status=status)
    call = lambda: list(stub.FullDuplexCall(iter([request]), timeout=PATIENCE))
    fails(grpc.StatusCode.UNKNOWN, call, status.message)


def special_status_message(stub, _):
    ends_with(stub, SPECIAL)


def unimplemented_method(stub, _):
    fails(grpc.StatusCode.UNIMPLEMENTED, lambda: stub.UnimplementedCall(pb.Empty(), timeout=PATIENCE))


def unimplemented_service(_, channel):
    stub = stubs.UnimplementedServiceStub(channel)
    fails(grpc.StatusCode.UNIMPLEMENTED, lambda: stub.UnimplementedCall(pb.Empty(), timeout=PATIENCE))


def cancel_after_begin(stub, _):
    call = stub.StreamingInputCall.future(Requests(), timeout=PATIENCE)
    call.cancel()
    assert call.cancelled() and call.code() == grpc.StatusCode.CANCELLED


def cancel_after_first_response(stub, _):
    requests = Requests()
    replies = stub.FullDuplexCall(requests, timeout=PATIENCE)
    requests.feed(asking([RESPONSES[0]], REQUESTS[0]))
    next(replies)
    replies.cancel()
    fails(grpc.StatusCode.CANCELLED, lambda: next(replies))


def timeout_on_sleeping_server(stub, _):
    request = asking([31415], 27182, interval_us=1_000_000)
    call = lambda: list(stub.FullDuplexCall(iter([request]), timeout=0.01))
    fails(grpc.StatusCode.DEADLINE_EXCEEDED, call)


def compressed_unary(stub, _):
    large_unary(stub, _, compression=grpc.Compression.Gzip)


def compressed_streaming(stub, _):
    client_streaming(stub, _, compression=grpc.Compression.Gzip)
    server_streaming(stub, _, compression=grpc.Compression.Gzip)


def concurrent_large_unary(stub, _):
    with futures.ThreadPoolExecutor(32) as pool:
        list(pool.map(lambda _: large_unary(stub, None), range(100)))


def error_details(_, channel):
    stub = interop_pb2_grpc.TillStub(channel)
    for pence, code, kind in (
        (13, grpc.StatusCode.FAILED_PRECONDITION, "closed"),
        (2000, grpc.StatusCode.OUT_OF_RANGE, "too_much"),
    ):
        try:
            stub.Take(interop_pb2.Amount(pence=pence), timeout=PATIENCE)
            raise AssertionError("it succeeded")
        except grpc.RpcError as error:
            assert error.code() == code, error
            # `grpc-status-details-bin`: code and text in it are those of the status, or this raises.
            status = rpc_status.from_call(error)
        refusal = interop_pb2.Refusal()
        assert status.details[0].Unpack(refusal), status
        assert refusal.WhichOneof("kind") == kind, refusal
    assert (refusal.too_much.most, refusal.too_much.currency) == (1000, "\u00a3"), refusal


def health(_, channel):
    stub = health_pb2_grpc.HealthStub(channel)
    for service in ("", "grpc.testing.TestService"):
        reply = stub.Check(health_pb2.HealthCheckRequest(service=service), timeout=PATIENCE)
        assert reply.status == health_pb2.HealthCheckResponse.SERVING, reply


def reflection(_, channel):
    database = ProtoReflectionDescriptorDatabase(channel)
    assert "grpc.testing.TestService" in database.get_services()
    found = database.FindFileContainingSymbol("grpc.testing.SimpleRequest")
    assert [field.name for message in found.message_type if message.name == "SimpleRequest" for field in message.field][:3] == [
        "response_type",
        "response_size",
        "payload",
    ]


CASES = [
    empty_unary,
    large_unary,
    client_streaming,
    server_streaming,
    ping_pong,
    empty_stream,
    custom_metadata,
    status_code_and_message,
    special_status_message,
    unimplemented_method,
    unimplemented_service,
    cancel_after_begin,
    cancel_after_first_response,
    timeout_on_sleeping_server,
    compressed_unary,
    compressed_streaming,
    concurrent_large_unary,
    error_details,
    health,
    reflection,
]


def main():
    failed = 0
    with grpc.insecure_channel(sys.argv[1]) as channel:
        stub = stubs.TestServiceStub(channel)
        for case in CASES:
            try:
                case(stub, channel)
                print(f"ok      {case.__name__}")
            except Exception as error:  # a case that fails is told, and the others still run
                failed += 1
                print(f"FAILED  {case.__name__}: {error!r}")
    sys.exit(f"{failed} cases failed" if failed else 0)


if __name__ == "__main__":
    main()
