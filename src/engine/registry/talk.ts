import { type Digest, hexOf, sha256 } from '../digest/index.ts';
import { DockerError } from '../errors/index.ts';
import type { Step } from '../kernel/index.ts';
import { textBody } from '../tree/index.ts';
import type { RemoteManifest } from './remote.ts';
import type { ClientKind, Fields, RequestListener, RequestTrace } from './trace.ts';

/** What is known of a registry that is reached without HTTP: enough to say what a client would have asked it. */
export interface Spoken {
  readonly client: ClientKind;
  /** Where it says that tokens are given out; undefined for one that lets everybody in. */
  readonly realm?: { readonly url: string; readonly service: string };
  /** A push: tokens are asked for writing too. */
  readonly writes: boolean;
}

type Told = Partial<RequestTrace> & Pick<RequestTrace, 'method' | 'path' | 'status'>;

const MANIFESTS =
  'application/vnd.docker.distribution.manifest.v2+json, application/vnd.docker.distribution.manifest.list.v2+json, application/vnd.oci.image.index.v1+json, application/vnd.oci.image.manifest.v1+json';
/** What a registry says with 401, 404 and 429, where the client reads it. */
const REFUSED = textBody('{"errors":[{"code":"UNAUTHORIZED","message":"authentication required","detail":null}]}\n').size;
const UNKNOWN = textBody('{"errors":[{"code":"MANIFEST_UNKNOWN","message":"manifest unknown","detail":{"Tag":"1"}}]}\n').size;

/** A conversation with a registry, told request by request. Order and fields are those recorded from Docker 28. */
export class Talk {
  readonly #spoken: Spoken;
  readonly #listener: RequestListener;
  readonly #scopes = new Set<string>();
  #uploads = 0;
  #challenged = false;

  constructor(spoken: Spoken, listener: RequestListener) {
    this.#spoken = spoken;
    this.#listener = listener;
  }

  tell(told: Told): void {
    this.#listener({ sent: 0, received: 0, asked: [], answered: [], ...told });
  }

