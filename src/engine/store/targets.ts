import { type ChainID, chainIDs, type DiffID, type Digest, type ImageID } from '../digest/index.ts';
import type { ImageConfig, RunConfig } from '../image/index.ts';
import type { ContentStore, Descriptor, ImagePlatform } from './content.ts';
import { blobsUnder, diffIDsOf, manifestsOf, type StoredManifest } from './manifests.ts';
import { configOf, type Image, type ImageStore } from './store.ts';
import { snapshotSize } from './usage.ts';

/** What an image without any manifest of an image is taken for. */
const NOTHING: ImageConfig = { architecture: '', os: '', rootfs: { type: 'layers', diff_ids: [] } };

/**
 * Adds the image that a manifest or index is; its blobs and unpacked layers must be there. One that is there already is looked at
 * anew, since more platforms of it may have come. Only for stores with content.
 */
export function addTarget(
  store: ImageStore,
  target: Descriptor,
  made: { readonly parent?: ImageID; readonly step?: RunConfig } = {},
): { store: ImageStore; image: Image } {
  const id = target.digest as string as ImageID;
  const known = store.images.get(id);
  const best = bestOf(manifestsOf(store.content!, target));
  const image: Image = {
    id,
    configText: best?.configText ?? '',
    config: best?.configText === undefined ? NOTHING : configOf(best.configText),
    parent: known?.parent ?? made.parent,
    lastTagged: known?.lastTagged,
    ...(known?.lost === undefined ? {} : { lost: known.lost }),
    target: known?.target ?? target,
    manifest: withPlatform(best) ?? target,
    ...((known?.step ?? made.step) === undefined ? {} : { step: known?.step ?? made.step! }),
  };
  return { store: { ...store, images: new Map(store.images).set(id, image) }, image };
}

/** The manifest that runs on this machine, or else one that is here. */
function bestOf(manifests: readonly StoredManifest[]): StoredManifest | undefined {
  const images = manifests.filter(({ kind }) => kind === 'image');
  const here = images.filter(({ available }) => available);
  return here.find(({ platform }) => isHosts(platform)) ?? here[0] ?? images.find(({ configText }) => configText !== undefined);
}

const isHosts = (platform: ImagePlatform | undefined): boolean => platform?.os === 'linux' && platform.architecture === 'amd64';

const withPlatform = (manifest: StoredManifest | undefined): Descriptor | undefined =>
  manifest === undefined
    ? undefined
    : { ...manifest.descriptor, ...(manifest.platform === undefined ? {} : { platform: manifest.platform }) };

export interface PlatformSize extends StoredManifest {
  /** Bytes of its layers unpacked. */
  readonly unpacked: number;
}

/** The manifests of an image, with what their layers take unpacked. */
export function platformSizes(store: ImageStore, target: Descriptor): PlatformSize[] {
  return manifestsOf(store.content!, target).map((manifest) => ({
    ...manifest,
    unpacked: manifest.kind === 'image' ? unpackedOf(store, chainIDs(diffIDsOf(manifest.configText))) : 0,
  }));
}

const unpackedOf = (store: ImageStore, chain: readonly ChainID[]): number =>
  chain.reduce((sum, id) => sum + (store.snapshots.has(id) ? snapshotSize(store, id) + (store.content?.inits.get(id) ?? 0) : 0), 0);

/**
 * Removes blobs that no image leads to but those of `cached` layers, and unpacked layers that no image and none of `held` needs. Tells the
 * blobs that went.
 */
export function collectGarbage(
  store: ImageStore,
  held: ReadonlySet<ChainID>,
  cached: ReadonlySet<DiffID>,
): { store: ImageStore; removed: ReadonlySet<Digest> } {
  const { content } = store;
  if (content === undefined) return { store, removed: new Set() };
  const reached = new Set<Digest>([...content.layers].filter(([diffID]) => cached.has(diffID)).map(([, digest]) => digest));
  const needed = new Set<ChainID>();
  for (const { target } of store.images.values()) {
    if (target === undefined) continue;
    for (const { digest } of blobsUnder(content, target)) reached.add(digest);
    for (const { configText } of manifestsOf(content, target)) for (const chain of chainIDs(diffIDsOf(configText))) needed.add(chain);
  }
  for (const top of held) {
    for (let layer: ChainID | undefined = top; layer !== undefined && !needed.has(layer); layer = store.snapshots.get(layer)?.parent)
      needed.add(layer);
  }
  const removed = new Set([...content.blobs.keys()].filter((digest) => !reached.has(digest)));
  const kept: ContentStore = {
    blobs: new Map([...content.blobs].filter(([digest]) => reached.has(digest))),
    layers: new Map([...content.layers].filter(([, digest]) => reached.has(digest))),
    inits: new Map([...content.inits].filter(([chain]) => needed.has(chain))),
    sources: new Map([...content.sources].filter(([digest]) => reached.has(digest))),
  };
  const snapshots = new Map([...store.snapshots].filter(([chain]) => needed.has(chain)));
  return { store: { ...store, content: kept, snapshots }, removed };
}
