import { type ChainID, chainID, chainIDs, type DiffID, type Digest, type ImageID, sha256 } from '../digest/index.ts';
import type { ImageConfig, RunConfig } from '../image/index.ts';
import { apply, type Layer } from '../layer/index.ts';
import { Tree } from '../tree/index.ts';
import type { ContentStore, Descriptor } from './content.ts';
import { manifestsOf } from './manifests.ts';

/** A stack of layers, unpacked: `tree` is the union view, made once and shared by everything above it. */
export interface Snapshot {
  readonly chainID: ChainID;
  readonly parent: ChainID | undefined;
  readonly layer: Layer;
  readonly tree: Tree;
}

export interface Image {
  /** sha256 of `configText`; with containerd's store the digest of `target`. */
  readonly id: ImageID;
  /** The exact bytes of the config JSON, as text. */
  readonly configText: string;
  readonly config: ImageConfig;
  /** The image this one was built from, step by step, by the classic builder or `commit`; pulled and BuildKit images have none. */
  readonly parent: ImageID | undefined;
  /** When a tag last pointed here, seconds since the epoch; undefined for never. */
  readonly lastTagged: number | undefined;
  /** The name it lost last, canonical, and the image that took it over; nobody did when the name was taken away. */
  readonly lost?: { readonly name: string; readonly to?: ImageID };
  /** With containerd's store: the manifest or index that the image is. */
  readonly target?: Descriptor;
  /** With containerd's store: the manifest of the platform that runs here, whose config this is. */
  readonly manifest?: Descriptor;
  /** With containerd's store: the container config of the step that made it, for the classic builder's cache. */
  readonly step?: RunConfig;
}

/** Where a layer was pushed to or pulled from: the digest of its compressed blob, and the repository in full. */
export interface RemoteLayer {
  readonly digest: Digest;
  readonly repository: string;
}

/**
 * An engine's images: a value. References in `tags` are canonical (`docker.io/library/busybox:latest`), those in `digests` are
 * canonical with a manifest digest (`docker.io/library/busybox@sha256:…`).
 */
export interface ImageStore {
  readonly images: ReadonlyMap<ImageID, Image>;
  readonly snapshots: ReadonlyMap<ChainID, Snapshot>;
  readonly tags: ReadonlyMap<string, ImageID>;
  readonly digests: ReadonlyMap<string, ImageID>;
  /** Blobs that layers are known as in registries, oldest first. Kept when the layers go (moby distribution/metadata). */
  readonly remote: ReadonlyMap<DiffID, readonly RemoteLayer[]>;
  /** Manifests and blobs, when the engine uses containerd's image store; else it uses a graph driver. */
  readonly content?: ContentStore;
}

export const emptyStore: ImageStore = { images: new Map(), snapshots: new Map(), tags: new Map(), digests: new Map(), remote: new Map() };

/** Most layers an image of the layer store has; one more gives "max depth exceeded" (moby layer/layer_store.go). */
export const MAX_DEPTH = 125;

/** Most directories that the overlay2 driver lays below another; BuildKit, which asks the driver itself, reaches this (graphdriver/overlay2). */
export const MAX_LOWERS = 128;

/** Adds a layer on top of `parent`, unpacking it. A layer that is there already is left as it is. */
export function addLayer(store: ImageStore, parent: ChainID | undefined, layer: Layer): { store: ImageStore; chainID: ChainID } {
  const id = chainID(parent, layer.diffID);
  if (store.snapshots.has(id)) return { store, chainID: id };
  const tree = apply(treeOf(store, parent), layer.entries);
  const snapshot: Snapshot = { chainID: id, parent, layer, tree };
  return { store: { ...store, snapshots: new Map(store.snapshots).set(id, snapshot) }, chainID: id };
}

/** The union view of a stack; an empty tree for no layers. */
export function treeOf(store: ImageStore, top: ChainID | undefined): Tree {
  return top === undefined ? Tree.empty() : mustGet(store.snapshots, top).tree;
}

/** How many layers a stack has. */
export function depthOf(store: ImageStore, top: ChainID | undefined): number {
  let depth = 0;
  for (let at = top; at !== undefined; at = store.snapshots.get(at)?.parent) depth++;
  return depth;
}

/** Adds an image from its config JSON; its layers must be there. An image that is there already keeps its record. */
export function addImage(store: ImageStore, configText: string, parent?: ImageID): { store: ImageStore; image: Image } {
  const id = sha256(configText) as ImageID;
  const known = store.images.get(id);
  if (known !== undefined) return { store, image: known };
  const image: Image = { id, configText, config: configOf(configText), parent, lastTagged: undefined };
  return { store: { ...store, images: new Map(store.images).set(id, image) }, image };
}

/** The container config of the step that made an image; undefined for images of other makers. */
export const stepOf = ({ step, config }: Image): RunConfig | undefined => step ?? config.container_config;

/** A config as read: an image without layers has none or null where others have a list. */
export function configOf(text: string): ImageConfig {
  const config = JSON.parse(text) as ImageConfig;
  return { ...config, rootfs: { ...config.rootfs, diff_ids: config.rootfs.diff_ids ?? [] } };
}

/** Points a canonical reference at an image, taking it from the image that had it. `now` in seconds. */
export function setTag(store: ImageStore, reference: string, id: ImageID, now: number): ImageStore {
  const image = mustGet(store.images, id);
  const tags = new Map(store.tags).set(reference, id);
  const images = new Map(store.images).set(id, { ...image, lastTagged: now });
  const was = store.tags.get(reference);
  const loser = was === undefined || was === id ? undefined : images.get(was);
  if (loser !== undefined) images.set(loser.id, { ...loser, lost: { name: reference, to: id } });
  return { ...store, tags, images };
}

const stacks = new WeakMap<ImageConfig, readonly ChainID[]>();

/** The stack of an image, lowest layer first. Worked out once for each config. */
export function stackOf({ config }: Image): readonly ChainID[] {
  let stack = stacks.get(config);
  if (stack === undefined) {
    stack = chainIDs(config.rootfs.diff_ids ?? []);
    stacks.set(config, stack);
  }
  return stack;
}

/** The ChainID of an image's top layer; undefined for an image without layers. */
export const topOf = (image: Image): ChainID | undefined => stackOf(image).at(-1);

/** An image's file system; with containerd's store an empty one while it is not unpacked. */
export function imageTree(store: ImageStore, image: Image): Tree {
  const top = topOf(image);
  if (store.content !== undefined && top !== undefined && !store.snapshots.has(top)) return Tree.empty();
  return treeOf(store, top);
}

/** Bytes of an image as `docker inspect` tells them: its layers' files, or with containerd's store the blobs of the platform that runs here. */
export function imageSize(store: ImageStore, image: Image): number {
  if (store.content !== undefined && image.target !== undefined) {
    const [{ size } = { size: 0 }] = image.manifest === undefined ? [] : manifestsOf(store.content, image.manifest);
    return image.target.digest === image.manifest?.digest ? size : image.target.size + size;
  }
  let size = 0;
  for (const id of stackOf(image)) size += store.snapshots.get(id)?.layer.size ?? 0;
  return size;
}

export function mustGet<K, V>(map: ReadonlyMap<K, V>, key: K): V {
  const value = map.get(key);
  if (value === undefined) throw new Error(`missing: ${String(key)}`);
  return value;
}
