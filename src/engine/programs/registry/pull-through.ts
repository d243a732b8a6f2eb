import type { Digest } from '../../digest/index.ts';
import { type Process, type Step, SysError } from '../../kernel/index.ts';
import { type Body, bytesBody } from '../../tree/index.ts';
import { HANDED, takeOver } from '../http/handed.ts';
import { FetchError, fetchHttp, type Headers, HttpError, type HttpRequest, headerOf } from '../http/index.ts';
import { isDigest, readManifest } from './manifest.ts';
import type { Storage } from './storage.ts';

const ACCEPT: Headers = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.v2+json',
].map((type) => ['Accept', type] as const);

/**
 * A registry that stands before another one: what it is asked for and does not have, it fetches there and keeps. Tags are asked for each
 * time; when the other one does not answer, what is kept is served. Source: distribution registry/proxy.
 */
export class PullThrough {
  readonly #p: Process;
  readonly #storage: Storage;
  readonly #origin: string;
  constructor(p: Process, storage: Storage, remoteUrl: string) {
    this.#p = p;
    this.#storage = storage;
    this.#origin = remoteUrl.replace(/\/+$/, '');
  }

  /** Sees to it that what a request is about is in the storage, if the other registry has it. */
  *ahead({ method, target }: HttpRequest): Step<void> {
    if (method !== 'GET' && method !== 'HEAD') return;
    const [, name, kind, reference] = /^\/v2\/(.+)\/(manifests|blobs)\/([^/?]+)$/.exec(target) ?? [];
    if (name === undefined || reference === undefined) return;
    if (kind === 'blobs') {
      if (isDigest(reference) && !this.#storage.hasLayer(name, reference)) yield* this.#blob(name, reference);
    } else if (!isDigest(reference) || this.#storage.getManifest(name, reference) === undefined) yield* this.#manifest(name, reference);
  }

  *#manifest(name: string, reference: string): Step<void> {
    const body = yield* this.#fetch(`/v2/${name}/manifests/${reference}`, ACCEPT);
    if (body === undefined) return;
    const digest = body.digest();
    if (isDigest(reference) && digest !== reference) return;
    readManifest(new TextDecoder().decode(body.read(0, body.size)));
    this.#storage.putBlob(digest, body);
    this.#storage.linkManifest(name, digest);
    if (!isDigest(reference)) this.#storage.setTag(name, reference, digest);
  }

  *#blob(name: string, digest: Digest): Step<void> {
    const body = yield* this.#fetch(`/v2/${name}/blobs/${digest}`, []);
    if (body === undefined || body.digest() !== digest) return;
    this.#storage.putBlob(digest, body);
    this.#storage.linkLayer(name, digest);
  }

  *#fetch(target: string, headers: Headers): Step<Body | undefined> {
    try {
      const found = yield* fetchHttp(this.#p, { url: `${this.#origin}${target}`, headers: [...headers, [HANDED, 'wanted']], timeout: 30 });
      if (found.status !== 200) return undefined;
      const token = headerOf(found.headers, HANDED);
      return (token === undefined ? undefined : takeOver(this.#p.kernel, token)) ?? bytesBody(found.body);
    } catch (error) {
      if (error instanceof FetchError || error instanceof HttpError || error instanceof SysError) return undefined;
      throw error;
    }
  }
}
