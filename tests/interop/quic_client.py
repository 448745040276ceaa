"""Calls over QUIC by a client that shares no line with ours: aioquic, docs/rpc-protocol.md and docs/wire-format.md.

Usage: quic_client.py HOST:PORT CERTIFICATE [PID]; CERTIFICATE vouches for the server, PID is told to end in the last case.
"""

import asyncio
import hashlib
import itertools
import os
import signal
import ssl
import struct
import sys
import time

from aioquic.asyncio import QuicConnectionProtocol, connect
from aioquic.quic.configuration import QuicConfiguration
from aioquic.quic.events import ConnectionTerminated, StreamDataReceived, StreamReset

from wire import List, Message, Optional, Reserved

PATIENCE = 20

OPEN, MESSAGE, END, STATUS, CANCEL, CREDIT, PING, PONG, SETTINGS, GOAWAY = range(1, 11)
CHECKSUM, LAST, WITH_MESSAGE, MORE, REFUSED = 0x01, 0x10, 0x20, 0x40, 0x80
OK, INVALID_ARGUMENT, DEADLINE_EXCEEDED, NOT_FOUND, FAILED_PRECONDITION = 0, 3, 4, 5, 9
OUT_OF_RANGE, UNIMPLEMENTED, UNAVAILABLE = 11, 12, 14

OUR_MESSAGE_BYTES, OUR_CREDIT, OUR_CALLS = 4 << 20, 64 << 10, 256
MESSAGE_COST = 12


def crc32c(data):
    crc = 0xFFFFFFFF
    for byte in data:
        crc ^= byte
        for _ in range(8):
            crc = crc >> 1 ^ (0x82F63B78 if crc & 1 else 0)
    return crc ^ 0xFFFFFFFF


def frame(kind, payload, flags=0, tag=0, checksum=False):
    out = struct.pack("<IBBH", len(payload), kind, flags | checksum * CHECKSUM, tag) + payload
    return out + struct.pack("<I", crc32c(out)) if checksum else out


def metadata(entries):
    out = b""
    for key, value in entries:
        out += bytes([len(key)]) + key.encode() + struct.pack("<H", len(value)) + value
    return out


def read_metadata(data):
    entries, at = [], 0
    while at < len(data):
        key = data[at + 1 : at + 1 + data[at]].decode()
        at += 1 + len(key)
        (size,) = struct.unpack_from("<H", data, at)
        entries.append((key, data[at + 2 : at + 2 + size]))
        at += 2 + size
    return entries


class Status(Exception):
    """How a call ended."""

    def __init__(self, code, text="", details=b"", trailing=(), reply=None, refused=False):
        super().__init__(code, text)
        self.code, self.text, self.details = code, text, details
        self.trailing, self.reply, self.refused = list(trailing), reply, refused


class Closed(Exception):
    """How a lane ended."""


class Call:
    def __init__(self, lane, number, credit):
        self.lane, self.number, self.credit = lane, number, credit
        self.leading = []
        self.events = asyncio.Queue()
        self.funded = asyncio.Event()
        self.taken = 0

    async def send(self, message, last=False):
        while self.credit <= 0:
            self.funded.clear()
            await self.funded.wait()
        self.credit -= len(message) + MESSAGE_COST
        self.lane.write(MESSAGE, struct.pack("<I", self.number) + message, LAST if last else 0)

    def end(self):
        self.lane.write(END, struct.pack("<I", self.number))

    def cancel(self, deadline=False):
        self.lane.write(CANCEL, struct.pack("<I", self.number), tag=int(deadline))
        self.lane.calls.pop(self.number, None)

    async def next(self):
        """The next message; ends by `Status`."""
        event = await self.events.get()
        if isinstance(event, Exception):
            raise event
        self.taken += len(event) + MESSAGE_COST
        if self.taken >= OUR_CREDIT // 2:
            self.lane.write(CREDIT, struct.pack("<II", self.number, self.taken))
            self.taken = 0
        return event

    async def status(self):
        """The end of a call that gives no messages any more."""
        try:
            message = await self.next()
        except Status as status:
            return status
        raise AssertionError(f"a message of {len(message)} bytes came")

    async def all(self):
        """All messages, and how the call ended."""
        messages = []
        try:
            while True:
                messages.append(await self.next())
        except Status as status:
            return messages, status


