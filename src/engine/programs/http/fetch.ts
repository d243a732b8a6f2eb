import { type Process, type Step, SysError } from '../../kernel/index.ts';
import { HttpConnection } from './connection.ts';
import { type Headers, type HttpResponse, headerOf } from './message.ts';
import { readResponse } from './read.ts';
import { certifies, tlsConnect } from './tls.ts';
import { hostHeader, parseUrl, resolveUrl, type Url } from './url.ts';
import { writeRequest } from './write.ts';

export interface FetchRequest {
  readonly url: string;
  readonly method?: string;
  readonly headers?: Headers;
  readonly body?: Uint8Array | string;
  /** Most redirects that are followed; none unless told. */
  readonly follow?: number;
  /** Virtual seconds that all of it may take. */
  readonly timeout?: number;
}

/** Why nothing could be fetched. `kind` tells programs which of their own sentences to print. */
export class FetchError extends Error {
  readonly kind: 'url' | 'unknown-host' | 'no-name-server' | 'connect' | 'tls' | 'redirects';
  readonly host: string;
  readonly errno: SysError['errno'] | undefined;
  constructor(kind: FetchError['kind'], host: string, message: string, errno?: SysError['errno']) {
    super(message);
    this.kind = kind;
    this.host = host;
    this.errno = errno;
  }
}

/** A connection to the host of a URL, with TLS told where the scheme asks for it. Throws FetchError. */
export function* openUrl(p: Process, url: Url, deadline?: number): Step<HttpConnection> {
  const found = yield* p.net.lookup(url.host);
  if (found.kind === 'unknown') throw new FetchError('unknown-host', url.host, `no such host: ${url.host}`);
  if (found.kind === 'unanswered') throw new FetchError('no-name-server', url.host, `no name server answers for ${url.host}`);
  const connection = yield* connectAny(p, url, found.addresses, deadline);
  if (url.scheme !== 'https') return connection;
  const certificate = yield* tlsConnect(connection, url.host);
  if (certificate !== undefined && certifies(certificate, url.host)) return connection;
  connection.close();
  throw new FetchError(
    'tls',
    url.host,
    certificate === undefined ? 'the server does not speak TLS' : 'the certificate is for another host',
  );
}

function* connectAny(p: Process, { host, port }: Url, addresses: readonly string[], deadline: number | undefined): Step<HttpConnection> {
  let last: SysError['errno'] = 'ECONNREFUSED';
  for (const address of addresses) {
    try {
      return new HttpConnection(p, yield* p.net.connect(address, port, deadline), { deadline });
    } catch (error) {
      if (!(error instanceof SysError) || error.errno === 'EINTR') throw error;
      last = error.errno;
    }
  }
  throw new FetchError('connect', host, new SysError(last).message, last);
}

/**
 * Fetches a URL over the simulated network: resolves, connects, asks, reads the whole answer and closes. Throws FetchError, HttpError
 * for an answer that is none, SysError ETIMEDOUT, ECONNRESET and EINTR.
 */
export function* fetchHttp(p: Process, request: FetchRequest): Step<HttpResponse & { readonly url: string }> {
  const deadline = request.timeout === undefined ? undefined : p.now() + request.timeout;
  let text = request.url;
  for (let redirects = 0; ; redirects++) {
    const url = parseUrl(text);
    if (url === undefined || (url.scheme !== 'http' && url.scheme !== 'https')) throw new FetchError('url', '', `not an HTTP URL: ${text}`);
    const connection = yield* openUrl(p, url, deadline);
    try {
      const { method = 'GET', headers = [], body } = request;
      const host: Headers = headerOf(headers, 'Host') === undefined ? [['Host', hostHeader(url)]] : [];
      const more = { ...(body === undefined ? {} : { body }), headers: [...host, ...headers, ['Connection', 'close'] as const] };
      yield* writeRequest(connection, { method, target: url.target, ...more });
      const response = yield* readResponse(connection, method);
      const location = headerOf(response.headers, 'Location');
      if (response.status < 300 || response.status > 399 || location === undefined || request.follow === undefined)
        return { ...response, url: text };
      if (redirects >= request.follow) throw new FetchError('redirects', url.host, `stopped after ${request.follow} redirects`);
      text = resolveUrl(url, location);
    } finally {
      connection.close();
    }
  }
}
