import { type ArchivedImage, readArchive } from '../../archive/index.ts';
import type { ChainID, ImageID } from '../../digest/index.ts';
import { DockerError } from '../../errors/index.ts';
import type { Layer } from '../../layer/index.ts';
import { LayerError } from '../../layer/index.ts';
import { type Offered, parsePlatform, platformOf, samePlatform } from '../../platform/index.ts';
import { canonicalString, familiarString, parseReference, type Reference } from '../../reference/index.ts';
import { addImage, addLayer, type Image, type ImageStore, mustGet, setTag } from '../../store/index.ts';
import type { Body } from '../../tree/index.ts';
import type { Daemon } from '../daemon.ts';
import { imageEvent } from '../events/index.ts';

export type LoadEvent =
  | { readonly type: 'loaded'; readonly reference: string }
  | { readonly type: 'loaded-id'; readonly id: ImageID }
  /** A tag of the archive named another image until now. */
  | { readonly type: 'renamed'; readonly reference: string; readonly old: ImageID };

/**
 * `docker load`: adds the images of an archive and their tags. All or nothing: when anything in the archive is wrong the engine
 * stays as it was. Throws DockerError. Source: moby image/tarexport/load.go.
 */
export function loadImages(daemon: Daemon, archive: Body, options: { platform?: string } = {}): LoadEvent[] {
  const images = readArchive(archive).filter((image) => matches(image, options.platform));
  const tags = images.map(({ tags }) => tags.map(tagOf));
  let store = daemon.state.images;
  const ids: ImageID[] = [];
  for (const archived of images) {
    const added = addArchived(store, archived);
    store = added.store;
    ids.push(added.image.id);
  }
  store = linkParents(store, images, ids);
  const events: LoadEvent[] = [];
  for (const [index, id] of ids.entries()) {
    for (const reference of tags[index]!) {
      const key = canonicalString(reference);
      const old = store.tags.get(key);
      if (old !== undefined && old !== id) events.push({ type: 'renamed', reference: familiarString(reference), old });
      store = setTag(store, key, id, daemon.now());
      events.push({ type: 'loaded', reference: familiarString(reference) });
    }
  }
  if ((tags.at(-1) ?? []).length === 0) for (const id of new Set(ids)) events.push({ type: 'loaded-id', id });
  daemon.update({ images: store });
  for (const id of ids) imageEvent(daemon, id, 'load');
  return events;
}

function matches({ configText }: ArchivedImage, platform: string | undefined): boolean {
  if (platform === undefined || platform === '') return true;
  const wanted = parsePlatform(platform);
  return wanted.ok && samePlatform(wanted.value, platformOf(JSON.parse(configText) as Offered));
}

function tagOf(text: string): Reference {
  const reference = parseReference(text);
  if (reference.tag === undefined) throw new DockerError('System', `invalid tag ${JSON.stringify(text)}`);
  return reference;
}

/** Adds an image with layers that its config names. Throws DockerError when a layer cannot be unpacked. */
export function addArchived(
  store: ImageStore,
  image: { readonly configText: string; readonly layers: readonly Layer[] },
): { store: ImageStore; image: Image } {
  let chain: ChainID | undefined;
  let next = store;
  try {
    for (const layer of image.layers) ({ store: next, chainID: chain } = addLayer(next, chain, layer));
  } catch (error) {
    if (error instanceof LayerError) throw new DockerError('System', error.message);
    throw error;
  }
  return addImage(next, image.configText);
}

/** Parents that are in the archive too, and one step of history shorter, are kept. */
function linkParents(store: ImageStore, images: readonly ArchivedImage[], ids: readonly ImageID[]): ImageStore {
  const linked = new Map(store.images);
  for (const [index, { parent }] of images.entries()) {
    const id = ids[index]!;
    if (parent === undefined || parent === id || !ids.includes(parent as ImageID)) continue;
    const child = mustGet(linked, id);
    if (!isOneStepBefore(mustGet(linked, parent as ImageID), child))
      throw new DockerError('System', `image ${parent} is not a valid parent for ${id}`);
    linked.set(id, { ...child, parent: parent as ImageID });
  }
  return { ...store, images: linked };
}

function isOneStepBefore(parent: Image, child: Image): boolean {
  const before = parent.config.history ?? [];
  const after = child.config.history ?? [];
  if (before.length === 0 && after.length === 0) return true;
  return after.length - before.length === 1 && before.every((row, i) => JSON.stringify(row) === JSON.stringify(after[i]));
}
