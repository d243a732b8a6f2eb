import type { CacheKey } from '../digest/index.ts';
import type { Layer } from '../layer/index.ts';
import type { Tree } from '../tree/index.ts';

/** One result that BuildKit keeps: what a step made over the result of another. */
export interface CacheRecord {
  readonly key: CacheKey;
  /** The result this one was made on; undefined on scratch. */
  readonly parent: CacheKey | undefined;
  /** The step as its progress line names it, without the place in its stage. */
  readonly description: string;
  /** What the step is apart from where it stands: instruction, options, environment. Equal for the same step over another parent. */
  readonly step: string;
  /** Variables the step saw, `NAME=value`; empty for steps that see none. */
  readonly env: readonly string[];
  /** Digests of the source files the step took, by path. */
  readonly sources: ReadonlyMap<string, string>;
  readonly layer: Layer;
  /** The file system after it. */
  readonly tree: Tree;
  /** Seconds since the epoch. */
  readonly created: number;
  readonly lastUsed: number;
  readonly uses: number;
}

/** A `--mount=type=cache` directory: its files outlive the build. */
export interface CacheMount {
  readonly id: string;
  readonly tree: Tree;
  readonly created: number;
  readonly lastUsed: number;
  readonly uses: number;
}

/** BuildKit's cache, as a value. */
export interface BuildCache {
  /** In the order made. */
  readonly records: ReadonlyMap<CacheKey, CacheRecord>;
  readonly mounts: ReadonlyMap<string, CacheMount>;
}

export const emptyBuildCache: BuildCache = { records: new Map(), mounts: new Map() };
