import { layerBlob } from '../archive/index.ts';
import type { Daemon } from '../daemon/index.ts';
import type { Digest } from '../digest/index.ts';
import { DockerError } from '../errors/index.ts';
import type { Step } from '../kernel/index.ts';
import { DEFAULT_DOMAIN } from '../reference/index.ts';
import {
  emptyRegistry,
  getBlob,
  getManifest,
  hasBlob,
  listTags,
  manifestNamed,
  mountBlob,
  putBlob,
  putManifest,
  type Registry,
  type RemoteManifest,
  type RemoteRegistry,
} from '../registry/index.ts';
import { type Body, textBody } from '../tree/index.ts';
import { accountOf, mayWrite } from './accounts.ts';
import type { Hub } from './hub.ts';

const ROUND_TRIP = 0.02;

/** What a push to someone else's namespace answers, in the words of each image store. */
const denied = (daemon: Daemon): DockerError =>
  new DockerError(
    'PermissionDenied',
    daemon.state.images.content === undefined
      ? 'denied: requested access to the resource is denied'
      : 'push access denied, repository does not exist or may require authorization: server message: insufficient_scope: authorization failed',
  );

const notInCatalogue = (path: string): DockerError =>
  new DockerError('NotSimulated', `the images of ${path.replace(/^library\//, '')} are not in the simulated Docker Hub`);

/** What a pull of a repository that is not there answers: it could be a private one. Sources: moby distribution/errors.go, daemon/containerd/image_pull.go. */
function noAccess(daemon: Daemon, path: string): DockerError {
  const name = path.replace(/^library\//, '');
  const hint = `pull access denied for ${name}, repository does not exist or may require 'docker login'`;
  const refused = daemon.state.images.content === undefined ? `${hint}: denied: requested access to the resource is denied` : hint;
  return new DockerError('NotFound', refused);
}

function tooMany(daemon: Daemon, path: string, tag: string): DockerError {
  const limit = 'toomanyrequests: You have reached your unauthenticated pull rate limit. https://www.docker.com/increase-rate-limit';
  if (daemon.state.images.content === undefined) return new DockerError('Unavailable', limit);
  const url = `https://registry-1.docker.io/v2/${path}/manifests/${tag}`;
  return new DockerError(
    'Unavailable',
    `failed to resolve reference "docker.io/${path}:${tag}": unexpected status from HEAD request to ${url}: 429 Too Many Requests`,
  );
}

/** One engine's way to Docker Hub: the catalogue, and what people pushed there (the World's registry `docker.io`). */
export function hubRemote(hub: Hub, daemon: Daemon): RemoteRegistry {
  const pushed = (): Registry => daemon.network.registries.get(DEFAULT_DOMAIN) ?? emptyRegistry(DEFAULT_DOMAIN);
  const save = (registry: Registry): void => {
    daemon.network.registries = new Map(daemon.network.registries).set(DEFAULT_DOMAIN, registry);
  };
  function* request(): Step<void> {
    yield { ready: () => false, deadline: daemon.now() + ROUND_TRIP };
  }
  function* writing(path: string): Step<void> {
    yield* request();
    if (!mayWrite(hub, accountOf(hub, daemon), path)) throw denied(daemon);
  }
  function* blob(path: string, digest: Digest): Step<Body | undefined> {
    if (hasBlob(pushed(), path, digest)) return getBlob(pushed(), path, digest);
    const repository = yield* hub.repository(path);
    if (repository === undefined) return undefined;
    const text = (yield* hub.document(repository, digest))?.text;
    if (text !== undefined) return textBody(text);
    const layer = hub.layer(digest);
    return layer === undefined ? undefined : layerBlob(layer).body;
  }
  function* manifest(path: string, reference: string): Step<RemoteManifest | undefined> {
    const own = getManifest(pushed(), path, reference);
    if (own !== undefined) return own;
    const repository = yield* hub.repository(path);
    if (repository === undefined) {
      if (pushed().repositories.has(path)) return undefined;
      if (yield* hub.isListed(path)) throw notInCatalogue(path);
      throw noAccess(daemon, path);
    }
    return reference.includes(':') ? yield* hub.document(repository, reference as Digest) : hub.tagged(repository, reference, daemon.now());
  }
  /** A manifest that is asked for by tag counts as a pull of its own. */
  function countPull(path: string, reference: string): void {
    const { pullsLeft } = hub.state;
    if (pullsLeft === undefined || reference.includes(':') || accountOf(hub, daemon) !== undefined) return;
    if (pullsLeft <= 0) throw tooMany(daemon, path, reference);
    hub.state = { ...hub.state, pullsLeft: pullsLeft - 1 };
  }
  return {
    *getManifest(path, reference) {
      yield* request();
      const found = yield* manifest(path, reference);
      if (found !== undefined) countPull(path, reference);
      return found;
    },
    *listTags(path) {
      yield* request();
      const own = listTags(pushed(), path) ?? [];
      const repository = yield* hub.repository(path);
      const all = [...new Set([...own, ...Object.keys(repository?.source.tags ?? {})])].sort();
      return all.length === 0 ? undefined : all;
    },
    *statBlob(path, digest) {
      yield* request();
      return (yield* blob(path, digest))?.size;
    },
    *getBlob(path, digest) {
      yield* request();
      const found = yield* blob(path, digest);
      if (found === undefined) throw new DockerError('NotFound', 'unknown blob');
      return found;
    },
    *putBlob(path, digest, body) {
      yield* writing(path);
      const there = hasBlob(pushed(), path, digest);
      save(putBlob(pushed(), path, digest, body));
      return there;
    },
    *mountBlob(path, digest, from) {
      yield* writing(path);
      const mounted = mountBlob(pushed(), path, digest, from);
      if (mounted !== undefined) {
        save(mounted);
        return true;
      }
      const body = yield* blob(from, digest);
      if (body === undefined) return false;
      save(putBlob(pushed(), path, digest, body));
      return true;
    },
    *putManifest(path, tag, made) {
      yield* writing(path);
      const { registry, digest } = putManifest(pushed(), path, tag, made);
      save(registry);
      return digest;
    },
    named: (path, reference) => manifestNamed(pushed(), path, reference),
  };
}
