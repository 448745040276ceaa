// gRPC's interoperability cases by grpc-js, against the server at HOST:PORT.
//
// Usage: node grpc_client.js HOST:PORT FOLDER, which has the emitted `.proto`.
// The cases are those of https://github.com/grpc/grpc/blob/master/doc/interop-test-descriptions.md.
'use strict';

const assert = require('node:assert');
const grpc = require('@grpc/grpc-js');
const loader = require('@grpc/proto-loader');

const REQUESTS = [27182, 8, 1828, 45904];
const RESPONSES = [31415, 9, 2653, 58979];
const INITIAL = 'x-grpc-test-echo-initial';
const TRAILING = 'x-grpc-test-echo-trailing-bin';
const SPECIAL = '\t\ntest with whitespace\r\nand Unicode BMP \u263a and non-BMP \u{1f608}\t\n';
const PATIENCE = 20_000;

const body = (size) => ({ body: Buffer.alloc(size) });
const large = () => ({ responseSize: 314159, payload: body(271828) });
const asking = (sizes, payload = 0, intervalUs = 0) => ({
  responseParameters: sizes.map((size) => ({ size, intervalUs })),
  payload: body(payload),
});
const deadline = (millis = PATIENCE) => ({ deadline: Date.now() + millis });

const unary = (client, method, request, metadata = new grpc.Metadata(), options = deadline()) =>
  new Promise((resolve, reject) => {
    const seen = {};
    const call = client[method](request, metadata, options, (error, reply) => {
      if (error) reject(error);
      else setImmediate(() => resolve({ reply, ...seen }));
    });
    call.on('metadata', (leading) => (seen.leading = leading));
    call.on('status', (status) => (seen.trailing = status.metadata));
  });

const read = (call) =>
  new Promise((resolve, reject) => {
    const seen = { replies: [] };
    call.on('metadata', (leading) => (seen.leading = leading));
    call.on('data', (reply) => seen.replies.push(reply));
    call.on('status', (status) => (seen.trailing = status.metadata));
    call.on('error', reject);
    call.on('end', () => setImmediate(() => resolve(seen)));
  });

const fails = async (code, promise, details) => {
  const error = await promise.then(() => assert.fail(`it succeeded; ${code} is expected`), (error) => error);
  assert.strictEqual(error.code, code, String(error));
  if (details !== undefined) assert.strictEqual(error.details, details);
};

const metadata = () => {
  const made = new grpc.Metadata();
  made.set(INITIAL, 'test_initial_metadata_value');
  made.set(TRAILING, Buffer.from([0xab, 0xab, 0xab]));
  return made;
};
const echoed = ({ leading, trailing }) => {
  assert.deepStrictEqual(leading.get(INITIAL), ['test_initial_metadata_value']);
  assert.deepStrictEqual(trailing.get(TRAILING), [Buffer.from([0xab, 0xab, 0xab])]);
};

const endsWith = async ({ test }, message) => {
  const request = { responseStatus: { code: 2, message } };
  await fails(grpc.status.UNKNOWN, unary(test, 'unaryCall', request), message);
  return request;
};

