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
  /** The step as `docker buildx du` describes it; the description when missing. */
  readonly about?: string;
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
  /** Where it was first mounted, and for which command. */
  readonly about?: string;
  readonly tree: Tree;
  readonly created: number;
  readonly lastUsed: number;
  readonly uses: number;
}

/** Something BuildKit keeps that no step made: files sent by the client, and base images. */
export interface CacheSource {
  readonly type: 'source.local' | 'regular';
  readonly description: string;
  /** Bytes. */
  readonly size: number;
  /** Other than steps' results, files sent by the client change in place. */
  readonly mutable: boolean;
  readonly created: number;
  readonly lastUsed: number;
  readonly uses: number;
}

/** BuildKit's cache, as a value. */
export interface BuildCache {
  /** In the order made. */
  readonly records: ReadonlyMap<CacheKey, CacheRecord>;
  readonly mounts: ReadonlyMap<string, CacheMount>;
  /** What was sent, by kind and directory; base images by the key that results made on them name as their parent. */
  readonly sources?: ReadonlyMap<string, CacheSource>;
}

/** Notes that a source was used at `now`; `size` is what it is now. */
export function useSource(
  cache: BuildCache,
  key: string,
  source: Pick<CacheSource, 'type' | 'description' | 'size' | 'mutable'>,
  now: number,
): BuildCache {
  const old = cache.sources?.get(key);
  const used: CacheSource = { ...source, created: old?.created ?? now, lastUsed: now, uses: (old?.uses ?? 0) + 1 };
  return { ...cache, sources: new Map(cache.sources).set(key, used) };
}

export const emptyBuildCache: BuildCache = { records: new Map(), mounts: new Map() };
