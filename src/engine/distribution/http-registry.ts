import type { Digest } from '../digest/index.ts';
import { DockerError } from '../errors/index.ts';
import type { Kernel, Process, Step } from '../kernel/index.ts';
import { HANDED, handOver, takeOver } from '../programs/http/handed.ts';
import { fetchHttp, type Headers, type HttpResponse, headerOf, textOf } from '../programs/http/index.ts';
import {
  answeredFields,
  askedFields,
  type ClientKind,
  digestIn,
  type RemoteManifest,
  type RemoteRegistry,
  type RequestListener,
  type RequestTrace,
} from '../registry/index.ts';
import { type Body, bytesBody, textBody } from '../tree/index.ts';

/** Virtual bytes that a transfer moves in a second. */
const BYTES_A_SECOND = 50_000_000;
const AGENT: Headers = [
  ['User-Agent', 'docker/28.5.2 go/go1.24.9 kernel/6.1.0-strata os/linux arch/amd64 UpstreamClient(Docker-Client/28.5.2 \\(linux\\))'],
];
const MANIFESTS = [
  'application/vnd.docker.distribution.manifest.v2+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.oci.image.manifest.v1+json',
];

/** Where requests go out from: the machine's own network, while one of its processes asks. */
export interface Caller {
  readonly kernel: Kernel;
  process(): Process;
}

/**
 * The way to a registry that speaks HTTP at `origin` (`http://host:port`), in the order of requests that the engine's client has. `greeting`
 * is the request that found it. Source: distribution-spec; moby distribution/, registry/; containerd core/remotes/docker.
 */
export function httpRegistry(
  caller: Caller,
  origin: string,
  { client = 'moby', greeting }: { readonly client?: ClientKind; readonly greeting?: RequestTrace } = {},
): RemoteRegistry {
  let listener: RequestListener | undefined;
  /** `about` is the blob that an upload is of, where the request itself does not say. */
  function* ask(
    method: RequestTrace['method'],
    target: string,
    more: { headers?: Headers; body?: Body; about?: Digest } = {},
  ): Step<HttpResponse> {
    const response = yield* exchange(method, target, more);
    listener?.({ ...told(method, target, more, response), ...(more.about === undefined ? {} : { digest: more.about }) });
    return response;
  }
  function* exchange(method: string, target: string, more: { headers?: Headers; body?: Body }): Step<HttpResponse> {
    const { body, headers = [] } = more;
    const carried: Headers = body === undefined ? [] : [[HANDED, handOver(caller.kernel, body)]];
    if (body !== undefined) yield* transfer(caller.process(), body.size);
    return yield* fetchHttp(caller.process(), {
      url: target.startsWith('http') ? target : `${origin}${target}`,
      method,
      headers: [...AGENT, ...headers, ...carried],
    });
  }
  function* upload(path: string, query: string, about: Digest): Step<HttpResponse> {
    return yield* ask('POST', `/v2/${path}/blobs/uploads/${query}`, { about });
  }
  function* fetchManifest(path: string, reference: string, headers: Headers): Step<RemoteManifest | undefined> {
    const found = yield* ask('GET', `/v2/${path}/manifests/${reference}`, { headers });
    if (found.status === 404) return undefined;
    const text = textOf(expected(found, 200).body);
    const body = textBody(text);
    const digest = body.digest();
    const told = headerOf(found.headers, 'Docker-Content-Digest');
    if (reference.startsWith('sha256:') && digest !== reference)
      throw new DockerError('System', `manifest verification failed for digest ${reference}`);
    if (told !== undefined && told !== digest) throw new DockerError('System', `manifest verification failed for digest ${told}`);
    return { digest, mediaType: headerOf(found.headers, 'Content-Type') ?? MANIFESTS[0]!, text };
  }
  return {
    *getManifest(path, reference, wish = {}): Step<RemoteManifest | undefined> {
      const headers: Headers = MANIFESTS.map((type) => ['Accept', type] as const);
      const named = reference.startsWith('sha256:');
      let digest = named ? (reference as Digest) : undefined;
      if (wish.inner !== true && (!named || client === 'containerd')) {
        const head = yield* ask('HEAD', `/v2/${path}/manifests/${reference}`, { headers });
        if (head.status === 404 && client === 'containerd') return undefined;
        if (head.status === 200) digest = (headerOf(head.headers, 'Docker-Content-Digest') as Digest | undefined) ?? digest;
      }
      const known = digest === undefined ? undefined : wish.known?.(digest);
      if (known !== undefined) return known;
      return yield* fetchManifest(path, digest ?? reference, headers);
    },
    *listTags(path): Step<readonly string[] | undefined> {
      const found = yield* ask('GET', `/v2/${path}/tags/list`);
      if (found.status === 404) return undefined;
      const { tags } = JSON.parse(textOf(expected(found, 200).body)) as { tags: string[] | null };
      return tags ?? [];
    },
    *statBlob(path, digest): Step<number | undefined> {
      const found = yield* ask('HEAD', `/v2/${path}/blobs/${digest}`);
      return found.status === 404 ? undefined : Number(headerOf(expected(found, 200).headers, 'Content-Length'));
    },
    *getBlob(path, digest): Step<Body> {
      const target = `/v2/${path}/blobs/${digest}`;
      const found = yield* exchange('GET', target, { headers: [[HANDED, 'wanted']] });
      if (found.status !== 200) listener?.(told('GET', target, {}, found));
      if (found.status === 404) throw new DockerError('NotFound', 'unknown blob');
      const token = headerOf(expected(found, 200).headers, HANDED);
      const body = (token === undefined ? undefined : takeOver(caller.kernel, token)) ?? bytesBody(found.body);
      listener?.(told('GET', target, {}, found, body.size));
      yield* transfer(caller.process(), body.size);
      if (body.digest() !== digest) throw new DockerError('System', `filesystem layer verification failed for digest ${digest}`);
      return body;
    },
    *putBlob(path, digest, body, options = {}): Step<boolean> {
      if (options.ask === true && (yield* this.statBlob(path, digest)) !== undefined) return true;
      const begun = expected(yield* upload(path, '', digest), 202);
      let target = pathOf(begun);
      const headers: Headers = [['Content-Type', 'application/octet-stream']];
      if (client === 'moby') target = pathOf(expected(yield* ask('PATCH', target, { headers, body, about: digest }), 202));
      const end = `${target}${target.includes('?') ? '&' : '?'}digest=${encodeURIComponent(digest)}`;
      expected(yield* ask('PUT', end, client === 'moby' ? {} : { headers, body }), 201);
      if (client === 'moby') yield* this.statBlob(path, digest);
      return false;
    },
    *mountBlob(path, digest, from): Step<boolean> {
      const query =
        client === 'moby' ? `?from=${encodeURIComponent(from)}&mount=${encodeURIComponent(digest)}` : `?mount=${digest}&from=${from}`;
      const answered = yield* upload(path, query, digest);
      return expected(answered, 201, 202).status === 201;
    },
    *putManifest(path, tag, { mediaType, text }): Step<Digest> {
      const body = textBody(text);
      const digest = body.digest();
      const target = `/v2/${path}/manifests/${tag ?? digest}`;
      if (client === 'containerd') {
        const head = yield* ask('HEAD', target, { headers: [['Accept', `${mediaType}, */*`]] });
        if (head.status === 200 && headerOf(head.headers, 'Docker-Content-Digest') === digest) return digest;
      }
      expected(yield* ask('PUT', target, { headers: [['Content-Type', mediaType]], body }), 201);
      return digest;
    },
    watch(heard): void {
      listener = heard;
      if (greeting !== undefined && client === 'moby') heard(greeting);
    },
  };
}

