import type { Step } from '../../kernel/index.ts';
import type { HttpConnection } from './connection.ts';
import { bodyOf, type Headers, headerOf, headText } from './message.ts';
import { reasonOf } from './reasons.ts';

export interface RequestToWrite {
  readonly method?: string;
  readonly target: string;
  readonly headers?: Headers;
  readonly body?: Uint8Array | string;
  readonly version?: string;
}

const bytesOf = (body: Uint8Array | string | undefined): Uint8Array =>
  body === undefined ? new Uint8Array(0) : typeof body === 'string' ? bodyOf(body) : body;

/** Writes a request; Content-Length is added when there is a body and no field says how long it is. */
export function* writeRequest(connection: HttpConnection, request: RequestToWrite): Step<void> {
  const { method = 'GET', target, headers = [], version = 'HTTP/1.1' } = request;
  const body = bytesOf(request.body);
  const told =
    body.length === 0 || headerOf(headers, 'Content-Length') !== undefined || headerOf(headers, 'Transfer-Encoding') !== undefined;
  const all: Headers = told ? headers : [...headers, ['Content-Length', String(body.length)]];
  yield* connection.write(headText(`${method} ${target} ${version}`, all));
  if (body.length > 0) yield* connection.write(body);
}

export interface ResponseToWrite {
  readonly status: number;
  readonly reason?: string;
  readonly headers?: Headers;
  readonly body?: Uint8Array | string;
  readonly version?: string;
}

/** Writes a response. Content-Length is added unless a field tells of the body; `to` HEAD the body itself is left out. */
export function* writeResponse(connection: HttpConnection, response: ResponseToWrite, to = 'GET'): Step<void> {
  const { status, reason = reasonOf(status), headers = [], version = 'HTTP/1.1' } = response;
  const body = bytesOf(response.body);
  const bodiless = status === 204 || status === 304 || status < 200;
  const told = bodiless || headerOf(headers, 'Content-Length') !== undefined || headerOf(headers, 'Transfer-Encoding') !== undefined;
  const all: Headers = told ? headers : [...headers, ['Content-Length', String(body.length)]];
  yield* connection.write(headText(`${version} ${status} ${reason}`.trimEnd(), all));
  if (to !== 'HEAD' && !bodiless && body.length > 0) yield* connection.write(body);
}

/** Whether a connection stays open after a message of this version with these fields (RFC 9112 section 9.3). */
export function keepsAlive(version: string, headers: Headers): boolean {
  const said = (headerOf(headers, 'Connection') ?? '').toLowerCase();
  return version === 'HTTP/1.1' ? !said.includes('close') : said.includes('keep-alive');
}
