import { encodeText, fromBytes, type Run, type Step, SysError, TURN } from '../../../kernel/index.ts';
import {
  BodyReader,
  certifies,
  DEFAULT_PORTS,
  type Headers,
  HttpConnection,
  HttpError,
  type HttpResponse,
  headerOf,
  parseUrl,
  readResponseHead,
  responseFraming,
  tlsConnect,
  type Url,
  writeRequest,
} from '../../http/index.ts';
import type { Call } from '../applet.ts';
import type { Options } from '../options.ts';
import { dial } from './dial.ts';
import { progressDone } from './progress.ts';

const MAX_REDIRECTS = 16;

/** wget [-cqS] [--spider] [-O FILE] [-o LOG] [-P DIR] [--header STR] [--post-data STR] URL…, as busybox 1.35. */
export function* wget(a: Call): Run {
  const o = a.options('cqSO:o:P:Y:U:T:t:n:', {
    min: 1,
    long: {
      continue: { as: 'c' },
      spider: { as: 'spider' },
      quiet: { as: 'q' },
      'server-response': { as: 'S' },
      'output-document': { as: 'O', arg: 'required' },
      'output-file': { as: 'o', arg: 'required' },
      'directory-prefix': { as: 'P', arg: 'required' },
      proxy: { as: 'Y', arg: 'required' },
      'user-agent': { as: 'U', arg: 'required' },
      timeout: { as: 'T', arg: 'required' },
      tries: { as: 't', arg: 'required' },
      header: { as: 'header', arg: 'required' },
      'post-data': { as: 'post-data', arg: 'required' },
      'post-file': { as: 'post-file', arg: 'required' },
      'no-check-certificate': { as: 'no-check-certificate' },
      'no-verbose': { as: 'q' },
      'passive-ftp': { as: 'passive-ftp' },
      'no-clobber': { as: 'no-clobber' },
      'no-host-directories': { as: 'no-host-directories' },
      'no-parent': { as: 'no-parent' },
    },
  });
  if (o.has('o')) {
    const log = a.p.fs.open(o.value('o')!, { write: true, create: true, truncate: true });
    a.p.io.dup2(log, 2);
    a.p.io.close(log);
  }
  for (const url of o.rest) yield* fetch(a, o, url);
  return 0;
}

interface Target {
  readonly url: Url;
  /** Host and port as the URL has them. */
  readonly shown: string;
}

