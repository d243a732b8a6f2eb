import { saveArchive, saveArchive2010, type ToSave } from '../../archive/index.ts';
import type { ImageID } from '../../digest/index.ts';
import { DockerError } from '../../errors/index.ts';
import { profileFacts } from '../../profile/index.ts';
import { canonicalString, isImageID, parseReference, type Reference, repositoryOf } from '../../reference/index.ts';
import { imageByPrefix, imageOfReference, mustGet, referencesIn } from '../../store/index.ts';
import type { Body } from '../../tree/index.ts';
import type { Daemon } from '../daemon.ts';
import { imageEvent } from '../events/index.ts';
import { createdAt } from './list.ts';

/**
 * The archive of some images, named by reference, by id (then they have no name in the archive) or by repository (all its tags).
 * Throws DockerError. Source: moby image/tarexport/save.go parseNames.
 */
export function saveImages(daemon: Daemon, names: readonly string[]): Body {
  const store = daemon.state.images;
  const wanted = new Map<ImageID, Reference[]>();
  for (const name of names) for (const { id, reference } of resolve(daemon, name)) add(wanted, id, reference);
  const images = [...wanted].map(([id, references]): ToSave => {
    const image = mustGet(store.images, id);
    return { image, references, created: createdAt(image)?.seconds ?? 0 };
  });
  for (const { image } of images) imageEvent(daemon, image.id, 'save');
  return (profileFacts(daemon.state).release === '20.10' ? saveArchive2010 : saveArchive)(store, images);
}

function add(wanted: Map<ImageID, Reference[]>, id: ImageID, reference: Reference | undefined): void {
  const references = wanted.get(id) ?? [];
  wanted.set(id, references);
  if (reference === undefined || reference.digest !== undefined) return;
  if (!references.some((other) => canonicalString(other) === canonicalString(reference))) references.push(reference);
}

function resolve(daemon: Daemon, name: string): { id: ImageID; reference: Reference | undefined }[] {
  const store = daemon.state.images;
  if (isImageID(name)) {
    const id = (name.startsWith('sha256:') ? name : `sha256:${name}`) as ImageID;
    if (!store.images.has(id)) throw notFound(id);
    return [{ id, reference: undefined }];
  }
  const reference = parseReference(name);
  const isIdPrefix = name.startsWith('sha256:');
  if (!isIdPrefix && (reference.tag !== undefined || reference.digest !== undefined)) {
    const id = imageOfReference(store, reference);
    if (id === undefined) throw new DockerError('NotFound', 'reference does not exist');
    return [{ id, reference }];
  }
  const tags = isIdPrefix ? [] : referencesIn(store, repositoryOf(reference));
  if (tags.length > 0) return tags;
  const image = imageByPrefix(store, name);
  if (image === undefined) throw notFound(name);
  return [{ id: image.id, reference: undefined }];
}

const notFound = (name: string): DockerError => new DockerError('NotFound', `No such image: ${name}`);
