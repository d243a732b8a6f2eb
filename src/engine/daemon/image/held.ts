import type { ChainID } from '../../digest/index.ts';
import type { Daemon } from '../daemon.ts';

/** Stacks of layers that something other than an image stands on: containers, and the build cache. */
export function heldLayers(daemon: Daemon): Set<ChainID> {
  const held = new Set<ChainID>(daemon.state.cache.layers);
  for (const { base } of daemon.state.containers.values()) if (base !== undefined) held.add(base);
  return held;
}
