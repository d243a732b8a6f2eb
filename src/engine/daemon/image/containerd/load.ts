import { readContent } from '../../../archive/index.ts';
import type { ImageID } from '../../../digest/index.ts';
import { DockerError } from '../../../errors/index.ts';
import { canonicalString, familiarString, parseReference, withDefaultTag } from '../../../reference/index.ts';
import {
  addTarget,
  blobsUnder,
  type Descriptor,
  type ImageStore,
  isIndexType,
  manifestsOf,
  putBlob,
  setTag,
} from '../../../store/index.ts';
import type { Body } from '../../../tree/index.ts';
import type { Daemon } from '../../daemon.ts';
import { imageEvent } from '../../events/index.ts';
import type { LoadEvent } from '../load.ts';
import { isPlatform } from './platforms.ts';
import { unpackTarget } from './unpack.ts';

/**
 * `docker load` with containerd's store: takes the blobs of an archive as they are. All or nothing, as {@link loadImages}. What lost its name
 * to an image of the archive dangles. Throws DockerError. Source: moby daemon/containerd/image_exporter.go LoadImage.
 */
export function loadTargets(daemon: Daemon, archive: Body, platform: string): LoadEvent[] {
  const { targets, blobs } = readContent(archive);
  let store = daemon.state.images;
  let content = store.content!;
  for (const { descriptor } of targets)
    for (const { digest } of blobsUnder({ ...content, blobs: new Map([...content.blobs, ...blobs]) }, descriptor)) {
      const body = blobs.get(digest);
      if (body !== undefined) content = putBlob(content, body, digest);
    }
  store = { ...store, content };
  const events: LoadEvent[] = [];
  const told: ImageID[] = [];
  for (const { descriptor, name } of targets) {
    const lacks = platform !== '' && !provides(store, descriptor, platform);
    if (lacks && (descriptor.platform !== undefined || isIndexType(descriptor.mediaType)))
      throw new DockerError('NotFound', `requested platform (${platform}) not found: image might be filtered out`);
    store = unpacked(store, descriptor, name);
    const added = addTarget(store, descriptor);
    store = added.store;
    told.push(added.image.id);
    if (name === undefined) events.push({ type: 'loaded-id', id: added.image.id });
    else {
      const reference = withDefaultTag(parseReference(name));
      store = setTag(store, canonicalString(reference), added.image.id, daemon.now());
      events.push({ type: 'loaded', reference: familiarString(reference) });
      if (lacks) {
        daemon.update({ images: store });
        const loaded = `image ${familiarString(reference)} was loaded, but doesn't provide the requested platform (${platform})`;
        throw new DockerError('NotFound', loaded);
      }
    }
  }
  daemon.update({ images: store });
  for (const id of told) imageEvent(daemon, id, 'load');
  return events;
}

/** Unpacks an image; one of which no platform is whole is refused. Throws with the engine's text for what cannot be unpacked. */
function unpacked(store: ImageStore, descriptor: Descriptor, name: string | undefined): ImageStore {
  const shown = name === undefined ? descriptor.digest : familiarString(withDefaultTag(parseReference(name)));
  const manifests = manifestsOf(store.content!, descriptor).filter(({ kind }) => kind === 'image');
  if (manifests.length > 0 && !manifests.some(({ available }) => available)) {
    const missing = blobsUnder(store.content!, descriptor).find(({ digest }) => !store.content!.blobs.has(digest));
    throw new DockerError(
      'System',
      `Error unpacking image ${shown}: NotFound: content digest ${missing?.digest ?? descriptor.digest}: not found`,
    );
  }
  try {
    return unpackTarget(store, descriptor);
  } catch (error) {
    if (!(error instanceof DockerError) || error.code !== 'System') throw error;
    throw new DockerError('System', `Error unpacking image ${shown}: ${error.message}`);
  }
}

const provides = (store: Daemon['state']['images'], target: Descriptor, platform: string): boolean =>
  manifestsOf(store.content!, target).some((item) => item.kind === 'image' && item.available && isPlatform(item.platform, platform));
