import { type CacheItem, cacheUsage } from '../../../engine/build/cache-usage.ts';
import { containerSize } from '../../../engine/daemon/container/size.ts';
import { listImages } from '../../../engine/daemon/image/list-by-store.ts';
import type { Daemon } from '../../../engine/daemon/index.ts';
import { volumeSize } from '../../../engine/daemon/volume/index.ts';
import { chainIDs } from '../../../engine/digest/index.ts';
import { familiarString, fromCanonical } from '../../../engine/reference/index.ts';
import {
  childrenOf,
  type Descriptor,
  diffIDsOf,
  type Image,
  type ImageStore,
  initSize,
  isIndexType,
  layerSize,
  manifestsOf,
  namesOf,
  type Snapshot,
  type StoredManifest,
  stackOf,
  unpackedSize,
} from '../../../engine/store/index.ts';
import type { BlobView, StoreContainer, StoreImage, StoreLayer, StorePlatform, StoreView } from '../../session/view/index.ts';

/** The image store of a machine, in plain data. */
export function storeOf(daemon: Daemon): StoreView {
  const { images: store, containers, volumes, networks } = daemon.state;
  const cache = cacheUsage(daemon);
  return {
    kind: store.content === undefined ? 'graph' : 'containerd',
    images: imagesIn(daemon),
    layers: layersIn(daemon),
    containers: [...containers.values()].map(
      (container): StoreContainer => ({
        id: container.id,
        name: container.name,
        image: container.image,
        ...(container.base === undefined ? {} : { base: container.base }),
        running: ['running', 'paused', 'restarting'].includes(container.state.status),
        size: containerSize(daemon, container),
      }),
    ),
    onDisk: store.content === undefined ? layerBytes(store) : storedBytes(daemon),
    cache: { items: cache.items.length, size: cache.size, beside: besideLayers(daemon, cache.items) },
    volumes: [...volumes.keys()].map((name) => ({ name, size: volumeSize(daemon, name) })),
    networks: [...(networks?.keys() ?? [])],
    ...(store.content === undefined ? {} : { blobs: blobsOf(store.content.blobs) }),
  };
}

/** What of a view depends on images alone, made once for each state of them. */
interface Known {
  readonly containers: unknown;
  readonly images: readonly StoreImage[];
}
const known = new WeakMap<ImageStore, Known>();

function imagesIn(daemon: Daemon): readonly StoreImage[] {
  const { images: store, containers } = daemon.state;
  const done = known.get(store);
  if (done?.containers === containers) return done.images;
  const shown = new Map(listImages(daemon, { all: false, filters: new Map() }).map((summary) => [summary.id, summary]));
  const images = listImages(daemon, { all: true, filters: new Map() }).flatMap((summary): StoreImage[] => {
    const image = store.images.get(summary.id);
    if (image === undefined) return [];
    const { size, sharedSize: shared, repoDigests, created } = shown.get(image.id) ?? summary;
    const lost = image.lost;
    return [
      {
        id: image.id,
        tags: namesOf(store, image.id)
          .map(fromCanonical)
          .filter(({ digest }) => digest === undefined)
          .map(familiarString),
        digests: repoDigests,
        intermediate: namesOf(store, image.id).length === 0 && childrenOf(store, image.id).length > 0,
        ...(image.parent === undefined ? {} : { parent: image.parent }),
        created: created?.seconds ?? 0,
        size,
        shared,
        ...(lost === undefined
          ? {}
          : { lost: { name: familiarString(fromCanonical(lost.name)), ...(lost.to === undefined ? {} : { to: lost.to }) } }),
        ...(image.target !== undefined && isIndexType(image.target.mediaType) ? { index: blobOf(image.target) } : {}),
        platforms: image.target === undefined ? [graphPlatform(image)] : platformsIn(store, image, image.target),
      },
    ];
  });
  known.set(store, { containers, images });
  return images;
}

function graphPlatform(image: Image): StorePlatform {
  const { os, architecture, variant } = image.config;
  return {
    platform: [os, architecture, ...(variant === undefined || variant === '' ? [] : [variant])].join('/'),
    kind: 'image',
    here: true,
    host: true,
    config: { digest: image.id, size: encoder.encode(image.configText).length },
    stack: stackOf(image),
    blobs: [],
  };
}

function platformsIn(store: ImageStore, image: Image, target: Descriptor): StorePlatform[] {
  const platforms = manifestsOf(store.content!, target).map((stored) => platformOf(store, image, stored));
  return platforms
    .map((platform, index) => ({ platform, index }))
    .sort(inOrder)
    .map(({ platform }) => platform);
}

