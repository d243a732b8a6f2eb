import type { Daemon } from '../daemon/index.ts';
import { type CacheKey, hexOf, sha256 } from '../digest/index.ts';
import { topOf } from '../store/index.ts';
import type { CacheRecord } from './cache.ts';

/** One thing in BuildKit's cache. Times in seconds since the epoch. */
export interface CacheItem {
  /** As long as BuildKit's, 25 characters. */
  readonly id: string;
  readonly parents: readonly string[];
  readonly type: 'regular' | 'exec.cachemount' | 'source.local';
  readonly description: string;
  /** Bytes. */
  readonly size: number;
  readonly created: number;
  readonly lastUsed: number;
  readonly uses: number;
  /** It changes in place. */
  readonly mutable: boolean;
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
  const known = (key: string | undefined): string[] =>
    key !== undefined && (cache.records.has(key as CacheRecord['key']) || cache.sources?.has(key)) ? [cacheID(key)] : [];
  const record = ({ key, parent, description, about = description, layer, created, lastUsed, uses }: CacheRecord): CacheItem => ({
    id: cacheID(key),
    parents: known(parent),
    type: 'regular',
    description: about,
    size: layer.size,
    created,
    lastUsed,
    uses,
    mutable: false,
    shared: inImages.has(layer.diffID),
  });
  const mounts = [...cache.mounts].map(([key, { id, about, tree, created, lastUsed, uses }]): CacheItem => {
    let size = 0;
    for (const [, inode] of tree.walk()) if (inode.kind === 'file') size += inode.body.size;
    return {
      id: cacheID(`mount ${key}`),
      parents: [],
      type: 'exec.cachemount',
      description: `${about ?? `cached mount ${id}`} with id ${JSON.stringify(`/${id}`)}`,
      size,
      created,
      lastUsed,
      uses,
      mutable: true,
      shared: false,
    };
  });
  const sources = [...(cache.sources ?? [])].map(
    ([key, source]): CacheItem => ({
      id: cacheID(key),
      parents: [],
      ...source,
      shared: source.type === 'regular' && isBaseHere(daemon, key),
    }),
  );
  const items = [...sources, ...[...cache.records.values()].map(record), ...mounts].sort((a, b) => a.created - b.created);
  return { items, size: items.reduce((sum, item) => (item.shared ? sum : sum + item.size), 0) };
}

/** Whether an image of the engine is what a base image's record stands for. */
const isBaseHere = ({ state }: Daemon, key: string): boolean =>
  [...state.images.images.values()].some((image) => imageKey(topOf(image) ?? image.id) === key);

/** The key that results made on an image name as their parent. */
export const imageKey = (top: string): CacheKey => sha256(`image ${top}`) as CacheKey;