function target(a: Call, text: string): Target {
  const scheme = /^([a-z]+):\/\//.exec(text)?.[1];
  if (scheme !== undefined && DEFAULT_PORTS[scheme] === undefined) return a.die(`not an http or ftp url: ${text}`);
  const shown = (/^[a-z]+:\/\/(.*)$/s.exec(text)?.[1] ?? text).split(/[/?#]/)[0]!.replace(/^.*@/, '');
  const url = parseUrl(text) ?? a.die(`bad address '${shown}'`);
  return { url: shown.startsWith('[') ? { ...url, host: `[${url.host}]` } : url, shown };
}

function* fetch(a: Call, o: Options, text: string): Step<void> {
  const quiet = o.has('q');
  const deadline = o.has('T') ? a.p.now() + Number(o.value('T')) : undefined;
  let to = target(a, text);
  let told = false;
  for (let redirects = 0; ; redirects++) {
    const fd = yield* dial(a, to.url.host, to.url.port, { connecting: quiet || told ? undefined : to.shown, deadline });
    if (to.url.scheme.startsWith('ftp')) a.die('FTP is not simulated by Strata');
    const connection = new HttpConnection(a.p, fd, { deadline });
    const head = yield* ask(a, o, connection, to);
    if (o.has('S'))
      yield* a.warn(
        encodeText(`  ${head.version} ${head.status} ${head.reason}\n${head.headers.map(([k, v]) => `  ${k}: ${v}\n`).join('')}  \n`),
      );
    const location = headerOf(head.headers, 'Location');
    if (head.status >= 300 && head.status < 400 && head.status !== 304 && location !== undefined) {
      connection.close();
      if (redirects + 1 >= MAX_REDIRECTS) a.die('too many redirections');
      told = location.startsWith('/');
      to = told ? { ...to, url: { ...to.url, target: location } } : target(a, location);
      continue;
    }
    if (head.status < 200 || head.status > 206) a.die(encodeText(`server returned error: ${head.version} ${head.status} ${head.reason}`));
    yield* save(a, o, to.url, head, connection);
    connection.close();
    return;
  }
}

function* ask(a: Call, o: Options, connection: HttpConnection, { url, shown }: Target): Step<Omit<HttpResponse, 'body'>> {
  try {
    if (url.scheme === 'https') {
      const certificate = yield* tlsConnect(connection, url.host);
      if (certificate === undefined) a.die('error getting response: Connection reset by peer');
      if (!certifies(certificate, url.host) && !o.has('no-check-certificate'))
        yield* a.warn('wget: note: TLS certificate validation not implemented\n');
    }
    const post = o.has('post-file') ? yield* a.readInput(o.value('post-file')!) : o.value('post-data');
    const headers: Headers = [
      ['Host', shown],
      ['User-Agent', o.value('U') ?? 'Wget'],
      ...(url.user === '' ? [] : ([['Authorization', `Basic ${base64(url.user)}`]] as const)),
      ['Connection', 'close'],
      ...(post === undefined ? [] : ([['Content-Type', 'application/x-www-form-urlencoded']] as const)),
      ...o.values('header').map((line) => [line.split(':')[0]!.trim(), line.slice(line.indexOf(':') + 1).trim()] as const),
    ];
    const method = post === undefined ? (o.has('spider') ? 'HEAD' : 'GET') : 'POST';
    yield* writeRequest(connection, { method, target: url.target, headers, ...(post === undefined ? {} : { body: post }) });
    return yield* readResponseHead(connection);
  } catch (error) {
    if (error instanceof HttpError) return a.die('error getting response');
    if (error instanceof SysError && error.errno === 'ETIMEDOUT') return a.die('download timed out');
    return a.dieOf('error getting response', error);
  }
}

const base64 = (text: string): string => {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  let out = '';
  for (let i = 0; i < text.length; i += 3) {
    const bits = (text.charCodeAt(i) << 16) | ((text.charCodeAt(i + 1) || 0) << 8) | (text.charCodeAt(i + 2) || 0);
    out += [18, 12, 6, 0].map((shift, at) => (i + at > text.length ? '=' : letters[(bits >> shift) & 63])).join('');
  }
  return out;
};

function* save(a: Call, o: Options, url: Url, head: Omit<HttpResponse, 'body'>, connection: HttpConnection): Step<void> {
  const quiet = o.has('q');
  if (o.has('spider')) {
    if (!quiet) yield* a.warn('remote file exists\n');
    return;
  }
  const given = o.value('O');
  const path = given ?? `${o.has('P') ? `${o.value('P')!.replace(/\/$/, '')}/` : ''}${fileName(url)}`;
  if (o.has('c') && given === undefined && a.p.fs.exists(path) && head.status !== 206) yield* a.complain('restart failed');
  let fd = 1;
  if (path !== '-') {
    try {
      fd = a.p.fs.open(path, {
        write: true,
        create: true,
        ...(given === undefined && !o.has('c') ? { exclusive: true } : { truncate: true }),
      });
    } catch (error) {
      a.dieOf(`can't open '${path}'`, error);
    }
  }
  if (!quiet) yield* a.warn(path === '-' ? 'writing to stdout\n' : `saving to '${path}'\n`);
  const framing = responseFraming('GET', head);
  const bytes = yield* copy(a, new BodyReader(connection, framing), fd);
  if (!quiet) {
    if (!o.has('o') && framing.kind !== 'none') yield* progressDone(a, path.split('/').at(-1)!, bytes);
    yield* a.warn(path === '-' ? 'written to stdout\n' : `'${path}' saved\n`);
  }
  if (fd !== 1) a.p.io.close(fd);
}

function* copy(a: Call, body: BodyReader, fd: number): Step<number> {
  let bytes = 0;
  try {
    for (;;) {
      const part = yield* body.next();
      if (part.length === 0) return bytes;
      bytes += part.length;
      if (fd === 1) yield* a.print(fromBytes(part));
      else yield* a.p.write(fd, part);
      if (a.p.tick()) yield TURN;
    }
  } catch (error) {
    yield* a.flush();
    if (error instanceof HttpError) return a.die('connection closed prematurely');
    if (error instanceof SysError && error.errno === 'ETIMEDOUT') return a.die('download timed out');
    throw error;
  }
}

/** The last part of the path, or index.html. */
function fileName({ target: text }: Url): string {
  const path = text.split('?')[0]!;
  return path.slice(path.lastIndexOf('/') + 1) || 'index.html';
}
