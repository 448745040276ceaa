// gRPC-Web by its libraries for browsers, against the server at HOST:PORT: Connect's, and the gRPC project's own in its text form.
//
// Usage: node web_client.js HOST:PORT DESCRIPTORS, a FileDescriptorSet of the emitted `.proto` files.
// The cases are those of https://github.com/grpc/grpc/blob/master/doc/interop-test-descriptions.md that a browser can run, and
// errors with details.
'use strict';

const assert = require('node:assert');
const { readFileSync } = require('node:fs');
const { create, createFileRegistry, fromBinary, toBinary } = require('@bufbuild/protobuf');
const { FileDescriptorSetSchema } = require('@bufbuild/protobuf/wkt');
const { Code, ConnectError, createClient } = require('@connectrpc/connect');
const { createGrpcWebTransport } = require('@connectrpc/connect-web');
const web = require('grpc-web');

// grpc-web speaks to a browser's own.
globalThis.XMLHttpRequest = require('xhr2');

const RESPONSES = [31415, 9, 2653, 58979];
const INITIAL = 'x-grpc-test-echo-initial';
const TRAILING = 'x-grpc-test-echo-trailing-bin';
const SPECIAL = '\t\ntest with whitespace\r\nand Unicode BMP \u263a and non-BMP \u{1f608}\t\n';
const METADATA = { [INITIAL]: 'test_initial_metadata_value', [TRAILING]: 'q6ur' };

const large = () => ({ responseSize: 314159, payload: { body: new Uint8Array(271828) } });
const asking = (sizes) => ({ responseParameters: sizes.map((size) => ({ size })) });
const lengths = (replies) => replies.map((reply) => reply.payload.body.length);
const failure = (promise) => promise.then(() => assert.fail('it succeeded'), (error) => error);

const all = async (stream) => {
  const replies = [];
  for await (const reply of stream) replies.push(reply);
  return replies;
};

// What Connect's client and grpc-web's have in common: a call is a method, a request and metadata; what comes of it are replies
// and metadata on both sides of them, or an error with `code` and `text`.
const connect = (transport, service) => {
  const client = createClient(service, transport);
  return async (method, request, headers = {}) => {
    const seen = {};
    const options = {
      headers,
      onHeader: (leading) => (seen.leading = leading),
      onTrailer: (trailing) => (seen.trailing = trailing),
    };
    try {
      const called = client[method](request, options);
      const streams = service.method[method].methodKind === 'server_streaming';
      seen.replies = streams ? await all(called) : [await called];
    } catch (error) {
      const known = ConnectError.from(error);
      throw Object.assign(known, { text: known.rawMessage });
    }
    return { ...seen, leading: seen.leading.get(INITIAL), trailing: seen.trailing.get(TRAILING) };
  };
};

const official = (url, format, service) => {
  const client = new web.GrpcWebClientBase({ format });
  return (method, request, headers = {}) =>
    new Promise((resolve, reject) => {
      const { name, input, output, methodKind } = service.method[method];
      const descriptor = new web.MethodDescriptor(
        `/${service.typeName}/${name}`,
        methodKind === 'server_streaming' ? web.MethodType.SERVER_STREAMING : web.MethodType.UNARY,
        Object,
        Object,
        (message) => toBinary(input, message),
        (bytes) => fromBinary(output, bytes),
      );
      const path = url + descriptor.getName();
      const message = create(input, request);
      const seen = { replies: [] };
      const fail = (error) => reject(Object.assign(error, { text: error.message }));
      const done = () => setImmediate(() => resolve(seen));
      let call;
      if (methodKind === 'server_streaming') {
        call = client.serverStreaming(path, message, headers, descriptor);
        call.on('data', (reply) => seen.replies.push(reply));
        call.on('error', fail);
        call.on('end', done);
      } else {
        call = client.rpcCall(path, message, headers, descriptor, (error, reply) => {
          if (error) return fail(error);
          seen.replies.push(reply);
          done();
        });
      }
      call.on('metadata', (metadata) => Object.assign(seen, { leading: metadata[INITIAL] }));
      call.on('status', ({ code, metadata }) => {
        if (code === 0) Object.assign(seen, { trailing: metadata[TRAILING] });
      });
    });
};

const cases = {
  async empty_unary({ test }) {
    await test('emptyCall', {});
  },
  async large_unary({ test }) {
    const { replies } = await test('unaryCall', large());
    assert.deepStrictEqual(lengths(replies), [314159]);
  },
  async server_streaming({ test }) {
    const { replies } = await test('streamingOutputCall', asking(RESPONSES));
    assert.deepStrictEqual(lengths(replies), RESPONSES);
  },
  async custom_metadata({ test }) {
    for (const [method, request] of [['unaryCall', large()], ['streamingOutputCall', asking([1])]]) {
      const { leading, trailing } = await test(method, request, METADATA);
      assert.strictEqual(leading, METADATA[INITIAL]);
      assert.strictEqual(trailing, METADATA[TRAILING]);
    }
  },
  async status_code_and_message({ test }) {
    for (const method of ['unaryCall', 'streamingOutputCall']) {
      const request = { responseStatus: { code: 2, message: 'test status message' } };
      const { code, text } = await failure(test(method, request));
      assert.deepStrictEqual([code, text], [Code.Unknown, 'test status message']);
    }
  },
  async special_status_message({ test }) {
    const { code, text } = await failure(test('unaryCall', { responseStatus: { code: 2, message: SPECIAL } }));
    assert.deepStrictEqual([code, text], [Code.Unknown, SPECIAL]);
  },
  async unimplemented_method({ test }) {
    assert.strictEqual((await failure(test('unimplementedCall', {}))).code, Code.Unimplemented);
  },
  async error_details({ till, refusal }) {
    const error = await failure(till('take', { pence: 2000n }));
    assert.strictEqual(error.code, Code.OutOfRange);
    // grpc-web leaves details to its users.
    if (!(error instanceof ConnectError)) return;
    const [{ kind }] = error.findDetails(refusal);
    assert.strictEqual(kind.case, 'tooMuch');
    assert.deepStrictEqual([kind.value.most, kind.value.currency], [1000n, '£']);
  },
};

const main = async () => {
  const [authority, descriptors] = process.argv.slice(2);
  const registry = createFileRegistry(fromBinary(FileDescriptorSetSchema, readFileSync(descriptors)));
  const url = `http://${authority}`;
  const [test, till] = ['grpc.testing.TestService', 'interop.v1.Till'].map((name) => registry.getService(name));
  const refusal = registry.getMessage('interop.v1.Refusal');
  const transport = createGrpcWebTransport({ baseUrl: url, useBinaryFormat: true });
  const clients = {
    connect: { test: connect(transport, test), till: connect(transport, till), refusal },
    'grpc-web': { test: official(url, 'text', test), till: official(url, 'text', till), refusal },
  };
  let failed = 0;
  for (const [library, calls] of Object.entries(clients)) {
    for (const [name, run] of Object.entries(cases)) {
      try {
        await run(calls);
        console.log(`ok      ${name} (${library})`);
      } catch (error) {
        failed += 1;
        console.log(`FAILED  ${name} (${library}): ${error.stack}`);
      }
    }
  }
  if (failed > 0) {
    console.error(`${failed} cases failed`);
    process.exit(1);
  }
};

main();
