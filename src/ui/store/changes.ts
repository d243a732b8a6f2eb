// What the last command changed in a store, as marks on the picture.
import type { StoreView } from '../session/view/index.ts';

/** ChainIDs of layers that the last command made. */
export function freshLayers(view: StoreView, before: StoreView | undefined): ReadonlySet<string> {
  if (before === undefined) return new Set();
  const old = new Set(before.layers.map(({ chainID }) => chainID));
  return new Set(view.layers.map(({ chainID }) => chainID).filter((chain) => !old.has(chain)));
}

/** Names that went from an image which is still here to another: by the image that had them. */
export function movedNames(view: StoreView, before: StoreView | undefined): ReadonlyMap<string, readonly string[]> {
  const out = new Map<string, readonly string[]>();
  if (before === undefined) return out;
  const now = new Map(view.images.flatMap(({ id, tags }) => tags.map((tag) => [tag, id] as const)));
  for (const { id, tags } of before.images) {
    const moved = tags.filter((tag) => now.has(tag) && now.get(tag) !== id);
    if (moved.length > 0 && view.images.some((image) => image.id === id)) out.set(id, moved);
  }
  return out;
}
