import { type Process, type Run, type Step, SysError, TURN } from '../../../kernel/index.ts';
import { type Headers, HttpConnection, HttpError, type HttpRequest, headerOf, httpDate, readRequest } from '../../http/index.ts';
import type { Call } from '../applet.ts';
import { runCgi } from './httpd-cgi.ts';
import { contentType, type FoundFile, fileAt } from './httpd-files.ts';
import { reap, surely } from './nc.ts';

/** Virtual seconds that a client may take over its request. */
const PATIENCE = 60;

interface Settings {
  readonly home: string;
  /** How much goes to standard error: answers, then URLs too. */
  readonly verbose: number;
}

/** httpd [-fv[v]] [-p [IP:]PORT] [-h HOME]: serves files, and programs below cgi-bin. Without -f it goes to the background. */
export function* httpd(a: Call): Run {
  const o = a.options('vifp:h:c:r:u:d:e:m:');
  const other = ['i', 'd', 'e', 'm', 'r', 'c', 'u'].find((key) => o.has(key));
  if (other !== undefined) return a.die(`-${other} is not simulated by Strata`);
  const at = o.value('p') ?? '80';
  const [, address = '::', port = ''] = /^(?:(.*):)?(\d+)$/.exec(at) ?? [];
  if (port === '' || Number(port) > 65_535) return a.die(`bad port '${at}'`);
  try {
    a.p.chdir(o.value('h') ?? '.');
  } catch (error) {
    a.dieOf(`can't change directory to '${o.value('h')}'`, error);
  }
  let fd: number;
  try {
    fd = a.p.net.listen(Number(port), address);
  } catch (error) {
    return a.dieOf('bind', error);
  }
  const settings: Settings = { home: a.p.getcwd(), verbose: o.count('v') };
  if (o.has('f')) return yield* serve(a, a.p, fd, settings);
  a.p.fork(function* (child): Run {
    child.session = child.id;
    child.group = child.id;
    for (const std of [0, 1, 2]) if (child.io.has(std)) child.io.dup2(child.fs.open('/dev/null', { read: true, write: true }), std);
    return yield* surely(() => serve(a, child, fd, settings));
  });
  a.p.io.close(fd);
  return 0;
}

function* serve(a: Call, p: Process, fd: number, settings: Settings): Run {
  for (;;) {
    const { fd: client, peer } = yield* p.net.accept(fd);
    const shown = `[::ffff:${peer.address}]:${peer.port}`;
    p.fork(function* (child): Run {
      child.io.close(fd);
      return yield* answer(child, client, shown, settings);
    });
    p.io.close(client);
    yield* reap(p);
    if (a.p.tick()) yield TURN;
  }
}

/** One request and its answer; the connection ends then. */
function* answer(p: Process, fd: number, peer: string, settings: Settings): Run {
  p.setDisposition(13, 'ignore');
  const connection = new HttpConnection(p, fd, { deadline: p.now() + PATIENCE });
  try {
    const status = yield* respond(connection, settings, peer);
    if (settings.verbose > 0 && status !== undefined) yield* log(p, `${peer}: response:${status}\n`);
  } catch (error) {
    if (!(error instanceof SysError)) throw error;
  }
  return 0;
}

function* log(p: Process, text: string): Step<void> {
  if (p.io.has(2)) yield* p.write(2, text);
}

function* respond(connection: HttpConnection, settings: Settings, peer: string): Step<number | undefined> {
  const { p } = connection;
  let request: HttpRequest | undefined;
  try {
    request = yield* readRequest(connection);
  } catch (error) {
    if (!(error instanceof HttpError)) throw error;
    if (error.kind === 'cut-short') return undefined;
    return yield* page(connection, 400, 'Unsupported method');
  }
  if (request === undefined) return undefined;
  const path = decoded(request.target.split('?')[0]!);
  if (settings.verbose > 1) yield* log(p, `${peer}: url:${path}\n`);
  if (path.includes('\0') || path.split('/').includes('..')) return yield* page(connection, 400, 'Bad Request');
  if (path.startsWith('/cgi-bin/')) {
    const done = yield* runCgi(connection, request, path, settings.home);
    if (done !== undefined) return done;
    return yield* page(connection, 404, 'The requested URL was not found', request.method);
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') return yield* page(connection, 501, 'The requested method is not recognized');
  const found = fileAt(p, settings.home, path);
  if (found.kind === 'file') return yield* file(connection, request, found);
  if (found.kind === 'directory') return yield* plain(connection, 302, [['Location', `${path}/`]], new Uint8Array(0), request.method);
  if (found.kind === 'forbidden') return yield* page(connection, 403, 'Unauthorized', request.method);
  return yield* page(connection, 404, 'The requested URL was not found', request.method);
}

function decoded(text: string): string {
  return text.replace(/%([0-9a-fA-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
}

const TEXTS: Readonly<Record<number, string>> = {
  200: 'OK', 206: 'Partial Content', 302: 'Found', 400: 'Bad Request', 403: 'Forbidden', 404: 'Not Found', 501: 'Not Implemented',
}; // biome-ignore format: a table

function* plain(connection: HttpConnection, status: number, more: Headers, body: Uint8Array, method: string): Step<number> {
  const headers: Headers = [['Date', httpDate(connection.p.now())], ['Connection', 'close'], ['Content-type', 'text/html'], ...more];
  yield* writeHead(connection, status, headers);
  if (method !== 'HEAD') yield* connection.write(body);
  return status;
}

function* writeHead(connection: HttpConnection, status: number, headers: Headers): Step<void> {
  yield* connection.write(`HTTP/1.1 ${status} ${TEXTS[status]}\r\n${headers.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`);
}

/** An error page. */
function* page(connection: HttpConnection, status: number, text: string, method = 'GET'): Step<number> {
  const title = `${status} ${TEXTS[status]}`;
  const html = `<HTML><HEAD><TITLE>${title}</TITLE></HEAD>\n<BODY><H1>${title}</H1>\n${text}\n</BODY></HTML>\n`;
  return yield* plain(connection, status, [], new TextEncoder().encode(html), method);
}

function* file(connection: HttpConnection, request: HttpRequest, { path, bytes, mtime }: FoundFile): Step<number> {
  const range = /^bytes=(\d+)-(\d*)$/.exec(headerOf(request.headers, 'Range') ?? '');
  const first = Number(range?.[1] ?? 0);
  const last = Math.min(Number(range?.[2] || bytes.length - 1), bytes.length - 1);
  const part = range !== null && first <= last ? bytes.subarray(first, last + 1) : bytes;
  const partial = part !== bytes;
  const headers: Headers = [
    ['Date', httpDate(connection.p.now())],
    ['Connection', 'close'],
    ['Content-type', partial ? 'text/html' : contentType(path)],
    ...(partial ? ([['Content-Range', `bytes ${first}-${last}/${bytes.length}`]] as const) : []),
    ['Accept-Ranges', 'bytes'],
    ['Last-Modified', httpDate(mtime)],
    ['ETag', `"${Math.floor(mtime).toString(16)}-${bytes.length.toString(16)}"`],
    ['Content-Length', String(part.length)],
  ];
  const status = partial ? 206 : 200;
  yield* writeHead(connection, status, headers);
  if (request.method !== 'HEAD') yield* connection.write(part);
  return status;
}