class Connection(QuicConnectionProtocol):
    """Streams that are read by `StreamReader`s."""

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        self.readers = {}

    def open_stream(self):
        number = self._quic.get_next_available_stream_id()
        self.readers[number] = asyncio.StreamReader()
        return number, self.readers[number]

    def send(self, stream, data, last=False):
        self._quic.send_stream_data(stream, data, last)
        self.transmit()

    def quic_event_received(self, event):
        if isinstance(event, StreamDataReceived):
            self.readers[event.stream_id].feed_data(event.data)
            if event.end_stream:
                self.readers[event.stream_id].feed_eof()
        elif isinstance(event, StreamReset):
            self.readers[event.stream_id].set_exception(ConnectionError(f"reset with {event.error_code}"))
        elif isinstance(event, ConnectionTerminated):
            for reader in self.readers.values():
                reader.set_exception(ConnectionError(f"closed with {event.error_code}"))


class Lane:
    """A bidirectional stream with our SETTINGS on it."""

    @classmethod
    async def open(cls, connection):
        lane = cls()
        lane.connection = connection
        lane.stream, lane.reader = connection.open_stream()
        lane.calls, lane.numbers, lane.paths = {}, itertools.count(1), set()
        lane.settings, lane.met = {1: 4 << 20, 2: 0, 3: 256}, asyncio.Event()
        lane.pongs, lane.drains, lane.closed = asyncio.Queue(), asyncio.Event(), asyncio.get_running_loop().create_future()
        lane.closed.add_done_callback(lambda closed: closed.exception())
        entries = [(1, OUR_MESSAGE_BYTES), (2, OUR_CREDIT), (3, OUR_CALLS)]
        lane.write(SETTINGS, struct.pack("<H", 1) + b"".join(struct.pack("<HI", *entry) for entry in entries))
        lane.task = asyncio.ensure_future(lane.read())
        return lane

    def write(self, kind, payload, flags=0, tag=0, checksum=False):
        self.connection.send(self.stream, frame(kind, payload, flags, tag, checksum))

    def call(self, path, message=None, entries=(), deadline_us=0, last=None, checksum=False):
        """Opens a call: with its one message, or with a stream to come."""
        number = next(self.numbers)
        call = self.calls[number] = Call(self, number, self.settings[2])
        flags, extra = 0, metadata(entries)
        payload = struct.pack("<I", number) + hashlib.sha256(path.encode()).digest()[:8] + struct.pack("<Q", deadline_us)
        if path not in self.paths:
            self.paths.add(path)
            flags |= MORE
            payload += bytes([len(path)]) + path.encode()
        payload += extra
        if message is not None:
            flags |= WITH_MESSAGE
            payload += message
        if last if last is not None else message is not None:
            flags |= LAST
        self.write(OPEN, payload, flags, len(extra), checksum)
        return call

    async def read(self):
        try:
            while True:
                size, kind, flags, tag = head = struct.unpack("<IBBH", await self.reader.readexactly(8))
                payload = await self.reader.readexactly(size)
                if flags & CHECKSUM:
                    (sum_,) = struct.unpack("<I", await self.reader.readexactly(4))
                    assert sum_ == crc32c(struct.pack("<IBBH", *head) + payload), "a checksum is wrong"
                self.take(kind, flags, tag, payload)
        except (asyncio.IncompleteReadError, ConnectionError) as end:
            self.over(Closed("the stream ended" if not getattr(end, "partial", b"") else "it ended inside a frame"))
        except Exception as error:  # told to whoever waits, and not to a task that nobody asks
            self.over(error)

    def over(self, why):
        if not self.closed.done():
            self.closed.set_exception(why)
        for call in self.calls.values():
            call.events.put_nowait(why)

    def take(self, kind, flags, tag, payload):
        if kind == SETTINGS:
            assert not self.met.is_set(), "SETTINGS came twice"
            (version,) = struct.unpack_from("<H", payload)
            assert version == 1
            assumed = self.settings[2]
            entries = list(struct.iter_unpack("<HI", payload[2:]))
            assert [id_ for id_, _ in entries] == sorted({id_ for id_, _ in entries}), entries
            self.settings.update(entries)
            for call in self.calls.values():
                self.fund(call, self.settings[2] - assumed)
            self.met.set()
        elif kind == PING:
            self.write(PONG, payload)
        elif kind == PONG:
            self.pongs.put_nowait(payload)
        elif kind == GOAWAY:
            code, last = struct.unpack_from("<II", payload)
            if code:
                return self.over(Closed(code, payload[8:].decode()))
            self.drains.set()
            for number in [number for number in self.calls if number > last]:
                self.calls.pop(number).events.put_nowait(Status(UNAVAILABLE, "drains", refused=True))
        elif kind < 128:
            (number,) = struct.unpack_from("<I", payload)
            call = self.calls.get(number)
            if call is None:
                return  # it has ended here
            if kind == OPEN:
                call.leading = read_metadata(payload[4 : 4 + tag])
                assert len(payload) == 4 + tag
            elif kind == MESSAGE:
                call.events.put_nowait(payload[4:])
            elif kind == CREDIT:
                self.fund(call, struct.unpack_from("<I", payload, 4)[0])
            elif kind == STATUS:
                del self.calls[number]
                call.events.put_nowait(self.status(flags, tag, payload))
            else:
                raise AssertionError(f"a server sends no frame of kind {kind}")

    @staticmethod
    def fund(call, more):
        call.credit += more
        if call.credit > 0:
            call.funded.set()

    @staticmethod
    def status(flags, tag, payload):
        code, at, text, details = payload[4], 5, b"", b""
        if flags & MORE:
            (size,) = struct.unpack_from("<I", payload, at)
            text = payload[at + 4 : at + 4 + size]
            at += 4 + size
            (size,) = struct.unpack_from("<I", payload, at)
            details = payload[at + 4 : at + 4 + size]
            at += 4 + size
        trailing = read_metadata(payload[at : at + tag])
        reply = payload[at + tag :] if flags & WITH_MESSAGE else None
        assert reply is not None or at + tag == len(payload)
        return Status(code, text.decode(), details, trailing, reply, bool(flags & REFUSED))

    def close(self):
        self.connection.send(self.stream, b"", last=True)


