import type { Digest } from '../digest/index.ts';
import { DockerError } from '../errors/index.ts';
import type { Kernel, Process, Step } from '../kernel/index.ts';
import { HANDED, handOver, takeOver } from '../programs/http/handed.ts';
import { fetchHttp, type Headers, type HttpResponse, headerOf, textOf } from '../programs/http/index.ts';
import type { RemoteManifest, RemoteRegistry } from '../registry/index.ts';
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

/** The way to a registry that speaks HTTP at `origin` (`http://host:port`). Source: distribution-spec; moby distribution/, registry/. */
export function httpRegistry(caller: Caller, origin: string): RemoteRegistry {
  function* ask(method: string, target: string, more: { headers?: Headers; body?: Body } = {}): Step<HttpResponse> {
    const { body, headers = [] } = more;
    const carried: Headers = body === undefined ? [] : [[HANDED, handOver(caller.kernel, body)]];
    if (body !== undefined) yield* transfer(caller.process(), body.size);
    return yield* fetchHttp(caller.process(), {
      url: target.startsWith('http') ? target : `${origin}${target}`,
      method,
      headers: [...AGENT, ...headers, ...carried],
    });
  }
  function* upload(path: string, query: string): Step<HttpResponse> {
    return yield* ask('POST', `/v2/${path}/blobs/uploads/${query}`);
  }
  return {
    *getManifest(path, reference): Step<RemoteManifest | undefined> {
      const accept: Headers = MANIFESTS.map((type) => ['Accept', type] as const);
      const found = yield* ask('GET', `/v2/${path}/manifests/${reference}`, { headers: accept });
      if (found.status === 404) return undefined;
      const text = textOf(expected(found, 200).body);
      const body = textBody(text);
      const digest = body.digest();
      const told = headerOf(found.headers, 'Docker-Content-Digest');
      if (reference.startsWith('sha256:') && digest !== reference)
        throw new DockerError('System', `manifest verification failed for digest ${reference}`);
      if (told !== undefined && told !== digest) throw new DockerError('System', `manifest verification failed for digest ${told}`);
      return { digest, mediaType: headerOf(found.headers, 'Content-Type') ?? MANIFESTS[0]!, text };
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
      const found = yield* ask('GET', `/v2/${path}/blobs/${digest}`, { headers: [[HANDED, 'wanted']] });
      if (found.status === 404) throw new DockerError('NotFound', 'unknown blob');
      const token = headerOf(expected(found, 200).headers, HANDED);
      const body = (token === undefined ? undefined : takeOver(caller.kernel, token)) ?? bytesBody(found.body);
      yield* transfer(caller.process(), body.size);
      if (body.digest() !== digest) throw new DockerError('System', `filesystem layer verification failed for digest ${digest}`);
      return body;
    },
    *putBlob(path, digest, body): Step<void> {
      if ((yield* this.statBlob(path, digest)) !== undefined) return;
      const begun = expected(yield* upload(path, ''), 202);
      const location = headerOf(begun.headers, 'Location') ?? '';
      const target = location.startsWith('http') ? location.replace(/^https?:\/\/[^/]+/, '') : location;
      expected(yield* ask('PUT', `${target}${target.includes('?') ? '&' : '?'}digest=${digest}`, { body }), 201);
    },
    *mountBlob(path, digest, from): Step<boolean> {
      const answered = yield* upload(path, `?mount=${digest}&from=${from}`);
      return expected(answered, 201, 202).status === 201;
    },
    *putManifest(path, tag, { mediaType, text }): Step<Digest> {
      const body = textBody(text);
      const digest = body.digest();
      expected(yield* ask('PUT', `/v2/${path}/manifests/${tag ?? digest}`, { headers: [['Content-Type', mediaType]], body }), 201);
      return digest;
    },
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
