import type { ChainID, DiffID } from '../../digest/index.ts';
import { collectGarbage } from '../../store/index.ts';
import type { Daemon } from '../daemon.ts';

/** Stacks of layers that something other than an image stands on: containers, and results in the build cache. */
export function heldLayers(daemon: Daemon): Set<ChainID> {
  const held = new Set<ChainID>();
  for (const { base } of daemon.state.containers.values()) if (base !== undefined) held.add(base);
  const cached = cachedLayers(daemon);
  for (const { chainID, layer } of daemon.state.images.snapshots.values()) if (cached.has(layer.diffID)) held.add(chainID);
  return held;
}

/** The layers of results in the build cache. */
const cachedLayers = (daemon: Daemon): Set<DiffID> => new Set([...daemon.state.cache.records.values()].map(({ layer }) => layer.diffID));

/** With containerd's store: forgets the blobs and layers that nothing needs any more. */
export function sweep(daemon: Daemon): ReadonlySet<string> {
  const { store, removed } = collectGarbage(daemon.state.images, heldLayers(daemon), cachedLayers(daemon));
  daemon.update({ images: store });
  return removed;
}
