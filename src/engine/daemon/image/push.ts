import { layerBlob } from '../../archive/index.ts';
import type { Digest, ImageID } from '../../digest/index.ts';
import { DockerError } from '../../errors/index.ts';
import type { Step } from '../../kernel/index.ts';
import type { Layer } from '../../layer/index.ts';
import { familiarName, familiarString, type Reference, repositoryOf, withDefaultTag } from '../../reference/index.ts';
import { MANIFEST_V2, manifestText, type RemoteRegistry } from '../../registry/index.ts';
import { type Image, imageOfReference, mustGet, referencesIn, rememberRemote, setDigest, stackOf } from '../../store/index.ts';
import { textBody } from '../../tree/index.ts';
import type { Daemon } from '../daemon.ts';
import { referenceEvent } from '../events/index.ts';
import type { Recording } from './recording.ts';
import { type Emit, layerState } from './transfer.ts';
import type { BlobReason, BlobTrace } from './transfer-log.ts';

/**
 * `docker push`: sends an image's blobs and its manifest, or with `all` those of every tag of the repository. Throws DockerError.
 * Source: moby distribution/push.go, push_v2.go.
 */
export function* pushImage(daemon: Daemon, reference: Reference, options: { all: boolean }, emit: Emit, recording: Recording): Step<void> {
  if (reference.digest !== undefined) throw new DockerError('InvalidArgument', 'cannot push a digest reference');
  const wanted = options.all ? reference : withDefaultTag(reference);
  yield* emit({ status: `The push refers to repository [${repositoryOf(reference)}]` });
  const known = referencesIn(daemon.state.images, repositoryOf(reference));
  if (known.length === 0) throw new DockerError('NotFound', `An image does not exist locally with the tag: ${familiarName(reference)}`);
  const registry = yield* recording.connect(reference.domain);
  const tagged = known.filter((item) => item.reference.digest === undefined);
  if (options.all) {
    if (tagged.length === 0) throw new DockerError('NotFound', `no tags to push for ${familiarName(reference)}`);
    for (const item of tagged) yield* pushTag(daemon, registry, item.reference, item.id, emit, recording);
    referenceEvent(daemon, 'push', reference);
    return;
  }
  const id = imageOfReference(daemon.state.images, wanted);
  if (id === undefined) throw new DockerError('NotFound', `tag does not exist: ${familiarString(wanted)}`);
  yield* pushTag(daemon, registry, wanted, id, emit, recording);
  referenceEvent(daemon, 'push', wanted);
}

interface Blob {
  readonly digest: Digest;
  readonly size: number;
}

function* pushTag(
  daemon: Daemon,
  registry: RemoteRegistry,
  reference: Reference,
  id: ImageID,
  emit: Emit,
  recording: Recording,
): Step<void> {
  const image = mustGet(daemon.state.images.images, id);
  const layers = stackOf(image).map((chain) => mustGet(daemon.state.images.snapshots, chain).layer);
  const topFirst = [...layers].reverse();
  recording.next(reference);
  planPush(recording, image, layers);
  for (const { diffID } of topFirst) yield* emit(layerState(diffID, 'Preparing'));
  const blobs = new Map<string, Blob>();
  for (const layer of topFirst) {
    recording.blob(layer.diffID, { state: 'moving' });
    const { blob, status, ...told } = yield* pushLayer(daemon, registry, reference, layer, recording);
    blobs.set(layer.diffID, blob);
    recording.blob(layer.diffID, { ...blob, ...told });
    yield* emit(layerState(layer.diffID, status, layer.size));
  }
  const digest = yield* pushManifest(
    daemon,
    registry,
    reference,
    image,
    layers.map(({ diffID }) => mustGet(blobs, diffID)),
    recording,
  );
  const { text, tag } = digest;
  yield* emit({ status: `${tag}: digest: ${digest.digest} size: ${textBody(text).size}` });
}

/** What became of a layer, and why. */
interface Pushed {
  readonly blob: Blob;
  readonly status: string;
  readonly state: 'exists' | 'mounted' | 'moved';
  readonly reason: BlobReason;
  readonly from?: string;
}