# The types of schemas/grpc/testing/test.still and schemas/interop/v1/till.still.
Empty = Message()
BoolValue = Message(value="bool")
Payload = Message(type="i32", body="bytes")
EchoStatus = Message(code="u32", message="string")
SimpleRequest = Message(
    response_type="i32",
    response_size="u32",
    payload=Optional(Payload),
    fill_username="bool",
    fill_oauth_scope="bool",
    response_compressed=Optional(BoolValue),
    response_status=Optional(EchoStatus),
    expect_compressed=Optional(BoolValue),
)
SimpleResponse = Message(payload=Optional(Payload), username="string", oauth_scope="string")
StreamingInputCallRequest = Message(payload=Optional(Payload), expect_compressed=Optional(BoolValue))
StreamingInputCallResponse = Message(aggregated_payload_size="u32")
ResponseParameters = Message(size="u32", interval_us="u32", compressed=Optional(BoolValue))
StreamingOutputCallRequest = Message(
    response_type="i32",
    response_parameters=List(ResponseParameters),
    payload=Optional(Payload),
    removed_4=Reserved,
    removed_5=Reserved,
    removed_6=Reserved,
    response_status=Optional(EchoStatus),
)
StreamingOutputCallResponse = Message(payload=Optional(Payload))
Amount = Message(pence="u64")
HealthCheckRequest = Message(service="string")
HealthCheckResponse = Message(status="i32")

TEST = "grpc.testing.TestService/"
TAKE = "interop.v1.Till/Take"
HEALTH = "grpc.health.v1.Health/"
SERVING, NOT_SERVING = 1, 2
REQUESTS, RESPONSES = (27182, 8, 1828, 45904), (31415, 9, 2653, 58979)
INITIAL, TRAILING = "x-grpc-test-echo-initial", "x-grpc-test-echo-trailing-bin"
SPECIAL = "\t\ntest with whitespace\r\nand Unicode BMP \u263a and non-BMP \U0001f608\t\n"


