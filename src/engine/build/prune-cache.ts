import { heldLayers, sweep, usesContainerd } from '../daemon/image/index.ts';
import type { Daemon } from '../daemon/index.ts';
import type { CacheKey } from '../digest/index.ts';
import { releaseLayers } from '../store/index.ts';
import { cacheID, cacheUsage, layersInImages } from './cache-usage.ts';

export interface CachePruneReport {
  /** Ids of what went, newest first. */
  readonly removed: readonly string[];
  /** Bytes that only the cache held. */
  readonly reclaimed: number;
}

/**
 * Removes results from BuildKit's cache: those that no image shares, or `all`; a result stays as long as another was made on it.
 * Layers that then nothing needs leave the image store. Source: buildkit cache/manager.go Prune.
 */
export function pruneCache(daemon: Daemon, options: { all: boolean; olderThan?: number }): CachePruneReport {
  const { all, olderThan = Number.POSITIVE_INFINITY } = options;
  const { cache } = daemon.state;
  const sizes = new Map(cacheUsage(daemon).items.map((item) => [item.id, item.shared ? 0 : item.size]));
  const inImages = layersInImages(daemon);
  const records = new Map(cache.records);
  const parents = new Map<CacheKey, number>();
  for (const { parent } of records.values()) if (parent !== undefined) parents.set(parent, (parents.get(parent) ?? 0) + 1);
  const removed: string[] = [];
  const mounts = new Map(cache.mounts);
  for (const [key, { lastUsed }] of [...mounts].reverse()) {
    if (lastUsed > olderThan) continue;
    mounts.delete(key);
    removed.push(cacheID(`mount ${key}`));
  }
  // A result may stand behind one that was made on it: a build without the cache puts it there anew.
  for (let before = -1; before !== records.size; ) {
    before = records.size;
    for (const [key, { parent, layer, lastUsed }] of [...records].reverse()) {
      if (lastUsed > olderThan || (parents.get(key) ?? 0) > 0 || (!all && inImages.has(layer.diffID))) continue;
      records.delete(key);
      removed.push(cacheID(key));
      if (parent !== undefined) parents.set(parent, parents.get(parent)! - 1);
    }
  }
  daemon.update({ cache: { ...cache, records, mounts } });
  const chains = [...daemon.state.images.snapshots.keys()];
  daemon.update({ images: releaseLayers(daemon.state.images, chains, heldLayers(daemon)).store });
  if (usesContainerd(daemon)) sweep(daemon);
  return { removed, reclaimed: removed.reduce((sum, id) => sum + (sizes.get(id) ?? 0), 0) };
}
