import { decodeText, type Step, TURN } from '../../kernel/index.ts';
import { joinBytes } from '../../tree/index.ts';
import { type HttpConnection, HttpError, MAX_BODY } from './connection.ts';
import { type Headers, type HttpRequest, type HttpResponse, headerOf } from './message.ts';

const MAX_FIELDS = 200;

/** The fields up to the empty line (RFC 9112 section 5). */
export function* readHeaders(connection: HttpConnection): Step<Headers> {
  const headers: [string, string][] = [];
  for (;;) {
    const line = yield* connection.line();
    if (line === undefined) throw new HttpError('cut-short', 'the connection ended within a message');
    if (line === '') return headers;
    const colon = line.indexOf(':');
    if (colon <= 0) throw new HttpError('malformed', `no header field: ${line.slice(0, 80)}`);
    if (headers.length >= MAX_FIELDS) throw new HttpError('too-large', 'too many header fields');
    headers.push([decodeText(line.slice(0, colon).trim()), decodeText(line.slice(colon + 1).trim())]);
  }
}

/** How the end of a body is known. */
export type Framing = { readonly kind: 'none' | 'chunked' | 'until-close' } | { readonly kind: 'length'; readonly length: number };

/** The framing of a message (RFC 9112 section 6.3). A response without a length goes on until the connection ends; a request has no body then. */
export function framingOf(headers: Headers, of: 'request' | 'response'): Framing {
  if (/\bchunked\b/i.test(headerOf(headers, 'Transfer-Encoding') ?? '')) return { kind: 'chunked' };
  const length = headerOf(headers, 'Content-Length');
  if (length === undefined) return { kind: of === 'request' ? 'none' : 'until-close' };
  if (!/^\d+$/.test(length)) throw new HttpError('malformed', `bad Content-Length: ${length}`);
  return { kind: 'length', length: Number(length) };
}

/** A body piece by piece: each call of `next` gives some bytes, none at the end. */
export class BodyReader {
  readonly #connection: HttpConnection;
  readonly #framing: Framing;
  #left: number;
  #done = false;

  constructor(connection: HttpConnection, framing: Framing) {
    this.#connection = connection;
    this.#framing = framing;
    this.#left = framing.kind === 'length' ? framing.length : 0;
    this.#done = framing.kind === 'none' || (framing.kind === 'length' && framing.length === 0);
  }
  /** Bytes that are still to come, where a length told it. */
  get left(): number {
    return this.#left;
  }
  *next(max = 65_536): Step<Uint8Array> {
    if (this.#done) return new Uint8Array(0);
    if (this.#framing.kind === 'chunked' && this.#left === 0) {
      yield* this.#chunk();
      if (this.#done) return new Uint8Array(0);
    }
    const bytes = yield* this.#connection.some(this.#framing.kind === 'until-close' ? max : Math.min(max, this.#left));
    if (bytes.length === 0) {
      if (this.#framing.kind !== 'until-close') throw new HttpError('cut-short', 'the connection ended within a body');
      this.#done = true;
      return bytes;
    }
    if (this.#framing.kind === 'until-close') return bytes;
    this.#left -= bytes.length;
    if (this.#left === 0) {
      if (this.#framing.kind === 'chunked') yield* this.#connection.line();
      else this.#done = true;
    }
    return bytes;
  }
  *all(limit = MAX_BODY): Step<Uint8Array> {
    const parts: Uint8Array[] = [];
    let size = 0;
    for (;;) {
      const part = yield* this.next();
      if (part.length === 0) break;
      parts.push(part);
      size += part.length;
      if (size > limit) throw new HttpError('too-large', 'body too large');
      if (this.#connection.p.tick()) yield TURN;
    }
    return joinBytes(parts);
  }

  *#chunk(): Step<void> {
    const line = yield* this.#connection.line();
    const size = Number.parseInt(line ?? '', 16);
    if (line === undefined || Number.isNaN(size)) throw new HttpError('malformed', 'bad chunk size');
    this.#left = size;
    if (size > 0) return;
    while ((yield* this.#connection.line()) || false);
    this.#done = true;
  }
}

/** The next request; undefined when the client has closed. Throws HttpError for what is no request. */
export function* readRequest(connection: HttpConnection, limit = MAX_BODY): Step<HttpRequest | undefined> {
  let first = yield* connection.line();
  if (first === '') first = yield* connection.line();
  if (first === undefined) return undefined;
  const [, method, target, version] = /^([!#$%&'*+.^_`|~0-9A-Za-z-]+) (\S+)(?: (HTTP\/\d\.\d))?$/.exec(first) ?? [];
  if (method === undefined || target === undefined) throw new HttpError('malformed', `no request line: ${first.slice(0, 80)}`);
  const headers = version === undefined ? [] : yield* readHeaders(connection);
  if (/^100-continue$/i.test(headerOf(headers, 'Expect') ?? '')) yield* connection.write('HTTP/1.1 100 Continue\r\n\r\n');
  const body = yield* new BodyReader(connection, framingOf(headers, 'request')).all(limit);
  return { method, target: decodeText(target), version: version ?? 'HTTP/0.9', headers, body };
}

/** The status line and fields of the next response, after any `100 Continue`. Throws HttpError `empty` when nothing comes at all. */
export function* readResponseHead(connection: HttpConnection): Step<Omit<HttpResponse, 'body'>> {
  for (;;) {
    const first = yield* connection.line();
    if (first === undefined) {
      if (connection.held === '') throw new HttpError('empty', 'empty reply');
      throw new HttpError('malformed', 'no status line');
    }
    const [, version, status, reason = ''] = /^(HTTP\/\d(?:\.\d)?) (\d{3})(?: (.*))?$/.exec(first) ?? [];
    if (version === undefined) throw new HttpError('malformed', `no status line: ${first.slice(0, 80)}`);
    const headers = yield* readHeaders(connection);
    if (Number(status) !== 100) return { version, status: Number(status), reason: decodeText(reason), headers };
  }
}

/** How the body of a response ends; those to HEAD and some statuses have none. */
export function responseFraming(method: string, { status, headers }: Omit<HttpResponse, 'body'>): Framing {
  const none = method === 'HEAD' || status === 204 || status === 304 || status < 200;
  return none ? { kind: 'none' } : framingOf(headers, 'response');
}

/** A whole response to a request of this method. */
export function* readResponse(connection: HttpConnection, method = 'GET', limit = MAX_BODY): Step<HttpResponse> {
  const head = yield* readResponseHead(connection);
  return { ...head, body: yield* new BodyReader(connection, responseFraming(method, head)).all(limit) };
}
