import { type Credentials, decodeText, type Process, type Run, SIGNALS, type Step, SysError } from '../../kernel/index.ts';
import { HttpConnection, HttpError, type HttpRequest, headerOf, keepsAlive, readRequest, reasonOf } from '../http/index.ts';
import { clfDate, Fibers, httpDate, parseHttpDate } from '../service/index.ts';
import { type Answer, failed, serve } from './answer.ts';
import type { Site } from './site.ts';
import { siteFor } from './site.ts';

/** What the children of a server share. */
export interface Service {
  readonly sites: readonly Site[];
  readonly sockets: readonly { readonly fd: number; readonly port: number }[];
  readonly user: Credentials | undefined;
  readonly banner: string;
  readonly errors: (p: Process, module: string, level: string, text: string) => void;
  readonly access: readonly { readonly fd: number; readonly format: string }[];
}

/** A child process: accepts and answers until its parent says TERM, or USR1 and WINCH when it has nothing left to do. */
export function* child(p: Process, service: Service): Run {
  p.setCredentials(service.user ?? p.credentials);
  p.setDisposition(SIGNALS.CHLD, 'default');
  p.setDisposition(SIGNALS.PIPE, 'ignore');
  for (const signal of [SIGNALS.TERM, SIGNALS.USR1, SIGNALS.WINCH, SIGNALS.HUP, SIGNALS.INT])
    p.setDisposition(signal, signal === SIGNALS.INT ? 'ignore' : 'catch');
  const fibers = new Fibers(p);
  const state = { ending: false, ended: false, busy: 0 };
  const accepting = function* (fd: number, port: number): Step<void> {
    for (;;) {
      const { fd: client } = yield* p.net.accept(fd);
      fibers.start(talk(p, client, port, service, state));
    }
  };
  for (const { fd, port } of service.sockets) fibers.start(accepting(fd, port));
  yield* fibers.run(
    () => state.ended || (state.ending && state.busy === 0),
    (signal) => {
      if (signal === SIGNALS.TERM || signal === SIGNALS.HUP) state.ended = true;
      else state.ending = true;
    },
  );
  return 0;
}

