import { type ImageID, isDigest } from '../digest/index.ts';
import { canonicalString, isImageID, parseReference, type Reference, withDefaultTag } from '../reference/index.ts';
import { type Image, type ImageStore, imageOfReference } from '../store/index.ts';

/** An image of this engine by whole id, reference or id prefix, in the order moby's GetImage looks; undefined when there is none. Throws for a name that cannot be one. */
export function findLocalImage(store: ImageStore, text: string): Image | undefined {
  const whole = isDigest(text) ? text : isImageID(text) ? `sha256:${text}` : undefined;
  if (whole !== undefined) return store.images.get(whole as ImageID);
  const reference = tryReference(text);
  if (reference === undefined) {
    parseReference(text);
    return undefined;
  }
  const byName = imageByReference(store, reference);
  if (byName !== undefined) return byName;
  if (!/^[0-9a-f]{1,64}$/.test(text)) return undefined;
  const matches = [...store.images.values()].filter((image) => image.id.startsWith(`sha256:${text}`));
  return matches.length === 1 ? matches[0] : undefined;
}

export function imageByReference(store: ImageStore, reference: Reference): Image | undefined {
  if (store.content !== undefined) {
    const id = imageOfReference(store, reference);
    return id === undefined ? undefined : store.images.get(id);
  }
  const name = canonicalString(withDefaultTag(reference));
  const id = store.tags.get(name) ?? store.digests.get(name);
  if (id !== undefined) return store.images.get(id);
  if (reference.digest === undefined) return undefined;
  const { tag: _, ...untagged } = reference;
  const byDigest = store.digests.get(canonicalString(untagged));
  return byDigest === undefined ? undefined : store.images.get(byDigest);
}

function tryReference(text: string): Reference | undefined {
  try {
    return parseReference(text);
  } catch {
    return undefined;
  }
}
