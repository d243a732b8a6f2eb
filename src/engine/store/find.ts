import type { ImageID } from '../digest/index.ts';
import { DockerError } from '../errors/index.ts';
import {
  canonicalString,
  familiarString,
  isImageID,
  parseReference,
  type Reference,
  repositoryOf,
  withDefaultTag,
} from '../reference/index.ts';
import { referencesIn } from './references.ts';
import type { Image, ImageStore } from './store.ts';

/**
 * The image that a text names: a whole id, a reference, or the beginning of an id, tried in this order. Throws DockerError:
 * InvalidArgument for a malformed reference, NotFound. Source: moby daemon/images/image.go getImage.
 */
export function findImage(store: ImageStore, text: string): Image {
  if (isImageID(text)) {
    const id = (text.startsWith('sha256:') ? text : `sha256:${text}`) as ImageID;
    const image = store.images.get(id);
    if (image === undefined) throw notFound(id);
    return image;
  }
  const reference = parseReference(text);
  const byName = imageOfReference(store, reference);
  const image = byName === undefined ? imageByPrefix(store, text) : store.images.get(byName);
  if (image === undefined) throw notFound(familiarString(withDefaultTag(reference)));
  return image;
}

const notFound = (name: string): DockerError => new DockerError('NotFound', `No such image: ${name}`);

/** The image a reference points at now; of a reference with tag and digest only the digest counts. */
export function imageOfReference(store: ImageStore, reference: Reference): ImageID | undefined {
  if (reference.digest === undefined) return store.tags.get(canonicalString(withDefaultTag(reference)));
  const { domain, path, digest } = reference;
  if (store.content !== undefined) return imageOfTarget(store, reference);
  return store.digests.get(canonicalString({ domain, path, digest }));
}

/** With containerd's store every name of an image is also known with its digest. */
function imageOfTarget(store: ImageStore, reference: Reference): ImageID | undefined {
  const id = reference.digest as string as ImageID;
  if (!store.images.has(id)) return undefined;
  return referencesIn(store, repositoryOf(reference)).some((known) => known.id === id) ? id : undefined;
}

/** The only image whose id begins like this; undefined for none and for several. containerd's store looks up nothing under four digits. */
export function imageByPrefix(store: ImageStore, text: string): Image | undefined {
  const hex = text.startsWith('sha256:') ? text.slice('sha256:'.length) : text;
  if (!/^[a-f0-9]{1,64}$/.test(hex)) return undefined;
  if (store.content !== undefined && hex.length < 4) return undefined;
  let found: Image | undefined;
  for (const image of store.images.values()) {
    if (!image.id.startsWith(`sha256:${hex}`)) continue;
    if (found !== undefined) return undefined;
    found = image;
  }
  return found;
}

/** Whether a text is an id, or the beginning of the id, of this image (moby image_delete.go isImageIDPrefix). */
export const isPrefixOf = (text: string, id: ImageID): boolean => id.startsWith(text) || id.slice('sha256:'.length).startsWith(text);
