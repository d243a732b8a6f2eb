// What a command took away: the difference between two states of a store. The same for what would go and for what has gone.
import type { StoreView } from '../session/view/index.ts';

export interface Loss {
  /** References that lead nowhere any more. */
  readonly names: readonly string[];
  /** IDs of images that are gone, without those between the classic builder's steps. */
  readonly images: readonly string[];
  readonly steps: number;
  /** IDs of images that lost their last name and stay. */
  readonly loose: readonly string[];
  /** ChainIDs of layers that are gone. */
  readonly layers: readonly string[];
  /** ChainIDs of layers that lost their last image and stay, because something else keeps them. */
  readonly kept: readonly string[];
  readonly keptBytes: number;
  /** Layers that images have after it. */
  readonly stay: number;
  readonly containers: readonly string[];
  readonly volumes: readonly string[];
  readonly networks: readonly string[];
  readonly cacheItems: number;
  /** Bytes that are free afterwards: layers, blobs, containers, volumes and cache that are really gone. */
  readonly freed: number;
}

export function lossOf(before: StoreView, after: StoreView): Loss {
  const left = new Set(after.images.map(({ id }) => id));
  const layersLeft = new Set(after.layers.map(({ chainID }) => chainID));
  const usedBefore = usedIn(before);
  const usedAfter = usedIn(after);
  const gone = before.images.filter(({ id }) => !left.has(id));
  const named = new Map(before.images.map(({ id, tags }) => [id, tags.length > 0]));
  const kept = before.layers.filter(({ chainID }) => usedBefore.has(chainID) && !usedAfter.has(chainID) && layersLeft.has(chainID));
  const names = (view: StoreView): Map<string, string> =>
    new Map(view.images.flatMap(({ id, tags }) => tags.map((tag) => [tag, id] as const)));
  const namesAfter = names(after);
  const missing = <T>(list: readonly T[], rest: readonly T[], key: (one: T) => string): string[] =>
    list.map(key).filter((one) => !rest.some((other) => key(other) === one));
  return {
    names: [...names(before)].filter(([name]) => !namesAfter.has(name)).map(([name]) => name),
    images: gone.filter(({ intermediate }) => !intermediate).map(({ id }) => id),
    steps: gone.filter(({ intermediate }) => intermediate).length,
    loose: after.images
      .filter(({ id, tags, intermediate }) => tags.length === 0 && !intermediate && named.get(id) === true)
      .map(({ id }) => id),
    layers: before.layers.filter(({ chainID }) => !layersLeft.has(chainID)).map(({ chainID }) => chainID),
    kept: kept.map(({ chainID }) => chainID),
    keptBytes: kept.reduce((sum, { size }) => sum + size, 0),
    stay: usedAfter.size,
    containers: missing(before.containers, after.containers, ({ id }) => id).map(
      (id) => before.containers.find((container) => container.id === id)?.name ?? id,
    ),
    volumes: missing(before.volumes, after.volumes, ({ name }) => name),
    networks: missing(before.networks, after.networks, (name) => name),
    cacheItems: Math.max(0, before.cache.items - after.cache.items),
    freed: Math.max(0, bytesOf(before) - bytesOf(after)),
  };
}

/** ChainIDs of the layers that images have. */
const usedIn = (view: StoreView): ReadonlySet<string> =>
  new Set(view.images.flatMap(({ platforms }) => platforms.flatMap(({ stack }) => stack)));

/** Everything that takes space on the machine's disk, each thing once. */
function bytesOf({ layers, blobs, cache, volumes, containers }: StoreView): number {
  const sum = (list: readonly { readonly size: number }[]): number => list.reduce((total, { size }) => total + size, 0);
  return sum(layers) + (blobs?.size ?? 0) + cache.beside + sum(volumes) + sum(containers);
}

/** Whether anything went. */
export const isNothing = (loss: Loss): boolean =>
  loss.names.length + loss.images.length + loss.layers.length + loss.containers.length + loss.volumes.length + loss.networks.length === 0 &&
  loss.cacheItems === 0;
