import type { ImageID } from '../../digest/index.ts';
import { DockerError } from '../../errors/index.ts';
import { canonicalString, familiarString, fromCanonical, parseReference, withDefaultTag } from '../../reference/index.ts';
import type { Image } from '../../store/index.ts';
import type { Daemon } from '../daemon.ts';

const NO_TAG_PREFIX = /^sha256:/;

/**
 * The image that a user means: a whole id, a reference, or an id prefix, in this order. Throws DockerError NotFound.
 * Source: moby daemon/images/image.go GetImage.
 */
export function findImage(daemon: Daemon, ref: string): Image {
  const { images, tags, digests } = daemon.state.images;
  const byID = /^(?:sha256:)?[0-9a-f]{64}$/.test(ref) ? images.get(`sha256:${ref.replace(NO_TAG_PREFIX, '')}` as ImageID) : undefined;
  if (byID !== undefined) return byID;
  if (/^(?:sha256:)?[0-9a-f]{64}$/.test(ref)) throw notFound(ref);
  const reference = withDefaultTag(parseReference(ref));
  const key = canonicalString(reference);
  const id =
    tags.get(key) ??
    digests.get(
      canonicalString({
        domain: reference.domain,
        path: reference.path,
        ...(reference.digest === undefined ? {} : { digest: reference.digest }),
      }),
    );
  const named = id === undefined ? undefined : images.get(id);
  if (
    named !== undefined &&
    (reference.digest === undefined || digests.get(`${reference.domain}/${reference.path}@${reference.digest}`) === id)
  )
    return named;
  const prefix = ref.replace(NO_TAG_PREFIX, '');
  const matches = /^[0-9a-f]{1,64}$/.test(prefix) ? [...images.values()].filter((image) => image.id.startsWith(`sha256:${prefix}`)) : [];
  if (matches.length === 1) return matches[0]!;
  throw notFound(familiarString(reference));
}

const notFound = (ref: string): DockerError => new DockerError('NotFound', `No such image: ${ref}`);

/** Familiar references with tags of an image, sorted. */
export const repoTagsOf = (daemon: Daemon, id: ImageID): string[] => familiarOf(daemon.state.images.tags, id);

/** Familiar references with digests of an image, sorted. */
export const repoDigestsOf = (daemon: Daemon, id: ImageID): string[] => familiarOf(daemon.state.images.digests, id);

function familiarOf(names: ReadonlyMap<string, ImageID>, id: ImageID): string[] {
  return [...names]
    .filter(([, image]) => image === id)
    .map(([name]) => familiarString(fromCanonical(name)))
    .sort();
}
