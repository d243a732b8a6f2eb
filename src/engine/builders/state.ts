import type { BuildCache } from '../build/cache.ts';
import type { ImageStore } from '../store/index.ts';

/** What a builder's volume holds: its cache, and the layers of base images it has fetched. */
export interface BuilderState {
  readonly images: ImageStore;
  readonly cache: BuildCache;
}