const rank = ({ host, here, kind }: StorePlatform): number => (kind !== 'image' ? 3 : host ? 0 : here ? 1 : 2);
const inOrder = (a: { platform: StorePlatform; index: number }, b: { platform: StorePlatform; index: number }): number =>
  rank(a.platform) - rank(b.platform) || a.index - b.index;

function platformOf(store: ImageStore, image: Image, stored: StoredManifest): StorePlatform {
  const { descriptor, kind, available, manifest, configText, platform } = stored;
  const isAttestation = kind === 'attestation';
  const stack = isAttestation ? [] : chainIDs(diffIDsOf(configText)).filter((chain) => store.snapshots.has(chain));
  return {
    platform:
      platform === undefined || isAttestation
        ? ''
        : [platform.os, platform.architecture, ...(platform.variant ? [platform.variant] : [])].join('/'),
    kind,
    here: available,
    host: descriptor.digest === image.manifest?.digest,
    manifest: blobOf(descriptor),
    ...(manifest === undefined || configText === undefined
      ? {}
      : { config: { digest: manifest.config.digest, size: manifest.config.size } }),
    stack,
    blobs: (manifest?.layers ?? []).map(blobOf),
  };
}

const blobOf = ({ digest, size, mediaType }: Descriptor): BlobView => ({ digest, size, mediaType });
const encoder = new TextEncoder();

function layersIn({ state: { images: store, cache } }: Daemon): StoreLayer[] {
  const rows = new Map<string, string>();
  for (const image of store.images.values()) {
    const made = (image.config.history ?? []).filter(({ empty_layer }) => !empty_layer);
    stackOf(image).forEach((chain, index) => {
      const by = made[index]?.created_by;
      if (by && !rows.has(chain)) rows.set(chain, by);
    });
  }
  const cached = new Set([...cache.records.values()].map(({ layer }) => layer.diffID));
  return lowestFirst(store).map(({ chainID, parent, layer }): StoreLayer => {
    const here = store.content?.layers.get(layer.diffID);
    const remote = store.remote.get(layer.diffID)?.at(-1);
    const blob = here === undefined ? remote : { digest: here };
    return {
      chainID,
      diffID: layer.diffID,
      ...(parent === undefined ? {} : { parent }),
      size: layerSize(store, chainID),
      createdBy: rows.get(chainID) ?? '',
      cached: cached.has(layer.diffID),
      ...(blob === undefined ? {} : { blob }),
    };
  });
}

function lowestFirst({ snapshots }: ImageStore): Snapshot[] {
  const depth = (snapshot: Snapshot): number => {
    let count = 0;
    for (let at = snapshot.parent; at !== undefined; at = snapshots.get(at)?.parent) count++;
    return count;
  };
  return [...snapshots.values()]
    .map((snapshot) => ({ snapshot, depth: depth(snapshot) }))
    .sort((a, b) => a.depth - b.depth)
    .map(({ snapshot }) => snapshot);
}

/** Bytes of the cache that lie in no unpacked layer: files that were sent, mounts, results whose layer is not here. */
function besideLayers({ state: { images, cache } }: Daemon, items: readonly CacheItem[]): number {
  const here = new Set([...images.snapshots.values()].map(({ layer }) => layer.diffID));
  const results = new Map([...cache.records.values()].map(({ layer }) => [layer.diffID, layer.size]));
  let size = 0;
  for (const item of items) if (item.type !== 'regular') size += item.size;
  for (const [diffID, bytes] of results) if (!here.has(diffID)) size += bytes;
  return size;
}

/** Bytes of the layers of all images, each once. */
function layerBytes(store: ImageStore): number {
  let size = 0;
  for (const chain of new Set([...store.images.values()].flatMap(stackOf))) size += store.snapshots.get(chain)?.layer.size ?? 0;
  return size;
}

/** With containerd's store: all blobs, all unpacked layers, and those of the containers. */
function storedBytes(daemon: Daemon): number {
  const store = daemon.state.images;
  const { blobs, inits } = store.content!;
  let size = blobsOf(blobs).size;
  for (const { layer } of store.snapshots.values()) size += unpackedSize(layer);
  for (const init of inits.values()) size += init;
  for (const container of daemon.state.containers.values()) size += initSize(store, container.base) + containerSize(daemon, container);
  return size;
}

function blobsOf(blobs: ReadonlyMap<unknown, { readonly size: number }>): { count: number; size: number } {
  let size = 0;
  for (const blob of blobs.values()) size += blob.size;
  return { count: blobs.size, size };
}
