import { expect, test } from 'vitest';
import { TestNetwork } from '../../testing/network.ts';
import { fromBytes, type Process, type Run, Segment, type Step, SysError } from '../index.ts';

const failing = function* (step: Step<unknown>): Step<string> {
  try {
    yield* step;
    return 'fine';
  } catch (error) {
    if (error instanceof SysError) return error.errno;
    throw error;
  }
};

/** Answers each connection with what it sent, then `!`. */
function* echo(p: Process, port: number): Run {
  const fd = p.net.listen(port);
  for (;;) {
    const { fd: client } = yield* p.net.accept(fd);
    const all = yield* p.readAll(client);
    yield* p.write(client, `${fromBytes(all)}!`);
    p.io.close(client);
  }
}

test('NET-1 a connection carries bytes both ways through bounded buffers, and ends in order', () => {
  const net = new TestNetwork();
  const server = net.machine('a', '10.0.0.1/24');
  const client = net.machine('b', '10.0.0.2/24');
  net.run(server, (p) => echo(p, 7));
  let got = '';
  net.run(client, function* (p) {
    const fd = yield* p.net.connect('10.0.0.1', 7);
    expect(p.net.peerOf(fd)).toEqual({ address: '10.0.0.1', port: 7 });
    expect(p.net.localOf(fd)).toEqual({ address: '10.0.0.2', port: 32_768 });
    yield* p.write(fd, 'x'.repeat(200_000));
    p.net.shutdown(fd);
    got = fromBytes(yield* p.readAll(fd));
    p.io.close(fd);
    return 0;
  });
  net.settle();
  expect(got).toBe(`${'x'.repeat(200_000)}!`);
  expect(server.network.connections.size).toBe(0);
  expect(client.network.interfaceNamed('eth0')!.sent.bytes).toBeGreaterThan(200_000);
  expect(server.network.interfaceNamed('eth0')!.received.packets).toBeGreaterThan(130);
});

test('NET-2 who cannot be reached is told apart: refused, no route, no neighbour, no answer, interrupted by a deadline', () => {
  const net = new TestNetwork();
  net.machine('a', '10.0.0.1/24');
  const router = net.machine('router', '10.0.0.254/24');
  const client = net.machine('b', '10.0.0.2/24');
  const alone = net.machine('alone');
  const results: string[] = [];
  net.run(alone, function* (p) {
    results.push(yield* failing(p.net.connect('10.0.0.1', 7)), yield* failing(p.net.connect('127.0.0.1', 7)));
    return 0;
  });
  net.settle();
  expect(router.network.forward).toBeUndefined();
  const started = net.kernel.now;
  net.run(client, function* (p) {
    results.push(yield* failing(p.net.connect('10.0.0.1', 7)), yield* failing(p.net.connect('8.8.8.8', 7)));
    results.push(yield* failing(p.net.connect('10.0.0.9', 7)));
    p.net.stack.gateway = { address: '10.0.0.254', via: p.net.stack.interfaceNamed('eth0')! };
    results.push(yield* failing(p.net.connect('8.8.8.8', 7, p.now() + 5)));
    results.push(yield* failing(p.net.connect('8.8.8.8', 7)));
    return 0;
  });
  net.settle();
  expect(results).toEqual(['ENETUNREACH', 'ECONNREFUSED', 'ECONNREFUSED', 'ENETUNREACH', 'EHOSTUNREACH', 'ETIMEDOUT', 'ETIMEDOUT']);
  expect(net.kernel.now - started).toBeGreaterThan(138);
});

test('NET-3 an address and port has one listener; ports below 1024 are root’s where the machine says so', () => {
  const net = new TestNetwork();
  const ns = net.machine('a', '10.0.0.1/24');
  const results: string[] = [];
  const listening = (p: Process, port: number, address?: string): string => {
    try {
      p.net.listen(port, address);
      return 'fine';
    } catch (error) {
      if (error instanceof SysError) return error.errno;
      throw error;
    }
  };
  net.run(ns, function* (p) {
    yield* [];
    results.push(
      listening(p, 80),
      listening(p, 80),
      listening(p, 80, '10.0.0.1'),
      listening(p, 81, '10.0.0.1'),
      listening(p, 81, '127.0.0.1'),
    );
    results.push(listening(p, 82, '10.0.0.7'));
    return 0;
  });
  net.run(
    ns,
    function* (p) {
      yield* [];
      results.push(listening(p, 80), listening(p, 8080));
      p.net.stack.firstFreePort = 0;
      results.push(listening(p, 80));
      return 0;
    },
    7,
  );
  net.settle();
  expect(results).toEqual(['fine', 'EADDRINUSE', 'EADDRINUSE', 'fine', 'fine', 'EADDRNOTAVAIL', 'EACCES', 'fine', 'fine']);
});

