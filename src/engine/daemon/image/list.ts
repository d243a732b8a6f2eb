import type { ImageID } from '../../digest/index.ts';
import { familiarMatch, familiarString, fromCanonical } from '../../reference/index.ts';
import { childrenOf, digestsOf, findImage, type Image, imageSize, mustGet, stackOf, tagsOf } from '../../store/index.ts';
import type { Daemon } from '../daemon.ts';
import { boolFilter, checkFilters, type Filters, matchKeyValues, untilFilter } from '../filters.ts';
import { compareInstants, type Instant, parseTime } from '../time.ts';

/** One image of `docker images`. References are as Docker shows them. */
export interface ImageSummary {
  readonly id: ImageID;
  readonly parent: ImageID | undefined;
  /** Undefined when the config does not tell. */
  readonly created: Instant | undefined;
  readonly size: number;
  /** Bytes of its layers that other images have too. */
  readonly sharedSize: number;
  readonly repoTags: readonly string[];
  readonly repoDigests: readonly string[];
  readonly labels: Readonly<Record<string, string>> | undefined;
  /** How many containers were made from it. */
  readonly containers: number;
}

const FILTERS = ['dangling', 'label', 'before', 'since', 'reference', 'until'];
const EPOCH: Instant = { seconds: 0, nanos: 0 };

export const createdAt = (image: Image): Instant | undefined => parseTime(image.config.created ?? '');

/** Images, newest first; those in between steps of a build only with `all`. Throws DockerError. Source: moby daemon/images/images.go Images. */
export function listImages(daemon: Daemon, options: { all: boolean; filters: Filters }): ImageSummary[] {
  const { all, filters } = options;
  const store = daemon.state.images;
  checkFilters(filters, FILTERS);
  const danglingOnly = boolFilter(filters, 'dangling', false);
  const notDangling = filters.has('dangling') && !danglingOnly;
  const at = (text: string): Instant => createdAt(findImage(store, text)) ?? EPOCH;
  const before = (filters.get('before') ?? []).map(at).at(-1);
  const since = (filters.get('since') ?? []).map(at).at(-1);
  const until = untilFilter(filters, daemon.now());
  const patterns = filters.get('reference');
  const out: ImageSummary[] = [];
  for (const image of store.images.values()) {
    const created = createdAt(image) ?? EPOCH;
    if (before !== undefined && compareInstants(created, before) >= 0) continue;
    if (since !== undefined && compareInstants(created, since) <= 0) continue;
    if (until !== undefined && compareInstants(created, until) > 0) continue;
    if (filters.has('label') && !matchKeyValues(filters, 'label', image.config.config?.Labels)) continue;
    const isHead = childrenOf(store, image.id).length === 0;
    if (danglingOnly && !isHead) continue;
    const shown = (keys: readonly string[]): string[] =>
      keys
        .map(fromCanonical)
        .filter((reference) => patterns === undefined || patterns.some((pattern) => familiarMatch(pattern, reference)))
        .map(familiarString);
    const repoTags = shown(tagsOf(store, image.id));
    const repoDigests = shown(digestsOf(store, image.id));
    if (danglingOnly && repoTags.length > 0) continue;
    if (repoTags.length === 0 && repoDigests.length === 0 && ((!all && !isHead) || notDangling || patterns !== undefined)) continue;
    out.push({ ...summaryOf(daemon, image), repoTags, repoDigests });
  }
  return out
    .map((summary, index) => ({ summary, index }))
    .sort(newestFirst)
    .map(({ summary }) => summary);
}

function newestFirst(a: { summary: ImageSummary; index: number }, b: { summary: ImageSummary; index: number }): number {
  return compareInstants(b.summary.created ?? EPOCH, a.summary.created ?? EPOCH) || b.index - a.index;
}

function summaryOf(daemon: Daemon, image: Image): Omit<ImageSummary, 'repoTags' | 'repoDigests'> {
  const store = daemon.state.images;
  const labels = image.config.config?.Labels;
  return {
    id: image.id,
    parent: image.parent,
    created: createdAt(image),
    size: imageSize(store, image),
    sharedSize: sharedSize(daemon, image),
    labels: labels ?? undefined,
    containers: [...daemon.state.containers.values()].filter((container) => container.image === image.id).length,
  };
}

/** Bytes of an image's layers that stand in other images too. */
export function sharedSize(daemon: Daemon, image: Image): number {
  const { images, snapshots } = daemon.state.images;
  const others = new Set([...images.values()].filter((other) => other.id !== image.id).flatMap(stackOf));
  return stackOf(image)
    .filter((layer) => others.has(layer))
    .reduce((sum, layer) => sum + mustGet(snapshots, layer).layer.size, 0);
}
