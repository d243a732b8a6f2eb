import { expect, test } from 'vitest';
import { type Process, type Run, type Step, SysError } from '../../kernel/index.ts';
import { TestNetwork } from '../../testing/network.ts';
import {
  bodyOf,
  FetchError,
  fetchHttp,
  HttpConnection,
  HttpError,
  type HttpRequest,
  keepsAlive,
  parseUrl,
  readRequest,
  resolveUrl,
  textOf,
  tlsAccept,
  writeResponse,
} from './index.ts';

/** The next request; nonsense is answered with 400. */
function* nextRequest(connection: HttpConnection): Step<HttpRequest | undefined> {
  try {
    return yield* readRequest(connection);
  } catch (error) {
    if (!(error instanceof HttpError)) throw error;
    yield* writeResponse(connection, { status: 400 });
    return undefined;
  }
}

/** Serves a few paths on a port, `connections` times. */
function* server(p: Process, port: number, certificate?: string): Run {
  const fd = p.net.listen(port);
  for (;;) {
    const { fd: client } = yield* p.net.accept(fd);
    const connection = new HttpConnection(p, client);
    const serverName =
      certificate === undefined ? undefined : yield* tlsAccept(connection, () => ({ names: [certificate], issuer: 'Strata' }));
    for (let open = true; open; ) {
      const request = yield* nextRequest(connection);
      if (request === undefined) break;
      open = keepsAlive(request.version, request.headers);
      const { target, method, body } = request;
      if (target === '/moved') yield* writeResponse(connection, { status: 302, headers: [['Location', '/hello?a=1']] }, method);
      else if (target === '/silent') open = false;
      else if (target === '/slow') yield* p.sleep(5);
      else if (target === '/chunks') {
        yield* writeResponse(connection, { status: 200, headers: [['Transfer-Encoding', 'chunked']] }, 'HEAD');
        yield* connection.write('5\r\nhello\r\n7;x=y\r\n, world\r\n0\r\nTrailer: 1\r\n\r\n');
      } else yield* writeResponse(connection, { status: 200, body: `${method} ${target} ${textOf(body)} ${serverName ?? ''}` }, method);
    }
    connection.close();
  }
}

function ask(...requests: Parameters<typeof fetchHttp>[1][]): string[] {
  const net = new TestNetwork();
  const ns = net.machine('a', '10.0.0.1/24');
  net.run(ns, (p) => server(p, 80));
  net.run(ns, (p) => server(p, 443, '10.0.0.1'));
  const answers: string[] = [];
  net.run(ns, function* (p) {
    for (const request of requests) {
      try {
        const { status, body, url } = yield* fetchHttp(p, request);
        answers.push(`${status} ${textOf(body)} ${url}`);
      } catch (error) {
        if (error instanceof FetchError || error instanceof HttpError) answers.push(`${error.kind}`);
        else if (error instanceof SysError) answers.push(error.errno);
        else throw error;
      }
    }
    return 0;
  });
  net.settle();
  return answers;
}

test('NET-7 fetchHttp resolves, connects, asks and reads: bodies with a length, in chunks, none to HEAD', () => {
  expect(
    ask(
      { url: 'http://10.0.0.1/x?y=1#z' },
      { url: 'http://10.0.0.1/p', method: 'POST', body: 'data' },
      { url: 'http://10.0.0.1/chunks' },
      { url: 'http://10.0.0.1/a', method: 'HEAD' },
      { url: '10.0.0.1' },
    ),
  ).toEqual([
    '200 GET /x?y=1   http://10.0.0.1/x?y=1#z',
    '200 POST /p data  http://10.0.0.1/p',
    '200 hello, world http://10.0.0.1/chunks',
    '200  http://10.0.0.1/a',
    '200 GET /   10.0.0.1',
  ]);
});

test('NET-8 redirects are followed when asked for; failures are told apart', () => {
  expect(
    ask(
      { url: 'http://10.0.0.1/moved' },
      { url: 'http://10.0.0.1/moved', follow: 3 },
      { url: 'http://10.0.0.1/moved', follow: 0 },
      { url: 'http://10.0.0.1/silent' },
      { url: 'http://10.0.0.1/slow', timeout: 2 },
      { url: 'http://10.0.0.1:81/' },
      { url: 'http://nowhere.example/' },
      { url: 'ftp://10.0.0.1/' },
    ),
  ).toEqual([
    '302  http://10.0.0.1/moved',
    '200 GET /hello?a=1   http://10.0.0.1/hello?a=1',
    'redirects',
    'empty',
    'ETIMEDOUT',
    'connect',
    'no-name-server',
    'url',
  ]);
});

test('NET-9 TLS is told: both sides notice one that does not speak it, and a certificate for another host', () => {
  expect(
    ask({ url: 'https://10.0.0.1/s' }, { url: 'https://10.0.0.1:80/' }, { url: 'http://10.0.0.1:443/' }, { url: 'https://127.0.0.1/' }),
  ).toEqual(['200 GET /s  10.0.0.1 https://10.0.0.1/s', 'tls', '200 GET /   http://10.0.0.1:443/', 'tls']);
});

test('NET-10 URLs are taken apart and put together', () => {
  expect(parseUrl('http://u:p@[::1]:8080/a?b#c')).toEqual({
    scheme: 'http',
    user: 'u:p',
    host: '::1',
    port: 8080,
    explicitPort: true,
    target: '/a?b',
  });
  expect(parseUrl('http://:80/')).toBeUndefined();
  expect(parseUrl('localhost:99999')).toBeUndefined();
  const base = parseUrl('http://h:81/a/b?c')!;
  expect(['/x', 'x', '//o/y', 'https://z/'].map((to) => resolveUrl(base, to))).toEqual([
    'http://h:81/x',
    'http://h:81/a/x',
    'http://o/y',
    'https://z/',
  ]);
  expect(bodyOf('é').length).toBe(2);
});
