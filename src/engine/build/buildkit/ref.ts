import type { CacheKey, ChainID } from '../../digest/index.ts';
import type { Layer } from '../../layer/index.ts';
import { Tree } from '../../tree/index.ts';

/** A layer of a result, with what the history says of it. */
export interface RefLayer {
  readonly layer: Layer;
  /** When it was made, seconds since the epoch; undefined for layers of a base image. */
  readonly created: number | undefined;
}

/** A solved step: a stack of layers and the file system they are. */
export interface Ref {
  /** Undefined for scratch. */
  readonly key: CacheKey | undefined;
  /** The image this stands on, when its layers are in the store already. */
  readonly base: ChainID | undefined;
  /** Layers above the base image, lowest first. */
  readonly layers: readonly RefLayer[];
  readonly tree: Tree;
}

export const scratchRef = (now: number): Ref => ({ key: undefined, base: undefined, layers: [], tree: Tree.empty(now) });