test('NET-4 closing with bytes unread resets; writing to a closed end raises SIGPIPE', () => {
  const net = new TestNetwork();
  const ns = net.machine('a');
  const results: string[] = [];
  const server = net.run(ns, function* (p) {
    const fd = p.net.listen(7);
    const { fd: first } = yield* p.net.accept(fd);
    yield* p.net.readable([first]);
    p.io.close(first);
    const { fd: second } = yield* p.net.accept(fd);
    p.io.close(second);
    yield* p.sleep(1);
    return 0;
  });
  const client = net.run(ns, function* (p) {
    const first = yield* p.net.connect('127.0.0.1', 7);
    yield* p.write(first, 'lost');
    yield* p.sleep(0.1);
    results.push(yield* failing(p.read(first)));
    const second = yield* p.net.connect('127.0.0.1', 7);
    yield* p.sleep(0.1);
    expect((yield* p.read(second)).length).toBe(0);
    yield* p.write(second, 'x');
    return 0;
  });
  net.settle();
  expect(results).toEqual(['ECONNRESET']);
  expect(client.status).toEqual({ kind: 'signaled', signal: 13 });
  expect(server.status).toEqual({ kind: 'exited', code: 0 });
});

test('NET-5 a published port leads to a machine behind; packets of others are passed on only where that is allowed', () => {
  const net = new TestNetwork();
  const host = net.machine('host', '10.0.0.1/24');
  const other = net.machine('other', '10.0.0.2/24');
  const inner = net.machine('inner');
  const bridge = host.network.add({ name: 'docker0', addresses: ['172.17.0.1/16'], segment: new Segment('docker0'), bridge: true });
  const eth0 = inner.network.add({ name: 'eth0', addresses: ['172.17.0.2/16'], segment: bridge.segment });
  inner.network.gateway = { address: '172.17.0.1', via: eth0 };
  host.network.forward = () => true;
  host.network.forwards.add({
    protocol: 'tcp',
    address: '0.0.0.0',
    port: 8080,
    to: { stack: inner.network, address: '172.17.0.2', port: 80 },
  });
  const peers: string[] = [];
  net.run(inner, function* (p) {
    const fd = p.net.listen(80);
    for (;;) {
      const { fd: client, peer } = yield* p.net.accept(fd);
      peers.push(peer.address);
      p.io.close(client);
    }
  });
  const results: string[] = [];
  net.run(host, function* (p) {
    results.push(yield* failing(p.net.connect('127.0.0.1', 8080)), yield* failing(p.net.connect('127.0.0.1', 80)));
    return 0;
  });
  net.settle();
  net.run(other, function* (p) {
    results.push(yield* failing(p.net.connect('10.0.0.1', 8080)), yield* failing(p.net.connect('172.17.0.2', 80)));
    return 0;
  });
  net.settle();
  expect(results).toEqual(['fine', 'ECONNREFUSED', 'fine', 'ENETUNREACH']);
  expect(peers).toEqual(['172.17.0.1', '10.0.0.2']);
});

test('NET-6 a unix socket is a file that somebody listens behind', () => {
  const net = new TestNetwork();
  const ns = net.machine('a');
  let got = '';
  const results: string[] = [];
  net.run(ns, function* (p) {
    const fd = p.net.listenUnix('/s');
    const { fd: client } = yield* p.net.accept(fd);
    yield* p.write(client, 'hello');
    p.io.close(client);
    p.io.close(fd);
    yield* p.sleep(1);
    results.push(yield* failing(p.net.connectUnix('/s')), yield* failing(p.net.connectUnix('/none')));
    return 0;
  });
  net.run(ns, function* (p) {
    const fd = yield* p.net.connectUnix('/s');
    got = fromBytes(yield* p.readAll(fd));
    return 0;
  });
  net.settle();
  expect(got).toBe('hello');
  expect(results).toEqual(['ECONNREFUSED', 'ENOENT']);
});
