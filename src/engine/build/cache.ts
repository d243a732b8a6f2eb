/** BuildKit's cache, as a value. */
export interface BuildCache {
  readonly records: ReadonlyMap<string, unknown>;
}
export const emptyBuildCache: BuildCache = { records: new Map() };
