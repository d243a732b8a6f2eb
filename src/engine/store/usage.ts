import type { ChainID } from '../digest/index.ts';
import type { Layer, TarEntry } from '../layer/index.ts';
import { type Image, type ImageStore, mustGet, stackOf, treeOf } from './store.ts';

/** ext4's block, which everything that takes space takes a multiple of. */
export const BLOCK = 4096;
/** Targets of symbolic links shorter than this lie in the inode. */
const FAST_LINK = 60;

const known = new WeakMap<Layer, number>();

/** Bytes that a layer takes unpacked, as containerd's overlayfs snapshotter counts them: whole blocks, directories and the root too (containerd/continuity fs.DiskUsage). */
export function unpackedSize(layer: Layer): number {
  let size = known.get(layer);
  if (size === undefined) {
    size = usageOf(layer.entries);
    known.set(layer, size);
  }
  return size;
}

/** Bytes that files and the directories above them take on disk. */
export function usageOf(entries: Iterable<TarEntry>): number {
  const dirs = new Set(['']);
  let size = 0;
  for (const entry of entries) {
    addDirs(dirs, entry);
    size += blocksOf(entry);
  }
  return size + dirs.size * BLOCK;
}

function addDirs(dirs: Set<string>, { kind, path }: TarEntry): void {
  const parts = path.split('/').filter((part) => part !== '' && part !== '.');
  if (kind !== 'dir') parts.pop();
  for (let depth = parts.length; depth > 0; depth--) {
    const dir = parts.slice(0, depth).join('/');
    if (dirs.has(dir)) return;
    dirs.add(dir);
  }
}

function blocksOf(entry: TarEntry): number {
  if (entry.kind === 'file') return Math.ceil(entry.body.size / BLOCK) * BLOCK;
  return entry.kind === 'symlink' && entry.linkname.length >= FAST_LINK ? BLOCK : 0;
}

/** Bytes of an image's layers unpacked, with the mount points that lie between them. */
export function unpackedImageSize(store: ImageStore, image: Image): number {
  let size = 0;
  for (const chain of stackOf(image)) size += snapshotSize(store, chain) + (store.content?.inits.get(chain) ?? 0);
  return size;
}

/** Directories that the engine's mount points lie in, which every container touches, and those it makes where they are missing. */
const TOUCHED = ['', 'dev', 'etc'];
const MADE = ['dev/pts', 'dev/shm', 'proc', 'sys'];

/** Bytes of the mount points of a container over a stack of layers (moby daemon/initlayer/setup_unix.go). */
export function initSize(store: ImageStore, below: ChainID | undefined): number {
  const tree = treeOf(store, below);
  const made = hasInits(store, below) ? [] : MADE.filter((path) => tree.at(`/${path}`) === undefined);
  return (TOUCHED.length + made.length) * BLOCK;
}

/** Notes what the mount points of a container take that made the layer `chain` over `below`. */
export function withInits(store: ImageStore, below: ChainID | undefined, chain: ChainID): ImageStore {
  const { content } = store;
  if (content === undefined || content.inits.has(chain)) return store;
  return { ...store, content: { ...content, inits: new Map(content.inits).set(chain, initSize(store, below)) } };
}

function hasInits(store: ImageStore, top: ChainID | undefined): boolean {
  for (let chain = top; chain !== undefined; chain = store.snapshots.get(chain)?.parent) if (store.content?.inits.has(chain)) return true;
  return false;
}

/** Bytes of one layer unpacked; none when it is not here. */
export function snapshotSize(store: ImageStore, chain: ChainID): number {
  const snapshot = store.snapshots.get(chain);
  return snapshot === undefined ? 0 : unpackedSize(snapshot.layer);
}

/** Bytes of a layer as `docker history` shows them. */
export const layerSize = (store: ImageStore, chain: ChainID): number =>
  store.content === undefined ? mustGet(store.snapshots, chain).layer.size : snapshotSize(store, chain);
