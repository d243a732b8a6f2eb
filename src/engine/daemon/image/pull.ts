import { layerOfBlob } from '../../archive/index.ts';
import { type ChainID, chainID, type DiffID, type Digest, type ImageID } from '../../digest/index.ts';
import { DockerError } from '../../errors/index.ts';
import type { ImageConfig } from '../../image/index.ts';
import type { Step } from '../../kernel/index.ts';
import type { Layer } from '../../layer/index.ts';
import { bestPlatform, formatPlatform, linuxAmd64, type Platform, parsePlatform } from '../../platform/index.ts';
import { canonicalString, familiarString, type Reference, repositoryOf, withDefaultTag } from '../../reference/index.ts';
import type { Manifest, ManifestIndex, RemoteManifest, RemoteRegistry } from '../../registry/index.ts';
import { type ImageStore, imageOfReference, rememberRemote, setDigest, setTag } from '../../store/index.ts';
import { TarError } from '../../tar/index.ts';
import { type Body, readBody } from '../../tree/index.ts';
import type { Daemon } from '../daemon.ts';
import { referenceEvent } from '../events/index.ts';
import { addArchived } from './load.ts';
import { planLayers, planPull } from './record-pull.ts';
import type { Recording } from './recording.ts';
import { type Emit, layerState } from './transfer.ts';

export interface PullRequest {
  /** Every tag of the repository. */
  readonly all?: boolean;
  /** `os/architecture[/variant]`; empty for this machine's. */
  readonly platform?: string;
}

const decoder = new TextDecoder();

/**
 * `docker pull`: fetches an image by tag or digest and points the reference at it; without either the tag is `latest`. Throws
 * DockerError with Docker's text for registries that cannot be reached and for what they do not have. Source: moby distribution/pull_v2.go.
 */
export function* pullImage(daemon: Daemon, reference: Reference, request: PullRequest, emit: Emit, recording: Recording): Step<void> {
  if (repositoryOf(reference) === 'docker.io/library/scratch') throw new DockerError('InvalidArgument', "'scratch' is a reserved name");
  platformAsked(request.platform ?? '');
  const registry = yield* recording.connect(reference.domain);
  let changed = false;
  if (request.all) {
    const tags = yield* registry.listTags(reference.path);
    if (tags === undefined)
      throw new DockerError(
        'NotFound',
        `repository ${repositoryOf(reference)} not found: name unknown: repository name not known to registry`,
      );
    for (const tag of tags) changed = (yield* pullOne(daemon, registry, { ...reference, tag }, request, emit, recording)) || changed;
  } else {
    changed = yield* pullOne(daemon, registry, withDefaultTag(reference), request, emit, recording);
  }
  referenceEvent(daemon, 'pull', request.all ? reference : withDefaultTag(reference));
  const name = familiarString(request.all ? reference : withDefaultTag(reference));
  yield* emit({ status: `Status: ${changed ? 'Downloaded newer image' : 'Image is up to date'} for ${name}` });
}

/** Whether the reference points at another image than before. */
function* pullOne(
  daemon: Daemon,
  registry: RemoteRegistry,
  reference: Reference,
  request: PullRequest,
  emit: Emit,
  recording: Recording,
): Step<boolean> {
  const { path, tag = '', digest: wanted } = reference;
  recording.next(reference);
  const known = (digest: Digest) => knownManifest(daemon, recording, digest);
  const found = yield* registry.getManifest(path, wanted ?? tag, { known });
  if (found === undefined)
    throw new DockerError('NotFound', `manifest for ${familiarString(reference)} not found: manifest unknown: manifest unknown`);
  yield* emit({ id: wanted === undefined ? tag : familiarString(reference), status: `Pulling from ${path}` });
  const chosen = yield* manifestFor(registry, path, found, request.platform ?? '', known);
  const manifest = JSON.parse(chosen.text) as Manifest;
  const id = manifest.config.digest as unknown as ImageID;
  const before = imageOfReference(daemon.state.images, reference);
  recording.set({ target: found.digest, image: id, ...(before === undefined || before === id ? {} : { replaced: before }) });
  planPull(recording, daemon.state.images, { found, chosen, manifest, platform: request.platform ?? '' });
  if (!daemon.state.images.images.has(id)) yield* fetchImage(daemon, registry, reference, manifest, emit, recording);
  for (const each of new Set([found, chosen])) recording.log.keep(each, id);
  yield* emit({ status: `Digest: ${found.digest}` });
  return pointAt(daemon, reference, id, found.digest);
}