  /**
   * What comes before the first request to a repository: the challenge and the token for it; for a mount, one for the other repository too.
   * moby meets the challenge at `/v2/`, containerd with the `first` request itself.
   */
  admit(path: string, first: string, from?: string): void {
    const { realm, client, writes } = this.#spoken;
    const scope = (name: string, actions: string): string => `scope=${encodeURIComponent(`repository:${name}:${actions}`)}`;
    const own = scope(path, writes ? (client === 'moby' ? 'push,pull' : 'pull,push') : 'pull');
    const scopes = [own, ...(from === undefined ? [] : [scope(from, 'pull')])].join('&');
    if (realm === undefined || this.#scopes.has(scopes)) return;
    this.#scopes.add(scopes);
    const challenge = `Bearer realm="${realm.url}",service="${realm.service}"`;
    if (client === 'moby' && !this.#challenged)
      this.tell({ method: 'GET', path: '/v2/', status: 401, received: REFUSED, answered: [['Www-Authenticate', challenge]] });
    else if (!this.#challenged)
      this.tell({
        method: 'HEAD',
        path: first,
        status: 401,
        asked: accepts(first),
        answered: [['Www-Authenticate', `${challenge},scope="repository:${path}:${writes ? 'pull,push' : 'pull'}"`]],
      });
    this.#challenged = true;
    const [, host = '', where = ''] = /^https?:\/\/([^/]+)(.*)$/.exec(realm.url) ?? [];
    const query = `${scopes}&service=${encodeURIComponent(realm.service)}`;
    this.tell({ method: 'GET', host, path: `${where}?${query}`, status: 200, answered: [['Content-Type', 'application/json']] });
  }

  /** The first request of graph drivers' client to a registry without tokens. */
  ping(): void {
    if (this.#spoken.realm !== undefined || this.#spoken.client !== 'moby') return;
    this.tell({ method: 'GET', path: '/v2/', status: 200, received: 2, answered: [['Content-Type', 'application/json']] });
  }

  manifest(path: string, reference: string, found: RemoteManifest | undefined, inner: boolean, known: boolean): void {
    const named = reference.includes(':');
    const { client } = this.#spoken;
    const target = `/v2/${path}/manifests/${reference}`;
    const asked: Fields = [['Accept', MANIFESTS]];
    if (!inner && (!named || client === 'containerd')) {
      const head = { method: 'HEAD' as const, path: target, asked };
      if (found === undefined) this.tell({ ...head, status: 404 });
      else this.tell({ ...head, status: 200, answered: describe(found), digest: found.digest });
    }
    if (found === undefined) {
      if (client === 'moby') this.tell({ method: 'GET', path: target, status: 404, received: UNKNOWN, asked });
      return;
    }
    if (known) return;
    const received = textBody(found.text).size;
    const at = `/v2/${path}/manifests/${found.digest}`;
    this.tell({ method: 'GET', path: at, status: 200, received, asked, answered: describe(found), digest: found.digest });
  }

  stat(path: string, digest: Digest, size: number | undefined): void {
    const answered: Fields =
      size === undefined
        ? []
        : [
            ['Content-Length', String(size)],
            ['Docker-Content-Digest', digest],
          ];
    this.tell({ method: 'HEAD', path: `/v2/${path}/blobs/${digest}`, status: size === undefined ? 404 : 200, answered, digest });
  }

  /** A whole blob: moby sends it with PATCH and asks afterwards, containerd sends it with the PUT that ends the upload. */
  upload(path: string, digest: Digest, size: number): void {
    const id = this.uploadID();
    const at = `/v2/${path}/blobs/uploads/${id}`;
    const progress = (last: number): Fields => [
      ['Docker-Upload-Uuid', id],
      ['Location', at],
      ['Range', `0-${last}`],
    ];
    const done: Fields = [
      ['Location', `/v2/${path}/blobs/${digest}`],
      ['Docker-Content-Digest', digest],
    ];
    const type: Fields = [['Content-Type', 'application/octet-stream']];
    const end = `${at}?digest=${encodeURIComponent(digest)}`;
    this.tell({ method: 'POST', path: `/v2/${path}/blobs/uploads/`, status: 202, answered: progress(0), digest });
    if (this.#spoken.client === 'containerd') {
      this.tell({ method: 'PUT', path: end, status: 201, sent: size, asked: type, answered: done, digest });
      return;
    }
    this.tell({ method: 'PATCH', path: at, status: 202, sent: size, asked: type, answered: progress(Math.max(0, size - 1)), digest });
    this.tell({ method: 'PUT', path: end, status: 201, answered: done, digest });
    this.stat(path, digest, size);
  }

  /** Names an upload as a registry does, the same in equal conversations. */
  uploadID(): string {
    const hex = hexOf(sha256(`upload ${++this.#uploads}`));
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-');
  }

  /** A call that the registry may refuse: then the request that was refused is told. */
  *refusable<T>(step: () => Step<T>, path: string, target: string, digest?: Digest): Step<T> {
    try {
      return yield* step();
    } catch (error) {
      if (error instanceof DockerError) this.#refused(error, path, target, digest);
      throw error;
    }
  }

  #refused(error: DockerError, path: string, target: string, digest: Digest | undefined): void {
    const { realm, writes } = this.#spoken;
    if (error.code === 'NotSimulated') return;
    const status = error.code === 'Unavailable' ? 429 : 401;
    const scope = `repository:${path}:${writes ? 'pull,push' : 'pull'}`;
    const challenge = `Bearer realm="${realm?.url ?? ''}",service="${realm?.service ?? ''}",scope="${scope}",error="insufficient_scope"`;
    const answered: Fields = status === 401 ? [['Www-Authenticate', challenge]] : [];
    const upload = target.includes('/blobs/uploads/');
    if (!upload) this.tell({ method: 'HEAD', path: target, status, asked: [['Accept', MANIFESTS]], answered });
    this.tell({
      method: upload ? 'POST' : 'GET',
      path: target,
      status,
      received: REFUSED,
      answered,
      ...(digest === undefined ? {} : { digest }),
    });
  }
}

const accepts = (path: string): Fields => (path.includes('/manifests/') ? [['Accept', MANIFESTS]] : []);

const describe = ({ digest, mediaType, text }: RemoteManifest): Fields => [
  ['Content-Type', mediaType],
  ['Content-Length', String(textBody(text).size)],
  ['Docker-Content-Digest', digest],
];
