import type { Digest } from '../../../digest/index.ts';
import { DockerError } from '../../../errors/index.ts';
import type { Step } from '../../../kernel/index.ts';
import { canonicalString, familiarName, familiarString, type Reference, repositoryOf, withDefaultTag } from '../../../reference/index.ts';
import type { RemoteRegistry } from '../../../registry/index.ts';
import {
  blobsUnder,
  type Descriptor,
  type Image,
  isIndexType,
  isLayerType,
  isManifestType,
  knowSource,
  manifestsOf,
  mustGet,
  referencesIn,
  textOf,
} from '../../../store/index.ts';
import type { Daemon } from '../../daemon.ts';
import { connect, type Emit, layerState } from '../transfer.ts';
import { manifestFor } from './platforms.ts';

/** An index of which only one platform was here to be pushed. */
export interface PartialPush {
  readonly from: Digest;
  readonly to: Digest;
}

/**
 * `docker push` with containerd's store: the manifest or index and its blobs go as they are, so that digests stay. An index with parts
 * missing here is replaced by the manifest of this machine's platform, which is told. Throws DockerError. Source: moby daemon/containerd/image_push.go.
 */
export function* pushTarget(
  daemon: Daemon,
  reference: Reference,
  options: { all: boolean; platform: string },
  emit: Emit,
): Step<PartialPush[]> {
  if (reference.digest !== undefined) throw new DockerError('InvalidArgument', 'cannot push a digest reference');
  yield* emit({ status: `The push refers to repository [${repositoryOf(reference)}]` });
  const known = referencesIn(daemon.state.images, repositoryOf(reference)).filter((item) => item.reference.digest === undefined);
  const wanted = canonicalString(withDefaultTag(reference));
  const chosen = options.all ? known : known.filter((item) => canonicalString(item.reference) === wanted);
  if (chosen.length === 0)
    throw options.all
      ? new DockerError('NotFound', `An image does not exist locally with the tag: ${familiarName(reference)}`)
      : new DockerError('NotFound', `tag does not exist: ${familiarString(withDefaultTag(reference))}`);
  const registry = yield* connect(daemon, reference.domain);
  const partial: PartialPush[] = [];
  for (const item of chosen) {
    const image = mustGet(daemon.state.images.images, item.id);
    const target = pushed(daemon, image, item.reference, options.platform);
    yield* pushOne(daemon, registry, item.reference, target, emit);
    if (target.digest !== image.target!.digest && options.platform === '') partial.push({ from: image.target!.digest, to: target.digest });
  }
  return partial;
}

/** What of an image is pushed. */
function pushed(daemon: Daemon, image: Image, reference: Reference, platform: string): Descriptor {
  const { images: store } = daemon.state;
  if (platform !== '') return manifestFor(store, image, familiarString(reference), platform).descriptor;
  const target = image.target!;
  const whole = manifestsOf(store.content!, target).every(({ available }) => available);
  return whole || !isIndexType(target.mediaType) ? target : image.manifest!;
}

function* pushOne(daemon: Daemon, registry: RemoteRegistry, reference: Reference, target: Descriptor, emit: Emit): Step<void> {
  const { domain, path, tag = 'latest' } = reference;
  const content = daemon.state.images.content!;
  const all = blobsUnder(content, target);
  const manifests = all.filter(({ mediaType }) => isManifestType(mediaType) || isIndexType(mediaType));
  const configs = new Set(manifestsOf(content, target).flatMap(({ manifest }) => (manifest === undefined ? [] : [manifest.config.digest])));
  for (const descriptor of all) {
    if (manifests.includes(descriptor)) continue;
    const status = yield* pushBlob(daemon, registry, reference, descriptor);
    if (!configs.has(descriptor.digest)) yield* emit(layerState(descriptor.digest, status));
  }
  for (const { digest, mediaType } of [...manifests].reverse()) {
    const text = textOf(content, digest)!;
    yield* registry.putManifest(path, digest === target.digest ? tag : undefined, { mediaType, text });
  }
  let next = daemon.state.images.content!;
  for (const { digest } of all) next = knowSource(next, digest, domain, path);
  daemon.update({ images: { ...daemon.state.images, content: next } });
  yield* emit({ status: `${tag}: digest: ${target.digest} size: ${target.size}` });
}

function* pushBlob(daemon: Daemon, registry: RemoteRegistry, { domain, path }: Reference, descriptor: Descriptor): Step<string> {
  const { digest, mediaType } = descriptor;
  const content = daemon.state.images.content!;
  if ((yield* registry.statBlob(path, digest)) !== undefined) return isLayerType(mediaType) ? 'Layer already exists' : 'Already exists';
  const sources = content.sources.get(digest)?.[domain.replace(/:\d+$/, '')] ?? [];
  for (const from of sources) {
    if (from === path || !(yield* registry.mountBlob(path, digest, from))) continue;
    return `Mounted from ${from}`;
  }
  yield* registry.putBlob(path, digest, mustGet(content.blobs, digest));
  return 'Pushed';
}
