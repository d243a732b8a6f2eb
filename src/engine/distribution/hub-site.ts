import type { Digest } from '../digest/index.ts';
import { DockerError } from '../errors/index.ts';
import type { SiteRequest } from '../internet/index.ts';
import type { Kernel, Step } from '../kernel/index.ts';
import { HANDED, handOver } from '../programs/http/handed.ts';
import { type Headers, headerOf, type ResponseToWrite } from '../programs/http/index.ts';
import type { RemoteRegistry } from '../registry/index.ts';
import { textBody } from '../tree/index.ts';

const JSON_TYPE: Headers = [
  ['Content-Type', 'application/json'],
  ['Docker-Distribution-Api-Version', 'registry/2.0'],
];
const errors = (code: string, message: string, detail: unknown = null): string =>
  `${JSON.stringify({ errors: [{ code, message, detail }] })}\n`;

/**
 * What Docker Hub's registry answers as a host of the simulated internet, for registries that stand before it. Whoever has no token is
 * told where to get one, as the real host does; Strata's own registry needs none.
 */
export function* answerForHub(kernel: Kernel, request: SiteRequest, remote: () => Step<RemoteRegistry | undefined>): Step<ResponseToWrite> {
  const [path = ''] = request.target.split('?', 1);
  if (headerOf(request.headers, HANDED) === undefined) return unauthorized(path);
  if (path === '/v2/') return { status: 200, headers: JSON_TYPE, body: '{}' };
  const [, name, kind, reference] = /^\/v2\/(.+)\/(manifests|blobs)\/([^/]+)$/.exec(path) ?? [];
  const hub = name === undefined ? undefined : yield* remote();
  if (hub === undefined || name === undefined || reference === undefined) return { status: 404, body: '404 page not found\n' };
  try {
    return kind === 'manifests' ? yield* manifest(hub, name, reference) : yield* blob(kernel, hub, name, reference as Digest);
  } catch (error) {
    if (!(error instanceof DockerError)) throw error;
    return { status: 404, headers: JSON_TYPE, body: errors('NAME_UNKNOWN', 'repository name not known to registry', { name }) };
  }
}

function* manifest(hub: RemoteRegistry, name: string, reference: string): Step<ResponseToWrite> {
  const found = yield* hub.getManifest(name, reference);
  if (found === undefined)
    return { status: 404, headers: JSON_TYPE, body: errors('MANIFEST_UNKNOWN', 'manifest unknown', { Tag: reference }) };
  const { digest, mediaType, text } = found;
  const headers: Headers = [
    ['Content-Type', mediaType],
    ['Docker-Content-Digest', digest],
    ['Content-Length', String(textBody(text).size)],
  ];
  return { status: 200, headers, body: text };
}

function* blob(kernel: Kernel, hub: RemoteRegistry, name: string, digest: Digest): Step<ResponseToWrite> {
  const body = yield* hub.getBlob(name, digest);
  const headers: Headers = [
    ['Content-Type', 'application/octet-stream'],
    ['Docker-Content-Digest', digest],
    ['Content-Length', '0'],
    [HANDED, handOver(kernel, body)],
  ];
  return { status: 200, headers };
}

function unauthorized(path: string): ResponseToWrite {
  const [, name] = /^\/v2\/(.+)\/(?:manifests|blobs|tags)\//.exec(path) ?? [];
  const scope = name === undefined ? '' : `,scope="repository:${name}:pull"`;
  return {
    status: 401,
    headers: [...JSON_TYPE, ['Www-Authenticate', `Bearer realm="https://auth.docker.io/token",service="registry.docker.io"${scope}`]],
    body: errors('UNAUTHORIZED', 'authentication required'),
  };
}
