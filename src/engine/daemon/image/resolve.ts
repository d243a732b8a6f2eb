import type { Digest } from '../../digest/index.ts';
import { DockerError } from '../../errors/index.ts';
import type { Step } from '../../kernel/index.ts';
import { canonicalString, DEFAULT_DOMAIN, parseReference, type Reference, withDefaultTag } from '../../reference/index.ts';
import { findImage, type Image } from '../../store/index.ts';
import type { Daemon } from '../daemon.ts';
import { pullImage } from './by-store.ts';
import { dialError, reach } from './transfer.ts';

/**
 * Asks a registry for a manifest as BuildKit does before it pulls. Throws DockerError with containerd's texts: NotFound, or Unavailable
 * for a registry that cannot be reached. Source: containerd core/remotes/docker/resolver.go.
 */
function* resolveManifest(daemon: Daemon, reference: Reference): Step<Digest> {
  const { domain, path, tag = '', digest } = reference;
  const registry = yield* reach(daemon, domain);
  if (registry === undefined) {
    const host = domain === DEFAULT_DOMAIN ? 'registry-1.docker.io' : domain;
    const url = `https://${host}/v2/${path}/manifests/${digest ?? tag}`;
    throw new DockerError('Unavailable', `failed to do request: Head "${url}": ${dialError(host)}`);
  }
  const found = yield* asked(registry.getManifest(path, digest ?? tag));
  if (found === undefined) throw new DockerError('NotFound', `${canonicalString(reference)}: not found`);
  return found.digest;
}

/** An answer of a registry; a refusal of Docker Hub's gets containerd's text. */
function* asked<T>(step: Step<T>): Step<T> {
  try {
    return yield* step;
  } catch (error) {
    if (!(error instanceof DockerError) || !error.message.startsWith('pull access denied for ')) throw error;
    throw new DockerError(
      error.code,
      'pull access denied, repository does not exist or may require authorization: server message: insufficient_scope: authorization failed',
    );
  }
}

const fetched = new WeakMap<Image, Digest>();

/** The digest that the registry named an image by when BuildKit fetched it; undefined for one that was here. */
export const fetchedDigest = (image: Image): Digest | undefined => fetched.get(image);

/**
 * Fetches an image for BuildKit to build on: its layers come into the store, but it gets no name and is not listed. The image is the same
 * value that a pull would have stored. Throws DockerError with containerd's texts.
 */
export function* fetchBase(daemon: Daemon, name: string, platform: string): Step<Image> {
  const reference = withDefaultTag(parseReference(name));
  const digest = yield* resolveManifest(daemon, reference);
  const before = daemon.state.images;
  yield* pullImage(daemon, reference, { platform }, function* () {});
  const after = daemon.state.images;
  const image = findImage(after, canonicalString(reference));
  const images = new Map(after.images);
  if (!before.images.has(image.id)) images.delete(image.id);
  daemon.update({ images: { ...after, images, tags: before.tags, digests: before.digests } });
  fetched.set(image, digest);
  return image;
}