function* pushLayer(daemon: Daemon, registry: RemoteRegistry, reference: Reference, layer: Layer, recording: Recording): Step<Pushed> {
  const { domain, path } = reference;
  const known = daemon.state.images.remote.get(layer.diffID) ?? [];
  for (const digest of new Set([...known].reverse().map((each) => each.digest))) {
    const size = yield* registry.statBlob(path, digest);
    if (size !== undefined) return { blob: { digest, size }, status: 'Layer already exists', state: 'exists', reason: 'found' };
  }
  const candidates = known.filter(({ repository }) => repository.startsWith(`${domain}/`));
  for (const { digest, repository } of byLikeness(candidates, repositoryOf(reference))) {
    const from = repository.slice(domain.length + 1);
    if (!(yield* registry.mountBlob(path, digest, from))) continue;
    remember(daemon, reference, layer, digest);
    const size = (yield* registry.statBlob(path, digest)) ?? 0;
    return { blob: { digest, size }, status: `Mounted from ${from}`, state: 'mounted', reason: 'mounted', from };
  }
  const { digest, body } = layerBlob(layer);
  recording.blob(layer.diffID, { digest, size: body.size });
  yield* registry.putBlob(path, digest, body);
  remember(daemon, reference, layer, digest);
  const reason = known.length === 0 ? 'new' : 'missing';
  return { blob: { digest, size: body.size }, status: 'Pushed', state: 'moved', reason };
}

function remember(daemon: Daemon, reference: Reference, { diffID }: Layer, digest: Digest): void {
  daemon.update({ images: rememberRemote(daemon.state.images, diffID, { digest, repository: repositoryOf(reference) }) });
}

/** Those whose repository shares most leading path components first; among equals the newest first (sortV2MetadataByLikenessAndAge). */
function byLikeness<T extends { readonly repository: string }>(known: readonly T[], repository: string): T[] {
  const parts = repository.split('/');
  const likeness = (other: string): number => {
    const theirs = other.split('/');
    let same = 0;
    while (same < parts.length && parts[same] === theirs[same]) same++;
    return same;
  };
  return [...known].reverse().sort((a, b) => likeness(b.repository) - likeness(a.repository));
}

function* pushManifest(
  daemon: Daemon,
  registry: RemoteRegistry,
  reference: Reference,
  image: Image,
  layers: readonly Blob[],
  recording: Recording,
): Step<{ digest: Digest; text: string; tag: string }> {
  const { path, tag = 'latest' } = reference;
  const config = textBody(image.configText);
  const text = manifestText({ digest: image.id, size: config.size }, layers);
  recording.blob(image.id, { state: 'moving' });
  const there = yield* registry.putBlob(path, image.id, config, { ask: true });
  recording.blob(image.id, there ? { state: 'exists', reason: 'found' } : { state: 'moved', reason: 'missing' });
  const digest = yield* registry.putManifest(path, tag, { mediaType: MANIFEST_V2, text });
  recordManifest(recording, digest, textBody(text).size);
  daemon.update({ images: setDigest(daemon.state.images, `${repositoryOf(reference)}@${digest}`, image.id) });
  return { digest, text, tag };
}

/** What a push of an image is about to consider: its config and its layers, whose digests are not known before they are compressed. */
function planPush(recording: Recording, image: Image, layers: readonly Layer[]): void {
  const config: BlobTrace = { digest: image.id, kind: 'config', size: textBody(image.configText).size, state: 'waiting' };
  const beds = layers.map(
    ({ diffID, size }): BlobTrace => ({ digest: diffID as Digest, kind: 'layer', size: 0, diffID, unpacked: size, state: 'waiting' }),
  );
  recording.set({ image: image.id });
  recording.plan([config, ...beds]);
}

/** The manifest goes last, when everything that it names is there. */
function recordManifest(recording: Recording, digest: Digest, size: number): void {
  recording.set({ target: digest });
  recording.top({ digest, kind: 'manifest', size, state: 'moved', reason: 'new' });
}
