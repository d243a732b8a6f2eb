import type { Daemon } from '../../../engine/daemon/index.ts';
import { hexOf, sha256 } from '../../../engine/digest/index.ts';

/** One result in BuildKit's cache. Times in seconds since the epoch. */
export interface CacheItem {
  readonly id: string;
  readonly type: string;
  readonly size: number;
  readonly created: number;
  readonly lastUsed: number;
  readonly uses: number;
  /** An image has this layer too: removing it here frees nothing. */
  readonly shared: boolean;
}

const DIGITS = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** An id as long as BuildKit's, 25 characters, made from the record's key. */
function cacheID(key: string): string {
  const hex = hexOf(sha256(`cache ${key}`));
  return Array.from({ length: 25 }, (_, i) => DIGITS[Number.parseInt(hex.slice(i * 2, i * 2 + 2), 16) % DIGITS.length]).join('');
}

/** What BuildKit's cache holds, and the bytes that only it holds. */
export function cacheUsage(daemon: Daemon): { readonly items: readonly CacheItem[]; readonly size: number } {
  const { cache, images } = daemon.state;
  const inImages = new Set([...images.images.values()].flatMap((image) => image.config.rootfs.diff_ids ?? []));
  const items = [...cache.records].map(
    ([key, record]): CacheItem => ({
      id: cacheID(key),
      type: 'regular',
      size: record.layer.size,
      created: record.created,
      lastUsed: record.lastUsed,
      uses: record.uses,
      shared: inImages.has(record.layer.diffID),
    }),
  );
  return { items, size: items.reduce((sum, item) => (item.shared ? sum : sum + item.size), 0) };
}
