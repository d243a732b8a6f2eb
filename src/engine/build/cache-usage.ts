import type { Daemon } from '../daemon/index.ts';
import { hexOf, sha256 } from '../digest/index.ts';
import type { CacheRecord } from './cache.ts';

/** One thing in BuildKit's cache. Times in seconds since the epoch. */
export interface CacheItem {
  /** As long as BuildKit's, 25 characters. */
  readonly id: string;
  readonly type: 'regular' | 'exec.cachemount';
  /** Bytes. */
  readonly size: number;
  readonly created: number;
  readonly lastUsed: number;
  readonly uses: number;
  /** An image has this layer too: removing it here frees nothing. */
  readonly shared: boolean;
}

const DIGITS = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** The id of a record or mount, made from its key. */
export function cacheID(key: string): string {
  const hex = hexOf(sha256(`cache ${key}`));
  return Array.from({ length: 25 }, (_, i) => DIGITS[Number.parseInt(hex.slice(i * 2, i * 2 + 2), 16) % DIGITS.length]).join('');
}

/** DiffIDs of all layers that images have. */
export const layersInImages = ({ state }: Daemon): Set<string> =>
  new Set([...state.images.images.values()].flatMap((image) => image.config.rootfs.diff_ids ?? []));

/** What the cache holds, oldest first, and the bytes that only it holds. */
export function cacheUsage(daemon: Daemon): { readonly items: readonly CacheItem[]; readonly size: number } {
  const { cache } = daemon.state;
  const inImages = layersInImages(daemon);
  const record = ({ key, layer, created, lastUsed, uses }: CacheRecord): CacheItem => {
    return { id: cacheID(key), type: 'regular', size: layer.size, created, lastUsed, uses, shared: inImages.has(layer.diffID) };
  };
  const mounts = [...cache.mounts].map(([key, { tree, created, lastUsed, uses }]): CacheItem => {
    let size = 0;
    for (const [, inode] of tree.walk()) if (inode.kind === 'file') size += inode.body.size;
    return { id: cacheID(`mount ${key}`), type: 'exec.cachemount', size, created, lastUsed, uses, shared: false };
  });
  const items = [...[...cache.records.values()].map(record), ...mounts];
  return { items, size: items.reduce((sum, item) => (item.shared ? sum : sum + item.size), 0) };
}
