import type { ChainID, ImageID } from '../digest/index.ts';
import { type ImageStore, mustGet, stackOf } from './store.ts';

/** Images that were built from this one, step by step. */
export function childrenOf(store: ImageStore, id: ImageID): ImageID[] {
  const out: ImageID[] = [];
  for (const image of store.images.values()) if (image.parent === id) out.push(image.id);
  return out;
}

/**
 * Removes an image's record and the layers that nothing else needs, top layer first, and tells which. `held` are stacks that
 * containers and the build cache stand on. References must have been dropped before.
 */
export function removeImageRecord(store: ImageStore, id: ImageID, held: ReadonlySet<ChainID>): { store: ImageStore; removed: ChainID[] } {
  const image = mustGet(store.images, id);
  const images = new Map(store.images);
  images.delete(id);
  for (const [key, other] of images) {
    if (other.parent === id) images.set(key, { ...other, parent: undefined });
  }
  return releaseLayers({ ...store, images }, stackOf(image), held);
}

/** Removes those layers of a stack, top first, that no image, no other layer and no holder needs. */
export function releaseLayers(
  store: ImageStore,
  stack: readonly ChainID[],
  held: ReadonlySet<ChainID>,
): { store: ImageStore; removed: ChainID[] } {
  const needed = neededLayers(store, held);
  const removed = stack.filter((layer) => store.snapshots.has(layer) && !needed.has(layer)).reverse();
  if (removed.length === 0) return { store, removed };
  const snapshots = new Map(store.snapshots);
  for (const layer of removed) snapshots.delete(layer);
  return { store: { ...store, snapshots }, removed };
}

function neededLayers(store: ImageStore, held: ReadonlySet<ChainID>): Set<ChainID> {
  const needed = new Set<ChainID>();
  for (const image of store.images.values()) for (const layer of stackOf(image)) needed.add(layer);
  for (const top of held) {
    for (let layer: ChainID | undefined = top; layer !== undefined && !needed.has(layer); layer = store.snapshots.get(layer)?.parent)
      needed.add(layer);
  }
  return needed;
}