def asking(sizes, interval_us=0):
    parameters = [{"size": size, "interval_us": interval_us} for size in sizes]
    return StreamingOutputCallRequest.encode({"response_parameters": parameters})


def sizes_of(messages):
    return [len(StreamingOutputCallResponse.decode(message)["payload"]["body"]) for message in messages]


def simple(**fields):
    return SimpleRequest.encode(fields)


async def empty_unary(lane):
    status = await lane.call(TEST + "EmptyCall", Empty.encode({})).status()
    assert (status.code, status.reply) == (OK, bytes(4)), vars(status)


async def large_unary(lane):
    request = simple(response_size=314159, payload={"body": bytes(271828)})
    status = await lane.call(TEST + "UnaryCall", request).status()
    assert status.code == OK, status
    assert len(SimpleResponse.decode(status.reply)["payload"]["body"]) == 314159


async def concurrent_large_unary(lane):
    await asyncio.gather(*(large_unary(lane) for _ in range(20)))


async def megabytes_unary(lane):
    size = 4_000_000
    request = simple(response_size=size, payload={"body": bytes(size)})
    status = await lane.call(TEST + "UnaryCall", request).status()
    assert len(SimpleResponse.decode(status.reply)["payload"]["body"]) == size


async def client_streaming(lane):
    call = lane.call(TEST + "StreamingInputCall")
    for size in REQUESTS:
        await call.send(StreamingInputCallRequest.encode({"payload": {"body": bytes(size)}}))
    call.end()
    status = await call.status()
    assert StreamingInputCallResponse.decode(status.reply)["aggregated_payload_size"] == 74922


async def client_streaming_with_credit(lane):
    """More than all credit there is at once, and the last message ends the stream."""
    await lane.met.wait()
    call, size, count = lane.call(TEST + "StreamingInputCall"), 300_000, 30
    message = StreamingInputCallRequest.encode({"payload": {"body": bytes(size)}})
    assert size * count > 2 * lane.settings[2]
    for nth in range(count):
        await call.send(message, last=nth + 1 == count)
    status = await call.status()
    assert StreamingInputCallResponse.decode(status.reply)["aggregated_payload_size"] == size * count


async def server_streaming(lane):
    messages, status = await lane.call(TEST + "StreamingOutputCall", asking(RESPONSES)).all()
    assert (sizes_of(messages), status.code) == (list(RESPONSES), OK)


async def server_streaming_with_credit(lane):
    """The server sends no more than we have given it credit for, by a message."""
    call = lane.call(TEST + "StreamingOutputCall", asking([10_000] * 100))
    await asyncio.sleep(0.3)
    waiting = call.events.qsize()
    assert waiting * (10_000 + MESSAGE_COST) <= OUR_CREDIT + 10_100, waiting
    messages, status = await call.all()
    assert (len(messages), status.code) == (100, OK)


async def ping_pong(lane):
    call = lane.call(TEST + "FullDuplexCall")
    for size in RESPONSES:
        await call.send(asking([size]))
        assert sizes_of([await call.next()]) == [size]
    call.end()
    assert (await call.status()).code == OK


async def first_message_in_open(lane):
    call = lane.call(TEST + "FullDuplexCall", asking([3]), last=False)
    assert sizes_of([await call.next()]) == [3]
    call.end()
    assert (await call.status()).code == OK


async def empty_stream(lane):
    call = lane.call(TEST + "FullDuplexCall")
    call.end()
    assert (await call.status()).code == OK


async def custom_metadata(lane):
    entries = [(INITIAL, b"test_initial_metadata_value"), (TRAILING, b"\xab\xab\xab")]
    call = lane.call(TEST + "UnaryCall", simple(response_size=10), entries)
    status = await call.status()
    assert (call.leading, status.trailing) == (entries[:1], entries[1:]), vars(status)
    call = lane.call(TEST + "FullDuplexCall", entries=entries)
    await call.send(asking([1]), last=True)
    messages, status = await call.all()
    assert (len(messages), call.leading, status.trailing) == (1, entries[:1], entries[1:])