function* talk(p: Process, fd: number, port: number, service: Service, state: { busy: number; ending: boolean }): Step<void> {
  const connection = new HttpConnection(p, fd);
  try {
    for (let open = true; open && !state.ending; ) {
      connection.deadline = p.now() + 5;
      if ((yield* connection.peek()) === '') return;
      connection.deadline = p.now() + 60;
      state.busy++;
      try {
        open = yield* one(p, connection, port, service);
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

function* one(p: Process, connection: HttpConnection, port: number, service: Service): Step<boolean> {
  let request: HttpRequest | undefined;
  try {
    request = yield* readRequest(connection);
  } catch (error) {
    if (!(error instanceof HttpError)) throw error;
  }
  const peer = p.net.peerOf(connection.fd);
  const path = pathOf(request?.target ?? '');
  const bad =
    request === undefined || path === undefined || (request.version === 'HTTP/1.1' && headerOf(request.headers, 'Host') === undefined);
  const host = headerOf(request?.headers ?? [], 'Host') ?? `${p.net.localOf(connection.fd).address}:${port}`;
  const site = siteFor(service.sites, port, host.replace(/:\d+$/, ''));
  const report = (module: string, level: string, text: string): void =>
    service.errors(p, module, level, `[client ${peer.address}:${peer.port}] ${text}`);
  let answer: Answer = bad ? failed(400) : serve({ p, method: request!.method, path: path!, host, port }, site, report);
  const since = parseHttpDate(headerOf(request?.headers ?? [], 'If-Modified-Since') ?? '');
  const size = typeof answer.body === 'string' ? new TextEncoder().encode(answer.body).length : answer.body.length;
  const etag = answer.mtime === undefined ? undefined : `"${size.toString(16)}-${Math.floor(answer.mtime * 1e6).toString(16)}"`;
  const { type: _type, ...untyped } = answer;
  if (
    etag !== undefined &&
    (headerOf(request!.headers, 'If-None-Match') === etag || (since !== undefined && since >= Math.floor(answer.mtime!)))
  )
    answer = { ...untyped, status: 304, body: '' };
  const open = !bad && answer.status !== 501 && keepsAlive(request!.version, request!.headers);
  const body = typeof answer.body === 'string' ? new TextEncoder().encode(answer.body) : answer.body;
  const lines: (readonly [string, string])[] = [
    ['Date', httpDate(p.now())],
    ['Server', service.banner],
  ];
  if (answer.mtime !== undefined && answer.status !== 304) lines.push(['Last-Modified', httpDate(answer.mtime)]);
  if (etag !== undefined) lines.push(['ETag', etag]);
  if (answer.mtime !== undefined && answer.status !== 304) lines.push(['Accept-Ranges', 'bytes']);
  lines.push(...(answer.headers ?? []));
  if (answer.status !== 304) lines.push(['Content-Length', String(body.length)]);
  if (!open) lines.push(['Connection', 'close']);
  else if (request!.version === 'HTTP/1.0') lines.push(['Connection', 'Keep-Alive']);
  if (answer.type !== undefined) lines.push(['Content-Type', answer.type]);
  yield* connection.write(
    new TextEncoder().encode(
      `HTTP/1.1 ${answer.status} ${reasonOf(answer.status)}\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`,
    ),
  );
  const sent = request?.method === 'HEAD' ? 0 : body.length;
  if (sent > 0) yield* connection.write(body);
  const first =
    request === undefined ? '-' : `${request.method} ${request.target}${request.version === 'HTTP/0.9' ? '' : ` ${request.version}`}`;
  for (const { fd, format } of service.access)
    logLine(p, fd, format, { first, status: answer.status, sent, request, peer: peer.address, host: host.replace(/:\d+$/, ''), port });
  return open;
}

interface Logged {
  readonly first: string;
  readonly status: number;
  readonly sent: number;
  readonly request: HttpRequest | undefined;
  readonly peer: string;
  readonly host: string;
  readonly port: number;
}

/** A line of an access log (mod_log_config). */
function logLine(p: Process, fd: number, format: string, it: Logged): void {
  const text = format.replace(/%(?:[<>])?(?:\{([^}]*)\})?([a-zA-Z%])/g, (all, name: string | undefined, letter: string) => {
    switch (letter) {
      case 'h':
      case 'a':
        return it.peer;
      case 'l':
      case 'u':
        return '-';
      case 't':
        return `[${clfDate(p.now())}]`;
      case 'r':
        return it.first;
      case 's':
        return String(it.status);
      case 'b':
        return it.sent === 0 ? '-' : String(it.sent);
      case 'B':
      case 'O':
        return String(it.sent);
      case 'i':
        return headerOf(it.request?.headers ?? [], name ?? '') ?? '-';
      case 'v':
        return it.host;
      case 'p':
        return String(it.port);
      case 'm':
        return it.request?.method ?? '-';
      case 'U':
        return it.request?.target.split('?')[0] ?? '-';
      case 'D':
      case 'T':
        return '0';
      case '%':
        return '%';
      default:
        return all;
    }
  });
  try {
    p.io.at(fd).write(new TextEncoder().encode(`${text}\n`), p.now());
  } catch (error) {
    if (!(error instanceof SysError)) throw error;
  }
}

/** The decoded path of a target without dots; undefined for one that leaves the root. */
function pathOf(target: string): string | undefined {
  const raw = target.replace(/^https?:\/\/[^/?]*/, '').replace(/[?#].*$/s, '') || '/';
  if (!raw.startsWith('/') || /%(?![0-9a-fA-F]{2})/.test(raw)) return undefined;
  const text = decodeText(raw.replace(/%([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))));
  const parts: string[] = [];
  for (const part of text.split('/').slice(1)) {
    if (part === '..') {
      if (parts.pop() === undefined) return undefined;
    } else if (part !== '.' && part !== '') parts.push(part);
  }
  return `/${parts.join('/')}${/\/\.{0,2}$/.test(text) && parts.length > 0 ? '/' : ''}`;
}