/** Where an upload goes on, as a path at the same registry. */
function pathOf({ headers }: HttpResponse): string {
  return (headerOf(headers, 'Location') ?? '').replace(/^https?:\/\/[^/]+/, '');
}

/** A request and its answer as data; a body that was handed over counts as the bytes it has: `received`. */
function told(
  method: RequestTrace['method'],
  path: string,
  { headers = [], body }: { headers?: Headers; body?: Body },
  response: HttpResponse,
  received = response.body.length,
): RequestTrace {
  const digest = digestIn(path) ?? digestIn(headerOf(response.headers, 'Docker-Content-Digest') ?? '');
  return {
    method,
    path,
    status: response.status,
    sent: body?.size ?? 0,
    received: method === 'HEAD' ? 0 : received,
    asked: askedFields(headers),
    answered: answeredFields(response.headers),
    ...(digest === undefined ? {} : { digest }),
  };
}

function* transfer(process: Process, bytes: number): Step<void> {
  const deadline = process.now() + bytes / BYTES_A_SECOND;
  if (bytes > 0) yield { ready: () => false, deadline };
}

/** The answer, when its status is one of these. Throws DockerError with what Docker's client makes of any other (distribution errors.go). */
function expected(response: HttpResponse, ...statuses: readonly number[]): HttpResponse {
  if (statuses.includes(response.status)) return response;
  const text = textOf(response.body);
  let errors: { code?: string; message?: string }[] = [];
  try {
    errors = (JSON.parse(text) as { errors?: typeof errors }).errors ?? [];
  } catch {
    errors = [];
  }
  const [first] = errors;
  if (first?.code !== undefined)
    throw new DockerError('System', `${first.code.toLowerCase().replaceAll('_', ' ')}: ${first.message ?? ''}`);
  if (response.status === 401) throw new DockerError('System', 'no basic auth credentials');
  throw new DockerError('System', `received unexpected HTTP status: ${response.status} ${response.reason}`);
}
