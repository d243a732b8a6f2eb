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
function* resolveManifest(daemon: Daemon, reference: Reference): Step<void> {
  const { domain, path, tag = '', digest } = reference;
  const registry = yield* reach(daemon, domain);
  if (registry === undefined) {
    const host = domain === DEFAULT_DOMAIN ? 'registry-1.docker.io' : domain;
    const url = `https://${host}/v2/${path}/manifests/${digest ?? tag}`;
    throw new DockerError('Unavailable', `failed to do request: Head "${url}": ${dialError(host)}`);
  }
  if ((yield* registry.getManifest(path, digest ?? tag)) === undefined)
    throw new DockerError('NotFound', `${canonicalString(reference)}: not found`);
}

/**
 * Fetches an image for BuildKit to build on: its layers come into the store, but it gets no name and is not listed. The image is the same
 * value that a pull would have stored. Throws DockerError with containerd's texts.
 */
export function* fetchBase(daemon: Daemon, name: string, platform: string): Step<Image> {
  const reference = withDefaultTag(parseReference(name));
  yield* resolveManifest(daemon, reference);
  const before = daemon.state.images;
  yield* pullImage(daemon, reference, { platform }, function* () {});
  const after = daemon.state.images;
  const image = findImage(after, canonicalString(reference));
  const images = new Map(after.images);
  if (!before.images.has(image.id)) images.delete(image.id);
  daemon.update({ images: { ...after, images, tags: before.tags, digests: before.digests } });
  return image;
}
