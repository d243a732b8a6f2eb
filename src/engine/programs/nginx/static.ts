import { encodeText, errnoNumber, type Stat, SysError } from '../../kernel/index.ts';
import { headerOf } from '../http/index.ts';
import { parseHttpDate } from '../service/index.ts';
import { type Answer, plain } from './answer.ts';
import type { Exchange } from './exchange.ts';
import { expand, hostOf } from './exchange.ts';
import { listing } from './listing.ts';
import type { Location } from './scope.ts';

/** Files that are served at once; larger ones are refused with 500. */
const MAX_FILE = 64 * 1024 * 1024;

/** What serving files may lead to: an answer, or another path to look for. */
export type Served = Answer | { readonly redirect: string };

type Report = (level: 'error' | 'crit', message: string) => void;

/** The path on disk for the present uri: by `alias` or below `root`. */
export function fileFor(e: Exchange, location: Location | undefined, uri = e.uri): string {
  const alias = location?.scope.directives.find(({ name }) => name === 'alias')?.args[0];
  if (alias !== undefined && location !== undefined && location.kind !== 'regex') return expand(e, alias) + uri.slice(location.path.length);
  if (alias !== undefined) return expand(e, alias);
  const root = expand(e, e.scope.value('root', 'html')).replace(/\/$/, '');
  return `${root.startsWith('/') ? '' : '/etc/nginx/'}${root}${uri}`;
}

/** Serves the file for the present uri (ngx_http_index, autoindex and static modules). */
export function serveFile(e: Exchange, location: Location | undefined, report: Report): Served {
  const path = fileFor(e, location);
  if (e.uri.endsWith('/')) {
    const found = serveIndex(e, path, location);
    if (found !== undefined) return found;
    const dir = statOf(e, path);
    if (dir instanceof SysError) return missing(dir, `${path}${(e.scope.args('index') ?? ['index.html'])[0]}`, report);
    if (e.scope.isOn('autoindex')) return { status: 200, headers: [], body: listing(e, path), type: 'text/html' };
    report('error', `directory index of "${path}" is forbidden`);
    return plain(403);
  }
  if (e.request.method !== 'GET' && e.request.method !== 'HEAD') return plain(405);
  const stat = statOf(e, path);
  if (stat instanceof SysError) return missing(stat, path, report, 'open()');
  if (stat.kind === 'dir') {
    if (!e.p.fs.can(encodeText(path), 4)) return missing(new SysError('EACCES'), path, report, 'open()');
    return { ...plain(301), headers: [['location', `${origin(e)}${e.uri}/${e.args === '' ? '' : `?${e.args}`}`]] };
  }
  let bytes: Uint8Array;
  try {
    bytes = e.p.fs.readFile(encodeText(path), MAX_FILE);
  } catch (error) {
    if (error instanceof SysError) return missing(error, path, report, 'open()');
    throw error;
  }
  return conditional(e, bytes, Math.floor(stat.mtime), typeOf(e, path));
}

function serveIndex(e: Exchange, path: string, location: Location | undefined): Served | undefined {
  for (const name of e.scope.args('index') ?? ['index.html']) {
    const file = name.startsWith('/') ? undefined : `${path}${expand(e, name)}`;
    if (file === undefined) return { redirect: name };
    if (e.p.fs.exists(encodeText(file)) && fileFor(e, location, `${e.uri}${name}`) === file)
      return { redirect: `${e.uri}${expand(e, name)}` };
  }
  return undefined;
}

function statOf(e: Exchange, path: string): Stat | SysError {
  try {
    return e.p.fs.stat(encodeText(path));
  } catch (error) {
    if (error instanceof SysError) return error;
    throw error;
  }
}

function missing(error: SysError, path: string, report: Report, call?: string): Answer {
  const why = `(${errnoNumber(error.errno)}: ${error.message})`;
  report(
    'error',
    call === undefined
      ? `"${path}" ${error.errno === 'EACCES' ? 'is forbidden' : 'is not found'} ${why}`
      : `${call} "${path}" failed ${why}`,
  );
  return plain(error.errno === 'EACCES' ? 403 : error.errno === 'EFBIG' ? 500 : 404);
}

/** `http://host[:port]`, as redirects to a directory name it: the port is the one nginx itself listens on. */
export function origin(e: Exchange): string {
  if (!e.scope.isOn('absolute_redirect', true)) return '';
  const host = hostOf(e.request.headers) || (e.server.names[0] ?? e.local.address);
  return `http://${host}${e.local.port === 80 || !e.scope.isOn('port_in_redirect', true) ? '' : `:${e.local.port}`}`;
}

/** The media type by the innermost `types` and `default_type`. */
export function typeOf(e: Exchange, path: string): string {
  const ending = /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase();
  const types = e.scope.all('types').flatMap(({ block }) => block ?? []);
  const entry = types.find(({ args }) => ending !== undefined && args.includes(ending));
  const builtIn = ({ html: 'text/html', gif: 'image/gif', jpg: 'image/jpeg' } as Record<string, string>)[ending ?? ''];
  const type = entry?.name ?? (types.length === 0 ? builtIn : undefined) ?? e.scope.value('default_type', 'text/plain');
  const charset = e.scope.value('charset', 'off');
  return charset !== 'off' && /^(?:text\/|application\/(?:javascript|rss\+xml))/.test(type) ? `${type}; charset=${charset}` : type;
}

/** A whole body, a part of it, or word that it has not changed (RFC 9110 sections 13 and 14). */
function conditional(e: Exchange, bytes: Uint8Array, mtime: number, type: string): Answer {
  const { headers } = e.request;
  const etag = `"${mtime.toString(16)}-${bytes.length.toString(16)}"`;
  const tag: [string, string][] = e.scope.isOn('etag', true) ? [['ETag', etag]] : [];
  const noneMatch = headerOf(headers, 'If-None-Match');
  const since = headerOf(headers, 'If-Modified-Since');
  const same =
    noneMatch !== undefined
      ? noneMatch.split(/, */).some((each) => each === '*' || each.replace(/^W\//, '') === etag)
      : since !== undefined && parseHttpDate(since) === mtime;
  if (same) return { status: 304, headers: tag, body: '', mtime };
  const range = /^bytes=(\d*)-(\d*)$/.exec(headerOf(headers, 'Range') ?? '');
  if (range === null || (range[1] === '' && range[2] === ''))
    return { status: 200, headers: [...tag, ['Accept-Ranges', 'bytes']], body: bytes, type, mtime };
  const from = range[1] === '' ? Math.max(0, bytes.length - Number(range[2])) : Number(range[1]);
  const to = range[1] === '' || range[2] === '' ? bytes.length - 1 : Math.min(Number(range[2]), bytes.length - 1);
  if (from > to) return { status: 416, headers: [['Content-Range', `bytes */${bytes.length}`]], body: '' };
  return {
    status: 206,
    headers: [...tag, ['Content-Range', `bytes ${from}-${to}/${bytes.length}`]],
    body: bytes.slice(from, to + 1),
    type,
    mtime,
  };
}
