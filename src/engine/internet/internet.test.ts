import { expect, test } from 'vitest';
import { type Process, type Step, SysError } from '../kernel/index.ts';
import { FetchError, fetchHttp, httpDate, parseHttpDate, textOf } from '../programs/http/index.ts';
import { TestNetwork } from '../testing/network.ts';
import { Internet, plainSites, startRouter } from './index.ts';

function online(sites: Internet, program: (p: Process) => Step<void>): void {
  const net = new TestNetwork();
  const ns = net.machine('one', '10.0.0.11/24');
  startRouter(net.kernel, { segment: net.wire, address: '10.0.0.1/24', internet: sites, machines: () => new Map([['one', '10.0.0.11']]) });
  ns.network.gateway = { address: '10.0.0.1', via: ns.network.interfaceNamed('eth0')! };
  net.run(ns, function* (p) {
    p.fs.mkdir('/etc');
    p.fs.writeFile('/etc/resolv.conf', new TextEncoder().encode('nameserver 10.0.0.1\n'));
    yield* program(p);
    return 0;
  });
  net.settle();
}

test('NET-17 hosts of the simulated internet answer by name; what they do not have fails as it does outside', () => {
  const answers: unknown[] = [];
  const sites = new Internet(plainSites);
  sites.add({ names: ['*.wild.example'], respond: ({ host, scheme, client }) => ({ status: 200, body: `${scheme} ${host} ${client}` }) });
  online(sites, function* (p: Process): Step<void> {
    for (const url of [
      'http://example.com/',
      'https://a.wild.example/x',
      'http://httpbin.org/status/418',
      'http://nosuch.example/',
      'http://example.com:81/',
      'http://192.0.2.1/',
    ]) {
      try {
        const { status, body } = yield* fetchHttp(p, { url, timeout: 10 });
        answers.push([status, textOf(body).slice(0, 40)]);
      } catch (error) {
        if (error instanceof FetchError) answers.push(error.errno ?? error.kind);
        else if (error instanceof SysError) answers.push(error.errno);
        else throw error;
      }
    }
  });
  expect(answers).toEqual([
    [200, '<!doctype html>\n<html>\n<head>\n    <title'],
    [200, 'https a.wild.example 10.0.0.11'],
    [418, ''],
    'unknown-host',
    'ECONNREFUSED',
    'ETIMEDOUT',
  ]);
});

test('NET-17 names of machines are known to the router, and addresses stay the same', () => {
  const found: unknown[] = [];
  online(new Internet(plainSites), function* (p: Process): Step<void> {
    found.push(yield* p.net.resolve('one'), yield* p.net.resolve('httpbin.org'), yield* p.net.resolve('one.example'));
  });
  expect(found).toEqual(['10.0.0.11', '198.18.0.2', undefined]);
});

test('NET-17 well-known name servers answer too', () => {
  const found: unknown[] = [];
  online(new Internet(plainSites), function* (p: Process): Step<void> {
    p.fs.writeFile('/etc/resolv.conf', new TextEncoder().encode('nameserver 8.8.8.8\n'));
    found.push(yield* p.net.resolve('example.com'), (yield* p.net.lookup('nosuch.example')).kind);
  });
  expect(found).toEqual(['93.184.215.14', 'unknown']);
});

test('NET-7 dates are written and read as HTTP has them', () => {
  expect(httpDate(784_111_777)).toBe('Sun, 06 Nov 1994 08:49:37 GMT');
  for (const seconds of [0, 951_782_400, 1_709_164_800, 1_767_225_600]) expect(parseHttpDate(httpDate(seconds))).toBe(seconds);
  expect(parseHttpDate('yesterday')).toBeUndefined();
});
