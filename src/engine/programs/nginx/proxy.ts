import { errnoNumber, type Process, type Step, SysError } from '../../kernel/index.ts';
import { type Headers, HttpConnection, HttpError, headerOf, parseUrl, readResponse, withHeader, writeRequest } from '../http/index.ts';
import { type Answer, plain } from './answer.ts';
import { blocks, type Directive } from './config.ts';
import { type Exchange, expand } from './exchange.ts';
import { ConfigProblem } from './problem.ts';
import type { Location } from './scope.ts';

/** Addresses behind a name that `proxy_pass` gives: an `upstream` block or a host, found once when nginx starts. */
export interface Upstream {
  readonly peers: readonly { readonly address: string; readonly port: number }[];
  turn: number;
}

/** Finds every upstream's addresses, as nginx does before it starts. Throws ConfigProblem: `host not found in upstream …`. */
export function* resolveUpstreams(p: Process, http: Directive): Step<Map<string, Upstream>> {
  const found = new Map<string, Upstream>();
  const address = function* (name: string, shown: string, at: Directive): Step<string> {
    if (/^\d+\.\d+\.\d+\.\d+$/.test(name)) return name;
    const address = yield* p.net.resolve(name);
    if (address === undefined) throw new ConfigProblem(`host not found in upstream "${shown}" in ${at.file ?? 'command line'}:${at.line}`);
    return address;
  };
  for (const block of blocks(http.block ?? [], 'upstream')) {
    const peers: { address: string; port: number }[] = [];
    for (const server of block.block!.filter(({ name }) => name === 'server')) {
      const [, host = '', port] = /^(.*?)(?::(\d+))?$/.exec(server.args[0]!) ?? [];
      peers.push({ address: yield* address(host, server.args[0]!, server), port: Number(port ?? 80) });
    }
    if (peers.length === 0) throw new ConfigProblem(`no servers are inside upstream in ${block.file ?? 'command line'}:${block.line}`);
    found.set(block.args[0]!, { peers, turn: 0 });
  }
  const walk = function* (directives: readonly Directive[]): Step<void> {
    for (const each of directives) {
      if (each.name === 'proxy_pass' && !each.args[0]!.includes('$')) {
        const url = parseUrl(each.args[0]!);
        if (!/^https?:\/\//.test(each.args[0]!) || url === undefined)
          throw new ConfigProblem(`invalid URL prefix in ${each.file ?? 'command line'}:${each.line}`);
        const key = url.explicitPort || !found.has(url.host) ? `${url.host}:${url.port}` : url.host;
        if (!found.has(key)) found.set(key, { peers: [{ address: yield* address(url.host, url.host, each), port: url.port }], turn: 0 });
      }
      if (each.block !== undefined && each.name !== 'upstream') yield* walk(each.block);
    }
  };
  yield* walk(http.block ?? []);
  return found;
}

const HOP = new Set([
  'connection',
  'keep-alive',
  'proxy-connection',
  'transfer-encoding',
  'te',
  'trailer',
  'upgrade',
  'host',
  'content-length',
  'expect',
]);

/** Passes a request on and gives the answer; 502 and 504 with a line in the error log when nobody answers. */
export function* proxy(e: Exchange, location: Location, upstreams: Map<string, Upstream>, report: (message: string) => void): Step<Answer> {
  const { p, request } = e;
  const written = e.scope.args('proxy_pass')![0]!;
  const url = parseUrl(expand(e, written))!;
  let upstream = upstreams.get(url.explicitPort ? `${url.host}:${url.port}` : url.host) ?? upstreams.get(`${url.host}:${url.port}`);
  if (upstream === undefined) {
    const address = yield* p.net.resolve(url.host);
    if (address === undefined) {
      report(`${url.host} could not be resolved (3: Host not found)`);
      return plain(502);
    }
    upstream = { peers: [{ address, port: url.port }], turn: 0 };
  }
  // With a path after the host, that path takes the place of what the location matched.
  const hasPath = /^https?:\/\/[^/]+\//.test(written) && !written.includes('$');
  const query = e.args === '' ? '' : `?${e.args}`;
  const target = hasPath && location.kind !== 'regex' ? `${url.target}${e.uri.slice(location.path.length)}${query}` : `${e.uri}${query}`;
  const timeout = Number.parseInt(e.scope.value('proxy_connect_timeout', '60'), 10) || 60;
  const patience = Number.parseInt(e.scope.value('proxy_read_timeout', '60'), 10) || 60;
  const authority = `${url.host}${url.port === 80 ? '' : `:${url.port}`}`;
  let status = 502;
  for (let tries = 0; tries < upstream.peers.length; tries++) {
    const peer = upstream.peers[upstream.turn++ % upstream.peers.length]!;
    e.upstream = `${peer.address}:${peer.port}`;
    const shown = `upstream: "http://${peer.address}:${peer.port}${target}"`;
    let connection: HttpConnection | undefined;
    try {
      connection = new HttpConnection(p, yield* p.net.connect(peer.address, peer.port, p.now() + timeout), {
        deadline: p.now() + patience,
      });
      const version = `HTTP/${e.scope.value('proxy_http_version', '1.0')}`;
      yield* writeRequest(connection, {
        method: request.method,
        target: encodeURI(target),
        version,
        headers: headersFor(e, authority),
        body: request.body,
      });
      const response = yield* readResponse(connection, request.method);
      const kept = response.headers.filter(
        ([name]) => !['date', 'server', 'x-pad', 'connection', 'keep-alive', 'transfer-encoding'].includes(name.toLowerCase()),
      );
      return {
        status: response.status,
        headers: relocated(kept, authority, e, location),
        body: response.body,
        proxied: { reason: response.reason },
      };
    } catch (error) {
      const timedOut = error instanceof SysError && error.errno === 'ETIMEDOUT';
      if (!(error instanceof SysError) && !(error instanceof HttpError)) throw error;
      status = timedOut ? 504 : 502;
      const why =
        error instanceof HttpError
          ? 'upstream prematurely closed connection while reading response header from upstream'
          : connection === undefined
            ? `connect() failed (${errnoNumber(error.errno)}: ${error.message}) while connecting to upstream`
            : `upstream ${timedOut ? 'timed out' : 'failed'} (${errnoNumber(error.errno)}: ${error.message}) while reading response header from upstream`;
      report(`${why}|${shown}`);
    } finally {
      connection?.close();
    }
  }
  return plain(status);
}

function headersFor(e: Exchange, authority: string): Headers {
  const set = e.scope.all('proxy_set_header').map(({ args }) => [args[0]!, expand(e, args[1]!)] as const);
  const given = (name: string): boolean => set.some(([each]) => each.toLowerCase() === name);
  const own: (readonly [string, string])[] = [
    ...(given('host') ? [] : [['Host', authority] as const]),
    ...(given('connection') ? [] : [['Connection', 'close'] as const]),
  ];
  const passed = e.request.headers.filter(([name]) => !HOP.has(name.toLowerCase()) && !given(name.toLowerCase()));
  return [...set.filter(([, value]) => value !== ''), ...own, ...passed];
}

/** `proxy_redirect default`: a Location that names the other server is turned to the own one. */
function relocated(headers: Headers, authority: string, e: Exchange, location: Location): Headers {
  const to = headerOf(headers, 'Location');
  const written = e.scope.args('proxy_pass')![0]!;
  const prefix = /^https?:\/\/[^/]+\//.test(written) ? written : `http://${authority}/`;
  if (to === undefined || !to.startsWith(prefix)) return headers;
  const host = headerOf(e.request.headers, 'Host') ?? '';
  return withHeader(headers, 'Location', `http://${host}${written.endsWith('/') ? location.path : '/'}${to.slice(prefix.length)}`);
}
