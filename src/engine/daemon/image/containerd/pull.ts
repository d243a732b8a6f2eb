import { type ChainID, chainIDs, type Digest, type ImageID } from '../../../digest/index.ts';
import { DockerError } from '../../../errors/index.ts';
import type { Step } from '../../../kernel/index.ts';
import { bestPlatform, parsePlatform } from '../../../platform/index.ts';
import { canonicalString, DEFAULT_DOMAIN, familiarString, type Reference, repositoryOf, withDefaultTag } from '../../../reference/index.ts';
import type { Manifest, RemoteManifest, RemoteRegistry } from '../../../registry/index.ts';
import {
  addTarget,
  type ContentStore,
  type Descriptor,
  diffIDsOf,
  isIndexType,
  knowSource,
  type ManifestBlob,
  manifestsOf,
  putBlob,
  putText,
  setDigest,
  setTag,
  textOf,
} from '../../../store/index.ts';
import type { Daemon } from '../../daemon.ts';
import type { PullRequest } from '../pull.ts';
import { planLayers, planPull } from '../record-pull.ts';
import type { Recording } from '../recording.ts';
import { roundTrip } from '../round-trip.ts';
import { dialError, type Emit, layerState } from '../transfer.ts';
import { unpackTarget } from './unpack.ts';

/**
 * `docker pull` with containerd's store: an index is kept as it is, with the contents of one platform; what is here already is not told. An
 * image that loses its name dangles. Throws DockerError with containerd's texts. Source: moby daemon/containerd/image_pull.go.
 */
export function* pullTarget(daemon: Daemon, reference: Reference, request: PullRequest, emit: Emit, recording: Recording): Step<void> {
  if (repositoryOf(reference) === 'docker.io/library/scratch') throw new DockerError('InvalidArgument', "'scratch' is a reserved name");
  yield* roundTrip(daemon);
  const wanted = withDefaultTag(reference);
  const registry = yield* recording.reach(reference.domain, `/v2/${wanted.path}/manifests/${wanted.digest ?? wanted.tag}`);
  if (registry === undefined) throw unreachable(wanted);
  if (!request.all) {
    yield* pullOne(daemon, registry, wanted, request, emit, recording);
    return;
  }
  const tags = yield* registry.listTags(reference.path);
  if (tags === undefined)
    throw new DockerError(
      'NotFound',
      `repository ${repositoryOf(reference)} not found: name unknown: repository name not known to registry`,
    );
  for (const tag of tags) yield* pullOne(daemon, registry, { ...reference, tag }, request, emit, recording);
}

function unreachable(reference: Reference): DockerError {
  const { domain, path, tag = '', digest } = reference;
  const host = domain === DEFAULT_DOMAIN ? 'registry-1.docker.io' : domain;
  const url = `https://${host}/v2/${path}/manifests/${digest ?? tag}`;
  return new DockerError(
    'Unavailable',
    `failed to resolve reference "${canonicalString(reference)}": failed to do request: Head "${url}": ${dialError(host)}`,
  );
}

function* pullOne(
  daemon: Daemon,
  registry: RemoteRegistry,
  reference: Reference,
  request: PullRequest,
  emit: Emit,
  recording: Recording,
): Step<void> {
  const { domain, path, tag = '', digest } = reference;
  const name = canonicalString(reference);
  recording.next(reference);
  const known = (wanted: Digest) => knownManifest(daemon.state.images.content!, recording, wanted);
  const found = yield* registry.getManifest(path, digest ?? tag, { known });
  if (found === undefined) throw new DockerError('NotFound', `failed to resolve reference "${name}": ${name}: not found`);
  const top = putText(daemon.state.images.content!, found.mediaType, found.text);
  let { content } = top;
  const target = top.descriptor;
  const chosen = yield* choose(registry, path, found, request.platform ?? '', known);
  yield* emit({ id: digest === undefined ? tag : familiarString(reference), status: `Pulling from ${path}` });
  const manifest = putText(content, chosen.mediaType, chosen.text);
  content = manifest.content;
  const blob = JSON.parse(chosen.text) as ManifestBlob;
  planPull(recording, daemon.state.images, { found, chosen, manifest: blob as Manifest, platform: request.platform ?? '' });
  content = yield* fetchBlobs(daemon, registry, path, content, blob, emit, recording);
  for (const each of [target, manifest.descriptor, blob.config, ...(blob.layers ?? [])])
    content = knowSource(content, each.digest, domain, path);
  const before = daemon.state.images;
  const previous = (digest === undefined ? before.tags : before.digests).get(name);
  const changed = (digest === undefined ? before.tags : before.digests).get(name) !== (target.digest as string as ImageID);
  const added = addTarget(
    unpackTarget({ ...before, content: merged(before.content!, content) }, target, request.platform || undefined),
    target,
  );
  recording.set({ target: target.digest, image: added.image.id, ...(previous === undefined || !changed ? {} : { replaced: previous }) });
  for (const each of new Set([found, chosen])) recording.log.keep(each, added.image.id);
  daemon.update({
    images: digest === undefined ? setTag(added.store, name, added.image.id, daemon.now()) : setDigest(added.store, name, added.image.id),
  });
  yield* emit({ status: `Digest: ${target.digest}` });
  yield* emit({ status: `Status: ${changed ? 'Downloaded newer image' : 'Image is up to date'} for ${familiarString(reference)}` });
}

