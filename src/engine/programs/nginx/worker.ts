import { decodeText, type Process, type Run, SIGNALS, type Step, SysError } from '../../kernel/index.ts';
import { type Headers, HttpConnection, HttpError, type HttpRequest, headerOf, keepsAlive, readRequest } from '../http/index.ts';
import { Fibers, httpDate } from '../service/index.ts';
import { type Answer, page, statusReason } from './answer.ts';
import type { Exchange } from './exchange.ts';
import { expand, hostOf } from './exchange.ts';
import { handle } from './handle.ts';
import { serverFor } from './scope.ts';
import type { Setup } from './setup.ts';

const COMBINED = '$remote_addr - $remote_user [$time_local] "$request" $status $body_bytes_sent "$http_referer" "$http_user_agent"';

/** A worker process: accepts connections of the listening sockets, and ends when its master says so. */
export function* worker(p: Process, setup: Setup): Run {
  p.argv = ['nginx: worker process'];
  p.setCredentials(setup.user ?? p.credentials);
  for (const signal of [SIGNALS.HUP, SIGNALS.CHLD, SIGNALS.WINCH, SIGNALS.USR2, SIGNALS.PIPE]) p.setDisposition(signal, 'ignore');
  for (const signal of [SIGNALS.TERM, SIGNALS.INT, SIGNALS.QUIT, SIGNALS.USR1]) p.setDisposition(signal, 'catch');
  const fibers = new Fibers(p);
  const state = { quitting: false, ended: false, busy: 0 };
  for (const { fd, port, address } of setup.sockets) fibers.start(accepting(p, fd, { address, port }, setup, fibers, state));
  yield* fibers.run(
    () => state.ended || (state.quitting && state.busy === 0),
    (signal) => {
      if (signal === SIGNALS.USR1) setup.logs.reopen(p);
      else if (signal === SIGNALS.QUIT) {
        state.quitting = true;
        setup.logs.say(p, 'notice', 'gracefully shutting down');
      } else state.ended = true;
    },
  );
  setup.logs.say(p, 'notice', 'exiting');
  setup.logs.say(p, 'notice', 'exit');
  return 0;
}

interface State {
  quitting: boolean;
  ended: boolean;
  /** Requests that are being answered. */
  busy: number;
}

function* accepting(p: Process, fd: number, at: { address: string; port: number }, setup: Setup, fibers: Fibers, state: State): Step<void> {
  for (;;) {
    if (state.quitting) return;
    const { fd: client } = yield* p.net.accept(fd);
    fibers.start(serve(p, client, at, setup, state));
  }
}

function* serve(p: Process, fd: number, at: { address: string; port: number }, setup: Setup, state: State): Step<void> {
  const connection = new HttpConnection(p, fd);
  const number = setup.nextConnection();
  try {
    for (let open = true; open && !state.quitting; ) {
      connection.deadline = p.now() + 75;
      if ((yield* connection.peek()) === '') return;
      state.busy++;
      try {
        open = yield* one(p, connection, at, setup, number);
      } finally {
        state.busy--;
      }
    }
  } catch (error) {
    if (!(error instanceof SysError)) throw error;
  } finally {
    connection.close();
  }
}

/** Answers one request. True when the connection stays open. */
function* one(p: Process, connection: HttpConnection, at: { address: string; port: number }, setup: Setup, number: number): Step<boolean> {
  let request: HttpRequest | undefined;
  let bad = 0;
  try {
    request = yield* readRequest(connection);
  } catch (error) {
    if (!(error instanceof HttpError)) throw error;
    bad = error.kind === 'too-large' ? 413 : 400;
  }
  const local = p.net.localOf(connection.fd);
  const peer = p.net.peerOf(connection.fd);
  const target = decodePath(request?.target ?? '/');
  if (target === undefined || (request?.version === 'HTTP/1.1' && headerOf(request.headers, 'Host') === undefined)) bad ||= 400;
  const server = serverFor(setup.servers, at.port, at.address === '0.0.0.0' ? local.address : at.address, hostOf(request?.headers ?? []))!;
  const e: Exchange = {
    p,
    request: request ?? { method: '', target: '', version: 'HTTP/0.9', headers: [], body: new Uint8Array(0) },
    server,
    local,
    peer,
    uri: target?.path ?? '/',
    args: target?.query ?? '',
    scope: server.scope,
    groups: [],
    variables: new Map([[' version', setup.version]]),
    maps: setup.maps,
    connection: number,
    status: bad,
    sent: 0,
    started: p.now(),
    upstream: undefined,
  };
  const signature = server.scope.value('server_tokens', 'on') === 'off' ? 'nginx' : `nginx/${setup.version}`;
  const report = (level: 'error' | 'crit', message: string): void => {
    const [what, upstream] = message.split('|');
    const first = expand(e, '$request');
    const context = `client: ${peer.address}, server: ${server.names[0] ?? ''}, request: "${first}"${upstream === undefined ? '' : `, ${upstream}`}${headerOf(e.request.headers, 'Host') === undefined ? '' : `, host: "${headerOf(e.request.headers, 'Host')}"`}`;
    setup.logs.say(p, level, `*${number} ${what}, ${context}`);
  };
  const limit = sizeOf(server.scope.value('client_max_body_size', '1m'));
  if (bad === 0 && limit > 0 && request!.body.length > limit) {
    bad = 413;
    report('error', `client intended to send too large body: ${request!.body.length} bytes`);
  }
  const answer: Answer =
    bad !== 0
      ? { status: bad, headers: [], body: page(bad, signature), type: 'text/html' }
      : yield* handle(e, setup.upstreams, signature, report);
  const closing =
    bad !== 0 ||
    [408, 413, 414, 497, 500, 501].includes(answer.status) ||
    server.scope.value('keepalive_timeout', '75').replace(/s$/, '') === '0';
  const open = !closing && request !== undefined && keepsAlive(request.version, request.headers);
  yield* send(e, connection, answer, signature, open);
  logAccess(e, setup);
  return open;
}

