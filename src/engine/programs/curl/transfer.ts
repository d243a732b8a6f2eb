import { decodeText, encodeText, type Process, type Step, SysError, TURN } from '../../kernel/index.ts';
import {
  BodyReader,
  type Headers,
  HttpError,
  type HttpResponse,
  headerOf,
  keepsAlive,
  parseUrl,
  readResponseHead,
  resolveUrl,
  responseFraming,
  type Url,
  writeRequest,
} from '../http/index.ts';
import { type Clock, type Dialled, dialUrl } from './dial.ts';
import { badUrl, CurlFailure, cutByTime } from './failure.ts';
import type { CurlOptions } from './options.ts';
import type { Sink } from './output.ts';
import { outgoing } from './request.ts';

const DEFAULT_REDIRECTS = 50;
/** Longest head that is shown, bytes are counted over all answers. */
const CRLF = '\r\n';

/** What is known of a transfer when it is over, or was given up. */
export interface Report {
  url: Url | undefined;
  effective: string;
  status: number;
  headers: Headers;
  received: number;
  expected: number | undefined;
  sent: number;
  headerBytes: number;
  requestBytes: number;
  redirects: number;
  redirectUrl: string;
  remote: string;
  local: { address: string; port: number } | undefined;
  connects: number;
  method: string;
  times: Dialled['times'];
  firstByte: number;
}

export const emptyReport = (effective: string): Report => ({
  url: undefined,
  effective,
  status: 0,
  headers: [],
  received: 0,
  expected: undefined,
  sent: 0,
  headerBytes: 0,
  requestBytes: 0,
  redirects: 0,
  redirectUrl: '',
  remote: '',
  local: undefined,
  connects: 0,
  method: 'GET',
  times: { lookup: 0, connect: 0, tls: 0 },
  firstByte: 0,
});

export interface Outlets {
  readonly sink: Sink;
  /** `-D`. */
  readonly headers: Sink | undefined;
  /** A line of `-v` with its mark and newline; a no-op without. */
  readonly verbose: (text: string) => Step<void>;
}

/** Fetches one URL with what the options say, redirects included. Fills `report` as it goes. Throws CurlFailure. */
export function* transfer(p: Process, o: CurlOptions, text: string, report: Report, outlets: Outlets, clock: Clock): Step<void> {
  let url = urlOf(text);
  let method: string | undefined;
  for (;;) {
    report.url = url;
    const next = yield* exchange(p, o, url, report, outlets, clock, method);
    if (next === undefined) return;
    const most = Number(o.value('max-redirs') ?? DEFAULT_REDIRECTS);
    if (most >= 0 && report.redirects >= most) throw new CurlFailure(47, `Maximum (${most}) redirects followed`);
    report.redirects++;
    // After 301, 302 and 303 a POST goes on as a GET.
    if ([301, 302, 303].includes(report.status) && report.method === 'POST' && !o.has('request')) method = 'GET';
    report.effective = next;
    yield* outlets.verbose(`* Issue another request to this URL: '${next}'\n`);
    url = urlOf(next);
  }
}

function urlOf(text: string): Url {
  if (/[\s\0-\x1f]/.test(text)) throw badUrl();
  const scheme = /^([A-Za-z][A-Za-z0-9+.-]*):\/\//.exec(text)?.[1]?.toLowerCase();
  if (scheme !== undefined && scheme !== 'http' && scheme !== 'https')
    throw new CurlFailure(1, `Protocol "${scheme}" not supported or disabled in libcurl`);
  const url = parseUrl(text);
  if (url === undefined) throw badUrl();
  const [path = '', ...query] = url.target.split('?');
  return { ...url, target: [withoutDots(path), ...query].join('?') };
}

/** A path with `.` and `..` worked out (RFC 3986 section 5.2.4). */
function withoutDots(path: string): string {
  const out: string[] = [];
  const parts = path.split('/').slice(1);
  for (const [index, part] of parts.entries()) {
    const last = index === parts.length - 1;
    if (part === '..') out.pop();
    if (part !== '.' && part !== '..') out.push(part);
    else if (last) out.push('');
  }
  return `/${out.join('/')}`;
}

function* exchange(
  p: Process,
  o: CurlOptions,
  url: Url,
  report: Report,
  outlets: Outlets,
  clock: Clock,
  method: string | undefined,
): Step<string | undefined> {
  const { verbose } = outlets;
  const serial = report.connects;
  const dialled = yield* dialUrl(p, o, url, clock, (line) => verbose(`* ${line}\n`), serial);
  const { connection } = dialled;
  report.connects++;
  report.remote = dialled.address;
  report.times = dialled.times;
  report.local = o.has('unix-socket') ? undefined : p.net.localOf(connection.fd);
  try {
    const sent = yield* outgoing(p, o, url);
    const request =
      method === undefined
        ? sent
        : { ...sent, method, body: undefined, headers: sent.headers.filter(([name]) => !/^content-/i.test(name)) };
    report.method = request.method;
    if (headerOf(request.headers, 'Authorization')?.startsWith('Basic ') && o.has('user'))
      yield* verbose(`* Server auth using Basic with user '${o.value('user')!.split(':')[0]}'\n`);
    const version = o.has('http1.0') ? 'HTTP/1.0' : 'HTTP/1.1';
    const lines = [`${request.method} ${request.target} ${version}`, ...request.headers.map(([name, value]) => `${name}: ${value}`), ''];
    yield* verbose(lines.map((line) => `> ${line}\n`).join(''));
    report.requestBytes += lines.reduce((sum, line) => sum + line.length + 2, 0);
    yield* writeRequest(connection, {
      method: request.method,
      target: decodeText(request.target),
      headers: request.headers.map(([name, value]) => [decodeText(name), decodeText(value)] as const),
      version,
      ...(request.body === undefined ? {} : { body: request.body }),
    });
    if (request.body !== undefined) {
      report.sent += request.body.length;
      yield* verbose(`} [${request.body.length} bytes data]\n`);
    }
    const head = yield* readResponseHead(connection);
    report.firstByte = p.now() - clock.started;
    return yield* receive(p, o, url, head, report, outlets, dialled, serial);
  } catch (error) {
    yield* ended(error, p, report, clock, (line) => verbose(`* ${line}\n`), serial);
    throw error;
  } finally {
    connection.close();
  }
}

