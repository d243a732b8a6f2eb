import { errnoNumber, fromBytes, type Step, SysError } from '../../kernel/index.ts';
import { FetchError, fetchHttp, HttpConnection, HttpError, type HttpRequest, keepsAlive, readRequest } from '../http/index.ts';
import { bytesOf, makeBuffer } from './buffer.ts';
import { keysOf } from './convert.ts';
import { formatLog, inspect } from './inspect.ts';
import type { Realm } from './realm.ts';
import { type JsArray, JsObject, type Value } from './values.ts';

/** What `http` written in JavaScript stands on: `process.binding`. */
export function binding(js: Realm): JsObject {
  const made = js.object();
  js.methods(made, {
    listen: (own, _, [port, address, onRequest]) =>
      listen(
        own,
        Number(port),
        address === undefined || address === '::' ? '0.0.0.0' : address === 'localhost' ? '127.0.0.1' : String(address),
        onRequest,
      ),
    close: (own, _, [fd]) => {
      if (own.p.io.has(Number(fd))) own.p.io.close(Number(fd));
      return undefined;
    },
    fetch: (own, _, [url, method, headers, body, done]) => {
      own.loop.start(fetching(own, String(url), String(method), headers as JsObject, bytesOf(body), done));
      return undefined;
    },
    date: (own) => own.httpDate(own.p.now() * 1000),
    inspect: (own, _, [value, options]) =>
      inspect(
        own,
        value,
        options instanceof JsObject && typeof options.find('depth')?.value === 'number' ? (options.find('depth')!.value as number) : 2,
      ),
    format: (own, _, args) => formatLog(own, args),
    /** Twenty-seven characters of something that is equal for equal bytes, for ETags. */
    hash: (_, __, [data]) => {
      const bytes = bytesOf(data);
      let [out, state] = ['', 0x811c9dc5];
      for (let i = 0; i < bytes.length; i++) state = Math.imul(state ^ bytes.charCodeAt(i), 0x01000193);
      for (let i = 0; i < 27; i++) {
        state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + i;
        out += 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'[(state >>> 8) & 63];
      }
      return out;
    },
  });
  return made;
}

function listen(js: Realm, port: number, address: string, onRequest: Value): Value {
  const { p } = js;
  let fd: number;
  try {
    fd = p.net.listen(port, address);
  } catch (error) {
    if (!(error instanceof SysError)) throw error;
    const made = js.makeError('Error', error.message);
    made
      .put('code', error.errno)
      .put('errno', -errnoNumber(error.errno))
      .put('text', `${error.message[0]!.toLowerCase()}${error.message.slice(1)}`);
    throw Object.assign(js.error('Error', ''), { value: made });
  }
  js.loop.start(accepting(js, fd, onRequest));
  const at = p.net.localOf(fd);
  return js.object({ fd, port: at.port, address: at.address });
}

function* accepting(js: Realm, fd: number, onRequest: Value): Step<void> {
  for (;;) {
    try {
      const { fd: client } = yield* js.p.net.accept(fd);
      js.loop.start(talk(js, client, onRequest));
    } catch (error) {
      if (error instanceof SysError) return;
      throw error;
    }
  }
}

function* talk(js: Realm, fd: number, onRequest: Value): Step<void> {
  const connection = new HttpConnection(js.p, fd);
  const peer = js.p.net.peerOf(fd);
  try {
    for (let open = true; open; ) {
      connection.deadline = js.p.now() + 65;
      let request: HttpRequest | undefined;
      try {
        request = yield* readRequest(connection);
      } catch (error) {
        if (!(error instanceof HttpError)) throw error;
        yield* connection.write('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n');
      }
      if (request === undefined) return;
      const { method, target, headers, body, version } = request;
      const keep = (open = keepsAlive(version, headers));
      let answer: { head: string; body: string } | undefined;
      const found = js.object({
        method,
        url: target,
        keep,
        address: peer.address,
        port: peer.port,
        body: makeBuffer(js, fromBytes(body)),
        headers: js.object(Object.fromEntries(headers.map(([name, value]) => [name.toLowerCase(), value]))),
      });
      const reply = js.native('reply', (_, __, [status, reason, lines, data, chunked]) => {
        const rows = (lines as JsArray).items.map(
          (row) => `${String((row as JsArray).items[0])}: ${String((row as JsArray).items[1])}\r\n`,
        );
        const bytes = bytesOf(data);
        answer = {
          head: `HTTP/1.1 ${String(status)} ${String(reason)}\r\n${rows.join('')}\r\n`,
          body: chunked === true ? `${bytes === '' ? '' : `${bytes.length.toString(16)}\r\n${bytes}\r\n`}0\r\n\r\n` : bytes,
        };
        return undefined;
      });
      js.loop.task(function* () {
        yield* js.call(onRequest, undefined, [found, reply]);
      });
      const server = js.p.io.at(fd);
      yield { ready: () => answer !== undefined || server.canRead() };
      while (answer === undefined) yield { ready: () => answer !== undefined, deadline: js.p.now() + 300 };
      yield* connection.write(new TextEncoder().encode(answer.head));
      yield* connection.write(answer.body);
    }
  } catch (error) {
    if (!(error instanceof SysError)) throw error;
  } finally {
    connection.close();
  }
}

function* fetching(js: Realm, url: string, method: string, headers: JsObject, body: string, done: Value): Step<void> {
  const list = keysOf(headers).map((name) => [name, String(headers.props.get(name)?.value)] as const);
  let args: Value[];
  try {
    const answer = yield* fetchHttp(js.p, {
      url,
      method,
      headers: list,
      ...(body === '' ? {} : { body: Uint8Array.from(body, (c) => c.charCodeAt(0)) }),
    });
    args = [
      null,
      js.object({
        status: answer.status,
        body: makeBuffer(js, fromBytes(answer.body)),
        headers: js.object(Object.fromEntries(answer.headers.map(([name, value]) => [name.toLowerCase(), value]))),
      }),
    ];
  } catch (error) {
    const [, host = '', port = '80'] = /^https?:\/\/([^/:]+)(?::(\d+))?/.exec(url) ?? [];
    if (error instanceof FetchError && error.kind === 'unknown-host')
      args = [
        js.object({ message: `getaddrinfo ENOTFOUND ${host}`, errno: -3008, code: 'ENOTFOUND', syscall: 'getaddrinfo', hostname: host }),
      ];
    else if (error instanceof FetchError && error.errno !== undefined)
      args = [
        js.object({
          message: `connect ${error.errno} ${host}:${port}`,
          errno: -errnoNumber(error.errno),
          code: error.errno,
          syscall: 'connect',
          address: host,
          port: Number(port),
        }),
      ];
    else if (error instanceof FetchError || error instanceof HttpError || error instanceof SysError)
      args = [js.object({ message: 'socket hang up', code: 'ECONNRESET' })];
    else throw error;
  }
  js.loop.task(function* () {
    yield* js.call(done, undefined, args);
  });
}