async def status_code_and_message(lane):
    wanted = {"code": 2, "message": "test status message"}
    for path, request in (
        ("UnaryCall", simple(response_status=wanted)),
        ("StreamingOutputCall", StreamingOutputCallRequest.encode({"response_status": wanted})),
    ):
        status = await lane.call(TEST + path, request).status()
        assert (status.code, status.text, status.reply) == (2, "test status message", None)


async def special_status_message(lane):
    request = simple(response_status={"code": 2, "message": SPECIAL})
    status = await lane.call(TEST + "UnaryCall", request).status()
    assert (status.code, status.text) == (2, SPECIAL)


def protobuf(data):
    """The fields of a protobuf message, by number: bytes and integers."""
    fields, at = {}, 0

    def varint():
        nonlocal at
        value = shift = 0
        while True:
            byte = data[at]
            at += 1
            value |= (byte & 0x7F) << shift
            shift += 7
            if byte < 0x80:
                return value

    while at < len(data):
        key = varint()
        value = varint()
        if key & 7 == 2:
            value, at = data[at : at + value], at + value
        fields.setdefault(key >> 3, []).append(value)
    return fields


async def declared_error(lane):
    ok = await lane.call(TAKE, Amount.encode({"pence": 1000})).status()
    assert Amount.decode(ok.reply) == {"pence": 1000}
    for pence, code, variant in ((13, FAILED_PRECONDITION, {1: [b""]}), (1001, OUT_OF_RANGE, None)):
        status = await lane.call(TAKE, Amount.encode({"pence": pence})).status()
        assert (status.code, status.reply) == (code, None), vars(status)
        details = protobuf(status.details)
        assert details[1] == [code] and details[2] == [status.text.encode()]
        any_ = protobuf(details[3][0])
        assert any_[1][0].rsplit(b"/", 1)[1] == b"interop.v1.Refusal", any_
        error = protobuf(any_[2][0])
        if variant is None:
            limit = protobuf(error[2][0])
            assert (limit[1], limit[2][0].decode()) == ([1000], "£"), limit
        else:
            assert error == variant


async def unimplemented(lane):
    for path in (TEST + "UnimplementedCall", TEST + "NoSuchCall", "no.such.Service/Call"):
        status = await lane.call(path, Empty.encode({})).status()
        assert status.code == UNIMPLEMENTED, (path, vars(status))


async def health(lane):
    for service, code in (("", OK), ("grpc.testing.TestService", OK), ("no.such.Service", NOT_FOUND)):
        status = await lane.call(HEALTH + "Check", HealthCheckRequest.encode({"service": service})).status()
        assert status.code == code, (service, vars(status))
        assert code != OK or HealthCheckResponse.decode(status.reply) == {"status": SERVING}


async def broken_message(lane):
    status = await lane.call(TEST + "UnaryCall", b"\xff\xff").status()
    assert (status.code, bool(status.text)) == (INVALID_ARGUMENT, True), vars(status)


async def cancel_after_begin(lane):
    lane.call(TEST + "StreamingInputCall").cancel()
    await empty_unary(lane)


async def cancel_after_first_response(lane):
    call = lane.call(TEST + "FullDuplexCall")
    await call.send(asking([31415]))
    await call.next()
    call.cancel()
    await empty_unary(lane)


async def timeout_on_sleeping_server(lane):
    begun = time.monotonic()
    call = lane.call(TEST + "StreamingOutputCall", asking([1], interval_us=10_000_000), deadline_us=100_000)
    status = await call.status()
    assert (status.code, time.monotonic() - begun < 5) == (DEADLINE_EXCEEDED, True), vars(status)


async def ping(lane):
    lane.write(PING, b"12345678")
    assert await lane.pongs.get() == b"12345678"


async def checksums_are_taken(lane):
    call = lane.call(TEST + "EmptyCall", Empty.encode({}), checksum=True)
    assert (await call.status()).code == OK


async def extensions_are_skipped(lane):
    lane.write(200, b"something of the future", flags=0x30, tag=7)
    await empty_unary(lane)


async def the_end_of_a_lane(lane):
    await empty_unary(lane)
    lane.close()
    try:
        await lane.closed
    except Closed as closed:
        assert closed.args == ("the stream ended",), closed


