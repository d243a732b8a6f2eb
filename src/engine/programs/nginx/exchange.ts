import type { Endpoint, Process } from '../../kernel/index.ts';
import { type Headers, type HttpRequest, headerOf } from '../http/index.ts';
import { clfDate, timestamp } from '../service/index.ts';
import type { Scope, Server } from './scope.ts';

/** One request on its way: what variables such as `$uri` are made of. */
export interface Exchange {
  readonly p: Process;
  readonly request: HttpRequest;
  readonly server: Server;
  readonly local: Endpoint;
  readonly peer: Endpoint;
  /** Path without the query, decoded and without dots; rewrites change it. */
  uri: string;
  args: string;
  scope: Scope;
  groups: readonly (string | undefined)[];
  readonly variables: Map<string, string>;
  readonly maps: ReadonlyMap<string, (exchange: Exchange) => string>;
  /** Number of the connection, as error logs count. */
  readonly connection: number;
  status: number;
  sent: number;
  readonly started: number;
  upstream: string | undefined;
}

/** The Host without its port. */
export const hostOf = (headers: Headers): string => (headerOf(headers, 'Host') ?? '').replace(/:\d+$/, '').toLowerCase();

const KNOWN: Readonly<Record<string, (e: Exchange) => string>> = {
  remote_addr: (e) => e.peer.address,
  remote_port: (e) => String(e.peer.port),
  remote_user: () => '',
  server_addr: (e) => e.local.address,
  server_port: (e) => String(e.local.port),
  server_name: (e) => e.server.names[0] ?? '',
  server_protocol: (e) => e.request.version,
  hostname: (e) => e.p.ns.hostname,
  host: (e) => hostOf(e.request.headers) || (e.server.names[0] ?? ''),
  uri: (e) => e.uri,
  document_uri: (e) => e.uri,
  request_uri: (e) => e.request.target,
  request_method: (e) => e.request.method,
  request: (e) => `${e.request.method} ${e.request.target}${e.request.version === 'HTTP/0.9' ? '' : ` ${e.request.version}`}`,
  request_filename: (e) => `${documentRoot(e)}${e.uri}`,
  document_root: documentRoot,
  realpath_root: documentRoot,
  args: (e) => e.args,
  query_string: (e) => e.args,
  is_args: (e) => (e.args === '' ? '' : '?'),
  scheme: () => 'http',
  https: () => '',
  status: (e) => String(e.status),
  body_bytes_sent: (e) => String(e.sent),
  bytes_sent: (e) => String(e.sent),
  content_length: (e) => headerOf(e.request.headers, 'Content-Length') ?? '',
  content_type: (e) => headerOf(e.request.headers, 'Content-Type') ?? '',
  time_local: (e) => clfDate(e.p.now()),
  time_iso8601: (e) => `${timestamp(e.p.now(), '-', 'T')}+00:00`,
  msec: (e) => e.p.now().toFixed(3),
  request_time: (e) => (e.p.now() - e.started).toFixed(3),
  request_length: (e) => String(e.request.target.length + e.request.body.length + 20),
  connection: (e) => String(e.connection),
  connection_requests: () => '1',
  pid: (e) => String(e.p.pid),
  nginx_version: (e) => e.variables.get(' version') ?? '',
  proxy_add_x_forwarded_for: (e) =>
    [headerOf(e.request.headers, 'X-Forwarded-For'), e.peer.address].filter((each) => each !== undefined).join(', '),
  proxy_host: (e) => e.upstream ?? '',
  upstream_addr: (e) => e.upstream ?? '-',
  upstream_status: (e) => (e.upstream === undefined ? '-' : String(e.status)),
  upstream_response_time: (e) => (e.upstream === undefined ? '-' : (e.p.now() - e.started).toFixed(3)),
  http_host: (e) => headerOf(e.request.headers, 'Host') ?? '',
  request_body: () => '',
  ssl_protocol: () => '',
};

function documentRoot(e: Exchange): string {
  return e.scope.value('root', 'html').replace(/\/$/, '');
}

/** The value of a variable; undefined when there is none of this name. */
export function variable(e: Exchange, name: string): string | undefined {
  if (/^\d$/.test(name)) return e.groups[Number(name)] ?? '';
  const set = e.variables.get(name) ?? e.maps.get(name)?.(e) ?? KNOWN[name]?.(e);
  if (set !== undefined) return set;
  if (name.startsWith('http_')) return headerOf(e.request.headers, name.slice(5).replaceAll('_', '-')) ?? '';
  if (name.startsWith('arg_')) return new RegExp(`(?:^|&)${name.slice(4)}=([^&]*)`).exec(e.args)?.[1] ?? '';
  if (name.startsWith('cookie_'))
    return new RegExp(`(?:^|; *)${name.slice(7)}=([^;]*)`).exec(headerOf(e.request.headers, 'Cookie') ?? '')?.[1] ?? '';
  return undefined;
}

const isFree = (name: string): boolean => /^(?:\d|http_\w+|arg_\w+|cookie_\w+|sent_http_\w+|upstream_\w+)$/.test(name);

/** Whether nginx knows a variable of this name without `set` or `map`. */
export const isKnown = (name: string): boolean => Object.hasOwn(KNOWN, name) || isFree(name);

const REFERENCE = /\$(?:\{(\w+)\}|(\w+))/g;
export const variablesIn = (text: string): string[] => [...text.matchAll(REFERENCE)].map(([, a, b]) => (a ?? b)!);
/** A text with its variables filled in; `-` stands for an empty one in logs. */
export const expand = (e: Exchange, text: string, empty = ''): string =>
  text.replace(REFERENCE, (_, a?: string, b?: string) => variable(e, (a ?? b)!) || empty);