/** What else came into the store while blobs were fetched stays. */
const merged = (now: ContentStore, fetched: ContentStore): ContentStore => ({
  ...now,
  blobs: new Map([...now.blobs, ...fetched.blobs]),
  sources: new Map([...now.sources, ...fetched.sources]),
});

/** The manifest to fetch: for one platform out of an index. */
function* choose(
  registry: RemoteRegistry,
  path: string,
  found: RemoteManifest,
  platform: string,
  known: (digest: Digest) => RemoteManifest | undefined,
): Step<RemoteManifest> {
  if (!isIndexType(found.mediaType)) return found;
  const { manifests = [] } = JSON.parse(found.text) as { manifests?: readonly Descriptor[] };
  const wanted = platform === '' ? 'linux/amd64' : platform;
  const parsed = parsePlatform(wanted);
  const match = parsed.ok ? bestPlatform(parsed.value, manifests, (item) => item.platform) : undefined;
  const inner = match === undefined ? undefined : yield* registry.getManifest(path, match.digest, { inner: true, known });
  if (inner === undefined)
    throw new DockerError(
      'NotFound',
      `no matching manifest for ${wanted} in the manifest list entries: no match for platform in manifest: not found`,
    );
  return inner;
}

/** Fetches config and layers. Layers that an image has unpacked are not told; those only kept as blobs exist already. */
function* fetchBlobs(
  daemon: Daemon,
  registry: RemoteRegistry,
  path: string,
  content: ContentStore,
  blob: ManifestBlob,
  emit: Emit,
  recording: Recording,
): Step<ContentStore> {
  let next = content;
  const configHere = next.blobs.has(blob.config.digest);
  if (!configHere) next = putBlob(next, yield* registry.getBlob(path, blob.config.digest), blob.config.digest);
  const layers = blob.layers ?? [];
  const unpacked = unpackedChains(daemon);
  const diffIDs = diffIDsOf(textOf(next, blob.config.digest));
  const chain = chainIDs(diffIDs);
  recording.blob(blob.config.digest, configHere ? { state: 'exists', reason: 'here' } : { state: 'moved', reason: 'absent' });
  planLayers(recording, daemon.state.images, { ...(blob as Manifest), layers }, diffIDs, 0);
  for (const { digest } of layers) if (next.blobs.has(digest)) recording.blob(digest, { state: 'exists', reason: 'here' });
  const told = new Set<Digest>(layers.filter((_, index) => !unpacked.has(chain[index]!)).map(({ digest }) => digest));
  for (const digest of told) if (next.blobs.has(digest)) yield* emit(layerState(digest, 'Already exists'));
  const missing = [...new Set<Digest>(layers.map(({ digest }) => digest))].filter((digest) => !next.blobs.has(digest));
  for (const digest of missing) yield* emit(layerState(digest, 'Pulling fs layer', layers.find((layer) => layer.digest === digest)?.size));
  for (const digest of missing) {
    recording.blob(digest, { state: 'moving' });
    const body = yield* registry.getBlob(path, digest);
    recording.blob(digest, { state: 'moved' });
    if (body.digest() !== digest)
      throw new DockerError(
        'System',
        `failed commit on ref "layer-${digest}": unexpected commit digest ${body.digest()}, expected ${digest}: failed precondition`,
      );
    next = putBlob(next, body, digest);
    yield* emit(layerState(digest, 'Download complete'));
  }
  for (const digest of missing) yield* emit(layerState(digest, 'Pull complete'));
  return next;
}

/** The layers that images have unpacked. */
function unpackedChains(daemon: Daemon): Set<ChainID> {
  const { images: store } = daemon.state;
  const out = new Set<ChainID>();
  for (const { target } of store.images.values()) {
    if (target === undefined) continue;
    for (const { configText } of manifestsOf(store.content!, target))
      for (const chain of chainIDs(diffIDsOf(configText))) if (store.snapshots.has(chain)) out.add(chain);
  }
  return out;
}

/** A manifest whose text is in the store already: it is not fetched again. */
function knownManifest(content: ContentStore, { log }: Recording, digest: Digest): RemoteManifest | undefined {
  const text = textOf(content, digest);
  if (text === undefined) return undefined;
  const mediaType = log.fetched.get(digest)?.mediaType ?? typeIn(text);
  return mediaType === undefined ? undefined : { digest, mediaType, text };
}

/** What a blob says it is; undefined for one that is no manifest. */
function typeIn(text: string): string | undefined {
  try {
    const { mediaType } = JSON.parse(text) as { mediaType?: unknown };
    return typeof mediaType === 'string' ? mediaType : undefined;
  } catch {
    return undefined;
  }
}
