import type { ChainID } from '../../digest/index.ts';
import { DockerError } from '../../errors/index.ts';
import { fromCanonical } from '../../reference/index.ts';
import { childrenOf, type Image, referencesOf } from '../../store/index.ts';
import type { Daemon } from '../daemon.ts';
import { pruneEvent } from '../events/index.ts';
import { boolFilter, checkFilters, type Filters, matchPruneLabels, untilFilter } from '../filters.ts';
import { compareInstants } from '../time.ts';
import { createdAt } from './list.ts';
import { type Removal, removeImage } from './remove.ts';

export interface PruneReport {
  readonly removals: readonly Removal[];
  /** Bytes of the layers that went. */
  readonly reclaimed: number;
}

/**
 * Removes images nobody uses: dangling ones, or with `dangling=false` all that no container was made from. What is in use is
 * passed over. Throws DockerError for bad filters. Source: moby daemon/images/image_prune.go.
 */
export function pruneImages(daemon: Daemon, filters: Filters): PruneReport {
  checkFilters(filters, ['dangling', 'label', 'label!', 'until']);
  const danglingOnly = boolFilter(filters, 'dangling', true);
  const until = untilFilter(filters, daemon.now());
  const before = daemon.state.images;
  const isCandidate = (image: Image): boolean => {
    const isHead = childrenOf(before, image.id).length === 0;
    if (!isHead && (danglingOnly || referencesOf(before, image.id).length === 0)) return false;
    const created = createdAt(image);
    if (until !== undefined && (created === undefined || compareInstants(created, until) > 0)) return false;
    return matchPruneLabels(filters, image.config.config?.Labels);
  };
  const removals = [...before.images.values()].filter(isCandidate).flatMap((image) => pruneImage(daemon, image, danglingOnly));
  let reclaimed = 0;
  for (const removal of removals) if ('deleted' in removal) reclaimed += before.snapshots.get(removal.deleted as ChainID)?.layer.size ?? 0;
  pruneEvent(daemon, 'image', reclaimed);
  return { removals, reclaimed };
}

function pruneImage(daemon: Daemon, image: Image, danglingOnly: boolean): Removal[] {
  if (!daemon.state.images.images.has(image.id)) return [];
  const references = referencesOf(daemon.state.images, image.id);
  if (references.length === 0) return tryRemove(daemon, image.id);
  if (danglingOnly && references.some((key) => fromCanonical(key).digest === undefined)) return [];
  return references.flatMap((key) => tryRemove(daemon, key));
}

function tryRemove(daemon: Daemon, text: string): Removal[] {
  try {
    return removeImage(daemon, text, { force: false, prune: true });
  } catch (error) {
    if (error instanceof DockerError) return [];
    throw error;
  }
}