function pointAt(daemon: Daemon, reference: Reference, id: ImageID, digest: string): boolean {
  const before = imageOfReference(daemon.state.images, reference);
  const name = `${repositoryOf(reference)}@${digest}`;
  // A digest keeps the image it led to first: that of another platform does not replace it (moby distribution/pull.go addDigestReference).
  let store: ImageStore = daemon.state.images.digests.has(name) ? daemon.state.images : setDigest(daemon.state.images, name, id);
  const changed = before !== id;
  if (changed && reference.digest === undefined) store = setTag(store, canonicalString(reference), id, daemon.now());
  daemon.update({ images: store });
  return changed;
}

/** `--platform`; empty for this machine's. Throws InvalidArgument. */
function platformAsked(text: string): Platform {
  const parsed = text === '' ? { ok: true as const, value: linuxAmd64 } : parsePlatform(text);
  if (!parsed.ok) throw new DockerError('InvalidArgument', parsed.error);
  return parsed.value;
}

/** A manifest that an image here was pulled by: the engine does not fetch it twice. */
function knownManifest(daemon: Daemon, { log }: Recording, digest: Digest): RemoteManifest | undefined {
  const kept = log.fetched.get(digest);
  if (kept?.image === undefined || !daemon.state.images.images.has(kept.image)) return undefined;
  return { digest, mediaType: kept.mediaType, text: kept.text };
}

function* manifestFor(
  registry: RemoteRegistry,
  path: string,
  found: RemoteManifest,
  platform: string,
  known: (digest: Digest) => RemoteManifest | undefined,
): Step<RemoteManifest> {
  const parsed = JSON.parse(found.text) as Manifest | ManifestIndex;
  if (!('manifests' in parsed)) return found;
  const wanted = platformAsked(platform);
  const match = bestPlatform(wanted, parsed.manifests, (item) => item.platform);
  const inner = match === undefined ? undefined : yield* registry.getManifest(path, match.digest, { inner: true, known });
  if (inner === undefined)
    throw new DockerError('NotFound', `no matching manifest for ${formatPlatform(wanted, true)} in the manifest list entries`);
  return inner;
}

function* fetchImage(
  daemon: Daemon,
  registry: RemoteRegistry,
  reference: Reference,
  manifest: Manifest,
  emit: Emit,
  recording: Recording,
): Step<void> {
  const { path } = reference;
  recording.blob(manifest.config.digest, { state: 'moving', reason: 'absent' });
  const configText = decoder.decode(readBody(yield* registry.getBlob(path, manifest.config.digest)));
  const { rootfs } = JSON.parse(configText) as ImageConfig;
  recording.blob(manifest.config.digest, { state: 'moved' });
  const mismatch = new DockerError('System', "layers from manifest don't match image configuration");
  if (rootfs.diff_ids.length !== manifest.layers.length) throw mismatch;
  const present = yield* presentLayers(daemon, rootfs.diff_ids, manifest, emit);
  planLayers(recording, daemon.state.images, manifest, rootfs.diff_ids, present.length);
  const missing = manifest.layers.slice(present.length);
  for (const { digest, size } of missing) yield* emit(layerState(digest, 'Pulling fs layer', size));
  const layers: Layer[] = [...present];
  for (const { digest } of missing) {
    recording.blob(digest, { state: 'moving' });
    const layer = layerOf(yield* registry.getBlob(path, digest));
    recording.blob(digest, { state: 'moved', unpacked: layer.size });
    for (const status of ['Verifying Checksum', 'Download complete']) yield* emit(layerState(digest, status));
    layers.push(layer);
  }
  if (layers.some((layer, index) => layer.diffID !== rootfs.diff_ids[index])) throw mismatch;
  for (const { digest } of missing) yield* emit(layerState(digest, 'Pull complete'));
  let { store } = addArchived(daemon.state.images, { configText, layers });
  for (const [index, { diffID }] of layers.entries())
    store = rememberRemote(store, diffID, { digest: manifest.layers[index]!.digest, repository: repositoryOf(reference) });
  daemon.update({ images: store });
}

function layerOf(blob: Body): Layer {
  try {
    return layerOfBlob(blob);
  } catch (error) {
    if (error instanceof TarError) throw new DockerError('System', error.message);
    throw error;
  }
}

/** The lowest layers of the image that are here already and known by their blobs. */
function* presentLayers(daemon: Daemon, diffIDs: readonly DiffID[], manifest: Manifest, emit: Emit): Step<Layer[]> {
  const { snapshots, remote } = daemon.state.images;
  const present: Layer[] = [];
  let chain: ChainID | undefined;
  for (const [index, diffID] of diffIDs.entries()) {
    const { digest } = manifest.layers[index]!;
    chain = chainID(chain, diffID);
    const snapshot = snapshots.get(chain);
    if (snapshot === undefined || !(remote.get(diffID) ?? []).some((layer) => layer.digest === digest)) break;
    yield* emit(layerState(digest, 'Already exists'));
    present.push(snapshot.layer);
  }
  return present;
}
