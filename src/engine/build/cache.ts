import type { ChainID } from '../digest/index.ts';

/** BuildKit's cache, as a value. */
export interface BuildCache {
  readonly records: ReadonlyMap<string, unknown>;
  /** Tops of the layer stacks that records hold: those layers outlive the images that use them, until the cache is pruned. */
  readonly layers: ReadonlySet<ChainID>;
}
export const emptyBuildCache: BuildCache = { records: new Map(), layers: new Set() };
