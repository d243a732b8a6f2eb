import { type Process, type Step, SysError } from '../../kernel/index.ts';
import { certifies, HttpConnection, tlsConnect, type Url } from '../http/index.ts';
import { CurlFailure, connectTimeout, notConnected, timedOut, unknownHost } from './failure.ts';
import type { CurlOptions } from './options.ts';

/** Virtual times a transfer must keep to. */
export interface Clock {
  readonly started: number;
  /** `-m`. */
  readonly deadline: number | undefined;
  readonly connectDeadline: number | undefined;
}

export interface Dialled {
  readonly connection: HttpConnection;
  readonly address: string;
  /** Seconds since the start at which the name was known, the connection stood, TLS was done. */
  readonly times: { readonly lookup: number; readonly connect: number; readonly tls: number };
}

/** A connection for a URL. `note` takes the lines of `-v`. Throws CurlFailure. */
export function* dialUrl(
  p: Process,
  o: CurlOptions,
  url: Url,
  clock: Clock,
  note: (text: string) => Step<void>,
  serial: number,
): Step<Dialled> {
  const unix = o.value('unix-socket');
  const { host, port } = url;
  const elapsed = (): number => p.now() - clock.started;
  if (unix !== undefined) return yield* dialUnix(p, unix, url, clock, note);
  const shown = host.includes(':') ? `[${host}]` : host;
  const found = yield* p.net.lookup(overridden(o, url) ?? host);
  if (found.kind !== 'found') {
    yield* note(`Could not resolve host: ${host}`);
    yield* note(`Closing connection ${serial}`);
    throw unknownHost(host);
  }
  const lookup = elapsed();
  const began = p.now();
  const limit = Math.min(clock.deadline ?? Number.POSITIVE_INFINITY, clock.connectDeadline ?? Number.POSITIVE_INFINITY);
  for (const address of found.addresses) {
    yield* note(`  Trying ${address.includes(':') ? `[${address}]` : address}:${port}...`);
    try {
      const connection = new HttpConnection(p, yield* p.net.connect(address, port, limit), { deadline: clock.deadline });
      yield* note(`Connected to ${shown} (${address}) port ${port} (#${serial})`);
      const connect = elapsed();
      if (url.scheme === 'https') yield* handshake(o, url, connection, note, serial);
      return { connection, address, times: { lookup, connect, tls: url.scheme === 'https' ? elapsed() : 0 } };
    } catch (error) {
      if (!(error instanceof SysError) || error.errno === 'EINTR') throw error;
      if (error.errno === 'ETIMEDOUT' && p.now() >= limit) break;
      yield* note(`connect to ${address} port ${port} failed: ${error.message}`);
    }
  }
  const spent = Math.floor((p.now() - began) * 1000);
  const failure =
    clock.deadline !== undefined && p.now() >= clock.deadline
      ? timedOut(Math.floor(elapsed() * 1000) + 1)
      : p.now() >= limit
        ? connectTimeout(host, port, spent + 1)
        : notConnected(host, port, spent);
  yield* note(failure.message);
  yield* note(`Closing connection ${serial}`);
  throw failure;
}

/** `--resolve HOST:PORT:ADDRESS`. */
function overridden(o: CurlOptions, { host, port }: Url): string | undefined {
  const found = o.list('resolve').find((entry) => entry.startsWith(`${host}:${port}:`));
  return found?.slice(`${host}:${port}:`.length).split(',')[0];
}

function* dialUnix(p: Process, path: string, url: Url, clock: Clock, note: (text: string) => Step<void>): Step<Dialled> {
  yield* note(`  Trying ${path}:0...`);
  try {
    const connection = new HttpConnection(p, yield* p.net.connectUnix(path), { deadline: clock.deadline });
    yield* note(`Connected to ${url.host} (${path}) port ${url.port} (#0)`);
    return { connection, address: '', times: { lookup: 0, connect: 0, tls: 0 } };
  } catch (error) {
    if (!(error instanceof SysError) || error.errno === 'EINTR') throw error;
    throw notConnected(url.host, url.port, 0);
  }
}

function* handshake(o: CurlOptions, url: Url, connection: HttpConnection, note: (text: string) => Step<void>, serial: number): Step<void> {
  yield* note('TLS is told, not done, by Strata');
  const certificate = yield* tlsConnect(connection, url.host);
  let failure: CurlFailure | undefined;
  if (certificate === undefined) failure = new CurlFailure(35, 'OpenSSL/3.0.19: error:0A00010B:SSL routines::wrong version number');
  else if (!certifies(certificate, url.host) && !o.has('insecure'))
    failure = new CurlFailure(60, `SSL: no alternative certificate subject name matches target host name '${url.host}'`);
  if (failure === undefined) return;
  connection.close();
  yield* note(failure.message);
  yield* note(`Closing connection ${serial}`);
  throw failure;
}
