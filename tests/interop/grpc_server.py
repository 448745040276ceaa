"""The server of gRPC's interoperability cases by grpcio (gRPC's C core), for clients of ours. Prints HOST:PORT and serves until killed."""

import time
from concurrent import futures

import grpc
from grpc.testing import testing_pb2 as pb
from grpc.testing import testing_pb2_grpc as stubs
from grpc_reflection.v1alpha import reflection

INITIAL, TRAILING = "x-grpc-test-echo-initial", "x-grpc-test-echo-trailing-bin"


def echo_metadata(context):
    for key, value in context.invocation_metadata():
        if key == INITIAL:
            context.send_initial_metadata(((key, value),))
        elif key == TRAILING:
            context.set_trailing_metadata(((key, value),))


def end_as_asked(request, context):
    if request.HasField("response_status") and request.response_status.code:
        code = {code.value[0]: code for code in grpc.StatusCode}[request.response_status.code]
        context.abort(code, request.response_status.message)


class Host(stubs.TestServiceServicer):
    def EmptyCall(self, request, context):
        return pb.Empty()

    def UnaryCall(self, request, context):
        echo_metadata(context)
        end_as_asked(request, context)
        return pb.SimpleResponse(payload=pb.Payload(body=bytes(request.response_size)))

    def StreamingOutputCall(self, request, context):
        echo_metadata(context)
        yield from self.answer(request, context)

    def StreamingInputCall(self, requests, context):
        size = sum(len(request.payload.body) for request in requests)
        return pb.StreamingInputCallResponse(aggregated_payload_size=size)

    def FullDuplexCall(self, requests, context):
        echo_metadata(context)
        for request in requests:
            yield from self.answer(request, context)

    def answer(self, request, context):
        end_as_asked(request, context)
        for parameters in request.response_parameters:
            time.sleep(parameters.interval_us / 1e6)
            yield pb.StreamingOutputCallResponse(payload=pb.Payload(body=bytes(parameters.size)))


def main():
    server = grpc.server(futures.ThreadPoolExecutor(32), compression=grpc.Compression.Gzip)
    stubs.add_TestServiceServicer_to_server(Host(), server)
    reflection.enable_server_reflection(("grpc.testing.TestService", reflection.SERVICE_NAME), server)
    port = server.add_insecure_port("127.0.0.1:0")
    server.start()
    print(f"127.0.0.1:{port}", flush=True)
    server.wait_for_termination()


if __name__ == "__main__":
    main()