const cases = {
  async empty_unary({ test }) {
    await unary(test, 'emptyCall', {});
  },
  async large_unary({ test }) {
    const { reply } = await unary(test, 'unaryCall', large());
    assert.strictEqual(reply.payload.body.length, 314159);
  },
  async client_streaming({ test }) {
    const reply = await new Promise((resolve, reject) => {
      const call = test.streamingInputCall(deadline(), (error, reply) => (error ? reject(error) : resolve(reply)));
      for (const size of REQUESTS) call.write({ payload: body(size) });
      call.end();
    });
    assert.strictEqual(reply.aggregatedPayloadSize, 74922);
  },
  async server_streaming({ test }) {
    const { replies } = await read(test.streamingOutputCall(asking(RESPONSES), deadline()));
    assert.deepStrictEqual(replies.map((reply) => reply.payload.body.length), RESPONSES);
  },
  async ping_pong({ test }) {
    const call = test.fullDuplexCall(deadline());
    let at = 0;
    call.write(asking([RESPONSES[0]], REQUESTS[0]));
    call.on('data', (reply) => {
      if (reply.payload.body.length !== RESPONSES[at]) call.destroy(new Error(`reply ${at} has another size`));
      at += 1;
      if (at === REQUESTS.length) call.end();
      else call.write(asking([RESPONSES[at]], REQUESTS[at]));
    });
    const { replies } = await read(call);
    assert.strictEqual(replies.length, REQUESTS.length);
  },
  async empty_stream({ test }) {
    const call = test.fullDuplexCall(deadline());
    call.end();
    assert.deepStrictEqual((await read(call)).replies, []);
  },
  async custom_metadata({ test }) {
    echoed(await unary(test, 'unaryCall', large(), metadata()));
    const call = test.fullDuplexCall(metadata(), deadline());
    call.write(asking([1], 1));
    call.end();
    echoed(await read(call));
  },
  async status_code_and_message(clients) {
    const request = await endsWith(clients, 'test status message');
    const call = clients.test.fullDuplexCall(deadline());
    call.write(request);
    call.end();
    await fails(grpc.status.UNKNOWN, read(call), 'test status message');
  },
  async special_status_message(clients) {
    await endsWith(clients, SPECIAL);
  },
  async unimplemented_method({ test }) {
    await fails(grpc.status.UNIMPLEMENTED, unary(test, 'unimplementedCall', {}));
  },
  async unimplemented_service({ missing }) {
    await fails(grpc.status.UNIMPLEMENTED, unary(missing, 'unimplementedCall', {}));
  },
  async cancel_after_begin({ test }) {
    const error = await new Promise((resolve) => {
      const call = test.streamingInputCall(deadline(), resolve);
      setTimeout(() => call.cancel(), 5);
    });
    assert.strictEqual(error.code, grpc.status.CANCELLED);
  },
  async cancel_after_first_response({ test }) {
    const call = test.fullDuplexCall(deadline());
    call.write(asking([RESPONSES[0]], REQUESTS[0]));
    call.once('data', () => call.cancel());
    await fails(grpc.status.CANCELLED, read(call));
  },
  async timeout_on_sleeping_server({ test }) {
    const call = test.fullDuplexCall(deadline(10));
    call.write(asking([31415], 27182, 1_000_000));
    await fails(grpc.status.DEADLINE_EXCEEDED, read(call));
  },
  async compressed_unary({ compressed }) {
    await cases.large_unary({ test: compressed });
  },
  async compressed_streaming({ compressed }) {
    await cases.client_streaming({ test: compressed });
    await cases.server_streaming({ test: compressed });
  },
  async concurrent_large_unary(clients) {
    await Promise.all(Array.from({ length: 100 }, () => cases.large_unary(clients)));
  },
};

const main = async () => {
  const [authority, folder] = process.argv.slice(2);
  const loaded = loader.loadSync('grpc/testing/testing.proto', { includeDirs: [folder] });
  const { testing } = grpc.loadPackageDefinition(loaded).grpc;
  const plain = grpc.credentials.createInsecure();
  const clients = {
    test: new testing.TestService(authority, plain),
    missing: new testing.UnimplementedService(authority, plain),
    compressed: new testing.TestService(authority, plain, {
      'grpc.default_compression_algorithm': grpc.compressionAlgorithms.gzip,
    }),
  };
  let failed = 0;
  for (const [name, run] of Object.entries(cases)) {
    try {
      await run(clients);
      console.log(`ok      ${name}`);
    } catch (error) {
      failed += 1;
      console.log(`FAILED  ${name}: ${error.stack}`);
    }
  }
  Object.values(clients).forEach((client) => client.close());
  if (failed > 0) {
    console.error(`${failed} cases failed`);
    process.exit(1);
  }
};

main();
