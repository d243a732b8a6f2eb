import type { Digest } from '../../digest/index.ts';
import type { Process } from '../../kernel/index.ts';
import { type Body, bytesBody, readBody } from '../../tree/index.ts';
import { HANDED, handOver, takeOver } from '../http/handed.ts';
import { type Headers, type HttpRequest, headerOf, type ResponseToWrite } from '../http/index.ts';
import type { RegistryConfig } from './config.ts';
import { RegistryError } from './errors.ts';
import { isDigest, readManifest } from './manifest.ts';
import type { PullThrough } from './pull-through.ts';
import type { Storage } from './storage.ts';
import type { Uploads } from './uploads.ts';

/** Largest blob that is sent as bytes to whoever is not Strata's own engine. */
const MOST_BYTES = 128 * 1024 * 1024;
const JSON_TYPE: Headers = [['Content-Type', 'application/json; charset=utf-8']];
const NAME = '[a-z0-9]+(?:(?:[._]|__|[-]+)[a-z0-9]+)*(?:/[a-z0-9]+(?:(?:[._]|__|[-]+)[a-z0-9]+)*)*';

export interface Served {
  readonly p: Process;
  readonly config: RegistryConfig;
  readonly storage: Storage;
  readonly uploads: Uploads;
  readonly proxy: PullThrough | undefined;
}

type Answer = ResponseToWrite;

