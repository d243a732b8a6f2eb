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
import type { Recording } from '../recording.ts';
import { type Emit, layerState } from '../transfer.ts';
import type { BlobTrace } from '../transfer-log.ts';
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
  recording: Recording,
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
  const registry = yield* recording.connect(reference.domain);
  const partial: PartialPush[] = [];
  for (const item of chosen) {
    const image = mustGet(daemon.state.images.images, item.id);
    const target = pushed(daemon, image, item.reference, options.platform);
    recording.next(item.reference);
    recording.set({ image: item.id });
    yield* pushOne(daemon, registry, item.reference, target, emit, recording);
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

function* pushOne(
  daemon: Daemon,
  registry: RemoteRegistry,
  reference: Reference,
  target: Descriptor,
  emit: Emit,
  recording: Recording,
): Step<void> {
  const { domain, path, tag = 'latest' } = reference;
  const content = daemon.state.images.content!;
  const all = blobsUnder(content, target);
  const manifests = all.filter(({ mediaType }) => isManifestType(mediaType) || isIndexType(mediaType));
  const configs = new Set(manifestsOf(content, target).flatMap(({ manifest }) => (manifest === undefined ? [] : [manifest.config.digest])));
  recording.plan(planned(daemon, target, all));
  for (const descriptor of all) {
    if (manifests.includes(descriptor)) continue;
    recording.blob(descriptor.digest, { state: 'moving' });
    const { status, ...told } = yield* pushBlob(daemon, registry, reference, descriptor);
    recording.blob(descriptor.digest, told);
    if (!configs.has(descriptor.digest)) yield* emit(layerState(descriptor.digest, status, descriptor.size));
  }
  for (const { digest, mediaType } of [...manifests].reverse()) {
    const text = textOf(content, digest)!;
    yield* registry.putManifest(path, digest === target.digest ? tag : undefined, { mediaType, text });
    recording.blob(digest, recording.found ? { state: 'exists', reason: 'found' } : { state: 'moved', reason: 'missing' });
  }
  recording.set({ target: target.digest });
  let next = daemon.state.images.content!;
  for (const { digest } of all) next = knowSource(next, digest, domain, path);
  daemon.update({ images: { ...daemon.state.images, content: next } });
  yield* emit({ status: `${tag}: digest: ${target.digest} size: ${target.size}` });
}

type Fate = Pick<BlobTrace, 'state' | 'reason' | 'from'> & { readonly status: string };

function* pushBlob(daemon: Daemon, registry: RemoteRegistry, { domain, path }: Reference, descriptor: Descriptor): Step<Fate> {
  const { digest, mediaType } = descriptor;
  const content = daemon.state.images.content!;
  if ((yield* registry.statBlob(path, digest)) !== undefined)
    return { status: isLayerType(mediaType) ? 'Layer already exists' : 'Already exists', state: 'exists', reason: 'found' };
  const sources = content.sources.get(digest)?.[domain.replace(/:\d+$/, '')] ?? [];
  for (const from of sources) {
    if (from === path || !(yield* registry.mountBlob(path, digest, from))) continue;
    return { status: `Mounted from ${from}`, state: 'mounted', reason: 'mounted', from };
  }
  yield* registry.putBlob(path, digest, mustGet(content.blobs, digest));
  return { status: 'Pushed', state: 'moved', reason: 'missing' };
}

/** The blobs of a push, the index or manifest first, with what is known of them here. */
function planned(daemon: Daemon, target: Descriptor, all: readonly Descriptor[]): BlobTrace[] {
  const { content, snapshots } = daemon.state.images;
  const sizes = new Map([...snapshots.values()].map(({ layer }) => [layer.diffID, layer.size]));
  const unpacked = new Map([...content!.layers].map(([diffID, digest]) => [digest, diffID]));
  const configs = new Set(
    manifestsOf(content!, target).flatMap(({ manifest }) => (manifest === undefined ? [] : [manifest.config.digest])),
  );
  return all.map(({ digest, mediaType, size }): BlobTrace => {
    const diffID = unpacked.get(digest);
    const bytes = diffID === undefined ? undefined : sizes.get(diffID);
    const kind = isIndexType(mediaType) ? 'index' : isManifestType(mediaType) ? 'manifest' : configs.has(digest) ? 'config' : 'layer';
    return {
      digest,
      kind: kind === 'layer' && !isLayerType(mediaType) ? 'attestation' : kind,
      size,
      ...(diffID === undefined ? {} : { diffID }),
      ...(bytes === undefined ? {} : { unpacked: bytes }),
      state: 'waiting',
    };
  });
}
