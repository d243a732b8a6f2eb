import type { ImageID } from '../../digest/index.ts';
import type { RunConfig } from '../../image/index.ts';
import { type Image, type ImageStore, stepOf } from '../../store/index.ts';
import { type Draft, runConfigOf } from '../draft.ts';

/** Fields that do not decide whether two configs are the same step. */
const IGNORED = new Set(['Image', 'Hostname', 'Domainname', 'MacAddress']);

/** A config as comparable text: unset and zero are the same, maps have no order. Source: moby image/cache/compare.go. */
export function comparable(config: RunConfig): string {
  const entries = Object.entries(config)
    .filter(([key, value]) => !IGNORED.has(key) && !isZero(value))
    .map(([key, value]) => [key, Array.isArray(value) ? value : sorted(value)] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify(entries);
}

const isZero = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  value === false ||
  value === 0 ||
  (typeof value === 'object' && Object.keys(value as object).length === 0);

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value as object)
    .filter(([, each]) => !isZero(each) || typeof each === 'string' || typeof each === 'object')
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

/** The newest child of `parent` that was made by the same step. An empty `parent` is scratch. Source: moby image/cache/cache.go. */
export function cachedChild(store: ImageStore, parent: ImageID | '', config: Draft): Image | undefined {
  const wanted = comparable(runConfigOf(config));
  let match: Image | undefined;
  for (const image of store.images.values()) {
    if ((image.parent ?? '') !== parent || stepOf(image) === undefined) continue;
    if (comparable(stepOf(image)!) !== wanted) continue;
    if (match === undefined || (match.config.created ?? '') < (image.config.created ?? '')) match = image;
  }
  return match;
}

/** Whether `target`'s history and layers begin with those of `parent`. */
export function continues(target: Image, parent: Image | undefined): boolean {
  const history = target.config.history ?? [];
  if (history.length === 0) return false;
  if (parent === undefined) return true;
  const before = parent.config.history ?? [];
  const { diff_ids: below = [] } = parent.config.rootfs;
  if (before.length === 0 && below.length === 0) return true;
  if (before.length >= history.length) return false;
  return (
    before.every((row, i) => JSON.stringify(row) === JSON.stringify(history[i])) &&
    below.every((id, i) => target.config.rootfs.diff_ids?.[i] === id)
  );
}

/** Whether `ancestor` is below `image` in the chain of parents. */
export function descends(store: ImageStore, image: ImageID, ancestor: ImageID): boolean {
  for (let at = store.images.get(image)?.parent, steps = 0; at !== undefined && steps < 10_000; steps++) {
    if (at === ancestor) return true;
    at = store.images.get(at)?.parent;
  }
  return false;
}