function* send(e: Exchange, connection: HttpConnection, answer: Answer, signature: string, open: boolean): Step<void> {
  const { p, request } = e;
  const body = typeof answer.body === 'string' ? new TextEncoder().encode(answer.body) : answer.body;
  const bodiless = answer.status === 204 || answer.status === 304;
  const lines: (readonly [string, string])[] = [
    ['Server', signature],
    ['Date', httpDate(p.now())],
  ];
  const early = answer.headers.find(([name]) => name === 'location');
  if (answer.type !== undefined && !bodiless) lines.push(['Content-Type', answer.type]);
  const rest: Headers = answer.headers.filter(([name]) => name !== 'location');
  const type = answer.proxied === undefined ? undefined : headerOf(rest, 'Content-Type');
  if (type !== undefined) lines.push(['Content-Type', type]);
  const length = answer.proxied !== undefined && request.method === 'HEAD' ? headerOf(rest, 'Content-Length') : String(body.length);
  if (!bodiless && length !== undefined) lines.push(['Content-Length', length]);
  if (answer.mtime !== undefined) lines.push(['Last-Modified', httpDate(answer.mtime)]);
  if (early !== undefined) lines.push(['Location', early[1]]);
  lines.push(['Connection', open ? 'keep-alive' : 'close']);
  for (const [name, value] of rest)
    if (answer.proxied === undefined || !['content-type', 'content-length'].includes(name.toLowerCase())) lines.push([name, value]);
  e.status = answer.status;
  for (const { args } of e.scope.all('add_header'))
    if (args[2] === 'always' || [200, 201, 204, 206, 301, 302, 303, 304, 307, 308].includes(answer.status))
      lines.push([args[0]!, expand(e, args[1]!)]);
  const head = `HTTP/1.1 ${answer.status} ${answer.proxied?.reason ?? statusReason(answer.status)}\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`;
  if (request.version !== 'HTTP/0.9' || request.method === '') yield* connection.write(new TextEncoder().encode(head));
  if (request.method !== 'HEAD' && !bodiless) {
    yield* connection.write(body);
    e.sent = body.length;
  }
}

function logAccess(e: Exchange, setup: Setup): void {
  const given = e.scope.all('access_log');
  const logs = given.length > 0 ? given : [{ args: [setup.accessLog] }];
  for (const { args } of logs) {
    if (args[0] === 'off') continue;
    const format = args[1] === undefined || args[1].includes('=') ? 'combined' : args[1];
    const text = format === 'combined' ? COMBINED : (setup.formats.get(format) ?? COMBINED);
    setup.logs.line(e.p, setup.logs.open(e.p, args[0]!), expand(e, text, '-'));
  }
}

/** The path of a request line without dots and doubled slashes, and its query. Undefined for one that leaves the root or cannot be decoded. */
function decodePath(target: string): { path: string; query: string } | undefined {
  const local = target.replace(/^https?:\/\/[^/?]*/, '').replace(/#.*$/, '') || '/';
  const at = local.indexOf('?');
  const raw = at < 0 ? local : local.slice(0, at);
  if (!raw.startsWith('/')) return undefined;
  const bytes = raw.replace(/%([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  if (/%|\0/.test(bytes.replace(/%(?=[^0-9a-fA-F]|$)/g, '')) && /%(?![0-9a-fA-F]{2})/.test(raw)) return undefined;
  const parts: string[] = [];
  for (const part of decodeText(bytes).split('/').slice(1)) {
    if (part === '..') {
      if (parts.length === 0) return undefined;
      parts.pop();
    } else if (part !== '.' && part !== '') parts.push(part);
  }
  const slash = /\/\.{0,2}$/.test(bytes) && parts.length > 0 ? '/' : '';
  return { path: `/${parts.join('/')}${slash}`, query: at < 0 ? '' : local.slice(at + 1) };
}

/** Bytes of `1m`, `512k`. */
function sizeOf(text: string): number {
  const [, number = '0', unit = ''] = /^(\d+)([kKmMgG]?)$/.exec(text) ?? [];
  return Number(number) * ({ k: 1024, m: 1024 ** 2, g: 1024 ** 3 }[unit.toLowerCase()] ?? 1);
}
