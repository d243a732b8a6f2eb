import { heldLayers, sweep, usesContainerd } from '../daemon/image/index.ts';
import type { Daemon } from '../daemon/index.ts';
import type { CacheKey } from '../digest/index.ts';
import { releaseLayers } from '../store/index.ts';
import { type CacheItem, cacheID, cacheUsage } from './cache-usage.ts';

export interface CachePruneReport {
  /** What went, newest first. */
  readonly removed: readonly CacheItem[];
  /** Bytes that only the cache held. */
  readonly reclaimed: number;
}

export interface CachePruneRequest {
  /** What images share too. */
  readonly all: boolean;
  /** Only what was last used before; seconds since the epoch. */
  readonly olderThan?: number;
  /** Only what this says yes to. */
  readonly matches?: (item: CacheItem) => boolean;
  /** Bytes to keep: the least recently used go first, until no more is left. */
  readonly keep?: number;
}

/**
 * Removes results from BuildKit's cache: those that no image shares, or `all`; a result stays as long as another was made on it.
 * Layers that then nothing needs leave the image store. Source: buildkit cache/manager.go Prune.
 */
export function pruneCache(daemon: Daemon, request: CachePruneRequest): CachePruneReport {
  const { all, olderThan = Number.POSITIVE_INFINITY, matches = () => true, keep = 0 } = request;
  const { items } = cacheUsage(daemon);
  const children = new Map<string, number>();
  for (const { parents } of items) for (const parent of parents) children.set(parent, (children.get(parent) ?? 0) + 1);
  let left = items.reduce((sum, { size }) => sum + size, 0);
  const removed: CacheItem[] = [];
  const byAge = keep > 0 ? [...items].sort((a, b) => a.lastUsed - b.lastUsed || a.uses - b.uses) : [...items].reverse();
  // A result that others were made on goes once they are gone: as long as something went there may be more.
  for (let before = -1; before !== removed.length; ) {
    before = removed.length;
    for (const item of byAge) {
      if (removed.includes(item) || item.lastUsed > olderThan || (children.get(item.id) ?? 0) > 0) continue;
      if ((!all && item.shared) || !matches(item)) continue;
      if (keep > 0 && left <= keep) break;
      removed.push(item);
      left -= item.size;
      for (const parent of item.parents) children.set(parent, children.get(parent)! - 1);
    }
  }
  forget(daemon, new Set(removed.map(({ id }) => id)));
  return { removed, reclaimed: removed.reduce((sum, item) => sum + (item.shared ? 0 : item.size), 0) };
}

function forget(daemon: Daemon, ids: ReadonlySet<string>): void {
  const { cache } = daemon.state;
  const kept = <K extends string, V>(map: ReadonlyMap<K, V>, idOf: (key: K) => string): Map<K, V> =>
    new Map([...map].filter(([key]) => !ids.has(idOf(key))));
  const records = kept(cache.records, (key: CacheKey) => cacheID(key));
  const mounts = kept(cache.mounts, (key) => cacheID(`mount ${key}`));
  const sources = kept(cache.sources ?? new Map(), (key: string) => cacheID(key));
  daemon.update({ cache: { ...cache, records, mounts, sources } });
  const chains = [...daemon.state.images.snapshots.keys()];
  daemon.update({ images: releaseLayers(daemon.state.images, chains, heldLayers(daemon)).store });
  if (usesContainerd(daemon)) sweep(daemon);
}