/** Answers one request (distribution-spec endpoints). Throws RegistryError. */
export function answer(served: Served, request: HttpRequest): Answer {
  const [path = '', query = ''] = request.target.split('?', 2);
  const parameters = new Map(query.split('&').map((pair) => pair.split('=', 2).map(decoded) as [string, string]));
  if (path === '/v2/') return { status: 200, headers: JSON_TYPE, body: '{}' };
  if (path === '/v2') return { status: 301, headers: [['Location', '/v2/']] };
  if (path === '/v2/_catalog') return catalog(served, parameters);
  const [, name, kind, rest] = new RegExp(`^/v2/(${NAME})/(tags/list|manifests|blobs/uploads|blobs)(?:/(.*))?$`).exec(path) ?? [];
  if (name === undefined || kind === undefined) {
    if (path.startsWith('/v2/'))
      return { status: 404, headers: [['Content-Type', 'text/plain; charset=utf-8']], body: '404 page not found\n' };
    return {
      status: path === '/' ? 200 : 404,
      headers: path === '/' ? [['Cache-Control', 'no-cache']] : [['Content-Type', 'text/plain; charset=utf-8']],
      body: path === '/' ? '' : '404 page not found\n',
    };
  }
  if (kind === 'tags/list') return tags(served, name, parameters);
  if (kind === 'manifests') return manifest(served, name, decoded(rest ?? ''), request);
  if (kind === 'blobs/uploads') return served.uploads.answer(name, rest ?? '', parameters, request, bodyOf(served.p, request));
  return blob(served, name, rest ?? '', request);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** What a request carries: bytes, or a body handed over by Strata's own engine. */
function bodyOf(p: Process, { headers, body }: HttpRequest): Body {
  const token = headerOf(headers, HANDED);
  return (token === undefined ? undefined : takeOver(p.kernel, token)) ?? bytesBody(body);
}

/** A page of a sorted list, and the link to the next one (distribution-spec, pagination). */
function page(list: readonly string[], parameters: ReadonlyMap<string, string>, path: string): { list: readonly string[]; link: Headers } {
  const count = parameters.get('n');
  if (count !== undefined && !/^\d+$/.test(count)) throw new RegistryError('PAGINATION_NUMBER_INVALID', { n: count });
  const last = parameters.get('last') ?? '';
  const after = list.filter((name) => name > last);
  const n = count === undefined ? after.length : Number(count);
  const shown = after.slice(0, n);
  const more = shown.length < after.length && shown.length > 0;
  return { list: shown, link: more ? [['Link', `<${path}?last=${encodeURIComponent(shown.at(-1)!)}&n=${n}>; rel="next"`]] : [] };
}

function catalog({ storage }: Served, parameters: ReadonlyMap<string, string>): Answer {
  const { list, link } = page(storage.repositories(), parameters, '/v2/_catalog');
  return { status: 200, headers: [...JSON_TYPE, ...link], body: `${JSON.stringify({ repositories: list })}\n` };
}

function tags({ storage }: Served, name: string, parameters: ReadonlyMap<string, string>): Answer {
  if (!storage.hasRepository(name)) throw new RegistryError('NAME_UNKNOWN', { name });
  const { list, link } = page(storage.tags(name), parameters, `/v2/${name}/tags/list`);
  return { status: 200, headers: [...JSON_TYPE, ...link], body: `${JSON.stringify({ name, tags: list.length === 0 ? null : list })}\n` };
}

const contentHeaders = (digest: Digest, mediaType: string, size: number): Headers => [
  ['Content-Length', String(size)],
  ['Content-Type', mediaType],
  ['Docker-Content-Digest', digest],
  ['Etag', `"${digest}"`],
];

function manifest(served: Served, name: string, reference: string, request: HttpRequest): Answer {
  const { storage, config } = served;
  if (request.method === 'PUT') return putManifest(served, name, reference, request);
  const digest = isDigest(reference) ? reference : storage.tag(name, reference);
  if (request.method === 'DELETE') {
    if (!config.deleteEnabled || !isDigest(reference)) throw new RegistryError('UNSUPPORTED');
    if (storage.getManifest(name, reference) === undefined) throw new RegistryError('MANIFEST_UNKNOWN');
    storage.unlinkManifest(name, reference);
    storage.dropTagsOf(name, reference);
    return { status: 202 };
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') throw new RegistryError('UNSUPPORTED');
  const body = digest === undefined ? undefined : storage.getManifest(name, digest);
  if (digest === undefined || body === undefined)
    throw new RegistryError('MANIFEST_UNKNOWN', isDigest(reference) ? { Name: name, Revision: reference } : { Tag: reference });
  const bytes = readBody(body);
  const { mediaType } = readManifest(new TextDecoder().decode(bytes));
  return { status: 200, headers: contentHeaders(digest, mediaType, bytes.length), body: bytes };
}

function putManifest({ p, storage, config }: Served, name: string, reference: string, request: HttpRequest): Answer {
  if (config.readonly) throw new RegistryError('UNSUPPORTED');
  const body = bodyOf(p, request);
  const digest = body.digest();
  if (isDigest(reference) ? reference !== digest : !/^\w[\w.-]{0,127}$/.test(reference))
    throw new RegistryError(isDigest(reference) ? 'DIGEST_INVALID' : 'TAG_INVALID');
  const { blobs, manifests } = readManifest(new TextDecoder().decode(readBody(body)), headerOf(request.headers, 'Content-Type'));
  const missing = [
    ...blobs.filter((each) => !storage.hasLayer(name, each)),
    ...manifests.filter((each) => storage.getManifest(name, each) === undefined),
  ];
  if (missing.length > 0) throw new RegistryError('MANIFEST_BLOB_UNKNOWN', missing[0]);
  storage.putBlob(digest, body);
  storage.linkManifest(name, digest);
  if (!isDigest(reference)) storage.setTag(name, reference, digest);
  return {
    status: 201,
    headers: [
      ['Docker-Content-Digest', digest],
      ['Location', `/v2/${name}/manifests/${digest}`],
    ],
  };
}

function blob({ p, storage, config }: Served, name: string, digest: string, { method, headers }: HttpRequest): Answer {
  if (!isDigest(digest)) throw new RegistryError('BLOB_UNKNOWN', digest);
  const body = storage.hasLayer(name, digest) ? storage.getBlob(digest) : undefined;
  if (method === 'DELETE' && !config.deleteEnabled) throw new RegistryError('UNSUPPORTED');
  if (body === undefined) throw new RegistryError('BLOB_UNKNOWN', digest);
  if (method === 'DELETE') {
    storage.unlinkLayer(name, digest);
    return { status: 202 };
  }
  if (method !== 'GET' && method !== 'HEAD') throw new RegistryError('UNSUPPORTED');
  const told: Headers = [...contentHeaders(digest, 'application/octet-stream', body.size), ['Cache-Control', 'max-age=31536000']];
  if (method === 'HEAD') return { status: 200, headers: told };
  if (headerOf(headers, HANDED) !== undefined)
    return { status: 200, headers: [...told.slice(1), ['Content-Length', '0'], [HANDED, handOver(p.kernel, body)]] };
  if (body.size > MOST_BYTES)
    throw new RegistryError('UNKNOWN', `strata: a blob of more than ${MOST_BYTES} bytes is sent to Strata's own engine only`);
  return { status: 200, headers: told, body: readBody(body) };
}
