import { DockerError } from '../../../errors/index.ts';
import { canonicalString, familiarString, fromCanonical, isImageID, parseReference, withDefaultTag } from '../../../reference/index.ts';
import { blobsUnder, dropReference, type Image, isIndexType, isManifestType, namesOf } from '../../../store/index.ts';
import type { Daemon } from '../../daemon.ts';
import { emit, imageEvent } from '../../events/index.ts';
import { boolFilter, checkFilters, type Filters, matchPruneLabels, untilFilter } from '../../filters.ts';
import { compareInstants } from '../../time.ts';
import { sweep } from '../held.ts';
import { createdAt } from '../list.ts';
import type { PruneReport } from '../prune.ts';
import type { Removal } from '../remove.ts';

/** One stored name of an image; undefined for a dangling one. */
interface Named {
  readonly image: Image;
  readonly name: string | undefined;
}

/**
 * `docker image prune` with containerd's store: takes names, and tells the manifests that went with them. Images in between steps of the
 * classic builder dangle here like others. Throws DockerError for bad filters. Source: moby daemon/containerd/image_prune.go.
 */
export function pruneTargets(daemon: Daemon, filters: Filters): PruneReport {
  checkFilters(filters, ['dangling', 'label', 'label!', 'until']);
  const danglingOnly = boolFilter(filters, 'dangling', true);
  const until = untilFilter(filters, daemon.now());
  const candidates = namedImages(daemon).filter(({ image, name }) => {
    if (danglingOnly && name !== undefined) return false;
    const created = createdAt(image);
    if (until !== undefined && (created === undefined || compareInstants(created, until) >= 0)) return false;
    return matchPruneLabels(filters, image.config.config?.Labels) && !isUsed(daemon, image, name);
  });
  const removals: Removal[] = [];
  let reclaimed = 0;
  for (const { image, name } of candidates) {
    const blobs = blobsUnder(daemon.state.images.content!, image.target!);
    const untagged = name === undefined ? image.id : familiarString(fromCanonical(name));
    emit(daemon, 'image', 'untag', image.id, { name: untagged });
    dropName(daemon, image, name);
    const removed = sweep(daemon);
    if (!daemon.state.images.images.has(image.id)) imageEvent(daemon, image.id, 'delete', untagged);
    removals.push({ untagged });
    for (const { digest, mediaType, size } of blobs) {
      if (!removed.has(digest)) continue;
      reclaimed += size;
      if (isIndexType(mediaType) || isManifestType(mediaType)) removals.push({ deleted: digest });
    }
  }
  return { removals, reclaimed };
}

function namedImages(daemon: Daemon): Named[] {
  const store = daemon.state.images;
  return [...store.images.values()].flatMap((image): Named[] => {
    const names = namesOf(store, image.id);
    return names.length === 0 ? [{ image, name: undefined }] : names.map((name) => ({ image, name }));
  });
}

/** Whether a container was made from the image by this name; a dangling image is used by every container made from it. */
function isUsed(daemon: Daemon, image: Image, name: string | undefined): boolean {
  return [...daemon.state.containers.values()].some((container) =>
    name === undefined ? container.image === image.id : name === nameUsed(container.imageRef),
  );
}

function nameUsed(text: string): string | undefined {
  if (isImageID(text)) return undefined;
  try {
    return canonicalString(withDefaultTag(parseReference(text)));
  } catch (error) {
    if (error instanceof DockerError) return undefined;
    throw error;
  }
}

/** Takes a name away, and the image with its last one unless a container was made from it. */
function dropName(daemon: Daemon, image: Image, name: string | undefined): void {
  let store = daemon.state.images;
  if (name !== undefined) store = dropReference(store, name);
  const isHeld = [...daemon.state.containers.values()].some((container) => container.image === image.id);
  if (namesOf(store, image.id).length === 0 && !isHeld) {
    const images = new Map(store.images);
    images.delete(image.id);
    store = { ...store, images };
  }
  daemon.update({ images: store });
}
