import { type ChainID, chainIDs } from '../../../digest/index.ts';
import { DockerError } from '../../../errors/index.ts';
import { familiarMatch, familiarString, fromCanonical, repositoryOf } from '../../../reference/index.ts';
import {
  childrenOf,
  diffIDsOf,
  findImage,
  type Image,
  namesOf,
  type PlatformSize,
  platformSizes,
  snapshotSize,
} from '../../../store/index.ts';
import type { Daemon } from '../../daemon.ts';
import { boolFilter, checkFilters, type Filters, matchPruneLabels, untilFilter } from '../../filters.ts';
import { compareInstants, type Instant } from '../../time.ts';
import { createdAt, type ImageSummary } from '../list.ts';

const FILTERS = ['dangling', 'label', 'label!', 'before', 'since', 'reference', 'until'];
const EPOCH: Instant = { seconds: 0, nanos: 0 };

/** An image of containerd's store in a list. */
export interface TargetSummary extends ImageSummary {
  readonly platforms: readonly PlatformSize[];
}

/** Images of containerd's store, newest first, and by name among equals. Throws DockerError. Source: moby daemon/containerd/image_list.go. */
export function listTargets(daemon: Daemon, options: { all: boolean; filters: Filters }): TargetSummary[] {
  const { all, filters } = options;
  const store = daemon.state.images;
  checkFilters(filters, FILTERS);
  const dangling = filters.has('dangling') ? boolFilter(filters, 'dangling', false) : undefined;
  const at = (text: string): Instant => createdAt(findImage(store, text)) ?? EPOCH;
  const before = (filters.get('before') ?? []).map(at);
  const since = (filters.get('since') ?? []).map(at);
  const until = untilFilter(filters, daemon.now());
  const patterns = filters.get('reference');
  const matches = (name: string): boolean => patterns === undefined || patterns.some((pattern) => matchesPattern(pattern, name));
  const chosen: { image: Image; names: string[] }[] = [];
  for (const image of store.images.values()) {
    const created = createdAt(image) ?? EPOCH;
    if (before.some((instant) => compareInstants(created, instant) >= 0) || since.some((instant) => compareInstants(created, instant) <= 0))
      continue;
    if (until !== undefined && compareInstants(created, until) >= 0) continue;
    if (!matchPruneLabels(filters, image.config.config?.Labels)) continue;
    const names = namesOf(store, image.id);
    if (dangling !== undefined && dangling !== (names.length === 0)) continue;
    if (names.length === 0 && (!matches(`docker.io/library/moby-dangling@${image.id}`) || (!all && childrenOf(store, image.id).length > 0)))
      continue;
    const shown = names.filter(matches);
    if (names.length > 0 && shown.length === 0) continue;
    chosen.push({ image, names: shown });
  }
  const counts = countChains(chosen.map(({ image }) => image));
  return chosen
    .map(({ image, names }) => summaryOf(daemon, image, names, counts))
    .reverse()
    .sort((a, b) => compareInstants(b.created ?? EPOCH, a.created ?? EPOCH));
}

/** A malformed pattern matches nothing here. */
function matchesPattern(pattern: string, name: string): boolean {
  try {
    return familiarMatch(pattern, fromCanonical(name));
  } catch (error) {
    if (error instanceof DockerError) return false;
    throw error;
  }
}

const chainOf = (image: Image): readonly ChainID[] => chainIDs(diffIDsOf(image.configText === '' ? undefined : image.configText));

function countChains(images: readonly Image[]): Map<ChainID, number> {
  const counts = new Map<ChainID, number>();
  for (const image of images) for (const chain of chainOf(image)) counts.set(chain, (counts.get(chain) ?? 0) + 1);
  return counts;
}

function summaryOf(daemon: Daemon, image: Image, names: readonly string[], counts: ReadonlyMap<ChainID, number>): TargetSummary {
  const store = daemon.state.images;
  const platforms = platformSizes(store, image.target!);
  const references = names.map(fromCanonical);
  const last = references.at(-1);
  return {
    id: image.id,
    parent: image.parent,
    created: createdAt(image) ?? EPOCH,
    size: platforms.reduce((sum, { size, unpacked }) => sum + size + unpacked, 0),
    sharedSize: chainOf(image)
      .filter((chain) => (counts.get(chain) ?? 0) > 1)
      .reduce((sum, chain) => sum + snapshotSize(store, chain), 0),
    repoTags: references.filter(({ digest }) => digest === undefined).map(familiarString),
    // Only the last name's, as the engine has it: moby daemon/containerd/image_list.go multiSummary.
    repoDigests: last === undefined ? [] : [familiarString(fromCanonical(`${repositoryOf(last)}@${image.id}`))],
    labels: image.config.config?.Labels ?? undefined,
    containers: [...daemon.state.containers.values()].filter((container) => container.image === image.id).length,
    platforms,
  };
}