/** The answer's fields and body to where they go; where it leads, when a redirect is to be followed. */
function* receive(
  p: Process,
  o: CurlOptions,
  url: Url,
  head: Omit<HttpResponse, 'body'>,
  report: Report,
  { sink, headers, verbose }: Outlets,
  { connection }: Dialled,
  serial: number,
): Step<string | undefined> {
  report.status = head.status;
  report.headers = head.headers;
  const lines = [
    `${head.version} ${head.status}${head.reason === '' ? '' : ` ${head.reason}`}`,
    ...head.headers.map(([name, value]) => `${name}: ${value}`),
    '',
  ];
  const framing = responseFraming(report.method, head);
  const shown = lines.slice(0, -1).map((line) => `< ${line}\n`);
  const open = framing.kind === 'until-close' ? '* no chunk, no close, no size. Assume close to signal end\n' : '';
  yield* verbose(encodeText(`${shown.join('')}${open}< \n`));
  const text = encodeText(lines.map((line) => `${line}${CRLF}`).join(''));
  report.headerBytes += text.length;
  const fails = head.status >= 400 && (o.has('fail') || o.has('fail-with-body'));
  if (headers !== undefined) yield* headers.writeText(text);
  if (fails && !o.has('fail-with-body')) {
    yield* verbose(`* The requested URL returned error: ${head.status}\n* Closing connection ${serial}\n`);
    throw new CurlFailure(22, `The requested URL returned error: ${head.status}`);
  }
  if (o.has('include') || o.has('head')) yield* sink.writeText(text);
  const location = headerOf(head.headers, 'Location');
  const leads = head.status >= 300 && head.status < 400 && location !== undefined ? resolveUrl(url, location) : undefined;
  report.redirectUrl = leads ?? '';
  const follow = leads !== undefined && (o.has('location') || o.has('location-trusted'));
  report.expected = framing.kind === 'length' ? framing.length : undefined;
  report.received = 0;
  const body = new BodyReader(connection, framing);
  for (;;) {
    const part = yield* body.next(16_384);
    if (part.length === 0) break;
    if (report.received === 0) yield* verbose(`${follow ? '* Ignoring the response-body\n' : ''}{ [${part.length} bytes data]\n`);
    report.received += part.length;
    if (!follow) yield* sink.write(part);
    if (p.tick()) yield TURN;
  }
  const stays = framing.kind !== 'until-close' && keepsAlive(head.version, head.headers);
  yield* verbose(stays ? `* Connection #${serial} to host ${url.host} left intact\n` : `* Closing connection ${serial}\n`);
  if (fails) throw new CurlFailure(22, `The requested URL returned error: ${head.status}`);
  return follow ? leads : undefined;
}

/** What went wrong on the wire, as curl words it. */
function* ended(error: unknown, p: Process, report: Report, clock: Clock, note: (text: string) => Step<void>, serial: number): Step<void> {
  const failure = failureOf(error, p, report, clock);
  if (failure === undefined) return;
  yield* note(failure.message);
  yield* note(`Closing connection ${serial}`);
  throw failure;
}

function failureOf(error: unknown, p: Process, report: Report, clock: Clock): CurlFailure | undefined {
  if (error instanceof HttpError) {
    if (error.kind === 'empty') return new CurlFailure(52, 'Empty reply from server');
    if (error.kind === 'cut-short' && report.status !== 0) {
      if (report.expected === undefined) return new CurlFailure(18, 'transfer closed with outstanding read data remaining');
      return new CurlFailure(18, `transfer closed with ${report.expected - report.received} bytes remaining to read`);
    }
    return error.kind === 'malformed' && report.status === 0
      ? new CurlFailure(1, 'Received HTTP/0.9 when not allowed')
      : new CurlFailure(8, 'Weird server reply');
  }
  if (!(error instanceof SysError)) return undefined;
  if (error.errno === 'ETIMEDOUT') return cutByTime(Math.floor((p.now() - clock.started) * 1000) + 1, report.received, report.expected);
  if (error.errno === 'ECONNRESET') return new CurlFailure(56, 'Recv failure: Connection reset by peer');
  if (error.errno === 'EPIPE') return new CurlFailure(55, 'Send failure: Broken pipe');
  return undefined;
}