def violation(code, *frames):
    """The server gives the lane up, says why, and ends it."""

    async def case(lane):
        await empty_unary(lane)
        pending = lane.call(TEST + "StreamingInputCall")
        for bytes_ in frames:
            lane.connection.send(lane.stream, bytes_)
        try:
            await lane.closed
        except Closed as closed:
            assert closed.args[0] == code and closed.args[1], closed
        end = await pending.events.get()
        assert isinstance(end, Closed), end

    return case


CREDIT_OF = struct.Struct("<II")
CASES = {
    case.__name__: case
    for case in (
        empty_unary,
        large_unary,
        concurrent_large_unary,
        megabytes_unary,
        client_streaming,
        client_streaming_with_credit,
        server_streaming,
        server_streaming_with_credit,
        ping_pong,
        first_message_in_open,
        empty_stream,
        custom_metadata,
        status_code_and_message,
        special_status_message,
        declared_error,
        unimplemented,
        health,
        broken_message,
        cancel_after_begin,
        cancel_after_first_response,
        timeout_on_sleeping_server,
        ping,
        checksums_are_taken,
        extensions_are_skipped,
        the_end_of_a_lane,
    )
} | {
    "violation: a frame of no call": violation(1, frame(END, struct.pack("<I", 99))),
    "violation: an unknown kind": violation(1, frame(77, b"")),
    "violation: SETTINGS twice": violation(1, frame(SETTINGS, struct.pack("<H", 1))),
    "violation: a call number goes back": violation(1, frame(OPEN, struct.pack("<IQQ", 1, 0, 0))),
    "violation: credit beyond counting": violation(3, *[frame(CREDIT, CREDIT_OF.pack(2, 0x7FFFFFFF))] * 3),
    "violation: a frame larger than all": violation(2, struct.pack("<IBBH", 0x7FFFFFFF, MESSAGE, 0, 0)),
    "violation: a wrong checksum": violation(4, frame(PING, bytes(8), CHECKSUM) + bytes(4)),
}


async def drain(connection, pid):
    """The server lets a running call finish, takes no more, and says so to who watches."""
    lane = await Lane.open(connection)
    watch = lane.call(HEALTH + "Watch", HealthCheckRequest.encode({}))
    assert HealthCheckResponse.decode(await watch.next()) == {"status": SERVING}
    running = lane.call(TEST + "StreamingOutputCall", asking([5, 6], interval_us=700_000))
    assert sizes_of([await running.next()]) == [5]
    os.kill(pid, signal.SIGINT)
    await lane.drains.wait()
    messages, status = await watch.all()
    assert [HealthCheckResponse.decode(message) for message in messages] == [{"status": NOT_SERVING}]
    assert status.code == UNAVAILABLE, vars(status)
    late = lane.call(TEST + "EmptyCall", Empty.encode({}))
    status = await late.status()
    assert (status.code, status.refused) == (UNAVAILABLE, True), vars(status)
    messages, status = await running.all()
    assert (sizes_of(messages), status.code) == ([6], OK), vars(status)


async def main(authority, certificate, pid=None):
    host, port = authority.rsplit(":", 1)
    configuration = QuicConfiguration(is_client=True, alpn_protocols=["stillwire/1"], server_name="localhost")
    configuration.load_verify_locations(cafile=certificate)
    configuration.verify_mode = ssl.CERT_REQUIRED
    failed = 0

    async def run(name, case):
        nonlocal failed
        try:
            await asyncio.wait_for(case, PATIENCE)
        except (Exception, asyncio.TimeoutError) as error:  # whatever it is, the other cases run
            failed += 1
            print(f"FAILED  {name}: {type(error).__name__} {error}")
        else:
            print(f"ok      {name}")

    async with connect(host, int(port), configuration=configuration, create_protocol=Connection) as connection:

        async def alone(case):
            await case(await Lane.open(connection))

        for name, case in CASES.items():
            await run(name, alone(case))
        if pid:
            await run("drain", drain(connection, int(pid)))
    sys.exit(f"{failed} cases failed" if failed else None)


asyncio.run(main(*sys.argv[1:]))
