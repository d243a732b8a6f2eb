import { type Digest, hexOf } from '../../../digest/index.ts';
import { DockerError } from '../../../errors/index.ts';
import { goJson, sortedKeys } from '../../../image/index.ts';
import {
  canonicalString,
  familiarString,
  fromCanonical,
  isImageID,
  parseReference,
  type Reference,
  repositoryOf,
} from '../../../reference/index.ts';
import { blobsUnder, type Descriptor, findImage, type Image, manifestsOf, OCI_INDEX, referencesIn } from '../../../store/index.ts';
import { type TarEntry, tarBody } from '../../../tar/index.ts';
import { type Body, compareNames, textBody } from '../../../tree/index.ts';
import type { Daemon } from '../../daemon.ts';
import { imageEvent } from '../../events/index.ts';
import { isPlatform, manifestFor } from './platforms.ts';

interface Saved {
  readonly image: Image;
  readonly reference: Reference | undefined;
  /** The image whole, or its manifest for one platform. */
  readonly target: Descriptor;
}

/**
 * The archive of `docker save` with containerd's store: an OCI layout with every blob as it is kept, and a manifest.json for older readers.
 * Throws DockerError. Source: moby daemon/containerd/image_exporter.go, containerd core/images/archive/exporter.go.
 */
export function saveTargets(daemon: Daemon, names: readonly string[], platform: string): Body {
  const { content } = daemon.state.images;
  const saved = names.flatMap((name) => resolve(daemon, name, platform));
  const blobs = new Map<Digest, Body>();
  for (const { target } of saved) {
    for (const { digest } of blobsUnder(content!, target)) {
      const body = content!.blobs.get(digest);
      if (body !== undefined) blobs.set(digest, body);
    }
  }
  for (const { image } of saved) imageEvent(daemon, image.id, 'save');
  const index = { schemaVersion: 2, mediaType: OCI_INDEX, manifests: saved.map((item) => descriptorOf(daemon, item)) };
  return tarBody([
    directory('blobs'),
    directory('blobs/sha256'),
    ...[...blobs].sort(([a], [b]) => compareNames(a, b)).map(([digest, body]) => file(`blobs/sha256/${hexOf(digest)}`, body, 0o444)),
    file('index.json', textBody(goJson(index)), 0o644),
    file('manifest.json', textBody(goJson(manifestItems(daemon, saved, platform))), 0o644),
    file('oci-layout', textBody('{"imageLayoutVersion":"1.0.0"}'), 0o444),
  ]);
}

function resolve(daemon: Daemon, name: string, platform: string): Saved[] {
  const store = daemon.state.images;
  const targetOf = (image: Image): Descriptor => {
    if (platform === '') return whole(daemon, image);
    try {
      return manifestFor(store, image, name, platform).descriptor;
    } catch (error) {
      if (!(error instanceof DockerError)) throw error;
      throw new DockerError('NotFound', `no suitable export target found: ${error.message}`);
    }
  };
  const reference = isImageID(name) ? undefined : parseReference(name);
  if (reference !== undefined && reference.tag === undefined && reference.digest === undefined) {
    const tags = referencesIn(store, repositoryOf(reference)).filter((known) => known.reference.digest === undefined);
    if (tags.length > 0)
      return tags.map((known) => {
        const image = store.images.get(known.id)!;
        return { image, reference: known.reference, target: targetOf(image) };
      });
  }
  const image = findImage(store, name);
  const isName = reference?.tag !== undefined && store.tags.get(canonicalString(reference)) === image.id;
  return [{ image, reference: isName ? reference : undefined, target: targetOf(image) }];
}

/** An image whole. Throws when its manifest for this machine's platform is not here. */
function whole(daemon: Daemon, image: Image): Descriptor {
  const target = image.target!;
  const own = manifestsOf(daemon.state.images.content!, target).find(({ platform }) => isPlatform(platform, 'linux/amd64'));
  if (own !== undefined && own.manifest === undefined)
    throw new DockerError('System', `unable to create manifests file: NotFound: content digest ${own.descriptor.digest}: not found`);
  return target;
}

function descriptorOf(daemon: Daemon, { reference, target }: Saved): object {
  const sources = daemon.state.images.content!.sources.get(target.digest) ?? {};
  const annotations = sortedKeys({
    ...withoutNames(target.annotations),
    ...Object.fromEntries(Object.entries(sources).map(([host, paths]) => [`containerd.io/distribution.source.${host}`, paths.join(',')])),
    ...(reference === undefined
      ? {}
      : { 'io.containerd.image.name': canonicalString(reference), 'org.opencontainers.image.ref.name': reference.tag ?? 'latest' }),
  });
  const { mediaType, digest, size, platform } = target;
  return { mediaType, digest, size, ...(Object.keys(annotations).length === 0 ? {} : { annotations }), platform };
}

/** A name that an archive gave an image is none of another archive. */
const withoutNames = (annotations: Descriptor['annotations'] = {}): Record<string, string> =>
  Object.fromEntries(
    Object.entries(annotations).filter(([key]) => key !== 'io.containerd.image.name' && key !== 'org.opencontainers.image.ref.name'),
  );

function manifestItems(daemon: Daemon, saved: readonly Saved[], platform: string): object[] {
  const items = new Map<Digest, { Config: string; RepoTags: string[] | null; Layers: string[] | null }>();
  for (const { image, reference, target } of saved) {
    const chosen = platform === '' ? image.manifest! : target;
    const [found] = manifestsOf(daemon.state.images.content!, chosen);
    if (found?.manifest === undefined) continue;
    const item = items.get(chosen.digest) ?? {
      Config: blobPath(found.manifest.config.digest),
      RepoTags: null,
      Layers: found.manifest.layers?.map(({ digest }) => blobPath(digest)) ?? null,
    };
    items.set(chosen.digest, item);
    if (reference !== undefined) item.RepoTags = [...(item.RepoTags ?? []), familiarString(fromCanonical(canonicalString(reference)))];
  }
  return [...items.values()];
}

const blobPath = (digest: Digest): string => `blobs/sha256/${hexOf(digest)}`;
const directory = (path: string): TarEntry => ({ kind: 'dir', path, mode: 0o755, uid: 0, gid: 0, mtime: 0 });
const file = (path: string, body: Body, mode: number): TarEntry => ({ kind: 'file', path, body, mode, uid: 0, gid: 0, mtime: 0 });
