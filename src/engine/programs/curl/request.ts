import { fromBytes, type Process, type Step, SysError, toBytes } from '../../kernel/index.ts';
import type { Headers, Url } from '../http/index.ts';
import { hostHeader } from '../http/index.ts';
import { CurlFailure } from './failure.ts';
import type { CurlOptions } from './options.ts';

/** What is sent, apart from where. Byte strings. */
export interface Outgoing {
  readonly method: string;
  readonly target: string;
  readonly headers: Headers;
  readonly body: Uint8Array | undefined;
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Base 64 of a byte string. */
export function base64(text: string): string {
  let out = '';
  for (let i = 0; i < text.length; i += 3) {
    const bits = (text.charCodeAt(i) << 16) | ((text.charCodeAt(i + 1) || 0) << 8) | (text.charCodeAt(i + 2) || 0);
    out += [18, 12, 6, 0].map((shift, at) => (i + at > text.length ? '=' : LETTERS[(bits >> shift) & 63])).join('');
  }
  return out;
}

const percent = (text: string): string =>
  text.replace(/[^A-Za-z0-9._~-]/g, (char) => (char === ' ' ? '+' : `%${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`));

/** The file of `@name`, `-` for standard input; one that is not there counts as empty, with a warning left out as `-s` does. */
function* fileOf(p: Process, name: string): Step<string> {
  try {
    return name === '-' ? fromBytes(yield* p.readAll(0)) : fromBytes(p.fs.readFile(name));
  } catch (error) {
    if (error instanceof SysError) return '';
    throw error;
  }
}

/** The data of `-d` and its like, joined; undefined when there is none. */
export function* requestData(p: Process, o: CurlOptions): Step<string | undefined> {
  let data: string | undefined;
  for (const [name, value] of o.given) {
    let part: string;
    if (name === 'data' || name === 'data-ascii')
      part = value.startsWith('@') ? (yield* fileOf(p, value.slice(1))).replace(/[\r\n\0]/g, '') : value;
    else if (name === 'data-binary') part = value.startsWith('@') ? yield* fileOf(p, value.slice(1)) : value;
    else if (name === 'data-raw') part = value;
    else if (name === 'data-urlencode') part = yield* encoded(p, value);
    else if (name === 'json') {
      data = (data ?? '') + (value.startsWith('@') ? yield* fileOf(p, value.slice(1)) : value);
      continue;
    } else continue;
    data = data === undefined ? part : `${data}&${part}`;
  }
  return data;
}

/** `content`, `=content`, `name=content`, `@file`, `name@file`. */
function* encoded(p: Process, value: string): Step<string> {
  const [, name = '', sign = '', rest = ''] = /^([^=@]*)([=@])(.*)$/s.exec(value) ?? [];
  if (sign === '') return percent(value);
  const content = percent(sign === '@' ? yield* fileOf(p, rest) : rest);
  return name === '' ? content : `${name}=${content}`;
}

const BOUNDARY = '------------------------bcc28d90a0c931ef';

/** `-F name=content`, `-F name=@file`: a body of several parts (RFC 7578). */
function* formBody(p: Process, o: CurlOptions): Step<string | undefined> {
  if (!o.has('form')) return undefined;
  const parts: string[] = [];
  for (const field of o.list('form')) {
    const at = field.indexOf('=');
    if (at < 0) throw new CurlFailure(2, 'Illegally formatted input field');
    const name = field.slice(0, at);
    const value = field.slice(at + 1);
    const file = /^[@<]([^;]*)/.exec(value)?.[1];
    const content = file === undefined ? value : yield* fileOf(p, file);
    const named =
      file !== undefined && value.startsWith('@') ? `; filename="${file.split('/').at(-1)}"\r\nContent-Type: application/octet-stream` : '';
    parts.push(`--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"${named}\r\n\r\n${content}\r\n`);
  }
  return `${parts.join('')}--${BOUNDARY}--\r\n`;
}

/** The request for a URL, its fields in curl's order. `follow` is how many redirects came before. */
export function* outgoing(p: Process, o: CurlOptions, url: Url): Step<Outgoing> {
  const data = yield* requestData(p, o);
  const form = yield* formBody(p, o);
  const upload = o.value('upload-file');
  const asQuery = o.has('get') && data !== undefined;
  const target = asQuery ? `${url.target}${url.target.includes('?') ? '&' : '?'}${data}` : url.target;
  const text = upload === undefined ? (asQuery ? undefined : (data ?? form)) : yield* fileOf(p, upload);
  const body = text === undefined ? undefined : toBytes(text);
  const method = o.value('request') ?? (o.has('head') ? 'HEAD' : upload !== undefined ? 'PUT' : body === undefined ? 'GET' : 'POST');
  const custom = o.list('header').filter((line) => !line.startsWith('@'));
  const user = o.value('user') ?? url.user;
  const json = o.has('json');
  const fields: [string, string][] = [
    ['Host', hostHeader(url)],
    ...(user === '' ? [] : ([['Authorization', `Basic ${base64(user.includes(':') ? user : `${user}:`)}`]] as [string, string][])),
    ...(o.has('range') ? ([['Range', `bytes=${o.value('range')}`]] as [string, string][]) : []),
    ['User-Agent', o.value('user-agent') ?? 'curl/7.88.1'],
    ['Accept', json ? 'application/json' : '*/*'],
    ...(o.has('compressed') ? ([['Accept-Encoding', 'deflate, gzip, br, zstd']] as [string, string][]) : []),
    ...(o.has('referer') ? ([['Referer', o.value('referer')!]] as [string, string][]) : []),
    ...(o.has('cookie') ? ([['Cookie', o.list('cookie').join(';')]] as [string, string][]) : []),
  ];
  const last: [string, string][] = [];
  if (body !== undefined) last.push(['Content-Length', String(body.length)]);
  if (form !== undefined && body !== undefined) last.push(['Content-Type', `multipart/form-data; boundary=${BOUNDARY}`]);
  else if (json) last.push(['Content-Type', 'application/json']);
  else if (body !== undefined && upload === undefined) last.push(['Content-Type', 'application/x-www-form-urlencoded']);
  return { method, target, headers: withCustom(fields, custom, last), body };
}

/** The user's fields replace curl's own in their place; `Name:` takes one away, `Name;` sends it empty. */
function withCustom(fields: readonly [string, string][], custom: readonly string[], last: readonly [string, string][]): Headers {
  const given = custom.map((line): [string, string | undefined] => {
    const colon = line.indexOf(':');
    if (colon < 0) return [line.replace(/;$/, '').trim(), line.endsWith(';') ? '' : undefined];
    const value = line.slice(colon + 1).trim();
    return [line.slice(0, colon).trim(), value === '' ? undefined : value];
  });
  const named = new Set(given.map(([name]) => name.toLowerCase()));
  const host = given.find(([name]) => name.toLowerCase() === 'host')?.[1];
  const keep = (list: readonly [string, string][]): [string, string][] => list.filter(([name]) => !named.has(name.toLowerCase()));
  const more = given.flatMap(([name, value]): [string, string][] =>
    value === undefined || name.toLowerCase() === 'host' ? [] : [[name, value]],
  );
  return [...(host === undefined ? [] : [['Host', host] as const]), ...keep(fields), ...more, ...keep(last)];
}
