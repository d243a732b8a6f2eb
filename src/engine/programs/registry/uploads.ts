import type { Process } from '../../kernel/index.ts';
import { type Body, concatBodies, emptyBody } from '../../tree/index.ts';
import { type HttpRequest, headerOf, type ResponseToWrite } from '../http/index.ts';
import type { RegistryConfig } from './config.ts';
import { RegistryError } from './errors.ts';
import { isDigest } from './manifest.ts';
import type { Storage } from './storage.ts';

/** Most uploads that stand open at once; the oldest is dropped for a new one. */
const MOST_OPEN = 64;

/** Blobs on their way in: a POST opens an upload, PATCH adds to it, PUT with a digest ends it (distribution-spec end-4a to end-6). */
export class Uploads {
  readonly #open = new Map<string, Body>();
  readonly #p: Process;
  readonly #storage: Storage;
  readonly #config: RegistryConfig;
  constructor(p: Process, storage: Storage, config: RegistryConfig) {
    this.#p = p;
    this.#storage = storage;
    this.#config = config;
  }

  answer(name: string, id: string, parameters: ReadonlyMap<string, string>, request: HttpRequest, body: Body): ResponseToWrite {
    const { method, headers } = request;
    if (this.#config.readonly) throw new RegistryError('UNSUPPORTED');
    if (method === 'POST' && id === '') return this.#begin(name, parameters, body, headers);
    const so = this.#open.get(id);
    if (so === undefined) throw new RegistryError('BLOB_UPLOAD_UNKNOWN');
    if (method === 'DELETE') {
      this.#open.delete(id);
      return { status: 204 };
    }
    if (method === 'GET' || method === 'HEAD') return this.#progress(name, id, so, 204, headers);
    if (method !== 'PATCH' && method !== 'PUT') throw new RegistryError('UNSUPPORTED');
    const now = body.size === 0 ? so : so.size === 0 ? body : concatBodies([so, body]);
    this.#open.set(id, now);
    if (method === 'PATCH') return this.#progress(name, id, now, 202, headers);
    this.#open.delete(id);
    return this.#end(name, parameters.get('digest') ?? '', now, headers);
  }

  #begin(name: string, parameters: ReadonlyMap<string, string>, body: Body, headers: HttpRequest['headers']): ResponseToWrite {
    const mount = parameters.get('mount') ?? '';
    const from = parameters.get('from') ?? '';
    if (isDigest(mount) && from !== '' && this.#storage.hasLayer(from, mount)) {
      this.#storage.linkLayer(name, mount);
      return created(name, mount, headers);
    }
    const digest = parameters.get('digest');
    if (digest !== undefined) return this.#end(name, digest, body, headers);
    const id = [...this.#p.kernel.random.bytes(16)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    const uuid = [id.slice(0, 8), id.slice(8, 12), id.slice(12, 16), id.slice(16, 20), id.slice(20)].join('-');
    if (this.#open.size >= MOST_OPEN) this.#open.delete([...this.#open.keys()][0]!);
    this.#open.set(uuid, emptyBody);
    return this.#progress(name, uuid, emptyBody, 202, headers);
  }

  #progress(name: string, id: string, body: Body, status: number, headers: HttpRequest['headers']): ResponseToWrite {
    return {
      status,
      headers: [
        ['Docker-Upload-Uuid', id],
        ['Location', `${origin(headers)}/v2/${name}/blobs/uploads/${id}`],
        ['Range', `0-${Math.max(0, body.size - 1)}`],
      ],
    };
  }

  #end(name: string, digest: string, body: Body, headers: HttpRequest['headers']): ResponseToWrite {
    if (!isDigest(digest) || body.digest() !== digest) throw new RegistryError('DIGEST_INVALID');
    this.#storage.putBlob(digest, body);
    this.#storage.linkLayer(name, digest);
    return created(name, digest, headers);
  }
}

const origin = (headers: HttpRequest['headers']): string => `http://${headerOf(headers, 'Host') ?? 'localhost'}`;

function created(name: string, digest: string, headers: HttpRequest['headers']): ResponseToWrite {
  return {
    status: 201,
    headers: [
      ['Docker-Content-Digest', digest],
      ['Location', `${origin(headers)}/v2/${name}/blobs/${digest}`],
    ],
  };
}
